"""A tour of two minutes: five things to do on a sample draft, in the window as it is.

Each step is done when the person did what it says, or asked for it to be done, or went on. The
draft is one to practise on: it is not kept, unless somebody writes something of their own there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor

from writer_assistant.gui.announcing import announce
from writer_assistant.gui.language import tr, tr_later
from writer_assistant.gui.links import Links
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.tour_bar import Ring, TourBar
from writer_assistant.paths import resource_root

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace

PERSONA = "operations-lead"
"""Whom the tour picks: she has something to say about what its draft sells."""
TYPED = "We are proud of our new website."
"""What it asks the person to type, and types if asked to."""
_SHOWN = "air-sprung suspension"
"""Words of the sentence for which she has an answer."""
_OWN_WORDS = 25
"""So many words that are not the tour's make a draft that is worth keeping."""
_LOOK_MS = 500
_TOPIC = "tour"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    Attributes:
        heading: what it is about.
        text: what to do, and how; ``{keys}`` stands for the keys of ``command``.
        command: name of a command of the window.
    """

    heading: str
    text: str
    command: str = ""


STEPS = (
    Step(
        tr_later("Write, and see what is marked"),
        tr_later("In the empty line at the top, type: {typed}"),
    ),
    Step(
        tr_later("Ask why"),
        tr_later(
            "The wavy line says: this is about you, not about your reader. Each kind has a line of "
            "its own. Press {keys}, or click a mark, to read in the panel why it is there."
        ),
        "next_finding",
    ),
    Step(
        tr_later("Say who it is for"),
        tr_later(
            "What to write instead depends on your reader. Pick Olga in the list “Writing for”: "
            "the file behind her name holds what customers like her said."
        ),
    ),
    Step(
        tr_later("Use a suggestion"),
        tr_later(
            "The card now offers sentences that start from Olga’s problems. Press “Use”, or "
            "{keys}; undo takes it back."
        ),
        "use_first",
    ),
    Step(
        tr_later("Take it with you"),
        tr_later(
            "Press “Copy cleaned text”, or {keys}: the text goes to the clipboard as the channel "
            "wants it, without comments and invisible characters."
        ),
        "copy_cleaned",
    ),
)


class Tour(QObject):
    """The tour in one window."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._draft: OpenDraft | None = None
        self._persona: Path | None = None
        self._number = 0
        self._known_words: set[str] = set()
        self._links = Links()
        self._bar = TourBar()
        self._ring = Ring(workspace.theme, window)
        self._bar.hide()
        self._bar.show_requested.connect(self.do_step)
        self._bar.next_requested.connect(self.go_on)
        self._bar.leave_requested.connect(self.leave)
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look_for_own_words)
        window.add_above(self._bar)
        window.drafts.shown.connect(self._look_where)
        window.drafts.removed.connect(self._on_removed)
        window.closed.connect(lambda _: self._end())
        self._acts: tuple[Callable[[], None], ...] = (
            self._type,
            lambda: self._trigger("next_finding"),
            self._pick,
            lambda: self._trigger("use_first"),
            lambda: self._trigger("copy_cleaned"),
        )

    @property
    def bar(self) -> TourBar:
        """What it says."""
        return self._bar

    @property
    def number(self) -> int:
        """The step that is shown, from 1; 0 while there is no tour, one too many at its end."""
        return self._number

    def start(self) -> None:
        """Begin, or go to where it is."""
        if self._draft is not None:
            self._window.drafts.show(self._draft)
            return
        self._workspace.dismissed.emit(_TOPIC)
        draft = OpenDraft(self._workspace)
        text = (resource_root() / "tour" / "draft.md").read_text("utf-8")
        self._window.drafts.add(draft)
        draft.file.show(text, tr("Tour"), practice=True)
        draft.session.document.contentsChanged.connect(self._look_soon)
        self._draft = draft
        self._persona = self._workspace.shelf.path
        self._workspace.pick_persona(None)
        self._known_words = set(f"{text} {TYPED}".split())
        self._window.show_panel()
        self._window.panel.tabs.setCurrentIndex(0)
        self._window.focus_editor()
        self._begin(1)

    def leave(self) -> None:
        """End; the draft goes, unless it became somebody's own."""
        draft = self._draft
        if draft is not None:
            self._look_for_own_words()
            if draft.is_practice:
                self._window.closing.close_draft(draft)
        self._end()
        self._window.focus_editor()

    def do_step(self) -> None:
        """Do for the person what the step says."""
        if 0 < self._number <= len(STEPS):
            self._acts[self._number - 1]()

    def go_on(self) -> None:
        """Go to the next step, whether this one was done or not."""
        if 0 < self._number <= len(STEPS):
            self._begin(self._number + 1)

    # The steps

    def _begin(self, number: int) -> None:
        self._number = number
        self._links.clear()
        self._ring.surround(None)
        if number > len(STEPS):
            heading, text = (
                tr("That was the tour"),
                self._said(
                    tr(
                        "Your own drafts are as they were. {keys} tells what every mark means; in "
                        "the menu Persona you begin the file of a reader of your own."
                    ),
                    "show_marks_help",
                ),
            )
        else:
            step = STEPS[number - 1]
            heading, text = tr(step.heading), self._said(tr(step.text), step.command)
            self._watch(number)
        self._bar.show_step(number, len(STEPS), heading, text)
        self._look_where()
        announce(self._bar, f"{self._bar.heading.text()}. {text}")

    def _watch(self, number: int) -> None:
        """Go on as soon as what the step says is done."""
        window, session = self._window, self._session
        if number == 1:
            self._put_caret(0)
            self._links.add(session.findings_changed, self._on_typed)
        elif number == 2:
            self._links.add(session.current_changed, self._on_current)
        elif number == 3:
            self._ring.surround(window.picker.list)
            self._links.add(self._workspace.shelf.picked_changed, self._on_picked)
        elif number == 4:
            self._show_best()
            self._ring.surround(window.panel.card)
            self._links.add(session.applied, self._on_applied)
            # Read anew for the reader, the draft has other findings in the same places.
            self._links.add(session.findings_changed, self._show_best_again)
        else:
            self._ring.surround(window.copy_button)
            self._links.add(QGuiApplication.clipboard().dataChanged, self._on_copied)

    def _on_typed(self) -> None:
        if any(finding.text in TYPED for finding in self._in_first_lines()):
            self._done(1)

    def _in_first_lines(self) -> list[LiveFinding]:
        document = self._session.document
        end = document.findBlockByNumber(2).position() - 1
        return [finding for finding in self._session.findings() if finding.start < end]

    def _on_current(self) -> None:
        if self._session.current is not None:
            self._done(2)

    def _on_picked(self) -> None:
        if self._workspace.shelf.persona is not None:
            self._done(3)

    def _on_applied(self, suggestion: object, _start: int, _end: int) -> None:
        self._known_words |= set(str(getattr(suggestion, "text", "")).split())
        self._done(4)

    def _on_copied(self) -> None:
        self._done(5)

    def _done(self, number: int) -> None:
        # Not within the signal: others hear it too, and the next step connects to the same ones.
        self._links.clear()
        QTimer.singleShot(0, self, lambda: self._begin(number + 1) if self._is_at(number) else None)

    def _is_at(self, number: int) -> bool:
        return self._draft is not None and self._number == number

    # What is done for the person

    def _type(self) -> None:
        self._put_caret(0)
        cursor = self._window.editor.textCursor()
        if cursor.block().text().strip() != TYPED:
            cursor.insertText(TYPED)
        self._window.focus_editor()
        self._session.set_waits_for_writer(False)
        self._session.set_waits_for_writer(True)

    def _pick(self) -> None:
        self._workspace.pick_persona(resource_root() / "personas" / f"{PERSONA}.persona.toml")

    def _trigger(self, name: str) -> None:
        action = self._window.actions_by_name[name]
        if action.isEnabled():
            action.trigger()

    def _put_caret(self, position: int) -> None:
        cursor = QTextCursor(self._session.document)
        cursor.setPosition(position)
        self._window.editor.setTextCursor(cursor)

    def _show_best(self) -> None:
        """Go to the finding for which the persona has an answer."""
        session = self._session
        place = session.document.find(_SHOWN)
        if place.isNull():
            return
        block = place.block()
        findings = session.findings_between(block.position(), block.position() + block.length() - 1)
        best = max(findings, key=lambda finding: finding.end - finding.start, default=None)
        session.set_current(best or session.current)

    def _show_best_again(self) -> None:
        if self._session.current is None:
            self._show_best()

    # What is around it

    @property
    def _session(self) -> DraftSession:
        assert self._draft is not None  # noqa: S101
        return self._draft.session

    def _said(self, text: str, command: str) -> str:
        keys = ""
        if command:
            native = QKeySequence.SequenceFormat.NativeText
            keys = self._window.actions_by_name[command].shortcut().toString(native)
        return text.format(keys=keys, typed=TYPED)

    def _look_where(self) -> None:
        """Be there while the tour's draft is shown."""
        is_here = self._draft is not None and self._window.drafts.current is self._draft
        self._bar.setVisible(is_here)
        if not is_here:
            self._ring.hide()

    def _look_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look_for_own_words(self) -> None:
        """Keep the draft like every other once somebody writes something of their own there."""
        draft = self._draft
        if draft is None or not draft.is_practice:
            return
        own = [word for word in draft.session.text().split() if word not in self._known_words]
        if len(own) > _OWN_WORDS:
            draft.file.end_practice()
            self._window.show_message(
                Message(tr("You wrote something of your own here: this draft is kept."))
            )

    def _on_removed(self, draft: object) -> None:
        if draft is self._draft:
            self._end()

    def _end(self) -> None:
        if self._draft is None:
            return
        self._draft, self._number = None, 0
        self._timer.stop()
        self._links.clear()
        self._ring.surround(None)
        self._bar.hide()
        self._workspace.pick_persona(self._persona)


def offer(window: MainWindow) -> None:
    """Offer the tour to a newcomer, above the draft and not in the way."""
    tour = window.actions_by_name["take_tour"]
    window.show_message(
        Message(
            tr("New here? A tour of two minutes shows what the marks mean and what helps."),
            topic=_TOPIC,
            choices=((tr("&Take the tour"), tour.trigger),),
        )
    )
