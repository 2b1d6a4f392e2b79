"""What is painted in the editor besides text and findings: hits of a search, spelling, dimming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

PaintBlock = Callable[[QPainter, QTextBlock, QPointF, QRectF], None]
"""Paints something for one line: the line, where its layout is painted, the area to paint."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Something painted line by line, for the lines that are painted anyway.

    Attributes:
        paint: paints it.
        is_shown: tells whether there is anything to paint.
        is_below: whether it lies below the letters, or above them.
    """

    paint: PaintBlock
    is_shown: Callable[[], bool]
    is_below: bool = False
