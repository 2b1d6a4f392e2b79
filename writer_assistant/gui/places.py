"""Stretches of a document that follow its edits, and what was remarked on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextCursor, QTextDocument

from writer_assistant.gui.lines import text_between
from writer_assistant.gui.session import DraftSession
from writer_assistant.review.model import Decision, Note
from writer_assistant.text.anchor import Anchor, anchor_at, find_anchor, fold, whole_words
from writer_assistant.text.offsets import Utf16Map
from writer_assistant.text.span import Span


class Place:
    """A stretch of a document; what is written in the place of its words belongs to it.

    Positions are UTF-16 units.
    """

    __slots__ = ("_end", "_start")

    def __init__(self, document: QTextDocument, start: int, end: int) -> None:
        last = document.characterCount() - 1
        self._start, self._end = QTextCursor(document), QTextCursor(document)
        self._start.setPosition(min(start, last))
        self._end.setPosition(min(end, last))
        # What is written right behind it is none of it, and so is what is written right before.
        self._end.setKeepPositionOnInsert(True)

    @property
    def span(self) -> tuple[int, int]:
        """Its first position and the one behind it, both the same where its words are gone."""
        start, end = self._start.position(), self._end.position()
        if start <= end:
            return start, end
        # All of it was taken out and other words were put in: these, to the end of the line.
        block = self._end.block()
        return end, min(start, block.position() + block.length() - 1)

    @property
    def text(self) -> str:
        """The words that are there now."""
        return text_between(self._start.document(), *self.span)


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """A note or a decision, and where its words are now.

    Attributes:
        entry: what is kept of it.
        place: where it is; None if that is not known, or it is about the whole draft.
    """

    entry: Note | Decision
    place: Place | None

    @property
    def span(self) -> tuple[int, int] | None:
        """Positions of its words in UTF-16 units; None if they are nowhere."""
        if self.place is None:
            return None
        start, end = self.place.span
        is_removal = isinstance(self.entry, Decision) and not self.entry.anchor.text
        return (start, end) if end > start or is_removal else None

    @property
    def is_rewritten(self) -> bool:
        """Whether other words stand there now."""
        return self.place is None or fold(self.place.text) != fold(self.entry.anchor.text)


class Places:
    """Where the notes and decisions of one draft are. Positions are UTF-16 units."""

    def __init__(self, session: DraftSession) -> None:
        self._session = session
        self._places: dict[str, Place | None] = {}

    def clear(self) -> None:
        """Forget all."""
        self._places = {}

    def of(self, id_: str) -> Place | None:
        """Return the place of an entry; None if it has none."""
        return self._places.get(id_)

    def put(self, id_: str, start: int, end: int) -> None:
        """Let an entry be between two positions."""
        self._places[id_] = Place(self._session.document, start, end)

    def in_order(self, entries: Iterable[Note | Decision]) -> list[LiveEntry]:
        """Return entries with their places, in the order of the draft.

        First what is about all of it; last what has lost its words.
        """
        last = self._session.document.characterCount()
        lives = (LiveEntry(entry, self._places.get(entry.id)) for entry in entries)
        return sorted(lives, key=lambda live: _order(live, last))

    def whole_words(self, start: int, end: int) -> tuple[int, int]:
        """Return the positions of the words from ``start`` to ``end``, none of them a half one."""
        draft, units = self._text()
        span = whole_words(draft, Span(units.from_utf16(start), units.from_utf16(end)))
        return units.to_utf16(span.start), units.to_utf16(span.end)

    def anchor(self, start: int, end: int) -> Anchor:
        """Return what finds the words between two positions again."""
        draft, units = self._text()
        return anchor_at(draft, Span(units.from_utf16(start), units.from_utf16(end)))

    def find_new(self, entries: Iterable[Note | Decision]) -> None:
        """Find those that were not looked for yet."""
        new = [entry for entry in entries if entry.id not in self._places]
        if new:
            draft, units = self._text()
            for entry in new:
                self._places[entry.id] = None
                found = find_anchor(draft, entry.anchor)
                if found is not None:
                    span = found.span
                    self.put(entry.id, units.to_utf16(span.start), units.to_utf16(span.end))

    def find_lost(self, entries: Iterable[Note | Decision]) -> None:
        """Look elsewhere for words that are not in their place."""
        lives = self.in_order(entry for entry in entries if entry.anchor.text)
        lost = [live for live in lives if live.is_rewritten]
        if not lost:
            return
        draft, units = self._text()
        for live in lost:
            near = units.from_utf16(live.span[0]) if live.span else None
            found = find_anchor(draft, live.entry.anchor, near)
            if found is not None and (live.span is None or not found.rewritten):
                span = found.span
                self.put(live.entry.id, units.to_utf16(span.start), units.to_utf16(span.end))

    def with_neighbours(self, entries: Iterable[Note | Decision]) -> Iterator[Note | Decision]:
        """Yield entries with the words that stand around them now."""
        lives = [live for live in self.in_order(entries) if live.span is not None]
        if not lives:
            return
        draft, units = self._text()
        for live in lives:
            start, end = (units.from_utf16(position) for position in live.span or (0, 0))
            around = anchor_at(draft, Span(start, end))
            # What was remarked on stays known, even where other words stand now.
            yield replace(live.entry, anchor=replace(around, text=live.entry.anchor.text))

    def _text(self) -> tuple[str, Utf16Map]:
        draft = self._session.text()
        return draft, Utf16Map(draft)


def _order(live: LiveEntry, last: int) -> tuple[int, int]:
    if live.span is not None:
        return 1, live.span[0]
    return (2, last) if live.entry.anchor.text else (0, 0)
