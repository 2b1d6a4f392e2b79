"""Rich text in between: what Word documents, web pages and Markdown have in common.

Every format is read into these blocks and written from them, so that a formatting that one of
them cannot hold is lost in one place and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

DEEPEST = 16
"""Lists and quotes that stand deeper inside each other than this are taken as standing here."""


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text of one look.

    Attributes:
        text: ``\n`` is a line break inside the paragraph.
        bold: and so on: how it looks.
        italic: see there.
        struck: see there.
        code: see there; a code's text is taken as it stands.
        link: where it leads; empty if nowhere.
        image: where the picture is that ``text`` describes; empty for ordinary text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""
    image: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is mere text."""
        return self == Run(self.text)


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else said."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BlockList:
    """A list.

    Attributes:
        items: each of one block or more.
        start: the first item's number; None where bullets lead the items.
    """

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Code:
    r"""Lines of code, without the last ``\n``, and the name of their language if it is known."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is its head.

    Attributes:
        rows: all of the same length.
        aligned: ``left``, ``right``, ``center`` or nothing, for each column.
    """

    rows: tuple[tuple[Runs, ...], ...]
    aligned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Block: TypeAlias = Paragraph | Heading | Quote | BlockList | Code | Table | Rule


@dataclass(frozen=True, slots=True)
class RichText:
    """A document as read.

    Attributes:
        blocks: what stands in it.
        notices: what the person should know of what was left out, as sentences.
    """

    blocks: tuple[Block, ...]
    notices: tuple[str, ...] = ()


_BREAK = re.compile(r"\s*\n\s*")
_SPACES = re.compile(r"[ \t\r\f\v]{2,}|[\t\r\f\v]")
_EDGES = re.compile(r"(\s*)(.*\S)?(\s*)", re.DOTALL)
_ADDRESS = re.compile(
    r"https?://[^\s<>\[\]\"“”`()]+(?:\([^\s<>\[\]\"“”`()]*\)[^\s<>\[\]\"“”`()]*)*"
    r"|(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w-])"
)
_BEHIND_ADDRESS = ".,;:!?'’*_~…"


def tidied(runs: Iterable[Run]) -> Runs:
    """Return ``runs`` in the one form that stands for all that look alike.

    White space is a single space or line break and looks as its neighbours do where they agree;
    none is at the ends or beside a line break; neighbours of one look are one run; an address of
    the web or of mail leads there.
    """
    pieces: list[Run] = []
    for run in runs:
        if run.image or (run.code and run.text.strip()):
            pieces.append(replace(run, text=_SPACES.sub(" ", run.text.replace("\n", " "))))
        else:
            match = _EDGES.fullmatch(run.text)
            parts = match.groups() if match else ()
            pieces += [replace(run, text=part, code=False) for part in parts if part]
    return tuple(part for run in _merged(_spaced(pieces)) for part in _linked(run))


def _is_space(run: Run) -> bool:
    return not run.code and not run.image and run.text.isspace()


def _spaced(pieces: Sequence[Run]) -> list[Run]:
    """Return pieces with white space in its one form, none at the ends."""
    made: list[Run] = []
    space = ""
    for piece in pieces:
        if _is_space(piece):
            space += piece.text
            continue
        if space and made:
            made.append(_between(made[-1], piece, _one_space(space)))
        space = ""
        made.append(piece if piece.code else replace(piece, text=_one_space(piece.text)))
    return made


def _one_space(text: str) -> str:
    return _SPACES.sub(" ", _BREAK.sub("\n", text))


def _between(before: Run, after: Run, text: str) -> Run:
    return Run(
        text,
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
        struck=before.struck and after.struck,
        # The same address twice is two links.
        link=before.link if before.link == after.link and before.text != after.text else "",
    )


