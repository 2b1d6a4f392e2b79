"""Tells when a file is another: replaced, rewritten, gone or back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLE_MS = 150
"""Programs write in several steps; the file is looked at when they are done."""


class FileWatch(QObject):
    """Watches one file.

    Signals:
        changed: it is not what it was; possibly it is not there any more.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._seen: object = None
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, path: Path | None) -> None:
        """Watch ``path`` from now on, as it is now; None watches nothing."""
        self._path = path
        self._seen = _state(path)
        self._timer.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if path is not None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(lambda _: self._timer.start())
            self._watcher.directoryChanged.connect(lambda _: self._timer.start())
            self._attach()

    def seen(self) -> None:
        """Take the file as it is now for known, because we wrote it ourselves."""
        self._timer.stop()
        self._seen = _state(self._path)
        self._attach()

    def look(self) -> None:
        """Look at the file now; some file systems tell nothing."""
        now = _state(self._path)
        self._attach()
        if now != self._seen:
            self._seen = now
            self.changed.emit()

    def _attach(self) -> None:
        # A file that is replaced loses its watch; the folder tells when it is back.
        if self._watcher is None or self._path is None:
            return
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [path for path in (self._path, self._path.parent) if path.exists()]
        missing = [str(path) for path in wanted if str(path) not in watched]
        if missing:
            self._watcher.addPaths(missing)


def _state(path: Path | None) -> object:
    if path is None:
        return None
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
