"""What a window gets once it is painted: menus, tools, tabs, panel, strip, all connected."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from writer_assistant.errors import UserError
from writer_assistant.gui import actions
from writer_assistant.gui.closing import Closing
from writer_assistant.gui.comfort import Comfort
from writer_assistant.gui.copying import CopyCommands
from writer_assistant.gui.edit_commands import EditCommands, ViewCommands
from writer_assistant.gui.export import ExportCommands
from writer_assistant.gui.file_commands import FileCommands
from writer_assistant.gui.find_bar import FindBar
from writer_assistant.gui.finding_commands import FindingCommands
from writer_assistant.gui.language import tr
from writer_assistant.gui.links import Links
from writer_assistant.gui.message_bar import Message, MessageBar
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.persona_commands import HelpCommands, PersonaCommands
from writer_assistant.gui.persona_panel import PersonaPicker
from writer_assistant.gui.preview import Preview
from writer_assistant.gui.recent_list import StartPage
from writer_assistant.gui.review_commands import ReviewCommands
from writer_assistant.gui.review_mode import ReviewDesk
from writer_assistant.gui.review_panel import ReviewPanel
from writer_assistant.gui.side_panel import SidePanel
from writer_assistant.gui.status_bar import StatusStrip
from writer_assistant.gui.tabs import Drafts
from writer_assistant.gui.teaching import Teaching
from writer_assistant.gui.version_commands import VersionCommands

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace

_NEED_CURRENT = (
    "use_first",
    "use_second",
    "use_third",
    "say_meaning",
    "ignore_here",
    "ignore_phrase",
    "ignore_kind",
)
_SETTINGS = ("line_width", "highlights", "mode", "shown_kinds", "autosave")


class Furnishing(QObject):
    """Everything around the editor of one window."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._links = Links()
        theme = workspace.theme
        self.drafts = Drafts(workspace, window.editor, self)
        self.find_bar = FindBar(window.editor, theme)
        self.messages = MessageBar(theme)
        self.strip = StatusStrip(theme)
        self.picker = PersonaPicker(workspace.shelf)
        self.files = FileCommands(window, workspace)
        self.closing = Closing(window, workspace, self.files.save_draft)
        self.comfort = Comfort(window, workspace)
        self._versions = VersionCommands(window, workspace)
        self.start_page = StartPage(window.editor, workspace)
        self._findings = FindingCommands(window)
        self.desk = ReviewDesk(window, workspace)
        self.review_commands = ReviewCommands(window, workspace, self.desk)
        targets = [
            EditCommands(window),
            ViewCommands(window, workspace),
            self._findings,
            self.comfort,
            self.files,
            self._versions,
            CopyCommands(window, workspace),
            ExportCommands(window, workspace),
            self.review_commands,
            PersonaCommands(window, workspace),
            HelpCommands(window, workspace),
        ]
        self.actions = actions.build(window, theme, targets)
        self.panel = SidePanel(window.session, workspace.shelf, theme, self.actions)
        self.preview = Preview(window.editor)
        self.teaching = Teaching(window, workspace, self.panel.card.form)
        self.panel.add_notes(ReviewPanel(self.desk))

    def put_in(self) -> None:
        """Put everything into its place and connect it; the window knows it by then."""
        window = self._window
        window.column.add_below(self.find_bar)
        self.start_page.chosen.connect(self.files.open_recent)
        self.desk.put_in()
        menus = actions.fill_menus(window.menuBar(), self.actions)
        recent = QMenu(tr("Open &recent"), window)
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        menus["file"].insertMenu(self.actions["show_recent"], recent)
        window.tool_bar.setIconSize(QSize(18, 18))
        window.tool_bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._fill_tool_bar(window.tool_bar)
        self._connect()
        self.drafts.add(OpenDraft(self._workspace, session=window.session))
        for name in _SETTINGS:
            self._on_setting(name)
        shown = self._workspace.memory.get("panel_shown", True) is not False
        self.actions["toggle_panel"].setChecked(shown)
        self.panel.setVisible(shown)

    def fit(self, *, narrow: bool, roomy: bool) -> None:
        """Spare room where there is little."""
        for place in self._spared:
            place.setVisible(not narrow)
        self.picker.set_labelled(roomy)
        style = Qt.ToolButtonStyle
        self.copy_button.setToolButtonStyle(
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
        self.copy_button = cast(QToolButton, bar.widgetForAction(place))
        self.copy_button.setProperty("main", True)

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
        window, workspace = self._window, self._workspace
        self.drafts.added.connect(self._on_added)
        self.drafts.removed.connect(self.messages.forget)
        self.drafts.removed.connect(lambda _: self.start_page.refresh())
        self.drafts.shown.connect(self._follow)
        self.drafts.looks_changed.connect(self.refresh_title)
        self.drafts.close_requested.connect(self.closing.close_draft)
        self.desk.mode_changed.connect(self._on_review)
        self.desk.notes_requested.connect(self.actions["show_notes"].trigger)
        window.closed.connect(lambda _: self.desk.close())
        window.editor.cursorPositionChanged.connect(lambda: self.drafts.current.moved())
        window.editor.files_dropped.connect(window.open_files)
        self.panel.findings.kinds_chosen.connect(self._choose_kinds)
        self.panel.findings.left.connect(window.focus_editor)
        self.panel.findings.refreshed.connect(lambda _: self._enable())
        self.panel.card.use_requested.connect(self._findings.use)
        self.panel.ground.left.connect(window.focus_editor)
        self.panel.ground.use_requested.connect(self._findings.insert)
        for offering in (self.panel.card, self.panel.ground):
            offering.looked_at.connect(self.preview.look_at)
        self.find_bar.closed.connect(window.focus_editor)
        workspace.message.connect(self.messages.show_message)
        workspace.dismissed.connect(self.messages.dismiss)
        workspace.settings.changed.connect(self._on_setting)
        workspace.shelf.picked_changed.connect(self._on_persona)
        workspace.theme.changed.connect(self._dress)
        self.picker.open_requested.connect(self.actions["open_persona"].trigger)
        if workspace.client is not None:
            self.strip.restart_requested.connect(workspace.client.restart)
        self.comfort.connect_to(self.strip, self.actions)
        self._on_persona()
        self._dress()

    def _on_added(self, draft: OpenDraft) -> None:
        draft.message.connect(lambda message: self.messages.show_message(message, draft))
        draft.dismissed.connect(lambda topic: self.messages.dismiss(topic, draft))

    def _follow(self) -> None:
        """Let everything follow the draft that is shown now."""
        draft = self.drafts.current
        session, document, add = draft.session, draft.session.document, self._links.add
        self._links.clear()
        add(session.scores_changed, lambda: self.strip.set_scores(session.scores))
        add(
            session.analysis_state_changed,
            lambda: self.strip.set_engine_state(session.engine_state),
        )
        add(
            session.problem,
            lambda *problem: self.messages.show_message(Message.of(UserError(*problem)), draft),
        )
        add(session.current_changed, self._enable)
        add(document.undoAvailable, self.actions["undo"].setEnabled)
        add(document.redoAvailable, self.actions["redo"].setEnabled)
        add(draft.file.opened, self._on_opened)
        add(draft.file.save_as_requested, self.files.save_draft_as)
        add(draft.file.compare_requested, self._versions.compare_with_disk)
        for name in ("mode", "shown_kinds", "autosave"):
            self._on_setting(name)
        self.panel.set_session(session)
        self.messages.set_owner(draft)
        self.start_page.refresh()
        self.strip.set_engine_state(session.engine_state)
        self.strip.set_scores(session.scores)
        self.desk.follow()
        self.refresh_title()
        self._enable()
        draft.file.look()

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
            window.session.set_mode(value)
            self.actions["toggle_review"].setChecked(value == "review")
        elif name == "shown_kinds":
            kinds = self._workspace.shown_kinds()
            self.panel.findings.set_kinds(kinds)
            window.session.set_shown_kinds(kinds)
        elif name == "autosave":
            for draft in self.drafts:
                if draft.is_awake:
                    draft.file.set_autosaves(value)

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
        draft = self.drafts.current
        if draft.path is not None:
            self._workspace.memory.add_draft(draft.about())

    def refresh_title(self) -> None:
        """Show the draft's name, and whether it has unsaved changes."""
        window, draft = self._window, self.drafts.current
        path = draft.path
        window.setWindowTitle(f"{draft.name}[*] – Writer Assistant")
        window.setWindowModified(draft.is_modified)
        window.setWindowFilePath(str(path) if path else "")

    def _enable(self) -> None:
        session = self._window.session
        some = bool(session.findings())
        current = session.current is not None
        for name in ("next_finding", "previous_finding"):
            self.actions[name].setEnabled(some)
        for name in _NEED_CURRENT:
            self.actions[name].setEnabled(current)
        self.actions["ignore_with_reason"].setEnabled(current)
        self.actions["undo"].setEnabled(session.document.isUndoAvailable())
        self.actions["redo"].setEnabled(session.document.isRedoAvailable())

    def _on_review(self) -> None:
        review = self.desk.review
        self.actions["review_mode"].setChecked(review.is_on)
        self.actions["protect_text"].setEnabled(review.is_on)
        self.actions["protect_text"].setChecked(review.is_locked)
        self.actions["measure_anew"].setEnabled(review.is_on)

    def _choose_kinds(self, kinds: tuple[str, ...]) -> None:
        self._workspace.remember("shown_kinds", tuple(str(kind) for kind in kinds))
