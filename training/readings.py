"""What transformers that were not taught with a draft of its writer say of each training sentence.

Made by ``build_transformer.py``; the judge and the marker learn from it, since what a model says of
sentences that it was taught with is surer than what it says of new ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from arrays import save

from writer_assistant.analysis.classifier import TARGETS
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.lexicon import Lexicons
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.pieces import built_in_pieces
from writer_assistant.analysis.transformer import Reading, Transformer
from writer_assistant.analysis.word_reading import Knowledge

NOTHING = Knowledge.of(None, Lexicons())
PATH = Path(__file__).parent / "readings.npz"


class Readings:
    """A row of odds for each sentence, and one of labels for each of its pieces.

    Sentences are counted in the order of ``corpus.examples_of(corpus.load_drafts(), …)``.
    """

    def __init__(self, odds: list[np.ndarray], labels: list[np.ndarray]) -> None:
        self._odds, self._labels = odds, labels

    @classmethod
    def empty(cls, count: int) -> Readings:
        """Return room for ``count`` sentences."""
        nothing = np.zeros(0, np.float16)
        return cls([nothing] * count, [nothing] * count)

    @classmethod
    def load(cls, path: Path = PATH) -> Readings:
        """Return what was saved."""
        with np.load(path) as file:
            odds, labels, counts = file["odds"], file["labels"], file["counts"]
        return cls(list(odds), np.split(labels, np.cumsum(counts)[:-1]))

    def take(self, number: int, odds: np.ndarray, labels: np.ndarray) -> None:
        """Keep what was said of sentence ``number``."""
        self._odds[number] = odds.astype(np.float16)
        self._labels[number] = labels.astype(np.float16)

    def save(self, path: Path) -> None:
        """Write everything; the same readings give the same bytes."""
        named = {
            "odds": np.array(self._odds).reshape(-1, len(TARGETS)),
            "labels": np.vstack(self._labels).reshape(-1, len(LABELS)),
            "counts": np.array([len(labels) for labels in self._labels], np.uint8),
        }
        save(path, named)

    def of(self, sentences: Iterable[Facts], chosen: Iterable[int] | None = None) -> Recorded:
        """Return what answers for these sentences, which are all, or those with given numbers."""
        numbers = range(len(self._odds)) if chosen is None else chosen
        found = Recorded()
        for number, facts in zip(numbers, sentences, strict=True):
            found.record(facts, self._odds[number], self._labels[number])
        return found


def silent(**_given: np.ndarray) -> list[np.ndarray]:
    """Stand for a model where only the cutting of sentences is wanted."""
    raise ValueError("nothing was recorded of that sentence")


class Recorded(Transformer):
    """A transformer that repeats what others said, whoever reads."""

    def __init__(self) -> None:
        super().__init__(silent, built_in_pieces())
        self._recorded: dict[int, Reading] = {}

    def prepare(self, sentences: Iterable[Facts], knowledge: Knowledge) -> None:
        """Do nothing: all that can be said was said before."""

    def reading(self, facts: Facts, knowledge: Knowledge) -> Reading:  # noqa: ARG002
        """Return what was said of a sentence."""
        return self._recorded[id(facts)]

    def record(self, facts: Facts, odds: np.ndarray, labels: np.ndarray) -> None:
        """Keep what was said of a sentence.

        Raises:
            ValueError: if it was said of another sentence.
        """
        starts = self.given(facts, NOTHING)[1]
        if len(starts) != len(labels):
            raise ValueError(f"read before it was changed: {facts.text!r}")
        self._recorded[id(facts)] = Reading(
            odds.astype(np.float32), starts, labels.astype(np.float32)
        )
