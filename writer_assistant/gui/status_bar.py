"""The strip below the draft: what is said of it as a whole, always in view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from writer_assistant.gui.language import decimal, number, percent, tr, tr_later
from writer_assistant.gui.live_findings import DraftScores
from writer_assistant.gui.theme import Theme
from writer_assistant.text.goals import WORDS_A_MINUTE, reading_seconds

_SPACE = 18
_FOCUS_TIP = tr_later(
    "Focus is the share of sentences that serve your reader:\n"
    "sentences that help, inform or give a reason ÷ all sentences."
)
_ENGINE = {
    "starting": (tr_later("Starting…"), tr_later("The analysis is starting. You can type.")),
    "lexicon": (
        tr_later("Loading grammar…"),
        tr_later("Words are checked already; grammar follows in a moment."),
    ),
    "ready": ("", ""),
    "restarting": (
        tr_later("Restarting…"),
        tr_later("The analysis stopped and starts again. Your text is safe."),
    ),
    "failed": (
        tr_later("Analysis stopped"),
        tr_later("The analysis stopped three times. Your text is safe."),
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What one item shows.

    Attributes:
        texts: from the longest wording to the shortest; an empty one hides the item.
        tip: what it means.
        icon: name of its picture, if it has one.
        role: the picture's colour.
    """

    texts: tuple[str, str, str]
    tip: str
    icon: str = ""
    role: str = "muted"


class _Item(QWidget):
    """A few words with a picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Shown(("", "", ""), "")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._picture = QLabel()
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(self._picture)
        layout.addWidget(self._label)
        self._picture.hide()

    @property
    def text(self) -> str:
        """What it says at present."""
        return self._label.text()

    def show_this(self, shown: Shown, density: int) -> None:
        """Show ``shown`` in the wording of ``density`` (0 to 2)."""
        if shown == self._shown:  # as it mostly is, after a keystroke
            return
        self._shown = shown
        self.setToolTip(shown.tip)
        self.setAccessibleName(shown.texts[0])
        self.setAccessibleDescription(shown.tip)
        self.dress()
        self.set_density(density)

    def dress(self) -> None:
        """Take the theme's colours."""
        shown = self._shown
        self._picture.setVisible(bool(shown.icon))
        if shown.icon:
            self._picture.setPixmap(self._theme.icon(shown.icon, shown.role).pixmap(16, 16))

    def set_density(self, density: int) -> None:
        """Use the wording of ``density``."""
        text = self._shown.texts[density]
        self._label.setText(text)
        self.setVisible(bool(text))

    def width_at(self, density: int) -> int:
        """Return the width in the wording of ``density``."""
        text = self._shown.texts[density]
        if not text:
            return 0
        return self.fontMetrics().horizontalAdvance(text) + (20 if self._shown.icon else 0) + 4


