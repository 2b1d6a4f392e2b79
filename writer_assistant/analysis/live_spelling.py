"""The spelling of a draft that is being written: what is in view first, each paragraph once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from writer_assistant.analysis.mirror import Mirror, Place
from writer_assistant.analysis.spelling import Speller
from writer_assistant.text.span import Span


@dataclass(frozen=True, slots=True)
class SpellingReport:
    """All misspelt words of one paragraph; offsets from its start.

    Attributes:
        line: number of its first line, from 0.
        line_count: how many lines it has.
        length: code points of its text.
        words: in reading order.
    """

    line: int
    line_count: int
    length: int
    words: tuple[Span, ...]


class LiveSpelling:
    """Looks at the paragraphs of a mirror that were not looked at yet."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._speller: Speller | None = None
        self._next = 0

    def set_speller(self, speller: Speller | None) -> None:
        """Look at everything anew with ``speller``; None ends it."""
        self._speller = speller
        self._next = 0

    def look_again(self) -> None:
        """Tell that paragraphs came or went."""
        self._next = 0

    @property
    def pending(self) -> bool:
        """Whether there are paragraphs to look at."""
        if self._speller is None:
            return False
        places = self._mirror.places
        while self._next < len(places) and places[self._next].speller is self._speller:
            self._next += 1
        return self._next < len(places)

    def work(self, seconds: float) -> list[SpellingReport]:
        """Look at paragraphs for about so long, at one at least; return what is to be said."""
        end = time.perf_counter() + seconds
        reports: list[SpellingReport] = []
        for place in chain(self._in_view(), self._rest()):
            if self._speller is None or (reports and time.perf_counter() > end):
                break
            if place.speller is not self._speller:
                place.speller = self._speller
                reports.append(self._report(place, self._speller))
        return reports

    def _in_view(self) -> Iterator[Place]:
        return map(self._mirror.places.__getitem__, self._mirror.in_view())

    def _rest(self) -> Iterator[Place]:
        return islice(self._mirror.places, self._next, None)

    @staticmethod
    def _report(place: Place, speller: Speller) -> SpellingReport:
        content = place.known.content
        return SpellingReport(
            place.first_line, place.line_count, len(content.text), speller.misspelt(content)
        )
