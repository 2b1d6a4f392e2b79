"""Several drafts in one window: the tabs, and which of the drafts is shown."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from writer_assistant.gui.language import tr
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.theme import Theme

if TYPE_CHECKING:
    from writer_assistant.gui.editor import DraftEditor
    from writer_assistant.gui.workspace import Workspace

_WIDEST = 260
_NARROWEST = 90
_LONGEST = 30
"""Letters of a name in a tab; the tip has all of it."""
_END = 10
"""How many of them are its last ones."""


class TabBar(QTabBar):
    """The tabs, hidden while there is one draft only.

    Signals:
        close_requested(int): the person wants the draft of this tab closed.
    """

    close_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("draft_tabs")
        self.setAccessibleName(tr("Open drafts"))
        self.setAutoHide(True)
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._dress)

    def tabSizeHint(self, index: int) -> QSize:
        """Let names be read, but leave room for others."""
        size = super().tabSizeHint(index)
        return QSize(min(_WIDEST, max(_NARROWEST, size.width())), size.height())

    def add_close_button(self, index: int) -> None:
        """Give the tab at ``index`` a button that closes its draft."""
        button = QToolButton(self)
        button.setObjectName("tab_close")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does it
        button.setIcon(self._theme.icon("close", "muted"))
        button.setIconSize(QSize(12, 12))
        button.clicked.connect(lambda: self._close_of(button))
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def describe(self, index: int, label: str, tip: str, *, modified: bool) -> None:
        """Show what the tab at ``index`` is."""
        shown = _shortened(label).replace("&", "&&")
        self.setTabText(index, f"● {shown}" if modified else shown)
        self.setTabToolTip(index, tip)
        self.setAccessibleTabName(
            index, tr("{label}, unsaved changes").format(label=label) if modified else label
        )
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if button is not None:
            button.setToolTip(tr("Close “{label}”").format(label=label))
            button.setAccessibleName(tr("Close “{label}”").format(label=label))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close with the middle button."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.MiddleButton:
            index = self.tabAt(event.position().toPoint())
            if index >= 0:
                self.close_requested.emit(index)

    def _close_of(self, button: QToolButton) -> None:
        for index in range(self.count()):
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is button:
                self.close_requested.emit(index)
                return

    def _dress(self) -> None:
        for index in range(self.count()):
            button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(self._theme.icon("close", "muted"))


def _shortened(label: str) -> str:
    """Return ``label`` short enough for a tab, its end kept: there names differ."""
    if len(label) <= _LONGEST:
        return label
    return f"{label[: _LONGEST - _END - 1].rstrip()}…{label[-_END:].lstrip()}"


class Drafts(QObject):
    """The drafts that one window has open, in the order of their tabs; one of them is shown.

    Signals:
        shown: another draft is.
        added(object), removed(object): an ``OpenDraft`` came or went.
        looks_changed: the one that is shown is called something else, or has changes, or none.
        close_requested(object): the person wants this one closed.
    """

    shown = Signal()
    added = Signal(object)
    removed = Signal(object)
    looks_changed = Signal()
    close_requested = Signal(object)

    def __init__(self, workspace: Workspace, editor: DraftEditor, parent: QObject) -> None:
        super().__init__(parent)
        self.id = uuid.uuid4().hex
        self.bar = TabBar(workspace.theme)
        self._editor = editor
        self._drafts: list[OpenDraft] = []
        self._current: OpenDraft | None = None
        self.bar.currentChanged.connect(self._on_current)
        self.bar.tabMoved.connect(self._on_moved)
        self.bar.close_requested.connect(
            lambda index: self.close_requested.emit(self._drafts[index])
        )

    def __iter__(self) -> Iterator[OpenDraft]:
        return iter(tuple(self._drafts))

    def __len__(self) -> int:
        return len(self._drafts)

    @property
    def current(self) -> OpenDraft:
        """The one that is shown."""
        assert self._current is not None  # noqa: S101
        return self._current

    def add(self, draft: OpenDraft, *, show: bool = True) -> None:
        """Open ``draft`` behind the one that is shown, and show it."""
        draft.setParent(self)
        index = self.bar.currentIndex() + 1 if show else len(self)
        self._drafts.insert(index, draft)
        with QSignalBlocker(self.bar):
            self.bar.insertTab(index, "")
            self.bar.add_close_button(index)
        draft.looks_changed.connect(lambda: self._describe(draft))
        draft.set_where(lambda: self._where(draft))
        self._describe(draft)
        self.added.emit(draft)
        if show or self._current is None:
            self.show(draft)

    def remove(self, draft: OpenDraft) -> None:
        """Let go of ``draft``, which is closed already; another one is shown before."""
        index = self._drafts.index(draft)
        if draft is self._current:
            self.show(self._drafts[index + 1 if index + 1 < len(self) else index - 1])
        draft.looks_changed.disconnect()
        del self._drafts[index]
        with QSignalBlocker(self.bar):
            self.bar.removeTab(index)
        self._tell_places()
        self.removed.emit(draft)
        draft.deleteLater()

    def show(self, draft: OpenDraft) -> None:
        """Show ``draft``."""
        if draft is self._current:
            return
        before, self._current = self._current, draft
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(self._drafts.index(draft))
        if before is not None:
            before.leave(self._editor)
            self._describe(before)
        draft.enter(self._editor)
        self.shown.emit()
        for moved in (before, draft):
            if moved is not None:
                moved.moved()

    def step(self, by: int) -> None:
        """Show the next draft, or the one before, round and round."""
        self.show(self._drafts[(self._drafts.index(self.current) + by) % len(self)])

    def find(self, is_it: Callable[[OpenDraft], bool]) -> OpenDraft | None:
        """Return the first draft for which ``is_it`` holds."""
        return next(filter(is_it, self), None)

    def _on_current(self, index: int) -> None:
        if index >= 0:
            self.show(self._drafts[index])

    def _on_moved(self, start: int, end: int) -> None:
        self._drafts.insert(end, self._drafts.pop(start))
        self._tell_places()

    def _describe(self, draft: OpenDraft) -> None:
        tip = str(draft.path) if draft.path else f"{draft.label}\n" + tr("Not saved as a file yet")
        index = self._drafts.index(draft)
        self.bar.describe(index, draft.label, tip, modified=draft.is_modified)
        if draft is self._current:
            self.looks_changed.emit()

    def _where(self, draft: OpenDraft) -> tuple[str, int, bool]:
        return self.id, self._drafts.index(draft), draft is self._current

    def _tell_places(self) -> None:
        for draft in self:
            draft.moved()
