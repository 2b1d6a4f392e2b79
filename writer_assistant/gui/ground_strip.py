"""Common ground: first and last sentences for a draft without its reader at either end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.insertion import Insertion
from writer_assistant.gui.language import tr
from writer_assistant.gui.links import Links
from writer_assistant.gui.persona_shelf import PersonaShelf
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.suggestion_row import SuggestionRow, breakable, text_label
from writer_assistant.gui.theme import Theme

_SHARE = 0.6
"""Of the panel's height, what the sentences take at most."""
_LEAST = 120  # pixels
_REST = 25
"""Lines of text that the findings above need: kinds, filter and the first of them."""


class GroundStrip(QFrame):
    """Two quiet buttons below the findings; either opens a list of sentences.

    Signals:
        left: back to the draft.
        use_requested(object): this ``Insertion``, please.
        looked_at(object): this ``Insertion`` is pointed at; None when none is any more.
    """

    left = Signal()
    use_requested = Signal(object)
    looked_at = Signal(object)

    def __init__(
        self,
        session: DraftSession,
        shelf: PersonaShelf,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shelf = shelf
        self._theme = theme
        self._links = Links()
        self._shown: bool | None = None
        self.setObjectName("ground_strip")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 6)
        layout.setSpacing(6)
        layout.addLayout(self._header())
        self.rows: list[SuggestionRow] = []
        inside = QWidget()
        self._rows_layout = QVBoxLayout(inside)
        self._rows_layout.setContentsMargins(0, 0, 0, 4)
        self._rows_layout.setSpacing(6)
        self.hint = text_label("muted")
        self._rows_layout.addWidget(self.hint)
        self._list = QScrollArea()
        self._list.setObjectName("card_scroll")
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWidget(inside)
        self._list.hide()
        layout.addWidget(self._list)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(14)
        self.first_button = self._button(lambda: self.open(last=False))
        self.last_button = self._button(lambda: self.open(last=True))
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)
        shelf.picked_changed.connect(self.close_list)
        theme.changed.connect(self._dress)
        self._dress()
        self.set_session(session)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        self.heading = text_label("heading")
        self.heading.hide()
        self._close = QToolButton()
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close the sentences"))
        self._close.clicked.connect(self.close_list)
        self._close.hide()
        header.addWidget(self.heading, 1)
        header.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _button(self, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setProperty("quiet", True)
        button.clicked.connect(clicked)
        self._buttons.addWidget(button)
        return button

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close"))

    def set_session(self, session: DraftSession) -> None:
        """Offer sentences for another draft."""
        self._session = session
        self._links.clear()
        self._links.add(session.scores_changed, self.refresh)
        self._links.add(session.analysis_state_changed, self.refresh)
        self._links.add(session.current_changed, self._on_current)
        self.close_list()

    @property
    def insertions(self) -> Sequence[Insertion]:
        """What is offered, in order."""
        if self._list.isHidden():
            return []
        offered = [row.suggestion for row in self.rows if not row.isHidden()]
        return [one for one in offered if isinstance(one, Insertion)]

    @property
    def _name(self) -> str:
        persona = self._shelf.persona
        return persona.name.split(",")[0].strip() if persona is not None else ""

    def refresh(self) -> None:
        """Show the buttons for the ends that lack the reader."""
        scores, name = self._session.scores, self._name
        able = bool(name) and bool(scores.words) and self._session.engine_state == "ready"
        for button, lacks, text in (
            (self.first_button, scores.customer_first is False, tr("Begin with {name}…")),
            (self.last_button, scores.customer_last is False, tr("End with {name}…")),
        ):
            button.setText(text.format(name=name).replace("&", "&&"))
            button.setAccessibleName(text.format(name=name))
            button.setVisible(able and lacks)
        self.setVisible(
            self._shown is not None
            or not self.first_button.isHidden()
            or not self.last_button.isHidden()
        )

    def open(self, *, last: bool) -> None:
        """Show first (or ``last``) sentences as soon as the engine has made them."""
        if not self._name:
            return
        self._session.set_current(None)
        self._session.ask_ground(lambda made: self._show_list(made, last=last), last=last)

    def _show_list(self, made: Sequence[Insertion], *, last: bool) -> None:
        self._shown = last
        text = tr("A last sentence for {name}") if last else tr("A first sentence for {name}")
        self.heading.setText(breakable(text.format(name=self._name)))
        if not made:
            said = tr("The persona has nothing for this place yet: give it problems and interests.")
        elif last:
            said = tr("Ends with what the reader cares about. Goes behind the last paragraph.")
        else:
            said = tr("Begins where the reader is. Goes before the first paragraph.")
        self.hint.setText(said)
        while len(self.rows) < len(made):
            row = SuggestionRow()
            row.used.connect(lambda row=row: self.use_requested.emit(row.suggestion))
            row.looked_at.connect(
                lambda looks, row=row: self.looked_at.emit(row.suggestion if looks else None)
            )
            self.rows.append(row)
            self._rows_layout.addWidget(row)
        for number, row in enumerate(self.rows):
            if number < len(made):
                row.show_suggestion(made[number], "")
            row.setVisible(number < len(made))
        for part in (self.heading, self._close, self._list):
            part.show()
        self.refresh()
        self._fit()
        if made:
            self.rows[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Give the sentences the height that they need, as far as there is room."""
        panel = self.parentWidget()
        width = (panel.width() if panel is not None else self.width()) - 24
        wanted = self._rows_layout.heightForWidth(width)
        height = panel.height() if panel is not None else 0
        most = min(int(height * _SHARE), height - _REST * self.fontMetrics().height())
        self._list.setFixedHeight(max(_LEAST, min(wanted, most)))

    def close_list(self) -> None:
        """Show the buttons alone."""
        self._shown = None
        for part in (self.heading, self._close, self._list):
            part.hide()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the sentences."""
        if event.key() == Qt.Key.Key_Escape and self._shown is not None:
            self.close_list()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_current(self) -> None:
        if self._session.current is not None and self._shown is not None:
            self.close_list()
