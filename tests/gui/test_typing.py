"""Typing in the editor: steps of undo, smart quotes, and that undo gives straight ones back."""

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rooms import Desk

from writer_assistant.gui.typography import Typography


def undone(desk: Desk) -> list[str]:
    """Return the texts that undo goes back through."""
    texts = []
    while desk.session.document.isUndoAvailable():
        desk.session.document.undo()
        texts.append(desk.session.text())
    return texts


def test_a_step_of_undo_is_a_word(desk: Desk) -> None:
    desk.write("")
    desk.type("one two  three")
    assert undone(desk) == ["one two  ", "one ", ""]
    desk.session.document.redo()
    assert desk.session.text() == "one "


def test_lines_and_moves_of_the_caret_part_steps(desk: Desk) -> None:
    desk.write("")
    desk.type("one")
    QTest.keyClick(desk.editor, Qt.Key.Key_Return)
    desk.type("two")
    desk.put_caret(0)
    desk.type("x")
    assert undone(desk) == ["one\ntwo", "one\n", "one", ""]


def test_what_replaces_a_selection_is_one_step(desk: Desk) -> None:
    desk.write("one two")
    cursor = desk.editor.textCursor()
    cursor.select(cursor.SelectionType.Document)
    desk.editor.setTextCursor(cursor)
    desk.type("new")
    assert undone(desk) == ["one two"]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text("ab .'\"-", max_size=30), st.booleans())
def test_undo_leads_back_and_redo_forth(desk: Desk, keys: str, smart: bool) -> None:
    typography = Typography(desk.editor)
    typography.set_quotes(smart)
    typography.set_dashes(smart)
    desk.write("first ")
    desk.put_caret(6)
    desk.type(keys)
    last = desk.session.text()
    assert undone(desk)[-1:] in ([], ["first "])
    while desk.session.document.isRedoAvailable():
        desk.session.document.redo()
    assert desk.session.text() == last
    typography.deleteLater()
    desk.editor.typed.disconnect(typography._on_typed)


@pytest.fixture
def smart(desk: Desk) -> Typography:
    typography = Typography(desk.editor)
    typography.set_quotes(True)
    typography.set_dashes(True)
    return typography


def test_undo_gives_the_straight_one_back(desk: Desk, smart: Typography) -> None:
    desk.write("")
    desk.type('say "')
    assert desk.session.text() == "say “"
    desk.editor.undo()
    assert desk.session.text() == 'say "'
    desk.type("so")
    assert desk.session.text() == 'say "so'


def test_going_on_after_a_quote_begins_a_step(desk: Desk, smart: Typography) -> None:
    desk.write("")
    desk.type('"so')
    assert undone(desk) == ["“", '"', ""]


def test_code_is_left_alone(desk: Desk, smart: Typography) -> None:
    from writer_assistant.gui.markdown_look import MarkdownLook
    from writer_assistant.gui.theme import Theme

    look = MarkdownLook(desk.editor, Theme("light"))
    desk.write("```\n\n```\n")
    desk.put_caret(4)
    desk.type("it's -- so")
    assert desk.session.text() == "```\nit's -- so\n```\n"
    assert look is not None


def test_what_an_input_method_types_is_smart_too(desk: Desk, smart: Typography) -> None:
    desk.write("so ")
    desk.put_caret(3)
    event = QInputMethodEvent("", [])
    event.setCommitString('"')
    QApplication.sendEvent(desk.editor, event)
    assert desk.session.text() == "so “"


def test_nothing_is_smart_unless_wanted(desk: Desk) -> None:
    Typography(desk.editor)
    desk.write("")
    desk.type('it\'s "so" -- ...')
    assert desk.session.text() == 'it\'s "so" -- ...'


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt makes other letters there")
def test_a_key_for_a_button_that_is_gone_writes_nothing(desk: Desk) -> None:
    desk.write("As it is.")
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.editor, Qt.Key.Key_L, alt)
    QTest.keyClick(desk.editor, Qt.Key.Key_L, alt | shift)
    assert desk.session.text() == "As it is."
    QTest.keyClick(desk.editor, "@", alt | Qt.KeyboardModifier.ControlModifier)  # AltGr
    assert desk.session.text() == "As it is.@"
