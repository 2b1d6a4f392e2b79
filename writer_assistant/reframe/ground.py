"""Common ground: first and last sentences that speak of the reader's world.

For drafts that do not begin, or do not end, with her.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from writer_assistant.analysis.finding import How, Suggestion
from writer_assistant.persona.model import Pain
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.voice import Shape
from writer_assistant.reframe.wording import fill
from writer_assistant.text.span import Span

MOST = 3
"""Sentences for either end."""


def openings(entries: Entries, pains: Sequence[Pain], at: int) -> tuple[Suggestion, ...]:
    """Return first sentences, each a paragraph of its own.

    Args:
        entries: whom the draft is for.
        pains: hers, that which fits the draft best first.
        at: offset at which the draft begins; nothing there is replaced.
    """
    span = Span(at, at)
    pained = [
        Suggestion(fill("opening.pain", pain=told.opening), span, How.PAIN, entries.source(p, p))
        for p in pains
        if (told := entries.turned(p.text)).shape is Shape.CLAUSE
        and told.stands_alone
        and not told.is_past
    ]
    shared = [
        Suggestion(
            fill("opening.interest", interest=told.text), span, How.INTEREST, entries.source(entry)
        )
        for entry in entries.persona.interests
        if (told := entries.turned(entry.text)).shape in (Shape.DOING, Shape.PHRASE)
        and told.stands_alone
    ]
    asked = [
        Suggestion(fill("pain.before_gap", pain=opener), span, How.PAIN, entries.source(p, p))
        for p in pains
        if (opener := entries.opener(p))
    ]
    made = [*pained[:1], *shared[:1], *pained[1:], *asked, *shared[1:]][:MOST]
    return tuple(Suggestion(f"{s.text}\n\n", s.span, s.how, s.source) for s in made)


def endings(entries: Entries, pains: Sequence[Pain], at: int) -> tuple[Suggestion, ...]:
    """Return last sentences, each a paragraph of its own; arguments as in ``openings``."""
    span = Span(at, at)
    made = [
        *_gained(entries, pains, span),
        *_answered(entries, pains, span),
        *_asked(entries, span),
    ]
    return tuple(Suggestion(f"\n\n{s.text}", s.span, s.how, s.source) for s in made[:MOST])


def _answered(entries: Entries, pains: Sequence[Pain], span: Span) -> Iterator[Suggestion]:
    for pain in pains:
        for answer in entries.persona.answers:
            benefit = entries.benefit(answer)
            if pain.id in answer.relieves[:1] and benefit is not None and benefit.stands_alone:
                text = fill("benefit.alone", benefit=benefit.opening)
                yield Suggestion(text, span, How.ANSWER, entries.source(answer, pain))
                return


def _gained(entries: Entries, pains: Sequence[Pain], span: Span) -> Iterator[Suggestion]:
    for pain in pains:
        for gain in entries.gains_for(pain):
            text = entries.wish(gain.text)
            yield Suggestion(text, span, How.GAIN, entries.source(gain, pain))
            return


def _asked(entries: Entries, span: Span) -> Iterator[Suggestion]:
    for question in entries.persona.questions:
        text = fill("question.before_gap", question=question.text)
        yield Suggestion(text, span, How.QUESTION, entries.source(question))
