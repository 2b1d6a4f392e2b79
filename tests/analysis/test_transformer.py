from pathlib import Path

import numpy as np
import pytest

from writer_assistant.analysis.classifier import TARGETS
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.transformer import (
    Reading,
    Transformer,
    built_in_transformer,
    load_transformer,
)
from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root
from writer_assistant.text.span import Span

MODEL = resource_root() / "models" / "transformer.npz"


@pytest.fixture(scope="module")
def transformer() -> Transformer:
    return built_in_transformer()


def test_a_selfie_and_what_the_reader_gets_are_told_apart(transformer, look) -> None:
    selfie, hers = look("We are proud of our new office. You open at six, rested.")
    at = TARGETS.index("self_strong")
    assert transformer.reading(selfie.facts).odds[at] > 0
    assert transformer.reading(hers.facts).odds[at] < 0


def test_buzzwords_are_seen_in_their_place(transformer, look) -> None:
    [placed] = look("We leverage holistic synergies for you.")
    spans = [Span(0, 2), Span(3, 11), Span(12, 20)]
    rows = transformer.reading(placed.facts).of_words(spans)
    assert rows.shape == (3, 2 * len(LABELS))
    assert rows[0].argmax() == LABELS.index("O")
    assert np.exp(rows[1, LABELS.index("O")]) < np.exp(rows[0, LABELS.index("O")])


def test_together_or_alone(look) -> None:
    text = "We ship daily. Your goods arrive dry. " + "It has a steel frame and a lid. " * 3
    placed = look(text)
    together, alone = load_transformer(MODEL), load_transformer(MODEL)
    together.prepare(one.facts for one in placed)
    for one in placed:
        expected = alone.reading(one.facts)
        found = together.reading(one.facts)
        np.testing.assert_allclose(found.odds, expected.odds, atol=1e-4)
        np.testing.assert_allclose(found.labels, expected.labels, atol=1e-4)


def test_readings_are_forgotten_and_found_again(look, monkeypatch: pytest.MonkeyPatch) -> None:
    placed = look("We ship daily. Your goods arrive dry. It has a lid. You open at six.")
    monkeypatch.setattr("writer_assistant.analysis.transformer._KEPT", 2)
    small, usual = load_transformer(MODEL), built_in_transformer()
    for one in [*placed, *placed]:
        found = small.reading(one.facts)
        np.testing.assert_allclose(found.odds, usual.reading(one.facts).odds, atol=1e-4)


def test_what_names_are_called_makes_no_difference(transformer, look) -> None:
    first, second = look("Norwick moves to Leeds. Norwick Freight moves to Leeds.")
    one, other = transformer.reading(first.facts), transformer.reading(second.facts)
    np.testing.assert_allclose(one.odds, other.odds, atol=1e-4)


def test_a_word_without_a_piece_has_nothing(transformer, look) -> None:
    [placed] = look("We ship daily.")
    rows = transformer.reading(placed.facts).of_words([Span(2, 3)])
    assert not rows.any()


def test_very_long_and_strange_sentences(transformer, look) -> None:
    for text in ("word " * 400 + ".", "😀" * 300, "x" * 2_000, "שלום עולם 🚂."):
        for placed in look(text):
            reading: Reading = transformer.reading(placed.facts)
            assert np.isfinite(reading.odds).all()
            assert np.isfinite(reading.labels).all()


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", b"text"])
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "transformer.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match="transformer"):
        load_transformer(path)
