"""Recovery copies: every open draft is kept as it is typed, and comes back with the next start.

A copy is one file in ``drafts`` in the user's data folder: a line of JSON that says what it belongs
to, then the text as it stands (UTF-8; a lone surrogate is kept as it is). A lock beside it tells
whether a running program has the draft open. A copy goes when its draft is closed on purpose; it
stays when the program ends, in an orderly way or not.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.gui.locks import lock_file, take
from writer_assistant.paths import user_data

DELAY_MS = 1000
"""How long after a change its copy is written; with the writing itself well under 2 seconds."""

_RETRY_MS = 3000
"""How long after it could not be written it is tried again, if nothing is typed."""
_SUFFIX = ".draft"
_FORMAT = 1
_LAST = 1_000_000
"""A place behind all others."""
_MOST_STRANGE = 4
"""A text of which one in so many characters cannot be read is none."""
_LEFT_OVER = 3600
"""Seconds after which a file that was being written is surely left over from a kill."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A draft at one moment.

    Attributes:
        text: all of it; None if it is as it stands in ``path``.
        path: the file that it belongs to, if any.
        caret: where the caret is, in UTF-16 units as Qt counts.
        untitled_id: what a draft without a file is known by.
        digest: of the file's content when it was last read or saved; empty if it has none.
        saving: digest of what was about to be written to the file; if that is what the file holds,
            it was, and the text is as it stands there.
        name: what an untitled draft is called, if it has a name of its own.
        window: which drafts were in one window: those that say the same.
        place: which of them it is, from the left, counted from 0.
        in_front: whether it is the one that was seen.
        orderly: whether the program ended because it was asked to.
        damaged: where the copy is kept that this was rescued of, if it could not be read whole.
    """

    text: str | None
    path: Path | None = None
    caret: int = 0
    untitled_id: str = ""
    digest: str = ""
    saving: str = ""
    name: str = ""
    window: str = ""
    place: int = 0
    in_front: bool = False
    orderly: bool = False
    damaged: Path | None = None


class LaterVersionError(ValueError):
    """A recovery copy of a version of the program that does not exist yet."""


def encode(snapshot: Snapshot) -> str:
    """Return the content of a recovery copy."""
    head = {
        "format": _FORMAT,
        "path": str(snapshot.path) if snapshot.path else None,
        "caret": snapshot.caret,
        "untitled_id": snapshot.untitled_id,
        "digest": snapshot.digest,
        "saving": snapshot.saving,
        "name": snapshot.name,
        "window": snapshot.window,
        "place": snapshot.place,
        "in_front": snapshot.in_front,
        "orderly": snapshot.orderly,
        "has_text": snapshot.text is not None,
    }
    return f"{json.dumps(head)}\n{snapshot.text or ''}"


def decode(content: str) -> Snapshot:
    """Return what a recovery copy holds.

    Raises:
        LaterVersionError: if it is one of a later version of the program.
        ValueError: if it is none.
    """
    head_line, separator, text = content.partition("\n")
    head = json.loads(head_line)
    form = head.get("format") if separator and isinstance(head, dict) else None
    if isinstance(form, int) and form > _FORMAT:
        raise LaterVersionError(form)
    if form != _FORMAT:
        raise ValueError("not a recovery copy")
    return Snapshot(
        text=text if head.get("has_text") else None,
        path=Path(head["path"]) if head.get("path") else None,
        caret=int(head.get("caret", 0)),
        untitled_id=str(head.get("untitled_id", "")),
        digest=str(head.get("digest", "")),
        saving=str(head.get("saving", "")),
        name=str(head.get("name", "")),
        window=str(head.get("window", "")),
        place=int(head.get("place", 0)),
        in_front=bool(head.get("in_front")),
        orderly=bool(head.get("orderly")),
    )


class Copy:
    """One recovery copy, held by this program until it is released."""

    def __init__(self, path: Path, lock: QLockFile) -> None:
        self._path = path
        self._lock = lock

    @classmethod
    def new(cls, folder: Path | None = None) -> Copy:
        """Take a name that nobody has. Nothing is written yet.

        Raises:
            UserError: if the folder cannot be made or written to.
        """
        folder = folder or user_data() / "drafts"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                error.strerror or str(error),
                str(folder),
                tr("Make room and see whether the folder may be written."),
            ) from error
        path = folder / f"{uuid.uuid4().hex}{_SUFFIX}"
        lock = _locked(path)
        if lock is None:
            raise UserError(tr("a recovery copy of that name is open"), str(path), tr("Try again."))
        return cls(path, lock)

    def write(self, snapshot: Snapshot) -> None:
        """Replace what is kept.

        Raises:
            UserError: if it cannot be written; what was kept before is still there.
        """
        from writer_assistant.text.readers import write_file  # not for the first paint

        with contextlib.suppress(OSError):  # then the writing tells
            self._path.parent.mkdir(parents=True, exist_ok=True)  # it may have gone meanwhile
        write_file(self._path, encode(snapshot))

    def discard(self) -> None:
        """Keep nothing of this draft any more."""
        with contextlib.suppress(OSError):
            self._path.unlink()

    def release(self) -> None:
        """Let another start of the program have what is kept."""
        self._lock.unlock()


def left_behind(
    folder: Path | None = None, tell: Callable[[UserError], None] = lambda _: None
) -> list[tuple[Copy, Snapshot]]:
    """Return the copies that no running program holds, oldest first, and hold them.

    Args:
        folder: where they are.
        tell: is told of those that hold nothing that can be read.
    """
    folder = folder or user_data() / "drafts"
    found: list[tuple[Copy, Snapshot]] = []
    _clear_up(folder)
    for path in sorted(folder.glob(f"*{_SUFFIX}"), key=_written):
        lock = _locked(path)
        if lock is None:
            continue
        try:
            found.append((Copy(path, lock), _read(path)))
        except LaterVersionError:  # that version will know what it is
            lock.unlock()
        except UserError as error:
            lock.unlock()
            tell(error)
    return found


def _read(path: Path) -> Snapshot:
    """Return what a copy holds, or what can be rescued of it; then it is put aside, too.

    Raises:
        UserError: if that is nothing.
        LaterVersionError: if it is of a later version.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            tr("what you typed was kept, but cannot be read ({why})").format(
                why=error.strerror or error
            ),
            str(path),
            tr("See whether the file may be read, and start the program again."),
        ) from error
    try:
        return decode(data.decode("utf-8", "surrogatepass"))
    except LaterVersionError:
        raise
    except (ValueError, TypeError):
        aside, text = _put_aside(path), _rescued(data)
        if text:
            return Snapshot(text, name=tr("Rescued draft"), place=_LAST, damaged=aside)
        with contextlib.suppress(OSError):
            path.unlink()
        raise UserError(
            tr("a recovery copy is damaged, and nothing of it can be read"),
            str(aside),
            tr("Other drafts are not concerned. The file is kept there."),
        ) from None


