import json
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from writer_assistant.gui.actions import COMMANDS
from writer_assistant.gui.theme import Theme
from writer_assistant.paths import resource_root

ICONS = sorted(path.stem for path in (resource_root() / "icons").glob("*.svg"))
GROUNDS = ("window", "surface", "raised", "selected", "hover")


def luminance(colour: QColor) -> float:
    """Return the relative luminance (WCAG 2.2)."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio (WCAG 2.2)."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(qtbot: QtBot, request: pytest.FixtureRequest) -> Theme:
    return Theme(request.param)


def test_both_themes_have_the_same_roles() -> None:
    folder = resource_root() / "themes"
    roles = [list(json.loads((folder / f"{name}.json").read_text())) for name in ("light", "dark")]
    assert roles[0] == roles[1]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("letters", ["text", "muted"])
def test_letters_are_readable_on_every_ground(theme: Theme, letters: str, ground: str) -> None:
    assert contrast(theme.colour(letters), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize(
    ("front", "ground", "least"),
    [
        ("on_accent", "accent", 4.5),
        ("on_accent", "accent_hover", 4.5),
        ("text", "selection", 4.5),
        ("text", "info_ground", 4.5),
        ("text", "caution_ground", 4.5),
        ("text", "wrong_ground", 4.5),
        ("accent", "window", 3),
        ("accent", "surface", 3),
        ("good", "window", 3),
        ("caution", "window", 3),
        ("wrong", "window", 3),
        ("caution", "caution_ground", 3),
        ("wrong", "wrong_ground", 3),
    ],
)
def test_signs_stand_out(theme: Theme, front: str, ground: str, least: float) -> None:
    assert contrast(theme.colour(front), theme.colour(ground)) >= least


@pytest.mark.parametrize(
    "ground", [*GROUNDS, "info_ground", "caution_ground", "wrong_ground", "pressed"]
)
def test_where_the_keys_go_stands_out(theme: Theme, ground: str) -> None:
    assert contrast(theme.colour("accent"), theme.colour(ground)) >= 3


def test_marks_stand_out_in_draft_and_panel(theme: Theme) -> None:
    for style in theme.mark_styles.values():
        for ground in GROUNDS:
            assert contrast(style.colour, theme.colour(ground)) >= 3


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_at_every_size(theme: Theme, name: str) -> None:
    for size in (16, 24, 64):
        image = theme.icon(name).pixmap(QSize(size, size)).toImage()
        alphas = {image.pixelColor(x, y).alpha() for x in range(size) for y in range(size)}
        assert {0} < alphas, f"{name} at {size} is empty or full"


def test_an_icon_without_room_is_not_drawn(theme: Theme) -> None:
    # As for a button that a narrow window squeezes; a warning of Qt would fail this test.
    assert theme.icon("close").pixmap(QSize(0, 16)).isNull()


@pytest.mark.parametrize("name", [name for name in ICONS if name != "app"])
def test_icons_take_the_colour_of_their_role(theme: Theme, name: str) -> None:
    image = theme.icon(name, "wrong").pixmap(QSize(64, 64)).toImage()
    wanted = theme.colour("wrong")
    solid = [
        image.pixelColor(x, y)
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert all(abs(colour.red() - wanted.red()) <= 2 for colour in solid)


def test_disabled_icons_are_paler(theme: Theme) -> None:
    icon = theme.icon("save")
    normal = icon.pixmap(QSize(64, 64), QIcon.Mode.Normal).toImage()
    disabled = icon.pixmap(QSize(64, 64), QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_icons_are_well_formed_and_every_command_has_the_one_it_names() -> None:
    for name in ICONS:
        ElementTree.parse(resource_root() / "icons" / f"{name}.svg")
    assert {command.icon for command in COMMANDS if command.icon} <= set(ICONS)


def test_a_choice_changes_the_colours_once(qtbot: QtBot) -> None:
    theme = Theme("light")
    assert not theme.is_dark
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("dark")
    assert theme.is_dark
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice("dark")
    theme.set_choice("light")


@pytest.mark.parametrize("checked", [False, True])
def test_a_box_to_tick_stands_out(theme: Theme, qtbot: QtBot, checked: bool) -> None:
    box = QCheckBox("Tick")
    qtbot.addWidget(box)
    box.setChecked(checked)
    box.resize(120, 30)
    image = box.grab().toImage()
    line = [image.pixelColor(x, image.height() // 2) for x in range(18)]
    ground = theme.colour("window")
    assert max(contrast(colour, ground) for colour in line) >= 3
