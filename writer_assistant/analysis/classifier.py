"""The learned judge beside the grammar: how likely a sentence is a selfie, a feature, a bare ask.

Two steps. A *reading* looks at one sentence alone: its words, phrases and pieces of words, and what
grammar sees in it. The second step weighs a sentence's reading together with its neighbours'
readings. Training, data and figures: ``training/build_judge.py`` and the model's card beside it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from writer_assistant.analysis.facts import Facts, features_of
from writer_assistant.analysis.judge_text import phrases_of, pieces_of, words_of
from writer_assistant.errors import UserError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from writer_assistant.analysis.rule import Context, Sentence

FORMAT = 1
"""Version of the model file that this code reads."""
TARGETS = ("self_strong", "self_any", "feature_strong", "feature_any", "bare_ask", "serves")
"""What is judged of every sentence; ``speaks`` is judged of the ends of a draft alone."""
REACH = 2
"""Neighbours on each side that are weighed."""
_KEPT = 60_000
"""Readings and words kept: some ten times those of a draft of 100,000 words."""

Floats = "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely something is true of a sentence; all between 0 and 1.

    Attributes:
        self_strong: it is self-centered, and strongly so.
        self_any: it is self-centered at all.
        feature_strong: it names a feature and no benefit.
        feature_any: it leads with a feature.
        bare_ask: it asks for something and gives no reason.
        serves: its reader gets something from it: none of the strong ones is true of it.
        speaks: it speaks of the reader's world; meant for the first and the last sentence.
    """

    self_strong: float
    self_any: float
    feature_strong: float
    feature_any: float
    bare_ask: float
    serves: float
    speaks: float


class Reading:
    """Step one: what a sentence's own words, and the facts of grammar, speak for (as log odds)."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._phrases = _numbered(arrays["phrases"])
        self._pieces = _numbered(arrays["pieces"])
        self._facts = _numbered(arrays["facts"])
        self._phrase_weights = _scaled(arrays, "phrase")
        self._piece_weights = _scaled(arrays, "piece")
        self._phrase_squares = arrays["phrase_idf"].astype(np.float32) ** 2
        self._piece_squares = arrays["piece_idf"].astype(np.float32) ** 2
        self._fact_weights = arrays["fact_weights"]
        self._bias = arrays["bias"]
        self._words: dict[str, tuple[NDArray[np.float32], float]] = {}

    def facts_of(self, facts: Facts) -> NDArray[np.float32]:
        """Return the facts as numbers, in the order of the model."""
        row = np.zeros(len(self._facts), dtype=np.float32)
        numbers = self._facts
        for name, value in features_of(facts).items():
            number = numbers.get(name)
            if number is not None:
                row[number] = value
        return row

    def read(self, facts: Facts, row: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the log odds of each target; ``row`` is what ``facts_of`` gave."""
        words = words_of(facts)
        odds = self._bias + row @ self._fact_weights
        known = self._phrases
        found = [known[phrase] for phrase in set(phrases_of(words)) if phrase in known]
        if found:
            at = np.array(sorted(found))
            odds = odds + self._phrase_weights[at].sum(0) / np.sqrt(self._phrase_squares[at].sum())
        parts = [self._word(word) for word in sorted(set(words))]
        squares = sum(square for _, square in parts)
        if squares:
            total = np.add.reduce([weights for weights, _ in parts])
            odds = odds + total / np.float32(squares**0.5)
        return odds

    def _word(self, word: str) -> tuple[NDArray[np.float32], float]:
        """Return the sum of the weights of a word's pieces, and of their squares."""
        known = self._words.get(word)
        if known is None:
            at = [self._pieces[piece] for piece in pieces_of(word) if piece in self._pieces]
            known = (
                self._piece_weights[at].sum(0),
                float(self._piece_squares[at].sum()),
            )
            if len(self._words) > _KEPT:
                self._words.clear()
            self._words[word] = known
        return known


