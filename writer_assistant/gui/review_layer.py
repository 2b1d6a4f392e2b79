"""Words of notes and changes of a review, marked in the editor; told apart by form, not by colour.

Words of a note lie on a tinted ground between two brackets; a change stands in a frame, and where
words were taken out a wedge points to the place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextBlock

from writer_assistant.gui.highlights import is_mixed, line_rect, stretches
from writer_assistant.gui.layers import Layer
from writer_assistant.gui.places import LiveEntry
from writer_assistant.gui.theme import Theme
from writer_assistant.review.model import Decided, Decision, Note

_BRACKET = 4.0
_WEDGE = 3.5


def review_layer(entries: Callable[[], Iterable[LiveEntry]], theme: Theme) -> Layer:
    """Return a layer that marks ``entries``."""
    marks = _Marks(entries, theme)
    return Layer(marks.paint, lambda: any(True for _ in entries()), is_below=True)


class _Marks:
    def __init__(self, entries: Callable[[], Iterable[LiveEntry]], theme: Theme) -> None:
        self._entries = entries
        self._theme = theme

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF, _area: QRectF) -> None:
        """Paint the marks of one line."""
        if block.layout().preeditAreaText():
            return  # its letters stand in the layout but not in the text
        position, length = block.position(), block.length() - 1
        for live in self._entries():
            span = live.span
            if span is None or span[0] > position + length or span[1] < position:
                continue
            entry = live.entry
            if isinstance(entry, Note):
                if not entry.done:
                    self._note(painter, block, origin, span)
            elif entry.what is Decided.USED:
                self._change(painter, block, origin, span, entry)

    def _boxes(self, block: QTextBlock, origin: QPointF, span: tuple[int, int]) -> list[QRectF]:
        start = max(0, span[0] - block.position())
        end = min(block.length() - 1, span[1] - block.position())
        parts = stretches(block, start, end, mixed=is_mixed(block))
        return [line_rect(line, left, right, origin) for line, left, right in parts]

    def _note(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, span: tuple[int, int]
    ) -> None:
        boxes = self._boxes(block, origin, span)
        for box in boxes:
            painter.fillRect(box, self._theme.colour("caution_ground"))
        painter.setPen(QPen(self._theme.colour("caution"), 1.4))
        for box, inward in ((boxes[0], 1), (boxes[-1], -1)) if boxes else ():
            x = box.left() if inward > 0 else box.right()
            for y in (box.top() + 0.7, box.bottom() - 0.7):
                painter.drawLine(QPointF(x, y), QPointF(x + inward * _BRACKET, y))
            painter.drawLine(QPointF(x, box.top() + 0.7), QPointF(x, box.bottom() - 0.7))

    def _change(
        self,
        painter: QPainter,
        block: QTextBlock,
        origin: QPointF,
        span: tuple[int, int],
        entry: Decision,
    ) -> None:
        good = self._theme.colour("good")
        painter.setPen(QPen(good, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes(block, origin, span):
            painter.drawRect(box.adjusted(-0.5, 0.5, 0.5, -0.5))
        inside = 0 <= span[0] - block.position() < block.length()
        if not entry.anchor.text and span[0] == span[1] and inside:
            line = block.layout().lineForTextPosition(span[0] - block.position())
            if line.isValid():
                # The binding gives the position back as well, which its type does not tell.
                x, _ = cast(tuple[float, int], line.cursorToX(span[0] - block.position()))
                tip = origin + QPointF(x, line.y() + 2)
                painter.setBrush(good)
                painter.drawPolygon(
                    QPolygonF(
                        [
                            tip + QPointF(-_WEDGE, -_WEDGE),
                            tip + QPointF(_WEDGE, -_WEDGE),
                            tip + QPointF(0, _WEDGE),
                        ]
                    )
                )
