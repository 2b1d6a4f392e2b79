"""The window: editor, side panel, status strip, and what connects them."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.errors import UserError
from writer_assistant.gui import actions
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.drafts import Copy
from writer_assistant.gui.edit_commands import EditCommands, ViewCommands
from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.editor_column import EditorColumn
from writer_assistant.gui.file_commands import FileCommands
from writer_assistant.gui.find_bar import FindBar
from writer_assistant.gui.finding_commands import FindingCommands
from writer_assistant.gui.message_bar import Message, MessageBar
from writer_assistant.gui.persona_commands import HelpCommands, PersonaCommands
from writer_assistant.gui.persona_panel import PersonaPicker
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.side_panel import SidePanel
from writer_assistant.gui.status_bar import StatusStrip
from writer_assistant.gui.workspace import Workspace

_NARROW = 640
"""Pixels of width below which the panel stands under the draft."""
_SIZE = QSize(1180, 760)
_PANEL = 360
_SHARE = 0.44
"""Largest share of the window's width that the panel takes by itself."""
_ROOMY = 860
"""Pixels of width from which tools have words beside their pictures."""


class MainWindow(QMainWindow):
    """One draft in a window.

    Signals:
        closed(object): the window is gone for good.
        painted: it was painted for the first time.
    """

    closed = Signal(object)
    painted = Signal()

    def __init__(
        self, workspace: Workspace, session: DraftSession, copy: Copy | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.workspace = workspace
        self.session = session
        self._was_painted = False
        self._keeps_copy = False
        theme = workspace.theme

        self.editor = DraftEditor(session)
        self.editor.setAccessibleName("Draft")
        self.editor.setPlaceholderText("Write or paste a draft …")
        self.column = EditorColumn(self.editor)
        self.find_bar = FindBar(self.editor, theme)
        self.column.add_below(self.find_bar)
        self.file = DraftFile(session, lambda: self.caret, copy, self)
        self._files = FileCommands(self, workspace)
        self._findings = FindingCommands(self)
        targets = [
            EditCommands(self),
            ViewCommands(self, workspace),
            self._findings,
            self._files,
            PersonaCommands(self, workspace),
            HelpCommands(self, workspace),
        ]
        self.actions_by_name = actions.build(self, theme, targets)
        self.panel = SidePanel(session, workspace.shelf, theme, self.actions_by_name)
        self.messages_bar = MessageBar(theme)
        self.strip = StatusStrip(theme)
        self.picker = PersonaPicker(workspace.shelf)
        self._lay_out()
        self._connect()
        self._take_settings()
        self.setAcceptDrops(True)
        self.refresh_title()
        self._enable()

    # Layout

    def _lay_out(self) -> None:
        menus = actions.fill_menus(self.menuBar(), self.actions_by_name)
        recent = QMenu("Open &recent", self)
        recent.aboutToShow.connect(lambda: self._files.fill_recent(recent))
        menus["file"].insertMenu(self.actions_by_name["save_draft"], recent)
        self._add_tool_bar()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.column)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages_bar)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.strip)
        self.setCentralWidget(centre)
        self.setMinimumSize(480, 320)
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
        self.actions_by_name["toggle_panel"].setChecked(
            memory.get("panel_shown", True) is not False
        )

    def _add_tool_bar(self) -> None:
        bar = QToolBar("Tools")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("new_draft", "open_draft", "save_draft", ""):
            self._add_tool(bar, name)
        self._spared = [self._add_tool(bar, name) for name in ("undo", "redo", "")]
        bar.addWidget(self.picker)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        for name in ("previous_finding", "next_finding", "toggle_highlights", "toggle_panel", ""):
            self._add_tool(bar, name)
        place = self._add_tool(bar, "copy_cleaned")
        self._main_button = cast(QToolButton, bar.widgetForAction(place))
        self._main_button.setProperty("main", True)
        self.addToolBar(bar)

    def _add_tool(self, bar: QToolBar, name: str) -> QAction:
        """Add a command to the tool bar, or a line between two; return its place there."""
        if not name:
            return bar.addSeparator()
        action = self.actions_by_name[name]
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        return bar.addWidget(button)

    # Connections

    def _connect(self) -> None:
        session, workspace = self.session, self.workspace
        session.scores_changed.connect(lambda: self.strip.set_scores(session.scores))
        session.analysis_state_changed.connect(
            lambda: self.strip.set_engine_state(session.engine_state)
        )
        session.problem.connect(self._tell_problem)
        session.title_changed.connect(self.refresh_title)
        session.current_changed.connect(self._enable)
        session.document.modificationChanged.connect(lambda _: self.refresh_title())
        session.document.undoAvailable.connect(self.actions_by_name["undo"].setEnabled)
        session.document.redoAvailable.connect(self.actions_by_name["redo"].setEnabled)
        self.editor.cursorPositionChanged.connect(self.file.caret_moved)
        self.editor.files_dropped.connect(self.open_files)
        self.panel.findings.kinds_chosen.connect(self._choose_kinds)
        self.panel.findings.left.connect(self.focus_editor)
        self.panel.findings.refreshed.connect(lambda _: self._enable())
        self.panel.card.use_requested.connect(self._findings.use)
        self.find_bar.closed.connect(self.focus_editor)
        self.file.message.connect(self.show_message)
        self.file.dismissed.connect(self.messages_bar.dismiss)
        self.file.opened.connect(self._on_opened)
        self.file.save_as_requested.connect(self._files.save_draft_as)
        workspace.message.connect(self.show_message)
        workspace.dismissed.connect(self.messages_bar.dismiss)
        workspace.settings.changed.connect(self._on_setting)
        workspace.shelf.picked_changed.connect(self._on_persona)
        workspace.theme.changed.connect(self._dress)
        self.picker.open_requested.connect(self.actions_by_name["open_persona"].trigger)
        if workspace.client is not None:
            self.strip.restart_requested.connect(workspace.client.restart)
        self.strip.set_engine_state(session.engine_state)
        self.strip.set_scores(session.scores)
        self._on_persona()
        self._dress()

    def _take_settings(self) -> None:
        for name in ("font_family", "line_width", "highlights", "mode", "shown_kinds", "autosave"):
            self._on_setting(name)

    def _on_setting(self, name: str) -> None:
        settings = self.workspace.settings
        value = settings[name]
        if name in ("font_family", "font_size"):
            self.column.set_font(settings["font_family"], settings["font_size"])
        elif name == "line_width":
            self.column.set_line_width(value)
        elif name == "highlights":
            self.editor.set_highlights_shown(value)
            self.actions_by_name["toggle_highlights"].setChecked(value)
        elif name == "mode":
            self.session.set_mode(value)
            self.actions_by_name["toggle_review"].setChecked(value == "review")
        elif name == "shown_kinds":
            kinds = self.workspace.shown_kinds()
            self.panel.findings.set_kinds(kinds)
            self.session.set_shown_kinds(kinds)
        elif name == "autosave":
            self.file.set_autosaves(value)

    def _on_persona(self) -> None:
        persona = self.workspace.shelf.persona
        self.strip.set_persona(
            persona.name.split(",")[0] if persona else "",
            persona.reading_grade if persona else None,
        )
        self.panel.findings.set_persona(picked=persona is not None)

    def _dress(self) -> None:
        theme = self.workspace.theme
        actions.dress(self.actions_by_name, theme)
        self.actions_by_name["copy_cleaned"].setIcon(theme.icon("copy", "on_accent"))
        self.editor.set_mark_styles(theme.mark_styles)
        # A style sheet that is set anew takes the letters' size along.
        self._on_setting("font_family")
        self.strip.refresh()

    def _on_opened(self) -> None:
        self.refresh_title()
        path = self.session.path
        if path is not None:
            self.workspace.memory.add_recent(path, self.workspace.memory.caret(path))

    def refresh_title(self) -> None:
        """Show the draft's name, and whether it has unsaved changes."""
        path = self.session.path
        self.setWindowTitle(f"{self.file.name}[*] – Writer Assistant")
        self.setWindowModified(self.session.document.isModified())
        self.setWindowFilePath(str(path) if path else "")

    def _enable(self) -> None:
        some = bool(self.session.findings())
        current = self.session.current is not None
        for name in ("next_finding", "previous_finding"):
            self.actions_by_name[name].setEnabled(some)
        for name in (
            "use_first", "use_second", "use_third", "ignore_here", "ignore_phrase", "ignore_kind",
        ):  # fmt: skip
            self.actions_by_name[name].setEnabled(current)
        self.actions_by_name["undo"].setEnabled(self.session.document.isUndoAvailable())
        self.actions_by_name["redo"].setEnabled(self.session.document.isRedoAvailable())

    # Messages

    def show_message(self, message: Message) -> None:
        """Show ``message`` above the draft."""
        self.messages_bar.show_message(message)

    def _tell_problem(self, what: str, where: str, remedy: str) -> None:
        self.show_message(Message.of(UserError(what, where, remedy)))

    def show_panel(self) -> None:
        """Show the side panel."""
        self.actions_by_name["toggle_panel"].setChecked(True)

    def show_dialog(self, dialog: QDialog) -> None:
        """Show ``dialog`` beside the window; it goes when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _choose_kinds(self, kinds: tuple[str, ...]) -> None:
        self.workspace.remember("shown_kinds", tuple(str(kind) for kind in kinds))

    # Files and place

    @property
    def caret(self) -> int:
        """Where the caret is, in UTF-16 units."""
        return self.editor.textCursor().position()

    @property
    def messages(self) -> list[Message]:
        """What is shown above the draft."""
        return self.messages_bar.messages

    def put_caret(self, position: int) -> None:
        """Put the caret to ``position``, as far as the draft goes."""
        cursor = QTextCursor(self.session.document)
        cursor.setPosition(max(0, min(position, self.session.document.characterCount() - 1)))
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def open_files(self, paths: list[object]) -> None:
        """Open files that were dropped."""
        for path in paths:
            self.workspace.open_file(Path(str(path)), self)

    def come_to_front(self) -> None:
        """Show the window before all others, with the keys in the draft."""
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.focus_editor()

    def focus_editor(self) -> None:
        """Take the keys to the draft."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_for_next_start(self) -> None:
        """Close without asking and keep everything for the next start (the system ends)."""
        self._keeps_copy = True

    def abandon(self) -> None:
        """Close a window that never came to be."""
        self._end(keep=False)

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, remember sizes, and let go."""
        if not self._keeps_copy and not self._files.may_close():
            event.ignore()
            return
        memory = self.workspace.memory
        memory.set("window", self.saveGeometry().toBase64().toStdString())
        if self.splitter.orientation() is Qt.Orientation.Horizontal:
            memory.set("panel", self.splitter.saveState().toBase64().toStdString())
        if self.session.path is not None:
            memory.add_recent(self.session.path, self.caret)
        self._end(keep=self._keeps_copy)
        event.accept()

    def _end(self, *, keep: bool) -> None:
        self.file.close(keep=keep)
        self.session.close()
        self.closed.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is inside to the new size."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)
            whole = self.splitter.height() if narrow else self.splitter.width()
            part = whole // 2 if narrow else _PANEL
            self.splitter.setSizes([whole - part, part])
        if not narrow and self.panel.width() > self.width() * _SHARE:
            part = int(self.width() * _SHARE)
            self.splitter.setSizes([self.width() - part, part])
        for place in self._spared:
            place.setVisible(not narrow)
        roomy = self.width() >= _ROOMY
        self.picker.set_labelled(roomy)
        self._main_button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if roomy
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )

    def changeEvent(self, event: QEvent) -> None:
        """Look whether the file changed while the person was elsewhere."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.file.look()

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
