"""What is painted in the editor besides text and findings: hits of a search, spelling, dimming."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

PaintBlock = Callable[[QPainter, QTextBlock, QPointF, QRectF], None]
"""Paints something for one line: the line, where its layout is painted, the area to paint."""


class Layer(Protocol):
    """Something painted line by line, for the lines that are painted anyway."""

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to paint."""

    def paint_under(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, area: QRectF, /
    ) -> None:
        """Paint what lies below the letters of a line."""

    def paint_over(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, area: QRectF, /
    ) -> None:
        """Paint what lies above them."""
