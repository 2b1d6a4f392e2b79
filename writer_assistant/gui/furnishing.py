"""What a window gets once it is painted: menus, tools, panel, strip, and what connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from writer_assistant.errors import UserError
from writer_assistant.gui import actions
from writer_assistant.gui.comfort import Comfort
from writer_assistant.gui.copying import CopyCommands
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.drafts import Copy
from writer_assistant.gui.edit_commands import EditCommands, ViewCommands
from writer_assistant.gui.export import ExportCommands
from writer_assistant.gui.file_commands import FileCommands
from writer_assistant.gui.find_bar import FindBar
from writer_assistant.gui.finding_commands import FindingCommands
from writer_assistant.gui.message_bar import Message, MessageBar
from writer_assistant.gui.persona_commands import HelpCommands, PersonaCommands
from writer_assistant.gui.persona_panel import PersonaPicker
from writer_assistant.gui.side_panel import SidePanel
from writer_assistant.gui.status_bar import StatusStrip

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace

_NEED_CURRENT = (
    "use_first",
    "use_second",
    "use_third",
    "ignore_here",
    "ignore_phrase",
    "ignore_kind",
)
_SETTINGS = ("line_width", "highlights", "mode", "shown_kinds", "autosave")


class Furnishing(QObject):
    """Everything around the editor of one window."""

    def __init__(self, window: MainWindow, workspace: Workspace, copy: Copy | None) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._session = session = window.session
        theme = workspace.theme
        self.file = DraftFile(session, copy, self)
        self.find_bar = FindBar(window.editor, theme)
        self.messages = MessageBar(theme)
        self.strip = StatusStrip(theme)
        self.picker = PersonaPicker(workspace.shelf)
        self.files = FileCommands(window, workspace)
        self.comfort = Comfort(window, workspace)
        self._findings = FindingCommands(window)
        targets = [
            EditCommands(window),
            ViewCommands(window, workspace),
            self._findings,
            self.comfort,
            self.files,
            CopyCommands(window, workspace),
            ExportCommands(window, workspace),
            PersonaCommands(window, workspace),
            HelpCommands(window, workspace),
        ]
        self.actions = actions.build(window, theme, targets)
        self.panel = SidePanel(session, workspace.shelf, theme, self.actions)

    def put_in(self) -> None:
        """Put everything into its place and connect it; the window knows it by then."""
        window = self._window
        window.column.add_below(self.find_bar)
        menus = actions.fill_menus(window.menuBar(), self.actions)
        recent = QMenu("Open &recent", window)
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        menus["file"].insertMenu(self.actions["save_draft"], recent)
        window.tool_bar.setIconSize(QSize(18, 18))
        window.tool_bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._fill_tool_bar(window.tool_bar)
        self._connect()
        for name in _SETTINGS:
            self._on_setting(name)
        shown = self._workspace.memory.get("panel_shown", True) is not False
        self.actions["toggle_panel"].setChecked(shown)
        self.panel.setVisible(shown)
        self.refresh_title()
        self._enable()

    def fit(self, *, narrow: bool, roomy: bool) -> None:
        """Spare room where there is little."""
        for place in self._spared:
            place.setVisible(not narrow)
        self.picker.set_labelled(roomy)
        style = Qt.ToolButtonStyle
        self._main_button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
        )

    def _fill_tool_bar(self, bar: QToolBar) -> None:
        for name in ("new_draft", "open_draft", "save_draft", ""):
            self._add_tool(bar, name)
        self._spared = [self._add_tool(bar, name) for name in ("undo", "redo", "")]
        bar.addWidget(self.picker)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self._spared += [self._add_tool(bar, name) for name in ("previous_finding", "next_finding")]
        for name in ("toggle_highlights", "toggle_panel", ""):
            self._add_tool(bar, name)
        place = self._add_tool(bar, "copy_cleaned")
        self._main_button = cast(QToolButton, bar.widgetForAction(place))
        self._main_button.setProperty("main", True)

    def _add_tool(self, bar: QToolBar, name: str) -> QAction:
        """Add a command to the tool bar, or a line between two; return its place there."""
        if not name:
            return bar.addSeparator()
        action = self.actions[name]
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        return bar.addWidget(button)

    def _connect(self) -> None:
        window, session, workspace = self._window, self._session, self._workspace
        session.scores_changed.connect(lambda: self.strip.set_scores(session.scores))
        session.analysis_state_changed.connect(
            lambda: self.strip.set_engine_state(session.engine_state)
        )
        session.problem.connect(
            lambda *problem: self.messages.show_message(Message.of(UserError(*problem)))
        )
        session.title_changed.connect(self.refresh_title)
        session.current_changed.connect(self._enable)
        session.document.modificationChanged.connect(lambda _: self.refresh_title())
        session.document.undoAvailable.connect(self.actions["undo"].setEnabled)
        session.document.redoAvailable.connect(self.actions["redo"].setEnabled)
        window.editor.cursorPositionChanged.connect(self.file.moved)
        window.editor.files_dropped.connect(window.open_files)
        self.panel.findings.kinds_chosen.connect(self._choose_kinds)
        self.panel.findings.left.connect(window.focus_editor)
        self.panel.findings.refreshed.connect(lambda _: self._enable())
        self.panel.card.use_requested.connect(self._findings.use)
        self.find_bar.closed.connect(window.focus_editor)
        self.file.message.connect(self.messages.show_message)
        self.file.dismissed.connect(self.messages.dismiss)
        self.file.opened.connect(self._on_opened)
        self.file.save_as_requested.connect(self.files.save_draft_as)
        workspace.message.connect(self.messages.show_message)
        workspace.dismissed.connect(self.messages.dismiss)
        workspace.settings.changed.connect(self._on_setting)
        workspace.shelf.picked_changed.connect(self._on_persona)
        workspace.theme.changed.connect(self._dress)
        self.picker.open_requested.connect(self.actions["open_persona"].trigger)
        if workspace.client is not None:
            self.strip.restart_requested.connect(workspace.client.restart)
        self.strip.set_engine_state(session.engine_state)
        self.strip.set_scores(session.scores)
        self.comfort.connect_to(self.strip, self.actions)
        self._on_persona()
        self._dress()

    def _on_setting(self, name: str) -> None:
        window, settings = self._window, self._workspace.settings
        value = settings[name]
        if name in ("font_family", "font_size"):
            window.column.set_font(settings["font_family"], settings["font_size"])
        elif name == "line_width":
            window.column.set_line_width(value)
        elif name == "highlights":
            window.editor.set_highlights_shown(value)
            self.actions["toggle_highlights"].setChecked(value)
        elif name == "mode":
            self._session.set_mode(value)
            self.actions["toggle_review"].setChecked(value == "review")
        elif name == "shown_kinds":
            kinds = self._workspace.shown_kinds()
            self.panel.findings.set_kinds(kinds)
            self._session.set_shown_kinds(kinds)
        elif name == "autosave":
            self.file.set_autosaves(value)

    def _on_persona(self) -> None:
        persona = self._workspace.shelf.persona
        name = persona.name.split(",")[0] if persona else ""
        self.strip.set_persona(name, persona.reading_grade if persona else None)
        self.panel.findings.set_persona(picked=persona is not None)

    def _dress(self) -> None:
        theme = self._workspace.theme
        actions.dress(self.actions, theme)
        self.actions["copy_cleaned"].setIcon(theme.icon("copy", "on_accent"))
        self._window.editor.set_mark_styles(theme.mark_styles)
        # A style sheet that is set anew takes the letters' size along.
        self._on_setting("font_family")

    def _on_opened(self) -> None:
        self.refresh_title()
        path = self._session.path
        if path is not None:
            self._workspace.memory.add_recent(path, self._workspace.memory.caret(path))

    def refresh_title(self) -> None:
        """Show the draft's name, and whether it has unsaved changes."""
        window, path = self._window, self._session.path
        window.setWindowTitle(f"{self.file.name}[*] – Writer Assistant")
        window.setWindowModified(self._session.document.isModified())
        window.setWindowFilePath(str(path) if path else "")

    def _enable(self) -> None:
        some = bool(self._session.findings())
        current = self._session.current is not None
        for name in ("next_finding", "previous_finding"):
            self.actions[name].setEnabled(some)
        for name in _NEED_CURRENT:
            self.actions[name].setEnabled(current)
        self.actions["undo"].setEnabled(self._session.document.isUndoAvailable())
        self.actions["redo"].setEnabled(self._session.document.isRedoAvailable())

    def _choose_kinds(self, kinds: tuple[str, ...]) -> None:
        self._workspace.remember("shown_kinds", tuple(str(kind) for kind in kinds))
