"""Web pages and what Word, Google Docs and browsers put on the clipboard, read into blocks.

Nothing is fetched and nothing is run. Styles, classes, scripts and what is not seen are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree
from lxml.html import HTMLParser

from writer_assistant.errors import UserError
from writer_assistant.text.characters import SPACE, ordinary_space
from writer_assistant.text.html_frame import Frame
from writer_assistant.text.html_look import Look, address, css, is_left_out, look_of
from writer_assistant.text.integers import integer
from writer_assistant.text.rich import (
    DEEPEST,
    Block,
    BlockList,
    Code,
    Entry,
    Heading,
    Paragraph,
    Quote,
    RichText,
    Rule,
    Run,
    parted,
    tidied,
    without_common_bold,
)
from writer_assistant.text.tables import Cell, TableParts

LARGEST = 30 * 1024 * 1024
"""Characters of the largest page that is read, pictures inside it not counted."""

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|dialog|dir|div|fieldset"
    r"|figcaption|figure|footer|form|h[1-6r]|header|hgroup|html|legend|li|main|menu|nav|[ou]l"
    r"|optgroup|option|p|pre|section|summary|table|tbody|t[dhr]|tfoot|thead"
)
_PICTURE_INSIDE = re.compile(r"data:[\w.+/-]+;base64,[\w+/=%\s]+")
_OLD_TAG = re.compile(r"<(/?)([bis]|strike)(?=[\s/>])", re.IGNORECASE)
_NEW_TAGS = {"b": "strong", "i": "em", "s": "del", "strike": "del"}
"""The parser ends the old tags at the next paragraph, which the new ones may hold."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LIST_LEVEL = re.compile(r"\bl\d+ level(\d+)")
_ORDERED = re.compile(r"\(?(?:\d+\.)*(?:(\d{1,9})|[A-Za-z]{1,5})[.)]")
_LANGUAGE = re.compile(r"(?:^|\s)(?:lang(?:uage)?|highlight-source)-([\w+#-]+)")
_EMOJI = re.compile(r"[^\w\s!-~]{1,16}|[#*0-9]\ufe0f?\u20e3")


def read_html(text: str, name: str = "", *, pasted: bool = False) -> RichText:
    """Return what a page says.

    Args:
        text: its source.
        name: of its file, for messages.
        pasted: whether it was copied somewhere; see ``html_look.address``.

    Raises:
        UserError: if it is too large, or its elements stand too deep in each other to be read.
    """
    text = _PICTURE_INSIDE.sub("data:,", text).replace("\x00", "")
    text = _OLD_TAG.sub(lambda match: f"<{match[1]}{_NEW_TAGS[match[2].casefold()]}", text)
    remedy = "Paste it as plain text, or open a part of it."
    if len(text) > LARGEST:
        raise UserError(f"it has more than {LARGEST >> 20} million characters", name, remedy)
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if not text.strip():
            return RichText(())
        raise UserError(f"this is no web page that can be read ({error})", name, remedy) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UserError("its elements stand too deep in each other", name, remedy)
    builder = _Builder(pasted=pasted)
    if root is not None:
        builder.run(root)
    return RichText(tuple(builder.blocks))


@dataclass(slots=True)
class _Open:
    """An element that is open.

    Attributes:
        look: how its text looks.
        opened: whether it opened a frame.
        is_block: whether it stands on lines of its own.
        closing: what is said at its end.
    """

    look: Look
    opened: bool = False
    is_block: bool = False
    closing: str = ""


