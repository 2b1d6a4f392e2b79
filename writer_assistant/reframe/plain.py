"""Plainer words in place of jargon, in the form that the place asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import GAP, How, Source, Suggestion
from writer_assistant.analysis.phrases import fold
from writer_assistant.persona.model import Persona
from writer_assistant.reframe.inflect import (
    article,
    is_past,
    is_plural,
    plural,
    takes_article,
    verb,
)
from writer_assistant.reframe.voice import capitalised
from writer_assistant.reframe.wording import words
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from writer_assistant.analysis.engine import Engine
    from writer_assistant.analysis.live import Found

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NOUN_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT"})
_DESCRIBING = frozenset({"amod", "advmod", "compound", "nmod"})
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:the|our|its|their|your|this|that|my)\s+$", re.IGNORECASE)
_OWN_ARTICLE = re.compile(r"(?:an?|the)\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a finding in their sentence.

    Attributes:
        found: the finding.
        span: of the words, as offsets of the paragraph's text.
        tokens: those of the parse that lie in it.
        head: the one that governs the others.
    """

    found: Found
    span: Span
    tokens: tuple[Token, ...]
    head: Token

    @classmethod
    def of(cls, found: Found) -> Words | None:
        """Return the words of a finding, or None if the parse has none of them."""
        span = found.finding.span
        sentence = found.seen.sentence
        tokens = tuple(t for t in sentence.doc if sentence.span_of(t, t).overlaps(span))
        if not tokens:
            return None
        head = next((t for t in tokens if t.head not in tokens or t.head is t), tokens[-1])
        return cls(found, span, tokens, head)

    @property
    def paragraph(self) -> str:
        """The paragraph's text."""
        return self.found.seen.sentence.content.text

    @property
    def before(self) -> str:
        """The paragraph's text in front of them."""
        return self.paragraph[: self.span.start]

    @property
    def after(self) -> str:
        """The paragraph's text behind them."""
        return self.paragraph[self.span.end :]

    @property
    def opens(self) -> bool:
        """Whether the sentence begins with them."""
        return self.found.finding.sentence.start == self.span.start

    def edit(self, text: str, how: How, source: Source | None = None) -> Suggestion:
        """Return ``text`` in their place, with the article in front of it put right."""
        span = self.span
        text = self._without_repetition(text)
        own = _OWN_ARTICLE.match(text)
        before = _ARTICLE.search(self.before)
        if before and not text.startswith(GAP):
            first = text or self.after.lstrip()
            span = Span(span.start - len(before.group()), span.end)
            text = _with_article(text, first, before.group(1), before.group(2))
        elif own and _DETERMINER.search(self.before):
            text = text[own.end() :]
        if self._is_capital(span):
            text = capitalised(text)
        return Suggestion(text, span, how, source)

    def _without_repetition(self, text: str) -> str:
        """Return ``text`` without its first word, where that word stands in front already."""
        first, space, rest = text.partition(" ")
        before = self.before.rstrip().rpartition(" ")[2]
        return rest if space and first.casefold() == before.casefold() else text

    def _is_capital(self, span: Span) -> bool:
        if span.start == self.found.finding.sentence.start:
            return True
        said = self.span.of(self.paragraph)
        return span == self.span and said[:1].isupper() and said[1:2].islower() and self._in_title

    @property
    def _in_title(self) -> bool:
        said = [t.text for t in self.found.seen.sentence.doc if t.is_alpha and len(t) > 3]
        return len(said) > 1 and all(word[0].isupper() for word in said)


def _with_article(text: str, first: str, old: str, space: str) -> str:
    """Return ``text`` behind "a" or "an", or without where none can stand before it."""
    own = _OWN_ARTICLE.match(text)
    bare = own or (text and not takes_article(text))
    new = text if bare else f"{article(first)}{space}{text}"
    return capitalised(new) if old[0].isupper() else new


def plainer(found: Found, persona: Persona | None, engine: Engine) -> Iterator[Suggestion]:
    """Yield plainer words for jargon, the persona's own first, and what else can be done."""
    place = Words.of(found)
    if place is None:
        return
    offered = False
    for plain, source in _plain_words(found, persona):
        text = plain if _is_same_form(found, source) else _inflected(plain, place)
        made = place.edit(text, How.PLAIN, source)
        if source is None or _reads_well(made, place, engine):
            offered = True
            yield made
        else:
            yield place.edit(f"{plain} {GAP}", How.PLAIN, source)
    said, subkind = found.finding.text, found.finding.subkind
    removed = without(place) if subkind == "buzzword" else None
    if removed is not None:
        yield removed
    elif not offered:
        explained = subkind in ("acronym", "insider")
        yield Suggestion(f"{said} ({GAP})" if explained else GAP, place.span, How.PLAIN)


