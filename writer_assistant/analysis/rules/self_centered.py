"""Sentences whose point is their author."""

from __future__ import annotations

from collections.abc import Iterable

from writer_assistant.analysis.evidence import (
    Points,
    holds,
    quote,
    severity_of,
    weigh,
    weigh_in_place,
)
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.clauses import Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.grammar.speech import Speaker
from writer_assistant.analysis.rule import Context, Sentence

POINTS: Points = {
    "has_about_values": 6,
    "has_like_ask": 6,
    "has_small_talk": 5,
    "exclamation": 4,
    "has_about_growth": 4,
    "has_polite_ask": 4,
    "has_thanks": 4,
    "has_about_award": 3,
    "has_about_history": 3,
    "has_about_plan": 3,
    "has_author_name": 3,
    "has_feeling": 3,
    "has_first_person": 3,
    "shape_fragment": 3,
    "has_author_noun": 2,
    "has_praise": 2,
    "lead_person": 2,
    "names": 2,
    "passive_past": 2,
    "who_author_named": 2,
    "has_about_feat": 1,
    "has_about_identity": 1,
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
    "has_visit_ask": -1,
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

_SUBJECTS: dict[Mark, tuple[str, str]] = {
    Mark.LIKE_ASK: ("asks for something that helps only us", "asks for something that helps us"),
    Mark.SMALL_TALK: ("is about our day, not the reader's", "is small talk of ours"),
    Mark.FEELING: (
        "says how we feel, which gives the reader nothing",
        "says how we feel before the reader hears what is in it",
    ),
    Mark.AWARD: (
        "is about an honour of ours; the reader has nothing of it",
        "puts an honour of ours before what the reader has of it",
    ),
    Mark.THANKS: (
        "thanks or praises our own people while the reader looks on",
        "thanks our own people first",
    ),
    Mark.HISTORY: (
        "tells our history; nothing in it helps the reader",
        "tells our history before what the reader has of it",
    ),
    Mark.IDENTITY: (
        "is about our name and looks, which change nothing for the reader",
        "is about our name and looks first",
    ),
    Mark.VALUES: (
        "says what we think of ourselves or stand for, not what the reader gets",
        "puts what we stand for before what the reader gets",
    ),
    Mark.PARTY: (
        "is about an event of ours; the reader is not in it",
        "puts our event before what the reader has of it",
    ),
    Mark.PEOPLE: (
        "is news about our own people, not about the reader",
        "puts our own people before what they do for the reader",
    ),
    Mark.GROWTH: (
        "is about our size, sites or deals, not about the reader",
        "puts our size or sites before what the reader has of them",
    ),
    Mark.FEAT: ("measures us against ourselves", "measures us first"),
    Mark.PLAN: ("is about our plans, not the reader's", "puts our plans first"),
    Mark.ANNOUNCEMENT: (
        "announces something of ours without saying what the reader has of it",
        "announces first and says later what the reader has of it",
    ),
    Mark.PRAISE: ("is our opinion of ourselves", "puts our opinion of ourselves first"),
}


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
        reason=reason(context.facts, severity),
    )


def decide(context: Context) -> Severity | None:
    """Return how self-centered the sentence is, or None."""
    facts = context.facts
    if not facts.shape.says_something or is_anothers_speech(context):
        return None
    judged = context.judgement
    total = weigh_in_place(context, POINTS)
    return severity_of(
        strong=holds(total, STRONG, judged.self_strong if judged else None),
        found=holds(total, FOUND, judged.self_any if judged else None),
    )


def is_anothers_speech(context: Context) -> bool:
    """Whether somebody else speaks, who may be named in the sentence next door."""
    facts = context.facts
    if facts.speaker is Speaker.OTHER:
        return True
    if facts.speaker is not Speaker.UNKNOWN:
        return False
    beside = [side[0] for side in (context.before, context.after) if side]
    speakers = {near.speaker for near in beside} & {Speaker.AUTHOR, Speaker.OTHER}
    return speakers == {Speaker.OTHER} or (
        not speakers and not facts.has(Mark.AUTHOR_NAME, Mark.PRODUCT)
    )


def reason(facts: Facts, severity: Severity) -> str:
    """Return why, in one plain sentence that quotes the sentence's own words."""
    mild = severity is Severity.MILD
    for mark, says in _SUBJECTS.items():
        if mark in facts.marks:
            place = facts.marks[mark][0]
            return f"{quote(facts, place.start, place.end)} {says[mild]}."
    return _reason_by_grammar(facts, mild=mild)


def _reason_by_grammar(facts: Facts, *, mild: bool) -> str:
    clause = facts.clause
    if clause.passive and clause.verb is not None and not facts.has(Mark.SECOND_PERSON):
        who = quote(facts, clause.verb.start, clause.verb.end)
        return f"The passive {who} hides that it is we who act, and nobody gains by it but us."
    if clause.who in (Who.AUTHOR, Who.AUTHORS, Who.AUTHOR_NAMED) and clause.subject:
        subject = f"“{clause.subject.of(facts.text)}”"
        named = clause.who is Who.AUTHOR_NAMED
        if mild:
            return f"{subject} leads, although the reader gains: the reader could come first."
        by = "we speak of ourselves by name" if named else "we are its subject"
        return f"In {subject} {by}, and nothing in the sentence is for the reader."
    for mark in (Mark.FIRST_PERSON, Mark.AUTHOR_NAME, Mark.PRODUCT, Mark.AUTHOR_NOUN):
        if mark in facts.marks:
            said = f"“{facts.first(mark)}”"
            if mild:
                return f"{said} puts us first, although the reader gets something."
            return f"{said} keeps us in the picture, and the reader is not in it."
    start = quote(facts, 0, 0)
    if mild:
        return f"{start} goes on about us before the reader hears what is in it."
    return f"{start} goes on about us: the reader is not in it and gets nothing."


def own_points(facts: Facts) -> float:
    """Return the points of a sentence alone."""
    return weigh(facts, POINTS)
