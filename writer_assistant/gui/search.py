"""Looking for words or a pattern in a text, without ever holding up the window.

Words are found at once. A regular expression may take for ever on some text: it is tried in a
thread (the library lets go of Python's lock while it matches) and given up after a while.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from writer_assistant.gui.language import tr

if TYPE_CHECKING:
    import regex

_LIMIT = 0.5  # seconds that a pattern may take on a whole draft
MOST = 200_000
"""Hits that are found at most."""
_LONGEST_PATTERN = 1_000  # code points
_LARGEST_REPEAT = 10_000  # all counted repeats of a pattern multiplied
_STAND_INS = {
    "'": "['’‘]",
    "’": "['’‘]",
    '"': '["“”]',
    "“": '["“”]',
    "”": '["“”]',
    " ": "[ \\u00a0\\u202f]",
}
"""What is typed straight also finds what is curly, and a space one that does not break."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        words: as typed.
        is_pattern: whether they are a regular expression.
        cased: whether capitals matter.
        whole: whether only whole words are meant.
        replacement: what would stand instead; ``\\1`` is a group of a pattern.
    """

    words: str
    is_pattern: bool = False
    cased: bool = False
    whole: bool = False
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found, in code points, and what would stand there instead."""

    start: int
    end: int
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What came of a query.

    Attributes:
        query: which.
        revision: that of the text.
        hits: in order, without overlaps; at most ``MOST``.
        problem: why there are none, for a person; else empty.
    """

    query: Query
    revision: int
    hits: tuple[Hit, ...] = ()
    problem: str = ""


def compile_query(query: Query) -> regex.Pattern[str]:
    """Return the pattern of a query.

    Raises:
        ValueError: if it is not one, with a message for a person.
    """
    import regex  # a tenth of a second, which only somebody who searches should wait

    flags = regex.MULTILINE | (0 if query.cased else regex.IGNORECASE)
    if query.is_pattern:
        source = query.words
        _refuse_huge(source)
    else:
        source = "".join(_STAND_INS.get(c) or regex.escape(c) for c in query.words)
    if query.whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    try:
        return regex.compile(source, flags)
    except regex.error as error:
        raise ValueError(tr("Not a pattern: {error}").format(error=error.msg)) from error
    except (RecursionError, OverflowError, MemoryError) as error:
        raise ValueError(tr("This pattern is too large")) from error


def _refuse_huge(source: str) -> None:
    import regex

    product = 1
    for low, high in regex.findall(r"\{(\d*),?(\d*)\}", source):
        product *= max(int(low or 1), int(high or 1), 1)
    if len(source) > _LONGEST_PATTERN or product > _LARGEST_REPEAT:
        raise ValueError(tr("This pattern is too large"))


def find_hits(query: Query, text: str, stop: threading.Event | None = None) -> Iterator[Hit]:
    """Yield what ``query`` finds in ``text``.

    Args:
        query: what to find.
        text: where.
        stop: ends the search early when set.

    Raises:
        ValueError: if the query is no pattern or its replacement no template.
        TimeoutError: if it takes too long.
    """
    import regex

    pattern = compile_query(query)
    options = {"timeout": _LIMIT, "concurrent": True} if query.is_pattern else {}
    for number, match in enumerate(pattern.finditer(text, **options)):
        if number >= MOST or (stop is not None and stop.is_set()):
            return
        new = query.replacement
        if new is not None and query.is_pattern:
            try:
                new = match.expand(new)
            except (regex.error, IndexError) as error:
                raise ValueError(
                    tr("The replacement does not fit: {error}").format(error=error)
                ) from error
        yield Hit(match.start(), match.end(), new)


def search(query: Query, text: str, revision: int, stop: threading.Event | None = None) -> Hits:
    """Return what ``query`` finds; problems are told in the result."""
    if not query.words:
        return Hits(query, revision)
    try:
        return Hits(query, revision, tuple(find_hits(query, text, stop)))
    except ValueError as error:
        return Hits(query, revision, problem=str(error))
    except TimeoutError:
        return Hits(query, revision, problem=tr("This pattern takes too long on this draft"))


class Searcher(QObject):
    """Searches, one query at a time; of those that come meanwhile the newest is done next.

    Signals:
        found(object): the ``Hits`` of the newest query.
    """

    found = Signal(object)
    _done = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._waiting: tuple[Query, str, int] | None = None
        self._stop: threading.Event | None = None
        self._done.connect(self._on_done)

    def look(self, query: Query, text: str, revision: int) -> None:
        """Look for ``query``; ``found`` is emitted at once, or from a later turn for a pattern."""
        self._number += 1
        self._waiting = None
        if self._stop is not None:
            self._stop.set()
        if not query.is_pattern:
            self.found.emit(search(query, text, revision))
        elif self._stop is not None:
            self._waiting = (query, text, revision)
        else:
            self._start(query, text, revision)

    def _start(self, query: Query, text: str, revision: int) -> None:
        stop, number = threading.Event(), self._number
        self._stop = stop
        done = self._done

        def work() -> None:
            hits = search(query, text, revision, stop)
            with suppress(RuntimeError):  # the window is gone
                done.emit(hits, number)

        threading.Thread(target=work, name="search", daemon=True).start()

    def _on_done(self, hits: Hits, number: int) -> None:
        self._stop = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(*waiting)
        elif number == self._number:
            self.found.emit(hits)
