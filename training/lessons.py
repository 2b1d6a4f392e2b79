"""The sentences of the training drafts as the transformers learn them, and how they are varied."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from build_judge import targets_of
from build_marker import Seen
from corpus import examples_of, is_of_train, load_drafts
from readings import silent
from word_labels import load_word_drafts

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import WORD_KINDS
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.pieces import Pieces, built_in_pieces
from writer_assistant.analysis.transformer import Given, Transformer
from writer_assistant.analysis.vocabulary import Familiarity

UNASKED = 0.15
"""Share of the sentences that are read as if there was no persona."""
CHANGED = 0.15
"""Share of the rarer words that are changed for another in a varied sentence."""
OTHER_HANDS = 1 + len(WORD_KINDS)
"""What stands for the lexicons at the start of a sentence of ``written/``.

How much people mark, and from where to where, differs. The program always asks for the habits of
those who labelled ``train.jsonl``.
"""
_ALIKE = 12
"""Words of the training drafts that may stand for a word: those with the nearest vectors."""
_SOFT = 0.02
"""What a target is short of certain, since people err."""
_COMMON = 2_000
"""Pieces before this number are marks, letters and the commonest words: they stay."""
_BUCKET = 20
"""Batches whose sentences are sorted by length, so that little is computed for padding."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with what is to be learned of it.

    Attributes:
        batch: of its draft.
        sells: whether it is of a draft of the kind that the program is made for.
        given: what the transformer is given.
        targets: how likely each of the judge's targets is.
        labels: for each piece how likely each of the marker's labels is; a row of zeros says
            nothing of it.
    """

    batch: str
    sells: bool
    given: Given
    targets: np.ndarray
    labels: np.ndarray

    def unasked(self) -> Lesson:
        """Return it as it is read without a persona."""
        nothing = (int(Familiarity.UNASKED),) * len(self.given.familiarity)
        return replace(self, given=self.given._replace(familiarity=nothing))

    def taught(self, targets: np.ndarray, labels: np.ndarray, own: float) -> Lesson:
        """Return it with what a teacher says of it.

        Args:
            targets: how likely they are, says the teacher.
            labels: the same for the labels.
            own: weight of what people say of it, of 1.
        """
        told = labels * self.labels.any(1, keepdims=True)
        return replace(
            self,
            targets=own * self.targets + (1 - own) * targets,
            labels=own * self.labels + (1 - own) * told,
        )


def lessons(engine: Engine) -> list[Lesson]:
    """Return all sentences of the training drafts, in the order of the examples."""
    examples = examples_of(load_drafts(), engine)
    drafts = load_word_drafts(engine)
    seen = [Seen(draft, number) for draft in drafts for number in range(len(draft.sentences))]
    transformer = Transformer(silent, built_in_pieces())
    words = iter(seen)
    found = []
    for example, targets in zip(examples, targets_of(examples), strict=True):
        sentence = next(words) if example.draft.sells else None
        if sentence and sentence.sentence.text != example.sentence.text:
            raise ValueError(f"another sentence: {example.sentence.text!r}")
        persona = sentence.context.persona if sentence else None
        knowledge = replace(example.context, persona=persona).knowledge
        given, starts = transformer.given(example.context.facts, knowledge)
        if example.draft.sells and not is_of_train(example.draft.batch):
            given = given._replace(listed=(OTHER_HANDS, *given.listed[1:]))
        found.append(
            Lesson(
                example.draft.batch,
                example.draft.sells,
                given,
                targets.astype(np.float32) * (1 - 2 * _SOFT) + _SOFT,
                labels_of(starts.tolist(), sentence),
            )
        )
    return found


def labels_of(starts: Sequence[int], seen: Seen | None) -> np.ndarray:
    """Return the label of each piece: that of its word, going on within the word."""
    labels = np.zeros((len(starts), len(LABELS)), np.float32)
    before = -1
    for row, start in zip(labels, starts, strict=True):
        places = enumerate(seen.words if seen else ())
        word = next((n for n, s in places if s.start <= start < s.end), -1)
        if seen and word >= 0:
            label = seen.labels[word]
            goes_on = word == before and LABELS[label].startswith("B-")
            row[label + 1 if goes_on else label] = 1
        before = word
    return labels


class Variety:
    """Changes words of sentences for others that are used alike.

    So a pupil hears more of its teacher than what is said of the labelled sentences. See Jiao et
    al., "TinyBERT" (2020), who take the words from another model.

    Args:
        lessons: whose words may be taken.
        pieces: with their vectors.
    """

    def __init__(self, lessons: Sequence[Lesson], pieces: Pieces) -> None:
        counted = Counter(number for one in lessons for number in set(one.given.numbers))
        words = sorted(n for n in counted if n >= _COMMON and pieces.all[n].isalpha())
        vectors = pieces.vectors(words)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        near = vectors @ vectors.T
        np.fill_diagonal(near, -1)
        ranks = np.argsort(-near, axis=1, kind="stable")[:, :_ALIKE]
        self._alike = {
            word: [words[at] for at in row] for word, row in zip(words, ranks.tolist(), strict=True)
        }

    def varied(self, lesson: Lesson, chance: random.Random) -> Lesson:
        """Return a sentence with some words changed, to be read as the program reads.

        What its labels say holds no more.
        """
        numbers = tuple(
            chance.choice(self._alike[number])
            if number in self._alike and chance.random() < CHANGED
            else number
            for number in lesson.given.numbers
        )
        listed = (0, *lesson.given.listed[1:])
        return replace(lesson, given=lesson.given._replace(numbers=numbers, listed=listed))


def some_unasked(lessons: Sequence[Lesson], chance: random.Random) -> list[Lesson]:
    """Return sentences, a part of them as they are read without a persona."""
    return [one.unasked() if chance.random() < UNASKED else one for one in lessons]


def batches(lessons: Sequence[Lesson], size: int, chance: random.Random) -> Iterator[list[Lesson]]:
    """Yield all lessons in batches of about one length, in a random order."""
    order = list(lessons)
    chance.shuffle(order)
    for start in range(0, len(order), size * _BUCKET):
        bucket = sorted(order[start : start + size * _BUCKET], key=lambda one: len(one.labels))
        parts = [bucket[at : at + size] for at in range(0, len(bucket), size)]
        chance.shuffle(parts)
        yield from parts


def padded(batch: Sequence[Lesson]) -> tuple[np.ndarray, ...]:
    """Return numbers, familiarity, lists and reality of the pieces, targets and labels."""
    shape = len(batch), max(len(one.labels) for one in batch)
    numbers = np.zeros(shape, np.int64)
    familiarity = np.full(shape, int(Familiarity.UNASKED))
    listed = np.zeros(shape, np.int64)
    real = np.zeros(shape, np.float32)
    labels = np.zeros((*shape, len(LABELS)), np.float32)
    for row, one in enumerate(batch):
        count = len(one.labels)
        numbers[row, :count], familiarity[row, :count], listed[row, :count] = one.given
        real[row, :count] = 1
        labels[row, :count] = one.labels
    targets = np.array([one.targets for one in batch], np.float32)
    return numbers, familiarity, listed, real, targets, labels
