"""Below a draft under review: which keys do what, and where a note or a reason is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.flow import FlowLayout
from writer_assistant.gui.language import quoted, tr, tr_later

LEGEND: tuple[tuple[str, str], ...] = (
    (tr_later("j, Space"), tr_later("next")),
    ("k", tr_later("back")),
    ("a, 1–3", tr_later("use")),
    ("i", tr_later("ignore")),
    ("n", tr_later("note")),
    ("z", tr_later("undo")),
    ("u", tr_later("unlock")),
)
"""The single keys of a protected draft, and what they do."""
_LINES = 3
_LONGEST = 60


class _Field(QPlainTextEdit):
    """Return gives what is written; Shift+Return begins a new line; Escape gives up.

    Signals:
        given: it is complete.
        left: it is not wanted any more.
    """

    given = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.given.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Prompt(QFrame):
    """Asks for a few words, below the draft, so that it stays in view.

    Signals:
        given(str): what was written.
        left: nothing is to be done.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")  # looks like it
        self._about: object = None
        self._kept: dict[object, str] = {}
        self._needs_words = False
        self.heading = QLabel()
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.field = _Field()
        self.field.setProperty("framed", True)
        self.field.setAccessibleName(tr("Note or reason"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + 14)
        self.field.given.connect(self._give)
        self.field.left.connect(self._leave)
        self.heading.setBuddy(self.field)
        self.give_button = QPushButton(tr("Done"))
        self.give_button.clicked.connect(self._give)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self._leave)
        hint = QLabel(tr("Enter: done · Shift+Enter: new line · Esc: cancel"))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(self.give_button)
        below.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.field)
        layout.addLayout(below)
        self.hide()

    def ask(
        self,
        heading: str,
        words: str,
        button: str,
        about: object,
        *,
        needs_words: bool,
        text: str = "",
    ) -> None:
        """Ask.

        Args:
            heading: what for.
            words: the words of the draft that it is about.
            button: what the button says.
            about: tells one question from another: what was begun and left comes back.
            needs_words: whether an empty answer is none.
            text: what to begin with.
        """
        flat = " ".join(words.split())
        shown = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rstrip()}…"
        self._about, self._needs_words = about, needs_words
        self.heading.setText(f"{heading}: {quoted(shown)}" if shown else heading)
        self.field.setAccessibleName(self.heading.text())
        self.give_button.setText(button)
        self.field.setPlainText(self._kept.pop(about, text))
        self.show()
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        text = self.field.toPlainText().strip()
        if self._needs_words and not text:
            return
        self.hide()
        self.given.emit(text)

    def _leave(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self._kept[self._about] = text
        self.hide()
        self.left.emit()


class ReviewBar(QFrame):
    """Says what the draft's state is and which keys do what.

    Signals:
        lock_requested(bool): protect the text, or let it be written in.
        end_requested: the review is over.
    """

    lock_requested = Signal(bool)
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._is_locked = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.state = QLabel()
        self.state.setProperty("role", "heading")
        self.state.setWordWrap(True)
        self.lock_button = QPushButton(tr("&Unlock"))
        self.lock_button.clicked.connect(lambda: self.lock_requested.emit(not self._is_locked))
        end = QPushButton(tr("End review"))
        end.clicked.connect(self.end_requested)
        for button in (self.lock_button, end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        above = QHBoxLayout()
        above.addWidget(self.state, 1)
        above.addWidget(self.lock_button)
        above.addWidget(end)
        self.legend = QWidget()
        flow = FlowLayout(self.legend, spacing=14)
        for keys, what in LEGEND:
            flow.addWidget(_key(tr(keys), tr(what)))
        said = "; ".join(f"{tr(keys)}: {tr(what)}" for keys, what in LEGEND)
        self.legend.setAccessibleName(tr("Keys: {keys}").format(keys=said))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self.legend)
        self.hide()

    def show_state(self, *, locked: bool, parts: Sequence[str]) -> None:
        """Show whether the text is protected, and where the review is."""
        self._is_locked = locked
        self.state.setText(
            " · ".join([tr("Protected") if locked else tr("Unlocked"), *filter(None, parts)])
        )
        self.lock_button.setText(tr("&Unlock") if locked else tr("&Protect"))
        self.legend.setVisible(locked)


def _key(keys: str, what: str) -> QLabel:
    label = QLabel(f"<b>{keys}</b> {what}")
    label.setProperty("role", "muted")
    return label