def _is_same_form(found: Found, source: Source | None) -> bool:
    """Whether the persona names the words just as they stand, so that hers have the right form."""
    return source is not None and source.entry == f"plain:{fold(found.finding.text)}"


def _plain_words(found: Found, persona: Persona | None) -> Iterator[tuple[str, Source | None]]:
    said = fold(found.finding.text)
    own: dict[str, Source] = {}
    if persona is not None:
        lemmas = {said, said.removesuffix("s"), said.removesuffix("es")}
        for ours, hers in persona.vocabulary.plain.items():
            if fold(ours) in lemmas or fold(ours).removesuffix("s") in lemmas:
                own[hers] = Source(persona.name, f"plain:{ours}")
    yield from own.items()
    for plain in found.finding.plain:
        if plain in own:
            continue
        ours = _ours_of(plain, persona)
        yield plain, Source(persona.name, f"plain:{ours}") if persona and ours else None


def _ours_of(hers: str, persona: Persona | None) -> str:
    """Return the word of ours that a persona's own word stands for, if it is one of hers."""
    pairs = persona.vocabulary.plain.items() if persona else ()
    return next((ours for ours, other in pairs if other == hers), "")


def _inflected(plain: str, place: Words) -> str:
    """Return plainer words in the form of those that stand there."""
    tag = place.head.tag_
    if tag in ("VBZ", "VBG", "VBD", "VBN") and place.head is place.tokens[0]:
        return plain if _has_form(plain, tag) else verb(plain, tag)
    if tag in ("NNS", "NNPS") and place.head is place.tokens[-1]:
        own = _OWN_ARTICLE.match(plain)
        bare = plain[own.end() :] if own else plain
        return plain if is_plural(bare) else plural(bare)
    return plain


def _has_form(plain: str, tag: str) -> bool:
    """Whether the first of some words already has the form of a tag."""
    first = plain.partition(" ")[0]
    endings = {"VBZ": "s", "VBG": "ing", "VBD": "ed", "VBN": "ed"}
    if first in words("not_inflected"):
        return False
    return first.endswith(endings[tag]) or (tag in ("VBD", "VBN") and is_past(first))


def _reads_well(made: Suggestion, place: Words, engine: Engine) -> bool:
    """Whether the sentence with new words is built as it was before."""
    sentence = place.found.seen.sentence
    start = sentence.span.start
    text = place.paragraph[start : sentence.span.end]
    at = made.span.start - start
    new = text[:at] + made.text + text[made.span.end - start :]
    end = at + len(made.text)
    inside = [t for t in engine.parse(new) if t.idx < end and t.idx + len(t) > at]
    head = next((t for t in inside if t.head not in inside or t.head is t), None)
    if head is None:
        return False
    old = place.head
    if old.dep_ in _NOUN_ROLES and old.tag_ in _NOUNS:
        return head.tag_ in (*_NOUNS, "VBG", "CD") and head.dep_ in _NOUN_ROLES
    if old.dep_ in _DESCRIBING:
        return head.dep_ in _DESCRIBING and " " not in made.text
    return head.dep_ == old.dep_ and head.tag_[0] == old.tag_[0]


def without(place: Words) -> Suggestion | None:
    """Return the removal of words that only describe what follows, with the sentence left whole."""
    head = place.head
    if head.dep_ not in ("amod", "advmod", "compound") or head.head.i <= head.i:
        return None
    if any(child for t in place.tokens for child in t.children if child not in place.tokens):
        return None
    described = head.head
    if any(t.tag_ in ("JJR", "JJS", "RBR", "RBS") for t in place.tokens):
        return None
    if head.i and head.nbor(-1).tag_ in ("JJ", "RB") and head.nbor(-1).head is described:
        return None
    if any(child.dep_ == "cc" or child.dep_ == "conj" for child in head.children):
        return None
    after = place.after
    gap = len(after) - len(after.lstrip())
    if not gap or not after.lstrip()[:1].isalnum():
        return None
    span = Span(place.span.start, place.span.end + gap)
    before = _ARTICLE.search(place.before)
    if before:
        rest = after.lstrip()
        whole = rest.split()[0] if head.head.i == head.i + 1 else rest
        if not takes_article(described.text):
            return None
        text = _with_article("", whole, before.group(1), before.group(2))
        return Suggestion(text, Span(before.start(), span.end), How.REMOVE)
    if place.opens:
        first = after.lstrip()[:1]
        text = first.upper()
        return Suggestion(text, Span(span.start, span.end + 1), How.REMOVE)
    return Suggestion("", span, How.REMOVE)
