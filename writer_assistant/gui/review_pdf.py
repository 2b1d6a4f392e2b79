"""The report of a review as PDF: laid out by Qt, its marks drawn as in the window."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPalette,
    QPdfWriter,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from writer_assistant.analysis.finding import Finding, Severity
from writer_assistant.gui.highlights import LIGHT, Line, draw_mark, is_mixed, line_rect, stretches
from writer_assistant.output.review import ReviewReport, remarks, report_page
from writer_assistant.output.review_marks import Remark

_DPI = 96
_MARGIN = 18.0
"""Millimetres."""
_FOOT = 28
"""Pixels below the text for the page's number."""
_NOTE_GROUND, _NOTE_EDGE = QColor("#fbf0d9"), QColor("#8a8f98")
_MUTED, _TEXT, _GOOD = QColor("#5d636d"), QColor("#23262b"), QColor("#1d7440")
_TIE = "mark:"
_STYLE = """
h1 { font-size: 24px; } h2 { font-size: 18px; margin-top: 16px; } h3 { font-size: 15px; }
h4, h5, h6 { font-size: 14px; }
p.text { white-space: pre-wrap; line-height: 135%; margin-top: 10px; margin-bottom: 4px; }
pre { font-family: monospace; font-size: 11px; color: #5d636d; }
ul { margin-top: 2px; margin-bottom: 8px; }
li { margin-bottom: 2px; }
ul.said { font-size: 12px; list-style-type: none; }
ul.legend { list-style-type: none; -qt-list-indent: 0; }
p.about, p.small { color: #5d636d; font-size: 12px; }
th { text-align: left; font-weight: normal; padding-right: 24px; }
td { padding-right: 24px; }
thead th { font-weight: bold; }
ins { text-decoration: none; }
del { color: #5d636d; text-decoration: line-through; }
"""
"""Sizes in pixels: points are of another size on each system's screen."""
_LETTERS, _SMALL = 13, 11


def review_pdf(report: ReviewReport, *, letter: bool = False) -> bytes:
    """Return a report as the bytes of a PDF file.

    Args:
        report: what it tells.
        letter: whether the paper is US Letter; else it is A4.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    title = f"Review of “{report.title}”"
    writer.setTitle(title)
    writer.setCreator("Writer Assistant")
    size = QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    scale = writer.resolution() / _DPI
    page = QSizeF(writer.width() / scale, writer.height() / scale - _FOOT)
    pages = _Pages(report, page)
    painter = QPainter(writer)
    try:
        painter.scale(scale, scale)
        for number in range(pages.count):
            if number:
                writer.newPage()
            pages.paint(painter, number)
            pages.paint_foot(painter, number, title)
    finally:
        painter.end()
    buffer.close()
    return bytes(data.data())


class _Pages:
    """A report laid out on pages of one size, in pixels."""

    def __init__(self, report: ReviewReport, page: QSizeF) -> None:
        self._page = page
        self._remarks = {remark.number: remark for remark in remarks(report)}
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        font = QFont()
        font.setPixelSize(_LETTERS)
        self._document.setDefaultFont(font)
        self._document.setDefaultStyleSheet(_STYLE)
        self._document.setHtml(_for_qt(report_page(report, _tie)))
        _unlink(self._document)
        self._document.setPageSize(page)
        _keep_headings(self._document, page.height())
        self.count = self._document.pageCount()

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, marks included."""
        top = number * self._page.height()
        area = QRectF(QPointF(0, top), self._page)
        painter.save()
        painter.translate(0, -top)
        painter.setClipRect(area)
        parts = list(self._parts(area))
        for told, box in parts:
            _paint_ground(painter, told, box)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, _TEXT)
        context.clip = area
        self._document.documentLayout().draw(painter, context)
        for told, box in parts:
            _paint_marks(painter, told, box)
        painter.restore()

    def paint_foot(self, painter: QPainter, number: int, title: str) -> None:
        """Paint the line below a page."""
        painter.save()
        font = QFont(self._document.defaultFont())
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        painter.setPen(_MUTED)
        foot = QRectF(0, self._page.height() + 8, self._page.width(), _FOOT - 8)
        align = Qt.AlignmentFlag
        shown = painter.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideRight, int(foot.width() * 0.75)
        )
        painter.drawText(foot, int(align.AlignLeft | align.AlignBottom), shown)
        page = f"Page {number + 1} of {self.count}"
        painter.drawText(foot, int(align.AlignRight | align.AlignBottom), page)
        painter.restore()

    def _parts(self, area: QRectF) -> Iterator[tuple[tuple[Remark, ...], QRectF]]:
        """Yield what is marked on a page: with which remarks, and in which box."""
        layout = self._document.documentLayout()
        block = self._document.begin()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > area.bottom():
                return
            if box.bottom() >= area.top():
                for numbers, start, end in _tied(block):
                    told = tuple(self._remarks[number] for number in numbers)
                    for line, left, right in stretches(block, start, end, mixed=is_mixed(block)):
                        place = line_rect(line, left, right, box.topLeft())
                        if area.intersects(place):
                            yield told, place
            block = block.next()


