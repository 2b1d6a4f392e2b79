"""What the engine does as a child: it takes requests, works in small pieces, says what it found.

The requests and answers are described in ``writer_assistant.engine_process``.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from writer_assistant.engine_spelling import Loaded, SpellingDesk
from writer_assistant.engine_suggesting import SuggestionDesk
from writer_assistant.errors import UserError

if TYPE_CHECKING:
    from writer_assistant.analysis.engine import Engine
    from writer_assistant.analysis.live import LiveDraft, ParagraphReport
    from writer_assistant.analysis.pipeline import Settings

Message = dict[str, Any]
Inbox = SimpleQueue["Message | Engine | Loaded | UserError | None"]

_WORDS_ALONE = "Until then only word lists are looked up."
_FIRST_PAGE = 40  # paragraphs
_CHUNK = 0.02  # seconds of work after which requests are looked at again
_LONG_CHUNK = 0.12  # the same while nobody types
_QUIET = 1.0  # seconds without a request that mean that nobody types
_CATCH_UP = 8  # paragraphs, before suggestions are made
_OF_NO_DRAFT = frozenset({"open", "close", "settings", "spelling", "ping"})
"""Requests that concern all drafts, or one that the engine does not have."""
_BATCH = 32  # paragraphs in one piece of work at most
_SCORES_EVERY = 0.25  # seconds: oftener nobody could read them


@dataclass(slots=True, eq=False)
class _Mirrored:
    """A draft, and how far what was said of it goes.

    Attributes:
        fresh: whether somebody changed or looked at it since it was last worked on.
        failed: whether it made the rules fail; it is left alone until it changes.
    """

    number: int
    draft: LiveDraft
    revision: int
    complete: bool
    touched: float = 0.0
    fresh: bool = True
    failed: bool = False
    scores_due: bool = True
    scores_said: float = 0.0

    @property
    def scores_are_due(self) -> bool:
        """Whether the scores changed and were not said just now."""
        return self.scores_due and time.monotonic() >= self.scores_said + _SCORES_EVERY


class Loop:
    """Takes requests, works in small pieces between them, and says what was found.

    Args:
        inbox: requests as they come; None when no more will.
        say: sends an answer.
        load_engine: loads the grammar; called in a thread of its own.
    """

    def __init__(
        self,
        inbox: Inbox,
        say: Callable[[Message], None],
        load_engine: Callable[[], Engine] | None = None,
    ) -> None:
        self._inbox = inbox
        self._say = say
        self._load_engine = load_engine or _load_engine
        self._drafts: dict[int, _Mirrored] = {}
        self._settings: Settings | None = None
        self._engine: Engine | None = None
        self._suggesting = SuggestionDesk(say, self._current_settings)
        self._spelling = SpellingDesk(say, inbox.put)
        self._loading = False
        self._asked = 0.0
        self._limit = 1

    def run(self) -> None:
        """Serve until the requests end."""
        self._say({"say": "started"})
        # The first page by word lists, which takes milliseconds, before the grammar is loaded,
        # which takes a second in which all else is slow.
        if not self._take_requests(wait=0.3, until_work=True):
            return
        self._work(_FIRST_PAGE)
        self._loading = True
        threading.Thread(target=self._load, daemon=True).start()
        while self._take_requests(wait=self._idle_time()):
            self._work(self._limit)

    def _load(self) -> None:
        from writer_assistant.analysis.judging import judge

        try:
            judge()
            self._inbox.put(self._load_engine())
        except UserError as error:
            remedy = f"{error.remedy} {_WORDS_ALONE}".strip()
            self._inbox.put(UserError(error.what, error.where, remedy))
        except Exception as error:
            traceback.print_exc()
            remedy = f"Install the program again. {_WORDS_ALONE}"
            self._inbox.put(UserError(f"the grammar cannot be loaded ({error})", remedy=remedy))

    # Requests

    def _take_requests(self, wait: float | None, *, until_work: bool = False) -> bool:
        """Take all requests that are there; False when no more will come.

        Args:
            wait: seconds to wait for the first one; None for as long as it takes.
            until_work: go on waiting until a draft is complete.
        """
        end = None if wait is None else time.monotonic() + wait
        while True:
            try:
                left = None if end is None else max(0.0, end - time.monotonic())
                request = self._inbox.get(timeout=left) if left != 0.0 else self._inbox.get_nowait()
            except Empty:
                return True
            if request is None:
                return False
            self._take(request)
            if not until_work:
                end = 0.0
            elif self._has_work():
                return True

    def _take(self, request: Message | Engine | Loaded | UserError) -> None:
        if isinstance(request, UserError):
            self._loading = False
            self._say_problem(request)
        elif isinstance(request, Loaded):
            self._take_speller(request)
        else:
            try:
                if isinstance(request, dict):
                    self._asked = time.monotonic()
                    self._limit = 1
                    if request["do"] in _OF_NO_DRAFT or request["draft"] in self._drafts:
                        self._answer(request)
                else:
                    self._take_engine(request)
            except UserError as error:
                self._say_problem(error)

    def _take_engine(self, engine: Engine) -> None:
        from writer_assistant.analysis.judging import judge

        self._loading = False
        self._engine = engine
        self._settings = replace(self._current_settings(), judge=judge())
        self._suggesting.set_engine(engine)
        for mirrored in self._drafts.values():
            mirrored.draft.set_settings(self._settings)
            mirrored.draft.set_engine(engine)
            mirrored.scores_due = True
        self._say({"say": "ready", "model": engine.model})

    def _take_speller(self, loaded: Loaded) -> None:
        if self._spelling.take(loaded):
            for mirrored in self._drafts.values():
                mirrored.draft.spelling.set_speller(loaded.speller)
            if loaded.problem is not None:
                self._say_problem(loaded.problem)

    def _answer(self, request: Message) -> None:
        match request["do"]:
            case "open":
                self._open(request)
            case "edit":
                self._edit(request)
            case "visible":
                mirrored = self._drafts[request["draft"]]
                mirrored.draft.show(request["first"], request["last"])
                self._touch(mirrored)
            case "settings":
                self._take_settings(request)
            case "suggest" | "teach" | "ground":
                mirrored = self._drafts[request["draft"]]
                self._catch_up(mirrored)
                self._suggesting.answer(request, mirrored.draft)
            case "spelling" | "spell":
                if request["do"] == "spelling":
                    variety = request["variety"]
                    self._suggesting.set_variety(variety if variety != "en" else None)
                self._spelling.answer(request)
            case "close":
                self._drafts.pop(request["draft"], None)
            case "ping":
                self._say({"say": "pong"})

    def _open(self, request: Message) -> None:
        from writer_assistant.analysis.live import LiveDraft

        draft = LiveDraft(
            self._current_settings(), self._engine, markup=request.get("markup", True)
        )
        draft.spelling.set_speller(self._spelling.speller)
        self._drafts[request["draft"]] = _Mirrored(
            request["draft"], draft, request["revision"], complete=False
        )
        self._edit({**request, "first": 0, "removed": 0})

    def _edit(self, request: Message) -> None:
        mirrored = self._drafts[request["draft"]]
        mirrored.draft.edit(request["first"], request["removed"], request["lines"])
        mirrored.revision = request["revision"]
        mirrored.complete = not request.get("more", False)
        mirrored.failed = False
        self._touch(mirrored)

    def _touch(self, mirrored: _Mirrored) -> None:
        mirrored.touched = self._asked
        mirrored.fresh = mirrored.scores_due = True

    def _current_settings(self) -> Settings:
        if self._settings is None:
            from writer_assistant.analysis.judging import load_settings

            self._settings, _ = load_settings(judged=self._engine is not None)
        return self._settings

    def _take_settings(self, request: Message) -> None:
        from writer_assistant.analysis.judging import load_settings
        from writer_assistant.persona.file import parse_persona

        persona = None
        if request["persona"] is not None:
            try:
                persona = parse_persona(
                    request["persona"]["text"], request["persona"]["path"]
                ).persona
            except UserError as error:
                self._say_problem(error)
        self._settings, problems = load_settings(
            persona,
            request["authors"],
            lexicons=map(Path, request["lexicons"]),
            channel=request["channel"],
            judged=self._engine is not None,
        )
        for problem in problems:
            self._say_problem(problem)
        text = request["persona"]["text"] if request["persona"] else ""
        self._spelling.set_names([text, *request["authors"]])
        self._suggesting.forget()
        for mirrored in self._drafts.values():
            mirrored.draft.set_settings(self._settings)
            mirrored.scores_due = True

    # Work

    def _catch_up(self, mirrored: _Mirrored) -> None:
        """Analyse what was edited or is in view and waits: somebody asks about it."""
        if self._engine is not None and mirrored.complete and not mirrored.failed:
            for _ in range(_CATCH_UP):
                if not mirrored.draft.pending:
                    break
                self._say_findings(mirrored, self._reports(mirrored, 1))

    def _has_work(self) -> bool:
        return any(self._waiting())

    def _idle_time(self) -> float | None:
        """Return for how many seconds there is nothing to do; None if only a request ends that."""
        if self._has_work() or self._suggesting.is_cold:
            return 0.0
        if self._loading:
            return None
        drafts = (m for m in self._drafts.values() if m.complete and not m.failed)
        said = [mirrored.scores_said for mirrored in drafts if mirrored.scores_due]
        return max(0.001, min(said) + _SCORES_EVERY - time.monotonic()) if said else None

    def _waiting(self) -> Iterator[_Mirrored]:
        """Yield the drafts in which something is to be done, that last touched first."""
        for mirrored in sorted(self._drafts.values(), key=lambda m: -m.touched):
            # While the grammar is being loaded only what somebody looks at is worth the delay.
            is_due = mirrored.fresh or not self._loading
            is_able = mirrored.complete and not mirrored.failed
            has_work = mirrored.draft.pending or mirrored.scores_are_due
            if is_due and is_able and (has_work or mirrored.draft.spelling.pending):
                yield mirrored

    def _work(self, limit: int) -> None:
        mirrored = next(self._waiting(), None)
        if mirrored is None:
            self._suggesting.warm()
            return
        mirrored.fresh = False
        start = time.monotonic()
        if mirrored.draft.pending:
            self._say_findings(mirrored, self._reports(mirrored, limit))
        now = time.monotonic()
        self._fit_limit(now - start, quiet=now - self._asked > _QUIET)
        with self._guarded(mirrored):
            if mirrored.scores_are_due:
                self._say_scores(mirrored)
                mirrored.scores_due = mirrored.draft.pending
                mirrored.scores_said = now
            if not self._loading:
                self._spelling.look(mirrored.number, mirrored.revision, mirrored.draft.spelling)

    def _reports(self, mirrored: _Mirrored, limit: int) -> Sequence[ParagraphReport]:
        with self._guarded(mirrored):
            return mirrored.draft.work(limit)
        return ()

    @contextmanager
    def _guarded(self, mirrored: _Mirrored) -> Iterator[None]:
        """Leave a draft alone until its next edit, if something goes wrong with it."""
        try:
            yield
        except Exception as error:
            traceback.print_exc()
            mirrored.failed = True
            self._say_problem(
                UserError(
                    f"a part of the draft could not be analysed ({error!r})",
                    remedy="Writing and saving go on as usual. Please report it with that text.",
                )
            )

    def _fit_limit(self, took: float, *, quiet: bool) -> None:
        """Let the next piece of work take about as long as somebody can wait."""
        longest = _LONG_CHUNK if quiet else _CHUNK
        if took < longest / 2:
            self._limit = min(_BATCH, self._limit * 2)
        elif took > longest:
            self._limit = max(1, self._limit // 2)

    # Answers

    def _say_findings(self, mirrored: _Mirrored, reports: Sequence[ParagraphReport]) -> None:
        for grammar in (False, True):
            paragraphs = [_paragraph(report) for report in reports if report.grammar is grammar]
            if paragraphs:
                self._say(
                    {
                        "say": "findings",
                        "draft": mirrored.number,
                        "revision": mirrored.revision,
                        "grammar": grammar,
                        "paragraphs": paragraphs,
                    }
                )

    def _say_scores(self, mirrored: _Mirrored) -> None:
        live = mirrored.draft.scores()
        known = self._engine is not None
        self._say(
            {
                "say": "scores",
                "draft": mirrored.number,
                "revision": mirrored.revision,
                "words": live.words,
                "characters": live.characters,
                "focus": live.scores.focus,
                "customer_first": live.scores.customer_first if known else None,
                "customer_last": live.scores.customer_last if known else None,
                "reading_grade": live.scores.reading_grade,
                "analysed": round(live.analysed, 3),
            }
        )

    def _say_problem(self, error: UserError) -> None:
        self._say(
            {"say": "problem", "what": error.what, "where": error.where, "remedy": error.remedy}
        )


def _paragraph(report: ParagraphReport) -> Message:
    from writer_assistant.output.report import finding_as_json

    return {
        "line": report.line,
        "lines": report.line_count,
        "length": report.length,
        "findings": [finding_as_json(finding) for finding in report.findings],
    }


def _load_engine() -> Engine:
    from writer_assistant.analysis.engine import Engine

    engine = Engine.load()
    # The first parse takes a tenth of a second longer than any other.
    engine.parse("The reader comes first.")
    return engine
