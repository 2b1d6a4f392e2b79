"""Findings that follow the typing: kept at positions of the document while it changes.

Positions are Qt's: UTF-16 units from the start of the document. This module is plain Python, so
that every edit can be tried against it quickly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from operator import attrgetter

from writer_assistant.analysis.finding import GAP, WORD_KINDS, How, Kind, Severity, Source

_ids = count(1)


class _Run:
    """The findings of one paragraph, counted from the first of them, so that they move as one."""

    __slots__ = ("findings", "position", "reach", "shown")

    def __init__(self, findings: list[LiveFinding]) -> None:
        self.position = findings[0].start
        self.findings = findings
        self.shown: tuple[LiveFinding, ...] = ()
        self.reach = max(max(f.end, f.sentence_end) for f in findings) - self.position
        for finding in findings:
            finding.move_to(self)


class LiveFinding:
    """A finding of the draft in the window.

    Identity matters: as long as its words stay, the object stays the same, whatever is typed
    elsewhere. ``start``, ``end`` and the sentence's are always of the moment.

    Attributes:
        id: a number that no other finding of this run of the program has.
        kind: as in ``analysis.finding.Finding``, and so ``subkind``, ``severity``, ``text``,
            ``message`` and ``reason``.
        lines_before: how many lines its paragraph has before the one in which it begins.
    """

    __slots__ = (
        "_end",
        "_run",
        "_sentence_end",
        "_sentence_start",
        "_start",
        "id",
        "kind",
        "lines_before",
        "message",
        "reason",
        "severity",
        "subkind",
        "text",
    )

    def __init__(
        self,
        kind: Kind,
        severity: Severity,
        span: tuple[int, int],
        sentence: tuple[int, int],
        text: str,
        message: str = "",
        reason: str = "",
        subkind: str | None = None,
        lines_before: int = 0,
    ) -> None:
        self.id = next(_ids)
        self.kind = kind
        self.severity = severity
        self.text = text
        self.message = message
        self.reason = reason
        self.subkind = subkind
        self.lines_before = lines_before
        self._run: _Run | None = None
        self._start, self._end = span
        self._sentence_start, self._sentence_end = sentence

    def __repr__(self) -> str:
        return f"<{self.kind} {self.start}-{self.end} {self.text!r}>"

    @property
    def _base(self) -> int:
        return self._run.position if self._run else 0

    @property
    def start(self) -> int:
        """Position of its first unit in the document."""
        return self._base + self._start

    @property
    def end(self) -> int:
        """Position behind its last unit."""
        return self._base + self._end

    @property
    def sentence_start(self) -> int:
        """Position of the first unit of the sentence in which it stands."""
        return self._base + self._sentence_start

    @property
    def sentence_end(self) -> int:
        """Position behind the sentence in which it stands."""
        return self._base + self._sentence_end

    @property
    def is_live(self) -> bool:
        """Whether it is still found in the draft."""
        return self._run is not None

    @property
    def of_words(self) -> bool:
        """Whether it judges words, not a whole sentence."""
        return self.kind in WORD_KINDS

    def shift(self, by: int) -> None:
        """Move it by so many units."""
        self._start += by
        self._end += by
        self._sentence_start += by
        self._sentence_end += by

    def follow(self, position: int, old_end: int, by: int) -> None:
        """Follow an edit, from ``position`` to ``old_end``, that left its own words alone."""
        base = self._base

        def start(at: int) -> int:
            return at + by if at + base >= old_end else min(at, position - base)

        def end(at: int) -> int:
            return at if at + base <= position else max(at + by, position - base)

        self._start, self._end = start(self._start), end(self._end)
        self._sentence_start = start(self._sentence_start)
        self._sentence_end = end(self._sentence_end)

    def move_to(self, run: _Run | None) -> None:
        """Count its positions from ``run`` (or from the start of the document)."""
        self.shift(self._base - (run.position if run else 0))
        self._run = run

    def take_over(self, other: LiveFinding) -> bool:
        """Become ``other``, which was just reported, if both say the same of the same words."""
        if self._said != other._said:
            return False
        self._sentence_start = other.sentence_start - self._base
        self._sentence_end = other.sentence_end - self._base
        self.lines_before = other.lines_before
        return True

    @property
    def _said(self) -> tuple[object, ...]:
        return (
            self.start,
            self.kind,
            self.text,
            self.severity,
            self.reason,
            self.subkind,
            self.message,
        )


@dataclass(frozen=True, slots=True)
class LiveSuggestion:
    """What may stand instead of a finding, or of the sentence around it.

    Attributes:
        finding: whose it is.
        text: the new text, gaps marked ``[…]``; empty for a removal.
        how: where it comes from.
        source: the persona entry that it draws on, if it draws on one.
        original: the text that it replaces.
        offset: where that text begins, in units from the start of the finding.
    """

    finding: LiveFinding
    text: str
    how: How
    source: Source | None
    original: str
    offset: int = 0

    @property
    def complete(self) -> bool:
        """Whether it can stand as it is."""
        return GAP not in self.text


@dataclass(frozen=True, slots=True)
class DraftScores:
    """What is said of the whole draft; None where it is not known (yet).

    Attributes:
        words: how many it has.
        characters: how many it has, line ends not counted.
        focus: share (0 to 1) of the sentences that serve the reader.
        customer_first: whether its first sentence speaks of the reader's world.
        customer_last: whether its last one does.
        reading_grade: Flesch-Kincaid school grade.
        analysed: share (0 to 1) of the paragraphs that these figures rest on.
    """

    words: int | None = None
    characters: int | None = None
    focus: float | None = None
    customer_first: bool | None = None
    customer_last: bool | None = None
    reading_grade: float | None = None
    analysed: float = 0.0


_position = attrgetter("position")


class FindingStore:
    """All findings of a draft, in reading order, and which of them are shown.

    An edit costs one addition for each paragraph behind it that has findings.

    Args:
        is_shown: decides which findings are shown.
    """

    def __init__(self, is_shown: Callable[[LiveFinding], bool]) -> None:
        self._is_shown = is_shown
        self._runs: list[_Run] = []

    def __iter__(self) -> Iterator[LiveFinding]:
        for run in self._runs:
            yield from run.findings

    def shown(self) -> list[LiveFinding]:
        """Return all that are shown, in reading order."""
        return [finding for run in self._runs for finding in run.shown]

    def shown_between(self, start: int, end: int) -> list[LiveFinding]:
        """Return those that are shown and touch the positions from ``start`` to ``end``."""
        found: list[LiveFinding] = []
        for run in self._reaching(start, end):
            found += [f for f in run.shown if f.start <= end and f.end >= start]
        return found

    def between(self, start: int, end: int) -> list[LiveFinding]:
        """Return all that begin from ``start`` to ``end``, shown or not."""
        found: list[LiveFinding] = []
        for run in self._reaching(start, end):
            found += [f for f in run.findings if start <= f.start <= end]
        return found

    def clear(self) -> None:
        """Forget all."""
        for finding in self:
            finding.move_to(None)
        self._runs = []

    def edit(
        self, position: int, removed: int, shift: int, *, parted: tuple[bool, bool] = (False, False)
    ) -> list[LiveFinding]:
        """Follow an edit: ``removed`` units at ``position`` went, all behind moves by ``shift``.

        Findings that it touches are forgotten. ``parted`` tells whether there is a space where the
        new text begins and where it ends, so that a finding which ends or begins right there is not
        touched. Returns those forgotten that were shown.
        """
        old_end = position + removed
        last_kept_end = position if parted[0] else position - 1
        first_kept_start = old_end if parted[1] else old_end + 1
        gone: list[LiveFinding] = []
        runs = self._runs
        index = first = self._first_reaching(position)
        remade: list[_Run] = []
        while index < len(runs) and runs[index].position <= old_end:
            run = runs[index]
            index += 1
            shown = set(run.shown)
            kept: list[LiveFinding] = []
            for finding in run.findings:
                if finding.end <= last_kept_end or finding.start >= first_kept_start:
                    kept.append(finding)
                else:
                    finding.move_to(None)
                    if finding in shown:
                        gone.append(finding)
            for finding in kept:
                finding.follow(position, old_end, shift)
            if kept:
                new = _Run(kept)
                new.shown = tuple(finding for finding in kept if finding in shown)
                remade.append(new)
        if shift:
            for run in runs[index:]:
                run.position += shift
        runs[first:index] = remade
        return gone

    def replace(
        self, start: int, end: int, findings: Sequence[LiveFinding]
    ) -> tuple[list[LiveFinding], list[LiveFinding]]:
        """Put ``findings`` in the place of all that begin from ``start`` to ``end``.

        One that says the same as one that was there is not taken: the old one stays. Returns
        those that were shown and are not any more, and those that are shown now and were not.
        """
        runs = self._runs
        index = first = self._first_reaching(start)
        old: list[LiveFinding] = []
        was_shown: dict[LiveFinding, None] = {}
        made: list[_Run] = []
        while index < len(runs) and runs[index].position <= end:
            run = runs[index]
            index += 1
            old += [f for f in run.findings if start <= f.start <= end]
            was_shown.update({f: None for f in run.shown if start <= f.start <= end})
            before = [f for f in run.findings if f.start < start]
            behind = [f for f in run.findings if f.start > end]
            made += [self._new_run(rest) for rest in (before, behind) if rest]
        taken = []
        by_place = {(f.kind, f.start): f for f in old}
        for finding in findings:
            known = by_place.get((finding.kind, finding.start))
            taken.append(known if known is not None and known.take_over(finding) else finding)
        for finding in old:
            finding.move_to(None)
        now_shown: tuple[LiveFinding, ...] = ()
        if taken:
            taken.sort(key=lambda f: (f.start, -f.end))
            new = self._new_run(taken)
            now_shown = new.shown
            made.append(new)
            made.sort(key=_position)
        runs[first:index] = made
        kept = set(now_shown)
        return (
            [f for f in was_shown if f not in kept],
            [f for f in now_shown if f not in was_shown],
        )

    def show_anew(self) -> None:
        """Decide anew for all which are shown."""
        for run in self._runs:
            run.shown = tuple(filter(self._is_shown, run.findings))

    def show_anew_between(
        self, start: int, end: int
    ) -> tuple[list[LiveFinding], list[LiveFinding]]:
        """Decide anew for paragraphs between two positions; as ``replace``, returns the changes."""
        gone: list[LiveFinding] = []
        come: list[LiveFinding] = []
        for run in self._reaching(start, end):
            shown = tuple(filter(self._is_shown, run.findings))
            before, now = set(run.shown), set(shown)
            gone += [f for f in run.shown if f not in now]
            come += [f for f in shown if f not in before]
            run.shown = shown
        return gone, come

    def _new_run(self, findings: list[LiveFinding]) -> _Run:
        run = _Run(findings)
        run.shown = tuple(filter(self._is_shown, findings))
        return run

    def _reaching(self, start: int, end: int) -> Iterator[_Run]:
        for index in range(self._first_reaching(start), len(self._runs)):
            if self._runs[index].position > end:
                break
            yield self._runs[index]

    def _first_reaching(self, position: int) -> int:
        """Return the index of the first run that ends at or behind ``position``."""
        index = bisect_right(self._runs, position, key=_position)
        if index and self._runs[index - 1].position + self._runs[index - 1].reach >= position:
            return index - 1
        return index


def span_of(findings: Iterable[LiveFinding]) -> tuple[int, int] | None:
    """Return the positions from the first to the last of ``findings``; None if there are none."""
    ends = [(f.start, f.end) for f in findings]
    return (min(ends)[0], max(end for _, end in ends)) if ends else None
