"""What every test gets: the user's own folders out of reach, no network, one engine for all."""

import os
import socket
import sys

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform != "linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from writer_assistant.analysis.engine import Engine


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``--accept`` take today's findings of the golden drafts for right."""
    parser.addoption("--accept", action="store_true", help="accept what is found in golden drafts")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings and drafts of whoever runs the tests untouched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("WRITER_ASSISTANT_DATA", str(home / "data"))
    monkeypatch.setenv("WRITER_ASSISTANT_CONFIG", str(home / "config"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to reach another machine fail, and the test with it."""

    def refuse(*arguments: object, **_options: object) -> None:
        raise AssertionError(f"the network was asked for: {arguments[1:]}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def engine() -> Engine:
    """spaCy with the model, loaded once."""
    return Engine.load()
