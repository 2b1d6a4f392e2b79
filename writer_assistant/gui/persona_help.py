"""Help on the persona file: what each part is for, and a sample to start from."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.language import tr, tr_later
from writer_assistant.paths import resource_root

PARTS: tuple[tuple[str, str], ...] = (
    ("[persona]", tr_later("Who she is: name, role, where she reads, how hard a text may be.")),
    ("[author]", tr_later("Who writes to her: what “we” is called, and your products.")),
    (
        "[vocabulary]",
        tr_later(
            "Words that she uses (never marked), words of yours that she does not say (always "
            "marked), and the plain ones for them."
        ),
    ),
    (
        "[[pain]]",
        tr_later(
            "A problem as she would say it, what it costs her, the words it is recognised by, and "
            "who heard it from a customer."
        ),
    ),
    ("[[gain]]", tr_later("What she wants instead.")),
    (
        "[[answer]]",
        tr_later(
            "The bridge: which of your features meets which problem, what that means to her, and "
            "the proof. The best suggestions come from here."
        ),
    ),
    ("[[obstacle]]", tr_later("What keeps her from buying or changing.")),
    ("[[gatekeeper]]", tr_later("Who else must say yes, and what they care about.")),
    ("[[question]]", tr_later("What she asks before she believes you.")),
    ("[[interest]]", tr_later("What you have in common apart from your product.")),
)
"""The parts of a persona file, as they are written there, and what each is for."""


def sample() -> str:
    """Return a whole persona file."""
    return (resource_root() / "personas" / "operations-lead.persona.toml").read_text("utf-8")


class PersonaHelp(QDialog):
    """What stands in a persona file, and a sample that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The persona file"))
        intro = QLabel(
            tr(
                "A persona is the one reader whom you write for. Her file holds what your company "
                "knows of such customers, in words of their own. Suggestions are made from it, and "
                "words are judged by it. It is a text file: edit it here (Persona > Edit as text), "
                "share it, keep it where your drafts are. Only the name must be there."
            )
        )
        intro.setWordWrap(True)
        text = QTextBrowser()
        text.setAccessibleName(tr("Parts of a persona file, with a sample"))
        rows = "".join(
            f"<tr><td><code>{escape(part)}</code>&nbsp;&nbsp;</td><td>{escape(tr(what))}</td></tr>"
            for part, what in PARTS
        )
        heading = escape(tr("A sample"))
        text.setHtml(
            f'<table cellspacing="0" cellpadding="3">{rows}</table>'
            f"<h3>{heading}</h3><pre>{escape(sample())}</pre>"
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(
            tr("&Copy the sample"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(text, 1)
        layout.addWidget(buttons)
        self.resize(640, 620)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(sample())
        self.copy_button.setText(tr("Copied"))
