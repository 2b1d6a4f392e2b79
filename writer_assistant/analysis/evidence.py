"""Clues weighed: points for and against, of a sentence and of its neighbours.

A rule gives each feature that speaks for or against it a few points. The tables were drawn up by
hand from the coefficients of a logistic regression (L1) on the labelled training drafts, two points
for one unit of log odds, and then rounded; whoever adds a clue adds its points. They are asked
where there is no learned judge: it has weighed the same facts with the words, and cross-validated
it is right more often alone than together with the points.
"""

from __future__ import annotations

from collections.abc import Mapping

from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Severity
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.grammar.speech import Speaker
from writer_assistant.analysis.rule import Context

Points = Mapping[str, int]

_NEAR, _FAR = 0.2, 0.08
"""Share of the points of the sentence next door, and of the one behind it, that count here too:
selfies come in runs, and so do features."""


def weigh(facts: Facts, points: Points) -> float:
    """Return the points of one sentence."""
    return sum(points.get(name, 0) * value for name, value in facts.features.items())


def weigh_in_place(context: Context, points: Points) -> float:
    """Return the points of a sentence together with a share of its neighbours'."""
    total = weigh(context.facts, points)
    for side in (context.before, context.after):
        for share, facts in zip((_NEAR, _FAR), side, strict=False):
            total += share * weigh(facts, points)
    return total


def is_anothers_speech(context: Context) -> bool:
    """Whether somebody else speaks; who does may be said in the sentence next door."""
    speaker = context.facts.speaker
    if speaker is not Speaker.UNKNOWN:
        return speaker is Speaker.OTHER
    around = (*context.before, *context.after)
    named = [near.speaker for near in around if near.speaker in (Speaker.AUTHOR, Speaker.OTHER)]
    return named[0] is Speaker.OTHER if named else not context.facts.has(*_AUTHORS_OWN)


_AUTHORS_OWN = (Mark.AUTHOR_NAME, Mark.PRODUCT)


_ENOUGH_AROUND = 3


def is_near(context: Context, *marks: Mark) -> bool:
    """Whether one of ``marks`` is in the sentence or in one near it.

    A draft for a picked persona, and a sentence with hardly any neighbours, are given the benefit
    of the doubt.
    """
    around = (*context.before, *context.after)
    return (
        context.persona is not None
        or len(around) < _ENOUGH_AROUND
        or any(facts.has(*marks) for facts in (context.facts, *around))
    )


IN_THE_PICTURE = (Mark.FIRST_PERSON, Mark.AUTHOR_NAME, Mark.PRODUCT)
"""What shows the author around a sentence: news about others has awards and mergers too."""
IN_A_TALK = (*IN_THE_PICTURE, Mark.SECOND_PERSON)
"""What shows that somebody offers something to somebody: without it an encyclopaedia's machine has
properties too, and praise is of something else."""


def severity_of(*, strong: bool, found: bool) -> Severity | None:
    """Return the severity of what is found, strongly or at all; None of what is not."""
    if strong:
        return Severity.STRONG
    return Severity.MILD if found else None
