"""Blocks as HTML: a piece for the clipboard, or a page that stands by itself.

A page names its language and its title, and loads nothing. Text that runs from right to left says
so, since mail programs do not find out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

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

Place = Callable[[str], str]
"""Says where a picture is, seen from the page; nothing if it is not to be shown."""

_STYLE = """\
:root { color-scheme: light dark; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 42rem;
  font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; }
blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: .25em solid #8a8f98; }
pre { overflow-x: auto; padding: .75em 1em; border: 1px solid #8a8f98; border-radius: .25em; }
code { font: .9375em ui-monospace, monospace; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid #8a8f98; padding: .3em .6em; text-align: start; vertical-align: top; }
img { max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
"""


def page(blocks: Sequence[Block], title: str, language: str, place: Place = str) -> str:
    """Return a whole page.

    Args:
        blocks: what stands on it.
        title: its title; must say something.
        language: of its text, as ``en-GB``.
        place: where pictures are.
    """
    direction = ' dir="rtl"' if _runs_left("".join(_texts(blocks))) else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"{direction}>\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title, quote=False)}</title>\n<style>\n{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{fragment(blocks, place)}</main>\n</body>\n</html>\n"
    )


def fragment(blocks: Iterable[Block], place: Place = str) -> str:
    """Return blocks as HTML without what stands around a page."""
    return "".join(f"{_block(block, place)}\n" for block in blocks)


def _block(block: Block, place: Place) -> str:
    match block:
        case Paragraph(runs):
            return f"<p{_direction(runs)}>{_inline(runs, place)}</p>"
        case Heading(level, runs):
            return f"<h{level}{_direction(runs)}>{_inline(runs, place)}</h{level}>"
        case Quote(inside):
            return f"<blockquote>\n{fragment(inside, place)}</blockquote>"
        case BlockList(items, start):
            tag = "ul" if start is None else "ol"
            first = "" if start in (None, 1) else f' start="{start}"'
            inner = "".join(f"{_item(item, place)}\n" for item in items)
            return f"<{tag}{first}>\n{inner}</{tag}>"
        case Code(text, language):
            kind = f' class="language-{escape(language)}"' if language else ""
            return f"<pre><code{kind}>{escape(text, quote=False)}\n</code></pre>"
        case Table():
            return _table(block, place)
        case Rule():
            return "<hr>"


def _item(blocks: Sequence[Block], place: Place) -> str:
    """Return an item; its first paragraph needs no marks where only lists follow."""
    first, others = blocks[0], blocks[1:]
    if isinstance(first, Paragraph) and all(isinstance(block, BlockList) for block in others):
        inner = _inline(first.runs, place)
        below = f"\n{fragment(others, place)}" if others else ""
        return f"<li{_direction(first.runs)}>{inner}{below}</li>"
    return f"<li>\n{fragment(blocks, place)}</li>"


def _table(table: Table, place: Place) -> str:
    head, *rows = table.rows

    def row(cells: Sequence[Runs], tag: str) -> str:
        sides = (*table.aligned, *[""] * len(cells))
        return "".join(
            f"<{tag}{_direction(runs)}"
            + (f' style="text-align: {side}"' if side else "")
            + f">{_inline(runs, place)}</{tag[:2]}>"
            for runs, side in zip(cells, sides, strict=False)
        )

    top = row(head, 'th scope="col"')
    body = "".join(f"<tr>{row(cells, 'td')}</tr>\n" for cells in rows)
    below = f"<tbody>\n{body}</tbody>\n" if rows else ""
    return f"<table>\n<thead>\n<tr>{top}</tr>\n</thead>\n{below}</table>"


def _inline(runs: Runs, place: Place) -> str:
    parts: list[str] = []
    for link, group in groupby(runs, key=lambda run: run.link):
        text = "".join(_run(run, place) for run in group)
        parts.append(f'<a href="{_address(link)}">{text}</a>' if link else text)
    return "".join(parts)


def _address(address: str) -> str:
    return escape(address.replace(" ", "%20"))


def _run(run: Run, place: Place) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>\n")
    if run.image:
        source = place(run.image)
        if source:
            text = f'<img src="{_address(source)}" alt="{escape(run.text)}">'
    elif run.code:
        text = f"<code>{text}</code>"
    for tag, is_on in (("em", run.italic), ("strong", run.bold), ("s", run.struck)):
        if is_on:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield plain(runs)
            case Quote(inside):
                yield from _texts(inside)
            case BlockList(items):
                for item in items:
                    yield from _texts(item)


def _direction(runs: Runs) -> str:
    return ' dir="rtl"' if starts_right(plain(runs)) else ""


def starts_right(text: str) -> bool:
    """Whether text runs from right to left: by its first letter that runs anywhere (UAX #9, P2)."""
    if text.isascii():
        return False
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def _runs_left(text: str) -> bool:
    """Whether most letters of a text run from right to left."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(character) for character in text]
    return kinds.count("R") + kinds.count("AL") > kinds.count("L")
