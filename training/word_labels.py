"""The labelled words of the training drafts, at their places: jargon and empty claims."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus import HERE, LabelledDraft, assemble, read_jsonl, read_written, see_draft

from writer_assistant.analysis.acronyms import spelled_out
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.persona.model import Persona
from writer_assistant.persona.reading import read_persona
from writer_assistant.text.markup import read_draft
from writer_assistant.text.span import Span

EMPTY = "empty"
"""The label of an empty claim; those of jargon are its subkinds."""


@dataclass(frozen=True, slots=True)
class WordDraft:
    """A draft, its sentences as the program sees them, and its labelled words.

    Attributes:
        id: its name.
        batch: whose hand wrote it.
        sentences: each with the offset in the draft at which its paragraph begins.
        labels: spans of the draft, each with a subkind of jargon or ``EMPTY``.
        text: the draft.
    """

    id: str
    batch: str
    sentences: tuple[tuple[int, Sentence, Context], ...]
    labels: tuple[tuple[Span, str], ...]
    text: str


def load_word_drafts(engine: Engine, folder: Path = HERE) -> list[WordDraft]:
    """Return all training drafts, in an order that depends on the files alone."""
    drafts = list(from_jsonl(folder / "train.jsonl", engine))
    for path in sorted((folder / "written").glob("*.txt")):
        drafts += from_written(path, engine)
    return drafts


def from_jsonl(path: Path, engine: Engine) -> Iterator[WordDraft]:
    """Yield the drafts of a file with a JSON object a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for draft, line in zip(read_jsonl(path), lines, strict=True):
        raw = json.loads(line)
        words = [
            [
                *((words, kind) for words, kind in s["jargon"]),
                *((w, EMPTY) for w in s["empty_claim"]),
            ]
            for s in raw["sentences"]
        ]
        yield _seen(draft, words, _persona(raw["persona"]), engine)


def from_written(path: Path, engine: Engine) -> Iterator[WordDraft]:
    """Yield the drafts of a batch in the form of ``FORMAT.md``."""
    parts = path.read_text(encoding="utf-8").split("=== ")[1:]
    for draft, part in zip(read_written(path), parts, strict=True):
        head, _, body = part.partition("\n\n")
        keys = dict(line.split(":", 1) for line in head.splitlines()[1:])
        file = path.with_suffix("") / f"{keys['persona'].strip()}.persona.toml"
        persona = _persona(tomllib.loads(file.read_text(encoding="utf-8")))
        words = [list(_labelled(line)) for line in body.splitlines() if line.strip()]
        yield _seen(draft, words, persona, engine)


def _labelled(line: str) -> Iterator[tuple[str, str]]:
    for field in line.split(" || ")[2:]:
        name, _, values = field.strip().partition(":")
        for value in filter(None, (value.strip() for value in values.split(";"))):
            if name == "j":
                words, _, subkind = value.rpartition("=")
                yield words.strip(), subkind.strip()
            elif name == "e":
                yield value, EMPTY


def _persona(values: Mapping[str, Any]) -> Persona:
    persona = read_persona({"format": 1, **values}).persona
    if persona is None:
        raise ValueError(f"no persona: {values!r}")
    return persona


def _seen(
    draft: LabelledDraft, words: list[list[tuple[str, str]]], persona: Persona, engine: Engine
) -> WordDraft:
    text, starts = assemble(draft)
    paragraphs = [p for p in read_draft(text).paragraphs if p.content.block.is_judged]
    explained: dict[str, str] = {}
    for paragraph in paragraphs:
        explained |= spelled_out(paragraph.content.prose)
    examples = see_draft(draft, engine)
    order = [p for p in paragraphs for _ in engine.sentences([p.content])[0]]
    return WordDraft(
        draft.id,
        draft.batch,
        tuple(
            (
                paragraph.start,
                example.sentence,
                replace(example.context, persona=persona, spelled_out=explained),
            )
            for paragraph, example in zip(order, examples, strict=True)
        ),
        tuple(_places(draft, starts, words)),
        text,
    )


def _places(
    draft: LabelledDraft, starts: list[int], words: list[list[tuple[str, str]]]
) -> Iterator[tuple[Span, str]]:
    for (_, sentence, _), start, labelled in zip(draft.sentences, starts, words, strict=True):
        after: dict[str, int] = {}
        for phrase, kind in labelled:
            at = sentence.find(phrase, after.get(phrase, 0))
            if at >= 0:
                after[phrase] = at + len(phrase)
                yield Span(start + at, start + at + len(phrase)), kind


def tally(found: Iterable[Span], labelled: Iterable[Span]) -> tuple[int, int, int]:
    """Return hits, false alarms and misses; half of the longer span has to be shared."""
    left = list(labelled)
    hits = false = 0
    for span in found:
        match = next((other for other in left if _agree(span, other)), None)
        if match is None:
            false += 1
        else:
            left.remove(match)
            hits += 1
    return hits, false, len(left)


def _agree(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= max(len(one), len(other))
