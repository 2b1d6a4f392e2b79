"""Putting a suggestion in place: one edit, one step of undo, the caret where work goes on."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from writer_assistant.analysis.finding import GAP
from writer_assistant.gui.lines import line_text, units
from writer_assistant.text.offsets import Utf16Map

_MARKS = " \t-*+#>•"  # what may stand in a line that says nothing


def put(document: QTextDocument, start: int, end: int, text: str) -> tuple[int, int]:
    """Replace the positions from ``start`` to ``end`` by ``text``.

    A removal also takes the space, the bullet and the empty line that would be left over.

    Returns:
        Anchor and position for the caret: the first gap, selected, or behind the new text.
    """
    if not text:
        start, end = _without_leftovers(document, start, end)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)
    cursor.endEditBlock()
    gap = text.find(GAP)
    if gap >= 0:
        anchor = start + units(text[:gap])
        return anchor, anchor + units(GAP)
    return cursor.position(), cursor.position()


def _without_leftovers(document: QTextDocument, start: int, end: int) -> tuple[int, int]:
    first, last = document.findBlock(start), document.findBlock(end)
    before = line_text(first)[: _index(line_text(first), start - first.position())]
    after = line_text(last)[_index(line_text(last), end - last.position()) :]
    if not before.strip(_MARKS) and not after.strip():
        return _whole_lines(document, start, end)
    if after[:1].isspace() and (not before.strip(_MARKS) or before[-1:].isspace()):
        return start, end + len(after) - len(after.lstrip())
    if before[-1:].isspace() and (not after or after[0] in ".,;:!?)"):
        return start - (len(before) - len(before.rstrip())), end
    return start, end


def _whole_lines(document: QTextDocument, start: int, end: int) -> tuple[int, int]:
    first, last = document.findBlock(start), document.findBlock(end)
    previous, following = first.previous(), last.next()
    if following.isValid():
        is_alone = not previous.isValid() or not previous.text().strip()
        if is_alone and not following.text().strip() and following.next().isValid():
            following = following.next()
        return first.position(), following.position()
    if previous.isValid():
        if not previous.text().strip() and previous.previous().isValid():
            previous = previous.previous()
        return previous.position() + previous.length() - 1, last.position() + last.length() - 1
    return first.position(), last.position() + last.length() - 1


def _index(text: str, position: int) -> int:
    """Return the code point at a UTF-16 position of ``text``."""
    return Utf16Map(text).from_utf16(position)
