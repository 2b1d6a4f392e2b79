"""Help inside the program: what the marks mean, the keys, and what this program is."""

from __future__ import annotations

from html import escape
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from writer_assistant import __version__
from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.actions import shortcuts
from writer_assistant.gui.kind_mark import KindSample
from writer_assistant.gui.language import tr, tr_later
from writer_assistant.gui.settings_table import KIND_LABELS
from writer_assistant.gui.theme import Theme
from writer_assistant.paths import user_config, user_data

MEANINGS: dict[Kind, tuple[str, str, str]] = {
    Kind.SELF_CENTERED: (
        tr_later(
            "The sentence is about you: your history, size or plans. Your reader gets nothing."
        ),
        "We are thrilled to announce our new Leeds office.",
        "Your goods leave Leeds an hour earlier from Monday.",
    ),
    Kind.FEATURE_FIRST: (
        tr_later(
            "It leads with what the thing has or can do, not with what your reader gets from that."
        ),
        "The X200 has a 5,000 mAh battery.",
        "Film all day on one charge.",
    ),
    Kind.JARGON: (
        tr_later(
            "A word that this reader would not say: a buzzword, office language, an insider’s term."
        ),
        "Leverage our holistic solution.",
        "Use one tool for all of it.",
    ),
    Kind.EMPTY_CLAIM: (
        tr_later("Praise that anyone could write and nobody can check."),
        "World-class quality, second to none.",
        "One pallet in 400 is damaged; it was one in 50.",
    ),
    Kind.BARE_ASK: (
        tr_later("It asks your reader to do something for you and gives no reason to."),
        "Follow us on LinkedIn!",
        "Follow for one five-minute knee exercise each Monday.",
    ),
}
"""For each kind: what it is, a sentence that is marked, and one that is not."""

_WHY: dict[Kind, str] = {
    Kind.SELF_CENTERED: tr_later(
        "People read on for what is in it for them. Each such sentence is a reason to stop."
    ),
    Kind.FEATURE_FIRST: tr_later(
        "Readers would have to work out the benefit for themselves, and few do."
    ),
    Kind.JARGON: tr_later("A word that has to be translated stops the eye, or says nothing."),
    Kind.EMPTY_CLAIM: tr_later(
        "If everybody is the best, nobody is believed. What can be checked is."
    ),
    Kind.BARE_ASK: tr_later("Nobody follows as a favour; say what they get from it."),
}
"""For each kind: why it matters."""


class MarksHelp(QDialog):
    """The five kinds, each with its line and an example."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What the marks mean"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        row = 0
        for kind, (meaning, marked, better) in MEANINGS.items():
            name = _text(tr(KIND_LABELS[kind]), "heading")
            grid.addWidget(KindSample(theme, kind), row, 0)
            grid.addWidget(name, row, 1)
            grid.addWidget(_text(f"{tr(meaning)} {tr(_WHY[kind])}"), row + 1, 1)
            grid.addWidget(
                _text(tr("Marked: “{sentence}”").format(sentence=marked), "muted"), row + 2, 1
            )
            grid.addWidget(
                _text(tr("Not marked: “{sentence}”").format(sentence=better), "muted"), row + 3, 1
            )
            grid.setRowMinimumHeight(row + 4, 12)
            row += 5
        grid.addWidget(
            _text(
                tr(
                    "While drafting only clear cases (strong) are marked; review also marks the "
                    "mild ones. Quotes, code and headings that only name a section are left alone. "
                    "A mark is advice: ignore it where you know better."
                )
                + "\n\n"
                + tr(
                    "Focus, below the draft, is the share of sentences that serve the reader. "
                    "“Customer first” and “Customer last” say whether the first and the last "
                    "sentence speak of the reader’s world."
                )
            ),
            row, 0, 1, 2,
        )  # fmt: skip
        grid.setRowStretch(row + 1, 1)
        scroll = QScrollArea()
        scroll.setObjectName("help_scroll")
        scroll.setAccessibleName(self.windowTitle())
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        _lay_out(self, scroll)
        self.resize(560, 620)


class ShortcutsHelp(QDialog):
    """Every command that has a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Filter by words or keys"))
        self.field.setAccessibleName(tr("Filter the shortcuts by words or keys"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._fill)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Keyboard shortcuts"))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.text, 1)
        self._fill()
        _lay_out(self, inside)
        self.resize(520, 600)

    def _fill(self) -> None:
        wanted = self.field.text().casefold().split()
        html = ['<table cellspacing="0" cellpadding="4" width="100%">']
        for menu, commands in groupby(shortcuts(), key=lambda shortcut: shortcut[0]):
            found = [
                f"<tr><td>{escape(name)}</td><td>{escape(', '.join(keys))}</td></tr>"
                for _, name, keys in commands
                if all(word in f"{menu} {name} {' '.join(keys)}".casefold() for word in wanted)
            ]
            if found:
                html += [f'<tr><td colspan="2"><h3>{escape(menu)}</h3></td></tr>', *found]
        html.append("</table>")
        nothing = escape(tr("No command has these words."))
        self.text.setHtml("".join(html) if len(html) > 2 else f"<p>{nothing}</p>")


class About(QDialog):
    """Version, licence, and where things are kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Writer Assistant"))
        picture = QLabel()
        picture.setPixmap(theme.icon("app").pixmap(64, 64))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        what = escape(
            tr(
                "Shows where a draft talks about its author, and offers sentences about the "
                "reader instead."
            )
        )
        offline = escape(tr("No network."))
        private = escape(
            tr(
                "Nothing you write leaves this computer: there is no account, no telemetry and no "
                "update check."
            )
        )
        kept = escape(tr("Drafts for recovery and personas:"))
        settings = escape(tr("Settings:"))
        licence = escape(tr("MIT licence. Built on Qt (LGPL), PySide6, spaCy and others."))
        text = QLabel(
            f"<h2>Writer Assistant {escape(__version__)}</h2>"
            f"<p>{what}</p><p><b>{offline}</b> {private}</p>"
            f"<p>{kept} {escape(str(user_data()))}<br>"
            f"{settings} {escape(str(user_config()))}</p><p>{licence}</p>"
        )
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.addWidget(picture)
        layout.addWidget(text)
        _lay_out(self, inside)
        width = 36 * self.fontMetrics().averageCharWidth() + 200
        self.resize(width, self.heightForWidth(width))


def _text(words: str, role: str = "") -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def _lay_out(dialog: QDialog, widget: QWidget) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(widget, 1)
    layout.addWidget(buttons)
