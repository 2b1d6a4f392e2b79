"""What a line of Markdown looks like, against lines read by eye."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text.look import PROSE, Role, front_matter_end, line_look, next_state

LINES = st.text(st.sampled_from("ab *_`~#->[]()<!. \t1:/@&\\=😀é\n\u2028"), max_size=40).map(
    lambda text: text.replace("\n", "")
)


def seen(line: str, role: Role, state: int = PROSE) -> list[str]:
    """Return the stretches of ``line`` that are ``role``."""
    return [line[start:end] for start, end, is_role in line_look(line, state)[0] if is_role is role]


@pytest.mark.parametrize(
    ("line", "role", "stretches"),
    [
        ("# A dry pallet", Role.HEADING_1, ["# A dry pallet"]),
        ("## Two", Role.HEADING_2, ["## Two"]),
        ("###### Six", Role.HEADING_3, ["###### Six"]),
        ("#hashtag", Role.HEADING_1, []),
        ("#hashtag", Role.LINK, ["#hashtag"]),
        ("it is **bold** and __so__", Role.STRONG, ["bold", "so"]),
        ("it is *so* and snake_case_name", Role.EMPHASIS, ["so"]),
        ("***both***", Role.STRONG, ["both"]),
        ("2 * 3 * 4", Role.EMPHASIS, []),
        ("~~gone~~ ~5", Role.STRUCK, ["gone"]),
        ("press `Ctrl` now", Role.CODE, ["`Ctrl`"]),
        ("``a ` b`` c", Role.CODE, ["``a ` b``"]),
        ("see [the page](https://a.example/x)", Role.LINK, ["the page"]),
        ("see [the page](https://a.example/x)", Role.MARK, ["[", "](https://a.example/x)"]),
        ("go to https://a.example now", Role.LINK, ["https://a.example"]),
        ("> she said *so*", Role.QUOTE, ["she said *so*"]),
        ("> she said *so*", Role.EMPHASIS, ["so"]),
        ("- one", Role.MARK, ["-"]),
        ("12. one", Role.MARK, ["12."]),
        ("• one", Role.MARK, ["•"]),
        ("-one", Role.MARK, []),
        ("---", Role.MARK, ["---"]),
        ("a <!-- note --> b", Role.ASIDE, ["<!-- note -->"]),
        ("✓ done 😀 → next", Role.MARK, []),
    ],
)
def test_a_line(line: str, role: Role, stretches: list[str]) -> None:
    assert seen(line, role) == stretches


def states(lines: list[str]) -> list[int]:
    """Return the state behind each line."""
    found, state = [], PROSE
    for line in lines:
        state = line_look(line, state)[1]
        found.append(state)
    return found


def test_a_fence_goes_on_until_one_at_least_as_long() -> None:
    behind = states(["````py", "# no heading", "```", "~~~~", "````", "text"])
    assert [state != PROSE for state in behind] == [True, True, True, True, False, False]


def test_what_is_in_a_fence_is_code_and_nothing_else() -> None:
    fence = line_look("```", PROSE)[1]
    assert line_look("# **no**", fence)[0] == [(0, 8, Role.CODE)]


def test_a_comment_goes_on_until_its_end_and_prose_behind_it() -> None:
    assert [s != PROSE for s in states(["<!-- one", "two", "--> **b**"])] == [True, True, False]
    assert seen("--> **b**", Role.STRONG, line_look("<!-- one", PROSE)[1]) == ["b"]


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["---", "title: A", "---", "text"], 3),
        (["+++", "title = 'A'", "+++"], 3),
        (["---", "title: A", "text"], 0),
        (["---", "", "text", "---"], 0),
        (["text"], 0),
        ([], 0),
    ],
)
def test_front_matter_needs_an_end(lines: list[str], end: int) -> None:
    assert front_matter_end(lines) == end


@given(LINES, st.sampled_from(["", "```", "~~~~", "<!-- x"]))
def test_stretches_lie_in_the_line_and_the_quick_state_is_the_true_one(line: str, on: str) -> None:
    state = line_look(on, PROSE)[1]
    stretches, after = line_look(line, state)
    assert next_state(line, state) == after
    assert all(0 <= start < end <= len(line) for start, end, _ in stretches)
