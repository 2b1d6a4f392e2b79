"""Praise of one's own offer that anyone could write and nobody can check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.clauses import Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.lexicon import word_class
from writer_assistant.analysis.phrases import PhraseTrie
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.rules.self_centered import is_anothers_speech
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from writer_assistant.analysis.facts import Facts

_OTHERS = frozenset({Who.READER, Who.READERS, Who.PEOPLE, Who.TOGETHER})
"""Who is praised when one of these is the subject: not the author."""
_NOUN_REACH = 3


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the empty claims of ``sentence``."""
    text = sentence.doc.text
    claims = [
        match.span
        for match in context.lexicons.matches(text, sentence.doc)
        if match.entry.kind is Kind.EMPTY_CLAIM
    ]
    for span in superlatives(sentence.doc):
        beside = [claim for claim in claims if claim.overlaps(span)]
        if all(len(claim) < len(span) for claim in beside):
            claims = [claim for claim in claims if claim not in beside]
            claims.append(span)
    if not claims or is_anothers_speech(context) or not _praises_author(context.facts):
        return
    if gives_evidence(context.facts) or any(map(gives_evidence, context.after[:1])):
        return
    for claim in sorted(claims):
        yield _finding(sentence, claim, context)


def superlatives(doc: Doc) -> Iterator[Span]:
    """Yield superlatives that praise: *the smartest bike tracker*, not *our lightest shoe*."""
    measurable = word_class("measurable")
    for token in doc:
        if token.tag_ == "JJS" and token.lower_ not in measurable and token.lower_ not in _PLAIN:
            yield _with_noun(token, token)
        elif token.lower_ == "most" and token.i + 1 < len(doc):
            praised = doc[token.i + 1]
            if praised.tag_ == "RB" and token.i + 2 < len(doc):
                praised = doc[token.i + 2]
            if praised.pos_ == "ADJ" and praised.lower_ not in measurable:
                yield _with_noun(token, praised)


_PLAIN = frozenset({"most", "least", "best", "worst"})


def _with_noun(first: Token, last: Token) -> Span:
    """Return the span of a superlative with its *the* and a noun close behind."""
    doc = first.doc
    noun = last.head
    if noun.pos_ in ("NOUN", "PROPN") and last.i < noun.i <= last.i + _NOUN_REACH:
        last = noun
    if first.i and doc[first.i - 1].lower_ == "the":
        first = doc[first.i - 1]
    return Span(first.idx, last.idx + len(last))


def _praises_author(facts: Facts) -> bool:
    """Whether what is praised can be the author's: no customer, no third party is its subject."""
    return facts.clause.who not in _OTHERS


_ASSESSED = PhraseTrie((cue, cue) for cue in word_class("evidence_cue"))


def gives_evidence(facts: Facts) -> bool:
    """Whether a sentence says who measured or judged, and with what figure."""
    return facts.has(Mark.FIGURE) and any(True for _ in _ASSESSED.find(facts.text))


def _finding(sentence: Sentence, claim: Span, context: Context) -> Finding:
    span = sentence.content.in_text(claim.shifted(sentence.prose.start))
    reader = context.persona.name.partition(",")[0] if context.persona else "the reader"
    words = claim.of(sentence.doc.text)
    return Finding(
        kind=Kind.EMPTY_CLAIM,
        severity=Severity.STRONG,
        span=span,
        sentence=sentence.span,
        text=span.of(sentence.content.text),
        message="Praise without proof",
        reason=(
            f"Any competitor could write “{words}”, and nothing beside it lets {reader} check it."
        ),
    )
