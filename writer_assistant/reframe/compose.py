"""Sentences for the reader, put together from a persona's entries and the fact in hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from writer_assistant.analysis.finding import How, Source, Suggestion
from writer_assistant.persona.model import Answer, Pain
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.match import Match, stems
from writer_assistant.reframe.place import Place
from writer_assistant.reframe.voice import Turned, capitalised
from writer_assistant.reframe.wording import fill

_IDEAS = 3
"""Pains that a card speaks to."""
_SAME_THING = 2
"""Stems in common from which on a benefit only says again what the sentence says."""
_COVERED = 0.5
"""Share of a sentence's stems that a benefit has to say if it takes its place."""
_FIGURE = re.compile(
    r"\d[\d.,]*|\b(?:ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)
"""What a fact loses most by going: its figures, but for the smallest in words."""
_LIKELY = 0.38
"""How likely a pain must be to fit before a sentence is made of it; else the writer is asked."""
_TIRED = 3
"""Cards of a draft after which an entry gives way to another for the same pain."""
_FADING = 0.85
"""What a pain's chance of being second or third is multiplied by for each card that had it."""


@dataclass
class Idea:
    """What is being made for one finding.

    Attributes:
        place: where it goes.
        entries: whom it is for.
        keeps_fact: whether the sentence in hand should live on behind the new one.
        drawn: how often each entry has been drawn on in this draft; counted on.
        used: names of the entries that have been drawn on for this finding.
    """

    place: Place
    entries: Entries
    keeps_fact: bool
    drawn: Counter[str] = field(default_factory=Counter)
    used: set[str] = field(default_factory=set)

    @property
    def fact(self) -> str:
        """The sentence in hand, as it can stand by itself, if it should live on; else empty."""
        return self.place.fact if self.keeps_fact else ""

    def suggestion(self, text: str, how: How, source: Source) -> Suggestion:
        """Return ``text`` fitted to the place."""
        made = Suggestion(self.place.fitted(text), self.place.span, how, source)
        self.used.add(source.entry)
        if made.complete:
            self.drawn.update({source.entry, f"pain:{source.pain}"})
        return made


def ideas(idea: Idea, matches: tuple[Match, ...]) -> Iterator[Suggestion]:
    """Yield a suggestion for each of the pains that fit best, the best first."""
    rest = sorted(
        matches[1:],
        key=lambda match: match.share * _FADING ** idea.drawn[f"pain:{match.pain.id}"],
        reverse=True,
    )
    spoken = False
    for match in (*matches[:1], *rest[: _IDEAS - 1]):
        made = _spoken(idea, match, first=not spoken) if is_likely(match) else None
        if made is None:
            is_told = spoken or idea.used or is_likely(match)
            made = _asked(idea, match) if is_told else _nothing(idea, match)
        spoken = True
        yield made


def is_likely(match: Match) -> bool:
    """Whether a pain fits well enough to be spoken to."""
    return match.fit * match.share >= _LIKELY


def _spoken(idea: Idea, match: Match, *, first: bool) -> Suggestion | None:
    """Return a whole suggestion that speaks to a pain, or None if nothing can be said of it."""
    for answer in match.answers:
        entry = f"answer:{answer.id}"
        if entry in idea.used or idea.drawn[entry] >= _TIRED:
            continue
        text = _answered(idea, match.pain, answer, first=first)
        if text:
            source = idea.entries.source(answer, match.pain)
            return idea.suggestion(text, How.ANSWER, source)
    if first and idea.place.is_mild:
        return _led_by_pain(idea, match.pain) or _wished(idea, match.pain)
    return _wished(idea, match.pain)


def taught(idea: Idea, pain: Pain, answer: Answer) -> Suggestion:
    """Return what an answer that the writer has just given makes of the sentence.

    Where the grammar of her words is not understood they stand as she wrote them.
    """
    text = _answered(idea, pain, answer, first=True)
    benefit = idea.entries.benefit(answer)
    if not text and benefit is not None and benefit.stands_alone:
        text = _before_fact(idea, benefit.opening)  # she says herself that it belongs there
    if not text:
        text = fill("benefit.alone", benefit=capitalised(answer.benefit.strip().rstrip(".")))
    return idea.suggestion(text, How.ANSWER, idea.entries.source(answer, pain))


def _answered(idea: Idea, pain: Pain, answer: Answer, *, first: bool) -> str:
    """Return a sentence that gives the reader what an answer gives her; empty if none is whole."""
    benefit = idea.entries.benefit(answer)
    if benefit is None:
        return ""
    led = _after_pain(idea, pain, benefit)
    if not benefit.stands_alone:
        return (_after_fact(idea, benefit) if first else "") or led
    if _would_lose_fact(idea, answer, benefit):
        return ""
    forms: list[Callable[[], str]] = [
        lambda: _before_fact(idea, benefit.opening),
        lambda: "" if idea.place.is_short else idea.entries.with_proof(answer),
        lambda: fill("benefit.alone", benefit=benefit.opening),
    ]
    again = idea.drawn[f"answer:{answer.id}"] % 2 == 1
    has_fact = idea.keeps_fact and bool(idea.place.fact_in_place or idea.place.fragment)
    if not first or (again and not has_fact) or (idea.place.is_short and not idea.keeps_fact):
        forms.insert(0, lambda: led)
    return next(text for form in forms if (text := form()))


def _would_lose_fact(idea: Idea, answer: Answer, benefit: Turned) -> bool:
    """Whether a fact that could stay would go for a benefit, or stay with one of something else."""
    fact = idea.place.fact or idea.place.fact_in_place or idea.place.fragment
    if not idea.keeps_fact or not fact or idea.place.is_title:
        return False
    said = stems(fact)
    told = stems(benefit.text)
    if len(said & told) >= _SAME_THING:
        covers = len(said & told) >= _COVERED * len(said)
        return not covers and not _figures(fact) <= _figures(benefit.text)
    return not said & stems(" ".join((answer.feature, *answer.words)))


def _figures(text: str) -> set[str]:
    return {figure.casefold() for figure in _FIGURE.findall(text)}


def _before_fact(idea: Idea, opening: str) -> str:
    if not idea.keeps_fact or idea.place.is_title:
        return ""
    if len(stems(opening) & stems(idea.place.raw)) >= _SAME_THING:
        return ""
    if idea.place.fact:
        return fill("benefit.before_fact", benefit=opening, fact=idea.place.fact)
    if idea.place.fragment:
        return fill("benefit.before_fragment", benefit=opening, fragment=idea.place.fragment)
    if idea.place.fact_in_place:
        # It leans on what stands before it, so it stays there.
        return fill("benefit.after_fact", benefit=opening, fact=idea.place.fact_in_place)
    return ""


def _after_fact(idea: Idea, benefit: Turned) -> str:
    """Return a benefit that leans on the sentence in hand, behind it."""
    if not idea.fact or idea.place.is_title:
        return ""
    return fill("benefit.after_fact", benefit=benefit.opening, fact=idea.fact)


def _after_pain(idea: Idea, pain: Pain, benefit: Turned) -> str:
    opener = idea.entries.opener(pain)
    if not opener or idea.place.is_title:
        return ""
    if not benefit.stands_alone and not idea.entries.belongs_behind(opener, benefit.text):
        return ""
    return fill("benefit.after_pain", pain=opener, benefit=benefit.opening)


def _wished(idea: Idea, pain: Pain) -> Suggestion | None:
    if idea.place.is_title:
        return None
    for gain in idea.entries.gains_for(pain):
        if f"gain:{gain.id}" in idea.used or not _belongs(idea.fact, pain, gain.text):
            continue
        wish = idea.entries.wish(gain.text)
        if idea.fact:
            wish = fill("gain.before_fact", wish=wish, fact=idea.fact)
        return idea.suggestion(wish, How.GAIN, idea.entries.source(gain, pain))
    return None


def _led_by_pain(idea: Idea, pain: Pain) -> Suggestion | None:
    """Return the fact in hand behind the problem that it meets."""
    opener = idea.entries.opener(pain)
    if not opener or not idea.fact or idea.place.is_title:
        return None
    if stems(opener) <= stems(idea.fact):  # A lost card? A lost card can be frozen.
        return None
    if not _belongs(idea.fact, pain):
        return None
    text = fill("pain.before_fact", pain=opener, fact=idea.fact)
    return idea.suggestion(text, How.PAIN, idea.entries.source(pain, pain))


def _belongs(fact: str, pain: Pain, *more: str) -> bool:
    """Whether a fact, if there is one, shares a word with a pain and may stand beside it."""
    words = " ".join((pain.text, pain.short, *pain.words, *more))
    return not fact or bool(stems(fact) & stems(words))


def _asked(idea: Idea, match: Match) -> Suggestion:
    """Return a pain as an opening, with the rest left to the writer."""
    pain = match.pain
    opener = idea.entries.opener(pain)
    source = idea.entries.source(pain, pain)
    if opener and _leads_on(idea.fact):
        text = fill("pain.fact_before_gap", pain=opener, fact=idea.fact.rstrip("."))
    elif opener and idea.fact:
        text = fill("pain.fact_then_gap", pain=opener, fact=idea.fact)
    elif opener:
        text = fill("pain.before_gap", pain=opener)
    else:
        text = fill("pain.said_before_gap", pain=_as_speech(pain.text))
    return idea.suggestion(text, How.PAIN, source)


def _nothing(idea: Idea, match: Match) -> Suggestion:
    """Return the question what the sentence means for the reader, the likeliest pain beside it."""
    source = idea.entries.source(match.pain, match.pain)
    if _leads_on(idea.fact):
        text = fill("nothing.fact_before_gap", fact=idea.fact.rstrip("."))
    elif idea.fact:
        text = fill("nothing.fact_then_gap", fact=idea.fact)
    else:
        return replace(idea.suggestion(fill("nothing.ask"), How.PAIN, source), asks=True)
    return idea.suggestion(text, How.PAIN, source)


_TOLD = re.compile(r"\b(?:so|because|means?|meaning|lets?|spares?|without|instead)\b", re.I)
"""What leads to a gain, or from it: there is one already."""
_ABBREVIATED = re.compile(r"\.\w{1,2}\.$")


def _leads_on(fact: str) -> bool:
    """Whether *so you can* may follow: behind a full stop, and not behind *a.m.* or a gain."""
    return fact.endswith(".") and not _ABBREVIATED.search(fact) and not _TOLD.search(fact)


def _as_speech(text: str) -> str:
    said = capitalised(text.strip())
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."
