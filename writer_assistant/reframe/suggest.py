"""Suggestions for a finding: what may stand instead, best first, and where each comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import Finding, How, Kind, Severity, Suggestion
from writer_assistant.persona.model import Answer, Pain, Persona
from writer_assistant.reframe.asks import with_reason
from writer_assistant.reframe.claims import checkable
from writer_assistant.reframe.compose import Idea, ideas, is_likely, taught
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.flip import flips, kept_fact
from writer_assistant.reframe.ground import end_of, endings, fresh, openings
from writer_assistant.reframe.match import Match, Matcher, Query
from writer_assistant.reframe.place import Place
from writer_assistant.reframe.plain import plainer
from writer_assistant.reframe.spelling import spelt, variety_of, words_of
from writer_assistant.reframe.teach import Question, feature_of
from writer_assistant.reframe.wording import fill

if TYPE_CHECKING:
    from writer_assistant.analysis.engine import Engine
    from writer_assistant.analysis.live import Found

MOST = 6
"""Suggestions for one finding."""
_MATCHED = frozenset(Kind) - {Kind.JARGON}


class Reframer:
    """Makes suggestions for one persona. The encoder is loaded when it is first needed."""

    def __init__(
        self,
        engine: Engine,
        persona: Persona | None,
        *,
        channel: str | None = None,
        variety: str | None = None,
    ) -> None:
        """Make suggestions.

        Args:
            engine: reads the grammar of the persona's entries.
            persona: whom the drafts are for.
            channel: where they appear; some want it short.
            variety: ``en_GB`` or ``en_US``, for words that a suggestion brings along where the
                draft does not tell which it is.
        """
        self._engine = engine
        self._channel = channel
        self._persona = persona
        self._entries = Entries(persona, engine) if persona else None
        self._matcher: Matcher | None = None
        self._variety = variety
        self._own_words = words_of(_texts(persona)) if persona else frozenset()

    def suggest(self, found: Found) -> tuple[Suggestion, ...]:
        """Return what may stand instead of a finding, best first.

        Raises:
            UserError: if a resource of the program is missing or damaged.
        """
        return self.suggest_all([found])[0]

    def suggest_all(self, founds: Sequence[Found]) -> list[tuple[Suggestion, ...]]:
        """Return the suggestions for each of a draft's findings.

        Raises:
            UserError: if a resource of the program is missing or damaged.
        """
        whole = [found for found in founds if found.finding.kind in _MATCHED]
        matched = {id(f): m for f, m in zip(whole, self._match(whole), strict=True)}
        drawn: Counter[str] = Counter()
        return [
            self._spelt(self._suggest(found, matched.get(id(found), ()), drawn), found)
            for found in founds
        ]

    def _spelt(self, made: tuple[Suggestion, ...], found: Found) -> tuple[Suggestion, ...]:
        """Return suggestions whose own words are spelt as the draft is around there."""
        context = found.context
        here = found.seen.sentence.content.text
        around = (here, *(facts.text for facts in (*context.before, *context.after)))
        variety = variety_of(around) or self._variety
        kept = self._own_words | words_of([here])
        return tuple(replace(one, text=spelt(one.text, variety, kept)) for one in made)

    def openings(self, text: str, at: int = 0) -> tuple[Suggestion, ...]:
        """Return first sentences for a draft that does not begin with the reader.

        Args:
            text: how the draft begins now, to choose what is near to it; a paragraph is enough.
            at: offset at which they are put in.

        Raises:
            UserError: if a resource of the program is missing or damaged.
        """
        return openings(self._entries, self._pains(text), at) if self._entries else ()

    def endings(self, text: str, at: int) -> tuple[Suggestion, ...]:
        """Return last sentences for a draft that does not end with the reader; as ``openings``."""
        return endings(self._entries, self._pains(text), at) if self._entries else ()

    def common_ground(
        self, text: str, *, last: bool, markup: bool = True
    ) -> tuple[Suggestion, ...]:
        """Return first or last sentences for a whole draft, that fit its text and its place.

        What stands in the draft already is not among them.

        Args:
            text: the whole draft; the offsets of the suggestions are from its start.
            last: whether last ones are wanted.
            markup: whether it is Markdown.

        Raises:
            UserError: if a resource of the program is missing or damaged.
        """
        near, at = end_of(text, last=last, markup=markup)
        made = self.endings(near, at) if last else self.openings(near, at)
        return tuple(fresh(made, text))

    def warm(self) -> Iterator[None]:
        """Do in small steps what the first suggestion would have to wait for.

        Raises:
            UserError: if a resource of the program is missing or damaged.
        """
        matcher = self._loaded_matcher()
        yield
        if matcher is None or self._entries is None or self._persona is None:
            return
        yield from matcher.prepare()
        for pain in self._persona.pains:
            self._entries.opener(pain)
            yield
        for gain in self._persona.gains:
            self._entries.turned(gain.text)
            yield
        for answer in self._persona.answers:
            self._entries.benefit(answer)
            yield

    def question(self, found: Found) -> Question | None:
        """Return what the writer can start from to say what a sentence means for the reader.

        None without a persona that has pains.

        Raises:
            UserError: if a resource of the program is missing or damaged.
        """
        if self._entries is None or self._persona is None or not self._persona.pains:
            return None
        author = self._persona.author
        ranked = self._match([found])[0]
        return Question(
            feature_of(found, (*author.names, *found.context.author.names)),
            tuple(match.pain.id for match in ranked),
            {
                gain.id: told.text
                for gain in self._persona.gains
                if (told := self._entries.turned(gain.text)).stands_alone
            },
        )

    def taught(self, found: Found, answer: Answer) -> Suggestion | None:
        """Return what an answer that is not in the persona (yet) makes of a sentence.

        None if it relieves no pain of the persona, or says nothing.
        """
        pains = self._persona.pains if self._persona else ()
        pain = next((pain for pain in pains if pain.id in answer.relieves), None)
        if self._entries is None or pain is None or not answer.benefit.strip():
            return None
        place = Place.of(found, self._channel)
        keeps = not _is_selfie(found.finding)
        return taught(Idea(place, self._entries, keeps_fact=keeps), pain, answer)

    def _pains(self, text: str) -> list[Pain]:
        """Return the persona's pains, that which is nearest to a text first."""
        matcher = self._loaded_matcher()
        return [match.pain for match in matcher.rank([Query(text)])[0]] if matcher else []

    def _loaded_matcher(self) -> Matcher | None:
        if self._matcher is None and self._persona is not None and self._persona.pains:
            from writer_assistant.reframe.encoder import Encoder

            self._matcher = Matcher(self._persona, Encoder.built_in())
        return self._matcher

    def _match(self, founds: Sequence[Found]) -> list[tuple[Match, ...]]:
        matcher = self._loaded_matcher() if founds else None
        if matcher is None:
            return [() for _ in founds]
        return matcher.rank([_query(found) for found in founds])

    def _suggest(
        self, found: Found, matches: tuple[Match, ...], drawn: Counter[str]
    ) -> tuple[Suggestion, ...]:
        place = Place.of(found, self._channel)
        kind = found.finding.kind
        made: Iterable[Suggestion]
        if kind is Kind.JARGON:
            made = plainer(found, self._persona, self._engine)
        elif kind is Kind.EMPTY_CLAIM:
            made = checkable(place, self._entries, matches)
        elif kind is Kind.BARE_ASK:
            made = with_reason(place, self._entries, matches)
        else:
            made = self._for_sentence(place, matches, drawn)
        return _distinct(made, found.finding)[:MOST]

    def _for_sentence(
        self, place: Place, matches: tuple[Match, ...], drawn: Counter[str]
    ) -> list[Suggestion]:
        selfie = _is_selfie(place.found.finding)
        removed = _removed(place) if selfie else []
        turned = list(self._turned(place))
        if self._entries is None or not matches:
            return [*turned, *removed]
        idea = Idea(place, self._entries, keeps_fact=not selfie, drawn=drawn)
        told = [*ideas(idea, matches), *self._asked(idea)]
        if is_likely(matches[0]):
            return [*turned, *told, *removed]
        return [*turned, *removed, *told]

    def _asked(self, idea: Idea) -> Iterator[Suggestion]:
        """Yield a question that the reader asks, to open the draft with."""
        place = idea.place
        if self._matcher is None or not place.found.context.is_first or place.is_title:
            return
        question = self._matcher.question(place.found.seen.sentence.text)
        if question is not None:
            text = fill("question.before_gap", question=question.text)
            yield idea.suggestion(text, How.QUESTION, idea.entries.source(question))

    def _turned(self, place: Place) -> Iterator[Suggestion]:
        """Yield the sentence itself, without its selfie or turned round."""
        seen = place.found.seen
        text = place.raw.strip()
        if text not in seen.sentence.text or not place.is_balanced:
            return
        fact = kept_fact(text, seen, place.found.context.author.names, self._engine)
        if fact:
            yield Suggestion(place.closed(fact), place.span, How.REMOVE)
        for turned in islice(flips(text, seen, self._engine), 1):
            yield Suggestion(place.closed(turned), place.span, How.FLIP)


