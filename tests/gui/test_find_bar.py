from conftest import Room
from PySide6.QtWidgets import QApplication


def selected(room: Room) -> tuple[int, str]:
    cursor = room.editor.textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def test_words_are_found_while_they_are_typed_and_round_the_end(room: Room) -> None:
    room.write("One two. 😀 Two ones.")
    room.press("Ctrl+F")
    assert QApplication.focusWidget() is room.window.find_bar.field
    room.type("two")
    assert selected(room) == (4, "two")
    room.press("Return")
    assert selected(room) == (12, "Two")
    room.press("F3")
    assert selected(room) == (4, "two")
    assert room.window.find_bar.result.text() == "From the other end"
    room.press("Shift+Return")
    assert selected(room) == (12, "Two")
    room.press("Escape")
    assert room.window.find_bar.isHidden()
    assert room.editor.hasFocus()


def test_a_capital_letter_means_itself(room: Room) -> None:
    room.write("one One")
    room.press("Ctrl+F")
    room.type("One")
    assert selected(room) == (4, "One")


def test_what_is_not_there_is_told(room: Room) -> None:
    room.write("one")
    room.press("Ctrl+F")
    room.type("x")
    assert room.window.find_bar.result.text() == "Not found"
    assert room.session.text() == "one"


def test_what_is_selected_is_looked_for(room: Room) -> None:
    room.write("one two one")
    room.press("Ctrl+Home")
    room.press("Ctrl+Shift+Right")
    room.press("Ctrl+F")
    assert room.window.find_bar.field.text() == "one "
    room.press("Escape")
    room.press("F3")
    assert room.window.find_bar.result.text() != "Not found"
