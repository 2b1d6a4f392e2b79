"""Two people at one review: what each of them changed since it was last the same for both."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from writer_assistant.review.model import Decision, Note, Review

_Entry = TypeVar("_Entry", bound=Note | Decision)


def merge(base: Review, mine: Review, theirs: Review) -> Review:
    """Return ``theirs`` with all that ``mine`` changed since ``base``.

    An entry that one of them changed stays even if the other removed it.
    """
    merged = theirs
    if mine.baseline != base.baseline or mine.began != base.began:
        merged = replace(merged, baseline=mine.baseline, began=mine.began)
    return replace(
        merged,
        notes=_entries(base.notes, mine.notes, theirs.notes),
        decisions=_entries(base.decisions, mine.decisions, theirs.decisions),
    )


def _entries(
    base: tuple[_Entry, ...], mine: tuple[_Entry, ...], theirs: tuple[_Entry, ...]
) -> tuple[_Entry, ...]:
    before = {entry.id: entry for entry in base}
    own = {entry.id: entry for entry in mine}
    merged = {}
    for entry in theirs:
        if entry.id in own:
            merged[entry.id] = _entry(before.get(entry.id), own[entry.id], entry)
        elif before.get(entry.id) != entry:  # it is new, or was changed since I removed mine
            merged[entry.id] = entry
    for entry in mine:
        if entry.id not in merged and before.get(entry.id) != entry:
            merged[entry.id] = entry
    return tuple(merged.values())


def _entry(base: _Entry | None, mine: _Entry, theirs: _Entry) -> _Entry:
    changes: dict[str, Any] = {
        field.name: getattr(mine, field.name)
        for field in fields(mine)
        if base is None or getattr(mine, field.name) != getattr(base, field.name)
    }
    if isinstance(theirs, Note) and isinstance(mine, Note):
        known = (*theirs.answers, *(base.answers if isinstance(base, Note) else ()))
        new = tuple(answer for answer in mine.answers if answer not in known)
        changes["answers"] = (*theirs.answers, *new)
    return replace(theirs, **changes)
