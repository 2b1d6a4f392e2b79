"""The drafts that were open last: a list with first line and focus, and where it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.language import percent, tr
from writer_assistant.gui.recent import RecentDraft
from writer_assistant.gui.theme import Theme
from writer_assistant.gui.when import when

if TYPE_CHECKING:
    from writer_assistant.gui.workspace import Workspace

_DRAFT = Qt.ItemDataRole.UserRole
_MOST = 6
"""Drafts on the start page; the dialog has all."""
_WIDEST = 520
_GAP = 44
"""Pixels above the page, where the draft begins."""
_LEAST = 90
"""Pixels of height that the page needs, for its heading and one draft."""

Index = QModelIndex | QPersistentModelIndex


def name_of(draft: RecentDraft) -> str:
    """Return what a recent draft is called."""
    return draft.path.name if draft.path else tr("Untitled")


def facts_of(draft: RecentDraft) -> str:
    """Return what is known of a recent draft: focus, and when it was seen."""
    facts = [] if draft.focus is None else [tr("focus {share}").format(share=percent(draft.focus))]
    with suppress(ValueError):  # an older version of the program did not write it down
        facts.append(when(datetime.fromisoformat(draft.on)))
    return " · ".join(facts)


class RecentList(QListWidget):
    """Recent drafts, newest first.

    Signals:
        chosen(object): this ``RecentDraft`` is to be opened.
        left: the person wants to be where they were.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Recent drafts"))
        self.setObjectName("recent_list")
        self.setItemDelegate(_Row(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)

    def show_drafts(self, drafts: Sequence[RecentDraft]) -> None:
        """Show ``drafts``."""
        self.clear()
        for draft in drafts:
            item = QListWidgetItem(name_of(draft), self)
            item.setData(_DRAFT, draft)
            heard = ", ".join(
                part for part in (name_of(draft), draft.first_line, facts_of(draft)) if part
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heard)
            item.setToolTip(str(draft.path) if draft.path else draft.first_line)

    @property
    def drafts(self) -> list[RecentDraft]:
        """What is shown."""
        return [self.item(row).data(_DRAFT) for row in range(self.count())]

    @property
    def current(self) -> RecentDraft | None:
        """What is chosen."""
        item = self.currentItem()
        draft: RecentDraft | None = item.data(_DRAFT) if item is not None else None
        return draft

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return; leave with Escape, or upwards."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._choose(self.currentItem())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentRow() <= 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_DRAFT))


class _Row(QStyledItemDelegate):
    """Paints a draft: its name and what is known of it, below that its first line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, 2 * option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        draft: RecentDraft = index.data(_DRAFT)
        theme, metrics = self._theme, option.fontMetrics
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(theme.colour("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left, width, line = area.left() + 10, area.width() - 20, metrics.height()
        facts = facts_of(draft)
        room = width - metrics.horizontalAdvance(facts) - 12
        above = QRectF(left, area.top() + 6, width, line)
        elide, middle = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
        painter.setPen(theme.colour("text"))
        leading = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(above, leading, metrics.elidedText(name_of(draft), middle, int(room)))
        painter.setPen(theme.colour("muted"))
        painter.drawText(
            above, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), facts
        )
        below = above.translated(0, line + 2)
        shown = metrics.elidedText(draft.first_line, elide, int(width))
        painter.drawText(below, leading, shown)
        painter.restore()


class StartPage(QFrame):
    """The drafts that were open last, in an empty draft; Down goes there.

    Signals:
        chosen(object): this ``RecentDraft`` is to be opened.
    """

    chosen = Signal(object)

    def __init__(self, editor: DraftEditor, workspace: Workspace) -> None:
        super().__init__(editor.viewport())
        self.setObjectName("start_page")
        self._editor = editor
        self._workspace = workspace
        heading = QLabel(tr("Go on with"))
        heading.setProperty("role", "heading")
        self.list = RecentList(workspace.theme)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.chosen.connect(self.chosen)
        self.list.left.connect(editor.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        editor.installEventFilter(self)
        editor.textChanged.connect(self._look)
        editor.session_changed.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Show what was open last, if the draft is empty."""
        self.setVisible(self._is_due() and self._fill())

    def _is_due(self) -> bool:
        session = self._editor.session
        return session.path is None and session.document.isEmpty()

    def _look(self) -> None:
        if self.isHidden() == self._is_due():
            self.refresh()

    def _fill(self) -> bool:
        is_open = self._workspace.is_open
        drafts = [draft for draft in self._workspace.memory.drafts if not is_open(draft)]
        self.list.show_drafts(drafts[:_MOST])
        self._fit()
        return bool(drafts) and self._editor.viewport().height() >= _GAP + _LEAST

    def _fit(self) -> None:
        view = self._editor.viewport().rect()
        rows = self.list.count() * (self.list.sizeHintForRow(0) if self.list.count() else 0)
        height = min(view.height() - _GAP, rows + 34)
        self.setGeometry(0, _GAP, min(view.width(), _WIDEST), max(0, height))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the editor's size; take the keys when the person goes down."""
        if event.type() is QEvent.Type.Resize:
            self.refresh()
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and self.isVisible()
        ):
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentRow(0)
            return True
        return False


class RecentDialog(QDialog):
    """All recent drafts, to open one or to forget it.

    Signals:
        chosen(object): this ``RecentDraft`` is to be opened.
    """

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recent drafts"))
        self._workspace = workspace
        self.list = RecentList(workspace.theme)
        self.note = QLabel(
            tr("There are none yet. A draft is listed here once you close or save it.")
        )
        self.note.setProperty("role", "empty")
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Close
        )
        self.open_button = buttons.button(QDialogButtonBox.StandardButton.Open)
        self.forget_button = buttons.addButton(
            tr("&Forget it"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.forget_button.setToolTip(tr("Take it from this list; its file stays"))
        self.forget_button.setAutoDefault(False)
        self.open_button.clicked.connect(lambda: self._open(self.list.current))
        self.forget_button.clicked.connect(self.forget)
        buttons.rejected.connect(self.reject)
        self.list.chosen.connect(self._open)
        self.list.left.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(560, 460)
        self._fill()

    def forget(self) -> None:
        """Take the chosen one from the list; without a file its versions go too."""
        draft = self.list.current
        if draft is not None:
            self._workspace.memory.forget_draft(draft)
            if draft.path is None:
                self._workspace.archive.forget(draft.untitled_id)
            self._fill()

    def _fill(self) -> None:
        drafts = [self._workspace.about(draft) for draft in self._workspace.memory.drafts]
        self.list.show_drafts(drafts)
        self.note.setVisible(not drafts)
        self.list.setVisible(bool(drafts))
        self.list.setCurrentRow(0)
        for button in (self.open_button, self.forget_button):
            button.setEnabled(bool(drafts))

    def _open(self, draft: RecentDraft | None) -> None:
        if draft is not None:
            self.accept()
            self.chosen.emit(draft)
