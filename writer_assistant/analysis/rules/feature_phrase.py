"""Where in a sentence the feature stands that leads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.grammar.wording import NOUNS
from writer_assistant.analysis.quoting import head_of, phrase, tokens_at
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Token

    from writer_assistant.analysis.facts import Facts
    from writer_assistant.analysis.rule import Sentence

GAINS = (Mark.BENEFIT, Mark.OUTCOME, Mark.READER_CUE, Mark.SECOND_PERSON)
"""What shows a gain, that which says most of it first."""
_PROPERTIES = (Mark.MEASURE, Mark.SPEC_NOUN, Mark.FEATURE_PARTICIPLE)
_INSIDE = frozenset({"compound", "amod", "nummod", "nmod", "quantmod", "npadvmod", "poss"})
_OUTSIDE = frozenset({"det", "punct", "cc", "mark"})
_DIRECT = frozenset({"dobj", "oprd"})
_IS_SAID = frozenset({"attr", "acomp"})
_WIDEST = 6
"""Tokens from a property to its noun; further away the parse is more likely to be wrong."""
_TURN = re.compile(
    r": (?=\w)|, so (?:that )?(?=\w)| so that (?=\w)"
    r"|, (?:which|and that|what|this) means (?:that )?(?=\w)"
    r"|, meaning (?:that )?(?=\w)|(?<=\w) means? (?:that )?(?=\w)"
    r"|, which (?=(?:cuts|frees|gives|keeps|lets|makes|saves|spares|stops)\b)"
)
"""What stands between a feature and what it is good for."""
_POINTING = frozenset({"it", "that", "this", "which"})


def feature_place(sentence: Sentence, facts: Facts) -> Span:
    """Return the place of the feature phrase in the sentence.

    A property with its noun, what the thing has or does, or what is said of it; of a fragment all
    that stands before its benefit.
    """
    place = _place(sentence, facts)
    words = place.of(facts.text)
    return phrase(sentence, place) if " " not in words and words.isalpha() else place


def halves(text: str) -> tuple[Span, Span] | None:
    """Return a feature and what it is good for, where the sentence says so in this order."""
    turns = list(_TURN.finditer(text))
    if not turns:
        return None
    turn = turns[-1]
    end = len(text.rstrip(' .!”"'))
    feature, gain = Span(0, turn.start()), Span(turn.end(), max(turn.end(), end))
    words = feature.of(text).casefold().split()
    is_feature = len(words) > 1 + (words[0] in _POINTING) if words else False
    return (feature, gain) if is_feature and len(gain.of(text).split()) > 2 else None


def _place(sentence: Sentence, facts: Facts) -> Span:
    gain = _first_gain(facts)
    subject, verb = facts.clause.subject, facts.clause.verb
    if verb is None or (gain is not None and gain < verb):
        return _before(gain, facts.text)
    properties = [place for mark in _PROPERTIES for place in facts.marks.get(mark, ())]
    if subject is None and properties:
        return _before(gain, facts.text)
    # What is said of the thing says more than what it is called.
    said = [p for p in properties if subject is None or not subject.contains(p)]
    if said:
        return _phrase_at(sentence, min([p for p in said if p.start > verb.start] or said))
    for place in facts.marks.get(Mark.FEATURE_VERB, ()):
        thing = next(_objects(sentence, place, _DIRECT | _IS_SAID, behind=True), None)
        if thing is not None:
            return _phrase_of(thing)
    if properties:
        return _phrase_at(sentence, min(properties))
    return _said_of_it(sentence, facts, verb)


def _said_of_it(sentence: Sentence, facts: Facts, verb: Span) -> Span:
    """Return what the thing does or is: *reconciles receipts*, *the boat stays calm*."""
    tokens = tokens_at(sentence, verb)
    head = head_of(tokens)
    thing = next(_objects(sentence, verb, _DIRECT), None)
    state = next(_objects(sentence, verb, _IS_SAID), None)
    subject = facts.clause.subject
    if subject is None or subject.start > verb.start:
        subject = verb
    if thing is not None and not any(child.dep_ == "neg" for child in head.children):
        return Span(verb.start, _phrase_of(thing).end)
    last = thing if thing is not None else state
    if last is None:
        return phrase(sentence, Span(subject.start, verb.end))
    if last.tag_ in NOUNS and last is state and len(subject.of(facts.text).split()) > 1:
        return subject  # *oak boards are now standard*
    return Span(subject.start, max(_phrase_of(last).end, verb.end))


def _before(gain: Span | None, text: str) -> Span:
    """Return the sentence as far as the comma or dash before its first clue of a benefit."""
    end = len(text)
    if gain is not None:
        cut = max(text.rfind(mark, 1, gain.start) for mark in (",", " –", " —", ";", ":"))
        end = cut if cut > 0 else end
    return Span(0, len(text[:end].rstrip(" .,;:!")) or len(text))


def _first_gain(facts: Facts) -> Span | None:
    places = [facts.marks[mark][0] for mark in GAINS if mark in facts.marks]
    return min(places, default=None)


def _phrase_at(sentence: Sentence, place: Span) -> Span:
    """Return the noun phrase in which a property stands."""
    head = tokens_at(sentence, place)[0]
    while head.dep_ in _INSIDE and 0 < head.head.i - head.i < _WIDEST:
        head = head.head
    return _phrase_of(head, place) if head.tag_ in NOUNS else place


def _phrase_of(head: Token, at_least: Span | None = None) -> Span:
    """Return the noun phrase of ``head`` without its article, with an *of* behind it."""
    first = head.left_edge
    while first.dep_ in _OUTSIDE and first.i < head.i:
        first = first.nbor()
    last = head
    of = next((c for c in head.children if c.lower_ == "of" and c.i == head.i + 1), None)
    if of is not None:
        last = next((c for c in of.children if c.dep_ == "pobj"), head)
    start, end = first.idx, last.idx + len(last)
    if at_least is not None:
        start, end = min(start, at_least.start), max(end, at_least.end)
    return Span(start, end)


def _objects(
    sentence: Sentence, place: Span, kinds: Collection[str], *, behind: bool = False
) -> Iterator[Token]:
    """Yield what stands behind the verb at ``place`` in one of ``kinds``.

    Args:
        sentence: the sentence.
        place: of the verb.
        kinds: dependencies.
        behind: whether what *with*, *on* ... lead to counts, too.
    """
    verb = next((token for token in sentence.doc if token.idx == place.start), None)
    if verb is None:
        return
    found = [child for child in verb.children if child.dep_ in kinds]
    if behind:
        leads = (child for child in verb.children if child.dep_ in ("prep", "agent"))
        found += [child for lead in leads for child in lead.children if child.dep_ == "pobj"]
    yield from sorted((token for token in found if token.i > verb.i), key=lambda token: token.i)
