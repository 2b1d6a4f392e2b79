"""The card of the current finding: what, why, and what may stand instead."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.analysis.finding import GAP, How, Severity
from writer_assistant.gui.kind_mark import KindSample
from writer_assistant.gui.language import date, quoted, tr, tr_later
from writer_assistant.gui.links import Links
from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.settings import KIND_LABELS
from writer_assistant.gui.theme import Theme

_LONGEST_WORD = 22
_LONGEST_QUOTE = 240

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
_USES = ("use_first", "use_second", "use_third")


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


def source_line(suggestion: LiveSuggestion) -> str:
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


def _label(role: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(40)
    if role:
        label.setProperty("role", role)
    return label


class _SuggestionRow(QFrame):
    """One suggestion; a click anywhere in it is *Use*."""

    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion")
        self.suggestion: LiveSuggestion | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 8, 8)
        layout.setSpacing(4)
        above = QHBoxLayout()
        above.setSpacing(8)
        self.text = _label()
        self.button = QPushButton(tr("Use"))
        self.button.clicked.connect(self.used)
        above.addWidget(self.text, 1)
        above.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(above)
        self.source = _label("muted")
        layout.addWidget(self.source)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_suggestion(self, suggestion: LiveSuggestion, keys: str) -> None:
        """Show ``suggestion``, which ``keys`` use."""
        self.suggestion = suggestion
        removal = not suggestion.text
        font = self.text.font()
        font.setStrikeOut(removal)
        self.text.setFont(font)
        shown = suggestion.original if removal else suggestion.text
        if len(shown) > 4 * _LONGEST_QUOTE:
            shown = f"{shown[: 4 * _LONGEST_QUOTE]}…"
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.used.emit()


class FindingCard(QScrollArea):
    """Shows one finding and its suggestions.

    Signals:
        use_requested(object): this ``LiveSuggestion``, please.
        back_requested: show the whole list again.
    """

    use_requested = Signal(object)
    back_requested = Signal()

    def __init__(
        self,
        session: DraftSession,
        theme: Theme,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._actions = actions
        self.setObjectName("card_scroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(12, 10, 12, 12)
        self._frame = QFrame()
        self._frame.setObjectName("card")
        outer.addWidget(self._frame)
        outer.addStretch(1)
        self.setWidget(inside)

        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(self._header())
        self.words = _label()
        self.reason = _label()
        layout.addWidget(self.words)
        layout.addWidget(self.reason)
        self._caption = _label("muted")
        layout.addWidget(self._caption)
        self.rows: list[_SuggestionRow] = []
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(6)
        layout.addLayout(self._rows_layout)
        layout.addLayout(self._footer())

        theme.changed.connect(self._dress)
        self._dress()
        self._links = Links()
        self.set_session(session)

    def set_session(self, session: DraftSession) -> None:
        """Show the current finding of another draft."""
        self._session = session
        self._links.clear()
        self._links.add(session.current_changed, self.refresh)
        self._links.add(session.suggestions_changed, self.refresh)
        self.refresh()

    @property
    def suggestions(self) -> Sequence[LiveSuggestion]:
        """What is offered, in order."""
        return [row.suggestion for row in self.rows if row.suggestion and not row.isHidden()]

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001
        """Show the way back to the list, which is hidden while there is little room."""
        self._back.setVisible(compact)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setSpacing(8)
        self._sample = KindSample(self._theme)
        self.heading = _label("heading")
        self.severity = QLabel()
        self.severity.setProperty("role", "muted")
        self._previous = QToolButton()
        self._next = QToolButton()
        header.addWidget(self._sample)
        header.addWidget(self.heading, 1)
        header.addWidget(self.severity)
        for button, name in ((self._previous, "previous_finding"), (self._next, "next_finding")):
            action = self._actions[name]
            button.clicked.connect(action.trigger)
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text().replace("&", ""))
            header.addWidget(button)
        return header

    def _footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        self.ignore_button = QPushButton(tr("&Ignore"))
        self.ignore_button.setAccessibleName(tr("Ignore this finding"))
        menu = QMenu(self.ignore_button)
        for name in ("ignore_here", "ignore_phrase", "ignore_kind"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["show_ignored"])
        self.ignore_button.setMenu(menu)
        self._back = QPushButton(tr("&All findings"))
        self._back.clicked.connect(self.back_requested)
        self._back.hide()
        footer.addWidget(self.ignore_button)
        footer.addStretch(1)
        footer.addWidget(self._back)
        return footer

    def _dress(self) -> None:
        self._previous.setIcon(self._theme.icon("previous"))
        self._next.setIcon(self._theme.icon("next"))
        self.ignore_button.setIcon(self._theme.icon("chevron-down"))
        self.ignore_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def refresh(self) -> None:
        """Show the session's current finding and its suggestions."""
        finding = self._session.current
        self._frame.setVisible(finding is not None)
        if finding is None:
            return
        self._show_finding(finding)
        self._show_suggestions(self._session.suggestions_for(finding))

    def _show_finding(self, finding: LiveFinding) -> None:
        self._sample.set_kind(finding.kind)
        subkind = f": {tr(finding.subkind)}" if finding.subkind else ""
        self.heading.setText(f"{tr(KIND_LABELS[finding.kind])}{subkind}")
        self.severity.setText(tr("mild") if finding.severity is Severity.MILD else "")
        words = " ".join(finding.text.split())
        if len(words) > _LONGEST_QUOTE:
            words = f"{words[:_LONGEST_QUOTE].rstrip()}…"
        self.words.setText(breakable(quoted(words)))
        font = self.words.font()
        font.setItalic(True)
        self.words.setFont(font)
        self.reason.setText(breakable(finding.reason))
        self._frame.setAccessibleName(f"{tr(finding.message)}. {finding.reason}")

    def _show_suggestions(self, suggestions: Sequence[LiveSuggestion] | None) -> None:
        if suggestions is None:
            self._caption.setText(tr("Looking for a better sentence…"))
        elif suggestions:
            self._caption.setText(tr("Could be"))
        else:
            self._caption.setText(tr("What does your reader get from this? Say that instead."))
        offered = list(suggestions or ())
        while len(self.rows) < len(offered):
            row = _SuggestionRow()
            row.used.connect(lambda row=row: self._use(row))
            self.rows.append(row)
            self._rows_layout.addWidget(row)
        for number, row in enumerate(self.rows):
            if number < len(offered):
                row.show_suggestion(offered[number], self._keys(number))
            else:
                row.suggestion = None
            row.setVisible(number < len(offered))

    def _keys(self, number: int) -> str:
        if number >= len(_USES):
            return ""
        shown = self._actions[_USES[number]].shortcuts()
        native = QKeySequence.SequenceFormat.NativeText
        return tr(" or ", "between two keys").join(keys.toString(native) for keys in shown[:2])

    def _use(self, row: _SuggestionRow) -> None:
        if row.suggestion is not None:
            self.use_requested.emit(row.suggestion)
