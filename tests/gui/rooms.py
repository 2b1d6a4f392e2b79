"""A draft in the window whose engine is a fake, asked within the test or as a child process."""

import sys
from pathlib import Path
from typing import Any

import fake_engine
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.workspace import Workspace

FAKE_ENGINE = [sys.executable, str(Path(fake_engine.__file__))]
QT_NOISE = ("This plugin does not support raise", "This plugin does not support propagateSizeHints")
"""What the offscreen platform says of itself."""


LOADED = 60_000
"""Milliseconds in which the real engine is surely loaded, on the slowest machine."""


def press(keys: str) -> None:
    """Press a combination of keys where the keys go, as ``Ctrl+Z``."""
    combination = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())


class _WithFake:
    """A client of the engine, and a fake engine whose answers wait to be taken."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot = qtbot
        self._said: list[dict[str, Any]] = []
        monkeypatch.setattr(fake_engine, "say", lambda **answer: self._said.append(answer))
        self.fake = fake_engine.Fake()
        self.client = EngineClient(["never started"])


class Desk(_WithFake):
    """A session, its editor, and a fake engine that answers when ``answer`` is called."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(qtbot, monkeypatch)
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


class Room(_WithFake):
    """A whole window with a fake engine that answers when ``answer`` is called."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(qtbot, monkeypatch)
        self.workspace = Workspace(self.client)
        self.window = self.workspace.open_window()
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.focus_editor()

    @property
    def session(self) -> DraftSession:
        return self.window.session

    @property
    def editor(self) -> DraftEditor:
        return self.window.editor

    def answer(self) -> None:
        """Let the engine take what was sent and the windows take what it says."""
        said = self._said
        while True:
            for mirror in list(self.client._mirrors.values()):
                while (message := mirror.take_message()) is not None:
                    self.fake.take(message)
            if not said:
                break
            taken, said[:] = list(said), []
            for answer in taken:
                if answer.get("draft") in self.client._mirrors:
                    self.client._mirrors[answer["draft"]].receive(answer)
        for window in self.workspace.windows:
            window.panel.findings.refresh()

    def write(self, text: str, *, modified: bool = True) -> None:
        """Let the draft be ``text``, as if it had been typed, and the engine know it."""
        self.session.set_text(text)
        self.session.document.setModified(modified)
        self.session.document.contentsChanged.emit()
        self.answer()

    def type(self, text: str) -> None:
        """Press keys where the keys go, the engine answering after each."""
        for letter in text:
            target = QApplication.focusWidget() or self.editor
            if letter.isascii():
                self._qtbot.keyClicks(target, letter)
            else:  # for which QTest knows no key
                kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(target, QKeyEvent(kind, 0, none, letter))
            self.answer()

    def press(self, keys: str) -> None:
        """Press a combination of keys in the window, as ``Ctrl+Z``."""
        target = QApplication.focusWidget() or self.editor
        combination = QKeySequence(keys)[0]
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        self.answer()

    def do(self, name: str) -> None:
        """Choose a command from the menus."""
        self.window.actions_by_name[name].trigger()
        self.answer()

    @property
    def texts(self) -> list[str]:
        """The words of the findings in the list."""
        return [finding.text for finding in self.window.panel.findings.model.findings]

    @property
    def messages(self) -> list[str]:
        """What is said above the draft, newest first."""
        return [message.text for message in self.window.messages]

    def choose(self, label: str) -> None:
        """Press a button of the messages above the draft."""
        for button in self.window.messages_bar.findChildren(QPushButton):
            if button.text().replace("&", "") == label and not button.isHidden():
                button.click()
                return
        raise AssertionError(f"no button “{label}” in {self.messages}")

    def close(self) -> None:
        """Close every window without a question."""
        for window in list(self.workspace.windows):
            window.keep_for_next_start()
            window.close()
        self.workspace.archive.close()
