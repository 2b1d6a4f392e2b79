"""Common ground: first and last sentences that speak of the reader's world.

For drafts that do not begin, or do not end, with her.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from writer_assistant.analysis.finding import GAP, How, Suggestion
from writer_assistant.persona.model import Pain
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.voice import Shape
from writer_assistant.reframe.wording import fill
from writer_assistant.text.draft import Block
from writer_assistant.text.markup import read_draft
from writer_assistant.text.span import Span

MOST = 3
"""Sentences for either end."""
_TAG = re.compile(r"[#@]\w+|https?://\S+")
_WORD = re.compile(r"[^\W\d_]{2}")


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


def end_of(text: str, *, last: bool, markup: bool) -> tuple[str, int]:
    """Return the paragraph at one end of a draft, and the offset for a sentence beyond it.

    A title stays on top, hashtags stay at the bottom, front matter stays what it is.
    """
    paragraphs = [
        paragraph
        for paragraph in read_draft(text, markup=markup).paragraphs
        if paragraph.content.block.is_judged and _WORD.search(_TAG.sub("", paragraph.content.prose))
    ]
    telling = [p for p in paragraphs if p.content.block is not Block.HEADING] or paragraphs
    if not telling:
        return text, len(text.rstrip()) if last else 0
    found = telling[-1 if last else 0]
    return found.content.prose, found.span.end if last else found.start


def fresh(made: Iterable[Suggestion], text: str) -> Iterator[Suggestion]:
    """Yield the suggestions whose sentence a draft does not have already."""
    there = _plain(text)
    for suggestion in made:
        if _plain(suggestion.text.replace(GAP, "")).strip() not in there:
            yield suggestion


def _plain(text: str) -> str:
    return text.replace("’", "'").casefold()


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
