"""The real program as a process, on a screen of its own, pressed keys at through the window system.

Keys go through XTEST (``xdotool``) to a virtual screen (``Xvfb``); what a draft holds is read as a
person would take it: select all, copy, and look at the clipboard.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

NEEDED = ("Xvfb", "xdotool")
_SLOW = 90.0
"""Seconds in which everything has happened, on the slowest machine."""
_CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
data = QGuiApplication.clipboard().mimeData()
sys.stdout.buffer.write(data.text().encode("utf-8") if data is not None else b"")
"""


def missing() -> str:
    """Return why the program cannot be driven here; empty if it can."""
    if sys.platform != "linux":
        return "there is no Xvfb on this system"
    lacking = [tool for tool in NEEDED if shutil.which(tool) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


def wait_for(what: str, is_so: Callable[[], bool], seconds: float = _SLOW) -> None:
    """Wait until ``is_so``.

    Raises:
        TimeoutError: if it does not come about.
    """
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.02)


class Screen:
    """A virtual screen, until it is closed."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-noreset"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.name = f":{pipe.readline().strip()}"

    def close(self) -> None:
        """End it."""
        self._server.terminate()
        self._server.wait()

    def environment(self, folder: Path) -> dict[str, str]:
        """Return the environment of a program on this screen, with settings of its own."""
        kept = {
            k: v for k, v in os.environ.items() if k not in {"WAYLAND_DISPLAY", "SESSION_MANAGER"}
        }
        return {
            **kept,
            "DISPLAY": self.name,
            "QT_QPA_PLATFORM": "xcb",
            "WRITER_ASSISTANT_DATA": str(folder / "data"),
            "WRITER_ASSISTANT_CONFIG": str(folder / "config"),
        }


class Program:
    """One run of the program."""

    def __init__(self, environment: Mapping[str, str], *files: Path) -> None:
        self._environment = dict(environment)
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the program)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "writer_assistant", *map(str, files)],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
        )
        self._window = ""
        wait_for("a window", self._has_window)

    def _has_window(self) -> bool:
        if self._process.poll() is not None:
            self._said.seek(0)
            raise RuntimeError(f"the program ended: {self._said.read().decode()}")
        found = self._do(
            "search", "--onlyvisible", "--pid", str(self._process.pid), "--name", "Writer"
        )
        for window in found.split():
            if "Writer Assistant" in self._do("getwindowname", window):
                self._window = window
                self._do("windowfocus", window)
                return self._do("getwindowfocus").strip() == window
        return False

    @property
    def title(self) -> str:
        """What the window's title says."""
        return self._do("getwindowname", self._window).strip()

    def _do(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    def type(self, text: str, delay_ms: int = 12) -> None:
        """Press the keys of ``text``; it has one line."""
        self._do("type", "--delay", str(delay_ms), text)

    def wait_until_ready(self) -> None:
        """Wait until everything that this start brings back is there."""
        wait_for("a title", lambda: "– Writer Assistant" in self.title)

    def press(self, *keys: str) -> None:
        """Press combinations of keys, such as ``ctrl+s``."""
        self._do("key", "--delay", "30", *keys)

    def text(self) -> str:
        """Return the text of the draft that is shown, by way of the clipboard."""
        self.press("ctrl+a", "ctrl+c")
        told = subprocess.run(
            [sys.executable, "-c", _CLIPBOARD],
            env=self._environment,
            capture_output=True,
            check=True,
        ).stdout.decode("utf-8")
        self.press("ctrl+End")
        return told

    def kill(self) -> None:
        """End it as a power cut would: without a chance to do anything."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def quit(self) -> None:
        """End it as a person would."""
        self.press("ctrl+q")
        self._process.wait(_SLOW)

    @property
    def errors(self) -> str:
        """What went wrong in any run so far, as the program itself wrote it down."""
        log = Path(self._environment["WRITER_ASSISTANT_DATA"]) / "log" / "errors.txt"
        return log.read_text("utf-8") if log.exists() else ""

    def close(self) -> None:
        """See that it is gone, and that nothing went wrong in it."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._said.close()
        assert not self.errors, self.errors


def prepare(folder: Path) -> None:
    """Let the program start with an empty draft, not with the sample of a first start."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    (data / "state.json").write_text(json.dumps({"panel_shown": True}), "utf-8")
