"""Messages above the draft: they say what happened and what can be done, and never block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.errors import UserError
from writer_assistant.gui.announcing import announce
from writer_assistant.gui.language import tr
from writer_assistant.gui.theme import Theme

MOST = 3
"""How many messages are shown at once; older ones give way."""

_NOTICE_MS = 8000


@dataclass(frozen=True, slots=True)
class Message:
    """Something the person should know.

    Attributes:
        text: what happened and, if that helps, what to do.
        tone: ``info``, ``caution`` or ``wrong``.
        topic: a message replaces the one before of the same topic; empty for one of its own.
        choices: what can be done: the button's label and what it does.
        passing: whether it goes by itself after some seconds.
    """

    text: str
    tone: str = "info"
    topic: str = ""
    choices: tuple[tuple[str, Callable[[], None]], ...] = ()
    passing: bool = False

    @classmethod
    def of(cls, error: UserError, topic: str = "", tone: str = "wrong") -> Message:
        """Return an error as a message."""
        text = str(error)
        return cls(text[:1].upper() + text[1:], tone, topic or error.where)


class MessageBar(QWidget):
    """Shows messages above each other, newest on top.

    A message may belong to one draft: it is shown while that draft is.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._owner: object = None
        theme.changed.connect(self._dress)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_message(self, message: Message, owner: object = None) -> None:
        """Show ``message``; with an ``owner`` only while that is the one that is looked at."""
        if message.topic:
            self.dismiss(message.topic, owner)
        elif any((row.message, row.owner) == (message, owner) for row in self._rows):
            return
        row = _Row(message, owner, self._theme, self)
        row.close_button.clicked.connect(lambda: self._remove(row))
        for button, action in row.buttons:
            button.clicked.connect(lambda _=False, action=action: self._choose(row, action))
        self._rows.insert(0, row)
        self._layout.insertWidget(0, row)
        of_owner = [row for row in self._rows if row.owner is owner]
        for old in of_owner[MOST:]:
            self._remove(old)
        announce(self, message.text)
        if message.passing:
            QTimer.singleShot(_NOTICE_MS, row, lambda: self._remove(row))
        self._show_rows()

    def dismiss(self, topic: str, owner: object = None) -> None:
        """Take away what ``owner`` said of ``topic``."""
        for row in [row for row in self._rows if row.owner is owner]:
            if row.message.topic == topic:
                self._remove(row)

    def set_owner(self, owner: object) -> None:
        """Show the messages of ``owner``, and those that belong to nobody."""
        self._owner = owner
        self._show_rows()

    def forget(self, owner: object) -> None:
        """Take away all messages of ``owner``."""
        for row in [row for row in self._rows if row.owner is owner]:
            self._remove(row)

    @property
    def messages(self) -> list[Message]:
        """What is shown, newest first."""
        return [row.message for row in self._rows if self._is_shown(row)]

    def _is_shown(self, row: _Row) -> bool:
        return row.owner is None or row.owner is self._owner

    def _show_rows(self) -> None:
        for row in self._rows:
            row.setVisible(self._is_shown(row))
        self.setVisible(bool(self.messages))

    def _dress(self) -> None:
        for row in self._rows:
            row.dress(self._theme)

    def _choose(self, row: _Row, action: Callable[[], None]) -> None:
        self._remove(row)
        action()

    def _remove(self, row: _Row) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self.messages))


class _Row(QFrame):
    def __init__(self, message: Message, owner: object, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.owner = owner
        self.setObjectName("message")
        self.setProperty("tone", message.tone)
        self.message = message
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(8)
        self._picture = QLabel()
        layout.addWidget(self._picture)
        label = QLabel(message.text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumWidth(80)
        layout.addWidget(label, 1)
        self.buttons: list[tuple[QPushButton, Callable[[], None]]] = []
        for text, action in message.choices:
            button = QPushButton(text)
            layout.addWidget(button)
            self.buttons.append((button, action))
        self.close_button = QToolButton()
        self.close_button.setToolTip(tr("Close this message"))
        self.close_button.setAccessibleName(tr("Close this message"))
        layout.addWidget(self.close_button)
        self.setAccessibleName(message.text)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        role = {"info": "accent", "caution": "caution", "wrong": "wrong"}[self.message.tone]
        self._picture.setPixmap(theme.icon(self.message.tone, role).pixmap(18, 18))
        self.close_button.setIcon(theme.icon("close"))
