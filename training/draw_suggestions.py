"""Draws suggestions at random, to be read by a person as a strict editor would.

    python training/draw_suggestions.py DRAFTS.jsonl [--count 150] [--seed 7] [--kind KIND ...]

Checks every labelled draft with its own persona, just as the program does, and prints a sample of
all complete suggestions in their place: what stands before and behind, the sentence, and the
sentence as suggested. The same drafts, seed and program give the same sample. For each, three
questions: is it grammatical there? could it be pasted with at most a touch? does it say anything
that neither the sentence nor the persona says?
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pairs import persona_of

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import Finding, Kind, Suggestion
from writer_assistant.analysis.judging import load_settings
from writer_assistant.analysis.live import LiveDraft
from writer_assistant.reframe.suggest import Reframer

AROUND = 90
"""Code points of the draft that are shown on either side."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A suggestion and the draft that it is for; offsets from the draft's start."""

    draft: str
    text: str
    finding: Finding
    suggestion: Suggestion
    number: int

    def __str__(self) -> str:
        made, finding = self.suggestion, self.finding
        start = min(made.span.start, finding.sentence.start)
        end = max(made.span.end, finding.sentence.end)
        before = self.text[max(0, start - AROUND) : start]
        behind = self.text[end : end + AROUND]
        new = self.text[start : made.span.start] + made.text + self.text[made.span.end : end]
        source = made.source.entry if made.source else "-"
        return (
            f"{self.draft}  {finding.kind} {finding.severity}, suggestion {self.number}: "
            f"{made.how}, {source}\n  was  {self.text[start:end]!r}\n  now  {new!r}\n"
            f"  in   {before!r} … {behind!r}"
        )


def all_suggestions(path: Path, kinds: frozenset[Kind]) -> Iterator[Drawn]:
    """Yield every complete suggestion for the drafts of a file."""
    engine = Engine.load()
    for line in path.read_text(encoding="utf-8").splitlines():
        labelled = json.loads(line)
        raw = {**labelled["persona"]}
        raw.setdefault("author", labelled.get("author", {}))
        persona = persona_of(raw)
        settings, _ = load_settings(persona)
        text = assembled(labelled)
        draft = LiveDraft(settings, engine)
        draft.set_lines(text.split("\n"))
        draft.report()
        places = list(draft.found())
        made = Reframer(engine, persona).suggest_all([found for _, found in places])
        for (start, found), suggestions in zip(places, made, strict=True):
            for number, suggestion in enumerate(suggestions, 1):
                if suggestion.complete and found.finding.kind in kinds:
                    finding = found.finding.shifted(start)
                    span = suggestion.span.shifted(start)
                    moved = Suggestion(suggestion.text, span, suggestion.how, suggestion.source)
                    yield Drawn(labelled["id"], text, finding, moved, number)


def assembled(labelled: dict[str, object]) -> str:
    """Return the text of a labelled draft."""
    text, last = "", None
    for sentence in labelled["sentences"]:  # type: ignore[attr-defined]
        if last is not None:
            text += " " if sentence["p"] == last else "\n\n"
        text += sentence["text"]
        last = sentence["p"]
    return text


def main() -> int:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("drafts", type=Path)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kind", type=Kind, action="append", help="default: all five")
    arguments = parser.parse_args()
    pool = list(all_suggestions(arguments.drafts, frozenset(arguments.kind or Kind)))
    drawn = random.Random(arguments.seed).sample(pool, min(arguments.count, len(pool)))
    print(f"{len(drawn)} of {len(pool)} complete suggestions, seed {arguments.seed}")
    for number, one in enumerate(drawn, 1):
        print(f"\n{number}. {one}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
