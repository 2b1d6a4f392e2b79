"""What makes writing comfortable, in one window: looks, spelling, focus, quotes, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from writer_assistant.gui.focus_mode import FocusMode
from writer_assistant.gui.full_screen import FullScreen
from writer_assistant.gui.goals import LengthGoal, SelectionCount
from writer_assistant.gui.language import tr
from writer_assistant.gui.markdown_look import MarkdownLook
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.spelling_marks import SpellingMarks
from writer_assistant.gui.status_bar import StatusStrip
from writer_assistant.gui.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Mapping

    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace

_SETTINGS = (
    "markdown_look",
    "smart_quotes",
    "smart_dashes",
    "dimming",
    "channel",
    "length_goal",
)


class Comfort(QObject):
    """Puts it all into a window, lets it follow the settings, and has its commands."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        editor = window.editor
        self.look = MarkdownLook(editor, workspace.theme)
        self.typography = Typography(editor)
        self.spelling = SpellingMarks(editor, workspace.theme, workspace.dictionary)
        self.focus_mode = FocusMode(editor)  # the last layer: it dims the others too
        self.goal = LengthGoal(editor)
        self.selection = SelectionCount(editor)
        self.full_screen = FullScreen(window, editor, self._around)
        self._actions: Mapping[str, QAction] = {}

    def connect_to(self, strip: StatusStrip, actions: Mapping[str, QAction]) -> None:
        """Show counts in ``strip``, and what is on in ``actions``."""
        self._actions = actions
        self.goal.changed.connect(strip.set_goal)
        self.selection.changed.connect(strip.set_selected)
        self.full_screen.changed.connect(actions["toggle_full_screen"].setChecked)
        self._workspace.settings.changed.connect(self._on_setting)
        for name in _SETTINGS:
            self._on_setting(name)

    def _around(self) -> list[QWidget]:
        window = self._window
        return [window.menuBar(), window.tool_bar, window.drafts.bar, window.panel, window.strip]

    def _on_setting(self, name: str) -> None:
        if name not in _SETTINGS:
            return
        settings = self._workspace.settings
        value = settings[name]
        if name == "markdown_look":
            self.look.set_shown(value)
        elif name == "smart_quotes":
            self.typography.set_quotes(value)
        elif name == "smart_dashes":
            self.typography.set_dashes(value)
        elif name == "dimming":
            self.focus_mode.set_mode(value)
            for mode in ("sentence", "paragraph"):
                self._actions[f"toggle_{mode}_focus"].setChecked(value == mode)
        else:
            self.goal.set_goal(settings["channel"], settings["length_goal"])

    # Commands

    def toggle_full_screen(self, on: bool) -> None:  # noqa: FBT001
        """Show the draft and nothing else, or everything again."""
        self.full_screen.set_on(on)

    def toggle_sentence_focus(self, on: bool) -> None:  # noqa: FBT001
        """Dim all but the sentence with the caret."""
        self._dim("sentence", on=on)

    def toggle_paragraph_focus(self, on: bool) -> None:  # noqa: FBT001
        """Dim all but the paragraph with the caret."""
        self._dim("paragraph", on=on)

    def _dim(self, mode: str, *, on: bool) -> None:
        now = self._workspace.settings["dimming"]
        if on != (now == mode):
            self._workspace.remember("dimming", mode if on else "off")

    def usual_size(self) -> None:
        """Show letters in the size that they have when nothing is set."""
        self._workspace.remember("font_size", 0)

    def next_misspelling(self) -> None:
        """Go to the next misspelt word and offer what may be meant."""
        if self._workspace.settings["spelling"] == "off":
            text = tr("Spelling is switched off; it can be switched on in Preferences.")
        elif self.spelling.show_next():
            return
        else:
            text = tr("Nothing is misspelt, as far as the dictionary knows.")
        self._window.show_message(Message(text, topic="spelling", passing=True))

    def edit_dictionary(self) -> None:
        """Show the words that were added to the dictionary."""
        from writer_assistant.gui.dictionary_dialog import DictionaryDialog

        self._window.show_dialog(DictionaryDialog(self._workspace.dictionary, self._window))
