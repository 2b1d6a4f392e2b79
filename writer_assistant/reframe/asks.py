"""An ask with its reason in front, or with room for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer_assistant.analysis.finding import GAP, How, Suggestion
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.reframe.compose import is_likely
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.match import Match
from writer_assistant.reframe.place import Place
from writer_assistant.reframe.wording import fill

_FAVOURS = (Mark.LIKE_ASK, Mark.FAVOUR_ORDER, Mark.VISIT_ASK)
_END = re.compile(r"[\s.!?…]*$")
_AFTER_WORDS = re.compile(r"[^\w\"'”’)\]…]+$")


def with_reason(
    place: Place, entries: Entries | None, matches: tuple[Match, ...]
) -> Iterator[Suggestion]:
    """Yield asks that say what the reader gets.

    What the offer does is a reason to buy or book, none to like, vote, follow or visit: such an ask
    is only given room for one, or taken away.
    """
    favour = place.found.seen.facts.has(*_FAVOURS)
    begging = place.found.seen.facts.has(Mark.LIKE_ASK)
    span = place.removal()
    removed = [Suggestion("", span, How.REMOVE)] if span else []
    if begging:
        yield from removed
    if entries is not None and not favour:
        yield from _reasons(place, entries, matches)
    has_room = GAP not in place.raw  # it has one already
    if has_room and (place.found.seen.facts.clause.imperatives or not removed):
        yield Suggestion(_with_room(place), place.span, How.FLIP)
    if not begging:
        yield from removed


def _reasons(place: Place, entries: Entries, matches: tuple[Match, ...]) -> Iterator[Suggestion]:
    """Yield the ask behind what the offer does for the reader, where that is sure to belong."""
    for match in matches[:1]:
        for answer in match.answers[:1] if is_likely(match) else ():
            benefit = entries.benefit(answer)
            if benefit is not None and benefit.stands_alone:
                ask = place.raw.strip()
                text = fill("ask.with_benefit", benefit=benefit.opening, ask=ask)
                source = entries.source(answer, match.pain)
                yield Suggestion(text, place.span, How.ANSWER, source)


def _with_room(place: Place) -> str:
    """Return the ask with a gap for what the reader gets, in front of its last mark."""
    raw = place.raw.rstrip()
    tail = _AFTER_WORDS.search(raw)
    core = raw[: tail.start()] if tail else raw
    end = raw[len(core) :]
    return fill("ask.with_gap", ask=_END.sub("", core), end=end)
