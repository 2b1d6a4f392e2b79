"""One draft in the window: its text, its findings, and what is done about them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.gui.draft_layout import DraftLayout
from writer_assistant.gui.draft_spelling import DraftSpelling
from writer_assistant.gui.edits import EditReader
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.ignore import Ignored
from writer_assistant.gui.ignoring import Ignoring
from writer_assistant.gui.insertion import Insertion
from writer_assistant.gui.language import tr
from writer_assistant.gui.lines import lines_text, units
from writer_assistant.gui.live_findings import (
    DraftScores,
    FindingStore,
    LiveFinding,
    LiveSuggestion,
    span_of,
)
from writer_assistant.gui.mirror import Mirror
from writer_assistant.gui.replacing import put
from writer_assistant.gui.replies import (
    holds_text,
    read_paragraph,
    read_scores,
)
from writer_assistant.gui.suggestions import Meaning, Suggestions
from writer_assistant.gui.typing_spot import TypingSpot

_TYPED = 16
"""Units that one key (or a committed composition) puts in at most; more was pasted or undone."""
_BULK = 150  # milliseconds between two signals while the whole draft is worked through
_PAUSE = 1_500  # milliseconds without a key after which an unfinished sentence is marked after all

_untitled = count(1)


class DraftSession(QObject):
    """One draft.

    ``findings_changed`` comes when a finding appeared or went, not when one merely moved: a
    finding's positions are always of the moment. While the whole draft is worked through it comes
    some times a second.
    """

    findings_changed = Signal()
    scores_changed = Signal()
    current_changed = Signal()
    suggestions_changed = Signal()
    ignored_changed = Signal()
    analysis_state_changed = Signal()
    title_changed = Signal()
    problem = Signal(str, str, str)
    """What, where, remedy."""
    marks_changed = Signal(int, int)
    """For the editor: what is painted between two positions is not true any more."""
    caret_requested = Signal(int, int)
    """For the editor: please put the caret's anchor and position here, in view."""
    applied = Signal(object, int, int)
    """This suggestion was put in place; its text stands from one position to another."""
    was_ignored = Signal(object, str, str)
    """This finding was ignored: in which scope, for which reason."""
    reported = Signal(bool)
    """The engine told of some paragraphs, and whether it had asked the grammar."""

    def __init__(self, client: EngineClient | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = QTextDocument(self)
        self.document.setDocumentLayout(DraftLayout(self.document))
        self.file_style: object = None
        self._path: Path | None = None
        self._untitled_id = f"untitled-{next(_untitled)}"
        self._revision = 0
        self._edits = EditReader(self.document)
        self._is_set = False
        self._caret = 0
        self._spot = TypingSpot(self.document)
        self._waits_for_writer = True
        self._kinds = frozenset(Kind)
        self._mode = "drafting"
        self._ignoring = Ignoring(self.document, self._untitled_id, self)
        self._ignoring.changed.connect(self._on_ignoring)
        self._ignoring.problem.connect(self.problem)
        self._store = FindingStore(self._is_shown)
        self._current: LiveFinding | None = None
        self._scores = DraftScores()
        self._had_grammar = False
        self._suggestions: Suggestions | None = None
        self._findings_timer = QTimer(self, singleShot=True)
        self._findings_timer.timeout.connect(self.findings_changed)
        self._pause_timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause_timer.timeout.connect(self._on_pause)
        self.document.contentsChange.connect(self._on_contents_change)
        self._client = client
        self._mirror: Mirror | None = None
        self.spelling: DraftSpelling | None = None
        if client is not None:
            self._mirror = client.mirror(lambda: self._edits.line_count, self.lines)
            self._mirror.findings_reported.connect(self._on_findings)
            self._mirror.scores_reported.connect(self._on_scores)
            self._suggestions = Suggestions(
                self.document, self._mirror, lambda: self._revision, self
            )
            self._suggestions.changed.connect(self.suggestions_changed)
            self.spelling = DraftSpelling(self.document, self._mirror, self)
            client.spelling_changed.connect(self.spelling.forget_all)
            client.state_changed.connect(self._on_engine_state)
            client.settings_changed.connect(self._suggestions.forget_all)

    # The draft

    @property
    def path(self) -> Path | None:
        """The file it was read from or saved to; None while it has none."""
        return self._path

    def set_path(self, path: Path | None) -> None:
        """Tell that the draft is now kept in ``path``; what is ignored goes along."""
        if path != self._path:
            self._path = path
            if self._mirror is not None:
                self._mirror.set_markup(path is None or path.suffix.casefold() != ".txt")
            self._follow_name()
            self.title_changed.emit()

    @property
    def untitled_id(self) -> str:
        """What a draft without a path is known by; the same after a restart if set to it."""
        return self._untitled_id

    def set_untitled_id(self, name: str) -> None:
        """Take the name by which recovery knows this draft."""
        self._untitled_id = name
        self._follow_name()

    def _follow_name(self) -> None:
        self._ignoring.move_to(str(self._path) if self._path else self._untitled_id)

    @property
    def title(self) -> str:
        """The file's name, or "Untitled"."""
        return self._path.name if self._path else tr("Untitled")

    @property
    def revision(self) -> int:
        """Number of the text's state; every change raises it."""
        return self._revision

    def text(self) -> str:
        r"""Return the whole draft, lines ended by ``\n``; a lone surrogate reads as U+FFFD."""
        return "\n".join(self.lines(0, self._edits.line_count))

    def lines(self, first: int, count: int) -> list[str]:
        """Return the texts of up to ``count`` lines from line ``first`` on, counted from 0."""
        return lines_text(self.document, first, count)

    def set_text(self, text: str) -> None:
        """Replace everything, without undo, as when a file is opened; not modified afterwards."""
        self._is_set = True
        self.document.setPlainText(text)
        self.document.setModified(False)
        self._is_set = False
        self._revision += 1
        self._edits.start_anew()
        self._edits.look_at(self._caret)
        self._spot.leave()
        self._store.clear()
        self._scores = DraftScores()
        self._had_grammar = False
        if self._mirror is not None and self._suggestions is not None:
            self._mirror.start_anew()
            self._suggestions.forget_all()
        self._after_changes(bulk=False)
        self.scores_changed.emit()

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if self._is_set:
            return
        edit = self._edits.read(position, added)
        if edit is None:
            return
        self._revision += 1
        touched = self._store.edit(position, edit.removed, edit.shift, parted=edit.parted)
        if self._waits_for_writer and edit.added <= _TYPED and edit.removed <= _TYPED:
            self._spot.typed(position + edit.added)
            self._pause_timer.start()
        else:
            self._spot.leave()
        if self._mirror is not None:
            self._mirror.splice(edit.first_line, edit.lines_removed, edit.lines_added)
        if self.spelling is not None:
            self.spelling.edit(edit)
        self._edits.look_at(position + edit.added)
        if touched:
            self._marks_went(touched, edit.shift)
            self._after_changes(bulk=False)

    # What the engine says

    @property
    def engine_state(self) -> str:
        """One of ``starting``, ``lexicon``, ``ready``, ``restarting``, ``failed``."""
        return self._client.state if self._client is not None else "failed"

    def _on_engine_state(self) -> None:
        if self.engine_state in {"restarting", "failed"}:
            if self._suggestions is not None:
                self._suggestions.forget_all()
            if self.spelling is not None:
                self.spelling.forget_suggestions()
        self.analysis_state_changed.emit()

    def _on_findings(self, paragraphs: list[dict[str, Any]], grammar: bool) -> None:  # noqa: FBT001
        changed: list[LiveFinding] = []
        for raw in paragraphs:
            paragraph = read_paragraph(self.document, raw)
            if paragraph is None:
                continue
            start, end, findings = paragraph
            if self._had_grammar and not grammar and self._store.between(start, end):
                # A new engine starts with word lists; what the old one found is better.
                continue
            gone, come = self._store.replace(start, end, findings)
            changed += gone
            changed += come
            if self._suggestions is not None:
                self._suggestions.forget(self._store.between(start, end))
        if changed:
            self._marks_went(changed, 0)
            self._after_changes(bulk=len(paragraphs) > 3)
        self._had_grammar |= grammar
        self.reported.emit(grammar)

    def _on_scores(self, raw: dict[str, Any]) -> None:
        scores = read_scores(raw)
        if scores != self._scores:
            self._scores = scores
            self.scores_changed.emit()

    @property
    def scores(self) -> DraftScores:
        """What is said of the whole draft."""
        return self._scores

    def set_visible(self, first: int, last: int) -> None:
        """Tell which lines are in view (the editor does); they are analysed first."""
        if self._mirror is not None:
            self._mirror.show(first, last)

    # What is shown

    def findings(self) -> Sequence[LiveFinding]:
        """Return what is shown, in reading order: without what is ignored or switched off."""
        return self._store.shown()

    def judged(self) -> Sequence[LiveFinding]:
        """Return all findings but those that are ignored, whatever is switched off."""
        return [finding for finding in self._store if not self._ignoring.hides(finding)]

    def findings_between(self, start: int, end: int) -> Sequence[LiveFinding]:
        """Return the findings that are shown and touch the positions from ``start`` to ``end``."""
        return self._store.shown_between(start, end)

    def finding_at(self, position: int) -> LiveFinding | None:
        """Return the shortest finding that is shown at ``position``."""
        return min(
            self._store.shown_between(position, position),
            key=lambda finding: finding.end - finding.start,
            default=None,
        )

    def set_shown_kinds(self, kinds: Collection[Kind]) -> None:
        """Show findings of these kinds only."""
        if frozenset(kinds) != self._kinds:
            self._kinds = frozenset(kinds)
            self._show_anew()

    def set_mode(self, mode: str) -> None:
        """Show strong findings only (``drafting``) or everything (``review``)."""
        if mode not in {"drafting", "review"}:
            raise ValueError(mode)
        if mode != self._mode:
            self._mode = mode
            self._show_anew()

    def set_waits_for_writer(self, waits: bool) -> None:  # noqa: FBT001
        """Whether what is being typed is left alone until it is done (it is, by default)."""
        self._waits_for_writer = waits
        if self._spot.leave():
            self._show_anew()

    def is_typing_in(self, start: int, end: int) -> bool:
        """Whether the word between two positions is being typed."""
        return self._waits_for_writer and self._spot.is_in(start, end)

    def _is_shown(self, finding: LiveFinding) -> bool:
        return (
            finding.kind in self._kinds
            and (self._mode == "review" or finding.severity is Severity.STRONG)
            and not self._spot.holds(finding)
            and not self._ignoring.hides(finding)
        )

    def _show_anew(self) -> None:
        self._store.show_anew()
        self.marks_changed.emit(0, self._edits.length)
        self._after_changes(bulk=False)

    def _show_spot_anew(self) -> None:
        """Show what was held back while somebody typed there."""
        block = self.document.findBlock(self._spot.position)
        gone, come = self._store.show_anew_between(
            block.position(), block.position() + block.length()
        )
        if gone or come:
            self._marks_went([*gone, *come], 0)
            self._after_changes(bulk=False)

    def _on_pause(self) -> None:
        if self._spot.pause():
            self._show_spot_anew()

    def _marks_went(self, findings: Sequence[LiveFinding], shift: int) -> None:
        span = span_of(findings)
        if span is not None:
            self.marks_changed.emit(span[0], span[1] + max(0, shift))

    def _after_changes(self, *, bulk: bool) -> None:
        if not bulk:
            self._findings_timer.start(0)
        elif not self._findings_timer.isActive():
            self._findings_timer.start(_BULK)
        if self._current is not None and not (
            self._current.is_live and self._is_shown(self._current)
        ):
            self._make_current(None)

    # The current one

    @property
    def current(self) -> LiveFinding | None:
        """The finding that editor and panel are at."""
        return self._current

    def set_current(self, finding: LiveFinding | None) -> None:
        """Make ``finding`` the current one; the editor puts the caret there, in view."""
        self._make_current(finding)
        if finding is not None and not finding.start <= self._caret <= finding.end:
            self.caret_requested.emit(finding.start, finding.start)

    def next_finding(self) -> LiveFinding | None:
        """Make the next finding behind the caret current (the first one after the last)."""
        shown = self._store.shown()
        if self._current in shown:
            found: LiveFinding | None = shown[(shown.index(self._current) + 1) % len(shown)]
        else:
            found = next((f for f in shown if f.start >= self._caret), shown[0] if shown else None)
        self.set_current(found)
        return found

    def previous_finding(self) -> LiveFinding | None:
        """Make the finding before the caret current (the last one before the first)."""
        shown = self._store.shown()
        if self._current in shown:
            found: LiveFinding | None = shown[shown.index(self._current) - 1]
        else:
            before = [f for f in shown if f.start < self._caret]
            found = before[-1] if before else shown[-1] if shown else None
        self.set_current(found)
        return found

    @property
    def caret(self) -> int:
        """Where the caret is, or was when the draft was last shown, in UTF-16 units."""
        return self._caret

    def set_caret(self, position: int) -> None:
        """Tell where the caret is (the editor does). A finding there becomes the current one."""
        self._caret = position
        self._edits.look_at(position)
        if self._spot.caret_moved(position):
            self._show_spot_anew()
        current = self._current
        if current is None or not current.start <= position <= current.end:
            self._make_current(self.finding_at(position))

    def _make_current(self, finding: LiveFinding | None) -> None:
        if finding is not self._current:
            old, self._current = self._current, finding
            for one in (old, finding):
                if one is not None:
                    self.marks_changed.emit(
                        min(one.start, one.sentence_start), max(one.end, one.sentence_end)
                    )
            self.current_changed.emit()

    # Suggestions

    def suggestions_for(self, finding: LiveFinding) -> Sequence[LiveSuggestion] | None:
        """Return its suggestions; None while the engine is asked (``suggestions_changed``)."""
        if self._suggestions is None or self.engine_state == "failed":
            return ()
        return self._suggestions.of(finding)

    def asks_writer(self, finding: LiveFinding) -> bool:
        """Whether nothing of the persona fits, so that the writer should say what it means."""
        return self._suggestions is not None and self._suggestions.asks_writer(finding)

    def ask_meaning(
        self,
        finding: LiveFinding,
        answer: Mapping[str, str] | None,
        take: Callable[[Meaning], None],
    ) -> None:
        """Ask what ``finding`` means for the reader; see ``Suggestions``."""
        if self._suggestions is not None:
            self._suggestions.ask_meaning(finding, answer, take)

    def ask_ground(self, take: Callable[[Sequence[Insertion]], None], *, last: bool) -> None:
        """Ask for first (or ``last``) sentences that speak of the reader's world."""
        if self._suggestions is not None:
            markup = self._path is None or self._path.suffix.casefold() != ".txt"
            self._suggestions.ask_ground(self.text(), take, last=last, markup=markup)

    def place_of(self, suggestion: LiveSuggestion | Insertion) -> tuple[int, int] | None:
        """Return the positions that a suggestion replaces; None if its text is gone."""
        if isinstance(suggestion, Insertion):
            return suggestion.position, suggestion.position
        return holds_text(self.document, suggestion)

    def insert(self, insertion: Insertion) -> None:
        """Put a sentence in, as one step of undo; the caret goes to its gap, or behind it."""
        at = insertion.position
        anchor, position = put(self.document, at, at, insertion.text)
        self._spot.leave()
        self.caret_requested.emit(anchor, position)

    def apply(self, suggestion: LiveSuggestion) -> bool:
        """Put a suggestion in place, as one step of undo; False if the text is not that any more.

        The caret goes to the first gap, selected, or behind the new text.
        """
        place = holds_text(self.document, suggestion)
        if place is None:
            if self._suggestions is not None:
                self._suggestions.forget([suggestion.finding])
            return False
        anchor, position = put(self.document, *place, suggestion.text)
        self._spot.leave()
        self.caret_requested.emit(anchor, position)
        start = place[0] if suggestion.text else position
        self.applied.emit(suggestion, start, start + units(suggestion.text))
        return True

    # What is ignored

    def ignore(self, finding: LiveFinding, scope: str, reason: str = "") -> None:
        """Show it no more: ``here``, this ``phrase`` in this draft, this ``kind`` in this draft."""
        self._ignoring.ignore(finding, scope, reason)
        self.was_ignored.emit(finding, scope, reason)

    def ignored(self) -> Sequence[Ignored]:
        """Return what is ignored in this draft, in the order in which it was ignored."""
        return self._ignoring.items()

    def restore(self, item: Ignored) -> None:
        """Show again what ``item`` hides."""
        self._ignoring.restore(item)

    def _on_ignoring(self) -> None:
        self._show_anew()
        self.ignored_changed.emit()

    def close(self) -> None:
        """Tell the engine that this draft is done with; what is ignored is kept on disk."""
        self._findings_timer.stop()
        self._pause_timer.stop()
        self._ignoring.save()
        if self._client is not None and self._mirror is not None:
            self._client.state_changed.disconnect(self._on_engine_state)
            self._client.forget(self._mirror)
            self._mirror = self._suggestions = None
