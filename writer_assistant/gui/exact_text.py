r"""A document's text to the last unit, and a document made to hold another text in one step."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from writer_assistant.gui.lines import units
from writer_assistant.text.compare import changed_part

_SEPARATOR = "\u2029"  # between two blocks


def exact_text(document: QTextDocument) -> str:
    r"""Return a document's text as it is to be saved: ``\n`` at line ends, lone surrogates kept."""
    text = document.toRawText()
    if units(text) == document.characterCount() - 1:
        return text.replace(_SEPARATOR, "\n")
    lines = []
    block = document.firstBlock()
    while block.isValid():
        text = block.text()
        if units(text) != block.length() - 1:
            # Qt leaves half characters out; unit by unit they can be had.
            positions = range(block.position(), block.position() + block.length() - 1)
            raw = "".join(document.characterAt(position) for position in positions)
            text = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        lines.append(text)
        block = block.next()
    return "\n".join(lines)


def become(document: QTextDocument, text: str) -> None:
    """Let ``document`` hold ``text``, as one step of undo; what stays the same is not touched."""
    old = exact_text(document)
    start, old_end, new_end = changed_part(old, text)
    if start == old_end == new_end:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(units(old[:start]))
    cursor.setPosition(units(old[:old_end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[start:new_end])
    cursor.endEditBlock()
