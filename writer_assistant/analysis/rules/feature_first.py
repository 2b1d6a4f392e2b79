"""Sentences that lead with what a thing has or can do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from writer_assistant.analysis.evidence import (
    IN_A_TALK,
    Points,
    is_anothers_speech,
    is_near,
    severity_of,
    weigh_in_place,
)
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.grammar.wording import NOUNS
from writer_assistant.analysis.quoting import phrase, quote, quoted, tokens_at, whole
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTS: Points = {
    "compounds": 5,
    "codes": 3,
    "has_feature_participle": 3,
    "nominal": 3,
    "has_feature_verb": 2,
    "has_measure": 2,
    "has_outcome": 2,
    "has_product": 2,
    "has_spec_noun": 2,
    "passive_now": 2,
    "block_bullet": 4,
    "describes": 1,
    "lead_authors": 1,
    "lead_product": 1,
    "participle": 1,
    "shape_fragment": 1,
    "has_about_growth": -1,
    "has_ask_gain": -1,
    "has_attribution": -1,
    "has_author_name": -1,
    "has_disclosure": -1,
    "has_feeling": -1,
    "has_first_person": -1,
    "has_outcome_noun": -1,
    "has_polite_ask": -1,
    "has_praise": -1,
    "has_staff_title": -1,
    "has_story": -1,
    "lead_reader": -2,
    "tense_future": -1,
    "tense_past": -1,
    "exclamation": -2,
    "has_about_values": -2,
    "has_year": -2,
    "names": -2,
    "short": -2,
    "has_contact": -3,
    "question": -3,
    "imperatives": -3,
    "has_money": -4,
    "title": -4,
    "block_heading": -2,
}
FOUND = 4.0
"""Points from which a sentence leads with a feature."""

_GAINS = (Mark.BENEFIT, Mark.OUTCOME, Mark.READER_CUE, Mark.SECOND_PERSON)
"""What shows a gain, that which says most of it first."""
_PROPERTIES = (Mark.MEASURE, Mark.SPEC_NOUN, Mark.FEATURE_PARTICIPLE)


def rule(sentence: Sentence, context: Context) -> Iterable[Finding]:
    """Yield the finding, if ``sentence`` leads with a feature."""
    severity = decide(context)
    if severity is None:
        return
    place = feature_place(context.facts, list(sentence.doc))
    if _is_bare_word(place.of(context.facts.text)):
        place = phrase(sentence, place)
    span = sentence.content.in_text(place.shifted(sentence.prose.start))
    yield Finding(
        kind=Kind.FEATURE_FIRST,
        severity=severity,
        span=span,
        sentence=sentence.span,
        text=span.of(sentence.content.text),
        message="Leads with a feature",
        reason=reason(sentence, context.facts, place, severity),
    )


def decide(context: Context) -> Severity | None:
    """Return how much the sentence leads with a feature, or None."""
    facts = context.facts
    if not facts.shape.says_something or is_anothers_speech(context):
        return None
    if not is_near(context, *IN_A_TALK):
        return None
    judged = context.judgement
    if judged is not None:
        strong, found = judged.says("feature_strong"), judged.says("feature_any")
    else:
        found = weigh_in_place(context, POINTS) >= FOUND
        strong = found and not facts.has(*_GAINS)
    return severity_of(strong=strong, found=found)


def feature_place(facts: Facts, tokens: Sequence[Token]) -> Span:
    """Return the place of the feature phrase in the sentence.

    A property with its noun, what the thing has, or what is said of it; of a fragment all that
    stands before its benefit.
    """
    gain = _first_gain(facts)
    if facts.clause.verb is None or (gain is not None and gain < facts.clause.verb):
        return _before(gain, facts.text)
    subject = facts.clause.subject
    properties = [place for mark in _PROPERTIES for place in facts.marks.get(mark, ())]
    # What is said of the thing says more than what it is called.
    said = [p for p in properties if subject is None or not subject.contains(p)]
    if said:
        return _phrase_at(tokens, min(said))
    for place in (*facts.marks.get(Mark.FEATURE_VERB, ()), facts.clause.verb):
        found = _object_of(tokens, place)
        if found is not None:
            return found
    if properties:
        return _phrase_at(tokens, min(properties))
    return subject if subject is not None else facts.clause.verb


def _is_bare_word(phrase: str) -> bool:
    return " " not in phrase and phrase.isalpha()


def _before(gain: Span | None, text: str) -> Span:
    """Return the sentence as far as the comma or dash before its first clue of a benefit."""
    end = len(text)
    if gain is not None:
        cut = max(text.rfind(mark, 1, gain.start) for mark in (",", " –", " —", ";", ":"))
        end = cut if cut > 0 else end
    return Span(0, len(text[:end].rstrip(" .,;:!")) or len(text))


def _first_gain(facts: Facts) -> Span | None:
    places = [facts.marks[mark][0] for mark in _GAINS if mark in facts.marks]
    return min(places, default=None)


_INSIDE = frozenset({"compound", "amod", "nummod", "nmod", "quantmod", "npadvmod", "poss"})
_OUTSIDE = frozenset({"det", "punct", "cc", "mark"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd"})
_WIDEST = 6
"""Tokens from a property to its noun; further away the parse is more likely to be wrong."""


def _phrase_at(tokens: Sequence[Token], place: Span) -> Span:
    """Return the noun phrase in which a property stands."""
    head = next(token for token in tokens if token.idx + len(token) > place.start)
    while head.dep_ in _INSIDE and 0 < head.head.i - head.i < _WIDEST:
        head = head.head
    return _phrase_of(head, place) if head.tag_ in NOUNS else place


def _phrase_of(head: Token, at_least: Span) -> Span:
    """Return the noun phrase of ``head`` without its article, with an *of* behind it."""
    first = head.left_edge
    while first.dep_ in _OUTSIDE and first.i < head.i:
        first = first.nbor()
    last = head
    of = next((c for c in head.children if c.lower_ == "of" and c.i == head.i + 1), None)
    if of is not None:
        last = next((c for c in of.children if c.dep_ == "pobj"), head)
    start = min(first.idx, at_least.start)
    return Span(start, max(last.idx + len(last), at_least.end))


def _object_of(tokens: Sequence[Token], place: Span) -> Span | None:
    """Return the phrase of what a verb has as its object, directly or behind *with*, *on* ..."""
    verb = next((token for token in tokens if token.idx == place.start), None)
    if verb is None:
        return None
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    for preposition in (child for child in verb.children if child.dep_ in ("prep", "agent")):
        objects += [child for child in preposition.children if child.dep_ == "pobj"]
    head = min(objects, key=lambda token: token.i, default=None)
    if head is None or head.i < verb.i:
        return None
    return _phrase_of(head, Span(head.idx, head.idx + len(head)))


def reason(sentence: Sentence, facts: Facts, place: Span, severity: Severity) -> str:
    """Return why, in one plain sentence that quotes the sentence's own words."""
    said = quoted(whole(facts.text, place).of(facts.text))
    if severity is Severity.STRONG:
        thing, has_or_is = _thing(sentence, facts, place)
        if any(place.overlaps(figure) for figure in facts.marks.get(Mark.MEASURE, ())):
            return f"{said} measures {thing}; what that changes for the reader is not said."
        return f"{said} says what {thing} {has_or_is}, not what the reader can then do."
    gains = [gain for mark in _GAINS for gain in facts.marks.get(mark, ())]
    behind = next((quote(sentence, gain) for gain in gains if gain.start >= place.end), "")
    if len(behind.split()) >= _ENOUGH:
        return f"{said} comes before what the reader has of it: {behind}."
    said = quote(sentence, _opening(facts, place))
    if gains and not behind and facts.clause.verb:
        return f"{said} says what the thing does, where the reader could act."
    return f"{said} leads; what the reader has of it could come first."


