"""Opens the window: the engine is started first, the window painted next, the rest follows."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from writer_assistant import __version__
from writer_assistant.errors import UserError
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.language import speak, tr
from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.workspace import Workspace
from writer_assistant.paths import resource_root, user_data


def run(files: Sequence[Path]) -> int:
    """Open a window for each of ``files``, or for what was open last; return the exit status."""
    # Named to Qt here, because asking for the style later loads all its enums before the paint.
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    set_up(application)
    client = EngineClient()
    client.start()
    workspace = Workspace(client)
    speak(workspace.settings["language"])
    _catch_everything(workspace)
    application.commitDataRequest.connect(lambda _manager: _keep_all(workspace))
    application.setQuitOnLastWindowClosed(True)
    open_first(workspace, files)
    _let_interrupts_through(application)
    status = application.exec()
    _keep_all(workspace)
    for window in list(workspace.windows):  # there are some after Ctrl+C or ``kill``
        window.close()
    workspace.archive.close()
    client.stop()
    return status


def set_up(application: QApplication) -> None:
    """Give the application its name."""
    application.setApplicationName("writer-assistant")
    application.setApplicationDisplayName("Writer Assistant")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("writer-assistant")


def open_first(workspace: Workspace, files: Sequence[Path]) -> MainWindow:
    """Show a window with nothing but the editor; the rest follows when that is painted."""
    window = workspace.open_window(bare=True)
    window.painted.connect(lambda: furnish(workspace, window, files))
    window.come_to_front()
    return window


def furnish(workspace: Workspace, window: MainWindow, files: Sequence[Path]) -> None:
    """Complete the first window and open what this start asks for.

    What was typed meanwhile stays: then everything else gets tabs of its own.
    """
    window.complete()
    found = workspace.bring_back(window)
    for path in files:
        workspace.open_file(path, window)
    if not files and not found and window.file.is_untouched and workspace.is_first_start:
        from writer_assistant.gui.tour import offer

        workspace.show_sample(window)
        offer(window)
    workspace.settle()
    from PySide6.QtGui import QIcon

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
        import traceback

        text = "".join(traceback.format_exception(kind, error, trace))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {__version__}\n{text}\n")
            where = tr("The details are in {path}.").format(path=path)
        except OSError:
            where = tr("It could not be written to a file.")
        if sys.stderr is not None:
            sys.stderr.write(text)
        workspace.tell(
            UserError(
                tr("something went wrong in the program ({error})").format(
                    error=error or kind.__name__
                ),
                "",
                " ".join((tr("Your text is safe, and kept for recovery."), where)),
            ),
            "exception",
        )

    sys.excepthook = caught
