from pathlib import Path

import numpy as np
import pytest

from writer_assistant.analysis.classifier import TARGETS
from writer_assistant.analysis.lexicon_file import built_in_lexicons
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.transformer import (
    Reading,
    Transformer,
    built_in_transformer,
    load_transformer,
)
from writer_assistant.analysis.word_reading import Knowledge
from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root
from writer_assistant.persona.reading import read_persona
from writer_assistant.text.span import Span

NOBODY = Knowledge.of(None, built_in_lexicons())
MODEL = resource_root() / "models" / "transformer.onnx"


@pytest.fixture(scope="module")
def transformer() -> Transformer:
    return built_in_transformer()


def test_a_selfie_and_what_the_reader_gets_are_told_apart(transformer, look) -> None:
    selfie, hers = look("We are proud of our new office. You open at six, rested.")
    at = TARGETS.index("self_strong")
    assert transformer.reading(selfie.facts, NOBODY).odds[at] > 0
    assert transformer.reading(hers.facts, NOBODY).odds[at] < 0


def test_buzzwords_are_seen_in_their_place(transformer, look) -> None:
    [placed] = look("We leverage holistic synergies for you.")
    spans = [Span(0, 2), Span(3, 11), Span(12, 20)]
    rows = transformer.reading(placed.facts, NOBODY).of_words(spans)
    assert rows.shape == (3, 2 * len(LABELS))
    assert rows[0].argmax() == LABELS.index("O")
    assert np.exp(rows[1, LABELS.index("O")]) < np.exp(rows[0, LABELS.index("O")])


def test_together_or_alone(look) -> None:
    text = "We ship daily. Your goods arrive dry. " + "It has a steel frame and a lid. " * 3
    placed = look(text)
    together, alone = load_transformer(MODEL), load_transformer(MODEL)
    together.prepare((one.facts for one in placed), NOBODY)
    for one in placed:
        expected, found = alone.reading(one.facts, NOBODY), together.reading(one.facts, NOBODY)
        np.testing.assert_array_equal(found.odds, expected.odds)
        np.testing.assert_array_equal(found.labels, expected.labels)


def test_readings_are_forgotten_and_found_again(look, monkeypatch: pytest.MonkeyPatch) -> None:
    placed = look("We ship daily. Your goods arrive dry. It has a lid. You open at six.")
    monkeypatch.setattr("writer_assistant.analysis.transformer._KEPT", 2)
    small, usual = load_transformer(MODEL), built_in_transformer()
    for one in [*placed, *placed]:
        found = small.reading(one.facts, NOBODY)
        np.testing.assert_array_equal(found.odds, usual.reading(one.facts, NOBODY).odds)


def test_what_the_reader_says_is_less_of_a_strange_word(transformer, look) -> None:
    [placed] = look("Every pallet gets a tensile modulus report.")
    word = [Span(20, 27)]
    assert word[0].of(placed.facts.text) == "tensile"
    nothing = LABELS.index("O")
    strange, hers = (
        transformer.reading(placed.facts, known).of_words(word)[0, nothing]
        for known in (_known(uses=["forklift"]), _known(uses=["tensile modulus"]))
    )
    assert hers > strange


def test_it_reads_anew_for_another_reader(transformer, look) -> None:
    [placed] = look("We leverage holistic synergies for you.")
    first = transformer.reading(placed.facts, NOBODY)
    other = transformer.reading(placed.facts, _known(avoids=["synergies"]))
    again = transformer.reading(placed.facts, NOBODY)
    assert not np.array_equal(first.labels, other.labels)
    np.testing.assert_array_equal(first.labels, again.labels)


def _known(**vocabulary: list[str]) -> Knowledge:
    values = {"format": 1, "persona": {"name": "Olga"}, "vocabulary": vocabulary}
    persona = read_persona(values).persona
    assert persona is not None
    return Knowledge.of(persona, built_in_lexicons())


def test_what_names_are_called_makes_no_difference(transformer, look) -> None:
    first, second = look("Norwick moves to Leeds. Norwick Freight moves to Leeds.")
    one = transformer.reading(first.facts, NOBODY)
    other = transformer.reading(second.facts, NOBODY)
    np.testing.assert_allclose(one.odds, other.odds, atol=1e-4)


def test_a_word_without_a_piece_has_nothing(transformer, look) -> None:
    [placed] = look("We ship daily.")
    rows = transformer.reading(placed.facts, NOBODY).of_words([Span(2, 3)])
    assert not rows.any()


def test_very_long_and_strange_sentences(transformer, look) -> None:
    for text in ("word " * 400 + ".", "😀" * 300, "x" * 2_000, "שלום עולם 🚂."):
        for placed in look(text):
            reading: Reading = transformer.reading(placed.facts, NOBODY)
            assert np.isfinite(reading.odds).all()
            assert np.isfinite(reading.labels).all()


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", b"text", MODEL.read_bytes()[:5_000]])
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "transformer.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match="transformer"):
        load_transformer(path)
