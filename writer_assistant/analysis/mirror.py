"""The mirror of a draft that is being written: its lines, its paragraphs, and which of them wait.

An edit replaces lines; paragraphs that it does not touch stay the same objects, so that whatever is
known of them is kept. Lines are counted from 0 and come without their line end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from writer_assistant.analysis.acronyms import spelled_out
from writer_assistant.analysis.author import names_in
from writer_assistant.analysis.finding import Finding, JudgedSentence
from writer_assistant.analysis.pipeline import Seen
from writer_assistant.analysis.scores import Counts
from writer_assistant.text.draft import Block, Content
from writer_assistant.text.markup import read_content, split_paragraphs
from writer_assistant.text.words import count_words

_UNREAD = frozenset({Block.FRONT_MATTER, Block.COMMENT, Block.HTML})
_MANY = 20
"""An edit of more paragraphs than this is no typing; what is in view goes before it."""


@dataclass(slots=True, eq=False)
class Known:
    """What is known of a content wherever it stands; ``seen`` is None before it is parsed."""

    content: Content
    words: int
    characters: int
    acronyms: dict[str, str]
    names: tuple[str, ...]
    seen: tuple[Seen, ...] | None = None


@dataclass(slots=True, eq=False)
class Place:
    """A paragraph at its place, and what was last said of it, and by whom of its spelling."""

    known: Known
    first_line: int
    line_count: int
    waits: bool
    reported: tuple[tuple[Finding, ...], bool] | None = None
    sentences: tuple[JudgedSentence, ...] = ()
    counts: Counts = field(default_factory=Counts)
    speller: object = None

    @property
    def is_judged(self) -> bool:
        """Whether findings can lie in it."""
        return self.known.content.block.is_judged

    @property
    def part(self) -> tuple[Block, int, int]:
        """Its block, first line and number of lines."""
        return self.known.content.block, self.first_line, self.line_count


class Mirror:
    """Lines and paragraphs of one draft.

    Attributes:
        lines: all lines.
        places: all paragraphs, in order; empty lines belong to none.
    """

    def __init__(self, *, markup: bool = True) -> None:
        self.lines: list[str] = []
        self.places: list[Place] = []
        self._markup = markup
        self._known: dict[tuple[Block, str], Known] = {}
        self._urgent: list[Place] = []
        self._view = (0, 0)
        self._next = 0

    def edit(self, first: int, removed: int, lines: Sequence[str]) -> tuple[list[Place], range]:
        """Replace ``removed`` lines from line ``first`` on by ``lines``.

        Returns the paragraphs that are gone, and the numbers of those that came in their stead.

        Raises:
            ValueError: if the draft has no such lines.
        """
        if min(first, removed) < 0 or first + removed > len(self.lines):
            raise ValueError(f"no lines {first} to {first + removed} of {len(self.lines)}")
        self.lines[first : first + removed] = lines
        shift = len(lines) - removed
        parts = split_paragraphs(self.lines, markup=self._markup)
        head = self._unchanged_before(parts, first)
        tail = self._unchanged_behind(parts, head, first + removed, shift)
        gone = self.places[head : len(self.places) - tail]
        made = [self._place(*part) for part in parts[head : len(parts) - tail]]
        if shift:
            for place in self.places[len(self.places) - tail :]:
                place.first_line += shift
        self.places[head : len(self.places) - tail] = made
        lost = set(map(id, gone))
        self._urgent = [place for place in self._urgent if id(place) not in lost]
        if len(made) <= _MANY:
            self._urgent += made
        self._next = min(self._next, head)
        self._forget_unused()
        return gone, range(head, head + len(made))

    def show(self, first: int, last: int) -> None:
        """Let the lines from ``first`` to ``last`` go before others."""
        self._view = (first, last)

    def wake(self, number: int, *, urgent: bool = False) -> None:
        """Let paragraph ``number`` be analysed anew."""
        place = self.places[number]
        if place.is_judged:
            place.waits = True
            self._next = min(self._next, number)
            if urgent:
                self._urgent.append(place)

    def wake_all(self) -> None:
        """Let every paragraph be analysed anew."""
        for place in self.places:
            place.waits = place.is_judged
        self._next = 0

    def forget_seen(self) -> None:
        """Forget what was seen in every sentence."""
        for known in self._known.values():
            known.seen = None

    @property
    def pending(self) -> bool:
        """Whether a paragraph waits."""
        while self._next < len(self.places) and not self.places[self._next].waits:
            self._next += 1
        return self._next < len(self.places)

    def waiting(self, limit: int) -> list[int]:
        """Return the numbers of up to ``limit`` paragraphs that wait, the most urgent first."""
        self._urgent = [place for place in self._urgent if place.waits]
        chosen = dict.fromkeys(map(self.number_of, self._urgent[:limit]))
        for number in self.in_view():
            if len(chosen) >= limit:
                break
            if self.places[number].waits:
                chosen[number] = None
        if self.pending:
            for number in range(self._next, len(self.places)):
                if len(chosen) >= limit:
                    break
                if self.places[number].waits:
                    chosen[number] = None
        return list(chosen)

    def number_of(self, place: Place) -> int:
        """Return the number of a paragraph."""
        return self.number_at(place.first_line)

    def number_at(self, line: int) -> int:
        """Return the number of the last paragraph that begins at or before ``line``, or -1."""
        return bisect_right(self.places, line, key=lambda place: place.first_line) - 1

    def judged_from(self, number: int, step: int) -> Iterator[int]:
        """Yield the numbers of judged paragraphs from ``number`` on, without it, by ``step``."""
        while 0 <= (number := number + step) < len(self.places):
            if self.places[number].is_judged:
                yield number

    def starts(self) -> Iterator[int]:
        """Yield the offset of each paragraph's first code point."""
        line = start = 0
        for place in self.places:
            start += sum(len(text) + 1 for text in self.lines[line : place.first_line])
            line = place.first_line
            yield start

    def in_view(self) -> Iterator[int]:
        """Yield the numbers of the paragraphs that the person sees."""
        first, last = self._view
        for number in range(max(0, self.number_at(first)), len(self.places)):
            if self.places[number].first_line > last:
                return
            yield number

    def _place(self, block: Block, first_line: int, line_count: int) -> Place:
        text = "\n".join(self.lines[first_line : first_line + line_count])
        known = self._known.get((block, text))
        if known is None:
            known = self._known[block, text] = _know(read_content(text, block, markup=self._markup))
        # One that is not judged waits too: that nothing is found in it any more is to be said.
        return Place(known, first_line, line_count, waits=True)

    def _unchanged_before(self, parts: Sequence[tuple[Block, int, int]], line: int) -> int:
        """Return how many paragraphs end before ``line`` and are still what they were."""
        count = 0
        for place, part in zip(self.places, parts, strict=False):
            if place.first_line + place.line_count > line or place.part != part:
                break
            count += 1
        return count

    def _unchanged_behind(
        self, parts: Sequence[tuple[Block, int, int]], head: int, line: int, shift: int
    ) -> int:
        """Return how many paragraphs begin at or behind ``line`` and only moved."""
        count = 0
        most = min(len(self.places), len(parts)) - head
        while count < most:
            place = self.places[-1 - count]
            block, first, lines = parts[-1 - count]
            if place.first_line < line or place.part != (block, first - shift, lines):
                break
            count += 1
        return count

    def _forget_unused(self) -> None:
        if len(self._known) > 2 * len(self.places) + 1_000:
            used = {id(place.known) for place in self.places}
            self._known = {key: known for key, known in self._known.items() if id(known) in used}


def _know(content: Content) -> Known:
    read = "" if content.block in _UNREAD else content.prose or content.text
    return Known(
        content,
        words=count_words(read),
        characters=len(read),
        acronyms=spelled_out(content.prose) if content.block.is_judged else {},
        names=names_in(content),
    )
