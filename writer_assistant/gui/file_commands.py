"""The File menu of one window: what it asks, and whom it tells."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from writer_assistant.gui.message_bar import Message

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace

_OPEN_FILTER = "Drafts (*.md *.markdown *.txt *.docx *.html *.htm);;All files (*)"
_SAVE_FILTER = "Markdown (*.md);;Text (*.txt)"


class FileCommands:
    """Commands that concern the draft's file and what leaves it."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def new_draft(self) -> None:
        """Open an empty draft, in this window if it is as good as empty."""
        window = self._window
        if window.file.is_untouched:
            window.file.show("")
        else:
            window = self._workspace.open_window()
        window.come_to_front()

    def open_draft(self) -> None:
        """Ask which draft to open."""
        path = self._window.session.path
        folder = str(path.parent) if path else str(Path.home())
        chosen, _ = QFileDialog.getOpenFileNames(self._window, "Open drafts", folder, _OPEN_FILTER)
        for name in chosen:
            self._workspace.open_file(Path(name), self._window)

    def save_draft(self) -> bool:
        """Save; False if that did not come about."""
        saved = self._window.file.save()
        if saved:
            self._tell_saved()
        return saved

    def save_draft_as(self) -> bool:
        """Ask for a name and save there; False if that did not come about."""
        from writer_assistant.text.readers import READ_ONLY

        window = self._window
        path = window.session.path
        proposal = path.with_suffix(".md") if path and path.suffix.casefold() in READ_ONLY else path
        if proposal is None:
            proposal = Path.home() / f"{file_name(window.session.text())}.md"
        chosen, _ = QFileDialog.getSaveFileName(
            window, "Save the draft", str(proposal), _SAVE_FILTER
        )
        if not chosen:
            return False
        target = Path(chosen)
        if not target.suffix:
            target = target.with_suffix(".md")
        other = self._workspace.window_of(target)
        if other is not None and other is not window:
            window.show_message(
                Message(
                    f"“{target.name}” is open in another window. Close it there, or choose "
                    "another name.",
                    "caution",
                    "saving",
                )
            )
            return False
        if not window.file.save_as(target):
            return False
        self._workspace.memory.add_recent(target.absolute(), window.caret)
        self._tell_saved()
        return True

    def _tell_saved(self) -> None:
        path = self._window.session.path
        if path is not None:
            self._window.setWindowModified(False)

    def close_window(self) -> None:
        """Close this window."""
        self._window.close()

    def quit(self) -> None:
        """Close all windows; stop at the first that should stay."""
        QApplication.closeAllWindows()

    def may_close(self) -> bool:
        """Ask what to do with unsaved changes; whether the window may close."""
        window = self._window
        document = window.session.document
        if not document.isModified() or (window.session.path is None and document.isEmpty()):
            return True
        window.come_to_front()
        buttons = QMessageBox.StandardButton
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Writer Assistant")
        box.setText(f"Save the changes in “{window.file.name}”?")
        box.setInformativeText("What you typed since the last saving is lost otherwise.")
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Save:
            return self.save_draft()
        return answer == buttons.Discard

    def fill_recent(self, menu: QMenu) -> None:
        """Put the recent files into ``menu``."""
        menu.clear()
        for number, path in enumerate(self._workspace.memory.recent, start=1):
            mnemonic = f"&{number} " if number < 10 else ""
            name = path.name.replace("&", "&&")
            action = menu.addAction(f"{mnemonic}{name}  —  {path.parent}")
            action.triggered.connect(partial(self.open_recent, path))
        if menu.isEmpty():
            menu.addAction("Nothing yet").setEnabled(False)
        else:
            menu.addSeparator()
            menu.addAction("&Forget these").triggered.connect(
                lambda: self._workspace.memory.forget_recent()
            )

    def open_recent(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        """Open a recent file; forget it if it is gone."""
        if not path.exists():
            self._workspace.memory.forget_recent(path)
        self._workspace.open_file(path, self._window)


def file_name(text: str) -> str:
    """Return a file's name made of the draft's first words."""
    first = next((line for line in text.splitlines() if line.strip(" #-*>\t")), "")
    kept = "".join(letter if letter.isalnum() else " " for letter in first)
    return "-".join(kept.casefold().split()[:6])[:60] or "draft"
