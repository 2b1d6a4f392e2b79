"""Training of the small network of the judge's first step, in numpy alone so that it repeats.

Its form is described, and run, by ``writer_assistant.analysis.judge_network``; here are the same
sums with their derivatives. Regularised by dropout, softened labels and decoupled weight decay;
optimised by Adam (Kingma and Ba, 2015; Loshchilov and Hutter, 2019) with a warm-up and a cosine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

WIDTH, HEADS, HIDDEN = 64, 4, 64
EPOCHS, BATCH, RATE, DECAY, SOFT = 12, 32, 2e-3, 0.05, 0.03
DROP_INPUT, DROP = 0.2, 0.3

Weights = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence as the network is given it: a vector and marks for each word, and its facts."""

    words: np.ndarray
    marks: np.ndarray
    facts: np.ndarray


@dataclass(frozen=True, slots=True)
class _Padded:
    words: np.ndarray
    marks: np.ndarray
    facts: np.ndarray
    real: np.ndarray


def _pad(texts: Sequence[Text]) -> _Padded:
    longest = max(1, *(len(text.words) for text in texts))
    count = len(texts)
    words = np.zeros((count, longest, texts[0].words.shape[1]), dtype=np.float32)
    marks = np.zeros((count, longest, texts[0].marks.shape[1]), dtype=np.float32)
    real = np.zeros((count, longest, 1), dtype=np.float32)
    for number, text in enumerate(texts):
        length = len(text.words)
        words[number, :length] = text.words
        marks[number, :length] = text.marks
        real[number, :length] = 1
    return _Padded(words, marks, np.stack([text.facts for text in texts]), real)


def _fresh(rng: np.random.Generator, texts: Sequence[Text], targets: int) -> Weights:
    word, mark, fact = (
        texts[0].words.shape[1],
        texts[0].marks.shape[1],
        texts[0].facts.shape[0],
    )
    shapes = {
        "word": (word, WIDTH, word + mark),
        "mark": (mark, WIDTH, word + mark),
        "near": (3 * WIDTH, WIDTH, 3 * WIDTH),
        "attend": (WIDTH, HEADS, WIDTH),
        "join": ((HEADS + 2) * WIDTH + fact, HIDDEN, (HEADS + 2) * WIDTH + fact),
        "out": (HIDDEN, targets, HIDDEN),
    }
    weights: Weights = {}
    for name, (rows, columns, fan_in) in shapes.items():
        limit = fan_in**-0.5
        weights[name] = rng.uniform(-limit, limit, (rows, columns)).astype(np.float32)
    for name, size in (
        ("word_bias", WIDTH),
        ("near_bias", WIDTH),
        ("attend_bias", HEADS),
        ("join_bias", HIDDEN),
        ("out_bias", targets),
    ):
        weights[name] = np.zeros(size, dtype=np.float32)
    return weights


def _shifted(values: np.ndarray, by: int) -> np.ndarray:
    moved = np.zeros_like(values)
    if by > 0:
        moved[:, by:] = values[:, :-by]
    else:
        moved[:, :by] = values[:, -by:]
    return moved


