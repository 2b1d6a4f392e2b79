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
from pathlib import Path

from writer_assistant.gui.locks import Other, lock_file, take
from writer_assistant.paths import user_data

_SAVING_MS = 3_000
"""How long a saving waits for that of another run."""


class Presence:
    """The note that one file is open here."""

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        """Prepare the note for ``path``; ``take`` leaves it."""
        self._path = path
        self._name = str(_note(path, folder or user_data() / "drafts"))
        self._lock = lock_file(f"{self._name}.open")

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
        return take(self._lock)

    def release(self) -> None:
        """Take the note away, if it is ours."""
        self._lock.unlock()

    @contextlib.contextmanager
    def saving(self) -> Iterator[None]:
        """Keep other runs from saving to the file, so that what is on disk can be looked at."""
        lock = lock_file(f"{self._name}.saving")
        take(lock, _SAVING_MS)  # where it cannot be had, saving is not given up
        try:
            yield
        finally:
            lock.unlock()


def _note(path: Path, folder: Path) -> Path:
    real = os.path.normcase(os.path.realpath(path))
    digest = hashlib.sha256(real.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return folder / digest
