from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.persona_shelf import PersonaShelf
from writer_assistant.gui.persona_text_dialog import TEMPLATE, PersonaTextDialog
from writer_assistant.gui.recent import Memory
from writer_assistant.paths import resource_root, user_personas
from writer_assistant.persona.file import parse_persona

ANA = """format = 1
[persona]
name = "Ana, vlogger"
reading_grade = 8
[[pain]]
id = "dead-battery"
text = "the battery dies <before> noon"
heard = [{ from = "Ana", by = "sales", on = 2026-01-05, quote = "It died & I cried." }]
"""


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    path = tmp_path / "ana.persona.toml"
    path.write_text(ANA, "utf-8")
    return path


@pytest.fixture
def shelf(qtbot: QtBot) -> PersonaShelf:
    return PersonaShelf(Memory())


def test_samples_are_offered_first_then_one_s_own(shelf: PersonaShelf, ana: Path) -> None:
    samples = [offered for offered in shelf.offered() if offered.is_sample]
    assert len(samples) >= 3
    user_personas().mkdir(parents=True)
    (user_personas() / "broken.persona.toml").write_text("no toml", "utf-8")
    assert shelf.pick(ana)
    names = [offered.name for offered in shelf.offered()]
    assert names[len(samples) :] == ["Ana, vlogger", "broken"]


def test_a_file_from_elsewhere_is_offered_the_next_time(ana: Path, shelf: PersonaShelf) -> None:
    shelf.pick(ana)
    again = PersonaShelf(Memory())
    assert "Ana, vlogger" in [offered.name for offered in again.offered()]
    ana.unlink()
    assert "Ana, vlogger" not in [offered.name for offered in again.offered()]


def test_a_change_on_disk_is_read_at_once(shelf: PersonaShelf, ana: Path, qtbot: QtBot) -> None:
    shelf.pick(ana)
    ana.write_text(ANA.replace("Ana, vlogger", "Ana, filmer"), "utf-8")
    qtbot.waitUntil(lambda: shelf.persona is not None and shelf.persona.name == "Ana, filmer")


def test_a_broken_file_is_named_by_line_and_the_good_one_stays(
    room: Room, ana: Path, qtbot: QtBot
) -> None:
    assert room.workspace.pick_persona(ana)
    ana.write_text(ANA.replace('id = "dead-battery"', "id = "), "utf-8")
    qtbot.waitUntil(lambda: bool(room.messages))
    assert "ana.persona.toml:6:6" in room.messages[0]
    persona = room.workspace.shelf.persona
    assert persona is not None
    assert persona.pains[0].id == "dead-battery"
    assert room.window.picker.list.currentText() == "Ana, vlogger"
    ana.write_text(ANA, "utf-8")
    qtbot.waitUntil(lambda: room.messages == [])


def test_a_file_that_is_broken_at_the_start_can_be_mended(
    room: Room, ana: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana.write_text("broken = ", "utf-8")
    assert not room.workspace.pick_persona(ana)
    assert "ana.persona.toml:1" in room.messages[0]
    shown = []
    monkeypatch.setattr(PersonaTextDialog, "exec", lambda dialog: shown.append(dialog.text))
    room.do("edit_persona")
    assert shown == ["broken = "]
    ana.write_text(ANA, "utf-8")
    qtbot.waitUntil(lambda: room.workspace.shelf.path == ana)
    assert room.messages == []


@pytest.mark.parametrize("kind", ["missing", "folder", "binary", "empty", "huge"])
def test_what_is_no_persona_is_refused_with_a_reason(
    room: Room, ana: Path, tmp_path: Path, kind: str
) -> None:
    room.workspace.pick_persona(ana)
    path = tmp_path / "other.persona.toml"
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_bytes({"binary": b"\x00\xff" * 99, "empty": b"", "huge": b"#" * 9_000_000}[kind])
    assert not room.workspace.pick_persona(path)
    assert "other.persona.toml" in room.messages[0]
    assert room.workspace.shelf.path == ana
    assert room.workspace.settings["persona"] == str(ana)


def test_the_picker_picks_and_the_engine_is_told(
    room: Room, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(room.client, "set_settings", lambda **settings: sent.append(settings))
    room.workspace.pick_persona(ana)
    room.workspace.pick_persona(None)
    choices = room.window.picker.list
    choices.setCurrentIndex(choices.findText("Ana, vlogger"))
    choices.activated.emit(choices.currentIndex())
    assert [settings["persona"] for settings in sent] == [(str(ana), ANA), None, (str(ana), ANA)]
    assert room.workspace.settings["persona"] == str(ana)
    assert room.window.strip.grade_item is not None
    assert room.window.strip._target_grade == 8


def test_open_another_file_asks_for_one(
    room: Room, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(ana), "")))
    choices = room.window.picker.list
    choices.setCurrentIndex(choices.count() - 1)
    choices.activated.emit(choices.currentIndex())
    assert room.workspace.shelf.path == ana
    assert choices.currentText() == "Ana, vlogger"


