"""How a sentence is worded: persons, capitals, figures in words, superlatives, piles of nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from writer_assistant.analysis.word_classes import word_class
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


NAMES = frozenset({"NNP", "NNPS"})
"""Tags of proper nouns."""
NOUNS = NAMES | {"NN", "NNS"}
"""Tags of nouns."""
_NOMINAL = NOUNS | {"JJ", "CD"}
_SUPERLATIVE = frozenset({"JJS", "RBS"})
_PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_PUNCTUATION = frozenset({".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "_SP", "NFP", "SYM"})
_CODE = re.compile(r"(?=.*[A-Za-z])(?:[A-Za-z]*\d[\w.]*|[A-Za-z]*[A-Z]\w*[A-Z]\w*)")
_COMPOUND = re.compile(r"[^\W_]\w*[-‑][^\W\d_]\w+")


def wording_of(text: str, tokens: Sequence[Token]) -> Wording:
    """Return how a parsed sentence is worded."""
    worded = [(token, token.tag_) for token in tokens]
    worded = [(token, tag) for token, tag in worded if tag not in _PUNCTUATION]
    words = [token.text for token, _ in worded]
    tags = [tag for _, tag in worded]
    firsts, seconds = _persons(worded)
    return Wording(
        words=len(words),
        capitals=sum(len(word) > 1 and word.isupper() for word in words),
        nominal=sum(tag in _NOMINAL for tag in tags),
        names=sum(tag in NAMES for tag in tags[1:]),
        codes=sum(_CODE.fullmatch(word) is not None for word in words),
        compounds=len(_COMPOUND.findall(text)),
        superlatives=sum(tag in _SUPERLATIVE for tag in tags),
        participle=bool(tags) and tags[0] in _PARTICIPLES,
        singular=any(text[place.start] in "IiMm" for place in firsts),
        firsts=firsts,
        seconds=seconds,
        verbs=frozenset(
            token.idx for token, tag in worded if tag[0] == "V" and token.dep_ not in _AUXILIARY
        ),
    )


def _persons(
    worded: Sequence[tuple[Token, str]],
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the places of first-person and of second-person pronouns.

    By tag as well as by word: *US* is no *us*, and *Class I* no *I*.
    """
    first, second = word_class("first_person"), word_class("reader_pronoun")
    firsts: list[Span] = []
    seconds: list[Span] = []
    for token, tag in worded:
        if tag in _PRONOUN_TAGS and token.text != "US":
            word = token.lower_
            if word in first or word in second:
                places = firsts if word in first else seconds
                places.append(Span(token.idx, token.idx + len(token)))
    return tuple(firsts), tuple(seconds)
