"""Build ``resources/models/judge.npz``, the learned judge, from the labelled drafts.

    uv run --group train python training/build_judge.py

Takes a few minutes and gives the same bytes every time: inputs are sorted, one thread computes, and
OpenBLAS is told to use the same kernels on every processor.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OPENBLAS_CORETYPE"] = "Haswell"

import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent))
import network
from corpus import Example, examples_of, load_drafts

from writer_assistant.analysis.classifier import FORMAT, TARGETS, Judge
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.judge_network import plain
from writer_assistant.analysis.judge_text import MARKERS, parts_of, phrases_of, pieces_of, words_of
from writer_assistant.paths import resource_root

Arrays = dict[str, np.ndarray]
SCARCE_PHRASE, SCARCE_PIECE = 2, 3
"""Phrases and pieces that fewer sentences hold are left out."""
STRENGTH = 4.0
"""C of the logistic regressions of step one."""
FACT_SCALE = 0.3
WEIGHING = 0.05
"""C of the logistic regressions of step two."""
PLAIN = 1.5
"""Weight of a sentence of plain prose in step two; step one does not see such sentences."""
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
PRECISE = 0.9
"""Least precision of what is called strongly self-centered."""
LATIN = re.compile(r"(?:##)?[a-z0-9]+|[!-/:-@\[-`{-~£€°–]")


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


class Meanings:
    """The words of MiniLM's vocabulary as vectors, cut down to what varies most among them.

    Taken from the encoder that the program ships for another purpose. Parts of words in other
    scripts are left out.

    Attributes:
        parts: the parts of words that are kept, ``##`` before those that begin no word.
        vectors: a row for each.
    """

    SIZE = 96

    def __init__(self, path: Path) -> None:
        with np.load(path) as file:
            everything = bytes(file["vocabulary"]).decode("utf-8").split("\n")
            numbers, scales = file["words.numbers"], file["words.scales"].astype(np.float64)
        kept = [at for at, part in enumerate(everything) if LATIN.fullmatch(part)]
        pairs = np.stack([numbers & 15, numbers >> 4], axis=2).reshape(len(numbers), -1)[kept]
        groups = (pairs.astype(np.float64) - 8).reshape(len(kept), scales.shape[1], -1)
        table = (groups * scales[kept][:, :, None]).reshape(len(kept), -1)
        table -= table.mean(0)
        spread, axes = np.linalg.eigh(table.T @ table / len(table))
        axes = axes[:, ::-1][:, : self.SIZE]
        self.parts = [everything[at] for at in kept]
        self.vectors = (table @ axes / np.sqrt(spread[::-1][: self.SIZE].mean())).astype(np.float32)
        self._numbers = {part: number for number, part in enumerate(self.parts)}

    def of(self, word: str) -> np.ndarray:
        """Return the vector of a word; zero for a marker and for what has no parts here."""
        at = [] if word in MARKERS else parts_of(plain(word), self._numbers)
        return self.vectors[at].mean(0) if at else np.zeros(self.SIZE, dtype=np.float32)


class Corpus:
    """Examples with everything about them that does not depend on what is trained on."""

    def __init__(self, examples: Sequence[Example], meanings: Meanings) -> None:
        self.examples = examples
        self.meanings = meanings
        self.targets = targets_of(examples)
        self.batches = np.array([example.draft.batch for example in examples])
        self.sells = np.array([example.draft.sells for example in examples])
        texts = [words_of(example.context.facts) for example in examples]
        self.phrases = [sorted(phrases_of(text.words)) for text in texts]
        self.pieces = [
            [piece for word in text.words for piece in pieces_of(word)] for text in texts
        ]
        self.facts = [dict(example.context.facts.features) for example in examples]
        self.fact_names = sorted({name for facts in self.facts for name in facts})
        table = fact_matrix(self.facts, self.fact_names).astype(np.float32)
        number = {mark.value: at for at, mark in enumerate(Mark)}
        self.texts = []
        for text, row, example in zip(texts, table, examples, strict=True):
            marks = np.zeros((len(text.words), len(number)), dtype=np.float32)
            for pair in text.marked(example.context.facts, number):
                marks[pair] = 1
            vectors = np.array([meanings.of(word) for word in text.words])
            self.texts.append(network.Text(vectors, marks, row))


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
    arrays |= network_arrays(
        network.train([corpus.texts[i] for i in at], corpus.targets[at], seed=0), corpus.meanings
    )
    arrays |= quantised("phrase", table[:first] * phrase_idf.astype(np.float64)[:, None])
    arrays |= quantised("piece", table[first:second] * piece_idf.astype(np.float64)[:, None])
    return arrays


def network_arrays(weights: network.Weights, meanings: Meanings) -> Arrays:
    """Return the network as the program has it: parts of words already turned into its width."""
    turned = meanings.vectors @ weights["word"]
    scales = np.abs(turned).max(1) / 127
    return {name: value for name, value in weights.items() if name != "word"} | {
        "marks": text_array([mark.value for mark in Mark]),
        "parts": text_array(meanings.parts),
        "part_scales": scales.astype(np.float16),
        "part_vectors": np.rint(turned / scales[:, None]).astype(np.int8),
    }


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


def rows_for(reading: Arrays, examples: Sequence[Example]) -> np.ndarray:
    """Return what step two is given, with readings by ``reading``."""
    judge = Judge(
        reading
        | {
            "signs": text_array(SIGNS),
            "weights": np.zeros((0, 0)),
            "offset": np.zeros(0),
            "threshold_names": text_array(["none"]),
            "thresholds": np.zeros(1),
        }
    )
    return judge.rows([example.context for example in examples])


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


def train_weighing(rows: np.ndarray, targets: np.ndarray, examples: Sequence[Example]) -> Arrays:
    """Train step two on rows whose readings were made by models that had not seen them."""
    ends, speaks = ends_of(examples)
    weight = np.where([example.draft.sells for example in examples], 1.0, PLAIN)
    parts = [weighed(rows, targets[:, target], weight) for target in range(targets.shape[1])] + [
        weighed(rows[ends], speaks, weight[ends])
    ]
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
    """Return the chances of ``TARGETS`` and of ``speaks`` for rows of step two."""
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


def precise_threshold(yes: np.ndarray, chance: np.ndarray, precision: float) -> float:
    """Return the lowest probability from which on ``precision`` is reached."""
    order = np.argsort(-chance, kind="stable")
    reached = np.cumsum(yes[order]) / np.arange(1, len(yes) + 1) >= precision
    return float(chance[order[np.flatnonzero(reached).max()]])


def cross_validated(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """Return step two's rows and the chances, every batch judged by models that know the others."""
    batches = sorted(set(corpus.batches))
    folds = [np.isin(corpus.batches, batches[first::FOLDS]) for first in range(FOLDS)]
    parts = [
        rows_for(
            train_reading(corpus, ~out & corpus.sells),
            [corpus.examples[i] for i in np.flatnonzero(out)],
        )
        for out in folds
    ]
    rows = np.zeros((len(corpus.examples), parts[0].shape[1]), dtype=np.float32)
    for out, part in zip(folds, parts, strict=True):
        rows[out] = part
    result = np.zeros((len(rows), len(TARGETS) + 1))
    for out in folds:
        others = [corpus.examples[i] for i in np.flatnonzero(~out)]
        arrays = train_weighing(rows[~out], corpus.targets[~out], others)
        result[out] = chances(arrays, rows[out])
    return rows, result