class _Meter(QWidget):
    """The focus as a small bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share: float | None = None
        self.setFixedSize(QSize(56, 16))

    def set_share(self, share: float | None) -> None:
        """Show ``share`` (0 to 1), or nothing."""
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(0, self.height() / 2 - 4, self.width(), 8)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("border"))
            painter.drawRoundedRect(area, 4, 4)
            if self._share:
                area.setWidth(max(8.0, area.width() * self._share))
                painter.setBrush(self._theme.colour("accent"))
                painter.drawRoundedRect(area, 4, 4)


class StatusStrip(QFrame):
    """Focus, customer first and last, reading grade, size and the engine's state.

    Signals:
        restart_requested: the analysis is to be started again.
    """

    restart_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_strip")
        self.setAccessibleName(tr("What is said of the whole draft"))
        self._theme = theme
        self._scores = DraftScores()
        self._target_grade: float | None = None
        self._persona = ""
        self._state = "starting"
        self._goal = Shown(("", "", ""), "")
        self._selected = (0, 0)
        self._density = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 14, 5)
        layout.setSpacing(_SPACE)
        # The wording follows the width; the width must not wait for the wording.
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        focus = QWidget()
        self._focus_layout = QHBoxLayout(focus)
        self._focus_layout.setContentsMargins(0, 0, 0, 0)
        self._focus_layout.setSpacing(8)
        self._meter = _Meter(theme)
        self.focus_item = _Item(theme)
        self._focus_layout.addWidget(self._meter)
        self._focus_layout.addWidget(self.focus_item)
        layout.addWidget(focus)
        self.first_item = _Item(theme)
        self.last_item = _Item(theme)
        self.grade_item = _Item(theme)
        self.words_item = _Item(theme)
        self.characters_item = _Item(theme)
        self.goal_item = _Item(theme)
        self.engine_item = _Item(theme)
        for item in (self.first_item, self.last_item, self.grade_item):
            layout.addWidget(item)
        layout.addStretch(1)
        self._retry = QPushButton(tr("Try again"))
        self._retry.clicked.connect(self.restart_requested)
        self._retry.hide()
        counts = (self.goal_item, self.words_item, self.characters_item)
        for widget in (self.engine_item, self._retry, *counts):
            layout.addWidget(widget)
        theme.changed.connect(self._dress)
        self.refresh()

    def _dress(self) -> None:
        for item, _ in self._items_shown():
            item.dress()
        self._meter.update()

    def set_scores(self, scores: DraftScores) -> None:
        """Show other figures."""
        self._scores = scores
        self.refresh()

    def set_persona(self, name: str, reading_grade: float | None) -> None:
        """Compare the reading grade with what ``name`` needs."""
        self._persona, self._target_grade = name, reading_grade
        self.refresh()

    def set_goal(self, goal: Shown) -> None:
        """Show how long the draft is against its goal."""
        self._goal = goal
        self.refresh()

    def set_selected(self, words: int, characters: int) -> None:
        """Show how much is selected; nothing if both are 0."""
        self._selected = words, characters
        self.refresh()

    def set_engine_state(self, state: str) -> None:
        """Show how the engine is."""
        self._state = state
        self.refresh()

    def refresh(self) -> None:
        """Show everything anew."""
        scores = self._scores
        self._meter.set_share(scores.focus)
        for item, shown in self._items_shown():
            item.show_this(shown, self._density)
        self._retry.setVisible(self._state == "failed")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a size that any window has."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is inside to the new size."""
        super().resizeEvent(event)
        self._fit()

    def _items_shown(self) -> list[tuple[_Item, Shown]]:
        scores = self._scores
        return [
            (self.focus_item, _focus(scores)),
            (self.first_item, _first(scores.customer_first)),
            (self.last_item, _last(scores.customer_last)),
            (self.grade_item, self._grade()),
            (self.words_item, self._words()),
            (self.characters_item, self._characters()),
            (self.goal_item, self._goal),
            (self.engine_item, self._engine()),
        ]

    def _fit(self) -> None:
        """Use the longest wording for which there is room."""
        items: list[Callable[[int], int]] = [item.width_at for item, _ in self._items_shown()]
        room = self.width() - 28
        for density in (0, 1, 2):
            widths = [width(density) for width in items]
            needed = sum(widths) + _SPACE * (sum(map(bool, widths)) + 1)
            needed += 64 if density < 2 else 0
            needed += self._retry.sizeHint().width() if self._state == "failed" else 0
            if needed <= room or density == 2:
                break
        self._density = density
        self._meter.setVisible(density < 2)
        for item, _ in self._items_shown():
            item.set_density(density)

    def _grade(self) -> Shown:
        grade, target = self._scores.reading_grade, self._target_grade
        if grade is None:
            return Shown(
                (tr("Grade –"), tr("Grade –"), tr("Gr. –")), tr("Reading grade: not known yet")
            )
        tip = tr(
            "Reading grade: the school year that the text needs (Flesch-Kincaid, from the length\n"
            "of sentences and words)."
        )
        value = decimal(grade)
        if target is None:
            return Shown(
                (
                    tr("Reading grade {value}").format(value=value),
                    tr("Grade {value}").format(value=value),
                    tr("Gr. {value}").format(value=value),
                ),
                tip,
            )
        who = self._persona or tr("the persona")
        fits = grade <= target
        at_most = decimal(target, -1)
        tip += "\n" + tr("{who} wants {grade} or less.").format(who=who, grade=at_most)
        return Shown(
            (
                tr("Reading grade {value} (at most {most})").format(value=value, most=at_most),
                tr("Grade {value} (≤ {most})").format(value=value, most=at_most),
                tr("Gr. {value}/{most}").format(value=value, most=at_most),
            ),
            tip,
            "check" if fits else "caution",
            "good" if fits else "caution",
        )

    def _words(self) -> Shown:
        words, (selected, _) = self._scores.words, self._selected
        if any(self._selected):
            said = tr("%n word(s)", "", selected)
            if words is not None:
                said = tr("{part} words").format(part=_part(selected, words))
            return Shown((said,) * 3, tr("Selected: %n word(s)", "", selected))
        said = tr("– words") if words is None else tr("%n word(s)", "", words)
        tip = tr("Number of words")
        if not words:
            return Shown((said,) * 3, tip)
        minutes, seconds = divmod(reading_seconds(words), 60)
        tip += "\n" + tr("Reading time: {time} minutes, at {speed} words a minute").format(
            time=f"{minutes}:{seconds:02}", speed=WORDS_A_MINUTE
        )
        long = tr("{words} · {minutes} min").format(
            words=said, minutes=max(1, round(minutes + seconds / 60))
        )
        return Shown((long, said, said), tip)

    def _characters(self) -> Shown:
        characters, (_, selected) = self._scores.characters, self._selected
        if any(self._selected):
            said, part = tr("%n character(s)", "", selected), number(selected)
            if characters is not None:
                part = _part(selected, characters)
                said = tr("{part} characters").format(part=part)
            short = tr("{part} char.").format(part=part)
            return Shown((said, short, ""), tr("Selected: %n character(s)", "", selected))
        figure = "–" if characters is None else number(characters)
        said = tr("– characters")
        if characters is not None:
            said = tr("%n character(s)", "", characters)
        short = tr("{part} char.").format(part=figure)
        return Shown((said, short, ""), tr("Number of characters"))

    def _engine(self) -> Shown:
        text, tip = (tr(said) for said in _ENGINE.get(self._state, ("", "")))
        if self._state == "ready" and 0 < self._scores.analysed < 1:
            text = tr("Reading… {share}").format(share=percent(self._scores.analysed))
            tip = tr("The rest of the draft is still being read; the figures follow.")
        wrong = self._state == "failed"
        return Shown((text, text, text), tip, "wrong" if wrong else "", "wrong")


