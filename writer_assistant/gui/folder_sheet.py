"""The drafts of a folder in a table, those first that need work most; a child checks them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from writer_assistant.errors import UserError
from writer_assistant.gui.engine_client import engine_command
from writer_assistant.gui.language import figure, tr, tr_later
from writer_assistant.gui.save_name import ask_save_name
from writer_assistant.output.sheet import HEADS, Sheet, SheetRow, as_csv, row_of, sheet_page

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.workspace import Workspace

_TIP = tr_later(
    "Needs work: the share of sentences that do not serve the reader, plus the strong findings\n"
    "a sentence (three mild ones count as a strong one), plus a quarter for each end of the\n"
    "draft that does not speak of the reader."
)
_KINDS_TIP = tr_later("Strong findings + mild ones")


class _Cell(QTableWidgetItem):
    """A cell that is sorted by what it stands for, not by its letters."""

    def __init__(self, text: str, value: object) -> None:
        super().__init__(text)
        self._value = value
        self.setFlags(self.flags() & ~Qt.ItemFlag.ItemIsEditable)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        theirs = other._value if isinstance(other, _Cell) else other.text()
        if isinstance(self._value, (int, float)) and isinstance(theirs, (int, float)):
            return self._value < theirs
        return str(self._value).casefold() < str(theirs).casefold()


class _Table(QTableWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FolderSheet(QDialog):
    """Checks all drafts below a folder and shows them as they are done.

    Args:
        folder: which one.
        workspace: persona and author's names come from here, and drafts are opened there.
        window: beside which it is shown.
        command: what checks drafts; this very program by default.
    """

    def __init__(
        self,
        folder: Path,
        workspace: Workspace,
        window: MainWindow | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window)
        self._folder = folder
        self._workspace = workspace
        self._window = window
        self._unread = b""
        self._sheet = Sheet()
        self._is_stopped = False
        self.setWindowTitle(tr("Drafts in {folder}").format(folder=folder.name or folder))
        self.state = QLabel(tr("Checking…"))
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.table = _Table(0, len(HEADS))
        self.table.setAccessibleName(tr("Drafts, those first that need work most"))
        self.table.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, 220)
        for column in range(1, len(HEADS)):
            tip = _TIP if column == 1 else _KINDS_TIP if 6 <= column < len(HEADS) - 1 else ""
            head = self.table.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(tr(tip))
        self.table.setSortingEnabled(True)
        self.table.sortItems(1, Qt.SortOrder.DescendingOrder)
        self.table.activated.connect(lambda _: self.open_current())
        self.open_button = QPushButton(tr("&Open"))
        self.open_button.clicked.connect(self.open_current)
        self.stop_button = QPushButton(tr("S&top"))
        self.stop_button.clicked.connect(self.stop)
        self.export_button = QPushButton(tr("&Export…"))
        self.export_button.clicked.connect(self._ask_export)
        close = QPushButton(tr("&Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        for button in (self.open_button, self.export_button, self.stop_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        close.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.resize(1120, 480)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        program, *arguments = command or self._command()
        self._process.start(program, list(arguments))
        self._enable()

    def _command(self) -> list[str]:
        """Return what checks the folder: one process, so that the window stays quick."""
        command = [*engine_command()[:-1], "check", "--format", "jsonl", "--fail-on", "never"]
        command += ["--jobs", "1"]
        path = self._workspace.shelf.path
        if path is not None:
            command += ["--persona", str(path)]
        for name in self._workspace.settings["authors"]:
            command += ["--author", name]
        return [*command, "--", str(self._folder)]

    @property
    def is_running(self) -> bool:
        """Whether drafts are still being checked."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def rows(self) -> list[SheetRow]:
        """Return what is known by now, those first that need work most."""
        return self._sheet.by_need()

    def _read(self) -> None:
        self._unread += self._process.readAllStandardOutput().data()
        *lines, self._unread = self._unread.split(b"\n")
        for line in lines:
            try:
                draft = json.loads(line)
                row = row_of(draft, self._name(draft["path"]))
            except (ValueError, KeyError, TypeError):
                continue  # a stray line
            self._sheet.rows.append(row)
            self._add(row)
        if lines:
            self.state.setText(tr("%n checked…", "", len(self._sheet.rows)))
            self._enable()

    def _name(self, path: str) -> str:
        try:
            return os.path.relpath(path, self._folder)
        except ValueError:  # another drive
            return path

    def _add(self, row: SheetRow) -> None:
        self.table.setSortingEnabled(False)
        number = self.table.rowCount()
        self.table.insertRow(number)
        figures = row.figures
        values: list[object] = list(row.cells())
        values[1] = -1.0 if figures is None else row.need
        if figures is not None:
            values[2] = figures.words or 0
            values[3] = -1.0 if figures.focus is None else figures.focus
            values[-1] = -99.0 if figures.reading_grade is None else figures.reading_grade
            for column, cell in enumerate(row.cells()):
                if 6 <= column < len(HEADS) - 1:
                    strong, _, mild = cell.partition(" + ")
                    values[column] = int(strong) + int(mild) / 1000
        for column, (text, value) in enumerate(zip(row.cells(), values, strict=True)):
            is_figure = column > 0 and not row.error
            item = _Cell(figure(text) if is_figure else text, value)
            item.setData(Qt.ItemDataRole.UserRole, row.path)
            if row.error:
                item.setToolTip(row.error)
            self.table.setItem(number, column, item)
        self.table.setSortingEnabled(True)

    def _on_finished(self) -> None:
        self._read()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        count = len(self._sheet.rows)
        if self._is_stopped:
            self.state.setText(tr("Stopped. %n checked.", "", count))
        elif count:
            self.state.setText(
                tr("%n draft(s), those first that need work most. Enter opens one.", "", count)
            )
            if self.table.currentRow() < 0:
                self.table.selectRow(0)
        else:
            lines = said.splitlines()
            self.state.setText(lines[-1] if lines else tr("No draft was found there."))
        self._enable()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.state.setText(tr("The drafts cannot be checked: the program did not start."))
            self._enable()

    def _enable(self) -> None:
        some = bool(self._sheet.rows)
        self.open_button.setEnabled(some)
        self.export_button.setEnabled(some)
        self.stop_button.setEnabled(self.is_running)

    def stop(self) -> None:
        """Check no more; what is known stays."""
        if self.is_running:
            self._is_stopped = True
            self._process.kill()

    def open_current(self) -> None:
        """Open the draft that is chosen."""
        item = self.table.item(self.table.currentRow(), 0)
        if item is not None:
            path = Path(item.data(Qt.ItemDataRole.UserRole))
            self._workspace.open_file(path, self._window)

    def _ask_export(self) -> None:
        formats = {".csv": tr("Table (*.csv)"), ".html": tr("Web page (*.html)")}
        proposal = self._folder / "drafts.csv"
        title = tr("Export the sheet")
        target = ask_save_name(self, title, proposal, formats, ".csv", any_suffix=True)
        if target is not None:
            self.export_to(target)

    def export_to(self, target: Path) -> bool:
        """Write the sheet to ``target``, as a page if it ends so, else as CSV."""
        from writer_assistant.text.readers import FileStyle, write_file

        style = FileStyle()
        if target.suffix.casefold() in (".html", ".htm"):
            text = sheet_page(
                self.rows(),
                tr("Drafts in {folder}").format(folder=self._folder.name or self._folder),
            )
        else:
            text, style = as_csv(self.rows()), FileStyle(has_bom=True)  # so Excel reads UTF-8
        try:
            write_file(target, text, style)
        except UserError as error:
            self.state.setText(str(error))
            return False
        self.state.setText(tr("Exported to “{name}”.").format(name=target.name))
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the child go."""
        self._end()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Let the child go, also when it is left by Escape."""
        self._end()
        super().done(result)

    def _end(self) -> None:
        self.stop()
        if self.is_running:
            self._process.waitForFinished(2000)