def thresholds_of(corpus: Corpus, result: np.ndarray) -> dict[str, float]:
    """Return from which probability on a judgement counts, from cross-validated chances."""
    found = {}
    words = sum(
        example.context.facts.words for example in corpus.examples if not example.draft.sells
    )
    for number, target in enumerate(TARGETS):
        yes, chance = corpus.targets[corpus.sells, number], result[corpus.sells, number]
        found[target] = best_threshold(yes, chance)
        if target == "self_strong":
            found[target] = max(found[target], precise_threshold(yes, chance, PRECISE))
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
    rows, result = cross_validated(corpus)
    thresholds = thresholds_of(corpus, result)
    return (
        train_reading(corpus, corpus.sells)
        | train_weighing(rows, corpus.targets, corpus.examples)
        | {
            "format": np.array(FORMAT),
            "signs": text_array(SIGNS),
            "threshold_names": text_array(list(thresholds)),
            "thresholds": np.array(list(thresholds.values()), dtype=np.float32),
        }
    )


def save(path: Path, arrays: Arrays) -> None:
    """Write arrays as ``.npz``, uncompressed and with fixed dates, so that its bytes repeat."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name in sorted(arrays):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.array(arrays[name], order="C"), version=(1, 0))
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            file.writestr(entry, buffer.getvalue())


def main() -> None:
    """Build and save the model."""
    models = resource_root() / "models"
    examples = examples_of(load_drafts(), Engine.load())
    corpus = Corpus(examples, Meanings(models / "encoder.npz"))
    path = models / "judge.npz"
    save(path, build(corpus))
    print(f"{len(corpus.examples)} sentences; {path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
