"""The misspelt words of one draft, kept with their lines while these change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from writer_assistant.gui.block_notes import BlockNotes, misspelt_in, notes_of
from writer_assistant.gui.edits import DocumentEdit
from writer_assistant.gui.lines import line_text, text_between
from writer_assistant.gui.mirror import Mirror
from writer_assistant.text.offsets import Utf16Map


class DraftSpelling(QObject):
    """What the engine says of the spelling of one draft.

    Signals:
        changed(int, int): what is marked between two positions is not true any more.
        suggested(str, object): what may be meant by a word.

    Args:
        document: the draft's text.
        mirror: through which the engine is asked.
    """

    changed = Signal(int, int)
    suggested = Signal(str, object)

    def __init__(
        self, document: QTextDocument, mirror: Mirror, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._mirror = mirror
        self._ignored: set[str] = set()
        self._known: dict[str, tuple[str, ...]] = {}
        self._asked: dict[int, str] = {}
        self._numbers = count(1)
        mirror.spelling_reported.connect(self._on_report)
        mirror.spellings_reported.connect(self._on_suggestions)

    def edit(self, edit: DocumentEdit) -> None:
        """Follow an edit: words behind it move, words it touches are not marked any more."""
        block = self._document.findBlockByNumber(edit.first_line)
        if edit.lines_removed == edit.lines_added == 1:
            words = misspelt_in(block)
            if words:
                notes_of(block).misspelt = tuple(_followed(words, edit, block.position()))
            return
        for _ in range(edit.lines_added):
            if isinstance(block.userData(), BlockNotes):
                notes_of(block).misspelt = ()
            block = block.next()

    def forget_all(self) -> None:
        """Mark nothing, and forget what was suggested: other words are right now."""
        self.forget_suggestions()
        block = self._document.firstBlock()
        while block.isValid():
            if misspelt_in(block):
                notes_of(block).misspelt = ()
            block = block.next()
        self.changed.emit(0, self._document.characterCount())

    def forget_suggestions(self) -> None:
        """Forget what was suggested, and what is waited for: nobody will answer that."""
        self._known.clear()
        self._asked.clear()

    def ignore(self, word: str) -> None:
        """Mark ``word`` no more as long as this draft is open."""
        self._ignored.add(word)
        self.changed.emit(0, self._document.characterCount())

    def words_in(self, block: QTextBlock) -> Iterator[tuple[int, int]]:
        """Yield the words of a line that are to be marked, in units from its start."""
        words = misspelt_in(block)
        if words and self._ignored:
            start = block.position()
            words = tuple(
                (first, last)
                for first, last in words
                if text_between(self._document, start + first, start + last) not in self._ignored
            )
        yield from words

    def word_at(self, position: int) -> tuple[int, int] | None:
        """Return the positions of the misspelt word at ``position``."""
        block = self._document.findBlock(position)
        start = block.position()
        for first, last in self.words_in(block):
            if start + first <= position <= start + last:
                return start + first, start + last
        return None

    def word_behind(self, position: int) -> tuple[int, int] | None:
        """Return the next misspelt word behind ``position``, or the first; None without any."""
        block = self._document.findBlock(position)
        for _ in range(self._document.blockCount() + 1):
            start = block.position()
            for first, last in self.words_in(block):
                if start + first >= position:
                    return start + first, start + last
            block = block.next()
            if not block.isValid():
                block, position = self._document.firstBlock(), 0
        return None

    def suggestions(self, word: str) -> Sequence[str] | None:
        """Return what may be meant by ``word``; None while the engine is asked (``suggested``)."""
        known = self._known.get(word)
        if known is None and word not in self._asked.values():
            number = next(self._numbers)
            self._asked[number] = word
            self._mirror.ask({"do": "spell", "word": word, "id": number})
        return known

    def _on_suggestions(self, number: int, suggestions: list[str]) -> None:
        word = self._asked.pop(number, None)
        if word is not None:
            self._known[word] = tuple(suggestions)
            self.suggested.emit(word, self._known[word])

    def _on_report(self, paragraphs: Sequence[Mapping[str, Any]]) -> None:
        for paragraph in paragraphs:
            self._take(paragraph)

    def _take(self, paragraph: Mapping[str, Any]) -> None:
        first = self._document.findBlockByNumber(paragraph["line"])
        blocks: list[tuple[QTextBlock, str]] = []
        block = first
        while block.isValid() and len(blocks) < paragraph["lines"]:
            blocks.append((block, line_text(block)))
            block = block.next()
        length = sum(len(text) + 1 for _, text in blocks) - 1
        if len(blocks) != paragraph["lines"] or length != paragraph["length"]:
            return  # better no marks than wrong ones
        start = 0
        for block, text in blocks:
            end = start + len(text)
            words = [(s - start, e - start) for s, e in paragraph["words"] if start <= s < e <= end]
            self._mark(block, text, words)
            start = end + 1

    def _mark(self, block: QTextBlock, text: str, words: Sequence[tuple[int, int]]) -> None:
        to_units = Utf16Map(text).to_utf16
        found = tuple((to_units(start), to_units(end)) for start, end in words)
        if found != misspelt_in(block):
            notes_of(block).misspelt = found
            self.changed.emit(block.position(), block.position() + block.length() - 1)


def _followed(
    words: Sequence[tuple[int, int]], edit: DocumentEdit, line: int
) -> Iterator[tuple[int, int]]:
    """Yield where the words of a line are after an edit within it; without those it touched."""
    position, old_end = edit.position - line, edit.position - line + edit.removed
    last_end = position if edit.parted[0] else position - 1
    first_start = old_end if edit.parted[1] else old_end + 1
    for start, end in words:
        if end <= last_end:
            yield start, end
        elif start >= first_start:
            yield start + edit.shift, end + edit.shift
