"""Files of trained models: damaged ones are named, and many threads may ask one."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from writer_assistant.analysis.models import OnnxModel, read_arrays
from writer_assistant.analysis.pieces import WIDTH
from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root

ENCODER = resource_root() / "models" / "encoder.onnx"


def contents() -> list[bytes | None]:
    whole = ENCODER.read_bytes()
    return [None, b"", b"PK\x03\x04", b"text", whole[: len(whole) // 2]]


@pytest.mark.parametrize("content", contents(), ids=["missing", "empty", "zip", "text", "half"])
def test_a_damaged_network_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "model.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match="test model") as caught:
        OnnxModel(path, "test model")
    assert caught.value.where == str(path)
    assert caught.value.remedy


def test_a_folder_is_no_model(tmp_path: Path) -> None:
    for reading in (OnnxModel, read_arrays):
        with pytest.raises(UserError, match="test model"):
            reading(tmp_path, "test model")


def test_arrays_that_are_one_array_are_named(tmp_path: Path) -> None:
    path = tmp_path / "one.npz"
    with path.open("wb") as file:
        np.save(file, np.zeros(3))
    with pytest.raises(UserError, match="test model"):
        read_arrays(path, "test model")


def test_threads_get_what_one_gets() -> None:
    model = OnnxModel(ENCODER, "encoder")
    chance = np.random.default_rng(0)
    asked = [chance.normal(size=(1, 5 + n, WIDTH)).astype(np.float32) for n in range(12)]
    alone = [model(vectors=vectors)[0] for vectors in asked]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda vectors: model(vectors=vectors)[0], asked))
    for one, other in zip(alone, together, strict=True):
        np.testing.assert_array_equal(one, other)
