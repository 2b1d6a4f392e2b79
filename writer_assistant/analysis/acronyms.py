"""Abbreviations that a draft spells out itself, so that its reader is not left to guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

from writer_assistant.analysis.word_classes import word_class

_ACRONYM = r"[A-Z][A-Za-z&]*[A-Z][A-Za-z]?s?"
_BRACKETED = re.compile(rf"(?<=\s)\(({_ACRONYM})\)")
_LONG_FORM = re.compile(r"[\w&'’ -]+\Z")
_MOST_LETTERS = 120
"""Code points in front of an acronym in brackets among which its long form is looked for."""
_SHORT_FIRST = re.compile(
    rf"\b({_ACRONYM})\s+(?:\(|stands for |is short for |, or |means )([^().;]{{4,80}})"
)
_WORD = re.compile(r"[^ -]+")


def spelled_out(prose: str) -> dict[str, str]:
    """Return the acronyms that ``prose`` spells out, each with its long form.

    Found are *service level agreement (SLA)*, *SLA (service level agreement)* and *SLA stands
    for …*, where the initials agree.
    """
    found: dict[str, str] = {}
    if not any(c.isupper() for c in prose[1:]):
        return found
    for match in _BRACKETED.finditer(prose) if "(" in prose else ():
        before = prose[max(0, match.start() - _MOST_LETTERS) : match.start()].rstrip()
        form = _LONG_FORM.search(before)
        words = _ending_with_initials(form.group(), match[1]) if form else ""
        if words:
            found[match[1].rstrip("s")] = words
    for match in _SHORT_FIRST.finditer(prose):
        short, long = match.groups()
        words = _beginning_with_initials(long, short)
        if words:
            found[short.rstrip("s")] = words
    return found


def _letters(short: str) -> str:
    return "".join(c for c in short.rstrip("s") if c.isalpha()).casefold()


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in word_class("joining")).casefold()


def _ending_with_initials(long: str, short: str) -> str:
    words = list(_WORD.finditer(long))
    for count in _counts(short, words):
        tail = [word.group() for word in words[-count:]]
        if tail[0] not in word_class("joining") and _initials(tail) == _letters(short):
            return long[words[-count].start() :]
    return ""


def _beginning_with_initials(long: str, short: str) -> str:
    words = list(_WORD.finditer(long))
    for count in _counts(short, words):
        if _initials([word.group() for word in words[:count]]) == _letters(short):
            return long[: words[count - 1].end()]
    return ""


def _counts(short: str, words: Sequence[object]) -> range:
    """How many words may stand for the letters, with a few joining ones among them."""
    least = len(_letters(short))
    return range(least, min(len(words), least + 3) + 1)
