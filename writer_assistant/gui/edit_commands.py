"""The Edit and View menus of one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.editor_column import SIZES
from writer_assistant.gui.screens import fit_to_screen

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace


class EditCommands:
    """Commands that change or search the draft, or whatever field has the keys."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def undo(self) -> None:
        """Undo; in a protected draft, what this review changed and no more."""
        target = self._target()
        if target is not self._window.editor or self._window.review_desk.may_undo():
            target.undo()

    def redo(self) -> None:
        """Redo, as undo."""
        target = self._target()
        if target is not self._window.editor or self._window.review_desk.may_redo():
            target.redo()

    def cut(self) -> None:
        """Cut what is selected."""
        self._target().cut()

    def copy(self) -> None:
        """Copy what is selected."""
        self._target().copy()

    def paste(self) -> None:
        """Paste; into the draft, rich text goes as Markdown."""
        self._target().paste()

    def paste_plain(self) -> None:
        """Paste the mere text."""
        target = self._target()
        if isinstance(target, DraftEditor):
            target.paste_plain()
        else:
            target.paste()

    def select_all(self) -> None:
        """Select everything."""
        self._target().selectAll()

    def _target(self) -> QLineEdit | QPlainTextEdit:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, (QLineEdit, QPlainTextEdit)) else self._window.editor

    def find(self) -> None:
        """Show the find bar."""
        self._window.find_bar.open_bar()

    def replace(self) -> None:
        """Show the find bar with what replaces."""
        self._window.find_bar.open_bar(replacing=True)

    def find_next(self) -> None:
        """Find the next place, or ask what to find."""
        bar = self._window.find_bar
        if bar.field.text():
            bar.find_next()
        else:
            bar.open_bar()

    def find_previous(self) -> None:
        """Find the place before, or ask what to find."""
        bar = self._window.find_bar
        if bar.field.text():
            bar.find_previous()
        else:
            bar.open_bar()


class ViewCommands:
    """Commands that change what is shown, and how."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def preferences(self) -> None:
        """Show the preferences."""
        from writer_assistant.gui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._workspace.settings, self._window)
        fit_to_screen(dialog)
        dialog.exec()

    def toggle_highlights(self, shown: bool) -> None:  # noqa: FBT001
        """Show or hide the marks in the draft."""
        self._workspace.remember("highlights", shown)

    def toggle_review(self, review: bool) -> None:  # noqa: FBT001
        """Mark everything, or only what is clear-cut."""
        self._workspace.remember("mode", "review" if review else "drafting")

    def toggle_panel(self, shown: bool) -> None:  # noqa: FBT001
        """Show or hide the side panel."""
        self._window.panel.setVisible(shown)
        self._workspace.memory.set("panel_shown", shown)

    def focus_other(self) -> None:
        """Take the keys from the draft to the findings, or back."""
        window = self._window
        if window.editor.hasFocus():
            window.show_panel()
            window.panel.show_findings()
        else:
            window.focus_editor()

    def larger(self) -> None:
        """Show the draft in larger letters."""
        self._resize_letters(1)

    def smaller(self) -> None:
        """Show the draft in smaller letters."""
        self._resize_letters(-1)

    def _resize_letters(self, by: int) -> None:
        size = min(SIZES[1], max(SIZES[0], self._window.column.font_size + by))
        self._workspace.remember("font_size", size)
