"""Suggestions for findings: asked for when somebody wants to see them, kept while they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.mirror import Mirror
from writer_assistant.gui.replies import read_suggestions, suggestion_request


class Suggestions(QObject):
    """The suggestions of one draft.

    Args:
        document: the draft's text.
        mirror: through which the engine is asked.
        revision: gives the number of the text's state.
    """

    changed = Signal()

    def __init__(
        self,
        document: QTextDocument,
        mirror: Mirror,
        revision: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._mirror = mirror
        self._revision = revision
        self._known: dict[LiveFinding, tuple[LiveSuggestion, ...]] = {}
        self._asked: dict[int, tuple[LiveFinding, int]] = {}
        self._numbers = count(1)
        mirror.suggestions_reported.connect(self._take)

    def of(self, finding: LiveFinding) -> Sequence[LiveSuggestion] | None:
        """Return the suggestions for ``finding``; None while the engine is asked."""
        known = self._known.get(finding)
        if known is None and finding.is_live:
            if all(asked is not finding for asked, _ in self._asked.values()):
                number = next(self._numbers)
                self._asked[number] = finding, self._revision()
                self._mirror.ask({**suggestion_request(self._document, finding), "id": number})
            return None
        return known or ()

    def forget(self, findings: Iterable[LiveFinding]) -> None:
        """Forget what is known of ``findings``: they were judged anew."""
        if sum(self._known.pop(finding, None) is not None for finding in findings):
            self.changed.emit()

    def forget_all(self) -> None:
        """Forget everything, also what the engine was asked and did not answer."""
        self._known.clear()
        self._asked.clear()
        self.changed.emit()

    def _take(self, number: int, raw: list[dict[str, Any]]) -> None:
        finding, revision = self._asked.pop(number, (None, 0))
        if finding is None or not finding.is_live:
            return
        # An answer about a text that has changed since is not kept: whoever looks asks again.
        if revision == self._revision():
            self._known[finding] = read_suggestions(self._document, finding, raw)
        self.changed.emit()
