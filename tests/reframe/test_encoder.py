"""The encoder: likeness by meaning, the same for a text alone and among others, never an error."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_assistant.errors import UserError
from writer_assistant.reframe.encoder import WIDTH, Encoder

MODEL = Path(__file__).parents[2] / "resources" / "models" / "encoder.onnx"


def test_texts_of_one_meaning_are_alike() -> None:
    rows = Encoder.built_in().encode(
        ["The new movie is awesome", "The new movie is so great", "The cat sits outside"]
    )
    assert rows[0] @ rows[1] > 0.85
    assert rows[0] @ rows[2] < 0.2


def test_a_text_is_the_same_alone_and_in_a_batch() -> None:
    texts = ["short", "a much longer text about pallets that arrive broken on a Monday", "trains"]
    together = Encoder(MODEL).encode(texts)
    alone = Encoder(MODEL).encode(texts[:1])
    assert np.array_equal(together[:1], alone)


def test_accents_and_case_do_not_matter() -> None:
    rows = Encoder.built_in().encode(["Café NAÏVE", "cafe naive"])
    assert rows[0] @ rows[1] > 0.999


def test_nothing_has_no_direction() -> None:
    rows = Encoder.built_in().encode(["", "  ", "\x00"])
    assert not rows.any()
    assert Encoder.built_in().encode([]).shape == (0, WIDTH)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=3))
def test_any_text_has_length_one_or_nothing(texts: list[str]) -> None:
    rows = Encoder.built_in().encode(texts)
    lengths = np.linalg.norm(rows, axis=1)
    assert np.isfinite(rows).all()
    assert ((np.abs(lengths - 1) < 1e-3) | (lengths == 0)).all()


def test_lone_surrogates_emoji_and_very_long_words_are_read() -> None:
    rows = Encoder.built_in().encode(["\ud800 pallet", "🚂" * 500, "x" * 10_000, "word " * 5_000])
    assert np.isfinite(rows).all()


@pytest.mark.parametrize("content", [b"", b"no network at all", b"PK\x03\x04"])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "encoder.onnx"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        Encoder(path)
    assert str(path) in str(caught.value.where)


@pytest.mark.parametrize("name", ["encoder.onnx", "pieces.npz"])
def test_the_file_is_the_one_that_the_card_describes(name: str) -> None:
    card = MODEL.with_name("encoder.md").read_text(encoding="utf-8")
    assert hashlib.sha256(MODEL.with_name(name).read_bytes()).hexdigest() in card
