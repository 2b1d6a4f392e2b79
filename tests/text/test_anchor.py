"""Anchors find their words again after edits, and rather nothing than the wrong ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text.anchor import Anchor, anchor_at, find_anchor, whole_words
from writer_assistant.text.span import Span

TEXT = (
    "You know how a late train ruins a week. We are thrilled to announce our new office. "
    "Your goods leave an hour earlier.\n\nWe leverage our network. You leverage our people to grow."
)


def span(text: str, words: str, number: int = 0) -> Span:
    at = -1
    for _ in range(number + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def found(text: str, anchor: Anchor, near: int | None = None) -> str | None:
    place = find_anchor(text, anchor, near)
    return None if place is None else place.span.of(text)


def test_words_are_found_where_they_were() -> None:
    for number in (0, 1):
        place = span(TEXT, "leverage", number)
        assert find_anchor(TEXT, anchor_at(TEXT, place)).span == place


@pytest.mark.parametrize(
    "edited",
    [
        "New first line with leverage.\n\n" + TEXT,
        TEXT.replace("network. You", "own net. Now you"),
        TEXT.replace("people to grow", "staff"),
        TEXT.replace("You leverage", "YOU  Leverage"),
        TEXT.replace("You leverage", "You\nleverage"),
    ],
)
def test_it_follows_edits_around_it(edited: str) -> None:
    anchor = anchor_at(TEXT, span(TEXT, "leverage", 1))
    place = find_anchor(edited, anchor)
    assert place is not None
    assert not place.rewritten
    last = edited.casefold().rindex("leverage")
    assert place.span == Span(last, last + 8)


def test_rewritten_words_are_found_between_their_neighbours() -> None:
    old = "We are thrilled to announce our new office."
    anchor = anchor_at(TEXT, span(TEXT, old))
    new = "Leeds now answers you by nine o’clock!"
    place = find_anchor(TEXT.replace(old, new), anchor)
    assert place is not None
    assert place.rewritten
    assert place.span.of(TEXT.replace(old, new)) == new


def test_words_that_were_taken_out_leave_their_place() -> None:
    old = "We are thrilled to announce our new office. "
    anchor = anchor_at(TEXT, span(TEXT, old.strip()))
    edited = TEXT.replace(old, "")
    place = find_anchor(edited, anchor)
    assert place is not None
    assert len(place.span) == 0
    assert edited[place.span.start :].startswith("Your goods")


def test_a_removal_is_found_only_while_nothing_stands_there() -> None:
    edited = TEXT.replace("We are thrilled to announce our new office. ", "")
    at = edited.index("Your goods")
    removal = anchor_at(edited, Span(at, at))
    assert removal.text == ""
    assert find_anchor(edited, removal).span == Span(at, at)
    assert find_anchor(TEXT, removal) is None


@pytest.mark.parametrize("edited", ["", "Nothing is left.", "They leverage gravity, as pumps do."])
def test_rather_nothing_than_a_wrong_place(edited: str) -> None:
    assert find_anchor(edited, anchor_at(TEXT, span(TEXT, "leverage", 1))) is None


def test_a_whole_sentence_is_known_by_itself() -> None:
    anchor = anchor_at(TEXT, span(TEXT, "We are thrilled to announce our new office."))
    assert found("Hm. We are thrilled to announce our new office. Yes.", anchor) is not None


def test_of_two_places_that_are_alike_the_nearer_one() -> None:
    text = "Buy now. " * 9
    anchor = anchor_at(text, span(text, "Buy now.", 4))
    assert find_anchor(text, anchor, near=40).span.start == 36


def test_half_words_are_made_whole() -> None:
    text = "  An ecosystem. "
    assert whole_words(text, Span(1, 9)).of(text) == "An ecosystem"
    assert whole_words(text, Span(0, 2)).of(text) == ""


WORDS = st.lists(st.sampled_from(["we", "you", "the", "pumps", "are", "🚂", "שלום", "it’s"]))


@given(WORDS, WORDS, WORDS, WORDS)
def test_unique_words_are_found_whatever_is_written_in_front(
    before: list[str], after: list[str], new: list[str], inside: list[str]
) -> None:
    head, tail = " ".join(before), " ".join(after)
    words = " ".join(["Zebra", *inside, "crossing", "quietly"])
    text = f"{head} {words} {tail}"
    anchor = anchor_at(text, span(text, words))
    edited = f"{' '.join(new)}. {words} {tail}"
    assert found(edited, anchor) == words


@given(st.text(), st.text(), st.text(min_size=1), st.text())
def test_nothing_breaks_it(text: str, before: str, words: str, after: str) -> None:
    place = find_anchor(text, anchor_at(before + words + after, Span(0, len(words))))
    if place is not None:
        assert place.span.end <= len(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.data())
def test_an_untouched_draft_keeps_whole_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = whole_words(text, Span(start, end))
    if not place.of(text).strip():
        return
    again = find_anchor(text, anchor_at(text, place), near=place.start)
    assert again is not None
    assert again.span == place
