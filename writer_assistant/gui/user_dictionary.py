"""The words of the user's own that are right: a text file, one word a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.paths import user_data

FILE_NAME = "dictionary.txt"
_HEAD = "#"


class UserDictionary(QObject):
    """Reads the file when first asked, and writes it when a word is added.

    Signals:
        changed: other words are right now.
        problem(object): a ``UserError``; the words hold for this run.
    """

    changed = Signal()
    problem = Signal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or user_data() / FILE_NAME
        self._lines: list[str] | None = None
        self._unread: UserError | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def words(self) -> Sequence[str]:
        """The words, in the order in which they were added."""
        found = (line.strip() for line in self._read())
        return tuple(dict.fromkeys(word for word in found if word and not word.startswith(_HEAD)))

    def add(self, word: str) -> None:
        """Let ``word`` be right from now on."""
        word = word.strip().replace("’", "'")
        if not word or word in self.words:
            return
        if self._unread is None:
            self._lines = None  # another run of the program may have added words meanwhile
        if word not in self.words:
            self._read().append(word)
        self._on_change()

    def set_words(self, words: Iterable[str]) -> None:
        """Let exactly these words be right; comments in the file stay."""
        comments = [line for line in self._read() if line.startswith(_HEAD)]
        wanted = list(dict.fromkeys(word.strip().replace("’", "'") for word in words))
        lines = [*comments, *(word for word in wanted if word)]
        if lines != self._read():
            self._lines = lines
            self._on_change()

    def _read(self) -> list[str]:
        if self._lines is None:
            try:
                text = self._path.read_text("utf-8-sig")
            except FileNotFoundError:
                text = ""
            except (OSError, ValueError) as error:
                text = ""
                self._unread = UserError(
                    tr("your dictionary cannot be read ({error})").format(error=error),
                    str(self._path),
                    tr(
                        "Put the file right, or remove it; "
                        "until then words that you add are not kept."
                    ),
                )
                self.problem.emit(self._unread)
            self._lines = text.splitlines()
        return self._lines

    def _on_change(self) -> None:
        self.changed.emit()
        try:
            self._write()
        except UserError as error:
            self.problem.emit(error)

    def _write(self) -> None:
        from writer_assistant.text.readers import write_file

        if self._unread is not None:
            raise self._unread  # it is never written over what could not be read
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                tr("your dictionary cannot be kept ({error})").format(
                    error=error.strerror or error
                ),
                str(self._path),
                tr("Make the folder writable."),
            ) from error
        write_file(self._path, "\n".join([*self._read(), ""]))
