"""The File menu of one window: what it asks, and whom it tells."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from writer_assistant.errors import UserError
from writer_assistant.gui.drafts import Snapshot
from writer_assistant.gui.language import quoted, tr, tr_later
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.recent import RecentDraft
from writer_assistant.gui.save_name import ask_save_name

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace

_OPEN_FILTER = tr_later("Drafts (*.md *.markdown *.txt *.docx *.html *.htm);;All files (*)")
_SAVE_FORMATS = {".md": tr_later("Markdown (*.md)"), ".txt": tr_later("Text (*.txt)")}


class FileCommands:
    """Commands that concern the draft's file and what leaves it."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def new_draft(self) -> None:
        """Show an empty draft, in a tab of its own unless the one that is shown is empty."""
        window = self._window
        if window.file.is_untouched:
            window.file.show("")
        else:
            window.drafts.add(OpenDraft(self._workspace))
        window.come_to_front()

    def new_window(self) -> None:
        """Open another window with an empty draft."""
        self._workspace.open_window().come_to_front()

    def next_draft(self) -> None:
        """Show the next draft of the window."""
        self._window.drafts.step(1)

    def previous_draft(self) -> None:
        """Show the draft before."""
        self._window.drafts.step(-1)

    def open_draft(self) -> None:
        """Ask which draft to open."""
        path = self._window.session.path
        folder = str(path.parent) if path else str(Path.home())
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, tr("Open drafts"), folder, tr(_OPEN_FILTER)
        )
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
        formats = {suffix: tr(text) for suffix, text in _SAVE_FORMATS.items()}
        title = tr("Save the draft")
        target = ask_save_name(window, title, proposal, formats, ".md", any_suffix=True)
        if target is None:
            return False
        other = self._workspace.draft_of(target)
        if other is not None and other is not window.drafts.current:
            window.show_message(
                Message(
                    tr(
                        "“{name}” is open as another draft. Close that, or choose another name."
                    ).format(name=target.name),
                    "caution",
                    "saving",
                )
            )
            return False
        if not window.file.save_as(target):
            return False
        self._tell_saved()
        return True

    def _tell_saved(self) -> None:
        path = self._window.session.path
        if path is not None:
            self._window.setWindowModified(False)

    def close_draft(self) -> None:
        """Close the draft that is shown."""
        self._window.drafts.close_requested.emit(self._window.drafts.current)

    def close_window(self) -> None:
        """Close this window."""
        self._window.close()

    def quit(self) -> None:
        """Close all windows, unless one should stay."""
        self._workspace.end()

    def reopen_draft(self) -> None:
        """Open the draft again that was closed last."""
        closed = self._workspace.closed
        if closed:
            self.open_recent(closed.pop())
        else:
            self._window.show_message(
                Message(tr("No draft was closed yet."), topic="closed", passing=True)
            )

    def fill_recent(self, menu: QMenu) -> None:
        """Put the recent files into ``menu``."""
        menu.clear()
        for number, draft in enumerate(self._workspace.memory.drafts, start=1):
            mnemonic = f"&{number} " if number < 10 else ""
            path = draft.path
            label = f"{path.name}  —  {path.parent}" if path else quoted(draft.first_line)
            action = menu.addAction(f"{mnemonic}{label.replace('&', '&&')}")
            action.triggered.connect(partial(self.open_recent, draft))
        if menu.isEmpty():
            menu.addAction(tr("Nothing yet")).setEnabled(False)
        else:
            menu.addSeparator()
            menu.addAction(tr("&Forget these")).triggered.connect(
                lambda: self._workspace.memory.forget_recent()
            )

    def show_recent(self) -> None:
        """Show all recent drafts."""
        from writer_assistant.gui.recent_list import RecentDialog

        dialog = RecentDialog(self._workspace, self._window)
        dialog.chosen.connect(self.open_recent)
        self._window.show_dialog(dialog)

    def open_recent(self, draft: RecentDraft, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        """Open a recent draft; forget it if it is gone."""
        workspace, window = self._workspace, self._window
        if draft.path is not None:
            if not draft.path.exists():
                workspace.memory.forget_draft(draft)
            workspace.open_file(draft.path, window)
            return
        known = workspace.find_draft(lambda other: other.untitled_id == draft.untitled_id)
        if known is not None:
            workspace.show_draft(known)
            return
        try:
            text = next(iter(workspace.archive.store.of(draft.untitled_id))).read()
        except (UserError, StopIteration):
            workspace.memory.forget_draft(draft)
            window.show_message(
                Message(tr("That draft is not kept any more."), "caution", topic="closed")
            )
            return
        self.new_draft()
        window.file.bring_back(Snapshot(text, None, draft.caret, draft.untitled_id, orderly=True))
        window.put_caret(draft.caret)


def file_name(text: str) -> str:
    """Return a file's name made of the draft's first words."""
    first = next((line for line in text.splitlines() if line.strip(" #-*>\t")), "")
    kept = "".join(letter if letter.isalnum() else " " for letter in first)
    return "-".join(kept.casefold().split()[:6])[:60] or "draft"
