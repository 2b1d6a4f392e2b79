"""Curly quotes and long dashes, decided at the moment of typing.

``"`` and ``'`` become the quotation mark or apostrophe that fits the place, ``--`` an en dash,
``---`` an em dash, ``...`` an ellipsis. What stands before decides; code, links, tags and the marks
of Markdown are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}
_OPENS_BEHIND = frozenset("([{«¿¡/“‘=")
_DASHES = frozenset("–—-")
_MARKS = "*_~"
_ONLY_MARKS = re.compile(r"[\s>*+_|:-]*")
_OPEN_TAG = re.compile(r"<[A-Za-z/!][^<>]*$")
_YEAR = re.compile(r"(?:^|[\s(\[“])‘[0-9]$")


@dataclass(frozen=True, slots=True)
class Typeset:
    """The last ``length`` code points before the caret become ``text``."""

    length: int
    text: str


def typeset(line: str, *, quotes: bool, dashes: bool) -> Typeset | None:
    """Return what becomes of what was typed last; None if it stays.

    Args:
        line: the line up to the caret, what was typed included.
        quotes: whether quotation marks and apostrophes are wanted.
        dashes: whether dashes and ellipses are wanted.
    """
    if not line or _is_technical(line[:-1]):
        return None
    typed = line[-1]
    if quotes and typed in _QUOTES:
        opening, closing = _QUOTES[typed]
        return Typeset(1, opening if _opens(line[:-1], opening, closing) else closing)
    if quotes and _YEAR.search(line):
        return Typeset(2, f"’{typed}")  # ’90s: years lose their century behind an apostrophe
    if dashes and typed == "-":
        return _dash(line)
    if dashes and line.endswith("...") and not line.endswith("...."):
        return Typeset(3, "…")
    return None


def _is_technical(before: str) -> bool:
    """Whether what is typed behind ``before`` belongs to code, an address or a tag."""
    if before.count("`") % 2 or _OPEN_TAG.search(before):
        return True
    words = before.split()
    last = words[-1] if words and not before[-1:].isspace() else ""
    return "://" in last or last.startswith("www.") or "](" in last


def _opens(before: str, opening: str, closing: str) -> bool:
    before = before.rstrip(_MARKS) or before[:0]
    last = before[-1:]
    if not last or last.isspace() or last in _OPENS_BEHIND:
        return True
    if last in _DASHES:
        # Behind a dash: closes what is open (“Wait –”), else opens.
        return before.count(opening) <= before.count(closing)
    return False


def _dash(line: str) -> Typeset | None:
    if line.endswith("–-"):
        return Typeset(2, "—")
    is_pair = line.endswith("--") and not line.endswith(("---", "—--", "<!--"))
    if not is_pair or _ONLY_MARKS.fullmatch(line) or "|" in line:
        return None
    return Typeset(2, "–")
