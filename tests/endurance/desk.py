"""Real windows whose engine is a fake within this process; whatever goes wrong is written down."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from tests.endurance.program import wait_for
from tests.gui import fake_engine
from writer_assistant.gui.app import furnish
from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.workspace import Workspace

_FRAMES = 8
"""Calls that are told of behind a warning of Qt."""
_NOISE = ("This plugin does not support",)


class Desk:
    """Windows, their fake engine, and answers to whatever is asked.

    Attributes:
        problems: exceptions and warnings so far.
        window: the one that somebody works in.
        answer_with: gives the answer to the next question about unsaved changes.
        asked: which drafts were asked about since somebody looked, and what was answered.
        save_as: gives the name that the next unnamed draft is saved under; None cancels.
        ended: the windows that were open when the program ended.
        order: the drafts that they had.
    """

    client: EngineClient
    workspace: Workspace
    window: MainWindow

    def __init__(self, folder: Path) -> None:
        self.problems: list[str] = []
        self.folder = folder
        self.answer_with: Callable[[], QMessageBox.StandardButton]
        self.asked: list[tuple[OpenDraft, QMessageBox.StandardButton]] = []
        self.save_as: Callable[[], Path | None] = lambda: None
        self.order: dict[MainWindow, list[OpenDraft]] = {}
        self._said: list[dict[str, Any]] = []
        self._undo: list[Callable[[], object]] = []
        os.environ["WRITER_ASSISTANT_DATA"] = str(folder / "data")
        os.environ["WRITER_ASSISTANT_CONFIG"] = str(folder / "config")
        self.application = QApplication.instance() or QApplication(sys.argv[:1])
        self._listen()
        self._replace(fake_engine, "say", lambda **answer: self._said.append(answer))
        self._replace(QMessageBox, "exec", lambda box: self._answer_box(box))
        chosen = staticmethod(lambda *_: (str(self.save_as() or ""), ""))
        self._replace(QFileDialog, "getSaveFileName", chosen)
        self.begin()

    def begin(self) -> None:
        """Start the program, which brings back what the last run left."""
        self._fake = fake_engine.Fake()
        self.client = EngineClient(["never started"])
        self.client.spelling_changed.connect(self._send_spelling)
        self.workspace = Workspace(self.client)
        self.workspace.is_first_start = False
        self.window = self.workspace.open_window()
        furnish(self.workspace, self.window, ())
        self.window.resize(1000, 700)
        self.window.come_to_front()
        self.settle()

    def _send_spelling(self) -> None:
        if self.client._spelling is not None:
            self._fake.take(self.client._spelling)

    def _answer_box(self, box: QMessageBox) -> QMessageBox.StandardButton:
        answer, window = self.answer_with(), box.parent()
        assert isinstance(window, MainWindow)
        self.asked.append((window.drafts.current, answer))
        return answer

    @property
    def ended(self) -> list[MainWindow]:
        return list(self.order)

    def _listen(self) -> None:
        def told(kind: QtMsgType, _context: object, text: str) -> None:
            if kind != QtMsgType.QtDebugMsg and not text.startswith(_NOISE):
                self.problems.append(f"Qt: {text}\n{''.join(traceback.format_stack()[-_FRAMES:])}")

        def caught(_kind: object, error: BaseException, trace: object) -> None:
            self.problems.append("".join(traceback.format_exception(error)))

        before, hook = qInstallMessageHandler(told), sys.excepthook
        sys.excepthook = caught
        self._undo.append(lambda: qInstallMessageHandler(before))
        self._undo.append(lambda: setattr(sys, "excepthook", hook))

    def _replace(self, owner: object, name: str, value: object) -> None:
        before = (
            owner.__dict__[name]
            if isinstance(owner, type) and name in owner.__dict__
            else getattr(owner, name)
        )
        setattr(owner, name, value)
        self._undo.append(lambda: setattr(owner, name, before))

    def look_around(self) -> None:
        """Note which drafts are where, for when the program ends."""
        self.order = {window: list(window.drafts) for window in self.workspace.windows}

    def end(self) -> None:
        """End the program as the system does when it ends: nothing is asked."""
        self.look_around()
        for window in list(self.workspace.windows):
            window.keep_for_next_start()
            window.close()
        self.workspace.archive.close()
        self.settle()

    def close(self) -> None:
        """Close everything, and let everybody else's things be as they were."""
        self.end()
        while self._undo:
            self._undo.pop()()

    @property
    def editor(self) -> DraftEditor:
        return self.window.editor

    @property
    def session(self) -> DraftSession:
        return self.window.session

    def take_keys(self) -> None:
        """Let keys go to the draft."""
        if not self.window.isActiveWindow():
            self.window.come_to_front()
            self.application.processEvents()
        self.window.focus_editor()

    def settle(self) -> None:
        """Let the engine answer and the window take it, and let go what is to be deleted."""
        self.application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        while True:
            for mirror in list(self.client._mirrors.values()):
                while (message := mirror.take_message()) is not None:
                    self._fake.take(message)
            if not self._said:
                return
            said, self._said[:] = list(self._said), []
            for answer in said:
                mirror = self.client._mirrors.get(answer.get("draft", 0))
                if mirror is not None:
                    mirror.receive(answer)
            self.application.processEvents()

    def wait_for(self, what: str, is_so: Callable[[], bool]) -> None:
        """Let things go on until ``is_so``.

        Raises:
            TimeoutError: if it does not come about.
        """

        def look() -> bool:
            self.settle()
            return is_so()

        wait_for(what, look)

    def key(self, text: str) -> None:
        """Press the key of one character in the draft."""
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.editor, QKeyEvent(kind, 0, none, text))

    def press(self, keys: str, target: QWidget | None = None) -> None:
        """Press a combination of keys where the keys go."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(target or self.editor, combination.key(), combination.keyboardModifiers())

    def do(self, name: str) -> None:
        """Choose a command from the menus, if it can be chosen."""
        self.window.actions_by_name[name].trigger()

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        return [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
