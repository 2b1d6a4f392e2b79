"""Quoted speech in a sentence, and on whose side its speaker stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.text.span import Span


class Speaker(StrEnum):
    """Who says what a sentence quotes."""

    NOBODY = "nobody"  # nothing is quoted
    AUTHOR = "author"
    OTHER = "other"
    UNKNOWN = "unknown"  # quoted, and not said by whom


_CLOSE = 3
"""Code points beside a quotation (a full stop, a space) that do not make it part of more."""


def quoted_in(prose: Span, length: int, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quoted parts of a sentence, as spans of the sentence.

    Args:
        prose: the sentence's span of the prose.
        length: code points of the sentence.
        quotes: quoted speech, as spans of the prose.
    """
    return tuple(
        Span(max(quote.start - prose.start, 0), min(quote.end - prose.start, length))
        for quote in quotes
        if quote.start < prose.start + length and prose.start < quote.end
    )


def is_spoken(text: str, quoted: Sequence[Span]) -> bool:
    """Whether most of the sentence is quoted speech, not a word or a title in quotation marks."""
    return 2 * sum(map(len, quoted)) >= len(text) or any(
        len(quote.of(text).split()) > 5 for quote in quoted
    )


_OF_ANOTHER = re.compile(
    r"\b(?:of|at|from|with|for|who (?:runs|owns|manages)|its|their|an? )\s*(?:the )?[A-Z\w]", 0
)


def speaker_of(text: str, quoted: Sequence[Span], marks: Mapping[Mark, Sequence[Span]]) -> Speaker:
    """Return who says what is quoted.

    The author's side is known by its name, by *our* or by a title (``chief executive``) that is
    not followed by somebody else's name.
    """
    if not quoted or not is_spoken(text, quoted):
        return Speaker.NOBODY
    outside = [
        place
        for mark in (Mark.AUTHOR_NAME, Mark.FIRST_PERSON)
        for place in marks.get(mark, ())
        if not any(quote.contains(place) for quote in quoted)
    ]
    titles = [
        place
        for place in marks.get(Mark.STAFF_TITLE, ())
        if not any(quote.contains(place) for quote in quoted)
    ]
    if outside:
        return Speaker.AUTHOR
    said = text[: quoted[0].start] + " " + text[quoted[-1].end :]
    if len(said.strip(" .,:;–—-")) < _CLOSE:
        return Speaker.UNKNOWN
    if titles:
        behind = text[titles[-1].end :]
        return Speaker.OTHER if _OF_ANOTHER.match(behind.lstrip()) else Speaker.AUTHOR
    return Speaker.OTHER
