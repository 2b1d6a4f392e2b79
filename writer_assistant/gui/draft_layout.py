"""The layout of a draft: a change in a line's looks repaints that line, not the whole view."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class DraftLayout(QPlainTextDocumentLayout):
    """Qt's layout for plain text, told where changes really end.

    Qt adds what was removed to what was put in and takes the sum for the length of the changed
    text. For a change of formats, where all of a line counts as removed and as put in, that
    reaches into the lines behind, and everything is painted anew (4 to 9 ms a view).
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._revision = -1

    def documentChanged(self, position: int, _removed: int, added: int) -> None:
        """See Qt. Whether lines came or went it sees by their number."""
        revision = self.document().revision()
        if revision != self._revision:
            # Of several changes at once the last may have taken words from the start of a line:
            # that line lies right behind what came, and its letters are others now.
            added += 1
        self._revision = revision
        super().documentChanged(position, 0, max(1, added))
