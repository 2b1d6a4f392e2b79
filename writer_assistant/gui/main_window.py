"""The window: the editor at once, and everything around it as soon as that is painted.

Whatever is imported or built before the first paint delays it. The namespace ``Qt`` alone takes as
long as ten such modules (all its enums are made at once): it is imported where it is used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QMainWindow,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.editor_column import EditorColumn
from writer_assistant.gui.language import tr
from writer_assistant.gui.lines import place_for_caret
from writer_assistant.gui.session import DraftSession

if TYPE_CHECKING:
    from writer_assistant.gui.draft_file import DraftFile
    from writer_assistant.gui.furnishing import Furnishing
    from writer_assistant.gui.message_bar import Message
    from writer_assistant.gui.review_mode import ReviewDesk
    from writer_assistant.gui.side_panel import SidePanel
    from writer_assistant.gui.tabs import Drafts
    from writer_assistant.gui.workspace import Workspace

_NARROW = 640
"""Pixels of width below which the panel stands under the draft."""
_SIZE = QSize(1180, 760)
_PANEL = 360
_SHARE = 0.44
"""Largest share of the window's width that the panel takes by itself."""
_ROOMY = 860
"""Pixels of width from which tools have words beside their pictures."""
_BARS = (28, 49, 28)
"""Heights of menus, tools and strip, kept free for them until they are there."""


