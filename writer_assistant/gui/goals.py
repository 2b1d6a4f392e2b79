"""How long the draft is against what its channel takes, and how much of it is selected."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.language import number, tr
from writer_assistant.gui.lines import text_between
from writer_assistant.gui.slices import Slices
from writer_assistant.gui.status_bar import Shown
from writer_assistant.text.goals import (
    GOALS,
    POST,
    Goal,
    Unit,
    split_thread,
    utf16_length,
    weighted_length,
)
from writer_assistant.text.markup import read_content, split_paragraphs
from writer_assistant.text.words import count_words

_PAUSE = 300  # milliseconds without a change after which a post is measured
_LONGEST = 12_000  # units of a draft up to which it is measured as it would be pasted
_NOTHING = Shown(("", "", ""), "")


class LengthGoal(QObject):
    """Compares the draft of an editor with the goal of a channel.

    Signals:
        changed(object): a ``Shown`` for the strip; without words where there is no goal.
    """

    changed = Signal(object)

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._channel = ""
        self._goal: Goal | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.measure)
        self._session = editor.session
        editor.session_changed.connect(self._on_session)
        self._follow()

    def set_goal(self, channel: str, words: int) -> None:
        """Measure by what ``channel`` takes.

        Args:
            channel: as the settings name it; empty for none.
            words: what a draft should have at most where the channel sets no limit; 0 for usual.
        """
        goal = GOALS.get(channel)
        if words and (goal is None or not goal.is_limit):
            goal = Goal(Unit.WORDS, 0, words)
        self._channel, self._goal = channel, goal
        self.measure()

    def measure(self) -> None:
        """Measure now."""
        self._timer.stop()
        self.changed.emit(self._shown())

    def _on_session(self) -> None:
        self._session.document.contentsChanged.disconnect(self._on_change)
        self._session.scores_changed.disconnect(self._on_scores)
        self._session = self._editor.session
        self._follow()
        self.measure()

    def _follow(self) -> None:
        self._session.document.contentsChanged.connect(self._on_change)
        self._session.scores_changed.connect(self._on_scores)

    def _on_change(self) -> None:
        if self._goal is not None and self._goal.unit is not Unit.WORDS:
            self._timer.start()

    def _on_scores(self) -> None:
        if self._goal is not None and self._goal.unit is Unit.WORDS:
            self.measure()

    def _shown(self) -> Shown:
        goal = self._goal
        if goal is None:
            return _NOTHING
        if goal.unit is Unit.WORDS:
            words = self._session.scores.words
            return _NOTHING if words is None else _words_shown(words, goal)
        length = self._session.document.characterCount() - 1
        if length > _LONGEST:
            tip = tr("Far longer than what fits there; it is counted exactly when it is shorter.")
            text = f"≫ {number(goal.high)}"
            return Shown((f"{number(length)} {text}", text, text), tip, "caution", "caution")
        pasted = self._pasted()
        return _posts_shown(pasted) if goal.unit is Unit.POSTS else _characters_shown(pasted, goal)

    def _pasted(self) -> str:
        """Return the draft as it would be pasted into a plain field."""
        from writer_assistant.output.clipboard import Form, copied
        from writer_assistant.output.document import document

        path = self._session.path
        markup = path is None or path.suffix.casefold() != ".txt"
        return copied(document(self._session.text(), "", markup=markup), Form.PLAIN).plain


def _words_shown(words: int, goal: Goal) -> Shown:
    span = number(goal.high)
    if goal.low:
        span = f"{number(goal.low)}–{span}"
    if words < goal.low:
        tip, icon, role = (
            tr("%n word(s) to go.", "", goal.low - words),
            "not-yet",
            "muted",
        )
    elif words <= goal.high:
        tip, icon, role = tr("As long as it should be."), "check", "good"
    else:
        tip, icon, role = (
            tr("%n word(s) longer than it should be.", "", words - goal.high),
            "caution",
            "caution",
        )
    goal_is = tr("Goal: {span} words.").format(span=span)
    tip = f"{goal_is} {tip}\n" + tr("Another goal can be set in Preferences.")
    return Shown(
        (
            tr("Goal {span} words").format(span=span),
            tr("Goal {span}").format(span=span),
            tr("of {span}").format(span=span),
        ),
        tip,
        icon,
        role,
    )


def _characters_shown(pasted: str, goal: Goal) -> Shown:
    length = utf16_length(pasted)
    fits = length <= goal.high
    rest = abs(goal.high - length)
    form = (
        tr(
            "{length} of {high} characters, counted as the channel does (most emoji are\n"
            "two) in the text without marks: {rest} left."
        )
        if fits
        else tr(
            "{length} of {high} characters, counted as the channel does (most emoji are\n"
            "two) in the text without marks: {rest} too many."
        )
    )
    tip = form.format(length=number(length), high=number(goal.high), rest=number(rest))
    text = tr("{part} of {whole}").format(part=number(length), whole=number(goal.high))
    return Shown(
        (tr("Post {text}").format(text=text), text, f"{number(length)}/{number(goal.high)}"),
        tip,
        "check" if fits else "caution",
        "good" if fits else "caution",
    )


def _posts_shown(pasted: str) -> Shown:
    posts = split_thread(pasted)
    last = weighted_length(posts[-1]) if posts else 0
    many = tr("%n post(s)", "", len(posts))
    weights = ", ".join(str(weighted_length(post)) for post in posts[:20])
    tip = tr(
        "{posts} of at most {length}, as X counts: emoji and Chinese letters two, an address 23.\n"
        "A line of three dashes begins another post."
    ).format(posts=many, length=POST)
    if len(posts) > 1:
        weights += " …" if len(posts) > 20 else ""
        tip += "\n" + tr("Posts: {lengths}").format(lengths=weights)
    text = f"{last}/{POST}"
    if len(posts) < 2:
        return Shown((tr("Post {text}").format(text=text), text, text), tip, "check", "good")
    return Shown(
        (tr("{posts}, last {length}").format(posts=many, length=text), f"{many}, {text}", many),
        tip,
        "info",
        "muted",
    )


class SelectionCount(QObject):
    """Counts what is selected, in turns of the event loop.

    Signals:
        changed(int, int): words and characters that are selected; 0 and 0 when nothing is.
    """

    changed = Signal(int, int)

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._slices = Slices(self)
        self._timer = QTimer(self, singleShot=True, interval=30)
        self._timer.timeout.connect(self._count)
        self._shows = False
        editor.selectionChanged.connect(self._on_selection)

    def _on_selection(self) -> None:
        if self._editor.textCursor().hasSelection():
            self._timer.start()
        elif self._shows or self._timer.isActive():
            self._timer.stop()
            self._slices.stop()
            self._shows = False
            self.changed.emit(0, 0)

    def _count(self) -> None:
        cursor = self._editor.textCursor()
        text = text_between(self._editor.document(), cursor.selectionStart(), cursor.selectionEnd())
        self._slices.run(partial(self._counting, text))

    def _counting(self, text: str) -> Iterator[None]:
        lines = text.split("\n")
        words = characters = 0
        for block, first, count in split_paragraphs(lines):
            content = read_content("\n".join(lines[first : first + count]), block)
            words += count_words(content.prose)
            characters += len(content.prose)
            yield
        self._shows = True
        self.changed.emit(words, characters)
