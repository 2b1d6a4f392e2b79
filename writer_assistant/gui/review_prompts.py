"""What a reviewer is asked for: reasons, notes and answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from writer_assistant.gui.language import tr
from writer_assistant.gui.places import Place
from writer_assistant.review.model import Note

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.review_mode import ReviewDesk


class ReviewPrompts(QObject):
    """Asks in the line below the draft, and does what the answer is for.

    Args:
        window: in which the draft is shown.
        desk: of that window; its prompt asks.
    """

    def __init__(self, window: MainWindow, desk: ReviewDesk) -> None:
        super().__init__(desk)
        self._window = window
        self._desk = desk
        self._then: Callable[[str], None] = lambda _: None
        desk.prompt.given.connect(self._given)

    def ignore_with_reason(self) -> None:
        """Ask why the current finding is to be ignored."""
        session = self._window.session
        finding = session.current
        if finding is None:
            self._desk.say(tr("Go to a finding first (j)."))
            return

        def ignore(reason: str) -> None:
            if finding.is_live:
                session.ignore(finding, "here", reason)
                self._desk.remember_ignored(session.ignored()[-1])

        self._ask(
            tr("Why ignore"),
            finding.text,
            tr("Ignore"),
            ("ignore", finding.kind, finding.text),
            ignore,
        )

    def leave_note(self) -> None:
        """Ask for a note on what is selected, on the current finding, or on the line."""
        start, end = self._remarked()
        session, review = self._window.session, self._desk.review
        place = Place(session.document, start, end)
        text = place.text

        def leave(note: str) -> None:
            review.add_note(note, *place.span)

        heading = tr("Note on") if text.strip() else tr("Note on the whole draft")
        self._ask(heading, text, tr("Leave note"), ("note", start, end), leave, needs_words=True)

    def _remarked(self) -> tuple[int, int]:
        cursor, session = self._window.editor.textCursor(), self._window.session
        if cursor.hasSelection():
            return cursor.selectionStart(), cursor.selectionEnd()
        if session.current is not None:
            return session.current.start, session.current.end
        block = cursor.block()
        return block.position(), block.position() + block.length() - 1

    def edit_note(self, note: Note) -> None:
        """Ask for another text of a note."""
        review = self._desk.review
        self._ask(
            tr("Note on") if note.anchor.text else tr("Note"),
            note.anchor.text,
            tr("Change note"),
            ("change", note.id),
            lambda text: review.change_note(note.id, text),
            needs_words=True,
            text=note.text,
        )

    def answer_note(self, note: Note) -> None:
        """Ask for an answer to a note."""
        review = self._desk.review
        self._ask(
            tr("Answer to"),
            note.text,
            tr("Answer"),
            ("answer", note.id),
            lambda text: review.answer(note.id, text),
            needs_words=True,
        )

    def _ask(
        self,
        heading: str,
        words: str,
        button: str,
        about: object,
        then: Callable[[str], None],
        *,
        needs_words: bool = False,
        text: str = "",
    ) -> None:
        self._then = then
        self._desk.prompt.ask(heading, words, button, about, needs_words=needs_words, text=text)
        # The words stay in view in what is left of the draft.
        QTimer.singleShot(0, self, self._window.editor.ensureCursorVisible)

    def _given(self, text: str) -> None:
        self._window.focus_editor()
        self._then(text)