def _rescued(data: bytes) -> str:
    """Return the text in a damaged copy, without its first line; empty if there is none."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    if text.startswith("{"):
        text = text.partition("\n")[2]
    strange = text.count("\ufffd")
    return "" if strange * _MOST_STRANGE > len(text) or not text.strip() else text


def _put_aside(path: Path) -> Path:
    """Keep a damaged copy as it is under another name, and return that, if that can be done."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    try:
        shutil.copyfile(path, aside)
    except OSError:
        return path
    return aside


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _clear_up(folder: Path) -> None:
    """Remove what killed runs were about to write, and locks of copies that never came to be."""
    for path in folder.glob(".*.tmp"):
        if 0 < _written(path) < time.time() - _LEFT_OVER:
            with contextlib.suppress(OSError):
                path.unlink()
    for path in folder.glob(f"*{_SUFFIX}.lock"):
        draft = path.with_suffix("")
        if not draft.exists():
            lock = _locked(draft)
            if lock is not None:
                lock.unlock()


def _locked(path: Path) -> QLockFile | None:
    """Return the lock of a copy; None if another program holds it."""
    lock = lock_file(f"{path}.lock")
    return lock if take(lock) is None else None


@cache
def _worker() -> ThreadPoolExecutor:
    """One thread writes all copies, one after another: they are on one disk anyway."""
    return ThreadPoolExecutor(1, thread_name_prefix="recovery")


