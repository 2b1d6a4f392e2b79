"""Plainer words in place of jargon, in the form that the place asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import GAP, How, Source, Suggestion
from writer_assistant.analysis.grammar.wording import NOUNS
from writer_assistant.analysis.phrases import fold
from writer_assistant.analysis.quoting import head_of
from writer_assistant.persona.model import Persona
from writer_assistant.reframe.inflect import (
    article,
    is_past,
    is_plural,
    plural,
    takes_article,
    verb,
)
from writer_assistant.reframe.match import stem
from writer_assistant.reframe.voice import capitalised
from writer_assistant.reframe.wording import words
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from writer_assistant.analysis.engine import Engine
    from writer_assistant.analysis.live import Found

_INFLECTED = frozenset({"VBZ", "VBG", "VBD", "VBN"})
_DESCRIBING = frozenset({"amod", "advmod", "compound", "nmod"})
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_NEXT = 2
"""Words from an adjective or adverb to what it describes; what is further describes the clause."""
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
        return cls(found, span, tokens, head_of(tokens))

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
        """Return ``text`` without a first or last word that stands in front or behind already."""
        first, space, rest = text.partition(" ")
        before = self.before.rstrip().rpartition(" ")[2]
        if space and first.casefold() == before.casefold():
            text = rest
        rest, space, last = text.rpartition(" ")
        behind = self.after.split(maxsplit=1)[:1]
        if space and behind and stem(behind[0].casefold()) == stem(last.casefold()):
            text = rest
        return text

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
        bare = _without_feeling(place, plain, source)
        if bare is not None:
            offered = True
            yield bare
            continue
        text = plain if _is_same_form(found, source) else _inflected(plain, place, engine)
        made = place.edit(text, How.PLAIN, source)
        if _reads_well(made, plain, place, engine) and not _needs_many(text, place):
            offered = True
            yield made
        elif source is not None:
            yield place.edit(f"{plain} {GAP}", How.PLAIN, source)
    said, subkind = found.finding.text, found.finding.subkind
    removed = without(place) if subkind == "buzzword" else None
    if removed is not None:
        yield removed
    elif not offered:
        explained = subkind in ("acronym", "insider")
        yield Suggestion(f"{said} ({GAP})" if explained else GAP, place.span, How.PLAIN)


_FORMS = {"is": "VBZ", "'s": "VBZ", "’s": "VBZ", "was": "VBD", "were": "VBD"}
"""The form of a verb that takes the place of one of *to be* and a feeling; else it has none."""
_FEELS = frozenset({"am", "are", "'m", "'re", "’m", "’re", *_FORMS})


def _without_feeling(place: Words, plain: str, source: Source | None) -> Suggestion | None:
    """Return *announce* for *are thrilled to announce*, which is more than the words alone."""
    first, last = place.tokens[0], place.tokens[-1]
    if first.tag_ not in ("JJ", "VBN") or last.tag_ != "VB" or last.nbor(-1).tag_ != "TO":
        return None
    be = first.nbor(-1) if first.i else None
    while be is not None and be.tag_ == "RB":
        be = be.nbor(-1) if be.i else None
    if be is None or not be.i or be.lower_ not in _FEELS:
        return None
    tag = _FORMS.get(be.lower_)
    said = verb(plain, tag) if tag else plain
    start = place.found.seen.sentence.span_of(be, be).start
    glued = start > 0 and not place.paragraph[start - 1].isspace()
    span = Span(start, place.span.end)
    return Suggestion(f" {said}" if glued else said, span, How.PLAIN, source)


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


def _inflected(plain: str, place: Words, engine: Engine) -> str:
    """Return plainer words in the form of those that stand there."""
    tag = place.head.tag_
    if tag in _INFLECTED and place.head == place.tokens[0] and _is_verb_phrase(plain, engine):
        if _has_form(plain, tag) or not engine.is_verb(plain.partition(" ")[0]):
            return plain
        return verb(plain, tag)
    if tag in ("NNS", "NNPS") and place.head == place.tokens[-1]:
        own = _OWN_ARTICLE.match(plain)
        bare = plain[own.end() :] if own else plain
        return plain if is_plural(bare) else plural(bare)
    return plain


def _needs_many(text: str, place: Words) -> bool:
    """Whether a plural would have to agree with a clause behind it: "lamps that kill algae"."""
    return place.head.tag_ in ("NNS", "NNPS") and bool(_CLAUSE_BEHIND.search(text))


_CLAUSE_BEHIND = re.compile(r"^(?:an? )?[\w -]+? (?:that|who|which) \w+s\b")


def _has_form(plain: str, tag: str) -> bool:
    """Whether the first of some words already has the form of a tag."""
    first = plain.partition(" ")[0]
    endings = {"VBZ": "s", "VBG": "ing", "VBD": "ed", "VBN": "ed"}
    if first in words("not_inflected"):
        return False
    return first.endswith(endings[tag]) or (tag in ("VBD", "VBN") and is_past(first))


def _reads_well(made: Suggestion, plain: str, place: Words, engine: Engine) -> bool:
    """Whether the sentence with new words is built as it was before."""
    sentence = place.found.seen.sentence
    start = sentence.span.start
    text = place.paragraph[start : sentence.span.end]
    at = made.span.start - start
    new = text[:at] + made.text + text[made.span.end - start :]
    end = at + len(made.text)
    inside = [t for t in engine.parse(new) if t.idx < end and t.idx + len(t) > at]
    if not inside or not _governs_the_same(made.text, place):
        return False
    head = head_of(inside)
    old = place.head
    before = place.tokens[0].nbor(-1) if place.tokens[0].i else None
    last = place.tokens[-1]
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
    stands_before = old.tag_ in NOUNS and behind is not None and behind.tag_ in NOUNS
    if stands_before or (old.dep_ in _DESCRIBING and 0 < old.head.i - last.i <= _NEXT):
        return _can_describe(inside, before)
    if inside[0].tag_ == "VBG" and before is not None and before.tag_ == "VBG":
        return False  # improving taking pills
    if old.tag_ in NOUNS:
        return head.tag_ in (*NOUNS, "VBG", "CD") and _can_name(plain, inside[0], place, engine)
    if old.tag_[0] == "V":
        bare = any(child.dep_ in ("xcomp", "ccomp") for child in old.children)
        lets = plain.partition(" ")[0] in words("without_to")
        formed = old.tag_ in _INFLECTED and _has_form(plain, old.tag_)
        known = formed or engine.is_verb(plain.partition(" ")[0])
        return known and not (bare and lets) and _is_verb_phrase(plain, engine)
    return True


def _governs_the_same(text: str, place: Words) -> bool:
    """Whether what hangs on the old words can hang on new ones: an infinitive, a participle."""
    last = place.tokens[-1]
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if text.endswith(" to") and (behind is None or behind.tag_ != "VB"):
        return False
    infinitive = any(token.tag_ == "TO" for token in place.tokens)
    return not (infinitive and place.head.tag_ in ("VBN", "JJ"))


def _can_describe(inside: Sequence[Token], before: Token | None) -> bool:
    """Whether words can stand in front of a noun, behind the word ``before``."""
    inside = [token for token in inside if token.lower_ not in ("a", "an")]
    if not inside or any(token.tag_ not in _IN_FRONT for token in inside if token.is_alpha):
        return False
    if inside[0].lower_ == "own":
        return before is not None and before.tag_ in ("PRP$", "POS")
    if before is None or before.tag_ not in ("RBR", "RBS", "RB"):
        return True
    # "more strong" should be "stronger", and only long adjectives take "more".
    short = before.tag_ != "RB" and len(_VOWELS.findall(inside[0].lower_)) < _LONG
    return len(inside) == 1 and not short


_VOWELS = re.compile("[aeiouy]+")
_LONG = 3
_IN_FRONT = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNS", "VBN", "VBG", "RB", "CD", "AFX"})


def _can_name(plain: str, first: Token, place: Words, engine: Engine) -> bool:
    """Whether words can stand where a noun does."""
    start = place.tokens[0]
    before = start.nbor(-1) if start.i else None
    behind = place.tokens[-1].nbor(1) if place.tokens[-1].i + 1 < len(start.doc) else None
    if behind is not None and behind.lower_ in ("to", "of") and " " not in plain:
        return behind.lower_ == "of"
    adjective = before is not None and before.tag_ in ("JJ", "NN", "NNP", "VBN", "CD", "JJS")
    if adjective and first.tag_ in _NOT_BEHIND_ADJECTIVE:
        return False
    if before is not None and before.tag_ in ("DT", "PRP$", "CD") and _is_deed(plain, first):
        return False
    if " " not in plain:
        return True
    doc = engine.parse(f"It {plain}.")
    if place.head.tag_ in ("NN", "NNP") and doc[1].tag_ == "VBZ":
        return False
    alone = engine.parse(capitalised(plain) + ".")
    root = next((token for token in alone if token.dep_ == "ROOT"), alone[0])
    free = alone[0].tag_ in ("WP", "WRB", "VBG")
    return free or root.tag_ not in ("VBZ", "VBD", "MD", "VBP")


def _is_deed(plain: str, first: Token) -> bool:
    """Whether words tell of a deed or of some thing, which takes no article: taking a roof off."""
    return first.lower_ in words("some_people") | {"something"} or (
        first.tag_ == "VBG" and " " in plain
    )


_NOT_BEHIND_ADJECTIVE = frozenset({"DT", "PDT", "PRP$", "CD", "VBG", "WP", "WRB"})


def _is_verb_phrase(plain: str, engine: Engine) -> bool:
    """Whether some words begin with a verb."""
    return any(
        engine.parse(frame.format(plain))[number].tag_[0] == "V"
        for frame, number in (("They {} it.", 1), ("It was {} by it.", 2), ("It {} it.", 1))
    )


def without(place: Words) -> Suggestion | None:
    """Return the removal of words that only describe what follows, with the sentence left whole."""
    if not _only_describes(place):
        return None
    described = place.head.head
    after = place.after
    gap = len(after) - len(after.lstrip())
    if not gap or not after.lstrip()[:1].isalnum():
        return None
    span = Span(place.span.start, place.span.end + gap)
    before = _ARTICLE.search(place.before)
    if before:
        rest = after.lstrip()
        whole = rest.split()[0] if described.i == place.head.i + 1 else rest
        if not takes_article(described.text) or _is_whole_point(described):
            return None
        text = _with_article("", whole, before.group(1), before.group(2))
        return Suggestion(text, Span(before.start(), span.end), How.REMOVE)
    if place.opens:
        return Suggestion(after.lstrip()[:1].upper(), Span(span.start, span.end + 1), How.REMOVE)
    return Suggestion("", span, How.REMOVE)


def _only_describes(place: Words) -> bool:
    head = place.head
    if head.dep_ not in ("amod", "advmod", "compound") or head.head.i <= head.i:
        return False
    if head.dep_ == "compound" and "-" not in place.span.of(place.paragraph):
        return False
    if any(child not in place.tokens for token in place.tokens for child in token.children):
        return False
    if any(token.tag_ in ("JJR", "JJS", "RBR", "RBS") for token in place.tokens):
        return False
    if place.before.rstrip().endswith(",") or len(place.head.doc) < _WHOLE:
        return False
    before = head.nbor(-1) if head.i else None
    paired = before is not None and before.tag_ in ("JJ", "RB") and before.head == head.head
    return not paired and not any(child.dep_ in ("cc", "conj") for child in head.children)


def _is_whole_point(described: Token) -> bool:
    """Whether a noun says nothing without what describes it: it has been a momentous year."""
    return described.dep_ == "attr" and len(list(described.children)) <= _FEW


_FEW = 2
_WHOLE = 4
"""Words and marks below which nothing of a sentence can go."""
