"""Where sentences end: by hand, and for any text that hypothesis can think of."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.analysis.sentences import judged_sentences, split_sentences
from writer_assistant.text.draft import Block, Content


def parts(prose: str) -> list[str]:
    return [span.of(prose) for span in split_sentences(prose)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["We moved.", "You will not notice!", "Will you?"],
        ["“It never once happened.”", "“Now it does.”"],
        ["He said “no.”", "They left."],
        ["The U.S. Postal Service delivers it.", "So do we."],
        ["Dr. Ada J. Lovelace and Mr. Babbage met at 3 p.m. in St. Ives."],
        ["See fig. 3, e.g. the pump of Acme Inc. in Leeds.", "Then call."],
        ["It weighs 3.5 kg.", "It costs £4."],
        ["1. Unplug it."],
        ["P.S. Please leave a review."],
        ["“I didn't cry over my taxes.” (Joelle, photographer)"],
        ["Wait… and then it opens.", "Really?!", "Yes."],
        ["No. 5 is open on Jan. 3, no. 6 is not."],
    ],
)
def test_sentences_are_found_whole(sentences: list[str]) -> None:
    assert parts(" ".join(sentences)) == sentences


def test_a_dropped_emoji_ends_a_sentence_before_a_capital() -> None:
    prose = "Every single one of them Onwards to the next one"
    assert [s.of(prose) for s in split_sentences(prose, [25])] == [
        "Every single one of them",
        "Onwards to the next one",
    ]
    assert len(split_sentences(prose, [20])) == 1


@given(st.text(alphabet=st.sampled_from(list("aB. !?”“’()1🏆\n\u200d,")), max_size=60) | st.text())
def test_nothing_is_lost_and_nothing_overlaps(prose: str) -> None:
    spans = split_sentences(prose)
    assert "".join("".join(s.of(prose).split()) for s in spans) == "".join(prose.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_heading_is_one_sentence() -> None:
    prose = "Never late? Read this"
    assert len(judged_sentences(Content(prose, Block.PROSE, prose))) == 2
    assert [s.of(prose) for s in judged_sentences(Content(prose, Block.HEADING, prose))] == [prose]


def test_what_has_no_end_is_judged_by_its_beginning() -> None:
    endless = "we go on and " * 1_000
    assert [len(s) for s in judged_sentences(Content(endless, Block.PROSE, endless))] == [2_000]
    many = "We go. " * 1_000
    assert len(judged_sentences(Content(many, Block.PROSE, many))) == 500
