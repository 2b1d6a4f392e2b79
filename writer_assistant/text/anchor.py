"""Words of a draft that are found again after edits: by what they say and what stands around them.

No position is kept, so that an anchor survives edits, restarts and other editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from writer_assistant.text.span import Span

NEIGHBOURS = 3
"""Words in front and behind that tell one place of a draft from another."""
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_AROUND = 240
"""Code points that surely hold the neighbours."""
_ROOM = 12
"""Words by which new words between the same neighbours may outnumber the old ones, thrice taken."""
_ENDS = " \t\n\r.,;:!?)]…”»"
_STARTS = " \t\n\r([“«"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What tells one place of a draft from all others.

    Attributes:
        text: the words themselves; empty for a place where words were taken out.
        before: up to three words in front of them, folded, nearest last.
        after: up to three words behind them, folded, nearest first.
    """

    text: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor is.

    Attributes:
        span: in code points.
        rewritten: whether other words stand there now, between the same neighbours.
    """

    span: Span
    rewritten: bool = False


def words_before(text: str) -> tuple[str, ...]:
    """Return the last words of ``text``, folded."""
    return tuple(word.casefold() for word in _WORDS.findall(text)[-NEIGHBOURS:])


def words_after(text: str) -> tuple[str, ...]:
    """Return the first words of ``text``, folded."""
    return tuple(word.casefold() for word in _WORDS.findall(text)[:NEIGHBOURS])


def fold(text: str) -> str:
    """Return ``text`` without differences of case and spacing."""
    return " ".join(text.casefold().split())


def whole_words(text: str, span: Span) -> Span:
    """Return ``span`` without white space at its ends, and without half words there."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        while start and _in_word(text, start):
            start -= 1
        while end < len(text) and _in_word(text, end):
            end += 1
    return Span(start, end)


def _in_word(text: str, at: int) -> bool:
    return bool(re.match(r"\w\w", text[at - 1 : at + 1]))


def anchor_at(text: str, span: Span) -> Anchor:
    """Return what finds ``span`` of ``text`` again."""
    return Anchor(span.of(text), *_neighbours(text, span))


def find_anchor(text: str, anchor: Anchor, near: int | None = None) -> Found | None:
    """Return where ``anchor`` is in ``text``; None if that cannot be told.

    Its words count if one side around them is as it was, or if three words or more cannot well be
    others. Where they are gone, the words between the same neighbours are taken.

    Args:
        text: a draft.
        anchor: what is looked for.
        near: the offset that decides between places that are alike.
    """
    spans = list(_spans_of(text, anchor))
    if spans:
        best = max(spans, key=lambda span: (_likeness(text, span, anchor), *_nearness(span, near)))
        if _is_sure(text, best, anchor, alone=len(spans) == 1):
            return Found(best)
    return _between_neighbours(text, anchor, near)


def _spans_of(text: str, anchor: Anchor) -> Iterator[Span]:
    parts = anchor.text.split()
    if not parts:
        return
    pattern = r"\s+".join(map(re.escape, parts))
    left = r"(?<!\w)" if re.match(r"\w", pattern) else ""
    right = r"(?!\w)" if re.search(r"\w$", anchor.text.rstrip()) else ""
    for match in re.finditer(f"{left}{pattern}{right}", text, re.IGNORECASE):
        yield Span(match.start(), match.end())


def _neighbours(text: str, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = text[max(0, span.start - _AROUND) : span.start]
    return words_before(before), words_after(text[span.end : span.end + _AROUND])


def _likeness(text: str, span: Span, anchor: Anchor) -> int:
    before, after = _neighbours(text, span)
    return _alike(before[::-1], anchor.before[::-1]) + _alike(after, anchor.after)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words are the same from the first on; one more if all are."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            return count
        count += 1
    return count + (len(one) == len(other))


def _nearness(span: Span, near: int | None) -> tuple[int, int]:
    return (0 if near is None else -abs(span.start - near), -span.start)


def _is_sure(text: str, span: Span, anchor: Anchor, *, alone: bool) -> bool:
    before, after = _neighbours(text, span)
    same = (before == anchor.before, after == anchor.after)
    if all(same) or (same[0] and before) or (same[1] and after):
        return True
    long = len(_WORDS.findall(anchor.text)) >= NEIGHBOURS
    return long and (alone or _likeness(text, span, anchor) > 0)


def _between_neighbours(text: str, anchor: Anchor, near: int | None) -> Found | None:
    """Return what stands between the words that stood around the anchor's."""
    before, after = anchor.before, anchor.after
    if max(len(before), len(after)) < 2:
        return None
    words = list(_WORDS.finditer(text))
    folded = [word[0].casefold() for word in words]
    room = 0
    if anchor.text.strip():
        room = 3 * len(_WORDS.findall(anchor.text)) + _ROOM
    found = []
    for first in _places_behind(folded, before):
        last = _place_before(folded, after, first, room)
        if last is not None:
            start = words[first - 1].end() if first else 0
            end = words[last].start() if last < len(words) else len(text)
            found.append(_trimmed(text, start, end))
    if not found:
        return None
    best = max(found, key=lambda span: _nearness(span, near))
    return Found(best, rewritten=bool(anchor.text.strip()))


def _places_behind(folded: Sequence[str], before: tuple[str, ...]) -> Iterator[int]:
    """Yield the numbers of the words that stand right behind the words ``before``."""
    if len(before) < NEIGHBOURS:  # then nothing else stood in front
        if tuple(folded[: len(before)]) == before:
            yield len(before)
        return
    for number in range(len(before), len(folded) + 1):
        if tuple(folded[number - len(before) : number]) == before:
            yield number


def _place_before(
    folded: Sequence[str], after: tuple[str, ...], first: int, room: int
) -> int | None:
    """Return the number of the first of the words ``after``, ``room`` behind ``first`` at most."""
    for number in range(first, min(first + room, len(folded)) + 1):
        end = number + len(after)
        if tuple(folded[number:end]) == after and (len(after) == NEIGHBOURS or end == len(folded)):
            return number
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _STARTS:
        end -= 1
    return Span(start, end)
