"""Dialogs on small screens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(16, 56)
"""Pixels that a dialog's frame and title take at most."""


def fit_to_screen(dialog: QDialog) -> None:
    """Let ``dialog`` be no larger than its screen, with its buttons in view."""
    dialog.resize(dialog.size().boundedTo(dialog.screen().availableSize() - _FRAME))
