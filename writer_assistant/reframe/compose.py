"""Sentences for the reader, put together from a persona's entries and the fact in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from writer_assistant.analysis.finding import How, Source, Suggestion
from writer_assistant.persona.model import Answer, Pain
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.match import Match
from writer_assistant.reframe.place import Place
from writer_assistant.reframe.wording import fill

_IDEAS = 3
"""Pains that a card speaks to."""
_LIKELY = 0.12
"""Share of belief below which a pain is only asked about, never claimed to fit."""


@dataclass
class Idea:
    """What is being made for one finding.

    Attributes:
        place: where it goes.
        entries: whom it is for.
        keeps_fact: whether the sentence in hand should live on behind the new one.
        used: names of the entries that have been drawn on for this finding.
    """

    place: Place
    entries: Entries
    keeps_fact: bool
    used: set[str] = field(default_factory=set)

    def suggestion(self, text: str, how: How, source: Source) -> Suggestion:
        """Return ``text`` fitted to the place."""
        self.used.add(source.entry)
        return Suggestion(self.place.fitted(text), self.place.span, how, source)


def ideas(idea: Idea, matches: tuple[Match, ...], *, sure: bool) -> Iterator[Suggestion]:
    """Yield a suggestion for each of the pains that fit best, in that order.

    Args:
        idea: the place and the persona.
        matches: the persona's pains, best first.
        sure: whether a pain fits well enough to be spoken to; else the writer is asked.
    """
    for number, match in enumerate(matches[:_IDEAS]):
        made = None
        if sure and (number == 0 or match.share >= _LIKELY):
            made = _spoken(idea, match, number)
        yield made or (_asked(idea, match) if number or sure else _nothing(idea, match))


def _spoken(idea: Idea, match: Match, number: int) -> Suggestion | None:
    """Return a whole suggestion that speaks to a pain, or None if nothing can be said of it."""
    for answer in match.answers:
        if f"answer:{answer.id}" not in idea.used:
            text = _answered(idea, match.pain, answer, number)
            if text:
                return idea.suggestion(text, How.ANSWER, idea.entries.source(answer, match.pain))
    return _wished(idea, match.pain) or (_led_by_pain(idea, match.pain) if number == 0 else None)


def _answered(idea: Idea, pain: Pain, answer: Answer, number: int) -> str:
    """Return a sentence that gives the reader what an answer gives her; empty if none is whole."""
    benefit = idea.entries.benefit(answer)
    if benefit is None:
        return ""
    forms: list[Callable[[], str]] = [
        lambda: _before_fact(idea, benefit.opening),
        lambda: "" if idea.place.is_short else idea.entries.with_proof(answer),
        lambda: fill("benefit.alone", benefit=benefit.opening),
    ]
    led = _after_pain(idea, pain, benefit.opening)
    if not benefit.stands_alone:
        return led
    if number == 1 or (number == 0 and not idea.keeps_fact and idea.place.is_short):
        forms.insert(0, lambda: led)
    return next(text for form in forms if (text := form()))


def _before_fact(idea: Idea, opening: str) -> str:
    if not idea.keeps_fact or idea.place.is_title:
        return ""
    if idea.place.fact:
        return fill("benefit.before_fact", benefit=opening, fact=idea.place.fact)
    if idea.place.fragment:
        return fill("benefit.before_fragment", benefit=opening, fragment=idea.place.fragment)
    return ""


def _after_pain(idea: Idea, pain: Pain, opening: str) -> str:
    opener = idea.entries.opener(pain)
    if not opener or idea.place.is_title:
        return ""
    return fill("benefit.after_pain", pain=opener, benefit=opening)


def _wished(idea: Idea, pain: Pain) -> Suggestion | None:
    for gain in idea.entries.gains_for(pain):
        if f"gain:{gain.id}" not in idea.used and not idea.place.is_title:
            return idea.suggestion(
                idea.entries.wish(gain.text), How.GAIN, idea.entries.source(gain, pain)
            )
    return None


def _led_by_pain(idea: Idea, pain: Pain) -> Suggestion | None:
    """Return the fact in hand behind the problem that it meets."""
    opener = idea.entries.opener(pain)
    if not opener or not idea.keeps_fact or not idea.place.fact or idea.place.is_title:
        return None
    text = fill("pain.before_fact", pain=opener, fact=idea.place.fact)
    return idea.suggestion(text, How.PAIN, idea.entries.source(pain, pain))


def _asked(idea: Idea, match: Match) -> Suggestion:
    """Return a pain as an opening, with the rest left to the writer."""
    pain = match.pain
    opener = idea.entries.opener(pain)
    source = idea.entries.source(pain, pain)
    if opener:
        return idea.suggestion(fill("pain.before_gap", pain=opener), How.PAIN, source)
    return idea.suggestion(fill("pain.said_before_gap", pain=pain.text), How.PAIN, source)


def _nothing(idea: Idea, match: Match) -> Suggestion:
    """Return the question what the sentence means for the reader."""
    name = idea.entries.persona.name.split(",")[0].strip()
    return idea.suggestion(
        fill("nothing.ask", name=name),
        How.PAIN,
        idea.entries.source(match.pain, match.pain),
    )
