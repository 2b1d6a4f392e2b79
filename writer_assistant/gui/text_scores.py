"""What the engine says of a text that no window holds, such as an earlier version."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.live_findings import DraftScores
from writer_assistant.gui.mirror import Mirror
from writer_assistant.gui.replies import read_scores


class TextScores(QObject):
    """Asks for the scores of one text after another; what was asked before is given up.

    Signals:
        known(object): the ``DraftScores`` of the text that was asked for last.
    """

    known = Signal(object)

    def __init__(self, client: EngineClient | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._mirror: Mirror | None = None

    def ask(self, text: str, *, markup: bool) -> None:
        """Ask for the scores of ``text``."""
        self.give_up()
        if self._client is None:
            return
        lines = text.encode("utf-8", "replace").decode("utf-8").split("\n")
        self._mirror = self._client.mirror(
            lambda: len(lines), lambda first, count: lines[first : first + count]
        )
        self._mirror.set_markup(markup)
        self._mirror.scores_reported.connect(self._on_scores)

    def give_up(self) -> None:
        """Ask for nothing any more."""
        if self._mirror is not None and self._client is not None:
            self._client.forget(self._mirror)
        self._mirror = None

    def _on_scores(self, raw: dict[str, object]) -> None:
        scores: DraftScores = read_scores(raw)
        is_ready = self._client is not None and self._client.state == "ready"
        if is_ready and scores.analysed == 1:
            self.give_up()
            self.known.emit(scores)
