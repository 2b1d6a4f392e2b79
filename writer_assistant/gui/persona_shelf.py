"""The personas that can be picked, and the one that is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from writer_assistant.errors import UserError
from writer_assistant.gui.file_watch import FileWatch
from writer_assistant.gui.language import tr
from writer_assistant.gui.recent import Memory
from writer_assistant.paths import resource_root, user_personas
from writer_assistant.persona.model import Persona

SUFFIX = ".persona.toml"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """A persona that can be picked.

    Attributes:
        path: her file.
        name: as the file says, or the file's name if it cannot be read.
        is_sample: whether she came with the program; then her file is not written to.
    """

    path: Path
    name: str
    is_sample: bool


class PersonaShelf(QObject):
    """All personas, and the one that drafts are written for.

    Signals:
        offered_changed: other personas can be picked.
        picked_changed: another persona is picked, or her file says something else.
        problem(object): a ``UserError``; the last good persona stays.
    """

    offered_changed = Signal()
    picked_changed = Signal()
    problem = Signal(object)

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._path: Path | None = None
        self._unread: Path | None = None
        self._persona: Persona | None = None
        self._text = ""
        self._notes: tuple[str, ...] = ()
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.reload)

    @property
    def persona(self) -> Persona | None:
        """Who is picked, as she was when her file could last be read."""
        return self._persona

    @property
    def path(self) -> Path | None:
        """Her file."""
        return self._path

    @property
    def unread(self) -> Path | None:
        """The file that was to be picked and cannot be read, while nobody is picked."""
        return self._unread if self._path is None else None

    @property
    def text(self) -> str:
        """The content of her file that ``persona`` was read from."""
        return self._text

    @property
    def notes(self) -> tuple[str, ...]:
        """What her file says that this version does not understand."""
        return self._notes

    @property
    def is_sample(self) -> bool:
        """Whether who is picked came with the program."""
        return self._path is not None and _is_sample(self._path)

    def offered(self) -> list[Offered]:
        """Return who can be picked: samples, then the user's own, by name."""
        samples = [Offered(path, name_of(path), True) for path in sorted(_files(_samples()))]
        own = dict.fromkeys((*sorted(_files(user_personas())), *self._elsewhere()))
        if self._path is not None and not self.is_sample:
            own[self._path] = None
        others = [Offered(path, name_of(path), False) for path in own]
        return samples + sorted(others, key=lambda offered: offered.name.casefold())

    def pick(self, path: Path | None) -> bool:
        """Write for the persona in ``path`` from now on; False if her file cannot be read."""
        if path is None:
            self._path = self._unread = None
            self._persona, self._text, self._notes = None, "", ()
            self._watch.watch(None)
            self.picked_changed.emit()
            return True
        path = path.absolute()
        if not self._load(path):
            if self._path is None:
                self._unread = path
                self._watch.watch(path)
            return False
        self._path, self._unread = path, None
        self._watch.watch(path)
        if not _is_sample(path) and path.parent != user_personas().absolute():
            self._remember(path)
        self.offered_changed.emit()
        self.picked_changed.emit()
        return True

    def reload(self) -> None:
        """Read the picked file again, or that which could not be read."""
        if self.unread is not None:
            self.pick(self.unread)
        elif self._path is not None and self._load(self._path):
            self.offered_changed.emit()
            self.picked_changed.emit()

    def _load(self, path: Path) -> bool:
        from writer_assistant.persona.file import load_persona  # not for the first paint

        try:
            loaded = load_persona(path)
        except UserError as error:
            self.problem.emit(error)
            return False
        self._persona = loaded.persona
        self._text = loaded.text
        self._notes = tuple(
            tr("Line {line}: {what}").format(line=note.line, what=note.what)
            for note in loaded.problems
        )
        return True

    def _elsewhere(self) -> list[Path]:
        paths = self._memory.get("personas")
        if not isinstance(paths, list):
            return []
        return [Path(path) for path in paths if isinstance(path, str) and Path(path).is_file()]

    def _remember(self, path: Path) -> None:
        others = [str(other) for other in self._elsewhere() if other != path]
        self._memory.set("personas", [str(path), *others][:20])


def _samples() -> Path:
    return resource_root() / "personas"


def _is_sample(path: Path) -> bool:
    return path.parent == _samples()


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    except OSError:
        return


def name_of(path: Path) -> str:
    """Return the name in a persona file, however little else of it can be understood."""
    fallback = path.name.removesuffix(SUFFIX)
    try:
        with path.open("rb") as file:
            name = tomllib.load(file)["persona"]["name"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return fallback
    return name[:_LONGEST_NAME] if isinstance(name, str) and name.strip() else fallback
