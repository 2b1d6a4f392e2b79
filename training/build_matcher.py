"""Learns ``resources/models/matcher.toml``: how much each likeness counts in matching.

    python training/build_matcher.py [--measure DRAFTS.jsonl]

Needs the encoder (``build_encoder.py``), the labelled drafts beside this file and nothing else.
The weights make the labelled pains likely (a softmax over the pains of the persona, with a small
penalty on large weights); a second, logistic, rule learns whether any pain fits at all. Measured
with every writer's drafts left out in turn; the same drafts give the same file.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OPENBLAS_CORETYPE"] = "Haswell"

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pairs import HERE, Labelled, load_pairs, read_jsonl
from scipy.optimize import minimize

from writer_assistant.reframe.encoder import Encoder
from writer_assistant.reframe.match import FEATURES, Matcher, fit_numbers

TARGET = HERE.parent / "resources" / "models" / "matcher.toml"
PENALTY = 5.0
SECOND = 0.6
"""What a pain weighs that is labelled, but not first."""


class Table:
    """Features and labels of sentences."""

    def __init__(self, pairs: Sequence[Labelled]) -> None:
        matchers: dict[str, Matcher] = {}
        encoder = Encoder.built_in()
        self.rows: list[Any] = []
        self.wanted: list[Any] = []
        self.batches = [pair.batch for pair in pairs]
        self.queries = [pair.query for pair in pairs]
        for pair in pairs:
            key = f"{pair.batch} {pair.draft}"
            if key not in matchers:
                matchers[key] = Matcher(pair.persona, encoder)
            self.rows.append(matchers[key].features([pair.query])[0].astype(np.float64))
            ids = [pain.id for pain in pair.persona.pains]
            places = [pair.pains.index(i) if i in pair.pains else -1 for i in ids]
            self.wanted.append(np.array([(SECOND, 1.0)[p == 0] if p >= 0 else 0.0 for p in places]))

    def fits(self, number: int) -> bool:
        """Whether any pain was labelled for a sentence."""
        return bool(self.wanted[number].any())

    def fit_numbers(self, number: int, weights: Any) -> Any:
        """Return what a sentence's fit is told by."""
        row = self.rows[number]
        return fit_numbers(row, row @ weights, self.queries[number])


def learn(rows: Sequence[Any], wanted: Sequence[Any]) -> Any:
    """Return the weights that make the wanted pains likely."""
    scale = np.concatenate(rows).std(axis=0) + 1e-6
    scaled = [row / scale for row in rows]
    shares = [want / want.sum() for want in wanted]

    def loss(weights: Any) -> tuple[float, Any]:
        total, slope = PENALTY * weights @ weights, 2 * PENALTY * weights
        for row, share in zip(scaled, shares, strict=True):
            scores = row @ weights
            belief = np.exp(scores - scores.max())
            belief /= belief.sum()
            total -= share @ np.log(belief + 1e-12)
            slope = slope + row.T @ (belief - share)
        return total, slope

    found = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B")
    return found.x / scale


def learn_fit(table: Table, numbered: Sequence[int], weights: Any) -> Any:
    """Return the weights that tell whether any pain fits, from some sentences of a table."""
    numbers = np.array([table.fit_numbers(n, weights) for n in numbered], dtype=np.float64)
    truth = np.array([table.fits(n) for n in numbered], dtype=np.float64)
    scale = numbers.std(axis=0)
    scale[-1] = 1.0
    scaled = numbers / scale

    def loss(given: Any) -> tuple[float, Any]:
        chance = 1 / (1 + np.exp(-(scaled @ given)))
        total = -(truth @ np.log(chance + 1e-12) + (1 - truth) @ np.log(1 - chance + 1e-12))
        return total + given @ given, scaled.T @ (chance - truth) + 2 * given

    return minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x / scale


def hits(rows: Sequence[Any], wanted: Sequence[Any], weights: Any) -> Any:
    """Return for each sentence whether a wanted pain is first, among two, among three."""
    found = []
    for row, want in zip(rows, wanted, strict=True):
        order = np.argsort(-(row @ weights), kind="stable")
        found.append([want[order[:count]].any() for count in (1, 2, 3)])
    return np.array(found, dtype=float)


def area(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Return the area under the curve of hits against false alarms."""
    yes = np.array([s for s, t in zip(scores, truth, strict=True) if t])
    no = np.array([s for s, t in zip(scores, truth, strict=True) if not t])
    return float((yes[:, None] > no[None, :]).mean() + (yes[:, None] == no[None, :]).mean() / 2)


def cross_validated(table: Table, fitting: Table) -> tuple[Any, float]:
    """Return hits and area with each writer's drafts left out in turn."""
    found, scores, truth = [], [], []
    for batch in sorted(set(table.batches)):
        rest = [n for n, b in enumerate(table.batches) if b != batch]
        weights = learn([table.rows[n] for n in rest], [table.wanted[n] for n in rest])
        mine = [n for n, b in enumerate(table.batches) if b == batch]
        found.append(hits([table.rows[n] for n in mine], [table.wanted[n] for n in mine], weights))
        others = [n for n, b in enumerate(fitting.batches) if b != batch]
        fit = learn_fit(fitting, others, weights)
        for n in (n for n, b in enumerate(fitting.batches) if b == batch):
            scores.append(fit @ fitting.fit_numbers(n, weights))
            truth.append(fitting.fits(n))
    return np.concatenate(found).mean(axis=0), area(scores, truth)


def main() -> int:
    """Learn, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", type=Path, help="drafts to measure on, never learned from")
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    pairs = [pair for pair in load_pairs() if pair.persona.pains]
    fitting = Table([pair for pair in pairs if pair.is_found])
    table = Table([pair for pair in pairs if pair.pains])
    (first, two, three), fit_area = cross_validated(table, fitting)
    weights = learn(table.rows, table.wanted)
    fit = learn_fit(fitting, range(len(fitting.rows)), weights)
    measured = (
        f"{len(table.rows)} sentences, each writer's drafts left out in turn: a labelled pain is "
        f"first for {first:.3f}, among two for {two:.3f}, among three for {three:.3f}; whether "
        f"any fits: area {fit_area:.3f} over {len(fitting.rows)} findings"
    )
    lines = [
        "# How much each likeness counts in matching a sentence with a pain.",
        "# Learned by training/build_matcher.py; not edited by hand.",
        "format = 1",
        f'measured = "{measured}"',
        "",
        "[weights]",
        *(f"{name} = {weight:.5f}" for name, weight in zip(FEATURES, weights, strict=True)),
        "",
        "[fit]",
        f"weights = [{', '.join(f'{weight:.5f}' for weight in fit)}]",
    ]
    arguments.target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(measured)
    if arguments.measure:
        held = Table([pair for pair in read_jsonl(arguments.measure) if pair.pains])
        print("measured on", len(held.rows), hits(held.rows, held.wanted, weights).mean(axis=0))
        found = Table([pair for pair in read_jsonl(arguments.measure) if pair.is_found])
        numbers = range(len(found.rows))
        given = [fit @ found.fit_numbers(n, weights) for n in numbers]
        print("fit", area(given, [found.fits(n) for n in numbers]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
