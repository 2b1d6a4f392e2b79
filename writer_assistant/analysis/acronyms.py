"""Abbreviations that a draft spells out itself, so that its reader is not left to guess."""

from __future__ import annotations

import re

_ACRONYM = r"[A-Z][A-Za-z&]*[A-Z][A-Za-z]?s?"
_LONG_FIRST = re.compile(rf"((?:[\w&'’-]+[ -]){{1,8}}[\w'’]+)\s+\(({_ACRONYM})\)")
_SHORT_FIRST = re.compile(rf"\b({_ACRONYM})\s+(?:\(|stands for |is short for |, or |means )([^().;]{{4,80}})")
_JOINING = frozenset("of and the for in to a an on with by at & de".split())


def spelled_out(prose: str) -> dict[str, str]:
    """Return the acronyms that ``prose`` spells out, each with its long form.

    Found are *service level agreement (SLA)*, *SLA (service level agreement)* and *SLA stands for …*,
    where the initials agree.
    """
    found: dict[str, str] = {}
    if not any(c.isupper() for c in prose[1:]):
        return found
    for match in _LONG_FIRST.finditer(prose):
        long, short = match.groups()
        words = _ending_with_initials(long, short)
        if words:
            found[short.rstrip("s")] = words
    for match in _SHORT_FIRST.finditer(prose):
        short, long = match.groups()
        words = _beginning_with_initials(long, short)
        if words:
            found[short.rstrip("s")] = words
    return found


def _letters(short: str) -> str:
    return "".join(c for c in short.rstrip("s") if c.isalpha()).casefold()


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in _JOINING).casefold()


def _ending_with_initials(long: str, short: str) -> str:
    wanted = _letters(short)
    words = re.split(r"[ -]", long)
    for count in range(len(wanted), min(len(words), len(wanted) + 3) + 1):
        tail = words[-count:]
        if tail[0] not in _JOINING and _initials(tail) == wanted:
            return " ".join(tail)
    return ""


def _beginning_with_initials(long: str, short: str) -> str:
    wanted = _letters(short)
    words = [word for word in re.split(r"[ -]", long) if word]
    for count in range(len(wanted), min(len(words), len(wanted) + 3) + 1):
        if _initials(words[:count]) == wanted:
            return " ".join(words[:count])
    return ""
