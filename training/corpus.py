"""The labelled drafts that the judge learns from, seen exactly as the program sees a draft.

``train.jsonl`` and ``written/*.txt`` (see ``FORMAT.md``) are read into drafts, and every other file
of ``plain/``, prose that sells nothing and in which nothing is to be found. Every draft is put
together, split, parsed and looked at by the program's own code, and each sentence that comes out
is given the labels of the labelled sentence in which it lies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from writer_assistant.analysis.author import author_of, names_in
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import Facts, see
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.persona.model import Author
from writer_assistant.text.markup import read_draft

HERE = Path(__file__).parent
_LEVEL = {"n": 0, "m": 1, "s": 2, "none": 0, "mild": 1, "strong": 2}
_YES = {"yes": True, "no": False}
_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)]|#{1,6})\s")
REACH = 3
"""Neighbours on each side that a context holds, as in the program."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What a person said of one sentence; 0 is none, 1 mild, 2 strong."""

    self_centered: int
    feature_first: int
    bare_ask: bool


def is_of_train(batch: str) -> bool:
    """Whether a batch is of ``train.jsonl``: others labelled ``written/``, with other habits."""
    return batch.startswith("train")


@dataclass(frozen=True, slots=True)
class LabelledDraft:
    """A draft with its labels.

    Attributes:
        id: its name; unique.
        batch: the batch it comes from; each was written by another hand.
        channel: where it would be published.
        author: names and products of who writes.
        sentences: number of the paragraph, text and labels of each sentence.
        customer_first: whether its first sentence speaks of the reader's world.
        customer_last: whether its last one does.
        sells: whether it is a draft of the kind that the program is made for, and labelled.
    """

    id: str
    batch: str
    channel: str
    author: Author
    sentences: tuple[tuple[int, str, Labels], ...]
    customer_first: bool
    customer_last: bool
    sells: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as the program sees it, and its labels.

    Attributes:
        draft: the draft it comes from.
        number: number of the labelled sentence in the draft, from 0.
        labels: what was said of it.
        sentence: as the engine gives it.
        context: as the rules are given it.
    """

    draft: LabelledDraft
    number: int
    labels: Labels
    sentence: Sentence
    context: Context


def load_drafts(folder: Path = HERE) -> list[LabelledDraft]:
    """Return all training drafts, in an order that depends on the files alone."""
    drafts = list(read_jsonl(folder / "train.jsonl"))
    for path in sorted((folder / "written").glob("*.txt")):
        drafts += read_written(path)
    for path in sorted((folder / "plain").glob("*.md"))[::2]:
        drafts.append(read_plain(path))
    return drafts


def read_jsonl(path: Path) -> Iterator[LabelledDraft]:
    """Yield the drafts of a file with a JSON object a line; the id's first letter is the batch."""
    for line in path.read_text(encoding="utf-8").splitlines():
        draft = json.loads(line)
        author = draft.get("author", {})
        yield LabelledDraft(
            draft["id"],
            f"{path.stem}-{draft['id'][0]}",
            draft["channel"],
            Author(tuple(author.get("names", ())), tuple(author.get("products", ()))),
            tuple(
                (
                    s["p"],
                    s["text"],
                    Labels(_LEVEL[s["self_centered"]], _LEVEL[s["feature_first"]], s["bare_ask"]),
                )
                for s in draft["sentences"]
            ),
            draft["customer_first"],
            draft["customer_last"],
        )


def read_written(path: Path) -> Iterator[LabelledDraft]:
    """Yield the drafts of a batch in the form of ``FORMAT.md``.

    Raises:
        ValueError: if a line is in no such form; the message names it.
    """
    for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, body = part.partition("\n\n")
        first, *rest = head.splitlines()
        name, channel, _industry, _style = (field.strip() for field in first.split("||"))
        keys = dict(line.split(":", 1) for line in rest)
        sentences = []
        paragraph = 0
        for line in body.rstrip().splitlines():
            if not line.strip():
                paragraph += 1
                continue
            marks, _, said = line.partition(" || ")
            if len(marks) not in (2, 3) or not said or marks[0] not in "nms":
                raise ValueError(f"{path.name}, {name}: {line!r}")
            words = said.split(" || ")[0].strip()
            paragraph += bool(_ITEM.match(words))
            sentences.append(
                (
                    paragraph,
                    words,
                    Labels(_LEVEL[marks[0]], _LEVEL[marks[1]], marks[2:] == "B"),
                )
            )
            paragraph += bool(_ITEM.match(words))
        yield LabelledDraft(
            name,
            f"written-{path.stem}",
            channel,
            Author(_listed(keys["names"]), _listed(keys.get("products", ""))),
            tuple(sentences),
            _YES[keys["first"].strip()],
            _YES[keys["last"].strip()],
        )


def read_plain(path: Path) -> LabelledDraft:
    """Return a text in which nothing is to be found; its batch is its genre, ``GENRE-name.md``."""
    paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    nothing = Labels(0, 0, bare_ask=False)
    return LabelledDraft(
        path.stem,
        f"plain-{path.stem.partition('-')[0]}",
        "",
        Author(),
        tuple((number, text, nothing) for number, text in enumerate(paragraphs)),
        customer_first=False,
        customer_last=False,
        sells=False,
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())


def assemble(draft: LabelledDraft) -> tuple[str, list[int]]:
    """Return the draft's text and the offset at which each labelled sentence begins."""
    text, starts, last = "", [], None
    for paragraph, sentence, _ in draft.sentences:
        if last is not None:
            text += " " if paragraph == last else "\n\n"
        starts.append(len(text))
        text += sentence
        last = paragraph
    return text, starts


def see_draft(labelled: LabelledDraft, engine: Engine) -> list[Example]:
    """Return the draft's sentences as the program sees them, each with its labels."""
    text, starts = assemble(labelled)
    draft = read_draft(text)
    paragraphs = [p for p in draft.paragraphs if p.content.block.is_judged]
    contents = [p.content for p in paragraphs]
    named = (name for content in contents for name in names_in(content))
    author = author_of((labelled.author,), draft.front_matter, named)
    sentences: list[tuple[int, Sentence]] = []
    for paragraph, found in zip(paragraphs, engine.sentences(contents), strict=True):
        for sentence in found:
            span = sentence.span.shifted(paragraph.start)
            middle = (span.start + span.end) // 2
            sentences.append((sum(start <= middle for start in starts) - 1, sentence))
    facts = [see(sentence, author, engine.lemma) for _, sentence in sentences]
    ends = _ends(facts)
    return [
        Example(
            labelled,
            number,
            labelled.sentences[number][2],
            sentence,
            Context(
                facts=facts[at],
                author=author,
                before=tuple(facts[max(0, at - REACH) : at][::-1]),
                after=tuple(facts[at + 1 : at + 1 + REACH]),
                is_first=at == ends[0],
                is_last=at == ends[1],
                channel=labelled.channel,
            ),
        )
        for at, (number, sentence) in enumerate(sentences)
    ]


def _ends(facts: Sequence[Facts]) -> tuple[int, int]:
    saying = [at for at, fact in enumerate(facts) if fact.shape.says_something]
    return (saying[0], saying[-1]) if saying else (-1, -1)


def examples_of(drafts: Iterable[LabelledDraft], engine: Engine) -> list[Example]:
    """Return the sentences of all drafts, as the program sees them."""
    return [example for draft in drafts for example in see_draft(draft, engine)]
