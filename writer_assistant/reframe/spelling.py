"""British or American: the words that a suggestion brings along are spelt as the draft is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from writer_assistant.reframe.wording import load

BRITISH, AMERICAN = "en_GB", "en_US"

_WORD = re.compile(r"[^\W\d_]+")
# A British word that only looks like one with an "s" for a "z", and what doubles its "l" anyway.
_ENDINGS = re.compile(r"(?:s|d|r|e|es|ed|er|ers|ing|ings|ation|ations|ful|able|ite|y|ly)?")
_ALSO_A_NOUN = frozenset({"emphasis", "analysis", "analyst", "analysts"})


def variety_of(texts: Iterable[str]) -> str | None:
    """Return how some texts are spelt, ``en_GB`` or ``en_US``; None if nothing in them tells."""
    british = american = 0
    for text in texts:
        for found in _WORD.finditer(text):
            word = found.group().casefold()
            british += _other(word, BRITISH) is not None
            american += _other(word, AMERICAN) is not None
    if british == american:
        return None
    return BRITISH if british > american else AMERICAN


def spelt(text: str, variety: str | None, kept: frozenset[str]) -> str:
    """Return ``text`` in a variety of English.

    Args:
        text: any text.
        variety: ``en_GB`` or ``en_US``; None for whatever it is.
        kept: words in lower case that are left as they are.
    """
    if variety is None:
        return text
    there = AMERICAN if variety == BRITISH else BRITISH

    def put(found: re.Match[str]) -> str:
        word = found.group()
        other = None if word.casefold() in kept else _other(word.casefold(), there)
        if other is None:
            return word
        return other.capitalize() if word[:1].isupper() else other

    return _WORD.sub(put, text)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return all words of some texts, in lower case."""
    return frozenset(found.group().casefold() for t in texts for found in _WORD.finditer(t))


@cache
def _other(word: str, variety: str) -> str | None:
    """Return how the other variety spells a word of ``variety``; None if it is no such word."""
    for british, american in load("spelling")["american"].items():
        here, there = (british, american) if variety == BRITISH else (american, british)
        if not word.startswith(here) or word in _ALSO_A_NOUN:
            continue
        rest = word[len(here) :]
        if british.endswith("ll"):
            # cancelled, canceled: only where an ending doubles the letter
            if rest not in ("ed", "ing", "er", "ers"):
                continue
        elif british[-2:] in ("is", "ys"):
            if not re.fullmatch(r"e|es|ed|er|ers|ing|ation|ations", rest):
                continue
        elif not _ENDINGS.fullmatch(rest):
            continue
        return there + rest
    return None
