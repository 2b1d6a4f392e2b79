"""What transformers that were not taught with a draft of its writer say of each training sentence.

Made by ``build_transformer.py``; the judge and the marker learn from it, since what a model says of
sentences that it was taught with is surer than what it says of new ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from build_encoder import save

from writer_assistant.analysis.classifier import TARGETS
from writer_assistant.analysis.facts import Facts
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.pieces import built_in_pieces
from writer_assistant.analysis.transformer import Reading, Transformer

PATH = Path(__file__).parent / "readings.npz"
_AT_ONCE = 16


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

    def take(self, numbers: Sequence[int], model: Transformer, cuts: Sequence[list[int]]) -> None:
        """Let ``model`` read the sentences ``numbers``, whose pieces are ``cuts``."""
        order = sorted(range(len(cuts)), key=lambda at: len(cuts[at]))
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            odds, labels = model.forward([cuts[at] for at in some])
            for at, row, of_pieces in zip(some, odds, labels, strict=True):
                self._odds[numbers[at]] = row.astype(np.float16)
                self._labels[numbers[at]] = of_pieces[: len(cuts[at])].astype(np.float16)

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
        found = Recorded({}, built_in_pieces())
        for number, facts in zip(numbers, sentences, strict=True):
            found.record(facts, self._odds[number], self._labels[number])
        return found


class Recorded(Transformer):
    """A transformer that repeats what others said."""

    def record(self, facts: Facts, odds: np.ndarray, labels: np.ndarray) -> None:
        """Keep what was said of a sentence.

        Raises:
            ValueError: if it was said of another sentence.
        """
        starts = np.array(self.cut(facts).starts)
        if len(starts) != len(labels):
            raise ValueError(f"read before it was changed: {facts.text!r}")
        self._known[id(facts)] = Reading(
            facts, odds.astype(np.float32), starts, labels.astype(np.float32)
        )
