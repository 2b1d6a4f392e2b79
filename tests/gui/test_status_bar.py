import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from writer_assistant.gui.live_findings import DraftScores
from writer_assistant.gui.status_bar import StatusStrip
from writer_assistant.gui.theme import Theme

SCORES = DraftScores(1212, 7120, 0.614, True, False, 10.44, 1.0)


@pytest.fixture
def strip(qtbot: QtBot) -> StatusStrip:
    made = StatusStrip(Theme("light"))
    qtbot.addWidget(made)
    made.resize(1200, 30)
    made.set_engine_state("ready")
    made.show()
    return made


def shown(strip: StatusStrip) -> list[str]:
    return [item.text for item, _ in strip._items_shown() if not item.isHidden()]


def test_all_figures_are_in_words(strip: StatusStrip) -> None:
    strip.set_scores(SCORES)
    assert shown(strip) == [
        "Focus 61%", "Customer first", "Customer not last", "Reading grade 10.4",
        "1,212 words · 5 min",
        "7,120 characters",
    ]  # fmt: skip
    assert "÷" in strip.focus_item.toolTip()


def test_the_grade_is_held_against_the_reader_s(strip: StatusStrip) -> None:
    strip.set_scores(SCORES)
    strip.set_persona("Olga", 9)
    assert strip.grade_item.text == "Reading grade 10.4 (at most 9)"
    assert "Olga wants 9 or less" in strip.grade_item.toolTip()


def test_nothing_is_claimed_before_it_is_known(strip: StatusStrip) -> None:
    strip.set_scores(DraftScores())
    assert shown(strip) == [
        "Focus –", "Customer first", "Customer last", "Grade –", "– words", "– characters",
    ]  # fmt: skip
    assert strip.first_item.toolTip().startswith("Whether")


@pytest.mark.parametrize("width", [1200, 900, 700, 560, 480])
def test_every_width_shows_focus_ends_grade_and_words(strip: StatusStrip, width: int) -> None:
    strip.set_scores(SCORES)
    strip.set_persona("Olga", 9)
    strip.resize(width, 30)
    texts = shown(strip)
    assert texts[0] == "Focus 61%"
    assert any("irst" in text for text in texts)
    assert any("ast" in text for text in texts)
    assert any("10.4" in text for text in texts)
    assert any(text.startswith("1,212 words") for text in texts)
    assert strip.width() == width
    last = strip.words_item
    assert last.mapTo(strip, last.rect().bottomRight()).x() <= width


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("starting", "Starting…"),
        ("lexicon", "Loading grammar…"),
        ("ready", ""),
        ("restarting", "Restarting…"),
        ("failed", "Analysis stopped"),
    ],
)
def test_the_engine_s_state_is_said(strip: StatusStrip, state: str, text: str) -> None:
    strip.set_engine_state(state)
    assert strip.engine_item.text == text


def test_a_stopped_engine_can_be_tried_again(strip: StatusStrip, qtbot: QtBot) -> None:
    button = strip.findChildren(QPushButton)[0]
    assert button.isHidden()
    strip.set_engine_state("failed")
    with qtbot.waitSignal(strip.restart_requested):
        button.click()


def test_half_read_drafts_say_so(strip: StatusStrip) -> None:
    strip.set_scores(DraftScores(10, 60, 0.5, True, True, 5.0, 0.45))
    assert strip.engine_item.text == "Reading… 45%"
