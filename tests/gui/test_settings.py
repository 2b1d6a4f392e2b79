from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from writer_assistant.errors import UserError
from writer_assistant.gui.settings import FILE_NAME, Settings
from writer_assistant.gui.settings_dialog import SettingsDialog
from writer_assistant.gui.settings_table import SETTINGS
from writer_assistant.paths import user_config


@pytest.fixture
def file() -> Path:
    path = user_config() / FILE_NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_defaults_hold_without_a_file() -> None:
    settings = Settings()
    assert settings.problems == []
    assert {setting.name: settings[setting.name] for setting in SETTINGS} == {
        setting.name: setting.default for setting in SETTINGS
    }
    assert not settings.path.exists()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_accepts_its_default_and_is_described(setting: Any) -> None:
    assert setting.accepts(setting.default)
    assert setting.description.endswith(".")
    assert "&" in setting.label or not setting.group
    assert not setting.accepts(None)
    assert not setting.accepts(3.5)


def test_a_value_is_there_the_next_time_and_told_at_once(qtbot: QtBot) -> None:
    settings = Settings()
    with qtbot.waitSignal(settings.changed) as signal:
        settings.set("theme", "dark")
    assert signal.args == ["theme"]
    settings.set("authors", ["Norwick", "Norwick Freight"])
    again = Settings()
    assert again["theme"] == "dark"
    assert again["authors"] == ("Norwick", "Norwick Freight")


def test_the_same_value_is_not_written(qtbot: QtBot) -> None:
    settings = Settings()
    with qtbot.assertNotEmitted(settings.changed):
        settings.set("theme", "system")
    assert not settings.path.exists()


def test_comments_order_and_unknown_keys_are_kept(file: Path) -> None:
    file.write_text("# mine\nfuture = {a = 1}\nline_width = 60 # narrow\n", "utf-8")
    settings = Settings()
    settings.set("line_width", 80)
    settings.set("theme", "light")
    assert file.read_text("utf-8") == (
        '# mine\nfuture = {a = 1}\nline_width = 80 # narrow\ntheme = "light"\n'
    )


def test_what_another_window_wrote_meanwhile_is_kept(file: Path) -> None:
    settings = Settings()
    file.write_text('channel = "email"\n', "utf-8")
    settings.set("theme", "dark")
    assert 'channel = "email"' in file.read_text("utf-8")


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"[theme", b"a = 1\na = 2"])
def test_a_broken_file_gives_defaults_and_is_never_written_over(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    settings = Settings()
    assert settings["theme"] == "system"
    assert str(file) in str(settings.problems[0])
    with pytest.raises(UserError, match="cannot be read"):
        settings.set("theme", "dark")
    assert settings["theme"] == "dark"  # for this run
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("line_width = 7", "line_width"),
        ('theme = "pink"', "theme"),
        ("highlights = 1", "highlights"),
        ('shown_kinds = ["jargon", "typo"]', "shown_kinds"),
        ("font_size = true", "font_size"),
        ("authors = [1]", "authors"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_and_the_rest_holds(
    file: Path, line: str, name: str
) -> None:
    file.write_text(f'{line}\nchannel = "blog"\n', "utf-8")
    settings = Settings()
    assert [name in problem.what for problem in settings.problems] == [True]
    assert settings["channel"] == "blog"
    settings.set("channel", "email")
    assert line in file.read_text("utf-8")


def test_a_file_that_is_a_folder_is_told(file: Path) -> None:
    file.mkdir()
    settings = Settings()
    assert len(settings.problems) == 1
    with pytest.raises(UserError):
        settings.set("theme", "dark")


# The dialog


def test_the_dialog_has_a_field_for_every_setting_of_a_group(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    assert list(dialog.fields) == [setting.name for setting in SETTINGS if setting.group]
    for field in dialog.fields.values():
        assert field.accessibleName()
        assert field.accessibleDescription()


def test_the_dialog_sets_what_was_changed_and_nothing_else(qtbot: QtBot) -> None:
    settings = Settings()
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    theme, width = dialog.fields["theme"], dialog.fields["line_width"]
    names, shown = dialog.fields["authors"], dialog.fields["highlights"]
    assert isinstance(theme, QComboBox)
    assert isinstance(width, QSpinBox)
    assert isinstance(names, QLineEdit)
    assert isinstance(shown, QCheckBox)
    theme.setCurrentIndex(theme.findData("dark"))
    width.setValue(90)
    names.setText(" Norwick , Norwick Freight,,")
    shown.click()
    dialog.fields["shown_kinds"].findChildren(QCheckBox)[0].click()
    dialog.accept()
    assert settings["theme"] == "dark"
    assert settings["line_width"] == 90
    assert settings["authors"] == ("Norwick", "Norwick Freight")
    assert settings["highlights"] is False
    assert settings["shown_kinds"] == ("feature-first", "jargon", "empty-claim", "bare-ask")
    assert "channel" not in settings.path.read_text("utf-8")


def test_cancel_sets_nothing_and_defaults_wait_for_ok(qtbot: QtBot) -> None:
    settings = Settings()
    settings.set("line_width", 90)
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show_defaults()
    dialog.reject()
    assert settings["line_width"] == 90
    dialog.accept()
    assert settings["line_width"] == 72


def test_the_dialog_says_when_nothing_can_be_kept(file: Path, qtbot: QtBot) -> None:
    settings = Settings()
    file.write_text("broken = ", "utf-8")
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    width = dialog.fields["line_width"]
    assert isinstance(width, QSpinBox)
    width.setValue(90)
    dialog.accept()
    assert dialog.isVisible()
    dialog.accept()
    assert not dialog.isVisible()
    assert settings["line_width"] == 90
