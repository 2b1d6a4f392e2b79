"""Why a sentence leads with a feature, in one plain sentence that quotes its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import Severity
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.quoting import head_of, phrase, quote, quoted, tokens_at, whole
from writer_assistant.analysis.rules.feature_phrase import GAINS, halves
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from writer_assistant.analysis.facts import Facts
    from writer_assistant.analysis.rule import Sentence

_ENOUGH = 3
"""Words of a gain that can stand alone."""
_LONGEST = 50
"""Code points of a thing's name, or of a subject with its verb, that are taken for one."""
_MOST = 12
"""Words of half a sentence that is quoted as a whole."""
_NEAR = 6
"""Words to the verb of a clause whose beginning is quoted."""
_FIGURES = 0.3
"""Share of a phrase from which its figures are the point."""


def reason(sentence: Sentence, facts: Facts, place: Span, severity: Severity) -> str:
    """Return why, in one plain sentence that quotes the sentence's own words.

    Args:
        sentence: the sentence.
        facts: what grammar sees in it.
        place: of the feature phrase in the sentence.
        severity: of the finding.
    """
    if severity is Severity.MILD:
        return _mild(sentence, facts, place)
    said = quoted(whole(facts.text, place).of(facts.text))
    thing, has_or_is = _thing(sentence, facts, place)
    figures = [figure for figure in facts.marks.get(Mark.MEASURE, ()) if place.overlaps(figure)]
    if sum(map(len, figures)) > _FIGURES * len(place):
        return f"{said} measures {thing}, not what the reader gets from it."
    verb = facts.clause.verb
    if verb is None and place.end - place.start > _FIGURES * len(facts.text):
        return f"{said} tells of the offer, not of what the reader can then do."
    is_long = len(said.split()) >= _ENOUGH
    acts = is_long and verb is not None and place.contains(verb) and _acts(sentence, verb)
    does = "does" if acts else has_or_is
    return f"{said} says what {thing} {does}, not what the reader can then do."


def _mild(sentence: Sentence, facts: Facts, place: Span) -> str:
    both = halves(facts.text)
    if both is not None and place.start < both[0].end:
        feature, gain = both
        long = len(feature.of(facts.text).split()) > _MOST
        said = quote(sentence, place) if long else quoted(feature.of(facts.text))
        behind = quoted(_beginning(sentence, gain).of(facts.text))
        return f"{said} comes before what the reader gets from it: {behind}."
    gains = [gain for mark in GAINS for gain in facts.marks.get(mark, ())]
    behind = next((quote(sentence, gain) for gain in gains if gain.start >= place.end), "")
    said = quoted(whole(facts.text, place).of(facts.text))
    if len(behind.split()) >= _ENOUGH and " " in said:
        return f"{said} comes before what the reader gets from it: {behind}."
    said = quote(sentence, _opening(facts, place))
    if gains and not behind and facts.clause.verb:
        return f"{said} says what the thing does, where the reader could act."
    return f"{said} leads; what the reader gets from it could come first."


def _beginning(sentence: Sentence, gain: Span) -> Span:
    """Return a gain that is short, or its subject with its verb and what that takes."""
    text = sentence.text
    if len(gain.of(text).split()) <= _MOST:
        return gain
    tokens = tokens_at(sentence, gain)
    verb = head_of(tokens)
    if tokens[0].i <= verb.i <= tokens[0].i + _NEAR:
        return phrase(sentence, Span(gain.start, verb.idx + len(verb)))
    stop = _MARK.search(text, gain.start, gain.end)
    part = Span(gain.start, stop.start()) if stop else gain
    return part if len(part.of(text).split()) >= _ENOUGH else gain


_MARK = re.compile(r"[,;:–—]")


def _acts(sentence: Sentence, verb: Span) -> bool:
    """Whether a verb says what something does: neither *is steel* nor *is painted*."""
    around = {child.dep_ for child in head_of(tokens_at(sentence, verb)).children}
    return not around & {"attr", "acomp", "auxpass", "nsubjpass"}


def _opening(facts: Facts, place: Span) -> Span:
    """Return what to quote of a sentence whose gain is not behind the feature."""
    subject, verb = facts.clause.subject, facts.clause.verb
    if subject and verb and verb.start >= subject.end and verb.end - subject.start < _LONGEST:
        return Span(subject.start, verb.end)
    is_phrase = " " in place.of(facts.text) and 2 * len(place) < len(facts.text)
    return place if is_phrase else Span(0, 0)


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