def _focus(scores: DraftScores) -> Shown:
    if scores.focus is None:
        return Shown((tr("Focus –"),) * 3, tr(_FOCUS_TIP))
    share = percent(scores.focus)
    here = tr("Here: {share}.").format(share=share)
    return Shown((tr("Focus {share}").format(share=share),) * 3, f"{tr(_FOCUS_TIP)}\n{here}")


def _first(holds: bool | None) -> Shown:  # noqa: FBT001
    texts = (tr("Customer first"), tr("Customer first"), tr("First"))
    if holds is None:
        return Shown(texts, tr("Whether the draft opens in the reader’s world"), "unknown")
    if holds:
        tip = tr("Yes: the first sentence speaks of the reader’s world.")
        return Shown(texts, tip, "check", "good")
    texts = (tr("Customer not first"), tr("Not first"), tr("Not first"))
    tip = tr(
        "No: the first sentence does not speak of the reader’s world\n"
        "(a problem, a need, a question, a gain)."
    )
    return Shown(texts, tip, "not-yet", "caution")


def _last(holds: bool | None) -> Shown:  # noqa: FBT001
    texts = (tr("Customer last"), tr("Customer last"), tr("Last"))
    if holds is None:
        return Shown(texts, tr("Whether the draft ends in the reader’s world"), "unknown")
    if holds:
        tip = tr("Yes: the last sentence speaks of the reader’s world.")
        return Shown(texts, tip, "check", "good")
    texts = (tr("Customer not last"), tr("Not last"), tr("Not last"))
    tip = tr(
        "No: the last sentence does not speak of the reader’s world\n"
        "(a problem, a need, a question, a gain)."
    )
    return Shown(texts, tip, "not-yet", "caution")


def _part(part: int, whole: int) -> str:
    """Return how much of the draft is selected, in figures."""
    return tr("{part} of {whole}").format(part=number(part), whole=number(whole))
