"""What a line of a draft is for: a sentence that says something, or a greeting, byline, label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from writer_assistant.analysis.grammar.clauses import Clause, Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.text.draft import Block
from writer_assistant.text.span import Span


class Shape(StrEnum):
    """What a sentence is for. The values are parts of feature names, and stay."""

    SENTENCE = "sentence"
    FRAGMENT = "fragment"  # says something without a verb
    HEADING = "heading"  # a heading that says something
    LABEL = "label"  # a heading or line that only names what follows
    GREETING = "greeting"  # a sign-off too
    BYLINE = "byline"  # a date line too
    TAGS = "tags"
    LEGAL = "legal"
    EMPTY = "empty"

    @property
    def says_something(self) -> bool:
        """Whether it is a sentence to be judged."""
        return self in _SAYING


_SAYING = frozenset({Shape.SENTENCE, Shape.FRAGMENT, Shape.HEADING})
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
"""A word that could be English; what has none is left alone."""
_TAGS = re.compile(r"(?:[#@][\w.&-]+[\s,|·]*)+")
_JOINS = r"of|de|van|von|der|the|and|&|at|for|from|in|by"
_NAME = rf"(?:[A-ZÀ-Þ][\w.'’&-]*|{_JOINS})"
_NAMES = re.compile(rf"[–—-]?\s*{_NAME}(?:[ ,]+{_NAME})*\.?")
_FAREWELL = re.compile(
    r"(?:(?:I|[Ww]e) (?:look forward|hope) to|[Ll]ooking forward to|[Ss]ee you|[Uu]ntil)\b"
    rf"[^.!?:]*,\s+(?:[–—-]\s*)?{_NAME}(?:,?\s+{_NAME})*"
)
"""A letter's last words, with the name under them."""
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(rf"[\w .,’'-]{{0,40}}\b{_MONTH}(?:\s+\d{{1,2}})?,?(?:\s+\d{{4}})?")
_SIGNED = re.compile(r"\W*(?:$|[^\W\d_a-zß-ÿ]|from\b)")
"""What follows a letter's closing words in any case: nothing, or a name."""
_SIGNED_LOOSELY = re.compile(r"\W*,|\s+(?:and|all|everyone|again|team)\b")
"""What follows them where no verb makes a sentence of it."""
_ENDS = (".", "!", "?", "…", ":")
_GREETING_WORDS, _FAREWELL_WORDS, _BYLINE_WORDS, _TITLE_WORDS = 9, 20, 8, 14
"""A greeting, a farewell, a byline and a title that only names have no more words than these."""
_SAYS_MORE = frozenset(
    {
        Mark.SECOND_PERSON,
        Mark.FIRST_PERSON,
        Mark.FEELING,
        Mark.ANNOUNCEMENT,
        Mark.AWARD,
        Mark.GROWTH,
        Mark.IDENTITY,
        Mark.HISTORY,
        Mark.SMALL_TALK,
        Mark.THANKS,
        Mark.PRAISE,
        Mark.LIKE_ASK,
        Mark.VISIT_ASK,
        Mark.FEATURE_PARTICIPLE,
    }
)
"""A title with one of these does more than name the page."""


def shape_of(
    text: str,
    block: Block,
    marks: Mapping[Mark, Sequence[Span]],
    clause: Clause,
    words: int,
    *,
    is_alone: bool,
) -> Shape:
    """Return what a sentence is for.

    Args:
        text: the sentence.
        block: what its paragraph is.
        marks: its clues.
        clause: its main clause.
        words: how many it has.
        is_alone: whether it is the whole of its paragraph.
    """
    stripped = text.strip()
    if not _LETTERS.search(stripped):
        return Shape.EMPTY
    if _TAGS.fullmatch(stripped):
        return Shape.TAGS
    if Mark.LEGAL in marks:
        return Shape.LEGAL
    if words <= _GREETING_WORDS and _is_greeting(text, marks, clause):
        return Shape.GREETING
    if words <= _FAREWELL_WORDS and _FAREWELL.fullmatch(stripped):
        return Shape.GREETING
    if clause.verb is None and not stripped.endswith(_ENDS):
        shape = _open_ended(stripped, block, marks, words, is_alone=is_alone)
        if shape is not None:
            return shape
    if block is Block.HEADING:
        return Shape.HEADING
    if clause.verb is None and clause.who is not Who.ASK:
        return Shape.FRAGMENT
    return Shape.SENTENCE


def _open_ended(
    text: str, block: Block, marks: Mapping[Mark, Sequence[Span]], words: int, *, is_alone: bool
) -> Shape | None:
    """Return what a line without a verb and without a full stop is for, if that shows."""
    if block is Block.HEADING:
        return Shape.LABEL if words <= _BYLINE_WORDS else Shape.HEADING
    if block is not Block.PROSE:
        return None
    if words <= _BYLINE_WORDS and (_NAMES.fullmatch(text) or _DATE.fullmatch(text)):
        return Shape.BYLINE
    if is_alone and words <= _TITLE_WORDS and _SAYS_MORE.isdisjoint(marks):
        return Shape.LABEL
    return None


def _is_greeting(text: str, marks: Mapping[Mark, Sequence[Span]], clause: Clause) -> bool:
    if text.rstrip().endswith("?"):
        return False
    if Mark.SIGN_OFF in marks:
        return True
    closing = _first(marks, Mark.CLOSING)
    if closing is not None and (
        _SIGNED.match(text, closing.end)
        or (clause.verb is None and _SIGNED_LOOSELY.match(text, closing.end))
    ):
        return True
    return _first(marks, Mark.GREETING) is not None


def _first(marks: Mapping[Mark, Sequence[Span]], mark: Mark) -> Span | None:
    """Return the words of a mark with which a line begins."""
    spans = marks.get(mark, ())
    return spans[0] if spans and spans[0].start <= 1 else None
