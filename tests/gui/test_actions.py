import tomllib
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.actions import COMMANDS, MENUS, build, sequences, shortcuts
from writer_assistant.gui.help import MEANINGS, About, MarksHelp, ShortcutsHelp
from writer_assistant.gui.ignored_dialog import IgnoredDialog
from writer_assistant.gui.persona_help import PARTS, PersonaHelp
from writer_assistant.gui.settings import Settings
from writer_assistant.gui.settings_dialog import SettingsDialog
from writer_assistant.gui.theme import Theme
from writer_assistant.persona.file import load_persona

# Without an application, Qt crashes when it is asked for the platform's keys.
pytestmark = pytest.mark.usefixtures("qapp")

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
)


def mnemonic(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].casefold()


def test_no_two_commands_have_the_same_keys() -> None:
    keys = Counter(keys.toString() for command in COMMANDS for keys in sequences(command))
    assert [keys for keys, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("menu", MENUS)
def test_every_entry_of_a_menu_has_a_mnemonic_of_its_own(menu: str) -> None:
    letters = Counter(mnemonic(command.text) for command in COMMANDS if command.menu == menu)
    if menu == "file":
        letters["r"] += 1  # Open recent
    assert "" not in letters
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_menus_have_mnemonics_of_their_own() -> None:
    assert len({mnemonic(title) for title in MENUS.values()} - {""}) == len(MENUS)


def test_a_command_that_nobody_does_is_a_mistake(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(LookupError):
        build(widget, Theme("light"), [object()])


def test_the_list_of_keys_names_each_command_once() -> None:
    listed = list(shortcuts())
    assert len({name for _, name, _ in listed}) == len(listed)
    assert ("File", "Save", ["Ctrl+S"]) in listed
    assert next(keys for _, name, keys in listed if name == "Use the first suggestion") == [
        "Ctrl+Return", "Alt+1", "Ctrl+Enter",
    ]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_standard_keys_exist_where_they_are_named(command: object) -> None:
    wanted = getattr(command, "keys", ())
    if wanted:
        assert sequences(command)  # type: ignore[arg-type]
        assert all(isinstance(keys, QKeySequence) for keys in sequences(command))  # type: ignore[arg-type]


def test_the_mac_finds_its_entries(room: Room) -> None:
    roles = {name: action.menuRole() for name, action in room.window.actions_by_name.items()}
    assert roles["about"] is QAction.MenuRole.AboutRole
    assert roles["preferences"] is QAction.MenuRole.PreferencesRole
    assert roles["quit"] is QAction.MenuRole.QuitRole
    assert roles["save_draft"] is QAction.MenuRole.NoRole


def nameless(widget: QWidget) -> list[str]:
    """Return the controls of ``widget`` that a screen reader could not name."""
    found = []
    for control in widget.findChildren(QWidget):
        parent = control.parentWidget()
        inner = (
            control.objectName().startswith("qt_")
            or isinstance(parent, QLineEdit)
            or (parent is not None and parent.inherits("QComboBoxPrivateContainer"))
        )
        if not isinstance(control, CONTROLS) or inner or isinstance(control, QMenu):
            continue
        text = control.text() if isinstance(control, QAbstractButton) else ""
        if not (control.accessibleName() or text):
            found.append(f"{type(control).__name__} {control.objectName()}")
    return found


def test_every_control_of_the_window_has_a_name(room: Room) -> None:
    room.write("We are proud.")
    room.press("F8")
    room.do("find")
    assert nameless(room.window) == []


def test_every_control_of_the_dialogs_has_a_name(room: Room, qtbot: QtBot) -> None:
    theme = room.workspace.theme
    dialogs: list[QDialog] = [
        SettingsDialog(Settings()),
        IgnoredDialog(room.session),
        MarksHelp(theme),
        ShortcutsHelp(),
        About(theme),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert nameless(dialog) == []
        assert dialog.windowTitle()


def test_tab_goes_through_the_window_and_back_to_the_draft(room: Room) -> None:
    room.write("We are proud.")
    room.press("F8")
    kinds = set()
    for keys in ("Tab", "Shift+Tab"):
        room.window.panel.show_findings()
        for _ in range(60):
            kinds.add(type(QApplication.focusWidget()).__name__)
            if room.editor.hasFocus():
                break
            room.press(keys)
        assert room.editor.hasFocus()
    assert {"KindChip", "_List", "QPushButton", "QToolButton", "QComboBox"} <= kinds


def test_help_explains_every_kind(room: Room, qtbot: QtBot) -> None:
    assert len(MEANINGS) == 5
    room.do("show_marks_help")
    room.do("show_persona_help")
    room.do("show_shortcuts")
    room.do("about")
    titles = {dialog.windowTitle() for dialog in room.window.findChildren(QDialog)}
    assert titles == {
        "What the marks mean",
        "The persona file",
        "Keyboard shortcuts",
        "About Writer Assistant",
    }


def test_shortcuts_can_be_searched(room: Room) -> None:
    room.do("show_shortcuts")
    help_ = room.window.findChild(ShortcutsHelp)
    assert "Save" in help_.text.toPlainText()
    help_.field.setText("find next")
    assert "Find next" in help_.text.toPlainText()
    assert "Save" not in help_.text.toPlainText()
    help_.field.setText("no such words")
    assert help_.text.toPlainText() == "No command has these words."


def test_the_sample_of_a_persona_file_can_be_copied_and_is_one(room: Room, tmp_path: Path) -> None:
    room.do("show_persona_help")
    help_ = room.window.findChild(PersonaHelp)
    help_.copy_button.click()
    path = tmp_path / "copied.persona.toml"
    path.write_text(QApplication.clipboard().text(), "utf-8")
    loaded = load_persona(path)
    assert not loaded.problems
    keys = set(tomllib.loads(path.read_text("utf-8"))) - {"format"}
    explained = {part.strip("[]") for part, _ in PARTS}
    assert keys == explained
