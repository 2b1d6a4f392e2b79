"""Conversion between code points, UTF-16 units and line:column. The only place for it.

The engine counts code points, Qt counts UTF-16 units, people count lines and columns.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate


class Utf16Map:
    """Offsets of one text in code points and in UTF-16 units.

    Texts without a character outside the Basic Multilingual Plane cost one scan and no table.
    """

    __slots__ = ("_length", "_table")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._table: list[int] | None = None
        if not text.isascii() and max(text) > "\uffff":
            self._table = list(accumulate((1 + (c > "\uffff") for c in text), initial=0))

    @property
    def length(self) -> int:
        """Length of the text in UTF-16 units."""
        return self._length if self._table is None else self._table[-1]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 position of a code point offset (0 to the text's length)."""
        return offset if self._table is None else self._table[offset]

    def from_utf16(self, position: int) -> int:
        """Return the code point offset of a UTF-16 position; inside a pair, that of the pair."""
        return position if self._table is None else bisect_right(self._table, position) - 1


class LineIndex:
    """Line and column, both counted from 1, of code point offsets. Lines end with ``\\n``."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """Return the offset of ``line`` and ``column``.

        Raises:
            IndexError: if there is no such line.
        """
        if line < 1:
            raise IndexError(line)
        return self._starts[line - 1] + column - 1
