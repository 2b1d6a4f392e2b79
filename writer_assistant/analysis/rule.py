"""What a rule is given and what it gives.

A rule is a function ``rule(sentence, context)`` that yields findings of one kind, keeps no state
and reads nothing but its arguments. Its findings' offsets are those of the paragraph's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from writer_assistant.analysis.finding import Finding
from writer_assistant.analysis.lexicon import Lexicons
from writer_assistant.analysis.lexicon_file import built_in_lexicons
from writer_assistant.analysis.word_reading import Knowledge
from writer_assistant.persona.model import Author, Persona
from writer_assistant.text.draft import Content
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from writer_assistant.analysis.classifier import Judgement
    from writer_assistant.analysis.facts import Facts


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence, free of its place in the draft.

    Attributes:
        content: the paragraph in which it stands.
        prose: its span of ``content.prose``.
        doc: its parse, of this sentence alone and shared by all sentences of the same words;
            ``token.idx`` is an offset from ``prose.start``.
    """

    content: Content
    prose: Span
    doc: Doc

    @property
    def span(self) -> Span:
        """Its span of the paragraph's text."""
        return self.content.in_text(self.prose)

    @property
    def text(self) -> str:
        """Its words as parsed, without markup."""
        return self.prose.of(self.content.prose)

    def prose_of(self, first: Token, last: Token) -> Span:
        """Return the span of ``content.prose`` from ``first`` to ``last``, both included."""
        return Span(self.prose.start + first.idx, self.prose.start + last.idx + len(last))

    def span_of(self, first: Token, last: Token) -> Span:
        """Return the span of the paragraph's text from ``first`` to ``last``, both included."""
        return self.content.in_text(self.prose_of(first, last))


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the sentence.

    Attributes:
        facts: what grammar sees in this sentence.
        judgement: what the learned judge thinks of it; None where there is no model.
        before: facts of the sentences before it, nearest first, across paragraphs.
        after: facts of the sentences behind it, nearest first, across paragraphs.
        is_first: whether it is the draft's first sentence that says something.
        is_last: whether it is the last one.
        author: who writes, from persona, front matter, draft and settings together.
        lexicons: built-in entries and the user's own.
        persona: whom the draft is for, if one is picked.
        spelled_out: acronyms that the draft spells out somewhere, and their long form.
        channel: where it will be published, if known.
    """

    facts: Facts
    author: Author
    lexicons: Lexicons = field(default_factory=built_in_lexicons)
    judgement: Judgement | None = None
    before: Sequence[Facts] = ()
    after: Sequence[Facts] = ()
    is_first: bool = False
    is_last: bool = False
    persona: Persona | None = None
    spelled_out: Mapping[str, str] = field(default_factory=dict)
    channel: str | None = None

    @property
    def knowledge(self) -> Knowledge:
        """What is known of words before a sentence is read."""
        return Knowledge.of(self.persona, self.lexicons)


class Rule(Protocol):
    """Finds one kind."""

    def __call__(self, sentence: Sentence, context: Context) -> Iterable[Finding]:
        """Yield what is found in ``sentence``."""
        ...
