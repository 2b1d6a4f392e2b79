"""What one step of undo takes back: a word with the space behind it, not all that was typed.

Qt joins whatever is typed without moving the caret into one step. A first letter that is put in
within an edit block begins a new one, which takes in the letters after it (``QTextDocument``: an
insertion in a block of its own is not joined to what was before).
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor


def begins_step(cursor: QTextCursor, text: str) -> bool:
    """Whether typing ``text`` at ``cursor`` begins a step: a word's first letter does."""
    if not text or not text.isprintable() or text.isspace() or cursor.hasSelection():
        return False
    position = cursor.position()
    return position > 0 and cursor.document().characterAt(position - 1).isspace()