def test_a_dropped_persona_is_picked_and_not_opened_as_a_draft(room: Room, ana: Path) -> None:
    room.window.open_files([str(ana)])
    assert room.workspace.shelf.path == ana
    assert room.session.path is None


def test_the_details_show_what_was_said_and_by_whom(room: Room, ana: Path) -> None:
    assert "Nobody is picked yet." in room.window.panel.details.toPlainText()
    room.workspace.pick_persona(ana)
    room.do("show_persona")
    shown = room.window.panel.details.toPlainText()
    assert "the battery dies <before> noon" in shown
    assert "“It died & I cried.” – Ana, heard by sales, 5 January 2026" in shown


def test_the_folder_is_shown_or_named(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: False))
    room.do("reveal_personas")
    assert room.messages == [f"Your personas are in {user_personas()}"]
    assert user_personas().is_dir()


# As text


def dialog_of(qtbot: QtBot, path: Path | None, text: str = TEMPLATE) -> PersonaTextDialog:
    dialog = PersonaTextDialog(text, "new", path)
    qtbot.addWidget(dialog)
    return dialog


def save_button(dialog: PersonaTextDialog) -> object:
    box = dialog.findChildren(QDialogButtonBox)[0]
    return box.button(QDialogButtonBox.StandardButton.Save)


def test_the_template_is_a_persona_without_notices() -> None:
    assert parse_persona(TEMPLATE, "template").problems == ()


def test_mistakes_are_shown_while_they_are_made(qtbot: QtBot, ana: Path) -> None:
    dialog = dialog_of(qtbot, ana)
    assert dialog.verdict.text() == "This file can be read."
    dialog.editor.setPlainText('format = 1\n[persona]\nname = "😀" x')
    qtbot.waitUntil(lambda: dialog.verdict.text().startswith("Line 3, column"))
    assert not save_button(dialog).isEnabled()  # type: ignore[attr-defined]
    dialog._go_to_mistake()
    assert dialog.editor.textCursor().blockNumber() == 2


def test_saving_keeps_comments_and_tells_where(qtbot: QtBot, ana: Path) -> None:
    dialog = dialog_of(qtbot, ana)
    dialog.editor.setPlainText(f"# mine\n{ANA}")
    dialog._save()
    assert dialog.saved_path == ana
    assert ana.read_text("utf-8") == f"# mine\n{ANA}"


def test_a_broken_file_can_be_mended(qtbot: QtBot, ana: Path) -> None:
    ana.write_text("broken = ", "utf-8")
    dialog = dialog_of(qtbot, ana)
    assert dialog.text == "broken = "
    dialog.editor.setPlainText(ANA)
    dialog._save()
    assert ana.read_text("utf-8") == ANA


def test_what_another_program_wrote_meanwhile_is_not_overwritten(qtbot: QtBot, ana: Path) -> None:
    dialog = dialog_of(qtbot, ana)
    ana.write_text(f"{ANA}# theirs\n", "utf-8")
    dialog.editor.setPlainText(f"{ANA}# mine\n")
    dialog._save()
    assert dialog.saved_path is None
    assert "another program" in dialog.verdict.text()
    assert ana.read_text("utf-8") == f"{ANA}# theirs\n"


