"""Markdown read into blocks, by the dialect of this program.

That is CommonMark with GitHub's tables and strikethrough. A typed line break is one, since posts
and mails are not wrapped by hand; HTML is text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

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
    tidied,
)

_NESTED = 100
"""Levels of blocks (a list takes two) beyond which the parser takes no words any more."""


def dialect(parser: MarkdownIt | None = None) -> MarkdownIt:
    """Return a parser of the dialect."""
    parser = parser or MarkdownIt()
    parser.configure("commonmark", {"html": False, "breaks": True, "maxNesting": _NESTED})
    return parser.enable(["table", "strikethrough"])


class _AsTyped(MarkdownIt):
    """Leaves addresses as they were typed: encoding them is for HTML."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the name is the library's
        return url


@cache
def _parser() -> MarkdownIt:
    return dialect(_AsTyped())


def read_markdown(text: str, *, wrapped: bool = False) -> tuple[Block, ...]:
    """Return the blocks of a draft without front matter.

    Args:
        text: the draft.
        wrapped: whether a plain line break is only where an editor broke the line.
    """
    tokens = _parser().parse(text)
    if wrapped:
        for token in tokens:
            for child in token.children or ():
                if child.type == "softbreak":
                    child.type, child.content = "text", " "
    return _blocks(iter(tokens))


def _blocks(tokens: Iterator[Token]) -> tuple[Block, ...]:
    """Return the blocks up to the next closing token that none of them opened."""
    blocks: list[Block] = []
    for token in tokens:
        if token.nesting < 0:
            break
        block = _block(token, tokens)
        if block is not None:
            blocks.append(block)
    return tuple(blocks)


def _block(token: Token, tokens: Iterator[Token]) -> Block | None:
    match token.type:
        case "paragraph_open":
            runs = _rest(tokens)
            return Paragraph(runs) if runs else None
        case "heading_open":
            runs = _rest(tokens)
            return Heading(int(token.tag[1:]), runs) if runs else None
        case "blockquote_open":
            inside = _blocks(tokens)
            return Quote(inside) if inside else None
        case "bullet_list_open" | "ordered_list_open":
            items = tuple(filter(None, _items(tokens)))
            start = None if token.tag == "ul" else int(token.attrs.get("start", 1))
            return BlockList(items, start) if items else None
        case "table_open":
            return _table(tokens)
        case "fence":
            return Code(token.content.removesuffix("\n"), token.info.strip().split(" ")[0])
        case "code_block":
            return Code(token.content.removesuffix("\n"))
        case "hr":
            return Rule()
    raise LookupError(token.type)


def _items(tokens: Iterator[Token]) -> Iterator[tuple[Block, ...]]:
    for token in tokens:
        if token.nesting < 0:
            return
        yield _blocks(tokens)


def _rest(tokens: Iterator[Token]) -> Runs:
    """Return the text of a block up to its end."""
    inline = next(tokens)
    next(tokens)
    return _runs(inline.children or [])


def _table(tokens: Iterator[Token]) -> Table | None:
    rows: list[list[Runs]] = []
    aligned: list[str] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            if token.type == "th_open":
                aligned.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
            rows[-1].append(_rest(tokens))
    if not any(any(row) for row in rows):
        return None
    return Table(tuple(map(tuple, rows)), tuple(aligned))


def _runs(tokens: Sequence[Token]) -> Runs:
    runs: list[Run] = []
    look = Run("")
    around: list[Run] = []
    for token in tokens:
        if token.nesting > 0:
            around.append(look)
            look = _look(token, look)
        elif token.nesting < 0:
            look = around.pop()
        elif token.type == "image":
            image = str(token.attrs.get("src", ""))
            runs.append(replace(look, text=_description(token), image=image))
        elif token.type in {"softbreak", "hardbreak"}:
            runs.append(replace(look, text="\n"))
        else:
            runs.append(replace(look, text=token.content, code=token.type == "code_inline"))
    return tidied(runs)


def _look(opening: Token, around: Run) -> Run:
    match opening.tag:
        case "strong":
            return replace(around, bold=True)
        case "em":
            return replace(around, italic=True)
        case "s":
            return replace(around, struck=True)
    return replace(around, link=str(opening.attrs.get("href", "")))


def _description(image: Token) -> str:
    return "".join(run.text for run in _runs(image.children or []))
