"""The editor: a draft's text with its findings marked, painted and never written into it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.highlights import MarkStyle
from writer_assistant.gui.session import DraftSession


class DraftEditor(QPlainTextEdit):
    """Shows one session at a time."""

    files_dropped = Signal(list)
    """Paths of files that were dropped here."""

    def __init__(self, session: DraftSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        raise NotImplementedError

    @property
    def session(self) -> DraftSession:
        """The draft that is shown."""
        raise NotImplementedError

    def set_session(self, session: DraftSession) -> None:
        """Show another draft."""

    @property
    def highlights_shown(self) -> bool:
        """Whether findings are marked."""
        raise NotImplementedError

    def set_highlights_shown(self, shown: bool) -> None:
        """Mark findings or do not."""

    def set_mark_styles(self, styles: Mapping[Kind, MarkStyle]) -> None:
        """Take other colours (``highlights.LIGHT``, ``highlights.DARK``)."""
