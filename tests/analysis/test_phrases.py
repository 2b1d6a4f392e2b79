"""Phrases found in plain prose: whole words, any case, hyphens and apostrophes of any kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.analysis.phrases import PhraseTrie, fold, is_glued, longest
from writer_assistant.text.span import Span

WORDS = ["lead", "leading", "best", "of", "breed", "we're", "world", "'s"]


def found(phrases: list[str], prose: str) -> list[str]:
    return [hit.span.of(prose) for hit in PhraseTrie((p, p) for p in phrases).find(prose)]


@pytest.mark.parametrize(
    ("phrase", "prose", "expected"),
    [
        ("leverage", "We LEVERAGE it; leverages not.", ["LEVERAGE"]),
        ("best-of-breed", "Best of breed, best‑of‑breed.", ["Best of breed", "best‑of‑breed"]),
        ("best of breed", "best, of breed", []),
        ("we're thrilled", "We’re thrilled 🎉", ["We’re thrilled"]),
        ("world's best", "the world’s best 🐕", ["world’s best"]),
        ("lead", "misleading leads lead", ["lead"]),
        ("24/7", "open 24/7!", ["24/7"]),
        ("café", "CAFÉ", ["CAFÉ"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("key", "", []),
        ("a b", "a\u00a0b a\nb", ["a\u00a0b", "a\nb"]),
        ("x", "\ud800 x \x00x", ["x", "x"]),
    ],
)
def test_what_is_found(phrase: str, prose: str, expected: list[str]) -> None:
    assert found([phrase], prose) == expected


def test_a_phrase_without_a_word_is_left_out() -> None:
    assert found(["", "  "], "anything at all") == []


def test_every_phrase_at_a_place_is_given_and_the_longest_kept() -> None:
    trie = PhraseTrie((p, p) for p in ["best", "best of breed", "breed show"])
    hits = list(trie.find("best of breed show"))
    assert {hit.value for hit in hits} == {"best", "best of breed", "breed show"}
    assert [hit.value for hit in longest(hits)] == ["best of breed"]


def test_a_part_of_a_hyphenated_word_is_glued() -> None:
    prose = "industry-leading and leading - well"
    places = [hit.span for hit in PhraseTrie([("leading", 1)]).find(prose)]
    assert [is_glued(prose, place) for place in places] == [True, False]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.text(max_size=8))
def test_hits_are_whole_words_of_the_phrase(words: list[str], noise: str) -> None:
    prose = noise + " ".join(words) + noise
    trie = PhraseTrie((phrase, phrase) for phrase in ["best of breed", "lead", "we're"])
    for hit in trie.find(prose):
        assert fold(hit.span.of(prose)) == fold(hit.value)
        before = prose[: hit.span.start][-1:]
        assert not (before.isalnum() and prose[hit.span.start].isalnum())


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=25))
def test_the_longest_do_not_overlap_and_leave_no_gap(places: list[tuple[int, int]]) -> None:
    from writer_assistant.analysis.phrases import Hit

    hits = [Hit(None, Span(start, start + length)) for start, length in places]
    kept = [hit.span for hit in longest(hits)]
    assert kept == sorted(kept)
    assert all(not a.overlaps(b) for a in kept for b in kept if a is not b)
    assert all(any(hit.span.overlaps(span) for span in kept) for hit in hits)
