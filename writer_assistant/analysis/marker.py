"""The learned marker of words: which words of a sentence a careful reader would mark, and where.

A linear model gives each word a score for each label, from the word, its place in the grammar and
what the transformer says of it; the best row of labels is then found by
dynamic programming (Viterbi 1967), with the labels' frequency one after another weighing in. The
labels are ``O`` and ``B-`` or ``I-`` with the kind of word: ``b`` a buzzword or wordy phrase, ``i``
an insider's word or abbreviation, ``e`` an empty claim. Trained by ``training/build_marker.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from writer_assistant.analysis.transformer import built_in_transformer
from writer_assistant.analysis.word_reading import Asked
from writer_assistant.analysis.word_view import Key, WordView, names_of, view
from writer_assistant.paths import resource_root
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from writer_assistant.analysis.rule import Context, Sentence
    from writer_assistant.analysis.transformer import Transformer

LABELS = ("O", "B-b", "I-b", "B-i", "I-i", "B-e", "I-e")
"""What a word can be, in the order of the model's columns."""
_COUNT = len(LABELS)
IMPOSSIBLE = -300.0
"""The weight of a label that cannot follow another."""
VECTOR_SCALE = 0.3
"""What the parser's vectors are multiplied by, to be of the size of the other features."""
_LEAST = -8.0
"""Log probability below which the transformer's opinion is not taken seriously."""
_CLEARLY_NOTHING = -0.03
"""Log probability of ``O`` from which a word is left alone."""
_KEPT_KEYS = 100_000


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that the marker marks.

    Attributes:
        span: their place in the sentence.
        kind: ``b``, ``i`` or ``e``.
        probability: the model's, that the surest of them is marked at all (0 to 1).
    """

    span: Span
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marker thinks of the words of a sentence.

    Attributes:
        found: what it marks, in reading order, without overlaps.
        words: the place of each word.
        scores: for each word the log probability of each of ``LABELS``; None without a model.
    """

    found: tuple[Marked, ...] = ()
    words: tuple[Span, ...] = ()
    scores: NDArray[np.float32] | None = None

    def probability(self, span: Span, kinds: str = "bie") -> float:
        """Return how likely the likeliest word of ``span`` is of one of ``kinds``.

        Without a model nothing speaks against it, so it is 1.
        """
        if self.scores is None:
            return 1.0
        inside = [at for at, word in enumerate(self.words) if word.overlaps(span)]
        if not inside:
            return 0.0
        columns = [at for at, label in enumerate(LABELS) if label[2:] and label[2:] in kinds]
        return float(np.exp(self.scores[inside][:, columns]).sum(axis=1).max())


