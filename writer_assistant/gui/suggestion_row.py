"""One suggestion as a row: what it says, where it comes from, and a button to use it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from writer_assistant.analysis.finding import GAP, How
from writer_assistant.gui.insertion import Insertion
from writer_assistant.gui.language import date, quoted, tr, tr_later
from writer_assistant.gui.live_findings import LiveSuggestion

_LONGEST_WORD = 22
LONGEST_QUOTE = 240

_HOW = {
    How.ANSWER: tr_later("Your answer"),
    How.PAIN: tr_later("Problem"),
    How.GAIN: tr_later("Wish"),
    How.QUESTION: tr_later("Question"),
    How.INTEREST: tr_later("Common ground"),
    How.FLIP: tr_later("Your sentence, turned round"),
    How.PLAIN: tr_later("Plainer word"),
    How.REMOVE: tr_later("Leave it out"),
}


def breakable(text: str) -> str:
    """Return ``text`` with places to break in words that no panel is wide enough for."""
    words = text.split(" ")
    return " ".join(
        word
        if len(word) <= _LONGEST_WORD
        else "\u200b".join(
            word[start : start + _LONGEST_WORD] for start in range(0, len(word), _LONGEST_WORD)
        )
        for word in words
    )


def source_line(suggestion: LiveSuggestion | Insertion) -> str:
    """Return where a suggestion comes from, as a person reads it."""
    source = suggestion.source
    parts = [tr(_HOW[suggestion.how])]
    if source is None:
        return parts[0]
    _, _, entry = source.entry.partition(":")
    parts[0] += f" · {source.persona.split(',')[0]}"
    if entry:
        parts[0] += f" · {entry.replace('-', ' ')}"
    by = tr("heard by {by}").format(by=source.by) if source.by else ""
    heard = ", ".join(part for part in (by, day_of(source.on or "")) if part)
    quote = quoted(source.quote) if source.quote else ""
    parts.append(" – ".join(part for part in (quote, heard) if part))
    return "\n".join(part for part in parts if part)


def day_of(iso: str) -> str:
    """Return an ISO date as people write it; anything else as it is."""
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return date(day)


def text_label(role: str = "") -> QLabel:
    """Return a label for a text of any length; ``role`` is what the theme knows it by."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(40)
    if role:
        label.setProperty("role", role)
    return label


class SuggestionRow(QFrame):
    """One suggestion; a click anywhere in it is *Use*.

    Signals:
        used: put it in place.
        looked_at(bool): the pointer is on it, or the keys are; or not any more.
    """

    used = Signal()
    looked_at = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion")
        self.suggestion: LiveSuggestion | Insertion | None = None
        self._is_looked_at = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 8, 8)
        layout.setSpacing(4)
        above = QHBoxLayout()
        above.setSpacing(8)
        self.text = text_label()
        self.button = QPushButton(tr("Use"))
        self.button.clicked.connect(self.used)
        self.button.installEventFilter(self)
        above.addWidget(self.text, 1)
        above.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(above)
        self.source = text_label("muted")
        layout.addWidget(self.source)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_suggestion(self, suggestion: LiveSuggestion | Insertion, keys: str) -> None:
        """Show ``suggestion``, which ``keys`` use."""
        self.suggestion = suggestion
        removal = not suggestion.text
        font = self.text.font()
        font.setStrikeOut(removal)
        self.text.setFont(font)
        shown = suggestion.original if removal else suggestion.text.strip()
        if len(shown) > 4 * LONGEST_QUOTE:
            shown = f"{shown[: 4 * LONGEST_QUOTE]}…"
        self.text.setText(breakable(shown))
        source = source_line(suggestion)
        if GAP in suggestion.text:
            source += "\n" + tr("You fill in {gap}").format(gap=GAP)
        self.source.setText(breakable(source))
        self.button.setToolTip(
            tr("Put it in place ({keys})").format(keys=keys) if keys else tr("Put it in place")
        )
        what = tr("Leave it out") if removal else tr("Use: {text}").format(text=suggestion.text)
        self.button.setAccessibleName(what)
        self.button.setAccessibleDescription(source)
        if self._is_looked_at:  # at another one now
            self.looked_at.emit(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Use it."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.used.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer comes."""
        super().enterEvent(event)
        self._look(looks=True)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer goes; who is here with the keys still looks."""
        super().leaveEvent(event)
        self._look(looks=self.button.hasFocus())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at what is hidden."""
        super().hideEvent(event)
        self._look(looks=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keys; Return uses it as Space does."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.used.emit()
                return True
        if event.type() is QEvent.Type.FocusIn:
            self._look(looks=True)
        elif event.type() is QEvent.Type.FocusOut:
            self._look(looks=self.underMouse())
        return super().eventFilter(watched, event)

    def _look(self, *, looks: bool) -> None:
        if looks != self._is_looked_at:
            self._is_looked_at = looks
            self.looked_at.emit(looks)
