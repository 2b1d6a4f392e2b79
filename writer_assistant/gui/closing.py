"""Closing drafts and windows: what is asked, what is kept, and what can be brought back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.versions import Why

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace


class Closing:
    """Closes drafts of one window.

    Only changes that a file lacks are asked about. A draft without a file is kept, in any case:
    when the program ends it comes back with the next start, when it is closed it stays among the
    recent drafts.
    """

    def __init__(self, window: MainWindow, workspace: Workspace, save: Callable[[], bool]) -> None:
        """Close drafts of ``window``; ``save`` saves the one that is shown."""
        self._window = window
        self._workspace = workspace
        self._save = save
        self._discarded: list[OpenDraft] = []

    def close_draft(self, draft: OpenDraft) -> bool:
        """Close one draft; False if the person wants it to stay. The last one leaves an empty."""
        drafts = self._window.drafts
        if len(drafts) == 1 and draft.is_untouched:
            return self._window.close()
        self._discarded = []
        if not self._may_go(draft):
            return False
        if draft in self._discarded:
            draft.session.document.setModified(False)
        if len(drafts) == 1:
            drafts.add(OpenDraft(self._workspace))
        self._let_go(draft)
        drafts.remove(draft)
        return True

    def may_close_window(self) -> bool:
        """Ask about every draft that needs it; whether the window may close.

        With the last window the program ends: then drafts without a file need nothing.
        """
        ends = self._workspace.ends_with(self._window)
        self._discarded = []
        for draft in self._window.drafts:
            if ends and draft.path is None:
                continue
            if not self._may_go(draft):
                self._discarded = []
                return False
        return True

    def end(self, *, keep: bool, ends: bool) -> None:
        """Close all drafts of the window.

        Args:
            keep: the system ends; everything stays as it is for the next start.
            ends: the program ends, because it was asked to.
        """
        for draft in self._window.drafts:
            if draft in self._discarded and not keep:
                draft.session.document.setModified(False)
            if draft.is_practice:
                draft.close()
            elif keep or ends:
                self._workspace.memory.add_draft(draft.about())
                draft.close(keep=True, orderly=ends and not keep)
            else:
                self._let_go(draft)

    def _may_go(self, draft: OpenDraft) -> bool:
        if draft.is_empty and draft.path is None:
            return True
        if draft.path is None:
            return self._archived(draft) or self._ask(draft)
        return not draft.is_modified or self._ask(draft)

    def _archived(self, draft: OpenDraft) -> bool:
        """Keep the text of a draft without a file; False if that cannot be done."""
        if not draft.is_modified:
            return True
        try:
            draft.versions.take_now(Why.CLOSED)
        except UserError:
            return False
        return True

    def _ask(self, draft: OpenDraft) -> bool:
        window = self._window
        window.come_to_front()
        window.drafts.show(draft)
        buttons = QMessageBox.StandardButton
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Writer Assistant")
        box.setText(tr("Save the changes in “{name}”?").format(name=draft.name))
        box.setInformativeText(tr("What you typed since the last saving is lost otherwise."))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Save:
            return self._save()
        if answer == buttons.Discard:
            # Discarded by mistake it is still among the earlier versions.
            draft.versions.take(Why.CLOSED)
            self._discarded.append(draft)
        return answer == buttons.Discard

    def _let_go(self, draft: OpenDraft) -> None:
        about = draft.about()
        is_kept = about.path is not None or (draft.is_modified and not draft.is_empty)
        if is_kept:
            self._workspace.memory.add_draft(about)
            self._workspace.closed.append(about)
        if about.path is None and is_kept:
            self._window.show_message(
                Message(
                    tr("“{label}” is closed and kept among your recent drafts.").format(
                        label=draft.label
                    ),
                    topic="closed",
                    choices=((tr("Open it a&gain"), self._window.reopen_draft),),
                    passing=True,
                )
            )
        draft.close()
