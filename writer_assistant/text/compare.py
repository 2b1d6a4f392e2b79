"""What changed between two states of a text, word by word.

Lines are matched first, by ``difflib``; then the words of those that changed, by Myers' greedy
algorithm (An O(ND) Difference Algorithm and Its Variations, Algorithmica 1, 1986), whose time grows
with what changed and not with how often a word comes up. In the end small islands of sameness
between changes are given up, so that a rewritten sentence reads as one change, not as confetti.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\n|[^\S\n]+|\w+(?:['’]\w+)*|.")
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_MOST = 300
"""Tokens that come and go where words are matched; with more, lines are paired first."""
_STEPS = 3_000_000
"""Steps that matching words takes in all, some seconds; lines left over are taken as a whole."""
_ALIKE = 0.2
"""Least share of words that stay for two states of a line to be shown as one that was changed."""
_ENDS = 3
"""Words at either end by which lines are paired where there are too many tokens."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of either text, or of both.

    Attributes:
        change: what became of it.
        text: its characters; never empty.
    """

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """Lines that stand beside each other, without the line end that both have.

    Attributes:
        pieces: how the old ones became the new ones; empty for an empty line that stayed.
    """

    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything is different."""
        return any(piece.change is not Change.SAME for piece in self.pieces)

    def side(self, change: Change) -> tuple[Piece, ...]:
        """Return what stayed, and what was ``REMOVED`` (the old side) or ``ADDED`` (the new)."""
        return tuple(piece for piece in self.pieces if piece.change in {Change.SAME, change})


@dataclass(frozen=True, slots=True)
class Difference:
    """How much changed.

    Attributes:
        places: how often something changed between two pieces that stayed.
        added: words that came.
        removed: words that went.
    """

    places: int = 0
    added: int = 0
    removed: int = 0


def compare(old: str, new: str) -> list[Piece]:
    r"""Return how ``old`` became ``new``; lines end with ``\n``.

    The pieces that stayed or went are ``old``; those that stayed or came are ``new``. What went
    stands before what came in its stead.
    """
    pieces: list[Piece] = []
    words = _WordMatcher()
    for before, after in _matched_lines(_lines(old), _lines(new)):
        if before == after:
            pieces += _whole("".join(before), Change.SAME)
        else:
            pieces += words.compare(before, after)
    return list(_merged(pieces))


def rows(pieces: Iterable[Piece]) -> Iterator[Row]:
    """Yield the lines of both texts, those beside each other that belong together."""
    row: list[Piece] = []
    for piece in pieces:
        if piece.change is not Change.SAME:
            row.append(piece)
            continue
        first, *others = piece.text.split("\n")
        row += _whole(first, Change.SAME)
        for line in others:
            yield Row(tuple(row))
            row = _whole(line, Change.SAME)
    yield Row(tuple(row))


def difference(pieces: Iterable[Piece]) -> Difference:
    """Return how much changed."""
    places, words, was_same = 0, dict.fromkeys(Change, 0), True
    for piece in pieces:
        is_same = piece.change is Change.SAME
        places += was_same and not is_same
        was_same = is_same
        words[piece.change] += word_count(piece.text)
    return Difference(places, words[Change.ADDED], words[Change.REMOVED])


def changed_part(old: str, new: str) -> tuple[int, int, int]:
    """Return where the only stretch begins that differs, and its end in ``old`` and in ``new``."""
    shorter = min(len(old), len(new))
    start = _agreeing(shorter, lambda count: old[:count] == new[:count])
    end = _agreeing(
        shorter - start, lambda count: old[len(old) - count :] == new[len(new) - count :]
    )
    return start, len(old) - end, len(new) - end


