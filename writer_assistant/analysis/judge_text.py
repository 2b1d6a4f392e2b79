"""A sentence as the judge reads it: words in lower case, names and figures as markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.grammar.marks import Mark

AUTHOR, PRODUCT, FIGURE = "<author>", "<product>", "0"
_WORD = re.compile(r"<author>|<product>|[^\W\d_]+|['’][^\W\d_]+|\d[\d.,]*|[^\w\s]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_LONGEST = 600
"""Code points of one sentence that are read."""


def words_of(facts: Facts) -> list[str]:
    """Return the words and marks of a sentence, the author's and products' names as markers.

    What a name is called says nothing of what is said about it, and would be learned by heart.
    """
    text = facts.text[:_LONGEST]
    names = [
        (span.start, span.end, marker)
        for mark, marker in ((Mark.AUTHOR_NAME, AUTHOR), (Mark.PRODUCT, PRODUCT))
        for span in facts.marks.get(mark, ())
    ]
    for start, end, marker in sorted(names, reverse=True):
        text = f"{text[:start]}{marker}{text[end:]}"
    return [
        FIGURE if word[0].isdigit() else word
        for word in _WORD.findall(text.lower().translate(_APOSTROPHES))
    ]


def phrases_of(words: Sequence[str], longest: int = 3) -> Iterator[str]:
    """Yield the runs of one to ``longest`` words, with marks for the sentence's ends."""
    framed = ["^", *words, "$"]
    yield from words
    for length in range(2, longest + 1):
        for at in range(len(framed) - length + 1):
            yield " ".join(framed[at : at + length])


def pieces_of(word: str, shortest: int = 3, longest: int = 5) -> Iterator[str]:
    """Yield the runs of letters of a word with its ends marked; for forms never seen before."""
    framed = f"_{word}_"
    for length in range(shortest, longest + 1):
        for at in range(len(framed) - length + 1):
            yield framed[at : at + length]
