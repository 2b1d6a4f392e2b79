import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from writer_assistant.gui import app
from writer_assistant.gui.drafts import left_behind
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.recent import MOST, Memory, RecentDraft
from writer_assistant.gui.workspace import Workspace
from writer_assistant.paths import user_data


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    for window in list(made.windows):
        window.keep_for_next_start()
        window.close()
    made.archive.close()


def start(workspace: Workspace, qtbot: QtBot, *files: Path) -> None:
    window = app.open_first(workspace, files)
    assert window.furnishing is None
    qtbot.waitUntil(lambda: not workspace.windows or workspace.windows[0].furnishing is not None)


def texts(workspace: Workspace) -> list[str]:
    return [window.session.text() for window in workspace.windows]


def test_the_first_start_shows_a_sample_and_its_reader(workspace: Workspace, qtbot: QtBot) -> None:
    start(workspace, qtbot)
    (window,) = workspace.windows
    assert len(window.session.text()) > 200
    assert window.windowTitle() == "Sample draft[*] – Writer Assistant"
    assert not window.session.document.isModified()
    assert workspace.shelf.persona is not None
    assert workspace.shelf.is_sample
    assert window.picker.list.currentText() == workspace.shelf.persona.name


def leave_behind(*paths: Path) -> None:
    """Let a run of the program end with these files open, the caret behind the first letter."""
    before = Workspace(None)
    window = before.open_window()
    for path in paths:
        before.open_file(path, window)
        window.put_caret(1)
    before.end()
    assert not before.windows


