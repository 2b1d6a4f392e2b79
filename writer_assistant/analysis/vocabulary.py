"""The words of one reader: those she says, those that are ours, and those of her own texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from writer_assistant.analysis.phrases import PhraseTrie, longest, words_of
from writer_assistant.persona.model import Author, Persona
from writer_assistant.text.span import Span

_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "e", "y")
_SHORTEST = 3


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


class ReaderWords:
    """The vocabulary of one persona, compiled; immutable.

    Attributes:
        texts: stems of the words in which the persona describes her world.
        our_words: stems of the words in the phrases that are ours.
    """

    def __init__(self, persona: Persona | None) -> None:
        vocabulary = persona.vocabulary if persona else None
        uses = vocabulary.uses if vocabulary else ()
        avoids = vocabulary.avoids if vocabulary else ()
        plain = vocabulary.plain if vocabulary else {}
        self._uses = PhraseTrie([(word, word) for word in uses], stem)
        ours = {phrase: Ours(phrase) for phrase in avoids}
        ours |= {phrase: Ours(phrase, hers) for phrase, hers in plain.items()}
        self._ours = PhraseTrie(ours.items(), stem)
        self.our_words = frozenset(stem(word) for phrase in ours for word in words_of(phrase))
        self.texts = frozenset(stem(word) for text in _texts(persona) for word in words_of(text))

    def hers(self, prose: str) -> list[Span]:
        """Return where ``prose`` says a word of hers, inflected or not."""
        return [
            hit.span for hit in self._uses.find(prose) if _same_case(hit.value, hit.span.of(prose))
        ]

    def ours(self, prose: str, hers: Sequence[Span]) -> list[tuple[Span, Ours]]:
        """Return where ``prose`` says a word of ours, inflected or not, unless in one of hers."""
        hits = [
            hit
            for hit in self._ours.find(prose)
            if _same_case(hit.value.phrase, hit.span.of(prose))
            and not any(span.contains(hit.span) for span in hers)
        ]
        return [(hit.span, hit.value) for hit in longest(hits)]


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