def _agreeing(most: int, holds: Callable[[int], bool]) -> int:
    """Return the largest count up to ``most`` that holds, as all smaller ones do."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if holds(middle):
            low = middle
        else:
            most = middle - 1
    return low


def word_count(text: str) -> int:
    """Return how many words ``text`` has."""
    return sum(1 for _ in _WORDS.finditer(text))


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _whole(text: str, change: Change) -> list[Piece]:
    return [Piece(change, text)] if text else []


Block = tuple[Sequence[str], Sequence[str]]


def _matched_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Yield blocks of lines, in order, that are the same or stand for each other."""
    first, last = _common_ends(before, after)
    yield before[:first], after[:first]
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    # Empty lines are everywhere: they are matched beside others only.
    matcher = SequenceMatcher(lambda line: not line.strip(), old, new)
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        yield old[old_start:old_end], new[new_start:new_end]
    yield before[len(before) - last :], after[len(after) - last :]


def _common_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    shorter, first, last = min(len(before), len(after)), 0, 0
    while first < shorter and before[first] == after[first]:
        first += 1
    while last < shorter - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return first, last


class _WordMatcher:
    """Compares lines word by word, as long as that does not take too long."""

    def __init__(self) -> None:
        self._steps_left = _STEPS

    def compare(self, before: Sequence[str], after: Sequence[str]) -> list[Piece]:
        """Return how some lines became others."""
        pieces = self._compare_tokens(_tokens(before), _tokens(after))
        if pieces is not None:
            return pieces
        pieces = []
        for some, others in _paired(before, after):
            pieces += self._compare_tokens(_tokens(some), _tokens(others)) or [
                *_whole("".join(some), Change.REMOVED),
                *_whole("".join(others), Change.ADDED),
            ]
        return pieces

    def _compare_tokens(self, old: Sequence[str], new: Sequence[str]) -> list[Piece] | None:
        """Return the pieces of two lists of tokens; None if too many of them come and go."""
        first, last = _common_ends(old, new)
        edits = self._shortest_edits(old[first : len(old) - last], new[first : len(new) - last])
        if edits is None:
            return None
        pieces = _whole("".join(old[:first]), Change.SAME) + edits
        pieces += _whole("".join(old[len(old) - last :]), Change.SAME)
        return [piece for row in _split_at_lines(pieces) for piece in _readable(row)]

    def _shortest_edits(self, old: Sequence[str], new: Sequence[str]) -> list[Piece] | None:
        """Return the fewest tokens that go and come; None if they are more than ``_MOST``."""
        if not old or not new:
            return _whole("".join(old), Change.REMOVED) + _whole("".join(new), Change.ADDED)
        furthest = {1: 0}
        trace: list[dict[int, int]] = []
        for count in range(min(_MOST, len(old) + len(new)) + 1):
            trace.append(furthest.copy())
            self._steps_left -= count
            if self._steps_left < 0:
                return None
            for diagonal in range(-count, count + 1, 2):
                comes = _comes(furthest, diagonal, count)
                at = furthest[diagonal + 1] if comes else furthest[diagonal - 1] + 1
                other = at - diagonal
                while at < len(old) and other < len(new) and old[at] == new[other]:
                    at, other = at + 1, other + 1
                furthest[diagonal] = at
                if at >= len(old) and other >= len(new):
                    return list(reversed(list(_walked_back(trace, old, new))))
        return None


