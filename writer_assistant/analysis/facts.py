"""What is seen in a sentence: who, whom, what, when. Pure, and without a persona.

Every rule and the learned judge decide on these facts, so that a finding's reason can name them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.clauses import Clause, Tense, Who, main_clause
from writer_assistant.analysis.grammar.marks import Mark, Marks, find_marks
from writer_assistant.analysis.grammar.shape import Shape, shape_of
from writer_assistant.analysis.grammar.speech import Speaker, quoted_in, speaker_of
from writer_assistant.analysis.lexicon import word_class
from writer_assistant.text.draft import Block
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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
        is_question: whether it ends as a question.
        is_exclamation: whether it ends as an exclamation.
        features: the same as numbers; see ``features_of``.
    """

    text: str
    block: Block
    shape: Shape
    words: int
    marks: Marks
    clause: Clause
    quoted: tuple[Span, ...]
    speaker: Speaker
    is_question: bool
    is_exclamation: bool
    features: Mapping[str, float]

    def count(self, mark: Mark) -> int:
        """Return how often a clue was found."""
        return len(self.marks.get(mark, ()))

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
    text = doc.text
    content = sentence.content
    found = find_marks(text, author)
    quoted = quoted_in(sentence.prose, len(text), content.quotes)
    inclusive = Mark.INCLUSIVE in found
    _find_persons(doc, found, inclusive=inclusive)
    _keep_verbs(doc, found)
    if not quoted:
        found.pop(Mark.ATTRIBUTION, None)
    clause = main_clause(doc, found, lemma, inclusive)
    words = capitals = 0
    for token in doc:
        if not token.is_punct:
            words += 1
            capitals += token.is_upper and len(token) > 1
    end = text.rstrip("\"'”’)*_ ")
    shape = shape_of(text, content, found, clause, words)
    speaker = speaker_of(text, quoted, found)
    is_question, is_exclamation = end.endswith("?"), end.endswith("!")
    features = {
        **_features(found, clause, shape, speaker, content.block),
        "question": float(is_question),
        "exclamation": float(is_exclamation),
        "capitals": float(5 * capitals > 2 * words),
        "emoji": float(min(len(_EMOJI.findall(sentence.span.of(content.text))), 3)),
        "commas": min(text.count(",") + text.count(";"), 4) / 4,
        "short": float(words < 6),
        "long": float(words > 22),
    }
    return Facts(
        text=text,
        block=content.block,
        shape=shape,
        words=words,
        marks={mark: tuple(places) for mark, places in found.items()},
        clause=clause,
        quoted=quoted,
        speaker=speaker,
        is_question=is_question,
        is_exclamation=is_exclamation,
        features={name: value for name, value in features.items() if value},
    )


def _features(
    found: Mapping[Mark, Sequence[Span]],
    clause: Clause,
    shape: Shape,
    speaker: Speaker,
    block: Block,
) -> dict[str, float]:
    features = {_HAS[mark]: 1.0 for mark in found}
    for mark, places in found.items():
        if len(places) > 1:
            features[_MANY[mark]] = 1.0
    features[_WHO[clause.who]] = 1.0
    features[_TENSE[clause.tense]] = 1.0
    features[f"shape_{shape}"] = 1.0
    features[f"speaker_{speaker}"] = 1.0
    features[f"block_{block}"] = 1.0
    features["passive"] = float(clause.passive)
    features["agent"] = float(clause.agent)
    features["imperatives"] = float(min(len(clause.imperatives), 3))
    features["verbless"] = float(clause.verb is None)
    return features


_HAS = {mark: f"has_{mark}" for mark in Mark}
_MANY = {mark: f"many_{mark}" for mark in Mark}
_WHO = {who: f"who_{who}" for who in Who}
_TENSE = {tense: f"tense_{tense}" for tense in Tense}
_PRONOUN_TAGS = frozenset({"PRP", "PRP$"})


def _find_persons(doc: Doc, found: dict[Mark, list[Span]], *, inclusive: bool) -> None:
    """Add first and second persons: by tag, since US is no us and Class I no I."""
    first, second = word_class("first_person"), word_class("reader_pronoun")
    firsts: list[Span] = []
    seconds: list[Span] = []
    for token in doc:
        word = token.lower_
        if word in second:
            seconds.append(Span(token.idx, token.idx + len(token)))
        elif word in first and (token.tag_ in _PRONOUN_TAGS) and token.text != "US":
            firsts.append(Span(token.idx, token.idx + len(token)))
    if firsts and not inclusive:
        found[Mark.FIRST_PERSON] = firsts
    if seconds:
        found[Mark.SECOND_PERSON] = seconds


_VERBS_ONLY = (Mark.FEATURE_VERB, Mark.ANNOUNCEMENT)


def _keep_verbs(doc: Doc, found: dict[Mark, list[Span]]) -> None:
    """Drop what looks like a verb of some class and is a noun or an auxiliary here."""
    for mark in _VERBS_ONLY:
        places = found.get(mark)
        if not places:
            continue
        starts = {place.start: place for place in places}
        kept = [
            starts[token.idx]
            for token in doc
            if token.idx in starts and token.tag_[0] == "V" and not token.dep_.startswith("aux")
        ]
        if kept:
            found[mark] = kept
        else:
            del found[mark]


def features_of(facts: Facts) -> Mapping[str, float]:
    """Return the facts as numbers, by names that stay as they are; what is not there is 0."""
    return facts.features
