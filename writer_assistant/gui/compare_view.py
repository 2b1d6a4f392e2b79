"""Two states of a text compared on the screen: what went is struck out, what came is underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.language import percent, tr
from writer_assistant.gui.theme import Theme
from writer_assistant.text.compare import Change, Difference, Piece, Row, compare, difference, rows

_AT_ONCE = 20_000
"""Characters that are compared without a thread: that takes no longer than a blink."""
_AROUND = 1
"""Lines that are shown on either side of one that changed."""
_MOST_ROWS = 3_000
"""Lines that are shown at most; building the page takes a second for so many."""
_INLINE, _BESIDE = "inline", "beside"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is compared.

    Attributes:
        old: the earlier text.
        new: the later one.
        old_name: what the earlier one is called, with a capital letter.
        new_name: what the later one is called.
    """

    old: str
    new: str
    old_name: str
    new_name: str


class CompareView(QWidget):
    """Shows how one text became another, in one column or in two.

    Signals:
        compared: what is shown is that of the texts that were given last.
    """

    compared = Signal()
    _done = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = Texts("", "", "", "")
        self._pieces: list[Piece] = []
        self._places = 0
        self._focus: tuple[float | None, float | None] = (None, None)
        self._at = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        layout.addLayout(self._controls())
        layout.addWidget(self.summary)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(tr("What changed"))
        layout.addWidget(self.page, 1)
        theme.changed.connect(self._dress)
        self._done.connect(self._take)
        self._dress()

    def _controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.mode = QComboBox()
        self.mode.setAccessibleName(tr("How changes are shown"))
        self.mode.addItem(tr("In one column"), _INLINE)
        self.mode.addItem(tr("Side by side"), _BESIDE)
        self.mode.currentIndexChanged.connect(self._show)
        self.only_changes = QCheckBox(tr("&Only what changed"))
        self.only_changes.setChecked(True)
        self.only_changes.toggled.connect(self._show)
        row.addWidget(self.mode)
        row.addWidget(self.only_changes)
        row.addStretch(1)
        self.previous, self.next = QToolButton(), QToolButton()
        for button, tip, keys, step in (
            (self.previous, tr("Change before"), "Shift+F8", -1),
            (self.next, tr("Next change"), "F8", 1),
        ):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{tip} ({shown})")
            button.setAccessibleName(tip)
            button.setShortcut(keys)
            button.clicked.connect(lambda _=False, step=step: self.go(step))
            row.addWidget(button)
        return row

    # What is compared

    def compare(self, texts: Texts) -> None:
        """Compare two texts; long ones in a thread, shown as soon as they are."""
        self._texts = texts
        self._focus = (None, None)
        if len(texts.old) + len(texts.new) <= _AT_ONCE:
            self._take((texts, compare(texts.old, texts.new)))
            return
        self.summary.setText(tr("Comparing…"))
        self.page.clear()
        _worker().submit(_compared, texts).add_done_callback(self._tell)

    def set_focus(self, old: float | None, new: float | None) -> None:
        """Tell the focus (0 to 1) of both texts, as far as it is known."""
        self._focus = (old, new)
        self._summarise()

    @property
    def difference(self) -> Difference:
        """How much changed."""
        return difference(self._pieces)

    def _tell(self, done: Future[tuple[Texts, list[Piece]]]) -> None:
        # Nobody waits for it any more if the view is gone.
        try:
            self._done.emit(done.result())
        except RuntimeError:
            return

    def _take(self, result: tuple[Texts, list[Piece]]) -> None:
        texts, pieces = result
        if texts is not self._texts:
            return
        self._pieces = pieces
        self._summarise()
        self._show()
        self.compared.emit()

    def _summarise(self) -> None:
        self.summary.setText(" ".join([_in_words(self.difference), _focus_change(*self._focus)]))

    # How it is shown

    def go(self, step: int) -> None:
        """Go to the next change (1) or to the one before (-1)."""
        if self._places:
            self._at = min(max(self._at + step, 0), self._places - 1)
            self.page.scrollToAnchor(f"c{self._at}")

    def _show(self) -> None:
        both = list(rows(self._pieces))
        shown = _with_context(both) if self.only_changes.isChecked() else [*both]
        left_out = max(0, len(shown) - _MOST_ROWS)
        renderer = _Renderer(self._theme)
        beside = self.mode.currentData() == _BESIDE
        body = (renderer.beside if beside else renderer.inline)(shown[:_MOST_ROWS], self._texts)
        if left_out:
            body += renderer.note(tr("%n more line(s) (is|are) not shown.", "", left_out))
        self._places, self._at = renderer.places, -1
        self.page.setHtml(body)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        for button in (self.previous, self.next):
            button.setEnabled(self._places > 0)

    def _dress(self) -> None:
        self.previous.setIcon(self._theme.icon("chevron-up"))
        self.next.setIcon(self._theme.icon("chevron-down"))
        self._show()


