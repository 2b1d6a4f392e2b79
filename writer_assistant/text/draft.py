"""A draft: its lines, its paragraphs, and what in them is prose.

Two layers. A ``Content`` is what a paragraph says, free of its place, so that whatever is
computed from it can be cached; a ``Paragraph`` is a content at its place in a draft.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from writer_assistant.text.span import Span


class Block(StrEnum):
    """What a paragraph is."""

    PROSE = "prose"
    HEADING = "heading"
    BULLET = "bullet"
    BLOCK_QUOTE = "block-quote"
    TABLE = "table"
    CODE = "code"
    FRONT_MATTER = "front-matter"
    COMMENT = "comment"
    HTML = "html"
    THEMATIC_BREAK = "thematic-break"
    DEFINITION = "definition"

    @property
    def is_judged(self) -> bool:
        """Whether findings can lie in it at all."""
        return self in _JUDGED


_JUDGED = frozenset({Block.PROSE, Block.HEADING, Block.BULLET})


@dataclass(frozen=True, slots=True)
class Content:
    """What one paragraph says, independent of where it stands.

    Attributes:
        text: the paragraph as it stands in the draft, its lines joined by ``\\n``.
        block: what it is.
        prose: the words in it that a reader reads, without marks, link targets, images,
            comments, invisible characters and emoji; a single line, white space as one space.
            Inline code is kept, so that its sentence stays one. This is what is parsed.
        origin: for every run of ``prose`` that was taken over as it stood, the pair of its
            offset in ``prose`` and its offset in ``text``, ascending; the first is at 0. Only
            white space may differ there.
        quotes: quoted speech, as spans of ``prose``, the quotation marks included.
        links: words that carry a link, hashtags, mentions, URLs and e-mail addresses, as spans
            of ``prose``.
        code: inline code, as spans of ``prose``; nothing in it is a finding.
        breaks: offsets in ``prose`` of words in front of which a forced line break or an emoji was
            dropped; where they begin with a capital, a sentence begins.
    """

    text: str
    block: Block
    prose: str
    origin: tuple[tuple[int, int], ...] = ((0, 0),)
    quotes: tuple[Span, ...] = ()
    links: tuple[Span, ...] = ()
    code: tuple[Span, ...] = ()
    breaks: tuple[int, ...] = ()

    def in_text(self, span: Span) -> Span:
        """Return the span of ``text`` that a non-empty span of ``prose`` was taken from."""
        last = self._offset(span.end - 1) + 1 if span.end > span.start else self._offset(span.start)
        return Span(self._offset(span.start), last)

    def _offset(self, offset: int) -> int:
        run = bisect_right(self.origin, (offset, len(self.text))) - 1
        prose_start, text_start = self.origin[run]
        return text_start + offset - prose_start


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A content at its place.

    Attributes:
        content: what it says.
        start: offset of its first code point in the draft.
        first_line: number of its first line, counted from 0.
        line_count: how many lines it has.
    """

    content: Content
    start: int
    first_line: int
    line_count: int

    @property
    def span(self) -> Span:
        """Its span in the draft."""
        return Span(self.start, self.start + len(self.content.text))


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft at one moment.

    Attributes:
        text: all of it, lines ended by ``\\n``; every offset refers to this.
        paragraphs: in order; empty lines belong to none.
        front_matter: keys and values of its front matter, as text.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    front_matter: Mapping[str, str] = field(default_factory=dict)
