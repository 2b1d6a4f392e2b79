"""The learned marker of words: what it does without a model, and how rows of labels are chosen."""

import numpy as np
import pytest

from writer_assistant.analysis.marker import (
    IMPOSSIBLE,
    LABELS,
    Marker,
    Marks,
    best_row,
    built_in_marker,
    marked,
)
from writer_assistant.analysis.transformer import built_in_transformer
from writer_assistant.analysis.vocabulary import stem
from writer_assistant.analysis.word_bands import UNKNOWN, band
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
    follows = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    weights = np.zeros((3 + 2 * len(LABELS), len(LABELS)), np.float32)
    bias = np.zeros(len(LABELS), np.float32)
    marker = Marker({}, weights, bias, follows, 0.0, built_in_transformer())
    probabilities = np.full((4, len(LABELS)), 0.001)
    for word, label in enumerate(["O", "B-i", "I-i", "O"]):
        probabilities[word, LABELS.index(label)] = 0.99
    words = [Span(0, 2), Span(3, 5), Span(6, 8), Span(9, 11)]
    [mark] = marker.decode(words, np.log(probabilities).astype(np.float32))
    assert (mark.span, mark.kind) == (Span(3, 8), "i")
    assert mark.probability > 0.9
    assert marker.decode([], np.zeros((0, len(LABELS)), np.float32)) == ()


def test_without_a_model_nothing_speaks_against_a_word() -> None:
    assert Marks().probability(Span(0, 4)) == 1.0
    assert Marks().found == ()


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "😀", "- ", "—–-/", "\x00", "a" * 3000, "x " * 1500])
def test_odd_sentences(look, text: str) -> None:
    for placed in look(text):
        marks = marked(placed.sentence, placed.context)
        assert all(mark.span.end <= len(placed.sentence.text) for mark in marks.found)


@pytest.mark.model
def test_the_same_question_has_the_same_answer(look) -> None:
    marker = built_in_marker()
    assert marker is not None
    [placed] = look("Norwick's proprietary telemetry suite leverages edge analytics 🚀.")
    first = marker.mark(placed.sentence, placed.context)
    assert first.found
    assert marker.mark(placed.sentence, placed.context).found == first.found


def test_stems_agree_over_forms_and_spellings() -> None:
    assert stem("leveraging") == stem("leverages") == stem("leverage")
    assert stem("optimised") == stem("optimizing")
    assert stem("trimmed") == stem("trim")
    assert stem("is") == "is"


def test_bands_tell_common_words_from_rare_ones() -> None:
    assert band("the") == 0
    assert band("house") < band("zirconia") < UNKNOWN
    assert band("qxzv") == UNKNOWN
