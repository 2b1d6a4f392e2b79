"""The panel beside the draft: findings with the card of the current one, and the persona."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from writer_assistant.gui.finding_card import FindingCard
from writer_assistant.gui.findings_panel import FindingsPanel
from writer_assistant.gui.ground_strip import GroundStrip
from writer_assistant.gui.language import number, tr
from writer_assistant.gui.links import Links
from writer_assistant.gui.persona_panel import PersonaDetails
from writer_assistant.gui.persona_shelf import PersonaShelf
from writer_assistant.gui.review_panel import ReviewPanel
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.teach_form import TeachForm
from writer_assistant.gui.theme import Theme

_ENOUGH = 31
"""Lines of text that list and card need together; with less the card takes the list's place."""

_CARD = 0.58
"""Share of the height that the card gets when it appears."""


class SidePanel(QWidget):
    """Two tabs: findings, and who the draft is for."""

    def __init__(
        self,
        session: DraftSession,
        shelf: PersonaShelf,
        theme: Theme,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setMinimumWidth(272)
        self._session = session
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(tr("Findings, notes and reader"))
        keys = actions["next_finding"].shortcut()
        native = QKeySequence.SequenceFormat.NativeText
        self.findings = FindingsPanel(session, theme, keys.toString(native))
        self.card = FindingCard(session, theme, actions, TeachForm(shelf))
        self.details = PersonaDetails(shelf, theme)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.findings)
        self.splitter.addWidget(self.card)
        self.card.hide()
        self.ground = GroundStrip(session, shelf, theme)
        page = QWidget()
        page_layout = QVBoxLayout(page)
        page_layout.setContentsMargins(0, 0, 0, 0)
        page_layout.setSpacing(0)
        page_layout.addWidget(self.splitter, 1)
        page_layout.addWidget(self.ground)
        self.tabs.addTab(page, tr("Fin&dings"))
        self.tabs.addTab(self.details, tr("&Reader"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.findings.refreshed.connect(self._count)
        self.card.back_requested.connect(lambda: self._session.set_current(None))
        self._links = Links()
        self._links.add(session.current_changed, self._share_room)

    def set_session(self, session: DraftSession) -> None:
        """Show another draft's findings."""
        self._session = session
        self._links.clear()
        self.findings.set_session(session)
        self.card.set_session(session)
        self.ground.set_session(session)
        self._links.add(session.current_changed, self._share_room)
        self._share_room()

    def show_findings(self) -> None:
        """Bring the findings to the front and the keys to them."""
        self.tabs.setCurrentIndex(0)
        target = self.findings.list if self.findings.model.findings else self.findings.filter_field
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_notes(self, notes: ReviewPanel) -> None:
        """Add the tab of notes, in front of the reader's."""
        self._notes = notes
        self.tabs.insertTab(1, notes, tr("N&otes"))
        notes.counted.connect(
            lambda count: self.tabs.setTabText(
                1, tr("N&otes ({count})").format(count=number(count)) if count else tr("N&otes")
            )
        )

    def show_notes(self) -> None:
        """Bring the notes to the front and the keys to them."""
        self.tabs.setCurrentWidget(self._notes)
        self._notes.focus_list()

    def show_details(self) -> None:
        """Bring the persona's details to the front and the keys to them."""
        self.tabs.setCurrentWidget(self.details)
        self.details.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is inside to the new size."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        compact = self.height() < _ENOUGH * self.fontMetrics().height()
        current = self._session.current is not None
        self.card.set_compact(compact)
        self.findings.setVisible(not (compact and current))
        if current and self.card.isHidden():
            self.card.show()
            whole = self.splitter.height()
            self.splitter.setSizes([whole - int(whole * _CARD), int(whole * _CARD)])
        self.card.setVisible(current)

    def _count(self, count: int) -> None:
        title = tr("Fin&dings ({count})").format(count=number(count)) if count else tr("Fin&dings")
        if title != self.tabs.tabText(0):
            self.tabs.setTabText(0, title)
