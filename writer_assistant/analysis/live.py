"""A draft that is being written: its findings kept, and only what an edit touches done anew.

The command analyses whole drafts through the same class, so window and command cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from writer_assistant.analysis.author import author_of
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, JudgedSentence, Kind, Report, Scores
from writer_assistant.analysis.live_spelling import LiveSpelling
from writer_assistant.analysis.mirror import Mirror, Place
from writer_assistant.analysis.pipeline import REACH, Seen, Settings, find, find_words, see_all
from writer_assistant.analysis.reader_world import says_something, serves_reader, speaks_to_reader
from writer_assistant.analysis.rule import Context
from writer_assistant.analysis.scores import Counts, LiveScores
from writer_assistant.analysis.syllables import count_syllables, reading_grade
from writer_assistant.persona.model import Author
from writer_assistant.text.draft import Block
from writer_assistant.text.front_matter import read_front_matter
from writer_assistant.text.words import count_words

_NOBODY = Author()


@dataclass(frozen=True, slots=True)
class ParagraphReport:
    """All findings of one paragraph; offsets from its start.

    Attributes:
        line: number of its first line, from 0.
        line_count: how many lines it has.
        length: code points of its text.
        findings: in reading order.
        grammar: whether grammar was asked, or lexicons only.
    """

    line: int
    line_count: int
    length: int
    findings: tuple[Finding, ...]
    grammar: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with all that suggestions for it may need; offsets from the paragraph's start."""

    finding: Finding
    seen: Seen
    context: Context


