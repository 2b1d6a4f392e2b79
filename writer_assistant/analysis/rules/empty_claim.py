"""Praise of one's own offer that anyone could write and nobody can check."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from writer_assistant.analysis.evidence import IN_A_TALK, is_anothers_speech, is_near
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.clauses import Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.marker import Marks, marked
from writer_assistant.analysis.phrases import PhraseTrie
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.analysis.word_reading import read_sentence
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from writer_assistant.analysis.facts import Facts

_DOUBTFUL, _DISPUTED = 0.1, 0.13
"""The marker's probability below which a claim of a lexicon is taken for something else: at all,
and where it marks the words as jargon."""
_OF_SO_MANY = re.compile(r"\b(?:(?:of|among) (?:the|all) \d+|\d+ (?:out )?of \d+) [a-z]", re.I)
_ASSESSED = PhraseTrie((cue, cue) for cue in word_class("evidence_cue"))
_OF_THE_READER = frozenset({Who.READER, Who.READERS})


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the empty claims of ``sentence``."""
    claims = find_claims(sentence, context)
    if not claims or _is_of_somebody_else(context) or not is_near(context, *IN_A_TALK):
        return
    if any(map(gives_evidence, (context.facts, *context.after[:1]))):
        return
    for claim in claims:
        yield _finding(sentence, claim, context)


def find_claims(sentence: Sentence, context: Context) -> list[Span]:
    """Return the praise in ``sentence``, as spans of the sentence, whoever is praised."""
    marks = marked(sentence, context)
    reading = read_sentence(sentence, context)
    # Words that no lexicon has are a guess, and need somebody whose offer they could praise.
    guesses = context.persona is not None or bool(context.author.names)
    claims = [
        mark.span
        for mark in marks.found
        if guesses
        and mark.kind == "e"
        and not any(span.overlaps(mark.span) for span in reading.literal)
        and not _compares(mark.span, reading.text)
    ]
    for match in reading.matches:
        if (
            match.entry.kind is Kind.EMPTY_CLAIM
            and not any(claim.overlaps(match.span) for claim in claims)
            and (match.entry.own or _is_likely(match.span, marks))
        ):
            claims.append(match.span)
    return sorted(claims)


_OUR_MOST = re.compile(r"(?:.*\W)?our (?P<most>\w+)", re.I | re.S)


def _compares(claim: Span, text: str) -> bool:
    """Whether things of ours are compared by what can be measured, as in *our lightest shoe*."""
    words = claim.of(text)
    first = words.removeprefix("our ").partition(" ")[0]
    match = _OUR_MOST.fullmatch(text[: claim.end - len(words.removeprefix("our "))] + first)
    return match is not None and match["most"].casefold() in word_class("measurable")


def _is_likely(span: Span, marks: Marks) -> bool:
    """Whether the marker, if there is one, does not think a word of praise something else."""
    disputed = any(mark.kind != "e" and mark.span.overlaps(span) for mark in marks.found)
    return marks.probability(span, "e") >= (_DISPUTED if disputed else _DOUBTFUL)


def _is_of_somebody_else(context: Context) -> bool:
    """Whether a customer praises, or the reader is praised."""
    facts = context.facts
    if facts.has(Mark.FIRST_PERSON, Mark.FIRST_QUOTED):
        return False
    return is_anothers_speech(context) or facts.clause.who in _OF_THE_READER


def gives_evidence(facts: Facts) -> bool:
    """Whether a sentence says who measured or judged, and with what figure."""
    return bool(_OF_SO_MANY.search(facts.text)) or (
        facts.has(Mark.FIGURE) and next(_ASSESSED.find(facts.text), None) is not None
    )


def _finding(sentence: Sentence, claim: Span, context: Context) -> Finding:
    span = sentence.content.in_text(claim.shifted(sentence.prose.start))
    reader = context.persona.name.partition(",")[0] if context.persona else "the reader"
    return Finding(
        kind=Kind.EMPTY_CLAIM,
        severity=Severity.STRONG,
        span=span,
        sentence=sentence.span,
        text=span.of(sentence.content.text),
        message="Praise without proof",
        reason=_reason(claim.of(sentence.text), context, reader),
    )


_FIGURE = re.compile(r"(?<![\w-])[$£€]?\d[\d.,]*(?![\w-])")
_UNNAMED_AWARD = re.compile(r"(?:multi[- ])?award[- ]winning", re.I)


def _reason(words: str, context: Context, reader: str) -> str:
    if _UNNAMED_AWARD.fullmatch(words):
        return f"“{words}” does not say which award that was, so {reader} cannot look it up."
    who = "Anybody"
    if context.author.names:
        owner = context.author.names[0]
        ending = "'" if owner.endswith("s") else "'s"
        who = f"Anybody in {owner}{ending} place"
    beside = "no figure" if _FIGURE.search(context.facts.text) else "nothing"
    return f"{who} could write “{words}” as well, and {beside} beside it lets {reader} check it."
