"""What is found in a draft, and what may stand instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from writer_assistant.text.span import Edit, Span


class Kind(StrEnum):
    """The five kinds of finding."""

    SELF_CENTERED = "self-centered"
    FEATURE_FIRST = "feature-first"
    JARGON = "jargon"
    EMPTY_CLAIM = "empty-claim"
    BARE_ASK = "bare-ask"


WORD_KINDS = (Kind.JARGON, Kind.EMPTY_CLAIM)
"""Kinds that judge words, as lexicons do; the others judge whole sentences."""


class Severity(StrEnum):
    """How much a finding weighs."""

    STRONG = "strong"
    MILD = "mild"


class How(StrEnum):
    """Where a suggestion comes from."""

    ANSWER = "answer"
    PAIN = "pain"
    GAIN = "gain"
    QUESTION = "question"
    INTEREST = "interest"
    FLIP = "flip"
    PLAIN = "plain"
    REMOVE = "remove"


GAP = "[…]"
"""Marks in a suggestion what the writer has to fill in."""


@dataclass(frozen=True, slots=True)
class Source:
    """The persona entry that a suggestion draws on.

    Attributes:
        persona: the persona's name.
        entry: its entry as ``kind:id``, for example ``pain:broken-goods``.
        pain: id of the pain that the suggestion speaks to, if any.
        quote: what the customer was heard saying, if anything.
        by: who heard it.
        on: when, as an ISO date.
    """

    persona: str
    entry: str
    pain: str | None = None
    quote: str | None = None
    by: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text that may stand instead of a span.

    Attributes:
        text: the new text; what has to be filled in is marked ``[…]``. Empty for a removal.
        span: what it replaces, in the same offsets as the finding that it belongs to.
        how: where it comes from.
        source: the persona entry that it draws on, if it draws on one.
        asks: whether it only asks the writer what the sentence means for the reader.
    """

    text: str
    span: Span
    how: How
    source: Source | None = None
    asks: bool = False

    @property
    def complete(self) -> bool:
        """Whether it can stand as it is."""
        return GAP not in self.text

    @property
    def edit(self) -> Edit:
        """The edit that puts it in place."""
        return Edit(self.span, self.text)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Offsets are code points, from the start of the draft in a whole draft's report, from the
    start of the paragraph in a paragraph's.

    Attributes:
        kind: what it is.
        severity: how much it weighs.
        span: the words that it marks.
        sentence: the sentence in which they stand.
        text: the words themselves, as they stand in the draft.
        message: a heading of a few words.
        reason: one plain sentence that says what about this sentence triggers it.
        subkind: for jargon, which; otherwise None.
        suggestions: what may stand instead, best first.
        plain: for jargon and empty claims, plainer words from the lexicon or the persona,
            uninflected; what suggestions are made from.
    """

    kind: Kind
    severity: Severity
    span: Span
    sentence: Span
    text: str
    message: str
    reason: str
    subkind: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    plain: tuple[str, ...] = ()

    def shifted(self, by: int) -> Finding:
        """Return the same finding, ``by`` code points further on, with its suggestions."""
        return replace(
            self,
            span=self.span.shifted(by),
            sentence=self.sentence.shifted(by),
            suggestions=tuple(replace(s, span=s.span.shifted(by)) for s in self.suggestions),
        )


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence and whether it serves the reader; offsets as in the findings beside it."""

    span: Span
    serves_reader: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """What is said of a whole draft.

    Attributes:
        focus: share (0 to 1) of the sentences that serve the reader; None without a sentence.
        customer_first: whether the first sentence speaks of the reader's world.
        customer_last: whether the last one does.
        reading_grade: Flesch-Kincaid school grade; None without a sentence.
    """

    focus: float | None
    customer_first: bool
    customer_last: bool
    reading_grade: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that one analysis says of a draft; offsets from the draft's start."""

    words: int
    scores: Scores
    sentences: tuple[JudgedSentence, ...]
    findings: tuple[Finding, ...]
