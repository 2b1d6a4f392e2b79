"""What an edit did to a document, made sure of: Qt's own counts are off now and then."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from writer_assistant.gui.lines import line_text


@dataclass(frozen=True, slots=True)
class DocumentEdit:
    """One change of a document.

    Attributes:
        position: where it begins.
        removed: units that went there.
        added: units that came in their stead.
        first_line: the first line that changed.
        lines_removed: lines that went, that one included.
        lines_added: lines that came in their stead.
        parted: whether there is a space (or an end) right behind ``position``, and right before
            the end of what came: then words that end or begin there are whole.
    """

    position: int
    removed: int
    added: int
    first_line: int
    lines_removed: int
    lines_added: int
    parted: tuple[bool, bool]

    @property
    def shift(self) -> int:
        """By how much all behind it moved."""
        return self.added - self.removed


class EditReader:
    """Reads what ``QTextDocument.contentsChange`` tells."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._line_at_caret = (0, "")
        self.start_anew()

    @property
    def line_count(self) -> int:
        """Lines of the document as far as its edits were read."""
        return self._line_count

    @property
    def length(self) -> int:
        """Units of the document, its end counted as one."""
        return self._length

    def start_anew(self) -> None:
        """Take the document as it is."""
        self._length, self._line_count = (
            self._document.characterCount(),
            self._document.blockCount(),
        )

    def look_at(self, position: int) -> None:
        """Remember the line at the caret, in which letters may be composed."""
        block = self._document.findBlock(position)
        self._line_at_caret = block.blockNumber(), line_text(block)

    def read(self, position: int, added: int) -> DocumentEdit | None:
        """Return the edit that Qt told of; None if only letters being composed came or went."""
        document = self._document
        length, lines = document.characterCount(), document.blockCount()
        # Qt counts the document's end in at times; the lengths before and after are what is sure.
        added = min(added, length - 1 - position)
        removed = max(0, added - (length - self._length))
        first = document.findBlock(position).blockNumber()
        lines_added = document.findBlock(position + added).blockNumber() - first + 1
        lines_removed = lines_added - (lines - self._line_count)
        self._length, self._line_count = length, lines
        # Of a line that is not the last, Qt counts its end in: then the next one begins there.
        end = document.findBlock(position + added)
        in_line = lines_added == 1 or (lines_added == 2 and end.position() == position + added)
        if removed == added and in_line and self._is_composition(first):
            return None
        before = document.characterAt(position + added - 1) if position + added else " "
        return DocumentEdit(
            position,
            removed,
            added,
            first,
            lines_removed,
            lines_added,
            (document.characterAt(position).isspace(), before.isspace()),
        )

    def _is_composition(self, line: int) -> bool:
        number, text = self._line_at_caret
        return line == number and line_text(self._document.findBlockByNumber(line)) == text
