"""Markdown in the editor: formats of the layout, and nothing in the document."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextBlock
from pytestqt.qtbot import QtBot
from rooms import Desk

from writer_assistant.gui.block_notes import notes_of
from writer_assistant.gui.markdown_look import MarkdownLook, state_behind
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.theme import Theme
from writer_assistant.text.look import PROSE, front_matter_end, line_look

BOLD = QFont.Weight.Bold.value


@pytest.fixture
def look(desk: Desk) -> MarkdownLook:
    desk.editor.show()
    return MarkdownLook(desk.editor, Theme("light"))


def bold(desk: Desk, line: int) -> list[str]:
    """Return what is bold in a line."""
    block = desk.session.document.findBlockByNumber(line)
    units = block.text().encode("utf-16-le")
    return [
        units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
        for part in block.layout().formats()
        if part.format.fontWeight() == BOLD
    ]


def settle(qtbot: QtBot, look: MarkdownLook) -> None:
    qtbot.waitUntil(lambda: not look._timer.isActive())


def test_bold_is_bold_and_marks_stay(desk: Desk, look: MarkdownLook, qtbot: QtBot) -> None:
    desk.write("😀 a **bold** word\n# Heading")
    settle(qtbot, look)
    assert bold(desk, 0) == ["bold"]
    assert bold(desk, 1) == ["# Heading"]
    assert desk.session.text() == "😀 a **bold** word\n# Heading"


def test_a_look_is_no_step_of_undo_and_no_change(
    desk: Desk, look: MarkdownLook, qtbot: QtBot
) -> None:
    desk.write("plain")
    document = desk.session.document
    revision = desk.session.revision
    document.setModified(False)
    for shown in (False, True):
        look.set_shown(shown)
        settle(qtbot, look)
    assert not document.isModified()
    assert not document.isUndoAvailable()
    assert desk.session.revision == revision


def test_it_follows_the_typing(desk: Desk, look: MarkdownLook) -> None:
    desk.write("")
    desk.type("a **b* c")
    assert bold(desk, 0) == []
    desk.put_caret(6)
    desk.type("*")
    assert bold(desk, 0) == ["b"]
    desk.put_caret(0)
    desk.type("xy")
    assert bold(desk, 0) == ["b"]
    desk.session.document.undo()
    assert bold(desk, 0) == ["b"]


def test_a_key_paints_one_line_only(desk: Desk, look: MarkdownLook, qtbot: QtBot) -> None:
    desk.write("\n".join(["# Heading", "**b** " + "word " * 30] * 20))
    settle(qtbot, look)
    desk.put_caret(3)
    qtbot.wait(1)
    heights: list[int] = []
    paint = desk.editor.paintEvent
    desk.editor.paintEvent = lambda event: (heights.append(event.rect().height()), paint(event))  # type: ignore[method-assign,assignment,func-returns-value]
    desk.type("x")
    qtbot.waitUntil(lambda: heights != [])
    assert max(heights) < 60


def code(desk: Desk) -> list[bool]:
    """Return of each line whether it is known to begin within something open."""
    blocks = []
    block = desk.session.document.firstBlock()
    while block.isValid():
        blocks.append(state_behind(block.previous()) != PROSE)
        block = block.next()
    return blocks


def test_a_fence_reaches_to_its_end(desk: Desk, look: MarkdownLook, qtbot: QtBot) -> None:
    desk.write("\n".join(["# a"] * 300))
    settle(qtbot, look)
    desk.put_caret(0)
    desk.editor.insertPlainText("```\n")
    settle(qtbot, look)
    assert code(desk) == [False] + [True] * 300
    assert bold(desk, 1) == []
    desk.session.document.undo()
    settle(qtbot, look)
    assert code(desk) == [False] * 300
    assert bold(desk, 0) == ["# a"]


def test_front_matter_is_seen_when_it_is_closed(
    desk: Desk, look: MarkdownLook, qtbot: QtBot
) -> None:
    desk.write("---\ntitle: **a**\n")
    settle(qtbot, look)
    assert bold(desk, 1) == ["a"]
    desk.put_caret(desk.session.document.characterCount() - 1)
    desk.type("---")
    settle(qtbot, look)
    assert bold(desk, 1) == []


def test_plain_text_has_no_look(desk: Desk, look: MarkdownLook, qtbot: QtBot, tmp_path) -> None:  # type: ignore[no-untyped-def]
    desk.write("**b**")
    settle(qtbot, look)
    desk.session.set_path(tmp_path / "a.txt")
    settle(qtbot, look)
    assert bold(desk, 0) == []
    desk.session.set_path(tmp_path / "a.md")
    settle(qtbot, look)
    assert bold(desk, 0) == ["b"]


def test_it_goes_along_to_another_draft_and_back(
    desk: Desk, look: MarkdownLook, qtbot: QtBot
) -> None:
    desk.write("**one**")
    first, other = desk.session, DraftSession(None)
    other.set_text("two **b**")
    desk.editor.set_session(other)
    settle(qtbot, look)
    assert len(other.document.firstBlock().layout().formats()) == 3
    first.set_text("# other\n\n**two**")
    desk.editor.set_session(first)
    settle(qtbot, look)
    assert bold(desk, 0) == ["# other"]
    assert bold(desk, 2) == ["two"]


def test_headings_are_larger_in_any_size(desk: Desk, look: MarkdownLook, qtbot: QtBot) -> None:
    desk.write("# a\n\ntext")
    settle(qtbot, look)
    for size in (12, 20):
        font = desk.editor.font()
        font.setPointSize(size)
        desk.editor.setFont(font)
        settle(qtbot, look)
        part = desk.session.document.firstBlock().layout().formats()[0]
        assert part.format.fontPointSize() > size * 1.2


LINES = ["text **b**", "```", "~~~", "# h", "<!-- c", "-->", "---", "a: b", "", "- i 😀"]


def true_state(texts: list[str]) -> list[int]:
    end, state, states = front_matter_end(texts[:100]), PROSE, []
    for number, text in enumerate(texts):
        state = line_look(text, state, front_matter=number < end)[1]
        states.append(state)
    return states


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_after_any_edits_looks_are_those_of_the_text(
    desk: Desk, look: MarkdownLook, qtbot: QtBot, data: st.DataObject
) -> None:
    desk.session.set_text("\n".join(data.draw(st.lists(st.sampled_from(LINES), max_size=30))))
    document = desk.session.document
    for _ in range(data.draw(st.integers(1, 8))):
        if data.draw(st.booleans()) and document.isUndoAvailable():
            document.undo()
            continue
        cursor = desk.editor.textCursor()
        length = document.characterCount() - 1
        cursor.setPosition(data.draw(st.integers(0, length)))
        cursor.setPosition(data.draw(st.integers(0, length)), cursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(data.draw(st.lists(st.sampled_from(LINES), max_size=3))))
        if data.draw(st.booleans()):
            settle(qtbot, look)
    settle(qtbot, look)
    texts = desk.session.text().split("\n")
    states = true_state(texts)
    block: QTextBlock = document.firstBlock()
    end = front_matter_end(texts[:100])
    for number, text in enumerate(texts):
        assert state_behind(block) == states[number]
        before = states[number - 1] if number else PROSE
        stretches, _ = line_look(text, before, front_matter=number < end)
        if notes_of(block).look_key == look._key(block, before):  # others are not in view
            assert len(block.layout().formats()) == len(stretches)
        block = block.next()
