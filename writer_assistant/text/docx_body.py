"""What the body of a Word document says, as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from writer_assistant.text.characters import raised
from writer_assistant.text.docx import (
    Package,
    R,
    W,
    is_on,
    numbering_of,
    switched,
    value,
)
from writer_assistant.text.gathered import Gathered
from writer_assistant.text.html_look import address
from writer_assistant.text.integers import integer
from writer_assistant.text.rich import (
    Block,
    Code,
    Entry,
    Heading,
    Paragraph,
    RichText,
    Rule,
    Run,
    parted,
    tidied,
    without_common_bold,
)
from writer_assistant.text.tables import Cell, TableParts

INDENT = 720
"""Twentieths of a point by which each level of a list is indented, as Word does."""

MIRRORED = {"left": "right", "right": "left"}
"""What Word calls the sides where text runs from right to left."""

_HEADING = re.compile(r"heading ([1-9])$")
_QUOTES = frozenset({"quote", "intense quote", "block text"})
_CODES = re.compile(r"(?:source )?code(?: block)?|html preformatted|preformatted text|macro")
_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]*)"')
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "drawing", "pict", "object"})
_CHARACTERS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011", "cr": "\n"}
_SYMBOLS = {
    "F0DF": "←", "F0E0": "→", "F0E8": "➔", "F0F0": "⇨", "F04A": "☺", "F04C": "☹", "F0FC": "✓",
    "F0FB": "✗", "F0FE": "☑", "F06F": "☐", "F0A8": "☐", "F0A7": "▪", "F0B7": "•",
}  # fmt: skip
"""What Word's automatic correction takes from its picture fonts."""


