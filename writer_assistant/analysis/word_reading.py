"""What lexicons, persona and author's names say of the words of a text, read once for all rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from writer_assistant.analysis.lexicon import Lexicons, Match
from writer_assistant.analysis.vocabulary import Ours, ReaderWords, names_in, words_of_reader
from writer_assistant.persona.model import Author, Persona
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from writer_assistant.analysis.rule import Context, Sentence


class Knowledge(NamedTuple):
    """What is known of words before a sentence is read.

    Attributes:
        reader: her vocabulary.
        lexicons: of everybody's jargon and praise.
    """

    reader: ReaderWords
    lexicons: Lexicons

    @classmethod
    def of(cls, persona: Persona | None, lexicons: Lexicons) -> Knowledge:
        """Return what is known where ``persona`` reads."""
        return cls(words_of_reader(persona), lexicons)


@dataclass(frozen=True, slots=True)
class Reading:
    """Words found in a text; spans count from its start.

    Attributes:
        text: the text.
        matches: of the lexicons.
        literal: words that lexicons know in their everyday sense.
        hers: words of the reader.
        ours: words of ours that she does not say.
        names: of the author and the products.
    """

    text: str
    matches: Sequence[Match]
    literal: Sequence[Span]
    hers: Sequence[Span]
    ours: Sequence[tuple[Span, Ours]]
    names: Sequence[Span]


def read_text(
    text: str,
    lexicons: Lexicons,
    persona: Persona | None,
    author: Author,
    doc: Doc | None = None,
) -> Reading:
    """Return what is found in ``text``; ``doc`` is its parse, if there is one."""
    said = words_of_reader(persona).read(text)
    matches, literal = lexicons.read(text, doc)
    return Reading(text, matches, literal, said.hers, said.ours, names_in(author, text))


def read_sentence(sentence: Sentence, context: Context) -> Reading:
    """Return what is found in a sentence; asked again for the same one, it remembers."""
    return _read(Asked(sentence, context))


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question, the same only for the very same sentence and context."""

    sentence: Sentence
    context: Context

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Asked)
            and self.sentence is other.sentence
            and self.context is other.context
        )

    def __hash__(self) -> int:
        return id(self.context)


@lru_cache(maxsize=4)
def _read(asked: Asked) -> Reading:
    sentence, context = asked.sentence, asked.context
    return read_text(sentence.text, context.lexicons, context.persona, context.author, sentence.doc)
