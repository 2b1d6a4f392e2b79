"""A persona read from plain values: every entry checked, every problem noted with its place."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

from writer_assistant.persona.ids import is_id, make_id
from writer_assistant.persona.locate import KeyPath
from writer_assistant.persona.model import (
    Answer,
    Author,
    Entry,
    Gain,
    Gatekeeper,
    Heard,
    Pain,
    Persona,
    Vocabulary,
)

FORMAT = 1
"""The version of the format that is read and written."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_GRADES = (1, 20)

_TABLES = ("persona", "author", "vocabulary")
_LISTS = ("pain", "gain", "obstacle", "gatekeeper", "question", "interest", "answer")
_A_TEXT = "a text in quotation marks"
_TEXTS = 'a list of texts, such as ["one", "two"]'
_A_TABLE = "a table"
_ENTRIES = "entries, each headed [[{}]]"


_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a path of keys.

    Attributes:
        path: where, as keys and indices.
        what: what is wrong, as a clause.
        expected: what was expected, as a phrase; empty for a mere notice.
        is_error: whether the persona cannot be used with it.
        at_key: whether the key rather than the value is wrong.
    """

    path: KeyPath
    what: str
    expected: str = ""
    is_error: bool = True
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a file's values.

    Attributes:
        persona: the persona; None if there is an error.
        faults: all that is wrong or odd.
        paths: for each id, given or made, the path of its entry.
    """

    persona: Persona | None
    faults: tuple[Fault, ...]
    paths: Mapping[str, KeyPath]


def read_persona(values: Mapping[str, Any]) -> Reading:
    """Read a persona from the values of its file."""
    reader = _Reader()
    persona = reader.read(values)
    usable = not any(fault.is_error for fault in reader.faults)
    paths = {own: path[:2] for own, path in reader.ids.items()}
    return Reading(persona if usable else None, tuple(reader.faults), paths)


