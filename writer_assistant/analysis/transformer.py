"""A small transformer that reads a sentence as a whole: what it is, and what each of its words is.

The lower layers of MiniLM (see ``pieces``), taught further on the labelled drafts by
``training/build_transformer.py``; two linear heads say how likely each judgement is of the sentence
and each label of a word. The judge and the marker weigh what it says together with what they know.
Numpy alone. The names of author and products are read as markers, for what a name is called says
nothing of what is said about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.pieces import (
    WIDTH,
    Cut,
    Pieces,
    built_in_pieces,
    read_arrays,
)
from writer_assistant.paths import resource_root

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from writer_assistant.analysis.facts import Facts
    from writer_assistant.text.span import Span

LONGEST = 96
"""Pieces of a sentence that are read; one of 60 words has about 80."""
NAMES = {Mark.PRODUCT: "[unused2]", Mark.AUTHOR_NAME: "[unused1]"}
"""Pieces that stand for names; the author's wins where both are."""
_HEADS = 12
_AT_ONCE = 400
"""Pieces that are read together: few enough to stay in the processor's cache."""
_LEAST = np.float32(-30)
_KEPT = 20_000
"""Readings kept: those of a draft of 300,000 words."""


class Reading(NamedTuple):
    """What the transformer says of a sentence.

    Attributes:
        facts: the sentence.
        odds: log odds of each of the judge's targets.
        starts: offset of the word that each piece belongs to; -1 for start and end.
        labels: for each piece the log probability of each of the marker's labels.
    """

    facts: Facts
    odds: NDArray[np.float32]
    starts: NDArray[np.int64]
    labels: NDArray[np.float32]

    def of_words(self, spans: Sequence[Span]) -> NDArray[np.float32]:
        """Return for each word the first of its pieces' row of labels, and the mean of them all.

        A word without a piece has zeros.
        """
        count = self.labels.shape[1]
        rows = np.zeros((len(spans), 2 * count), np.float32)
        firsts = np.searchsorted(self.starts[1:-1], [span.start for span in spans]) + 1
        lasts = np.searchsorted(self.starts[1:-1], [span.end for span in spans]) + 1
        for row, first, last in zip(rows, firsts.tolist(), lasts.tolist(), strict=True):
            if first < last:
                row[:count] = self.labels[first]
                row[count:] = self.labels[first:last].mean(axis=0)
        return rows


