"""What is in focus while all else is dimmed."""

import pytest
from PySide6.QtGui import QColor
from rooms import Desk

from writer_assistant.gui.focus_mode import FocusMode, sentence_around

TEXT = "One. Two 😀 is here! Mr. Three? Four"


@pytest.mark.parametrize(
    ("position", "sentence"),
    [
        (0, "One."),
        (3, "One."),
        (5, "Two 😀 is here!"),
        (12, "Two 😀 is here!"),
        (22, "Mr. Three?"),
        (30, "Mr. Three?"),
        (36, "Four"),
    ],
)
def test_the_sentence_at_a_place(position: int, sentence: str) -> None:
    start, end = sentence_around(TEXT, position)
    units = TEXT.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == sentence


@pytest.mark.parametrize("text", ["", " ", "No end", "\ud800", "😀"])
def test_any_text_has_a_sentence(text: str) -> None:
    start, end = sentence_around(text, 0)
    assert 0 <= start <= end <= 2 * len(text)


def focused(desk: Desk, mode: FocusMode, position: int) -> str:
    desk.put_caret(position)
    start, end = mode.span
    return desk.session.text()[start:end]


def test_hard_wrapped_lines_are_one_paragraph(desk: Desk) -> None:
    desk.write("# Head\nOne. Two\ngoes on.\n\n- item\n- more")
    mode = FocusMode(desk.editor)
    mode.set_mode("paragraph")
    assert focused(desk, mode, 1) == "# Head\nOne. Two\ngoes on."[:24]
    assert focused(desk, mode, 27) == "- item"
    mode.set_mode("sentence")
    assert focused(desk, mode, 18) == "Two\ngoes on."


def test_all_but_the_sentence_is_paler(desk: Desk) -> None:
    desk.write("One. Two.\n\nThree.")
    desk.editor.show()
    mode = FocusMode(desk.editor)

    def darkest(line: int, letter: int) -> int:
        """Return how dark the darkest pixel of a letter is."""
        cursor = desk.editor.textCursor()
        cursor.setPosition(desk.session.document.findBlockByNumber(line).position() + letter)
        left = desk.editor.cursorRect(cursor)
        cursor.movePosition(cursor.MoveOperation.Right)
        right = desk.editor.cursorRect(cursor)
        image = desk.editor.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        return min(
            QColor(image.pixel(round(x * ratio), round(y * ratio))).lightness()
            for x in range(left.left() + 2, right.left())
            for y in range(left.top(), left.bottom())
        )

    desk.put_caret(6)
    plain = [darkest(0, 0), darkest(0, 5), darkest(2, 1)]
    mode.set_mode("sentence")
    dimmed = [darkest(0, 0), darkest(0, 5), darkest(2, 1)]
    assert dimmed[1] == plain[1]
    assert dimmed[0] > plain[0] + 60
    assert dimmed[2] > plain[2] + 60
    mode.set_mode("off")
    assert [darkest(0, 0), darkest(0, 5), darkest(2, 1)] == plain


def test_there_is_no_other_mode(desk: Desk) -> None:
    with pytest.raises(ValueError, match="blur"):
        FocusMode(desk.editor).set_mode("blur")
