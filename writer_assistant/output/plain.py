"""Blocks as plain text for people: as posts are written, without any Markdown marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from writer_assistant.text.rich import (
    Block,
    BlockList,
    Code,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)


class Restyling(StrEnum):
    """What plain text shows otherwise than rich text, in words for a person."""

    HEADING = "Headings on lines of their own"
    EMPHASIS = "Bold and italics taken off"
    STRUCK = "Struck-out words that look like the others now"
    LINK = "Links written out behind their words"
    ANCHOR = "Links that lead nowhere from there"
    BULLET = "Items led by •"
    QUOTE = "Quotes put in quotation marks"
    TABLE = "Tables written as lines"
    PICTURE = "Pictures replaced by their descriptions"


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without marks, and how often each restyling was needed."""

    text: str
    counts: dict[Restyling, int] = field(default_factory=dict)


_OPENING = ("“", '"', "„", "«", "‘", "'", "‹")
_BY = re.compile(r"[—–―-]{1,2} ?\w")
_GAP = " · "
"""What parts the cells of a table."""


def plain_text(blocks: Sequence[Block]) -> PlainText:
    """Return blocks as plain text, without a line break at the end."""
    writer = _Writer()
    text = "\n".join(writer.lines(blocks))
    ordered = {which: writer.counts[which] for which in Restyling if writer.counts[which]}
    return PlainText(text, ordered)


class _Writer:
    def __init__(self) -> None:
        self.counts: Counter[Restyling] = Counter()

    def lines(self, blocks: Sequence[Block], *, tight: bool = False) -> Iterator[str]:
        """Yield the lines of blocks, with an empty one between two unless they are ``tight``."""
        for number, block in enumerate(blocks):
            if number and not tight:
                yield ""
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(runs):
                yield from self._text(runs).split("\n")
            case Heading(_, runs):
                self.counts[Restyling.HEADING] += 1
                yield self._text(runs)
            case Quote(inside):
                self.counts[Restyling.QUOTE] += 1
                yield from self._quote(inside)
            case BlockList():
                yield from self._list(block)
            case Code(text):
                yield from text.split("\n")
            case Table(rows):
                self.counts[Restyling.TABLE] += 1
                for row in rows:
                    yield _GAP.join(filter(None, map(self._text, row)))
            case Rule():
                yield "———"

    def _list(self, block: BlockList) -> Iterator[str]:
        for number, item in enumerate(block.items, block.start or 0):
            mark = "• " if block.start is None else f"{number}. "
            self.counts[Restyling.BULLET] += block.start is None
            for at, line in enumerate(self.lines(item, tight=True)):
                yield f"{' ' * len(mark) if at else mark}{line}".rstrip()

    def _quote(self, blocks: Sequence[Block]) -> Iterator[str]:
        lines = list(self.lines(blocks))
        if lines[0].startswith(_OPENING) or not all(isinstance(one, Paragraph) for one in blocks):
            yield from lines
            return
        # Every paragraph of a quote opens it again; who said it stands behind its end.
        last = len(lines) - 1
        while last and (not lines[last] or _BY.match(lines[last])):
            last -= 1
        for number, line in enumerate(lines):
            opens = line and (number == 0 or not lines[number - 1]) and number <= last
            yield f"{'“' if opens else ''}{line}{'”' if number == last else ''}"

    def _text(self, runs: Runs) -> str:
        parts: list[str] = []
        for link, group in groupby(runs, key=lambda run: run.link):
            text = "".join(map(self._run, group))
            parts.append(self._linked(text, link) if link else text)
        return "".join(parts)

    def _run(self, run: Run) -> str:
        self.counts[Restyling.EMPHASIS] += run.bold or run.italic
        self.counts[Restyling.STRUCK] += run.struck
        self.counts[Restyling.PICTURE] += bool(run.image)
        return run.text

    def _linked(self, text: str, link: str) -> str:
        address = link.removeprefix("mailto:").removeprefix("tel:")
        if address in text:
            return text
        if "://" not in link and not link.startswith(("mailto:", "tel:")):
            self.counts[Restyling.ANCHOR] += 1
            return text
        self.counts[Restyling.LINK] += 1
        return f"{text} ({address})" if text.strip() else address
