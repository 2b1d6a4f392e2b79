"""Words and phrases that are clues, found in one pass over a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache

from writer_assistant.analysis.phrases import PhraseTrie, is_glued
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.persona.model import Author
from writer_assistant.text.span import Span


class Mark(StrEnum):
    """A kind of clue. The values are also the names of features, and stay as they are."""

    # of the author
    FIRST_PERSON = "first_person"
    FIRST_SINGULAR = "first_singular"  # I, me, my among them
    FIRST_QUOTED = "first_quoted"  # in the mouth of somebody who is not the author
    AUTHOR_NAME = "author_name"
    AUTHOR_NOUN = "author_noun"
    PRODUCT = "product"
    FEELING = "feeling"
    THANKS = "thanks"
    ANNOUNCEMENT = "announcement"
    AWARD = "about_award"
    PEOPLE = "about_people"
    GROWTH = "about_growth"
    PARTY = "about_party"
    IDENTITY = "about_identity"
    VALUES = "about_values"
    HISTORY = "about_history"
    PLAN = "about_plan"
    FEAT = "about_feat"
    PLACE = "own_place"
    PRAISE = "praise"
    SMALL_TALK = "small_talk"
    STAFF_TITLE = "staff_title"
    ATTRIBUTION = "attribution"
    # of the reader
    SECOND_PERSON = "second_person"
    READER_NOUN = "reader_noun"
    READER_CUE = "reader_cue"
    INCLUSIVE = "inclusive"
    EMPATHY = "empathy"
    APOLOGY = "apology"
    DISCLOSURE = "disclosure"
    PROMISE = "promise_cue"
    FACT = "fact_cue"
    STORY = "story"
    # of the thing
    FEATURE_VERB = "feature_verb"
    FEATURE_PARTICIPLE = "feature_participle"
    SPEC_NOUN = "spec_noun"
    BENEFIT = "benefit"
    OUTCOME = "outcome"
    OUTCOME_NOUN = "outcome_noun"
    BENEFIT_NOUN = "benefit_noun"
    # asks
    LIKE_ASK = "like_ask"
    VISIT_ASK = "visit_ask"
    ASK_GAIN = "ask_gain"
    POLITE_ASK = "polite_ask"
    FAVOUR_ORDER = "favour_order"  # an imperative
    STEP_ORDER = "step_order"  # an imperative
    # shape
    GREETING = "greeting"
    CLOSING = "closing"  # of a letter
    SIGN_OFF = "sign_off"
    BYLINE = "byline"
    LEGAL = "legal"
    # figures, by pattern
    FIGURE = "figure"
    MEASURE = "measure"
    MONEY = "money"
    YEAR = "year"
    CONTACT = "contact"


_CLASSES: Mapping[str, Mark] = {
    "feeling": Mark.FEELING,
    "feeling_noun": Mark.FEELING,
    "thanks": Mark.THANKS,
    "announcement_verb": Mark.ANNOUNCEMENT,
    "about_award": Mark.AWARD,
    "about_people": Mark.PEOPLE,
    "about_growth": Mark.GROWTH,
    "about_party": Mark.PARTY,
    "about_identity": Mark.IDENTITY,
    "about_values": Mark.VALUES,
    "about_history": Mark.HISTORY,
    "about_plan": Mark.PLAN,
    "about_feat": Mark.FEAT,
    "own_place": Mark.PLACE,
    "praise": Mark.PRAISE,
    "small_talk": Mark.SMALL_TALK,
    "staff_title": Mark.STAFF_TITLE,
    "attribution_verb": Mark.ATTRIBUTION,
    "author_noun": Mark.AUTHOR_NOUN,
    "reader_noun": Mark.READER_NOUN,
    "reader_cue": Mark.READER_CUE,
    "inclusive_cue": Mark.INCLUSIVE,
    "empathy": Mark.EMPATHY,
    "apology": Mark.APOLOGY,
    "disclosure_cue": Mark.DISCLOSURE,
    "promise_cue": Mark.PROMISE,
    "fact_cue": Mark.FACT,
    "story_opening": Mark.STORY,
    "feature_verb": Mark.FEATURE_VERB,
    "feature_participle": Mark.FEATURE_PARTICIPLE,
    "spec_noun": Mark.SPEC_NOUN,
    "benefit_cue": Mark.BENEFIT,
    "outcome_cue": Mark.OUTCOME,
    "outcome_noun": Mark.OUTCOME_NOUN,
    "benefit_noun": Mark.BENEFIT_NOUN,
    "like_ask": Mark.LIKE_ASK,
    "visit_ask": Mark.VISIT_ASK,
    "ask_gain": Mark.ASK_GAIN,
    "polite_ask": Mark.POLITE_ASK,
    "greeting": Mark.GREETING,
    "closing": Mark.CLOSING,
    "sign_off": Mark.SIGN_OFF,
    "byline_cue": Mark.BYLINE,
    "legal_cue": Mark.LEGAL,
}

_PARTS = frozenset({Mark.PRAISE, Mark.FEATURE_PARTICIPLE, Mark.SPEC_NOUN})
"""What is a clue as a part of a hyphenated word too: ``leading`` in ``industry-leading``."""

Marks = Mapping[Mark, tuple[Span, ...]]
"""Each kind of clue that was found, with its places in the sentence, in reading order."""


@cache
def _phrases() -> PhraseTrie[tuple[Mark, ...]]:
    together: dict[str, list[Mark]] = {}
    for name, mark in _CLASSES.items():
        for phrase in word_class(name):
            marks = together.setdefault(phrase, [])
            if mark not in marks:
                marks.append(mark)
    return PhraseTrie((phrase, tuple(marks)) for phrase, marks in together.items())


@lru_cache(maxsize=64)
def _names(author: Author) -> re.Pattern[str] | None:
    """A pattern with the groups ``name`` and ``product``; names also in capitals throughout."""
    parts = []
    for group, names in (("product", author.products), ("name", author.names)):
        wanted = {form for name in names if len(name) > 1 for form in (name, name.upper())}
        if group == "product":
            wanted -= set(author.names)
        if wanted:
            longest_first = sorted(wanted, key=len, reverse=True)
            parts.append(f"(?P<{group}>{'|'.join(map(re.escape, longest_first))})")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])") if parts else None


_MONEY = re.compile(
    r"(?:[$£€¥]|\b(?:US|A|C|NZ)\$)\s?\d[\d.,]*(?:\s?(?:k|m|bn|million|billion)\b)?"
    r"|\b\d[\d.,]*\s?(?:euros?|pounds|dollars|cents|EUR|USD|GBP|p)\b(?!\.\s?m)"
)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_CONTACT = re.compile(
    r"[\w.-]+@[\w-]+\.\w+"  # mail
    r"|\b[\w-]+\.(?:example|com|org|net|co\.uk|io|de|eu|gov)\b(?:/\S*)?"  # web
    r"|\b\+?\d[\d ()-]{6,}\d\b"  # telephone
)
_NUMBER = re.compile(r"\d[\d.,]*")
_NUMBERING = re.compile(r"\s*\d{1,2}/\s")


@cache
def _measure() -> re.Pattern[str]:
    """Return the pattern of a figure with a unit.

    *10 in* is more often a place than inches, and *20 a month* no current.
    """
    units = sorted(word_class("unit") - {"in", "a"}, key=len, reverse=True)
    anyhow = "|".join(map(re.escape, units))
    # From the start of a number alone, so that a long row of digits is read once.
    number = r"(?<!\d)(?<!\d[.,])\d(?:[\d.,]*\d)?"
    return re.compile(rf"{number}[\s ‑-]?(?:{anyhow}|(?-i:A))(?![^\W_])", re.I)


def find_marks(text: str, author: Author) -> dict[Mark, list[Span]]:
    """Return the places in ``text`` of every clue that words or patterns alone show."""
    found: dict[Mark, list[Span]] = {}
    for hit in _phrases().find(text):
        glued = is_glued(text, hit.span)
        for mark in hit.value:
            if glued and mark not in _PARTS:
                continue
            places = found.setdefault(mark, [])
            if not places or places[-1].end <= hit.span.start:
                places.append(hit.span)
            elif places[-1].start == hit.span.start:
                places[-1] = hit.span  # of phrases that begin alike the longer one comes later
    names = _names(author)
    if names is not None:
        for match in names.finditer(text):
            mark = Mark.AUTHOR_NAME if match.lastgroup == "name" else Mark.PRODUCT
            found.setdefault(mark, []).append(Span(*match.span()))
    _find_patterns(text, found)
    return found


def _find_patterns(text: str, found: dict[Mark, list[Span]]) -> None:
    numbering = _NUMBERING.match(text)
    start = numbering.end() if numbering else 0
    has_number = _NUMBER.search(text, start) is not None
    if has_number:
        for mark, pattern in (
            (Mark.MONEY, _MONEY),
            (Mark.MEASURE, _measure()),
            (Mark.YEAR, _YEAR),
            (Mark.FIGURE, _NUMBER),
        ):
            _add(found, mark, pattern, text, start)
    if has_number or "@" in text or "." in text[:-1]:
        _add(found, Mark.CONTACT, _CONTACT, text, start)


def _add(
    found: dict[Mark, list[Span]], mark: Mark, pattern: re.Pattern[str], text: str, start: int
) -> None:
    places = [Span(*match.span()) for match in pattern.finditer(text, start)]
    if places:
        found[mark] = places
