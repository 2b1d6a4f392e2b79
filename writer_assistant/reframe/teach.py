"""What the writer is asked when nothing of the persona fits, and what her answer makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import Kind
from writer_assistant.reframe.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from writer_assistant.analysis.live import Found

_MOST_WORDS = 8
"""Words of a phrase that can still be called the name of a feature."""
_LED_AWAY = frozenset({"DT", "PRP$", "PDT", "POS", "CD"})


@dataclass(frozen=True, slots=True)
class Question:
    """What the writer can start from when she says what a sentence means for the reader.

    Attributes:
        feature: the phrase of the sentence that names the thing; may be empty.
        pains: ids of the persona's pains, the likeliest first.
        wishes: the persona's gains as words that speak to her, by their ids.
    """

    feature: str
    pains: tuple[str, ...]
    wishes: Mapping[str, str]


def feature_of(found: Found, names: Iterable[str]) -> str:
    """Return the phrase of a finding's sentence that names what the sentence is about.

    Args:
        found: the finding.
        names: what the author is called; that is no feature.
    """
    marked = found.finding.text.strip(" .,;:!?")
    if (
        found.finding.kind is Kind.FEATURE_FIRST
        and len(marked.split()) <= _MOST_WORDS
        and not marked[:1].isdigit()
    ):
        return " ".join(marked.split())
    own = {name.casefold() for name in names}
    chunks = [
        phrase
        for chunk in found.seen.sentence.doc.noun_chunks
        if (phrase := _named(chunk, own)) and len(phrase.split()) <= _MOST_WORDS
    ]
    # What is news stands behind the verb more often than in front of it.
    return next((phrase for phrase in chunks if len(phrase.split()) > 1), "") or (
        chunks[0] if chunks else ""
    )


def _named(chunk: Words, own: set[str]) -> str:
    tokens: list[Token] = list(chunk)
    while tokens and (tokens[0].tag_ in _LED_AWAY or tokens[0].is_punct):
        del tokens[0]
    if not tokens or tokens[-1].tag_ in ("PRP", "WP", "WDT", "DT", "EX"):
        return ""
    phrase = chunk.doc[tokens[0].i : tokens[-1].i + 1].text
    if (
        not any(map(str.isalpha, phrase))
        or phrase.casefold() in own
        or all(t.lower_ in words("stop_words") for t in tokens)
    ):
        return ""
    return " ".join(phrase.split())
