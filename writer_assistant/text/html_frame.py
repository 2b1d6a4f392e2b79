"""A block of a web page while it is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from writer_assistant.text.rich import Block, Entry, lists
from writer_assistant.text.tables import Cell, TableParts


@dataclass(slots=True)
class Frame:
    """A block that is open.

    Attributes:
        kind: ``body``, ``quote``, ``list``, ``item``, ``heading``, ``entry``, ``table``, ``cell``.
        blocks: what stands in it so far.
        entries: the items of the list that goes on, where items know their level.
        items: of a list.
        level: of a heading or an entry.
        number: of a list's or an entry's first item; None for bullets.
        table: of a table.
        cell: of a cell.
    """

    kind: str
    blocks: list[Block] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)
    level: int = 0
    number: int | None = None
    table: TableParts | None = None
    cell: Cell | None = None

    def add(self, *blocks: Block) -> None:
        """Take blocks; in a list they belong to its last item."""
        if self.kind == "list":
            if not blocks:  # an item of nothing is none
                return
            last = self.items.pop() if self.items else ()
            self.items.append((*last, *blocks))
            return
        self.end_entries()
        self.blocks += blocks

    def add_entry(self, entry: Entry) -> None:
        """Take an item that knows its level."""
        self.entries.append(entry)

    def end_entries(self) -> None:
        """Make a list of the items that know their level."""
        self.blocks += lists(self.entries)
        self.entries.clear()
