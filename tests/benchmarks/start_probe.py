"""Starts the program, as a person does, and says when what was on the screen.

Each event is said once, as a line ``NAME SECONDS`` since the moment in the environment's
``BENCH_START`` (of the system's monotonic clock): ``painted`` the editor, ``key`` a key typed into
it (with ``BENCH_KEY`` only: what is typed keeps the draft from being opened there), ``lexicon`` and
``grammar`` the first findings of each, painted. Then it ends.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

_said: set[str] = set()


def say(name: str) -> None:
    """Say that something is on the screen for the first time."""
    if name not in _said:
        _said.add(name)
        now = time.monotonic() - float(os.environ["BENCH_START"])
        print(f"{name} {now:.4f}", flush=True)


def said(name: str) -> bool:
    """Whether ``name`` was said."""
    return name in _said


def watched(editor: type[QPlainTextEdit]) -> type[QPlainTextEdit]:
    """Return an editor class that says when it was painted and took a key."""

    class Watched(editor):  # type: ignore[misc, valid-type]
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            on_painted(self)

    return Watched


_until_painted: set[str] = set()


def on_painted(editor: QPlainTextEdit) -> None:
    """Say what is on the screen now, and type a key when there is a window."""
    if not said("painted"):
        say("painted")
        if os.environ.get("BENCH_KEY"):
            QTimer.singleShot(0, lambda: _press(editor))
    for name in list(_until_painted):
        say(name)
        _until_painted.discard(name)


def _press(editor: QPlainTextEdit) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
        QApplication.sendEvent(editor, key)
    _until_painted.add("key")


def quit_when(done: Callable[[], bool], end: float) -> None:
    """End the program when ``done``, or when time is up."""
    timer = QTimer(QApplication.instance(), interval=20)

    def look() -> None:
        if done() or time.monotonic() > end:
            timer.stop()
            sys.stdout.flush()
            os._exit(0)

    timer.timeout.connect(look)
    timer.start()


def main(file: Path) -> None:
    """Start the program with a draft."""
    from writer_assistant.gui import app
    from writer_assistant.gui.editor import DraftEditor
    from writer_assistant.gui.session import DraftSession

    paint = DraftEditor.paintEvent

    def paint_and_tell(self: DraftEditor, event: QPaintEvent) -> None:
        paint(self, event)
        on_painted(self)

    DraftEditor.paintEvent = paint_and_tell  # type: ignore[method-assign]
    take = DraftSession._on_findings

    def take_and_tell(
        self: DraftSession, paragraphs: list[dict[str, object]], grammar: bool
    ) -> None:
        take(self, paragraphs, grammar)
        if any(paragraph["findings"] for paragraph in paragraphs):
            _until_painted.add("grammar" if grammar else "lexicon")

    DraftSession._on_findings = take_and_tell  # type: ignore[method-assign]
    set_up = app.set_up

    def set_up_and_watch(application: QApplication) -> None:
        set_up(application)
        last = "key" if os.environ.get("BENCH_KEY") else "grammar"
        quit_when(lambda: said(last), time.monotonic() + 30)

    app.set_up = set_up_and_watch
    app.run([file])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
