"""Persona files: read with every problem named by its place, and saved without losing a comment."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from writer_assistant.errors import UserError
from writer_assistant.persona.locate import KeyPath, Place, locate
from writer_assistant.persona.model import Persona
from writer_assistant.persona.reading import Fault, read_persona
from writer_assistant.text.offsets import LineIndex
from writer_assistant.text.readers import FileStyle, load_bytes, write_file

SUFFIX = ".persona.toml"
"""How the names of persona files end."""

LARGEST = 2 * 1024 * 1024
"""Bytes of the largest persona file; a rich one has twenty thousand."""

_START = 'Start with: format = 1, then [persona], then name = "…".'
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_TOML_END = re.compile(r" \(at end of document\)$")
_VALUE = "a text in quotation marks, a number, a date, true, false, a [list] or a {table}"
_PLAIN_SYNTAX = {
    "Cannot overwrite a value": ("a key of this line is there already", "each key once"),
    "Cannot declare": ("this heading is there already", "each [heading] once"),
    "Cannot mutate": ("this was closed before", "all of it in one place"),
    "Duplicate inline table key": ("a key stands twice in this table", "each key once"),
    "Expected '='": ("a key has no value", "key = value"),
    "Expected newline or end of document": ("something follows the value", "a new line"),
    "Expected ']'": ("a heading is not closed", "] at its end"),
    "Illegal character '\\n'": ("a text is not closed", "a quotation mark at its end"),
    "Invalid statement": ("this is neither a key nor a heading", "key = value, or [heading]"),
    "Invalid value": ("there is no value here that TOML knows", _VALUE),
    "Invalid initial character": ("this is no key", "a name of letters, or one in quotation marks"),
    "Unclosed array": ("a list is not closed", "a comma or ]"),
    "Unclosed inline table": ("a table is not closed", "a comma or }"),
    "Unescaped '\\'": ("a backslash stands for itself here", r"\\, or the text in 'single' marks"),
    "Unterminated string": ("a text is not closed", "a quotation mark at its end"),
}
"""What Python's TOML reader says, by its first words, in words for people."""


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
        values = tomllib.loads(text)
        places = locate(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax_problem(str(error), text, where),)
    except RecursionError:
        what = "values are nested too deeply"
        return None, (Problem(f"{where}:1:1", 1, 1, what, "tables and lists of a few levels"),)
    persona, faults = read_persona(values)
    return persona, _problems(faults, places, LineIndex(text), where)


def _syntax_problem(message: str, text: str, where: str) -> Problem:
    match = _TOML_PLACE.search(message)
    if match:
        line, column = int(match[1]), int(match[2])
    else:
        line, column = LineIndex(text).line_column(len(text))
    said = _TOML_END.sub("", _TOML_PLACE.sub("", message))
    what, expected = next(
        (plain for begin, plain in _PLAIN_SYNTAX.items() if said.startswith(begin)),
        (said[:1].lower() + said[1:], "what TOML allows there"),
    )
    return Problem(f"{where}:{line}:{column}", line, column, what, expected)


def _problems(
    faults: Iterable[Fault], places: dict[KeyPath, Place], lines: LineIndex, where: str
) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    for fault in faults:
        path = fault.path
        while path not in places:
            path = path[:-1]
        offset = places[path].key if fault.at_key else places[path].value
        line, column = lines.line_column(offset)
        place = f"{where}:{line}:{column}"
        problems.append(Problem(place, line, column, fault.what, fault.expected, fault.is_error))
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))
