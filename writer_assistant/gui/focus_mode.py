"""Writing without distraction: all but the current sentence or paragraph is dimmed."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from writer_assistant.analysis.sentences import split_sentences
from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.highlights import is_mixed, line_rect, stretches
from writer_assistant.gui.layers import Layer
from writer_assistant.gui.lines import text_between
from writer_assistant.text.offsets import Utf16Map

MODES = ("off", "sentence", "paragraph")
_VEIL = 168  # of 255: dimmed, but still to be made out
_LONGEST = 20_000  # units of a paragraph in which sentences are looked for
_LINES = 60  # of a hard-wrapped paragraph, on either side
_BEGINS_BLOCK = re.compile(r"\s*(?:[#>*+•-]|\d+[.)]\s|$)")


class FocusMode(QObject):
    """Dims, above the letters of one editor."""

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._mode = "off"
        self._span = (0, 0)
        editor.add_layer(Layer(self._paint, lambda: self._mode != "off"))
        editor.cursorPositionChanged.connect(self._on_caret)
        editor.session_changed.connect(self._on_caret)

    @property
    def mode(self) -> str:
        """One of ``MODES``."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Dim all but the ``sentence`` or the ``paragraph`` with the caret, or nothing (``off``).

        Raises:
            ValueError: if there is no such mode.
        """
        if mode not in MODES:
            raise ValueError(mode)
        if mode != self._mode:
            self._mode = mode
            self._span = self._find_span()
            self._editor.viewport().update()

    @property
    def span(self) -> tuple[int, int]:
        """The positions from and to which nothing is dimmed."""
        return self._span

    def _on_caret(self) -> None:
        if self._mode == "off":
            return
        before, self._span = self._span, self._find_span()
        # Only the end moved: that is typing, and its paragraph is painted anyway.
        if before[0] != self._span[0] or abs(before[1] - self._span[1]) > 1:
            self._editor.viewport().update()

    def _find_span(self) -> tuple[int, int]:
        cursor = self._editor.textCursor()
        start, end = paragraph_around(cursor.block())
        if self._mode == "paragraph" or end - start > _LONGEST:
            return start, end
        text = text_between(self._editor.document(), start, end).replace("\n", " ")
        first, last = sentence_around(text, cursor.position() - start)
        return start + first, start + last

    def _paint(self, painter: QPainter, block: QTextBlock, origin: QPointF, area: QRectF) -> None:
        """Lay a veil over what is not in focus."""
        veil = QColor(self._editor.palette().base().color())
        veil.setAlpha(_VEIL)
        position, length = block.position(), block.length() - 1
        start, end = self._span[0] - position, self._span[1] - position
        if end < 0 or start > length or (length and not max(0, start) < min(length, end)):
            box = block.layout().boundingRect().translated(origin)
            painter.fillRect(box.intersected(area), veil)
            return
        for first, last in ((0, min(start, length)), (max(0, end), length)):
            for line, left, right in stretches(block, first, last, mixed=is_mixed(block)):
                painter.fillRect(line_rect(line, left, right, origin), veil)


def paragraph_around(block: QTextBlock) -> tuple[int, int]:
    """Return the positions of the paragraph with ``block``, hard-wrapped lines taken together."""
    first = last = block
    for _ in range(_LINES):
        before = first.previous()
        if _BEGINS_BLOCK.match(first.text()) or not before.isValid() or not before.text().strip():
            break
        first = before
    for _ in range(_LINES):
        behind = last.next()
        if not last.text().strip() or not behind.isValid() or _BEGINS_BLOCK.match(behind.text()):
            break
        last = behind
    return first.position(), last.position() + last.length() - 1


def sentence_around(text: str, position: int) -> tuple[int, int]:
    """Return the sentence at a position of ``text``, both in UTF-16 units.

    Sentences end where the analysis ends them; the space behind one belongs to it.
    """
    to_units = Utf16Map(text).to_utf16
    found = (0, to_units(len(text)))
    for span in split_sentences(text):
        start, end = to_units(span.start), to_units(span.end)
        if start > position:
            break
        found = (start, end)
    return found
