"""Word documents read as Markdown: headings, lists, emphasis, links and tables.

The parts are those of ECMA-376, Part 1 (WordprocessingML). Deleted text of tracked changes,
comments, footnotes, headers and pictures are left out.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from writer_assistant.errors import UserError

_LARGEST_PART = 100 * 1024 * 1024
"""Bytes to which a part may unpack; a document of a million words needs a tenth."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_R = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"

_OFF = {"0", "false", "off", "none"}
_HEADING = re.compile(r"heading ([1-9])$")
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "drawing", "pict", "object", "instrText"})
_CHARACTERS = {"tab": " ", "noBreakHyphen": "\u2011", "cr": "\n"}
_MARKS_IN_LINE = re.compile(
    r"[\\`*]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!])|\[(?=[^\[\]]*\][(\[])|&(?=#?\w+;)"
)
_ODD_LINK = re.compile(r"[\s()]")
_MARKS_IN_FRONT = re.compile(
    r"(?=#{1,6}(?:\s|$)|[>+-](?:\s|$)|---|===|~~~)|(?<=\d)(?=[.)](?:\s|$))"
)


@dataclass(frozen=True, slots=True)
class _Styles:
    """Names of styles, and which styles and numberings are lists.

    Attributes:
        names: canonical names, in lower case, by style id.
        based_on: parent's style id by style id.
        numbered: by style id, the numbering and the level that it brings.
        ordered: whether a level of a numbering counts.
        links: targets by relationship id.
    """

    names: dict[str, str]
    based_on: dict[str, str]
    numbered: dict[str, tuple[str, int]]
    ordered: dict[tuple[str, int], bool]
    links: dict[str, str]

    def family(self, style: str) -> Iterator[str]:
        """Yield a style's id and those that it is based on."""
        seen: set[str] = set()
        while style and style not in seen:
            yield style
            seen.add(style)
            style = self.based_on.get(style, "")


class _NoDoctype(ET.TreeBuilder):
    """Refuses document types, and so entities: no Word document has any."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002
        raise ValueError("it declares a document type")


def read_docx(data: bytes, name: str) -> str:
    r"""Return a Word document as Markdown, its lines ended by ``\n``.

    Raises:
        UserError: if it is damaged, protected or no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main_part(archive)
            styles = _read_styles(archive, main)
            body = _part(archive, main).find(f"{_W}body")
            blocks = [] if body is None else list(_blocks(body, styles))
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, ET.ParseError, EOFError,
            NotImplementedError, RuntimeError, OSError) as error:  # fmt: skip
        raise UserError(
            f"this is not a Word document that can be read ({error})",
            name,
            "Open it in its program and save it anew as .docx without a password.",
        ) from error
    lines: list[str] = []
    for (text, is_item), (_, was_item) in zip(blocks, [("", False), *blocks], strict=False):
        if lines and not (is_item and was_item):
            lines.append("")
        lines.append(text)
    return "\n".join(lines) + "\n" if lines else ""


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element:
    with archive.open(name) as file:
        data = file.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise ValueError("it unpacks to more than 100 MB")
    parser = ET.XMLParser(target=_NoDoctype())  # noqa: S314  # entities are refused, size bounded
    parser.feed(data)
    root: ET.Element = parser.close()
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_STRICT_W):
            element.tag = _W + element.tag[len(_STRICT_W) :]
        strict = [key for key in element.attrib if key.startswith((_STRICT_W, _STRICT_R))]
        for key in strict:
            plain = _W if key.startswith(_STRICT_W) else _R
            element.set(plain + key.rpartition("}")[2], element.get(key, ""))
    return root


