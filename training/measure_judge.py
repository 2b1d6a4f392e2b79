"""Measure the shipped judge on labelled drafts that it was not trained on.

uv run --group train python training/measure_judge.py DRAFTS.jsonl [--errors TARGET]
"""

from __future__ import annotations

import argparse
import time
from dataclasses import astuple
from pathlib import Path

import numpy as np
from build_judge import EVEN, ends_of, targets_of
from corpus import examples_of, read_jsonl
from word_labels import from_jsonl

from writer_assistant.analysis.classifier import TARGETS, Judge
from writer_assistant.analysis.engine import Engine
from writer_assistant.paths import resource_root

BINS = np.array([0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])


def main() -> None:
    """Print precision, recall and F1 at the model's thresholds, calibration and speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drafts", type=Path)
    parser.add_argument("--errors", choices=TARGETS, help="list the worst errors of one target")
    args = parser.parse_args()
    engine = Engine.load()
    examples = examples_of(read_jsonl(args.drafts), engine)
    judge = Judge.load(resource_root() / "models" / "judge.npz")
    drafts = from_jsonl(args.drafts, engine)
    contexts = [context for draft in drafts for _, _, context in draft.sentences]
    began = time.perf_counter()
    result = np.array([astuple(judge.judge(context))[1:] for context in contexts])
    taken = time.perf_counter() - began
    targets = targets_of(examples)
    for number, target in enumerate(TARGETS):
        yes, chance = targets[:, number], result[:, number]
        said = chance >= judge.thresholds[target]
        hits = (said & yes).sum()
        precision, recall = hits / max(said.sum(), 1), hits / yes.sum()
        f1 = 2 * hits / (said.sum() + yes.sum())
        print(
            f"{target:16} {yes.sum():4}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ", end=""
        )
        at = np.digitize(chance, BINS[1:-1])
        shares = (f"{yes[at == b].mean():.2f}" if (at == b).any() else "-" for b in range(6))
        print("true share by chance:", " ".join(shares))
        if args.errors == target:
            for i in np.argsort(np.where(yes, chance, 1 - chance))[:25]:
                print(f"   {chance[i]:.2f} {'+' if yes[i] else '-'} {examples[i].sentence.text}")
    at, speaks = ends_of(examples)
    print(f"speaks           {len(at):4}  right {((result[at, -1] > EVEN) == speaks).mean():.3f}")
    began = time.perf_counter()
    for context in contexts:
        judge.judge(context)
    again = time.perf_counter() - began
    count = len(contexts) / 1000
    print(f"{taken / count:.3f} ms a sentence, {again / count:.3f} when it is read")


if __name__ == "__main__":
    main()
