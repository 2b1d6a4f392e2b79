"""Who the draft is for: the picker in the tool bar and her details in the side panel."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTextBrowser, QWidget

from writer_assistant.gui.language import decimal, quoted, tr
from writer_assistant.gui.persona_shelf import PersonaShelf
from writer_assistant.gui.suggestion_row import day_of
from writer_assistant.gui.theme import Theme
from writer_assistant.persona.model import Heard, Persona


class PersonaPicker(QWidget):
    """A list of the personas, with the one that is picked.

    Signals:
        open_requested: a file from somewhere else, please.
    """

    open_requested = Signal()

    def __init__(self, shelf: PersonaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._label = label = QLabel(tr("Wri&ting for"))
        label.setProperty("role", "muted")
        self.list = QComboBox()
        self.list.setAccessibleName(tr("Persona that the draft is written for"))
        self.list.setToolTip(tr("The one reader whom this draft is for"))
        self.list.setMinimumWidth(110)
        self.list.setMaximumWidth(300)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label.setBuddy(self.list)
        layout.addWidget(label)
        layout.addWidget(self.list, 1)
        self.list.activated.connect(self._take)
        shelf.offered_changed.connect(self.refresh)
        shelf.picked_changed.connect(self.refresh)
        self.refresh()

    def set_labelled(self, labelled: bool) -> None:  # noqa: FBT001
        """Show the words in front of the list, or spare their room."""
        self._label.setVisible(labelled)

    def refresh(self) -> None:
        """Show who can be picked and who is."""
        self.list.clear()
        self.list.addItem(tr("Nobody yet"), None)
        was_sample = False
        for offered in self._shelf.offered():
            if was_sample and not offered.is_sample:
                self.list.insertSeparator(self.list.count())
            was_sample = offered.is_sample
            self.list.addItem(offered.name, offered.path)
            row = self.list.count() - 1
            where = tr("Sample") if offered.is_sample else str(offered.path)
            self.list.setItemData(row, where, Qt.ItemDataRole.ToolTipRole)
            if offered.path == self._shelf.path:
                self.list.setCurrentIndex(row)
        self.list.insertSeparator(self.list.count())
        self.list.addItem(tr("Open another file…"), "open")

    def _take(self, row: int) -> None:
        chosen = self.list.itemData(row)
        if chosen == "open":
            self.refresh()
            self.open_requested.emit()
        elif chosen != self._shelf.path and not self._shelf.pick(chosen):
            self.refresh()


class PersonaDetails(QTextBrowser):
    """What is known of the persona, to read while writing."""

    def __init__(self, shelf: PersonaShelf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("persona_details")
        self.setAccessibleName(tr("Details of the persona"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(14)
        self._shelf = shelf
        self._theme = theme
        shelf.picked_changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show who is picked."""
        persona = self._shelf.persona
        muted = self._theme.colour("muted").name()
        self.document().setDefaultStyleSheet(
            f".muted {{ color: {muted}; }} h3 {{ margin-top: 14px; margin-bottom: 2px; }}"
            "h2 { margin-bottom: 0; } p { margin-top: 2px; margin-bottom: 6px; }"
        )
        if persona is None:
            nobody = escape(tr("Nobody is picked yet."))
            what = tr(
                "A persona holds what your company knows about one kind of customer: problems, "
                "wishes, words. Pick a sample above, or open a file of your own."
            )
            self.setHtml(f'<p class="muted" align="center"><br>{nobody}<br><br>{escape(what)}</p>')
        else:
            self.setHtml("".join(_html(persona, self._shelf.notes)))


def _html(persona: Persona, notes: Iterable[str]) -> Iterable[str]:
    yield f"<h2>{escape(persona.name)}</h2>"
    if persona.role:
        yield f'<p class="muted">{escape(persona.role)}</p>'
    if persona.summary:
        yield f"<p>{escape(persona.summary)}</p>"
    facts = [
        (tr("Industry"), persona.industry),
        (tr("Reads on"), ", ".join(persona.channels)),
        (
            tr("Reading grade"),
            tr("{grade} or less").format(grade=decimal(persona.reading_grade, -1))
            if persona.reading_grade
            else "",
        ),
        (tr("Written by"), ", ".join(persona.author.names)),
        (tr("Products"), ", ".join(persona.author.products)),
    ]
    lines = [
        f'<span class="muted">{escape(name)}:</span> {escape(fact)}' for name, fact in facts if fact
    ]
    if lines:
        yield f"<p>{'<br>'.join(lines)}</p>"
    yield from _section(
        tr("Problems"), ((pain.text, pain.cost, pain.heard) for pain in persona.pains)
    )
    yield from _section(tr("Wishes"), ((gain.text, "", gain.heard) for gain in persona.gains))
    yield from _section(
        tr("Your answers"),
        (
            (f"{answer.feature} → {answer.benefit}" if answer.benefit else answer.feature,
             answer.proof, answer.heard)
            for answer in persona.answers
        ),
    )  # fmt: skip
    yield from _section(
        tr("Questions"), ((entry.text, "", entry.heard) for entry in persona.questions)
    )
    yield from _section(
        tr("Obstacles"), ((entry.text, "", entry.heard) for entry in persona.obstacles)
    )
    yield from _section(
        tr("Who else must say yes"),
        (
            (
                keeper.role,
                tr("cares about {what}").format(what=keeper.cares) if keeper.cares else "",
                (),
            )
            for keeper in persona.gatekeepers
        ),
    )
    yield from _section(
        tr("Interests"), ((entry.text, "", entry.heard) for entry in persona.interests)
    )
    words = persona.vocabulary
    if words.uses or words.avoids or words.plain:
        yield _heading(tr("Words"))
        if words.uses:
            yield _words(tr("Says:"), words.uses)
        if words.avoids:
            yield _words(tr("Does not say:"), words.avoids)
        if words.plain:
            pairs = (f"{ours} → {theirs}" for ours, theirs in words.plain.items())
            yield _words(tr("Plainer:"), pairs)
    notes = list(notes)
    if notes:
        yield _heading(tr("In the file"))
        yield '<p class="muted">'
        yield "<br>".join(escape(note) for note in notes)
        yield "</p>"


def _heading(title: str) -> str:
    return f"<h3>{escape(title)}</h3>"


def _words(title: str, words: Iterable[str]) -> str:
    return f'<p><span class="muted">{escape(title)}</span> {escape(", ".join(words))}</p>'


def _heard(said: Heard) -> str:
    by = tr("heard by {by}").format(by=said.by) if said.by else ""
    origin = ", ".join(part for part in (said.source, by, day_of(said.on)) if part)
    return f"{quoted(said.quote)} – {origin}" if said.quote and origin else said.quote or origin


def _section(title: str, entries: Iterable[tuple[str, str, tuple[Heard, ...]]]) -> Iterable[str]:
    entries = list(entries)
    if not entries:
        return
    yield _heading(title)
    for text, more, heard in entries:
        yield f"<p>{escape(text)}"
        if more:
            yield f'<br><span class="muted">{escape(more)}</span>'
        for said in heard:
            yield f'<br><span class="muted">{escape(_heard(said))}</span>'
        yield "</p>"
