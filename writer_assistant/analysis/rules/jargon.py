"""Words that this reader would not say."""

from __future__ import annotations

from collections.abc import Iterable

from writer_assistant.analysis.finding import Finding, Kind
from writer_assistant.analysis.lexicon import Lexicons
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.sentences import split_sentences
from writer_assistant.analysis.terms import Term, find_terms
from writer_assistant.persona.model import Author, Persona
from writer_assistant.text.draft import Content
from writer_assistant.text.span import Span

_MESSAGES = {
    "buzzword": "Buzzword",
    "wordy": "A plain word does",
    "acronym": "Abbreviation not explained",
    "insider": "Insiders' word",
}


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the words of ``sentence`` that are jargon to the reader."""
    doc = sentence.doc
    terms = find_terms(
        doc.text, context.lexicons, context.persona, context.author, context.spelled_out, doc
    )
    for term in terms:
        yield finding(sentence.content, sentence.prose, term, context.persona)


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
        for term in find_terms(prose, lexicons, persona, author, None):
            yield finding(content, span, term, persona)


def finding(content: Content, sentence: Span, term: Term, persona: Persona | None) -> Finding:
    """Return the finding for a term whose span counts from the start of its sentence."""
    span = content.in_text(term.span.shifted(sentence.start))
    words = term.span.of(sentence.of(content.prose))
    reader = persona.name.partition(",")[0] if persona else "the reader"
    says = term.why.format(reader=reader, plain=term.plain[0] if term.plain else "")
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