def _texts(persona: Persona) -> Iterator[str]:
    """Yield what a persona says in her own words."""
    for pain in persona.pains:
        yield from (pain.text, pain.short, *pain.words)
    for gain in persona.gains:
        yield from (gain.text, *gain.words)
    for entry in (*persona.questions, *persona.interests):
        yield from (entry.text, *entry.words)
    for answer in persona.answers:
        yield from (answer.feature, answer.benefit, answer.proof, *answer.words)
    yield from persona.vocabulary.plain.values()
    yield from persona.vocabulary.uses


def _removed(place: Place) -> list[Suggestion]:
    span = place.removal()
    return [Suggestion("", span, How.REMOVE)] if span else []


def _query(found: Found) -> Query:
    context = found.context
    near = (*context.before[:1], *context.after[:1])
    return Query(
        found.seen.sentence.text, tuple(facts.text for facts in near), _is_selfie(found.finding)
    )


def _is_selfie(finding: Finding) -> bool:
    return finding.kind is Kind.SELF_CENTERED and finding.severity is Severity.STRONG


def _distinct(made: Iterable[Suggestion], finding: Finding) -> tuple[Suggestion, ...]:
    """Return the suggestions without repetitions and without what stands there already."""
    seen: dict[tuple[str, int, int], Suggestion] = {}
    for suggestion in made:
        if suggestion.text == finding.text and suggestion.span == finding.span:
            continue
        seen.setdefault((suggestion.text, suggestion.span.start, suggestion.span.end), suggestion)
    return tuple(seen.values())
