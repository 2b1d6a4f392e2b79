"""Sentences as vectors: close in meaning, close in direction.

all-MiniLM-L6-v2: the architecture is BERT's (Devlin et al. 2019) with mean pooling (Reimers and
Gurevych 2019); ``training/build_encoder.py`` makes the file, ``encoder.md`` beside it says what it
is and how good.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from writer_assistant.analysis.models import OnnxModel
from writer_assistant.analysis.pieces import WIDTH, built_in_pieces
from writer_assistant.paths import resource_root

if TYPE_CHECKING:
    Matrix = np.ndarray[Any, np.dtype[np.float32]]

LONGEST = 96
"""Word pieces that are read of one text; a sentence of 60 words has about 80."""
_KEPT = 20_000
_ENDS = 2
"""Pieces of a text in which nothing is said: its start and its end."""


class Encoder:
    """Turns texts into unit vectors and keeps them by their text. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Read the network.

        Raises:
            UserError: if the file is missing or damaged.
        """
        self._pieces = built_in_pieces()
        self._network = OnnxModel(path, "sentence encoder")
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
            for text in wanted:
                if text not in self._known:
                    self._known[text] = self._read(text)
            if not wanted:
                return np.zeros((0, WIDTH), dtype=np.float32)
            return np.stack([self._known[text] for text in wanted])

    def _read(self, text: str) -> Matrix:
        numbers = self._pieces.cut(text, LONGEST).numbers
        if len(numbers) <= _ENDS:
            return np.zeros(WIDTH, dtype=np.float32)
        [mean] = self._network(vectors=self._pieces.vectors(numbers)[None])
        vector: Matrix = mean[0] / np.maximum(np.linalg.norm(mean[0]), np.float32(1e-12))
        return vector


@cache
def _built_in() -> Encoder:
    return Encoder(resource_root() / "models" / "encoder.onnx")
