"""A folder of drafts in a table: filled as they are done, sorted, opened, exported, left."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.folder_sheet import FolderSheet

MOMENT = 60_000


def line(path: Path, *, strong: int = 0, focus: float = 0.5, error: str | None = None) -> str:
    found = {"kind": "jargon", "severity": "strong"}
    scores = {
        "focus": focus,
        "customer_first": True,
        "customer_last": False,
        "reading_grade": 8.0,
    }
    return json.dumps(
        {
            "path": str(path),
            "words": 10 * (strong + 1),
            "error": error,
            "scores": scores,
            "sentences": [{}] * 4,
            "findings": [found] * strong,
        }
    )


Make = Callable[..., FolderSheet]


@pytest.fixture
def make(room: Room, qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    """Makes sheets whose child says what it is told to."""
    made: list[FolderSheet] = []

    def make_sheet(script: str) -> FolderSheet:
        sheet = FolderSheet(tmp_path, room.workspace, room.window, [sys.executable, "-c", script])
        sheet.show()
        made.append(sheet)
        return sheet

    yield make_sheet
    for sheet in made:
        sheet.close()


def finished(sheet: FolderSheet, qtbot: QtBot) -> FolderSheet:
    qtbot.waitUntil(lambda: not sheet.is_running, timeout=MOMENT)
    return sheet


def names(sheet: FolderSheet) -> list[str]:
    return [sheet.table.item(row, 0).text() for row in range(sheet.table.rowCount())]


@pytest.fixture
def sheet(make: Make, qtbot: QtBot, tmp_path: Path) -> FolderSheet:
    paths = [tmp_path / name for name in ("good.md", "poor.md", "broken.md")]
    for path in paths:
        path.write_text(f"The text of {path.stem}.", "utf-8")
    said = [
        line(paths[0], focus=0.9),
        line(paths[1], strong=3, focus=0.1),
        line(paths[2], error="no text"),
    ]
    return finished(make("print({!r})".format("\n".join(said))), qtbot)


def test_those_first_that_need_work_most(sheet: FolderSheet) -> None:
    assert names(sheet) == ["poor.md", "good.md", "broken.md"]
    assert "3 drafts" in sheet.state.text()
    cells = [sheet.table.item(0, column).text() for column in range(sheet.table.columnCount())]
    assert "3 + 0" in cells
    assert "10%" in cells


def test_sorted_by_another_column(sheet: FolderSheet) -> None:
    sheet.table.sortItems(2, Qt.SortOrder.AscendingOrder)
    assert names(sheet)[-1] == "poor.md"


def test_enter_opens_one(sheet: FolderSheet, room: Room, tmp_path: Path) -> None:
    sheet.table.setFocus()
    sheet.table.selectRow(1)
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    assert room.session.path == tmp_path / "good.md"
    assert sheet.isVisible()


@pytest.mark.parametrize("name", ["drafts.csv", "drafts.html"])
def test_it_is_exported(sheet: FolderSheet, tmp_path: Path, name: str) -> None:
    assert sheet.export_to(tmp_path / name)
    text = (tmp_path / name).read_text("utf-8-sig")
    assert text.index("poor.md") < text.index("good.md") < text.index("broken.md")
    assert not sheet.export_to(tmp_path / "no" / name)
    assert "its folder is not there" in sheet.state.text()


def test_drafts_appear_as_they_are_done_and_it_can_be_stopped(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    said = line(tmp_path / "first.md")
    sheet = make(f"import time; print({said!r}, flush=True); time.sleep(3600)")
    qtbot.waitUntil(lambda: names(sheet) == ["first.md"], timeout=MOMENT)
    assert sheet.is_running
    assert sheet.stop_button.isEnabled()
    QTest.mouseClick(sheet.stop_button, Qt.MouseButton.LeftButton)
    finished(sheet, qtbot)
    qtbot.waitUntil(lambda: "Stopped. 1 checked." in sheet.state.text())
    assert not sheet.stop_button.isEnabled()


def test_closing_it_ends_the_child(make: Make, qtbot: QtBot) -> None:
    sheet = make("import time; time.sleep(3600)")
    qtbot.waitUntil(lambda: sheet.is_running, timeout=MOMENT)
    sheet.reject()
    assert not sheet.is_running


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("import sys; sys.exit('no draft was found there')", "no draft was found there"),
        ("print('not json'); print('[1]'); print('{}')", "No draft was found"),
        ("", "No draft was found"),
    ],
)
def test_nothing_to_show_is_told(make: Make, qtbot: QtBot, script: str, told: str) -> None:
    sheet = finished(make(script), qtbot)
    qtbot.waitUntil(lambda: told in sheet.state.text())
    assert not sheet.export_button.isEnabled()


def test_a_program_that_does_not_start(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = FolderSheet(tmp_path, room.workspace, room.window, ["/no/such/program"])
    qtbot.waitUntil(lambda: "did not start" in sheet.state.text())
    sheet.close()


@pytest.mark.model
@pytest.mark.process
def test_with_the_real_engine(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "selfie.md").write_text("We are thrilled to announce our world-class award.")
    (tmp_path / "kind.md").write_text("You get your goods on Monday. Your shelves stay full.")
    sheet = FolderSheet(tmp_path, room.workspace, room.window)
    finished(sheet, qtbot)
    assert names(sheet) == ["selfie.md", "kind.md"]
    sheet.close()
