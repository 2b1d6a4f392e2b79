"""The engine's part in spelling: dictionaries loaded beside other work, misspelt words told."""

from __future__ import annotations

import re
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from writer_assistant.errors import UserError

if TYPE_CHECKING:
    from writer_assistant.analysis.live_spelling import LiveSpelling, SpellingReport
    from writer_assistant.analysis.spelling import Speller

Message = dict[str, Any]

_PIECE = 0.005  # seconds of work between two looks at the requests
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A speller that is ready, or why there is none; ``number`` tells for which wish."""

    number: int
    speller: Speller | None
    problem: UserError | None = None


class SpellingDesk:
    """Has the speller that the window wishes for, and answers what is asked of it.

    Args:
        say: sends an answer.
        deliver: takes a ``Loaded`` from another thread.

    Attributes:
        speller: the one in use; None while there is none.
    """

    def __init__(self, say: Callable[[Message], None], deliver: Callable[[Loaded], None]) -> None:
        self._say = say
        self._deliver = deliver
        self._variety: str | None = None
        self._words: Sequence[str] = ()
        self._names: frozenset[str] = frozenset()
        self._number = 0
        self._is_loading = False
        self._waiting: list[Message] = []
        self.speller: Speller | None = None

    def answer(self, request: Message) -> None:
        """Take a ``spelling`` or a ``spell`` request."""
        if request["do"] == "spell" and self._is_loading:
            self._waiting.append(request)
        elif request["do"] == "spell":
            self._suggest(request)
        else:
            self._variety, self._words = request["variety"], request["words"]
            self._load()

    def set_names(self, texts: Sequence[str]) -> None:
        """Let every word of ``texts`` be right: the persona's, the author's names."""
        names = frozenset(name for text in texts for name in _NAME.findall(text))
        if names != self._names:
            self._names = names
            self._load()

    def take(self, loaded: Loaded) -> bool:
        """Take what was loaded; False if something else is wished for by now."""
        if loaded.number != self._number:
            return False
        self.speller = loaded.speller
        self._is_loading = False
        waiting, self._waiting = self._waiting, []
        for request in waiting:
            self._suggest(request)
        return True

    def _load(self) -> None:
        self._number += 1
        self._is_loading = True
        variety, number = self._variety, self._number
        if variety is None:
            self._deliver(Loaded(number, None))
            return
        words = [*self._words, *self._names]

        def load() -> None:
            from writer_assistant.analysis.spelling import Speller, Variety

            try:
                self._deliver(Loaded(number, Speller(Variety(variety), words)))
            except UserError as error:
                self._deliver(Loaded(number, None, error))
            except Exception as error:
                traceback.print_exc()
                problem = UserError(
                    f"spelling cannot be looked at ({error})",
                    "",
                    "Install the program again, or switch spelling off in Preferences.",
                )
                self._deliver(Loaded(number, None, problem))

        threading.Thread(target=load, daemon=True).start()

    def _suggest(self, request: Message) -> None:
        suggestions: list[str] = []
        if self.speller is not None:
            try:
                suggestions += self.speller.suggest(request["word"])
            except Exception:
                # Nothing to offer for one word is no reason to stop.
                traceback.print_exc()
        self._say(
            {
                "say": "spellings",
                "draft": request["draft"],
                "id": request["id"],
                "suggestions": suggestions,
            }
        )

    def look(self, draft: int, revision: int, spelling: LiveSpelling) -> None:
        """Look at some paragraphs of a draft, if any wait, and tell what is misspelt."""
        if spelling.pending:
            self._say(
                {
                    "say": "spelling",
                    "draft": draft,
                    "revision": revision,
                    "paragraphs": [_paragraph(report) for report in spelling.work(_PIECE)],
                }
            )


def _paragraph(report: SpellingReport) -> Message:
    return {
        "line": report.line,
        "lines": report.line_count,
        "length": report.length,
        "words": [[word.start, word.end] for word in report.words],
    }
