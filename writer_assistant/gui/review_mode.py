"""Reviewing in one window: the text protected, single keys for everything, notes and reasons."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from writer_assistant.analysis.finding import GAP, Kind
from writer_assistant.errors import UserError
from writer_assistant.gui.language import number, tr
from writer_assistant.gui.links import Links
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.places import LiveEntry
from writer_assistant.gui.review_bar import Prompt, ReviewBar
from writer_assistant.gui.review_layer import review_layer
from writer_assistant.gui.review_notes import DraftReview
from writer_assistant.gui.review_prompts import ReviewPrompts
from writer_assistant.review.model import Note

if TYPE_CHECKING:
    from writer_assistant.gui.ignore import Ignored
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.open_draft import OpenDraft
    from writer_assistant.gui.session import DraftSession
    from writer_assistant.gui.workspace import Workspace

TOPIC = "review"
_NOTES = "review_notes"


class ReviewDesk(QObject):
    """The reviews of the drafts of one window, and how its editor behaves meanwhile.

    Signals:
        changed: the review of the draft that is shown says something else, or is another one.
        mode_changed: its text is protected or not any more, or another draft is shown.
        figures_changed: the draft that is shown was measured anew.
        notes_requested: the person wants to see the notes.
    """

    changed = Signal()
    mode_changed = Signal()
    figures_changed = Signal()
    notes_requested = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._reviews: dict[OpenDraft, DraftReview] = {}
        self._links = Links()
        self._marked: Sequence[LiveEntry] = ()
        self._waits_for: tuple[LiveFinding, int] | None = None
        self._floor = self._peak = 0
        self._ignored: list[tuple[Ignored, DraftSession, int]] = []
        self.bar = ReviewBar()
        self.prompt = Prompt()
        self.prompts = ReviewPrompts(window, self)
        self.bar.lock_requested.connect(self.set_locked)
        self.bar.end_requested.connect(self.end)
        self.prompt.left.connect(window.focus_editor)

    def put_in(self) -> None:
        """Take the place in the window, which has all its parts by now."""
        window = self._window
        window.column.add_below(self.prompt)
        window.column.add_below(self.bar)
        window.editor.add_layer(review_layer(lambda: self._marked, self._workspace.theme))
        window.editor.installEventFilter(self)
        window.panel.findings.list.installEventFilter(self)
        window.drafts.removed.connect(self._drop)
        self._workspace.settings.changed.connect(self._on_setting)

    # The draft that is shown

    @property
    def review(self) -> DraftReview:
        """The review of the draft that is shown."""
        draft = self._window.drafts.current
        review = self._reviews.get(draft)
        if review is None:
            review = DraftReview(draft.session, draft.file, reviewer, self)
            self._reviews[draft] = review
            review.problem.connect(lambda error: self._tell(draft, error))
            review.kept.connect(lambda: self._window.messages_bar.dismiss(TOPIC, draft))
            draft.file.opened.connect(lambda: self._tell_notes_soon(draft))
            self._tell_notes_soon(draft)
        return review

    def follow(self) -> None:
        """Go over to the draft that is shown now."""
        review, session = self.review, self._window.session
        self._links.clear()
        self._links.add(review.changed, self._on_changed)
        self._links.add(review.mode_changed, self._on_mode)
        self._links.add(session.current_changed, self._show_state)
        self._links.add(session.findings_changed, self._show_state)
        self._links.add(session.suggestions_changed, self._use_what_came)
        self._links.add(session.applied, self._on_applied)
        self._links.add(session.scores_changed, self.figures_changed.emit)
        self._waits_for = None
        self.prompt.hide()
        self._on_mode()
        self._on_changed()

    def _drop(self, draft: OpenDraft) -> None:
        review = self._reviews.pop(draft, None)
        if review is not None:
            review.close()
            review.deleteLater()

    def close(self) -> None:
        """Keep everything; the window goes."""
        for review in self._reviews.values():
            review.close()

    def _on_changed(self) -> None:
        self._marked = self.review.entries()
        self._window.editor.viewport().update()
        self._show_state()
        self.changed.emit()

    def _tell(self, draft: OpenDraft, error: UserError) -> None:
        message = Message.of(error, TOPIC, "caution")
        text = tr("{text} What is new in this review is kept apart meanwhile.").format(
            text=message.text
        )
        self._window.messages_bar.show_message(Message(text, "caution", TOPIC), draft)

    def _tell_notes_soon(self, draft: OpenDraft) -> None:
        QTimer.singleShot(0, self, lambda: self._tell_notes(draft))

    def _tell_notes(self, draft: OpenDraft) -> None:
        """Tell a writer who opens a draft that there are notes on it."""
        review = self._reviews.get(draft)
        if review is None:
            return
        notes = [note for note in review.review.notes if not note.done]
        if notes:
            names = {note.by for note in notes if note.by}
            text = tr("%n note(s) on this draft.", "", len(notes))
            if names:
                text = tr("%n note(s) by {names} on this draft.", "", len(notes))
                text = text.format(names=", ".join(sorted(names)))
            choices = ((tr("&Show the notes"), self.notes_requested.emit),)
            message = Message(text, "info", _NOTES, choices)
            self._window.messages_bar.show_message(message, draft)

    # On and off, locked and unlocked

    def begin(self) -> None:
        """Review the draft that is shown."""
        if not self.review.is_on:
            self._workspace.remember("highlights", True)
            self.review.begin()
            self._window.focus_editor()

    def end(self) -> None:
        """Review it no more."""
        self.review.end()
        self._window.focus_editor()

    def set_locked(self, locked: bool) -> None:  # noqa: FBT001
        """Protect the text, or let it be written in."""
        self.review.set_locked(locked)
        self._window.focus_editor()

    def _on_mode(self) -> None:
        review, editor = self.review, self._window.editor
        editor.setReadOnly(review.is_locked)
        if review.is_locked:
            flags = Qt.TextInteractionFlag
            editor.setTextInteractionFlags(
                flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            )
            self._floor = self._peak = editor.document().availableUndoSteps()
        editor.setAccessibleDescription(
            tr("Under review, the text is protected.") if review.is_locked else ""
        )
        self._show_everything()
        self.bar.setVisible(review.is_on)
        if not review.is_on:
            self.prompt.hide()
        self._show_state()
        self.mode_changed.emit()

    def _show_everything(self) -> None:
        """Show mild findings and all kinds while a draft is reviewed."""
        session, settings, panel = (
            self._window.session,
            self._workspace.settings,
            self._window.panel,
        )
        is_on = self.review.is_on
        session.set_mode("review" if is_on else settings["mode"])
        kinds = list(Kind) if is_on else self._workspace.shown_kinds()
        session.set_shown_kinds(kinds)
        panel.findings.set_kinds(kinds)

    def _on_setting(self, name: str) -> None:
        # A kind that is switched off by hand stays off; severity does not matter in a review.
        if name == "mode" and self.review.is_on:
            self._window.session.set_mode("review")

    def _show_state(self) -> None:
        session, review = self._window.session, self.review
        if not review.is_on:
            return
        findings = session.findings()
        current = session.current
        where = tr("%n finding(s)", "", len(findings))
        if current is not None and current in findings:
            where = tr("finding {number} of {count}").format(
                number=number(findings.index(current) + 1), count=number(len(findings))
            )
        notes = len(review.review.notes)
        parts = [where, tr("%n note(s)", "", notes) if notes else ""]
        self.bar.show_state(locked=review.is_locked, parts=parts)

    # Undo

    def _on_applied(self) -> None:
        self._peak = self._window.session.document.availableUndoSteps()

    def may_undo(self) -> bool:
        """Whether undo takes back a change of this review, or the text is not protected."""
        steps = self._window.session.document.availableUndoSteps()
        return not self.review.is_locked or steps > self._floor

    def may_redo(self) -> bool:
        """Whether redo brings back a change of this review, or the text is not protected."""
        steps = self._window.session.document.availableUndoSteps()
        return not self.review.is_locked or steps < self._peak

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the single keys of a protected draft."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            shift = modifiers == Qt.KeyboardModifier.ShiftModifier
            plain = modifiers == Qt.KeyboardModifier.NoModifier
            if (plain or shift) and self.review.is_locked:
                text = event.text().casefold()
                if text == " " and shift:
                    text = "k"
                action = self._keys().get(text)
                if action is not None:
                    action()
                    return True
        return super().eventFilter(watched, event)

    def _keys(self) -> dict[str, Callable[[], object]]:
        actions = self._window.actions_by_name
        return {
            "j": actions["next_finding"].trigger,
            " ": actions["next_finding"].trigger,
            "k": actions["previous_finding"].trigger,
            "a": lambda: self.use(0),
            "1": lambda: self.use(0),
            "2": lambda: self.use(1),
            "3": lambda: self.use(2),
            "i": self.prompts.ignore_with_reason,
            "n": self.prompts.leave_note,
            "z": self._undo,
            "u": lambda: self.set_locked(False),
        }

    def remember_ignored(self, item: Ignored) -> None:
        """Let the next undo show again what was just ignored."""
        session = self._window.session
        self._ignored.append((item, session, session.document.availableUndoSteps()))

    def _undo(self) -> None:
        """Take back what was done last: a change of the text, or an ignoring."""
        session = self._window.session
        if self._ignored:
            item, of, steps = self._ignored[-1]
            if of is session and steps == session.document.availableUndoSteps():
                self._ignored.pop()
                session.restore(item)
                return
        self._window.actions_by_name["undo"].trigger()

    def use(self, number: int) -> None:
        """Use a suggestion of the current finding, counted from 0, as soon as it is there."""
        current = self._window.session.current
        if current is None:
            self.say(tr("Go to a finding first (j)."))
            return
        offered = self._window.session.suggestions_for(current)
        if offered is None:
            self._waits_for = current, number
        elif number < len(offered):
            self._waits_for = None
            if self._window.session.apply(offered[number]) and GAP in offered[number].text:
                self.say(tr("Fill in {gap}: press u to write in the text.").format(gap=GAP))
        else:
            self.say(
                tr("There is no such suggestion.")
                if offered
                else tr("There is no suggestion here.")
            )

    def _use_what_came(self) -> None:
        if self._waits_for is not None:
            finding, number = self._waits_for
            self._waits_for = None
            if finding is self._window.session.current:
                self.use(number)

    def say(self, text: str) -> None:
        """Tell the reviewer something for a moment."""
        self._window.show_message(Message(text, topic="review_hint", passing=True))

    # From note to note

    def step_note(self, by: int) -> LiveEntry | None:
        """Go to the next note or the one before, round and round."""
        lives = [live for live in self._marked if isinstance(live.entry, Note)]
        placed = [live for live in lives if live.span is not None]
        if not placed:
            self.say(tr("There is no note in this draft."))
            return None
        caret = self._window.caret
        starts = [live.span[0] if live.span else 0 for live in placed]
        if by > 0:
            index = next((n for n, start in enumerate(starts) if start > caret), 0)
        else:
            index = max((n for n, start in enumerate(starts) if start < caret), default=-1)
        self.go_to(placed[index])
        return placed[index]

    def go_to(self, live: LiveEntry) -> None:
        """Put the caret to a note or decision, in view."""
        if live.span is not None:
            self._window.put_caret(live.span[0])
            self._window.focus_editor()


def reviewer() -> str:
    """Return who reviews here, as the system knows the person; empty if it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
