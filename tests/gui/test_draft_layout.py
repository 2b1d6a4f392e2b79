from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from writer_assistant.gui.draft_layout import DraftLayout

TEXT = "One line.\nAnother one.\n\nA third one, a little longer.\nThe last."


def stale(document: QTextDocument) -> list[str]:
    """The lines whose layout is that of another text."""
    found = []
    block = document.firstBlock()
    while block.isValid():
        layout = block.layout()
        if layout.lineCount():
            last = layout.lineAt(layout.lineCount() - 1)
            if last.textStart() + last.textLength() != block.length() - 1:
                found.append(block.text())
        block = block.next()
    return found


def shown(qtbot: QtBot) -> QPlainTextEdit:
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    document = QTextDocument(editor)
    document.setDocumentLayout(DraftLayout(document))
    editor.setDocument(document)
    editor.resize(300, 200)
    editor.setPlainText(TEXT)
    editor.show()
    qtbot.waitExposed(editor)
    editor.grab()
    return editor


edits = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 6), st.sampled_from(["", "x", "😀😀", "a\nb"])),
    min_size=1,
    max_size=5,
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(groups=st.lists(edits, min_size=1, max_size=3))
def test_no_line_keeps_the_layout_of_another_text(
    qtbot: QtBot, groups: list[list[tuple[int, int, str]]]
) -> None:
    editor = shown(qtbot)
    document = editor.document()
    for group in groups:
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for start, length, text in group:
            last = document.characterCount() - 1
            cursor.setPosition(min(start, last))
            cursor.setPosition(min(start + length, last), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
        cursor.endEditBlock()
        assert stale(document) == []
        editor.grab()
    for step in [document.undo] * len(groups) + [document.redo] * len(groups):
        step()
        assert stale(document) == []
        editor.grab()


def test_undo_of_a_change_at_the_start_of_every_line(qtbot: QtBot) -> None:
    editor = shown(qtbot)
    document = editor.document()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number in reversed(range(document.blockCount())):
        cursor.setPosition(document.findBlockByNumber(number).position())
        cursor.insertText("😀😀")
    cursor.endEditBlock()
    editor.grab()
    document.undo()
    assert stale(document) == []
