"""Suggestions for findings: asked for when somebody wants to see them, kept while they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from writer_assistant.gui.insertion import Insertion
from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.mirror import Mirror
from writer_assistant.gui.replies import read_insertions, read_suggestions, suggestion_request


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the writer can start from to say what a sentence means for the reader.

    Attributes:
        feature: the phrase that names the thing; may be empty.
        pains: ids of the persona's pains, the likeliest first.
        wishes: the persona's gains as words that speak to her, by their ids.
        made: what the writer's answer makes of the sentence, if she gave one.
    """

    feature: str
    pains: Sequence[str]
    wishes: Mapping[str, str]
    made: LiveSuggestion | None


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
        self._asks: dict[LiveFinding, bool] = {}
        self._asked: dict[int, tuple[LiveFinding, int]] = {}
        self._numbers = count(1)
        self._takers: dict[int, tuple[int, Callable[[Mapping[str, Any]], None]]] = {}
        mirror.suggestions_reported.connect(self._take)
        mirror.answer_reported.connect(self._take_answer)

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

    def asks_writer(self, finding: LiveFinding) -> bool:
        """Whether nothing of the persona fits, so that the writer should say what it means."""
        return finding in self._known and self._asks.get(finding, False)

    def ask_meaning(
        self,
        finding: LiveFinding,
        answer: Mapping[str, str] | None,
        take: Callable[[Meaning], None],
    ) -> None:
        """Ask what can be said of a finding's meaning for the reader.

        Args:
            finding: the finding; nothing is asked if it is gone.
            answer: what the writer says: feature, pain (its id), benefit, proof; None at first.
            take: is given the reply, unless the draft changes before it comes.
        """
        if not finding.is_live:
            return
        document = self._document

        def read(raw: Mapping[str, Any]) -> None:
            if finding.is_live:
                made = read_suggestions(document, finding, raw["suggestions"])
                take(
                    Meaning(raw["feature"], raw["pains"], raw["wishes"], made[0] if made else None)
                )

        request = {**suggestion_request(document, finding), "do": "teach", "answer": answer}
        self._ask(request, read)

    def ask_ground(
        self, text: str, take: Callable[[Sequence[Insertion]], None], *, last: bool, markup: bool
    ) -> None:
        """Ask for first (or ``last``) sentences for the draft, whose text is ``text``."""
        self._ask(
            {"do": "ground", "text": text, "markup": markup, "last": last},
            lambda raw: take(read_insertions(self._document, text, raw["suggestions"])),
        )

    def _ask(self, request: dict[str, Any], take: Callable[[Mapping[str, Any]], None]) -> None:
        number = next(self._numbers)
        self._takers[number] = self._revision(), take
        self._mirror.ask({**request, "id": number})

    def _take_answer(self, number: int, raw: Mapping[str, Any]) -> None:
        revision, take = self._takers.pop(number, (-1, None))
        if take is not None and revision == self._revision():
            take(raw)

    def forget(self, findings: Iterable[LiveFinding]) -> None:
        """Forget what is known of ``findings``: they were judged anew."""
        gone = [finding for finding in findings if self._known.pop(finding, None) is not None]
        for finding in gone:
            self._asks.pop(finding, None)
        if gone:
            self.changed.emit()

    def forget_all(self) -> None:
        """Forget everything, also what the engine was asked and did not answer."""
        self._known.clear()
        self._asks.clear()
        self._asked.clear()
        self._takers.clear()
        self.changed.emit()

    def _take(self, number: int, raw: list[dict[str, Any]]) -> None:
        finding, revision = self._asked.pop(number, (None, 0))
        if finding is None or not finding.is_live:
            return
        # An answer about a text that has changed since is not kept: whoever looks asks again.
        if revision == self._revision():
            told = [one for one in raw if not one.get("asks")]
            self._asks[finding] = len(told) < len(raw)
            self._known[finding] = read_suggestions(self._document, finding, told)
        self.changed.emit()
