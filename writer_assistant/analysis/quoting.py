"""Which words of a sentence a reason quotes: the phrase around a clue, short enough to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.wording import NOUNS
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from writer_assistant.analysis.rule import Sentence

_MOST = 8
"""Words that are quoted at most, unless the clue itself has more, or the phrase soon ends."""
_SOON = 4
"""Words behind those that are quoted too, if the phrase ends with them."""
_FEW = 2
"""Words of a subject that says little without its verb, and from it to the verb, at most."""
_BEFORE = 4
"""Words that are quoted before a clue, or from a modifier to its noun, at most."""
_LONGEST = 200
"""Code points that are quoted at most."""
_ENOUGH = 3
"""Words of a phrase that say enough without the verb that is cut off from its object."""
_MARKS = " .,;:“”\"'‘’"
_STOPS = frozenset(',;:.!?()[]–—“”"…\n')
_LEADING_ON = frozenset(
    {"IN", "TO", "DT", "CC", "PRP$", "MD", "WDT", "WRB", "WP", "WP$", "POS", "HYPH"}
)
"""Tags of words that a phrase cannot end with."""
_LEADING_IN = _LEADING_ON | {"RB", "EX", "PRP"}
"""Tags of words that lead to a clause, and say nothing without it."""
_MODIFIERS = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss", "predet", "quantmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_AHEAD = _MODIFIERS | {"aux", "neg"}
_CLAUSES = frozenset({"relcl", "advcl", "parataxis"})


def quoted(words: str) -> str:
    """Return words in quotation marks, without those that they have of themselves.

    Nor with the number of a list.
    """
    bare = _NUMBERING.sub("", words.strip(_MARKS)) or words.strip()
    return f"“{bare[:_LONGEST]}…”" if len(bare) > _LONGEST else f"“{bare}”"


_NUMBERING = re.compile(r"^\d+[/)]\s+")


def quote(sentence: Sentence, place: Span) -> str:
    """Return the phrase around ``place``, a span of the sentence, in quotation marks."""
    return quoted(phrase(sentence, place).of(sentence.text))


def whole(text: str, span: Span) -> Span:
    """Return ``span`` grown to where words end that it cuts: to *kN/m* from *kN*."""
    start, end = span.start, span.end
    while start and not _GAP.fullmatch(text[start - 1]):
        start -= 1
    while end < len(text) and not _GAP.fullmatch(text[end]):
        end += 1
    return Span(start, end)


_GAP = re.compile(r"[^\w/‑-]")


def tokens_at(sentence: Sentence, place: Span) -> Sequence[Token]:
    """Return the tokens that share a character with ``place``, a span of the sentence."""
    return [t for t in sentence.doc if place.start < t.idx + len(t) and t.idx < place.end]


def head_of(tokens: Sequence[Token]) -> Token:
    """Return that of ``tokens``, which stand together, that governs the others."""
    inside = {token.i for token in tokens}
    return next(t for t in tokens if t.head.i == t.i or t.head.i not in inside)


def phrase(sentence: Sentence, place: Span) -> Span:
    """Return ``place`` as a phrase: with what it governs, as far as that is short.

    An empty place stands for the beginning.
    """
    return whole(sentence.text, _phrase(sentence, place))


def _phrase(sentence: Sentence, place: Span) -> Span:
    tokens = list(sentence.doc)
    inside = tokens_at(sentence, place)
    if not inside:
        first = next((t for t in tokens if not t.is_punct and not t.is_space), tokens[0])
        return _span(first, _last(tokens, first, first, sentence.doc[first.i :].root))
    head, last = head_of(inside), inside[-1]
    if all(token.tag_ in _LEADING_IN for token in inside):  # *so that your*
        verb = next((t for t in last.ancestors if t.tag_[0] == "V"), last)
        if last.i < verb.i <= last.i + _MOST:
            return _span(inside[0], _last(tokens, inside[0], verb, verb))
    if last.tag_ == "IN":  # *eleven years at*
        last = next((child for child in last.children if child.dep_ == "pobj"), last)
    elif last.dep_ in _AHEAD and last.i < last.head.i <= last.i + _BEFORE:  # *there is no*
        last = last.head
    while head.dep_ in _MODIFIERS and last.i <= head.head.i <= last.i + _BEFORE:
        head = last = head.head
    first = _first(tokens, inside[0], head)
    last = _last(tokens, first, last, head)
    if head.dep_ in _SUBJECTS and last.i - first.i < _FEW:  # *our team* alone says little
        verb = head.head
        if last.i < verb.i <= last.i + _FEW:
            last = _last(tokens, first, verb, verb)
    if first == last and first.tag_[0] == "V":  # *come*
        last = _last(tokens, first, last, sentence.doc[first.i :].root)
    return _span(first, last)


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))


def _first(tokens: Sequence[Token], first: Token, head: Token) -> Token:
    """Return the first word of the noun phrase of ``head``, if that is near; else ``first``."""
    if head.tag_ not in NOUNS:
        return first
    at = first.i
    while at > max(head.left_edge.i, first.i - _BEFORE) and tokens[at - 1].text not in _STOPS:
        at -= 1
    return tokens[at] if at == head.left_edge.i else first


def _last(tokens: Sequence[Token], first: Token, last: Token, head: Token) -> Token:
    """Return the last word behind ``last`` that still belongs to ``head`` and makes sense."""
    stop = _stop(tokens, last, head)
    ends, words = last.i + 1, 0
    for token in tokens[first.i : stop]:
        if words >= _MOST and stop - token.i > _SOON:
            break
        words += bool(token.whitespace_)
        ends = max(ends, token.i + 1)
    while ends < tokens[ends - 1].head.i + 1 <= min(ends + _SOON, stop):
        ends = tokens[ends - 1].head.i + 1
    for token in tokens[last.i + 1 : ends]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.right_edge.i >= ends:
            ends = token.i  # of a clause that would be cut
            break
    while ends > last.i + 1 and _leads_on(tokens[ends - 1], ends, ends - 1 - first.i):
        ends -= 1
    return tokens[ends - 1]


def _stop(tokens: Sequence[Token], last: Token, head: Token) -> int:
    """Return where the phrase of ``head`` ends: at a mark, at a clause of its own, or at *and*."""
    for token in tokens[last.i + 1 : head.right_edge.i + 1]:
        is_joined = token.dep_ == "cc" and token.head.i <= last.i
        has_object = token.i > token.head.i + 1
        is_stop = token.text in _STOPS and not _joins(token)
        if is_stop or token.is_space or _opens_clause(token):
            return token.i
        if is_joined and (has_object or _opens_more(token)):
            return token.i
    return head.right_edge.i + 1


def _joins(comma: Token) -> bool:
    """Whether a comma joins two adjectives in front of a noun: *a single, clear identity*."""
    before, behind = comma.nbor(-1), comma.nbor() if comma.i + 1 < len(comma.doc) else comma
    return comma.text == "," and before.dep_ == behind.dep_ == "amod"


def _opens_more(joining: Token) -> bool:
    """Whether ``joining`` joins a clause with a subject of its own, or a verb to a noun."""
    joined = next((t for t in joining.head.conjuncts if t.i > joining.i), None)
    if joined is None:
        return False
    is_verb = joined.tag_[0] == "V" and joining.head.tag_ in NOUNS
    return is_verb or any(child.dep_ in _SUBJECTS for child in joined.children)


def _opens_clause(token: Token) -> bool:
    governor = token
    while governor.head.i > governor.i:
        governor = governor.head
    return governor.dep_ in _CLAUSES and governor.left_edge.i == token.i


def _leads_on(token: Token, ends: int, before: int) -> bool:
    """Whether a phrase of ``before`` words and ``token``, cut off there, would be left hanging."""
    lacks_object = token.tag_ in ("VB", "VBG") and token.right_edge.i >= ends
    is_object = token.dep_ in ("dobj", "pobj")
    return (
        token.head.i >= ends
        or token.tag_ in _LEADING_ON
        or (lacks_object and before >= _ENOUGH)
        or (token.lower_ in word_class("trailing_word") and not is_object)
    )
