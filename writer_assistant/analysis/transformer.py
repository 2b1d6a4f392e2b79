"""A small transformer that reads a sentence as a whole: what it is, and what each of its words is.

MiniLM's first layers (see ``pieces``), taught further by the labelled drafts and a larger model in
``training/build_transformer.py``; two linear heads say how likely each judgement is of the sentence
and each label of a word. The judge and the marker weigh what it says together with what they know.
It is told of every word what the reader knows of it and what the lexicons say. The names of author
and products are read as markers, for what a name is called says nothing of what is said about it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from writer_assistant.analysis.finding import WORD_KINDS
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.models import OnnxModel
from writer_assistant.analysis.phrases import located
from writer_assistant.analysis.pieces import Pieces, built_in_pieces
from writer_assistant.paths import resource_root
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from writer_assistant.analysis.facts import Facts
    from writer_assistant.analysis.word_reading import Knowledge

LONGEST = 96
"""Pieces of a sentence that are read; one of 60 words has about 80."""
NAMES = {Mark.PRODUCT: "[unused2]", Mark.AUTHOR_NAME: "[unused1]"}
"""Pieces that stand for names; the author's wins where both are."""
_AT_ONCE = 2
"""Sentences that are read at a time, each on a thread of its own."""
_KEPT = 20_000
"""Readings kept: those of a draft of 300,000 words."""


class Given(NamedTuple):
    """A sentence as the transformer is given it.

    Attributes:
        numbers: of its pieces.
        familiarity: of the word of each piece to the reader, as ``Familiarity``.
        listed: what lexicons say of it: 0 nothing, else the number of a kind in ``WORD_KINDS``,
            from 1; of two the higher. While it is taught, the start may have one more (see
            ``OTHER_HANDS`` in ``training/lessons.py``).
    """

    numbers: tuple[int, ...]
    familiarity: tuple[int, ...]
    listed: tuple[int, ...]


class Reading(NamedTuple):
    """What the transformer says of a sentence.

    Attributes:
        odds: log odds of each of the judge's targets.
        starts: offset of the word that each piece belongs to; -1 for start and end.
        labels: for each piece the log probability of each of the marker's labels.
    """

    odds: NDArray[np.float32]
    starts: NDArray[np.int64]
    labels: NDArray[np.float32]

    def of_words(self, spans: Sequence[Span]) -> NDArray[np.float32]:
        """Return for each word the first of its pieces' row of labels, and the mean of them all.

        A word without a piece has zeros.
        """
        count = self.labels.shape[1]
        rows = np.zeros((len(spans), 2 * count), np.float32)
        places = np.array([(span.start, span.end) for span in spans]).reshape(-1, 2)
        firsts, lasts = np.searchsorted(self.starts[1:-1], places.T) + 1
        has_pieces = firsts < lasts
        firsts, lasts = firsts[has_pieces], lasts[has_pieces]
        sums = np.zeros((1 + len(self.labels), count))
        np.cumsum(self.labels, axis=0, out=sums[1:])
        rows[has_pieces, :count] = self.labels[firsts]
        rows[has_pieces, count:] = (sums[lasts] - sums[firsts]) / (lasts - firsts)[:, None]
        return rows


class Model(Protocol):
    """What reads."""

    def __call__(self, **given: NDArray[Any]) -> Sequence[NDArray[Any]]:
        """Return the odds of the sentence ``[1, targets]`` and the labels ``[1, pieces, labels]``.

        Args:
            given: ``vectors`` ``[1, pieces, WIDTH]``; ``familiarity`` and ``listed``, each
                ``[1, pieces]``, as in ``Given``.
        """
        ...


class _Known(NamedTuple):
    facts: Facts
    knowledge: Knowledge
    starts: NDArray[np.int64]
    said: Future[tuple[NDArray[np.float32], NDArray[np.float32]]]


class Transformer:
    """A trained model; keeps its readings by sentence and reader.

    It reads on threads of its own, so that grammar can go on meanwhile.

    Args:
        model: reads.
        pieces: the vocabulary that it was taught with.
    """

    def __init__(self, model: Model, pieces: Pieces) -> None:
        self._model = model
        self._pieces = pieces
        self._readers = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="transformer")
        self._known: dict[int, _Known] = {}
        self._said: dict[Given, Future[tuple[NDArray[np.float32], NDArray[np.float32]]]] = {}

    def prepare(self, sentences: Iterable[Facts], knowledge: Knowledge) -> None:
        """Begin to read sentences that will be asked for soon."""
        for facts in sentences:
            self._begin(facts, knowledge)

    def reading(self, facts: Facts, knowledge: Knowledge) -> Reading:
        """Return what is said of a sentence; waits for it."""
        known = self._begin(facts, knowledge)
        odds, labels = known.said.result()
        return Reading(odds, known.starts, labels)

    def given(self, facts: Facts, knowledge: Knowledge) -> tuple[Given, NDArray[np.int64]]:
        """Return a sentence as the model is taught to read it, and the starts of its words."""
        named = {span: piece for mark, piece in NAMES.items() for span in facts.marks.get(mark, ())}
        cut = self._pieces.cut(facts.text, LONGEST, named)
        marks = _at_pieces(knowledge, facts.text, cut.starts)
        return Given(tuple(cut.numbers), *marks), np.array(cut.starts)

    def read(self, given: Given) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the log odds of the targets, and a row of log probabilities for each piece."""
        odds, labels = self._model(
            vectors=self._pieces.vectors(given.numbers)[None],
            familiarity=np.array([given.familiarity], np.int64),
            listed=np.array([given.listed], np.int64),
        )
        return odds[0], labels[0]

    def _begin(self, facts: Facts, knowledge: Knowledge) -> _Known:
        known = self._known.get(id(facts))
        if known is not None and known.facts is facts and known.knowledge == knowledge:
            return known
        if len(self._known) >= _KEPT:
            self._known.clear()
            self._said.clear()
        given, starts = self.given(facts, knowledge)
        said = self._said.get(given)
        if said is None:
            said = self._said[given] = self._readers.submit(self.read, given)
        known = self._known[id(facts)] = _Known(facts, knowledge, starts, said)
        return known


def _at_pieces(
    knowledge: Knowledge, text: str, starts: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what the reader knows of the word of each piece, and what lexicons say of it."""
    found = located(text)
    places = [Span(*place) for place in found.places]
    words = zip(found.folded, places, strict=True)
    familiarity = knowledge.reader.familiarity(text, words)
    said = knowledge.lexicons.listed(text)
    listed = [
        max((1 + WORD_KINDS.index(kind) for span, kind in said if span.overlaps(place)), default=0)
        for place in places
    ]
    ends = [place.end for place in places]
    at_pieces = [bisect_right(ends, start) if start >= 0 else len(ends) for start in starts]
    known = [*map(int, familiarity), 0]
    listed.append(0)
    return tuple(known[at] for at in at_pieces), tuple(listed[at] for at in at_pieces)


def load_transformer(path: Path) -> Transformer:
    """Read a model file.

    Raises:
        UserError: if it, or the vocabulary, is missing or damaged.
    """
    return Transformer(OnnxModel(path, "transformer"), built_in_pieces())


@cache
def built_in_transformer() -> Transformer:
    """Return the model that comes with the program; it is read once.

    Raises:
        UserError: if it is missing or damaged.
    """
    return load_transformer(resource_root() / "models" / "transformer.onnx")
