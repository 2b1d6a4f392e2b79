"""Sentences that lead with what a thing has or can do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from writer_assistant.analysis.evidence import (
    Points,
    holds,
    quote,
    severity_of,
    weigh_in_place,
)
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.rules.self_centered import is_anothers_speech
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POINTS: Points = {
    "compounds": 5,
    "codes": 3,
    "has_feature_participle": 3,
    "nominal": 3,
    "has_feature_verb": 2,
    "has_measure": 2,
    "has_outcome": 2,
    "has_product": 2,
    "has_spec_noun": 2,
    "passive_now": 2,
    "block_bullet": 4,
    "describes": 1,
    "lead_authors": 1,
    "lead_product": 1,
    "participle": 1,
    "shape_fragment": 1,
    "has_about_growth": -1,
    "has_ask_gain": -1,
    "has_attribution": -1,
    "has_author_name": -1,
    "has_disclosure": -1,
    "has_feeling": -1,
    "has_first_person": -1,
    "has_outcome_noun": -1,
    "has_polite_ask": -1,
    "has_praise": -1,
    "has_staff_title": -1,
    "has_story": -1,
    "lead_reader": -2,
    "tense_future": -1,
    "tense_past": -1,
    "exclamation": -2,
    "has_about_values": -2,
    "has_year": -2,
    "names": -2,
    "short": -2,
    "has_contact": -3,
    "question": -3,
    "imperatives": -3,
    "has_money": -4,
    "title": -4,
    "block_heading": -2,
}
FOUND = 4.0

_GAIN = (Mark.SECOND_PERSON, Mark.BENEFIT, Mark.OUTCOME, Mark.READER_CUE, Mark.BENEFIT_NOUN)
_FEATURE = (Mark.MEASURE, Mark.SPEC_NOUN, Mark.FEATURE_PARTICIPLE, Mark.FEATURE_VERB, Mark.PRODUCT)


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the finding, if ``sentence`` leads with a feature."""
    severity = decide(context)
    if severity is None:
        return
    place = feature_place(context.facts, sentence.doc)
    prose = place.shifted(sentence.prose.start)
    span = sentence.content.in_text(prose)
    yield Finding(
        kind=Kind.FEATURE_FIRST,
        severity=severity,
        span=span,
        sentence=sentence.span,
        text=span.of(sentence.content.text),
        message="Leads with a feature",
        reason=reason(context.facts, place, severity),
    )


def decide(context: Context) -> Severity | None:
    """Return how much the sentence leads with a feature, or None."""
    facts = context.facts
    if not facts.shape.says_something or is_anothers_speech(context):
        return None
    judged = context.judgement
    found = holds(weigh_in_place(context, POINTS), FOUND, judged.feature_any if judged else None)
    strong = found and holds(
        0.0 if facts.has(*_GAIN) else 1.0, 1.0, judged.feature_strong if judged else None
    )
    return severity_of(strong=strong, found=found)


def feature_place(facts: Facts, doc: Doc) -> Span:
    """Return the place of the feature phrase in the sentence."""
    places = [facts.marks[mark][0] for mark in _FEATURE if mark in facts.marks]
    if not places:
        subject = facts.clause.subject
        return subject if subject is not None else Span(0, len(facts.text))
    first = min(places[:3])
    token = next((t for t in doc if t.idx + len(t) > first.start), None)
    if token is None:
        return first
    return _noun_phrase(token, first)


_INSIDE = frozenset(
    {"compound", "amod", "nummod", "nmod", "quantmod", "npadvmod", "poss", "advmod"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def _noun_phrase(token: Token, at_least: Span) -> Span:
    head = token
    while head.dep_ in _INSIDE and head.head.i > head.i and head.head.i - head.i < 6:
        head = head.head
    if head.tag_ not in _NOUNS:
        return at_least
    first = head.left_edge
    while first.dep_ in ("det", "punct", "cc", "mark") and first.i < head.i:
        first = first.nbor()
    start = min(first.idx, at_least.start)
    return Span(start, max(head.idx + len(head), at_least.end))


def reason(facts: Facts, place: Span, severity: Severity) -> str:
    """Return why, in one plain sentence that quotes the sentence's own words."""
    said = f"“{place.of(facts.text).strip()}”"
    thing = _thing(facts, place)
    if severity is Severity.STRONG:
        return f"{said} says what {thing} has or is, not what the reader can then do."
    gain = min((facts.marks[mark][0] for mark in _GAIN if mark in facts.marks), default=None)
    if gain is None:
        return f"{said} comes first; what the reader has of it could lead."
    return f"{said} comes before what the reader has of it: {quote(facts, gain.start, gain.end)}."


def _thing(facts: Facts, place: Span) -> str:
    subject = facts.clause.subject
    if subject is None or subject.overlaps(place) or len(subject) > 40:
        return "the thing"
    name = subject.of(facts.text)
    return name if name.casefold() not in ("it", "this", "that", "they", "there") else "the thing"
