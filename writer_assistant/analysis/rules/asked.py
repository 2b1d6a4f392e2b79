"""What a sentence asks the reader to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.quoting import phrase, quoted, tokens_at
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from writer_assistant.analysis.facts import Facts
    from writer_assistant.analysis.rule import Sentence

FAVOURS = (Mark.LIKE_ASK, Mark.POLITE_ASK)
"""What is asked for our sake."""
ASKS = (*FAVOURS, Mark.VISIT_ASK, Mark.FAVOUR_ORDER, Mark.STEP_ORDER)
"""All clues of an ask, the surest first."""


def quote_ask(sentence: Sentence, facts: Facts) -> str:
    """Return what the reader shall do, in quotation marks: “leave us a review”."""
    said = phrase(sentence, _asked(sentence, facts))
    if " " not in said.of(facts.text) and facts.words <= _SHORT:
        said = Span(0, len(facts.text))
    return quoted(said.of(facts.text))


_SHORT = 8
"""Words of a sentence that is quoted as a whole."""


def _asked(sentence: Sentence, facts: Facts) -> Span:
    """Return the place of the verb that says what the reader shall do: *leave us a review*.

    An empty place, the beginning, where none is found.
    """
    places = [place for mark in ASKS for place in facts.marks.get(mark, ())]
    orders = facts.clause.imperatives
    for place in places:
        order = next((order for order in orders if order.overlaps(place)), None)
        if order is not None and facts.text[order.start : order.end].casefold() not in _EMPTY:
            return order
        wished = next(_wished(sentence, place), None)
        if wished is not None:
            return Span(wished.idx, wished.idx + len(wished))
        said = _said(sentence, place)
        if said is not None:
            return said
    first = min(places, default=Span(0, 0))
    behind = [order for order in orders if order.start >= first.start]
    return next(iter(behind or orders), Span(0, 0))


_EMPTY = frozenset({"do", "forget", "please"})
"""Verbs that only lead to what is asked for."""
_LEADING = frozenset({"CC", "MD", "PRP"})


def _said(sentence: Sentence, place: Span) -> Span | None:
    """Return a clue from the word with which the ask begins, if it holds a verb."""
    tokens = tokens_at(sentence, place)
    if not any(t.tag_ in ("VB", "VBP") and t.lower_ not in _EMPTY for t in tokens):
        return None
    begins = (t for t in tokens if t.tag_ not in _LEADING and t.lower_ not in _EMPTY)
    return Span(next(begins).idx, place.end)


def _wished(sentence: Sentence, place: Span) -> Iterator[Token]:
    """Yield the verbs of what is asked for: *grateful if you would join*, *invited to join*."""
    clue = tokens_at(sentence, place)
    for token in sentence.doc[clue[0].i :] if clue else ():
        if token.tag_[0] != "V" or token.dep_ in ("aux", "auxpass"):
            continue
        leads = token.dep_ == "xcomp" and token.tag_ == "VB" and token.head in clue
        asks_you = any(c.dep_ == "nsubj" and c.lower_ == "you" for c in token.children)
        if leads or (asks_you and token.dep_ in ("advcl", "ccomp")):
            yield token
