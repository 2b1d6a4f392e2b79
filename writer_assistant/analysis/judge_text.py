"""A sentence as the judge reads it: words in lower case, names and figures as markers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.marks import Mark

if TYPE_CHECKING:
    from writer_assistant.analysis.facts import Facts

AUTHOR, PRODUCT, FIGURE, NOTHING = "<author>", "<product>", "0", ""
MARKERS = frozenset({AUTHOR, PRODUCT, NOTHING})
"""Words that stand for something else, and mean nothing by their letters."""
_NAMES = ((Mark.AUTHOR_NAME, AUTHOR), (Mark.PRODUCT, PRODUCT))
_WORD = re.compile(r"[^\W\d_]+|'[^\W\d_]+|\d[\d.,]*|[^\w\s]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_LONGEST = 600
"""Code points of one sentence that are read."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a sentence, at least one.

    Attributes:
        words: in order; the author's and the products' names are markers, for what a name is called
            says nothing of what is said about it, and would be learned by heart.
        starts: offset of each, in code points of the sentence.
        ends: offset behind each.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]

    def marked(self, facts: Facts, numbers: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """Yield the word's and the clue's number for every word in a place of a clue."""
        for mark, places in facts.marks.items():
            number = numbers.get(mark.value)
            if number is None:
                continue
            for place in places:
                first = bisect_right(self.ends, place.start)
                for at in range(first, bisect_left(self.starts, place.end)):
                    yield at, number


def words_of(facts: Facts) -> Words:
    """Return the words of a sentence."""
    text = facts.text[:_LONGEST]
    lower = text.translate(_PLAIN).lower()
    if len(lower) != len(text):  # a few letters of Turkish or German become two
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_PLAIN))
    names = sorted(
        (span.start, span.end, marker)
        for mark, marker in _NAMES
        for span in facts.marks.get(mark, ())
    )
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(lower):
        start, end = match.span()
        while names and names[0][1] <= start:
            names.pop(0)
        if names and names[0][0] < end:
            if starts and starts[-1] >= names[0][0]:
                ends[-1] = end
                continue
            word = names[0][2]
        else:
            word = match.group()
            if word[0].isdigit():
                word = FIGURE
        words.append(word)
        starts.append(start)
        ends.append(end)
    return Words(words or [NOTHING], starts or [0], ends or [0])


def phrases_of(words: Sequence[str]) -> set[str]:
    """Return the runs of one to three words, with marks for the sentence's ends."""
    framed = ["^", *words, "$"]
    pairs = [f"{one} {two}" for one, two in pairwise(framed)]
    threes = [f"{pair} {word}" for pair, word in zip(pairs, framed[2:], strict=False)]
    return {*words, *pairs, *threes}


def pieces_of(word: str, shortest: int = 3, longest: int = 5) -> Iterator[str]:
    """Yield the runs of letters of a word with its ends marked; for forms never seen before."""
    framed = f"_{word}_"
    for length in range(shortest, longest + 1):
        for at in range(len(framed) - length + 1):
            yield framed[at : at + length]


def parts_of(word: str, known: Mapping[str, int], longest: int = 24) -> list[int]:
    """Return the numbers of the longest known parts that make up a word, or none.

    The parts are those of a WordPiece vocabulary: ``##`` leads those that do not begin a word.
    """
    found: list[int] = []
    start = 0
    while start < len(word):
        lead = "##" if start else ""
        for end in range(min(len(word), start + longest), start, -1):
            number = known.get(lead + word[start:end])
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return []
    return found
