"""Reading the file of a review, with what is wrong in it by line and column; see ``file``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.errors import UserError
from writer_assistant.persona.locate import KeyPath, locate
from writer_assistant.persona.toml import TomlError, read_toml
from writer_assistant.review.model import Answer, Decided, Decision, Figures, Note, Review
from writer_assistant.text.anchor import Anchor
from writer_assistant.text.offsets import LineIndex

FORMAT = 1
_REMEDY = "Put the file right, or move it away. It is left as it is until then."


def read_review(text: str, where: str) -> Review:
    """Return what the text of a review's file says; nothing if it is empty.

    Args:
        text: lines ended by a line feed.
        where: what to call the file in messages.

    Raises:
        UserError: if it is no review; it names line and column.
    """
    if not text.strip():
        return Review()
    try:
        values = read_toml(text)
    except TomlError as error:
        what = f"{error.what}; expected {error.expected}"
        raise _wrong(text, error.offset, what, where) from error
    reader = _Reader()
    try:
        return reader.review(values)
    except _FaultError as error:
        places = locate(text)
        path = error.path
        while path not in places:
            path = path[:-1]
        raise _wrong(text, places[path].value, error.what, where) from error


def _wrong(text: str, offset: int, what: str, where: str) -> UserError:
    line, column = LineIndex(text).line_column(offset)
    return UserError(f"the notes cannot be read: {what}", f"{where}:{line}:{column}", _REMEDY)


class _FaultError(Exception):
    """A value that does not belong there."""

    def __init__(self, path: KeyPath, what: str) -> None:
        super().__init__(path, what)
        self.path = path
        self.what = what


class _Reader:
    """Makes a review of the values of a file."""

    def __init__(self) -> None:
        self._ids: set[str] = set()

    def review(self, values: Mapping[str, Any]) -> Review:
        """Return it."""
        if values.get("format") != FORMAT:
            raise _FaultError(("format",), f"“format” must be {FORMAT}")
        base = values.get("baseline")
        if base is not None and not isinstance(base, dict):
            raise _FaultError(("baseline",), "“baseline” must be a table")
        return Review(
            None if base is None else self._figures(base),
            "" if base is None else self._time(base, ("baseline",)),
            tuple(self._note(*entry) for entry in self._tables(values, (), "note")),
            tuple(self._decision(*entry) for entry in self._tables(values, (), "decision")),
        )

    def _figures(self, table: Mapping[str, Any]) -> Figures:
        path: KeyPath = ("baseline",)
        found: dict[tuple[Kind, Severity], int] = {}
        kinds = self._get(table, path, "findings", dict, default={})
        for name, counts in kinds.items():
            inside = (*path, "findings", name)
            kind = self._one_of(Kind, name, inside)
            if not isinstance(counts, dict):
                raise _FaultError(inside, "the counts must be a table")
            for severity in Severity:
                number = self._get(counts, inside, severity.value, int, default=0)
                if number:
                    found[kind, severity] = number
        return Figures(
            self._get(table, path, "words", int, default=None),
            self._number(table, path, "focus"),
            self._get(table, path, "customer_first", bool, default=None),
            self._get(table, path, "customer_last", bool, default=None),
            self._number(table, path, "reading_grade"),
            found,
        )

    def _note(self, path: KeyPath, table: Mapping[str, Any]) -> Note:
        text = self._text(table, path, "text")
        if not text.strip():
            raise _FaultError(path, "a note needs a “text”")
        anchor = self._anchor(path, table)
        return Note(
            self._id(table, path, text, anchor.text),
            text,
            anchor,
            self._text(table, path, "by"),
            self._time(table, path),
            self._get(table, path, "done", bool, default=False),
            tuple(
                Answer(
                    self._text(answer, inside, "text"),
                    self._text(answer, inside, "by"),
                    self._time(answer, inside),
                )
                for inside, answer in self._tables(table, path, "answer")
            ),
        )

    def _decision(self, path: KeyPath, table: Mapping[str, Any]) -> Decision:
        what = self._one_of(Decided, table.get("what"), (*path, "what"))
        kind = self._one_of(Kind, table.get("kind"), (*path, "kind"))
        anchor = self._anchor(path, table)
        return Decision(
            self._id(table, path, what, anchor.text),
            what,
            kind,
            anchor,
            self._text(table, path, "was"),
            self._text(table, path, "reason"),
            self._text(table, path, "by"),
            self._time(table, path),
        )

    def _anchor(self, path: KeyPath, table: Mapping[str, Any]) -> Anchor:
        sides = []
        for key in ("before", "after"):
            words = self._get(table, path, key, list, default=[])
            if not all(isinstance(word, str) for word in words):
                raise _FaultError((*path, key), f"“{key}” must be a list of words")
            sides.append(tuple(words))
        return Anchor(self._text(table, path, "words"), *sides)

    def _id(self, table: Mapping[str, Any], path: KeyPath, *says: str) -> str:
        """Return its id; for one that was written by hand, the same while it says the same."""
        id_ = self._text(table, path, "id")
        if not id_ or id_ in self._ids:
            id_ = _digest(says)
        if id_ in self._ids:
            id_ = _digest((*says, str(path)))
        self._ids.add(id_)
        return id_

    def _tables(
        self, values: Mapping[str, Any], path: KeyPath, key: str
    ) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
        for number, entry in enumerate(self._get(values, path, key, list, default=[])):
            inside = (*path, key, number)
            if not isinstance(entry, dict):
                raise _FaultError(inside, f"each {key} must be a table, as in [[{key}]]")
            yield inside, entry

    def _text(self, table: Mapping[str, Any], path: KeyPath, key: str) -> str:
        text: str = self._get(table, path, key, str, default="")
        return text

    def _number(self, table: Mapping[str, Any], path: KeyPath, key: str) -> float | None:
        number = table.get(key)
        if isinstance(number, bool) or not isinstance(number, (int, float, type(None))):
            raise _FaultError((*path, key), f"“{key}” must be a number")
        return None if number is None else float(number)

    def _time(self, table: Mapping[str, Any], path: KeyPath) -> str:
        value = table.get("on", "")
        if isinstance(value, (date, datetime)):
            return value.isoformat()
        if not isinstance(value, str):
            raise _FaultError((*path, "on"), "“on” must be a date or a time")
        return value

    def _one_of(self, names: Any, value: object, path: KeyPath) -> Any:
        try:
            return names(value)
        except ValueError as error:
            known = ", ".join(f"“{name.value}”" for name in names)
            raise _FaultError(path, f"“{value}” is none of {known}") from error

    def _get(
        self, table: Mapping[str, Any], path: KeyPath, key: str, kind: type, *, default: Any
    ) -> Any:
        value = table.get(key, default)
        wrong = not isinstance(value, kind) or (kind is int and isinstance(value, bool))
        if wrong and value is not default:
            name = {str: "a text", bool: "true or false", int: "a whole number"}.get(
                kind, "a list" if kind is list else "a table"
            )
            raise _FaultError((*path, key), f"“{key}” must be {name}")
        return value


def _digest(says: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(says).encode("utf-8")).hexdigest()[:8]
