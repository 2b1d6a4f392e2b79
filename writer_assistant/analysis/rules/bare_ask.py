"""Sentences that ask the reader for something and say nothing of what there is in return."""

from __future__ import annotations

import re
from collections.abc import Iterable

from writer_assistant.analysis.evidence import Points, is_anothers_speech, weigh
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.rules.asked import ASKS, FAVOURS, quote_ask

POINTS: Points = {
    "has_polite_ask": 9,
    "has_like_ask": 7,
    "exclamation": 4,
    "has_visit_ask": 4,
    "has_step_order": 3,
    "has_favour_order": 3,
    "has_first_person": 2,
    "who_ask": 2,
    "has_author_name": 1,
    "lead_ask": 1,
    "short": 1,
    "has_ask_gain": -2,
    "has_benefit": -1,
    "has_promise_cue": -2,
    "block_heading": -3,
    "has_story": -1,
    "has_fact_cue": -1,
    "has_figure": -1,
    "has_outcome": -2,
    "nominal": -1,
    "tense_past": -1,
    "commas": -2,
}
FOUND = 6.0


_HELP = (Mark.BENEFIT, Mark.OUTCOME, Mark.ASK_GAIN, Mark.PROMISE)


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
        reason=reason(sentence, context.facts),
    )


def decide(context: Context) -> bool:
    """Whether the sentence asks, and neither it nor a neighbour says what the reader gets."""
    facts = context.facts
    if not facts.shape.says_something or is_anothers_speech(context):
        return False
    if context.judgement is not None:
        return context.judgement.says("bare_ask")
    if not facts.has(*ASKS) or (not facts.has(*FAVOURS) and _is_answered(context)):
        return False
    return weigh(facts, POINTS) >= FOUND


def _is_answered(context: Context) -> bool:
    """Whether a sentence next door says what the reader gets, or the draft has already helped."""
    beside = [*context.before[:1], *context.after[:1]]
    if any(f.has(Mark.ASK_GAIN, Mark.PROMISE) and f.has(Mark.SECOND_PERSON) for f in beside):
        return True
    return (
        context.is_last
        and not context.facts.has(Mark.FIRST_PERSON, Mark.VISIT_ASK)
        and any(f.has(Mark.SECOND_PERSON) and f.has(*_HELP) for f in context.before)
    )


def reason(sentence: Sentence, facts: Facts) -> str:
    """Return why, in one plain sentence that quotes the sentence's own words."""
    said = quote_ask(sentence, facts)
    if facts.has(Mark.ASK_GAIN) or _WHAT_FOR.search(facts.text):
        return f"{said} asks the reader for something, and says too little of what it is good for."
    wants = "a favour" if facts.has(Mark.LIKE_ASK) else "something"
    return f"{said} asks the reader for {wants}, and nothing here says what the reader gets for it."


_WHAT_FOR = re.compile(
    r"\b(?:to (?:claim|find out|get|learn|receive|save|secure|win)|for (?:further|more) )\b", re.I
)
"""What says a little of what is in it for the reader."""