class _Builder:
    """Walks over a page once, with a stack of its own, however deep it is."""

    def __init__(self, *, pasted: bool) -> None:
        self._pasted = pasted
        self._frames = [Frame("body")]
        self._open = [_Open(Look())]
        self._runs: list[Run] = []
        self._code: list[str] | None = None
        self._language = ""

    @property
    def blocks(self) -> list[Block]:
        return self._frames[0].blocks

    def run(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if not self._start(element, element.tag.casefold()):
                    walker.skip_subtree()
            else:
                self._end(element.tag.casefold())
                self._text(element.tail)
        self._end_paragraph()
        self._frames[0].end_entries()

    # Elements

    def _start(self, element: etree._Element, tag: str) -> bool:
        """Open an element; False if what is in it is to be left out."""
        style = css(element)
        around = self._open[-1].look
        if self._is_label(element, style) or is_left_out(element, tag, style):
            self._open.append(_Open(around))
            return False
        look = look_of(element, tag, style, around, pasted=self._pasted)
        opened = _Open(
            look, is_block=_BLOCKS.fullmatch(tag) is not None or style.get("display") == "block"
        )
        if opened.is_block:
            self._end_paragraph()
            opened.opened = self._open_frame(element, tag, style)
        self._open.append(opened)
        match tag:
            case "br":
                self._say("\n", look)
            case "hr":
                self._frames[-1].add(Rule())
            case "img":
                self._picture(element, look)
            case "q":
                self._say("“", look)
                opened.closing = "”"
            case "input" if element.get("type") == "checkbox":
                self._say("[x] " if element.get("checked") is not None else "[ ] ", look)
        # The first line break of code belongs to the tag.
        text = element.text or ""
        self._text(text.removeprefix("\n") if tag == "pre" else text)
        return True

    def _end(self, tag: str) -> None:
        closed = self._open.pop()
        if closed.closing:
            self._say(closed.closing, closed.look)
        if tag == "pre" and closed.opened:
            self._end_code()
        elif closed.is_block or closed.opened:
            self._end_paragraph()
            if closed.opened:
                self._close_frame()

    def _is_label(self, element: etree._Element, style: Mapping[str, str]) -> bool:
        """Whether an element is the number or bullet that Word writes in front of an item."""
        if style.get("mso-list") != "ignore":
            return False
        label = "".join(element.itertext()).strip()
        frame = self._frames[-1]
        if frame.kind == "entry":
            match = _ORDERED.fullmatch(label)
            if match:
                frame.number = integer(match[1], 1) if match[1] else self._next_number(frame.level)
        elif label:
            self._say(f"{label} ", self._open[-1].look)
        return True

    def _next_number(self, level: int) -> int:
        for entry in reversed(self._frames[-2].entries):
            if entry.level == level and entry.number is not None:
                return entry.number + 1
            if entry.level < level:
                break
        return 1

    # Frames

    def _open_frame(self, element: etree._Element, tag: str, style: Mapping[str, str]) -> bool:
        if self._code is not None:
            return False
        frame = self._frame_for(element, tag, style)
        if frame is None:
            return False
        self._end_paragraph()
        self._frames.append(frame)
        return True

    def _frame_for(
        self, element: etree._Element, tag: str, style: Mapping[str, str]
    ) -> Frame | None:
        kind = self._frames[-1].kind
        classes = element.get("class") or ""
        level = _LIST_LEVEL.search(style.get("mso-list", ""))
        heading = _heading_level(element, tag, classes)
        if heading:
            return Frame("heading", level=heading)
        if level and tag in {"p", "div", "li"} and kind != "entry":
            return Frame("entry", level=integer(level[1], 1) - 1)
        if tag == "pre":
            self._code = []
            self._language = self._language_of(element)
            return Frame("code")
        if tag == "li":
            return self._item_frame(element, kind)
        if sum(frame.kind in {"quote", "list", "table"} for frame in self._frames) >= DEEPEST:
            return None
        if tag == "blockquote" or "MsoQuote" in classes or "MsoIntenseQuote" in classes:
            return Frame("quote")
        if tag in {"ul", "ol", "menu", "dir"}:
            start = element.get("start") or ""
            number = integer(start, 1)
            return Frame("list", number=number if tag == "ol" else None)
        return self._table_frame(element, tag, style, kind)

    def _item_frame(self, element: etree._Element, kind: str) -> Frame | None:
        level = element.get("data-aria-level") or ""
        if level.isdecimal() and element.get("data-listid"):
            # Word in a browser makes a list of its own for every item.
            parent = element.getparent()
            ordered = parent is not None and parent.tag == "ol"
            place = element.get("data-aria-posinset") or ""
            number = integer(place, 1)
            return Frame("entry", level=integer(level, 1) - 1, number=number if ordered else None)
        if kind == "list":
            return Frame("item")
        return Frame("entry") if kind in {"body", "cell", "quote"} else None

    def _table_frame(
        self, element: etree._Element, tag: str, style: Mapping[str, str], kind: str
    ) -> Frame | None:
        if tag == "table":
            is_layout = element.get("role") in {"presentation", "none"}
            return Frame("table", table=TableParts(is_layout=is_layout))
        table = self._frames[-1].table
        if kind != "table" or table is None:
            return None
        if tag == "tr":
            table.rows.append([])
        elif tag in {"td", "th"}:
            if not table.rows:
                table.rows.append([])
            side = (element.get("align") or style.get("text-align") or "").casefold()
            aligned = (
                side if side in {"right", "center"} or (side == "left" and tag == "th") else ""
            )
            cell = Cell(
                (), tag == "th", _count(element, "colspan"), _count(element, "rowspan"), aligned
            )
            return Frame("cell", cell=cell)
        return None

    def _close_frame(self) -> None:
        frame = self._frames.pop()
        if frame.kind != "list":
            frame.end_entries()
        around, blocks = self._frames[-1], tuple(frame.blocks)
        match frame.kind:
            case "quote" if blocks:
                around.add(Quote(blocks))
            case "item" if blocks:
                around.items.append(blocks)
            case "list" if frame.entries:
                around.entries += frame.entries
            case "list" if frame.items:
                around.add(BlockList(tuple(frame.items), frame.number))
            case "entry" if blocks:
                around.add_entry(Entry(frame.level, frame.number, blocks))
            case "heading":
                around.add(*blocks)
            case "table" if frame.table:
                around.add(*blocks, *frame.table.made())
            case "cell" if frame.cell and around.table:
                frame.cell.blocks = blocks
                around.table.rows[-1].append(frame.cell)

    # Text

    def _text(self, text: str | None) -> None:
        if text:
            look = self._open[-1].look
            if self._pasted:
                # Editors of the web put no-break spaces wherever two spaces meet.
                text = SPACE.sub(ordinary_space, text)
            if self._code is None and not look.keeps_lines:
                text = _SPACE.sub(" ", text)
            self._say(text.replace("\r", ""), look)

    def _say(self, text: str, look: Look) -> None:
        if self._code is not None:
            self._code.append(text)
        else:
            self._runs.append(look.said(text))

    def _end_paragraph(self) -> None:
        if self._code is not None:
            if self._code and not self._code[-1].endswith("\n"):
                self._code.append("\n")
            return
        runs, self._runs = self._runs, []
        frame = self._frames[-1]
        if frame.kind == "heading":
            said = without_common_bold(tidied(runs))
            if said:
                frame.add(Heading(frame.level, said))
            return
        for part in parted(runs):
            frame.add(Paragraph(part))

    def _end_code(self) -> None:
        text = "".join(self._code or ()).removesuffix("\n")
        self._code = None
        self._frames.pop()
        if text.strip():
            self._frames[-1].add(Code(text, self._language))

    def _language_of(self, element: etree._Element) -> str:
        for place in (element, *element.iterchildren("code"), element.getparent()):
            match = _LANGUAGE.search(place.get("class") or "") if place is not None else None
            if match:
                return match[1]
        return ""

    def _picture(self, element: etree._Element, look: Look) -> None:
        """Take a picture's place and description; an emoji that is drawn is text."""
        described = " ".join((element.get("alt") or "").split())
        if _EMOJI.fullmatch(described):
            self._say(described, look)
            return
        source = element.get("src") or ""
        is_counter = element.get("width") in {"0", "1"} or element.get("height") in {"0", "1"}
        place = address(source, pasted=False)
        if place and not is_counter and (described or not self._pasted):
            self._runs.append(replace(look.run, text=described, image=place))


def _heading_level(element: etree._Element, tag: str, classes: str) -> int:
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return int(tag[1])
    if "MsoTitle" in classes.split():
        return 1
    level = element.get("aria-level") or ""
    if element.get("role") == "heading" and level.isdecimal():
        return min(max(integer(level, 1), 1), 6)
    return 0


def _count(element: etree._Element, name: str) -> int:
    return min(max(integer(element.get(name) or "", 1), 1), 1000)
