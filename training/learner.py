"""A transformer that learns to read sentences: teacher and pupil are two sizes of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from lessons import OTHER_HANDS, Lesson, batches, padded

from writer_assistant.analysis.classifier import TARGETS
from writer_assistant.analysis.marker import LABELS
from writer_assistant.analysis.vocabulary import Familiarity

BATCH, RATE_OF_HEADS, DECAY, DROP = 32, 1e-3, 0.01, 0.2
_READ_AT_ONCE = 64


def learner(
    folder: Path, layers: int, numbering: Sequence[int] | None = None, **settings: object
) -> Any:
    """Return a model that reads with the first layers of another and says what ours says.

    What the persona says of a word is a vector that is added to those of its pieces, and so is what
    the lexicons say. The vectors of the pieces themselves are not learned.

    Args:
        folder: of a transformer of the kind of BERT, as Hugging Face keeps them.
        layers: how many of its layers are kept.
        numbering: its own number of each piece, if its vocabulary has another order.
        settings: of the transformer that are not as they are kept.
    """
    import torch
    from transformers import AutoConfig, AutoModel

    torch.manual_seed(0)
    config = AutoConfig.from_pretrained(folder, **settings)
    body = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    body.encoder.layer = body.encoder.layer[:layers]
    width = config.hidden_size

    class Learner(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.body = body
            for weights in self.body.embeddings.parameters():
                weights.requires_grad = False
            self.drop = torch.nn.Dropout(DROP)
            self.familiarity = torch.nn.Embedding(len(Familiarity), width)
            self.listed = torch.nn.Embedding(1 + OTHER_HANDS, width)
            for table in (self.familiarity, self.listed):
                torch.nn.init.normal_(table.weight, std=0.02)
            self.odds = torch.nn.Linear(2 * width, len(TARGETS))
            self.labels = torch.nn.Linear(width, len(LABELS))
            self.numbering = None if numbering is None else torch.tensor(numbering)

        def forward(
            self, numbers: Any, familiarity: Any, listed: Any, real: Any
        ) -> tuple[Any, Any]:
            if self.numbering is not None:
                numbers = self.numbering[numbers]
            vectors = self.body.embeddings.word_embeddings(numbers)
            vectors = vectors + self.familiarity(familiarity) + self.listed(listed)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                read = self.body(inputs_embeds=vectors, attention_mask=real).last_hidden_state
            read = read.float()
            mean = (read * real[..., None]).sum(1) / real.sum(1, keepdim=True)
            whole = self.drop(torch.cat([read[:, 0], mean], 1))
            return self.odds(whole), self.labels(self.drop(read)).log_softmax(-1)

    return Learner()


def learn(model: Any, rounds: Sequence[Sequence[Lesson]], rate: float) -> None:
    """Teach a model.

    Args:
        model: a learner.
        rounds: the lessons of each time round.
        rate: the highest rate of its layers.
    """
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits

    chance = random.Random(0)
    plan = [batch for lessons in rounds for batch in batches(lessons, BATCH, chance)]
    layers = [p for p in model.body.parameters() if p.requires_grad]
    new = (model.familiarity, model.listed, model.odds, model.labels)
    heads = [p for part in new for p in part.parameters()]
    groups = [{"params": layers, "lr": rate}, {"params": heads, "lr": RATE_OF_HEADS}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, RATE_OF_HEADS], total_steps=len(plan) + 1, pct_start=0.1
    )
    model.train()
    for batch in plan:
        *given, targets, labels = map(torch.from_numpy, padded(batch))
        odds, of_words = model(*given)
        loss = binary_cross_entropy_with_logits(odds, targets)
        loss = loss - (of_words * labels).sum() / labels.sum()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(layers, 1.0)
        optimizer.step()
        pace.step()


def said_of(model: Any, lessons: Sequence[Lesson]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return how likely a model thinks the targets and the labels of each sentence."""
    import torch

    model.eval()
    order = sorted(range(len(lessons)), key=lambda at: len(lessons[at].labels))
    said: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    with torch.no_grad():
        for start in range(0, len(order), _READ_AT_ONCE):
            part = order[start : start + _READ_AT_ONCE]
            *given, _, _ = map(torch.from_numpy, padded([lessons[at] for at in part]))
            odds, labels = model(*given)
            rows = zip(part, odds.sigmoid().numpy(), labels.exp().numpy(), strict=True)
            for at, targets, of_pieces in rows:
                said[at] = targets, of_pieces[: len(lessons[at].labels)].copy()
    return [said[at] for at in range(len(lessons))]
