"""The Review menu of one window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from writer_assistant.gui.export import write_out
from writer_assistant.gui.file_commands import file_name
from writer_assistant.gui.language import tr, tr_later
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.save_name import ask_save_name

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.review_mode import ReviewDesk
    from writer_assistant.gui.workspace import Workspace

_FORMATS = {".html": tr_later("Web page (*.html)"), ".pdf": tr_later("PDF (*.pdf)")}
_MEMORY = "report_format"


class ReviewCommands:
    """Commands for editors who read other people's drafts, and for writers who read their notes."""

    def __init__(self, window: MainWindow, workspace: Workspace, desk: ReviewDesk) -> None:
        self._window = window
        self._workspace = workspace
        self._desk = desk

    def review_mode(self, on: bool) -> None:  # noqa: FBT001
        """Review the draft, or stop."""
        if on != self._desk.review.is_on:
            self._desk.begin() if on else self._desk.end()

    def protect_text(self, on: bool) -> None:  # noqa: FBT001
        """Protect the text while it is reviewed, or let it be written in."""
        if self._desk.review.is_on and on != self._desk.review.is_locked:
            self._desk.set_locked(on)

    def leave_note(self) -> None:
        """Leave a note on what is selected, or on the current finding."""
        self._desk.prompts.leave_note()

    def ignore_with_reason(self) -> None:
        """Ignore the current finding and say why."""
        self._desk.prompts.ignore_with_reason()

    def next_note(self) -> None:
        """Go to the next note."""
        self._desk.step_note(1)

    def previous_note(self) -> None:
        """Go to the note before."""
        self._desk.step_note(-1)

    def show_notes(self) -> None:
        """Show the notes beside the draft, with the keys in them."""
        self._window.show_panel()
        self._window.panel.show_notes()

    def measure_anew(self) -> None:
        """Let figures be compared with those of this moment."""
        self._desk.review.measure_anew()

    def folder_sheet(self) -> None:
        """Ask for a folder and show its drafts, those first that need work most."""
        from writer_assistant.gui.folder_sheet import FolderSheet

        path = self._window.session.path
        start = str(path.parent if path else Path.home())
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Drafts of a folder"), start)
        if chosen:
            self._window.show_dialog(FolderSheet(Path(chosen), self._workspace, self._window))

    def review_report(self) -> None:
        """Ask for a name, and write a report of the review there."""
        window = self._window
        kept = self._workspace.memory.get(_MEMORY)
        suffix = kept if kept in _FORMATS else ".html"
        path = window.session.path
        stem = path.stem if path else file_name(window.session.text())
        folder = path.parent if path else Path.home()
        proposal = folder / (tr("{name} - review").format(name=stem) + suffix)
        formats = {one: tr(text) for one, text in _FORMATS.items()}
        target = ask_save_name(window, tr("Report of the review"), proposal, formats, suffix)
        if target is not None:
            self.report_to(target)

    def report_to(self, target: Path) -> bool:
        """Write the report to ``target``, as PDF or HTML; False if that fails (it is told)."""
        window = self._window
        taken = tr("“{name}” is open as a draft. Choose another name for the report.")
        if not write_out(
            self._workspace, window, target, lambda: self._report(target), "report", taken
        ):
            return False
        self._workspace.memory.set(_MEMORY, target.suffix.casefold())
        window.show_message(
            Message(tr("The report is in “{name}”.").format(name=target.name), topic="report")
        )
        return True

    def _report(self, target: Path) -> bytes:
        from writer_assistant.gui.review_mode import reviewer
        from writer_assistant.gui.review_report import report_bytes, report_of

        persona = self._workspace.shelf.persona
        report = report_of(
            self._window.session,
            self._window.file,
            self._desk.review,
            by=reviewer(),
            persona=persona.name if persona else "",
        )
        return report_bytes(report, target)
