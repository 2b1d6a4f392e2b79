"""Paragraphs of a word processor put together: items to lists, lines to code, others to quotes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from writer_assistant.text.rich import Block, Code, Entry, Quote, lists


@dataclass(slots=True)
class Gathered:
    """Blocks put together as they come: items to lists, lines to code, paragraphs to quotes."""

    blocks: list[Block] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    numberings: dict[int, str] = field(default_factory=dict)
    quote: Gathered | None = None
    code: list[str] = field(default_factory=list)
    level: int | None = None
    is_parted: bool = False

    def part(self) -> None:
        """Take an empty line."""
        self.is_parted = True

    def place(self, *, quoted: bool, level: int | None = None) -> Gathered:
        """Return where the next block goes, which belongs to the item of ``level``, if to any."""
        if not quoted:
            self._end_quote()
            return self
        if self.quote is None or self.is_parted:
            self._end_quote()
            self._end_code()
            self.quote, self.level = Gathered(), level
        self.is_parted = False
        return self.quote

    def add(self, block: Block, level: int | None = None) -> None:
        """Take a block that stands by itself, or belongs to the item of that level."""
        self._end_code()
        if level is not None and self.entries:
            level = min(level, self.entries[-1].level)
            self.entries.append(Entry(level, None, (block,), continues=True))
        else:
            self._end_entries()
            self.blocks.append(block)
        self.is_parted = False

    def add_line(self, text: str, level: int | None) -> None:
        """Take lines of code."""
        if self.is_parted or level != self.level:
            self._end_code()
        self.level = level
        self.code.append(text)
        self.is_parted = False

    def add_entry(self, entry: Entry, numbering: str) -> None:
        """Take an item of a list."""
        self._end_code()
        known = self.numberings.get(entry.level, numbering)
        if self.is_parted and numbering != known:
            if self.entries and entry.level > self.entries[0].level:
                entry = replace(entry, begins=True)
            else:
                self._end_entries()
        self.numberings[entry.level] = numbering
        self.entries.append(entry)
        self.is_parted = False

    def end(self) -> None:
        """Take what is not ended yet as ended."""
        self._end_quote()
        self._end_code()
        self._end_entries()

    def _end_quote(self) -> None:
        if self.quote is not None:
            quote, self.quote = self.quote, None
            quote.end()
            if quote.blocks:
                self.add(Quote(tuple(quote.blocks)), self.level)

    def _end_code(self) -> None:
        if self.code:
            text, self.code = "\n".join(self.code), []
            if text.strip():
                was_parted = self.is_parted
                self.add(Code(text), self.level)
                self.is_parted = was_parted

    def _end_entries(self) -> None:
        entries, self.entries, self.numberings = self.entries, [], {}
        self.blocks += lists(entries)
