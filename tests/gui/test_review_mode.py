"""A draft reviewed by single keys, its text protected, and read again by its writer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.review_panel import ReviewPanel
from writer_assistant.review.file import beside, load_review, save_review
from writer_assistant.review.model import Decided, Note, Review
from writer_assistant.text.anchor import Anchor

TEXT = "You know trains. Our battery is big.\n\nYou leverage synergy here. Call us."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    draft = tmp_path / "post.md"
    draft.write_text(TEXT, "utf-8")
    return draft


@pytest.fixture
def room(room: Room, qtbot: QtBot) -> Room:
    """The window, once the keys go to it."""
    qtbot.waitUntil(room.editor.hasFocus)
    return room


@pytest.fixture
def reviewing(room: Room, path: Path) -> Room:
    room.workspace.open_file(path, room.window)
    room.answer()
    room.press("Ctrl+Shift+R")
    return room


def panel(room: Room) -> ReviewPanel:
    found = room.window.findChild(ReviewPanel)
    assert found is not None
    return found


def current(room: Room) -> str | None:
    return room.session.current.text if room.session.current else None


def go_to(room: Room, words: str) -> None:
    for _ in range(10):
        if current(room) == words:
            return
        room.type("j")
    raise AssertionError(f"“{words}” was not met; there are {room.texts}")


def entries(path: Path) -> Review:
    return load_review(beside(path))


# Protected


def test_everything_is_marked_and_nothing_can_be_typed(reviewing: Room) -> None:
    room = reviewing
    assert "Our battery is big." in room.texts  # the mild one too
    assert room.editor.isReadOnly()
    for keys in ("x", "Ctrl+V", "Delete", "Backspace", "Return", "Ctrl+X"):
        QApplication.clipboard().setText("pasted")
        room.press(keys)
    assert room.session.text() == TEXT
    assert not room.session.document.isModified()


def test_the_caret_moves_and_words_can_be_selected_and_found(reviewing: Room) -> None:
    room = reviewing
    room.press("Ctrl+Home")
    room.press("Right")
    assert room.window.caret == 1
    room.press("Shift+Right")
    assert room.editor.textCursor().selectedText() == "o"
    assert room.editor.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    room.do("find")
    room.type("synergy")
    room.press("Return")
    assert room.editor.textCursor().selectedText() == "synergy"


def test_the_shape_of_the_program_is_as_before_afterwards(room: Room) -> None:
    room.workspace.remember("shown_kinds", ("jargon",))
    room.write(TEXT)
    before = room.texts
    room.press("Ctrl+Shift+R")
    assert len(room.texts) > len(before)
    room.press("Ctrl+Shift+R")
    assert room.texts == before
    assert room.workspace.settings["shown_kinds"] == ("jargon",)
    assert not room.editor.isReadOnly()
    room.press("Ctrl+Home")
    room.type("x")
    assert room.session.text() == f"x{TEXT}"


# Single keys


def test_one_hand_walks_through_the_findings(reviewing: Room) -> None:
    room = reviewing
    room.press("Ctrl+Home")
    room.session.set_current(None)
    seen = []
    for key in ("j", " ", "j"):
        room.type(key)
        seen.append(room.session.current)
    assert seen == list(room.session.findings())[:3]
    room.type("k")
    assert room.session.current is seen[1]
    room.press("Shift+Space")
    assert room.session.current is seen[0]


def test_a_uses_the_first_suggestion_and_z_takes_it_back(reviewing: Room, path: Path) -> None:
    room = reviewing
    go_to(room, "leverage")
    room.type("a")
    assert "You use synergy" in room.session.text()
    (made,) = entries(path).decisions
    assert (made.what, made.was, made.anchor.text) == (Decided.USED, "leverage", "use")
    room.type("z")
    assert room.session.text() == TEXT


def test_a_suggestion_is_used_as_soon_as_it_is_there(reviewing: Room) -> None:
    room = reviewing
    go_to(room, "leverage")
    room.window.session._suggestions.forget_all()
    room._qtbot.keyClicks(room.editor, "a")  # the engine has not answered yet
    assert room.session.text() == TEXT
    room.answer()
    assert "You use synergy" in room.session.text()


def test_digits_use_the_others(reviewing: Room) -> None:
    room = reviewing
    go_to(room, "leverage")
    room.type("2")  # to leave it out
    assert "You synergy here." in room.session.text()
    room.type("3")
    assert "such suggestion" in room.messages[0] or "finding first" in room.messages[0]


def test_undo_stops_where_the_review_began(room: Room) -> None:
    room.type("Typed before. You leverage it.")
    room.press("Ctrl+Shift+R")
    text = room.session.text()
    room.type("zzz")
    room.press("Ctrl+Z")
    assert room.session.text() == text
    go_to(room, "leverage")
    room.type("a")
    assert room.session.text() != text
    room.type("zz")
    assert room.session.text() == text
    room.press("Ctrl+Shift+Z")
    assert "use it" in room.session.text()


def test_i_asks_for_a_reason(reviewing: Room, path: Path) -> None:
    room = reviewing
    go_to(room, "synergy")
    room.type("i")
    assert QApplication.focusWidget() is room.window.review_desk.prompt.field
    room.type("Her own word")
    room.press("Return")
    assert QApplication.focusWidget() is room.editor
    assert "synergy" not in room.texts
    (made,) = entries(path).decisions
    assert (made.what, made.reason) == (Decided.IGNORED, "Her own word")
    assert room.session.ignored()[0].reason == "Her own word"


def test_z_takes_back_an_ignoring_before_what_came_before_it(reviewing: Room, path: Path) -> None:
    room = reviewing
    text = room.session.text()
    go_to(room, "leverage")
    room.type("a")
    changed = room.session.text()
    assert changed != text
    go_to(room, "synergy")
    room.type("i")
    room.press("Return")
    assert room.session.ignored()
    room.type("z")
    assert not room.session.ignored()
    assert entries(path).decisions[-1].what is not Decided.IGNORED
    assert room.session.text() == changed
    room.type("z")
    assert room.session.text() == text


def test_escape_keeps_what_was_begun(reviewing: Room, path: Path) -> None:
    room = reviewing
    go_to(room, "synergy")
    room.type("n")
    room.type("Half a")
    room.press("Escape")
    assert not beside(path).exists()
    room.type("n")
    room.type(" note")
    room.press("Return")
    assert [note.text for note in entries(path).notes] == ["Half a note"]


def test_n_leaves_a_note_on_the_finding(reviewing: Room, path: Path) -> None:
    room = reviewing
    go_to(room, "synergy")
    room.type("n")
    room.type("What is it")
    room.press("Shift+Return")
    room.type("to her?")
    room.press("Return")
    (note,) = entries(path).notes
    assert (note.text, note.anchor.text) == ("What is it\nto her?", "synergy")
    assert room.session.text() == TEXT


def test_a_note_on_what_is_selected(room: Room, path: Path) -> None:
    room.workspace.open_file(path, room.window)
    room.answer()
    cursor = room.session.document.find("know trains")
    room.editor.setTextCursor(cursor)
    room.press("Ctrl+Shift+M")
    room.type("Which?")
    room.press("Return")
    assert [note.anchor.text for note in entries(path).notes] == ["know trains"]


def test_u_unlocks_and_then_letters_are_letters(reviewing: Room) -> None:
    room = reviewing
    room.type("u")
    room.press("Ctrl+Home")
    room.type("jan ")
    assert room.session.text() == f"jan {TEXT}"
    room.press("Ctrl+Shift+K")
    assert room.editor.isReadOnly()
    room.type("x")
    assert room.session.text() == f"jan {TEXT}"


def test_keys_work_in_the_list_too(reviewing: Room) -> None:
    room = reviewing
    room.press("F6")
    assert QApplication.focusWidget() is room.window.panel.findings.list
    before = room.session.current
    room.type("j")
    assert room.session.current is not None
    assert room.session.current is not before


def test_the_legend_says_the_keys_and_the_place(reviewing: Room) -> None:
    bar = reviewing.window.review_desk.bar
    assert bar.isVisible()
    assert "Protected" in bar.state.text()
    go_to(reviewing, "leverage")
    assert "finding " in bar.state.text()
    for keys in ("j", "a", "i", "n", "u"):
        assert keys in bar.legend.accessibleName()
    reviewing.type("u")
    assert "Unlocked" in bar.state.text()
    assert bar.legend.isHidden()


# Seen


def test_notes_and_changes_are_seen_in_the_text(reviewing: Room) -> None:
    room = reviewing

    def picture() -> QImage:
        room.session.set_current(None)
        room.editor.clearFocus()
        return room.editor.viewport().grab().toImage()

    go_to(room, "synergy")
    before = picture()
    room.editor.setFocus()
    go_to(room, "synergy")
    room.type("n")
    room.type("Why")
    room.press("Return")
    assert picture() != before


# Several drafts


def test_each_draft_has_its_review(reviewing: Room, tmp_path: Path) -> None:
    room = reviewing
    other = tmp_path / "other.md"
    other.write_text("Nothing of note.", "utf-8")
    room.workspace.open_file(other, room.window)
    room.answer()
    assert not room.editor.isReadOnly()
    assert not room.window.review_desk.bar.isVisible()
    assert not room.window.actions_by_name["review_mode"].isChecked()
    room.press("Ctrl+PgUp")
    assert room.editor.isReadOnly()
    assert room.window.actions_by_name["review_mode"].isChecked()


# The writer


def noted(path: Path) -> None:
    anchor = Anchor("synergy", ("big", "you", "leverage"), ("here", "call", "us"))
    note = Note("a", "What does she get?", anchor, "Ana")
    save_review(beside(path), Review(), Review(notes=(note,)))


def test_a_writer_sees_notes_answers_and_ticks_them(room: Room, path: Path, qtbot: QtBot) -> None:
    noted(path)
    room.workspace.open_file(path, room.window)
    room.answer()
    qtbot.waitUntil(lambda: any("1 note by Ana" in text for text in room.messages))
    assert not room.editor.isReadOnly()
    room.choose("Show the notes")
    notes = panel(room)
    assert QApplication.focusWidget() is notes.list
    assert "What does she get?" in notes.list.item(0).text()
    room.press("Space")
    assert entries(path).notes[0].done
    notes.answer_button.click()
    room.type("An hour.")
    room.press("Return")
    assert [answer.text for answer in entries(path).notes[0].answers] == ["An hour."]
    room.press("Ctrl+Shift+O")
    room.press("Return")
    assert QApplication.focusWidget() is room.editor
    assert room.session.document.toPlainText()[room.window.caret :].startswith("synergy")


def test_notes_walked_through_by_keys(room: Room, path: Path) -> None:
    noted(path)
    room.workspace.open_file(path, room.window)
    room.answer()
    room.press("Ctrl+Home")
    room.press("Ctrl+F8")
    assert room.session.text()[room.window.caret :].startswith("synergy")


def test_a_broken_file_is_told_and_typing_goes_on(room: Room, path: Path, qtbot: QtBot) -> None:
    beside(path).write_text("format = ")
    room.workspace.open_file(path, room.window)
    qtbot.waitUntil(lambda: any("post.md.review.toml:1:" in text for text in room.messages))
    room.press("Ctrl+Home")
    room.type("x")
    assert room.session.text().startswith("x")
    assert beside(path).read_text() == "format = "


def test_a_note_that_lost_its_words_says_so(room: Room, path: Path) -> None:
    note = Note("a", "Gone", Anchor("words that are nowhere"))
    save_review(beside(path), Review(), Review(notes=(note,)))
    room.workspace.open_file(path, room.window)
    room.answer()
    assert "not there any more" in panel(room).list.item(0).text()


# The report


@pytest.mark.parametrize(("suffix", "begin"), [(".html", b"<!DOCTYPE"), (".pdf", b"%PDF")])
def test_a_report_to_send_back(reviewing: Room, tmp_path: Path, suffix: str, begin: bytes) -> None:
    room = reviewing
    go_to(room, "leverage")
    room.type("a")
    go_to(room, "synergy")
    room.type("n")
    room.type("To whom?")
    room.press("Return")
    target = tmp_path / f"report{suffix}"
    commands = room.window.furnishing.review_commands
    assert commands.report_to(target)
    data = target.read_bytes()
    assert data.startswith(begin)
    if suffix == ".html":
        page = data.decode("utf-8")
        for said in ("To whom?", "<ins>use</ins>", "leverage", "Before (", "Findings in all"):
            assert said in page


def test_a_report_is_not_written_over_a_draft_that_is_open(reviewing: Room, path: Path) -> None:
    assert not reviewing.window.furnishing.review_commands.report_to(path)
    assert path.read_text("utf-8") == TEXT
    assert "open as a draft" in reviewing.messages[0]


def test_a_folder_that_is_not_there(reviewing: Room, tmp_path: Path) -> None:
    assert not reviewing.window.furnishing.review_commands.report_to(tmp_path / "no" / "r.html")
    assert "its folder is not there" in reviewing.messages[0]


def test_figures_are_compared_once_all_of_the_draft_is_read(reviewing: Room, path: Path) -> None:
    room = reviewing
    go_to(room, "synergy")
    room.type("n")
    room.type("Why?")
    room.press("Return")
    room.do("close_draft")
    room.workspace.open_file(path, room.window)
    room.window.actions_by_name["show_notes"].trigger()
    figures = room.window.panel.findChild(ReviewPanel).figures
    assert figures.isHidden()
    room.answer()
    assert not figures.isHidden()
    assert "Focus: 50% → 50%" in figures.text()
