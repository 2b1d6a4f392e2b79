"""A bar below the draft that finds words in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from writer_assistant.gui.theme import Theme


class FindBar(QFrame):
    """Finds in one editor, forwards and backwards, round the draft's end.

    Signals:
        closed: the person is done with it.
    """

    closed = Signal()

    def __init__(self, editor: QPlainTextEdit, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._editor = editor
        self._theme = theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        label = QLabel("&Find")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName("Find in the draft")
        label.setBuddy(self.field)
        self.result = QLabel()
        self.result.setProperty("role", "muted")
        self._previous = QToolButton()
        self._next = QToolButton()
        self._close = QToolButton()
        layout.addWidget(label)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.result)
        for button, tip in (
            (self._previous, "Find the one before"),
            (self._next, "Find the next one"),
            (self._close, "Close"),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            layout.addWidget(button)
        self.field.textChanged.connect(self._find_while_typing)
        self._next.clicked.connect(self.find_next)
        self._previous.clicked.connect(self.find_previous)
        self._close.clicked.connect(self.close_bar)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with what is selected in the draft, ready for typing."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and go back to the draft."""
        self.hide()
        self.closed.emit()

    def find_next(self) -> bool:
        """Select the next place; False if there is none."""
        return self._find(backward=False)

    def find_previous(self) -> bool:
        """Select the place before; False if there is none."""
        return self._find(backward=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that mean something here; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._find(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _find_while_typing(self) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._find(backward=False, start=cursor)

    def _find(self, *, backward: bool, start: QTextCursor | None = None) -> bool:
        words = self.field.text()
        if not words:
            self.result.setText("")
            return False
        flags = QTextDocument.FindFlag(0)
        if backward:
            flags |= QTextDocument.FindFlag.FindBackward
        if any(letter.isupper() for letter in words):
            flags |= QTextDocument.FindFlag.FindCaseSensitively
        document = self._editor.document()
        found = document.find(words, start or self._editor.textCursor(), flags)
        came_round = found.isNull()
        if came_round:
            edge = QTextCursor(document)
            if backward:
                edge.movePosition(QTextCursor.MoveOperation.End)
            found = document.find(words, edge, flags)
        if found.isNull():
            self.result.setText("Not found")
            return False
        self.result.setText("From the other end" if came_round and start is None else "")
        self._editor.setTextCursor(found)
        return True

    def _dress(self) -> None:
        self._previous.setIcon(self._theme.icon("chevron-up"))
        self._next.setIcon(self._theme.icon("chevron-down"))
        self._close.setIcon(self._theme.icon("close"))
