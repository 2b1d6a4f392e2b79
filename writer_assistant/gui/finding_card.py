"""The card of the current finding: what, why, and what may stand instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
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

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.gui.kind_mark import KindSample
from writer_assistant.gui.language import quoted, tr
from writer_assistant.gui.links import Links
from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.settings_table import KIND_LABELS
from writer_assistant.gui.suggestion_row import (
    LONGEST_QUOTE,
    SuggestionRow,
    breakable,
    text_label,
)
from writer_assistant.gui.teach_form import TeachForm
from writer_assistant.gui.theme import Theme

_USES = ("use_first", "use_second", "use_third")
_ASKED = (Kind.SELF_CENTERED, Kind.FEATURE_FIRST)
"""Kinds for which the writer can say what the sentence means for the reader."""


class FindingCard(QScrollArea):
    """Shows one finding and its suggestions.

    Signals:
        use_requested(object): this ``LiveSuggestion``, please.
        back_requested: show the whole list again.
        looked_at(object): this ``LiveSuggestion`` is pointed at; None when none is any more.
    """

    use_requested = Signal(object)
    looked_at = Signal(object)
    back_requested = Signal()

    def __init__(
        self,
        session: DraftSession,
        theme: Theme,
        actions: Mapping[str, QAction],
        form: TeachForm,
        parent: QWidget | None = None,
    ) -> None:
        """Show the current finding of ``session``; ``form`` asks what it means for the reader."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._actions = actions
        self.form = form
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
        self.words = text_label()
        self.reason = text_label()
        layout.addWidget(self.words)
        layout.addWidget(self.reason)
        self._caption = text_label("muted")
        layout.addWidget(self._caption)
        self.rows: list[SuggestionRow] = []
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(6)
        layout.addLayout(self._rows_layout)
        layout.addWidget(form)
        layout.addLayout(self._footer())

        # The fields have their height once they are laid out.
        form.opened.connect(lambda: QTimer.singleShot(0, self, self._show_form))
        theme.changed.connect(self._dress)
        self._dress()
        self._links = Links()
        self.set_session(session)

    def set_session(self, session: DraftSession) -> None:
        """Show the current finding of another draft."""
        self._session = session
        self._links.clear()
        self.form.set_session(session)
        self._links.add(session.current_changed, self.refresh)
        self._links.add(session.suggestions_changed, self.refresh)
        self.refresh()

    @property
    def suggestions(self) -> Sequence[LiveSuggestion]:
        """What is offered, in order."""
        shown = [row.suggestion for row in self.rows if not row.isHidden()]
        return [suggestion for suggestion in shown if isinstance(suggestion, LiveSuggestion)]

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001
        """Show the way back to the list, which is hidden while there is little room."""
        self._back.setVisible(compact)

    def _show_form(self) -> None:
        self.ensureWidgetVisible(self.form)
        self.ensureWidgetVisible(self.form.benefit)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setSpacing(8)
        self._sample = KindSample(self._theme)
        self.heading = text_label("heading")
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
            self.form.leave()
            return
        self._show_finding(finding)
        self._show_suggestions(self._session.suggestions_for(finding))
        if finding.kind in _ASKED:
            self.form.ask(finding, at_once=self._session.asks_writer(finding))
        else:
            self.form.leave()

    def _show_finding(self, finding: LiveFinding) -> None:
        self._sample.set_kind(finding.kind)
        subkind = f": {tr(finding.subkind)}" if finding.subkind else ""
        self.heading.setText(f"{tr(KIND_LABELS[finding.kind])}{subkind}")
        self.severity.setText(tr("mild") if finding.severity is Severity.MILD else "")
        words = " ".join(finding.text.split())
        if len(words) > LONGEST_QUOTE:
            words = f"{words[:LONGEST_QUOTE].rstrip()}…"
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
        elif self.form.can_ask:
            self._caption.setText("")
        else:
            self._caption.setText(tr("What does your reader get from this? Say that instead."))
        self._caption.setVisible(bool(self._caption.text()))
        offered = list(suggestions or ())
        while len(self.rows) < len(offered):
            row = SuggestionRow()
            row.used.connect(lambda row=row: self._use(row))
            row.looked_at.connect(lambda looks, row=row: self._look(row, looks=looks))
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

    def _use(self, row: SuggestionRow) -> None:
        if row.suggestion is not None:
            self.use_requested.emit(row.suggestion)

    def _look(self, row: SuggestionRow, *, looks: bool) -> None:
        self.looked_at.emit(row.suggestion if looks else None)
