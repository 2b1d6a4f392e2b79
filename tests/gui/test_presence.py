import subprocess
import sys
from pathlib import Path

import pytest
from rooms import Room

from writer_assistant.gui.file_messages import open_elsewhere
from writer_assistant.gui.locks import Other
from writer_assistant.gui.presence import Presence
from writer_assistant.paths import user_data

OPEN_ELSEWHERE = """
import sys
from pathlib import Path
from writer_assistant.gui.presence import Presence
presence = Presence(Path(sys.argv[1]))
print(presence.take(), flush=True)
sys.stdin.read()
"""


class Elsewhere:
    """Another process that has a file open."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", OPEN_ELSEWHERE, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.said = self._process.stdout.readline().strip()

    @property
    def number(self) -> int:
        return self._process.pid

    def end(self, *, killed: bool) -> None:
        if killed:
            self._process.kill()
        self._process.communicate("")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "post.md"
    made.write_text("One.", "utf-8")
    return made


def test_a_file_that_is_open_elsewhere_is_known_with_its_process(path: Path) -> None:
    elsewhere = Elsewhere(path)
    assert elsewhere.said == "None"
    presence = Presence(path)
    other = presence.take()
    assert other is not None
    assert other.process_id == elsewhere.number
    assert other.host
    elsewhere.end(killed=False)
    assert presence.take() is None
    presence.release()


@pytest.mark.process
def test_a_note_of_a_process_that_was_killed_counts_for_nothing(path: Path) -> None:
    elsewhere = Elsewhere(path)
    elsewhere.end(killed=True)
    assert list((user_data() / "drafts").glob("*.open"))
    presence = Presence(path)
    assert presence.take() is None
    presence.release()
    assert not list((user_data() / "drafts").glob("*.open"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_one_file_by_two_names_is_one_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(path)
    first, second = Presence(path), Presence(link)
    assert first.take() is None
    assert second.take() is not None
    first.release()


def test_where_no_note_can_be_left_nobody_is_told_of(path: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", "utf-8")
    presence = Presence(path, in_the_way / "folder")
    assert presence.take() is None
    with presence.saving():
        pass
    presence.release()


def test_the_window_tells_of_another_and_when_it_is_gone(room: Room, path: Path) -> None:
    elsewhere = Elsewhere(path)
    room.workspace.open_file(path, room.window)
    assert "also open in another Writer Assistant that runs here" in room.messages[0]
    elsewhere.end(killed=True)
    room.window.file.look()
    assert room.messages == []


def test_the_note_goes_with_the_draft(room: Room, path: Path, tmp_path: Path) -> None:
    room.workspace.open_file(path, room.window)
    assert Presence(path).take() is not None
    other = tmp_path / "other.md"
    room.type("x")
    assert room.window.file.save_as(other)
    presence = Presence(path)
    assert presence.take() is None
    presence.release()
    assert Presence(other).take() is not None
    room.press("Ctrl+W")
    presence = Presence(other)
    assert presence.take() is None
    presence.release()


def test_two_runs_do_not_overwrite_each_other_silently(room: Room, path: Path) -> None:
    room.workspace.open_file(path, room.window)
    other = type(room.workspace)(None)
    window = other.open_window()
    other.open_file(path, window)
    assert any("also open in another" in message.text for message in window.messages)
    window.editor.insertPlainText("Theirs. ")
    room.type("Mine. ")
    assert window.file.save()
    room.press("Ctrl+S")
    assert path.read_text("utf-8") == "Theirs. One."
    assert "It is not saved" in room.messages[0]
    room.choose("Save mine over it")
    assert path.read_text("utf-8") == "Mine. One."
    assert not window.file.save()
    assert path.read_text("utf-8") == "Mine. One."
    window.keep_for_next_start()
    window.close()
    other.archive.close()


def test_a_run_on_another_computer_is_named() -> None:
    told = open_elsewhere("post.md", Other(12, "the-other-desk")).text
    assert "on the computer “the-other-desk”" in told
