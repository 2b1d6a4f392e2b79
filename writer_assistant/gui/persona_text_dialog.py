"""A persona file as text: edited with its mistakes shown while they are made."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.gui.persona_shelf import SUFFIX
from writer_assistant.gui.save_name import ask_save_name
from writer_assistant.paths import user_personas
from writer_assistant.persona.file import PersonaFile, Problem, load_persona, save_persona, validate
from writer_assistant.persona.model import Persona

TEMPLATE = """format = 1

[persona]
name = "First name, role"
role = ""
summary = ""
channels = ["linkedin", "email"]
reading_grade = 9

[author]                     # who writes: what "we" is called
names = []
products = []

[vocabulary]
uses = []                    # words this reader says: never jargon
avoids = []                  # words of ours that this reader does not say

[[pain]]                     # a problem, as this reader would say it
id = "first-problem"
text = "what goes wrong, and what it means"
short = "a few words for it"
words = []                   # words that it is recognised by

[[answer]]                   # where our offer meets a problem
feature = "what we call it"
relieves = ["first-problem"]
benefit = "your day gets easier in this way"
"""
"""What a new persona starts from."""

_CHECK_MS = 250


class PersonaTextDialog(QDialog):
    """Edits one file; ``saved_path`` is where it was saved, None if it was not.

    A file that is no persona can be kept typing on, but not saved over a good one.
    """

    def __init__(
        self,
        text: str,
        name: str,
        path: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Edit ``text``.

        Args:
            text: what a new file starts from, or what to show if ``path`` cannot be read.
            name: what to propose for a new file.
            path: the file to edit; None for a new one.
            parent: the window.
        """
        super().__init__(parent)
        self.saved_path: Path | None = None
        self._path = path
        self._read = _as_it_is(path) if path else None
        text = self._read.text if self._read else text
        self._name = name
        self._original = text
        self.setWindowTitle((path.name if path else tr("New persona")) + " – Writer Assistant")
        self.resize(680, 620)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        where = QLabel(
            str(path)
            if path
            else tr("You are editing a copy; it is saved among your own personas.")
        )
        where.setProperty("role", "muted")
        where.setWordWrap(True)
        layout.addWidget(where)
        self.editor = QPlainTextEdit(text)
        self.editor.setProperty("framed", True)
        self.editor.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(tr("The persona file"))
        layout.addWidget(self.editor, 1)
        verdict = QHBoxLayout()
        self.verdict = QLabel()
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self._mistake: Problem | None = None
        self._go = QPushButton(tr("&Go there"))
        self._go.clicked.connect(self._go_to_mistake)
        verdict.addWidget(self.verdict, 1)
        verdict.addWidget(self._go)
        layout.addLayout(verdict)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        self._save_button = buttons.button(QDialogButtonBox.StandardButton.Save)
        layout.addWidget(buttons)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_MS)
        self._timer.timeout.connect(self.check)
        self.editor.textChanged.connect(self._timer.start)
        self.check()

    @property
    def text(self) -> str:
        """The file's content as it is now."""
        return self.editor.toPlainText()

    def check(self) -> bool:
        """Say whether the text is a persona file, and where it is not."""
        problems = validate(self.text, "")
        errors = [problem for problem in problems if problem.is_error]
        self._mistake = next(iter(errors or problems), None)
        self._save_button.setEnabled(not errors)
        self._go.setVisible(self._mistake is not None)
        self.verdict.setText(_verdict(self._mistake, len(errors)))
        return not errors

    def _go_to_mistake(self) -> None:
        if self._mistake is None:
            return
        block = self.editor.document().findBlockByNumber(self._mistake.line - 1)
        cursor = QTextCursor(block)
        before = block.text()[: self._mistake.column - 1]
        cursor.setPosition(block.position() + len(before.encode("utf-16-le", "replace")) // 2)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def _save(self) -> None:
        if not self.check():
            return
        path, read = self._path, self._read
        if path is None:
            chosen = self._ask_name()
            if chosen is None:
                return
            path, read = chosen, _as_it_is(chosen)
        try:
            save_persona(path, self.text, read)
        except UserError as error:
            self.verdict.setText(str(error))
            return
        self.saved_path = path
        self.accept()

    def _ask_name(self) -> Path | None:
        folder = user_personas()
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        formats = {SUFFIX: tr("Personas (*{suffix})").format(suffix=SUFFIX)}
        proposal = folder / f"{self._name}{SUFFIX}"
        return ask_save_name(self, tr("Save the persona"), proposal, formats, SUFFIX)

    def reject(self) -> None:
        """Close; ask first if something was typed."""
        from PySide6.QtWidgets import QMessageBox

        if self.text != self._original:
            answer = QMessageBox.question(
                self, "Writer Assistant", tr("Leave without saving what you changed?"),
                QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
                QMessageBox.StandardButton.Cancel,
            )  # fmt: skip
            if answer != QMessageBox.StandardButton.Discard:
                return
        super().reject()


def _verdict(problem: Problem | None, errors: int) -> str:
    if problem is None:
        return tr("This file can be read.")
    form = tr("Line {line}, column {column}: {what}.")
    if problem.expected:
        form = tr("Line {line}, column {column}: {what}; expected {expected}.")
    said = form.format(
        line=problem.line, column=problem.column, what=problem.what, expected=problem.expected
    )
    if not errors:
        return tr("This file can be read.") + f" {said}"
    return f"{said} " + tr("%n more.", "mistakes", errors - 1) if errors > 1 else said


def _as_it_is(path: Path) -> PersonaFile | None:
    """Return what a file holds, also if it is no persona yet; None if it cannot be read at all."""
    with contextlib.suppress(UserError):
        return load_persona(path)
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError):
        return None
    return PersonaFile(Persona(""), text, where=str(path))
