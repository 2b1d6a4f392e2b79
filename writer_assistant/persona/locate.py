"""Where in a TOML text each key and value stands.

TOML readers give values without their places; here a text that is known to be valid TOML
(https://toml.io/en/v1.1.0) is walked once more for the places alone.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
"""Keys and indices from the root, for example ``("pain", 0, "heard", 1, "quote")``."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r"""
      \"{3} (?: [^"\\] | \\. | "{1,2}(?!") )* "{3,5}
    | \'{3} (?: [^'] | '{1,2}(?!') )* '{3,5}
    | " (?: [^"\\\n] | \\. )* "
    | ' [^'\n]* '
    """,
    re.DOTALL | re.VERBOSE,
)
_SCALAR = re.compile(r"[^,\]}#\n]*[^,\]}#\s]")


@dataclass(frozen=True, slots=True)
class Place:
    """Offsets of a key and of its value; of a table, of its header and what belongs to it.

    Attributes:
        key: where the key, or the table's header, begins; for an item of an array its own begin.
        value: where the value begins.
        end: offset behind the value, or behind the last thing that is in the table.
    """

    key: int
    value: int
    end: int


def locate(source: str) -> dict[KeyPath, Place]:
    """Return the place of everything in ``source``, which must be valid TOML 1.1."""
    walk = _Walk(source)
    walk.run()
    return walk.places


class _Walk:
    """One walk over a TOML text.

    Attributes:
        places: what has been met.
    """

    def __init__(self, source: str) -> None:
        self.places: dict[KeyPath, Place] = {(): Place(0, 0, len(source))}
        self._source = source
        self._lengths: dict[KeyPath, int] = {}  # of arrays of tables

    def run(self) -> None:
        """Fill ``places``."""
        source = self._source
        table: KeyPath = ()
        at = self._blank(0)
        while at < len(source):
            if source[at] == "[":
                table, at = self._header(at)
            else:
                at = self._pair(table, at)
                self._extend(table, at)
            at = self._blank(at)

    def _blank(self, at: int) -> int:
        match = _BLANK.match(self._source, at)
        return match.end() if match else at

    def _space(self, at: int) -> int:
        match = _SPACE.match(self._source, at)
        return match.end() if match else at

    def _header(self, at: int) -> tuple[KeyPath, int]:
        is_item = self._source.startswith("[[", at)
        begin = self._space(at + 1 + is_item)
        keys, end = self._keys(begin)
        end = self._space(end) + 1 + is_item
        path: KeyPath = ()
        for number, (key, _) in enumerate(keys):
            path += (key,)
            if is_item and number == len(keys) - 1:
                self._lengths[path] = self._lengths.get(path, 0) + 1
                self._add(path, begin, at, end)
            if path in self._lengths:
                path += (self._lengths[path] - 1,)
        self._add(path, begin, at, end)
        self._extend(path, end)
        return path, end

    def _add(self, path: KeyPath, key: int, value: int, end: int) -> None:
        """Note a place; a table that was met before keeps its own."""
        self.places.setdefault(path, Place(key, value, end))

    def _extend(self, path: KeyPath, end: int) -> None:
        for length in range(len(path), 0, -1):
            place = self.places.get(path[:length])
            if place:
                self.places[path[:length]] = Place(place.key, place.value, max(place.end, end))

    def _keys(self, at: int) -> tuple[list[tuple[str, int]], int]:
        """Return the parts of a dotted key with their offsets, and the offset behind it."""
        keys: list[tuple[str, int]] = []
        while True:
            at = self._space(at)
            match = _BARE_KEY.match(self._source, at)
            if match:
                keys.append((match[0], at))
            else:
                match = _STRING.match(self._source, at)
                if match is None:
                    raise ValueError(f"no key at {at}")
                keys.append((tomllib.loads(f"k = {match[0]}")["k"], at))
            at = self._space(match.end())
            if not self._source.startswith(".", at):
                return keys, match.end()
            at += 1

    def _pair(self, table: KeyPath, at: int) -> int:
        keys, end = self._keys(at)
        value = self._space(self._source.index("=", end) + 1)
        path = table
        for key, begin in keys[:-1]:
            path += (key,)
            self._add(path, begin, begin, end)
        key, begin = keys[-1]
        path += (key,)
        end = self._value(path, value)
        self.places[path] = Place(begin, value, end)
        self._extend(path, end)
        return end

    def _value(self, path: KeyPath, at: int) -> int:
        """Note what is inside a value; return the offset behind it."""
        source = self._source
        if source[at] == "[":
            return self._array(path, at)
        if source[at] == "{":
            return self._inline_table(path, at)
        match = _STRING.match(source, at) or _SCALAR.match(source, at)
        if match is None:
            raise ValueError(f"no value at {at}")
        return match.end()

    def _array(self, path: KeyPath, at: int) -> int:
        at = self._blank(at + 1)
        index = 0
        while self._source[at] != "]":
            end = self._value((*path, index), at)
            self.places[(*path, index)] = Place(at, at, end)
            index += 1
            at = self._blank(end)
            if self._source[at] == ",":
                at = self._blank(at + 1)
        return at + 1

    def _inline_table(self, path: KeyPath, at: int) -> int:
        at = self._blank(at + 1)
        while self._source[at] != "}":
            at = self._blank(self._pair(path, at))
            if self._source[at] == ",":
                at = self._blank(at + 1)
        return at + 1
