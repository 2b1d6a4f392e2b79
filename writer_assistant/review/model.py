"""What a review says of a draft: notes, decisions, and the figures it began with."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TypeVar

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.text.anchor import Anchor


class Decided(StrEnum):
    """What was decided about a finding."""

    USED = "used"
    IGNORED = "ignored"


def storable(text: str) -> str:
    """Return ``text`` as a file can hold it: whole characters, lines ended by a line feed."""
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Storable:
    """Makes every text of an entry one that a file can hold."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for field_ in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field_.name)
            if type(value) is str:
                object.__setattr__(self, field_.name, storable(value))
            elif isinstance(value, Anchor):
                words = [tuple(map(storable, side)) for side in (value.before, value.after)]
                object.__setattr__(self, field_.name, Anchor(storable(value.text), *words))


@dataclass(frozen=True, slots=True)
class Answer(_Storable):
    """What somebody said to a note."""

    text: str
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Note(_Storable):
    """A remark for the writer.

    Attributes:
        id: tells it from all others of its draft.
        text: what it says.
        anchor: the words that it is about.
        by: who left it.
        on: when, as ISO date or time.
        done: whether it was ticked off.
        answers: what was said to it, oldest first.
    """

    id: str
    text: str
    anchor: Anchor
    by: str = ""
    on: str = ""
    done: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision(_Storable):
    """What was done about a finding.

    Attributes:
        id: tells it from all others of its draft.
        what: whether a suggestion was used, or the finding ignored.
        kind: of the finding.
        anchor: the words as they stand now; empty where they were taken out.
        was: the words that a suggestion took the place of; empty if nothing was changed.
        reason: why it was ignored.
        by: who decided.
        on: when, as ISO date or time.
    """

    id: str
    what: Decided
    kind: Kind
    anchor: Anchor
    was: str = ""
    reason: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """How a draft stood at one moment; None where it was not known.

    Attributes:
        words: how many.
        focus: share (0 to 1) of the sentences that serve the reader.
        customer_first: whether the first sentence speaks of the reader's world.
        customer_last: whether the last one does.
        reading_grade: Flesch-Kincaid school grade.
        findings: how many of each kind and severity; without those that are not there.
    """

    words: int | None = None
    focus: float | None = None
    customer_first: bool | None = None
    customer_last: bool | None = None
    reading_grade: float | None = None
    findings: Mapping[tuple[Kind, Severity], int] = field(default_factory=dict)

    def count(self, kind: Kind | None = None, severity: Severity | None = None) -> int:
        """Return how many findings there are, of ``kind`` and ``severity`` if these are given."""
        return sum(
            number
            for (its_kind, its_severity), number in self.findings.items()
            if kind in (None, its_kind) and severity in (None, its_severity)
        )


def counted(findings: Iterable[tuple[Kind, Severity]]) -> Mapping[tuple[Kind, Severity], int]:
    """Return how many findings there are of each kind and severity, in the order of the kinds."""
    counts = Counter(findings)
    return {
        (kind, severity): counts[kind, severity]
        for kind in Kind
        for severity in Severity
        if counts[kind, severity]
    }


@dataclass(frozen=True, slots=True)
class Review:
    """All that is kept of the reviews of one draft.

    Attributes:
        baseline: how the draft stood when the review began.
        began: when that was, as ISO time.
        notes: in the order in which they were left.
        decisions: in the order in which they were made.
    """

    baseline: Figures | None = None
    began: str = ""
    notes: tuple[Note, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def note(self, id_: str) -> Note | None:
        """Return the note of that id."""
        return next((note for note in self.notes if note.id == id_), None)

    def with_note(self, note: Note) -> Review:
        """Return the review with ``note``, in the place of the one with its id if there is one."""
        return replace(self, notes=_with(self.notes, note))

    def without_note(self, id_: str) -> Review:
        """Return the review without the note of that id."""
        return replace(self, notes=tuple(note for note in self.notes if note.id != id_))

    def with_decision(self, decision: Decision) -> Review:
        """Return the review with ``decision``, as ``with_note``."""
        return replace(self, decisions=_with(self.decisions, decision))

    def without_decision(self, id_: str) -> Review:
        """Return the review without the decision of that id."""
        return replace(self, decisions=tuple(made for made in self.decisions if made.id != id_))


_Entry = TypeVar("_Entry", bound=Note | Decision)


def _with(entries: tuple[_Entry, ...], new: _Entry) -> tuple[_Entry, ...]:
    if all(entry.id != new.id for entry in entries):
        return (*entries, new)
    return tuple(new if entry.id == new.id else entry for entry in entries)


def new_id() -> str:
    """Return an id that no other entry has, whoever else writes into the file."""
    return secrets.token_hex(4)
