"""What *Copy cleaned text* will change, shown before it is copied."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.output.clean import Cleaned, with_invisible_shown
from writer_assistant.output.clipboard import Copied, copied


def put_on_clipboard(content: Copied) -> None:
    """Put both forms on the clipboard at once."""
    data = QMimeData()
    data.setText(content.plain)
    data.setHtml(content.html)
    QGuiApplication.clipboard().setMimeData(data)


def summary(cleaned: Cleaned) -> list[str]:
    """Return what was cleaned and how often, each as a phrase."""
    return [f"{what.value}: {count:,}" for what, count in cleaned.counts.items()]


class CopyDialog(QDialog):
    """Lists the changes and shows the draft before and after.

    Attributes:
        content: what is to be copied, as the boxes are ticked.
    """

    def __init__(
        self,
        before: str,
        cleaned: Cleaned,
        *,
        markdown: bool,
        marks: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Copy cleaned text")
        self._cleaned = cleaned
        self._markdown = markdown
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        changes = summary(cleaned)
        heading = QLabel("What changes" if changes else "Nothing has to be cleaned")
        heading.setProperty("role", "heading")
        layout.addWidget(heading)
        self.summary = QLabel("\n".join(f"•  {change}" for change in changes))
        self.summary.setWordWrap(True)
        self.summary.setVisible(bool(changes))
        layout.addWidget(self.summary)
        if cleaned.gaps:
            gaps = "1 gap" if cleaned.gaps == 1 else f"{cleaned.gaps} gaps"
            warning = QLabel(f"{gaps} marked […] still to be filled in.")
            warning.setWordWrap(True)
            layout.addWidget(warning)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.after = _text_view("The text as it is copied")
        self.before = _text_view("The draft as it is, invisible characters named")
        self.before.setPlainText(with_invisible_shown(before))
        self.tabs.addTab(self.after, "&After")
        self.tabs.addTab(self.before, "&Before")
        layout.addWidget(self.tabs, 1)
        self.keep_marks = QCheckBox("Keep &Markdown marks in the plain text")
        self.keep_marks.setToolTip("Rich text, for mail and word processors, never has marks.")
        self.keep_marks.setChecked(marks)
        self.keep_marks.setVisible(markdown)
        self.keep_marks.toggled.connect(self._refresh)
        layout.addWidget(self.keep_marks)
        below = QHBoxLayout()
        self.not_again = QCheckBox("&Do not show this again")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        copy = buttons.addButton("&Copy", QDialogButtonBox.ButtonRole.AcceptRole)
        copy.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        below.addWidget(self.not_again, 1)
        below.addWidget(buttons)
        layout.addLayout(below)
        self._refresh()
        self.resize(620, 520)
        copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        self.content = copied(
            self._cleaned.text, markdown=self._markdown, marks=self.keep_marks.isChecked()
        )
        self.after.setPlainText(self.content.plain)


def _text_view(name: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setProperty("framed", True)
    view.setAccessibleName(name)
    view.setTabChangesFocus(True)
    return view
