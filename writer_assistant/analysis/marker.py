"""The learned marker of words: which words of a sentence a careful reader would mark, and where.

What the transformer says of a word's pieces gives it a score for each label; the best row of labels
is then found by dynamic programming (Viterbi 1967), with the labels' frequency one after another
weighing in. The labels are ``O`` and ``B-`` or ``I-`` with the kind of word: ``b`` a buzzword or
wordy phrase, ``i`` an insider's word or abbreviation, ``e`` an empty claim. Trained by
``training/build_marker.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from writer_assistant.analysis.models import load
from writer_assistant.analysis.transformer import built_in_transformer
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.analysis.word_reading import Asked
from writer_assistant.paths import resource_root
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from writer_assistant.analysis.rule import Context, Sentence
    from writer_assistant.analysis.transformer import Transformer

LABELS = ("O", "B-b", "I-b", "B-i", "I-i", "B-e", "I-e")
"""What a word can be, in the order of the model's columns."""
IMPOSSIBLE = -300.0
"""The weight of a label that cannot follow another."""
_LEAST = -8.0
"""Log probability below which the transformer's opinion is not taken seriously."""
_CLEARLY_NOTHING = -0.03
"""Log probability of ``O`` from which a word is left alone."""
_WORD = re.compile(r"[^\W_]+(?:(?:['’&/‐‑-]|(?<=\d)[.,](?=\d))[^\W_]+)*|[^\w\s]|_")


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
        scores: for each word the log probability of each of ``LABELS``.
    """

    found: tuple[Marked, ...]
    words: tuple[Span, ...]
    scores: NDArray[np.float32]

    def probability(self, span: Span, kinds: str = "bie") -> float:
        """Return how likely the likeliest word of ``span`` is of one of ``kinds``."""
        inside = [at for at, word in enumerate(self.words) if word.overlaps(span)]
        if not inside:
            return 0.0
        columns = [at for at, label in enumerate(LABELS) if label[2:] and label[2:] in kinds]
        return float(np.exp(self.scores[inside][:, columns]).sum(axis=1).max())


class Marker:
    """A trained model.

    Args:
        arrays: ``weights``, a row for each number that the transformer says of a word, a column for
            each label; ``bias`` of each label; ``follows``, the weight of a label (column) behind
            another (row), of which the last row is the beginning.
        transformer: reads the sentences.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], transformer: Transformer) -> None:
        self._transformer = transformer
        self._weights = arrays["weights"]
        self._bias = arrays["bias"]
        self._follows = arrays["follows"]

    @classmethod
    def load(cls, path: Path, transformer: Transformer) -> Marker:
        """Read a model file.

        Raises:
            UserError: if it is missing or damaged.
        """
        return load(path, "marker's model", lambda arrays: cls(arrays, transformer))

    def mark(self, sentence: Sentence, context: Context) -> Marks:
        """Return what is marked in ``sentence``."""
        words = word_spans(sentence.text)
        scores = readings_of(self._transformer, context, words) @ self._weights + self._bias
        scores -= np.logaddexp.reduce(scores, axis=1, keepdims=True)
        found = (
            replace(marked, span=_trimmed(marked.span, sentence.text))
            for marked in self.decode(words, scores)
        )
        return Marks(tuple(m for m in found if len(m.span)), words, scores)

    def decode(self, words: Sequence[Span], scores: NDArray[np.float32]) -> tuple[Marked, ...]:
        """Return what the best row of labels marks."""
        found: list[Marked] = []
        for first, last in _stretches(scores):
            for number, label in enumerate(best_row(scores[first:last], self._follows), first):
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


def _trimmed(span: Span, text: str) -> Span:
    """Return ``span`` without brackets and commas at its ends, and words that lead on."""
    start = span.end - len(span.of(text).lstrip(_LOOSE))
    end = start + len(text[start : span.end].rstrip(_LOOSE))
    while end > start:
        last = max(start, text.rfind(" ", start, end) + 1)
        if text[last:end].casefold() not in word_class("trailing_word"):
            break
        end = start + len(text[start:last].rstrip(_LOOSE))
    return Span(start, end)


_LOOSE = " \t\n()[]{},;:–—“”\"‘’'"


def _stretches(scores: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return the runs of words of which one may be marked, each with a word around it."""
    stretches: list[tuple[int, int]] = []
    for number in np.flatnonzero(scores[:, 0] < _CLEARLY_NOTHING).tolist():
        first, last = max(0, number - 1), min(len(scores), number + 2)
        if stretches and stretches[-1][1] >= first:
            first = stretches.pop()[0]
        stretches.append((first, last))
    return stretches


def word_spans(text: str) -> tuple[Span, ...]:
    """Return the words and the marks of a sentence; parts joined by a hyphen are one word."""
    return tuple(Span(*word.span()) for word in _WORD.finditer(text))


def readings_of(
    transformer: Transformer, context: Context, words: Sequence[Span]
) -> NDArray[np.float32]:
    """Return what the transformer says of each word."""
    rows = transformer.reading(context.facts, context.knowledge).of_words(words)
    return np.maximum(rows, _LEAST, out=rows)


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
def built_in_marker() -> Marker:
    """Return the model that comes with the program; it is read once.

    Raises:
        UserError: if it is missing or damaged.
    """
    return Marker.load(resource_root() / "models" / "marker.npz", built_in_transformer())


def marked(sentence: Sentence, context: Context) -> Marks:
    """Return what the built-in marker marks; asked again for the same sentence, it remembers."""
    return _marked(Asked(sentence, context))


@lru_cache(maxsize=4)
def _marked(asked: Asked) -> Marks:
    return built_in_marker().mark(asked.sentence, asked.context)
