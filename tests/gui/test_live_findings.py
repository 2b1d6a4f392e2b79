"""Findings kept at their words through any edit, compared with a slow and obvious model."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_assistant.analysis.finding import GAP, How, Kind, Severity
from writer_assistant.gui.live_findings import (
    FindingStore,
    LiveFinding,
    LiveSuggestion,
    span_of,
)


def make(start: int, end: int, text: str = "", kind: Kind = Kind.JARGON) -> LiveFinding:
    return LiveFinding(kind, Severity.STRONG, (start, end), (start, end), text)


def store_of(*paragraphs: list[LiveFinding]) -> FindingStore:
    store = FindingStore(lambda _finding: True)
    for findings in paragraphs:
        store.replace(findings[0].start, max(f.end for f in findings), findings)
    return store


words = st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=8)


@settings(max_examples=400, deadline=None)
@given(st.lists(words, min_size=1, max_size=6), st.data())
def test_findings_stay_at_their_words_or_go(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    """Every second word is found. After each edit those left still cover what they covered."""
    text = "\n".join(" ".join(paragraph) for paragraph in paragraphs)
    found, at = [], 0
    for paragraph in paragraphs:
        run = []
        for number, word in enumerate(paragraph):
            if number % 2 == 0:
                run.append(make(at, at + len(word), word))
            at += len(word) + 1
        found.append(run)
    store = store_of(*found)
    everything = [finding for run in found for finding in run]
    for _ in range(4):
        position = data.draw(st.integers(0, len(text)))
        removed = data.draw(st.integers(0, min(6, len(text) - position)))
        new = data.draw(st.text("abc \n", max_size=4))
        old = {finding: (finding.start, finding.end) for finding in everything if finding.is_live}
        after = text[:position] + new + text[position + removed :]
        parted = (
            after[position : position + 1].isspace(),
            not after[: position + len(new)] or after[position + len(new) - 1].isspace(),
        )
        gone = store.edit(position, removed, len(new) - removed, parted=parted)
        for finding, (start, end) in old.items():
            if end < position:
                assert (finding.start, finding.end) == (start, end)
            elif start > position + removed:
                by = len(new) - removed
                assert (finding.start, finding.end) == (start + by, end + by)
            elif start < position + removed and position < end:
                assert not finding.is_live
                assert finding in gone
            if finding.is_live:
                assert after[finding.start : finding.end] == finding.text
        live = [finding for finding in everything if finding.is_live]
        assert store.shown() == live
        assert [f.start for f in live] == sorted(f.start for f in live)
        text = after


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=12), st.data())
def test_lookup_agrees_with_looking_at_all(
    places: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Paragraphs of 50 units; several findings in each, also one in another."""
    store = FindingStore(lambda _finding: True)
    everything = []
    for number in range(3):
        run = [make(50 * number + s, 50 * number + s + n) for s, n in places]
        store.replace(50 * number, 50 * number + 49, run)
        everything += run
    start = data.draw(st.integers(0, 160))
    end = data.draw(st.integers(start, 160))
    expected = {f for f in everything if f.start <= end and f.end >= start}
    assert set(store.shown_between(start, end)) == expected
    assert set(store.between(start, end)) == {f for f in everything if start <= f.start <= end}


def test_a_space_behind_a_word_leaves_its_mark_alone() -> None:
    word = make(3, 11, "leverage")
    store = store_of([word])
    assert store.edit(11, 0, 1, parted=(True, True)) == []
    assert (word.start, word.end) == (3, 11)
    assert store.edit(11, 0, 1, parted=(False, False)) == [word]
    assert not word.is_live


def test_the_same_finding_reported_again_stays_the_same_object() -> None:
    old, other = make(0, 5, "first"), make(6, 12, "second")
    store = store_of([old, other])
    gone, come = store.replace(0, 20, [make(0, 5, "first"), make(13, 18, "third")])
    assert store.shown()[0] is old
    assert gone == [other]
    assert [f.text for f in come] == ["third"]
    assert not other.is_live


def test_a_report_replaces_only_what_begins_in_its_paragraph() -> None:
    first, second, third = make(0, 5), make(10, 15), make(20, 25)
    store = store_of([first, second, third])
    store.replace(8, 16, [])
    assert store.shown() == [first, third]


def test_what_is_shown_is_decided_anew_near_a_place() -> None:
    hidden: set[LiveFinding] = set()
    store = FindingStore(lambda finding: finding not in hidden)
    near, far = make(0, 5), make(100, 105)
    store.replace(0, 50, [near])
    store.replace(100, 150, [far])
    hidden.update([near, far])
    gone, come = store.show_anew_between(0, 50)
    assert (gone, come) == ([near], [])
    assert store.shown() == [far]
    hidden.clear()
    assert store.show_anew_between(0, 50) == ([], [near])


def test_positions_outlive_the_store() -> None:
    finding = make(3, 7)
    store = store_of([finding])
    store.edit(0, 0, 10)
    store.clear()
    assert (finding.start, finding.end) == (13, 17)
    assert not finding.is_live
    assert store.shown() == []


def test_the_sentence_follows_edits_beside_its_words() -> None:
    finding = LiveFinding(Kind.JARGON, Severity.STRONG, (10, 15), (5, 30), "words")
    store = store_of([finding])
    store.edit(20, 0, 3)
    assert (finding.sentence_start, finding.sentence_end) == (5, 33)
    store.edit(20, 20, -20)
    assert (finding.start, finding.end, finding.sentence_end) == (10, 15, 20)


def test_span_of_nothing_is_none() -> None:
    assert span_of([]) is None
    assert span_of([make(9, 12), make(3, 5)]) == (3, 12)


@pytest.mark.parametrize(("text", "complete"), [("You get it.", True), (f"You get {GAP}.", False)])
def test_a_gap_makes_a_suggestion_incomplete(text: str, complete: bool) -> None:
    assert LiveSuggestion(make(0, 1), text, How.FLIP, None, "x").complete is complete


def test_an_edit_does_not_walk_through_the_findings_of_other_paragraphs() -> None:
    """Counted, not timed: what an edit costs does not grow with findings elsewhere."""
    store = FindingStore(lambda _finding: True)
    for number in range(200):
        base = 100 * number
        store.replace(base, base + 99, [make(base + 5 * n, base + 5 * n + 3) for n in range(15)])
    moved = []
    original = LiveFinding.follow

    def counting(self: LiveFinding, position: int, old_end: int, by: int) -> None:
        moved.append(self)
        original(self, position, old_end, by)

    LiveFinding.follow = counting  # type: ignore[method-assign]
    try:
        store.edit(1_001, 0, 1)
    finally:
        LiveFinding.follow = original  # type: ignore[method-assign]
    assert len(moved) <= 15
    assert max(f.end for f in store.shown()) == 200 * 100 - 30 + 3 + 1
