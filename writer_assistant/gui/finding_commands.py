"""The Findings menu of one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from writer_assistant.gui.announcing import announce, spoken
from writer_assistant.gui.insertion import Insertion
from writer_assistant.gui.language import tr
from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.message_bar import Message

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow


class FindingCommands:
    """Commands that go from finding to finding and do something about them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def next_finding(self) -> None:
        """Go to the next finding."""
        self._show(self._window.session.next_finding())

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self._show(self._window.session.previous_finding())

    def _show(self, found: LiveFinding | None) -> None:
        if found is not None:
            self._window.panel.tabs.setCurrentIndex(0)
            shown = self._window.session.findings()
            number = shown.index(found) + 1
            announce(self._window.editor, spoken(found, number, len(shown)))

    def use_first(self) -> None:
        """Use the first suggestion."""
        self._use_number(0)

    def use_second(self) -> None:
        """Use the second suggestion."""
        self._use_number(1)

    def use_third(self) -> None:
        """Use the third suggestion."""
        self._use_number(2)

    def _use_number(self, number: int) -> None:
        current = self._window.session.current
        offered = self._window.session.suggestions_for(current) if current else None
        if offered and number < len(offered):
            self.use(offered[number])

    def use(self, suggestion: LiveSuggestion) -> None:
        """Put ``suggestion`` in place."""
        window = self._window
        if window.session.apply(suggestion):
            window.focus_editor()
        else:
            window.show_message(
                Message(
                    tr("The text has changed meanwhile; look again."), topic="use", passing=True
                )
            )

    def say_meaning(self) -> None:
        """Let the writer say what the current sentence means for the reader."""
        self._window.show_panel()
        self._window.panel.tabs.setCurrentIndex(0)
        self._window.panel.card.form.start()

    def begin_with_reader(self) -> None:
        """Offer first sentences that speak of the reader's world."""
        self._offer_ground(last=False)

    def end_with_reader(self) -> None:
        """Offer last sentences that speak of the reader's world."""
        self._offer_ground(last=True)

    def _offer_ground(self, *, last: bool) -> None:
        self._window.show_panel()
        self._window.panel.tabs.setCurrentIndex(0)
        self._window.panel.ground.open(last=last)

    def insert(self, insertion: Insertion) -> None:
        """Put a first or last sentence in."""
        if self._window.editor.isReadOnly():
            self._window.show_message(
                Message(tr("The text is protected."), topic="use", passing=True)
            )
            return
        self._window.panel.ground.close_list()
        self._window.session.insert(insertion)
        self._window.focus_editor()

    def ignore_here(self) -> None:
        """Ignore the current finding where it is."""
        self._ignore("here")

    def ignore_phrase(self) -> None:
        """Ignore these words in this draft."""
        self._ignore("phrase")

    def ignore_kind(self) -> None:
        """Ignore this kind in this draft."""
        self._ignore("kind")

    def _ignore(self, scope: str) -> None:
        current = self._window.session.current
        if current is not None:
            self._window.session.ignore(current, scope)

    def show_ignored(self) -> None:
        """Show what is ignored in this draft."""
        from writer_assistant.gui.ignored_dialog import IgnoredDialog

        self._window.show_dialog(IgnoredDialog(self._window.session, self._window))
