"""Persona files: read with every problem named by its place, and saved without losing a comment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from writer_assistant.errors import UserError
from writer_assistant.persona.locate import KeyPath, Place, locate
from writer_assistant.persona.model import Persona
from writer_assistant.persona.reading import Fault, read_persona
from writer_assistant.persona.toml import TomlError, read_toml
from writer_assistant.text.offsets import LineIndex
from writer_assistant.text.readers import FileStyle, load_bytes, write_file

SUFFIX = ".persona.toml"
"""How the names of persona files end."""

LARGEST = 2 * 1024 * 1024
"""Bytes of the largest persona file; a rich one has twenty thousand."""

_START = 'Start with: format = 1, then [persona], then name = "…".'


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a persona file that is wrong, or at least odd.

    Attributes:
        where: name of the file, line and column.
        line: counted from 1.
        column: counted from 1, in code points.
        what: what is wrong, as a clause.
        expected: what was expected, as a phrase; may be empty.
        is_error: whether the file cannot be used with it; otherwise it is a notice.
    """

    where: str
    line: int
    column: int
    what: str
    expected: str = ""
    is_error: bool = True

    def __str__(self) -> str:
        kind = "" if self.is_error else "note: "
        expected = f"; expected {self.expected}" if self.expected else ""
        return f"{self.where}: {kind}{self.what}{expected}."


class PersonaError(UserError):
    """A persona file that cannot be used.

    Attributes:
        problems: all that was found, errors and notices, in the order of the file.
    """

    def __init__(self, problems: tuple[Problem, ...], remedy: str = "") -> None:
        errors = [problem for problem in problems if problem.is_error]
        expected = f"; expected {errors[0].expected}" if errors[0].expected else ""
        more = len(errors) - 1
        if more:
            remedy = f"There {'is 1 more problem' if more == 1 else f'are {more} more problems'}."
        super().__init__(errors[0].what + expected, errors[0].where, remedy)
        self.problems = problems

    def __reduce__(self) -> tuple[type[PersonaError], tuple[tuple[Problem, ...], str]]:
        return type(self), (self.problems, self.remedy)


@dataclass(frozen=True, slots=True)
class PersonaFile:
    r"""A persona and the text that it was read from.

    Attributes:
        persona: the values.
        text: the file's text, lines ended by ``\n``.
        problems: notices; there is no error among them.
        where: the file's name.
        style: how the file was written.
    """

    persona: Persona
    text: str
    problems: tuple[Problem, ...] = ()
    where: str = ""
    style: FileStyle = field(default_factory=FileStyle)


def parse_persona(text: str, where: str) -> PersonaFile:
    """Read a persona from the text of its file.

    Args:
        text: the file's content.
        where: what to call the file in messages.

    Raises:
        PersonaError: if it cannot be used; it tells all that is wrong.
    """
    persona, problems = _read(text, where)
    if persona is None:
        raise PersonaError(problems, "" if text.strip() else _START)
    return PersonaFile(persona, text, problems, where)


def validate(text: str, where: str) -> tuple[Problem, ...]:
    """Return all problems of a persona file, errors and notices, in the order of the file."""
    return _read(text, where)[1]


def load_persona(path: Path) -> PersonaFile:
    """Read a persona file.

    Raises:
        UserError: if it cannot be read.
        PersonaError: if it was read but cannot be used; it tells all that is wrong.
    """
    text, style = _load(path)
    loaded = parse_persona(text, str(path))
    return PersonaFile(loaded.persona, text, loaded.problems, str(path), style)


def save_persona(path: Path, source: str, read: PersonaFile | None) -> PersonaFile:
    """Write a persona file in one step, unless somebody else has changed it.

    Args:
        path: the file.
        source: its new text; it must be a usable persona.
        read: what was read from there before; None to make a new file.

    Raises:
        PersonaError: if ``source`` is not usable.
        UserError: if the file was changed, or appeared, in the meantime, or cannot be written.
    """
    saved = parse_persona(source, str(path))
    style = read.style if read else FileStyle()
    if read is None:
        if path.exists():
            raise UserError("there is such a file already", str(path), "Choose another name.")
    else:
        there, _ = _load(path)
        if there != read.text:
            raise UserError(
                "another program has changed the file since it was read",
                str(path),
                "Read it again, then repeat the change.",
            )
    write_file(path, source, style)
    return PersonaFile(saved.persona, source, saved.problems, str(path), style)


def _load(path: Path) -> tuple[str, FileStyle]:
    data = load_bytes(path, LARGEST)
    has_bom = data.startswith(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise UserError(
                "this is not a text", str(path), f"Persona files end with {SUFFIX}."
            ) from error
        before = data[: error.start].decode("utf-8", "replace")
        line, column = LineIndex(before).line_column(len(before))
        raise UserError(
            "the file is not UTF-8", f"{path}:{line}:{column}", "Save it as UTF-8."
        ) from error
    newline = "\r\n" if "\r\n" in text else "\n"
    return text.replace("\r\n", "\n"), FileStyle("utf-8", newline, has_bom)


def _read(text: str, where: str) -> tuple[Persona | None, tuple[Problem, ...]]:
    if not text.strip():
        return None, (Problem(f"{where}:1:1", 1, 1, "the file is empty", "a persona"),)
    try:
        values = read_toml(text)
    except TomlError as error:
        fault = Fault((), error.what, error.expected)
        return None, (_problem(fault, error.offset, LineIndex(text), where),)
    places, lines = locate(text), LineIndex(text)
    reading = read_persona(values)
    problems = (_problem(fault, _offset(fault, places), lines, where) for fault in reading.faults)
    in_order = sorted(problems, key=lambda problem: (problem.line, problem.column))
    return reading.persona, tuple(in_order)


def _offset(fault: Fault, places: Mapping[KeyPath, Place]) -> int:
    """Return where a fault is; what is missing is so in the nearest thing around it."""
    path = fault.path
    while path not in places:
        path = path[:-1]
    return places[path].key if fault.at_key else places[path].value


def _problem(fault: Fault, offset: int, lines: LineIndex, where: str) -> Problem:
    line, column = lines.line_column(offset)
    place = f"{where}:{line}:{column}"
    return Problem(place, line, column, fault.what, fault.expected, fault.is_error)
