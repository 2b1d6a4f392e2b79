"""What *Copy cleaned text* will change for a channel, shown before it is copied."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.language import number, tr
from writer_assistant.gui.mime import new_mime_data
from writer_assistant.output.clean import with_invisible_shown
from writer_assistant.output.clipboard import CHANNELS, Channel, Copied, Form, copied
from writer_assistant.output.document import Document


def put_on_clipboard(content: Copied, form: Form) -> None:
    """Put a text on the clipboard in all the forms that it has."""
    data = new_mime_data()
    data.setText(content.plain)
    if content.html:
        data.setHtml(content.html)
    if form is Form.MARKDOWN:
        data.setData("text/markdown", QByteArray(content.plain.encode("utf-8", "replace")))
    QGuiApplication.clipboard().setMimeData(data)


def summary(made: Document, content: Copied) -> list[str]:
    """Return what is cleaned and what looks otherwise, and how often, each as a phrase."""
    changes = [*made.cleaned.counts.items(), *content.changes.items()]
    return [f"{tr(what.value)}: {number(count)}" for what, count in changes]


class CopyDialog(QDialog):
    """Asks where the text will be pasted, lists the changes, and shows before and after.

    Attributes:
        content: what is to be copied, for the chosen channel.
    """

    def __init__(
        self, before: str, made: Document, channel: Channel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Copy cleaned text"))
        self._made = made
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(self._channel_row(channel))
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        layout.addWidget(self._heading)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        layout.addWidget(self.summary)
        if made.cleaned.gaps:
            gaps = made.cleaned.gaps
            warning = QLabel(tr("%n gap(s) marked […] (is|are) still to be filled in.", "", gaps))
            warning.setWordWrap(True)
            layout.addWidget(warning)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(tr("Before and after"))
        self.after = _text_view(tr("The text as it is copied"))
        self.rich = _RichView()
        self.rich.setAccessibleName(tr("The text as it is copied, with its formatting"))
        self._shown = QStackedWidget()
        self._shown.addWidget(self.after)
        self._shown.addWidget(self.rich)
        self.before = _text_view(tr("The draft as it is, invisible characters named"))
        self.before.setPlainText(with_invisible_shown(before))
        self.tabs.addTab(self._shown, tr("&After"))
        self.tabs.addTab(self.before, tr("&Before"))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self._buttons())
        self._refresh()
        self.resize(620, 560)
        self.channels.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def channel(self) -> Channel:
        """The channel that is chosen."""
        return CHANNELS[self.channels.currentIndex()]

    def _channel_row(self, channel: Channel) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(tr("Copy &for"))
        self.channels = QComboBox()
        for one in CHANNELS:
            form = tr(one.form.value)
            name = tr(one.label)
            text = name if one.form is Form.MARKDOWN else f"{name} – {form}"
            self.channels.addItem(text, one.name)
        self.channels.setCurrentIndex(CHANNELS.index(channel))
        self.channels.setAccessibleName(tr("Where the text will be pasted"))
        self.channels.currentIndexChanged.connect(self._refresh)
        label.setBuddy(self.channels)
        row.addWidget(label)
        row.addWidget(self.channels, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.not_again = QCheckBox(tr("&Do not show this again"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        copy = buttons.addButton(tr("&Copy"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row.addWidget(self.not_again, 1)
        row.addWidget(buttons)
        return row

    def _refresh(self) -> None:
        form = self.channel.form
        self.content = copied(self._made, form)
        changes = summary(self._made, self.content)
        self._heading.setText(tr("What changes") if changes else tr("Nothing changes"))
        self.summary.setText("\n".join(f"•  {change}" for change in changes))
        self.summary.setVisible(bool(changes))
        self.after.setPlainText(self.content.plain)
        self.rich.setHtml(self.content.html)
        self._shown.setCurrentWidget(self.rich if form is Form.RICH else self.after)


class _RichView(QTextBrowser):
    """Shows formatted text; opens nothing and loads nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setProperty("framed", True)
        self.setTabChangesFocus(True)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Load no picture, wherever it is."""
        return QByteArray()


def _text_view(name: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setProperty("framed", True)
    view.setAccessibleName(name)
    view.setTabChangesFocus(True)
    return view