def _merged(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and not run.image and replace(merged[-1], text=run.text) == run:
            # Two runs of code may have a space each where they meet.
            merged[-1] = replace(run, text=_SPACES.sub(" ", merged[-1].text + run.text))
        else:
            merged.append(run)
    return merged


def _linked(run: Run) -> Iterator[Run]:
    if run.link == f"{run.text}/":
        # Browsers add it to a mere host.
        run = replace(run, link=run.text)
    if run.code or run.link or run.image or not ("://" in run.text or "@" in run.text):
        yield run
        return
    at = 0
    for match in _ADDRESS.finditer(run.text):
        address = match[0].rstrip(_BEHIND_ADDRESS)
        end = match.start() + len(address)
        if match.start() > at:
            yield replace(run, text=run.text[at : match.start()])
        link = address if "://" in address else f"mailto:{address}"
        yield replace(run, text=address, link=link)
        at = end
    if at < len(run.text):
        yield replace(run, text=run.text[at:])


def parted(runs: Iterable[Run]) -> Iterator[Runs]:
    """Yield the paragraphs that an empty line, made of two line breaks, parts."""
    part: list[Run] = []
    breaks = 0
    for run in runs:
        pieces = [run.text] if run.code or run.image else re.split(r"(\n)", run.text)
        for piece in pieces:
            if piece == "\n":
                breaks += 1
            elif run.image or piece.strip():
                if breaks > 1:
                    yield from filter(None, [tidied(part)])
                    part = []
                elif breaks:
                    part.append(Run("\n"))
                breaks = 0
                part.append(replace(run, text=piece))
            elif not breaks:
                part.append(replace(run, text=piece))
    yield from filter(None, [tidied(part)])


def in_a_line(runs: Runs) -> Runs:
    """Return ``runs`` in a single line."""
    return tidied(
        run if run.image else replace(run, text=run.text.replace("\n", " ")) for run in runs
    )


def plain(runs: Iterable[Run]) -> str:
    """Return the mere text of ``runs``."""
    return "".join(run.text for run in runs)


def without_common_bold(runs: Runs) -> Runs:
    """Return a heading's runs; bold that is all over its letters is its style and says nothing."""
    if all(run.bold or not any(map(str.isalpha, run.text)) for run in runs):
        return tidied(replace(run, bold=False) for run in runs)
    return runs


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list as word processors keep it: one that knows its level.

    Attributes:
        level: from 0.
        number: its own, None for a bullet.
        blocks: what it says; an item that says nothing is none.
        continues: whether it is no item but what else belongs to the one before it of that level.
        begins: whether it is the first of its list in any case.
    """

    level: int
    number: int | None
    blocks: tuple[Block, ...]
    continues: bool = False
    begins: bool = False


def lists(entries: Sequence[Entry]) -> list[BlockList]:
    """Return the lists that ``entries``, which stand behind each other, make.

    Another list begins where bullets change to numbers, or where the count starts again.
    """
    made: list[BlockList] = []
    at = 0
    while at < len(entries):
        first, items = entries[at], list[tuple[Block, ...]]()
        while at < len(entries) and _goes_on(first, len(items), entries[at]):
            end = at + 1
            while end < len(entries) and _belongs(entries[end], first.level):
                end += 1
            items += _item(entries[at:end], first.level)
            at = end
        items = [item for item in items if item]
        if items:
            made.append(BlockList(tuple(items), first.number))
    return made


def _goes_on(first: Entry, count: int, entry: Entry) -> bool:
    """Whether ``entry`` is the next item of the list that began with ``first``."""
    if entry.level != first.level or (count and entry.begins):
        return False
    return entry.number == (None if first.number is None else first.number + count)


def _belongs(entry: Entry, level: int) -> bool:
    return entry.level > level or (entry.continues and entry.level == level)


def _item(entries: Sequence[Entry], level: int) -> list[tuple[Block, ...]]:
    """Return the item that ``entries`` make; several where it is too deep to hold the others."""
    if level >= DEEPEST:
        return [entry.blocks for entry in entries]
    blocks: list[Block] = []
    inside: list[Entry] = []
    for entry in entries:
        if entry.level > level:
            inside.append(entry)
        else:
            blocks += lists(inside)
            inside = []
            blocks += entry.blocks
    return [(*blocks, *lists(inside))]
