"""Build ``resources/models/judge.npz``, the learned judge, from the labelled drafts beside this file.

    uv run --group train python training/build_judge.py

Takes a few minutes and gives the same bytes every time: inputs are sorted, one thread computes, and
OpenBLAS is told to use the same kernels on every processor.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OPENBLAS_CORETYPE"] = "Haswell"

import io
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent))
from corpus import Example, examples_of, load_drafts

from writer_assistant.analysis.classifier import FORMAT, TARGETS, Forest, Judge
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import features_of
from writer_assistant.analysis.judge_text import phrases_of, pieces_of, words_of
from writer_assistant.paths import resource_root

Arrays = dict[str, np.ndarray]
SCARCE_PHRASE, SCARCE_PIECE = 2, 3
"""Phrases and pieces that fewer sentences hold are left out."""
STRENGTH = 4.0
"""C of the logistic regressions of step one."""
FACT_SCALE = 0.3


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
        words = [words_of(example.context.facts) for example in examples]
        self.phrases = [sorted(set(phrases_of(w))) for w in words]
        self.pieces = [sorted(piece for word in set(w) for piece in pieces_of(word)) for w in words]
        self.facts = [dict(features_of(example.context.facts)) for example in examples]
        self.fact_names = sorted({name for facts in self.facts for name in facts})


def frequent(lists: Iterable[Sequence[str]], least: int) -> tuple[list[str], np.ndarray]:
    """Return what at least ``least`` lists hold, sorted, and its inverse document frequency."""
    counts: Counter[str] = Counter()
    total = 0
    for items in lists:
        counts.update(set(items))
        total += 1
    names = sorted(name for name, count in counts.items() if count >= least)
    idf = np.log((1 + total) / (1 + np.array([counts[name] for name in names]))) + 1
    return names, idf.astype(np.float16)


def matrix(lists: Iterable[Sequence[str]], names: Sequence[str], idf: np.ndarray) -> Any:
    """Return a row of idf weights for each list, each row of length 1."""
    number = {name: at for at, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for items in lists:
        columns += [number[item] for item in items if item in number]
        ends.append(len(columns))
    values = idf.astype(np.float64)[columns]
    rows = sparse.csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(names)))
    squares = sparse.csr_matrix((values**2, columns, ends), shape=rows.shape).sum(1)
    length = np.sqrt(np.asarray(squares).ravel())
    return sparse.diags(1 / np.where(length > 0, length, 1)) @ rows


def fact_matrix(facts: Iterable[Mapping[str, float]], names: Sequence[str]) -> np.ndarray:
    """Return a row of numbers for each mapping."""
    return np.array([[fact.get(name, 0.0) for name in names] for fact in facts])


def train_reading(corpus: Corpus, chosen: np.ndarray) -> Arrays:
    """Train step one on the chosen examples."""
    at = np.flatnonzero(chosen)
    phrases, phrase_idf = frequent((corpus.phrases[i] for i in at), SCARCE_PHRASE)
    pieces, piece_idf = frequent((corpus.pieces[i] for i in at), SCARCE_PIECE)
    facts = corpus.fact_names
    rows = sparse.hstack(
        [
            matrix((corpus.phrases[i] for i in at), phrases, phrase_idf),
            matrix((corpus.pieces[i] for i in at), pieces, piece_idf),
            FACT_SCALE * fact_matrix((corpus.facts[i] for i in at), facts),
        ]
    ).tocsr()
    weights, bias = [], []
    for target in range(len(TARGETS)):
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=500, random_state=0)
        model.fit(rows, corpus.targets[at, target])
        weights.append(model.coef_[0])
        bias.append(model.intercept_[0])
    table = np.array(weights).T
    first, second = len(phrases), len(phrases) + len(pieces)
    arrays: Arrays = {
        "phrases": text_array(phrases),
        "pieces": text_array(pieces),
        "facts": text_array(facts),
        "phrase_idf": phrase_idf,
        "piece_idf": piece_idf,
        "fact_weights": (FACT_SCALE * table[second:]).astype(np.float32),
        "bias": np.array(bias, dtype=np.float32),
    }
    arrays |= quantised("phrase", table[:first] * phrase_idf.astype(np.float64)[:, None])
    arrays |= quantised("piece", table[first:second] * piece_idf.astype(np.float64)[:, None])
    return arrays


def quantised(name: str, table: np.ndarray) -> Arrays:
    """Return a table as bytes and a scale for each column."""
    scale = np.abs(table).max(0) / 127
    return {
        f"{name}_weights": np.rint(table / scale).astype(np.int8),
        f"{name}_scale": scale.astype(np.float32),
    }


def text_array(lines: Sequence[str]) -> np.ndarray:
    """Return lines as an array of bytes."""
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def placeholder(reading: Arrays, features: int) -> Arrays:
    """Return ``reading`` with a step two that says nothing, so that a judge can be made of it."""
    return reading | {
        "format": np.array(FORMAT),
        "tree_features": np.zeros((len(TARGETS), 7), dtype=np.int16),
        "tree_limits": np.zeros((len(TARGETS), 7), dtype=np.float32),
        "tree_leaves": np.zeros((len(TARGETS), 8), dtype=np.float32),
        "tree_starts": np.arange(len(TARGETS)),
        "tree_bias": np.zeros(len(TARGETS), dtype=np.float32),
        "speaks_weights": np.zeros(features, dtype=np.float32),
        "speaks_bias": np.array(0.0, dtype=np.float32),
        "threshold_names": text_array([]),
        "thresholds": np.zeros(1, dtype=np.float32),
    }


def rows_for(reading: Arrays, examples: Sequence[Example]) -> np.ndarray:
    """Return what step two is given, with readings by ``reading``."""
    return Judge(placeholder(reading, 0)).rows([example.context for example in examples])


def flattened(model: HistGradientBoostingClassifier) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a boosted model's trees, each filled up to full depth."""
    inner, outer = 2**Forest.DEPTH - 1, 2**Forest.DEPTH
    trees = [predictor.nodes for (predictor,) in model._predictors]
    features = np.zeros((len(trees), inner), dtype=np.int16)
    limits = np.full((len(trees), inner), np.inf, dtype=np.float32)
    leaves = np.zeros((len(trees), outer), dtype=np.float32)

    def fill(tree: int, node: int, place: int) -> None:
        here = trees[tree][node]
        if place >= inner:
            leaves[tree, place - inner] = here["value"]
        elif here["is_leaf"]:
            fill(tree, node, 2 * place + 1)
            fill(tree, node, 2 * place + 2)
        else:
            features[tree, place] = here["feature_idx"]
            limits[tree, place] = here["num_threshold"]
            fill(tree, here["left"], 2 * place + 1)
            fill(tree, here["right"], 2 * place + 2)

    for tree in range(len(trees)):
        fill(tree, 0, 0)
    return features, limits, leaves


