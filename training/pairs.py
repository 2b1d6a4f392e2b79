"""The labelled sentences that the matcher learns from, each with its persona.

From ``train.jsonl`` and ``written/*.txt`` (see ``FORMAT.md``).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from writer_assistant.persona.model import Persona
from writer_assistant.persona.reading import read_persona
from writer_assistant.reframe.match import Query

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence of a labelled draft.

    Attributes:
        batch: who wrote the draft; no writer is learned from and measured on at once.
        draft: id of the draft.
        persona: whom the draft is for.
        query: the sentence and its neighbours.
        pains: ids of the pains that a reframing should speak to, best first; may be none.
        is_found: whether it is self-centered or feature-first at all.
    """

    batch: str
    draft: str
    persona: Persona
    query: Query
    pains: tuple[str, ...]
    is_found: bool


def load_pairs(folder: Path = HERE) -> list[Labelled]:
    """Return all labelled sentences, in an order that depends on the files alone."""
    pairs = list(read_jsonl(folder / "train.jsonl"))
    for path in sorted((folder / "written").glob("*.txt")):
        pairs += read_written(path)
    return pairs


def read_jsonl(path: Path) -> Iterator[Labelled]:
    """Yield the sentences of a file with a draft a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        draft = json.loads(line)
        persona = persona_of({**draft["persona"], "author": draft.get("author", {})})
        sentences = [
            (
                s["text"],
                tuple(s.get("pains") or ()),
                s["self_centered"][0] + s["feature_first"][0],
            )
            for s in draft["sentences"]
        ]
        yield from _labelled(f"{path.stem}-{draft['id'][0]}", draft["id"], persona, sentences)


def read_written(path: Path) -> Iterator[Labelled]:
    """Yield the sentences of a batch in the form of ``FORMAT.md``."""
    for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, body = part.partition("\n\n")
        first, *rest = head.splitlines()
        keys = {key: value.strip() for key, value in (line.split(":", 1) for line in rest)}
        file = path.with_suffix("") / f"{keys['persona']}.persona.toml"
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        raw["author"] = {
            "names": [name.strip() for name in keys["names"].split(";")],
            "products": [n.strip() for n in keys.get("products", "").split(";") if n.strip()],
        }
        sentences = []
        for line in filter(str.strip, body.rstrip().splitlines()):
            marks, _, said = line.partition(" || ")
            text, *fields = said.split(" || ")
            pains = next((f.strip()[2:] for f in fields if f.strip().startswith("p:")), "")
            sentences.append(
                (
                    text.strip(),
                    tuple(pain.strip() for pain in pains.split(",") if pain.strip()),
                    marks[:2],
                )
            )
        name = first.split("||")[0].strip()
        yield from _labelled(f"written-{path.stem}", name, persona_of(raw), sentences)


def _labelled(
    batch: str, draft: str, persona: Persona, sentences: Sequence[tuple[str, tuple[str, ...], str]]
) -> Iterator[Labelled]:
    texts = [re.sub(r"^(?:[-*+•]|\d{1,3}[.)]|#{1,6})\s+", "", text) for text, _, _ in sentences]
    for number, (_, pains, marks) in enumerate(sentences):
        near = texts[max(0, number - 1) : number] + texts[number + 1 : number + 2]
        query = Query(texts[number], tuple(near), is_selfie=marks == "sn")
        yield Labelled(batch, draft, persona, query, pains, marks != "nn")


def persona_of(raw: Mapping[str, Any]) -> Persona:
    """Return the persona of a labelled draft, read as a persona file of this content is.

    Raises:
        ValueError: if it is no persona.
    """
    values = {"format": 1, **raw}
    values["persona"] = {"name": "the reader", **raw.get("persona", {})}
    reading = read_persona(values)
    if reading.persona is None:
        raise ValueError("; ".join(fault.what for fault in reading.faults))
    return reading.persona
