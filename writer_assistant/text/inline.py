"""What stands inside a paragraph: marks, links, code, emoji; and the prose that is left.

Links and code spans take precedence as in CommonMark (https://spec.commonmark.org/0.31.2/).
Every scan is linear in the paragraph's length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from writer_assistant.text.draft import Block, Content
from writer_assistant.text.emphasis import Delimiter, pair_delimiters, read_delimiter
from writer_assistant.text.quotes import find_quotes
from writer_assistant.text.span import Span

# Blocks of emoji and pictographs (Unicode 15.1, emoji-data.txt); letterlike ones (™) are text.
_PICTURE = "\u231a-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_PICTURE_TAIL = "\ufe0e\ufe0f\u200d\U000e0020-\U000e007f"
EMOJI = re.compile(rf"[0-9#*]\ufe0f?\u20e3|[{_PICTURE}][{_PICTURE}{_PICTURE_TAIL}]*")
"""An emoji, or several without space between them."""

# Soft hyphen, zero width space, marks of direction, word joiner, byte order mark, lone surrogates,
# and variation selectors and tags without their picture.
_INVISIBLE = (
    "\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufe0e\ufe0f\u20e3\ud800-\udfff\U000e0020-\U000e007f"
)
_WHITE = "\\s\x00-\x1f\x7f-\x9f"
_ODD_WHITE = "\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DROPPED = f"{_ODD_WHITE}{_INVISIBLE}{_PICTURE}"
_COMMON = f"{_DROPPED}#@"
_SPECIAL = re.compile(rf"[\\`<\[\]!*_~&{_COMMON}]|  ")
_SPECIAL_PLAIN = re.compile(rf"[{_COMMON}]|  ")

_ADDRESS_SIGN = re.compile(r"://|@|\w\.[^\W\d_]")
_URL_CHARACTER = rf"[^ <>\[\]\"“”`{_DROPPED}]"
_ADDRESS = re.compile(
    rf"(?:https?|ftp)://{_URL_CHARACTER}+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w.@/-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:[a-z]{2,24}(?=/[\w~#?-])"
    r"|(?:app|biz|com|de|dev|edu|eu|example|fr|gov|info|io|net|nl|org|uk|us)(?![\w-]))"
    rf"(?:[/?#]{_URL_CHARACTER}*)?",
    re.IGNORECASE,
)
_TAIL = ".,;:!?'’*_~…"

_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_HARD_BREAK = re.compile(rf"(?:\\| {{2,}})\n[{_WHITE}]*")
_SPACE = re.compile(rf"[{_WHITE}]+")
_ODD = re.compile(rf"[{_WHITE}]+|[{_INVISIBLE}]+")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(
    rf"<([A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^ <>{_DROPPED}]*|[\w.+-]{{1,64}}@[\w.-]{{1,255}})>"
)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,99}\]")
_TARGET = re.compile(
    r"\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"(?:\s+(?:\"[^\"]{0,999}\"|'[^']{0,999}'|\([^()]{0,999}\)))?\s*\)|\[[^\[\]]{0,999}\]"
)
_ENTITY = re.compile(r"&(amp|nbsp);")
_HASHTAG = re.compile(r"(?<![\w&/#])#(?=\w*[^\W\d_])\w+")
_MENTION = re.compile(r"(?<![\w@])@\w(?:[\w.-]*\w)?")


def read_inline(
    text: str, block: Block, marks: Iterable[tuple[int, int]] = (), *, markup: bool = True
) -> Content:
    """Read a paragraph whose block marks stand at ``marks`` (ascending spans of ``text``)."""
    scan = Scan(text, markup=markup)
    scan.run(list(marks))
    prose, runs = _assemble(text, scan.cuts)
    return Content(
        text,
        block,
        prose,
        tuple(runs) or ((0, 0),),
        find_quotes(prose),
        _in_prose(scan.links, prose, runs),
        _in_prose(scan.code, prose, runs),
        tuple(sorted({_offset(at, prose, runs) for at in scan.breaks} - {0, len(prose)})),
    )


@dataclass(slots=True)
class _Bracket:
    """An open ``[`` or ``![``, and how much had been found when it was met."""

    start: int
    end: int
    found: tuple[int, int, int, int, int]


class Scan:
    """One walk over a paragraph: what is cut out of it, and what is a link or code.

    Attributes:
        cuts: spans that are not prose, and what stands in their place: nothing or a space.
        links: spans of the text.
        code: spans of the text.
        breaks: offsets behind forced line breaks and emoji.
        emphasis: spans of its marks: opening, closing, opening, closing ...
    """

    def __init__(self, text: str, *, markup: bool) -> None:
        self.cuts: list[tuple[int, int, str]] = []
        self.links: list[tuple[int, int]] = []
        self.code: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self.emphasis: list[tuple[int, int]] = []
        self._text = text
        self._special = _SPECIAL if markup else _SPECIAL_PLAIN
        self._take = _TAKE if markup else _TAKE_PLAIN
        self._delimiters: list[Delimiter] = []
        self._brackets: list[_Bracket] = []
        self._ticks: dict[int, list[int]] | None = None
        self._no_comment_end = False

    def run(self, marks: list[tuple[int, int]]) -> None:
        """Fill the lists."""
        text = self._text
        addresses = _addresses(text)
        at = mark = address = 0
        while special := self._special.search(text, at):
            found = special.start()
            while address < len(addresses) and addresses[address][1] <= at:
                address += 1
            while mark < len(marks) and marks[mark][1] <= at:
                mark += 1
            if mark < len(marks) and marks[mark][0] <= found:
                start, end = marks[mark]
                mark += 1
                at = max(at, end)
                self.cuts.append((start, end, " "))
            elif address < len(addresses) and at <= addresses[address][0] <= found:
                self.links.append(addresses[address])
                at = addresses[address][1]
                address += 1
            else:
                at = self._take.get(text[found], Scan._space_or_picture)(self, found)
        self.cuts += [(start, end, " ") for start, end in marks[mark:] if start >= at]
        self.links += [span for span in addresses[address:] if span[0] >= at]
        self.emphasis = list(pair_delimiters(self._delimiters))
        self.cuts += [(start, end, "") for start, end in self.emphasis]
        self.cuts.sort()
        self.links.sort()

    def _space_or_picture(self, at: int) -> int:
        # A keycap is a digit that only the character behind it makes an emoji.
        begin = at - 1 if at and self._text[at - 1].isdigit() else at
        picture = EMOJI.match(self._text, begin)
        if picture:
            return self._picture(begin, picture.end())
        white = _SPACE.match(self._text, at)
        if white:
            self.cuts.append((at, white.end(), " "))
            return white.end()
        if self._text[at] in "#@":
            return at + 1
        self.cuts.append((at, at + 1, ""))
        return at + 1

    def _picture(self, at: int, end: int) -> int:
        text = self._text
        between_words = text[max(at - 1, 0) : at].isalnum() and text[end : end + 1].isalnum()
        self.cuts.append((at, end, " " if between_words else ""))
        self.breaks.append(end)
        return end

    def _white(self, at: int) -> int:
        hard = _HARD_BREAK.match(self._text, at)
        if hard:
            self.cuts.append((at, hard.end(), " "))
            self.breaks.append(hard.end())
            return hard.end()
        return self._space_or_picture(at)

    def _backslash(self, at: int) -> int:
        if self._text.startswith("\n", at + 1):
            return self._white(at)
        if _ESCAPE.match(self._text, at):
            self.cuts.append((at, at + 1, ""))
            return at + 2
        return at + 1

    def _backticks(self, at: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self._text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        length = len(self._text) - at
        ticks = _TICKS.match(self._text, at)
        length = len(ticks[0]) if ticks else 1
        places = self._ticks.get(length, [])
        next_one = bisect_right(places, at)
        if next_one == len(places):
            return at + length
        end = places[next_one]
        self.cuts += [(at, at + length, ""), (end, end + length, "")]
        # White space and invisible characters are read as everywhere; nothing else means anything.
        for odd in _ODD.finditer(self._text, at + length, end):
            self.cuts.append((*odd.span(), " " if _SPACE.match(odd[0]) else ""))
        self.code.append((at + length, end))
        return end + length

    def _angle(self, at: int) -> int:
        text = self._text
        if text.startswith("<!--", at):
            end = -1 if self._no_comment_end else text.find("-->", at + 4)
            if end < 0:
                self._no_comment_end = True
                return at + 4
            self.cuts.append((at, end + 3, ""))
            return end + 3
        link = _AUTOLINK.match(text, at)
        if link:
            self.cuts += [(at, at + 1, ""), (link.end() - 1, link.end(), "")]
            self.links.append(link.span(1))
            return link.end()
        tag = _TAG.match(text, at)
        if tag is None:
            return at + 1
        is_break = tag[1].lower() == "br"
        self.cuts.append((*tag.span(), " " if is_break else ""))
        if is_break:
            self.breaks.append(tag.end())
        return tag.end()

    def _found(self) -> tuple[int, int, int, int, int]:
        return (
            len(self.cuts),
            len(self.links),
            len(self.code),
            len(self.breaks),
            len(self._delimiters),
        )

    def _exclamation(self, at: int) -> int:
        if not self._text.startswith("[", at + 1):
            return at + 1
        self._brackets.append(_Bracket(at, at + 2, self._found()))
        return at + 2

    def _open_bracket(self, at: int) -> int:
        footnote = _FOOTNOTE.match(self._text, at)
        if footnote:
            self.cuts.append((*footnote.span(), ""))
            return footnote.end()
        self._brackets.append(_Bracket(at, at + 1, self._found()))
        return at + 1

    def _close_bracket(self, at: int) -> int:
        opener = self._brackets.pop() if self._brackets else None
        target = _TARGET.match(self._text, at + 1)
        if opener is None or target is None:
            return at + 1
        cuts, links, code, breaks, delimiters = opener.found
        if self._text[opener.start] == "!":
            del self.cuts[cuts:], self.links[links:], self.code[code:]
            del self.breaks[breaks:], self._delimiters[delimiters:]
            self.cuts.append((opener.start, target.end(), ""))
        else:
            del self.links[links:]
            self.cuts += [(opener.start, opener.end, ""), (at, target.end(), "")]
            self.links.append((opener.end, at))
        return target.end()

    def _entity(self, at: int) -> int:
        entity = _ENTITY.match(self._text, at)
        if entity is None:
            return at + 1
        if entity[1] == "amp":
            self.cuts.append((at + 1, entity.end(), ""))
        else:
            self.cuts.append((*entity.span(), " "))
        return entity.end()

    def _tag_sign(self, at: int) -> int:
        keycap = EMOJI.match(self._text, at)
        if keycap:
            return self._picture(at, keycap.end())
        sign = (_HASHTAG if self._text[at] == "#" else _MENTION).match(self._text, at)
        if sign is None:
            return at + 1
        self.links.append(sign.span())
        return sign.end()

    def _delimiter(self, at: int) -> int:
        delimiter = read_delimiter(self._text, at)
        if delimiter is None:
            return at + 1
        self._delimiters.append(delimiter)
        return delimiter.end


_TAKE_PLAIN = {"#": Scan._tag_sign, "@": Scan._tag_sign}
_TAKE = {
    **_TAKE_PLAIN,
    "\\": Scan._backslash,
    "`": Scan._backticks,
    "<": Scan._angle,
    "!": Scan._exclamation,
    "[": Scan._open_bracket,
    "]": Scan._close_bracket,
    "&": Scan._entity,
    " ": Scan._white,
    "*": Scan._delimiter,
    "_": Scan._delimiter,
    "~": Scan._delimiter,
}
"""What to try, by the character that was met."""


def _addresses(text: str) -> list[tuple[int, int]]:
    """Return the URLs and e-mail addresses that stand bare in ``text``."""
    if not _ADDRESS_SIGN.search(text):
        return []
    spans: list[tuple[int, int]] = []
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        while end > start and (
            text[end - 1] in _TAIL
            or (text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end))
        ):
            end -= 1
        spans.append((start, end))
    return spans


def _assemble(text: str, cuts: Sequence[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int]]]:
    """Return what is left of ``text`` without ``cuts`` (ascending), and where it comes from."""
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    length = at = 0
    spaced = True  # whether another space would be one too many
    for start, end, gap in (*cuts, (len(text), len(text), "")):
        part = text[at:start]
        begin = at
        if spaced and part[:1] == " ":
            part = part[1:]
            begin += 1
        if part:
            runs.append((length, begin))
            parts.append(part)
            length += len(part)
            spaced = part[-1] == " "
        if gap and not spaced:
            runs.append((length, start))
            parts.append(gap)
            length += 1
            spaced = True
        at = max(at, end)
    prose = "".join(parts)
    if prose.endswith(" "):
        prose = prose[:-1]
        if runs[-1][0] == len(prose):
            runs.pop()
    return prose, runs


def _offset(at: int, prose: str, runs: list[tuple[int, int]]) -> int:
    """Return the offset in ``prose`` of what was kept at, or next behind, ``at`` in the text."""
    index = bisect_left(runs, at, key=lambda run: run[1] + 1) - 1
    if index < 0:
        index = 0
        if not runs or at <= runs[0][1]:
            return 0
    start, origin = runs[index]
    end = runs[index + 1][0] if index + 1 < len(runs) else len(prose)
    place = min(start + at - origin, end)
    return place + 1 if prose[place : place + 1] == " " else place


def _in_prose(
    spans: Iterable[tuple[int, int]], prose: str, runs: list[tuple[int, int]]
) -> tuple[Span, ...]:
    """Return what is left in ``prose`` of spans of the text."""
    found: list[Span] = []
    for start, end in spans:
        first = _offset(start, prose, runs)
        last = _offset(end, prose, runs)
        if last > first and prose[last - 1] == " ":
            last -= 1
        if last > first:
            found.append(Span(first, last))
    return tuple(found)