class Transformer:
    """A trained model; keeps its readings by sentence.

    Args:
        arrays: of the model file.
        pieces: the vocabulary that it was taught with.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], pieces: Pieces) -> None:
        self._pieces = pieces
        self._weights: dict[str, NDArray[np.float32]] = {}
        for name, array in arrays.items():
            base, _, part = name.rpartition(".")
            if part == "numbers":  # rounded to 8 bits, with a scale for each row
                matrix = array.astype(np.float32) * arrays[f"{base}.scales"].astype(np.float32)
                self._weights[base] = np.ascontiguousarray(matrix.T)
            elif part != "scales":
                self._weights[name] = array.astype(np.float32)
        self._layers = sum(name.endswith(".widen") for name in self._weights)
        self._known: dict[int, Reading] = {}
        self._said: dict[tuple[int, ...], tuple[NDArray[np.float32], NDArray[np.float32]]] = {}

    def prepare(self, sentences: Iterable[Facts]) -> None:
        """Read sentences that will be asked for soon: many at once take less time each."""
        missing = {id(facts): facts for facts in sentences if not self._knows(facts)}
        if len(self._known) + len(missing) > _KEPT:
            self._known.clear()
            self._said.clear()
        cuts = {number: self.cut(facts) for number, facts in missing.items()}
        self._read_all({tuple(cut.numbers) for cut in cuts.values()} - self._said.keys())
        for number, cut in cuts.items():
            odds, labels = self._said[tuple(cut.numbers)]
            self._known[number] = Reading(missing[number], odds, np.array(cut.starts), labels)

    def reading(self, facts: Facts) -> Reading:
        """Return what is said of a sentence."""
        if not self._knows(facts):
            self.prepare([facts])
        return self._known[id(facts)]

    def cut(self, facts: Facts) -> Cut:
        """Return the pieces of a sentence, as the model was taught to read them."""
        named = {span: piece for mark, piece in NAMES.items() for span in facts.marks.get(mark, ())}
        return self._pieces.cut(facts.text, LONGEST, named)

    def _knows(self, facts: Facts) -> bool:
        known = self._known.get(id(facts))
        return known is not None and known.facts is facts

    def _read_all(self, texts: Iterable[tuple[int, ...]]) -> None:
        """Read texts of about one length together, so that little is computed for padding."""
        batch: list[tuple[int, ...]] = []
        for text in sorted(texts, key=lambda text: (len(text), text)):
            if batch and (len(batch) + 1) * len(text) > _AT_ONCE:
                self._read(batch)
                batch = []
            batch.append(text)
        if batch:
            self._read(batch)

    def _read(self, batch: Sequence[tuple[int, ...]]) -> None:
        for text, odds, labels in zip(batch, *self.forward(batch), strict=True):
            self._said[text] = odds, labels[: len(text)]

    def forward(
        self, texts: Sequence[Sequence[int]]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return log odds of the texts, and log probabilities of their pieces' labels.

        Args:
            texts: the numbers of the pieces of each; at least one text.
        """
        w = self._weights
        size, length = len(texts), max(map(len, texts))
        real = np.zeros((size, length), np.float32)
        numbers = np.zeros((size, length), np.int64)
        for row, text in enumerate(texts):
            real[row, : len(text)] = 1
            numbers[row, : len(text)] = text
        words = self._pieces.vectors(numbers.ravel()).reshape(size, length, WIDTH)
        x = self._normed(words + w["positions"][:length], "norm").reshape(size * length, WIDTH)
        unseen = ((real - 1) * np.float32(1e9))[:, None, None, :]
        for layer in range(self._layers):
            mixed = self._attended(x, layer, (size, length), unseen)
            x = self._normed(x + self._linear(mixed, f"{layer}.attended"), f"{layer}.norm1")
            wide = self._linear(x, f"{layer}.widen")
            # The quick approximation of GELU (Hendrycks and Gimpel 2016), as in training.
            wide /= 1 + np.exp(np.minimum(np.float32(-1.702) * wide, -_LEAST))
            x = self._normed(x + self._linear(wide, f"{layer}.narrow"), f"{layer}.norm2")
        labels = self._linear(x, "labels").reshape(size, length, -1)
        labels -= np.logaddexp.reduce(labels, axis=2, keepdims=True)
        whole = x.reshape(size, length, WIDTH)
        mean = np.einsum("slw,sl->sw", whole, real) / real.sum(axis=1, keepdims=True)
        odds = self._linear(np.hstack([whole[:, 0], mean]), "odds")
        return odds, labels

    def _linear(self, x: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        result: NDArray[np.float32] = x @ self._weights[name]
        result += self._weights[f"{name}.bias"]
        return result

    def _attended(
        self,
        x: NDArray[np.float32],
        layer: int,
        shape: tuple[int, int],
        unseen: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        depth = WIDTH // _HEADS
        parts = self._linear(x, f"{layer}.attend").reshape(*shape, 3, _HEADS, depth)
        query, key, value = parts.transpose(2, 0, 3, 1, 4)
        scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(np.float32(depth)) + unseen
        # Shares of less than that are nothing, and would be denormal numbers, which are slow.
        scores = np.exp(np.maximum(scores - scores.max(axis=-1, keepdims=True), _LEAST))
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed: NDArray[np.float32] = (scores @ value).transpose(0, 2, 1, 3)
        return mixed.reshape(-1, WIDTH)

    def _normed(self, x: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(1e-12))
        centred /= spread
        result: NDArray[np.float32] = centred * self._weights[f"{name}.weight"]
        result += self._weights[f"{name}.bias"]
        return result


def load_transformer(path: Path) -> Transformer:
    """Read a model file.

    Raises:
        UserError: if it, or the vocabulary, is missing or damaged.
    """
    return Transformer(read_arrays(path, "transformer"), built_in_pieces())


@cache
def built_in_transformer() -> Transformer:
    """Return the model that comes with the program; it is read once.

    Raises:
        UserError: if it is missing or damaged.
    """
    return load_transformer(resource_root() / "models" / "transformer.npz")
