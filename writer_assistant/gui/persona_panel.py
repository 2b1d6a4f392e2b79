"""Who the draft is for: the picker in the tool bar and her details in the side panel."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTextBrowser, QWidget

from writer_assistant.gui.finding_card import day_of
from writer_assistant.gui.persona_shelf import PersonaShelf
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
        self._label = label = QLabel("&Writing for")
        label.setProperty("role", "muted")
        self.list = QComboBox()
        self.list.setAccessibleName("Persona that the draft is written for")
        self.list.setToolTip("The one reader whom this draft is for")
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
        self.list.addItem("Nobody yet", None)
        was_sample = False
        for offered in self._shelf.offered():
            if was_sample and not offered.is_sample:
                self.list.insertSeparator(self.list.count())
            was_sample = offered.is_sample
            self.list.addItem(offered.name, offered.path)
            row = self.list.count() - 1
            where = "Sample" if offered.is_sample else str(offered.path)
            self.list.setItemData(row, where, Qt.ItemDataRole.ToolTipRole)
            if offered.path == self._shelf.path:
                self.list.setCurrentIndex(row)
        self.list.insertSeparator(self.list.count())
        self.list.addItem("Open another file…", "open")

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
        self.setAccessibleName("Details of the persona")
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
            self.setHtml(
                '<p class="muted" align="center"><br>Nobody is picked yet.<br><br>A persona holds '
                "what your company knows about one kind of customer: problems, wishes, words. "
                "Pick a sample above, or open a file of your own.</p>"
            )
        else:
            self.setHtml("".join(_html(persona, self._shelf.notes)))


def _html(persona: Persona, notes: Iterable[str]) -> Iterable[str]:
    yield f"<h2>{escape(persona.name)}</h2>"
    if persona.role:
        yield f'<p class="muted">{escape(persona.role)}</p>'
    if persona.summary:
        yield f"<p>{escape(persona.summary)}</p>"
    facts = [
        ("Industry", persona.industry),
        ("Reads on", ", ".join(persona.channels)),
        ("Reading grade", f"{persona.reading_grade:g} or less" if persona.reading_grade else ""),
        ("Written by", ", ".join(persona.author.names)),
        ("Products", ", ".join(persona.author.products)),
    ]
    lines = [f'<span class="muted">{name}:</span> {escape(fact)}' for name, fact in facts if fact]
    if lines:
        yield f"<p>{'<br>'.join(lines)}</p>"
    yield from _section("Problems", ((pain.text, pain.cost, pain.heard) for pain in persona.pains))
    yield from _section("Wishes", ((gain.text, "", gain.heard) for gain in persona.gains))
    yield from _section(
        "Your answers",
        (
            (f"{answer.feature} → {answer.benefit}" if answer.benefit else answer.feature,
             answer.proof, answer.heard)
            for answer in persona.answers
        ),
    )  # fmt: skip
    yield from _section("Questions", ((entry.text, "", entry.heard) for entry in persona.questions))
    yield from _section("Obstacles", ((entry.text, "", entry.heard) for entry in persona.obstacles))
    yield from _section(
        "Who else must say yes",
        ((keeper.role, f"cares about {keeper.cares}" if keeper.cares else "", ())
         for keeper in persona.gatekeepers),
    )  # fmt: skip
    yield from _section("Interests", ((entry.text, "", entry.heard) for entry in persona.interests))
    words = persona.vocabulary
    if words.uses or words.avoids or words.plain:
        yield "<h3>Words</h3>"
        if words.uses:
            yield f'<p><span class="muted">Says:</span> {escape(", ".join(words.uses))}</p>'
        if words.avoids:
            avoided = escape(", ".join(words.avoids))
            yield f'<p><span class="muted">Does not say:</span> {avoided}</p>'
        if words.plain:
            pairs = ", ".join(f"{ours} → {theirs}" for ours, theirs in words.plain.items())
            yield f'<p><span class="muted">Plainer:</span> {escape(pairs)}</p>'
    notes = list(notes)
    if notes:
        yield '<h3>In the file</h3><p class="muted">'
        yield "<br>".join(escape(note) for note in notes)
        yield "</p>"


def _heard(said: Heard) -> str:
    by = f"heard by {said.by}" if said.by else ""
    origin = ", ".join(part for part in (said.source, by, day_of(said.on)) if part)
    return f"“{said.quote}” – {origin}" if said.quote and origin else said.quote or origin


def _section(title: str, entries: Iterable[tuple[str, str, tuple[Heard, ...]]]) -> Iterable[str]:
    entries = list(entries)
    if not entries:
        return
    yield f"<h3>{title}</h3>"
    for text, more, heard in entries:
        yield f"<p>{escape(text)}"
        if more:
            yield f'<br><span class="muted">{escape(more)}</span>'
        for said in heard:
            yield f'<br><span class="muted">{escape(_heard(said))}</span>'
        yield "</p>"
