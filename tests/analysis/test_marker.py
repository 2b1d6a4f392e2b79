"""The learned marker of words: what it does without a model, and how rows of labels are chosen."""

from pathlib import Path

import numpy as np
import pytest

from writer_assistant.analysis.marker import (
    IMPOSSIBLE,
    LABELS,
    Marker,
    best_row,
    built_in_marker,
    marked,
    word_spans,
)
from writer_assistant.analysis.transformer import built_in_transformer
from writer_assistant.analysis.word_bands import UNKNOWN, band
from writer_assistant.errors import UserError
from writer_assistant.text.span import Span


def test_the_best_row_obeys_what_cannot_follow() -> None:
    follows = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    begin, inside = LABELS.index("B-b"), LABELS.index("I-b")
    follows[[0, -1], inside] = IMPOSSIBLE
    scores = np.full((2, len(LABELS)), -9.0, np.float32)
    scores[:, inside] = 0
    assert best_row(scores, follows)[1] == inside
    assert best_row(scores, follows)[0] != inside
    scores[0, begin] = -1
    assert best_row(scores, follows) == [begin, inside]


def test_words_side_by_side_are_one_span_and_the_rest_is_nothing() -> None:
    count = len(LABELS)
    arrays = {
        "weights": np.zeros((2 * count, count), np.float32),
        "bias": np.zeros(count, np.float32),
        "follows": np.zeros((count + 1, count), np.float32),
    }
    marker = Marker(arrays, built_in_transformer())
    probabilities = np.full((4, len(LABELS)), 0.001)
    for word, label in enumerate(["O", "B-i", "I-i", "O"]):
        probabilities[word, LABELS.index(label)] = 0.99
    words = [Span(0, 2), Span(3, 5), Span(6, 8), Span(9, 11)]
    [mark] = marker.decode(words, np.log(probabilities).astype(np.float32))
    assert (mark.span, mark.kind) == (Span(3, 8), "i")
    assert mark.probability > 0.9
    assert marker.decode([], np.zeros((0, len(LABELS)), np.float32)) == ()


def test_parts_joined_by_a_hyphen_and_figures_are_one_word() -> None:
    text = "Our R&D’s cutting-edge 5,000 mAh unit (v2.1)."
    assert [span.of(text) for span in word_spans(text)] == [
        "Our", "R&D’s", "cutting-edge", "5,000", "mAh", "unit", "(", "v2.1", ")", ".",
    ]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "marked_words"),
    [
        ("The hub supports SSO (SAML) and leverages synergies.", "leverages synergies"),
        ("We leverage, as ever, synergies.", "leverage"),
    ],
)
def test_marks_end_in_words(look, text: str, marked_words: str) -> None:
    [placed] = look(text)
    found = [m.span.of(text) for m in marked(placed.sentence, placed.context).found]
    assert any(marked_words.startswith(words) for words in found)
    assert all(words[0].isalnum() and words[-1].isalnum() for words in found)


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04"])
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "marker.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match="marker"):
        Marker.load(path, built_in_transformer())


def test_a_file_of_something_else_is_said(tmp_path: Path) -> None:
    path = tmp_path / "marker.npz"
    np.savez(path, other=np.zeros(3))
    with pytest.raises(UserError, match="marker"):
        Marker.load(path, built_in_transformer())


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "😀", "- ", "—–-/", "\x00", "a" * 3000, "x " * 1500])
def test_odd_sentences(look, text: str) -> None:
    for placed in look(text):
        marks = marked(placed.sentence, placed.context)
        assert all(mark.span.end <= len(placed.sentence.text) for mark in marks.found)


@pytest.mark.model
def test_the_same_question_has_the_same_answer(look) -> None:
    marker = built_in_marker()
    [placed] = look("Norwick's proprietary telemetry suite leverages edge analytics 🚀.")
    first = marker.mark(placed.sentence, placed.context)
    assert first.found
    assert marker.mark(placed.sentence, placed.context).found == first.found


def test_bands_tell_common_words_from_rare_ones() -> None:
    assert band("the") == 0
    assert band("house") < band("zirconia") < UNKNOWN
    assert band("qxzv") == UNKNOWN
