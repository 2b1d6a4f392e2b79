"""Words that this reader would not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.lexicon import Lexicons
from writer_assistant.analysis.marker import Marked, marked
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.sentences import split_sentences
from writer_assistant.analysis.terms import (
    UNSPELLED,
    Term,
    find_terms,
    is_abbreviation,
    is_explained,
)
from writer_assistant.analysis.word_reading import read_sentence, read_text
from writer_assistant.persona.model import Author, Persona
from writer_assistant.text.draft import Content
from writer_assistant.text.span import Span

_MESSAGES = {
    "buzzword": "Buzzword",
    "wordy": "A plain word does",
    "acronym": "Abbreviation not explained",
    "insider": "Insiders' word",
}
_STOCK = "is a stock phrase that gives {reader} nothing to picture"
_TECHNICAL = "is a technical or in-house term, and nothing shows that {reader} knows it"
_DOUBTFUL = {"acronym": 0.35, "buzzword": 0.05, "insider": 0.0, "wordy": 0.0}
"""The marker's probability below which words are taken for something else: an abbreviation for one
that is known or a name, a buzzword for its everyday sense. The others have no such sense."""
_SURE = 0.7
_CODE = re.compile(r"\w[_(]|_|://|[#@]\w")
"""What stands in code, addresses and tags alone."""
_JOINED = re.compile(r"[-‐‑][a-z]+")


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the words of ``sentence`` that are jargon to the reader."""
    for term in jargon_in(sentence, context):
        yield finding(sentence.content, sentence.prose, term, context.persona)


def jargon_in(sentence: Sentence, context: Context) -> list[Term]:
    """Return what words decide and what the learned marker adds, without overlaps.

    Persona and own lexicons decide alone. What else words suggest the marker may turn down where
    it is sure; words of its own it adds, and it may find that a phrase is longer.
    """
    reading = read_sentence(sentence, context)
    marks = marked(sentence, context)
    terms = [
        term
        for term in find_terms(reading, context.spelled_out)
        if term.certain or marks.probability(term.span) >= _DOUBTFUL[term.subkind]
    ]
    terms = [_whole_word(term, reading.text) for term in terms]
    not_jargon = [*reading.hers, *reading.names]
    for mark in marks.found:
        words = mark.span.of(reading.text)
        if (
            mark.kind == "e"
            or _is_code(mark.span, reading.text)
            or any(span.contains(mark.span) for span in not_jargon)
            or any(span.overlaps(mark.span) for span in reading.literal)
            or is_explained(words, context.spelled_out)
        ):
            continue
        inside = [term for term in terms if term.span.overlaps(mark.span)]
        if inside:
            if _are_one(inside):
                terms = [term for term in terms if term not in inside]
                terms.append(_grown(inside, mark.span, reading.text))
        else:
            term = _marked(mark, words)
            # While nobody knows who reads, words that no lexicon has are a guess.
            known = context.persona is not None
            terms.append(term if known else replace(term, severity=Severity.MILD))
    if context.persona is None:
        terms = [_doubted(term) for term in terms]
    return sorted(terms, key=lambda term: term.span)


def _is_code(span: Span, text: str) -> bool:
    return _CODE.search(text[max(0, span.start - 1) : span.end + 1]) is not None


def _doubted(term: Term) -> Term:
    """Return a term as it weighs while nobody knows who reads: insiders may be readers too."""
    if term.subkind != "insider" or term.certain:
        return term
    return replace(term, severity=Severity.MILD)


def _marked(mark: Marked, words: str) -> Term:
    severity = Severity.STRONG if mark.probability >= _SURE else Severity.MILD
    if mark.kind == "b":
        return Term(mark.span, "buzzword", severity, (), _STOCK)
    if is_abbreviation(words):
        return Term(mark.span, "acronym", severity, (), UNSPELLED)
    return Term(mark.span, "insider", severity, (), _TECHNICAL)


def _are_one(inside: Sequence[Term]) -> bool:
    """Whether terms may be parts of one phrase: not office language beside something else."""
    return len(inside) == 1 or all(term.subkind != "wordy" for term in inside)


def _around(inside: Sequence[Term], span: Span) -> Span:
    """Return the span of a phrase with the terms that reach into it."""
    spans = [span, *(term.span for term in inside)]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _whole_word(term: Term, text: str) -> Term:
    """Return an abbreviation with what a hyphen joins to it, as *LOLER-compliant*."""
    match = _JOINED.match(text, term.span.end)
    if match is None or not is_abbreviation(term.span.of(text)):
        return term
    plain = tuple(word + match.group() for word in term.plain if " " not in word)
    return replace(term, span=Span(term.span.start, match.end()), plain=plain, heart=term)


def _grown(inside: list[Term], span: Span, text: str) -> Term:
    """Return one of ``inside``, which do not overlap, as the heart of a longer phrase.

    The heart is the longest that the persona or an own lexicon decides; if none does, of all.
    Others that they decide are said plainly, too.
    """
    heart = max(inside, key=lambda term: (term.certain, bool(term.plain), len(term.span)))
    around = _around(inside, span)

    def said_with(word: str) -> str:
        said, at = "", around.start
        for term in sorted(inside, key=lambda term: term.span):
            plain = term.plain[0] if term.plain and term.certain else term.span.of(text)
            said += text[at : term.span.start] + (word if term is heart else plain)
            at = term.span.end
        return said + text[at : around.end]

    plain = tuple(map(said_with, heart.plain))
    return replace(heart, span=around, plain=plain, heart=heart.heart or heart)


def at_sight(
    content: Content,
    lexicons: Lexicons,
    persona: Persona | None,
    author: Author,
) -> Iterable[Finding]:
    """Yield what words alone show, before grammar and the whole draft are known."""
    if not content.block.is_judged:
        return
    for span in split_sentences(content.prose):
        prose = span.of(content.prose)
        for term in find_terms(read_text(prose, lexicons, persona, author), None):
            yield finding(content, span, term, persona)


def finding(content: Content, sentence: Span, term: Term, persona: Persona | None) -> Finding:
    """Return the finding for a term whose span counts from the start of its sentence."""
    span = content.in_text(term.span.shifted(sentence.start))
    prose = sentence.of(content.prose)
    heart = term.heart or term
    if heart.why == UNSPELLED and is_abbreviation(term.span.of(prose)):
        heart = replace(term, why=UNSPELLED)  # *ISO 9001*, not *ISO*
    words = heart.span.of(prose)
    reader = persona.name.partition(",")[0] if persona else "the reader"
    says = heart.why.format(reader=reader, plain=heart.plain[0] if heart.plain else "")
    return Finding(
        kind=Kind.JARGON,
        subkind=term.subkind,
        severity=term.severity,
        span=span,
        sentence=content.in_text(sentence),
        text=span.of(content.text),
        message=_MESSAGES[term.subkind],
        reason=f"“{words}” {says}.",
        plain=term.plain,
    )
