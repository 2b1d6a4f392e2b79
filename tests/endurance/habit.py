"""What all habits of the monkey share: the desk they act at, and what must come of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from tests.endurance.desk import Desk
from tests.endurance.model import Model
from writer_assistant.gui.exact_text import exact_text
from writer_assistant.gui.lines import units
from writer_assistant.gui.live_findings import LiveSuggestion
from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.session import DraftSession
from writer_assistant.text.offsets import Utf16Map

if TYPE_CHECKING:
    from tests.endurance.monkey import Monkey

LETTERS = "etaoinshr   ,.!?We“”’é€字𝄞😀👍\u00a0\"'-."
PIECES = (
    "We are proud of our synergy. ",
    "You open at six.\n",
    "It has a battery. Follow us today!\n\n",
    "# A heading\n- one\n- two 😀\n",
    "leverage the best ",
    "I recieve teh post ",
    "```\ncode\n```\n",
)
LONGEST = 3_000
"""Units of a draft above which a part of it is deleted."""


class Habit:
    """Some actions, and how often they come to mind (``actions``)."""

    def __init__(self, monkey: Monkey) -> None:
        self.monkey = monkey
        self.desk: Desk = monkey.desk
        self.chance: random.Random = monkey.chance
        self.actions: dict[Callable[[], None], int] = {}

    @property
    def window(self) -> MainWindow:
        return self.desk.window

    @property
    def draft(self) -> OpenDraft:
        """The draft that is shown."""
        return self.window.drafts.current

    @property
    def session(self) -> DraftSession:
        return self.desk.session

    @property
    def model(self) -> Model:
        """What the draft that is shown must hold."""
        return self.monkey.models[self.draft]

    @property
    def text(self) -> str:
        """What it does hold."""
        return exact_text(self.session.document)

    def selection(self) -> tuple[int, int]:
        """Return what is selected, in code points."""
        cursor, to_points = self.desk.editor.textCursor(), Utf16Map(self.model.text).from_utf16
        return to_points(cursor.selectionStart()), to_points(cursor.selectionEnd())

    def select_points(self, anchor: int, position: int) -> None:
        """Select between two code points."""
        text, cursor = self.model.text, self.desk.editor.textCursor()
        cursor.setPosition(units(text[:anchor]))
        cursor.setPosition(units(text[:position]), QTextCursor.MoveMode.KeepAnchor)
        self.desk.editor.setTextCursor(cursor)

    def with_selected(self, text: str) -> str:
        """Return the draft with ``text`` in place of what is selected."""
        start, end = self.selection()
        return self.model.text[:start] + text + self.model.text[end:]

    def expect_suggestion(self, suggestion: LiveSuggestion, before: str, start: int) -> None:
        """See that ``suggestion`` was put into ``before``, where its words began at ``start``."""
        after = self.text
        if suggestion.text:
            at = Utf16Map(before).from_utf16(start)
            expected = before[:at] + suggestion.text + before[at + len(suggestion.original) :]
            assert after == expected, f"{after!r} came of a suggestion, {expected!r} should have"
        else:  # spaces around it go too
            shorter = len(before) - len(suggestion.original)
            assert len(after) <= shorter, f"{suggestion} made {before!r} into {after!r}"
        self.model.become(after)