@cache
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="compare")


def _compared(texts: Texts) -> tuple[Texts, list[Piece]]:
    return texts, compare(texts.old, texts.new)


def _with_context(both: Sequence[Row]) -> list[Row | int]:
    """Return the lines that changed with some around them; numbers stand for those left out."""
    near = {
        other for at, row in enumerate(both) if row.is_changed for other in _neighbours(both, at)
    }
    shown: list[Row | int] = []
    for at, row in enumerate(both):
        if at in near:
            shown.append(row)
        elif shown and isinstance(shown[-1], int):
            shown[-1] += 1
        else:
            shown.append(1)
    return shown


def _neighbours(both: Sequence[Row], at: int) -> Iterator[int]:
    """Yield a place and those around it, up to the nearest lines that say something."""
    yield at
    for step in (-1, 1):
        lines, other = 0, at + step
        while 0 <= other < len(both) and lines < _AROUND:
            yield other
            lines += bool(both[other].pieces)
            other += step


class _Renderer:
    """Makes pages of lines.

    Attributes:
        places: how many changes were marked so far.
    """

    def __init__(self, theme: Theme) -> None:
        self.places = 0
        self._muted = theme.colour("muted").name()
        self._styles = {
            Change.SAME: "",
            Change.REMOVED: (
                f"color:{theme.colour('wrong').name()};"
                f"background-color:{theme.colour('wrong_ground').name()};"
                "text-decoration:line-through;"
            ),
            Change.ADDED: (
                f"color:{theme.colour('good').name()};"
                f"background-color:{theme.colour('selected').name()};"
                "text-decoration:underline;"
            ),
        }

    def inline(self, shown: Iterable[Row | int], texts: Texts) -> str:
        """Return a page with both texts in one column."""
        lines = [self._legend(texts)]
        for row in shown:
            if isinstance(row, int):
                lines.append(self.note(_lines_alike(row)))
            else:
                text = self._pieces(row.pieces, anchored=True)
                lines.append(f'<p style="margin:0 0 4px 0">{text}</p>')
        return "".join(lines)

    def beside(self, shown: Iterable[Row | int], texts: Texts) -> str:
        """Return a page with the old text on the left and the new one on the right."""
        cell = '<td width="50%" style="padding:2px 8px">{}</td>'
        names = "".join(
            cell.format(f"<b>{escape(name)}</b>") for name in (texts.old_name, texts.new_name)
        )
        lines = [f"<tr>{names}</tr>"]
        for row in shown:
            if isinstance(row, int):
                lines.append(f'<tr><td colspan="2">{self.note(_lines_alike(row))}</td></tr>')
            else:
                anchor = self._anchor() if row.is_changed else ""
                old = cell.format(anchor + self._pieces(row.side(Change.REMOVED)))
                new = cell.format(self._pieces(row.side(Change.ADDED)))
                lines.append(f"<tr>{old}{new}</tr>")
        return f'<table width="100%" cellspacing="0">{"".join(lines)}</table>'

    def _legend(self, texts: Texts) -> str:
        """Return which words are whose: those struck out, and those underlined."""
        names = ((Change.REMOVED, texts.old_name), (Change.ADDED, texts.new_name))
        said = " → ".join(
            f'<span style="{self._styles[change]}">{escape(name)}</span>' for change, name in names
        )
        return f'<p style="margin:0 0 8px 0">{said}</p>'

    def note(self, text: str) -> str:
        """Return a line about what is not shown."""
        return f'<p style="margin:4px 0 8px 0;color:{self._muted}">⋯ {escape(text)}</p>'

    def _anchor(self) -> str:
        self.places += 1
        return f'<a name="c{self.places - 1}"></a>'

    def _pieces(self, pieces: Sequence[Piece], *, anchored: bool = False) -> str:
        made: list[str] = []
        before = Change.SAME
        for piece in pieces:
            is_changed = piece.change is not Change.SAME
            if anchored and is_changed and before is Change.SAME:
                made.append(self._anchor())
            elif is_changed and before is Change.REMOVED:
                made.append(" ")  # two words, for eyes and ears
            before = piece.change
            text = escape(piece.text).replace("\n", "¶<br>" if is_changed else "<br>")
            made.append(f'<span style="{self._styles[piece.change]}">{text}</span>')
        return "".join(made) or "&nbsp;"


def _lines_alike(count: int) -> str:
    return tr("%n line(s) stayed the same", "", count)


def _in_words(change: Difference) -> str:
    if not change.places:
        return tr("Nothing changed.")
    return tr("{places} changed: {added} came, {removed} went.").format(
        places=tr("%n place(s)", "", change.places),
        added=tr("%n word(s)", "", change.added),
        removed=tr("%n word(s)", "", change.removed),
    )


def _focus_change(old: float | None, new: float | None) -> str:
    if old is None or new is None:
        return ""
    return tr("Focus {old} → {new}.").format(old=percent(old), new=percent(new))