def _keep_headings(document: QTextDocument, height: float) -> None:
    """Let no heading stand last on a page."""
    layout, cursor = document.documentLayout(), QTextCursor(document)
    block = document.begin()
    while block.isValid():
        below = block.next()
        if block.blockFormat().headingLevel() and below.isValid():
            tops = [layout.blockBoundingRect(one).top() // height for one in (block, below)]
            if tops[0] != tops[1]:
                form = block.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(form)
        block = below


def _tie(numbers: tuple[int, ...]) -> str:
    return _TIE + "-".join(map(str, numbers))


def _for_qt(html: str) -> str:
    """Return a page without what Qt would show or mistake: its own style, links within the page."""
    html = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return re.sub(r'<a href="#[^>]*>(.*?)</a>', r"<b>\1</b>", html)


_KEY = QTextCharFormat.Property.UserProperty + 1


def _unlink(document: QTextDocument) -> None:
    """Let what ties a stretch to its remarks be a property of it, and no link that can be seen."""
    cursor = QTextCursor(document)
    for block, start, length, form in list(_fragments(document)):
        numbers = form.anchorHref().removeprefix(_TIE)
        form.setAnchor(False)
        form.clearProperty(QTextCharFormat.Property.AnchorHref)
        form.clearProperty(QTextCharFormat.Property.AnchorName)
        form.clearForeground()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        form.clearProperty(QTextCharFormat.Property.FontUnderline)
        form.setProperty(_KEY, numbers)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)


def _fragments(
    document: QTextDocument,
) -> Iterator[tuple[QTextBlock, int, int, QTextCharFormat]]:
    block = document.begin()
    while block.isValid():
        for part in _parts_of(block):
            form = part.charFormat()
            if form.anchorHref().startswith(_TIE):
                yield block, part.position() - block.position(), part.length(), form
        block = block.next()


def _parts_of(block: QTextBlock) -> Iterator[QTextFragment]:
    fragments = block.begin()
    while not fragments.atEnd():
        yield fragments.fragment()
        fragments += 1


def _tied(block: QTextBlock) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Yield the stretches of a paragraph that belong to remarks, with the numbers of these."""
    for part in _parts_of(block):
        numbers = part.charFormat().property(_KEY)
        if numbers:
            start = part.position() - block.position()
            yield tuple(map(int, str(numbers).split("-"))), start, start + part.length()


def _paint_ground(painter: QPainter, told: tuple[Remark, ...], box: QRectF) -> None:
    if any(remark.marks == "noted" for remark in told):
        painter.fillRect(box, _NOTE_GROUND)
        painter.setPen(QPen(_NOTE_EDGE, 0.7, Qt.PenStyle.DashLine))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
    if any(remark.marks == "used" for remark in told):
        painter.setPen(QPen(_GOOD, 0.8))
        painter.drawRect(box)


def _paint_marks(painter: QPainter, told: tuple[Remark, ...], box: QRectF) -> None:
    found = [remark.about for remark in told if isinstance(remark.about, Finding)]
    for level, finding in enumerate(reversed(found)):
        y = box.bottom() - 1.0 - 3.2 * level
        _draw(painter, finding, box.left(), box.right(), y)


_WAVE = 3.0


def _draw(painter: QPainter, finding: Finding, left: float, right: float, y: float) -> None:
    style = LIGHT[finding.kind]
    if style.line is not Line.WAVE:
        draw_mark(painter, style, finding.severity, left, right, y)
        return
    # On paper a line, not a picture of one.
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(_WAVE, right - x)
        path.quadTo(QPointF(x + step / 2, y - 2.2 if up else y + 2.2), QPointF(x + step, y))
        x, up = x + step, not up
    width = 1.0 if finding.severity is Severity.MILD else 1.5
    painter.strokePath(path, QPen(style.colour, width))
