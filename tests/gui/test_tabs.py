from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.drafts import Snapshot, left_behind
from writer_assistant.gui.open_draft import OpenDraft, first_line, label_of
from writer_assistant.gui.recent import RecentDraft


def labels(room: Room) -> list[str]:
    bar = room.window.drafts.bar
    return [bar.tabText(index) for index in range(bar.count())]


def open_three(room: Room) -> list[OpenDraft]:
    """Open three drafts, the last one shown."""
    for name in ("One", "Two", "Three"):
        if room.session.text():
            room.press("Ctrl+N")
        room.type(f"{name} is typed here.")
    return list(room.window.drafts)


def test_one_draft_needs_no_tab(room: Room) -> None:
    assert room.window.drafts.bar.isHidden()
    room.type("One")
    room.press("Ctrl+T")
    assert room.window.drafts.bar.isVisible()
    assert room.session.text() == ""
    assert QApplication.focusWidget() is room.editor


def test_a_new_draft_takes_the_place_of_an_empty_one(room: Room) -> None:
    room.press("Ctrl+N")
    assert len(room.window.drafts) == 1


def test_tabs_are_named_after_files_or_first_words(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "R&D and a very long name of a file in spring.md"
    path.write_text("From disk", "utf-8")
    room.type("# Half of your pallets stood in the rain")
    room.workspace.open_file(path, room.window)
    qtbot.waitUntil(lambda: labels(room)[0] == "● Half of your pallets stood…")
    assert labels(room)[1] == "R&&D and a very long…spring.md"
    assert room.window.drafts.bar.tabToolTip(1) == str(path)
    assert room.window.drafts.bar.accessibleTabName(1) == path.name
    room.type("x")
    assert labels(room)[1].startswith("● R&&D")
    assert room.window.drafts.bar.accessibleTabName(1) == f"{path.name}, unsaved changes"
    room.press("Ctrl+S")
    assert labels(room)[1].startswith("R&&D")


@pytest.mark.parametrize(
    ("forth", "back"), [("Ctrl+Tab", "Ctrl+Shift+Tab"), ("Ctrl+PgDown", "Ctrl+PgUp")]
)
def test_keys_go_round_the_drafts(room: Room, forth: str, back: str) -> None:
    open_three(room)
    seen = []
    for keys in (forth, forth, forth, back, back):
        room.press(keys)
        seen.append(room.session.text()[:3])
    assert seen == ["One", "Two", "Thr", "Two", "One"]


def test_everything_follows_the_draft_that_is_shown(room: Room) -> None:
    room.write("We are proud.")
    room.press("Ctrl+T")
    room.type("Your shop opens.")
    room.window.show_panel()
    room.answer()
    assert room.texts == []
    assert room.window.strip.isVisible()
    room.press("Ctrl+Tab")
    room.answer()
    assert room.texts == ["We are proud."]
    room.press("F8")
    assert room.window.panel.card.words.text() == "“We are proud.”"
    room.press("Ctrl+Tab")
    assert not room.window.panel.card.isVisible()
    assert room.texts == []


def test_each_draft_has_its_own_undo_caret_selection_and_view(room: Room, qtbot: QtBot) -> None:
    room.type("First draft")
    room.press("Ctrl+T")
    room.write("\n".join(f"Line {number}" for number in range(300)))
    room.window.put_caret(1500)
    cursor = room.editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 4)
    room.editor.setTextCursor(cursor)
    top = room.editor.firstVisibleBlock().blockNumber()
    assert top > 100
    room.press("Ctrl+Tab")
    assert room.window.caret == len("First draft")
    room.press("Ctrl+Z")
    assert room.session.text() == "First "
    room.press("Ctrl+Tab")
    assert (room.editor.textCursor().anchor(), room.window.caret) == (1500, 1504)
    assert room.editor.firstVisibleBlock().blockNumber() == top
    room.type("x")
    assert "Line" in room.session.text()
    room.press("Ctrl+Tab")
    room.press("Ctrl+Shift+Z")
    assert room.session.text() == "First draft"


def test_undo_is_offered_for_the_draft_that_is_shown(room: Room) -> None:
    room.type("One")
    undo = room.window.actions_by_name["undo"]
    room.press("Ctrl+T")
    assert not undo.isEnabled()
    room.press("Ctrl+Tab")
    assert undo.isEnabled()


def test_messages_stay_with_their_draft(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_bytes("Das Gespräch über Möbel war schön.".encode("cp1252"))
    room.type("One")
    room.workspace.open_file(path, room.window)
    assert "not UTF-8" in room.messages[0]
    room.press("Ctrl+Tab")
    assert room.messages == []
    assert room.window.messages_bar.isHidden()
    room.press("Ctrl+Tab")
    assert "not UTF-8" in room.messages[0]
    room.press("Ctrl+W")
    assert room.messages == []


def test_a_click_shows_and_the_middle_button_closes(room: Room) -> None:
    open_three(room)
    bar = room.window.drafts.bar

    def place(index: int) -> QPoint:
        return bar.tabRect(index).center()

    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place(0))
    assert room.session.text().startswith("One")
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=place(1))
    assert [draft.label for draft in room.window.drafts] == [
        "One is typed here.",
        "Three is typed here.",
    ]
    assert room.session.text().startswith("One")
    assert room.workspace.memory.drafts[0].first_line == "Two is typed here."


