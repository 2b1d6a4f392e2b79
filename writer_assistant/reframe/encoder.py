"""Sentences as vectors: close in meaning, close in direction.

all-MiniLM-L6-v2 on numpy alone. The architecture is BERT's (Devlin et al. 2019) with mean pooling
(Reimers and Gurevych 2019); ``training/build_encoder.py`` makes the file, ``encoder.md`` beside it
says what it is and how good.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from writer_assistant.paths import resource_root

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[np.float32]]

WIDTH = 384
_LAYERS = 6
_HEADS = 12
_LONGEST = 96
"""Word pieces that are read of one text; a sentence of 60 words has about 80."""
_BATCH_PIECES = 250
_KEPT = 20_000


class Encoder:
    """Turns texts into unit vectors and keeps them by their text. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Read the weights; takes 0.2 s.

        Raises:
            UserError: if the file is missing or damaged.
        """
        import numpy as np

        from writer_assistant.analysis.pieces import built_in_pieces, read_arrays, restored

        self._np = np
        arrays = read_arrays(path, "sentence encoder")
        self._pieces = built_in_pieces()
        self._weights = {
            name: array.astype(np.float32)
            for name, array in arrays.items()
            if name != "vocabulary" and not name.endswith((".numbers", ".scales"))
        }
        for name in [n.removesuffix(".numbers") for n in arrays if n.endswith(".numbers")]:
            if name != "words":
                matrix = restored(arrays[f"{name}.numbers"], arrays[f"{name}.scales"])
                self._weights[name] = np.ascontiguousarray(matrix.T)
        self._known: dict[str, Matrix] = {}
        self._lock = threading.Lock()

    @classmethod
    def built_in(cls) -> Encoder:
        """Return the encoder that comes with the program; it is read once."""
        return _built_in()

    def encode(self, texts: Iterable[str]) -> Matrix:
        """Return one row a text; each row has length 1, or 0 for a text without a word."""
        wanted = list(texts)
        with self._lock:
            if len(self._known) + len(wanted) > _KEPT:
                self._known.clear()
            missing = {
                text: self._pieces.cut(text, _LONGEST).numbers
                for text in wanted
                if text not in self._known
            }
            for batch in _batches(missing):
                rows = self._forward([missing[text] for text in batch])
                self._known.update(zip(batch, rows, strict=True))
            if not wanted:
                return self._np.zeros((0, WIDTH), dtype=self._np.float32)
            return self._np.stack([self._known[text] for text in wanted])

    def _forward(self, batch: Sequence[Sequence[int]]) -> Any:
        """Return the vectors of texts of about one length, one row each."""
        np, weights = self._np, self._weights
        size, length = len(batch), max(map(len, batch))
        real = np.zeros((size, length), dtype=np.float32)
        numbers = np.zeros((size, length), dtype=np.int64)
        for row, text in enumerate(batch):
            real[row, : len(text)] = 1
            numbers[row, : len(text)] = text
        x = self._pieces.vectors(numbers.ravel())
        x = x.reshape(size, length, WIDTH) + weights["positions"][:length]
        x = self._normed(x, "norm").reshape(size * length, WIDTH)
        unseen = ((real - 1) * 1e9)[:, None, None, :]
        for layer in range(_LAYERS):
            mixed = self._attended(x, layer, size, length, unseen)
            x = self._normed(x + self._linear(mixed, f"{layer}.attended"), f"{layer}.norm1")
            wide = _gelu(np, self._linear(x, f"{layer}.widen"))
            x = self._normed(x + self._linear(wide, f"{layer}.narrow"), f"{layer}.norm2")
        sums = np.einsum("slw,sl->sw", x.reshape(size, length, WIDTH), real)
        sums[real.sum(axis=1) <= 2] = 0  # nothing between start and end
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return sums / np.maximum(lengths, 1e-12)

    def _linear(self, x: Any, name: str) -> Any:
        return x @ self._weights[name] + self._weights[f"{name}.bias"]

    def _attended(self, x: Any, layer: int, size: int, length: int, unseen: Any) -> Any:
        np = self._np
        depth = WIDTH // _HEADS
        parts = self._linear(x, f"{layer}.attend").reshape(size, length, 3, _HEADS, depth)
        query, key, value = parts.transpose(2, 0, 3, 1, 4)
        scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(np.float32(depth)) + unseen
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        return (scores @ value).transpose(0, 2, 1, 3).reshape(size * length, WIDTH)

    def _normed(self, x: Any, name: str) -> Any:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = self._np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + 1e-12)
        return centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


@lru_cache(maxsize=1)
def _built_in() -> Encoder:
    return Encoder(resource_root() / "models" / "encoder.npz")


def _gelu(np: Any, x: Any) -> Any:
    """Return x times the share of a normal distribution below x.

    The error function by Abramowitz and Stegun 1964, formula 7.1.26; off by less than 2e-7.
    """
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (
        0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    ).astype(np.float32)
    erf = np.copysign(1 - series * np.exp(-z * z), x)
    return x * (1 + erf) * np.float32(0.5)


def _batches(numbers: dict[str, list[int]]) -> Iterable[list[str]]:
    """Yield texts of about one length together, so that little is computed for padding."""
    batch: list[str] = []
    for text in sorted(numbers, key=lambda text: len(numbers[text])):
        if batch and (len(batch) + 1) * len(numbers[text]) > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch
