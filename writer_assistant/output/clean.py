"""A draft as it leaves the program: no invisible characters, no comments, no editor's marks.

``text.characters`` says which characters stay. Two spaces that break a line stay, and code keeps
its comments.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from writer_assistant.analysis.finding import GAP
from writer_assistant.text.characters import (
    CONTROL,
    INVISIBLE,
    LETTER,
    LINE_BREAK,
    SPACE,
    if_kept,
    is_kept,
    line_break,
    ordinary_letter,
    ordinary_space,
)
from writer_assistant.text.draft import Block, Draft
from writer_assistant.text.span import Edit, Span, apply_edits


class Cleaning(StrEnum):
    """What is cleaned, in words for a person."""

    FRONT_MATTER = "Front matter left out"
    COMMENT = "Comments left out"
    EDITOR_MARK = "Editor’s marks left out"
    INVISIBLE = "Invisible characters removed"
    CONTROL = "Control characters removed"
    SPACE = "Odd spaces made ordinary"
    LINE_BREAK = "Odd line breaks made ordinary"
    LETTER = "Odd letters and hyphens made ordinary"
    TRAILING = "Line ends freed of spaces"
    BLANK_LINES = "Gaps of more than two blank lines closed"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned draft.

    Attributes:
        text: what is left, without a line break at either end.
        counts: how often each cleaning was needed, in the order of ``Cleaning``.
        gaps: how many ``[…]`` the writer still has to fill in; they stay.
    """

    text: str
    counts: dict[Cleaning, int]
    gaps: int


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# CriticMarkup (criticmarkup.com): {>>a note<<} goes, {==what it is about==} stays without marks.
_NOTE = re.compile(r"\{>>.*?<<\}", re.DOTALL)
_MARKED = re.compile(r"\{==(.*?)==\}", re.DOTALL)
_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

_TRAILING = re.compile("[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile("\n{4,}")


def clean(draft: Draft) -> Cleaned:
    """Return ``draft`` as it may be pasted anywhere."""
    counts: dict[Cleaning, int] = {}
    text = apply_edits(draft.text, _left_out(draft, counts))
    for cleaning, pattern, replacement in _PASSES:
        text = _replaced(text, pattern, replacement, cleaning, counts)
    text = text.strip("\n")
    ordered = {cleaning: counts[cleaning] for cleaning in Cleaning if counts.get(cleaning)}
    return Cleaned(text, ordered, text.count(GAP))


def with_invisible_shown(text: str) -> str:
    """Return ``text`` with a visible stand-in for every character that ``clean`` may take away."""

    def shown(match: re.Match[str]) -> str:
        if is_kept(match) if INVISIBLE.match(match.group()) else ordinary_space(match) != " ":
            return match.group()
        return f"⟨{_short_name(match.group())}⟩"

    text = CONTROL.sub(lambda match: f"⟨{_short_name(match.group())}⟩", text)
    text = LINE_BREAK.sub(lambda match: "⟨line break⟩\n" if match.group() > "\x84" else "\n", text)
    return re.sub(f"{INVISIBLE.pattern}|{SPACE.pattern}", shown, text)


def _short_name(character: str) -> str:
    known = {"\u00a0": "no-break space", "\ufeff": "byte order mark", "\u00ad": "soft hyphen"}
    return known.get(character) or unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _left_out(draft: Draft, counts: dict[Cleaning, int]) -> Iterator[Edit]:
    """Yield what takes front matter, comments and editor's marks out of the text."""
    for paragraph in draft.paragraphs:
        block, text = paragraph.content.block, paragraph.content.text
        if block in (Block.FRONT_MATTER, Block.COMMENT):
            which = Cleaning.COMMENT if block is Block.COMMENT else Cleaning.FRONT_MATTER
            counts[which] = counts.get(which, 0) + 1
            yield Edit(_with_blank_line(draft.text, paragraph.span), "")
        elif block is not Block.CODE and ("<!--" in text or "{" in text):
            for edit in _marks(text, counts):
                yield Edit(edit.span.shifted(paragraph.start), edit.text)


def _with_blank_line(text: str, span: Span) -> Span:
    """Return ``span`` with the line breaks behind it, so that no double gap is left."""
    end = span.end
    while end < len(text) and text[end] == "\n":
        end += 1
    return Span(span.start, end)


def _marks(text: str, counts: dict[Cleaning, int]) -> Iterator[Edit]:
    code = [Span(*match.span()) for match in _INLINE_CODE.finditer(text)]
    taken: list[Span] = []
    for pattern, cleaning in (
        (_COMMENT, Cleaning.COMMENT),
        (_NOTE, Cleaning.EDITOR_MARK),
        (_MARKED, Cleaning.EDITOR_MARK),
    ):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in (*code, *taken)):
                continue
            taken.append(span)
            counts[cleaning] = counts.get(cleaning, 0) + 1
            yield (
                Edit(_with_spare_space(text, span), "")
                if pattern is not _MARKED
                else Edit(span, match.group(1))
            )


def _with_spare_space(text: str, span: Span) -> Span:
    """Return ``span`` with the space before it where another one follows, or nothing does."""
    if (
        span.start
        and text[span.start - 1] == " "
        and text[span.end : span.end + 1] in ("", " ", "\n")
    ):
        return Span(span.start - 1, span.end)
    return span


def _replaced(
    text: str,
    pattern: re.Pattern[str],
    replacement: Callable[[re.Match[str]], str],
    cleaning: Cleaning,
    counts: dict[Cleaning, int],
) -> str:
    changed = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal changed
        new = replacement(match)
        changed += new != match.group()
        return new

    text = pattern.sub(replace, text)
    if changed:
        counts[cleaning] = counts.get(cleaning, 0) + changed
    return text


def _nothing(_match: re.Match[str]) -> str:
    return ""


def _line_end(match: re.Match[str]) -> str:
    """Return nothing, or the two spaces that break a line in Markdown before another one."""
    text, start, end = match.string, match.start(), match.end()
    breaks = match.group().endswith("  ") and text[end : end + 1] == "\n"
    is_between = start > 0 and text[start - 1] != "\n" and not text[end : end + 2].isspace()
    return "  " if breaks and is_between else ""


_PASSES: tuple[tuple[Cleaning, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (Cleaning.LINE_BREAK, LINE_BREAK, line_break),
    (Cleaning.CONTROL, CONTROL, _nothing),
    (Cleaning.INVISIBLE, INVISIBLE, if_kept),
    (Cleaning.SPACE, SPACE, ordinary_space),
    (Cleaning.LETTER, LETTER, ordinary_letter),
    (Cleaning.TRAILING, _TRAILING, _line_end),
    (Cleaning.BLANK_LINES, _BLANK_LINES, lambda _match: "\n\n\n"),
)
