"""Markdown shown while it is typed: bold is bold, and its marks stay.

Looks are formats of a line's layout: the text, undo and the clipboard know nothing of them. A
line gets its look when it comes into view or changes, and only what differs is set: a key costs
the reading of one line. What one line hands to the next (a fence that is open) is kept as Qt's
state of the block, 15 bits for what it began with, the rest for what it ended with.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)

from writer_assistant.gui.block_notes import notes_of
from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.lines import line_text, lines_text
from writer_assistant.gui.links import Links
from writer_assistant.gui.theme import Theme
from writer_assistant.text.look import PROSE, Role, front_matter_end, line_look, next_state
from writer_assistant.text.offsets import Utf16Map

_TURN = 0.003  # seconds of one turn of the event loop that following states may take
_LONGEST = 20_000  # units of a line that is looked into
_MANY = 60  # lines of a change that are dressed at once; others when they come into view
_HEAD = 100  # lines in which front matter ends
_LOW = (1 << 15) - 1
_SIZES = {Role.HEADING_1: 1.35, Role.HEADING_2: 1.2, Role.HEADING_3: 1.08}
_COLOURS = {Role.MARK: "muted", Role.ASIDE: "muted", Role.QUOTE: "muted", Role.LINK: "accent"}


def role_formats(theme: Theme, font: QFont) -> Mapping[Role, QTextCharFormat]:
    """Return how each role is shown in a draft whose letters are those of ``font``."""
    formats = {role: QTextCharFormat() for role in Role}
    for role, colour in _COLOURS.items():
        formats[role].setForeground(theme.colour(colour))
    for role, larger in _SIZES.items():
        formats[role].setFontPointSize(font.pointSizeF() * larger)
        formats[role].setFontWeight(QFont.Weight.Bold)
    formats[Role.STRONG].setFontWeight(QFont.Weight.Bold)
    formats[Role.EMPHASIS].setFontItalic(True)
    formats[Role.STRUCK].setFontStrikeOut(True)
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    formats[Role.CODE].setFontFamilies(fixed.families())
    formats[Role.CODE].setBackground(theme.colour("hover"))
    return formats


class MarkdownLook(QObject):
    """Shows the Markdown of whatever draft an editor shows."""

    _view_due = Signal()

    def __init__(self, editor: DraftEditor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._shown = True
        self._is_view_due = False
        self._generation = 0
        self._formats = role_formats(theme, editor.font())
        self._links = Links()
        self._lines = 0
        self._front_end = 0
        self._sure = 0  # lines whose states are known to be right
        self._consistent_to = 0  # up to here they would be, if that of the line at _sure were
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._follow_states)
        theme.changed.connect(self._on_style)
        editor.installEventFilter(self)
        editor.session_changed.connect(self._on_session)
        editor.view_changed.connect(self._tell_view)
        self._view_due.connect(self._dress_view, Qt.ConnectionType.QueuedConnection)
        self._on_session()

    def set_shown(self, shown: bool) -> None:  # noqa: FBT001
        """Show it, or the bare characters."""
        if shown != self._shown:
            self._shown = shown
            self._start_anew()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Fit sizes to another font of the editor."""
        if event.type() is QEvent.Type.FontChange:
            self._on_style()
        return False

    # What is dressed anew, and when

    def _on_session(self) -> None:
        session = self._editor.session
        self._links.clear()
        self._links.add(session.document.contentsChange, self._on_change)
        self._links.add(session.title_changed, self._start_anew)
        self._start_anew()

    def _on_style(self) -> None:
        self._formats = role_formats(self._theme, self._editor.font())
        self._start_anew()

    def _start_anew(self) -> None:
        self._generation += 1
        self._lines = self._editor.document().blockCount()
        self._sure = self._consistent_to = 0
        self._front_end = self._find_front_matter()
        self._timer.start()

    def _on_change(self, position: int, _removed: int, added: int) -> None:
        document = self._editor.document()
        first = document.findBlock(position)
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        shift, self._lines = document.blockCount() - self._lines, document.blockCount()
        low, high = first.blockNumber(), last.blockNumber()
        if low < _HEAD and self._find_front_matter() != self._front_end:
            self._start_anew()
        elif high - low > _MANY:
            self._consistent_to = self._sure = min(self._sure, low)
            self._timer.start()
        else:
            self._follow_edit(first, low, high, shift)

    def _follow_edit(self, block: QTextBlock, low: int, high: int, shift: int) -> None:
        state = state_behind(block.previous())
        for _ in range(low, high + 1):
            self._dress(block, state)
            state = self._hand_on(block, state)
            block = block.next()
        joins = not block.isValid() or _begins_with(block) == state
        old_high, edge = high - shift, max(self._sure, self._consistent_to)
        if self._sure > old_high and joins:
            self._sure, self._consistent_to = self._sure + shift, edge + shift
        elif self._sure > old_high:
            # Where it was not sure before, the states of two lines may not fit either.
            self._sure, self._consistent_to = high + 1, self._sure + shift
        elif self._sure >= low:
            self._sure, self._consistent_to = high + 1, max(edge + shift, high + 1)
        elif edge > old_high:
            self._consistent_to = edge + shift if joins else high + 1
        else:
            self._consistent_to = min(edge, low)
        if self._sure < self._lines:
            self._timer.start()

    def _follow_states(self) -> None:
        """Bring the states of some more lines up to date, then show what that means in view."""
        end = time.perf_counter() + _TURN
        document = self._editor.document()
        block = document.findBlockByNumber(self._sure)
        state = state_behind(block.previous())
        while block.isValid() and time.perf_counter() < end:
            if self._sure < self._consistent_to and _begins_with(block) == state:
                self._sure = self._consistent_to
                block = document.findBlockByNumber(self._sure)
                state = state_behind(block.previous())
                continue
            state = self._hand_on(block, state)
            self._sure += 1
            block = block.next()
        if block.isValid():
            self._timer.start()
        self._dress_view()

    def _tell_view(self) -> None:
        # Qt may be in the middle of laying out or painting: to set formats there makes it crash.
        # An event of its own comes before the next painting, which a timer would not.
        if not self._is_view_due:
            self._is_view_due = True
            self._view_due.emit()

    def _dress_view(self) -> None:
        self._is_view_due = False
        document = self._editor.document()
        state = -1
        for block in self._editor.blocks_in_view():
            state = state_behind(block.previous()) if state < 0 else state
            if notes_of(block).look_key != self._key(block, state) and self._dress(block, state):
                document.markContentsDirty(block.position(), max(1, block.length() - 1))
            # States are not kept here: those of the lines before may still be on their way.
            state = (
                state_behind(block) if _begins_with(block) == state else self._next(block, state)
            )

    # One line

    def _key(self, block: QTextBlock, state: int) -> tuple[int, int, int]:
        return self._generation, block.revision(), state

    def _dress(self, block: QTextBlock, state: int) -> bool:
        """Give a line that begins in ``state`` its look; return whether its formats changed."""
        notes, layout = notes_of(block), block.layout()
        if layout.preeditAreaText():
            return False  # an input method shows its own formats
        stretches = self._stretches(block, state)
        same_style = notes.look_key[:1] == (self._generation,)
        notes.look_key = self._key(block, state)
        if not stretches and not layout.formats():
            return False
        if same_style and stretches == notes.look and len(layout.formats()) == len(stretches):
            return False
        notes.look = stretches
        layout.setFormats([self._range(*stretch) for stretch in stretches])
        return True

    def _stretches(self, block: QTextBlock, state: int) -> tuple[tuple[int, int, int], ...]:
        if not self._shown or not self._is_markdown or block.length() > _LONGEST:
            return ()
        text = line_text(block)
        stretches, _ = line_look(text, state, front_matter=self._is_front(block))
        to_units = Utf16Map(text).to_utf16
        return tuple((to_units(start), to_units(end), role) for start, end, role in stretches)

    def _range(self, start: int, end: int, role: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, end - start
        made.format = self._formats[Role(role)]
        return made

    def _next(self, block: QTextBlock, state: int) -> int:
        if block.length() > _LONGEST:
            return state
        return next_state(line_text(block), state, front_matter=self._is_front(block))

    def _hand_on(self, block: QTextBlock, state: int) -> int:
        behind = self._next(block, state)
        block.setUserState(state | behind << 15)
        return behind

    def _is_front(self, block: QTextBlock) -> bool:
        return self._front_end > 0 and block.blockNumber() < self._front_end

    @property
    def _is_markdown(self) -> bool:
        path = self._editor.session.path
        return path is None or path.suffix.casefold() != ".txt"

    def _find_front_matter(self) -> int:
        document = self._editor.document()
        if line_text(document.firstBlock())[:3] not in {"---", "+++"}:
            return 0
        return front_matter_end(lines_text(document, 0, _HEAD))


def state_behind(block: QTextBlock) -> int:
    """Return the state that a line hands on (see ``text.look``); ``PROSE`` if it is not known."""
    state = block.userState() if block.isValid() else -1
    return PROSE if state < 0 else state >> 15


def _begins_with(block: QTextBlock) -> int:
    state = block.userState()
    return -1 if state < 0 else state & _LOW
