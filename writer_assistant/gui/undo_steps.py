"""What one step of undo takes back: a word with the space behind it, not all that was typed.

Qt joins whatever is typed without moving the caret into one step. A first letter that is put in
within an edit block begins a new one, which takes in the letters after it (``QTextDocument``: an
insertion in a block of its own is not joined to what was before).
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeyEvent, QTextCursor

_ALT_WRITES = sys.platform == "darwin"


def typed_text(event: QKeyEvent) -> str:
    """Return what a key puts in; nothing for a shortcut, which may bring its letter along.

    Undo within an edit block leaves a layout that Qt crashes over.
    """
    from PySide6.QtCore import Qt  # not for the first paint

    text, modifiers = event.text(), event.modifiers()
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    meta = bool(modifiers & Qt.KeyboardModifier.MetaModifier)
    third_level = control and bool(modifiers & Qt.KeyboardModifier.AltModifier)  # AltGr
    is_shortcut = (control or meta) and not third_level
    return text if text.isprintable() and not is_shortcut else ""


def is_mnemonic(event: QKeyEvent) -> bool:
    """Whether a key is meant for a menu or a button that is not there (any more).

    Elsewhere than on macOS, where that key makes other letters, Alt puts nothing in.
    """
    from PySide6.QtCore import Qt  # not for the first paint

    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    alone = modifiers == Qt.KeyboardModifier.AltModifier
    return alone and event.text().isprintable() and event.text() != "" and not _ALT_WRITES


def begins_step(cursor: QTextCursor, text: str) -> bool:
    """Whether typing ``text`` at ``cursor`` begins a step: a word's first letter does."""
    if not text or not text.isprintable() or text.isspace() or cursor.hasSelection():
        return False
    position = cursor.position()
    return position > 0 and cursor.document().characterAt(position - 1).isspace()
