"""An ask with its reason in front, or with room for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer_assistant.analysis.finding import How, Suggestion
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.match import Match
from writer_assistant.reframe.place import Place
from writer_assistant.reframe.wording import fill

_FAVOURS = (Mark.LIKE_ASK, Mark.FAVOUR_ORDER)
_REASONS = 2
_END = re.compile(r"[\s.!?…]*$")
_AFTER_WORDS = re.compile(r"[^\w\"'”’)\]…]+$")


def with_reason(
    place: Place, entries: Entries | None, matches: tuple[Match, ...]
) -> Iterator[Suggestion]:
    """Yield asks that say what the reader gets.

    Asking for a favour has no reason in the offer, so a like, a vote or a share is only given room
    for one, or taken away.
    """
    favour = place.found.seen.facts.has(*_FAVOURS)
    span = place.removal()
    removed = [Suggestion("", span, How.REMOVE)] if span else []
    if favour:
        yield from removed
    elif entries is not None:
        yield from _reasons(place, entries, matches)
    yield Suggestion(_with_room(place), place.span, How.FLIP)
    if not favour:
        yield from removed


def _reasons(place: Place, entries: Entries, matches: tuple[Match, ...]) -> Iterator[Suggestion]:
    used: set[str] = set()
    for match in matches:
        for answer in match.answers[:1]:
            benefit = entries.benefit(answer)
            if benefit is None or not benefit.stands_alone or answer.id in used:
                continue
            used.add(answer.id)
            text = fill("ask.with_benefit", benefit=benefit.opening, ask=place.raw.strip())
            yield Suggestion(text, place.span, How.ANSWER, entries.source(answer, match.pain))
            if len(used) == _REASONS:
                return


def _with_room(place: Place) -> str:
    """Return the ask with a gap for what the reader gets, in front of its last mark."""
    raw = place.raw.rstrip()
    tail = _AFTER_WORDS.search(raw)
    core = raw[: tail.start()] if tail else raw
    end = raw[len(core) :]
    return fill("ask.with_gap", ask=_END.sub("", core), end=end)
