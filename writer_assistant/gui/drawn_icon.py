"""Our icons, drawn in any colour and crisp at every size and scale."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from writer_assistant.paths import resource_root


def drawn_icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """Return the icon in ``resources/icons`` of that name; it is drawn when it is first seen."""
    return QIcon(_Drawn(name, colour, disabled))


class _Drawn(QIconEngine):
    """Draws one icon."""

    _sources: ClassVar[dict[str, str]] = {}

    def __init__(self, name: str, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        if self._name not in self._sources:
            path = resource_root() / "icons" / f"{self._name}.svg"
            self._sources[self._name] = path.read_text("utf-8")
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._colour
        source = self._sources[self._name].replace("currentColor", colour.name())
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.6)
        QSvgRenderer(source.encode("utf-8")).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if size.isEmpty():  # of a button that has no room
            return pixmap
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour, self._disabled)
