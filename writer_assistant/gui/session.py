"""One draft in the window: its text, its findings, and what is done about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.ignore import Ignored
from writer_assistant.gui.live_findings import DraftScores, LiveFinding, LiveSuggestion


class DraftSession(QObject):
    """One draft.

    ``findings_changed`` comes when a finding appeared or went, not when one merely moved: a
    finding's positions are always of the moment. During bulk work it comes some times a second.
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

    def __init__(self, client: EngineClient | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        raise NotImplementedError

    document: QTextDocument
    """Its text; a line is a block."""
    file_style: object
    """How the file was written (encoding, line ends); the window's file handling owns it."""

    @property
    def path(self) -> Path | None:
        """The file it was read from or saved to; None while it has none."""
        raise NotImplementedError

    def set_path(self, path: Path | None) -> None:
        """Tell that the draft is now kept in ``path``; what was ignored goes along."""

    @property
    def untitled_id(self) -> str:
        """What a draft without a path is known by, also after a restart; may be set."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """The file's name, or "Untitled"."""
        raise NotImplementedError

    @property
    def revision(self) -> int:
        """Number of the text's state; every change raises it."""
        raise NotImplementedError

    def text(self) -> str:
        r"""Return the whole draft, lines ended by ``\n``."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Replace everything, without undo, as when a file is opened; not modified afterwards."""

    @property
    def engine_state(self) -> str:
        """One of ``starting``, ``lexicon``, ``ready``, ``restarting``, ``failed``."""
        raise NotImplementedError

    @property
    def scores(self) -> DraftScores:
        """What is said of the whole draft."""
        raise NotImplementedError

    def findings(self) -> Sequence[LiveFinding]:
        """Return what is shown, in reading order: without what is ignored or switched off."""
        raise NotImplementedError

    def finding_at(self, position: int) -> LiveFinding | None:
        """Return the shortest finding that is shown at ``position``."""
        raise NotImplementedError

    def findings_between(self, start: int, end: int) -> Sequence[LiveFinding]:
        """Return the findings that are shown and touch the positions from ``start`` to ``end``."""
        raise NotImplementedError

    @property
    def current(self) -> LiveFinding | None:
        """The finding that editor and panel are at."""
        raise NotImplementedError

    def set_current(self, finding: LiveFinding | None) -> None:
        """Make ``finding`` the current one; the editor brings it into view."""

    def next_finding(self) -> LiveFinding | None:
        """Make the next finding behind the caret current (the first one after the last)."""
        raise NotImplementedError

    def previous_finding(self) -> LiveFinding | None:
        """Make the finding before the caret current (the last one before the first)."""
        raise NotImplementedError

    def set_caret(self, position: int) -> None:
        """Tell where the caret is (the editor does)."""

    def set_visible(self, first: int, last: int) -> None:
        """Tell which lines are in view (the editor does); they are analysed first."""

    def set_shown_kinds(self, kinds: Collection[Kind]) -> None:
        """Show findings of these kinds only."""

    def set_mode(self, mode: str) -> None:
        """Show strong findings only (``drafting``) or everything (``review``)."""

    def suggestions_for(self, finding: LiveFinding) -> Sequence[LiveSuggestion] | None:
        """Return its suggestions; None while the engine is asked (``suggestions_changed``)."""
        raise NotImplementedError

    def apply(self, suggestion: LiveSuggestion) -> bool:
        """Put a suggestion in place, as one step of undo; False if the text is not that any more.

        The caret goes to the first gap, selected, or behind the new text.
        """
        raise NotImplementedError

    def ignore(self, finding: LiveFinding, scope: str, reason: str = "") -> None:
        """Show it no more: ``here``, this ``phrase`` in this draft, this ``kind`` in this draft."""

    def ignored(self) -> Sequence[Ignored]:
        """Return what is ignored in this draft, in the order in which it was ignored."""
        raise NotImplementedError

    def restore(self, item: Ignored) -> None:
        """Show again what ``item`` hides."""

    def close(self) -> None:
        """Tell the engine that this draft is done with; what is ignored is kept on disk."""
