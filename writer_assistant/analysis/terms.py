"""Words that decide by themselves: of lexicons, of a persona's vocabulary, and abbreviations.

Needs no grammar, so that the first answers can come before it has loaded; with a parse, entries
that ask for a part of speech are found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.analysis.word_bands import band
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.analysis.word_reading import Reading
from writer_assistant.text.span import Span

_ACRONYM = re.compile(
    r"(?<![\w#@&/.-])(?:[A-Z]{2,6}|[A-Z]{1,4}[&/][A-Z]{1,4}|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,3})s?(?![\w&@/])"
)
_STANDARD = re.compile(r"[A-Z]{2,}[ -]?\d[\w.:-]*(?: [A-Z]+)?")
_TAG = re.compile(r"[#@]\w*$")
_DATELINE = re.compile(r"[A-Z]{3,}+(?:[ .-][A-Z]{3,}+)*+[ .-]?,|[A-Z]{3,}+(?: [A-Z]{3,}+)*+ [—–-] ")
_ROMAN = re.compile(r"[IVXLC]+")
_ORDINARY = 5
"""The band up to which a word in capitals is a shout and no abbreviation."""
_SHOUTED = 3
"""Shouted words of a sentence from which all of it is in capitals."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that this reader would not say.

    Attributes:
        span: their place in the prose.
        subkind: of jargon.
        severity: how much they weigh.
        plain: what she says instead, best first.
        why: what is wrong with them, to stand behind the quoted words; ``{reader}`` stands for
            the reader's name, ``{plain}`` for the first plainer word.
        certain: whether the persona or the user's own lexicon says so, and nobody need be asked.
        heart: the term that was found, where these are the longer phrase around it.
    """

    span: Span
    subkind: str
    severity: Severity
    plain: tuple[str, ...]
    why: str
    certain: bool = True
    heart: Term | None = None


_WHY = {
    "buzzword": (
        "says little to {reader}; “{plain}” says it plainly",
        "is a stock phrase that tells {reader} nothing",
    ),
    "wordy": ("is office language for “{plain}”", "is office language that can go without loss"),
    "acronym": (
        "is an abbreviation that {reader} has to look up; “{plain}” says it",
        "is an abbreviation that {reader} has to look up",
    ),
    "insider": (
        "is a term of insiders; {reader} would rather hear “{plain}”",
        "is a term of insiders that {reader} would not use",
    ),
}
_OURS = "is our word; {reader} says “{plain}”"
_AVOIDED = "is on the list of words that {reader} avoids"
UNSPELLED = "is not spelled out in this draft, and {reader} cannot be expected to know it"


def why(subkind: str, plain: tuple[str, ...]) -> str:
    """Return what is wrong with a word of that subkind, as in ``Term.why``."""
    return _WHY[subkind][not plain]


def find_terms(reading: Reading, spelled_out: Mapping[str, str] | None) -> list[Term]:
    """Return the words of a text that are jargon by themselves, for this reader; no overlaps.

    Args:
        reading: what was found in the text.
        spelled_out: abbreviations that the draft explains; None while that is not known, and
            then no abbreviation is found.
    """
    text = reading.text
    found = [
        Term(
            span,
            _subkind(span.of(text)),
            Severity.STRONG,
            (ours.hers,) if ours.hers else (),
            _OURS if ours.hers else _AVOIDED,
        )
        for span, ours in reading.ours
    ]
    for match in reading.matches:
        entry = match.entry
        if entry.kind is not Kind.JARGON or _in_tag(text, match.span):
            continue
        if spelled_out and match.span.of(text).removesuffix("s") in spelled_out:
            continue
        subkind = entry.subkind or "insider"
        reason = why(subkind, entry.plain)
        term = Term(match.span, subkind, entry.severity, entry.plain, reason, certain=entry.own)
        _add(found, reading.hers, term)
    for span in _acronyms(text, spelled_out) if spelled_out is not None else ():
        if not any(name.overlaps(span) for name in reading.names):
            term = Term(span, "acronym", Severity.STRONG, (), UNSPELLED, certain=False)
            _add(found, reading.hers, term)
    return sorted(found, key=lambda term: term.span)


def _add(found: list[Term], hers: Sequence[Span], term: Term) -> None:
    """Add ``term`` unless it is hers or says less than what was found there."""
    if any(span.contains(term.span) for span in hers):
        return
    beside = [other for other in found if other.span.overlaps(term.span)]
    if all(len(other.span) < len(term.span) for other in beside):
        found[:] = [other for other in found if other not in beside]
        found.append(term)


def _subkind(words: str) -> str:
    return "acronym" if is_abbreviation(words) else "insider"


def is_abbreviation(words: str) -> bool:
    """Whether ``words`` are an abbreviation or a standard's name, as *IP67* or *ISO 9001*."""
    return bool(_ACRONYM.fullmatch(words) or _STANDARD.fullmatch(words))


def is_explained(words: str, spelled_out: Mapping[str, str]) -> bool:
    """Whether ``words`` are an abbreviation that the draft explains or that everybody knows."""
    short = words.removesuffix("s")
    known = word_class("known_acronym")
    return short in spelled_out or words.casefold() in known or short.casefold() in known


def _in_tag(prose: str, span: Span) -> bool:
    return bool(_TAG.search(prose[max(0, span.start - 40) : span.start]))


def _acronyms(prose: str, spelled_out: Mapping[str, str]) -> Iterator[Span]:
    """Yield the abbreviations that nobody explains and not everybody knows."""
    hits = list(_ACRONYM.finditer(prose))
    if not hits or sum(_is_shout(word) for word in re.findall(r"[A-Z]{4,}", prose)) >= _SHOUTED:
        return
    dateline = _DATELINE.match(prose)
    units = word_class("unit")
    for hit in hits:
        short = hit.group().removesuffix("s")
        if (
            is_explained(hit.group(), spelled_out)
            or short.casefold() in units
            or _is_shout(short)
            or _ROMAN.fullmatch(short)
            or (dateline and hit.start() < dateline.end())
        ):
            continue
        yield Span(*hit.span())


def _is_shout(word: str) -> bool:
    return word.isalpha() and len(word) > 2 and band(word.casefold()) <= _ORDINARY
