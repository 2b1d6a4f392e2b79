"""What a suggestion would make of the draft, drawn over it; the draft itself is not touched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QWidget

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.insertion import Insertion
from writer_assistant.gui.lines import line_text, units
from writer_assistant.gui.live_findings import LiveSuggestion

_TINT = 110
"""Of 255: the ground of new words, through which letters are still read well."""
_LONGEST = 20_000
"""Units of lines that are laid out anew in no time."""
_FADED = 150
"""Of 255: the letters of words that would go."""


class Preview(QWidget):
    """Lies over the editor's text while a suggestion is looked at.

    The lines that would change are laid out anew here; what stands below them is a picture that
    moves up or down as far as it would.
    """

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor.viewport())
        self._editor = editor
        self._lines: list[QTextLayout] = []
        self._top = 0.0
        self._bottom = 0.0
        self._height = 0.0
        self._below = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        editor.session_changed.connect(self.leave)
        editor.textChanged.connect(self.leave)
        editor.view_changed.connect(self.leave)
        editor.verticalScrollBar().valueChanged.connect(self.leave)

    def look_at(self, suggestion: LiveSuggestion | Insertion | None) -> None:
        """Show what ``suggestion`` would make of the draft; None for the draft as it is."""
        self.leave()
        session = self._editor.session
        place = session.place_of(suggestion) if suggestion is not None else None
        if suggestion is None or place is None:
            return
        first = session.document.findBlock(place[0])
        last = session.document.findBlock(place[1])
        top = self._rect(first).top()
        if place[1] - place[0] + first.length() + last.length() > _LONGEST:
            return
        view = QRectF(self._editor.viewport().rect())
        if not first.isValid() or top > view.bottom() or self._rect(last).bottom() < view.top():
            return
        self._top, self._bottom = top, self._rect(last).bottom()
        self._below = self._editor.viewport().grab()
        self._lines = self._laid_out(first, last, place, suggestion.text)
        self.setGeometry(self._editor.viewport().rect())
        self.raise_()
        self.show()

    def leave(self) -> None:
        """Show the draft as it is."""
        if not self.isHidden():
            self.hide()
            self._lines.clear()
            self._below = QPixmap()

    def _rect(self, block: QTextBlock) -> QRectF:
        editor = self._editor
        return editor.blockBoundingGeometry(block).translated(editor.contentOffset())

    def _laid_out(
        self, first: QTextBlock, last: QTextBlock, place: tuple[int, int], text: str
    ) -> list[QTextLayout]:
        """Return the lines as they would be; what would only go is struck out instead."""
        start, end = place[0] - first.position(), place[1] - last.position()
        before, after = _cut(line_text(first), start)[0], _cut(line_text(last), end)[1]
        if text:
            whole, marked = before + text + after, (units(before), units(before + text))
            formats = _formats(first, start)
        else:
            texts, block = [line_text(first)], first
            while block != last:
                block = block.next()
                texts.append(line_text(block))
            whole = "\n".join(texts)
            marked = start, units(whole) - units(after)
            formats = _formats(first, units(whole))
        made = []
        at = 0
        height = 0.0
        for number, line in enumerate(whole.split("\n")):
            length = units(line)
            here = [self._mark(marked[0] - at, marked[1] - at, length, gone=not text)]
            layout = self._layout(first, line, [*(formats if number == 0 else []), *here])
            layout.setPosition(QPointF(0, height))
            height += max(layout.boundingRect().height(), self._editor.fontMetrics().height())
            made.append(layout)
            at += length + 1
        self._height = height
        return made

    def _mark(self, start: int, end: int, length: int, *, gone: bool) -> QTextLayout.FormatRange:
        palette = self._editor.palette()
        mark = QTextLayout.FormatRange()
        mark.start = max(0, min(start, length))
        mark.length = max(0, min(end, length) - mark.start)
        looks = QTextCharFormat()
        if gone:
            faded = QColor(palette.color(QPalette.ColorRole.Text))
            faded.setAlpha(_FADED)
            looks.setForeground(faded)
            looks.setFontStrikeOut(True)
        else:
            ground = QColor(palette.color(QPalette.ColorRole.Highlight))
            ground.setAlpha(_TINT)
            looks.setBackground(ground)
        mark.format = looks
        return mark

    def _layout(
        self, like: QTextBlock, text: str, formats: list[QTextLayout.FormatRange]
    ) -> QTextLayout:
        """Return ``text`` broken into lines as the editor breaks those of a line ``like`` it."""
        font = QFont(self._editor.document().defaultFont())
        layout = QTextLayout(text, font, self._editor.viewport())
        original = like.layout()
        layout.setTextOption(original.textOption())
        layout.setFormats(formats)
        sample = original.lineAt(0)
        x, width = (sample.x(), sample.width()) if sample.isValid() else (0.0, 0.0)
        if width <= 0:
            width = self._editor.viewport().width() - 2 * self._editor.document().documentMargin()
        layout.beginLayout()
        height = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            line.setPosition(QPointF(x, height))
            height += line.height()
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that would change, and what stands below them where it would be."""
        del event
        painter = QPainter(self)
        try:
            palette = self._editor.palette()
            width, height = float(self.width()), float(self.height())
            painter.fillRect(
                QRectF(0, self._top, width, height - self._top),
                palette.color(QPalette.ColorRole.Base),
            )
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            left = self._editor.contentOffset().x()
            for line in self._lines:
                line.draw(painter, QPointF(left, self._top))
            ratio = self._below.devicePixelRatio()
            room = height - self._bottom
            if room > 0:
                painter.drawPixmap(
                    QRectF(0, self._top + self._height, width, room),
                    self._below,
                    QRectF(0, self._bottom * ratio, width * ratio, room * ratio),
                )
        finally:
            painter.end()


def _cut(text: str, at: int) -> tuple[str, str]:
    """Return what stands before and behind a UTF-16 position of ``text``."""
    if text.isascii():
        return text[:at], text[at:]
    raw = text.encode("utf-16-le", "surrogatepass")
    return (
        raw[: 2 * at].decode("utf-16-le", "replace"),
        raw[2 * at :].decode("utf-16-le", "replace"),
    )


def _formats(block: QTextBlock, start: int) -> list[QTextLayout.FormatRange]:
    """Return how a line is set up to a place in it; what goes on there goes on to the end."""
    kept = []
    for there in block.layout().formats():
        if there.start < start or (there.start == 0 and start == 0):
            one = QTextLayout.FormatRange()
            one.start, one.format = there.start, there.format
            reaches = there.start + there.length >= block.length() - 1
            one.length = 1_000_000 if reaches else min(there.length, start - there.start)
            kept.append(one)
    return kept
