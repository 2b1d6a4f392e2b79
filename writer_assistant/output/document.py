"""A draft as its reader gets it: cleaned, its front matter turned into title, author, language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from writer_assistant.output.clean import Cleaned, clean
from writer_assistant.output.html import page
from writer_assistant.text.draft import Block as Prose
from writer_assistant.text.draft import Draft
from writer_assistant.text.markdown_reader import read_markdown
from writer_assistant.text.markup import read_draft
from writer_assistant.text.rich import (
    Block,
    Heading,
    Paragraph,
    Run,
    in_a_line,
    parted,
    plain,
)

_ENOUGH, _NEARLY_ALL = 6, 0.9
"""Lines, and the share of them, from which a habit shows."""
_NARROW, _WIDE = 56, 100
"""Characters between which editors break lines."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp"})
_LARGEST_PICTURE = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Document:
    """A draft without what is not for its reader.

    Attributes:
        cleaned: its text, and what was cleaned.
        blocks: what it says.
        title: from the front matter, else its first heading, else its name.
        author: from the front matter; may be empty.
        language: of its text, as ``en-GB``.
        facts: its front matter.
    """

    cleaned: Cleaned
    blocks: tuple[Block, ...]
    title: str
    author: str = ""
    language: str = "en"
    facts: Mapping[str, str] = field(default_factory=dict)


def document(text: str, name: str, *, markup: bool = True, language: str = "en") -> Document:
    """Return a draft as a document.

    Args:
        text: the draft, its lines ended by a line feed.
        name: what it is called where it says no title itself.
        markup: whether its Markdown means anything.
        language: of drafts that do not name their own.
    """
    draft = read_draft(text, markup=markup)
    cleaned = clean(draft)
    is_wrapped = _is_wrapped(draft)
    blocks = (
        read_markdown(cleaned.text, wrapped=is_wrapped)
        if markup
        else plain_blocks(cleaned.text, wrapped=is_wrapped)
    )
    facts = draft.front_matter
    named = _fact(facts, "lang", "language")
    return Document(
        cleaned,
        blocks,
        _fact(facts, "title") or _first_heading(blocks) or name,
        _fact(facts, "author", "authors", "by", "company"),
        named.replace("_", "-") if _LANGUAGE.fullmatch(named) else language,
        facts,
    )


def plain_blocks(text: str, *, wrapped: bool = False) -> tuple[Block, ...]:
    """Return the paragraphs of a text in which no mark means anything.

    Args:
        text: the text.
        wrapped: whether its lines are only so long as fits, and end nothing.
    """
    paragraphs = (Paragraph(runs) for runs in parted([Run(text)]))
    return tuple(Paragraph(in_a_line(one.runs)) if wrapped else one for one in paragraphs)


def _is_wrapped(draft: Draft) -> bool:
    """Whether an editor broke the draft's lines: nearly each is as long as its next word allows."""
    lines: list[tuple[str, str]] = []
    for paragraph in draft.paragraphs:
        if paragraph.content.block in {Prose.PROSE, Prose.BULLET, Prose.BLOCK_QUOTE}:
            own = paragraph.content.text.split("\n")
            forced = ("\\", "  ")
            lines += (pair for pair in pairwise(own) if not pair[0].endswith(forced))
    if len(lines) < _ENOUGH:
        return False
    width = max(len(line.rstrip()) for pair in lines for line in pair)
    full = sum(len(line.rstrip()) + 1 + len(_first_word(after)) > width for line, after in lines)
    return _NARROW <= width <= _WIDE and full >= _NEARLY_ALL * len(lines)


def _first_word(line: str) -> str:
    return line.lstrip(" >\t").partition(" ")[0]


def _fact(facts: Mapping[str, str], *names: str) -> str:
    return next((facts[name].strip() for name in names if facts.get(name, "").strip()), "")


def _first_heading(blocks: tuple[Block, ...]) -> str:
    return next((plain(block.runs) for block in blocks if isinstance(block, Heading)), "")


def html_page(made: Document) -> str:
    """Return a document as a page of its own."""
    return page(made.blocks, made.title, made.language)


def picture(source: str, folder: Path | None) -> Path | None:
    """Return the file of a picture if it lies below the draft's folder; others are not looked at.

    Args:
        source: as the draft names it.
        folder: where the draft is; None while it has no file.
    """
    try:
        parts = urlsplit(source)
        if folder is None or parts.scheme or parts.netloc or "\\" in source:
            return None
        root = folder.resolve()
        path = (root / unquote(parts.path)).resolve()
        fits = path.is_relative_to(root) and path.suffix.casefold() in _PICTURES
        if fits and path.is_file() and path.stat().st_size <= _LARGEST_PICTURE:
            return path
    except (OSError, ValueError):
        return None
    return None
