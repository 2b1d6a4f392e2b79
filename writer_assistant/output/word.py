"""Blocks as a Word document, made so that ``text.docx`` reads the same blocks from it.

The elements are those of ECMA-376, Part 1. Styles carry the names that Word has for them, so that
a template's looks apply.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from writer_assistant.output.document import Document, picture
from writer_assistant.output.html import starts_right
from writer_assistant.text.docx_body import INDENT, MIRRORED
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
    plain,
)

_LEVELS = 9
"""Levels of lists that Word knows."""
_BULLETS = "•◦▪"
_GREY = RGBColor(0x59, 0x59, 0x59)
_SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def word_document(
    made: Document, folder: Path | None = None, *, letter: bool = False, now: datetime | None = None
) -> bytes:
    """Return a document as the bytes of a ``.docx`` file.

    Args:
        made: the document.
        folder: where the draft is, for its pictures.
        letter: whether the paper is US Letter; else it is A4.
        now: when it was made.
    """
    return _Writer(made, folder, letter=letter).written(now or datetime.now(UTC))


_LONGEST_PROPERTY = 255
"""Code points of a document's title or author, in Word's files."""


def _property(text: str) -> str:
    """Return a title or an author as a Word document can say it: no controls, not too long."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return " ".join("".join(kept).split())[:_LONGEST_PROPERTY]


