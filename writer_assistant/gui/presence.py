"""Which files other runs of the program have open, so that nobody overwrites anybody silently.

A note lies beside the recovery copies for every file that is open: a lock file, named after the
file, with the process's number, the computer's name and its boot. A note of a process that is gone
counts for nothing (``QLockFile`` sees to that).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from writer_assistant.paths import user_data

_SAVING_MS = 3_000
"""How long a saving waits for that of another run."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another run of the program.

    Attributes:
        process_id: its process.
        host: the computer on which it runs.
    """

    process_id: int
    host: str


class Presence:
    """The note that one file is open here."""

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        """Prepare the note for ``path``; ``take`` leaves it."""
        self._path = path
        self._name = str(_note(path, folder or user_data() / "drafts"))
        self._lock = _lock(f"{self._name}.open")

    def is_for(self, path: Path) -> bool:
        """Whether it is the note for ``path``."""
        return path == self._path

    def take(self) -> Other | None:
        """Leave the note; returns who left one before, if somebody did and still runs.

        Where no note can be left (the folder is read-only, the disk full), nobody is told of.
        """
        if self._lock.isLocked():
            return None
        with contextlib.suppress(OSError):
            Path(self._name).parent.mkdir(parents=True, exist_ok=True)
        if self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return None
        process_id, host, _ = self._lock.getLockInfo()
        return Other(process_id, host)

    def release(self) -> None:
        """Take the note away, if it is ours."""
        self._lock.unlock()

    @contextlib.contextmanager
    def saving(self) -> Iterator[None]:
        """Keep other runs from saving to the file, so that what is on disk can be looked at."""
        lock = _lock(f"{self._name}.saving")
        lock.tryLock(_SAVING_MS)  # where no lock can be had, saving is not given up
        try:
            yield
        finally:
            lock.unlock()


def _note(path: Path, folder: Path) -> Path:
    real = os.path.normcase(os.path.realpath(path))
    digest = hashlib.sha256(real.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return folder / digest


def _lock(name: str) -> QLockFile:
    lock = QLockFile(name)
    lock.setStaleLockTime(0)  # stale only when the process that held it is gone
    return lock