def test_the_button_of_a_tab_closes_it(room: Room, qtbot: QtBot) -> None:
    drafts = open_three(room)
    bar = room.window.drafts.bar
    button = bar.tabButton(2, bar.ButtonPosition.RightSide)
    qtbot.waitUntil(lambda: button.accessibleName() == "Close “Three is typed here.”")
    button.click()
    assert list(room.window.drafts) == drafts[:2]
    assert room.session.text().startswith("Two")


def test_tabs_can_be_moved_and_come_back_in_that_order(room: Room) -> None:
    open_three(room)
    room.window.drafts.bar.moveTab(2, 0)
    room.press("Ctrl+Tab")
    assert room.session.text().startswith("One")
    room.do("quit")
    assert room.workspace.bring_back()
    (window,) = room.workspace.windows
    assert [d.label[:3] for d in window.drafts] == ["Thr", "One", "Two"]
    assert window.session.text().startswith("One")
    assert window.messages == []


# Drafts that nobody looked at yet


def bring_back_three(room: Room) -> list[OpenDraft]:
    open_three(room)
    room.do("quit")
    assert room.workspace.bring_back()
    return list(room.workspace.windows[0].drafts)


def test_drafts_sleep_until_they_are_looked_at(room: Room) -> None:
    drafts = bring_back_three(room)
    window = room.workspace.windows[0]
    assert [draft.is_awake for draft in drafts] == [False, False, True]
    assert drafts[0].label == "One is typed here."
    assert drafts[0].is_modified
    window.drafts.show(drafts[0])
    assert drafts[0].is_awake
    assert window.session.text() == "One is typed here."
    assert window.caret == len("One is typed here.")


def test_what_sleeps_is_kept_again(room: Room) -> None:
    bring_back_three(room)
    room.workspace.end()
    kept = left_behind()
    texts = [snapshot.text for _, snapshot in sorted(kept, key=lambda pair: pair[1].place)]
    assert texts == ["One is typed here.", "Two is typed here.", "Three is typed here."]
    assert len({snapshot.window for _, snapshot in kept}) == 1
    for copy, _ in kept:
        copy.release()


def test_what_sleeps_can_be_closed(room: Room) -> None:
    drafts = bring_back_three(room)
    window = room.workspace.windows[0]
    window.drafts.close_requested.emit(drafts[1])
    assert list(window.drafts) == [drafts[0], drafts[2]]
    assert not drafts[0].is_awake
    room.workspace.archive.wait()
    recent = room.workspace.memory.drafts[0]
    assert recent.first_line == "Two is typed here."
    (version,) = room.workspace.archive.store.of(recent.untitled_id)
    assert version.read() == "Two is typed here."


def test_a_file_that_sleeps_is_found(room: Room, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name, "utf-8")
        room.workspace.open_file(tmp_path / name, room.window)
    room.do("quit")
    room.workspace.bring_back()
    (window,) = room.workspace.windows
    room.workspace.open_file(tmp_path / "a.md", window)
    assert window.session.text() == "a.md"
    assert len(window.drafts) == 2


def test_two_copies_of_one_file_are_both_brought_back(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("disk ", "utf-8")
    for text in ("one", "two"):
        other = type(room.workspace)(None)
        window = other.open_window()
        other.open_file(path, window)
        window.put_caret(0)
        window.editor.insertPlainText(text)
        window.keep_for_next_start()
        window.close()
    assert room.workspace.bring_back(room.window)
    drafts = [draft for window in room.workspace.windows for draft in window.drafts]
    assert sorted(draft.session.text() for draft in drafts) == ["onedisk ", "twodisk "]


# Names


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("\n\n# A heading  here\nmore", "A heading here"),
        ("---\n> *quoted* words", "*quoted* words"),
        ("😀\n- one", "one"),
    ],
)
def test_the_first_line_that_says_something(text: str, line: str) -> None:
    assert first_line(text) == line


def test_a_label_is_short() -> None:
    assert label_of("Half of your pallets stood in the rain") == "Half of your pallets stood…"
    assert label_of("w" * 50) == "w" * 28 + "…"


@pytest.mark.parametrize(("kept", "place"), [(0, 0), (2, 2), (3, 2), (4, 4), (5, 5), (99, 5)])
def test_a_kept_caret_does_not_come_back_within_a_character(
    room: Room, tmp_path: Path, kept: int, place: int
) -> None:
    path = tmp_path / "post.md"
    path.write_text("ab😀c", "utf-8")  # another text than that with the caret
    room.workspace.memory.add_draft(RecentDraft(path, caret=kept))
    room.workspace.open_file(path, room.window)
    assert room.window.caret == place
    snapshot = Snapshot(None, path, caret=kept)
    room.window.drafts.add(OpenDraft(room.workspace, snapshot=snapshot))
    assert room.window.caret == place
    room.press("Backspace")
    room.session.text().encode()


def test_all_drafts_are_shown_in_the_letters_that_were_chosen(room: Room, tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text("You win.", "utf-8")
        room.workspace.open_file(tmp_path / name, room.window)
    first = room.session.document
    room.do("larger")
    size = room.window.column.font_size
    for _ in range(3):
        assert room.window.editor.document().defaultFont().pointSize() == size
        room.do("next_draft")
    room.do("new_draft")
    assert room.session.document is not first
    assert room.window.editor.document().defaultFont().pointSize() == size
