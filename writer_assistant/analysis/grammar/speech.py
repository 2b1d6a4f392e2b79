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


_MANY_WORDS = 5


def is_spoken(text: str, quoted: Sequence[Span], marks: Mapping[Mark, Sequence[Span]]) -> bool:
    """Whether what is quoted is speech, not a word or a title in quotation marks."""
    if 2 * sum(map(len, quoted)) >= len(text):
        return True
    said = Mark.ATTRIBUTION in marks
    return any(
        len(quote.of(text).split()) > _MANY_WORDS
        or (said and quote.of(text).rstrip("\"”’'")[-1:] in ",.!?")
        for quote in quoted
    )


_OF_ANOTHER = re.compile(r"(?:of|at|from|with|for|in)\b|who (?:runs|owns|manages)\b")
_BEFORE_TITLE = re.compile(r"\b(?:its|their|his|her)\s+$")
_PRONOUN_SAYS = re.compile(
    r"[\s,.–—-]*(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+)?\s*[a-z]*(?:said|says|added|adds|explained|explains|"
    r"continued|continues|commented|concluded)\s*(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+)?[\s,.]*"
)


def speaker_of(text: str, quoted: Sequence[Span], marks: Mapping[Mark, Sequence[Span]]) -> Speaker:
    """Return who says what is quoted.

    The author's side is known by its name, by *our* or by a title (``chief executive``) that
    nothing ties to somebody else; a bare *she said* leaves it to the sentences around.
    """
    if not quoted or not is_spoken(text, quoted, marks):
        return Speaker.NOBODY
    outside = {
        mark: [
            place
            for place in marks.get(mark, ())
            if not any(quote.contains(place) for quote in quoted)
        ]
        for mark in (Mark.AUTHOR_NAME, Mark.FIRST_PERSON, Mark.STAFF_TITLE)
    }
    if outside[Mark.AUTHOR_NAME] or outside[Mark.FIRST_PERSON]:
        return Speaker.AUTHOR
    said = text[: quoted[0].start] + " " + text[quoted[-1].end :]
    if not said.strip(" .,:;–—-") or _PRONOUN_SAYS.fullmatch(said):
        return Speaker.UNKNOWN
    titles = outside[Mark.STAFF_TITLE]
    if not titles:
        return Speaker.OTHER
    before, behind = text[: titles[-1].start], text[titles[-1].end :].lstrip()
    foreign = _OF_ANOTHER.match(behind) or _BEFORE_TITLE.search(before)
    return Speaker.OTHER if foreign else Speaker.AUTHOR
