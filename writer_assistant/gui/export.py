"""The command that exports a draft: as a Word document, a web page or PDF."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from writer_assistant.errors import UserError
from writer_assistant.gui.file_commands import file_name
from writer_assistant.gui.language import tr, tr_later
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.save_name import ask_save_name

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace
    from writer_assistant.output.document import Document

_FORMATS = {
    ".docx": tr_later("Word document (*.docx)"),
    ".html": tr_later("Web page (*.html)"),
    ".pdf": tr_later("PDF (*.pdf)"),
}
_MEMORY = "export_format"


class ExportCommands:
    """Commands that write the draft for others to read."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def export_draft(self) -> None:
        """Ask for a name and a format, and export there."""
        window = self._window
        if not window.session.text().strip():
            window.show_message(
                Message(tr("There is nothing to export yet."), topic="export", passing=True)
            )
            return
        kept = self._workspace.memory.get(_MEMORY)
        suffix = kept if kept in _FORMATS else ".docx"
        path = window.session.path
        proposal = (
            path.with_suffix(suffix)
            if path
            else Path.home() / f"{file_name(window.session.text())}{suffix}"
        )
        formats = {one: tr(text) for one, text in _FORMATS.items()}
        target = ask_save_name(window, tr("Export the draft"), proposal, formats, suffix)
        if target is not None:
            self.export_to(target)

    def export_to(self, target: Path) -> bool:
        """Export to ``target``, in the format of its suffix; False if that fails (it is told)."""
        window = self._window
        taken = tr("“{name}” is open as a draft. Choose another name for the export.")
        if not write_out(
            self._workspace, window, target, lambda: self._data(target), "export", taken
        ):
            return False
        self._workspace.memory.set(_MEMORY, target.suffix.casefold())
        window.show_message(
            Message(
                tr("Exported to “{name}”.").format(name=target.name),
                topic="export",
                choices=(
                    (tr("&Open it"), _opener(target)),
                    (tr("Show the &folder"), _opener(target.parent)),
                ),
            )
        )
        return True

    def _data(self, target: Path) -> bytes:
        from writer_assistant.output.document import document

        window = self._window
        path = window.session.path
        made = document(window.session.text(), window.file.name, markup=window.file.markup)
        return exported(made, target, path.parent if path else None)


def write_out(
    workspace: Workspace,
    window: MainWindow,
    target: Path,
    data: Callable[[], bytes],
    topic: str,
    taken: str,
) -> bool:
    """Write a file that is no draft; return False if that fails, which is told in ``window``.

    Args:
        workspace: knows which files are open.
        window: whose draft it comes from.
        target: the file.
        data: gives what is to be written.
        topic: of the message.
        taken: what is told if ``target`` is open as a draft; ``{name}`` stands for its name.
    """
    from writer_assistant.text.readers import write_bytes

    if workspace.window_of(target) is not None:
        window.show_message(Message(taken.format(name=target.name), "caution", topic))
        return False
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        write_bytes(target, data())
    except UserError as error:
        window.show_message(Message.of(error, topic))
        return False
    finally:
        QGuiApplication.restoreOverrideCursor()
    return True


def exported(made: Document, target: Path, folder: Path | None) -> bytes:
    """Return what is to be written to ``target``, in the format of its suffix.

    Args:
        made: the document.
        target: the file.
        folder: where the draft is, for its pictures.
    """
    letter = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    if target.suffix.casefold() == ".docx":
        from writer_assistant.output.word import word_document

        return word_document(made, folder, letter=letter)
    if target.suffix.casefold() == ".pdf":
        from writer_assistant.gui.pdf import pdf

        return pdf(made, folder, letter=letter)
    from writer_assistant.output.html import page

    text = page(made.blocks, made.title, made.language, _seen_from(target.parent, folder))
    return text.encode("utf-8", "replace")


def _seen_from(target: Path, folder: Path | None) -> Callable[[str], str]:
    """Return where a picture is for a page in ``target``: it stays where it is."""
    from writer_assistant.output.document import picture

    def place(source: str) -> str:
        path = picture(source, folder)
        if path is None:
            return source
        try:
            return quote(Path(os.path.relpath(path, target.resolve())).as_posix())
        except (OSError, ValueError):  # another drive
            return path.as_uri()

    return place


def _opener(path: Path) -> Callable[[], None]:
    def open_it() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    return open_it
