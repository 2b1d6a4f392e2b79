import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.drafts import decode, left_behind
from writer_assistant.gui.exact_text import exact_text
from writer_assistant.gui.session import DraftSession
from writer_assistant.paths import user_data

not_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "post.md"


def opened(room: Room, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert room.window.file.open(path)
    room.answer()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain\n",
        "“quotes” 😀 é\n".encode(),
        b"\xef\xbb\xbfwith a mark\r\nand CRLF\r\n",
        b"old Mac\rlines\r",
        "UTF-16".encode("utf-16"),
        b"caf\xe9 in a very old encoding, written long ago",
        "é stray \u00e9 bytes \u00e9 here".encode() + b"\x99 and on",
        b"NUL\x00 inside a longer line of text, so that it counts as text, which it does\n" * 3,
        "half a pair: \ud83d and on".encode("utf-8", "surrogatepass"),
        "no-break\u00a0space, \u2028 separator, soft\u00adhyphen".encode(),
        b"x" * 200_000,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_opening_and_saving_changes_not_a_byte(room: Room, path: Path, data: bytes) -> None:
    opened(room, path, data)
    room.session.document.setModified(True)
    assert room.window.file.save()
    assert path.read_bytes() == data


def test_what_is_typed_is_saved_in_the_file_s_own_way(room: Room, path: Path) -> None:
    opened(room, path, b"\xef\xbb\xbfone\r\ntwo")
    room.window.put_caret(3)
    room.type(" é")
    room.press("Ctrl+S")
    assert path.read_bytes() == "\ufeffone é\r\ntwo".encode()
    assert not room.session.document.isModified()


def test_an_encoding_that_was_guessed_is_told(room: Room, path: Path) -> None:
    opened(room, path, "Das Gespräch über Möbel war schön.".encode("cp1252"))
    assert "not UTF-8" in room.messages[0]


def test_a_character_that_the_encoding_lacks_can_be_saved_as_utf8(room: Room, path: Path) -> None:
    opened(room, path, "Das Gespräch über Möbel war schön.".encode("cp1252"))
    before = path.read_bytes()
    room.editor.insertPlainText("😀")
    assert not room.window.file.save()
    assert path.read_bytes() == before
    room.choose("Save as UTF-8")
    assert path.read_text("utf-8") == "😀Das Gespräch über Möbel war schön."
    assert not room.session.document.isModified()


@pytest.mark.parametrize("kind", ["missing", "folder", "binary"])
def test_what_cannot_be_read_leaves_the_draft_alone(room: Room, path: Path, kind: str) -> None:
    room.type("mine")
    if kind == "folder":
        path.mkdir()
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 9)
    assert not room.window.file.open(path)
    assert str(path) in room.messages[0]
    assert room.session.text() == "mine"
    assert room.session.path is None


