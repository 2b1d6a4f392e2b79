"""Build ``resources/models/judge.npz``, the learned judge, from the labelled drafts.

    uv run --group train python training/build_judge.py

It learns also from what ``build_transformer.py`` wrote down. Takes a minute and gives the same
bytes every time: inputs are sorted, one thread computes, and OpenBLAS is told to use the same
kernels on every processor.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OPENBLAS_CORETYPE"] = "Haswell"

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent))
from arrays import save
from corpus import Example, examples_of, load_drafts
from readings import Readings

from writer_assistant.analysis.classifier import FORMAT, TARGETS, Judge
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.rule import Context
from writer_assistant.paths import resource_root

Arrays = dict[str, np.ndarray]
WEIGHING = 0.01
"""C of the logistic regressions."""
PLAIN = 8.0
"""Weight of a sentence of plain prose."""
ALONE = 0.25
"""Weight of a sentence without its neighbours: what is typed first has none."""
SIGNS = [
    "has_author_name",
    "has_product",
    "has_first_person",
    "has_second_person",
    "has_reader_noun",
    "has_author_noun",
    "has_praise",
    "question",
    "exclamation",
    "imperatives",
    "tense_past",
    "who_person",
]
"""Facts that show, around a sentence, whether somebody sells something to somebody."""
FOLDS = 6
"""Parts into which the batches are dealt, each judged by what was learned from the others."""
EVEN = 0.5
STEPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
CHANCE = 0.005
"""Differences of F1 that say nothing."""
PRECISE = 0.95
"""Least precision of what is called strongly self-centered."""


def targets_of(examples: Sequence[Example]) -> np.ndarray:
    """Return yes or no for each example and each of ``TARGETS``."""
    rows = []
    for example in examples:
        own, feature, ask = (
            example.labels.self_centered,
            example.labels.feature_first,
            example.labels.bare_ask,
        )
        serves = own < 2 and feature < 2 and not ask
        rows.append((own == 2, own > 0, feature == 2, feature > 0, ask, serves))
    return np.array(rows, dtype=bool)


class Corpus:
    """Examples with everything about them that does not depend on what is trained on."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        self.targets = targets_of(examples)
        self.batches = np.array([example.draft.batch for example in examples])
        self.sells = np.array([example.draft.sells for example in examples])
        all_facts = [example.context.facts for example in examples]
        self.names = {
            "facts": text_array(sorted({name for facts in all_facts for name in facts.features})),
            "signs": text_array(SIGNS),
        }
        nothing = {
            "weights": np.zeros((0, 0)),
            "offset": np.zeros(0),
            "threshold_names": text_array(["none"]),
            "thresholds": np.zeros(1),
        }
        judge = Judge(self.names | nothing, Readings.load().of(all_facts))
        self.rows = np.array([judge.row(example.context) for example in examples])
        self.alone = np.array([judge.row(alone(example.context)) for example in examples])


def alone(context: Context) -> Context:
    """Return a sentence as if it were all of a draft."""
    return replace(context, before=(), after=(), is_first=True, is_last=True)


