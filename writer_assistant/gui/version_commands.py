"""Commands about other states of a draft: earlier versions, and what is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.versions import Version
from writer_assistant.gui.when import when

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace


class VersionCommands:
    """What the File menu of one window has about other states of its draft."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def show_versions(self) -> None:
        """Show the earlier versions of the draft."""
        from writer_assistant.gui.versions_dialog import VersionsDialog

        window, workspace = self._window, self._workspace
        dialog = VersionsDialog(
            window.drafts.current, workspace.archive, workspace.theme, workspace.client, window
        )
        dialog.restored.connect(self._on_restored)
        window.show_dialog(dialog)

    def compare_with_disk(self) -> None:
        """Show the draft and its file beside each other."""
        from writer_assistant.gui.compare_dialog import CompareDialog

        window = self._window
        try:
            dialog = CompareDialog(window.session, window.file, self._workspace.theme, window)
        except UserError as error:
            window.show_message(Message.of(error, "compare"))
            return
        window.show_dialog(dialog)

    def _on_restored(self, version: Version) -> None:
        text = tr("The version of {when} is back. Undo brings back what was here.").format(
            when=when(version.on)
        )
        self._window.show_message(Message(text, topic="versions", passing=True))
        self._window.focus_editor()