def test_a_vanished_folder_leaves_text_and_copy(
    room: Room, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    opened(room, folder / "post.md", b"one")
    (folder / "post.md").unlink()
    folder.rmdir()
    room.type("two ")
    assert not room.window.file.save()
    assert "its folder is not there" in room.messages[0]
    assert room.session.text() == "two one"
    assert room.session.document.isModified()
    chosen = (str(tmp_path / "rescued.md"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: chosen))
    room.choose("Save as…")
    assert (tmp_path / "rescued.md").read_text("utf-8") == "two one"


@not_root
def test_a_read_only_file_is_not_touched(room: Room, path: Path) -> None:
    opened(room, path, b"one")
    path.chmod(0o444)
    room.type("two ")
    assert not room.window.file.save()
    assert path.read_bytes() == b"one"
    assert "may not write" in room.messages[0]


def test_a_word_document_is_saved_under_another_name(
    room: Room, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*arguments: object) -> tuple[str, str]:
        asked.append(str(arguments[2]))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    room.session.set_path(path.with_suffix(".docx"))
    room.type("x")
    assert not room.window.file.save()
    assert asked == [str(path)]
    assert not room.window.file.save_as(path.with_suffix(".docx"))
    assert not path.with_suffix(".docx").exists()


# Other programs


def test_a_change_by_another_program_is_noticed_and_can_be_taken_with_undo(
    room: Room, path: Path, qtbot: QtBot
) -> None:
    opened(room, path, b"mine")
    room.type("still ")
    path.write_bytes(b"theirs")
    qtbot.waitUntil(lambda: bool(room.messages))
    assert "Another program changed “post.md”. You have changes here, too." in room.messages
    room.choose("Reload")
    assert room.session.text() == "theirs"
    assert not room.session.document.isModified()
    assert room.messages == []
    room.press("Ctrl+Z")
    assert room.session.text() == "still mine"


def test_keeping_mine_lets_the_next_saving_replace_theirs(
    room: Room, path: Path, qtbot: QtBot
) -> None:
    opened(room, path, b"mine")
    path.write_bytes(b"theirs")
    qtbot.waitUntil(lambda: bool(room.messages))
    room.choose("Keep mine")
    assert room.session.document.isModified()
    assert room.window.file.save()
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("theirs", [b"theirs", None])
def test_undo_does_not_lead_to_what_counts_as_saved_but_is_not(
    room: Room, path: Path, qtbot: QtBot, theirs: bytes | None
) -> None:
    opened(room, path, b"mine")
    room.type("not ")
    if theirs is None:
        path.unlink()
    else:
        path.write_bytes(theirs)
    qtbot.waitUntil(lambda: bool(room.messages))
    if theirs is not None:
        room.choose("Keep mine")
    while room.session.document.isUndoAvailable():
        room.press("Ctrl+Z")
    assert room.session.text() == "mine"
    assert room.session.document.isModified()


def test_saving_over_an_unseen_change_is_refused(room: Room, path: Path) -> None:
    opened(room, path, b"mine")
    room.type("still ")
    path.write_bytes(b"theirs")
    assert not room.window.file.save()
    assert path.read_bytes() == b"theirs"
    assert "Another program" in room.messages[0]


def test_a_file_that_is_replaced_is_still_watched(room: Room, path: Path, qtbot: QtBot) -> None:
    opened(room, path, b"mine")
    for content in (b"theirs", b"mine"):
        beside = path.with_name("beside")
        beside.write_bytes(content)
        beside.replace(path)
        qtbot.waitUntil(lambda content=content: bool(room.messages) == (content == b"theirs"))


def test_a_file_that_is_deleted_is_told_and_can_be_saved_again(
    room: Room, path: Path, qtbot: QtBot
) -> None:
    opened(room, path, b"mine")
    path.unlink()
    qtbot.waitUntil(lambda: bool(room.messages))
    assert "is not there any more" in room.messages[0]
    assert room.session.document.isModified()
    room.choose("Save")
    assert path.read_bytes() == b"mine"


def test_a_file_that_comes_back_is_no_trouble_any_more(room: Room, tmp_path: Path) -> None:
    folder, aside = tmp_path / "disk", tmp_path / "aside"
    folder.mkdir()
    opened(room, folder / "post.md", b"mine")
    folder.rename(aside)
    room.window.file.look()  # as whenever somebody comes back to the window
    assert "The folder of “post.md” is not there any more" in room.messages[0]
    assert not room.window.file.save()
    assert len(room.messages) == 1
    assert "folder is not there" in room.messages[0]
    room.window.file.look()
    aside.rename(folder)
    room.window.file.look()
    assert not any("any more" in message for message in room.messages)


def test_our_own_saving_is_no_news(room: Room, path: Path, qtbot: QtBot) -> None:
    opened(room, path, b"mine")
    room.type("still ")
    assert room.window.file.save()
    room.window.file._watch.look()
    assert room.messages == []


# Recovery


def test_what_is_typed_comes_back_after_a_crash_with_the_caret(
    room: Room, path: Path, qtbot: QtBot
) -> None:
    opened(room, path, b"one two")
    room.window.put_caret(3)
    room.type(" and\ud83d\ude00")
    room.window.file.close(keep=True)
    room.session.document.setModified(False)
    assert room.workspace.windows.pop() is room.window
    assert room.workspace.bring_back()
    (window,) = room.workspace.windows
    assert window.session.text().startswith("one and")
    assert window.caret == room.window.caret
    assert window.session.document.isModified()
    assert "was not saved when the program ended" in window.messages[0].text
    assert path.read_bytes() == b"one two"
    assert window.file.save()
    assert path.read_text("utf-8") == window.session.text()


@pytest.mark.parametrize("was_written", [True, False])
def test_a_kill_while_saving_brings_back_what_was_saved_or_was_to_be(
    room: Room, path: Path, monkeypatch: pytest.MonkeyPatch, was_written: bool
) -> None:
    opened(room, path, b"one")
    room.type("two ")
    room.window.file._keeper.keep_now()
    room.type("three ")
    before = path.read_bytes()
    assert room.window.file.save()
    if not was_written:
        path.write_bytes(before)
    # The kill comes before the copy is written again.
    room.window.file._keeper._is_closed = True
    drafts = [copy.read_bytes() for copy in (user_data() / "drafts").glob("*.draft")]
    snapshot = decode(drafts[0].decode())
    other = room.workspace.open_window()
    assert other.file.bring_back(replace(snapshot, path=path))
    assert other.session.text() == "two three one"
    assert other.session.document.isModified() is not was_written
    assert not any("Another program" in message.text for message in other.messages)


def test_a_draft_without_a_name_comes_back_with_its_id(room: Room, qtbot: QtBot) -> None:
    room.type("never saved")
    name = room.session.untitled_id
    room.window.file.close(keep=True)
    room.session.document.setModified(False)
    room.workspace.windows.clear()
    assert room.workspace.bring_back()
    (window,) = room.workspace.windows
    assert window.session.text() == "never saved"
    assert window.session.untitled_id == name
    assert "has no file yet; it is back" in window.messages[0].text


def test_a_saved_draft_leaves_no_text_behind(room: Room, path: Path, qtbot: QtBot) -> None:
    opened(room, path, b"one")
    room.type("two ")
    assert room.window.file.save()
    room.window.file.close(keep=True)
    ((copy, snapshot),) = left_behind()
    assert (snapshot.text, snapshot.path) == (None, path)
    copy.discard()
    copy.release()


def test_a_file_changed_since_the_crash_is_told_when_the_draft_comes_back(
    room: Room, path: Path
) -> None:
    opened(room, path, b"one")
    room.type("two ")
    room.window.file.close(keep=True)
    room.session.document.setModified(False)
    room.workspace.windows.clear()
    path.write_bytes(b"theirs")
    assert room.workspace.bring_back()
    (window,) = room.workspace.windows
    assert any("Another program" in message.text for message in window.messages)
    assert not window.file.save()
    assert path.read_bytes() == b"theirs"


def test_autosave_writes_named_drafts_when_typing_pauses(
    room: Room, path: Path, qtbot: QtBot
) -> None:
    opened(room, path, b"one")
    room.workspace.settings.set("autosave", True)
    room.type("two ")
    qtbot.waitUntil(lambda: path.read_bytes() == b"two one", timeout=8000)


def test_exact_text_keeps_what_qt_leaves_out(qtbot: QtBot) -> None:
    session = DraftSession()
    text = "a\udc80b\n😀x\ud83dz\nn\x00ul\u2028l\xa0"
    session.set_text(text)
    assert exact_text(session.document) == text
