"""How findings are marked: a colour and a line for each kind, and the drawing of them.

A mark lies wholly inside its line of text, so that repainting a paragraph repaints its marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QTextBlock, QTextLine

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.gui.language import tr
from writer_assistant.gui.live_findings import LiveFinding


class Line(StrEnum):
    """The form of a line, so that kinds differ without colour."""

    WAVE = "wave"
    DASH = "dash"
    DOT = "dot"
    DOUBLE = "double"
    DASH_DOT = "dash-dot"


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How one kind is marked."""

    colour: QColor
    line: Line

    @property
    def tint(self) -> QColor:
        """A faint ground for the sentence of the current finding."""
        tint = QColor(self.colour)
        tint.setAlpha(26)
        return tint


_LINES = {
    Kind.SELF_CENTERED: Line.WAVE,
    Kind.FEATURE_FIRST: Line.DASH,
    Kind.JARGON: Line.DOT,
    Kind.EMPTY_CLAIM: Line.DOUBLE,
    Kind.BARE_ASK: Line.DASH_DOT,
}


def _styles(colours: Mapping[Kind, str]) -> Mapping[Kind, MarkStyle]:
    return {kind: MarkStyle(QColor(colour), _LINES[kind]) for kind, colour in colours.items()}


LIGHT = _styles(
    {
        Kind.SELF_CENTERED: "#c2185b",
        Kind.FEATURE_FIRST: "#1565c0",
        Kind.JARGON: "#9a6700",
        Kind.EMPTY_CLAIM: "#7b1fa2",
        Kind.BARE_ASK: "#00796b",
    }
)
"""For dark text on a light ground."""

DARK = _styles(
    {
        Kind.SELF_CENTERED: "#ff6f91",
        Kind.FEATURE_FIRST: "#6cb6ff",
        Kind.JARGON: "#e3b341",
        Kind.EMPTY_CLAIM: "#d2a8ff",
        Kind.BARE_ASK: "#4dd0b1",
    }
)
"""For light text on a dark ground."""


def styles_for(ground: QColor) -> Mapping[Kind, MarkStyle]:
    """Return the styles that stand out from ``ground``."""
    return LIGHT if ground.lightnessF() > 0.5 else DARK


_DASHES = {
    Line.DASH: (8.0, 4.0),
    Line.DOT: (0.1, 4.9),
    Line.DASH_DOT: (8.0, 4.0, 0.1, 4.0),
}  # in pixels
_WAVE = 3.0  # half a wave length, in pixels
_WIDTHS = {
    Line.WAVE: (1.7, 1.0),
    Line.DASH: (2.0, 1.1),
    Line.DOT: (2.6, 1.5),
    Line.DOUBLE: (1.4, 0.8),
    Line.DASH_DOT: (2.0, 1.1),
}  # strong, mild


def draw_mark(
    painter: QPainter, style: MarkStyle, severity: Severity, left: float, right: float, y: float
) -> None:
    """Draw a mark from ``left`` to ``right`` around the height ``y``."""
    width = _WIDTHS[style.line][severity is Severity.MILD]
    pen = QPen(style.colour, width)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.FlatCap)
    match style.line:
        case Line.WAVE:
            tile = _wave_tile(pen, painter.device().devicePixelRatio())
            top = y - tile.deviceIndependentSize().height() / 2
            # Counted from the left edge of the text, so that neighbours join.
            painter.drawTiledPixmap(
                QRectF(left, top, right - left, tile.deviceIndependentSize().height()),
                tile,
                QPointF(left % (2 * _WAVE), 0),
            )
        case Line.DOUBLE:
            painter.setPen(pen)
            for height in (y - 1.3, y + 1.3):
                painter.drawLine(QPointF(left, height), QPointF(right, height))
        case line:
            pen.setDashPattern([length / width for length in _DASHES[line]])
            if line is not Line.DASH:
                pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(left + width / 2, y), QPointF(right - width / 2, y))


def _wave_tile(pen: QPen, ratio: float) -> QPixmap:
    """Return one wave. Drawn as a line for each finding it would cost a millisecond each time."""
    key = f"wave {pen.color().rgba()} {pen.widthF()} {ratio}"
    tile = QPixmap()
    if QPixmapCache.find(key, tile):
        return tile
    tile = QPixmap(QSize(round(2 * _WAVE * ratio), round(6 * ratio)))
    tile.setDevicePixelRatio(ratio)
    tile.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    # A wave more on either side, so that the ends of neighbouring tiles meet.
    painter.drawPolyline([QPointF(_WAVE * n, 4.2 if n % 2 == 0 else 1.8) for n in range(-2, 5)])
    painter.end()
    QPixmapCache.insert(key, tile)
    return tile


