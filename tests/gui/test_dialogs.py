import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.clipboard_dialog import CopyDialog
from writer_assistant.gui.ignore import Ignored
from writer_assistant.gui.ignored_dialog import IgnoredDialog, describe
from writer_assistant.gui.message_bar import MOST, Message, MessageBar
from writer_assistant.gui.theme import Theme
from writer_assistant.output.clean import clean
from writer_assistant.text.markup import read_draft

# Copying


def copy_dialog(qtbot: QtBot, text: str, *, markdown: bool = True) -> CopyDialog:
    cleaned = clean(read_draft(text))
    dialog = CopyDialog(text, cleaned, markdown=markdown, marks=True)
    qtbot.addWidget(dialog)
    return dialog


def test_a_copy_that_is_called_off_leaves_the_clipboard(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    QGuiApplication.clipboard().setText("before")
    monkeypatch.setattr(CopyDialog, "exec", lambda _dialog: 0)
    room.write("Text")
    room.do("copy_cleaned")
    assert QGuiApplication.clipboard().text() == "before"


def test_nothing_is_copied_from_an_empty_draft(room: Room) -> None:
    QGuiApplication.clipboard().setText("before")
    room.write(" \n")
    room.do("copy_cleaned")
    assert QGuiApplication.clipboard().text() == "before"
    assert room.messages == ["There is nothing to copy yet."]


# What is ignored


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Ignored("here", Kind.JARGON, "lev\nerage"), "Jargon, here: “lev erage”"),
        (
            Ignored("phrase", Kind.BARE_ASK, "Follow us!", on="2026-01-02"),
            "Bare ask, everywhere: “Follow us!” (since 2 January 2026)",
        ),
        (
            Ignored("kind", Kind.EMPTY_CLAIM, reason="house style"),
            "All of the kind “Empty claim”\nhouse style",
        ),
    ],
)
def test_what_is_ignored_is_said_in_words(item: Ignored, words: str) -> None:
    assert describe(item) == words


def test_ignoring_can_be_seen_and_taken_back(room: Room, qtbot: QtBot) -> None:
    room.write("We are proud.\nWe use synergy.")
    room.press("F8")
    room.do("ignore_here")
    room.press("F8")
    room.do("ignore_kind")
    assert room.texts == ["synergy"]
    dialog = IgnoredDialog(room.session)
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 2
    dialog.list.selectAll()
    dialog.restore_button.click()
    room.answer()
    assert room.texts == ["We are proud.", "We use synergy.", "synergy"]
    assert dialog.note.text() == "Nothing is ignored in this draft."
    assert not dialog.restore_button.isEnabled()


# Messages


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar(Theme("light"))
    qtbot.addWidget(made)
    return made


def texts(bar: MessageBar) -> list[str]:
    return [message.text for message in bar.messages]


def test_messages_stand_newest_first_and_old_ones_give_way(bar: MessageBar) -> None:
    for number in range(MOST + 2):
        bar.show_message(Message(str(number)))
    assert texts(bar) == ["4", "3", "2"]


def test_a_topic_has_one_message_and_can_be_dismissed(bar: MessageBar) -> None:
    bar.show_message(Message("one", topic="t"))
    bar.show_message(Message("two", topic="t"))
    assert texts(bar) == ["two"]
    bar.dismiss("t")
    assert texts(bar) == []
    assert bar.isHidden()


def test_the_same_message_is_not_shown_twice(bar: MessageBar) -> None:
    for _ in range(2):
        bar.show_message(Message("again"))
    assert texts(bar) == ["again"]


def test_a_choice_is_made_once_and_takes_the_message_along(bar: MessageBar, qtbot: QtBot) -> None:
    made: list[str] = []
    bar.show_message(Message("?", choices=(("Yes", lambda: made.append("yes")),)))
    button = bar._rows[0].buttons[0][0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made == ["yes"]
    assert texts(bar) == []


def test_a_message_with_markup_is_shown_as_it_is(bar: MessageBar) -> None:
    bar.show_message(Message("<b>file</b>.md"))
    labels = bar._rows[0].findChildren(QLabel)
    assert any(
        label.text() == "<b>file</b>.md" and label.textFormat() is Qt.TextFormat.PlainText
        for label in labels
    )
