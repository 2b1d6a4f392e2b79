"""Cleaned text in the forms that a clipboard carries: plain and rich."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Copied:
    """The same text, plain for a text field, as HTML for a mail or a word processor."""

    plain: str
    html: str


def copied(text: str, *, markdown: bool = True, marks: bool = True) -> Copied:
    """Return ``text`` in both forms.

    Args:
        text: a cleaned draft.
        markdown: whether its marks mean something; otherwise it is plain text.
        marks: whether the plain form keeps them or is what a reader reads: ``**bold**``, ``bold``.
    """
    if not markdown:
        return Copied(text, _paragraphs(text))
    return Copied(text if marks else _without_marks(text), _parser().render(text))


def _parser() -> MarkdownIt:
    # A line break that the writer typed is one: posts and mails are not wrapped by hand. HTML in
    # a draft is shown, not run.
    return MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(
        ["table", "strikethrough"]
    )


def _paragraphs(text: str) -> str:
    parts = (part.strip("\n") for part in text.split("\n\n"))
    return "".join(
        f"<p>{escape(part, quote=False).replace(chr(10), '<br>' + chr(10))}</p>\n"
        for part in parts
        if part
    )


def _without_marks(text: str) -> str:
    """Return Markdown as a reader reads it: links as ``words (address)``, lists with bullets."""
    return _Plain().of(_parser().parse(text))


class _Plain:
    """Turns a stream of Markdown tokens into plain text, block by block."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._lists: list[int | None] = []
        self._bullet = ""
        self._quotes = 0
        self._cells: list[str] | None = None

    def of(self, tokens: list[Token]) -> str:
        for token in tokens:
            handler = getattr(self, f"_{token.type}", None)
            if handler:
                handler(token)
        return "".join(self._blocks).strip("\n")

    def _add(self, text: str, *, tight: bool = False) -> None:
        indent = "> " * self._quotes + "  " * (len(self._lists) - 1)
        hanging = indent + " " * len(self._bullet)
        lines = text.split("\n")
        self._blocks.append(
            "\n".join([indent + self._bullet + lines[0], *(hanging + line for line in lines[1:])])
            + ("\n" if tight else "\n\n")
        )
        self._bullet = " " * len(self._bullet)

    def _inline(self, token: Token) -> None:
        text = _inline_text(token.children or [])
        if self._cells is not None:
            self._cells.append(text)
        else:
            self._add(text, tight=bool(self._lists))

    def _fence(self, token: Token) -> None:
        self._add(token.content.rstrip("\n"), tight=bool(self._lists))

    _code_block = _fence

    def _hr(self, _token: Token) -> None:
        self._add("———")

    def _bullet_list_open(self, _token: Token) -> None:
        self._lists.append(None)

    def _ordered_list_open(self, token: Token) -> None:
        self._lists.append(int(token.attrs.get("start", 1)))

    def _list_item_open(self, _token: Token) -> None:
        number = self._lists[-1]
        self._bullet = "• " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _bullet_list_close(self, _token: Token) -> None:
        self._lists.pop()
        self._bullet = ""
        if not self._lists:
            self._blocks.append("\n")

    _ordered_list_close = _bullet_list_close

    def _list_item_close(self, _token: Token) -> None:
        self._bullet = ""

    def _blockquote_open(self, _token: Token) -> None:
        self._quotes += 1

    def _blockquote_close(self, _token: Token) -> None:
        self._quotes -= 1

    def _tr_open(self, _token: Token) -> None:
        self._cells = []

    def _tr_close(self, _token: Token) -> None:
        cells, self._cells = self._cells or [], None
        self._add("\t".join(cells), tight=True)

    def _table_close(self, _token: Token) -> None:
        self._blocks.append("\n")


def _inline_text(tokens: list[Token]) -> str:
    parts: list[str] = []
    links: list[tuple[int, str]] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(token.content)
        elif token.type == "link_open":
            links.append((len(parts), str(token.attrs.get("href", ""))))
        elif token.type == "link_close" and links:
            start, address = links.pop()
            words = "".join(parts[start:])
            if address and address not in (words, f"mailto:{words}"):
                parts.append(f" ({address})")
    return "".join(parts)