def mark_pixmap(style: MarkStyle, severity: Severity, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Return a sample of a mark, for lists and legends, on a clear ground."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, style, severity, 1, size.width() - 1, size.height() / 2)
    painter.end()
    return pixmap


def is_mixed(block: QTextBlock) -> bool:
    """Whether some text of a paragraph may run from right to left."""
    if block.textDirection() == QtCore.Qt.LayoutDirection.RightToLeft:
        return True
    text = block.text()
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


# Blocks of Unicode whose letters run from right to left, and the marks that turn others round.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def stretches(
    block: QTextBlock, start: int, end: int, *, mixed: bool
) -> Iterator[tuple[QTextLine, float, float]]:
    """Yield where the units from ``start`` to ``end`` of a paragraph stand: line, left, right.

    Text that mixes directions (``is_mixed``) may stand in several places of one line.
    """
    if start >= end:
        return
    layout = block.layout()
    for number in range(layout.lineForTextPosition(start).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= end:
            break
        if mixed:
            for left, right in _pieces(line, first, last):
                yield line, left, right
            continue
        left, right = _x(line, first), _x(line, last)
        # A space at the end of a wrapped line hangs into the margin.
        right = min(right, line.naturalTextRect().right())
        if right > left:
            yield line, left, right


def _x(line: QTextLine, at: int) -> float:
    # The binding gives the position back as well, which its type does not tell.
    x, _ = cast(tuple[float, int], line.cursorToX(at))
    return x


def _pieces(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return left and right of what ``start`` to ``end`` covers, neighbours joined."""
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    pieces: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes):
        if pieces and left <= pieces[-1][1] + 1.0:
            pieces[-1] = pieces[-1][0], max(right, pieces[-1][1])
        elif right > left:
            pieces.append((left, right))
    return pieces


def text_in(block: QTextBlock, top: float, bottom: float) -> tuple[int, int]:
    """Return the units of a paragraph whose lines lie between two heights of its layout."""
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return 0, 0
    first = bisect_left(range(count), top, key=lambda n: layout.lineAt(n).rect().bottom())
    last = bisect_left(range(count), bottom, key=lambda n: layout.lineAt(n).y())
    line = layout.lineAt(max(0, min(last, count) - 1))
    return layout.lineAt(min(first, count - 1)).textStart(), line.textStart() + line.textLength()


def line_rect(line: QTextLine, left: float, right: float, origin: QPointF) -> QRectF:
    """Return the box of a stretch of ``line``, in a layout that is painted at ``origin``."""
    return QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())


@dataclass(slots=True)
class Mark:
    """Where the mark of a finding is drawn.

    Attributes:
        finding: whose it is.
        start: position of its first unit.
        end: position behind its last one.
        level: how many marks of the same words are below it.
        holes: where shorter findings take their words out of it.
    """

    finding: LiveFinding
    start: int
    end: int
    level: int = 0
    holes: list[tuple[int, int]] = field(default_factory=list)

    def parts(self) -> Iterator[tuple[int, int]]:
        """Yield what is left of it, from one position to another."""
        at = self.start
        for start, end in sorted(self.holes):
            if at < start:
                yield at, start
            at = max(at, end)
        if at < self.end:
            yield at, self.end


def marks_of(findings: Iterable[LiveFinding]) -> list[Mark]:
    """Return the marks of findings that are given in reading order.

    Below a line of text there is room for one mark. So a shorter finding takes its words out of
    the mark of a longer one around it; only those of the very same words stand above each other.
    """
    marks: list[Mark] = []
    near: list[Mark] = []
    for finding in findings:
        mark = Mark(finding, finding.start, finding.end)
        near = [other for other in near if other.end > mark.start]
        for other in near:
            if (other.start, other.end) == (mark.start, mark.end):
                mark.level += 1
            else:
                short, long = sorted((mark, other), key=lambda one: one.end - one.start)
                long.holes.append((short.start, short.end))
        near.append(mark)
        marks.append(mark)
    return marks


def tooltip(finding: LiveFinding) -> str:
    """Return what a finding says, as rich text."""
    from html import escape

    return f"<p><b>{escape(tr(finding.message))}</b><br>{escape(finding.reason)}</p>"
