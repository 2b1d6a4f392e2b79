"""A bar below the draft that finds and replaces words, or what fits a pattern."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.hit_marks import HitMarks
from writer_assistant.gui.language import number as in_figures
from writer_assistant.gui.language import tr
from writer_assistant.gui.search import MOST, Hits, Query, Searcher
from writer_assistant.gui.theme import Theme
from writer_assistant.text.offsets import Utf16Map

_PAUSE = 200  # milliseconds without a key after which a pattern or a changed draft is looked at
_ROOM = 110  # pixels for what is said of the result
_NOTHING = Hits(Query(""), -1)


class FindBar(QFrame):
    """Finds in one editor, forwards and backwards, round the draft's end.

    Signals:
        closed: the person is done with it.
    """

    closed = Signal()

    def __init__(self, editor: DraftEditor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._editor = editor
        self._theme = theme
        self._searcher = Searcher(self)
        self._searcher.found.connect(self._on_found)
        self._marks = HitMarks(editor, theme)
        self._text = ""
        self._hits = _NOTHING
        self._looked_in = editor.session
        self._places: list[tuple[int, int]] = []
        self._then: Callable[[], object] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self._build()
        theme.changed.connect(self._dress)
        editor.session_changed.connect(self._on_session)
        self._document = editor.document()
        self._document.contentsChanged.connect(self._on_draft)
        self._dress()
        self.hide()

    def _build(self) -> None:
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(tr("Find in the draft"))
        self.replacement = QLineEdit()
        self.replacement.setClearButtonEnabled(True)
        self.replacement.setAccessibleName(tr("Replace by"))
        self.result = QLabel()
        self.result.setProperty("role", "muted")
        self.result.setMinimumWidth(_ROOM)
        self.field.setMinimumWidth(_ROOM)
        self._cased = _option("Aa", tr("Match capitals"))
        self._whole = _option("“ab”", tr("Whole words only"))
        self._pattern = _option(
            ".*", tr("Regular expression: \\w+ is a word, ^ the start of a line, (…) a group")
        )
        self._previous = _tool(tr("Find the one before"))
        self._next = _tool(tr("Find the next one"))
        self._close = _tool(tr("Close"))
        self.replace_button = QPushButton(tr("Rep&lace"))
        self.replace_button.setToolTip(tr("Replace this one and go to the next"))
        self.all_button = QPushButton(tr("Replace &all"))
        self.all_button.setToolTip(tr("Replace all; one undo takes it back"))
        find_label, self._replace_label = QLabel(tr("Fi&nd")), QLabel(tr("Replace &by"))
        find_label.setBuddy(self.field)
        self._replace_label.setBuddy(self.replacement)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 5, 8, 5)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(4)
        for widget in (self._cased, self._whole, self._pattern, self.result):
            first.addWidget(widget)
        first.addStretch(1)
        for widget in (self._previous, self._next, self._close):
            first.addWidget(widget)
        for button in (self.replace_button, self.all_button):
            second.addWidget(button)
        second.addStretch(1)
        grid.addWidget(find_label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addLayout(first, 0, 2)
        grid.addWidget(self._replace_label, 1, 0)
        grid.addWidget(self.replacement, 1, 1)
        grid.addLayout(second, 1, 2)
        self._second_row: tuple[QWidget, ...] = (
            self._replace_label,
            self.replacement,
            self.replace_button,
            self.all_button,
        )
        in_order = (
            *(self.field, self.replacement, self.replace_button, self.all_button),
            *(self._cased, self._whole, self._pattern),
            *(self._previous, self._next, self._close),
        )
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)
        self.field.textChanged.connect(self._find_while_typing)
        self.field.installEventFilter(self)
        self.replacement.installEventFilter(self)
        for option in (self._cased, self._whole, self._pattern):
            option.toggled.connect(self._find_while_typing)
        self._next.clicked.connect(self.find_next)
        self._previous.clicked.connect(self.find_previous)
        self._close.clicked.connect(self.close_bar)
        self.replace_button.clicked.connect(self.replace_one)
        self.all_button.clicked.connect(self.replace_all)

    # Open and close

    def open_bar(self, *, replacing: bool = False) -> None:
        """Show the bar with what is selected in the draft, ready for typing.

        Args:
            replacing: with the row that replaces.
        """
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            if self._pattern.isChecked():
                self._pattern.setChecked(False)  # what is selected is meant as it stands
            self.field.setText(selected)
        for widget in self._second_row:
            widget.setVisible(replacing)
        self.show()
        self._look()
        to_replacement = replacing and self.field.text() != ""
        field = self.replacement if to_replacement else self.field
        field.selectAll()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and go back to the draft."""
        self.hide()
        self._pause.stop()
        self._then = None  # what a pattern still looks for is not wanted any more
        self._marks.set_hits(())
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Take the Return key in the fields: next, replace, with Shift the one before."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        elif field is self.field:
            self.find_next()
        else:
            self.replace_one()
        return True

    # Find

    @property
    def query(self) -> Query:
        """What the fields say. Among plain words a capital means itself."""
        words, is_pattern = self.field.text(), self._pattern.isChecked()
        has_capital = not is_pattern and any(letter.isupper() for letter in words)
        return Query(
            words,
            is_pattern=is_pattern,
            cased=self._cased.isChecked() or has_capital,
            whole=self._whole.isChecked(),
            replacement=None if self.replacement.isHidden() else self.replacement.text(),
        )

    def find_next(self) -> None:
        """Select the next place."""
        self._with_hits(lambda: self._go(backward=False))

    def find_previous(self) -> None:
        """Select the place before."""
        self._with_hits(lambda: self._go(backward=True))

    def _find_while_typing(self) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.selectionStart())
        at = cursor.position()
        self._then = lambda: self._go(backward=False, at=at)
        if self._pattern.isChecked():
            self._pause.start()
        else:
            self._look()

    def _with_hits(self, then: Callable[[], object]) -> None:
        """Do something as soon as it is known where the hits are."""
        session = self._editor.session
        if (self._hits.query, self._hits.revision) == (self.query, session.revision):
            then()
        else:
            self._then = then
            self._look()

    def _look(self) -> None:
        self._pause.stop()
        self._looked_in = session = self._editor.session
        if self.query.is_pattern:
            self.result.setText(tr("Looking …"))
        self._text = session.text()
        self._searcher.look(self.query, self._text, session.revision)

    def _on_found(self, hits: Hits) -> None:
        session = self._editor.session
        known = hits.query, hits.revision, self._looked_in
        if known != (self.query, session.revision, session):
            self._pause.start()  # something changed meanwhile
            return
        self._hits = hits
        to_units = Utf16Map(self._text).to_utf16
        self._places = [(to_units(hit.start), to_units(hit.end)) for hit in hits.hits]
        self._marks.set_hits(self._places if self.isVisible() else ())
        self._say()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _go(self, *, backward: bool, at: int | None = None) -> None:
        if not self._places:
            return
        cursor = self._editor.textCursor()
        selected = (cursor.selectionStart(), cursor.selectionEnd())
        if backward:
            number = bisect_left(self._places, selected) - 1
        else:
            place = (at, at) if at is not None else selected
            number = bisect_left(self._places, place)
            if at is None and self._places[number : number + 1] == [selected]:
                number += 1
        came_round = not 0 <= number < len(self._places)
        self._select(number % len(self._places))
        if came_round and at is None:
            form = tr("{result}, from the end") if backward else tr("{result}, from the top")
            self.result.setText(form.format(result=self.result.text()))

    def _select(self, number: int) -> None:
        start, end = self._places[number]
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._say()

    def _say(self) -> None:
        """Tell how many there are, and which of them is selected."""
        if self._hits.problem or not self._hits.query.words:
            self.result.setText(self._hits.problem)
            self.result.setToolTip(self._hits.problem)
            return
        total = len(self._places)
        count = in_figures(total) + ("+" if total >= MOST else "")
        current = self._current()
        if not total:
            self.result.setText(tr("Not found"))
        elif current is None:
            self.result.setText(tr("{count} found").format(count=count))
        else:
            where = tr("{current} of {count}", "the hit that is selected, of all")
            self.result.setText(where.format(current=in_figures(current + 1), count=count))
        self.result.setToolTip("")
        editable = not self._editor.isReadOnly()
        for button in (self.replace_button, self.all_button):
            button.setEnabled(total > 0 and editable)

    def _current(self) -> int | None:
        """Return the number of the hit that is selected."""
        cursor = self._editor.textCursor()
        selected = (cursor.selectionStart(), cursor.selectionEnd())
        number = bisect_left(self._places, selected)
        return number if self._places[number : number + 1] == [selected] else None

    # Replace

    def replace_one(self) -> None:
        """Replace the hit that is selected and go to the next; without one, go to the next."""
        self._with_hits(self._replace_current)

    def replace_all(self) -> None:
        """Replace all hits, as one step of undo."""
        self._with_hits(self._replace_everything)

    def _replace_current(self) -> None:
        number = self._current()
        if number is None or self._editor.isReadOnly():
            self._go(backward=False)
            return
        self._put([number])
        self.find_next()

    def _replace_everything(self) -> None:
        count = len(self._places)
        if not count or self._editor.isReadOnly():
            return
        self._put(range(count))
        self._then = lambda: self.result.setText(tr("%n replaced", "", count))
        self._look()

    def _put(self, numbers: range | list[int]) -> None:
        places, hits = self._places, self._hits.hits
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        for number in reversed(numbers):  # from the last to the first, so that places hold
            cursor.setPosition(places[number][0])
            cursor.setPosition(places[number][1], QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(hits[number].replacement or "")
        cursor.endEditBlock()
        # The cursor stands behind what was put in first; the search goes on there.
        self._editor.setTextCursor(cursor)

    # What changes outside

    def _on_session(self) -> None:
        self._document.contentsChanged.disconnect(self._on_draft)
        self._document = self._editor.document()
        self._document.contentsChanged.connect(self._on_draft)
        self._then = None  # it was meant for the other draft
        self._forget()
        self._on_draft()

    def _on_draft(self) -> None:
        if not self.isVisible():
            return
        self._forget()
        self._pause.start()

    def _forget(self) -> None:
        """Where the hits are is not known before the next search."""
        self._hits = _NOTHING
        if self._places:
            self._places = []
            self._marks.set_hits(())

    def _dress(self) -> None:
        self._previous.setIcon(self._theme.icon("chevron-up"))
        self._next.setIcon(self._theme.icon("chevron-down"))
        self._close.setIcon(self._theme.icon("close"))


def _tool(tip: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _option(sign: str, tip: str) -> QToolButton:
    button = _tool(tip)
    button.setText(sign)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
