"""No part of the program opens a network connection, whatever it is asked to do."""

import subprocess
import sys
from pathlib import Path

import pytest

from writer_assistant.paths import resource_root

pytestmark = [pytest.mark.model, pytest.mark.process]

# What follows runs in a process of its own, whose children inherit the refusal by PYTHONPATH.
REFUSE = """
import os, socket
def refuse(*arguments, **options):
    os.write(2, b"NETWORK ASKED FOR\\n")
    os._exit(99)
for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, refuse)
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse)
"""

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from writer_assistant.gui import app

def look():
    application = QApplication.instance()
    windows = [w for w in application.topLevelWidgets() if hasattr(w, "session")]
    for window in windows:
        findings = window.session.findings()
        if findings and window.session.engine_state == "ready":
            window.session.set_current(findings[0])
            if window.session.suggestions_for(findings[0]):
                window.workspace.settings.set("copy_preview", False)
                window.actions_by_name["copy_cleaned"].trigger()
                print("COPIED", bool(application.clipboard().text()), flush=True)
                # Qt's offscreen platform crashes when it ends with something on its clipboard.
                application.clipboard().clear()
                application.quit()
                return
    QTimer.singleShot(100, look)
def open_and_look(*arguments, open_first=app.open_first):
    QTimer.singleShot(100, look)
    return open_first(*arguments)
app.open_first = open_and_look
sys.exit(app.run([]))
"""


@pytest.fixture
def refusing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python itself refuse every connection, here and in child processes."""
    (tmp_path / "sitecustomize.py").write_text(REFUSE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=180, check=False
    )


def test_the_refusal_itself_works(refusing: None) -> None:
    asked = run("-c", "import socket; socket.create_connection(('localhost', 9))")
    assert asked.returncode == 99


def test_no_library_begins_to_gather_telemetry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is gathered waits in the user's cache to be sent, by code that Python does not see."""
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY", raising=False)
    draft = tmp_path / "post.md"
    draft.write_text("We are thrilled to announce our new office.", encoding="utf-8")
    checked = run("-m", "writer_assistant", "check", "--fail-on", "never", str(draft))
    assert checked.returncode == 0
    assert not [path for path in tmp_path.rglob("*") if "onnx" in path.name.casefold()]


def test_checking_with_a_persona_asks_nobody(refusing: None) -> None:
    root = resource_root()
    checked = run(
        *("-m", "writer_assistant", "check", "--format", "sarif", "--fail-on", "never"),
        *("--persona", str(root / "personas" / "operations-lead.persona.toml")),
        str(root / "drafts"),
    )
    assert checked.stderr == ""
    assert checked.returncode == 0
    assert '"ruleId": "self-centered"' in checked.stdout


def test_the_window_from_start_to_clipboard_asks_nobody(refusing: None) -> None:
    shown = run("-c", WINDOW)
    assert "NETWORK" not in shown.stderr
    assert "COPIED True" in shown.stdout
    assert shown.returncode == 0
