from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from rooms import Room

from writer_assistant.gui.clipboard_dialog import CopyDialog
from writer_assistant.paths import resource_root

DRAFT = "# Head\n\n**bold** [words](https://x.example) <!-- note -->\n\n- one\u200b"
PLAIN = "Head\n\nbold words (https://x.example)\n\n• one"


def answer(
    monkeypatch: pytest.MonkeyPatch, choose: str = "", *, copies: bool = True
) -> list[CopyDialog]:
    """Choose a channel in the dialog, if one is named, and copy or cancel."""
    shown: list[CopyDialog] = []

    def execute(dialog: CopyDialog) -> bool:
        shown.append(dialog)
        if choose:
            dialog.channels.setCurrentIndex(dialog.channels.findData(choose))
        return copies

    monkeypatch.setattr(CopyDialog, "exec", execute)
    return shown


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def test_a_post_is_copied_without_marks(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.write(DRAFT)
    answer(monkeypatch, "linkedin")
    room.do("copy_cleaned")
    assert clipboard().text() == PLAIN
    assert not clipboard().hasHtml()
    assert room.messages[0].startswith("Copied for LinkedIn, as plain text; Comments left out: 1;")


def test_mail_is_copied_rich_with_plain_text_beside_it(room: Room, monkeypatch) -> None:
    room.write(DRAFT)
    answer(monkeypatch, "email")
    room.do("copy_cleaned")
    assert clipboard().text() == PLAIN
    assert "<strong>bold</strong>" in clipboard().html()


def test_markdown_is_copied_as_markdown(room: Room, monkeypatch) -> None:
    room.write(DRAFT)
    answer(monkeypatch, "markdown")
    room.do("copy_cleaned")
    text = "# Head\n\n**bold** [words](https://x.example)\n\n- one"
    assert clipboard().text() == text
    assert bytes(clipboard().data("text/markdown").data()).decode() == text
    assert not clipboard().hasHtml()


def test_the_dialog_shows_what_changes_for_the_channel(room: Room, monkeypatch) -> None:
    room.write(DRAFT)
    shown = answer(monkeypatch, "x", copies=False)
    QGuiApplication.clipboard().setText("before")
    room.do("copy_cleaned")
    (dialog,) = shown
    assert dialog.after.toPlainText() == PLAIN
    for change in (
        "Comments left out: 1",
        "Links written out behind their words: 1",
        "Items led by •",
    ):
        assert change in dialog.summary.text()
    dialog.channels.setCurrentIndex(dialog.channels.findData("email"))
    assert "Links written out" not in dialog.summary.text()
    assert dialog.rich.toPlainText().startswith("Head")
    assert clipboard().text() == "before"


def test_the_choice_is_remembered_for_the_draft_and_for_others(room: Room, monkeypatch) -> None:
    room.write(DRAFT)
    answer(monkeypatch, "x")
    room.do("copy_cleaned")
    shown = answer(monkeypatch)
    room.do("copy_cleaned")
    assert shown[0].channel.name == "x"
    other = room.workspace.open_window()
    other.session.set_text("Other words.")
    other.actions_by_name["copy_cleaned"].trigger()
    assert shown[1].channel.name == "x"


def test_a_cancelled_choice_is_not_remembered(room: Room, monkeypatch) -> None:
    room.write(DRAFT)
    answer(monkeypatch, "x", copies=False)
    room.do("copy_cleaned")
    shown = answer(monkeypatch)
    room.do("copy_cleaned")
    assert shown[0].channel.name == "email"


def test_front_matter_and_persona_say_the_channel(room: Room, monkeypatch) -> None:
    shown = answer(monkeypatch, copies=False)
    room.write("Hello you.")
    persona = resource_root() / "personas" / "operations-lead.persona.toml"
    assert room.workspace.pick_persona(persona)
    first = room.workspace.shelf.persona.channels[0]
    room.do("copy_cleaned")
    room.write("---\nchannel: X\n---\n\nHello you.")
    room.do("copy_cleaned")
    assert [dialog.channel.name for dialog in shown] == [first, "x"]


def test_without_the_dialog_the_channel_is_told(room: Room) -> None:
    room.workspace.settings.set("copy_preview", False)
    room.workspace.settings.set("channel", "linkedin")
    room.write(DRAFT)
    room.do("copy_cleaned")
    assert clipboard().text() == PLAIN
    assert room.messages[0].startswith("Copied for LinkedIn, as plain text")


def test_a_plain_text_draft_is_taken_literally(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "post.txt"
    file.write_text("# not a head\n**so**", "utf-8")
    room.workspace.open_file(file, room.window)
    room.workspace.settings.set("copy_preview", False)
    room.do("copy_cleaned")
    assert clipboard().text() == "# not a head\n**so**"
