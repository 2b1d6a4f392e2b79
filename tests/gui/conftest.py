"""What the tests of the window are given."""

import importlib.util
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from rooms import FAKE_ENGINE, QT_NOISE, Desk, Room

from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.workspace import Workspace


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every unexpected warning of Qt fail the test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*QT_NOISE))


@pytest.fixture(autouse=True)
def nothing_unexpected(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Let every unexpected warning in the log fail the test."""
    yield
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert told == []


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    made = Room(qtbot, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def real_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with the real engine; what is written in it is thrown away."""
    client = EngineClient()
    client.start()
    workspace = Workspace(client)
    window = workspace.open_window()
    window.show()
    qtbot.waitExposed(window)
    window.focus_editor()
    yield window
    for draft in window.drafts:
        draft.session.document.setModified(False)
    window.close()
    client.stop()


@pytest.fixture(scope="session")
def translations() -> ModuleType:
    """What gathers texts for translators and makes their files ready to be loaded."""
    path = Path(__file__).parent.parent.parent / "build_spec" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
