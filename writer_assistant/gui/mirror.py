"""One draft as the engine knows it, and how far that is from what the window holds.

The engine is told of edits as splices of lines. Between what it knows and what the window holds
lies at most one stretch of lines that are still to be sent; their texts are read only then. An
answer tells of lines as they were when it was made; ``rebased`` finds where they are now.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

PIECE = 60_000
"""Characters that one message carries at most, unless a single line is longer."""


class Mirror(QObject):
    """What the engine knows of one draft.

    Args:
        number: the draft's number on the wire.
        line_count: gives the lines that the draft has at the moment.
        read_lines: gives the texts of lines, by the first one's number and how many.
    """

    changed = Signal()
    """There is something to send."""
    findings_reported = Signal(object, bool)
    """Paragraphs of a ``findings`` answer, at their lines of now; whether grammar was asked."""
    scores_reported = Signal(object)
    suggestions_reported = Signal(int, object)
    spelling_reported = Signal(object)
    """Paragraphs of a ``spelling`` answer, at their lines of now."""
    spellings_reported = Signal(int, object)
    answer_reported = Signal(int, object)
    """A ``question`` or ``ground`` answer, by the request's number."""

    def __init__(
        self,
        number: int,
        line_count: Callable[[], int],
        read_lines: Callable[[int, int], list[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.number = number
        self._line_count = line_count
        self._read_lines = read_lines
        self._is_open = False
        self._markup = True
        self._revision = 0
        self._unsent: tuple[int, int, int] | None = (0, 0, line_count())
        self._sent: deque[tuple[int, int, int, int]] = deque()
        self._visible: tuple[int, int] | None = None
        self._visible_sent: tuple[int, int] | None = None
        self._requests: deque[dict[str, Any]] = deque()

    def splice(self, first: int, removed: int, added: int) -> None:
        """Tell that ``removed`` lines from line ``first`` on are now ``added`` others."""
        if self._unsent is None:
            self._unsent = (first, removed, added)
        else:
            start, gone, now = self._unsent
            low, high = min(start, first), max(start + now, first + removed)
            self._unsent = (low, high - now + gone - low, high - low + added - removed)
        self.changed.emit()

    def start_anew(self) -> None:
        """Tell that everything is different now, or that the engine has forgotten everything."""
        self._is_open = False
        self._unsent = (0, 0, self._line_count())
        self._sent.clear()
        self._visible_sent = None
        self._requests.clear()
        self.changed.emit()

    def set_markup(self, markup: bool) -> None:  # noqa: FBT001
        """Tell whether the draft is Markdown (as it is until told otherwise) or plain text."""
        if markup != self._markup:
            self._markup = markup
            self.start_anew()

    def show(self, first: int, last: int) -> None:
        """Tell which lines are in view."""
        self._visible = (first, last)
        self.changed.emit()

    def ask(self, request: Mapping[str, Any]) -> None:
        """Send a request behind all edits made so far."""
        self._requests.append({**request, "draft": self.number})
        self.changed.emit()

    def take_message(self) -> dict[str, Any] | None:
        """Return what is to be sent next; None if the engine knows everything."""
        if self._unsent is not None:
            return self._take_lines(*self._unsent)
        if self._requests:
            return {**self._requests.popleft(), "revision": self._revision}
        if self._visible is not None and self._visible != self._visible_sent:
            self._visible_sent = self._visible
            first, last = self._visible
            return {"do": "visible", "draft": self.number, "first": first, "last": last}
        return None

    def _take_lines(self, first: int, removed: int, added: int) -> dict[str, Any]:
        lines = self._piece(first, added)
        taken = len(lines)
        more = taken < added
        self._revision += 1
        message: dict[str, Any] = {"draft": self.number, "revision": self._revision, "lines": lines}
        if not self._is_open:
            # An engine that was told nothing yet has no lines to replace.
            message |= {"do": "open", "markup": self._markup}
            self._is_open = True
        else:
            message |= {"do": "edit", "first": first, "removed": removed}
        if more:
            message["more"] = True
        self._sent.append((self._revision, first, removed, taken))
        self._unsent = (first + taken, 0, added - taken) if more else None
        return message

    def _piece(self, first: int, count: int) -> list[str]:
        lines: list[str] = []
        size = 0
        while len(lines) < count and size < PIECE:
            for line in self._read_lines(first + len(lines), min(64, count - len(lines))):
                lines.append(line)
                size += len(line) + 1
                if size >= PIECE:
                    break
        return lines

    def receive(self, answer: Mapping[str, Any]) -> None:
        """Take an answer that is about this draft."""
        match answer["say"]:
            case "findings":
                paragraphs = self.rebased(answer["revision"], answer["paragraphs"])
                self.findings_reported.emit(paragraphs, answer["grammar"])
            case "scores":
                self.scores_reported.emit(answer)
            case "spelling":
                self.spelling_reported.emit(self.rebased(answer["revision"], answer["paragraphs"]))
            case "spellings":
                self.spellings_reported.emit(answer["id"], answer["suggestions"])
            case "question" | "ground":
                self.answer_reported.emit(answer["id"], answer)
            case "suggestions":
                self.suggestions_reported.emit(answer["id"], answer["suggestions"])

    def rebased(
        self, revision: int, paragraphs: Sequence[Mapping[str, Any]]
    ) -> list[dict[str, Any]]:
        """Return those paragraphs of a report that are still what they were, at their lines now."""
        while self._sent and self._sent[0][0] <= revision:
            self._sent.popleft()
        splices = [(first, removed, added) for _, first, removed, added in self._sent]
        if self._unsent is not None:
            splices.append(self._unsent)
        kept = []
        for paragraph in paragraphs:
            line: int | None = paragraph["line"]
            for splice in splices:
                line = _moved(line, paragraph["lines"], splice)
                if line is None:
                    break
            else:
                kept.append({**paragraph, "line": line})
        return kept


def _moved(line: int | None, lines: int, splice: tuple[int, int, int]) -> int | None:
    first, removed, added = splice
    if line is None or (line < first + removed and first < line + lines):
        return None
    return line + added - removed if line >= first + removed else line
