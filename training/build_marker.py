"""Train the marker of words and write ``resources/models/marker.npz``.

    python training/build_marker.py              train on all drafts, write the model
    python training/build_marker.py --measure    cross-validate by drafts instead, write nothing

Logistic regression (scikit-learn, L2) on the features of ``word_view``, the parser's vectors, and
what ``build_transformer.py`` wrote down.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from readings import Readings
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from word_labels import EMPTY, WordDraft, load_word_drafts, tally

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.marker import (
    IMPOSSIBLE,
    LABELS,
    VECTOR_SCALE,
    Marker,
    readings_of,
    vectors_of,
)
from writer_assistant.analysis.transformer import Transformer
from writer_assistant.analysis.word_view import WordView, view
from writer_assistant.text.span import Span

TARGET = Path(__file__).parents[1] / "resources" / "models" / "marker.npz"
STRENGTH = 0.1
FEWEST = 2
"""Words that must have a feature before it counts."""
FOLLOWING = 0.3
"""How much the order of labels weighs against the words themselves."""
CAUTION = 0.0
FOLDS = 4
_KINDS = {"buzzword": "b", "wordy": "b", "insider": "i", "acronym": "i", EMPTY: "e"}
_SMALL = 0.01
"""Weights below this are left out of the file."""


class Seen:
    """A sentence as the model sees it, with its labels."""

    def __init__(self, draft: WordDraft, number: int) -> None:
        start, self.sentence, self.context = draft.sentences[number]
        self.draft = draft
        self.start = start
        self.view: WordView = view(self.sentence, self.context)
        self.vectors = self._vectors()
        self.labels = self._labels()
        self.readings = np.zeros((0, 2 * len(LABELS)), np.float32)

    def place(self, span: Span) -> Span:
        """Return a span of the sentence as one of the draft."""
        inside = span.shifted(self.sentence.prose.start)
        return self.sentence.content.in_text(inside).shifted(self.start)

    def _vectors(self) -> NDArray[np.float32]:
        """Return for each word its vector, that of the word before and that of the word behind."""
        if not self.view.spans:
            return np.zeros((0, 0), np.float32)
        own = vectors_of(self.sentence.doc, self.view) * VECTOR_SCALE
        none = np.zeros((1, own.shape[1]), np.float32)
        return np.hstack([own, np.vstack([none, own[:-1]]), np.vstack([own[1:], none])])

    def _labels(self) -> list[int]:
        labels = [0] * len(self.view.spans)
        places = [self.place(span) for span in self.view.spans]
        for labelled, kind in self.draft.labels:
            begins = "B-"
            for number, place in enumerate(places):
                shared = min(place.end, labelled.end) - max(place.start, labelled.start)
                if 2 * shared >= len(place) and shared > 0 and not labels[number]:
                    labels[number] = LABELS.index(begins + _KINDS[kind])
                    begins = "I-"
        return labels


def train(seen: Sequence[Seen], transformer: Transformer) -> Marker:
    """Return a model of the labels of ``seen``."""
    return Marker(*_fit(seen), CAUTION, transformer)


def read(seen: Sequence[Seen]) -> Transformer:
    """Give each sentence what a transformer that does not know its writer says of it."""
    readings = Readings.load().of((s.context.facts for s in seen), range(len(seen)))
    for s in seen:
        s.readings = readings_of(readings, s.context, s.view)
    return readings


def _fit(
    seen: Sequence[Seen],
) -> tuple[dict[str, int], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    named_words = [s.view.names(at) for s in seen for at in range(len(s.view.spans))]
    counts = Counter(name for names in named_words for name in names)
    kept = sorted(name for name, count in counts.items() if count >= FEWEST)
    table = {name: row for row, name in enumerate(kept)}
    rows: list[int] = []
    starts = [0]
    for names in named_words:
        rows += sorted(table[name] for name in names if name in table)
        starts.append(len(rows))
    ones = np.ones(len(rows), np.float32)
    named = csr_matrix((ones, rows, starts), shape=(len(starts) - 1, len(table)))
    vectors = np.vstack([np.hstack([s.vectors, s.readings]) for s in seen if len(s.vectors)])
    labels = np.array([label for s in seen for label in s.labels])
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(hstack([named, csr_matrix(vectors)]).tocsr(), labels)
    if list(model.classes_) != list(range(len(LABELS))):
        raise ValueError("not every label occurs in the drafts")
    return (
        table,
        model.coef_.T.astype(np.float32),
        model.intercept_.astype(np.float32),
        _follows(seen),
    )


def _follows(seen: Sequence[Seen]) -> NDArray[np.float32]:
    """Return how much likelier a label is behind another than by itself, as a weight."""
    pairs = np.full((len(LABELS) + 1, len(LABELS)), 0.5)
    for s in seen:
        before = len(LABELS)
        for label in s.labels:
            pairs[before, label] += 1
            before = label
    alone = np.log(pairs[:-1].sum(axis=0) / pairs[:-1].sum())
    weights = FOLLOWING * (np.log(pairs / pairs.sum(axis=1, keepdims=True)) - alone)
    for row, before in enumerate((*LABELS, "O")):
        for column, label in enumerate(LABELS):
            if label.startswith("I-") and (before == "O" or before[2:] != label[2:]):
                weights[row, column] = IMPOSSIBLE
    return weights.astype(np.float32)


def write(seen: Sequence[Seen], path: Path = TARGET) -> None:
    """Train on ``seen`` and write the model."""
    table, weights, bias, follows = _fit(seen)
    named = np.abs(weights[: len(table)]).max(axis=1) >= _SMALL
    kept = np.concatenate([named, np.ones(len(weights) - len(table), bool)])
    names = "\n".join(name for name, keep in zip(table, named, strict=True) if keep)
    np.savez_compressed(
        path,
        names=np.frombuffer(names.encode("utf-8"), np.uint8),
        weights=weights[kept].astype(np.float16),
        bias=bias,
        follows=follows,
        caution=np.float32(CAUTION),
    )
    print(f"{path.name}: {named.sum()} features, {path.stat().st_size / 1e6:.2f} MB")


def measure(seen: Sequence[Seen], transformer: Transformer) -> None:
    """Print precision, recall and F1 of the marker alone, cross-validated by drafts."""
    ids = sorted({s.draft.id for s in seen})
    random.Random(0).shuffle(ids)
    fold = {name: number % FOLDS for number, name in enumerate(ids)}
    totals: Counter[tuple[str, str, int]] = Counter()
    for number in range(FOLDS):
        model = train([s for s in seen if fold[s.draft.id] != number], transformer)
        found: dict[str, list[tuple[Span, str]]] = {}
        for s in (s for s in seen if fold[s.draft.id] == number):
            marks = model.mark(s.sentence, s.context).found
            found.setdefault(s.draft.id, []).extend((s.place(m.span), m.kind) for m in marks)
        for draft in {s.draft.id: s.draft for s in seen if fold[s.draft.id] == number}.values():
            for row, kinds in (("jargon", "bi"), ("empty-claim", "e")):
                spans = [span for span, kind in found[draft.id] if kind in kinds]
                labelled = [span for span, kind in draft.labels if _KINDS[kind] in kinds]
                for at, count in enumerate(tally(spans, labelled)):
                    totals[draft.batch.split("-")[0], row, at] += count
    for source in sorted({key[0] for key in totals}):
        for row in ("jargon", "empty-claim"):
            hits, false, missed = (totals[source, row, at] for at in range(3))
            precision, recall = hits / max(hits + false, 1), hits / max(hits + missed, 1)
            f1 = 2 * hits / max(2 * hits + false + missed, 1)
            print(f"{source:10}{row:14}{precision:8.3f}{recall:8.3f}{f1:8.3f}")


def main() -> None:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    drafts = load_word_drafts(Engine.load())
    seen = [Seen(draft, number) for draft in drafts for number in range(len(draft.sentences))]
    transformer = read(seen)
    if options.measure:
        measure(seen, transformer)
    else:
        write(seen)


if __name__ == "__main__":
    main()
