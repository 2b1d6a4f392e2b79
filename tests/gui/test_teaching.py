"""The writer says what a sentence means for the reader; the persona learns it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from rooms import LOADED, Room, press

from writer_assistant.gui.main_window import MainWindow
from writer_assistant.paths import resource_root, user_personas

PERSONA = """# What we know of Olga.
format = 1
[persona]
name = "Olga, operations lead"

[[pain]]
id = "paperwork"   # the worst
text = "I type the same numbers twice"
words = ["forms", "EDI"]

[[pain]]
id = "late"
text = "trains come late"

[[gain]]
id = "evening"
text = "I am home by six"
relieves = ["late"]
# The end.
"""
DRAFT = "We are proud."


@pytest.fixture
def olga(room: Room, qtbot: QtBot, tmp_path: Path) -> Path:
    path = tmp_path / "olga.persona.toml"
    path.write_text(PERSONA, "utf-8")
    assert room.workspace.pick_persona(path)
    room.fake.asks = True
    room.write(DRAFT)
    room.session.set_waits_for_writer(False)
    qtbot.waitUntil(room.window.isActiveWindow)
    room.window.focus_editor()
    room.press("F8")
    return path


def fill(room: Room, benefit: str = "you type each number once") -> None:
    form = room.window.panel.card.form
    form.start()
    room.answer()
    form.benefit.setText(benefit)


def test_nothing_that_fits_opens_the_question(room: Room, olga: Path) -> None:
    card = room.window.panel.card
    assert room.session.current is not None
    assert room.session.asks_writer(room.session.current)
    assert card.form.is_open
    assert card.form.question.text() == "So what does that mean for Olga?"
    assert [s.text for s in card.suggestions] == ["You get […] today.", ""]
    assert card.form.feature.text() == "the feature"
    assert [card.form.choice.itemText(n) for n in range(card.form.choice.count())] == [
        "Problem: trains come late",
        "Problem: I type the same numbers twice",
        "Wish: you are home by six",
    ]
    assert not card.form.use_button.isEnabled()


def test_a_wish_is_the_beginning_of_an_answer(room: Room, olga: Path) -> None:
    form = room.window.panel.card.form
    form.choice.setCurrentIndex(2)
    form.choice.activated.emit(2)
    assert form.benefit.text() == "you are home by six"
    assert form.use_button.isEnabled()


def test_an_answer_is_used_and_kept_and_both_can_be_undone(room: Room, olga: Path) -> None:
    fill(room)
    form = room.window.panel.card.form
    form.use_button.click()
    room.answer()
    assert room.session.text() == "you type each number once."
    text = olga.read_text("utf-8")
    assert text.startswith(PERSONA)
    added = text.removeprefix(PERSONA)
    assert 'benefit = "you type each number once"' in added
    assert 'relieves = ["late"]' in added
    assert 'feature = "the feature"' in added
    persona = room.workspace.shelf.persona
    assert persona is not None
    assert [answer.feature for answer in persona.answers] == ["the feature"]

    assert room.messages == ["Kept in the file of Olga."]
    room.choose("Take it back")
    assert olga.read_text("utf-8") == PERSONA
    assert room.workspace.shelf.persona.answers == ()
    room.do("undo")
    assert room.session.text() == DRAFT


def test_using_it_once_leaves_the_persona_alone(room: Room, olga: Path) -> None:
    fill(room)
    room.window.panel.card.form.once_button.click()
    room.answer()
    assert room.session.text() == "you type each number once."
    assert olga.read_text("utf-8") == PERSONA
    assert room.messages == []


def test_what_somebody_else_wrote_meanwhile_stays(room: Room, olga: Path) -> None:
    fill(room)
    olga.write_text(PERSONA + "# A colleague was here.\n", "utf-8")
    room.window.panel.card.form.use_button.click()
    room.answer()
    kept = olga.read_text("utf-8")
    assert "# A colleague was here." in kept
    assert "you type each number once" in kept
    changed = kept + "# And again.\n"
    olga.write_text(changed, "utf-8")
    room.choose("Take it back")
    assert olga.read_text("utf-8") == changed
    assert "has been changed since" in room.messages[0]


@pytest.mark.parametrize("broken", ["format = 1\n[persona\n", None])
def test_a_file_that_cannot_be_read_is_left_and_what_was_typed_stays(
    room: Room, olga: Path, broken: str | None
) -> None:
    fill(room)
    if broken is None:
        olga.unlink()
    else:
        olga.write_text(broken, "utf-8")
    form = room.window.panel.card.form
    finding = form._finding
    form.use_button.click()
    room.answer()
    assert room.session.text() == "you type each number once."
    assert (olga.read_text("utf-8") if broken else olga.exists()) == (broken or False)
    assert len(room.messages) >= 1
    assert finding is not None
    assert form._typed[finding.id].benefit == "you type each number once"


def test_a_sample_is_copied_before_it_learns(room: Room, olga: Path) -> None:
    sample = resource_root() / "personas" / "operations-lead.persona.toml"
    before = sample.read_text("utf-8")
    room.workspace.pick_persona(sample)
    room.fake.pains = ["late-goods"]
    room.answer()
    room.session.set_current(None)
    room.press("F8")
    fill(room)
    room.window.panel.card.form.use_button.click()
    room.answer()
    own = user_personas() / sample.name
    assert room.workspace.shelf.path == own
    assert own.read_text("utf-8").startswith(before.rstrip())
    assert sample.read_text("utf-8") == before
    room.choose("Take it back")
    assert room.workspace.shelf.path == sample
    assert not own.exists()


def test_what_is_typed_waits_for_its_finding(room: Room, olga: Path) -> None:
    fill(room, "you rest")
    finding = room.session.current
    room.session.set_current(None)
    assert room.window.panel.card.form.isHidden()
    room.session.set_current(finding)
    assert room.window.panel.card.form.benefit.text() == "you rest"


# With the real engine, by keys alone

FIRST = "Our EDI interface takes over the numbers of your order."
NEXT = "Our EDI interface supports the numbers of every waybill."


@pytest.mark.model
@pytest.mark.process
def test_a_persona_is_taught_and_offers_it_on_the_next_draft(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = real_window
    path = tmp_path / "olga.persona.toml"
    path.write_text(PERSONA, "utf-8")
    window.workspace.remember("mode", "review")
    window.workspace.pick_persona(path)

    def write(text: str) -> None:
        qtbot.keyClicks(window.editor, text)
        qtbot.waitUntil(
            lambda: any(
                f.kind.value in ("self-centered", "feature-first")
                for f in window.session.findings()
            ),
            timeout=LOADED,
        )
        qtbot.waitUntil(window.actions_by_name["next_finding"].isEnabled)
        qtbot.waitUntil(lambda: window.session.scores.analysed == 1, timeout=LOADED)
        for _ in window.session.findings():
            press("F8")
            current = window.session.current
            assert current is not None
            if current.kind.value in ("self-centered", "feature-first"):
                break
        qtbot.waitUntil(lambda: window.session.suggestions_for(current) is not None, timeout=LOADED)

    def offered() -> list[str]:
        current = window.session.current
        assert current is not None
        return [s.text for s in window.session.suggestions_for(current) or ()]

    write(FIRST)
    assert not any("type each number once" in text for text in offered())
    press("Alt+M")
    form = window.panel.card.form
    assert form.benefit.hasFocus()
    qtbot.waitUntil(lambda: form.choice.count() > 0, timeout=LOADED)
    form.choice.setFocus()
    QTest.keyClick(form.choice, Qt.Key.Key_Home)
    while "same numbers" not in form.choice.currentText():
        QTest.keyClick(form.choice, Qt.Key.Key_Down)
    form.benefit.setFocus()
    qtbot.keyClicks(form.benefit, "you type each number once")
    qtbot.waitUntil(lambda: "You type each number once" in form.becomes.text(), timeout=LOADED)
    press("Return")
    qtbot.waitUntil(lambda: "You type each number once." in window.session.text(), timeout=LOADED)
    assert path.read_text("utf-8").startswith(PERSONA)
    assert any("Take it back" in b.text() for b in window.messages_bar.findChildren(QPushButton))

    window.focus_editor()
    press("Ctrl+N")
    write(NEXT)
    qtbot.waitUntil(lambda: bool(offered()), timeout=LOADED)
    assert any("You type each number once" in text for text in offered()[:3])
