"""Keys pressed in a draft of a given length, with the real engine: ``keys.py WORDS [plain]``.

With ``plain`` nothing but findings is shown; otherwise Markdown, spelling, smart quotes and a count
of what is selected are on too, and the draft has bold words, links and misspelt words.

Prints one JSON object with lists of milliseconds:

``gui``     what the window's thread works for one key, all in all: the key, both paints, the answer
``bare``    the same in Qt's own plain editor, in which nothing is found
``key``     from the key press until its event is handled
``painted`` from the key press until the paragraph's fresh findings are on the screen
``gaps``    between two turns of the event loop, while the engine loads and works through the draft
``idle``    the same before the engine was started: what the machine does by itself
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable

if sys.platform == "linux" and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from corpus import draft
from figures import memory
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.goals import SelectionCount
from writer_assistant.gui.markdown_look import MarkdownLook
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.spelling_marks import SpellingMarks
from writer_assistant.gui.theme import Theme
from writer_assistant.gui.typography import Typography
from writer_assistant.gui.user_dictionary import UserDictionary

PLACES, LETTERS = 15, 20
_BETWEEN = 0.04  # seconds between two keys: a fast typist


class Editor(DraftEditor):
    """Knows when it was painted last."""

    painted_at = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted_at = time.perf_counter()


class Bench:
    """A window with one draft."""

    def __init__(self, *, comfort: bool) -> None:
        self.client = EngineClient()
        self.session = DraftSession(self.client)
        self.session.set_mode("review")
        # Everything is painted at once, so that there is something to measure at every key.
        self.session.set_waits_for_writer(False)
        self.window = QMainWindow()
        self.editor = Editor(self.session)
        self.window.setCentralWidget(self.editor)
        self.window.resize(1000, 800)
        self.marked_at = 0.0
        self.answered_at = 0.0
        self.line = -1
        self.session.marks_changed.connect(self._on_marks)
        assert self.session._mirror is not None
        self.session._mirror.findings_reported.connect(self._on_findings)
        if comfort:
            self._add_comfort()

    def _add_comfort(self) -> None:
        theme = Theme("light", self.window)
        MarkdownLook(self.editor, theme)
        typography = Typography(self.editor)
        typography.set_quotes(True)
        typography.set_dashes(True)
        SelectionCount(self.editor)
        SpellingMarks(self.editor, theme, UserDictionary(parent=self.window))
        self.client.set_spelling("en")

    def _on_marks(self) -> None:
        self.marked_at = time.perf_counter()

    def _on_findings(self, paragraphs: list[dict[str, int]], grammar: bool) -> None:
        here = any(p["line"] <= self.line < p["line"] + p["lines"] for p in paragraphs)
        if grammar and here:
            self.answered_at = time.perf_counter()

    def wait(self, done: Callable[[], bool]) -> None:
        events = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        ticking = QTimer()
        ticking.start(100)  # nothing is missed if no other event comes
        while not done():
            QApplication.processEvents(events)

    def pause(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            QApplication.processEvents()
            time.sleep(min(0.002, left))

    def press(self, letter: str) -> tuple[float, float]:
        """Press a key and wait; return milliseconds until it was handled and until painted."""
        self.line = self.editor.textCursor().blockNumber()
        start = time.perf_counter()
        QTest.keyClick(self.editor, letter)  # type: ignore[call-overload]
        handled = time.perf_counter()

        def is_painted() -> bool:
            return self.answered_at > start and self.editor.painted_at > max(start, self.marked_at)

        self.wait(is_painted)
        return (handled - start) * 1000, (time.perf_counter() - start) * 1000

    def go_to(self, chance: random.Random) -> None:
        """Put the caret behind a word in the middle of some paragraph."""
        document = self.session.document
        block = document.findBlockByNumber(chance.randrange(document.blockCount()))
        while len(block.text()) < 200:
            block = block.next() if block.next().isValid() else document.firstBlock()
        cursor = self.editor.textCursor()
        cursor.setPosition(block.position() + block.text().index(" ", len(block.text()) // 2))
        self.editor.setTextCursor(cursor)
        self.pause(0.1)


class BareEditor(QPlainTextEdit):
    """Qt's own, and when it was painted last."""

    painted_at = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted_at = time.perf_counter()


def bare(text: str, letters: str) -> list[float]:
    """Return the milliseconds of work for each key in an editor in which nothing is found."""
    window = QMainWindow()
    editor = BareEditor()
    window.setCentralWidget(editor)
    window.resize(1000, 800)
    editor.setPlainText(text)
    window.show()
    work = []
    for letter in letters:
        QTest.qWait(20)
        before, start = time.thread_time(), time.perf_counter()
        QTest.keyClick(editor, letter)  # type: ignore[call-overload]
        while editor.painted_at < start:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        work.append((time.thread_time() - before) * 1000)
    return work[5:]


def watch_loop(gaps: list[float]) -> QTimer:
    """Note how long the event loop was away, again and again."""
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer.timeout.connect(tick)
    timer.start()
    return timer


def marked_up(text: str) -> str:
    """Return a draft with bold words, links and misspelt words in every third paragraph."""
    paragraphs = text.split("\n\n")
    for number in range(0, len(paragraphs), 3):
        paragraphs[number] = (
            paragraphs[number]
            .replace(" the ", " **the** ", 2)
            .replace(" that ", " [that](https://a.example) ", 1)
            .replace(" before ", " befroe ", 1)
        )
    return "\n\n".join(paragraphs)


def run(words: int, *, comfort: bool) -> dict[str, object]:
    """Measure with a draft of so many words."""
    text = marked_up(draft(words)) if comfort else draft(words)
    bench = Bench(comfort=comfort)
    bench.window.show()
    bench.wait(lambda: bench.editor.painted_at > 0)
    start = time.perf_counter()
    bench.session.set_text(text)
    opened = (time.perf_counter() - start) * 1000
    idle: list[float] = []
    timer = watch_loop(idle)
    for letter in "typed before there is any engine":
        bench.pause(0.1)
        QTest.keyClick(bench.editor, letter)  # type: ignore[call-overload]
    timer.stop()
    gaps: list[float] = []
    timer = watch_loop(gaps)
    bench.client.start()
    start = time.perf_counter()
    chance = random.Random(7)
    while bench.session.scores.analysed < 1.0 or bench.client.state != "ready":
        bench.pause(0.1)
        QTest.keyClick(bench.editor, chance.choice("aeiou "))  # type: ignore[call-overload]
    whole = time.perf_counter() - start
    timer.stop()
    findings = len(bench.session.findings())
    key, painted, gui = [], [], []
    for _ in range(PLACES):
        bench.go_to(chance)
        for letter in chance.choices("abcdefghijklmnopqrstuvwxyz    ", k=LETTERS):
            before = time.thread_time()
            handled, shown = bench.press(letter)
            worked = time.thread_time() - before
            key.append(handled)
            painted.append(shown)
            gui.append(worked * 1000)
            bench.pause(_BETWEEN)
    result = {
        "words": words,
        "findings": findings,
        "opened": opened,
        "whole": whole,
        "gaps": gaps,
        "idle": idle,
        "key": key,
        "painted": painted,
        "gui": gui,
        "bare": bare(text, "".join(chance.choices("abcdefghij ", k=100))),
        "window_memory": memory(),
        "engine_memory": memory(bench.client.process_id),
    }
    bench.client.stop()
    return result


if __name__ == "__main__":
    application = QApplication([])
    print(json.dumps(run(int(sys.argv[1]), comfort="plain" not in sys.argv)))
