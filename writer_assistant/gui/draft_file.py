"""The file behind a draft: opened, saved, watched for changes by others, kept for recovery."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from writer_assistant.errors import UserError
from writer_assistant.gui import file_messages
from writer_assistant.gui.drafts import Copy, Keeper, Snapshot
from writer_assistant.gui.exact_text import become, exact_text
from writer_assistant.gui.file_messages import (
    CONFLICT,
    KEEPING,
    PRESENCE,
    READING,
    RECOVERY,
    SAVING,
)
from writer_assistant.gui.file_watch import FileWatch
from writer_assistant.gui.language import tr
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.presence import Presence
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.versions import Why

if TYPE_CHECKING:
    from writer_assistant.text.readers import FileStyle, LoadedText

_AUTOSAVE_MS = 3000


class DraftFile(QObject):
    """Connects a session with its file and its recovery copy.

    Signals:
        message(object): a ``Message`` for the person.
        dismissed(str): messages of that topic do not hold any more.
        saved: the file holds the draft.
        opened: the session holds another draft, or has another file.
        saved_as: the same draft is kept in another file from now on.
        save_as_requested: it must be saved under another name.
        compare_requested: what is here and what is on disk are to be seen beside each other.
        version_due(object): the text of this moment is worth keeping, and ``Why``.
    """

    message = Signal(object)
    dismissed = Signal(str)
    saved = Signal()
    opened = Signal()
    saved_as = Signal()
    save_as_requested = Signal()
    compare_requested = Signal()
    version_due = Signal(object)

    def __init__(
        self, session: DraftSession, copy: Copy | None = None, parent: QObject | None = None
    ) -> None:
        """Look after ``session``; ``copy`` is the recovery copy that it comes from, if it does."""
        super().__init__(parent)
        self._session = session
        self._where: Callable[[], tuple[str, int, bool]] = lambda: ("", 0, False)
        self._is_orderly = False
        self._digest = ""
        self._has_conflict = False
        self._autosaves = False
        self._name = ""
        self._is_practice = False
        self.markup = True
        session.set_untitled_id(f"untitled-{uuid.uuid4().hex}")
        self._keeper = Keeper(self._snapshot, copy, self)
        self._keeper.failed.connect(lambda why: self.message.emit(file_messages.not_kept(why)))
        self._keeper.mended.connect(lambda: self.dismissed.emit(KEEPING))
        self._presence: Presence | None = None
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.look)
        self._autosave_timer = QTimer(self)
        self._autosave_timer.setSingleShot(True)
        self._autosave_timer.setInterval(_AUTOSAVE_MS)
        self._autosave_timer.timeout.connect(self._autosave)
        session.document.contentsChanged.connect(self._on_change)

    @property
    def name(self) -> str:
        """What the draft is called in the title."""
        return self._session.title if self._session.path else self._name or tr("Untitled")

    @property
    def is_untouched(self) -> bool:
        """Whether the window is as good as empty: no file, nothing typed."""
        document = self._session.document
        is_new = self._session.path is None and not self._is_practice
        return is_new and not document.isModified()

    @property
    def is_practice(self) -> bool:
        """Whether the text is there to try things with, and nothing of it need be kept."""
        return self._is_practice

    def end_practice(self) -> None:
        """Keep the text from now on as that of every draft."""
        self._is_practice = False
        self._keeper.changed()

    def set_where(self, where: Callable[[], tuple[str, int, bool]]) -> None:
        """Let recovery copies say where the draft was: window, place in it, whether in front."""
        self._where = where

    def set_autosaves(self, autosaves: bool) -> None:  # noqa: FBT001
        """Save to the file whenever typing pauses, or do not."""
        self._autosaves = autosaves

    def moved(self) -> None:
        """Tell that the caret or the draft is elsewhere; it will be kept."""
        self._keeper.changed()

    def open(self, path: Path) -> bool:
        """Show the draft in ``path``; False, and a message, if it cannot be read."""
        path = path.absolute()
        try:
            loaded, digest = read_from(path)
        except UserError as error:
            self.message.emit(Message.of(error))
            return False
        self._digest = digest
        self._set(loaded.text, path)
        self._session.file_style = loaded.style
        self.markup = loaded.markup
        if loaded.notices:
            self.message.emit(Message(" ".join(loaded.notices), "caution", READING))
        self.version_due.emit(Why.OPENED)
        return True

    def show(self, text: str, name: str = "", *, practice: bool = False) -> None:
        """Show ``text`` as a new draft without a file, for ``practice`` or in earnest."""
        self._digest, self._name, self.markup = "", name, True
        self._session.file_style = None
        self._set(text, None, practice=practice)

    def bring_back(self, snapshot: Snapshot) -> bool:
        """Show what a recovery copy kept; False if there is nothing to show."""
        path = snapshot.path
        if snapshot.text is None or (
            path and snapshot.saving and _digest_of(path) == snapshot.saving
        ):
            return path is not None and self.open(path)
        if snapshot.path is not None:
            self._read_style(snapshot.path)
        self._name = snapshot.name
        self._set(snapshot.text, snapshot.path)
        if snapshot.untitled_id:
            self._session.set_untitled_id(snapshot.untitled_id)
        self._digest = snapshot.digest
        self._session.document.setModified(True)
        if snapshot.damaged is not None:
            self.message.emit(file_messages.rescued(snapshot.damaged))
        elif not snapshot.orderly:
            self.message.emit(file_messages.brought_back(path.name if path else ""))
        if snapshot.path is not None:
            self.look(at_start=True)
        return True

    def save(self) -> bool:
        """Save to the file; False if that did not come about (a message says why)."""
        path = self._session.path
        if path is None or self._is_read_only_form(path):
            self.save_as_requested.emit()
            return not self._session.document.isModified()
        return self._write(path)

    def save_as(self, path: Path) -> bool:
        """Save to ``path``, which is the draft's file from now on."""
        self._is_practice = False
        path = path.absolute()
        if self._is_read_only_form(path):
            self.message.emit(file_messages.no_such_form(path.suffix))
            return False
        if not self._write(path, over=True):
            return False
        self._session.set_path(path)
        self._watch.watch(path)
        self._announce(path)
        self.saved_as.emit()
        self.opened.emit()
        return True

    def look(self, *, at_start: bool = False) -> None:
        """Look whether another program changed the file, or has it open."""
        path = self._session.path
        if path is None:
            return
        self._announce(path)
        if not self._digest:
            return
        if not path.exists():
            if not at_start:
                self._tell_gone(path)
                self._mark_unsaved()
        elif self._disk_differs(path):
            self._has_conflict = True
            choices = (
                (tr("Re&load"), self.reload),
                (tr("&Keep mine"), self.keep_mine),
                (tr("&Compare…"), self.compare_requested.emit),
            )
            modified = self._session.document.isModified()
            message = file_messages.changed_elsewhere(self.name, choices, modified=modified)
            self.message.emit(message)
        else:
            self._settled()

    def _tell_gone(self, path: Path) -> None:
        if path.parent.exists():
            choice = (tr("&Save"), lambda: self._save_over(path))
            self.message.emit(file_messages.gone(path.name, choice))
        else:
            elsewhere = (tr("Save &as…"), self.save_as_requested.emit)
            self.message.emit(file_messages.folder_gone(path.name, elsewhere))

    def reload(self) -> None:
        """Take what is on disk. What was here before comes back with one undo."""
        path = self._session.path
        if path is None:
            return
        try:
            loaded, digest = read_from(path)
        except UserError as error:
            self.message.emit(Message.of(error, CONFLICT))
            return
        self.version_due.emit(Why.REPLACED)
        become(self._session.document, loaded.text)
        self._session.document.setModified(False)
        self._session.file_style = loaded.style
        self._digest = digest
        self._settled()
        self.version_due.emit(Why.OPENED)

    def keep_mine(self) -> None:
        """Stay with what is here; the next saving replaces what is on disk."""
        path = self._session.path
        if path is not None:
            self._digest = _digest_of(path) or self._digest
            self._mark_unsaved()
        self._settled()

    def _mark_unsaved(self) -> None:
        """Let no state of the draft count as saved, also none that undo leads back to."""
        document = self._session.document
        document.setModified(False)  # Qt forgets which state was only if this changes
        document.setModified(True)

    def on_disk(self) -> str:
        """Return the text that the file holds now.

        Raises:
            UserError: if it cannot be read.
        """
        path = self._session.path
        return "" if path is None else read_from(path)[0].text

    def close(self, *, keep: bool = False, orderly: bool = False) -> None:
        """End.

        Args:
            keep: leave the recovery copy for the next start.
            orderly: whether that is what the person expects, and need not be told.
        """
        self._is_orderly = orderly
        self._autosave_timer.stop()
        self._watch.watch(None)
        self._keeper.close(keep=keep)
        self._leave()

    def _set(self, text: str, path: Path | None, *, practice: bool = False) -> None:
        self._is_practice = practice
        if path is None:
            self._session.set_untitled_id(f"untitled-{uuid.uuid4().hex}")
        self._session.set_path(path)
        self._session.set_text(text)
        self._session.caret_requested.emit(0, 0)
        self._watch.watch(path)
        self._settled()
        for topic in (READING, SAVING, RECOVERY):
            self.dismissed.emit(topic)
        if path is None:
            self._leave()
        else:
            self._announce(path)
        self.opened.emit()
        self._keeper.changed()
        if "\u2029" in text or "\ufdd0" in text or "\ufdd1" in text:
            self.message.emit(file_messages.odd_characters())

    def _announce(self, path: Path) -> None:
        """Leave a note that the file is open here; tell if somebody else did."""
        if self._presence is None or not self._presence.is_for(path):
            self._leave()
            self._presence = Presence(path)
        other = self._presence.take()
        if other is None:
            self.dismissed.emit(PRESENCE)
        else:
            self.message.emit(file_messages.open_elsewhere(path.name, other))

    def _leave(self) -> None:
        if self._presence is not None:
            self._presence.release()
            self._presence = None
            self.dismissed.emit(PRESENCE)

    def _read_style(self, path: Path) -> None:
        """Find out how the file of a recovered draft is written."""
        try:
            loaded, _ = read_from(path)
        except UserError:
            return  # it may be gone, and is then written as a new one
        self._session.file_style = loaded.style
        self.markup = loaded.markup

    def _is_read_only_form(self, path: Path) -> bool:
        from writer_assistant.text.readers import READ_ONLY

        return path.suffix.casefold() in READ_ONLY

    def _write(self, path: Path, style: FileStyle | None = None, *, over: bool = False) -> bool:
        """Write the draft to ``path``; unless ``over``, only if it holds what we know of."""
        from writer_assistant.text.readers import FileStyle, write_file  # not for the first paint

        kept_style = self._session.file_style
        style = style or (kept_style if isinstance(kept_style, FileStyle) else FileStyle())
        text = exact_text(self._session.document)
        with (self._presence or Presence(path)).saving():
            if not over and self._disk_differs(path):
                self._tell_conflict(path)
                return False
            self._note_saving(path, text, style)
            try:
                write_file(path, text, style)
            except UserError as error:
                self._tell_not_saved(path, error, style)
                return False
            self._digest = _digest(style.encode(text))
        self._session.file_style = style
        self._session.document.setModified(False)
        self._watch.seen()
        self._settled()
        for topic in (SAVING, RECOVERY):
            self.dismissed.emit(topic)
        self._keeper.changed()
        self.version_due.emit(Why.SAVED)
        self.saved.emit()
        return True

    def _note_saving(self, path: Path, text: str, style: FileStyle) -> None:
        """Keep what is about to be saved, so that a kill right behind it brings back no older text.

        What the encoding cannot hold is not saved, and told by what saves.
        """
        snapshot = self._snapshot()
        if snapshot is not None and snapshot.path == path:
            with suppress(UnicodeEncodeError):
                digest = _digest(style.encode(text))
                self._keeper.keep_and_wait(replace(snapshot, text=text, saving=digest))

    def _save_over(self, path: Path, style: FileStyle | None = None) -> None:
        self._write(path, style, over=True)

    def _tell_not_saved(self, path: Path, error: UserError, style: FileStyle) -> None:
        from writer_assistant.text.readers import FileStyle

        as_utf8 = FileStyle(newline=style.newline)
        choice: tuple[str, Callable[[], None]] = (tr("Save &as…"), self.save_as_requested.emit)
        if style.errors != as_utf8.errors:
            choice = (tr("Save as &UTF-8"), lambda: self._save_over(path, as_utf8))
        if not path.exists():
            self.dismissed.emit(CONFLICT)  # this says the same, and why it cannot be brought back
        is_kept = not self._keeper.has_failed
        self.message.emit(file_messages.not_saved(error, choice, is_kept=is_kept))
        self._keeper.keep_now()

    def _disk_differs(self, path: Path) -> bool:
        """Whether the file holds something that we neither read nor wrote."""
        now = _digest_of(path)
        return now is not None and now != self._digest

    def _tell_conflict(self, path: Path) -> None:
        self._has_conflict = True
        choices = (
            (tr("&Save mine over it"), lambda: self._save_over(path)),
            (tr("Re&load"), self.reload),
            (tr("&Compare…"), self.compare_requested.emit),
        )
        self.message.emit(file_messages.not_what_it_was(self.name, choices))
        self._keeper.keep_now()

    def _settled(self) -> None:
        self._has_conflict = False
        self.dismissed.emit(CONFLICT)

    def _on_change(self) -> None:
        self._keeper.changed()
        if self._autosaves:
            self._autosave_timer.start()

    def _autosave(self) -> None:
        path = self._session.path
        if (
            path is not None
            and self._autosaves
            and self._session.document.isModified()
            and not self._has_conflict
            and not self._is_read_only_form(path)
        ):
            self.save()

    def _snapshot(self) -> Snapshot | None:
        session = self._session
        modified = session.document.isModified()
        if session.path is None and (not modified or session.document.isEmpty()):
            return None
        if self._is_practice:
            return None
        window, place, in_front = self._where()
        return Snapshot(
            text=exact_text(session.document) if modified else None,
            path=session.path,
            caret=session.caret,
            untitled_id=session.untitled_id,
            digest=self._digest,
            name=self._name,
            window=window,
            place=place,
            in_front=in_front,
            orderly=self._is_orderly,
        )


def read_from(path: Path) -> tuple[LoadedText, str]:
    """Return what a file holds, and its digest.

    Raises:
        UserError: if it cannot be read.
    """
    from writer_assistant.text.readers import load_bytes, read_bytes  # not for the first paint

    data = load_bytes(path)
    return read_bytes(data, str(path)), _digest(data)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _digest_of(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except OSError:
        return None