class Forest:
    """Step two: sums of small decision trees, all of them three questions deep."""

    DEPTH = 3

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._features = arrays["tree_features"].astype(np.intp)
        self._limits = arrays["tree_limits"]
        self._leaves = arrays["tree_leaves"]
        self._starts = arrays["tree_starts"]
        self._bias = arrays["tree_bias"]
        self._trees = np.arange(len(self._features))

    def odds(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the log odds of each target for each row of features."""
        behind = rows[:, self._features] > self._limits
        at = behind[:, :, 0].astype(np.intp)
        for level in range(1, self.DEPTH):
            first = 2**level - 1
            right = np.take_along_axis(behind, (first + at)[:, :, None], axis=2)[:, :, 0]
            at = 2 * at + right
        values = self._leaves[self._trees, at]
        sums: NDArray[np.float32] = np.add.reduceat(values, self._starts, axis=1)
        return sums + self._bias


class Judge:
    """A model that was loaded once and judges many sentences. Keeps readings by sentence.

    Attributes:
        thresholds: from which probability on a judgement counts as a yes, by name.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._reading = Reading(arrays)
        self._forest = Forest(arrays)
        self._speaks = arrays["speaks_weights"]
        self._speaks_bias = arrays["speaks_bias"].item()
        names = _lines(arrays["threshold_names"])
        self.thresholds: Mapping[str, float] = dict(
            zip(names, map(float, arrays["thresholds"]), strict=True)
        )
        self._read: dict[int, tuple[Facts, NDArray[np.float32], NDArray[np.float32]]] = {}
        self._nothing = np.zeros(len(TARGETS), dtype=np.float32)

    @classmethod
    def load(cls, path: Path) -> Judge:
        """Read a model file.

        Raises:
            UserError: if there is none, or it is damaged or of another version.
        """
        remedy = "Install Writer Assistant again."
        try:
            with np.load(path, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            if arrays["format"].item() != FORMAT:
                raise UserError("the judge's model is of another version", str(path), remedy)
            return cls(arrays)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise UserError(
                f"the judge's model cannot be read ({error})", str(path), remedy
            ) from error

    def judge(self, sentence: Sentence, context: Context) -> Judgement:
        """Return what is likely true of ``sentence``."""
        return self.judge_all([(sentence, context)])[0]

    def judge_all(self, pairs: Iterable[tuple[Sentence, Context]]) -> list[Judgement]:
        """Return what is likely true of each sentence; many at once take less time each."""
        contexts = [context for _, context in pairs]
        if not contexts:
            return []
        rows = self.rows(contexts)
        odds = np.column_stack(
            [self._forest.odds(rows), rows @ self._speaks + np.float32(self._speaks_bias)]
        )
        chances = 1 / (1 + np.exp(-odds.astype(np.float64)))
        return [Judgement(*row) for row in chances.tolist()]

    def rows(self, contexts: Sequence[Context]) -> NDArray[np.float32]:
        """Return what the second step weighs: readings, place in the draft, facts."""
        return np.stack([self._row(context) for context in contexts])

    def _row(self, context: Context) -> NDArray[np.float32]:
        own, facts = self._reading_of(context.facts)
        parts = [own]
        for near in (context.before, context.after):
            for at in range(REACH):
                parts.append(self._reading_of(near[at])[0] if at < len(near) else self._nothing)
        place = np.array([context.is_first, context.is_last], dtype=np.float32)
        return np.concatenate([*parts, place, facts])

    def _reading_of(self, facts: Facts) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        known = self._read.get(id(facts))
        if known is None or known[0] is not facts:
            row = self._reading.facts_of(facts)
            known = (facts, self._reading.read(facts, row), row)
            if len(self._read) > _KEPT:
                self._read.clear()
            self._read[id(facts)] = known
        return known[1], known[2]


def _lines(array: NDArray[Any]) -> list[str]:
    return bytes(array).decode("utf-8").split("\n")


def _numbered(array: NDArray[Any]) -> dict[str, int]:
    return {name: number for number, name in enumerate(_lines(array))}


def _scaled(arrays: Mapping[str, NDArray[Any]], name: str) -> NDArray[np.float32]:
    weights: NDArray[np.float32] = arrays[f"{name}_weights"] * arrays[f"{name}_scale"]
    return weights
