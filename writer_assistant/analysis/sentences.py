"""Where sentences end.

By punctuation, not by the parser: the parser of a small model splits headings, figures and quoted
speech at random, and a sentence whose ends are known before it is parsed can be parsed, and cached,
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from writer_assistant.analysis.word_classes import word_class
from writer_assistant.text.draft import Block, Content
from writer_assistant.text.span import Span

_OPENING = "\"'“‘«„([{"
_CLOSING = "\"'”’»)]}*_"
_ENDS = re.compile(rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s)|(?<!\s)(?=\s)")
# These end a sentence when what follows begins like one: only a lower-case word or figure joins.
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]|inc|ltd|co|corp|bros|etc|al|jr|sr|a\.m|p\.m|ph\.d", re.I)
_INITIAL = re.compile(r"(?:^|[\s(“\"])[A-Z]$")
_NUMBERED = re.compile(r"(?:^|\n)\s*\(?(?:\d{1,3}|[a-z])$", re.I)
_LAST_WORD = re.compile(r"[^\s“\"(]*$")
_NEAR = 200
"""Code points on either side of a mark that tell whether it ends a sentence."""

_MOST = 500
"""Sentences of one paragraph that are judged; a paragraph of more is data, not prose."""
_LONGEST = 2_000
"""Code points of one sentence that are judged; what lies behind is beyond any reader too."""


def judged_sentences(content: Content) -> list[Span]:
    """Return the spans of a paragraph's prose that are judged as sentences.

    A heading is one. Of a sentence, or a paragraph, without end only the beginning is judged.
    """
    spans = split_sentences(content.prose, content.breaks)[:_MOST]
    if content.block is Block.HEADING and spans:
        spans = [Span(spans[0].start, spans[-1].end)]
    return [Span(span.start, min(span.end, span.start + _LONGEST)) for span in spans]


def split_sentences(prose: str, breaks: Iterable[int] = ()) -> list[Span]:
    """Return the sentences of one paragraph's prose, in order, without white space between them.

    Offsets are code points of ``prose``; every character but white space lies in one of the spans.

    Args:
        prose: the paragraph's words.
        breaks: where a forced line break or an emoji stood; a sentence begins there if the word
            begins with a capital.
    """
    starts = {at for at in breaks if _first_letter(prose, at).isupper()}
    spans: list[Span] = []
    start = _skip(prose, 0)
    for end in _ENDS.finditer(prose):
        following = _skip(prose, end.end())
        if start < following < len(prose) and (
            following in starts or (end.group() and _ends(prose, start, end, following))
        ):
            spans.append(Span(start, _end_before(prose, following)))
            start = following
    if start < len(prose):
        spans.append(Span(start, _end_before(prose, len(prose))))
    return spans


def _skip(prose: str, at: int) -> int:
    while at < len(prose) and prose[at].isspace():
        at += 1
    return at


def _end_before(prose: str, at: int) -> int:
    while at and prose[at - 1].isspace():
        at -= 1
    return at


def _first_letter(prose: str, at: int) -> str:
    """Return the first character at or behind ``at`` that opens no quotation or bracket."""
    while at < len(prose) and prose[at] in _OPENING:
        at += 1
    return prose[at : at + 1]


def _ends(prose: str, start: int, end: re.Match[str], following: int) -> bool:
    """Whether the punctuation ``end`` closes the sentence begun at ``start``."""
    begins = _first_letter(prose, following)
    if begins.islower() or begins in {",", ";", ":", "–", "—"}:
        return False
    mark = end.group().rstrip(_CLOSING)
    if prose[following] == "(" and mark != end.group() and prose.endswith((")", ").")):
        return False  # “…” (Joelle, photographer) names the speaker
    if mark != ".":
        return True
    before = prose[max(start, end.start() - _NEAR) : end.start()]
    if _INITIAL.search(before) or _NUMBERED.search(before):
        return False
    found = _LAST_WORD.search(before)
    word = found.group().casefold() if found else ""
    if word in word_class("abbreviation"):
        return False
    if begins.isdigit():
        return word not in word_class("abbreviation_before_figure") and not (
            _DOTTED.fullmatch(word) and word != "etc"
        )
    return not (_DOTTED.fullmatch(word) and "." in word and _is_name_after(prose, following))


def _is_name_after(prose: str, following: int) -> bool:
    """Whether what follows ``U.S.`` or the like is rather the rest of a name than a sentence."""
    rest = prose[following : following + _NEAR].split(maxsplit=2)
    return len(rest) < 3 or rest[1][:1].isupper()
