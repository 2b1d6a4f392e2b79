"""Whether a sentence speaks of the reader's world, and whether it serves her."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from writer_assistant.analysis.evidence import Points, weigh
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.phrases import words_of
from writer_assistant.analysis.rule import Sentence
from writer_assistant.persona.model import Persona

if TYPE_CHECKING:
    from writer_assistant.analysis.classifier import Judgement

POINTS: Points = {
    "has_second_person": 4,
    "block_heading": 2,
    "has_ask_gain": 2,
    "has_inclusive": 2,
    "question": 2,
    "has_benefit_noun": 1,
    "has_outcome_noun": 1,
    "lead_people": 1,
    "lead_thing": 1,
    "has_first_person": -1,
    "has_measure": -1,
    "has_product": -1,
    "lead_author": -1,
    "lead_none": -1,
    "nominal": -1,
    "has_visit_ask": -1,
    "has_thanks": -3,
    "has_like_ask": -3,
    "exclamation": -4,
    "has_author_name": -5,
}
FOUND = 0.5
"""Points from which a first or last sentence speaks of the reader's world."""


def says_something(facts: Facts) -> bool:
    """Whether a sentence is one to be judged: no greeting, byline, label or line of hashtags."""
    return facts.shape.says_something


def serves_reader(facts: Facts, findings: Iterable[Finding]) -> bool:
    """Whether a sentence serves the reader, given what was found in it.

    A selfie, a feature without a benefit and a bare ask do not; one that is led by the author
    but gives the reader something does.
    """
    return facts.shape.says_something and not any(
        finding.kind is Kind.BARE_ASK
        or (finding.kind in _WHOLE and finding.severity is Severity.STRONG)
        for finding in findings
    )


_WHOLE = (Kind.SELF_CENTERED, Kind.FEATURE_FIRST)


def speaks_to_reader(
    facts: Facts,
    sentence: Sentence,
    persona: Persona | None,
    judgement: Judgement | None = None,
) -> bool:
    """Whether a first or last sentence speaks of the reader's problem, need, question or gain.

    The learned judge, where there is one, decides alone: on the ends of drafts it was right more
    often than together with grammar.
    """
    if judgement is not None:
        return judgement.speaks >= _EVEN
    return weigh(facts, POINTS) + _shared_words(sentence.text, persona) >= FOUND


_EVEN = 0.5
_LONG_ENOUGH = 4
_MOST = 3


def _shared_words(text: str, persona: Persona | None) -> int:
    """Return how many words of the persona's pains stand in ``text``, three at most."""
    if persona is None:
        return 0
    words = {word for word in words_of(text) if len(word) >= _LONG_ENOUGH}
    known = {
        word
        for pain in persona.pains
        for said in (pain.text, pain.short, *pain.words)
        for word in words_of(said)
    }
    return min(len(words & known), _MOST)
