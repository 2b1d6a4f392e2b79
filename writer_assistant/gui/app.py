"""Opens the window: the engine is started first, the window painted next, the rest follows."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from writer_assistant import __version__
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.workspace import Workspace
from writer_assistant.paths import resource_root, user_data

_log = logging.getLogger(__name__)


def run(files: Sequence[Path]) -> int:
    """Open a window for each of ``files``, or for what was open last; return the exit status."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101
    set_up(application)
    client = EngineClient()
    client.start()
    workspace = Workspace(client)
    _catch_everything(workspace)
    application.commitDataRequest.connect(lambda _manager: _keep_all(workspace))
    application.setQuitOnLastWindowClosed(True)
    open_first(workspace, files)
    _let_interrupts_through(application)
    status = application.exec()
    client.stop()
    return status


def set_up(application: QApplication) -> None:
    """Give the application its name and style."""
    application.setApplicationName("writer-assistant")
    application.setApplicationDisplayName("Writer Assistant")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("writer-assistant")
    application.setStyle("Fusion")


def open_first(workspace: Workspace, files: Sequence[Path]) -> None:
    """Open what the start asks for, and let the rest follow when the first window is painted."""
    found = workspace.bring_back()
    for path in files:
        empty = next((window for window in workspace.windows if window.file.is_untouched), None)
        workspace.open_file(path, empty)
    if not workspace.windows:
        window = workspace.open_window()
        last = next(iter(workspace.memory.recent), None)
        if workspace.is_first_start:
            workspace.show_sample(window)
        elif workspace.settings["reopen_last"] and not found and last and last.is_file():
            workspace.open_file(last, window)
        window.come_to_front()
    for window in workspace.windows:
        window.show()
    workspace.windows[-1].painted.connect(lambda: _settle(workspace))


def _settle(workspace: Workspace) -> None:
    workspace.settle()
    QApplication.setWindowIcon(QIcon(str(resource_root() / "icons" / "app.svg")))


def _keep_all(workspace: Workspace) -> None:
    """The session ends: nothing is asked, everything is kept for the next start."""
    for window in workspace.windows:
        window.keep_for_next_start()


def _let_interrupts_through(application: QApplication) -> None:
    """End in an orderly way, with everything kept, on Ctrl+C or ``kill``."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: application.exit(0))
    # Python runs signal handlers between byte codes only; an idle event loop has none.
    beat = QTimer(application)
    beat.start(500)
    beat.timeout.connect(lambda: None)


def _catch_everything(workspace: Workspace) -> None:
    """Write what goes wrong in the program to a file and tell it, with the text safe."""
    path = user_data() / "log" / "errors.txt"

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        where = ""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {__version__}\n{text}\n")
            where = f" The details are in {path}."
        except OSError:
            _log.exception("the log cannot be written")
        if sys.stderr is not None:
            sys.stderr.write(text)
        workspace.message.emit(
            Message(
                f"Something went wrong in the program ({error or kind.__name__}). Your text is "
                f"safe, and kept for recovery.{where}",
                "wrong",
                "exception",
            )
        )

    sys.excepthook = caught
    if sys.stderr is not None and os.environ.get("WRITER_ASSISTANT_DEBUG"):
        faulthandler.enable()
