"""Train the marker of words and write ``resources/models/marker.npz``.

    python training/build_marker.py              train, write the model
    python training/build_marker.py --measure    cross-validate by writers instead, write nothing

Logistic regression (scikit-learn, L2) on what ``build_transformer.py`` wrote down. It learns from
``train.jsonl`` alone: how much readers mark, and from where to where, differs between those who
labelled that file and those who labelled ``written/``, and a model of all marks what neither would.
Takes a minute and gives the same bytes every time.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OPENBLAS_CORETYPE"] = "Haswell"

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from arrays import save
from corpus import is_of_train
from readings import Readings
from sklearn.linear_model import LogisticRegression
from word_labels import EMPTY, WordDraft, load_word_drafts, tally

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.marker import IMPOSSIBLE, LABELS, Marker, readings_of, word_spans
from writer_assistant.analysis.transformer import Transformer
from writer_assistant.text.span import Span

TARGET = Path(__file__).parents[1] / "resources" / "models" / "marker.npz"
STRENGTH = 0.1
FOLLOWING = 0.3
"""How much the order of labels weighs against the words themselves."""
FOLDS = 6
_KINDS = {"buzzword": "b", "wordy": "b", "insider": "i", "acronym": "i", EMPTY: "e"}


class Seen:
    """A sentence as the model sees it, with its labels."""

    def __init__(self, draft: WordDraft, number: int) -> None:
        start, self.sentence, self.context = draft.sentences[number]
        self.draft = draft
        self.start = start
        self.words = word_spans(self.sentence.text)
        self.labels = self._labels()
        self.readings = np.zeros((0, 2 * len(LABELS)), np.float32)

    def place(self, span: Span) -> Span:
        """Return a span of the sentence as one of the draft."""
        inside = span.shifted(self.sentence.prose.start)
        return self.sentence.content.in_text(inside).shifted(self.start)

    def _labels(self) -> list[int]:
        labels = [0] * len(self.words)
        places = [self.place(span) for span in self.words]
        for labelled, kind in self.draft.labels:
            begins = "B-"
            for number, place in enumerate(places):
                shared = min(place.end, labelled.end) - max(place.start, labelled.start)
                if 2 * shared >= len(place) and shared > 0 and not labels[number]:
                    labels[number] = LABELS.index(begins + _KINDS[kind])
                    begins = "I-"
        return labels


def read(seen: Sequence[Seen]) -> Transformer:
    """Give each sentence what a transformer that does not know its writer says of it."""
    readings = Readings.load().of((s.context.facts for s in seen), range(len(seen)))
    for s in seen:
        s.readings = readings_of(readings, s.context, s.words)
    return readings


def train(seen: Sequence[Seen]) -> dict[str, np.ndarray]:
    """Return the arrays of a model of the labels of those of ``seen`` that it learns from."""
    seen = [s for s in seen if is_of_train(s.draft.batch)]
    labels = np.array([label for s in seen for label in s.labels])
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(np.vstack([s.readings for s in seen]).astype(np.float64), labels)
    if list(model.classes_) != list(range(len(LABELS))):
        raise ValueError("not every label occurs in the drafts")
    return {
        "weights": model.coef_.T.astype(np.float32),
        "bias": model.intercept_.astype(np.float32),
        "follows": _follows(seen),
    }


def _follows(seen: Sequence[Seen]) -> np.ndarray:
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


def measure(seen: Sequence[Seen], transformer: Transformer) -> None:
    """Print precision, recall and F1 of the marker alone, cross-validated by writers."""
    names = sorted({s.draft.batch for s in seen})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    totals: Counter[tuple[str, str, int]] = Counter()
    for number in range(FOLDS):
        model = Marker(train([s for s in seen if fold[s.draft.batch] != number]), transformer)
        found: dict[str, list[tuple[Span, str]]] = {}
        for s in (s for s in seen if fold[s.draft.batch] == number):
            marks = model.mark(s.sentence, s.context).found
            found.setdefault(s.draft.id, []).extend((s.place(m.span), m.kind) for m in marks)
        for draft in {s.draft.id: s.draft for s in seen if fold[s.draft.batch] == number}.values():
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
        save(TARGET, train(seen))
        print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
