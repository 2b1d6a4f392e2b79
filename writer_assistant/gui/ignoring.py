"""Ignoring findings of one draft: what the writer asks for, and whether a finding is concerned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from writer_assistant.errors import UserError
from writer_assistant.gui.ignore import (
    Ignored,
    IgnoreList,
    ignored_everywhere,
    ignored_here,
)
from writer_assistant.gui.lines import text_between
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.text.anchor import words_after, words_before

_AROUND = 80  # units that hold a few words


class Ignoring(QObject):
    """What is ignored in one draft.

    Args:
        document: its text.
        name: its path, or what it is known by while it has none.
    """

    changed = Signal()
    problem = Signal(str, str, str)
    """What, where, remedy."""

    def __init__(self, document: QTextDocument, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._list = IgnoreList(name)

    def hides(self, finding: LiveFinding) -> bool:
        """Whether ``finding`` is ignored."""
        return self._list.ignores(finding.kind, finding.text, lambda: self._neighbours(finding))

    def items(self) -> Sequence[Ignored]:
        """Return what is ignored, in the order in which it was ignored."""
        return self._list.items()

    def ignore(self, finding: LiveFinding, scope: str, reason: str = "") -> None:
        """Ignore it ``here``, its words (``phrase``), or its ``kind``."""
        if scope == "here":
            item = ignored_here(finding.kind, finding.text, *self._neighbours(finding), reason)
        else:
            item = ignored_everywhere(scope, finding.kind, finding.text, reason)
        with self._problems_told():
            self._list.add(item)
        self.changed.emit()

    def restore(self, item: Ignored) -> None:
        """Do not ignore ``item`` any more."""
        with self._problems_told():
            self._list.remove(item)
        self.changed.emit()

    def move_to(self, name: str) -> None:
        """Follow the draft to another name."""
        with self._problems_told():
            self._list.move_to(name)
        self.changed.emit()

    def save(self) -> None:
        """Write what changed since it was last written."""
        with self._problems_told():
            self._list.save()

    def _neighbours(self, finding: LiveFinding) -> tuple[tuple[str, ...], tuple[str, ...]]:
        start, end = finding.start, finding.end
        return (
            words_before(text_between(self._document, start - _AROUND, start)),
            words_after(text_between(self._document, end, end + _AROUND)),
        )

    @contextmanager
    def _problems_told(self) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self.problem.emit(error.what, error.where, error.remedy)
