"""The Persona and Help menus of one window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from writer_assistant.gui.language import tr
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.persona_shelf import SUFFIX
from writer_assistant.gui.screens import fit_to_screen
from writer_assistant.paths import user_personas

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.tour import Tour
    from writer_assistant.gui.workspace import Workspace


class PersonaCommands:
    """Commands that concern who the draft is for."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def open_persona(self) -> None:
        """Ask for a persona file and pick it."""
        path = self._workspace.shelf.path
        folder = user_personas() if path is None or self._workspace.shelf.is_sample else path.parent
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open a persona"),
            str(folder if folder.is_dir() else Path.home()),
            tr("Personas (*{suffix} *.toml);;All files (*)").format(suffix=SUFFIX),
        )
        if chosen:
            self._workspace.pick_persona(Path(chosen))

    def new_persona(self) -> None:
        """Write a new persona file, starting from a template."""
        from writer_assistant.gui.persona_text_dialog import TEMPLATE

        self._edit(TEMPLATE, "new")

    def edit_persona(self) -> None:
        """Edit the picked file as text; a sample is copied to the user's own first."""
        shelf = self._workspace.shelf
        if shelf.path is None:
            if shelf.unread is not None:
                self._edit("", shelf.unread.name.removesuffix(SUFFIX), shelf.unread)
            else:
                self.new_persona()
            return
        name = shelf.path.name.removesuffix(SUFFIX)
        if shelf.is_sample:
            self._edit(shelf.text, name)
            return
        self._edit(shelf.text, name, shelf.path)

    def _edit(self, text: str, name: str, path: Path | None = None) -> None:
        from writer_assistant.gui.persona_text_dialog import PersonaTextDialog

        dialog = PersonaTextDialog(text, name, path, self._window)
        fit_to_screen(dialog)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.saved_path is not None:
            self._workspace.pick_persona(dialog.saved_path)

    def show_persona(self) -> None:
        """Show the details in the side panel."""
        self._window.show_panel()
        self._window.panel.show_details()

    def reload_persona(self) -> None:
        """Read the picked file again."""
        self._workspace.shelf.reload()

    def reveal_personas(self) -> None:
        """Show the folder of the user's own personas in the system's file manager."""
        folder = user_personas()
        path = self._workspace.shelf.path
        if path is not None and not self._workspace.shelf.is_sample:
            folder = path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._window.show_message(
                Message(
                    tr("{folder} cannot be made: {error}").format(folder=folder, error=error),
                    "wrong",
                )
            )
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._window.show_message(
                Message(tr("Your personas are in {folder}").format(folder=folder))
            )


class HelpCommands:
    """Commands that explain the program."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace
        self._tour: Tour | None = None

    def show_marks_help(self) -> None:
        """Say what the marks mean."""
        from writer_assistant.gui.help import MarksHelp

        self._window.show_dialog(MarksHelp(self._workspace.theme, self._window))

    def show_persona_help(self) -> None:
        """Say what a persona file holds."""
        from writer_assistant.gui.persona_help import PersonaHelp

        self._window.show_dialog(PersonaHelp(self._window))

    def show_shortcuts(self) -> None:
        """List the keys."""
        from writer_assistant.gui.help import ShortcutsHelp

        self._window.show_dialog(ShortcutsHelp(self._window))

    def take_tour(self) -> None:
        """Show what can be done, step by step, on a sample draft."""
        from writer_assistant.gui.tour import Tour

        self._tour = self._tour or Tour(self._window, self._workspace)
        self._tour.start()

    def open_sample(self) -> None:
        """Show the sample draft and its persona."""
        if not self._window.file.is_untouched:
            self._window.new_draft()
        self._workspace.show_sample(self._window)
        self._window.come_to_front()

    def about(self) -> None:
        """Say what this program is."""
        from writer_assistant.gui.help import About

        self._window.show_dialog(About(self._workspace.theme, self._window))