def _opening(facts: Facts, place: Span) -> Span:
    """Return what to quote of a sentence whose gain is not behind the feature."""
    subject, verb = facts.clause.subject, facts.clause.verb
    if subject and verb and verb.start >= subject.end and verb.end - subject.start < _LONGEST:
        return Span(subject.start, verb.end)
    is_phrase = " " in place.of(facts.text) and 2 * len(place) < len(facts.text)
    return place if is_phrase else Span(0, 0)


_ENOUGH = 3
"""Words of a gain that can stand alone."""
_LONGEST = 50
"""Code points of a thing's name, or of a subject with its verb, that are taken for one."""


def _thing(sentence: Sentence, facts: Facts, place: Span) -> tuple[str, str]:
    """Return what the sentence calls the thing, if it is a name, and what that *has or is*."""
    subject = facts.clause.subject
    if (
        subject is None
        or subject.end > place.start
        or len(subject) > _LONGEST
        or not any(subject.contains(name) for name in facts.marks.get(Mark.PRODUCT, ()))
    ):
        return "the thing", "has or is"
    name = subject.of(facts.text)
    if name.startswith("Our "):
        return "the thing", "has or is"
    if name.startswith(("The ", "Each ")):
        name = name[0].lower() + name[1:]
    are_many = tokens_at(sentence, subject)[-1].tag_ == "NNS"
    return name, "have or are" if are_many else "has or is"
