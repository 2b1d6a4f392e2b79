"""A draft in the window whose engine is a fake, asked within the test or as a child process."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fake_engine
import pytest
from pytestqt.qtbot import QtBot

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.session import DraftSession

FAKE_ENGINE = [sys.executable, str(Path(fake_engine.__file__))]


class Desk:
    """A session, its editor, and a fake engine that answers when ``answer`` is called."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot = qtbot
        self._said: list[dict[str, Any]] = []
        monkeypatch.setattr(fake_engine, "say", lambda **answer: self._said.append(answer))
        self.fake = fake_engine.Fake()
        self.client = EngineClient(["never started"])
        self.session = DraftSession(self.client)
        self.session.set_mode("review")
        self.editor = DraftEditor(self.session)
        qtbot.addWidget(self.editor)
        self.editor.resize(700, 400)
        self.problems: list[tuple[str, str, str]] = []
        self.session.problem.connect(lambda *problem: self.problems.append(problem))

    def answer(self) -> None:
        """Let the engine take what was sent and the window take what it says."""
        mirror = self.session._mirror
        assert mirror is not None
        while True:
            while (message := mirror.take_message()) is not None:
                self.fake.take(message)
            if not self._said:
                return
            said, self._said[:] = list(self._said), []
            for answer in said:
                mirror.receive(answer)

    def write(self, text: str) -> None:
        """Let the draft be ``text``, and the engine know it."""
        self.session.set_text(text)
        self.answer()

    def type(self, text: str) -> None:
        """Press keys, the engine answering after each."""
        for letter in text:
            self._qtbot.keyClicks(self.editor, letter)
            self.answer()

    def put_caret(self, position: int) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(position)
        self.editor.setTextCursor(cursor)

    @property
    def texts(self) -> list[str]:
        """The words of the findings that are shown."""
        return [finding.text for finding in self.session.findings()]

    def finding(self, text: str) -> LiveFinding:
        return next(finding for finding in self.session.findings() if finding.text == text)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(qtbot, monkeypatch)


@pytest.fixture
def make_client(qtbot: QtBot) -> Iterator[Callable[..., EngineClient]]:
    """Makes clients of a fake engine as a process; they are stopped in the end."""
    clients: list[EngineClient] = []

    def make(command: list[str] = FAKE_ENGINE, **options: Any) -> EngineClient:
        options.setdefault("back_off", (1,))
        clients.append(EngineClient(command, **options))
        return clients[-1]

    yield make
    for client in clients:
        client.stop()
