"""“So what does that mean for Olga?”: the writer says it, uses it, and keeps it in the persona."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.language import tr
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.persona_shelf import PersonaShelf
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.suggestion_row import breakable, text_label
from writer_assistant.gui.suggestions import Meaning
from writer_assistant.persona.model import Answer

_PAUSE_MS = 250
"""How long nothing is typed before the sentence is shown that it makes."""


@dataclass(slots=True)
class _Typed:
    """What somebody typed for one finding; it waits while another one is looked at."""

    benefit: str = ""
    feature: str = ""
    chosen: str = ""
    is_open: bool = False


class TeachForm(QFrame):
    """A question that opens into a few fields.

    Signals:
        answered(object, object, bool): for this ``LiveFinding`` this ``Answer`` was given;
            whether it is to be kept in the persona.
        opened: somebody wants to type here.
    """

    answered = Signal(object, object, bool)
    opened = Signal()

    def __init__(self, shelf: PersonaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._session: DraftSession | None = None
        self._finding: LiveFinding | None = None
        self._typed: dict[int, _Typed] = {}
        self._is_filling = False
        self.setObjectName("teach_form")
        self.opener = QPushButton()
        self.opener.setProperty("quiet", True)
        self.opener.setAccessibleName(tr("Say what it means for the reader"))
        self.opener.clicked.connect(self._open)
        self.question = text_label("heading")
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(10)
        self.choice.activated.connect(self._choose)
        self.benefit = QLineEdit()
        self.benefit.setPlaceholderText(tr("you … (do, avoid or feel what?)"))
        self.feature = QLineEdit()
        self.becomes = text_label("muted")
        self.use_button = QPushButton(tr("Use and &keep"))
        self.use_button.setProperty("main", True)
        self.once_button = QPushButton(tr("Use &once"))
        self.once_button.setToolTip(tr("Only in this draft; the persona stays as it is"))
        self._fields = QWidget()
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._ask_engine)
        self.benefit.textChanged.connect(self._on_typed)
        self.feature.textChanged.connect(self._on_typed)
        for field in (self.benefit, self.feature):
            field.returnPressed.connect(lambda: self._answer(keep=True))
        self.use_button.clicked.connect(lambda: self._answer(keep=True))
        self.once_button.clicked.connect(lambda: self._answer(keep=False))
        shelf.picked_changed.connect(self.leave)
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._fields)
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 2, 0, 2)
        fields.setSpacing(5)
        fields.addWidget(self.question)
        for label, field in (
            (tr("It is about"), self.choice),
            (tr("The reader gets"), self.benefit),
            (tr("Thanks to"), self.feature),
        ):
            said = text_label("muted")
            said.setText(label)
            field.setAccessibleName(label)
            fields.addWidget(said)
            fields.addWidget(field)
        fields.addWidget(self.becomes)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.use_button)
        buttons.addWidget(self.once_button)
        buttons.addStretch(1)
        fields.addLayout(buttons)

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody whose problems the writer can pick from."""
        return self._shelf.persona is not None and bool(self._shelf.persona.pains)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self._fields.isHidden()

    def set_session(self, session: DraftSession) -> None:
        """Ask about the findings of another draft."""
        self._session = session
        self.leave()

    def leave(self) -> None:
        """Ask nothing; what was typed waits for its finding."""
        self._finding = None
        self._timer.stop()
        self.hide()

    def ask(self, finding: LiveFinding, *, at_once: bool) -> None:
        """Ask about ``finding``; with ``at_once`` the fields are open from the start."""
        persona = self._shelf.persona
        if persona is None or not self.can_ask:
            self.leave()
            return
        name = persona.name.split(",")[0].strip()
        question = tr("So what does that mean for {name}?").format(name=name)
        self.opener.setText(question.replace("&", "&&"))
        self.question.setText(breakable(question))
        self.use_button.setToolTip(
            tr("Put it in place, and offer it for the next drafts too").format(name=name)
        )
        self.show()
        if finding is self._finding:
            if at_once and not self.is_open:
                self._show_fields(shown=True)
            return
        self._finding = finding
        self._timer.stop()
        typed = self._typed.setdefault(finding.id, _Typed())
        self._fill(typed)
        self._show_fields(shown=at_once or typed.is_open)

    def _fill(self, typed: _Typed) -> None:
        self._is_filling = True
        self.benefit.setText(typed.benefit)
        self.feature.setText(typed.feature)
        self.choice.clear()
        self.becomes.setText("")
        self._is_filling = False
        self._enable()

    def _open(self) -> None:
        self._show_fields(shown=True)
        self.benefit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def start(self) -> bool:
        """Open the fields and take the keys there; False if there is nothing to ask about."""
        if self._finding is None:
            return False
        self._open()
        return True

    def _show_fields(self, *, shown: bool) -> None:
        self._fields.setVisible(shown)
        self.opener.setVisible(not shown)
        if self._finding is not None:
            self._typed[self._finding.id].is_open = shown
        if shown and not self.choice.count():
            self._ask_engine()

    # What the engine knows

    def _ask_engine(self) -> None:
        finding, session = self._finding, self._session
        if finding is None or session is None:
            return
        answer = self._told()
        request = None
        if answer is not None:
            request = {
                "feature": answer.feature,
                "pain": answer.relieves[0],
                "benefit": answer.benefit,
                "proof": "",
            }
        session.ask_meaning(finding, request, lambda meaning: self._take(finding, meaning))

    def _take(self, finding: LiveFinding, meaning: Meaning) -> None:
        if finding is not self._finding:
            return
        if not self.choice.count():
            self._fill_choice(meaning)
            if not self.feature.text():
                self._is_filling = True
                self.feature.setText(meaning.feature)
                self._is_filling = False
        made = meaning.made
        said = tr("Becomes: {text}").format(text=made.text) if made is not None else ""
        self.becomes.setText(breakable(said))
        self._enable()

    def _fill_choice(self, meaning: Meaning) -> None:
        persona = self._shelf.persona
        if persona is None or self._finding is None:
            return
        pains = {pain.id: pain for pain in persona.pains}
        for own in meaning.pains:
            if own in pains:
                self.choice.addItem(tr("Problem: {text}").format(text=pains[own].text), (own, ""))
        for gain in persona.gains:
            relieved = next((own for own in gain.relieves if own in pains), None)
            if relieved is not None and gain.id in meaning.wishes:
                text = meaning.wishes[gain.id]
                self.choice.addItem(tr("Wish: {text}").format(text=text), (relieved, text))
        for index in range(self.choice.count()):
            text = self.choice.itemText(index)
            self.choice.setItemData(index, text, Qt.ItemDataRole.ToolTipRole)
        chosen = self.choice.findText(self._typed[self._finding.id].chosen)
        self.choice.setCurrentIndex(max(0, chosen))

    def _choose(self) -> None:
        """Take what was picked; a wish is the beginning of an answer."""
        data = self.choice.currentData()
        if self._finding is None or data is None:
            return
        self._typed[self._finding.id].chosen = self.choice.currentText()
        if data[1] and not self.benefit.text().strip():
            self.benefit.setText(data[1])
        self._timer.start()

    # What the writer says

    def _on_typed(self) -> None:
        if self._is_filling or self._finding is None:
            return
        typed = self._typed[self._finding.id]
        typed.benefit, typed.feature = self.benefit.text(), self.feature.text()
        if not self.benefit.text().strip():
            self.becomes.setText("")
        self._enable()
        self._timer.start()

    def _enable(self) -> None:
        ready = self._told() is not None
        self.use_button.setEnabled(ready)
        self.once_button.setEnabled(ready)

    def _told(self) -> Answer | None:
        """Return the answer as it is so far; None while it says nothing."""
        benefit = " ".join(self.benefit.text().split()).rstrip(" .")
        data = self.choice.currentData()
        if not benefit or data is None:
            return None
        feature = " ".join(self.feature.text().split())
        return Answer("", feature, (), (data[0],), benefit)

    def _answer(self, *, keep: bool) -> None:
        answer = self._told()
        if answer is None or self._finding is None:
            return
        self._timer.stop()
        self.answered.emit(self._finding, answer, keep)

    def forget(self, finding: LiveFinding) -> None:
        """Let go of what was typed for ``finding``: it was used."""
        self._typed.pop(finding.id, None)
        if finding is self._finding:
            self.leave()
