"""The file behind a draft: opened, saved, watched for changes by others, kept for recovery."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from writer_assistant.errors import UserError
from writer_assistant.gui.drafts import Copy, Keeper, Snapshot
from writer_assistant.gui.file_watch import FileWatch
from writer_assistant.gui.lines import units
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.session import DraftSession

_AUTOSAVE_MS = 3000
_CONFLICT = "conflict"
_RECOVERY = "recovery"


def exact_text(document: QTextDocument) -> str:
    r"""Return a document's text as it is to be saved: ``\n`` at line ends, lone surrogates kept."""
    lines = []
    block = document.firstBlock()
    while block.isValid():
        text = block.text()
        if units(text) != block.length() - 1:
            # Qt leaves half characters out; unit by unit they can be had.
            positions = range(block.position(), block.position() + block.length() - 1)
            raw = "".join(document.characterAt(position) for position in positions)
            text = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        lines.append(text)
        block = block.next()
    return "\n".join(lines)


class DraftFile(QObject):
    """Connects a session with its file and its recovery copy.

    Signals:
        message(object): a ``Message`` for the person.
        dismissed(str): messages of that topic do not hold any more.
        saved: the file holds the draft.
        opened: the session holds another draft.
        save_as_requested: it must be saved under another name.
    """

    message = Signal(object)
    dismissed = Signal(str)
    saved = Signal()
    opened = Signal()
    save_as_requested = Signal()

    def __init__(
        self,
        session: DraftSession,
        caret: Callable[[], int],
        copy: Copy | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Look after ``session``; ``caret`` tells where its caret is, in UTF-16 units.

        Args:
            session: the draft.
            caret: tells the caret's position.
            copy: the recovery copy that the draft came from, if it did.
            parent: its owner.
        """
        super().__init__(parent)
        self._session = session
        self._caret = caret
        self._digest = ""
        self._has_conflict = False
        self._autosaves = False
        self._name = ""
        self.markup = True
        session.set_untitled_id(f"untitled-{uuid.uuid4().hex}")
        self._keeper = Keeper(self._snapshot, copy, self)
        self._keeper.failed.connect(self._on_recovery_failed)
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
        return self._session.title if self._session.path else self._name or "Untitled"

    @property
    def is_untouched(self) -> bool:
        """Whether the window is as good as empty: no file, nothing typed."""
        document = self._session.document
        return self._session.path is None and not document.isModified()

    def set_autosaves(self, autosaves: bool) -> None:  # noqa: FBT001
        """Save to the file whenever typing pauses, or do not."""
        self._autosaves = autosaves

    def caret_moved(self) -> None:
        """Tell that the caret is elsewhere; it will be kept."""
        self._keeper.changed()

    def open(self, path: Path) -> bool:
        """Show the draft in ``path``; False, and a message, if it cannot be read."""
        from writer_assistant.text.readers import load_bytes, read_bytes  # not for the first paint

        path = path.absolute()
        try:
            data = load_bytes(path)
            loaded = read_bytes(data, str(path))
        except UserError as error:
            self.message.emit(Message.of(error))
            return False
        self._digest = _digest(data)
        self._set(loaded.text, path)
        self._session.file_style = loaded.style
        self.markup = loaded.markup
        if loaded.notices:
            notice = Message(" ".join(loaded.notices), "caution", "reading")
            self.message.emit(notice)
        return True

    def show(self, text: str, name: str = "") -> None:
        """Show ``text`` as a new draft without a file."""
        self._digest, self._name, self.markup = "", name, True
        self._session.file_style = None
        self._set(text, None)

    def bring_back(self, snapshot: Snapshot) -> bool:
        """Show what a recovery copy kept; False if there is nothing to show."""
        if snapshot.text is None:
            return snapshot.path is not None and self.open(snapshot.path)
        if snapshot.path is not None:
            self._read_style(snapshot.path)
        self._name = snapshot.name
        self._set(snapshot.text, snapshot.path)
        if snapshot.untitled_id:
            self._session.set_untitled_id(snapshot.untitled_id)
        self._digest = snapshot.digest
        self._session.document.setModified(True)
        self.message.emit(
            Message(
                f"“{self.name}” was not saved when the program ended. It is back as you left it.",
                "info",
                _RECOVERY,
            )
        )
        if snapshot.path is not None:
            self.look(at_start=True)
        return True

    def save(self) -> bool:
        """Save to the file; False if that did not come about (a message says why)."""
        path = self._session.path
        if path is None or self._is_read_only_form(path):
            self.save_as_requested.emit()
            return not self._session.document.isModified()
        if self._disk_differs():
            self._tell_conflict()
            return False
        return self._write(path)

    def save_as(self, path: Path) -> bool:
        """Save to ``path``, which is the draft's file from now on."""
        path = path.absolute()
        if self._is_read_only_form(path):
            self.message.emit(
                Message(
                    f"Drafts are not saved as {path.suffix}. Save it as .md or .txt, or copy the "
                    "cleaned text into your word processor.",
                    "wrong",
                    "saving",
                )
            )
            return False
        if not self._write(path):
            return False
        self._session.set_path(path)
        self._watch.watch(path)
        self.opened.emit()
        return True

    def look(self, *, at_start: bool = False) -> None:
        """Look whether another program changed the file."""
        path = self._session.path
        if path is None or not self._digest:
            return
        if not path.exists():
            if not at_start:
                self.message.emit(
                    Message(
                        f"“{path.name}” is not there any more. Its text is here; saving brings "
                        "it back.",
                        "caution",
                        _CONFLICT,
                        (("&Save", lambda: self._save_to(path)),),
                    )
                )
                self._session.document.setModified(True)
        elif self._disk_differs():
            self._tell_conflict()
        elif self._has_conflict:
            self._settled()

    def reload(self) -> None:
        """Take what is on disk. What was here before comes back with one undo."""
        from writer_assistant.text.readers import load_bytes, read_bytes

        path = self._session.path
        if path is None:
            return
        try:
            data = load_bytes(path)
            loaded = read_bytes(data, str(path))
        except UserError as error:
            self.message.emit(Message.of(error, _CONFLICT))
            return
        caret = self._caret()
        cursor = QTextCursor(self._session.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(loaded.text)
        cursor.endEditBlock()
        self._session.document.setModified(False)
        self._session.file_style = loaded.style
        self._digest = _digest(data)
        self._settled()
        self._session.caret_requested.emit(*(2 * [min(caret, len(loaded.text))]))

    def keep_mine(self) -> None:
        """Stay with what is here; the next saving replaces what is on disk."""
        path = self._session.path
        if path is not None:
            self._digest = _digest_of(path) or self._digest
            self._session.document.setModified(True)
        self._settled()

    def close(self, *, keep: bool = False) -> None:
        """End; with ``keep`` the recovery copy stays for the next start."""
        self._autosave_timer.stop()
        self._watch.watch(None)
        self._keeper.close(keep=keep)

    def _set(self, text: str, path: Path | None) -> None:
        if path is None:
            self._session.set_untitled_id(f"untitled-{uuid.uuid4().hex}")
        self._session.set_path(path)
        self._session.set_text(text)
        self._session.caret_requested.emit(0, 0)
        self._watch.watch(path)
        self._settled()
        for topic in ("reading", "saving", _RECOVERY):
            self.dismissed.emit(topic)
        self.opened.emit()
        self._keeper.changed()
        if "\u2029" in text or "\ufdd0" in text or "\ufdd1" in text:
            self.message.emit(
                Message(
                    "The draft has characters (such as U+2029) that part paragraphs; they are line "
                    "breaks here, and will be when you save.",
                    "caution",
                    "characters",
                )
            )

    def _read_style(self, path: Path) -> None:
        """Find out how the file of a recovered draft is written."""
        from writer_assistant.text.readers import read_file

        try:
            loaded = read_file(path)
        except UserError:
            return  # it may be gone, and is then written as a new one
        self._session.file_style = loaded.style
        self.markup = loaded.markup

    def _is_read_only_form(self, path: Path) -> bool:
        return path.suffix.casefold() == ".docx"

    def _write(self, path: Path, style: object = None) -> bool:
        from writer_assistant.text.readers import FileStyle, write_file

        style = style or self._session.file_style
        style = style if isinstance(style, FileStyle) else FileStyle()
        text = exact_text(self._session.document)
        try:
            write_file(path, text, style)
        except UserError as error:
            as_utf8 = FileStyle(newline=style.newline)
            self._tell_not_saved(
                error,
                ("Save as &UTF-8", lambda: self._save_to(path, as_utf8))
                if style.errors != as_utf8.errors
                else ("Save &as…", self.save_as_requested.emit),
            )
            return False
        self._digest = _digest(style.encode(text))
        self._session.file_style = style
        self._session.document.setModified(False)
        self._watch.seen()
        self._settled()
        for topic in ("saving", _RECOVERY):
            self.dismissed.emit(topic)
        self._keeper.changed()
        self.saved.emit()
        return True

    def _save_to(self, path: Path, style: object = None) -> None:
        self._write(path, style)

    def _tell_not_saved(self, error: UserError, choice: tuple[str, Callable[[], None]]) -> None:
        said = Message.of(error).text
        text = f"{said} The text is safe here and in a recovery copy."
        self.message.emit(Message(text, "wrong", "saving", (choice,)))
        self._keeper.keep_now()

    def _disk_differs(self) -> bool:
        path = self._session.path
        if path is None or not self._digest:
            return False
        now = _digest_of(path)
        return now is not None and now != self._digest

    def _tell_conflict(self) -> None:
        self._has_conflict = True
        modified = self._session.document.isModified()
        self.message.emit(
            Message(
                f"Another program changed “{self.name}”."
                + (" You have changes here, too." if modified else ""),
                "caution",
                _CONFLICT,
                (("&Reload", self.reload), ("&Keep mine", self.keep_mine)),
            )
        )

    def _settled(self) -> None:
        self._has_conflict = False
        self.dismissed.emit(_CONFLICT)

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
        return Snapshot(
            text=exact_text(session.document) if modified else None,
            path=session.path,
            caret=self._caret(),
            untitled_id=session.untitled_id,
            digest=self._digest,
            name=self._name,
        )

    def _on_recovery_failed(self, why: str) -> None:
        self.message.emit(
            Message(
                f"What you type is not kept for recovery at present: {why} Save your draft.",
                "wrong",
                "keeping",
            )
        )


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _digest_of(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except OSError:
        return None
