from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.furnishing import Furnishing
from writer_assistant.gui.recent import Memory, RecentDraft
from writer_assistant.gui.recent_list import RecentDialog, StartPage, facts_of


def page(room: Room) -> StartPage:
    assert isinstance(room.window.furnishing, Furnishing)
    return room.window.furnishing.start_page


@pytest.fixture
def seen(room: Room, tmp_path: Path) -> Path:
    """A file that was open a while ago, and a draft without one."""
    path = tmp_path / "post.md"
    path.write_text("# We are *proud*\nmore", "utf-8")
    room.workspace.open_file(path, room.window)
    room.answer()
    room.do("close_draft")
    room.type("Never saved.")
    room.answer()
    room.do("close_draft")
    return path


def test_an_empty_draft_shows_what_was_open_last(room: Room, seen: Path) -> None:
    assert page(room).isVisible()
    untitled, post = page(room).list.drafts
    assert (untitled.path, untitled.first_line) == (None, "Never saved.")
    assert (post.path, post.first_line, post.focus, post.words) == (seen, "We are *proud*", 0.5, 5)
    assert facts_of(post).startswith("focus 50% · Today, ")
    room.type("x")
    assert page(room).isHidden()
    room.press("Backspace")
    assert page(room).isVisible()


def test_nothing_is_shown_before_there_is_anything(room: Room) -> None:
    assert page(room).isHidden()


def test_keys_go_down_there_and_open_a_draft(room: Room, seen: Path) -> None:
    room.press("Down")
    assert QApplication.focusWidget() is page(room).list
    room.press("Up")
    assert QApplication.focusWidget() is room.editor
    room.press("Down")
    room.press("Down")
    room.press("Return")
    assert room.session.path == seen
    assert page(room).isHidden()
    assert len(room.window.drafts) == 1


def test_a_click_opens_a_draft_without_a_file(room: Room, seen: Path) -> None:
    view = page(room).list
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualItemRect(view.item(0)).center()
    )
    assert room.session.text() == "Never saved."


def test_what_is_open_is_not_offered(room: Room, seen: Path) -> None:
    room.workspace.open_file(seen, room.window)
    room.press("Ctrl+N")
    assert [draft.path for draft in page(room).list.drafts] == [None]


def test_all_are_in_a_dialog_and_can_be_forgotten(room: Room, seen: Path, qtbot: QtBot) -> None:
    room.press("Ctrl+Alt+O")
    dialog = room.window.findChild(RecentDialog)
    assert len(dialog.list.drafts) == 2
    name = dialog.list.drafts[0].untitled_id
    dialog.forget_button.click()
    assert [draft.path for draft in Memory().drafts] == [seen]
    room.workspace.archive.wait()
    assert room.workspace.archive.store.of(name) == []
    dialog.open_button.click()
    assert room.session.path == seen


def test_a_list_without_entries_says_so(room: Room) -> None:
    room.do("show_recent")
    dialog = room.window.findChild(RecentDialog)
    assert dialog.note.isVisible()
    assert not dialog.open_button.isEnabled()


def test_rows_are_heard_whole(room: Room, seen: Path) -> None:
    item = page(room).list.item(1)
    heard = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("post.md, We are *proud*, focus 50%")


def test_what_is_not_known_stays_as_it_was() -> None:
    memory = Memory()
    memory.add_draft(RecentDraft(Path("a.md"), "", 3, "First", 0.4, 12))
    memory.add_draft(RecentDraft(Path("a.md"), "", 5))
    (draft,) = Memory().drafts
    assert (draft.caret, draft.first_line, draft.focus, draft.words) == (5, "First", 0.4, 12)
    assert draft.on


def test_entries_of_an_older_version_are_read() -> None:
    memory = Memory()
    memory.set("recent", [{"path": "/a.md", "caret": 2}, {"path": 3}, {}, None])
    assert Memory().drafts == [RecentDraft(Path("/a.md"), caret=2)]
    assert facts_of(Memory().drafts[0]) == ""


def test_focus_and_first_line_are_known_of_what_is_open(room: Room, seen: Path) -> None:
    room.workspace.open_file(seen, room.window)
    room.answer()
    (post,) = [draft for draft in Memory().drafts if draft.path]  # as after a kill
    assert (post.first_line, post.focus) == ("We are *proud*", 0.5)
    room.type("New words. ")
    dialog = RecentDialog(room.workspace, room.window)
    assert dialog.list.drafts[0].first_line == "New words. # We are *proud*"
    dialog.close()
    assert room.window.file.save()
    assert Memory().drafts[0].first_line == "New words. # We are *proud*"


def test_two_runs_remember_what_the_other_opened(tmp_path: Path) -> None:
    one, other = Memory(), Memory()
    one.add_draft(RecentDraft(tmp_path / "a.md"))
    other.add_draft(RecentDraft(tmp_path / "b.md"))
    one.learn(RecentDraft(tmp_path / "a.md", first_line="A", focus=0.3))
    one.learn(RecentDraft(tmp_path / "c.md", first_line="C"))
    kept = [(draft.path and draft.path.name, draft.focus) for draft in Memory().drafts]
    assert kept == [("b.md", None), ("a.md", 0.3)]
