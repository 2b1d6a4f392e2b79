"""A kind as the panel shows it: its name beside a piece of its line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.gui.highlights import MarkStyle, draw_mark
from writer_assistant.gui.language import number, tr
from writer_assistant.gui.settings_table import KIND_LABELS
from writer_assistant.gui.theme import Theme

SAMPLE = QSize(22, 8)
"""Size of a piece of line."""


def paint_sample(
    painter: QPainter, rect: QRectF, style: MarkStyle, severity: Severity = Severity.STRONG
) -> None:
    """Paint a piece of a kind's line across ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, style, severity, rect.left(), rect.right(), rect.center().y())
    painter.restore()


class KindSample(QWidget):
    """A piece of one kind's line."""

    def __init__(
        self, theme: Theme, kind: Kind | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self.setFixedSize(SAMPLE.width(), 14)

    def set_kind(self, kind: Kind) -> None:
        """Show another kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self._kind is not None:
            with QPainter(self) as painter:
                paint_sample(painter, QRectF(self.rect()), self._theme.mark_styles[self._kind])


class KindChip(QAbstractButton):
    """Switches one kind on and off, and says how many there are.

    Signals:
        toggled(bool): as for every checkable button.
    """

    only_requested = Signal(object)
    """This kind alone, please (a double click)."""

    def __init__(self, kind: Kind, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._theme = theme
        self._count = 0
        self.setText(tr(KIND_LABELS[kind]))
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._describe)
        self._describe()

    def set_count(self, count: int) -> None:
        """Show how many findings of the kind there are."""
        if count != self._count:
            self._count = count
            self._describe()
            self.updateGeometry()
            self.update()

    @property
    def count(self) -> int:
        """How many findings of the kind there are."""
        return self._count

    def sizeHint(self) -> QSize:
        """Return the size that it needs."""
        text = self.fontMetrics().horizontalAdvance(self._label)
        return QSize(9 + SAMPLE.width() + 6 + text + 10, self.fontMetrics().height() + 9)

    @property
    def _label(self) -> str:
        return f"{self.text()}  {number(self._count)}" if self.isChecked() else self.text()

    def _describe(self) -> None:
        shown = self.isChecked()
        state = tr("%n found", "", self._count) if shown else tr("hidden")
        self.setAccessibleName(f"{self.text()}, {state}")
        self.setToolTip(
            (
                tr(
                    "{kind}: {state}. Click to hide this kind, in the draft and here; "
                    "double-click for this kind alone."
                )
                if shown
                else tr(
                    "{kind}: {state}. Click to show this kind, in the draft and here; "
                    "double-click for this kind alone."
                )
            ).format(kind=self.text(), state=state)
        )
        self.updateGeometry()

    def mouseDoubleClickEvent(self, event: object) -> None:  # noqa: ARG002
        """Ask for this kind alone."""
        self.only_requested.emit(self._kind)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        theme = self._theme
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = theme.colour("hover" if self.underMouse() else "raised")
        if not self.isChecked():
            ground = (
                theme.colour("hover") if self.underMouse() else QColor(Qt.GlobalColor.transparent)
            )
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = theme.colour("accent" if self.hasFocus() else "border")
            painter.setPen(QPen(edge, 1.6 if self.hasFocus() else 1.0))
            painter.setBrush(ground)
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
            if not self.isChecked():
                painter.setOpacity(0.55)
            sample = QRectF(9, 0, SAMPLE.width(), self.height())
            paint_sample(painter, sample, theme.mark_styles[self._kind])
            painter.setOpacity(1.0)
            painter.setPen(theme.colour("text" if self.isChecked() else "muted"))
            font = painter.font()
            font.setStrikeOut(not self.isChecked())
            painter.setFont(font)
            painter.drawText(
                QRectF(sample.right() + 6, 0, self.width(), self.height()),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                self._label,
            )
