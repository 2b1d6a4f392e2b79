from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.analysis.finding import Kind

DRAFT = "We are proud of us. Your shop opens at six.\nWe leverage synergy.\nFollow us today!"


# From key to clipboard


def test_a_selfie_is_typed_seen_used_undone_redone_ignored_and_copied(room: Room) -> None:
    room.type("We are proud. Your shop opens at six. We use synergy.")
    room.session.set_waits_for_writer(False)
    room.answer()
    assert room.texts == ["We are proud.", "We use synergy.", "synergy"]

    room.press("F8")
    assert room.session.current is not None
    assert room.window.panel.card.words.text() == "“We are proud.”"
    room.press("Ctrl+Return")
    assert room.session.text() == "You get […] today. Your shop opens at six. We use synergy."
    assert room.editor.textCursor().selectedText() == "[…]"
    room.press("Ctrl+Z")
    assert room.session.text().startswith("We are proud.")
    room.press("Ctrl+Shift+Z")
    assert room.session.text().startswith("You get […] today.")
    assert room.texts == ["We use synergy.", "synergy"]

    room.press("F8")
    room.press("Ctrl+Shift+I")
    assert room.texts == ["synergy"]
    room.press("F8")
    room.press("Alt+2")
    assert "synergy" not in room.session.text()

    room.workspace.settings.set("copy_preview", False)
    room.press("Ctrl+Shift+C")
    clipboard = QGuiApplication.clipboard().mimeData()
    assert clipboard.text() == room.session.text()
    assert "<p>You get […] today." in clipboard.html()


def test_next_and_previous_finding_go_round(room: Room) -> None:
    room.write(DRAFT)
    first = []
    for _ in range(len(room.texts) + 1):
        room.press("F8")
        first.append(room.session.current)
    assert first[0] is first[-1]
    room.press("Shift+F8")
    assert room.session.current is first[-2]


def test_one_key_hides_and_shows_the_marks_and_the_list_stays(room: Room) -> None:
    room.write(DRAFT)
    before = room.texts
    room.press("F9")
    assert not room.editor.highlights_shown
    assert not room.window.actions_by_name["toggle_highlights"].isChecked()
    assert room.texts == before
    room.press("F9")
    assert room.editor.highlights_shown


def test_review_shows_mild_findings_too(room: Room) -> None:
    room.write("It has a battery.")
    assert room.texts == []
    room.press("Shift+F9")
    assert room.texts == ["It has a battery."]
    assert room.workspace.settings["mode"] == "review"


def test_keys_go_to_the_list_and_back(room: Room) -> None:
    room.write(DRAFT)
    room.press("F6")
    assert QApplication.focusWidget() is room.window.panel.findings.list
    room.press("Down")
    assert room.session.current is not None
    room.press("Return")
    assert QApplication.focusWidget() is room.editor


def test_the_panel_is_hidden_and_found_hidden_the_next_time(room: Room) -> None:
    room.press("Ctrl+Shift+L")
    assert room.window.panel.isHidden()
    another = room.workspace.open_window()
    assert another.panel.isHidden()
    room.press("F6")
    assert not room.window.panel.isHidden()


def test_letters_grow_and_shrink_within_limits(room: Room) -> None:
    size = room.window.column.font_size
    room.press("Ctrl+=")
    assert room.editor.font().pointSize() == size + 1
    room.press("Ctrl+-")
    assert room.editor.font().pointSize() == size


def test_a_theme_leaves_the_letters_as_large_as_they_were(room: Room) -> None:
    size = room.editor.font().pointSizeF()
    room.workspace.settings.set("theme", "dark")
    assert room.editor.font().pointSizeF() == size
    assert room.editor.mark_styles == room.workspace.theme.mark_styles


# Title


def test_the_title_names_the_draft_and_its_changes(room: Room, tmp_path: Path) -> None:
    assert room.window.windowTitle() == "Untitled[*] – Writer Assistant"
    room.type("Hello")
    assert room.window.isWindowModified()
    assert room.window.file.save_as(tmp_path / "post.md")
    assert room.window.windowTitle() == "post.md[*] – Writer Assistant"
    assert not room.window.isWindowModified()


# Opening


def test_a_dropped_file_is_opened(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "post.md"
    path.write_text("Dropped", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    room.window.dropEvent(event)
    qtbot.waitUntil(lambda: room.session.text() == "Dropped")


def test_a_file_is_open_once_only(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("Once", "utf-8")
    room.workspace.open_file(path, room.window)
    room.workspace.open_file(tmp_path / "." / "post.md", room.window)
    assert len(room.window.drafts) == 1
    room.do("new_window")
    another = room.workspace.windows[1]
    room.workspace.open_file(path, another)
    assert another.session.path is None
    assert [len(window.drafts) for window in room.workspace.windows] == [1, 1]


def test_a_file_never_takes_the_place_of_what_was_typed(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("From disk", "utf-8")
    room.type("Typed")
    room.workspace.open_file(path, room.window)
    assert [draft.session.text() for draft in room.window.drafts] == ["Typed", "From disk"]


def test_what_cannot_be_opened_is_told_where_the_person_is(room: Room, tmp_path: Path) -> None:
    room.type("Typed")
    room.workspace.open_file(tmp_path / "missing.md", room.window)
    assert len(room.window.drafts) == 1
    assert "there is no such file" in room.messages[0]
    assert room.session.text() == "Typed"


def test_recent_files_are_offered_and_opened_where_they_were_left(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "post & more.md"
    path.write_text("One two three", "utf-8")
    room.workspace.open_file(path, room.window)
    room.window.put_caret(4)
    room.window.close()
    again = room.workspace.open_window()
    recent = next(menu for menu in again.findChildren(QMenu) if menu.title() == "Open &recent")
    recent.aboutToShow.emit()
    assert recent.actions()[0].text().startswith("&1 post && more.md")
    recent.actions()[0].trigger()
    assert again.session.text() == "One two three"
    assert again.caret == 4


# Messages of the engine and of the settings


def test_a_problem_of_the_engine_is_told(room: Room) -> None:
    room.client.problem.emit("it is broken", "persona.toml:3:1", "Mend it.")
    assert room.messages == ["Persona.toml:3:1: it is broken. Mend it."]


def test_a_chip_hides_a_kind_in_the_draft_and_in_the_settings(room: Room, qtbot: QtBot) -> None:
    room.write(DRAFT)
    chip = room.window.panel.findings.chips[Kind.JARGON]
    assert chip.count == 2
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    room.answer()
    assert "jargon" not in room.workspace.settings["shown_kinds"]
    assert not {"leverage", "synergy"} & set(room.texts)


# Small windows


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (700, 450), (560, 700), (480, 320)])
def test_everything_fits_at_every_size(room: Room, qtbot: QtBot, width: int, height: int) -> None:
    room.write(DRAFT)
    room.press("F8")
    room.window.resize(width, height)
    qtbot.waitUntil(lambda: room.window.width() == width)
    window, card = room.window, room.window.panel.card
    assert window.editor.width() >= 200
    assert window.editor.viewport().height() >= 40
    inside = card.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= card.viewport().width()
    main = window.tool_bar.findChildren(QToolButton)[-1]
    qtbot.waitUntil(main.isVisible)
    assert window.rect().contains(main.mapTo(window, main.rect().bottomRight()))


def test_a_long_word_does_not_widen_the_card(room: Room) -> None:
    room.window.resize(700, 600)
    room.write("We " + "w" * 4000 + ".")
    room.press("F8")
    inside = room.window.panel.card.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= room.window.panel.card.viewport().width()
