"""What the engine does as a child about suggestions: it makes them, and what leads to better ones.

The requests and answers are described in ``writer_assistant.engine_process``.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from writer_assistant.errors import UserError

if TYPE_CHECKING:
    from writer_assistant.analysis.engine import Engine
    from writer_assistant.analysis.finding import Suggestion
    from writer_assistant.analysis.live import Found, LiveDraft
    from writer_assistant.analysis.pipeline import Settings
    from writer_assistant.persona.model import Answer
    from writer_assistant.reframe.suggest import Reframer

Message = dict[str, Any]


class SuggestionDesk:
    """Answers requests about suggestions.

    Args:
        say: sends an answer.
        settings: gives what drafts are judged by.
    """

    def __init__(self, say: Callable[[Message], None], settings: Callable[[], Settings]) -> None:
        self._say = say
        self._settings = settings
        self._engine: Engine | None = None
        self._reframer: Reframer | None = None
        self._warming: Iterator[None] | None = None
        self._is_warm = False
        self._variety: str | None = None

    def set_variety(self, variety: str | None) -> None:
        """Spell the words of suggestions so (``en_GB``, ``en_US``) if a draft does not tell."""
        if variety != self._variety:
            self._variety = variety
            self.forget()

    def set_engine(self, engine: Engine) -> None:
        """Make suggestions with ``engine`` from now on."""
        self._engine = engine
        self.forget()

    def forget(self) -> None:
        """Take another persona, or another state of her, from now on."""
        self._reframer = self._warming = None
        self._is_warm = False

    @property
    def is_cold(self) -> bool:
        """Whether something is left that ``warm`` would do."""
        return self._engine is not None and not self._is_warm

    def warm(self) -> None:
        """Do one small step towards a first suggestion without a wait."""
        if self._engine is None:
            return
        try:
            if self._warming is None:
                self._warming = self._made(self._engine).warm()
            self._is_warm = next(self._warming, self) is self
        except UserError:
            self._is_warm = True  # it is said when a suggestion is asked for
        except Exception:
            traceback.print_exc()
            self._is_warm = True

    def answer(self, request: Message, draft: LiveDraft) -> None:
        """Answer a request; nothing to offer is no reason to stop finding."""
        answers = {"suggest": self._suggestions, "teach": self._question, "ground": self._ground}
        says = {"suggest": "suggestions", "teach": "question", "ground": "ground"}[request["do"]]
        told: Message = {"suggestions": []}
        try:
            if self._engine is not None:
                told |= answers[request["do"]](request, draft, self._made(self._engine))
        except UserError as error:
            self._say(
                {"say": "problem", "what": error.what, "where": error.where, "remedy": error.remedy}
            )
        except Exception:
            traceback.print_exc()
        self._say({"say": says, "draft": request["draft"], "id": request["id"], **told})

    def _made(self, engine: Engine) -> Reframer:
        from writer_assistant.reframe.suggest import Reframer

        if self._reframer is None:
            settings = self._settings()
            self._reframer = Reframer(
                engine, settings.persona, channel=settings.channel, variety=self._variety
            )
        return self._reframer

    def _suggestions(self, request: Message, draft: LiveDraft, reframer: Reframer) -> Message:
        found = _found(request, draft)
        return {"suggestions": [_told(one) for one in reframer.suggest(found)] if found else []}

    def _question(self, request: Message, draft: LiveDraft, reframer: Reframer) -> Message:
        found = _found(request, draft)
        question = reframer.question(found) if found else None
        if found is None or question is None:
            return {"feature": "", "pains": [], "wishes": {}}
        taught = reframer.taught(found, _answer(request["answer"])) if request["answer"] else None
        return {
            "feature": question.feature,
            "pains": question.pains,
            "wishes": question.wishes,
            "suggestions": [_told(taught)] if taught else [],
        }

    def _ground(self, request: Message, _draft: LiveDraft, reframer: Reframer) -> Message:
        made = reframer.common_ground(
            request["text"], last=request["last"], markup=request["markup"]
        )
        return {"suggestions": [_told(one) for one in made]}


def _found(request: Message, draft: LiveDraft) -> Found | None:
    from writer_assistant.analysis.finding import Kind

    return draft.found_at(request["line"], Kind(request["kind"]), request["start"], request["end"])


def _told(suggestion: Suggestion) -> Message:
    from writer_assistant.output.report import suggestion_as_json

    return {**suggestion_as_json(suggestion), "asks": suggestion.asks}


def _answer(raw: Mapping[str, Any]) -> Answer:
    from writer_assistant.persona.model import Answer

    return Answer(
        "new", raw["feature"], (), (raw["pain"],), benefit=raw["benefit"], proof=raw["proof"]
    )
