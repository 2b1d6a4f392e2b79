"""What is seen in a sentence: who, whom, what, when. Pure, and without a persona.

Every rule and the learned judge decide on these facts, so that a finding's reason can name them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.clauses import Clause, Tense, Who, main_clause
from writer_assistant.analysis.grammar.marks import Mark, Marks, find_marks
from writer_assistant.analysis.grammar.shape import Shape, shape_of
from writer_assistant.analysis.grammar.speech import Speaker, quoted_in, speaker_of
from writer_assistant.analysis.grammar.wording import Wording, wording_of
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.text.draft import Block
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from writer_assistant.analysis.rule import Sentence
    from writer_assistant.persona.model import Author


@dataclass(frozen=True, slots=True)
class Facts:
    """What grammar and word classes show in one sentence.

    Offsets are code points of ``text``.

    Attributes:
        text: the sentence as parsed.
        block: what its paragraph is.
        shape: what it is for: a sentence, a greeting, a byline, hashtags ...
        words: how many words it has.
        marks: clues, each with its places.
        clause: its main clause.
        quoted: quoted speech, as spans of ``text``.
        speaker: who says the quoted speech.
        is_title: whether it is a line of its own without a full stop, and no bullet.
        is_question: whether it ends as a question.
        is_exclamation: whether it ends as an exclamation.
        features: the same as numbers, by names that stay as they are; what is not there is 0.
    """

    text: str
    block: Block
    shape: Shape
    words: int
    marks: Marks
    clause: Clause
    quoted: tuple[Span, ...]
    speaker: Speaker
    is_title: bool
    is_question: bool
    is_exclamation: bool
    features: Mapping[str, float]

    def has(self, *marks: Mark) -> bool:
        """Whether any of these clues was found."""
        return any(mark in self.marks for mark in marks)

    def first(self, mark: Mark) -> str:
        """Return the words of the first place of a clue, or nothing."""
        places = self.marks.get(mark)
        return places[0].of(self.text) if places else ""


_EMOJI = re.compile("[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]")


def see(sentence: Sentence, author: Author, lemma: Callable[[Token], str]) -> Facts:
    """Return what is seen in ``sentence``.

    Args:
        sentence: with its parse.
        author: every name that stands for "we".
        lemma: gives a token's lemma in lower case.
    """
    doc = sentence.doc
    text = sentence.text
    tokens = list(doc)
    content = sentence.content
    found = find_marks(text, author)
    wording = wording_of(text, tokens)
    quoted = quoted_in(sentence.prose, len(text), content.quotes)
    _drop_lookalikes(found, wording, quoted)
    speaker = speaker_of(text, quoted, found)
    _add_persons(found, wording, quoted if speaker is not Speaker.AUTHOR else ())
    clause = main_clause(tokens, found, lemma)
    _add_asks(found, clause, text)
    is_alone = len(sentence.prose) >= len(content.prose.strip())
    shape = shape_of(text, content.block, found, clause, wording.words, is_alone=is_alone)
    end = text.rstrip("\"'”’)*_ ")
    is_title = is_alone and end[-1:].isalnum() and content.block is not Block.BULLET
    is_question, is_exclamation = end.endswith("?"), end.endswith("!")
    emoji = len(_EMOJI.findall(sentence.span.of(content.text)))
    features = {
        **_features(found, clause, wording),
        f"shape_{shape}": 1.0,
        f"speaker_{speaker}": 1.0,
        f"block_{content.block}": 1.0,
        "title": float(is_title and content.block is Block.PROSE),
        "question": float(is_question),
        "exclamation": float(is_exclamation),
        "emoji": float(min(emoji, 3)),
        "commas": min(text.count(",") + text.count(";"), 4) / 4,
    }
    return Facts(
        text=text,
        block=content.block,
        shape=shape,
        words=wording.words,
        marks={mark: tuple(places) for mark, places in found.items()},
        clause=clause,
        quoted=quoted,
        speaker=speaker,
        is_title=is_title,
        is_question=is_question,
        is_exclamation=is_exclamation,
        features={name: value for name, value in features.items() if value},
    )


_VERBS_ONLY = (Mark.FEATURE_VERB, Mark.ANNOUNCEMENT)


def _drop_lookalikes(
    found: dict[Mark, list[Span]], wording: Wording, quoted: Sequence[Span]
) -> None:
    """Drop what only looks like a clue: ``has`` in ``has been``, ``the launch``."""
    for mark in _VERBS_ONLY:
        kept = [place for place in found.pop(mark, ()) if place.start in wording.verbs]
        if kept:
            found[mark] = kept
    if not quoted:
        found.pop(Mark.ATTRIBUTION, None)


def _add_persons(
    found: dict[Mark, list[Span]], wording: Wording, others_words: Sequence[Span]
) -> None:
    """Add first and second persons, apart from what somebody else says of himself."""
    firsts = [p for p in wording.firsts if not any(quote.contains(p) for quote in others_words)]
    if len(firsts) < len(wording.firsts):
        found[Mark.FIRST_QUOTED] = list(wording.firsts)
    if firsts and Mark.INCLUSIVE not in found:
        found[Mark.FIRST_PERSON] = firsts
        if wording.singular:
            found[Mark.FIRST_SINGULAR] = firsts
    if wording.seconds:
        found[Mark.SECOND_PERSON] = list(wording.seconds)


def _add_asks(found: dict[Mark, list[Span]], clause: Clause, text: str) -> None:
    """Add imperatives that ask for a favour or for a step towards the author."""
    for mark, verbs in (
        (Mark.FAVOUR_ORDER, word_class("favour_order")),
        (Mark.STEP_ORDER, word_class("step_order")),
    ):
        places = [verb for verb in clause.imperatives if verb.of(text).casefold() in verbs]
        if places:
            found[mark] = places


def _features(
    found: Mapping[Mark, Sequence[Span]], clause: Clause, wording: Wording
) -> dict[str, float]:
    features = {_HAS[mark]: 1.0 for mark in found}
    for mark, places in found.items():
        if len(places) > 1:
            features[_MANY[mark]] = 1.0
    words = wording.words
    past = clause.tense is Tense.PAST
    features[_WHO[clause.who]] = 1.0
    features[_LEAD[clause.lead]] = 1.0
    gains = [p.start for m in GAINS for p in found.get(m, ())]
    features["thing_then_gain"] = float(
        clause.lead in _THINGS and any(place > clause.lead_end for place in gains)
    )
    features[_TENSE[clause.tense]] = 1.0
    features["passive_past"] = float(past and clause.passive)
    features["passive_now"] = float(clause.passive and not past)
    features["agent"] = float(clause.agent)
    features["imperatives"] = float(min(len(clause.imperatives), 3))
    features["verbless"] = float(clause.verb is None)
    features["capitals"] = float(5 * wording.capitals > 2 * words)
    features["nominal"] = float(2 * wording.nominal > words)
    features["names"] = min(wording.names, 4) / 4
    features["codes"] = min(wording.codes, 3) / 3
    features["compounds"] = min(wording.compounds, 3) / 3
    features["superlative"] = float(wording.superlatives > 0)
    features["participle"] = float(wording.participle)
    features["describes"] = float(_describes(clause))
    features["short"] = float(words < _SHORT)
    features["long"] = float(words > _LONG)
    return features


_SHORT, _LONG = 6, 22
_THINGS = frozenset({Who.PRODUCT, Who.AUTHORS, Who.THING, Who.IT, Who.THEY, Who.AUTHOR_NAMED})


def _describes(clause: Clause) -> bool:
    """Whether it says of a thing what it is or does, here and now."""
    return clause.tense is Tense.PRESENT and clause.lead in _THINGS


_HAS = {mark: f"has_{mark}" for mark in Mark}
_MANY = {mark: f"many_{mark}" for mark in Mark}
_WHO = {who: f"who_{who}" for who in Who}
_LEAD = {who: f"lead_{who}" for who in Who}
GAINS = (Mark.SECOND_PERSON, Mark.OUTCOME, Mark.BENEFIT)
"""What shows that the reader gets something."""
_TENSE = {tense: f"tense_{tense}" for tense in Tense}
