"""Every place of the window where a person can be, brought about for tests that look at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from rooms import Room

from writer_assistant.gui.clipboard_dialog import CopyDialog
from writer_assistant.gui.dictionary_dialog import DictionaryDialog
from writer_assistant.gui.folder_sheet import FolderSheet
from writer_assistant.gui.persona_text_dialog import TEMPLATE, PersonaTextDialog
from writer_assistant.output.clipboard import CHANNELS
from writer_assistant.output.document import document

TEXT = "We are proud of synergy.\n\nFollow us on the best of sites.\n\n<!-- x -->\n\nYou read."

COMMANDS = (
    "preferences",
    "show_marks_help",
    "show_persona_help",
    "show_shortcuts",
    "about",
    "show_recent",
    "show_versions",
    "show_ignored",
    "edit_dictionary",
)


def _drafting(room: Room) -> QWidget:
    room.write(TEXT)
    room.press("F8")
    return room.window


def _empty(room: Room) -> QWidget:
    room.answer()
    return room.window


def _finding(room: Room) -> QWidget:
    _drafting(room)
    room.do("find")
    room.do("replace")
    return room.window


def _reviewing(room: Room) -> QWidget:
    room.write(TEXT)
    room.do("review_mode")
    room.press("F8")
    room.do("leave_note")
    room.type("Why?")
    room.press("Return")
    room.do("show_notes")
    return room.window


def _touring(room: Room) -> QWidget:
    room.write(TEXT)
    room.do("take_tour")
    return room.window


def _with_message(room: Room) -> QWidget:
    room.write(TEXT)
    room.do("copy_cleaned") if not room.session.text() else None
    room.do("new_draft")
    room.do("copy_cleaned")
    return room.window


WINDOWS: dict[str, Callable[[Room], QWidget]] = {
    "empty": _empty,
    "drafting": _drafting,
    "find bar": _finding,
    "review": _reviewing,
    "tour": _touring,
    "message": _with_message,
}
"""States of the window itself."""


def dialogs(room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QDialog]:
    """Yield every dialog, shown."""
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialog.show())
    room.write(TEXT)
    room.press("F8")
    room.do("ignore_here")
    for command in COMMANDS:
        before = set(room.window.findChildren(QDialog))
        room.do(command)
        (dialog,) = set(room.window.findChildren(QDialog)) - before
        yield dialog
        dialog.reject()
    (folder / "one.md").write_text(TEXT, "utf-8")
    made: list[QDialog] = [
        CopyDialog(TEXT, document(TEXT, "post", markup=True), CHANNELS[0], room.window),
        DictionaryDialog(room.workspace.dictionary, room.window),
        PersonaTextDialog(TEMPLATE, "post", None, room.window),
        FolderSheet(folder, room.workspace, room.window, ["/no/such/program"]),
    ]
    for dialog in made:
        dialog.show()
        yield dialog
        dialog.reject()
