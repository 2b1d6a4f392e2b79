"""From an empty window to cleaned text, by keys alone, with the real engine."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import LOADED, press

from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.tour import TYPED, Tour
from writer_assistant.paths import resource_root

pytestmark = [pytest.mark.model, pytest.mark.process]

SELFIE = "We are thrilled to announce that the pool opens at 6.30."
ORDERS = "Our suspension leverages the new dampers."
THANKS = "You get your goods on time."


@pytest.fixture
def window(real_window: MainWindow) -> MainWindow:
    real_window.workspace.settings.set("copy_preview", False)
    real_window.workspace.send_settings()
    return real_window


def kinds(window: MainWindow) -> list[str]:
    return [f"{finding.kind.value}: {finding.text}" for finding in window.session.findings()]


def test_the_whole_way_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    samples = resource_root() / "personas"
    window.workspace.pick_persona(samples / "operations-lead.persona.toml")

    for line in (SELFIE, ORDERS):
        qtbot.keyClicks(window.editor, line)
        QTest.keyClick(window.editor, Qt.Key.Key_Return)
        QTest.keyClick(window.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(window.editor, THANKS)
    selfie = f"self-centered: {SELFIE}"
    qtbot.waitUntil(lambda: selfie in kinds(window), timeout=LOADED)
    qtbot.waitUntil(lambda: session.engine_state == "ready", timeout=LOADED)
    qtbot.waitUntil(lambda: "jargon: leverages" in kinds(window), timeout=LOADED)
    assert not any(THANKS in kind for kind in kinds(window))

    # Take what keeps the fact and drops the feeling.
    press("Ctrl+Home")
    press("F8")
    press("Shift+F8")
    current = session.current
    assert current is not None
    assert current.text == SELFIE
    qtbot.waitUntil(lambda: bool(session.suggestions_for(current)), timeout=LOADED)
    first = session.suggestions_for(current)
    assert first is not None
    before = session.text()
    press("Ctrl+Return")
    after = session.text()
    assert after == before.replace(SELFIE, first[0].text)
    press("Ctrl+Z")
    assert session.text() == before
    press("Ctrl+Shift+Z")
    assert session.text() == after

    # Ignore another.
    qtbot.waitUntil(lambda: "jargon: leverages" in kinds(window), timeout=LOADED)
    jargon = next(f for f in session.findings() if f.text == "leverages")
    session.set_current(jargon)
    press("Ctrl+Shift+I")
    assert "jargon: leverages" not in kinds(window)
    assert len(session.ignored()) == 1

    # Another reader, another judgement: what is ignored stays so.
    window.workspace.pick_persona(samples / "hotel-owner.persona.toml")
    qtbot.waitUntil(lambda: window.workspace.shelf.persona is not None)
    qtbot.waitUntil(lambda: session.scores.analysed == 1, timeout=LOADED)
    assert "jargon: leverages" not in kinds(window)

    QApplication.clipboard().clear()
    window.actions_by_name["copy_cleaned"].trigger()
    said = QApplication.clipboard().mimeData()
    assert said.text() == after.rstrip()
    assert said.hasHtml()
    assert "<p>" in said.html()


def test_a_killed_engine_comes_back_and_nothing_is_lost(window: MainWindow, qtbot: QtBot) -> None:
    client = window.workspace.client
    assert client is not None
    qtbot.keyClicks(window.editor, SELFIE)
    qtbot.waitUntil(lambda: bool(kinds(window)), timeout=LOADED)
    client._process.kill()
    qtbot.keyClicks(window.editor, " More. ")
    qtbot.waitUntil(lambda: client.state == "ready", timeout=LOADED)
    qtbot.keyClicks(window.editor, "We are proud of our award.")
    qtbot.waitUntil(lambda: len(kinds(window)) >= 2, timeout=LOADED)
    assert window.session.text() == f"{SELFIE} More. We are proud of our award."


def test_a_draft_from_a_file_is_judged_for_the_reader_it_names(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "draft.md"
    path.write_text("Your lading is safe. 😀 We leverage 😀 it.\n", "utf-8")
    window.workspace.open_file(path, window)
    shown = window.workspace.window_of(path)
    assert shown is not None
    qtbot.waitUntil(lambda: "jargon: leverage" in kinds(shown), timeout=LOADED)
    finding = next(f for f in shown.session.findings() if f.text == "leverage")
    cursor = shown.editor.textCursor()
    cursor.setPosition(finding.start)
    cursor.setPosition(finding.end, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "leverage"
    shown.session.document.setModified(False)


def test_the_tour_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["take_tour"].trigger()
    tour = window.findChild(Tour)
    assert tour is not None

    def wait_for(number: int) -> None:
        qtbot.waitUntil(lambda: tour.number == number, timeout=LOADED)

    qtbot.keyClicks(window.editor, TYPED)
    wait_for(2)
    qtbot.waitUntil(window.actions_by_name["next_finding"].isEnabled, timeout=LOADED)
    press("F8")
    wait_for(3)
    tour.do_step()
    wait_for(4)

    def offered() -> str:
        current = window.session.current
        found = window.session.suggestions_for(current) if current is not None else None
        return found[0].text if found else ""

    qtbot.waitUntil(lambda: offered().startswith("Your goods arrive"), timeout=LOADED)
    press("Ctrl+Return")
    wait_for(5)
    assert "Your goods arrive in one piece" in window.session.text()
    press("Ctrl+Shift+C")
    wait_for(6)
    assert "Your goods arrive in one piece" in QApplication.clipboard().text()
    tour.leave()
    assert window.session.text() == ""
