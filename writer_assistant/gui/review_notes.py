"""The review of one draft in the window: its notes and decisions, which follow the edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from writer_assistant.analysis.finding import Kind
from writer_assistant.errors import UserError
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.places import LiveEntry, Places
from writer_assistant.gui.session import DraftSession
from writer_assistant.paths import user_data
from writer_assistant.review.model import (
    Answer,
    Decided,
    Decision,
    Figures,
    Note,
    Review,
    counted,
    new_id,
)
from writer_assistant.review.store import ReviewStore
from writer_assistant.text.anchor import Anchor, fold

_SETTLE_MS = 500
"""After an edit, until words that went are looked for elsewhere."""


class DraftReview(QObject):
    """The review of one draft.

    Signals:
        changed: notes, decisions or figures are others, or an entry is elsewhere.
        mode_changed: the review began or ended, or the text was locked or unlocked.
        problem(object): a ``UserError``: something is not kept where it should be.
        kept: all is kept where it should be.
    """

    changed = Signal()
    mode_changed = Signal()
    problem = Signal(object)
    kept = Signal()

    def __init__(
        self,
        session: DraftSession,
        file: DraftFile,
        reviewer: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Keep the review of a draft.

        Args:
            session: the draft.
            file: its file.
            reviewer: tells who writes notes here.
            parent: its owner.
        """
        super().__init__(parent)
        self._session = session
        self._reviewer = reviewer
        self._review = Review()
        self._places = Places(session)
        self._made: set[str] = set()
        self._withdrawn: dict[str, Decision] = {}
        self._is_on = self._is_locked = False
        self._wants_figures = self._is_unsaved = False
        self._key = self._name
        self._store = self._new_store()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._look_again)
        session.document.contentsChange.connect(lambda *_: self._on_edit())
        session.scores_changed.connect(self._take_figures)
        session.applied.connect(self._on_applied)
        session.was_ignored.connect(self._on_ignored)
        session.ignored_changed.connect(self._on_restored)
        file.saved_as.connect(self._move)
        file.opened.connect(self._follow)
        # A draft that is brought back gets its name a moment later.
        file.opened.connect(lambda: QTimer.singleShot(0, self, self._follow))
        file.saved.connect(self._keep_places)
        self._load()

    # Which draft

    @property
    def _name(self) -> tuple[Path | None, str]:
        path = self._session.path
        return path, "" if path else self._session.untitled_id

    @property
    def path(self) -> Path:
        """The file that the notes are in."""
        return self._store.path

    def _new_store(self) -> ReviewStore:
        return ReviewStore(self._session.path, self._session.untitled_id, user_data() / "reviews")

    def _follow(self) -> None:
        """Go over to another draft, if there is another."""
        if self._name != self._key:
            self._key = self._name
            self._store = self._new_store()
            self._is_on = self._is_locked = False
            self._wants_figures = self._is_unsaved = False
            self._load()
            self.mode_changed.emit()

    def _move(self) -> None:
        """Go along with the draft to another file."""
        self._key = self._name
        self._store = self._store.moved(self._session.path, self._session.untitled_id)
        if self._review != Review():
            self._save(self._review)

    def _load(self) -> None:
        self._review, problem = self._store.load()
        self._made, self._withdrawn = set(), {}
        self._places.clear()
        self._places.find_new(self._entries)
        if problem is not None:
            # Whoever has just made this listens a moment later.
            QTimer.singleShot(0, self, lambda: self.problem.emit(problem))
        self.changed.emit()

    # On and off

    @property
    def is_on(self) -> bool:
        """Whether the draft is being reviewed."""
        return self._is_on

    @property
    def is_locked(self) -> bool:
        """Whether nothing but suggestions that are used may change the text."""
        return self._is_locked

    def begin(self) -> None:
        """Review the draft, its text locked; the figures of this moment are what it began with."""
        self._is_on = self._is_locked = True
        if self._review.baseline is None:
            self._wants_figures = True
            self._take_figures()
        self.mode_changed.emit()

    def end(self) -> None:
        """Review it no more."""
        self._is_on = self._is_locked = self._wants_figures = False
        self.mode_changed.emit()

    def set_locked(self, locked: bool) -> None:  # noqa: FBT001
        """Lock the text, or let it be written in."""
        if self._is_on and locked != self._is_locked:
            self._is_locked = locked
            self.mode_changed.emit()

    # What is kept

    @property
    def review(self) -> Review:
        """Notes, decisions and first figures."""
        return self._review

    def entries(self) -> Sequence[LiveEntry]:
        """Return notes and decisions in the order of the draft; first what is about all of it."""
        return self._places.in_order(self._entries)

    @property
    def _entries(self) -> Sequence[Note | Decision]:
        return (*self._review.notes, *self._review.decisions)

    @property
    def is_measured(self) -> bool:
        """Whether all of the draft is read, so that its figures can be compared."""
        return self._session.scores.analysed >= 1

    def figures(self) -> Figures:
        """Return how the draft stands now, as far as it is read."""
        scores = self._session.scores
        return Figures(
            scores.words,
            scores.focus,
            scores.customer_first,
            scores.customer_last,
            scores.reading_grade,
            counted((finding.kind, finding.severity) for finding in self._session.judged()),
        )

    def measure_anew(self) -> None:
        """Let the figures of this moment be those that the review began with."""
        self._wants_figures = True
        self._take_figures()

    def _take_figures(self) -> None:
        if self._wants_figures and self.is_measured:
            self._wants_figures = False
            self._review = replace(self._review, baseline=self.figures(), began=_now())
            # A look at a draft leaves no file behind: it is kept with the first thing done.
            self._is_unsaved = True
            self.changed.emit()

    # Notes

    def add_note(self, text: str, start: int, end: int) -> str:
        """Leave a note on the words between two positions, on the whole draft if there are none.

        Returns:
            Its id.
        """
        start, end = self._places.whole_words(start, end)
        anchor = self._places.anchor(start, end) if start < end else Anchor("")
        note = Note(new_id(), text, anchor, self._reviewer(), _now())
        if anchor.text:
            self._places.put(note.id, start, end)
        self._save(self._review.with_note(note))
        return note.id

    def change_note(self, id_: str, text: str) -> None:
        """Let a note say something else."""
        note = self._review.note(id_)
        if note is not None:
            self._save(self._review.with_note(replace(note, text=text)))

    def answer(self, id_: str, text: str) -> None:
        """Say something to a note."""
        note = self._review.note(id_)
        if note is not None:
            said = Answer(text, self._reviewer(), _now())
            self._save(self._review.with_note(replace(note, answers=(*note.answers, said))))

    def set_done(self, id_: str, done: bool) -> None:  # noqa: FBT001
        """Tick a note off, or take that back."""
        note = self._review.note(id_)
        if note is not None:
            self._save(self._review.with_note(replace(note, done=done)))

    def remove(self, id_: str) -> None:
        """Take a note or a decision away."""
        self._save(self._review.without_note(id_).without_decision(id_))

    # Decisions

    def _on_applied(self, suggestion: LiveSuggestion, start: int, end: int) -> None:
        if self._is_on:
            kind = suggestion.finding.kind
            self._decide(Decided.USED, kind, start, end, was=suggestion.original)

    def _on_ignored(self, finding: LiveFinding, _scope: str, reason: str) -> None:
        if self._is_on:
            span = finding.start, finding.end
            self._decide(Decided.IGNORED, finding.kind, *span, reason=reason)

    def _decide(
        self, what: Decided, kind: Kind, start: int, end: int, *, was: str = "", reason: str = ""
    ) -> None:
        anchor = self._places.anchor(start, end)
        made = Decision(new_id(), what, kind, anchor, was, reason, self._reviewer(), _now())
        self._places.put(made.id, start, end)
        self._made.add(made.id)
        self._save(self._review.with_decision(made))

    def _on_restored(self) -> None:
        """Take back what was decided here about findings that are not ignored any more."""
        ignored = self._session.ignored()
        review = self._review
        for made in review.decisions:
            if made.what is Decided.IGNORED and made.id in self._made:
                words = fold(made.anchor.text)
                if not any(
                    item.kind is made.kind and (item.scope == "kind" or fold(item.text) == words)
                    for item in ignored
                ):
                    review = review.without_decision(made.id)
        if review != self._review:
            self._save(review)

    # Edits

    def _on_edit(self) -> None:
        if self._entries or self._withdrawn or self._is_unsaved:
            self._timer.start()

    def _look_again(self) -> None:
        """After an edit: look for words that went, and for changes that were undone or redone."""
        review = self._review
        for id_ in self._made:
            made = next((made for made in review.decisions if made.id == id_), None)
            place = self._places.of(id_)
            again = self._withdrawn.get(id_)
            if place is None:
                continue
            if made is not None and made.was and fold(place.text) == fold(made.was):
                self._withdrawn[id_] = made
                review = review.without_decision(id_)
            elif again is not None and fold(place.text) == fold(again.anchor.text):
                review = review.with_decision(self._withdrawn.pop(id_))
        self._places.find_lost(self._entries)
        if review != self._review or self._is_unsaved:
            self._save(review)
        else:
            self.changed.emit()

    # Keeping

    def _keep_places(self) -> None:
        review = self._review
        for entry in self._places.with_neighbours(self._entries):
            if isinstance(entry, Note):
                review = review.with_note(entry)
            else:
                review = review.with_decision(entry)
        if review != self._review or self._is_unsaved:
            self._save(review)

    def _save(self, review: Review) -> None:
        self._review = review
        self._is_unsaved = False
        try:
            self._review, problem = self._store.save(review)
        except UserError as error:
            self._is_unsaved, problem = True, error
        self._places.find_new(self._entries)
        if problem is not None:
            self.problem.emit(problem)
        else:
            self.kept.emit()
        self.changed.emit()

    def close(self) -> None:
        """Keep what is not kept yet."""
        self._timer.stop()
        done = self._review.notes or self._review.decisions
        if self._is_unsaved and done:
            self._save(self._review)


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")