def boosted() -> HistGradientBoostingClassifier:
    """Return an untrained model of step two."""
    return HistGradientBoostingClassifier(
        max_iter=80,
        learning_rate=0.08,
        max_depth=Forest.DEPTH,
        max_leaf_nodes=2**Forest.DEPTH,
        min_samples_leaf=20,
        l2_regularization=5,
        early_stopping=False,
        random_state=0,
    )


def train_forest(rows: np.ndarray, targets: np.ndarray) -> Arrays:
    """Train step two on rows whose readings were made by models that had not seen them."""
    parts, starts, bias = [], [], []
    count = 0
    for target in range(targets.shape[1]):
        model = boosted().fit(rows, targets[:, target])
        parts.append(flattened(model))
        starts.append(count)
        count += len(parts[-1][0])
        bias.append(model._baseline_prediction[0, 0])
    features, limits, leaves = (np.concatenate(part) for part in zip(*parts, strict=True))
    return {
        "tree_features": features,
        "tree_limits": limits,
        "tree_leaves": leaves,
        "tree_starts": np.array(starts),
        "tree_bias": np.array(bias, dtype=np.float32),
    }


def ends_of(examples: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Return which examples end a draft, and whether that end speaks of the reader's world."""
    at, speaks = [], []
    for number, example in enumerate(examples):
        for is_end, label in (
            (example.context.is_first, example.draft.customer_first),
            (example.context.is_last, example.draft.customer_last),
        ):
            if is_end:
                at.append(number)
                speaks.append(label)
    return np.array(at), np.array(speaks)


def train_speaks(rows: np.ndarray, speaks: np.ndarray) -> Arrays:
    """Train the judgement of a draft's ends."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    model = LogisticRegression(C=0.01, max_iter=2000).fit((rows - middle) / spread, speaks)
    weights = model.coef_[0] / spread
    bias = model.intercept_[0] - weights @ middle
    return {
        "speaks_weights": weights.astype(np.float32),
        "speaks_bias": np.array(bias, dtype=np.float32),
    }


def train_step_two(rows: np.ndarray, targets: np.ndarray, examples: Sequence[Example]) -> Arrays:
    """Train everything behind the readings."""
    at, speaks = ends_of(examples)
    return train_forest(rows, targets) | train_speaks(rows[at], speaks)


def chances(arrays: Arrays, rows: np.ndarray) -> np.ndarray:
    """Return the chances of ``TARGETS`` and of ``speaks`` for rows of step two."""
    odds = np.column_stack(
        [
            Forest(arrays).odds(rows.astype(np.float32)),
            rows @ arrays["speaks_weights"] + arrays["speaks_bias"],
        ]
    )
    return 1 / (1 + np.exp(-odds))


def best_threshold(yes: np.ndarray, chance: np.ndarray) -> tuple[float, float]:
    """Return the highest F1 and the probability from which on it is reached."""
    order = np.argsort(-chance, kind="stable")
    hits = np.cumsum(yes[order])
    scores = 2 * hits / (np.arange(1, len(yes) + 1) + yes.sum())
    at = int(scores.argmax())
    behind = chance[order[min(at + 1, len(order) - 1)]]
    return float(scores[at]), float((chance[order[at]] + behind) / 2)


def precise_threshold(yes: np.ndarray, chance: np.ndarray, precision: float) -> float:
    """Return the lowest probability from which on ``precision`` is reached."""
    order = np.argsort(-chance, kind="stable")
    reached = np.cumsum(yes[order]) / np.arange(1, len(yes) + 1) >= precision
    return float(chance[order[np.flatnonzero(reached).max()]]) if reached.any() else 1.0


def cross_validated(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """Return step two's rows and the chances, every batch judged by models that know the others."""
    parts = {}
    for batch in sorted(set(corpus.batches)):
        out = corpus.batches == batch
        reading = train_reading(corpus, ~out)
        parts[batch] = rows_for(reading, [corpus.examples[i] for i in np.flatnonzero(out)])
    rows = np.zeros((len(corpus.examples), next(iter(parts.values())).shape[1]), dtype=np.float32)
    for batch, part in parts.items():
        rows[corpus.batches == batch] = part
    result = np.zeros((len(rows), len(TARGETS) + 1))
    for batch in parts:
        out = corpus.batches == batch
        others = [corpus.examples[i] for i in np.flatnonzero(~out)]
        arrays = train_step_two(rows[~out], corpus.targets[~out], others)
        result[out] = chances(arrays, rows[out])
    return rows, result


def thresholds_of(corpus: Corpus, result: np.ndarray) -> dict[str, float]:
    """Return from which probability on a judgement counts, from cross-validated chances."""
    found = {}
    for number, target in enumerate(TARGETS):
        yes, chance = corpus.targets[:, number], result[:, number]
        score, found[target] = best_threshold(yes, chance)
        found[f"{target}_sure"] = precise_threshold(yes, chance, 0.9)
        print(f"{target:16} {yes.sum():5} F1 {score:.3f} from {found[target]:.3f} on, ", end="")
        print(f"precision 0.9 from {found[f'{target}_sure']:.3f} on")
    at, speaks = ends_of(corpus.examples)
    right = ((result[at, -1] > 0.5) == speaks).mean()  # noqa: PLR2004
    print(f"speaks           {len(at):5} right {right:.3f}")
    return found | {"speaks": 0.5}


def build(corpus: Corpus) -> Arrays:
    """Return the whole model."""
    rows, result = cross_validated(corpus)
    thresholds = thresholds_of(corpus, result)
    return (
        train_reading(corpus, np.ones(len(rows), dtype=bool))
        | train_step_two(rows, corpus.targets, corpus.examples)
        | {
            "format": np.array(FORMAT),
            "threshold_names": text_array(list(thresholds)),
            "thresholds": np.array(list(thresholds.values()), dtype=np.float32),
        }
    )


def save(path: Path, arrays: Arrays) -> None:
    """Write arrays as ``.npz``, uncompressed and with fixed dates: the same arrays, the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name in sorted(arrays):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.array(arrays[name], order="C"), version=(1, 0))
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            file.writestr(entry, buffer.getvalue())


def main() -> None:
    """Build and save the model."""
    corpus = Corpus(examples_of(load_drafts(), Engine.load()))
    path = resource_root() / "models" / "judge.npz"
    save(path, build(corpus))
    print(f"{len(corpus.examples)} sentences; {path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
