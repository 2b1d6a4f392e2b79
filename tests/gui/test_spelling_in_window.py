"""Misspelt words in the window: they follow the text, and what may be meant is offered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from rooms import QT_NOISE, Desk, Room

from writer_assistant.gui.user_dictionary import UserDictionary
from writer_assistant.paths import user_data


def marked(desk: Desk | Room) -> list[str]:
    """Return the words that are marked, as they stand."""
    spelling, document = desk.session.spelling, desk.session.document
    assert spelling is not None
    words = []
    block = document.firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        words += [units[2 * s : 2 * e].decode("utf-16-le") for s, e in spelling.words_in(block)]
        block = block.next()
    return words


@pytest.fixture
def spelling_desk(desk: Desk) -> Desk:
    desk.fake.right = set()
    return desk


def test_words_are_marked_behind_emoji_and_on_every_line(spelling_desk: Desk) -> None:
    spelling_desk.write("😀 teh one\n\nwe recieve teh")
    assert marked(spelling_desk) == ["teh", "recieve", "teh"]


def test_marks_follow_edits_before_the_engine_answers(spelling_desk: Desk) -> None:
    desk = spelling_desk
    desk.write("teh one\nwe recieve\nteh")
    cursor = desk.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("😀 so ")
    assert marked(desk) == ["teh", "recieve", "teh"]
    cursor.setPosition(7)
    cursor.insertText("x")  # within the word: it is another one now
    assert marked(desk) == ["recieve", "teh"]
    cursor.setPosition(0)
    cursor.insertText("a new line\n")
    assert marked(desk) == ["recieve", "teh"]
    desk.answer()
    assert marked(desk) == ["recieve", "teh"]
    desk.session.document.undo()
    desk.session.document.undo()
    desk.answer()
    assert marked(desk) == ["teh", "recieve", "teh"]


def test_the_word_that_is_being_typed_is_left_alone(spelling_desk: Desk) -> None:
    desk = spelling_desk
    desk.write("")
    desk.type("so teh")
    assert desk.session.is_typing_in(3, 6)
    desk.type(" ")
    assert not desk.session.is_typing_in(3, 6)
    assert marked(desk) == ["teh"]


def test_a_report_about_other_lines_is_not_believed(spelling_desk: Desk) -> None:
    spelling = spelling_desk.session.spelling
    assert spelling is not None
    spelling_desk.write("right")
    spelling._on_report([{"line": 0, "lines": 1, "length": 9, "words": [[0, 5]]}])
    spelling._on_report([{"line": 7, "lines": 1, "length": 5, "words": [[0, 5]]}])
    assert marked(spelling_desk) == []


def entries(menu: QMenu) -> list[str]:
    return [a.text().replace("&", "") for a in menu.actions() if a.isVisible() and a.text()]


@pytest.fixture
def menu(room: Room) -> QMenu:
    """The menu at a misspelt word, answered."""
    room.workspace.send_spelling()
    room.fake.do_spelling({"variety": "en", "words": []})
    room.write("so teh word")
    made = QMenu(room.window)
    room.editor.menu_requested.emit(made, 4)
    room.answer()
    return made


def test_a_menu_offers_what_may_be_meant(room: Room, menu: QMenu) -> None:
    assert entries(menu)[:4] == [
        "the", "ten", "Add “teh” to the dictionary", "Ignore it in this draft",
    ]  # fmt: skip
    next(action for action in menu.actions() if action.text() == "the").trigger()
    assert room.session.text() == "so the word"
    room.session.document.undo()
    assert room.session.text() == "so teh word"


def test_a_word_is_added_and_kept(room: Room, menu: QMenu) -> None:
    next(a for a in menu.actions() if "Add" in a.text()).trigger()
    assert (user_data() / "dictionary.txt").read_text("utf-8") == "teh\n"
    assert marked(room) == []
    assert room.client._spelling == {"do": "spelling", "variety": "en", "words": ["teh"]}
    assert UserDictionary().words == ("teh",)


def test_a_word_is_ignored_in_this_draft(room: Room, menu: QMenu) -> None:
    next(a for a in menu.actions() if "Ignore" in a.text()).trigger()
    assert marked(room) == []
    assert room.workspace.dictionary.words == ()


def test_there_is_no_such_menu_elsewhere(room: Room, menu: QMenu) -> None:
    other = QMenu(room.window)
    room.editor.menu_requested.emit(other, 9)
    assert entries(other) == []


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", *QT_NOISE)
def test_a_key_goes_from_word_to_word(room: Room, menu: QMenu) -> None:
    room.write("so teh word\n\nand recieve")
    for word in ("teh", "recieve", "teh"):
        assert room.window.furnishing is not None
        room.do("next_misspelling")
        assert room.editor.textCursor().selectedText() == word
    for popup in room.editor.findChildren(QMenu):
        popup.close()


def test_nothing_misspelt_is_told(room: Room) -> None:
    room.write("all right")
    room.do("next_misspelling")
    assert "Nothing is misspelt" in room.messages[0]
    room.workspace.settings.set("spelling", "off")
    room.do("next_misspelling")
    assert "switched off" in room.messages[0]
    assert room.client._spelling == {"do": "spelling", "variety": None, "words": []}


# The user's dictionary


def test_words_and_comments_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# mine\nNorwick\n\nteh\nteh\n", "utf-8")
    dictionary = UserDictionary(path)
    assert dictionary.words == ("Norwick", "teh")
    dictionary.set_words(["Ledgerly’s", "teh", " ", "teh"])
    assert path.read_text("utf-8") == "# mine\nLedgerly's\nteh\n"


def test_two_runs_lose_no_word(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    one, other = UserDictionary(path), UserDictionary(path)
    assert one.words == other.words == ()
    one.add("Norwick")
    other.add("Leeds")
    assert path.read_text("utf-8") == "Norwick\nLeeds\n"
    assert other.words == ("Norwick", "Leeds")


def test_a_file_that_cannot_be_read_is_not_written_over(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"\xff\xfe\x00broken")
    dictionary = UserDictionary(path)
    problems: list[object] = []
    dictionary.problem.connect(problems.append)
    dictionary.add("word")
    assert dictionary.words == ("word",)
    assert len(problems) == 2
    assert path.read_bytes() == b"\xff\xfe\x00broken"


def test_the_words_can_be_looked_through(room: Room) -> None:
    from writer_assistant.gui.dictionary_dialog import DictionaryDialog

    room.workspace.dictionary.add("one")
    dialog = DictionaryDialog(room.workspace.dictionary, room.window)
    assert dialog.words.toPlainText() == "one"
    dialog.words.setPlainText("two\nthree")
    dialog.accept()
    assert room.workspace.dictionary.words == ("two", "three")
