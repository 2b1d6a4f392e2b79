"""The learned judge: how likely a sentence is a selfie, a feature, a bare ask.

What the transformer says of the sentence and of its neighbours is weighed together with the facts
of grammar, with what is said around it (is the author named there, the reader spoken to?) and with
its place in the draft. How it is trained: ``training/build_judge.py``; on what, and how well it
does: the card beside the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from writer_assistant.analysis.models import load
from writer_assistant.analysis.transformer import built_in_transformer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from writer_assistant.analysis.facts import Facts
    from writer_assistant.analysis.rule import Context
    from writer_assistant.analysis.transformer import Transformer
    from writer_assistant.analysis.word_reading import Knowledge

FORMAT = 5
"""Version of the model file that this code reads."""
TARGETS = ("self_strong", "self_any", "feature_strong", "feature_any", "bare_ask", "serves")
"""What is judged of every sentence; ``speaks`` is judged of the ends of a draft alone."""
REACH = 2
"""Neighbours on each side that are weighed."""
_SUREST = 30.0
"""Log odds beyond which a reading is not taken seriously."""


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
    """A model that was loaded once and judges many sentences.

    Args:
        arrays: of the model file.
        transformer: reads the sentences.

    Attributes:
        thresholds: from which probability on a judgement counts as a yes, by name.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], transformer: Transformer) -> None:
        self._transformer = transformer
        self._facts = {name: number for number, name in enumerate(_lines(arrays["facts"]))}
        self._signs = _lines(arrays["signs"])
        self._weights = arrays["weights"]
        self._offset = arrays["offset"]
        names = _lines(arrays["threshold_names"])
        self.thresholds: Mapping[str, float] = dict(
            zip(names, map(float, arrays["thresholds"]), strict=True)
        )

    @classmethod
    def load(cls, path: Path, transformer: Transformer | None = None) -> Judge:
        """Read a model file.

        Args:
            path: the file.
            transformer: reads sentences, too; the one that comes with the program, if None.

        Raises:
            UserError: if there is none, or it is damaged or of another version.
        """

        def made(arrays: Mapping[str, NDArray[Any]]) -> Judge:
            if arrays["format"].item() != FORMAT:
                raise ValueError(f"it is not of version {FORMAT}")
            return cls(arrays, transformer or built_in_transformer())

        return load(path, "judge's model", made)

    def judge(self, context: Context) -> Judgement:
        """Return what is likely true of the sentence in ``context``."""
        odds = self.row(context) @ self._weights + self._offset
        chances = 1 / (1 + np.exp(-odds.astype(np.float64)))
        return Judgement(self.thresholds, *chances.tolist())

    def prepare(self, sentences: Iterable[Facts], knowledge: Knowledge) -> None:
        """Let sentences be read that will be judged soon."""
        self._transformer.prepare(sentences, knowledge)

    def row(self, context: Context) -> NDArray[np.float32]:
        """Return what is weighed: readings, facts, signs around, the place in the draft."""
        before, after = context.before[:REACH], context.after[:REACH]
        near = {0: context.facts, **dict(enumerate(before, 1)), **dict(enumerate(after, 1 + REACH))}
        odds = np.zeros((1 + 2 * REACH, len(TARGETS)), np.float32)
        for place, facts in near.items():
            odds[place] = self._transformer.reading(facts, context.knowledge).odds
        np.clip(odds, -_SUREST, _SUREST, out=odds)
        signs = [
            sum(facts.features.get(name, 0) > 0 for facts in near.values()) / len(near)
            for name in self._signs
        ]
        around = *signs, *(sign > 0 for sign in signs), context.is_first, context.is_last
        return np.concatenate(
            [
                odds.ravel(),
                1 / (1 + np.exp(-odds[0])),
                np.array([*around, len(near) - 1], np.float32),
                self._numbers(context.facts),
            ]
        )

    def _numbers(self, facts: Facts) -> NDArray[np.float32]:
        row = np.zeros(len(self._facts), dtype=np.float32)
        for name, value in facts.features.items():
            number = self._facts.get(name)
            if number is not None:
                row[number] = value
        return row


def _lines(array: NDArray[Any]) -> list[str]:
    """Return the lines of a text that is kept as bytes."""
    return bytes(array).decode("utf-8").split("\n")