def _targets(archive: zipfile.ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """Return kind and target of what a part refers to, by id."""
    try:
        root = _part(archive, name)
    except KeyError:
        return {}
    return {
        element.get("Id", ""): (
            element.get("Type", "").rpartition("/")[2],
            element.get("Target", ""),
        )
        for element in root
    }


def _main_part(archive: zipfile.ZipFile) -> str:
    for kind, target in _targets(archive, "_rels/.rels").values():
        if kind == "officeDocument":
            return target.lstrip("/")
    raise ValueError("it holds no document")


def _read_styles(archive: zipfile.ZipFile, main: str) -> _Styles:
    folder, _, file = main.rpartition("/")
    targets = _targets(archive, posixpath.join(folder, "_rels", f"{file}.rels"))
    styles = _Styles({}, {}, {}, {}, {key: target for key, (_, target) in targets.items()})
    parts = dict(targets.values())
    for kind, read in (("styles", _add_styles), ("numbering", _add_numbering)):
        if kind in parts:
            place = posixpath.normpath(posixpath.join("/", folder, parts[kind])).lstrip("/")
            try:
                read(_part(archive, place), styles)
            except KeyError:
                continue
    return styles


def _add_styles(root: ET.Element, styles: _Styles) -> None:
    for style in root.iter(f"{_W}style"):
        own = style.get(f"{_W}styleId", "")
        styles.names[own] = _value(style, "name").lower()
        styles.based_on[own] = _value(style, "basedOn")
        numbering = style.find(f"{_W}pPr/{_W}numPr")
        if numbering is not None:
            styles.numbered[own] = _numbering(numbering)


def _add_numbering(root: ET.Element, styles: _Styles) -> None:
    kinds: dict[str, dict[int, bool]] = {}
    for abstract in root.iter(f"{_W}abstractNum"):
        levels = kinds.setdefault(abstract.get(f"{_W}abstractNumId", ""), {})
        for level in abstract.iter(f"{_W}lvl"):
            number = _integer(level.get(f"{_W}ilvl", ""))
            levels[number] = _value(level, "numFmt") not in {"bullet", "none", ""}
    for use in root.iter(f"{_W}num"):
        for number, ordered in kinds.get(_value(use, "abstractNumId"), {}).items():
            styles.ordered[use.get(f"{_W}numId", ""), number] = ordered


def _numbering(element: ET.Element) -> tuple[str, int]:
    return _value(element, "numId"), _integer(_value(element, "ilvl"))


def _value(element: ET.Element, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else child.get(f"{_W}val", "")


def _integer(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _blocks(parent: ET.Element, styles: _Styles) -> Iterator[tuple[str, bool]]:
    """Yield each paragraph and table as Markdown, and whether it is an item of a list."""
    for element in parent:
        kind = _local(element)
        if kind == "p":
            text, is_item = _paragraph(element, styles)
            if text:
                yield text, is_item
        elif kind == "tbl":
            table = _table(element, styles)
            if table:
                yield table, False
        elif kind not in _LEFT_OUT:
            yield from _blocks(element, styles)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _paragraph(paragraph: ET.Element, styles: _Styles) -> tuple[str, bool]:
    properties = paragraph.find(f"{_W}pPr")
    style = "" if properties is None else _value(properties, "pStyle")
    family = list(styles.family(style))
    heading = _heading_level(properties, [styles.names.get(name, "") for name in family])
    text = _inline(paragraph, styles, plain=heading > 0)
    if not text:
        return "", False
    if heading:
        return f"{'#' * min(heading, 6)} {' '.join(text.split())}", False
    own = None if properties is None else properties.find(f"{_W}numPr")
    inherited = next((styles.numbered[name] for name in family if name in styles.numbered), None)
    number, level = inherited if own is None and inherited else ("", 0)
    if own is not None:
        number, level = _numbering(own)
    if number and number != "0":
        mark = "1." if styles.ordered.get((number, level)) else "-"
        indent = " " * (4 * level)
        body = text.replace("\n", f"\n{indent}  ")
        return f"{indent}{mark} {body}", True
    if any(styles.names.get(name) in {"quote", "intense quote"} for name in family):
        return "> " + text.replace("\n", "\n> "), False
    return _MARKS_IN_FRONT.sub(r"\\", text, count=1) if _leads(text) else text, False


def _leads(text: str) -> bool:
    """Whether the beginning of a paragraph would be read as a mark."""
    return bool(re.match(r"#{1,6}(?:\s|$)|[>+-](?:\s|$)|---|===|~~~|\d{1,9}[.)](?:\s|$)", text))


def _heading_level(properties: ET.Element | None, names: list[str]) -> int:
    for name in names:
        match = _HEADING.match(name)
        if match:
            return int(match[1])
        if name == "title":
            return 1
    if properties is None or properties.find(f"{_W}outlineLvl") is None:
        return 0
    level = _integer(_value(properties, "outlineLvl"))
    return level + 1 if level < 6 else 0  # 9 is body text


def _inline(paragraph: ET.Element, styles: _Styles, *, plain: bool = False) -> str:
    """Return what stands in a paragraph, with emphasis unless ``plain``."""
    parts: list[tuple[str, str]] = []  # marks around it, text
    for run, link in _runs(paragraph, styles.links):
        text = _run_text(run)
        if not text:
            continue
        marks = "" if plain else _emphasis(run)
        text = _MARKS_IN_LINE.sub(lambda match: "\\" + match[0], text)
        if link and not plain:
            text = f"[{text}](<{link}>)" if _ODD_LINK.search(link) else f"[{text}]({link})"
        if parts and parts[-1][0] == marks and not link:
            parts[-1] = (marks, parts[-1][1] + text)
        else:
            parts.append((marks, text))
    return "".join(_wrapped(marks, text) for marks, text in parts).strip()


def _runs(
    element: ET.Element, links: dict[str, str], link: str = ""
) -> Iterator[tuple[ET.Element, str]]:
    for child in element:
        kind = _local(child)
        if kind == "r":
            yield child, link
        elif kind == "hyperlink":
            yield from _runs(child, links, links.get(child.get(f"{_R}id", ""), ""))
        elif kind not in _LEFT_OUT and kind != "pPr":
            yield from _runs(child, links, link)


def _run_text(run: ET.Element) -> str:
    parts: list[str] = []
    for child in run:
        kind = _local(child)
        if kind == "t":
            parts.append((child.text or "").replace("\n", " "))
        elif kind == "br":
            parts.append("\n" if child.get(f"{_W}type", "textWrapping") == "textWrapping" else "")
        else:
            parts.append(_CHARACTERS.get(kind, ""))
    return "".join(parts)


def _emphasis(run: ET.Element) -> str:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return ""
    marks = ""
    for name, mark in (("b", "**"), ("i", "*")):
        switch = properties.find(f"{_W}{name}")
        if switch is not None and switch.get(f"{_W}val", "1") not in _OFF:
            marks += mark
    return marks


def _wrapped(marks: str, text: str) -> str:
    inner = text.strip()
    if not marks or not inner:
        return text
    before, _, behind = text.partition(inner)
    return f"{before}{marks}{inner}{marks[::-1]}{behind}"


def _table(table: ET.Element, styles: _Styles) -> str:
    rows: list[list[str]] = []
    for row in table.iter(f"{_W}tr"):
        cells = [
            " ".join(" ".join(text.split()) for text, _ in _blocks(cell, styles)).replace(
                "|", r"\|"
            )
            for cell in row.findall(f"{_W}tc")
        ]
        if any(cells):
            rows.append(cells)
    if not rows:
        return ""
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
