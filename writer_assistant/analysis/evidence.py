"""Clues weighed: points for and against, of a sentence and of its neighbours.

A rule gives each feature that speaks for or against it a few points. The tables were drawn up by
hand from the coefficients of a logistic regression (L1) on the labelled training drafts, two points
for one unit of log odds, and then rounded; whoever adds a clue adds its points.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Severity
from writer_assistant.analysis.rule import Context

Points = Mapping[str, int]

_NEAR, _FAR = 0.2, 0.08
"""Share of the points of the sentence next door, and of the one behind it, that count here too:
selfies come in runs, and so do features."""


class Unsure(Enum):
    """How sure the learned judge has to be before grammar is not asked."""

    LOW = 0.35
    HIGH = 0.65


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


def holds(total: float, threshold: float, probability: float | None) -> bool:
    """Whether clues and learned judge together say yes.

    Args:
        total: the points.
        threshold: the points from which grammar alone says yes.
        probability: what the judge thinks; None without one. It decides where it is sure, the
            points decide where it is not.
    """
    if probability is None or Unsure.LOW.value < probability < Unsure.HIGH.value:
        return total >= threshold
    return probability >= Unsure.HIGH.value


def severity_of(*, strong: bool, found: bool) -> Severity | None:
    """Return the severity of what is found, strongly or at all; None of what is not."""
    if strong:
        return Severity.STRONG
    return Severity.MILD if found else None


_QUOTED_WORDS = 6


def quote(facts: Facts, start: int, end: int, words: int = _QUOTED_WORDS) -> str:
    """Return words of the sentence in quotation marks: from ``start`` on past ``end``, up to the
    next punctuation mark or ``words`` words."""
    text = facts.text
    rest = text[end:]
    for place, character in enumerate(rest):
        if character in ',;:.!?()–—“”"\n' and not rest[place + 1 : place + 2].isdigit():
            rest = rest[:place]
            break
    more = words - len(text[start:end].split())
    kept = text[start:end] + (
        " " + " ".join(rest.split()[:more]) if more > 0 and rest.strip() else ""
    )
    if rest[:1] and not rest[:1].isspace():
        kept = text[start:end] + " ".join(rest.split()[: max(more, 1)])
    kept = kept.strip(' “”"')
    return f"“{kept}”"
