"""What the marks of a line of Markdown do to it, for showing it while it is typed.

Line by line, so that a key costs one line: what spans lines (fences, comments, front matter) is a
state that one line hands to the next. Emphasis and links that go on in the next line of a soft
wrap are therefore not seen here, nor is code that is only indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum, auto

from writer_assistant.text.draft import Block
from writer_assistant.text.inline import Scan
from writer_assistant.text.markup import FENCE, HEADING, ITEM, THEMATIC, split_paragraphs


class Role(IntEnum):
    """What a stretch of a line is."""

    MARK = auto()
    """Characters that only mark something."""
    ASIDE = auto()
    """What no reader sees: front matter, comments."""
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    STRONG = auto()
    EMPHASIS = auto()
    STRUCK = auto()
    CODE = auto()
    LINK = auto()
    QUOTE = auto()


Stretch = tuple[int, int, Role]
"""First code point, end, and what it is; later ones may lie on earlier ones."""

PROSE = 0
"""The state in which a draft begins, and in which Markdown means something."""
_FRONT_MATTER = 1
_COMMENT = 2
_FENCED = 3  # and above: in a fence; which one is told by the number
_FRONT_MATTER_LINES = 100  # within which it has to end
_LONGEST = 20_000  # code points of a line that is looked into
_SETEXT = re.compile(r"[ \t]{0,3}=+[ \t]*")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_DEEPEST = 3
_MARKING = frozenset("\\`<>[]!*_~")
_MARKED = frozenset("#>-*+=_`~<[0123456789•‣◦▪● \t")


def front_matter_end(lines: Sequence[str]) -> int:
    """Return how many of a draft's first lines are its front matter."""
    if not lines or lines[0].rstrip() not in {"---", "+++"}:
        return 0
    first = split_paragraphs(lines[:_FRONT_MATTER_LINES])[:1]
    return first[0][2] if first and first[0][0] is Block.FRONT_MATTER else 0


def line_look(line: str, state: int, *, front_matter: bool = False) -> tuple[list[Stretch], int]:
    """Return what ``line`` shows and the state for the next one.

    Args:
        line: the text of the line.
        state: what the line before handed on; ``PROSE`` for the first.
        front_matter: whether the line belongs to front matter (see ``front_matter_end``).
    """
    if front_matter:
        return _whole(line, Role.ASIDE), PROSE
    if state >= _FENCED:
        return _whole(line, Role.CODE), PROSE if _ends_fence(line, state) else state
    if state == _COMMENT:
        end = line.find("-->")
        if end < 0:
            return _whole(line, Role.ASIDE), state
        aside: Stretch = (0, end + 3, Role.ASIDE)
        return [aside, *_shifted(_inline(line[end + 3 :]), end + 3)], PROSE
    if line[:1] in _MARKED:
        return _marked(line)
    return _inline(line), PROSE


def next_state(line: str, state: int, *, front_matter: bool = False) -> int:
    """Return only the state that ``line`` hands on; most lines cost next to nothing."""
    if state == PROSE and not front_matter and line[:1] not in "`~< \t-*+0123456789":
        return PROSE
    return line_look(line, state, front_matter=front_matter)[1]


def _marked(line: str) -> tuple[list[Stretch], int]:
    text = line.lstrip(" \t")
    lead = len(line) - len(text)
    fence = FENCE.match(text)
    if fence:
        mark = fence[1] or fence[2]
        return _whole(line, Role.CODE), _FENCED + 2 * len(mark) + (mark[0] == "~")
    if text.startswith("<!--") and "-->" not in text:
        return _whole(line, Role.ASIDE), _COMMENT
    heading = HEADING.match(text)
    if heading and lead < 4:
        role = Role(Role.HEADING_1 + min(heading.end(), _DEEPEST) - 1)
        mark_end = lead + heading.end()
        return [
            (0, len(line), role),
            (lead, mark_end, Role.MARK),
            *_shifted(_inline(line[mark_end:]), mark_end),
        ], PROSE
    quote = _QUOTE.match(line)
    if quote:
        end = quote.end()
        said = [(end, len(line), Role.QUOTE)] if end < len(line) else []
        return [*said, (0, end, Role.MARK), *_shifted(_inline(line[end:]), end)], PROSE
    if THEMATIC.fullmatch(text) or _SETEXT.fullmatch(line):
        return _whole(line, Role.MARK), PROSE
    bullet = ITEM.match(text)
    if bullet:
        end = lead + bullet.end()
        return [(lead, end, Role.MARK), *_shifted(_inline(line[end:]), end)], PROSE
    return _inline(line), PROSE


def _ends_fence(line: str, state: int) -> bool:
    length, tilde = divmod(state - _FENCED, 2)
    text = line.strip()
    mark = "~" if tilde else "`"
    return len(text) >= length and not text.strip(mark)


def _whole(line: str, role: Role) -> list[Stretch]:
    return [(0, len(line), role)] if line else []


def _shifted(stretches: Sequence[Stretch], by: int) -> Iterator[Stretch]:
    return ((start + by, end + by, role) for start, end, role in stretches)


def _inline(text: str) -> list[Stretch]:
    if len(text) > _LONGEST:
        return []
    scan = Scan(text, markup=True)
    scan.run([])
    stretches: list[Stretch] = []
    for opener, closer in zip(scan.emphasis[::2], scan.emphasis[1::2], strict=True):
        mark = text[slice(*opener)]
        role = Role.STRUCK if mark[0] == "~" else Role.STRONG if len(mark) == 2 else Role.EMPHASIS
        stretches.append((opener[1], closer[0], role))
    for start, end in scan.code:
        ticks = len(text) - len(text[end:].lstrip("`")) - end
        stretches.append((start - ticks, end + ticks, Role.CODE))
    stretches += [(start, end, Role.LINK) for start, end in scan.links]
    stretches += [
        (start, end, Role.ASIDE if text.startswith("<!--", start) else Role.MARK)
        for start, end, _ in scan.cuts
        if text[start] in _MARKING
    ]
    return sorted(stretches, key=lambda stretch: stretch[0])