class LiveDraft:
    """A draft, its findings and scores. Lines are counted from 0, without their line end.

    Attributes:
        spelling: what is misspelt in it.
    """

    def __init__(
        self, settings: Settings, engine: Engine | None = None, *, markup: bool = True
    ) -> None:
        self._settings = settings
        self._engine = engine
        self._mirror = Mirror(markup=markup)
        self.spelling = LiveSpelling(self._mirror)
        self._author: Author | None = None
        self._spelled_out: dict[str, str] = {}
        self._ends: tuple[Place | None, Place | None] = (None, None)
        self._ends_known = False
        self._counts = Counts()

    def set_lines(self, lines: Sequence[str]) -> None:
        """Begin anew with these lines."""
        self.edit(0, len(self._mirror.lines), lines)

    def edit(self, first: int, removed: int, lines: Sequence[str]) -> None:
        """Replace ``removed`` lines from line ``first`` on by ``lines``.

        Raises:
            ValueError: if the draft has no such lines.
        """
        gone, made = self._mirror.edit(first, removed, lines)
        self.spelling.look_again()
        for place in gone:
            self._counts -= place.counts
        self._ends_known = False
        self._wake_neighbours(made)
        self._learn_from([*gone, *(self._mirror.places[number] for number in made)])

    def set_settings(self, settings: Settings) -> None:
        """Judge everything anew by ``settings``."""
        self._settings = settings
        self._author = None
        self._learn_from(())
        self._mirror.wake_all()
        self._ends_known = False

    def set_engine(self, engine: Engine) -> None:
        """Ask grammar from now on, also of what only lexicons were asked."""
        self._engine = engine
        self._mirror.wake_all()
        self._ends_known = False

    def show(self, first: int, last: int) -> None:
        """Analyse lines ``first`` to ``last`` before others."""
        self._mirror.show(first, last)

    @property
    def author(self) -> Author:
        """Who writes, by persona, settings, front matter and the draft itself."""
        return self._author or _NOBODY

    @property
    def pending(self) -> bool:
        """Whether paragraphs wait to be analysed."""
        return self._mirror.pending

    def work(self, limit: int = 1) -> list[ParagraphReport]:
        """Analyse up to ``limit`` paragraphs that wait, edited ones first, then those in view.

        Returns the reports of those of which something new is to be said; that may be none while
        others still wait.
        """
        self._find_ends()
        # Those that come next are parsed already: while these are judged, the transformer reads
        # them on another core.
        numbers = self._mirror.waiting(2 * limit)
        if self._engine is not None:
            near = {n: None for number in numbers for n in (number, *self._near(number))}
            self._see([self._mirror.places[number] for number in near])
        now = numbers[:limit]
        return [report for number in now if (report := self._analyse(number)) is not None]

    def scores(self) -> LiveScores:
        """Return the scores, as far as the draft is analysed."""
        places = self._mirror.places
        judged = sum(place.is_judged for place in places)
        waiting = sum(place.waits and place.is_judged for place in places)
        done = judged - waiting if self._engine else 0
        counts = self._counts
        first, last = self._ends
        return LiveScores(
            Scores(
                focus=round(counts.serving / counts.sentences, 3) if counts.sentences else None,
                customer_first=self._speaks_to_reader(first, last=False),
                customer_last=self._speaks_to_reader(last, last=True),
                reading_grade=reading_grade(counts.graded_words, counts.graded, counts.syllables),
            ),
            words=sum(place.known.words for place in places),
            characters=sum(place.known.characters for place in places),
            analysed=done / judged if judged else 1.0,
        )

    def report(self) -> Report:
        """Analyse all that waits and return all that is to be said; offsets from the start."""
        limit = 8  # few at first, so that the transformer soon has something to read
        while self.pending:
            self.work(limit)
            limit = min(2 * limit, 64)
        sentences: list[JudgedSentence] = []
        findings: list[Finding] = []
        for start, place in zip(self._mirror.starts(), self._mirror.places, strict=True):
            sentences += (
                JudgedSentence(s.span.shifted(start), s.serves_reader) for s in place.sentences
            )
            if place.reported:
                findings += (finding.shifted(start) for finding in place.reported[0])
        live = self.scores()
        return Report(live.words, live.scores, tuple(sentences), tuple(findings))

    def found_at(self, line: int, kind: Kind, start: int, end: int) -> Found | None:
        """Return a finding as it was reported of the paragraph that begins at ``line``."""
        number = self._mirror.number_at(line)
        place = self._mirror.places[number] if number >= 0 else None
        if place is None or place.first_line != line or not place.reported:
            return None
        for finding in place.reported[0]:
            if (finding.kind, finding.span.start, finding.span.end) == (kind, start, end):
                return self._found(number, finding)
        return None

    def found(self) -> Iterator[tuple[int, Found]]:
        """Yield every finding of grammar, with its paragraph's offset in the draft, in order."""
        starts = self._mirror.starts()
        for number, (start, place) in enumerate(zip(starts, self._mirror.places, strict=True)):
            for finding in place.reported[0] if place.reported else ():
                found = self._found(number, finding)
                if found is not None:
                    yield start, found

    # What paragraphs tell each other

    def _wake_neighbours(self, made: range) -> None:
        for outside, step in ((made.start, -1), (made.stop - 1, 1)):
            sentences = 0
            for number in self._mirror.judged_from(outside, step):
                self._mirror.wake(number, urgent=True)
                sentences += len(self._mirror.places[number].known.seen or ()) or 1
                if sentences >= REACH:
                    break

    def _learn_from(self, touched: Sequence[Place]) -> None:
        """Find out anew what holds for the whole draft, where ``touched`` may have changed it."""
        known = [place.known for place in touched]
        if self._author is None or any(
            k.names or k.content.block is Block.FRONT_MATTER for k in known
        ):
            author = author_of(
                self._settings.known_authors,
                self._front_matter(),
                (name for place in self._mirror.places for name in place.known.names),
            )
            if author != self._author:
                self._author = author
                self._mirror.forget_seen()
                self._mirror.wake_all()
                self._ends_known = False
        if any(k.acronyms for k in known):
            now = {a: o for p in self._mirror.places for a, o in p.known.acronyms.items()}
            changed = now.keys() ^ self._spelled_out.keys()
            self._spelled_out = now
            for number, place in enumerate(self._mirror.places):
                if any(acronym in place.known.content.prose for acronym in changed):
                    self._mirror.wake(number)

    def _front_matter(self) -> dict[str, str]:
        places = self._mirror.places
        if places and places[0].known.content.block is Block.FRONT_MATTER:
            return read_front_matter(places[0].known.content.text)
        return {}

    def _near(self, number: int) -> Iterator[int]:
        for step in (-1, 1):
            for count, near in enumerate(self._mirror.judged_from(number, step), 1):
                yield near
                if count == REACH:
                    break

    def _find_ends(self) -> None:
        """Find the paragraphs of the first and the last sentence that say something."""
        if self._ends_known or self._engine is None:
            return
        self._ends_known = True
        last = len(self._mirror.places)
        ends = (self._end(-1, 1), self._end(last, -1))
        for before, now in zip(self._ends, ends, strict=True):
            if before is not now:
                for place in (before, now):
                    number = self._number_of(place)
                    if number >= 0:
                        self._mirror.wake(number)
        self._ends = ends

    def _number_of(self, place: Place | None) -> int:
        """Return the number of a paragraph, or -1 if an edit has taken it away."""
        number = self._mirror.number_of(place) if place else -1
        return number if number >= 0 and self._mirror.places[number] is place else -1

    def _end(self, outside: int, step: int) -> Place | None:
        for number in self._mirror.judged_from(outside, step):
            place = self._mirror.places[number]
            self._see([place])
            if any(says_something(seen.facts) for seen in place.known.seen or ()):
                return place
        return None

    def _speaks_to_reader(self, place: Place | None, *, last: bool) -> bool:
        seen = place.known.seen or () if place else ()
        saying = _saying(seen)
        number = self._number_of(place)
        if number < 0 or not saying:
            return False
        at = saying[-1 if last else 0]
        context = self._context(number, at)
        return speaks_to_reader(
            context.facts, seen[at].sentence, context.persona, context.judgement
        )

    # Findings

    def _see(self, places: Sequence[Place]) -> None:
        if self._engine is None or self._author is None:
            return
        unseen = (p.known for p in places if p.is_judged and p.known.seen is None)
        missing = list({id(known): known for known in unseen}.values())
        seen = see_all([known.content for known in missing], self._engine, self._author)
        for known, what in zip(missing, seen, strict=True):
            known.seen = what
        if self._settings.judge is not None:
            facts = (one.facts for place in places for one in place.known.seen or ())
            self._settings.judge.prepare(facts, self._settings.knowledge)

    def _analyse(self, number: int) -> ParagraphReport | None:
        place = self._mirror.places[number]
        place.waits = False
        content = place.known.content
        findings: tuple[Finding, ...]
        if not place.is_judged:
            findings = ()
        elif self._engine is None:
            findings = find_words(content, self._settings, self.author)
        else:
            findings = self._judge(number, place)
        said = (findings, self._engine is not None)
        if said == place.reported:
            return None
        place.reported = said
        return ParagraphReport(
            place.first_line, place.line_count, len(content.text), findings, said[1]
        )

    def _judge(self, number: int, place: Place) -> tuple[Finding, ...]:
        findings: list[Finding] = []
        sentences: list[JudgedSentence] = []
        counts = Counts()
        for at, seen in enumerate(place.known.seen or ()):
            context = self._context(number, at)
            here = find(seen.sentence, context)
            findings += here
            serves = serves_reader(seen.facts, here)
            sentences.append(JudgedSentence(seen.sentence.span, serves))
            text = seen.sentence.text
            says = says_something(seen.facts)
            counts += Counts(
                syllables=count_syllables(text),
                graded_words=count_words(text),
                graded=1,
                sentences=int(says),
                serving=int(says and serves),
            )
        self._counts += counts
        self._counts -= place.counts
        place.counts = counts
        place.sentences = tuple(sentences)
        return tuple(findings)

    def _found(self, number: int, finding: Finding) -> Found | None:
        for at, seen in enumerate(self._mirror.places[number].known.seen or ()):
            if seen.sentence.span == finding.sentence:
                return Found(finding, seen, self._context(number, at))
        return None

    def _context(self, number: int, at: int) -> Context:
        place = self._mirror.places[number]
        seen = place.known.seen or ()
        here = seen[at]
        first, last = self._ends
        before = self._facts_from(number, -1, seen[max(0, at - REACH) : at][::-1])
        after = self._facts_from(number, 1, seen[at + 1 : at + 1 + REACH])
        judge = self._settings.judge
        context = Context(
            facts=here.facts,
            author=self.author,
            lexicons=self._settings.lexicons,
            before=before,
            after=after,
            is_first=place is first and _saying(seen)[0] == at,
            is_last=place is last and _saying(seen)[-1] == at,
            persona=self._settings.persona,
            spelled_out=self._spelled_out,
            channel=self._settings.channel,
        )
        if judge is None:
            return context
        return replace(context, judgement=judge.judge(context))

    def _facts_from(self, number: int, step: int, own: Sequence[Seen]) -> tuple[Facts, ...]:
        facts = [seen.facts for seen in own[:REACH]]
        for near in self._mirror.judged_from(number, step):
            if len(facts) >= REACH:
                break
            facts += [seen.facts for seen in (self._mirror.places[near].known.seen or ())[::step]]
        return tuple(facts[:REACH])


def _saying(seen: Sequence[Seen]) -> list[int]:
    """Return the numbers of the sentences that say something."""
    return [at for at, one in enumerate(seen) if says_something(one.facts)]
