"""Blocks written as Markdown: as few marks as will do, and read back as the same blocks.

What would be read otherwise than it is meant is escaped, a paragraph at a time: the plainest of
several spellings is taken that reads back as what was to be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from writer_assistant.text.markdown_reader import read_markdown
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
    in_a_line,
    tidied,
)

_ALWAYS = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)")
"""What somebody who reads the draft takes for a tag or comment, though the dialect does not."""
_OFTEN = re.compile(rf"[\\`*]|(?<!\w)_|_(?!\w)|~~|\[(?=[^\[\]]*\][(\[:])|!(?=\[)|{_ALWAYS.pattern}")
_ANY = re.compile(r"[!-/:-@\[-`{-~]")
_IN_FRONT = re.compile(
    r"^(?:(?=#{1,6}(?:\s|$)|[>+*-](?:\s|$)|---|===|~~~|\+\+\+|[|:=-]+\s*$)|(\d{1,9})(?=[.)](?:\s|$)))",
    re.MULTILINE,
)
_HARMLESS = re.compile(r"(?!\d|[ \t])[^\\`*_~\[\]<>&|#+=\n-]*")
"""Text that cannot be read but as it stands."""
_LOOKS = ("link", "bold", "italic", "struck")
_SIGNS = re.compile(r"([^\w\s]*)(.*?)([^\w\s]*)", re.DOTALL)
_ADDRESS = re.compile(r"(?!\S*&#?\w+;)(?:[^\s()<>\\]|\([^\s()<>\\]*\))+")
"""An address that needs no marks around it."""
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def write_markdown(blocks: Sequence[Block]) -> str:
    r"""Return a draft that says ``blocks``; its lines end with ``\n``."""
    if not blocks:
        return ""
    text = "\n".join(_lines(blocks))
    # At its head, a rule would begin front matter.
    return ("***" + text[3:] if isinstance(blocks[0], Rule) else text) + "\n"


def _lines(blocks: Sequence[Block], *, tight: bool = False) -> Iterator[str]:
    before: Block | None = None
    is_other = False  # whether the list before has the second kind of marks
    for block in blocks:
        if before is not None and not (tight and _may_follow(block)):
            yield ""
        is_other = _runs_on(before, block) and not is_other
        yield from _written(block, other=is_other)
        before = block


def _runs_on(before: Block | None, block: Block) -> bool:
    """Whether two lists would be taken for one."""
    return (
        isinstance(block, BlockList)
        and isinstance(before, BlockList)
        and (block.start is None) == (before.start is None)
    )


def _may_follow(block: Block) -> bool:
    """Whether a block can be told from a paragraph that stands on the line above."""
    return isinstance(block, BlockList) and block.start in (None, 1)


def _written(block: Block, *, other: bool) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield from _inline(runs, "{}").split("\n")
        case Heading(level, runs):
            mark = "#" * level
            yield f"{mark} {_inline(in_a_line(runs), mark + ' {}')}"
        case Quote(inside):
            for line in _lines(inside):
                yield f"> {line}" if line else ">"
        case BlockList():
            yield from _list(block, other=other)
        case Code(text, language):
            longest = max(map(len, re.findall(r"`+", text)), default=0)
            fence = "`" * max(3, longest + 1)
            yield fence + re.sub(r"[\s`].*", "", language, flags=re.DOTALL)
            yield from text.split("\n") if text else ()
            yield fence
        case Table():
            yield from _table(block)
        case Rule():
            yield "---"


def _list(block: BlockList, *, other: bool) -> Iterator[str]:
    tight = all(_is_short(item) for item in block.items)
    for index, item in enumerate(block.items):
        if block.start is None:
            mark = "*" if other else "-"
        else:
            mark = f"{block.start + index}{')' if other else '.'}"
        if index and not tight:
            yield ""
        for number, line in enumerate(_lines(item, tight=_is_short(item))):
            # A rule behind a mark would make the whole line one.
            line = "___" if number == 0 and line == "---" else line
            lead = f"{mark} " if number == 0 else " " * (len(mark) + 1)
            yield f"{lead}{line}" if line else ""


def _is_short(item: Sequence[Block]) -> bool:
    return isinstance(item[0], Paragraph | BlockList) and all(
        isinstance(block, BlockList) for block in item[1:]
    )


def _table(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        yield "| " + " | ".join(_cell(runs) for runs in row) + " |"
        if number == 0:
            marks = {"left": ":--", "right": "--:", "center": ":-:"}
            aligned = (*table.aligned, *[""] * len(row))[: len(row)]
            yield "| " + " | ".join(marks.get(side, "---") for side in aligned) + " |"


def _cell(runs: Runs) -> str:
    return _inline(in_a_line(runs), "| {} |\n| --- |")


_SPELLINGS = (
    (_ALWAYS, "*", False),
    *((escaped, italic, True) for escaped in (_ALWAYS, _OFTEN, _ANY) for italic in "*_"),
)
"""What gets a backslash, the mark of emphasis, and whether what a line begins with is shielded,
lest it be taken for the mark of a block; the plainest first."""


def _inline(runs: Runs, place: str) -> str:
    """Return ``runs`` as Markdown that stands in ``place``, which is a block with ``{}`` in it."""
    if len(runs) == 1 and runs[0].is_plain and _HARMLESS.fullmatch(runs[0].text):
        return runs[0].text
    for said in _sayable(runs):
        for escaped, italic, shielded in _SPELLINGS:
            text = _grouped(said, escaped, italic)
            if shielded:
                text = _IN_FRONT.sub(_with_shield, text)
            if place.startswith("|"):
                text = text.replace("|", r"\|")
            if _read_back(place.format(text)) == said:
                return text
    return text  # the words are there, whatever they look like


def _sayable(runs: Runs) -> Iterator[Runs]:
    """Yield ``runs``, and what may stand for them where Markdown has no marks for all of it."""
    yield runs
    runs = _loosened(runs)
    yield runs
    lost: dict[str, Any] = {}
    for look in ("italic", "bold", "struck"):
        lost[look] = False
        yield tidied(replace(run, **lost) for run in runs)
    yield tidied(Run(run.text) for run in runs)


def _loosened(runs: Runs) -> Runs:
    """Return ``runs`` with no emphasis that ends at a sign which a letter touches.

    Markdown has no word for it: in ``**Note:**that`` the second mark does not end anything.
    """
    parts: list[Run] = []
    for before, run, after in zip((Run(""), *runs), runs, (*runs[1:], Run("")), strict=False):
        if run.code or run.image:
            parts.append(replace(run, bold=False, italic=False, struck=False))
            continue
        lead, core, trail = _SIGNS.fullmatch(run.text).groups()  # type: ignore[union-attr]
        if before.text[-1:].isalnum():
            parts.append(_as_both(before, run, lead))
            lead = ""
        touched = after.text[:1].isalnum()
        parts.append(replace(run, text=lead + core + ("" if touched else trail)))
        if touched:
            parts.append(_as_both(after, run, trail))
    return tidied(part for part in parts if part.text)


def _as_both(other: Run, run: Run, text: str) -> Run:
    return replace(
        run,
        text=text,
        bold=run.bold and other.bold,
        italic=run.italic and other.italic,
        struck=run.struck and other.struck,
    )


def _read_back(text: str) -> Runs | None:
    blocks = read_markdown(text)
    if len(blocks) != 1:
        return None
    block = blocks[0]
    if isinstance(block, Table):
        return block.rows[0][0] if len(block.rows) == 1 == len(block.rows[0]) else None
    return block.runs if isinstance(block, Paragraph | Heading) else None


def _grouped(
    runs: Sequence[Run], escaped: re.Pattern[str], italic: str, done: frozenset[str] = frozenset()
) -> str:
    """Return ``runs`` with marks around the longest stretches first."""
    parts: list[str] = []
    at = 0
    while at < len(runs):
        looks = [look for look in _LOOKS if look not in done and getattr(runs[at], look)]
        if not looks:
            parts.append(_leaf(runs[at], escaped))
            at += 1
            continue
        look = max(looks, key=lambda look: _extent(runs, at, look))
        end = at + _extent(runs, at, look)
        inside = _grouped(runs[at:end], escaped, italic, done | {look})
        words = inside.strip()
        lead, _, trail = inside.partition(words) if words else (inside, "", "")
        if look == "link":
            words = _link(words, runs[at:end], escaped)
        elif words:
            mark = {"bold": "**", "italic": italic, "struck": "~~"}[look]
            words = f"{mark}{words}{mark}"
        parts += lead, words, trail
        at = end
    return "".join(parts)


def _extent(runs: Sequence[Run], at: int, look: str) -> int:
    value = getattr(runs[at], look)
    end = at
    while end < len(runs) and getattr(runs[end], look) == value:
        end += 1
    return end - at


def _link(inside: str, runs: Sequence[Run], escaped: re.Pattern[str]) -> str:
    words = runs[0].text
    if len(runs) == 1 and runs[0].link in (words, f"mailto:{words}") and "\n" not in words:
        # An address leads there as it stands; if not here, between its own marks.
        if escaped is _ALWAYS and tidied([replace(runs[0], link="")]) == tuple(runs):
            return words
        if escaped is _OFTEN and _AUTOLINK.fullmatch(words):
            return f"<{words}>"
    return f"[{inside}]({_address(runs[0].link)})"


def _address(address: str) -> str:
    address = re.sub(r"[\r\n]", "", address)
    if _ADDRESS.fullmatch(address):
        return address
    return "<" + re.sub(r"([<>\\]|&(?=#?\w+;))", r"\\\1", address) + ">"


def _leaf(run: Run, escaped: re.Pattern[str]) -> str:
    if run.image:
        description = re.sub(r"([\[\]\\`*_<&!~])", r"\\\1", run.text)
        return f"![{description}]({_address(run.image)})"
    if run.code:
        return _code(run.text)
    return escaped.sub(r"\\\g<0>", run.text)


def _with_shield(match: re.Match[str]) -> str:
    return f"{match[1]}\\" if match[1] else "\\"


def _code(text: str) -> str:
    longest = {len(marks) for marks in re.findall(r"`+", text)}
    fence = next("`" * length for length in range(1, len(text) + 2) if length not in longest)
    room = (
        " "
        if text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " " and text.strip())
        else ""
    )
    return f"{fence}{room}{text}{room}{fence}"
