"""Settings and commands of comfort in a whole window: counts, goals, full screen, dimming, size."""

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui.goals import LengthGoal


def goal(room: Room) -> str:
    return room.window.strip.goal_item._shown.texts[0]


@pytest.mark.parametrize(
    ("channel", "text", "shown"),
    [
        ("linkedin", "**Hi** 😀", "Post 5 of 3,000"),
        ("linkedin", "# A head\n\n- one", "Post 13 of 3,000"),
        ("instagram", "x" * 2_201, "Post 2,201 of 2,200"),
        ("x", "日本 https://example.com/a/long/one", "Post 28/280"),
        ("x", "One sentence. " * 30, "2 posts, last 139/280"),
        ("newsletter", "one two three", "Goal 200–600 words"),
        ("linkedin", "word " * 5_000, "25,000 ≫ 3,000"),
        ("", "one", ""),
    ],
)
def test_goals_by_channel(room: Room, channel: str, text: str, shown: str) -> None:
    room.workspace.settings.set("channel", channel)
    room.write(text)
    assert room.window.furnishing is not None
    room.window.furnishing.comfort.goal.measure()
    assert goal(room) == shown


def test_a_goal_of_ones_own(room: Room) -> None:
    room.write("one two three")
    room.workspace.settings.set("length_goal", 2)
    assert goal(room) == "Goal 2 words"
    assert "1 word longer" in room.window.strip.goal_item.toolTip()
    room.workspace.settings.set("channel", "linkedin")
    assert goal(room) == "Post 13 of 3,000"


def test_the_goal_follows_the_typing_after_a_pause(room: Room, qtbot: QtBot) -> None:
    room.workspace.settings.set("channel", "linkedin")
    room.type("hello")
    qtbot.waitUntil(lambda: goal(room) == "Post 5 of 3,000")


def test_a_goal_follows_the_editor_to_another_draft(room: Room) -> None:
    from writer_assistant.gui.session import DraftSession

    room.write("one")
    found: list[str] = []
    length = LengthGoal(room.editor)
    length.changed.connect(lambda shown: found.append(shown.texts[0]))
    length.set_goal("linkedin", 0)
    other = DraftSession(None)
    other.set_text("four")
    mine = room.session
    room.editor.set_session(other)
    room.editor.set_session(mine)
    assert found == ["Post 3 of 3,000", "Post 4 of 3,000", "Post 3 of 3,000"]


def words(room: Room) -> str:
    return room.window.strip.words_item._shown.texts[0]


def test_what_is_selected_is_counted(room: Room, qtbot: QtBot) -> None:
    room.write("One **two** three.\n\nFour <!-- not this --> 😀 five.")
    room.press("Ctrl+A")
    qtbot.waitUntil(lambda: words(room).startswith("5 of"))
    room.press("Ctrl+Home")
    qtbot.waitUntil(lambda: "of" not in words(room))


def test_a_long_selection_is_counted_bit_by_bit(room: Room, qtbot: QtBot) -> None:
    room.write("\n\n".join(["some words here"] * 3_000))
    room.editor.selectAll()
    qtbot.waitUntil(lambda: words(room).startswith("9,000 of"))


def test_reading_time(room: Room) -> None:
    room.write("word " * 476)
    assert words(room) == "476 words · 2 min"
    assert "Reading time: 2:00" in room.window.strip.words_item.toolTip()


def test_full_screen_shows_the_draft_alone_and_escape_leaves(room: Room, qtbot: QtBot) -> None:
    window = room.window
    around = [window.menuBar(), window.tool_bar, window.panel, window.strip]
    room.do("toggle_panel")
    assert window.panel.isHidden()
    room.press("F11")
    assert window.isFullScreen()
    assert all(widget.isHidden() for widget in around)
    assert room.editor.hasFocus()
    room.type("so")
    room.press("Escape")
    assert not window.isFullScreen()
    assert [widget.isHidden() for widget in around] == [False, False, True, False]
    assert not window.actions_by_name["toggle_full_screen"].isChecked()
    assert room.session.text() == "so"


def test_a_window_that_closes_in_full_screen_comes_back_with_everything(room: Room) -> None:
    room.do("toggle_full_screen")
    room.window.close()
    again = room.workspace.open_window()
    again.show()
    assert not again.isFullScreen()
    assert not again.menuBar().isHidden()


def test_dimming_is_one_of_three(room: Room) -> None:
    actions, settings = room.window.actions_by_name, room.workspace.settings
    for name, value in (("sentence", "sentence"), ("paragraph", "paragraph"), ("paragraph", "off")):
        room.do(f"toggle_{name}_focus")
        assert settings["dimming"] == value
        for mode in ("sentence", "paragraph"):
            assert actions[f"toggle_{mode}_focus"].isChecked() == (value == mode)


def test_letters_grow_shrink_and_come_back(room: Room) -> None:
    usual = room.window.column.font_size
    room.do("larger")
    room.do("larger")
    assert room.window.column.font_size == usual + 2
    room.do("usual_size")
    assert room.window.column.font_size == usual


def test_quotes_by_setting(room: Room) -> None:
    room.workspace.settings.set("smart_quotes", True)
    room.type('"')
    assert room.session.text() == "“"
    room.workspace.settings.set("smart_quotes", False)
    room.type('"')
    assert room.session.text() == '“"'
