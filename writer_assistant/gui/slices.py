"""Long work in the window's thread, a few milliseconds a turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_TURN = 0.004  # seconds


class Slices(QObject):
    """Runs one job at a time; a new one takes the place of the old."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Iterator[None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    def run(self, job: Callable[[], Iterator[None]]) -> None:
        """Begin ``job``; wherever it yields, other events may come in between."""
        self._job = job()
        self._turn()

    def stop(self) -> None:
        """Leave the job where it is."""
        self._job = None
        self._timer.stop()

    def _turn(self) -> None:
        end = time.perf_counter() + _TURN
        while self._job is not None:
            try:
                next(self._job)
            except StopIteration:
                self._job = None
            if time.perf_counter() > end:
                self._timer.start()
                return
