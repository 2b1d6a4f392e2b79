"""The engine as a child: it is told everything, and brought back whatever happens to it."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from rooms import FAKE_ENGINE

from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.session import DraftSession

Make = Callable[..., EngineClient]


def drafting(client: EngineClient, text: str) -> DraftSession:
    session = DraftSession(client)
    session.set_waits_for_writer(False)
    session.set_mode("review")
    session.set_text(text)
    return session


def texts(session: DraftSession) -> list[str]:
    return [finding.text for finding in session.findings()]


def type_at_end(session: DraftSession, text: str) -> None:
    from PySide6.QtGui import QTextCursor

    cursor = QTextCursor(session.document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(text)


def is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_states_up_to_ready(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    assert client.state == "starting"
    states = []
    client.state_changed.connect(lambda: states.append(client.state))
    client.start()
    client.start()
    qtbot.waitUntil(lambda: client.state == "ready")
    assert states == ["lexicon", "ready"]
    assert client.model == "fake 1.0"


def test_a_draft_written_before_the_start_is_answered(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    session = drafting(client, "You leverage 😀 synergy.")
    client.start()
    qtbot.waitUntil(lambda: texts(session) == ["leverage", "synergy"])
    type_at_end(session, " The best.")
    qtbot.waitUntil(lambda: texts(session) == ["leverage", "synergy", "best"])


def test_several_drafts_share_one_child(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    client.start()
    first, second = drafting(client, "You leverage it."), drafting(client, "The best.")
    qtbot.waitUntil(lambda: texts(first) == ["leverage"] and texts(second) == ["best"])
    first.close()
    type_at_end(second, " No synergy.")
    qtbot.waitUntil(lambda: texts(second) == ["best", "synergy"])


def test_a_long_draft_is_sent_whole(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    client.start()
    session = drafting(client, "\n\n".join(f"You leverage 😀 number {n}." for n in range(5_000)))
    qtbot.waitUntil(lambda: len(session.findings()) == 5_000, timeout=20_000)
    qtbot.waitUntil(lambda: session.scores.words == 25_000)


def test_edits_while_it_is_being_sent(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    client.start()
    session = drafting(client, "\n\n".join(["Nothing to see here, and much of it."] * 8_000))
    type_at_end(session, " You leverage it.")
    qtbot.waitUntil(lambda: texts(session) == ["leverage"], timeout=20_000)


def test_suggestions_over_the_wire(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    session = drafting(client, "One.\n\nYou leverage it.")
    client.start()
    qtbot.waitUntil(lambda: len(texts(session)) == 1)
    finding = session.findings()[0]
    assert session.suggestions_for(finding) is None
    qtbot.waitUntil(lambda: session.suggestions_for(finding) is not None)
    assert [s.text for s in session.suggestions_for(finding) or ()] == ["use", ""]


def test_a_child_that_is_killed_comes_back(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    session = drafting(client, "You leverage it.")
    client.start()
    qtbot.waitUntil(lambda: len(texts(session)) == 1)
    old = client.process_id
    os.kill(old, 9)
    type_at_end(session, " No synergy.")
    qtbot.waitUntil(lambda: texts(session) == ["leverage", "synergy"])
    assert client.process_id != old
    assert client.state == "ready"
    assert not is_alive(old)


def test_all_drafts_come_back_and_what_was_asked_meanwhile(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    sessions = [drafting(client, f"You leverage {word}.") for word in ("goods", "trains")]
    client.start()
    qtbot.waitUntil(lambda: all(texts(session) == ["leverage"] for session in sessions))
    os.kill(client.process_id, signal.SIGKILL)
    asked = []

    def ask() -> None:
        if client.state == "restarting":
            asked.append(sessions[1].suggestions_for(sessions[1].findings()[0]))

    client.state_changed.connect(ask)
    for session in sessions:
        type_at_end(session, " You leverage it.")
    qtbot.waitUntil(lambda: client.state == "ready" and bool(asked))
    qtbot.waitUntil(lambda: all(texts(s) == ["leverage", "leverage"] for s in sessions))
    finding = sessions[1].findings()[0]
    qtbot.waitUntil(lambda: bool(sessions[1].suggestions_for(finding)))
    assert len(client._deaths) == 1


def test_findings_stay_while_the_engine_is_away(qtbot: QtBot, make_client: Make) -> None:
    client = make_client(back_off=(60_000,))
    session = drafting(client, "You leverage it.")
    client.start()
    qtbot.waitUntil(lambda: len(texts(session)) == 1)
    os.kill(client.process_id, 9)
    qtbot.waitUntil(lambda: client.state == "restarting")
    assert texts(session) == ["leverage"]
    client.restart()
    qtbot.waitUntil(lambda: client.state == "ready")


def test_three_deaths_in_a_minute_are_enough(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    problems = []
    client.problem.connect(lambda *problem: problems.append(problem))
    session = drafting(client, "CRASH")
    client.start()
    qtbot.waitUntil(lambda: client.state == "failed")
    assert session.engine_state == "failed"
    assert len(problems) == 1
    assert all(problems[0][::2])
    session.set_text("You leverage it.")
    client.restart()
    qtbot.waitUntil(lambda: texts(session) == ["leverage"])


def test_a_child_that_hangs_is_replaced(qtbot: QtBot, make_client: Make) -> None:
    client = make_client(hang_after=400)
    session = drafting(client, "You leverage it.")
    client.start()
    qtbot.waitUntil(lambda: len(texts(session)) == 1)
    old = client.process_id
    session.set_text("HANG")
    session.set_text("HANG")
    qtbot.waitUntil(lambda: client.process_id not in {0, old}, timeout=10_000)
    session.set_text("The best.")
    client.restart()
    qtbot.waitUntil(lambda: texts(session) == ["best"], timeout=10_000)
    assert not is_alive(old)


def test_a_child_that_idles_is_left_alone(
    qtbot: QtBot, make_client: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = make_client(hang_after=100)
    drafting(client, "You leverage it.")
    client.start()
    qtbot.waitUntil(lambda: client.state == "ready")
    qtbot.waitUntil(lambda: client._asked_at is None and not client._is_told)
    old = client.process_id
    monkeypatch.setattr("time.monotonic", lambda: 1e9)
    client._watch()
    client._watch()
    assert client._asked_at is None
    assert client.process_id == old


def test_a_program_that_does_not_exist(qtbot: QtBot, make_client: Make) -> None:
    client = make_client(["/nowhere/no-such-program"])
    session = drafting(client, "You can still type.")
    client.start()
    qtbot.waitUntil(lambda: client.state == "failed")
    type_at_end(session, " Yes.")
    assert session.text() == "You can still type. Yes."


def test_problems_are_passed_on(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    client.start()
    with qtbot.waitSignal(client.problem) as caught:
        client.set_settings(persona=("olga.persona.toml", "broken"))
    assert caught.args == ["it is broken", "p", "Mend it."]


def test_stopping_leaves_no_child(qtbot: QtBot, make_client: Make) -> None:
    client = make_client()
    client.start()
    qtbot.waitUntil(lambda: client.state == "ready")
    process_id = client.process_id
    client.stop()
    assert not is_alive(process_id)
    client.stop()
    client.start()
    qtbot.waitUntil(lambda: client.process_id != 0)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_child_leaves_when_its_window_is_killed(qtbot: QtBot, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """The window's process is one of our own making, so that it can be killed."""
    import subprocess

    code = f"""
import sys
from PySide6.QtCore import QCoreApplication
from writer_assistant.gui.engine_client import EngineClient
app = QCoreApplication([])
client = EngineClient({FAKE_ENGINE!r})
client.state_changed.connect(
    lambda: client.state == "ready" and print(client.process_id, flush=True)
)
client.start()
app.exec()
"""
    window = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    child = int(window.stdout.readline())
    window.kill()
    window.wait()
    window.stdout.close()
    qtbot.waitUntil(lambda: not is_alive(child) or is_zombie(child), timeout=10_000)


def is_zombie(process_id: int) -> bool:
    """Whether a process has ended and only waits for its parent, which in a container is nobody."""
    try:
        stat = Path(f"/proc/{process_id}/stat").read_text()
    except FileNotFoundError:
        return True
    return stat.rpartition(")")[2].split()[0] == "Z"
