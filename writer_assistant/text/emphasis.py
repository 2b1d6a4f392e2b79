"""Emphasis: which runs of ``*``, ``_`` and ``~~`` are marks and which are characters.

The algorithm is that of CommonMark (https://spec.commonmark.org/0.31.2/#phase-2-inline-structure).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_RUN = re.compile(r"\*+|_+|(?<!~)~~(?!~)")
_FARTHEST = 32
"""How many open runs are looked through for a partner; keeps odd input linear."""


@dataclass(slots=True)
class Delimiter:
    """A run of one mark.

    Attributes:
        mark: the character.
        start: offset of the first that is not yet paired.
        end: offset behind the last that is not yet paired.
        opens: whether emphasis may begin with it.
        closes: whether emphasis may end with it.
        length: how long the run was.
    """

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int


def read_delimiter(text: str, at: int) -> Delimiter | None:
    """Return the run that begins at ``at``; None for a tilde that stands alone."""
    run = _RUN.match(text, at)
    if run is None:
        return None
    end = run.end()
    before, after = text[at - 1] if at else " ", text[end : end + 1] or " "
    left = not after.isspace() and (not _is_punctuation(after) or not before.isalnum())
    right = not before.isspace() and (not _is_punctuation(before) or not after.isalnum())
    opens, closes = left, right
    if text[at] == "_":
        opens = left and (not right or _is_punctuation(before))
        closes = right and (not left or _is_punctuation(after))
    return Delimiter(text[at], at, end, opens, closes, end - at)


def pair_delimiters(delimiters: Iterable[Delimiter]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the marks that have a partner, opening and closing ones."""
    stack: list[Delimiter] = []
    for closer in delimiters:
        index = len(stack) - 1 if closer.closes else -1
        farthest = max(len(stack) - _FARTHEST, 0)
        while index >= farthest and closer.start < closer.end:
            opener = stack[index]
            if not _pairs(opener, closer):
                index -= 1
                continue
            used = min(2, opener.end - opener.start, closer.end - closer.start)
            yield opener.end - used, opener.end
            yield closer.start, closer.start + used
            opener.end -= used
            closer.start += used
            del stack[index + 1 :]
            if opener.start == opener.end:
                stack.pop()
                index -= 1
        if closer.opens and closer.start < closer.end:
            stack.append(closer)


def _is_punctuation(character: str) -> bool:
    return not character.isalnum() and not character.isspace()


def _pairs(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.mark != closer.mark:
        return False
    if (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0:
        return opener.length % 3 == 0 and closer.length % 3 == 0
    return True
