import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text.span import Edit, Span, apply_edits

texts = st.text(st.characters(codec=None), max_size=40)


@st.composite
def edited(draw):
    """A text and edits of it that do not overlap, shuffled."""
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    edits = [Edit(span, draw(texts)) for span in spans]
    return text, edits, draw(st.permutations(edits))


@given(edited())
def test_edits_are_made_as_if_from_the_last_to_the_first(case):
    text, edits, shuffled = case
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.span.start] + edit.text + expected[edit.span.end :]
    assert apply_edits(text, shuffled) == expected


@given(texts, st.data())
def test_a_span_covers_what_it_says(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end)
    assert span.of(text) == text[start:end]
    assert len(span) == end - start
    assert span.shifted(3).shifted(-3) == span if start >= 0 else True


@given(*[st.integers(0, 9)] * 4)
def test_overlap_and_containment_are_those_of_sets(a, b, c, d):
    one, two = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    first, second = set(range(one.start, one.end)), set(range(two.start, two.end))
    if first and second:
        assert one.overlaps(two) == bool(first & second)
        assert one.contains(two) == (second <= first)
    assert one.overlaps(two) == two.overlaps(one)


def test_an_empty_span_is_true_so_that_it_can_be_told_from_none():
    assert Span(3, 3)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_there_is_no_span_backwards(start, end):
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")],
        [Edit(Span(4, 6), "x")],
    ],
)
def test_edits_that_overlap_or_lie_behind_the_end_are_refused(edits):
    with pytest.raises(ValueError, match="out of place"):
        apply_edits("abcde", edits)
