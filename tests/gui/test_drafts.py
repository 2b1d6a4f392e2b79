import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.drafts import Copy, Keeper, Snapshot, decode, encode, left_behind
from writer_assistant.paths import user_data

anything = st.text(alphabet=st.characters(exclude_categories=[]), max_size=60)


@given(text=st.none() | anything, name=anything, caret=st.integers(0, 10**9))
def test_a_copy_says_what_it_was_made_of(text: str | None, name: str, caret: int) -> None:
    snapshot = Snapshot(text, None, caret, "untitled-1", "ab12", "cd34", name, "w", 3, True, True)
    assert decode(encode(snapshot)) == snapshot


def test_a_path_comes_back() -> None:
    snapshot = Snapshot("x", Path("a folder", "ü.md"))
    assert decode(encode(snapshot)) == snapshot


@pytest.mark.parametrize("content", ["", "no json", "[]\n", '{"format": 2}\ntext', "{}"])
def test_what_is_no_copy_is_refused(content: str) -> None:
    with pytest.raises(ValueError):
        decode(content)


def test_a_copy_left_behind_is_found_once_and_held() -> None:
    copy = Copy.new()
    copy.write(Snapshot("typed 😀 \udc80", caret=3))
    assert left_behind() == []  # a running program has it open
    copy.release()
    (found,) = left_behind()
    assert found[1] == Snapshot("typed 😀 \udc80", caret=3)
    assert left_behind() == []
    found[0].discard()
    found[0].release()
    assert left_behind() == []
    assert list((user_data() / "drafts").iterdir()) == []


def test_copies_come_oldest_first_and_those_of_a_later_version_stay() -> None:
    for text in ("one", "two", "three"):
        copy = Copy.new()
        copy.write(Snapshot(text))
        copy.release()
    stranger = user_data() / "drafts" / "stranger.draft"
    later = b'{"format": 2}\nnot for us'
    stranger.write_bytes(later)
    found = left_behind()
    assert [snapshot.text for _, snapshot in found] == ["one", "two", "three"]
    assert stranger.read_bytes() == later
    for copy, _ in found:
        copy.release()


def left_with(data: bytes) -> tuple[list[Snapshot], list[str]]:
    """Return what a start makes of a copy that holds ``data``, and what it tells."""
    folder = user_data() / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "one.draft").write_bytes(data)
    told: list[str] = []
    found = left_behind(tell=lambda error: told.append(str(error)))
    for copy, _ in found:
        copy.release()
    return [snapshot for _, snapshot in found], told


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            b'{"format": 1, "pa\x00\x00\nWe typed \xf0\x9f\x98\x80 this.\nAnd that.',
            "We typed 😀 this.\nAnd that.",
        ),
        (b'{"format": 1, "caret": "x", "has_text": true}\nWe typed this.', "We typed this."),
        (b"no head at all, but words\nand lines", "no head at all, but words\nand lines"),
        (
            b'{"format": 1, "has_text": true}\nWe typed \xff this, and much more.',
            "We typed \ufffd this, and much more.",
        ),
    ],
)
def test_what_can_be_read_of_a_damaged_copy_is_rescued(data: bytes, text: str) -> None:
    (snapshot,), told = left_with(data)
    assert (snapshot.text, told) == (text, [])
    assert snapshot.damaged is not None
    assert snapshot.damaged.read_bytes() == data


@pytest.mark.parametrize("data", [b"", b"\x00" * 4096, b"\xff\xfe\xfd" * 50, b'{"format": 1'])
def test_a_copy_that_holds_nothing_is_told_of_once_and_kept(data: bytes) -> None:
    found, (told,) = left_with(data)
    assert found == []
    (aside,) = (user_data() / "drafts").glob("*.damaged-1")
    assert str(aside) in told
    assert aside.read_bytes() == data
    assert left_behind(tell=lambda error: pytest.fail(str(error))) == []


