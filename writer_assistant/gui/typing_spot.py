"""Where somebody types, and which findings are therefore not shown yet.

A word that is being typed is left alone until the caret leaves it, a sentence until it is finished,
left, or nothing was typed for a while. The findings are known all along; showing them waits.
"""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from writer_assistant.gui.lines import text_between
from writer_assistant.gui.live_findings import LiveFinding

_ENDS = ".!?…:\n"
_CLOSING = "\"'”’»)]*_"
_FAR = 2_000  # units within which a sentence ends


class TypingSpot:
    """The place where a key put something in last, until the caret goes elsewhere."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._at = 0
        self._in_word = False
        self._in_sentence = False

    def typed(self, position: int) -> None:
        """A key put something in (or took it away) right before ``position``."""
        self._at = position
        self._in_word = self._in_sentence = True

    def leave(self) -> bool:
        """Nobody types there any more. Returns whether somebody did."""
        was = self._in_word or self._in_sentence
        self._in_word = self._in_sentence = False
        return was

    def pause(self) -> bool:
        """Nothing was typed for a while. Returns whether that lets a sentence go."""
        was, self._in_sentence = self._in_sentence, False
        return was

    def is_in(self, start: int, end: int) -> bool:
        """Whether the word from ``start`` to ``end`` is being typed."""
        return self._in_word and start <= self._at <= end

    @property
    def position(self) -> int:
        """Where it is (or was)."""
        return self._at

    def caret_moved(self, position: int) -> bool:
        """The caret went to ``position``. Returns whether that lets a word or a sentence go."""
        if position == self._at or not (self._in_word or self._in_sentence):
            return False
        was = self._in_word, self._in_sentence
        if abs(position - self._at) > _FAR:
            return self.leave()
        low, high = sorted((position, self._at))
        between = text_between(self._document, low, high)
        if not all(c.isalnum() or c in "'’-" for c in between):
            self._in_word = False
        if any(c in _ENDS for c in between):
            self._in_sentence = False
        return was != (self._in_word, self._in_sentence)

    def holds(self, finding: LiveFinding) -> bool:
        """Whether ``finding`` is of the word or the sentence that is being typed."""
        if finding.of_words:
            return self.is_in(finding.start, finding.end)
        if not self._in_sentence or not finding.sentence_start <= self._at:
            return False
        behind = self._at - finding.sentence_end
        if behind < 0:
            return True
        if behind > _FAR:
            return False
        gap = text_between(self._document, finding.sentence_end, self._at)
        if gap.strip(" \t\u00a0"):
            return False
        last = text_between(self._document, finding.sentence_end - 4, finding.sentence_end)
        return not last.rstrip(_CLOSING + " ").endswith(tuple(_ENDS))
