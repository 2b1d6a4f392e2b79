"""What is ignored in a draft, to look at and to show again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.ignore import Ignored
from writer_assistant.gui.language import tr
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.settings_table import KIND_LABELS
from writer_assistant.gui.suggestion_row import day_of


def describe(item: Ignored) -> str:
    """Return in words what ``item`` hides."""
    kind = tr(KIND_LABELS[item.kind])
    words = " ".join(item.text.split())
    what = {
        "here": tr("{kind}, here: “{words}”").format(kind=kind, words=words),
        "phrase": tr("{kind}, everywhere: “{words}”").format(kind=kind, words=words),
        "kind": tr("All of the kind “{kind}”").format(kind=kind),
    }[item.scope]
    if item.on:
        what = tr("{what} (since {day})").format(what=what, day=day_of(item.on))
    return f"{what}\n{item.reason}" if item.reason else what


class IgnoredDialog(QDialog):
    """A list with a button that takes ignoring back."""

    def __init__(self, session: DraftSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Ignored in this draft"))
        self._session = session
        layout = QVBoxLayout(self)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What is ignored in this draft"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore_button = buttons.addButton(
            tr("&Show again"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.restore_button.setAutoDefault(False)
        self.restore_button.clicked.connect(self.restore_selected)
        buttons.rejected.connect(self.reject)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        session.ignored_changed.connect(self.refresh)
        self.list.itemSelectionChanged.connect(self._enable)
        self.refresh()
        self.resize(460, 360)

    def refresh(self) -> None:
        """Show what is ignored now."""
        self.list.clear()
        for item in self._session.ignored():
            row = QListWidgetItem(describe(item), self.list)
            row.setData(Qt.ItemDataRole.UserRole, item)
        some = self.list.count() > 0
        self.note.setText(
            tr("These are not marked any more. Choose what should be marked again.")
            if some
            else tr("Nothing is ignored in this draft.")
        )
        self.list.setVisible(some)
        if some:
            self.list.setCurrentRow(0)
        self._enable()

    def restore_selected(self) -> None:
        """Mark again what is chosen."""
        chosen = [row.data(Qt.ItemDataRole.UserRole) for row in self.list.selectedItems()]
        for item in chosen:  # each empties the list and fills it anew
            self._session.restore(item)

    def _enable(self) -> None:
        self.restore_button.setEnabled(bool(self.list.selectedItems()))
