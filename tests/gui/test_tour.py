from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui import app
from writer_assistant.gui.drafts import left_behind
from writer_assistant.gui.tour import STEPS, TYPED, Tour
from writer_assistant.paths import resource_root


def tour_of(room: Room) -> Tour:
    return room.window.findChild(Tour)


@pytest.fixture
def tour(room: Room) -> Tour:
    room.write("Something of mine.")
    room.do("take_tour")
    return tour_of(room)


def wait_for(qtbot: QtBot, room: Room, tour: Tour, number: int) -> None:
    def is_there() -> None:
        room.answer()
        assert tour.number == number

    qtbot.waitUntil(lambda: is_there() is None)


def test_the_way_through_by_keys(
    qtbot: QtBot, room: Room, tour: Tour, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.workspace.remember("copy_preview", False)
    assert tour.number == 1
    assert TYPED in tour.bar.text.text()
    room.type(TYPED)
    wait_for(qtbot, room, tour, 2)
    assert "F8" in tour.bar.text.text()
    room.press("F8")
    wait_for(qtbot, room, tour, 3)
    room.window.picker.list.setFocus()
    for _ in range(room.window.picker.list.count()):
        if room.workspace.shelf.persona is None:
            room.press("Down")
    wait_for(qtbot, room, tour, 4)
    assert room.workspace.shelf.persona is not None
    assert room.session.current is not None
    room.window.focus_editor()
    before = room.session.text()
    room.press("Ctrl+Return")
    wait_for(qtbot, room, tour, 5)
    assert room.session.text() != before
    room.do("copy_cleaned")
    wait_for(qtbot, room, tour, 6)
    assert not tour.bar.next_button.isVisible()
    tour.bar.leave_button.click()
    assert room.session.text() == "Something of mine."
    assert tour.number == 0
    assert not tour.bar.isVisible()


def test_every_step_can_be_done_for_the_person(qtbot: QtBot, room: Room, tour: Tour) -> None:
    room.workspace.remember("copy_preview", False)
    for number in range(1, len(STEPS) + 1):
        assert tour.number == number
        room.answer()
        tour.bar.show_button.click()
        wait_for(qtbot, room, tour, number + 1)


def test_every_step_can_be_passed_over(room: Room, tour: Tour) -> None:
    for number in range(1, len(STEPS) + 1):
        assert tour.number == number
        assert f"{number} " in tour.bar.heading.text()
        tour.bar.next_button.click()
    assert tour.number == len(STEPS) + 1


@pytest.mark.parametrize("number", range(1, len(STEPS) + 2))
def test_it_can_be_left_at_any_moment_without_a_question(
    room: Room, tour: Tour, number: int
) -> None:
    for _ in range(number - 1):
        tour.bar.next_button.click()
    room.type("xyz")
    tour.bar.leave_button.click()
    assert [draft.session.text() for draft in room.window.drafts] == ["Something of mine."]
    assert not tour.bar.isVisible()
    assert QApplication.activeModalWidget() is None
    assert len(room.workspace.closed) == 0


def test_closing_its_tab_ends_it(room: Room, tour: Tour) -> None:
    room.type("xyz")
    room.do("close_draft")
    assert room.session.text() == "Something of mine."
    assert tour.number == 0


def test_it_is_there_only_while_its_draft_is_shown(room: Room, tour: Tour) -> None:
    room.do("previous_draft")
    assert room.session.text() == "Something of mine."
    assert not tour.bar.isVisible()
    room.do("take_tour")
    assert tour.bar.isVisible()
    assert len(room.window.drafts) == 2


def test_the_reader_of_before_comes_back(room: Room) -> None:
    own = resource_root() / "personas" / "hotel-owner.persona.toml"
    room.workspace.pick_persona(own)
    room.do("take_tour")
    tour = tour_of(room)
    assert room.workspace.shelf.path is None
    for _ in STEPS[:3]:
        tour.do_step()
        tour.go_on()
    assert room.workspace.shelf.path != own
    tour.leave()
    assert room.workspace.shelf.path == own


def test_its_draft_is_not_unsaved_work(room: Room, tour: Tour) -> None:
    room.type("xyz")
    assert not room.window.drafts.current.is_modified
    assert not room.window.isWindowModified()
    room.window.keep_for_next_start()
    room.window.close()
    kept = [snapshot.text for _, snapshot in left_behind()]
    assert kept == ["Something of mine."]
    assert [draft.first_line for draft in room.workspace.memory.drafts] == ["Something of mine."]


def test_what_somebody_writes_there_for_themselves_is_kept(
    qtbot: QtBot, room: Room, tour: Tour
) -> None:
    text = " ".join(f"word{number}" for number in range(40))
    room.editor.insertPlainText(text)
    tour.leave()
    assert any(text in draft.session.text() for draft in room.window.drafts)
    assert not room.window.drafts.current.is_practice
    assert room.window.drafts.current.is_modified


def test_saving_it_makes_it_a_draft_like_every_other(
    room: Room, tour: Tour, tmp_path: Path
) -> None:
    room.type("x")
    assert room.window.file.save_as(tmp_path / "mine.md")
    assert not room.window.drafts.current.is_practice
    room.type("y")
    assert room.window.drafts.current.is_modified


def test_newcomers_are_offered_it_once(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.workspace.is_first_start = True
    app.furnish(room.workspace, room.window, [])
    assert any("tour" in message for message in room.messages)
    room.choose("Take the tour")
    assert tour_of(room).number == 1
    assert not any("tour" in message for message in room.messages)


def test_the_others_are_not(room: Room) -> None:
    room.workspace.is_first_start = False
    app.furnish(room.workspace, room.window, [])
    assert room.messages == []
