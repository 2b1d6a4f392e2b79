"""Sentences that ask the reader for something without saying what she gets."""

from __future__ import annotations

from collections.abc import Iterable

from writer_assistant.analysis.evidence import Points, holds, quote, weigh
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.rules.self_centered import is_anothers_speech

POINTS: Points = {
    "has_polite_ask": 9,
    "has_like_ask": 7,
    "exclamation": 4,
    "has_visit_ask": 4,
    "has_step_order": 3,
    "has_favour_order": 2,
    "has_first_person": 2,
    "who_ask": 2,
    "has_author_name": 1,
    "lead_ask": 1,
    "short": 1,
    "has_ask_gain": -1,
    "has_fact_cue": -1,
    "has_figure": -1,
    "has_outcome": -1,
    "nominal": -1,
    "tense_past": -1,
    "commas": -4,
}
FOUND = 6.0


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the finding, if ``sentence`` asks and nobody says what for."""
    if not decide(context):
        return
    span = sentence.span
    yield Finding(
        kind=Kind.BARE_ASK,
        severity=Severity.STRONG,
        span=span,
        sentence=span,
        text=span.of(sentence.content.text),
        message="Asks without a reason",
        reason=reason(context.facts),
    )


def decide(context: Context) -> bool:
    """Whether the sentence asks, and neither it nor a neighbour says what the reader gets."""
    facts = context.facts
    if not facts.shape.says_something or is_anothers_speech(context):
        return False
    judged = context.judgement
    return holds(weigh(facts, POINTS), FOUND, judged.bare_ask if judged else None)


def reason(facts: Facts) -> str:
    """Return why, in one plain sentence that quotes the sentence's own words."""
    for mark in (Mark.LIKE_ASK, Mark.VISIT_ASK):
        if mark in facts.marks:
            place = facts.marks[mark][0]
            asked = quote(facts, place.start, place.end)
            break
    else:
        start = facts.clause.imperatives[0].start if facts.clause.imperatives else 0
        asked = quote(facts, start, start)
    return f"{asked} asks the reader for something, and nothing here says what she gets for it."
