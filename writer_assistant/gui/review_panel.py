"""The notes and decisions of a review beside the draft: read, answered, ticked off."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.flow import FlowLayout
from writer_assistant.gui.language import figure, quoted, tr, tr_later
from writer_assistant.gui.places import LiveEntry
from writer_assistant.gui.review_mode import ReviewDesk
from writer_assistant.gui.settings_table import KIND_LABELS
from writer_assistant.gui.suggestion_row import breakable, day_of
from writer_assistant.output.review_figures import figure_rows
from writer_assistant.review.model import Answer, Decided, Note

_LIVE = Qt.ItemDataRole.UserRole
_LONGEST = 140
_FIGURES = (
    tr_later("Focus"),
    tr_later("Customer first"),
    tr_later("Customer last"),
    tr_later("Reading grade"),
    tr_later("Findings in all"),
)


class _List(QListWidget):
    """Notes and decisions; Return goes to the words, Space ticks a note, Delete takes it away.

    Signals:
        left: the person wants to be at the words.
        removal_requested: the entry is to go.
    """

    left = Signal()
    removal_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)


class ReviewPanel(QWidget):
    """Shows the review of the draft that is shown.

    Signals:
        counted(int): so many notes are not ticked off.
    """

    counted = Signal(int)

    def __init__(self, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.figures = _label("muted")
        self.list = _List()
        self.list.setAccessibleName(tr("Notes and decisions of the review"))
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(self._tick)
        self.list.itemActivated.connect(lambda _: self._go())
        self.list.currentItemChanged.connect(lambda *_: self._show_thread())
        self.list.left.connect(self._go)
        self.list.removal_requested.connect(self.remove)
        self.empty = _label("empty")
        self.empty.setText(
            tr(
                "No notes yet.\n"
                "\n"
                "A note is left on selected words, or on the words of a finding. It is "
                "kept in a file beside the draft, for the writer to see here."
            )
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.thread_label = _label()
        self.answer_button = QPushButton(tr("&Answer…"))
        self.change_button = QPushButton(tr("Chan&ge…"))
        self.remove_button = QPushButton(tr("Remo&ve"))
        self.answer_button.clicked.connect(self.answer)
        self.change_button.clicked.connect(self.change)
        self.remove_button.clicked.connect(self.remove)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.answer_button, self.change_button, self.remove_button):
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.figures)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.thread_label)
        layout.addWidget(buttons)
        desk.changed.connect(self.refresh)
        desk.figures_changed.connect(self.refresh_figures)
        desk.mode_changed.connect(self.refresh)
        self.refresh_empty()

    def refresh_empty(self) -> None:
        """Show that there is nothing yet."""
        self._show_rows([])

    def refresh(self) -> None:
        """Show the review as it is now; the same entry stays chosen."""
        review = self._desk.review
        chosen = self.current
        self._show_rows(list(review.entries()))
        if chosen is not None:
            for row in range(self.list.count()):
                if self.list.item(row).data(_LIVE).entry.id == chosen.entry.id:
                    self.list.setCurrentRow(row)
        self.refresh_figures()
        self.counted.emit(sum(not note.done for note in review.review.notes))

    def refresh_figures(self) -> None:
        """Show how the draft stands beside how the review began, once all of it is read."""
        review = self._desk.review
        baseline = review.review.baseline if review.is_measured else None
        rows = list(figure_rows(baseline, review.figures())) if baseline else []
        lines = [
            f"{tr(name)}: {figure(old)} → {figure(new)}"
            for name, old, new, _ in rows
            if name in _FIGURES
        ]
        self.figures.setText("\n".join(lines))
        self.figures.setVisible(bool(lines))

    def _show_rows(self, lives: list[LiveEntry]) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for live in lives:
                item = QListWidgetItem(breakable(describe(live)), self.list)
                item.setData(_LIVE, live)
                if isinstance(live.entry, Note):
                    done = live.entry.done
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(Qt.CheckState.Checked if done else Qt.CheckState.Unchecked)
                    font = item.font()
                    font.setStrikeOut(done)
                    item.setFont(font)
            if lives:
                self.list.setCurrentRow(0)
        self.list.setVisible(bool(lives))
        self.empty.setVisible(not lives)
        self._show_thread()

    @property
    def current(self) -> LiveEntry | None:
        """What is chosen."""
        item = self.list.currentItem()
        return item.data(_LIVE) if item is not None else None

    def _show_thread(self) -> None:
        live = self.current
        note = live.entry if live is not None and isinstance(live.entry, Note) else None
        for button in (self.answer_button, self.change_button):
            button.setEnabled(note is not None)
        self.remove_button.setEnabled(live is not None)
        told = []
        if note is not None:
            told = [_said(note), *map(_said, note.answers)]
        self.thread_label.setText(breakable("\n\n".join(told)))
        self.thread_label.setVisible(bool(told))

    def _tick(self, item: QListWidgetItem) -> None:
        entry = item.data(_LIVE).entry
        done = item.checkState() == Qt.CheckState.Checked
        if isinstance(entry, Note) and entry.done != done:
            self._desk.review.set_done(entry.id, done)

    def _go(self) -> None:
        if self.current is not None:
            self._desk.go_to(self.current)

    def answer(self) -> None:
        """Answer the note that is chosen."""
        live = self.current
        if live is not None and isinstance(live.entry, Note):
            self._desk.prompts.answer_note(live.entry)

    def change(self) -> None:
        """Change what the note that is chosen says."""
        live = self.current
        if live is not None and isinstance(live.entry, Note):
            self._desk.prompts.edit_note(live.entry)

    def remove(self) -> None:
        """Take away what is chosen."""
        if self.current is not None:
            self._desk.review.remove(self.current.entry.id)

    def focus_list(self) -> None:
        """Take the keys to the notes."""
        (self.list if self.list.count() else self).setFocus(Qt.FocusReason.ShortcutFocusReason)


def describe(live: LiveEntry) -> str:
    """Return an entry in two lines: what it says, and of which words."""
    entry = live.entry
    words = _shortened(entry.anchor.text)
    if isinstance(entry, Note):
        if not words:
            where = tr("On the whole draft")
        elif live.span is None:
            where = tr("“{words}” (not there any more)").format(words=words)
        else:
            where = quoted(words)
            if live.is_rewritten:
                where = tr("“{words}” (rewritten since)").format(words=words)
        return f"{_shortened(entry.text)}\n{where}"
    kind = tr(KIND_LABELS[entry.kind])
    if entry.what is Decided.IGNORED:
        reason = _shortened(entry.reason) or tr("No reason given")
        return tr("Ignored: “{words}” ({kind})").format(words=words, kind=kind) + f"\n{reason}"
    if not words:
        return tr("Taken out: “{words}”").format(words=_shortened(entry.was)) + f"\n{kind}"
    return tr("Changed: “{words}”\n{kind}, instead of “{before}”").format(
        words=words, kind=kind, before=_shortened(entry.was)
    )


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rstrip()}…"


def _said(said: Note | Answer) -> str:
    who = ", ".join(part for part in (said.by, day_of(said.on[:10])) if part)
    return f"{who}: {said.text}" if who else said.text


def _label(role: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