def test_a_sample_is_edited_as_a_copy(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = next(iter(sorted((resource_root() / "personas").glob("*.persona.toml"))))
    before = sample.read_bytes()
    room.workspace.pick_persona(sample)
    target = user_personas() / "copy.persona.toml"
    chosen = (str(target), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: chosen))
    monkeypatch.setattr(PersonaTextDialog, "exec", lambda dialog: (dialog._save(), 1)[1])
    room.do("edit_persona")
    assert sample.read_bytes() == before
    assert target.read_text("utf-8") == before.decode("utf-8")
    assert room.workspace.shelf.path == target


@pytest.mark.parametrize("button", ["Discard", "Cancel"])
def test_leaving_with_changes_is_asked_about(qtbot: QtBot, ana: Path, button: str) -> None:
    dialog = dialog_of(qtbot, ana)
    dialog.show()
    dialog.editor.insertPlainText("# x\n")

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.mouseClick(box.button(QMessageBox.StandardButton[button]), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    dialog.reject()
    assert dialog.isVisible() is (button == "Cancel")


def draft_for(reader: str, folder: Path, name: str = "draft.md") -> Path:
    path = folder / name
    path.write_text(f"---\ntitle: News\npersona: {reader}\n---\n\nYou win.\n", "utf-8")
    return path


@pytest.mark.parametrize("reader", ["ana", "Ana", "ana, Vlogger", "ana.persona.toml", "'Ana'"])
def test_a_draft_s_own_reader_is_offered_and_picked_with_one_click(
    room: Room, ana: Path, tmp_path: Path, reader: str
) -> None:
    room.workspace.pick_persona(ana)
    room.workspace.pick_persona(None)
    room.window.file.open(draft_for(reader, tmp_path))
    assert room.messages == ["This draft says that it is for Ana, vlogger."]
    assert room.workspace.shelf.path is None
    room.choose("Write for this reader")
    assert room.workspace.shelf.path == ana
    assert room.messages == []


def test_a_persona_file_beside_the_draft_is_offered_too(room: Room, tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "bo.persona.toml").write_text(ANA.replace("Ana", "Bo"), "utf-8")
    room.window.file.open(draft_for("people/bo.persona.toml", tmp_path))
    room.choose("Write for this reader")
    assert room.workspace.shelf.persona is not None
    assert room.workspace.shelf.persona.name == "Bo, vlogger"


def test_no_reader_is_offered_who_is_picked_or_unknown(
    room: Room, ana: Path, tmp_path: Path
) -> None:
    room.workspace.pick_persona(ana)
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "other.toml").write_text("format = 1", "utf-8")
    for reader in ("ana", "../ana.persona.toml", "nobody", "gone.persona.toml", "other.toml"):
        room.window.file.open(draft_for(reader, folder))
        assert room.messages == [], reader
    for reader in (str(ana), "//host/share/ana.persona.toml", "C:/ana.persona.toml", "a" * 300):
        room.workspace.pick_persona(None)
        room.window.file.open(draft_for(f"{reader}.persona.toml", folder))
        assert room.messages == [], reader


def test_the_offer_stays_until_it_is_taken_or_another_draft_is_opened(
    room: Room, ana: Path, tmp_path: Path
) -> None:
    room.workspace.pick_persona(ana)
    room.window.file.open(draft_for("hotel-owner", tmp_path))
    [offer] = room.messages
    room.workspace.pick_persona(None)
    room.window.file.save_as(tmp_path / "copy.md")
    assert room.messages == [offer]
    room.window.file.open(draft_for("hotel-owner", tmp_path, "other.md"))
    assert room.messages == [offer]
    room.window.file.open(draft_for("", tmp_path, "another.md"))
    assert room.messages == []
    room.window.file.open(draft_for("hotel-owner", tmp_path))
    room.workspace.pick_persona(resource_root() / "personas" / "hotel-owner.persona.toml")
    assert room.messages == []
