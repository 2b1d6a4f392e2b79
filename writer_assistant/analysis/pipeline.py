"""From parsed sentences to findings: facts, the judge, the rules, and overlaps resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from writer_assistant.analysis.classifier import Judge
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import Facts, see
from writer_assistant.analysis.finding import WORD_KINDS, Finding, Kind
from writer_assistant.analysis.lexicon import Lexicons
from writer_assistant.analysis.rule import Context, Rule, Sentence
from writer_assistant.analysis.rules import (
    bare_ask,
    empty_claim,
    feature_first,
    jargon,
    self_centered,
)
from writer_assistant.analysis.word_reading import Knowledge
from writer_assistant.persona.model import Author, Persona
from writer_assistant.text.draft import Content

ALL: tuple[Rule, ...] = (
    self_centered.rule,
    feature_first.rule,
    jargon.rule,
    empty_claim.rule,
    bare_ask.rule,
)
"""Every rule."""
REACH = 3
"""Sentences before and behind one that its rules may look at."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What drafts are judged by.

    Attributes:
        lexicons: built-in ones and the user's own.
        judge: the learned judge, or None to go by grammar alone.
        persona: whom the draft is for, if one is picked.
        authors: further names of the author.
        channel: where the draft will be published, if known.
    """

    lexicons: Lexicons
    judge: Judge | None = None
    persona: Persona | None = None
    authors: tuple[str, ...] = ()
    channel: str | None = None

    @property
    def known_authors(self) -> tuple[Author, ...]:
        """The author as far as settings and persona name one."""
        from_persona = (self.persona.author,) if self.persona else ()
        return (Author(self.authors), *from_persona)

    @property
    def knowledge(self) -> Knowledge:
        """What is known of words before a sentence is read."""
        return Knowledge.of(self.persona, self.lexicons)


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence and what grammar sees in it."""

    sentence: Sentence
    facts: Facts


def see_all(contents: Sequence[Content], engine: Engine, author: Author) -> list[tuple[Seen, ...]]:
    """Return what is seen in each sentence of each content."""
    return [
        tuple(Seen(sentence, see(sentence, author, engine.lemma)) for sentence in sentences)
        for sentences in engine.sentences(contents)
    ]


def find(sentence: Sentence, context: Context) -> tuple[Finding, ...]:
    """Return the findings of one sentence, in reading order, with overlaps resolved."""
    return resolve(finding for rule in ALL for finding in rule(sentence, context))


def find_words(content: Content, settings: Settings, author: Author) -> tuple[Finding, ...]:
    """Return what lexicons alone find in a paragraph, before grammar can be asked."""
    return tuple(jargon.at_sight(content, settings.lexicons, settings.persona, author))


def resolve(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return ``findings`` in reading order, of overlapping word findings only one.

    Findings of whole sentences stand beside each other and beside those of words. Among jargon and
    empty claims an empty claim goes before jargon, then the longer span before the shorter.
    """
    whole: list[Finding] = []
    words: list[Finding] = []
    for finding in findings:
        (words if finding.kind in WORD_KINDS else whole).append(finding)
    words.sort(key=lambda f: (f.kind is not Kind.EMPTY_CLAIM, -len(f.span), f.span))
    kept: list[Finding] = []
    for finding in words:
        if not any(finding.span.overlaps(other.span) for other in kept):
            kept.append(finding)
    return tuple(sorted([*whole, *kept], key=_reading_order))


_ORDER = {kind: number for number, kind in enumerate(Kind)}


def _reading_order(finding: Finding) -> tuple[int, int, int]:
    return finding.span.start, -finding.span.end, _ORDER[finding.kind]
