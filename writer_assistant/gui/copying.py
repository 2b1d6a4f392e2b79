"""The command that takes a cleaned draft to the clipboard, and the choice it remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from writer_assistant.gui.language import tr
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.screens import fit_to_screen

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace
    from writer_assistant.output.clipboard import Channel

_LAST = "copied_for"
_BY_DRAFT = "copied_for_draft"
_MOST = 100
"""Drafts whose channel is remembered."""


class CopyCommands:
    """Commands that take the whole draft to the clipboard."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def copy_cleaned(self) -> None:
        """Copy the whole draft for a channel; show first what changes, if wanted."""
        from writer_assistant.gui.clipboard_dialog import CopyDialog, put_on_clipboard, summary
        from writer_assistant.output.clipboard import copied
        from writer_assistant.output.document import document

        window = self._window
        text = window.session.text()
        if not text.strip():
            window.show_message(
                Message(tr("There is nothing to copy yet."), topic="copy", passing=True)
            )
            return
        made = document(text, window.file.name, markup=window.file.markup)
        channel = self.channel(made.facts.get("channel", ""))
        if self._workspace.settings["copy_preview"]:
            dialog = CopyDialog(text, made, channel, window)
            fit_to_screen(dialog)
            if not dialog.exec():
                return
            channel, content = dialog.channel, dialog.content
            self._remember(channel)
            if dialog.not_again.isChecked():
                self._workspace.remember("copy_preview", False)
        else:
            content = copied(made, channel.form)
        put_on_clipboard(content, channel.form)
        told = [
            tr("Copied for {channel}, as {form}").format(
                channel=tr(channel.label), form=tr(channel.form.value)
            ),
            *summary(made, content),
        ]
        window.show_message(Message(f"{'; '.join(told)}.", topic="copy", passing=True))

    def channel(self, own: str) -> Channel:
        """Return the channel that the draft is copied for: its last one, or the likeliest.

        Args:
            own: what its front matter says.
        """
        from writer_assistant.output.clipboard import channel_for, channel_named

        memory, persona = self._workspace.memory, self._workspace.shelf.persona
        known = memory.get(_BY_DRAFT)
        chosen = known.get(self._key) if isinstance(known, dict) else None
        last = memory.get(_LAST, "")
        return (channel_named(chosen) if isinstance(chosen, str) else None) or channel_for(
            own.split(",")[0],
            persona.channels if persona else (),
            self._workspace.settings["channel"],
            last if isinstance(last, str) else "",
        )

    @property
    def _key(self) -> str:
        session = self._window.session
        return str(session.path) if session.path else session.untitled_id

    def _remember(self, channel: Channel) -> None:
        memory = self._workspace.memory
        known = memory.get(_BY_DRAFT)
        others = {} if not isinstance(known, dict) else known
        kept = [(key, name) for key, name in others.items() if key != self._key]
        memory.set(_BY_DRAFT, dict([*kept[1 - _MOST :], (self._key, channel.name)]))
        memory.set(_LAST, channel.name)
