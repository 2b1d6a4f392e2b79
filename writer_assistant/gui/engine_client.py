"""The window's end of the engine: one child process for all drafts.

The protocol is described in ``writer_assistant.engine_process``.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from writer_assistant.gui.language import tr
from writer_assistant.gui.mirror import Mirror

_BUFFERED = 128 * 1024  # bytes on their way to the child before the next piece is made
_TURN = 0.004  # seconds of one turn of the event loop that answers may take
_DEATHS, _MINUTE = 3, 60.0


def engine_command() -> list[str]:
    """Return what starts the engine: this very program."""
    if getattr(sys, "frozen", False):
        # A windowed program has no standard streams on Windows; a console twin lies beside it.
        program = Path(sys.executable)
        twin = program.with_name(f"{program.stem}-engine{program.suffix}")
        return [str(twin if twin.exists() else program), "--engine"]
    return [sys.executable, "-m", "writer_assistant", "--engine"]


class EngineClient(QObject):
    """Starts the engine, keeps its mirrors true, brings it back when it dies or hangs.

    ``state`` is one of ``starting`` (no answer yet), ``lexicon`` (word lists only), ``ready``,
    ``restarting``, ``failed`` (three deaths within a minute; ``restart`` tries again).

    Args:
        command: program and arguments of the child.
        back_off: milliseconds to wait before the first, the second ... restart.
        hang_after: milliseconds without an answer after which the child is killed.
    """

    state_changed = Signal()
    settings_changed = Signal()
    """Drafts are judged anew from here on."""
    spelling_changed = Signal()
    """Spelling is looked at anew from here on."""
    problem = Signal(str, str, str)
    """What, where, remedy."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        back_off: Sequence[int] = (100, 1_000, 3_000),
        hang_after: int = 20_000,
    ) -> None:
        super().__init__(parent)
        self._command = list(command or engine_command())
        self._back_off = back_off
        self._hang_after = hang_after / 1000
        self._state = "starting"
        self._model = ""
        self._process: QProcess | None = None
        self._mirrors: dict[int, Mirror] = {}
        self._numbers = 0
        self._settings: dict[str, Any] = {
            "do": "settings",
            "persona": None,
            "authors": [],
            "lexicons": [],
            "channel": None,
        }
        self._spelling: dict[str, Any] | None = None
        self._waiting: deque[dict[str, Any]] = deque()
        self._unread = b""
        self._lines: deque[bytes] = deque()
        self._deaths: deque[float] = deque(maxlen=_DEATHS)
        self._asked_at: float | None = None
        self._is_told = False
        self._restart_timer = QTimer(self, singleShot=True)
        self._restart_timer.timeout.connect(self._launch)
        self._turn_timer = QTimer(self, singleShot=True, interval=0)
        self._turn_timer.timeout.connect(self._take_answers)
        self._watch_timer = QTimer(self, interval=max(20, hang_after // 4))
        self._watch_timer.timeout.connect(self._watch)

    # What the window asks

    @property
    def state(self) -> str:
        """How the engine is."""
        return self._state

    @property
    def model(self) -> str:
        """Name and version of the language model; empty until it is loaded."""
        return self._model

    @property
    def process_id(self) -> int:
        """The child's process id; 0 while there is none."""
        return self._process.processId() if self._process else 0

    def start(self) -> None:
        """Start the child, if it does not run; returns at once."""
        if self._process is None and not self._restart_timer.isActive():
            self._launch()

    def restart(self) -> None:
        """Start again, also after giving up."""
        self._deaths.clear()
        self._leave_child()
        self._restart_timer.stop()
        self._set_state("restarting")
        self._launch()

    def stop(self) -> None:
        """End the child."""
        self._restart_timer.stop()
        self._leave_child()

    def set_settings(
        self,
        *,
        persona: tuple[str, str] | None,
        authors: Sequence[str] = (),
        lexicons: Sequence[str] = (),
        channel: str | None = None,
    ) -> None:
        """Say what all drafts are judged by; ``persona`` is the file's path and its content."""
        self._settings = {
            "do": "settings",
            "persona": None if persona is None else {"path": persona[0], "text": persona[1]},
            "authors": list(authors),
            "lexicons": list(lexicons),
            "channel": channel,
        }
        if self._process is not None:
            self._waiting = deque(m for m in self._waiting if m["do"] != "settings")
            self._waiting.append(self._settings)
            self._send()
        self.settings_changed.emit()

    def set_spelling(self, variety: str | None, words: Sequence[str] = ()) -> None:
        """Say by which English (``en_GB``, ``en_US``, ``en``) spelling is looked at, if at all.

        Args:
            variety: which; None for not at all.
            words: words of the user's own that are right.
        """
        self._spelling = {"do": "spelling", "variety": variety, "words": list(words)}
        if self._process is not None:
            self._waiting = deque(m for m in self._waiting if m["do"] != "spelling")
            self._waiting.append(self._spelling)
            self._send()
        self.spelling_changed.emit()

    def mirror(
        self, line_count: Callable[[], int], read_lines: Callable[[int, int], list[str]]
    ) -> Mirror:
        """Let the engine follow one more draft; the arguments are those of ``Mirror``."""
        self._numbers += 1
        mirror = Mirror(self._numbers, line_count, read_lines, self)
        self._mirrors[mirror.number] = mirror
        mirror.changed.connect(self._send)
        self._send()
        return mirror

    def forget(self, mirror: Mirror) -> None:
        """Let the engine forget a draft."""
        if self._mirrors.pop(mirror.number, None) is not None:
            mirror.changed.disconnect(self._send)
            mirror.deleteLater()
            self._waiting.append({"do": "close", "draft": mirror.number})
            self._send()

    # The child

    def _launch(self) -> None:
        process = QProcess(self)
        self._process = process
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.bytesWritten.connect(self._send)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._unread = b""
        self._lines.clear()
        self._waiting = deque([self._settings, *([self._spelling] if self._spelling else [])])
        self._asked_at = time.monotonic()  # its first word is due as well
        self._watch_timer.start()
        process.start(self._command[0], self._command[1:])
        self._send()

    def _leave_child(self) -> None:
        """Let go of the child, whatever it does, and see that it is gone."""
        process, self._process = self._process, None
        self._watch_timer.stop()
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(2_000)
        process.deleteLater()
        # Before anybody is told: what is asked from now on is for the next child.
        for mirror in self._mirrors.values():
            mirror.start_anew()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished()

    def _on_finished(self) -> None:
        """The child died, although nobody asked it to."""
        if self._process is None:
            return
        self._leave_child()
        self._model = ""
        now = time.monotonic()
        self._deaths.append(now)
        recent = sum(now - death < _MINUTE for death in self._deaths)
        if recent >= _DEATHS:
            self._set_state("failed")
            self.problem.emit(
                tr("the engine that finds things in your text stopped three times in a minute"),
                "",
                tr(
                    "Writing and saving go on as usual. Try again from the menu; if it keeps "
                    "stopping, undo what you last pasted."
                ),
            )
            return
        self._set_state("restarting")
        self._restart_timer.start(self._back_off[min(recent, len(self._back_off)) - 1])

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    # To the child

    def _send(self) -> None:
        process = self._process
        if process is None:
            return
        while process.bytesToWrite() < _BUFFERED:
            message = self._next_message()
            if message is None:
                break
            self._write(message)
            self._is_told = True

    def _next_message(self) -> dict[str, Any] | None:
        if self._waiting:
            return self._waiting.popleft()
        for mirror in self._mirrors.values():
            message = mirror.take_message()
            if message is not None:
                return message
        return None

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process is not None  # noqa: S101
        self._process.write(json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n")

    def _watch(self) -> None:
        """Ask the child whether it is well, after it was told something, and kill it if not."""
        if self._process is None:
            return
        if self._asked_at is None:
            if self._is_told:
                self._is_told = False
                self._asked_at = time.monotonic()
                self._write({"do": "ping"})
        elif time.monotonic() - self._asked_at > self._hang_after:
            self._process.kill()

    # From the child

    def _read(self) -> None:
        if self._process is None:
            return
        data = self._unread + self._process.readAllStandardOutput().data()
        *lines, self._unread = data.split(b"\n")
        self._lines += lines
        self._take_answers()

    def _take_answers(self) -> None:
        """Take answers for some milliseconds; the rest in a later turn, behind waiting keys."""
        end = time.perf_counter() + _TURN
        while self._lines:
            self._take_answer(json.loads(self._lines.popleft()))
            if time.perf_counter() > end:
                break
        if self._lines:
            self._turn_timer.start()

    def _take_answer(self, answer: dict[str, Any]) -> None:
        match answer["say"]:
            case "pong":
                self._asked_at = None
            case "started":
                self._asked_at = None
                self._set_state("lexicon")
            case "ready":
                self._model = answer["model"]
                self._set_state("ready")
            case "problem":
                self.problem.emit(answer["what"], answer["where"], answer["remedy"])
            case _:
                mirror = self._mirrors.get(answer["draft"])
                if mirror is not None:
                    mirror.receive(answer)