class MainWindow(QMainWindow):
    """Drafts in a window, one of them shown.

    It starts with the editor alone, which can be painted and typed into at once; ``complete``
    adds the rest in the places that were kept free.

    Signals:
        closed(object): the window is gone for good.
        painted: it was painted for the first time.
    """

    closed = Signal(object)
    painted = Signal()

    def __init__(self, workspace: Workspace, session: DraftSession) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.workspace = workspace
        self.furnishing: Furnishing | None = None
        self._was_painted = False
        self._keeps_copy = False
        self._is_narrow = False
        self.setWindowTitle("Writer Assistant")
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 320)
        self.editor = DraftEditor(session)
        self.editor.setAccessibleName(tr("Draft"))
        self.editor.setPlaceholderText(tr("Write or paste a draft …"))
        self.column = EditorColumn(self.editor)
        self._lay_out()
        settings = workspace.settings
        self.column.set_font(settings["font_family"], settings["font_size"])
        self.column.set_line_width(settings["line_width"])
        self.editor.set_mark_styles(workspace.theme.mark_styles)

    def _lay_out(self) -> None:
        menu_height, tool_height, strip_height = _BARS
        self.menuBar().setMinimumHeight(menu_height)
        self.tool_bar = QToolBar(tr("Tools"))
        self.tool_bar.setObjectName("tools")
        self.tool_bar.setMovable(False)
        self.tool_bar.setMinimumHeight(tool_height)
        self.addToolBar(self.tool_bar)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.column)
        self._empty_panel = QWidget()
        self.splitter.addWidget(self._empty_panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self._empty_strip = QFrame()
        self._empty_strip.setObjectName("status_strip")
        self._empty_strip.setFixedHeight(strip_height)
        centre = QWidget()
        self._centre = QVBoxLayout(centre)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.splitter, 1)
        self._centre.addWidget(self._empty_strip)
        self.setCentralWidget(centre)
        self.resize(_SIZE)
        self.splitter.setSizes([_SIZE.width() - _PANEL, _PANEL])
        memory = self.workspace.memory
        for name, restore in (
            ("window", self.restoreGeometry),
            ("panel", self.splitter.restoreState),
        ):
            kept = memory.get(name)
            if isinstance(kept, str):
                restore(QByteArray.fromBase64(QByteArray(kept.encode("ascii", "replace"))))
        if memory.get("panel_shown", True) is False:
            self._empty_panel.hide()

    def complete(self) -> None:
        """Add everything around the editor, if it is not there yet."""
        if self.furnishing is not None:
            return
        from writer_assistant.gui.furnishing import Furnishing

        parts = Furnishing(self, self.workspace)
        self.furnishing = parts
        self.closing = parts.closing
        self.find_bar = parts.find_bar
        self.messages_bar = parts.messages
        self.strip = parts.strip
        self.picker = parts.picker
        self.actions_by_name = parts.actions
        sizes = self.splitter.sizes()
        self.splitter.replaceWidget(1, parts.panel)
        self.splitter.setSizes(sizes)
        self._centre.replaceWidget(self._empty_strip, parts.strip)
        self._empty_panel.deleteLater()
        self._empty_strip.deleteLater()
        self._centre.insertWidget(0, parts.drafts.bar)
        self._centre.insertWidget(1, parts.messages)
        parts.put_in()
        self._fit()

    def add_above(self, widget: QWidget) -> None:
        """Put ``widget`` above draft and panel, below the messages."""
        self._centre.insertWidget(self._centre.indexOf(self.splitter), widget)

    @property
    def copy_button(self) -> QWidget:
        """What copies the cleaned text."""
        return self._parts.copy_button

    @property
    def _parts(self) -> Furnishing:
        """What is around the editor; it is added now if it has to be."""
        self.complete()
        assert self.furnishing is not None  # noqa: S101
        return self.furnishing

    @property
    def session(self) -> DraftSession:
        """The draft that is shown."""
        return self.editor.session

    @property
    def drafts(self) -> Drafts:
        """All drafts of the window."""
        return self._parts.drafts

    @property
    def file(self) -> DraftFile:
        """The file behind the draft that is shown."""
        return self._parts.drafts.current.file

    @property
    def review_desk(self) -> ReviewDesk:
        """What reviews the drafts of this window."""
        return self._parts.desk

    @property
    def panel(self) -> SidePanel:
        """The panel beside the draft."""
        return self._parts.panel

    # Messages and dialogs

    @property
    def messages(self) -> list[Message]:
        """What is shown above the draft, newest first."""
        return self._parts.messages.messages

    def show_message(self, message: Message) -> None:
        """Show ``message`` above the draft."""
        self._parts.messages.show_message(message)

    def show_dialog(self, dialog: QDialog) -> None:
        """Show ``dialog`` beside the window; it goes when it is closed."""
        from PySide6.QtCore import Qt

        from writer_assistant.gui.screens import fit_to_screen

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(dialog)
        dialog.show()

    # Place

    @property
    def caret(self) -> int:
        """Where the caret is, in UTF-16 units."""
        return self.editor.textCursor().position()

    def put_caret(self, position: int) -> None:
        """Put the caret to ``position``, as far as the draft goes."""
        cursor = QTextCursor(self.session.document)
        cursor.setPosition(place_for_caret(self.session.document, position))
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def focus_editor(self) -> None:
        """Take the keys to the draft."""
        self.editor.setFocus()

    def show_panel(self) -> None:
        """Show the side panel."""
        self._parts.actions["toggle_panel"].setChecked(True)

    def come_to_front(self) -> None:
        """Show the window before all others, with the keys in the draft."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        self.focus_editor()

    # Opening and closing

    def open_files(self, paths: list[object]) -> None:
        """Open files that were dropped."""
        for path in paths:
            self.workspace.open_file(Path(str(path)), self)

    def new_draft(self) -> None:
        """Show an empty draft, in a tab of its own unless the one that is shown is empty."""
        self._parts.files.new_draft()

    def reopen_draft(self) -> None:
        """Open the draft again that was closed last."""
        self._parts.files.reopen_draft()

    def keep_for_next_start(self) -> None:
        """Close without asking and keep everything for the next start (the system ends)."""
        self._keeps_copy = True

    def may_close(self) -> bool:
        """Ask about unsaved changes; whether the window may close."""
        return self._keeps_copy or self._parts.closing.may_close_window()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, remember sizes, and let go."""
        if not self.workspace.is_ending and not self.may_close():
            event.ignore()
            return
        memory = self.workspace.memory
        memory.set("window", self.saveGeometry().toBase64().toStdString())
        if not self._is_narrow:
            memory.set("panel", self.splitter.saveState().toBase64().toStdString())
        ends = self.workspace.ends_with(self)
        self._parts.closing.end(keep=self._keeps_copy, ends=ends)
        self.closed.emit(self)
        event.accept()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the draft where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        if narrow != self._is_narrow:
            from PySide6.QtCore import Qt

            self._is_narrow = narrow
            orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
            self.splitter.setOrientation(orientation)
            whole = self.splitter.height() if narrow else self.splitter.width()
            part = whole // 2 if narrow else _PANEL
            self.splitter.setSizes([whole - part, part])
        if not narrow and self.splitter.sizes()[1] > self.width() * _SHARE:
            part = int(self.width() * _SHARE)
            self.splitter.setSizes([self.width() - part, part])
        if self.furnishing is not None:
            self.furnishing.fit(narrow=narrow, roomy=self.width() >= _ROOMY)

    def changeEvent(self, event: QEvent) -> None:
        """Look whether the file changed while the person was elsewhere."""
        super().changeEvent(event)
        activated = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if activated and self.furnishing is not None:
            self.file.look()  # that of another draft is looked at when it is shown

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            # Not within the drop: a message or a new window may follow.
            QTimer.singleShot(0, self, lambda: self.open_files(list(paths)))
