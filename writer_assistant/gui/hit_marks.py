"""Hits of a search marked in the editor: a ground below the letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.highlights import is_mixed, line_rect, stretches
from writer_assistant.gui.layers import Layer
from writer_assistant.gui.theme import Theme

_FAINT = 110  # of 255


class HitMarks(QObject):
    """Hits of one editor, below its letters."""

    def __init__(self, editor: DraftEditor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._starts: Sequence[int] = ()
        self._ends: Sequence[int] = ()
        editor.add_layer(Layer(self._paint, lambda: bool(self._starts), is_below=True))

    def set_hits(self, places: Sequence[tuple[int, int]]) -> None:
        """Mark these positions of the document, which are in order; none to mark nothing."""
        if places or self._starts:
            self._starts = [start for start, _ in places]
            self._ends = [end for _, end in places]
            self._editor.viewport().update()

    def _paint(self, painter: QPainter, block: QTextBlock, origin: QPointF, _area: QRectF) -> None:
        """Lay a ground below each hit of a line."""
        ground = self._theme.colour("caution")
        ground.setAlpha(_FAINT)
        position, length = block.position(), block.length() - 1
        mixed = is_mixed(block)
        at = bisect_left(self._ends, position + 1)
        while at < len(self._starts) and self._starts[at] < position + length:
            first = max(0, self._starts[at] - position)
            last = min(length, self._ends[at] - position)
            for line, left, right in stretches(block, first, last, mixed=mixed):
                painter.fillRect(line_rect(line, left, right, origin), ground)
            at += 1
