"""A sentence that may be put in, beside what stands in the draft."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from writer_assistant.analysis.finding import GAP, How, Source


class Insertion:
    """A suggestion that replaces nothing; its place follows the typing.

    Attributes:
        text: what is put in, gaps marked ``[…]``.
        how: where it comes from.
        source: the persona entry that it draws on, if it draws on one.
    """

    original = ""

    def __init__(
        self, document: QTextDocument, position: int, text: str, how: How, source: Source | None
    ) -> None:
        self._cursor = QTextCursor(document)
        self._cursor.setPosition(min(position, document.characterCount() - 1))
        self.text = text
        self.how = how
        self.source = source

    @property
    def position(self) -> int:
        """Where it goes now, in UTF-16 units from the document's start."""
        return self._cursor.position()

    @property
    def complete(self) -> bool:
        """Whether it can stand as it is."""
        return GAP not in self.text
