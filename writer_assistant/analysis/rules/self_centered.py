"""Sentences whose point is their author."""

from __future__ import annotations

from collections.abc import Iterable

from writer_assistant.analysis.evidence import (
    IN_THE_PICTURE,
    Points,
    is_anothers_speech,
    is_near,
    severity_of,
    weigh_in_place,
)
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.clauses import Tense, Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.rules.self_centered_reason import PRESENCE, reason

POINTS: Points = {
    "has_about_values": 6,
    "has_like_ask": 7,
    "has_small_talk": 5,
    "exclamation": 4,
    "has_about_growth": 4,
    "has_polite_ask": 4,
    "has_thanks": 4,
    "has_about_award": 3,
    "has_about_history": 3,
    "has_about_plan": 3,
    "has_author_name": 3,
    "has_feeling": 4,
    "has_first_person": 3,
    "shape_fragment": 3,
    "has_author_noun": 2,
    "has_praise": 2,
    "lead_person": 2,
    "names": 2,
    "passive_past": 2,
    "who_author_named": 2,
    "has_about_feat": 1,
    "has_about_identity": 2,
    "has_about_party": 1,
    "has_about_people": 1,
    "has_own_place": 1,
    "has_staff_title": 1,
    "has_year": 1,
    "tense_past": 1,
    "commas": -1,
    "has_disclosure": -2,
    "has_feature_participle": -1,
    "has_feature_verb": -1,
    "has_outcome_noun": -1,
    "has_product": -1,
    "has_promise_cue": -2,
    "has_spec_noun": -1,
    "has_visit_ask": -2,
    "has_step_order": -1,
    "has_story": -3,
    "has_empathy": -1,
    "long": -1,
    "question": -1,
    "tense_present": -1,
    "has_ask_gain": -2,
    "has_fact_cue": -2,
    "has_outcome": -2,
    "has_second_person": -2,
    "tense_none": -2,
    "speaker_other": -3,
    "block_bullet": -3,
    "block_heading": -1,
}
STRONG, FOUND = 5.0, 4.0
"""Points from which a sentence is a selfie, and from which it is led by its author at all."""

MESSAGES = {Severity.STRONG: "About us, not the reader", Severity.MILD: "Led by us"}


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the finding, if the point of ``sentence`` is its author."""
    severity = decide(context)
    if severity is None:
        return
    span = sentence.span
    yield Finding(
        kind=Kind.SELF_CENTERED,
        severity=severity,
        span=span,
        sentence=span,
        text=span.of(sentence.content.text),
        message=MESSAGES[severity],
        reason=reason(sentence, context.facts, severity),
    )


def decide(context: Context) -> Severity | None:
    """Return how self-centered the sentence is, or None."""
    facts, judged = context.facts, context.judgement
    if not facts.shape.says_something or not is_near(context, *IN_THE_PICTURE):
        return None
    sure = judged is not None and judged.self_any >= _SURE
    if is_anothers_speech(context) and not sure:
        return None
    if judged is not None:
        strong = judged.says("self_strong")
        found = judged.says("self_any") and (judged.self_any >= _UNSEEN or _is_in_sight(facts))
    else:
        total = weigh_in_place(context, POINTS)
        strong, found = total >= STRONG, total >= FOUND or _is_led_by_us(facts)
    if not strong and facts.has(*_NOT_LED_BY_US):
        return None
    return severity_of(strong=strong, found=found)


_SURE = 0.7
"""From which chance on a quotation is a selfie although it may be somebody else's: a director in a
release. Of 30 such sentences of the training drafts, cross-validated, one is not."""

_UNSEEN = 0.4
"""From which chance on a sentence is led by an author who is not to be seen in it. Of 49 such
sentences of the training drafts that have less, cross-validated, 17 are."""

_NOT_LED_BY_US = (Mark.EMPATHY, Mark.DISCLOSURE, Mark.APOLOGY, Mark.INCLUSIVE)
"""What a sentence with a first-person word may be without being about us, by the definitions."""


def _is_in_sight(facts: Facts) -> bool:
    """Whether the author is named or spoken of in the sentence, or may be hidden in a passive."""
    return facts.clause.passive or facts.has(*PRESENCE)


def _is_led_by_us(facts: Facts) -> bool:
    """Whether the sentence says what we do or will do, as if it were for us to say.

    What has happened is left out (it is a story or a remedy as often as it is not), and what *I*
    do, and all that names the reader, her problem or a fault of ours.
    """
    clause = facts.clause
    if clause.who is not clause.lead or facts.is_question or facts.quoted:
        return False
    if facts.has(*_FOR_THE_READER) or facts.is_title:
        return False
    if clause.who is Who.AUTHOR:
        return clause.tense in (Tense.PRESENT, Tense.FUTURE) and not facts.has(Mark.FIRST_SINGULAR)
    return clause.who is Who.AUTHOR_NAMED and clause.tense is Tense.FUTURE


_FOR_THE_READER = (
    Mark.SECOND_PERSON,
    Mark.DISCLOSURE,
    Mark.APOLOGY,
    Mark.EMPATHY,
    Mark.STORY,
    Mark.INCLUSIVE,
)
