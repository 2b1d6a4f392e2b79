"""Reading a document's text so that offsets hold, whatever stands in it.

A line is a block. ``QTextBlock.text()`` leaves out lone surrogates (half an emoji, from a broken
paste), which would put every position behind them wrong; here each of them reads as U+FFFD.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

_SEPARATOR = "\u2029"  # between two blocks


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def line_text(block: QTextBlock) -> str:
    """Return the text of a line."""
    text = block.text()
    if units(text) != block.length() - 1:
        start = block.position()
        return _unit_by_unit(block.document(), start, start + block.length() - 1)
    return text


def lines_text(document: QTextDocument, first: int, count: int) -> list[str]:
    """Return the texts of up to ``count`` lines from line ``first`` on."""
    block = document.findBlockByNumber(first)
    texts = []
    while count > 0 and block.isValid():
        texts.append(line_text(block))
        block = block.next()
        count -= 1
    return texts


def text_between(document: QTextDocument, start: int, end: int) -> str:
    r"""Return the text between two positions, lines joined by ``\n``; clipped to the document."""
    start, end = max(0, start), min(end, document.characterCount() - 1)
    if start >= end:
        return ""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    # A cursor does not stop between the halves of a pair: it may have gone further.
    if (cursor.selectionStart(), cursor.selectionEnd()) == (start, end):
        text = cursor.selectedText()
        if units(text) == end - start:
            return text.replace(_SEPARATOR, "\n")
    return _unit_by_unit(document, start, end)


def place_for_caret(document: QTextDocument, position: int) -> int:
    """Return where a caret may stand that was at ``position``, perhaps of another text.

    It is within the document and not between the halves of a character, which typing would part.
    """
    position = max(0, min(position, document.characterCount() - 1))
    halves = document.characterAt(position - 1) + document.characterAt(position)
    is_within = "\ud800" <= halves[:1] < "\udc00" <= halves[1:] < "\ue000"
    return position - 1 if is_within else position


def _unit_by_unit(document: QTextDocument, start: int, end: int) -> str:
    raw = "".join(document.characterAt(at) for at in range(start, end))
    joined = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in joined)
    return whole.replace(_SEPARATOR, "\n")
