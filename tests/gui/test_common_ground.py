"""First and last sentences for a draft, and what suggestions look like before they are used."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.suggestion_row import SuggestionRow

PERSONA = """format = 1
[persona]
name = "Olga, operations lead"
[[pain]]
id = "late"
text = "trains come late"
"""
DRAFT = "We are proud. 🎉\n\nIt is so."
FIRST = "You never know when your train comes in.\n\n"


@pytest.fixture
def ground(room: Room, qtbot: QtBot, tmp_path: Path) -> Room:
    path = tmp_path / "olga.persona.toml"
    path.write_text(PERSONA, "utf-8")
    assert room.workspace.pick_persona(path)
    room.client._set_state("ready")
    room.write(DRAFT)
    qtbot.waitUntil(room.window.isActiveWindow)
    return room


def test_only_the_end_without_the_reader_is_offered(ground: Room) -> None:
    strip = ground.window.panel.ground
    assert strip.first_button.isHidden()  # the fake engine says: customer first, not last
    assert strip.last_button.text() == "End with Olga…"
    ground.workspace.pick_persona(None)
    assert strip.isHidden()


def test_a_last_sentence_is_put_in_as_one_step(ground: Room) -> None:
    strip = ground.window.panel.ground
    strip.last_button.click()
    ground.answer()
    assert len(strip.insertions) == 2
    assert "“Late again.” – heard by Al" in strip.rows[0].source.text()
    assert strip.rows[0].button.hasFocus()
    strip.rows[0].button.click()
    assert ground.session.text() == f"{DRAFT}\n\nYou never know when your train comes in."
    assert strip.insertions == []
    ground.do("undo")
    assert ground.session.text() == DRAFT


def test_the_caret_goes_to_the_gap(ground: Room) -> None:
    ground.do("begin_with_reader")
    ground.window.panel.ground.rows[1].button.click()
    assert ground.session.text() == f"Let’s talk about […].\n\n{DRAFT}"
    assert ground.editor.textCursor().selectedText() == "[…]"


def test_its_place_follows_what_is_typed_meanwhile(ground: Room) -> None:
    ground.do("end_with_reader")
    strip = ground.window.panel.ground
    cursor = ground.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Hello! ")
    strip.rows[0].button.click()
    assert ground.session.text().startswith("Hello! We are proud.")
    assert ground.session.text().endswith("It is so.\n\nYou never know when your train comes in.")


def test_protected_text_stays(ground: Room) -> None:
    ground.do("begin_with_reader")
    ground.editor.setReadOnly(True)
    ground.window.panel.ground.rows[0].button.click()
    assert ground.session.text() == DRAFT
    assert ground.messages == ["The text is protected."]


# Previews


def point_at(row: SuggestionRow) -> None:
    QApplication.sendEvent(row, QEnterEvent(QPointF(), QPointF(), QPointF()))


def leave(row: SuggestionRow) -> None:
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))


def state(room: Room) -> tuple[object, ...]:
    document = room.session.document
    return (
        room.session.text(),
        document.isModified(),
        document.isUndoAvailable(),
        document.availableUndoSteps(),
        document.revision(),
        room.window.caret,
    )


def test_a_preview_is_drawn_and_changes_nothing(ground: Room) -> None:
    ground.session.set_waits_for_writer(False)
    ground.session.set_current(ground.session.findings()[0])
    ground.answer()
    preview = ground.window.furnishing.preview
    before = state(ground)
    without = ground.editor.viewport().grab().toImage()
    for row in ground.window.panel.card.rows:
        point_at(row)
        assert preview.isVisible()
        assert ground.editor.viewport().grab().toImage() != without
        assert state(ground) == before
        leave(row)
        assert preview.isHidden()
    assert ground.editor.viewport().grab().toImage() == without


def test_keys_preview_as_the_pointer_does(ground: Room) -> None:
    ground.do("end_with_reader")
    preview = ground.window.furnishing.preview
    rows = ground.window.panel.ground.rows
    assert preview.isVisible()  # the keys go to the first sentence
    leave(rows[0])
    assert preview.isVisible()
    rows[1].button.setFocus()
    assert preview.isVisible()
    ground.window.focus_editor()
    assert preview.isHidden()


def test_the_other_end_is_previewed_when_it_is_asked_for(ground: Room) -> None:
    ground.do("begin_with_reader")
    first = ground.editor.viewport().grab().toImage()
    ground.do("end_with_reader")
    assert ground.window.furnishing.preview.isVisible()
    assert ground.editor.viewport().grab().toImage() != first


def test_return_puts_in_what_is_previewed(ground: Room) -> None:
    ground.do("end_with_reader")
    wanted = ground.window.panel.ground.insertions[0].text.strip()
    ground.press("Return")
    assert ground.session.text().endswith(wanted)


def test_a_preview_goes_when_the_draft_changes(ground: Room) -> None:
    ground.do("begin_with_reader")
    preview = ground.window.furnishing.preview
    assert preview.isVisible()
    ground.editor.textCursor().insertText("x")
    assert preview.isHidden()


def test_what_stays_is_drawn_where_it_stands(ground: Room) -> None:
    """A sentence in its own place moves nothing: all below looks as it did."""
    finding = ground.session.findings()[0]
    ground.session.set_current(finding)
    ground.answer()
    editor, preview = ground.editor, ground.window.furnishing.preview
    editor.setCursorWidth(0)
    plain = editor.viewport().grab().toImage()
    suggestion = ground.window.panel.card.suggestions[0]
    preview.look_at(replace(suggestion, text=suggestion.original))
    drawn = editor.viewport().grab().toImage()
    assert drawn != plain
    first = editor.blockBoundingGeometry(ground.session.document.findBlockByNumber(0))
    below = first.translated(editor.contentOffset()).toAlignedRect().bottom() + 1
    size = plain.width(), plain.height() - below
    assert drawn.copy(0, below, *size) == plain.copy(0, below, *size)
