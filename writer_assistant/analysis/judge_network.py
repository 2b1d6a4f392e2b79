"""The judge's first step: what the words of one sentence, and grammar, speak for, as log odds.

Two models that err differently read every sentence; many sentences are read at once, their words
laid end to end.

- A linear one knows phrases of up to three words and pieces of words, weighted by inverse document
  frequency, and the facts of grammar.
- A small network knows words by their meaning: vectors of MiniLM's vocabulary, turned by the
  training into what matters here. To each word are added the clues that grammar found there; then
  each looks at the words beside it; four attentions, the strongest and the first word, and the
  facts make the sum.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

from writer_assistant.analysis.judge_text import MARKERS, parts_of, phrases_of, pieces_of, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from writer_assistant.analysis.facts import Facts

_KEPT = 60_000
"""Words kept with their vectors."""


class Reader:
    """Reads sentences by a model that was trained before."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._phrases = numbered(arrays["phrases"])
        self._pieces = numbered(arrays["pieces"])
        self._parts = numbered(arrays["parts"])
        self._facts = numbered(arrays["facts"])
        self._marks = numbered(arrays["marks"])
        self._phrase_weights = _weights_and_squares(arrays, "phrase")
        self._piece_weights = _weights_and_squares(arrays, "piece")
        self._part_vectors = arrays["part_vectors"]
        self._part_scales = arrays["part_scales"]
        self._arrays = {name: arrays[name] for name in _USED}
        self._known: dict[str, NDArray[np.float32]] = {}

    def facts_of(self, sentences: Sequence[Facts]) -> NDArray[np.float32]:
        """Return a row of numbers for the facts of each sentence."""
        rows = np.zeros((len(sentences), len(self._facts)), dtype=np.float32)
        numbers = self._facts
        for row, facts in zip(rows, sentences, strict=True):
            for name, value in facts.features.items():
                number = numbers.get(name)
                if number is not None:
                    row[number] = value
        return rows

    def numbers_of(self, names: Sequence[str]) -> list[int]:
        """Return the columns of the named facts in the rows of ``facts_of``."""
        return [self._facts[name] for name in names]

    def read(self, sentences: Sequence[Facts], rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the log odds of each target by the linear model, then by the network.

        Args:
            sentences: at least one.
            rows: what ``facts_of`` gave for them.
        """
        texts = [words_of(facts) for facts in sentences]
        lengths = np.array([len(text.words) for text in texts])
        firsts = np.array([0, *accumulate(lengths)])[:-1]
        vectors = np.array([self._word(word) for text in texts for word in text.words])
        pieces = np.add.reduceat(vectors[:, : self._piece_weights.shape[1]], firsts, axis=0)
        odds = self._by_phrases([text.words for text in texts])
        odds += _of_length_one(pieces)
        odds += rows @ self._arrays["fact_weights"] + self._arrays["bias"]
        marks = np.zeros((len(vectors), len(self._marks)), dtype=np.float32)
        for first, text, facts in zip(firsts.tolist(), texts, sentences, strict=True):
            for word, mark in text.marked(facts, self._marks):
                marks[first + word, mark] = 1
        meant = vectors[:, self._piece_weights.shape[1] :]
        return np.hstack([odds, self._by_network(meant, marks, rows, firsts, lengths)])

    def _by_phrases(self, texts: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        known = self._phrases
        numbers: list[int] = []
        firsts: list[int] = []
        for words in texts:
            firsts.append(len(numbers))
            numbers.append(len(known))
            numbers += sorted(known[phrase] for phrase in phrases_of(words) if phrase in known)
        return _of_length_one(np.add.reduceat(self._phrase_weights[numbers], firsts, axis=0))

    def _by_network(
        self,
        words: NDArray[np.float32],
        marks: NDArray[np.float32],
        rows: NDArray[np.float32],
        firsts: NDArray[Any],
        lengths: NDArray[Any],
    ) -> NDArray[np.float32]:
        w = self._arrays
        h = np.maximum(words + marks @ w["mark"] + w["word_bias"], 0)
        before = np.zeros_like(h)
        before[1:] = h[:-1]
        before[firsts] = 0
        after = np.zeros_like(h)
        after[:-1] = h[1:]
        after[firsts + lengths - 1] = 0
        near = np.hstack([before, h, after]) @ w["near"] + w["near_bias"]
        g = h + np.maximum(near, 0)
        scores = g @ w["attend"] + w["attend_bias"]
        scores -= np.repeat(np.maximum.reduceat(scores, firsts, axis=0), lengths, axis=0)
        share = np.exp(scores)
        share /= np.repeat(np.add.reduceat(share, firsts, axis=0), lengths, axis=0)
        pooled = np.add.reduceat(share[:, :, None] * g[:, None, :], firsts, axis=0)
        strongest = np.maximum.reduceat(g, firsts, axis=0)
        joined = np.hstack([pooled.reshape(len(rows), -1), strongest, g[firsts], rows])
        hidden = np.maximum(joined @ w["join"] + w["join_bias"], 0)
        odds: NDArray[np.float32] = hidden @ w["out"] + w["out_bias"]
        return odds

    def _word(self, word: str) -> NDArray[np.float32]:
        """Return the weights and squares of a word's pieces, and behind them its vector."""
        known = self._known.get(word)
        if known is None:
            at = [self._pieces[piece] for piece in pieces_of(word) if piece in self._pieces]
            known = np.concatenate([self._piece_weights[at].sum(0), self._meaning(word)])
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[word] = known
        return known

    def _meaning(self, word: str) -> NDArray[np.float32]:
        at = [] if word in MARKERS else parts_of(plain(word), self._parts)
        if not at:
            return np.zeros(self._part_vectors.shape[1], dtype=np.float32)
        vectors = self._part_vectors[at] * self._part_scales[at].astype(np.float32)[:, None]
        mean: NDArray[np.float32] = vectors.mean(0)
        return mean


_USED = (
    "fact_weights",
    "bias",
    "mark",
    "word_bias",
    "near",
    "near_bias",
    "attend",
    "attend_bias",
    "join",
    "join_bias",
    "out",
    "out_bias",
)


def plain(word: str) -> str:
    """Return ``word`` without accents, as MiniLM's vocabulary has it."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


def numbered(array: NDArray[Any]) -> dict[str, int]:
    """Return the number of each line of a text that is kept as bytes."""
    return {name: number for number, name in enumerate(lines(array))}


def lines(array: NDArray[Any]) -> list[str]:
    """Return the lines of a text that is kept as bytes."""
    return bytes(array).decode("utf-8").split("\n")


def _weights_and_squares(arrays: Mapping[str, NDArray[Any]], name: str) -> NDArray[np.float32]:
    """Return the weights of each phrase or piece and the square of its length; the last is none."""
    weights = arrays[f"{name}_weights"] * arrays[f"{name}_scale"]
    squares = arrays[f"{name}_idf"].astype(np.float32) ** 2
    table = np.column_stack([weights, squares])
    return np.vstack([table, np.zeros_like(table[:1])])


def _of_length_one(sums: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return sums of weights, scaled as if what was summed up had the length 1."""
    length = np.sqrt(sums[:, -1:])
    scaled: NDArray[np.float32] = np.divide(sums[:, :-1], np.where(length > 0, length, 1))
    return scaled