def read_body(body: ET.Element, package: Package) -> RichText:
    """Return what stands in a body."""
    reader = _Reader(package)
    gathered = Gathered()
    reader.read(body, gathered)
    gathered.end()
    blocks = [*gathered.blocks, *reader.noted()]
    counts = (
        (reader.comments, "comment", "comments"),
        (reader.pictures, "picture", "pictures"),
        (reader.deletions, "deletion of tracked changes", "deletions of tracked changes"),
    )
    told = [f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count]
    notices = (f"Left out of the Word document: {', '.join(told)}.",) if told else ()
    return RichText(tuple(blocks), notices)


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        self._notes: list[tuple[str, str]] = []
        self.comments = self.pictures = self.deletions = 0

    def read(self, parent: ET.Element, gathered: Gathered) -> None:
        """Read paragraphs and tables."""
        for element in parent:
            kind = _local(element)
            if kind == "p":
                self._paragraph(element, gathered)
                for box in _boxes(element):
                    self.read(box, gathered)
            elif kind == "tbl":
                indent = integer(_of(element.find(f"{W}tblPr/{W}tblInd"), "w"))
                for block in self._table(element).made():
                    gathered.place(quoted=False).add(block, _level(indent))
            elif kind not in _LEFT_OUT:
                self.read(element, gathered)

    def noted(self) -> Iterator[Block]:
        """Yield the notes that were referred to."""
        at = 0
        while at < len(self._notes):  # a note may refer to another
            note = self._package.notes.get(self._notes[at])
            at += 1
            if at == 1:
                yield Rule()
            inside = Gathered()
            if note is not None:
                self.read(note, inside)
            inside.end()
            mark = Run(raised(str(at)) + " ")
            match inside.blocks:
                case [Paragraph(runs), *others]:
                    yield Paragraph(tidied([mark, *runs]))
                    yield from others
                case others:
                    yield Paragraph(tidied([mark]))
                    yield from others

    # Paragraphs

    def _paragraph(self, paragraph: ET.Element, gathered: Gathered) -> None:
        package = self._package
        properties = paragraph.find(f"{W}pPr")
        family = list(package.family(value(properties, "pStyle")))
        names = [package.names.get(name, "") for name in family]
        is_code = any(_CODES.fullmatch(name) for name in names)
        runs = list(self._runs(paragraph, is_code=is_code))
        number, level = self._numbering(properties, family)
        indent = None if properties is None else properties.find(f"{W}ind")
        depth = _level(integer(_of(indent, "left") or _of(indent, "start")))
        if any(name.startswith("list continue") for name in names):
            depth = integer(names[0].rpartition(" ")[2]) - 1 if names[0][-1:].isdecimal() else 0
        quoted = not _QUOTES.isdisjoint(names)
        is_said = bool(runs or number or quoted)
        place = gathered.place(quoted=quoted, level=depth) if is_said else gathered
        if is_code and not number:
            place.add_line("".join(run.text for run in runs), depth)
            return
        heading = _heading_level(properties, names)
        if not tidied(runs) and not number:
            if properties is not None and properties.find(f"{W}pBdr/{W}bottom") is not None:
                gathered.place(quoted=False).add(Rule(), depth)
            else:
                place.part()
        elif heading:
            said = without_common_bold(tidied(runs))
            if said:
                place.add(Heading(min(heading, 6), said), depth)
        elif number:
            said_blocks: tuple[Block, ...] = tuple(map(Paragraph, parted(runs)))
            if is_code and runs:
                said_blocks = (Code("".join(run.text for run in runs)),)
            place.add_entry(Entry(level, self._count(number, level), said_blocks), number)
        else:
            for part in parted(runs):
                place.add(Paragraph(part), depth)

    def _numbering(self, properties: ET.Element | None, family: list[str]) -> tuple[str, int]:
        own = None if properties is None else properties.find(f"{W}numPr")
        numbered = self._package.numbered
        number, level = next((numbered[name] for name in family if name in numbered), ("", 0))
        if own is not None:
            given, level = numbering_of(own)
            number = given or number
        return ("", 0) if number == "0" else (number, level)

    def _count(self, number: str, level: int) -> int | None:
        """Return the number of the next item; None for a bullet."""
        numbering = self._package.numberings.get(number)
        here = None if numbering is None else numbering.levels.get(level)
        if numbering is None or here is None or not here.counts:
            return None
        counts = self._counts.setdefault(numbering.kind, {})
        if level in numbering.restarts and (number, level) not in self._restarted:
            self._restarted.add((number, level))
            counts[level] = numbering.restarts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else here.start
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return counts[level]

    # Text

    def _runs(self, paragraph: ET.Element, *, is_code: bool) -> Iterator[Run]:
        link = ""
        depth = 0  # of the fields that are open
        shown = True
        for run, around in self._pieces(paragraph, ""):
            for child in run:
                kind = _local(child)
                if kind == "fldChar":
                    step = _of(child, "fldCharType")
                    depth += {"begin": 1, "end": -1}.get(step, 0)
                    shown = step != "begin"
                    if depth <= 0:
                        link, depth = "", 0
                elif kind == "instrText":
                    match = _LINK.match(child.text or "")
                    link = address(match[1], pasted=False) if match else link
                elif shown:
                    text = self._text(child, kind, is_code=is_code)
                    if text:
                        yield self._looking(run, text, around or link, is_code=is_code)

    def _pieces(self, element: ET.Element, link: str) -> Iterator[tuple[ET.Element, str]]:
        """Yield the runs of a paragraph, and where they lead."""
        for child in element:
            kind = _local(child)
            if kind == "r":
                self.comments += child.find(f"{W}commentReference") is not None
                self.pictures += sum(_local(part) in {"drawing", "pict"} for part in child)
                if not is_on(child.find(f"{W}rPr"), "vanish"):
                    yield child, link
            elif kind == "hyperlink":
                yield from self._pieces(child, self._target(child))
            elif kind == "fldSimple":
                match = _LINK.match(_of(child, "instr"))
                yield from self._pieces(child, address(match[1], pasted=False) if match else link)
            elif kind == "del":
                self.deletions += 1
            elif kind not in _LEFT_OUT and kind != "pPr":
                yield from self._pieces(child, link)

    def _target(self, hyperlink: ET.Element) -> str:
        known = self._package.links.get(hyperlink.get(f"{R}id", ""))
        if known is not None:
            return address(known, pasted=False)
        anchor = _of(hyperlink, "anchor")
        return f"#{anchor}" if anchor and not anchor.startswith("_") else ""

    def _text(self, child: ET.Element, kind: str, *, is_code: bool) -> str:
        if kind == "t":
            text = child.text or ""
            return text if is_code else text.replace("\n", " ")
        if kind == "br":
            return "\n" if _of(child, "type") in {"", "textWrapping"} else ""
        if kind == "sym":
            return _SYMBOLS.get(_of(child, "char").upper(), "")
        if kind in {"footnoteReference", "endnoteReference"}:
            self._notes.append((kind.removesuffix("Reference"), _of(child, "id")))
            return raised(str(len(self._notes)))
        if kind == "tab" and is_code:
            return "\t"
        return _CHARACTERS.get(kind, "")

    def _looking(self, run: ET.Element, text: str, link: str, *, is_code: bool) -> Run:
        if is_code:
            return Run(text)
        properties = run.find(f"{W}rPr")
        style = value(properties, "rStyle")
        looks = {**self._package.look_of(style), **switched(properties)}
        name = self._package.names.get(style, "")
        height = value(properties, "vertAlign")
        if height in {"superscript", "subscript"} and not link:
            text = raised(text, low=height == "subscript")
        if name == "picture address":
            return Run(text, image=link)
        return Run(
            text,
            bold=looks.get("bold", False),
            italic=looks.get("italic", False),
            struck=looks.get("struck", False),
            code=looks.get("code", False),
            link=link,
        )

    # Tables

    def _table(self, table: ET.Element) -> TableParts:
        parts = TableParts()
        for row in _inside(table, "tr"):
            is_head = is_on(row.find(f"{W}trPr"), "tblHeader")
            parts.rows.append([self._cell(cell, is_head=is_head) for cell in _inside(row, "tc")])
        return parts

    def _cell(self, cell: ET.Element, *, is_head: bool) -> Cell:
        properties = cell.find(f"{W}tcPr")
        merged = None if properties is None else properties.find(f"{W}vMerge")
        gathered = Gathered()
        if merged is None or _of(merged, "val") == "restart":
            self.read(cell, gathered)
            gathered.end()
        first = cell.find(f"{W}p/{W}pPr")
        side = value(first, "jc")
        side = {"end": "right", "start": "left"}.get(side, side)
        if is_on(first, "bidi"):
            side = MIRRORED.get(side, side)
        aligned = side if side in {"right", "center"} or (side == "left" and is_head) else ""
        across = integer(value(properties, "gridSpan")) or 1
        return Cell(tuple(gathered.blocks), is_head, across, 1, aligned)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _of(element: ET.Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def _level(indent: int) -> int | None:
    """Return the level of the list to whose items text of this indentation belongs."""
    return indent // INDENT - 1 if indent >= INDENT else None


def _inside(element: ET.Element, kind: str) -> Iterator[ET.Element]:
    """Yield rows or cells, also those that stand in a control."""
    for child in element:
        if _local(child) == kind:
            yield child
        elif _local(child) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _inside(child, kind)


def _boxes(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the text boxes that are anchored in a paragraph, each once."""
    for child in element:
        if _local(child) == "txbxContent":
            yield child
        elif _local(child) not in {"Fallback", "del", "moveFrom"}:
            yield from _boxes(child)


def _heading_level(properties: ET.Element | None, names: list[str]) -> int:
    for name in names:
        match = _HEADING.match(name)
        if match:
            return int(match[1])
        if name == "title":
            return 1
    if properties is None or properties.find(f"{W}outlineLvl") is None:
        return 0
    level = integer(value(properties, "outlineLvl"))
    return level + 1 if level < 6 else 0  # 9 is body text
