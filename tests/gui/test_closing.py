from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from rooms import Room

from writer_assistant.gui.drafts import left_behind
from writer_assistant.gui.versions import Why
from writer_assistant.paths import user_data

Buttons = QMessageBox.StandardButton


def answer_question(
    monkeypatch: pytest.MonkeyPatch, *answers: QMessageBox.StandardButton
) -> list[str]:
    """Answer questions, the last answer for all that follow, and return what was asked."""
    asked: list[str] = []

    def execute(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return answers[min(len(asked), len(answers)) - 1]

    monkeypatch.setattr(QMessageBox, "exec", execute)
    return asked


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    chosen = (str(path) if path else "", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: chosen))


def open_changed(room: Room, path: Path) -> None:
    path.write_text("one", "utf-8")
    room.workspace.open_file(path, room.window)
    room.type("two ")


def kept() -> list[tuple[str | None, bool]]:
    """What the next start would bring back, and whether the program ended as asked."""
    found = []
    for copy, snapshot in left_behind():
        found.append((snapshot.text, snapshot.orderly))
        copy.release()
    return found


# Windows


@pytest.mark.parametrize("text", ["", "Saved"])
def test_nothing_is_asked_without_changes(
    room: Room, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    asked = answer_question(monkeypatch, Buttons.Cancel)
    room.write(text, modified=False)
    assert room.window.close()
    assert asked == []
    assert kept() == []


def test_a_draft_without_a_file_is_kept_for_the_next_start_and_not_asked_about(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_question(monkeypatch, Buttons.Cancel)
    room.type("Typed")
    room.do("quit")
    assert room.workspace.windows == []
    assert asked == []
    assert kept() == [("Typed", True)]


def test_cancel_keeps_the_window_open(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = answer_question(monkeypatch, Buttons.Cancel)
    open_changed(room, tmp_path / "post.md")
    room.do("quit")
    assert room.workspace.windows == [room.window]
    assert asked == ["Save the changes in “post.md”?"]
    assert room.session.text() == "two one"
    assert room.session.document.isModified()


def test_save_saves_and_closes(room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answer_question(monkeypatch, Buttons.Save)
    open_changed(room, tmp_path / "post.md")
    assert room.window.close()
    assert (tmp_path / "post.md").read_text("utf-8") == "two one"
    assert kept() == [(None, True)]


def test_what_cannot_be_saved_keeps_the_window_open(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_question(monkeypatch, Buttons.Save)
    open_changed(room, tmp_path / "post.md")
    (tmp_path / "post.md").write_text("theirs", "utf-8")
    assert not room.window.close()
    assert "Another program changed" in room.messages[0]
    assert room.session.text() == "two one"


def test_discarded_changes_are_gone_with_the_next_start_but_not_for_good(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_question(monkeypatch, Buttons.Discard)
    path = tmp_path / "post.md"
    open_changed(room, path)
    assert room.window.close()
    assert path.read_text("utf-8") == "one"
    assert kept() == [(None, True)]
    room.workspace.archive.wait()
    newest = room.workspace.archive.store.of(str(path))[0]
    assert (newest.read(), newest.why) == ("two one", Why.CLOSED)


def test_discard_then_cancel_takes_nothing_away(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = answer_question(monkeypatch, Buttons.Discard, Buttons.Cancel)
    open_changed(room, tmp_path / "a.md")
    open_changed(room, tmp_path / "b.md")
    assert not room.window.close()
    assert len(asked) == 2
    assert [draft.is_modified for draft in room.window.drafts] == [True, True]


def test_discard_then_cancel_takes_nothing_away_when_the_system_ends(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_question(monkeypatch, Buttons.Discard, Buttons.Cancel)
    open_changed(room, tmp_path / "a.md")
    open_changed(room, tmp_path / "b.md")
    room.do("quit")
    room.window.keep_for_next_start()  # the system ends and asks nothing
    room.window.close()
    assert sorted(kept()) == [("two one", False), ("two one", False)]


def test_one_of_two_windows_leaves_its_drafts_among_the_recent_ones(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_question(monkeypatch, Buttons.Cancel)
    room.type("Typed here")
    room.do("new_window")
    assert room.window.close()
    assert asked == []
    assert kept() == []
    assert room.workspace.memory.drafts[0].first_line == "Typed here"


def test_all_windows_come_back_after_quitting(room: Room) -> None:
    room.type("One")
    room.do("new_window")
    another = room.workspace.windows[1]
    another.editor.insertPlainText("Two")
    another.new_draft()
    another.editor.insertPlainText("Three")
    room.do("quit")
    assert room.workspace.windows == []
    assert room.workspace.bring_back()
    texts = [[d.session.text() for d in window.drafts] for window in room.workspace.windows]
    assert sorted(texts) == [["One"], ["Two", "Three"]]


# Single drafts


def test_a_closed_draft_without_a_file_can_be_opened_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_question(monkeypatch, Buttons.Cancel)
    room.type("Never saved. More of it.")
    name = room.session.untitled_id
    room.press("Ctrl+W")
    assert asked == []
    assert room.session.text() == ""
    assert "kept among your recent drafts" in room.messages[0]
    assert room.workspace.memory.drafts[0].first_line == "Never saved. More of it."
    room.press("Ctrl+Shift+T")
    assert room.session.text() == "Never saved. More of it."
    assert room.session.untitled_id == name
    assert room.session.document.isModified()
    assert room.window.caret == len("Never saved. More of it.")
    assert len(room.window.drafts) == 1


def test_a_closed_file_is_opened_again_where_it_was_left(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("one two", "utf-8")
    room.workspace.open_file(path, room.window)
    room.window.put_caret(3)
    room.press("Ctrl+W")
    assert room.session.path is None
    room.press("Ctrl+Shift+T")
    assert room.session.path == path
    assert room.window.caret == 3
    room.press("Ctrl+Shift+T")
    assert "No draft was closed yet." in room.messages


def test_closing_the_last_empty_draft_closes_the_window(room: Room) -> None:
    room.press("Ctrl+W")
    assert room.workspace.windows == []


def test_an_unsaved_file_is_asked_about(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = answer_question(monkeypatch, Buttons.Cancel, Buttons.Discard)
    open_changed(room, tmp_path / "post.md")
    room.press("Ctrl+W")
    assert room.session.text() == "two one"
    room.press("Ctrl+W")
    assert room.session.text() == ""
    assert len(asked) == 2
    assert (tmp_path / "post.md").read_text("utf-8") == "one"


def test_a_draft_that_cannot_be_kept_is_asked_about(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = answer_question(monkeypatch, Buttons.Cancel, Buttons.Save)
    choose_file(monkeypatch, tmp_path / "rescued")
    room.type("Typed")
    user_data().mkdir(parents=True, exist_ok=True)
    (user_data() / "versions").write_text("in the way", "utf-8")
    room.press("Ctrl+W")
    assert room.session.text() == "Typed"
    room.press("Ctrl+W")
    assert asked == ["Save the changes in “Untitled”?"] * 2
    assert (tmp_path / "rescued.md").read_text("utf-8") == "Typed"
