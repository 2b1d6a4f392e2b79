"""Word documents: their parts, styles and numberings; ``docx_body`` reads what they say.

The parts are those of ECMA-376, Part 1 (WordprocessingML). Nothing outside the file is looked at.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from writer_assistant.errors import UserError
from writer_assistant.text.integers import integer
from writer_assistant.text.rich import RichText

_LARGEST_PART = 100 * 1024 * 1024
"""Bytes to which a part may unpack; a document of a million words needs a tenth."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_STRICT_R = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"

_OFF = {"0", "false", "off", "none"}
LOOKS = {"b": "bold", "i": "italic", "strike": "struck", "dstrike": "struck"}
"""Properties of runs, and what they are called here."""
_CODE_STYLE = re.compile(r"(?:html|inline|source|verbatim)?[ -]?(?:code|verbatim|typewriter)\b")


@dataclass(slots=True)
class Level:
    """A level of a numbering: whether it counts, and from what number."""

    counts: bool
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """How items of lists are led.

    Attributes:
        kind: what numberings share that count on from each other.
        levels: by level from 0.
        restarts: first numbers of levels where it does not count on.
    """

    kind: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Package:
    """What the body of a document refers to.

    Attributes:
        names: canonical names, in lower case, by style id.
        based_on: parent's style id by style id.
        numbered: by style id, the numbering and the level that it brings.
        looks: by style id, which looks of characters it switches on or off.
        numberings: by id.
        links: targets by relationship id.
        notes: footnotes and endnotes, by kind and id.
    """

    names: dict[str, str] = field(default_factory=dict)
    based_on: dict[str, str] = field(default_factory=dict)
    numbered: dict[str, tuple[str, int]] = field(default_factory=dict)
    looks: dict[str, dict[str, bool]] = field(default_factory=dict)
    numberings: dict[str, Numbering] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    notes: dict[tuple[str, str], ET.Element] = field(default_factory=dict)

    def family(self, style: str) -> Iterator[str]:
        """Yield a style's id and those that it is based on."""
        seen: set[str] = set()
        while style and style not in seen:
            yield style
            seen.add(style)
            style = self.based_on.get(style, "")

    def look_of(self, style: str) -> dict[str, bool]:
        """Return the looks that a style of characters, with its family, switches."""
        found: dict[str, bool] = {}
        for name in self.family(style):
            found = {**self.looks.get(name, {}), **found}
        return found


class _NoDoctype(ET.TreeBuilder):
    """Refuses document types, and so entities: no Word document has any."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002
        raise ValueError("it declares a document type")


def read_docx(data: bytes, name: str) -> RichText:
    """Return what a Word document says.

    Deleted text of tracked changes, comments, headers and pictures are left out.

    Raises:
        UserError: if it is damaged, protected or no Word document.
    """
    from writer_assistant.text.docx_body import read_body

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main_part(archive)
            package = _read_package(archive, main)
            body = _part(archive, main).find(f"{W}body")
            return RichText(()) if body is None else read_body(body, package)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, ET.ParseError, EOFError,
            NotImplementedError, RuntimeError, OSError) as error:  # fmt: skip
        raise UserError(
            f"this is not a Word document that can be read ({error})",
            name,
            "Open it in its program and save it anew as .docx without a password.",
        ) from error


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
            element.tag = W + element.tag[len(_STRICT_W) :]
        strict = [key for key in element.attrib if key.startswith((_STRICT_W, _STRICT_R))]
        for key in strict:
            plain = W if key.startswith(_STRICT_W) else R
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


def _read_package(archive: zipfile.ZipFile, main: str) -> Package:
    folder, _, file = main.rpartition("/")
    targets = _targets(archive, posixpath.join(folder, "_rels", f"{file}.rels"))
    package = Package(links={key: target for key, (_, target) in targets.items()})
    parts = dict(targets.values())
    readers = {
        "styles": _add_styles,
        "numbering": _add_numberings,
        "footnotes": _add_notes,
        "endnotes": _add_notes,
    }
    for kind, read in readers.items():
        if kind in parts:
            place = posixpath.normpath(posixpath.join("/", folder, parts[kind])).lstrip("/")
            try:
                read(_part(archive, place), package)
            except KeyError:
                continue
    return package


def _add_styles(root: ET.Element, package: Package) -> None:
    for style in root.iter(f"{W}style"):
        own = style.get(f"{W}styleId", "")
        name = value(style, "name").lower()
        package.names[own] = name
        package.based_on[own] = value(style, "basedOn")
        numbering = style.find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            package.numbered[own] = numbering_of(numbering)
        if style.get(f"{W}type") == "character":
            looks = switched(style.find(f"{W}rPr"))
            if _CODE_STYLE.match(name):
                looks["code"] = True
            package.looks[own] = looks


def _add_numberings(root: ET.Element, package: Package) -> None:
    kinds: dict[str, dict[int, Level]] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        levels = kinds.setdefault(abstract.get(f"{W}abstractNumId", ""), {})
        for level in abstract.iter(f"{W}lvl"):
            counts = value(level, "numFmt") not in {"bullet", "none", ""}
            start = value(level, "start")
            levels[integer(level.get(f"{W}ilvl", ""))] = Level(counts, integer(start or "1"))
    for use in root.iter(f"{W}num"):
        kind = value(use, "abstractNumId")
        numbering = Numbering(kind, kinds.get(kind, {}))
        for change in use.iter(f"{W}lvlOverride"):
            start = value(change, "startOverride")
            if start:
                numbering.restarts[integer(change.get(f"{W}ilvl", ""))] = integer(start)
        package.numberings[use.get(f"{W}numId", "")] = numbering


def _add_notes(root: ET.Element, package: Package) -> None:
    for kind in ("footnote", "endnote"):
        for note in root.iter(f"{W}{kind}"):
            package.notes[kind, note.get(f"{W}id", "")] = note


def switched(properties: ET.Element | None) -> dict[str, bool]:
    """Return which looks the properties of a run or style switch on or off."""
    found: dict[str, bool] = {}
    for name, look in LOOKS.items():
        switch = None if properties is None else properties.find(f"{W}{name}")
        if switch is not None:
            found[look] = found.get(look, False) or switch.get(f"{W}val", "1") not in _OFF
    return found


def is_on(properties: ET.Element | None, name: str) -> bool:
    """Whether a property without looks of its own is on."""
    switch = None if properties is None else properties.find(f"{W}{name}")
    return switch is not None and switch.get(f"{W}val", "1") not in _OFF


def numbering_of(element: ET.Element) -> tuple[str, int]:
    """Return id and level of a reference to a numbering."""
    return value(element, "numId"), integer(value(element, "ilvl"))


def value(element: ET.Element | None, name: str) -> str:
    """Return the value of a child; empty if there is none."""
    child = None if element is None else element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")
