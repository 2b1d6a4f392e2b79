"""The earlier versions of a draft: looked at, compared, restored."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.errors import UserError
from writer_assistant.gui.archive import Archive
from writer_assistant.gui.compare_view import CompareView, Texts
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.exact_text import become, exact_text
from writer_assistant.gui.language import percent, tr, tr_later
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.text_scores import TextScores
from writer_assistant.gui.theme import Theme
from writer_assistant.gui.versions import Version, Why
from writer_assistant.gui.when import when

_WHY = {
    Why.OPENED: tr_later("as opened"),
    Why.WORK: tr_later("while writing"),
    Why.SAVED: tr_later("saved"),
    Why.REPLACED: tr_later("before it was replaced"),
    Why.CLOSED: tr_later("when closed"),
}
_PAUSE_MS = 800
_NOW, _BEFORE, _ALONE = "now", "before", "alone"


def describe(version: Version, now: datetime | None = None) -> str:
    """Return two lines about a version: when and why, and what was known of it."""
    known = []
    if version.words is not None:
        known.append(tr("%n word(s)", "", version.words))
    if version.focus is not None:
        known.append(tr("focus {share}").format(share=percent(version.focus)))
    return f"{when(version.on, now)} · {tr(_WHY[version.why])}\n{', '.join(known) or '–'}"


class VersionsDialog(QDialog):
    """A list of versions, and what the chosen one is compared with.

    Signals:
        restored(object): this ``Version`` is the draft's text now.
    """

    restored = Signal(object)

    def __init__(
        self,
        draft: OpenDraft,
        archive: Archive,
        theme: Theme,
        client: EngineClient | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Earlier versions of “{label}”").format(label=draft.label))
        self._draft = draft
        self._document = draft.session.document
        self._markup = draft.file.markup
        archive.wait()
        self._versions = archive.store.of(draft.versions.name)
        self._scores = TextScores(client, self)
        self._scores.known.connect(self._on_scores)
        self._focus: float | None = None

        self.list = QListWidget()
        self.list.setAccessibleName(tr("Versions, newest first"))
        self.list.setSpacing(4)
        for version in self._versions:
            QListWidgetItem(describe(version), self.list)
        self.list.currentRowChanged.connect(self._show)
        self.how = QComboBox()
        self.how.setAccessibleName(tr("What is shown"))
        for name, label in (
            (_NOW, tr("What changed since then")),
            (_BEFORE, tr("What changed in this version")),
            (_ALONE, tr("The text as it was")),
        ):
            self.how.addItem(label, name)
        self.how.currentIndexChanged.connect(self._show)
        self.view = CompareView(theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("framed", True)
        self.text.setAccessibleName(tr("The text as it was"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.text)
        self._lay_out()

        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show)
        self._document.contentsChanged.connect(self._pause.start)
        draft.destroyed.connect(self.close)
        if self._versions:
            self.list.setCurrentRow(0)
        self._enable()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        row = QHBoxLayout()
        label = QLabel(tr("&Show"))
        label.setBuddy(self.how)
        row.addWidget(label)
        row.addWidget(self.how)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([240, 620])
        self.note = QLabel(
            tr(
                "Versions are taken when you open, save or replace a draft, and every ten "
                "minutes of writing. There is none of this draft yet."
            )
        )
        self.note.setWordWrap(True)
        self.note.setVisible(not self._versions)
        splitter.setVisible(bool(self._versions))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore_button = buttons.addButton(
            tr("&Restore this version"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.restore_button.setAutoDefault(False)
        self.restore_button.setToolTip(tr("One undo takes it back"))
        self.restore_button.clicked.connect(self.restore)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self.resize(900, 560)

    @property
    def current(self) -> Version | None:
        """The version that is chosen."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def restore(self) -> None:
        """Let the draft be as it was, as one step of undo; what it is now is kept too."""
        version = self.current
        if version is None:
            return
        try:
            text = version.read()
        except UserError as error:
            self._tell(error)
            return
        self._draft.versions.take(Why.REPLACED)
        become(self._document, text)
        self.restored.emit(version)
        self.accept()

    def _show(self) -> None:
        version = self.current
        self._enable()
        if version is None:
            return
        try:
            text = version.read()
            older = self._older(version)
        except UserError as error:
            self._tell(error)
            return
        how = self.how.currentData()
        self._pages.setCurrentWidget(self.text if how == _ALONE else self.view)
        self._scores.give_up()
        then = when(version.on)
        if how == _ALONE:
            self.text.setPlainText(text)
        elif how == _BEFORE:
            self.view.compare(Texts(older, text, tr("The version before"), then))
            row = self.list.currentRow() + 1
            before = self._versions[row].focus if row < len(self._versions) else None
            self.view.set_focus(before, version.focus)
        else:
            self.view.compare(Texts(text, exact_text(self._document), then, tr("Now")))
            self._focus = version.focus
            self._tell_focus()
            # Judged anew, by the reader and the rules of today, it can be compared fairly.
            self._scores.ask(text, markup=self._markup)

    def _older(self, version: Version) -> str:
        row = self._versions.index(version) + 1
        return self._versions[row].read() if row < len(self._versions) else ""

    def _on_scores(self, scores: object) -> None:
        self._focus = getattr(scores, "focus", None)
        self._tell_focus()

    def _tell_focus(self) -> None:
        self.view.set_focus(self._focus, self._draft.session.scores.focus)

    def _tell(self, error: UserError) -> None:
        self.note.setText(str(error))
        self.note.show()

    def _enable(self) -> None:
        self.restore_button.setEnabled(self.current is not None)

    def done(self, result: int) -> None:
        """Ask for nothing any more."""
        self._pause.stop()
        self._scores.give_up()
        super().done(result)
