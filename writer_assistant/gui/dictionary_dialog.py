"""The words of the user's own dictionary, to be looked through, added to and taken out of."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.gui.language import tr
from writer_assistant.gui.user_dictionary import UserDictionary


class DictionaryDialog(QDialog):
    """Shows one word a line; OK keeps what is there then."""

    def __init__(self, dictionary: UserDictionary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("My dictionary"))
        self._dictionary = dictionary
        note = QLabel(
            tr(
                "Words that are never marked as misspelt, one a line. A word in small "
                "letters is right however it is written; a capital in it has to be there. "
                "Names of your persona and of the author are right anyway."
            )
        )
        note.setWordWrap(True)
        note.setProperty("role", "muted")
        self.words = QPlainTextEdit("\n".join(dictionary.words))
        self.words.setProperty("framed", True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("Words of my dictionary, one a line"))
        self.words.setPlaceholderText(tr("Words that you add while writing stand here."))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(note)
        layout.addWidget(self.words, 1)
        layout.addWidget(buttons)
        self.resize(420, 460)

    def accept(self) -> None:
        """Keep the words, and close."""
        self._dictionary.set_words(self.words.toPlainText().splitlines())
        super().accept()
