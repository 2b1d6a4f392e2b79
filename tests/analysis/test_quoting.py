"""Which words a reason quotes."""

import pytest

from writer_assistant.analysis.quoting import phrase, quote, whole
from writer_assistant.text.span import Span

pytestmark = pytest.mark.model

QUOTED = [
    # a noun brings what stands before it and what hangs on it
    (
        "As we look ahead, our commitment to excellence has never been stronger.",
        "commitment",
        "our commitment to excellence",
    ),
    # a modifier brings its noun
    ("It's been a landmark year for us, with two guides.", "landmark", "a landmark year"),
    ("What a busy few days it has been!", "What a", "What a busy few days it has been"),
    # a verb or an adjective brings its object, and no more than can be read
    ("We are proud to announce a new home.", "proud", "proud to announce a new home"),
    ("Today the firm announced that it has moved.", "announced", "announced that it has moved"),
    # a word with hyphens is one, and is not cut
    (
        "Our state-of-the-art hub now offers two-factor sign-in on every phone you own.",
        "offers",
        "offers two-factor sign-in on every phone you own",
    ),
    ("It was led by my co-founder Yael from Leeds.", "my co", "my co-founder"),
    # it ends at a comma and before a clause of its own
    ("We opened a depot in Hull, which has nine doors.", "opened", "opened a depot in Hull"),
    ("Please RT so that it reaches people.", "RT", "Please RT"),
    # it does not end in the middle
    (
        "The new plant in the old harbour of the city of Hull on the Humber opens.",
        "plant",
        "The new plant in the old harbour",
    ),
    # what leads to a clause brings it
    (
        "It stays in Hull, so that your data need never move.",
        "so that your",
        "so that your data need never move",
    ),
    ("It is well set, so there is no backlash.", "so there is no", "so there is no backlash"),
    ("They will be there; come say hi if you spot a cap.", "come", "come say hi"),
    # a short subject brings its verb
    ("Our team grew by nine people.", "team", "Our team grew by nine people"),
]


@pytest.mark.parametrize(("text", "clue", "words"), QUOTED)
def test_a_clue_is_quoted_in_its_phrase(look, text: str, clue: str, words: str) -> None:
    [placed] = look(text)
    at = text.index(clue)
    assert quote(placed.sentence, Span(at, at + len(clue))) == f"“{words}”"


@pytest.mark.parametrize(
    ("text", "words", "grown"),
    [
        ("It holds 4.1 kN/m of load.", "4.1 kN", "4.1 kN/m"),
        ("FSC-certified board", "certified", "FSC-certified"),
        ("plain words here", "words", "words"),
    ],
)
def test_no_word_or_unit_is_cut(text: str, words: str, grown: str) -> None:
    at = text.index(words)
    assert whole(text, Span(at, at + len(words))).of(text) == grown


def test_the_beginning_is_quoted_without_its_marks(look) -> None:
    [placed] = look("“The synergies with our San Antonio operations are obvious.”")
    assert quote(placed.sentence, Span(0, 0)) == (
        "“The synergies with our San Antonio operations are obvious”"
    )


@pytest.mark.parametrize("text", ["🎉", "“”", "…", "We 😀 do.", "مرحبا بكم", "- - -", "A" * 3_000])
def test_something_is_quoted_of_any_sentence(look, text: str) -> None:
    for placed in look(text):
        size = len(placed.sentence.text)
        for start in range(min(size, 40)):
            span = phrase(placed.sentence, Span(start, start + 1))
            assert 0 <= span.start < span.end <= size
        phrase(placed.sentence, Span(0, 0))
