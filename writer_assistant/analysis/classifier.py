"""The learned judge beside the grammar: how likely a sentence is a selfie, a feature, a bare ask.

Two steps. First each sentence is read alone (``judge_network``); then its reading is weighed
together with its neighbours' readings, with what is said around it (is the author named there, the
reader spoken to?), and its place in the draft. How it is trained:
``training/build_judge.py``; on what, and how well it does: the card beside the model.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from writer_assistant.analysis.judge_network import Reader, lines
from writer_assistant.errors import UserError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from writer_assistant.analysis.facts import Facts
    from writer_assistant.analysis.rule import Context, Sentence

FORMAT = 3
"""Version of the model file that this code reads."""
TARGETS = ("self_strong", "self_any", "feature_strong", "feature_any", "bare_ask", "serves")
"""What is judged of every sentence; ``speaks`` is judged of the ends of a draft alone."""
REACH = 2
"""Neighbours on each side that are weighed."""
_SUREST = 30.0
"""Log odds beyond which a reading is not taken seriously."""
_AT_ONCE = 256
"""Sentences that are read together."""
_KEPT = 60_000
"""Readings kept: some ten times the sentences of a draft of 100,000 words."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely something is true of a sentence; chances between 0 and 1.

    Attributes:
        thresholds: from which chance on each of the others counts as a yes.
        self_strong: it is self-centered, and strongly so.
        self_any: it is self-centered at all.
        feature_strong: it names a feature and no benefit.
        feature_any: it leads with a feature.
        bare_ask: it asks for something and gives no reason.
        serves: its reader gets something from it: none of the strong ones is true of it.
        speaks: it speaks of the reader's world; meant for the first and the last sentence.
    """

    thresholds: Mapping[str, float]
    self_strong: float
    self_any: float
    feature_strong: float
    feature_any: float
    bare_ask: float
    serves: float
    speaks: float

    def says(self, name: str) -> bool:
        """Whether one of them, by its name, is likely enough to count as a yes."""
        chance: float = getattr(self, name)
        return chance >= self.thresholds[name]


class Judge:
    """A model that was loaded once and judges many sentences. Keeps readings by sentence.

    Attributes:
        thresholds: from which probability on a judgement counts as a yes, by name.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._reader = Reader(arrays)
        self._signs = self._reader.numbers_of(lines(arrays["signs"]))
        self._weights = arrays["weights"]
        self._offset = arrays["offset"]
        names = lines(arrays["threshold_names"])
        self.thresholds: Mapping[str, float] = dict(
            zip(names, map(float, arrays["thresholds"]), strict=True)
        )
        self._read: dict[int, _Read] = {}

    @classmethod
    def load(cls, path: Path) -> Judge:
        """Read a model file.

        Raises:
            UserError: if there is none, or it is damaged or of another version.
        """
        remedy = "Install Writer Assistant again."
        try:
            with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            if arrays["format"].item() != FORMAT:
                raise UserError("the judge's model is of another version", str(path), remedy)
            return cls(arrays)
        except (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile) as error:
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
        odds = self.rows(contexts) @ self._weights + self._offset
        chances = 1 / (1 + np.exp(-odds.astype(np.float64)))
        return [Judgement(self.thresholds, *row) for row in chances.tolist()]

    def prepare(self, sentences: Iterable[Facts]) -> None:
        """Read sentences that will be judged soon: many at once take a third of the time each."""
        wanted = {id(facts): facts for facts in sentences}
        todo = [facts for facts in wanted.values() if not self._knows(facts)]
        if len(self._read) + len(todo) > _KEPT:
            self._read.clear()
            todo = list(wanted.values())
        for start in range(0, len(todo), _AT_ONCE):
            some = todo[start : start + _AT_ONCE]
            rows = self._reader.facts_of(some)
            readings = np.clip(self._reader.read(some, rows), -_SUREST, _SUREST)
            for facts, odds, signs in zip(some, readings, rows[:, self._signs] > 0, strict=True):
                self._read[id(facts)] = _Read(facts, odds, signs)

    def rows(self, contexts: Sequence[Context]) -> NDArray[np.float32]:
        """Return what the second step weighs: readings, signs around, the place in the draft."""
        near = [
            [_at(side, number) for side in (c.before, c.after) for number in range(REACH)]
            for c in contexts
        ]
        self.prepare(
            facts
            for context, others in zip(contexts, near, strict=True)
            for facts in (context.facts, *others)
            if facts is not None
        )
        read = [
            (self._read[id(c.facts)], [None if f is None else self._read[id(f)] for f in others])
            for c, others in zip(contexts, near, strict=True)
        ]
        odds = np.array(
            [
                np.concatenate([own.odds, *(_NOTHING if o is None else o.mean for o in others)])
                for own, others in read
            ]
        )
        signs = np.array(
            [
                np.mean([own.signs, *(o.signs for o in others if o is not None)], axis=0)
                for own, others in read
            ],
            dtype=np.float32,
        )
        place = np.array(
            [
                (c.is_first, c.is_last, sum(o is not None for o in others))
                for c, (_, others) in zip(contexts, read, strict=True)
            ],
            dtype=np.float32,
        )
        return np.hstack([odds, 1 / (1 + np.exp(-odds)), signs, signs > 0, place])

    def _knows(self, facts: Facts) -> bool:
        known = self._read.get(id(facts))
        return known is not None and known.facts is facts


class _Read:
    """What was read of a sentence; ``signs`` says which of some facts hold."""

    __slots__ = ("facts", "mean", "odds", "signs")

    def __init__(self, facts: Facts, odds: NDArray[np.float32], signs: NDArray[np.bool_]) -> None:
        self.facts = facts
        self.odds = odds
        self.mean = (odds[: len(TARGETS)] + odds[len(TARGETS) :]) / np.float32(2)
        self.signs = signs


_NOTHING = np.zeros(len(TARGETS), dtype=np.float32)


def _at(side: Sequence[Facts], number: int) -> Facts | None:
    return side[number] if number < len(side) else None
