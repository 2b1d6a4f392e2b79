from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room


def result(room: Room) -> str:
    return room.window.find_bar.result.text()


def selected(room: Room) -> tuple[int, str]:
    cursor = room.editor.textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def test_words_are_found_while_they_are_typed_and_round_the_end(room: Room) -> None:
    room.write("One two. 😀 Two ones.")
    room.press("Ctrl+F")
    assert QApplication.focusWidget() is room.window.find_bar.field
    room.type("two")
    assert selected(room) == (4, "two")
    room.press("Return")
    assert selected(room) == (12, "Two")
    room.press("F3")
    assert selected(room) == (4, "two")
    assert room.window.find_bar.result.text() == "1 of 2, from the top"
    room.press("Shift+Return")
    assert selected(room) == (12, "Two")
    room.press("Escape")
    assert room.window.find_bar.isHidden()
    assert room.editor.hasFocus()


def test_a_capital_letter_means_itself(room: Room) -> None:
    room.write("one One")
    room.press("Ctrl+F")
    room.type("One")
    assert selected(room) == (4, "One")


def test_what_is_not_there_is_told(room: Room) -> None:
    room.write("one")
    room.press("Ctrl+F")
    room.type("x")
    assert room.window.find_bar.result.text() == "Not found"
    assert room.session.text() == "one"


def test_what_is_selected_is_looked_for(room: Room) -> None:
    room.write("one two one")
    room.press("Ctrl+Home")
    room.press("Ctrl+Shift+Right")
    room.press("Ctrl+F")
    assert room.window.find_bar.field.text() == "one "
    room.press("Escape")
    room.press("F3")
    assert room.window.find_bar.result.text() != "Not found"


def test_tab_goes_from_what_is_found_to_what_replaces_it(room: Room) -> None:
    room.write("tea")
    room.press("Ctrl+H")
    room.type("tea")
    bar = room.window.find_bar
    bar.field.setFocus()
    room.press("Tab")
    assert QApplication.focusWidget() is bar.replacement
    room.press("Tab")
    assert QApplication.focusWidget() is bar.replace_button


def test_hits_are_counted_and_counted_anew_when_the_draft_changes(room: Room, qtbot: QtBot) -> None:
    room.write("tea and tea.")
    room.press("Ctrl+F")
    room.type("tea")
    assert result(room) == "1 of 2"
    room.press("Return")
    assert result(room) == "2 of 2"
    room.editor.appendPlainText("more tea")
    qtbot.waitUntil(lambda: result(room) == "2 of 3")


def test_what_is_typed_straight_finds_what_is_curly(room: Room) -> None:
    room.write("It’s “10\u00a0kg”")
    room.press("Ctrl+F")
    room.type('it\'s "10 kg"')
    assert selected(room)[1] == "It’s “10\u00a0kg”"


def test_whole_words_and_capitals_by_choice(room: Room) -> None:
    room.write("tea steam Tea")
    bar = room.window.find_bar
    room.press("Ctrl+F")
    room.type("tea")
    assert result(room) == "1 of 3"
    bar._whole.click()
    assert result(room) == "1 of 2"
    bar._cased.click()
    assert result(room) == "1 of 1"


def test_a_pattern_finds_and_its_groups_replace_as_one_step(room: Room, qtbot: QtBot) -> None:
    room.write("😀 10 kg, 20 kg\n\n30 kg")
    bar = room.window.find_bar
    room.press("Ctrl+H")
    bar._pattern.click()
    bar.field.setText(r"(\d+) kg")
    bar.replacement.setText(r"\1 kilos")
    qtbot.waitUntil(lambda: result(room) == "1 of 3")
    bar.all_button.click()
    qtbot.waitUntil(lambda: result(room) == "3 replaced")
    assert room.session.text() == "😀 10 kilos, 20 kilos\n\n30 kilos"
    room.session.document.undo()
    assert room.session.text() == "😀 10 kg, 20 kg\n\n30 kg"
    room.session.document.redo()
    assert room.session.text() == "😀 10 kilos, 20 kilos\n\n30 kilos"