@dataclass(slots=True)
class _Reader:
    """Reads one file's values.

    Attributes:
        faults: what was wrong so far.
        ids: path of each id, given or made.
    """

    faults: list[Fault] = field(default_factory=list)
    ids: dict[str, KeyPath] = field(default_factory=dict)

    def read(self, values: Mapping[str, Any]) -> Persona:
        self._format(values)
        self._unknown(values, (), {"format", *_TABLES, *_LISTS})
        if "persona" not in values:
            self._error((), "there is no [persona]", 'one with name = "…"')
        self._collect_ids(values)
        head, author, vocabulary = (self._table(values, (name,)) for name in _TABLES)
        self._unknown(
            head,
            ("persona",),
            {"name", "role", "summary", "industry", "channels", "reading_grade"},
        )
        self._unknown(author, ("author",), {"names", "products"})
        self._unknown(vocabulary, ("vocabulary",), {"uses", "avoids", "plain"})
        name = self._text(head, ("persona", "name"))
        if "persona" in values and isinstance(values["persona"], Mapping):
            if "name" not in head:
                self._error(("persona",), "the persona has no name", 'name = "…"')
            elif isinstance(head["name"], str) and not name:
                self._error(("persona", "name"), "the persona's name is empty", "a name")
        return Persona(
            name=name,
            role=self._text(head, ("persona", "role")),
            summary=self._text(head, ("persona", "summary")),
            industry=self._text(head, ("persona", "industry")),
            channels=self._texts(head, ("persona", "channels")),
            reading_grade=self._grade(head),
            author=Author(
                self._texts(author, ("author", "names")),
                self._texts(author, ("author", "products")),
            ),
            vocabulary=Vocabulary(
                self._texts(vocabulary, ("vocabulary", "uses")),
                self._texts(vocabulary, ("vocabulary", "avoids")),
                self._plain(vocabulary),
            ),
            pains=self._entries(values, "pain", self._pain),
            gains=self._entries(values, "gain", self._gain),
            obstacles=self._entries(values, "obstacle", self._entry),
            gatekeepers=self._entries(values, "gatekeeper", self._gatekeeper),
            questions=self._entries(values, "question", self._entry),
            interests=self._entries(values, "interest", self._entry),
            answers=self._entries(values, "answer", self._answer),
        )

    def _error(self, path: KeyPath, what: str, expected: str, *, at_key: bool = False) -> None:
        self.faults.append(Fault(path, what, expected, at_key=at_key))

    def _notice(
        self, path: KeyPath, what: str, expected: str = "", *, at_key: bool = False
    ) -> None:
        self.faults.append(Fault(path, what, expected, is_error=False, at_key=at_key))

    def _format(self, values: Mapping[str, Any]) -> None:
        version = values.get("format")
        if "format" not in values:
            self._error((), "the version of the format is missing", "format = 1 in the first line")
        elif isinstance(version, bool) or not isinstance(version, int):
            self._error(("format",), f"format is {_kind(version)}", "format = 1")
        elif version > FORMAT:
            self._error(("format",), f"format {version} is newer than this program", "format = 1")
        elif version != FORMAT:
            self._error(("format",), f"there is no format {version}", "format = 1")

    def _unknown(self, table: Mapping[str, Any], path: KeyPath, known: set[str]) -> None:
        for key in table:
            if key not in known:
                self._notice((*path, key), f"“{key}” is not known here; it is kept", at_key=True)

    def _value(self, table: Mapping[str, Any], path: KeyPath) -> Any:
        return table.get(str(path[-1]))

    def _wrong(self, path: KeyPath, value: object, expected: str) -> None:
        self._error(path, f"“{_name(path)}” is {_kind(value)}", expected)

    def _text(self, table: Mapping[str, Any], path: KeyPath) -> str:
        value = self._value(table, path)
        if value is None:
            return ""
        if not isinstance(value, str):
            self._wrong(path, value, _A_TEXT)
            return ""
        return " ".join(value.split())

    def _texts(self, table: Mapping[str, Any], path: KeyPath) -> tuple[str, ...]:
        value = self._value(table, path)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._wrong(path, value, _TEXTS)
            return ()
        texts: list[str] = []
        for index, item in enumerate(value):
            if not isinstance(item, str):
                self._error((*path, index), f"“{_name(path)}” has {_kind(item)} in it", _A_TEXT)
            elif item.strip():
                texts.append(" ".join(item.split()))
        return tuple(dict.fromkeys(texts))

    def _table(self, table: Mapping[str, Any], path: KeyPath) -> Mapping[str, Any]:
        value = self._value(table, path)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            expected = f"{_A_TABLE}, headed [{'.'.join(map(str, path))}]"
            self._wrong(path, value, expected)
            return {}
        return value

    def _grade(self, head: Mapping[str, Any]) -> float | None:
        path = ("persona", "reading_grade")
        value = self._value(head, path)
        if value is None:
            return None
        lowest, highest = _GRADES
        expected = f"a school grade from {lowest} to {highest}"
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._wrong(path, value, expected)
            return None
        if not lowest <= value <= highest:
            self._error(path, f"“reading_grade” is {value}", expected)
            return None
        return value

    def _plain(self, vocabulary: Mapping[str, Any]) -> Mapping[str, str]:
        path = ("vocabulary", "plain")
        plain = self._table(vocabulary, path)
        words: dict[str, str] = {}
        for ours in plain:
            hers = self._text(plain, (*path, ours))
            if hers and ours.strip():
                words[" ".join(ours.split())] = hers
        return MappingProxyType(words)

    def _tables(
        self, table: Mapping[str, Any], path: KeyPath, expected: str
    ) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
        value = self._value(table, path)
        if value is None:
            return
        if not isinstance(value, list):
            self._wrong(path, value, expected)
            return
        for index, item in enumerate(value):
            if isinstance(item, Mapping):
                yield (*path, index), item
            else:
                self._error((*path, index), f"“{_name(path)}” has {_kind(item)} in it", expected)

    def _entries(
        self,
        values: Mapping[str, Any],
        kind: str,
        make: Callable[[Mapping[str, Any], KeyPath], _Made | None],
    ) -> tuple[_Made, ...]:
        made = (
            make(table, path)
            for path, table in self._tables(values, (kind,), _ENTRIES.format(kind))
        )
        return tuple(entry for entry in made if entry is not None)

    def _collect_ids(self, values: Mapping[str, Any]) -> None:
        """Take down every id of the file before one is made for an entry without."""
        for kind in _LISTS:
            entries = values.get(kind)
            for index, entry in enumerate(entries if isinstance(entries, list) else ()):
                own = entry.get("id") if isinstance(entry, Mapping) else None
                path = (kind, index, "id")
                if not isinstance(own, str):
                    continue
                if not is_id(own):
                    self._error(path, f"the id “{own}” is not allowed", "only a-z, 0-9 and -")
                elif own in self.ids:
                    other = " ".join(map(str, self.ids[own][:1]))
                    self._error(
                        path, f"the id “{own}” is there already, for another {other}", "a new id"
                    )
                else:
                    self.ids[own] = path

    def _id(self, table: Mapping[str, Any], path: KeyPath, says: str) -> str:
        if "id" in table:
            own = self._text(table, (*path, "id"))
            return own or "invalid"
        own = make_id(says, self.ids)
        self.ids[own] = path
        return own

    def _says(self, table: Mapping[str, Any], path: KeyPath, *keys: str) -> str:
        """Return the first text there is under ``keys``; note if there is none."""
        texts = [self._text(table, (*path, key)) for key in keys]
        says = next(filter(None, texts), "")
        if not says and not any(key in table and not isinstance(table[key], str) for key in keys):
            self._notice(path, f"this {path[0]} has no “{keys[0]}”; it is left out", _A_TEXT)
        return says

    def _heard(self, table: Mapping[str, Any], path: KeyPath) -> tuple[Heard, ...]:
        heard: list[Heard] = []
        for place, item in self._tables(
            table, (*path, "heard"), '[{ from = "…", by = "…", on = 2026-03-04, quote = "…" }]'
        ):
            self._unknown(item, place, {"from", "by", "on", "quote"})
            said = Heard(
                self._text(item, (*place, "from")),
                self._text(item, (*place, "by")),
                self._date(item, (*place, "on")),
                self._text(item, (*place, "quote")),
            )
            if said != Heard():
                heard.append(said)
        return tuple(heard)

    def _date(self, table: Mapping[str, Any], path: KeyPath) -> str:
        value = self._value(table, path)
        if isinstance(value, datetime.datetime):
            return value.date().isoformat()
        if isinstance(value, datetime.date):
            return value.isoformat()
        expected = "a date such as 2026-03-04"
        if value is not None and not isinstance(value, str):
            self._wrong(path, value, expected)
            return ""
        if value and not _DATE.fullmatch(value.strip()):
            self._notice(path, f"“{value}” is not a date", expected)
        return (value or "").strip()

    def _pain(self, table: Mapping[str, Any], path: KeyPath) -> Pain | None:
        self._unknown(table, path, {"id", "text", "short", "cost", "words", "heard"})
        text = self._says(table, path, "text", "short")
        own = self._id(table, path, self._text(table, (*path, "short")) or text)
        short, cost = (self._text(table, (*path, key)) for key in ("short", "cost"))
        words, heard = self._texts(table, (*path, "words")), self._heard(table, path)
        return Pain(own, text, short, cost, words, heard) if text else None

    def _gain(self, table: Mapping[str, Any], path: KeyPath) -> Gain | None:
        self._unknown(table, path, {"id", "text", "relieves", "words", "heard"})
        text = self._says(table, path, "text")
        own = self._id(table, path, text)
        relieves = self._relieves(table, path)
        words, heard = self._texts(table, (*path, "words")), self._heard(table, path)
        return Gain(own, text, relieves, words, heard) if text else None

    def _entry(self, table: Mapping[str, Any], path: KeyPath) -> Entry | None:
        self._unknown(table, path, {"id", "text", "words", "heard"})
        text = self._says(table, path, "text")
        own = self._id(table, path, text)
        words, heard = self._texts(table, (*path, "words")), self._heard(table, path)
        return Entry(own, text, words, heard) if text else None

    def _gatekeeper(self, table: Mapping[str, Any], path: KeyPath) -> Gatekeeper | None:
        self._unknown(table, path, {"id", "role", "cares"})
        role = self._says(table, path, "role")
        own = self._id(table, path, role)
        cares = self._text(table, (*path, "cares"))
        return Gatekeeper(own, role, cares) if role else None

    def _answer(self, table: Mapping[str, Any], path: KeyPath) -> Answer | None:
        known = {"id", "feature", "words", "relieves", "benefit", "proof", "heard"}
        self._unknown(table, path, known)
        feature = self._says(table, path, "feature", "benefit")
        own = self._id(table, path, feature)
        words, relieves = self._texts(table, (*path, "words")), self._relieves(table, path)
        benefit, proof = (self._text(table, (*path, key)) for key in ("benefit", "proof"))
        heard = self._heard(table, path)
        return Answer(own, feature, words, relieves, benefit, proof, heard) if feature else None

    def _relieves(self, table: Mapping[str, Any], path: KeyPath) -> tuple[str, ...]:
        """Return the pains that an entry relieves, without ids that are no pain's."""
        place = (*path, "relieves")
        pains = []
        for own in self._texts(table, place):
            kind = self.ids[own][0] if own in self.ids else None
            if kind == "pain":
                pains.append(own)
                continue
            what = f"“{own}” is the id of another {kind}" if kind else f"no pain has the id “{own}”"
            index = next(i for i, item in enumerate(table["relieves"]) if _same(item, own))
            self._notice((*place, index), what, self._like(own))
        return tuple(pains)

    def _like(self, own: str) -> str:
        pains = [other for other, path in self.ids.items() if path[0] == "pain"]
        close = difflib.get_close_matches(own, pains, 1)
        if close:
            return f"a pain's id, perhaps “{close[0]}”"
        return f"a pain's id: {', '.join(pains)}" if pains else "a pain's id; there is no pain yet"


def _same(item: object, text: str) -> bool:
    return isinstance(item, str) and " ".join(item.split()) == text


def _name(path: KeyPath) -> str:
    return str(next(key for key in reversed(path) if isinstance(key, str)))


def _kind(value: object) -> str:
    """Return what a value is, in words."""
    if isinstance(value, bool):
        return "true or false"
    for kind, words in (
        (int | float, "a number"),
        (str, "a text"),
        (list, "a list"),
        (Mapping, "a table"),
        (datetime.date | datetime.time, "a date or time"),
    ):
        if isinstance(value, kind):
            return words
    return "something else"