class _Pass:
    """One forward and backward pass over a batch."""

    def __init__(self, w: Weights, batch: _Padded, rng: np.random.Generator) -> None:
        self.w = w
        self.rng = rng
        self.batch = batch
        self.odds = self._forward()

    def _dropout(self, shape: tuple[int, ...], share: float) -> np.ndarray:
        kept = self.rng.random(shape, dtype=np.float32) >= share
        return kept.astype(np.float32) / np.float32(1 - share)

    def _forward(self) -> np.ndarray:
        w, batch = self.w, self.batch
        self.word_in = batch.words * self._dropout(batch.words.shape, DROP_INPUT)
        first = self.word_in @ w["word"] + batch.marks @ w["mark"] + w["word_bias"]
        self.first_on = (first > 0) * batch.real * self._dropout(first.shape, DROP)
        self.h = first * self.first_on
        self.near_in = np.concatenate([_shifted(self.h, 1), self.h, _shifted(self.h, -1)], axis=2)
        near = self.near_in @ w["near"] + w["near_bias"]
        self.near_on = (near > 0).astype(np.float32)
        self.kept = batch.real * self._dropout(near.shape, DROP)
        self.g = (self.h + near * self.near_on) * self.kept
        scores = self.g @ w["attend"] + w["attend_bias"] + (batch.real - 1) * np.float32(1e4)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        self.share = scores / scores.sum(axis=1, keepdims=True)
        pooled = self.share.transpose(0, 2, 1) @ self.g
        self.top = self.g.argmax(axis=1)
        count = len(self.g)
        self.fact_on = self._dropout(batch.facts.shape, DROP_INPUT)
        self.joined = np.concatenate(
            [
                pooled.reshape(count, -1),
                np.take_along_axis(self.g, self.top[:, None], axis=1)[:, 0],
                self.g[:, 0],
                batch.facts * self.fact_on,
            ],
            axis=1,
        )
        hidden = self.joined @ w["join"] + w["join_bias"]
        self.hidden_on = (hidden > 0) * self._dropout(hidden.shape, DROP)
        self.hidden = hidden * self.hidden_on
        return self.hidden @ w["out"] + w["out_bias"]

    def backward(self, slope: np.ndarray) -> Weights:
        """Return the slope of the loss for each weight, from its slope for the odds."""
        w, batch, count = self.w, self.batch, len(self.g)
        slopes: Weights = {"out": self.hidden.T @ slope, "out_bias": slope.sum(0)}
        hidden = (slope @ w["out"].T) * self.hidden_on
        slopes |= {"join": self.joined.T @ hidden, "join_bias": hidden.sum(0)}
        joined = hidden @ w["join"].T
        pooled = joined[:, : HEADS * WIDTH].reshape(count, HEADS, WIDTH)
        top = joined[:, HEADS * WIDTH : (HEADS + 1) * WIDTH]
        first = joined[:, (HEADS + 1) * WIDTH : (HEADS + 2) * WIDTH]
        g = self.share @ pooled
        share = self.g @ pooled.transpose(0, 2, 1)
        scores = self.share * (share - (share * self.share).sum(axis=1, keepdims=True))
        slopes |= {"attend": _outer(self.g, scores), "attend_bias": scores.sum((0, 1))}
        g += scores @ w["attend"].T
        rows, columns = np.arange(count)[:, None], np.arange(WIDTH)[None]
        g[rows, self.top, columns] += top
        g[:, 0] += first
        g *= self.kept
        near = g * self.near_on
        slopes |= {"near": _outer(self.near_in, near), "near_bias": near.sum((0, 1))}
        parts = near @ w["near"].T
        h = g + parts[:, :, WIDTH : 2 * WIDTH]
        h += _shifted(parts[:, :, :WIDTH], -1) + _shifted(parts[:, :, 2 * WIDTH :], 1)
        h *= self.first_on
        slopes |= {
            "word": _outer(self.word_in, h),
            "mark": _outer(batch.marks, h),
            "word_bias": h.sum((0, 1)),
        }
        return slopes


def _outer(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    return left.reshape(-1, left.shape[2]).T @ right.reshape(-1, right.shape[2])


def train(texts: Sequence[Text], targets: np.ndarray, seed: int) -> Weights:
    """Return trained weights.

    Args:
        texts: the sentences.
        targets: a row for each sentence, yes or no (or a chance) for each target.
        seed: decides the first weights, the order and the dropout.
    """
    rng = np.random.default_rng(seed)
    w = _fresh(rng, texts, targets.shape[1])
    mean = {name: np.zeros_like(value) for name, value in w.items()}
    square = {name: np.zeros_like(value) for name, value in w.items()}
    goal = (targets * (1 - 2 * SOFT) + SOFT).astype(np.float32)
    steps = EPOCHS * -(-len(texts) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(texts))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            this = _Pass(w, _pad([texts[i] for i in chosen]), rng)
            chance = 1 / (1 + np.exp(-this.odds))
            slopes = this.backward((chance - goal[chosen]) / np.float32(chance.size))
            rate = RATE * min((step + 1) / (0.1 * steps), 1) * 0.5
            rate *= 1 + np.cos(np.pi * max(0.0, step / steps - 0.1) / 0.9)
            step += 1
            for name, slope in slopes.items():
                mean[name] += 0.1 * (slope - mean[name])
                square[name] += 0.001 * (slope * slope - square[name])
                move = (mean[name] / (1 - 0.9**step)) / (
                    np.sqrt(square[name] / (1 - 0.999**step)) + 1e-8
                )
                w[name] = (w[name] * (1 - rate * DECAY) - rate * move).astype(np.float32)
    return w