def test_one_at_a_time_each_a_step_of_its_own(room: Room) -> None:
    room.write("one fish, two fish")
    bar = room.window.find_bar
    room.press("Ctrl+H")
    bar.field.setText("fish")
    bar.replacement.setText("fishes & fish")
    bar.replace_button.click()
    assert room.session.text() == "one fishes & fish, two fish"
    assert selected(room) == (23, "fish")
    bar.replace_button.click()
    assert room.session.text() == "one fishes & fish, two fishes & fish"
    room.session.document.undo()
    assert room.session.text() == "one fishes & fish, two fish"


def test_nothing_is_replaced_that_was_not_shown_as_a_hit(room: Room) -> None:
    room.write("a \ud83d b \ud83d")
    bar = room.window.find_bar
    room.press("Ctrl+H")
    bar.field.setText("b")
    bar.replacement.setText("c")
    bar.all_button.click()
    document = room.session.document
    halves = [document.characterAt(at) for at in (2, 6)]
    assert (document.characterAt(4), halves) == ("c", ["\ud83d", "\ud83d"])


def test_lines_can_be_joined_and_parted(room: Room, qtbot: QtBot) -> None:
    room.write("one\n\n\n\ntwo")
    bar = room.window.find_bar
    room.press("Ctrl+H")
    bar._pattern.click()
    bar.field.setText(r"\n{2,}")
    bar.replacement.setText(r"\n\n")
    bar.all_button.click()
    qtbot.waitUntil(lambda: room.session.text() == "one\n\ntwo")


def test_a_pattern_that_takes_for_ever_is_given_up_and_the_window_lives(
    room: Room, qtbot: QtBot
) -> None:
    room.write("a" * 100 + "b")
    bar = room.window.find_bar
    room.press("Ctrl+F")
    bar._pattern.click()
    bar.field.setText("(?:a|aa)+$")
    qtbot.waitUntil(lambda: result(room) == "Looking …")
    room.window.focus_editor()
    room.type("x")
    assert room.session.text().endswith("x")
    room.session.document.undo()
    bar.find_next()
    qtbot.waitUntil(lambda: "too long" in result(room), timeout=30_000)


def test_what_is_no_pattern_is_told_and_does_no_harm(room: Room, qtbot: QtBot) -> None:
    room.write("one")
    bar = room.window.find_bar
    room.press("Ctrl+H")
    bar._pattern.click()
    for pattern, told in (("(", "Not a pattern"), ("(a{9999}){99}", "too large")):
        bar.field.setText(pattern)
        bar.all_button.click()
        qtbot.waitUntil(lambda told=told: told in result(room))  # type: ignore[misc]
    bar.field.setText("(o)")
    bar.replacement.setText(r"\2")
    bar.all_button.click()
    qtbot.waitUntil(lambda: "does not fit" in result(room))
    assert room.session.text() == "one"


def test_a_protected_draft_is_not_changed(room: Room) -> None:
    room.write("one")
    room.editor.setReadOnly(True)
    room.press("Ctrl+H")
    room.window.find_bar.field.setText("one")
    room.window.find_bar.replace_all()
    room.window.find_bar.replace_one()
    assert room.session.text() == "one"


def test_what_was_found_in_one_draft_is_not_gone_to_in_another(room: Room) -> None:
    room.write("tea or tea")
    room.do("new_draft")
    room.write("cups of tea")
    room.do("previous_draft")
    room.press("Ctrl+F")
    room.window.find_bar.field.setText("tea")
    room.press("Escape")
    room.do("next_draft")
    room.press("F3")
    assert selected(room) == (8, "tea")


def test_what_a_pattern_still_looks_for_is_left_with_its_draft(room: Room, qtbot: QtBot) -> None:
    room.write("tea or tea")
    room.do("new_draft")
    room.write("cups of tea")
    room.do("replace")
    bar = room.window.find_bar
    bar._pattern.click()
    bar.field.setText("t.a")
    bar.all_button.setEnabled(True)
    bar.all_button.click()  # before it is known where they are
    room.do("previous_draft")
    qtbot.waitUntil(lambda: "2" in result(room))
    assert room.session.text() == "tea or tea"