def text_array(lines: Sequence[str]) -> np.ndarray:
    """Return lines as an array of bytes."""
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def ends_of(examples: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Return which examples end a draft, and whether that end speaks of the reader's world."""
    at, speaks = [], []
    for number, example in enumerate(examples):
        if not example.draft.sells:
            continue
        for is_end, label in (
            (example.context.is_first, example.draft.customer_first),
            (example.context.is_last, example.draft.customer_last),
        ):
            if is_end:
                at.append(number)
                speaks.append(label)
    return np.array(at), np.array(speaks)


def train_weighing(corpus: Corpus, chosen: np.ndarray) -> Arrays:
    """Learn the weights from rows whose readings were made by models that had not seen them.

    Each sentence is learned from where it stands, and by itself.
    """
    examples = [corpus.examples[number] for number in chosen]
    ends, speaks = ends_of(examples)
    rows, targets = corpus.rows[chosen], corpus.targets[chosen]
    weight = np.where([example.draft.sells for example in examples], 1.0, PLAIN)
    both = np.concatenate([rows, corpus.alone[chosen]])
    twice = np.concatenate([weight, weight * ALONE])
    parts = [
        weighed(both, np.tile(targets[:, target], 2), twice) for target in range(targets.shape[1])
    ] + [weighed(rows[ends], speaks, weight[ends])]
    return {
        "weights": np.array([weights for weights, _ in parts], dtype=np.float32).T,
        "offset": np.array([offset for _, offset in parts], dtype=np.float32),
    }


def weighed(rows: np.ndarray, yes: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the weights and the offset of a logistic regression."""
    rows = rows.astype(np.float64)
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    model = LogisticRegression(C=WEIGHING, max_iter=5000).fit(
        (rows - middle) / spread, yes, sample_weight=weight
    )
    weights = model.coef_[0] / spread
    return weights, model.intercept_[0] - weights @ middle


def chances(arrays: Arrays, rows: np.ndarray) -> np.ndarray:
    """Return the chances of ``TARGETS`` and of ``speaks`` for rows of a judge."""
    odds: np.ndarray = rows @ arrays["weights"] + arrays["offset"]
    return 1 / (1 + np.exp(-odds))


def best_threshold(yes: np.ndarray, chance: np.ndarray) -> float:
    """Return the threshold for the highest F1: for calibrated chances, half of that F1.

    See Lipton, Elkan and Naryanaswamy, "Optimal thresholding of classifiers to maximize F1 measure"
    (2014). It hangs less on single sentences than the threshold that happens to be best.
    """
    order = np.argsort(-chance, kind="stable")
    scores = 2 * np.cumsum(yes[order]) / (np.arange(1, len(yes) + 1) + yes.sum())
    return float(scores.max() / 2)


def highest_threshold(yes: np.ndarray, chance: np.ndarray) -> float:
    """Return the middle of the thresholds with the highest F1, give or take what is chance.

    Plain prose, which weighs much, shifts the chances of drafts down, so that half of the best
    F1 asks for too much.
    """

    def score(threshold: float) -> float:
        said = chance >= threshold
        return float(2 * (said & yes).sum() / (said.sum() + yes.sum()))

    best = max(map(score, STEPS))
    return float(np.median([step for step in STEPS if score(step) > best - CHANCE]))


def precise_threshold(yes: np.ndarray, chance: np.ndarray, precision: float) -> float:
    """Return the lowest probability from which on ``precision`` is reached."""
    order = np.argsort(-chance, kind="stable")
    reached = np.cumsum(yes[order]) / np.arange(1, len(yes) + 1) >= precision
    return float(chance[order[np.flatnonzero(reached).max()]])


def cross_validated(corpus: Corpus) -> np.ndarray:
    """Return the chances of every sentence, its batch judged by what the others taught."""
    batches = sorted(set(corpus.batches))
    result = np.zeros((len(corpus.rows), len(TARGETS) + 1))
    for first in range(FOLDS):
        out = np.isin(corpus.batches, batches[first::FOLDS])
        arrays = train_weighing(corpus, np.flatnonzero(~out))
        result[out] = chances(arrays, corpus.rows[out])
    return result


def thresholds_of(corpus: Corpus, result: np.ndarray) -> dict[str, float]:
    """Return from which probability on a judgement counts, from cross-validated chances."""
    found = {}
    words = sum(
        example.context.facts.words for example in corpus.examples if not example.draft.sells
    )
    for number, target in enumerate(TARGETS):
        yes, chance = corpus.targets[corpus.sells, number], result[corpus.sells, number]
        if target == "self_strong":  # which must not cry wolf
            best = best_threshold(yes, chance)
            found[target] = max(best, precise_threshold(yes, chance, PRECISE))
        else:
            found[target] = highest_threshold(yes, chance)
        said = chance >= found[target]
        hits = (said & yes).sum()
        false = (result[~corpus.sells, number] >= found[target]).sum()
        print(
            f"{target:16} {yes.sum():5}  P {hits / said.sum():.3f}  R {hits / yes.sum():.3f}  "
            f"F1 {2 * hits / (said.sum() + yes.sum()):.3f}  from {found[target]:.3f} on; "
            f"{1000 * false / max(words, 1):.2f} in 1,000 words of plain prose"
        )
    at, speaks = ends_of(corpus.examples)
    print(f"{'speaks':16} {len(at):5}  right {((result[at, -1] > EVEN) == speaks).mean():.3f}")
    return found | {"speaks": EVEN}


def build(corpus: Corpus) -> Arrays:
    """Return the whole model."""
    thresholds = thresholds_of(corpus, cross_validated(corpus))
    return (
        corpus.names
        | train_weighing(corpus, np.arange(len(corpus.examples)))
        | {
            "format": np.array(FORMAT),
            "threshold_names": text_array(list(thresholds)),
            "thresholds": np.array(list(thresholds.values()), dtype=np.float32),
        }
    )


def main() -> None:
    """Build and save the model."""
    examples = examples_of(load_drafts(), Engine.load())
    corpus = Corpus(examples)
    path = resource_root() / "models" / "judge.npz"
    save(path, build(corpus))
    print(f"{len(corpus.examples)} sentences; {path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
