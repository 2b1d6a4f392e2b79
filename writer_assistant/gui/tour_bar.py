"""What a tour says above the draft, and the ring around what it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.language import tr
from writer_assistant.gui.theme import Theme

_ROOMY = 130
"""Letters that the bar is wide where its buttons stand beside its words."""
_GAP = 3
"""Pixels between a widget and the ring around it."""


class TourBar(QFrame):
    """One step: what it is about, what to do, and the ways on and out.

    Signals:
        show_requested: do it for me, please.
        next_requested: the next step, please.
        leave_requested: enough.
    """

    show_requested = Signal()
    next_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._layout = layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(160)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        words.addWidget(self.heading)
        words.addWidget(self.text)
        layout.addLayout(words, 1)
        self.show_button = QPushButton(tr("&Do it for me"))
        self.next_button = QPushButton(tr("Ne&xt"))
        self.leave_button = QPushButton(tr("&Leave the tour"))
        buttons = QHBoxLayout()
        for button, signal in (
            (self.show_button, self.show_requested),
            (self.next_button, self.next_requested),
            (self.leave_button, self.leave_requested),
        ):
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_narrow = self.width() < _ROOMY * self.fontMetrics().averageCharWidth()
        self._layout.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def show_step(self, number: int, count: int, heading: str, text: str) -> None:
        """Show a step, counted from 1; behind the last one there is only the way out."""
        is_over = number > count
        where = tr("Step {number} of {count}").format(number=number, count=count)
        self.heading.setText(heading if is_over else f"{where} · {heading}")
        self.text.setText(text)
        self.show_button.setVisible(not is_over)
        self.next_button.setVisible(not is_over)
        self.leave_button.setText(tr("&Leave the tour") if not is_over else tr("&Close the tour"))
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(text)


class Ring(QWidget):
    """A ring around a part of the window; the pointer goes through it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QWidget | None) -> None:
        """Stand around ``target``, wherever it goes; around nothing if it is None."""
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        if target is not None:
            target.installEventFilter(self)
            target.destroyed.connect(self._on_destroyed)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target."""
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if event.type() in kinds:
            self._follow()
        return super().eventFilter(watched, event)

    def _on_destroyed(self) -> None:
        self._target = None
        self.hide()

    def _follow(self) -> None:
        target = self._target
        shown = target is not None and target.isVisible()
        if target is not None and shown:
            window = target.window()
            corner = target.mapTo(window, target.rect().topLeft())
            around = QRect(corner, target.size()).adjusted(-_GAP, -_GAP, _GAP, _GAP)
            self.setGeometry(around.intersected(window.rect()))
            self.raise_()
        self.setVisible(shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