class _Writer:
    def __init__(self, made: Document, folder: Path | None, *, letter: bool) -> None:
        self._made = made
        self._folder = folder
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = (
            (Mm(215.9), Mm(279.4)) if letter else (Mm(210), Mm(297))
        )
        section.left_margin = section.right_margin = Mm(25)
        section.top_margin = section.bottom_margin = Mm(25)
        self._place: Any = self._document
        self._add_styles()
        self._kinds = {counts: self._add_kind(counts=counts) for counts in (False, True)}

    def written(self, now: datetime) -> bytes:
        about = self._document.core_properties
        author = _property(self._made.author)
        about.title, about.author, about.comments = _property(self._made.title), author, ""
        about.language = self._made.language
        about.created = about.modified = now
        about.last_modified_by = author
        self._blocks(self._made.blocks)
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()

    # Styles and numberings

    def _add_styles(self) -> None:
        styles = self._document.styles
        normal: Any = styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after = Pt(8)
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), self._made.language)
        code: Any = styles.add_style("Source Code", WD_STYLE_TYPE.PARAGRAPH)
        code.base_style = normal
        code.font.name, code.font.size = "Consolas", Pt(10)
        head: Any = styles.add_style("Table Heading", WD_STYLE_TYPE.PARAGRAPH)
        head.base_style, head.font.bold = normal, True
        for name in ("Inline Code", "Picture Address", "Hyperlink"):
            styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name == "Hyperlink")
        inline: Any = styles["Inline Code"]
        inline.font.name, inline.font.size = "Consolas", Pt(10)
        link: Any = styles["Hyperlink"]
        link.font.color.rgb, link.font.underline = RGBColor(0x05, 0x63, 0xC1), True
        quote: Any = styles["Quote"]
        quote.font.color.rgb = _GREY
        quote.paragraph_format.left_indent = Twips(INDENT // 2)
        self._ids = {str(style.name): style.style_id for style in styles}

    def _numberings(self) -> Any:
        return self._document.part.numbering_part.element

    def _add_kind(self, *, counts: bool) -> str:
        """Add a numbering's description and return its id."""
        numberings = self._numberings()
        own = str(len(numberings.findall(qn("w:abstractNum"))) + 100)
        abstract = _element("w:abstractNum", abstractNumId=own)
        abstract.append(_element("w:multiLevelType", val="hybridMultilevel"))
        for level in range(_LEVELS):
            described = _element("w:lvl", ilvl=str(level))
            text = f"%{level + 1}." if counts else _BULLETS[level % len(_BULLETS)]
            for name, value in (
                ("w:start", "1"),
                ("w:numFmt", "decimal" if counts else "bullet"),
                ("w:lvlText", text),
                ("w:lvlJc", "left"),
            ):
                described.append(_element(name, val=value))
            properties = _element("w:pPr")
            left = str(INDENT * (level + 1))
            properties.append(_element("w:ind", left=left, hanging=str(INDENT // 2)))
            described.append(properties)
            abstract.append(described)
        first = numberings.find(qn("w:num"))
        # All descriptions stand before all numberings.
        numberings.append(abstract) if first is None else first.addprevious(abstract)
        return own

    def _add_numbering(self, start: int | None, level: int) -> int:
        number = self._numberings().add_num(int(self._kinds[start is not None]))
        if start is not None:
            number.add_lvlOverride(ilvl=level).add_startOverride(start)
        return int(number.numId)

    # Blocks

    def _blocks(self, blocks: Sequence[Block], level: int = -1, *, quoted: bool = False) -> None:
        """Write blocks; those that belong to an item of a list know its level."""
        before: Block | None = None
        for block in blocks:
            if before is not None and type(before) is type(block) and not _is_alone(block):
                # Without it two of them would be one.
                self._paragraph("Quote" if quoted else "", -1)
            self._block(block, level, quoted=quoted)
            before = block

    def _block(self, block: Block, level: int, *, quoted: bool) -> None:
        match block:
            case Paragraph(runs):
                self._write(self._paragraph("Quote" if quoted else "", level), runs)
            case Heading(depth, runs):
                self._write(self._paragraph(f"Heading {depth}", level), runs)
            case Quote(inside):
                self._blocks(inside, level, quoted=True)
            case BlockList():
                self._list(block, level + 1, quoted=quoted)
            case Code(text):
                self._paragraph("Source Code", level).add_run(text)
            case Table():
                self._table(block, level)
            case Rule():
                edge = _element("w:pBdr")
                edge.append(_element("w:bottom", val="single", sz="6", space="1", color="auto"))
                _add_property(self._paragraph("", level), edge)

    def _paragraph(self, style: str, level: int) -> WordParagraph:
        paragraph: WordParagraph = self._place.add_paragraph()
        if style:
            # By its id: looking a name up takes longer than all the rest.
            paragraph._p.style = self._ids[style]
        if level >= 0:
            paragraph.paragraph_format.left_indent = Twips(INDENT * (level + 1))
        return paragraph

    def _list(self, block: BlockList, level: int, *, quoted: bool) -> None:
        level = min(level, _LEVELS - 1)
        numbering = self._add_numbering(block.start, level)
        for item in block.items:
            first = item[0]
            leads = isinstance(first, Paragraph | Code)
            style = "Quote" if quoted else "List Paragraph"
            if isinstance(first, Code):
                style = "Source Code"
            paragraph = self._paragraph(style, -1)
            properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = numbering
            paragraph.paragraph_format.space_after = Pt(4)
            if isinstance(first, Paragraph):
                self._write(paragraph, first.runs)
            elif isinstance(first, Code):
                paragraph.add_run(first.text)
            self._blocks(item[1:] if leads else item, level, quoted=quoted)

    def _table(self, block: Table, level: int) -> None:
        width = len(block.rows[0])
        table = self._place.add_table(rows=0, cols=width)
        table.style = "Table Grid"
        if level >= 0:
            indent = _element("w:tblInd", w=str(INDENT * (level + 1)), type="dxa")
            table._tblPr.insert_element_before(indent, "w:tblBorders", "w:tblLayout", "w:tblLook")
        sides = (*block.aligned, *[""] * width)
        for number, cells in enumerate(block.rows):
            row = table.add_row()
            if number == 0:
                row._tr.get_or_add_trPr().append(_element("w:tblHeader"))
            for cell, runs, side in zip(row.cells, cells, sides, strict=False):
                self._cell(cell, runs, side, is_head=number == 0)
        self._place.add_paragraph()

    def _cell(self, cell: _Cell, runs: Runs, side: str, *, is_head: bool) -> None:
        paragraph = cell.paragraphs[0]
        if is_head:
            paragraph._p.style = self._ids["Table Heading"]
        paragraph.paragraph_format.space_after = Pt(2)
        if side:
            # Where text runs from right to left, Word's right is its end.
            paragraph.alignment = _SIDES[
                MIRRORED.get(side, side) if starts_right(plain(runs)) else side
            ]
        self._write(paragraph, runs)

    # Text

    def _write(self, paragraph: WordParagraph, runs: Runs) -> None:
        is_right = starts_right(plain(runs))
        if is_right:
            _add_property(paragraph, _element("w:bidi"))
        for run in runs:
            target = paragraph
            if run.image:
                path = picture(run.image, self._folder)
                if path is not None and self._show(paragraph, path, run.text):
                    continue
                run = replace(run, link=run.image, text=run.text or run.image)
            self._run(target, run, is_right=is_right)

    def _run(self, paragraph: WordParagraph, run: Run, *, is_right: bool) -> None:
        made = paragraph.add_run(run.text)
        if run.bold:
            made.bold = True
        if run.italic:
            made.italic = True
        if run.struck:
            made.font.strike = True
        if is_right:
            made.font.rtl = True
        if run.image or run.code or run.link:
            name = "Picture Address" if run.image else "Inline Code" if run.code else "Hyperlink"
            made._r.style = self._ids[name]
        if run.link:
            link = self._hyperlink(run.link)
            made._r.addprevious(link)
            link.append(made._r)

    def _hyperlink(self, address: str) -> Any:
        if address.startswith("#"):
            return _element("w:hyperlink", anchor=address[1:])
        link = OxmlElement("w:hyperlink")
        known = self._document.part.relate_to(
            address.replace(" ", "%20"), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link.set(qn("r:id"), known)
        return link

    def _show(self, paragraph: WordParagraph, path: Path, described: str) -> bool:
        """Put a picture in, no wider than the text; False if it cannot be."""
        section = self._document.sections[0]
        widest = int(section.page_width or 0) - 2 * int(section.left_margin or 0)
        try:
            shape = paragraph.add_run().add_picture(str(path))
        except (OSError, InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
            return False
        if shape.width > widest:
            shape.height = Length(shape.height * widest // shape.width)
            shape.width = Length(widest)
        shape._inline.docPr.set("descr", described)
        return True


def _is_alone(block: Block) -> bool:
    """Whether a block can be told from another of its kind that stands below it."""
    return isinstance(block, Paragraph | Heading | Rule | Table)


def _add_property(paragraph: WordParagraph, element: Any) -> None:
    """Put a property of a paragraph to its place; Word wants them in order."""
    properties: Any = paragraph.paragraph_format.element.get_or_add_pPr()
    order = ("pBdr", "shd", "tabs", "suppressAutoHyphens", "bidi", "adjustRightInd", "snapToGrid",
             "spacing", "ind", "contextualSpacing", "jc", "rPr", "sectPr")  # fmt: skip
    names = [qn(f"w:{name}") for name in order]
    behind = names[names.index(element.tag) + 1 :]
    later = next((child for child in properties if child.tag in behind), None)
    properties.append(element) if later is None else later.addprevious(element)


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element