def _comes(furthest: Mapping[int, int], diagonal: int, count: int) -> bool:
    """Whether the last edit of the best path to ``diagonal`` is a token that comes."""
    return diagonal == -count or (
        diagonal != count and furthest[diagonal - 1] < furthest[diagonal + 1]
    )


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Yield lines that begin and end alike one by one, the others in blocks."""
    if len(before) == len(after):
        yield from (([old], [new]) for old, new in zip(before, after, strict=True))
        return
    old, new = [_ends(line) for line in before], [_ends(line) for line in after]
    matcher = SequenceMatcher(None, old, new)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        some, others = before[old_start:old_end], after[new_start:new_end]
        if tag == "equal":
            yield from (([one], [other]) for one, other in zip(some, others, strict=True))
        else:
            yield some, others


def _ends(line: str) -> tuple[str, ...]:
    words = line.casefold().split()
    return (*words[:_ENDS], "", *words[-_ENDS:])


def _tokens(lines: Iterable[str]) -> list[str]:
    return _TOKENS.findall("".join(lines))


def _walked_back(
    trace: Sequence[Mapping[int, int]], old: Sequence[str], new: Sequence[str]
) -> Iterator[Piece]:
    """Yield the tokens of the path that was found, from its end."""
    at, other = len(old), len(new)
    for count in range(len(trace) - 1, 0, -1):
        furthest, diagonal = trace[count], at - other
        comes = _comes(furthest, diagonal, count)
        until = furthest[diagonal + 1] if comes else furthest[diagonal - 1] + 1
        while at > until:
            at, other = at - 1, other - 1
            yield Piece(Change.SAME, old[at])
        if comes:
            other -= 1
            yield Piece(Change.ADDED, new[other])
        else:
            at -= 1
            yield Piece(Change.REMOVED, old[at])
    while at:
        at -= 1
        yield Piece(Change.SAME, old[at])


def _split_at_lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield rows as ``rows`` does, but each with the line end that both have."""
    row: list[Piece] = []
    for piece in pieces:
        if piece.change is not Change.SAME:
            row.append(piece)
            continue
        for line in _lines(piece.text):
            row.append(Piece(Change.SAME, line))
            if line.endswith("\n"):
                yield row
                row = []
    yield row


def _readable(row: list[Piece]) -> list[Piece]:
    """Give up islands between changes, or the whole line if hardly anything of it stayed."""
    if all(piece.change is Change.SAME for piece in row):
        return row
    words = dict.fromkeys(Change, 0)
    for piece in row:
        words[piece.change] += word_count(piece.text)
    changed = max(words[Change.REMOVED], words[Change.ADDED])
    if words[Change.SAME] < _ALIKE * changed:
        ended = row[-1].change is Change.SAME and row[-1].text.endswith("\n")
        end = [Piece(Change.SAME, "\n")] if ended else []
        if ended:
            row = [*row[:-1], *_whole(row[-1].text[:-1], Change.SAME)]
        return [*_given_up(row), *end]
    return _without_islands(list(_merged(row)))


def _given_up(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` as one removal and one addition."""
    old = "".join(piece.text for piece in pieces if piece.change is not Change.ADDED)
    new = "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED)
    return _whole(old, Change.REMOVED) + _whole(new, Change.ADDED)


def _without_islands(row: list[Piece]) -> list[Piece]:
    index = 0
    while index < len(row):
        piece = row[index]
        if piece.change is Change.SAME and 0 < index < len(row) - 1 and "\n" not in piece.text:
            start, before = _changed_from(row, index, -1)
            end, behind = _changed_from(row, index, 1)
            if 2 * word_count(piece.text) <= min(before, behind, 4):
                row[start : end + 1] = _given_up(row[start : end + 1])
                index = start
                continue
        index += 1
    return row


def _changed_from(row: Sequence[Piece], index: int, step: int) -> tuple[int, int]:
    """Return the last of the changes beside ``index``, and how many words they change at most."""
    words, at = 0, index
    while 0 <= at + step < len(row) and row[at + step].change is not Change.SAME:
        at += step
        words = max(words, word_count(row[at].text))
    return at, words


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield what went and what came between two pieces that stayed as one piece each."""
    texts = dict.fromkeys(Change, "")
    for piece in pieces:
        if piece.change is Change.SAME:
            yield from _whole(texts[Change.REMOVED], Change.REMOVED)
            yield from _whole(texts[Change.ADDED], Change.ADDED)
            texts[Change.REMOVED] = texts[Change.ADDED] = ""
        elif texts[Change.SAME]:
            yield Piece(Change.SAME, texts[Change.SAME])
            texts[Change.SAME] = ""
        texts[piece.change] += piece.text
    for change in (Change.SAME, Change.REMOVED, Change.ADDED):
        yield from _whole(texts[change], change)
