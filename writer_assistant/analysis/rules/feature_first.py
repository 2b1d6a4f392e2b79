"""Sentences that lead with what a thing has or can do."""

from __future__ import annotations

from collections.abc import Iterable

from writer_assistant.analysis.evidence import (
    IN_A_TALK,
    Points,
    is_anothers_speech,
    is_near,
    severity_of,
    weigh_in_place,
)
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.rules.feature_first_reason import reason
from writer_assistant.analysis.rules.feature_phrase import GAINS, feature_place

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
"""Points from which a sentence leads with a feature."""


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the finding, if ``sentence`` leads with a feature."""
    severity = decide(context)
    if severity is None:
        return
    place = feature_place(sentence, context.facts)
    span = sentence.content.in_text(place.shifted(sentence.prose.start))
    yield Finding(
        kind=Kind.FEATURE_FIRST,
        severity=severity,
        span=span,
        sentence=sentence.span,
        text=span.of(sentence.content.text),
        message="Leads with a feature",
        reason=reason(sentence, context.facts, place, severity),
    )


def decide(context: Context) -> Severity | None:
    """Return how much the sentence leads with a feature, or None."""
    facts = context.facts
    if not facts.shape.says_something or is_anothers_speech(context):
        return None
    if not is_near(context, *IN_A_TALK):
        return None
    judged = context.judgement
    if judged is not None:
        strong, found = judged.says("feature_strong"), judged.says("feature_any")
    else:
        found = weigh_in_place(context, POINTS) >= FOUND
        strong = found and not facts.has(*GAINS)
    return severity_of(strong=strong, found=found)
