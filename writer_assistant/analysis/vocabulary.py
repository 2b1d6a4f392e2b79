"""The words of one reader: those she says, those that are ours, and those of her own texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from writer_assistant.analysis.phrases import PhraseTrie, longest, words_of
from writer_assistant.persona.model import Author, Persona
from writer_assistant.text.span import Span

_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "e", "y")
_SHORTEST = 3
_KEPT = 20_000
"""Sentences that a vocabulary remembers."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return what the inflected forms of an English word have in common, roughly.

    British and American spellings agree. Good enough to compare two words, not to be shown.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    if word.endswith("is") and len(word) > _SHORTEST + 2:
        word = f"{word[:-2]}iz"
    return word


@dataclass(frozen=True, slots=True)
class Ours:
    """A word of ours that she does not say.

    Attributes:
        phrase: as it stands in the persona.
        hers: what she says instead, or nothing.
    """

    phrase: str
    hers: str = ""


class Familiarity(IntEnum):
    """What a persona says of a word."""

    UNASKED = 0
    """There is no persona."""
    NEW = 1
    """Nothing."""
    HEARD = 2
    """It is among the words in which she describes her world, inflected or not."""
    HERS = 3
    """She says it."""
    OURS = 4
    """We say it, and she does not."""


class Said(NamedTuple):
    """What of a prose is hers, and what is ours."""

    hers: Sequence[Span]
    ours: Sequence[tuple[Span, Ours]]


class ReaderWords:
    """The vocabulary of one persona, compiled."""

    def __init__(self, persona: Persona | None) -> None:
        self._is_anybody = persona is not None
        self._read: dict[str, Said] = {}
        vocabulary = persona.vocabulary if persona else None
        uses = vocabulary.uses if vocabulary else ()
        avoids = vocabulary.avoids if vocabulary else ()
        plain = vocabulary.plain if vocabulary else {}
        self._uses = PhraseTrie([(word, word) for word in uses], stem)
        ours = {phrase: Ours(phrase) for phrase in avoids}
        ours |= {phrase: Ours(phrase, hers) for phrase, hers in plain.items()}
        self._ours = PhraseTrie(ours.items(), stem)
        self._texts = frozenset(stem(word) for text in _texts(persona) for word in words_of(text))

    def read(self, prose: str) -> Said:
        """Return what ``prose`` says in words of hers and of ours, inflected or not.

        A word of ours within one of hers is hers. What was read is kept.
        """
        said = self._read.get(prose)
        if said is None:
            if len(self._read) >= _KEPT:
                self._read.clear()
            hers = [h.span for h in self._uses.find(prose) if _same_case(h.value, h.span.of(prose))]
            ours = [
                hit
                for hit in self._ours.find(prose)
                if _same_case(hit.value.phrase, hit.span.of(prose))
                and not any(span.contains(hit.span) for span in hers)
            ]
            said = Said(hers, [(hit.span, hit.value) for hit in longest(ours)])
            self._read[prose] = said
        return said

    def familiarity(self, prose: str, words: Iterable[tuple[str, Span]]) -> list[Familiarity]:
        """Return what she says of each of the ``words`` of ``prose``.

        Args:
            prose: a sentence.
            words: each case-folded, with its place.
        """
        if not self._is_anybody:
            return [Familiarity.UNASKED for _ in words]
        said = self.read(prose)
        found = []
        for word, at in words:
            if any(span.overlaps(at) for span, _ in said.ours):
                found.append(Familiarity.OURS)
            elif any(span.overlaps(at) for span in said.hers):
                found.append(Familiarity.HERS)
            else:
                found.append(Familiarity.HEARD if stem(word) in self._texts else Familiarity.NEW)
        return found


def _same_case(phrase: str, found: str) -> bool:
    """Whether an abbreviation stands there as one: ``IT`` is not ``it``."""
    return not phrase.isupper() or found.removesuffix("s").isupper()


def _texts(persona: Persona | None) -> Iterator[str]:
    if persona is None:
        return
    yield from (persona.role, persona.summary, persona.industry, *persona.vocabulary.uses)
    yield from persona.vocabulary.plain.values()
    for pain in persona.pains:
        yield from (pain.text, pain.short, pain.cost, *pain.words)
    for gain in persona.gains:
        yield from (gain.text, *gain.words)
    for entry in (*persona.obstacles, *persona.questions, *persona.interests):
        yield from (entry.text, *entry.words)
    for gatekeeper in persona.gatekeepers:
        yield from (gatekeeper.role, gatekeeper.cares)
    for pain in persona.pains:
        yield from (heard.quote for heard in pain.heard)
    for gain in persona.gains:
        yield from (heard.quote for heard in gain.heard)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A value compared by identity: personas hold mappings, which have no hash."""

    value: Persona | Author | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def words_of_reader(persona: Persona | None) -> ReaderWords:
    """Return the compiled vocabulary of ``persona``, the same one for the same persona."""
    return _compiled(_Same(persona))


def names_in(author: Author, prose: str) -> list[Span]:
    """Return where ``prose`` names the author or a product."""
    return [hit.span for hit in _names(_Same(author)).find(prose)]


@lru_cache(maxsize=32)
def _compiled(persona: _Same) -> ReaderWords:
    value = persona.value
    return ReaderWords(value if isinstance(value, Persona) else None)


@lru_cache(maxsize=32)
def _names(author: _Same) -> PhraseTrie[str]:
    value = author.value
    names = (*value.names, *value.products) if isinstance(value, Author) else ()
    return PhraseTrie([(name, name) for name in names])
