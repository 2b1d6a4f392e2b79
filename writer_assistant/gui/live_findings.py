"""Findings that follow the typing: what the window shows, at positions of the document.

Positions are Qt's: UTF-16 units from the start of the document.
"""

from __future__ import annotations

from dataclasses import dataclass

from writer_assistant.analysis.finding import How, Kind, Severity, Source


class Anchor:
    """Where a paragraph stands; its findings are counted from here, so that it alone moves."""

    __slots__ = ("position",)

    def __init__(self, position: int) -> None:
        self.position = position


class LiveFinding:
    """A finding of the draft in the window.

    Identity matters: as long as the words stay untouched the object stays the same, whatever is
    typed elsewhere. ``start`` and ``end`` are always of the moment.

    Attributes:
        id: a number that no other finding of this run has; kept when the same is reported again.
        kind, subkind, severity, text, message, reason: as in ``analysis.finding.Finding``.
    """

    id: int
    kind: Kind
    subkind: str | None
    severity: Severity
    text: str
    message: str
    reason: str

    @property
    def start(self) -> int:
        """Position of its first unit in the document."""
        raise NotImplementedError

    @property
    def end(self) -> int:
        """Position behind its last unit in the document."""
        raise NotImplementedError

    @property
    def sentence_start(self) -> int:
        """Position of the first unit of the sentence it stands in."""
        raise NotImplementedError

    @property
    def sentence_end(self) -> int:
        """Position behind the sentence it stands in."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class LiveSuggestion:
    """What may stand instead of a finding.

    Attributes:
        finding: whose it is.
        text: the new text, gaps marked ``[…]``; empty for a removal.
        how: where it comes from.
        source: the persona entry that it draws on, if it draws on one.
        original: the text that it replaces.
    """

    finding: LiveFinding
    text: str
    how: How
    source: Source | None
    original: str

    @property
    def complete(self) -> bool:
        """Whether it can stand as it is."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class DraftScores:
    """What is said of the whole draft; None where it is not known (yet).

    Attributes:
        words, characters: its size.
        focus: share (0 to 1) of sentences that serve the reader.
        customer_first, customer_last: whether its two ends speak of the reader's world.
        reading_grade: Flesch-Kincaid school grade.
        analysed: share (0 to 1) of the paragraphs that these figures rest on.
    """

    words: int | None = None
    characters: int = 0
    focus: float | None = None
    customer_first: bool | None = None
    customer_last: bool | None = None
    reading_grade: float | None = None
    analysed: float = 0.0
