import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text import compare as module
from writer_assistant.text.compare import (
    Change,
    Difference,
    Piece,
    changed_part,
    compare,
    difference,
    rows,
)

texts = st.lists(
    st.sampled_from(
        ["We ", "you ", "Oslo", " ", "\n", "\n\n", ".", "😀", "é", "\r", "\ud83d", "a_b"]
    ),
    max_size=40,
).map("".join)


def marked(old: str, new: str) -> str:
    shown = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "[+{}+]"}
    return "".join(shown[piece.change].format(piece.text) for piece in compare(old, new))


def side(pieces: list[Piece], other: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not other)


@given(old=texts, new=texts)
def test_both_texts_are_in_the_pieces(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert side(pieces, Change.ADDED) == old
    assert side(pieces, Change.REMOVED) == new
    assert all(piece.text for piece in pieces)
    kinds = [piece.change for piece in pieces]
    order = list(itertools.pairwise(kinds))
    assert (Change.ADDED, Change.REMOVED) not in order
    assert all(one is not other for one, other in order)


@given(text=texts)
def test_the_same_text_has_no_changes(text: str) -> None:
    assert marked(text, text) == text
    assert difference(compare(text, text)) == Difference()


@given(old=texts, new=texts)
def test_rows_hold_the_lines_of_both_sides(old: str, new: str) -> None:
    both = list(rows(compare(old, new)))
    for text, change in ((old, Change.REMOVED), (new, Change.ADDED)):
        lines = ["".join(piece.text for piece in row.side(change)) for row in both]
        assert "\n".join(lines) == text
    assert any(row.is_changed for row in both) == (old != new)


@given(old=texts, new=texts)
def test_the_changed_part_is_all_that_differs(old: str, new: str) -> None:
    start, old_end, new_end = changed_part(old, new)
    assert old[:start] + new[start:new_end] + old[old_end:] == new
    if old == new:
        assert start == old_end == new_end
    elif start < min(old_end, new_end):
        assert old[start] != new[start]
        assert old[old_end - 1] != new[new_end - 1]


def test_a_word_that_changed_is_marked_alone() -> None:
    assert marked("Open at six.\nBring a towel.", "Open at seven.\nBring a towel.") == (
        "Open at [-six-][+seven+].\nBring a towel."
    )


def test_a_paragraph_that_was_parted_shows_its_new_line_end_only() -> None:
    assert marked("One. Two three.\n\nFour", "One.\nTwo three.\n\nFour") == (
        "One.[- -][+\n+]Two three.\n\nFour"
    )


def test_a_rewritten_sentence_is_one_change() -> None:
    assert marked("We are proud of our office in Leeds.", "Your goods leave Leeds earlier.") == (
        "[-We are proud of our office in Leeds.-][+Your goods leave Leeds earlier.+]"
    )
    assert marked("red, green and blue", "blue, yellow and blue") == (
        "[-red, green-][+blue, yellow+] and blue"
    )


def test_what_stayed_between_two_changes_stays() -> None:
    assert (
        marked(
            "We offer fast delivery of your bread to all customers.",
            "You get fast delivery of your bread every day.",
        )
        == "[-We offer-][+You get+] fast delivery of your bread [-to all customers-][+every day+]."
    )


def test_lines_that_came_and_went_are_whole() -> None:
    assert marked("a\nb\nc\n", "a\nc\n") == "a\n[-b\n-]c\n"
    assert marked("a\nc", "a\n\nb\nc") == "a\n[+\nb\n+]c"
    assert marked("", "x") == "[+x+]"
    assert marked("x\n", "x") == "x[-\n-]"


def test_words_are_counted() -> None:
    pieces = compare(
        "Open at six.\n\nBring it’s towel.", "Open at half seven.\n\nBring a big towel."
    )
    assert difference(pieces) == Difference(places=2, added=4, removed=2)


def test_a_word_changed_in_every_paragraph_of_a_long_draft_is_found_everywhere() -> None:
    sentence = "The driver opens gate {} before nine and our {} signs the list of pallets."
    old = "\n\n".join(sentence.format(number, "team") * 6 for number in range(300))
    new = old.replace("our team", "your crew")
    assert difference(compare(old, new)) == Difference(1800, 3600, 3600)


def test_a_line_that_nobody_can_compare_is_taken_as_a_whole() -> None:
    old = " ".join(f"a{number}" for number in range(3000))
    new = " ".join(f"b{number}" for number in range(3000))
    assert [piece.change for piece in compare(old, new)] == [Change.REMOVED, Change.ADDED]
    assert difference(compare(f"{old} {new}", f"{old} x {new}")) == Difference(1, 1, 0)


def test_much_that_is_alike_does_not_take_forever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_STEPS", 20_000)
    old = "\n".join("we do you do " * 40 + str(number) for number in range(100))
    new = "\n".join("you do we do it " * 40 + str(number) for number in range(100))
    pieces = compare(old, new)
    assert side(pieces, Change.ADDED) == old
    assert side(pieces, Change.REMOVED) == new
    assert pieces[-1].text.endswith("99")
    assert sum(piece.change is Change.REMOVED for piece in pieces) < 200
