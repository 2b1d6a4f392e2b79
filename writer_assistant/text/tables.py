"""Tables as pages and documents have them: with data, or only to put things side by side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from writer_assistant.text.rich import (
    Block,
    BlockList,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    tidied,
    without_common_bold,
)

_WIDEST = 100
"""Columns beyond which a table is not believed."""


@dataclass(slots=True)
class Cell:
    """A cell as it stands there."""

    blocks: tuple[Block, ...]
    is_head: bool = False
    across: int = 1
    down: int = 1
    aligned: str = ""


@dataclass(slots=True)
class TableParts:
    """A table while it is read.

    Attributes:
        rows: its cells.
        is_layout: whether it says of itself that it holds no data.
    """

    rows: list[list[Cell]] = field(default_factory=list)
    is_layout: bool = False

    def made(self) -> list[Block]:
        """Return the table, or what stands in it where it is no more than a place."""
        cells = [cell for row in self.rows for cell in row]
        has_heads = any(cell.is_head for cell in cells)
        is_narrow = max(map(len, self.rows), default=0) < 2
        if self.is_layout or (is_narrow and not has_heads) or not all(map(_is_datum, cells)):
            return [block for cell in cells for block in cell.blocks]
        rows = _square(self.rows)
        if not any(any(row) for row in rows):
            return []
        if not has_heads:
            rows[0] = [without_common_bold(runs) for runs in rows[0]]
        head = next(row for row in self.rows if row)
        aligned = [cell.aligned for cell in head for _ in range(min(cell.across, _WIDEST))]
        width = len(rows[0])
        return [Table(tuple(map(tuple, rows)), tuple((aligned + [""] * width)[:width]))]


def _is_datum(cell: Cell) -> bool:
    """Whether what stands in a cell can stand in one line."""
    return all(isinstance(block, Paragraph) or _is_short_list(block) for block in cell.blocks)


def _is_short_list(block: Block) -> bool:
    return isinstance(block, BlockList) and all(
        isinstance(inner, Paragraph) for item in block.items for inner in item
    )


def _square(rows: list[list[Cell]]) -> list[list[Runs]]:
    """Return rows of one length, with empty cells beside and below those that span several."""
    made: list[list[Runs]] = []
    below: dict[int, int] = {}
    for row in rows:
        line: list[Runs] = []
        for cell in row:
            while below.get(len(line), 0) and len(line) < _WIDEST:
                below[len(line)] -= 1
                line.append(())
            for column in range(min(cell.across, _WIDEST)):
                if cell.down > 1:
                    below[len(line)] = cell.down - 1
                line.append(_said(cell.blocks) if column == 0 else ())
        while below.get(len(line), 0) and len(line) < _WIDEST:
            below[len(line)] -= 1
            line.append(())
        made.append(line[:_WIDEST])
    width = max(map(len, made), default=0)
    heads = [index for index, row in enumerate(rows) if any(cell.is_head for cell in row)]
    kept = [line for index, line in enumerate(made) if any(line) or index in heads[:1]]
    return [line + [()] * (width - len(line)) for line in kept]


def _said(blocks: tuple[Block, ...]) -> Runs:
    """Return what a cell says in one line."""
    parts: list[Run] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            parts += [Run("\n"), *block.runs]
        elif isinstance(block, BlockList):
            for number, item in enumerate(block.items, block.start or 0):
                parts.append(Run("\n• " if block.start is None else f"\n{number}. "))
                parts += [
                    run for inner in item if isinstance(inner, Paragraph) for run in inner.runs
                ]
    return tidied(
        run if run.image else replace(run, text=run.text.replace("\n", " ")) for run in parts
    )
