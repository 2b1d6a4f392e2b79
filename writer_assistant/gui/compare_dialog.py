"""A draft beside the file on disk, which another program changed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from writer_assistant.gui.compare_view import CompareView, Texts
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.exact_text import exact_text
from writer_assistant.gui.language import tr
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.theme import Theme


class CompareDialog(QDialog):
    """What is here and what is on disk, and which of them to stay with."""

    def __init__(
        self, session: DraftSession, file: DraftFile, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Compare the draft with its file.

        Raises:
            UserError: if the file cannot be read.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("“{name}” here and on disk").format(name=file.name))
        self.view = CompareView(theme)
        self.view.compare(
            Texts(file.on_disk(), exact_text(session.document), tr("On disk"), tr("Here"))
        )
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        self.reload_button = buttons.addButton(tr("&Reload from disk"), roles.AcceptRole)
        self.keep_button = buttons.addButton(tr("&Keep mine"), roles.AcceptRole)
        later = buttons.addButton(tr("&Decide later"), roles.RejectRole)
        for button in (self.reload_button, self.keep_button):
            button.setAutoDefault(False)
        later.setDefault(True)  # Return alone lets no text go
        self.reload_button.clicked.connect(file.reload)
        self.keep_button.clicked.connect(file.keep_mine)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        session.destroyed.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        self.resize(760, 520)
