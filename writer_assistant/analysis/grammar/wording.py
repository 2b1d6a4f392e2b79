"""How a sentence is worded: persons, capitals, figures in words, superlatives, piles of nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from writer_assistant.analysis.lexicon import word_class
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Wording:
    """Counts over the words of one sentence.

    Attributes:
        words: tokens that are no punctuation.
        capitals: those written in capitals throughout.
        nominal: nouns, adjectives and numbers.
        names: proper nouns behind the first word.
        codes: words that mix letters with figures or capitals: ``IP67``, ``OIDC``.
        compounds: words joined by a hyphen.
        superlatives: ``most``, ``-est``.
        participle: whether it opens with a participle (``Built around …``, ``Boasting …``).
        singular: whether *I*, *me* or *my* is among the first-person pronouns.
        firsts: places of first-person pronouns.
        seconds: places of second-person pronouns.
        verbs: places at which verbs begin that are no auxiliaries.
    """

    words: int
    capitals: int
    nominal: int
    names: int
    codes: int
    compounds: int
    superlatives: int
    participle: bool
    singular: bool
    firsts: tuple[Span, ...]
    seconds: tuple[Span, ...]
    verbs: frozenset[int]


_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
_NAMES = frozenset({"NNP", "NNPS"})
_SUPERLATIVE = frozenset({"JJS", "RBS"})
_PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_PUNCTUATION = frozenset({".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "_SP", "NFP", "SYM"})
_CODE = re.compile(r"(?=.*[A-Z\d])(?=.*[A-Za-z])[A-Za-z]*(?:\d[\w.]*|[A-Z][\w]*[A-Z])\w*")
_COMPOUND = re.compile(r"[^\W\d_]\w*[-‑][^\W\d_]\w*")


def wording_of(text: str, tokens: Sequence[Token]) -> Wording:
    """Return how a parsed sentence is worded."""
    first, second = word_class("first_person"), word_class("reader_pronoun")
    words = capitals = nominal = names = codes = superlatives = 0
    firsts: list[Span] = []
    seconds: list[Span] = []
    verbs: list[int] = []
    opening = ""
    singular = False
    for token in tokens:
        tag = token.tag_
        if tag in _PUNCTUATION:
            continue
        words += 1
        if words == 1:
            opening = tag
        if tag in _NOMINAL:
            nominal += 1
            word = token.text
            if tag in _NAMES and words > 1:
                names += 1
            if len(word) > 1 and word.isupper():
                capitals += 1
            if _CODE.fullmatch(word):
                codes += 1
        elif tag[0] == "V":
            if token.dep_ not in _AUXILIARY:
                verbs.append(token.idx)
        elif tag in _PRONOUN_TAGS:
            word = token.lower_
            # US is no us, and Class I no I: their tags say so.
            if word in first and token.text != "US":
                firsts.append(Span(token.idx, token.idx + len(token)))
                singular = singular or word[0] in "im"
            elif word in second:
                seconds.append(Span(token.idx, token.idx + len(token)))
        elif tag in _SUPERLATIVE:
            superlatives += 1
        elif len(token) > 1 and token.is_upper:
            capitals += 1
    return Wording(
        words,
        capitals,
        nominal,
        names,
        codes,
        len(_COMPOUND.findall(text)),
        superlatives,
        opening in _PARTICIPLES,
        singular,
        tuple(firsts),
        tuple(seconds),
        frozenset(verbs),
    )
