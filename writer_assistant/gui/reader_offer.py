"""The offer to write for the persona that a draft's front matter names."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from writer_assistant.gui.language import tr
from writer_assistant.gui.message_bar import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from writer_assistant.gui.persona_shelf import Offered, PersonaShelf
    from writer_assistant.gui.session import DraftSession
    from writer_assistant.gui.workspace import Workspace

READER = "reader"
_HEAD = 100
"""Lines within which front matter ends."""


class ReaderOffer(QObject):
    """Offers to pick the persona that the draft says it is for; it never picks one itself.

    Signals:
        message(object): the offer, a ``Message``.
        dismissed(str): it does not hold any more.
    """

    message = Signal(object)
    dismissed = Signal(str)

    def __init__(
        self, session: DraftSession, workspace: Workspace, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = workspace
        self._offered: Path | None = None
        self._stays = False

    def stay(self) -> None:
        """Tell that what is opened next is the same draft, in another file."""
        self._stays = True

    def make(self) -> None:
        """Offer it, if the draft as it was opened names one that is known and not picked."""
        if self._stays:
            self._stays = False
            return
        self.dismissed.emit(READER)
        lines = self._session.lines(0, _HEAD)
        if not lines or lines[0].rstrip() not in {"---", "+++"}:
            return  # most are; nothing else is loaded for them
        shelf = self._workspace.shelf
        found = reader_of(lines, self._session.path, shelf)
        if found is None or found.path == self._picked:
            return
        shelf.picked_changed.connect(self._on_picked, Qt.ConnectionType.UniqueConnection)
        self._offered = found.path
        text = tr("This draft says that it is for {name}.").format(name=found.name)
        choice = (tr("&Write for this reader"), lambda: self._take(found.path))
        self.message.emit(Message(text, "info", READER, (choice,)))

    def _take(self, path: Path) -> None:
        self._workspace.pick_persona(path)

    @Slot()
    def _on_picked(self) -> None:
        if self._picked == self._offered:
            self.dismissed.emit(READER)

    @property
    def _picked(self) -> Path | None:
        """Who is picked; at start who will be, a little later than the draft is opened."""
        last = self._workspace.settings["persona"]
        return self._workspace.shelf.path or (Path(last) if last else None)


def reader_of(lines: Sequence[str], draft: Path | None, shelf: PersonaShelf) -> Offered | None:
    """Return the persona that front matter names under ``persona``, if there is such a one.

    Args:
        lines: the first ones of the draft.
        draft: its file; a persona file may be named as seen from there.
        shelf: the personas that can be picked; named by their file, their name, or its first part.
    """
    from writer_assistant.gui.persona_shelf import SUFFIX, Offered, name_of
    from writer_assistant.text.front_matter import read_front_matter
    from writer_assistant.text.look import front_matter_end

    head = "\n".join(lines[: front_matter_end(lines)])
    wanted = read_front_matter(head).get("persona", "").strip() if head else ""
    if not wanted:
        return None
    for offered in shelf.offered():
        name = offered.name
        names = (offered.path.name, offered.path.name.removesuffix(SUFFIX), name)
        if wanted.casefold() in {n.casefold() for n in (*names, name.partition(",")[0])}:
            return offered
    # A stranger's draft must not make the program look at another machine or disk.
    is_near = not PureWindowsPath(wanted).anchor and not PurePosixPath(wanted).anchor
    if draft is not None and is_near and wanted.endswith(SUFFIX):
        path = Path(os.path.normpath(draft.parent.absolute() / wanted))
        if os.path.isfile(path):  # noqa: PTH113  (Path.is_file raises for a name that is too long)
            return Offered(path, name_of(path), is_sample=False)
    return None