def test_the_drafts_of_last_time_are_opened_where_they_were_left(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(path.name, "utf-8")
    leave_behind(*paths)
    start(workspace, qtbot)
    (window,) = workspace.windows
    assert texts(workspace) == ["b.txt"]
    assert window.caret == 1
    assert [draft.name for draft in window.drafts] == ["a.md", "b.txt"]
    assert [draft.is_awake for draft in window.drafts] == [False, True]
    assert window.messages == []


def test_the_drafts_of_last_time_can_be_left_alone(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "last.md"
    path.write_text("One two", "utf-8")
    leave_behind(path)
    workspace.is_first_start = False
    workspace.settings.set("reopen_last", False)
    start(workspace, qtbot)
    assert texts(workspace) == [""]
    assert left_behind() == []


def test_a_file_that_is_gone_is_not_opened_again(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "last.md"
    path.write_text("One two", "utf-8")
    leave_behind(path)
    path.unlink()
    workspace.is_first_start = False
    start(workspace, qtbot)
    assert texts(workspace) == [""]


def test_files_are_opened_in_tabs_of_their_own(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(path.name, "utf-8")
    start(workspace, qtbot, *paths, paths[0])
    (window,) = workspace.windows
    assert [draft.session.text() for draft in window.drafts] == ["a.md", "b.txt"]
    assert window.session.text() == "a.md"


def test_a_file_that_is_not_there_is_told(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    start(workspace, qtbot, tmp_path / "missing.md")
    (window,) = workspace.windows
    assert "there is no such file" in window.messages[0].text


def test_what_is_typed_before_the_rest_is_there_stays(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("From disk", "utf-8")
    window = app.open_first(workspace, [path])
    qtbot.keyClicks(window.editor, "Typed at once")
    qtbot.waitUntil(lambda: window.furnishing is not None and len(window.drafts) == 2)
    assert [draft.session.text() for draft in window.drafts] == ["Typed at once", "From disk"]


def test_drafts_of_a_crash_come_back_instead_of_an_empty_window(
    workspace: Workspace, qtbot: QtBot
) -> None:
    before = Workspace(None)
    window = before.open_window()
    qtbot.keyClicks(window.editor, "Typed before the crash")
    window.file.close(keep=True)
    window.session.document.setModified(False)
    start(workspace, qtbot)
    qtbot.waitUntil(lambda: texts(workspace) == ["Typed before the crash"])
    window.close()


def test_the_end_of_the_session_keeps_everything_and_asks_nothing(
    workspace: Workspace, qtbot: QtBot
) -> None:
    window = workspace.open_window()
    qtbot.keyClicks(window.editor, "Typed")
    app._keep_all(workspace)
    assert window.close()
    ((copy, snapshot),) = left_behind()
    assert snapshot.text == "Typed"
    copy.discard()
    copy.release()


def test_an_error_in_the_program_is_written_and_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = workspace.open_window()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    app._catch_everything(workspace)
    try:
        raise RuntimeError("a wheel came off")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    log = user_data() / "log" / "errors.txt"
    assert "RuntimeError: a wheel came off" in log.read_text("utf-8")
    assert "a wheel came off" in window.messages[0].text
    assert str(log) in window.messages[0].text
    assert "a wheel came off" in capsys.readouterr().err


def test_problems_of_the_settings_are_told_when_the_window_is_there(qtbot: QtBot) -> None:
    path = Workspace(None).settings.path
    path.parent.mkdir(parents=True)
    path.write_text("broken = ", "utf-8")
    workspace = Workspace(None)
    window = workspace.open_window()
    workspace.settle()
    assert "the settings cannot be read" in window.messages[0].text
    window.close()


# What is remembered


def test_recent_files_are_remembered_newest_first(tmp_path: Path) -> None:
    memory = Memory()
    for number in range(MOST + 3):
        memory.add_draft(RecentDraft(tmp_path / f"{number}.md", caret=number))
    memory.add_draft(RecentDraft(tmp_path / "9.md", caret=99))
    again = Memory()
    assert [path.stem for path in again.recent[:3]] == ["9", "17", "16"]
    assert len(again.recent) == MOST
    assert again.caret(tmp_path / "9.md") == 99
    again.forget_recent(tmp_path / "9.md")
    assert again.recent[0].stem == "17"
    assert again.caret(tmp_path / "17.md") == 17
    again.forget_recent()
    assert Memory().recent == []


@pytest.mark.parametrize("content", ["", "[]", "{", '{"recent": 3}', '{"recent": [1, {"a": 2}]}'])
def test_a_memory_that_is_broken_is_an_empty_one(content: str) -> None:
    path = user_data() / "state.json"
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    assert Memory().recent == []
    assert Memory().caret(Path("x")) == 0


# The real thing


@pytest.mark.process
def test_the_real_engine_marks_the_sample_draft(qtbot: QtBot) -> None:
    client = EngineClient()
    client.start()
    workspace = Workspace(client)
    start(workspace, qtbot)
    (window,) = workspace.windows
    try:
        qtbot.waitUntil(lambda: client.state == "ready", timeout=60_000)
        qtbot.waitUntil(lambda: len(window.panel.findings.model.findings) > 2, timeout=60_000)
        qtbot.waitUntil(lambda: window.strip.focus_item.text != "Focus –", timeout=60_000)
        window.actions_by_name["next_finding"].trigger()
        qtbot.waitUntil(lambda: bool(window.panel.card.suggestions), timeout=60_000)
    finally:
        window.close()
        client.stop()


@pytest.mark.process
@pytest.mark.skipif(sys.platform == "win32", reason="windows are closed otherwise there")
def test_a_terminated_program_leaves_what_was_typed(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "post.md"
    path.write_text("x", "utf-8")
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer\n"
        "from writer_assistant.gui import app\n"
        "old = app.furnish\n"
        "def furnish(workspace, window, files):\n"
        "    old(workspace, window, files); window.editor.insertPlainText('typed ')\n"
        "    print('typed', flush=True)\n"
        "app.furnish = furnish\n"
        f"sys.exit(app.run([Path({str(path)!r})]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"typed\n"
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    process.stdout.close()
    try:
        qtbot.waitUntil(lambda: bool(list((user_data() / "drafts").glob("*.draft"))))
    except NotInTime:
        pytest.fail("nothing was kept")
    ((copy, snapshot),) = left_behind()
    assert snapshot.text == "typed x"
    copy.discard()
    copy.release()
