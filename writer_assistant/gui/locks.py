"""Lock files: who has something open, on this computer or (on a shared disk) on another."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo


@dataclass(frozen=True, slots=True)
class Other:
    """Another run of the program.

    Attributes:
        process_id: its process.
        host: the computer on which it runs.
    """

    process_id: int
    host: str

    @property
    def is_here(self) -> bool:
        """Whether it runs on this computer."""
        return self.host == QSysInfo.machineHostName()


def lock_file(path: Path | str) -> QLockFile:
    """Return a lock file, not yet taken; it is stale only if the process that has it is gone."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    return lock


def take(lock: QLockFile, wait_ms: int = 0) -> Other | None:
    """Take a lock; returns who has it, if somebody has.

    Where no lock can be made (the disk is full, the folder read-only) nobody has it: going on
    without is better than not to go on. ``lock.isLocked`` tells.
    """
    if lock.isLocked() or lock.tryLock(wait_ms):
        return None
    if lock.error() is not QLockFile.LockError.LockFailedError:
        return None
    process_id, host, _ = lock.getLockInfo()
    return Other(process_id, host) if _runs(process_id, host) else None


def _runs(process_id: int, host: str) -> bool:
    """Whether a process runs, as far as that can be said from here.

    Qt finds that out itself, but then needs room for another file to remove the lock.
    """
    if sys.platform == "win32" or host != QSysInfo.machineHostName() or process_id <= 0:
        return True
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