def test_a_rescued_draft_is_shown_and_told_of_and_kept_anew(room: Room, qtbot: QtBot) -> None:
    folder = user_data() / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "one.draft").write_bytes(b'{"format\nWe typed this.')
    assert room.workspace.bring_back(room.window)
    assert room.session.text() == "We typed this."
    assert "What could be read of it is here" in room.messages[0]
    anew = folder / "one.draft"
    qtbot.waitUntil(lambda: b'"has_text": true' in anew.read_bytes())
    assert decode(anew.read_text("utf-8")).text == "We typed this."


def test_the_copy_of_a_killed_program_is_found() -> None:
    program = (
        "from writer_assistant.gui.drafts import *; import os\n"
        "copy = Copy.new(); copy.write(Snapshot('typed before the end')); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    ((copy, snapshot),) = left_behind()
    assert snapshot.text == "typed before the end"
    copy.release()


class Typed:
    """A draft that a keeper looks after."""

    def __init__(self) -> None:
        self.text: str | None = None

    def __call__(self) -> Snapshot | None:
        return None if self.text is None else Snapshot(self.text)


def kept() -> list[str]:
    return [
        decode(path.read_bytes().decode("utf-8", "surrogatepass")).text or ""
        for path in (user_data() / "drafts").glob("*.draft")
    ]


def test_a_keeper_follows_the_typing_and_leaves_nothing_when_closed(qtbot: QtBot) -> None:
    typed = Typed()
    keeper = Keeper(typed)
    keeper.changed()
    typed.text = "one"
    keeper.changed()
    qtbot.waitUntil(lambda: kept() == ["one"])
    typed.text = "two"
    keeper.changed()
    qtbot.waitUntil(lambda: kept() == ["two"])
    keeper.close()
    assert kept() == []


def test_what_is_not_worth_keeping_is_not_kept(qtbot: QtBot) -> None:
    typed = Typed()
    keeper = Keeper(typed)
    typed.text = "one"
    keeper.keep_now()
    qtbot.waitUntil(lambda: kept() == ["one"])
    typed.text = None
    qtbot.waitUntil(lambda: keeper.keep_now() or kept() == [])
    keeper.close()


def test_closing_can_keep_everything_for_the_next_start() -> None:
    typed = Typed()
    keeper = Keeper(typed)
    typed.text = "the last word"
    keeper.close(keep=True)
    ((copy, snapshot),) = left_behind()
    assert snapshot.text == "the last word"
    copy.release()


def test_a_copy_that_cannot_be_written_is_told_once_and_tried_again(qtbot: QtBot) -> None:
    folder = user_data() / "drafts"
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way", "utf-8")
    typed = Typed()
    typed.text = "typed"
    keeper = Keeper(typed)
    told: list[str] = []
    keeper.failed.connect(told.append)
    keeper.keep_now()
    qtbot.waitUntil(lambda: len(told) == 1)
    keeper.keep_now()
    folder.unlink()
    qtbot.waitUntil(lambda: keeper.keep_now() or (folder.is_dir() and kept() == ["typed"]))
    assert len(told) == 1
    keeper.close()


def test_a_folder_of_copies_that_goes_is_made_again(qtbot: QtBot) -> None:
    typed = Typed()
    typed.text = "typed"
    keeper = Keeper(typed)
    keeper.keep_now()
    folder = user_data() / "drafts"
    qtbot.waitUntil(lambda: folder.is_dir() and kept() == ["typed"])
    folder.rename(folder.with_name("away"))
    keeper.keep_now()
    qtbot.waitUntil(lambda: folder.is_dir() and kept() == ["typed"])
    keeper.close()


def test_what_is_neither_saved_nor_kept_is_not_called_safe(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, path = user_data() / "drafts", tmp_path / "gone" / "post.md"
    path.parent.mkdir()
    path.write_text("mine", "utf-8")
    room.workspace.open_file(path, room.window)
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way", "utf-8")
    room.type("x")
    room.window.file._keeper.keep_now()
    qtbot.waitUntil(lambda: any("not kept for recovery" in told for told in room.messages))
    assert f": {folder})" in room.messages[0]
    path.unlink()
    path.parent.rmdir()
    assert not room.window.file.save()
    assert "leave it open until it is saved" in room.messages[0]
