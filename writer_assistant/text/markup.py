"""Drafts cut into paragraphs, and paragraphs read as prose.

The blocks are those of CommonMark (https://spec.commonmark.org/0.31.2/) with the tables and task
lists of GitHub's dialect, front matter, and the bullets of social posts. Where CommonMark nests
(lists, quotes), a draft here stays flat: each item is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from writer_assistant.text.draft import Block, Content, Draft, Paragraph
from writer_assistant.text.front_matter import read_front_matter
from writer_assistant.text.inline import EMOJI, read_inline

Segment = tuple[Block, int, int]
"""What a paragraph is, its first line (from 0) and how many lines it has."""

_MARKED = frozenset([*" \t#>-*+=_`~<|[:0123456789\xa0"])
"""First characters of the lines that may be something else than prose."""
_SYMBOLS = "\u2022"
"""From here on, a first character may be a bullet of a social post."""

HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*")
THEMATIC = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}")
FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
ITEM = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)|[•‣◦▪●]")
_TASK = re.compile(r"\[[ xX]\](?=[ \t])")
_LEAD = re.compile(rf"(?:{EMOJI.pattern}|[\u2190-\u21ff])")
_DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_DEFINITION = re.compile(
    r"\[(?!\^)[^\[\]]{1,999}\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,99}\]:")
_RAW = re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_RAW_END = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|audio|blockquote|body|center|col|colgroup|dd|details|dialog|div"
    r"|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li"
    r"|link|main|menu|meta|nav|ol|option|p|picture|section|source|summary|svg|table|tbody|td|tfoot"
    r"|th|thead|title|tr|ul|video)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_FRONT_MATTER_LINE = re.compile(r"\s*(?:#.*|[\w.-]+[ \t]*[:=].*)?$")
_TAB = 4
_CODE_INDENT = 4


def split_paragraphs(lines: Sequence[str], *, markup: bool = True) -> list[Segment]:
    """Cut the lines of a draft (without their ``\\n``) into paragraphs, in order.

    Empty lines belong to no paragraph. A newline inside a paragraph is a soft wrap. It is run
    over whole drafts at every keystroke: lines that start with a letter cost next to nothing.

    Args:
        lines: the draft's lines.
        markup: whether Markdown means anything; if not, only empty lines separate.
    """
    return _Splitter(lines).run() if markup else _split_plain(lines)


def _split_plain(lines: Sequence[str]) -> list[Segment]:
    segments: list[Segment] = []
    start = -1
    for number, line in enumerate(lines):
        if line and not line.isspace():
            if start < 0:
                start = number
        elif start >= 0:
            segments.append((Block.PROSE, start, number - start))
            start = -1
    if start >= 0:
        segments.append((Block.PROSE, start, len(lines) - start))
    return segments


class _Splitter:
    """One walk over the lines of a draft; the method for a construct returns the next line."""

    __slots__ = ("_block", "_content_indent", "_lines", "_segments", "_start")

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._segments: list[Segment] = []
        self._block: Block | None = None  # of the paragraph that is open
        self._start = 0  # its first line
        self._content_indent = -1  # of the last list item while its list goes on

    def run(self) -> list[Segment]:
        lines, count = self._lines, len(self._lines)
        at = self._front_matter()
        while at < count:
            first = lines[at][:1]
            if not first:
                if self._block is not None:
                    self._close(at)
                at += 1
                continue
            if first in _MARKED or first >= _SYMBOLS:
                at = self._marked(at)
                continue
            if self._block is None:
                self._block = Block.PROSE
                self._start = at
                self._content_indent = -1
            at += 1
        self._close(count)
        return self._segments

    def _close(self, end: int) -> None:
        if self._block is not None:
            self._segments.append((self._block, self._start, end - self._start))
            self._block = None

    def _open(self, block: Block, start: int) -> None:
        self._close(start)
        self._block = block
        self._start = start

    def _add(self, block: Block, start: int, end: int) -> int:
        self._close(start)
        self._segments.append((block, start, end - start))
        return end

    def _text(self, at: int) -> int:
        if self._block is None:
            self._open(Block.PROSE, at)
        return at + 1

    def _front_matter(self) -> int:
        lines = self._lines
        mark = lines[0].rstrip() if lines else ""
        if mark not in {"---", "+++"}:
            return 0
        ends = {mark, "..."} if mark == "---" else {mark}
        first = lines[1] if len(lines) > 1 else ""
        if not first.strip() or not _FRONT_MATTER_LINE.match(first):
            return 0
        for end in range(2, len(lines)):
            if lines[end].rstrip() in ends:
                return self._add(Block.FRONT_MATTER, 0, end + 1)
        return 0

    def _marked(self, at: int) -> int:
        """Take a line that may be something else than the beginning or the rest of prose."""
        line = self._lines[at]
        text = line.strip()
        if not text:
            self._close(at)
            return at + 1
        indent = _indent(line)
        in_list = self._content_indent >= 0
        if self._block is None and in_list and indent < 2 and not ITEM.match(text):
            self._content_indent, in_list = -1, False
        if indent >= _CODE_INDENT and not in_list:
            return self._text(at) if self._block else self._indented(at, _CODE_INDENT)
        if self._block is None and in_list and indent >= self._content_indent + _CODE_INDENT:
            return self._indented(at, self._content_indent + _CODE_INDENT)
        take = _TAKE.get(text[0], _Splitter._symbol)
        return take(self, at, text)

    def _heading(self, at: int, text: str) -> int:
        return self._add(Block.HEADING, at, at + 1) if HEADING.match(text) else self._text(at)

    def _quote(self, at: int, text: str) -> int:  # noqa: ARG002
        if self._block is not Block.BLOCK_QUOTE:
            self._open(Block.BLOCK_QUOTE, at)
        return at + 1

    def _line(self, at: int, text: str) -> int:
        """Take a line of hyphens and the like: underline, break, row of a table, item."""
        if self._block is Block.PROSE and _SETEXT.fullmatch(text):
            self._block = Block.HEADING
            self._close(at + 1)
            return at + 1
        if THEMATIC.fullmatch(text):
            return self._add(Block.THEMATIC_BREAK, at, at + 1)
        if text[0] == "-" and "|" in text:
            return self._row(at, text)
        return self._item(at, text)

    def _row(self, at: int, text: str) -> int:
        heads = self._block is Block.PROSE and "|" in self._lines[at - 1]
        if not (heads and "|" in text and _DELIMITER_ROW.fullmatch(text)):
            return self._text(at)
        if self._start == at - 1:
            self._block = Block.TABLE
        else:
            self._open(Block.TABLE, at - 1)
        return at + 1

    def _item(self, at: int, text: str) -> int:
        mark = ITEM.match(text)
        if mark is None:
            return self._symbol(at, text)
        rest = text[mark.end() :].lstrip()
        wraps = self._block not in {None, Block.BULLET} and self._content_indent < 0
        if wraps and (not rest or mark[1] not in {None, "1"}):
            # A wrapped line may begin with a number; only a list's beginning interrupts prose.
            return at + 1
        fence = FENCE.match(rest)
        if fence:
            return self._fenced(at, fence[1] or fence[2])
        self._open(Block.BULLET, at)
        self._content_indent = _indent(self._lines[at]) + mark.end() + 1
        return at + 1

    def _symbol(self, at: int, text: str) -> int:
        """Take a line led by a symbol: among others of its like, or behind a colon, an item."""
        if not _LEAD.match(text):
            return self._text(at)
        lines = self._lines
        neighbours = [*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]
        behind_colon = False
        if self._block is not None:
            neighbours.append(lines[self._start])
            behind_colon = lines[at - 1].rstrip().endswith(":")
        if behind_colon or any(_LEAD.match(line.lstrip()) for line in neighbours):
            self._open(Block.BULLET, at)
        return self._text(at)

    def _fence(self, at: int, text: str) -> int:
        fence = FENCE.match(text)
        return self._fenced(at, fence[1] or fence[2]) if fence else self._text(at)

    def _fenced(self, at: int, mark: str) -> int:
        for end in range(at + 1, len(self._lines)):
            text = self._lines[end].strip()
            if text.startswith(mark) and not text.strip(mark[0]):
                return self._add(Block.CODE, at, end + 1)
        return self._add(Block.CODE, at, len(self._lines))

    def _indented(self, at: int, indent: int) -> int:
        end = at + 1
        for number in range(at + 1, len(self._lines)):
            line = self._lines[number]
            if not line or line.isspace():
                continue
            if _indent(line) < indent:
                break
            end = number + 1
        return self._add(Block.CODE, at, end)

    def _definition(self, at: int, text: str) -> int:
        if _FOOTNOTE.match(text):
            self._open(Block.PROSE, at)
        elif self._block is None and _DEFINITION.fullmatch(text):
            return self._add(Block.DEFINITION, at, at + 1)
        return self._text(at)

    def _html(self, at: int, text: str) -> int:
        if text.startswith("<!--"):
            return self._comment(at, text)
        if _RAW.match(text):
            return self._add(Block.HTML, at, self._line_with(_RAW_END, at))
        if _HTML_BLOCK.match(text):
            end = at + 1
            while end < len(self._lines) and self._lines[end].strip():
                end += 1
            return self._add(Block.HTML, at, end)
        return self._text(at)

    def _line_with(self, pattern: re.Pattern[str], at: int) -> int:
        """Return the number behind the first line, from ``at`` on, that holds ``pattern``."""
        for number in range(at, len(self._lines)):
            if pattern.search(self._lines[number]):
                return number + 1
        return len(self._lines)

    def _comment(self, at: int, text: str) -> int:
        behind = text[4:].partition("-->")
        if behind[1]:
            if self._block is None and not behind[2].strip():
                return self._add(Block.COMMENT, at, at + 1)
            return self._text(at)
        for end in range(at + 1, len(self._lines)):
            _, mark, rest = self._lines[end].partition("-->")
            if mark and rest.strip():
                self._open(Block.PROSE, at)
                return end + 1
            if mark:
                return self._add(Block.COMMENT, at, end + 1)
        return self._add(Block.COMMENT, at, len(self._lines))


_TAKE = {
    "#": _Splitter._heading,
    ">": _Splitter._quote,
    "|": _Splitter._row,
    ":": _Splitter._row,
    "`": _Splitter._fence,
    "~": _Splitter._fence,
    "[": _Splitter._definition,
    "<": _Splitter._html,
    **dict.fromkeys("-*_=", _Splitter._line),
    **dict.fromkeys("+0123456789•‣◦▪●", _Splitter._item),
}
"""What to try, by the first character of a line that is not blank."""


def _indent(line: str) -> int:
    """Return how many columns of white space ``line`` begins with."""
    columns = 0
    for character in line:
        if character == " ":
            columns += 1
        elif character == "\t":
            columns += _TAB - columns % _TAB
        else:
            break
    return columns


_SILENT = frozenset(
    {Block.CODE, Block.FRONT_MATTER, Block.COMMENT, Block.THEMATIC_BREAK, Block.DEFINITION}
)
_HEADING_MARKS = re.compile(r"\A\s*#{1,6}(?=\s|$)|(?:(?<=\s)|^)#+\s*$|\n[ \t]*(?:=+|-+)\s*$")
_QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_TABLE_MARKS = re.compile(r"^[ \t|:-]+$|(?<!\\)\|", re.MULTILINE)
_ITEM_MARKS = re.compile(rf"\s*(?:{ITEM.pattern}|[\u2190-\u21ff])\s*(?:{_TASK.pattern})?")
_FOOTNOTE_MARKS = re.compile(rf"\s*{_FOOTNOTE.pattern}")


def read_content(text: str, block: Block, *, markup: bool = True) -> Content:
    """Read a paragraph: its prose, quoted speech, links and code. Depends on nothing else.

    Code, front matter, comments and the like have no prose; block quotes and tables have, for
    counting, though they are not judged.

    Args:
        text: the paragraph's lines, joined by ``\\n``.
        block: what ``split_paragraphs`` says it is.
        markup: whether Markdown means anything in it.
    """
    if block in _SILENT:
        return Content(text, block, "")
    return read_inline(text, block, _marks(text, block) if markup else (), markup=markup)


def _marks(text: str, block: Block) -> list[tuple[int, int]]:
    """Return the places, in ``text``, of the marks that make it what it is."""
    if block is Block.HEADING:
        return [match.span() for match in _HEADING_MARKS.finditer(text)]
    if block is Block.BLOCK_QUOTE:
        return [match.span() for match in _QUOTE_MARKS.finditer(text)]
    if block is Block.TABLE:
        return [match.span() for match in _TABLE_MARKS.finditer(text)]
    mark = (_ITEM_MARKS if block is Block.BULLET else _FOOTNOTE_MARKS).match(text)
    return [mark.span()] if mark else []


def read_draft(text: str, *, markup: bool = True) -> Draft:
    """Read a whole draft, its lines ended by ``\\n``."""
    lines = text.split("\n")
    paragraphs: list[Paragraph] = []
    front_matter: dict[str, str] = {}
    number = offset = 0
    for block, first, count in split_paragraphs(lines, markup=markup):
        offset += sum(map(len, lines[number:first])) + first - number
        number = first
        own = "\n".join(lines[first : first + count])
        paragraphs.append(Paragraph(read_content(own, block, markup=markup), offset, first, count))
        if block is Block.FRONT_MATTER:
            front_matter = read_front_matter(own)
    return Draft(text, tuple(paragraphs), front_matter)