class Marker:
    """A trained model.

    Args:
        table: the row of each feature.
        weights: a row for each feature, then one for each number of the word's vector, of the
            vector of the word before and of the word behind, and of what the transformer says of
            the word; a column for each label.
        bias: of each label.
        follows: weight of a label (column) behind another (row); the last row is the beginning.
        caution: what ``O`` is held back by; the higher, the more is marked.
        transformer: reads the sentences.
    """

    def __init__(
        self,
        table: Mapping[str, int],
        weights: NDArray[np.float32],
        bias: NDArray[np.float32],
        follows: NDArray[np.float32],
        caution: float,
        transformer: Transformer,
    ) -> None:
        self._table = table
        self._weights = weights[: len(table)]
        of_vectors, self._of_readings = np.split(weights[len(table) :], [-2 * len(LABELS)])
        # The vector of the word before and of the one behind count through weights of their own.
        self._of_vectors = np.hstack(np.split(of_vectors, 3)) * VECTOR_SCALE
        self._transformer = transformer
        self._bias = bias
        self._follows = follows
        self._caution = caution
        # A key that is a name has the row of its weights; behind them is the row of what is not
        # known, and behind that the sums for the keys that several names follow from.
        self._kept = self._named()
        self._unknown = len(table)
        room = np.zeros((1 + _KEPT_KEYS, len(LABELS)), np.float32)
        self._sums = np.vstack([self._weights, room])

    @classmethod
    def load(cls, path: Path, transformer: Transformer) -> Marker:
        """Read a model.

        Raises:
            OSError: if it cannot be read.
        """
        with np.load(path) as data:
            names = bytes(data["names"]).decode("utf-8").split("\n")
            weights = data["weights"].astype(np.float32)
            return cls(
                {name: row for row, name in enumerate(names)},
                weights,
                data["bias"],
                data["follows"],
                float(data["caution"]),
                transformer,
            )

    def mark(self, sentence: Sentence, context: Context) -> Marks:
        """Return what is marked in ``sentence``."""
        words, scores = self.score(sentence, context)
        return Marks(self.decode(words.spans, scores), words.spans, scores)

    def score(self, sentence: Sentence, context: Context) -> tuple[WordView, NDArray[np.float32]]:
        """Return the words of ``sentence`` and the log probability of each label for each."""
        words = view(sentence, context)
        if not words.spans:
            return words, np.zeros((0, len(LABELS)), np.float32)
        if len(self._kept) > len(self._table) + _KEPT_KEYS // 2:
            self._kept = self._named()
        shared = self._rows(words.shared)
        by_rare = self._rows(words.shared_by_rare)
        rows: list[int] = []
        starts = []
        for keys, rare in zip(words.keys, words.rare, strict=True):
            starts.append(len(rows))
            rows += self._rows(keys)
            if rare:
                rows += by_rare
        scores = np.add.reduceat(self._sums[rows], starts)
        scores += self._bias + self._sums[shared].sum(axis=0)
        sides = vectors_of(sentence.doc, words) @ self._of_vectors
        scores += sides[:, :_COUNT]
        scores[1:] += sides[:-1, _COUNT : 2 * _COUNT]
        scores[:-1] += sides[1:, 2 * _COUNT :]
        scores += readings_of(self._transformer, context, words) @ self._of_readings
        return words, scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)

    def _rows(self, keys: Sequence[Key]) -> list[int]:
        """Return for each key the row of the sum of the weights that follow from it."""
        kept = self._kept
        rows = []
        for key in keys:
            row = kept.get(key)
            if row is None:
                row = self._unknown if isinstance(key, str) else self._learn(key)
            rows.append(row)
        return rows

    def _named(self) -> dict[Key, int]:
        return {name: row for name, row in self._table.items()}  # noqa: C416, as keys

    def _learn(self, key: Key) -> int:
        row = len(self._kept) + 1
        if row == len(self._sums):
            self._sums = np.vstack([self._sums, np.zeros_like(self._sums)])
        rows = [self._table[name] for name in names_of(key) if name in self._table]
        self._sums[row] = self._weights[rows].sum(axis=0)
        self._kept[key] = row
        return row

    def decode(self, words: Sequence[Span], scores: NDArray[np.float32]) -> tuple[Marked, ...]:
        """Return what the best row of labels marks."""
        found: list[Marked] = []
        for first, last in _stretches(scores):
            of_words = scores[first:last].copy()
            of_words[:, 0] -= self._caution
            for number, label in enumerate(best_row(of_words, self._follows), first):
                name = LABELS[label]
                if name == "O":
                    continue
                span = words[number]
                probability = 1 - float(np.exp(scores[number, 0]))
                if name.startswith("I-") and found:
                    span = Span(found[-1].span.start, span.end)
                    probability = max(probability, found.pop().probability)
                found.append(Marked(span, name[2:], probability))
        return tuple(found)


def _stretches(scores: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return the runs of words of which one may be marked, each with a word around it."""
    stretches: list[tuple[int, int]] = []
    for number in np.flatnonzero(scores[:, 0] < _CLEARLY_NOTHING).tolist():
        first, last = max(0, number - 1), min(len(scores), number + 2)
        if stretches and stretches[-1][1] >= first:
            first = stretches.pop()[0]
        stretches.append((first, last))
    return stretches


def vectors_of(doc: Doc, words: WordView) -> NDArray[np.float32]:
    """Return the parser's vector of each word; the mean for a word of several tokens."""
    tensor = np.asarray(doc.tensor, np.float32)
    vectors = tensor[[last for _, last in words.tokens]]
    for number, (first, last) in enumerate(words.tokens):
        if first != last:
            vectors[number] = tensor[first : last + 1].mean(axis=0)
    return vectors


def readings_of(transformer: Transformer, context: Context, words: WordView) -> NDArray[np.float32]:
    """Return what the transformer says of each word, in the sentence's own order."""
    rows = transformer.reading(context.facts).of_words(words.spans)
    clipped: NDArray[np.float32] = np.maximum(rows, _LEAST)
    return clipped


def best_row(scores: NDArray[np.float32], follows: NDArray[np.float32]) -> list[int]:
    """Return the row of labels with the highest sum of scores and of what follows what."""
    best = scores[0] + follows[-1]
    came_from = []
    for of_word in scores[1:]:
        paths = best[:, None] + follows[:-1]
        came_from.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + of_word
    label = int(best.argmax())
    labels = [label]
    for back in reversed(came_from):
        label = int(back[label])
        labels.append(label)
    return labels[::-1]


@cache
def built_in_marker() -> Marker | None:
    """Return the model that comes with the program, or None in a checkout without it."""
    path = resource_root() / "models" / "marker.npz"
    return Marker.load(path, built_in_transformer()) if path.is_file() else None


def marked(sentence: Sentence, context: Context) -> Marks:
    """Return what the built-in marker marks; asked again for the same sentence, it remembers."""
    return _marked(Asked(sentence, context))


@lru_cache(maxsize=4)
def _marked(asked: Asked) -> Marks:
    marker = built_in_marker()
    return marker.mark(asked.sentence, asked.context) if marker else Marks()
