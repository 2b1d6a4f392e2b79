"""What a line of a draft is for: a sentence that says something, or a greeting, byline, label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from writer_assistant.analysis.grammar.clauses import Clause, Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.text.draft import Block, Content
from writer_assistant.text.span import Span


class Shape(StrEnum):
    """What a sentence is for."""

    SENTENCE = "sentence"
    FRAGMENT = "fragment"  # says something without a verb
    HEADING = "heading"  # a heading that says something
    LABEL = "label"  # a heading or line that only names what follows
    GREETING = "greeting"
    BYLINE = "byline"
    TAGS = "tags"
    LEGAL = "legal"
    EMPTY = "empty"

    @property
    def says_something(self) -> bool:
        """Whether it is a sentence to be judged."""
        return self in _SAYING


_SAYING = frozenset({Shape.SENTENCE, Shape.FRAGMENT, Shape.HEADING})
_TAGS = re.compile(r"(?:[#@][\w.&-]+[\s,|·]*)+")
_WORDY = re.compile(r"[^\W\d_]{2,}")
_NAME_LINE = re.compile(
    r"[–—-]?\s*(?:[A-ZÀ-Þ][\w.'’&-]*|of|de|van|von|der|the|and|&|by|Dr\.?|Mr\.?)"
    r"(?:[ ,]+(?:[A-ZÀ-Þ][\w.'’&-]*|of|de|van|von|der|the|and|&|at|for|from|in))*\.?"
)
_DATE_LINE = re.compile(
    r"(?:[\w .,-]{0,40}\b)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?:\s+\d{1,2})?,?(?:\s+\d{4})?"
)


def shape_of(
    text: str,
    content: Content,
    marks: Mapping[Mark, Sequence[Span]],
    clause: Clause,
    words: int,
) -> Shape:
    """Return what a sentence is for."""
    stripped = text.strip()
    if not _WORDY.search(stripped):
        return Shape.EMPTY
    if _TAGS.fullmatch(stripped):
        return Shape.TAGS
    if Mark.LEGAL in marks:
        return Shape.LEGAL
    if words <= 9 and _is_greeting(stripped, marks):
        return Shape.GREETING
    heading = content.block is Block.HEADING
    if clause.verb is None and words <= 8 and not stripped.endswith(("!", "?", ".", ":", "…")):
        if heading:
            return Shape.LABEL
        if content.block is Block.PROSE and (
            _NAME_LINE.fullmatch(stripped) or _DATE_LINE.fullmatch(stripped)
        ):
            return Shape.BYLINE
    if heading:
        return Shape.HEADING
    if clause.verb is None and clause.who is not Who.ASK:
        return Shape.FRAGMENT
    return Shape.SENTENCE


def _is_greeting(text: str, marks: Mapping[Mark, Sequence[Span]]) -> bool:
    places = marks.get(Mark.GREETING, ())
    return bool(places) and places[0].start <= 1 and not text.endswith("?")