class Keeper(QObject):
    """Writes the recovery copy of one draft while it is typed, off the window's thread.

    Signals:
        failed(str): the copy could not be written, and why; once until it can be again.
        mended: it can be written again.
    """

    failed = Signal(str)
    mended = Signal()
    _finished = Signal()

    def __init__(
        self,
        snapshot: Callable[[], Snapshot | None],
        copy: Copy | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Keep what ``snapshot`` returns; None means that there is nothing worth keeping."""
        super().__init__(parent)
        self._snapshot = snapshot
        self._copy = copy
        self._writing: Future[None] | None = None
        self._is_due = False
        self._has_failed = False
        self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep_now)
        self._finished.connect(self._look)

    @property
    def has_failed(self) -> bool:
        """Whether the copy could not be written when it was tried last."""
        return self._has_failed

    def changed(self) -> None:
        """Tell that the draft or its caret is another; it will be written soon."""
        if self._is_closed:
            return
        if not self._timer.isActive() or self._timer.remainingTime() > DELAY_MS:
            self._timer.start(DELAY_MS)

    def keep_now(self) -> None:
        """Write what the draft is now, as soon as what is being written is written."""
        if self._is_closed:
            return
        self._timer.stop()
        if self._writing is not None and not self._writing.done():
            self._is_due = True
            return
        self._is_due = False
        self._writing = _worker().submit(self._write, self._snapshot())
        self._writing.add_done_callback(self._tell_finished)

    def keep_and_wait(self, snapshot: Snapshot) -> None:
        """Write ``snapshot`` before anything else happens, if it can be written."""
        self._timer.stop()
        self._is_due = False
        with contextlib.suppress(UserError):
            _worker().submit(self._write, snapshot).result()

    def close(self, *, keep: bool = False) -> None:
        """Stop keeping, for good. With ``keep`` the last state stays for the next start."""
        if self._is_closed:
            return
        self._is_closed = True
        self._timer.stop()
        self._finished.disconnect(self._look)
        last = self._snapshot() if keep else None
        with contextlib.suppress(UserError):  # the copy before it is still there
            if keep:
                _worker().submit(self._write, last).result()
            elif self._writing is not None:
                self._writing.result()
        if self._copy is not None:
            if not keep:
                self._copy.discard()
            self._copy.release()
            self._copy = None

    def _write(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            if self._copy is not None:
                self._copy.discard()
            return
        if self._copy is None:
            self._copy = Copy.new()
        self._copy.write(snapshot)

    def _tell_finished(self, _writing: Future[None]) -> None:
        with contextlib.suppress(RuntimeError):  # the window is gone meanwhile
            self._finished.emit()

    def _look(self) -> None:
        """See how the last writing went."""
        error = self._writing.exception() if self._writing and self._writing.done() else None
        if error is None:
            if self._has_failed:
                self._has_failed = False
                self.mended.emit()
            if self._is_due:
                self.keep_now()
            return
        if not self._timer.isActive():
            self._timer.start(_RETRY_MS)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(_why(error))


def _why(error: BaseException) -> str:
    """Return what keeps copies from being written, and in which folder."""
    if not isinstance(error, UserError):
        return str(error)
    where = Path(error.where)
    return f"{error.what}: {where.parent if where.suffix == _SUFFIX else where}"
