from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor
from rooms import Desk, Room

from writer_assistant.gui.mime import new_mime_data
from writer_assistant.gui.paste import pasted
from writer_assistant.output.clipboard import Form, copied
from writer_assistant.output.document import document

CLIPBOARDS = Path(__file__).parents[1] / "clipboards"


def rich(html: str, text: str = "") -> QMimeData:
    data = new_mime_data()
    data.setHtml(html)
    if text:
        data.setText(text)
    return data


def put(data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize("program", ["word", "word_online", "google_docs", "browser"])
def test_rich_text_is_pasted_as_markdown_in_one_step(desk: Desk, program: str) -> None:
    source = (CLIPBOARDS / f"{program}.html").read_text("utf-8")
    put(rich(source, "anything"))
    desk.editor.paste()
    markdown = (CLIPBOARDS / f"{program}.md").read_text("utf-8")
    assert desk.session.text() == markdown.rstrip("\n")
    desk.editor.undo()
    assert desk.session.text() == ""
    desk.editor.redo()
    assert desk.session.text() == markdown.rstrip("\n")


def test_what_this_program_copies_for_mail_can_be_pasted_back(desk: Desk) -> None:
    text = "# Head\n\n**bold** and [words](https://x.example)\n\n- one\n- two"
    content = copied(document(text, "x"), Form.RICH)
    put(rich(content.html, content.plain))
    desk.editor.paste()
    assert desk.session.text() == text


def test_rich_text_is_pasted_as_plain_text_on_demand(room: Room) -> None:
    put(rich("<p><b>bold</b>\u200b</p>", "bold\u200b"))
    room.press("Ctrl+Shift+V")
    assert room.session.text() == "bold"
    room.do("paste")
    assert room.session.text() == "bold**bold**"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>**typed** in a field</p>", "**typed** in a field"),
        ("<p>see <a href='https://x.example'>https://x.example</a></p>", "see https://x.example"),
        ("<div>- one</div><div>- two</div>", "- one\n- two"),
        ("", "plain"),
    ],
)
def test_what_has_no_formatting_goes_in_as_it_stands(desk: Desk, html: str, text: str) -> None:
    put(rich(html, text))
    desk.editor.paste()
    assert desk.session.text() == text


def test_a_code_editors_colours_are_no_formatting(desk: Desk) -> None:
    data = rich("<pre><b># Head</b></pre>", "# Head")
    data.setData("vscode-editor-data", b"{}")
    put(data)
    desk.editor.paste()
    assert desk.session.text() == "# Head"


def test_rich_text_without_plain_text_beside_it_is_taken(desk: Desk) -> None:
    put(rich("<p>just this</p>"))
    assert desk.editor.canPaste()
    desk.editor.paste()
    assert desk.session.text() == "just this"


@pytest.mark.parametrize(
    ("before", "at", "html", "after"),
    [
        ("one two", 4, "<b>x</b> ", "one **x**two"),
        ("one two", 4, "<h2>x</h2>", "one \n\n## x\n\ntwo"),
        ("one", 3, "<ul><li>x</ul>", "one\n\n- x"),
        ("one\n", 4, "<ul><li>x</ul>", "one\n\n- x"),
        ("one\n\n", 5, "<ul><li>x</ul>", "one\n\n- x"),
        ("two", 0, "<p><i>x</i><p>y", "*x*\n\ny\n\ntwo"),
    ],
)
def test_blocks_stand_on_lines_of_their_own(
    desk: Desk, before: str, at: int, html: str, after: str
) -> None:
    desk.write(before)
    desk.put_caret(at)
    put(rich(html, "x"))
    desk.editor.paste()
    assert desk.session.text() == after
    desk.editor.undo()
    assert desk.session.text() == before


def test_what_is_selected_gives_way(desk: Desk) -> None:
    desk.write("one two three")
    cursor = desk.editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    desk.editor.setTextCursor(cursor)
    put(rich("<em>2</em>", "2"))
    desk.editor.paste()
    assert desk.session.text() == "one *2* three"
    desk.editor.undo()
    assert desk.session.text() == "one two three"


@pytest.mark.parametrize(
    ("before", "at"), [("```\n\n```", 4), ("---\ntitle: x\n---\n", 12), ("    code\n    ", 13)]
)
def test_marks_are_not_put_where_they_mean_nothing(desk: Desk, before: str, at: int) -> None:
    desk.write(before)
    desk.put_caret(at)
    put(rich("<b>x</b>", "x"))
    desk.editor.paste()
    assert "x" in desk.session.text()[4:]
    assert "**" not in desk.session.text()


def test_a_draft_without_markup_takes_plain_text(desk: Desk, tmp_path: Path) -> None:
    desk.session.set_path(tmp_path / "post.txt")
    put(rich("<b>x</b>", "x"))
    desk.editor.paste()
    assert desk.session.text() == "x"


def test_a_protected_draft_takes_nothing(desk: Desk) -> None:
    desk.editor.setReadOnly(True)
    put(rich("<b>x</b>", "x"))
    desk.editor.paste()
    desk.editor.paste_plain()
    assert desk.session.text() == ""


def test_what_cannot_be_read_is_pasted_as_plain_text_and_told(desk: Desk) -> None:
    put(rich("<div>" * 50_000 + "<b>x</b>", "x"))
    desk.editor.paste()
    assert desk.session.text() == "x"
    ((what, _, remedy),) = desk.problems
    assert "too deep" in what
    assert remedy


def test_rich_text_is_dropped_as_markdown(desk: Desk) -> None:
    data = rich("<b>x</b>", "x")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    event = QDropEvent(QPointF(5, 5), copy, data, left, none.NoModifier)
    desk.editor.dropEvent(event)
    assert desk.session.text() == "**x**"


def test_what_is_copied_in_the_editor_is_mere_text(desk: Desk) -> None:
    desk.write("# one\n\n**two** 👩‍👩‍👧")
    desk.editor.selectAll()
    desk.editor.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "# one\n\n**two** 👩‍👩‍👧"
    assert not data.hasHtml()


def test_invisible_characters_and_odd_line_ends_are_dropped() -> None:
    data = new_mime_data()
    data.setText("a\u200bb\r\nc\u2028d\x00")
    assert pasted(data).text == "ab\nc\nd"
    assert pasted(rich("<p>a&shy;b&#8203; <b>c&nbsp;d</b></p>")).text == "ab **c d**"
