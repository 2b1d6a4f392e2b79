"""Changes to the text of a persona file that keep all the rest of it as it stands.

New entries are put in as text, behind the last one of their kind. Lists inside an entry are changed
through tomlkit. Either way the result is read again and compared before it is handed back.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Table

from writer_assistant.errors import UserError
from writer_assistant.persona.ids import is_id, make_id
from writer_assistant.persona.locate import locate
from writer_assistant.persona.model import Answer, Entry, Gain, Gatekeeper, Heard, Pain
from writer_assistant.persona.reading import read_persona
from writer_assistant.persona.toml import TomlError, read_toml

AnyEntry = Pain | Gain | Entry | Gatekeeper | Answer
"""An entry of a persona, of whatever kind."""

_UNCHANGEABLE = (
    "the persona's file is written in a way that cannot be changed here",
    "",
    "Add it by hand, or write each entry under a heading such as [[answer]].",
)

KINDS = ("pain", "gain", "obstacle", "gatekeeper", "question", "interest", "answer")
"""The kinds of entries, by their names in the file."""


def add_answer(source: str, answer: Answer) -> str:
    """Return the text of a persona file with one more answer; see ``add_entry``."""
    return add_entry(source, "answer", answer)


def add_entry(source: str, kind: str, entry: AnyEntry) -> str:
    """Return the text of a persona file with one more entry, behind the last of its kind.

    An id that is taken is made unique; one that is empty is made from what the entry says.

    Args:
        source: the file's text; it must be a usable persona.
        kind: one of ``KINDS``.
        entry: what to add.

    Raises:
        UserError: if ``source`` cannot be changed.
    """
    values = _values(source)
    taken = _ids(values)
    keeps = is_id(entry.id) and entry.id not in taken
    own = entry.id if keeps else make_id(entry.id or _says(entry), taken)
    table = {"id": own, **_table(entry)}
    wanted = copy.deepcopy(values)
    wanted.setdefault(kind, []).append(table)
    there = values.get(kind)
    if isinstance(there, list) and not _is_headed(source, kind):
        with _changes():
            document: Any = tomlkit.parse(source)
            document[kind].append(_inline(table))
            return _checked(document.as_string(), wanted)
    text = f"[[{kind}]]\n" + "".join(
        f"{key} = {_inline_value(value).as_string()}\n" for key, value in table.items()
    )
    at = _behind_last(source, kind) if there else len(source)
    before, behind = source[:at], source[at:]
    gap = "\n" * (2 - _line_ends(before)) if before.strip() else ""
    rest = "" if not behind or behind.startswith("\n") else "\n"
    return _checked(before + gap + text + rest + behind, wanted)


def add_to_entry(
    source: str,
    kind: str,
    own: str,
    *,
    words: Iterable[str] = (),
    heard: Iterable[Heard] = (),
) -> str:
    """Return the text of a persona file with more ``words`` and ``heard`` in one entry.

    What is there already is not added again.

    Raises:
        UserError: if there is no such entry, or ``source`` cannot be changed.
    """
    values = _values(source)
    wanted = copy.deepcopy(values)
    found, index = (*read_persona(values).paths.get(own, ()), None, None)[:2]
    if found != kind:
        raise UserError(f"there is no {kind} “{own}”", "", "Read the persona's file again.")
    plain = wanted[kind][index]
    more = [word for word in dict.fromkeys(words) if word not in plain.get("words", [])]
    known = [_comparable(one) for one in plain.get("heard", [])]
    said = [one for one in map(_heard, heard) if _comparable(one) not in known]
    if not more and not said:
        return source
    with _changes():
        document: Any = tomlkit.parse(source)
        _extend(document[kind][index], plain, "words", more)
        _extend(document[kind][index], plain, "heard", said)
        return _checked(document.as_string(), wanted)


def add_vocabulary(
    source: str,
    *,
    uses: Iterable[str] = (),
    avoids: Iterable[str] = (),
    plain: Mapping[str, str] | None = None,
) -> str:
    """Return the text of a persona file with more words; those that are there stay as they are.

    Raises:
        UserError: if ``source`` cannot be changed.
    """
    values = _values(source)
    wanted = copy.deepcopy(values)
    there = values.get("vocabulary", {})
    more = {
        name: [word for word in dict.fromkeys(words) if word not in there.get(name, [])]
        for name, words in (("uses", uses), ("avoids", avoids))
    }
    pairs = {
        ours: hers for ours, hers in (plain or {}).items() if ours not in there.get("plain", {})
    }
    if not any((*more.values(), pairs)):
        return source
    with _changes():
        document: Any = tomlkit.parse(source)
        if "vocabulary" not in document:
            document.append("vocabulary", tomlkit.table())
        table, target = document["vocabulary"], wanted.setdefault("vocabulary", {})
        for name, words in more.items():
            _extend(table, target, name, words)
        if pairs:
            if "plain" not in table:
                table["plain"] = tomlkit.table()
            for ours, hers in pairs.items():
                table["plain"][ours] = hers
            target["plain"] = {**target.get("plain", {}), **pairs}
        return _checked(document.as_string(), wanted)


def _values(source: str) -> dict[str, Any]:
    try:
        return read_toml(source)
    except TomlError as error:
        raise UserError(
            "the persona's file is broken and is left as it is", "", "Correct it first."
        ) from error


def _checked(text: str, wanted: Mapping[str, Any]) -> str:
    """Return ``text``, which must hold what is wanted.

    Raises:
        UserError: if it does not; better no change than a wrong one.
    """
    try:
        if read_toml(text) == wanted:
            return text
    except TomlError:
        pass
    raise UserError(*_UNCHANGEABLE)


@contextlib.contextmanager
def _changes() -> Iterator[None]:
    """Turn what tomlkit cannot do into a ``UserError``."""
    try:
        yield
    except (TOMLKitError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise UserError(*_UNCHANGEABLE) from error


def _ids(values: Mapping[str, Any]) -> set[str]:
    """Return all ids, those too that entries without one are given."""
    return set(read_persona(values).paths)


def _says(entry: AnyEntry) -> str:
    if isinstance(entry, Answer):
        return entry.feature or entry.benefit
    if isinstance(entry, Gatekeeper):
        return entry.role
    return (isinstance(entry, Pain) and entry.short) or entry.text


def _table(entry: AnyEntry) -> dict[str, Any]:
    """Return what an entry says, without its id and what is empty, in the order of the format."""
    order = (
        "feature", "role", "text", "short", "cares", "cost", "words", "relieves", "benefit", "proof"
    )  # fmt: skip
    table: dict[str, Any] = {}
    for key in order:
        value = getattr(entry, key, ())
        if value:
            table[key] = list(value) if isinstance(value, tuple) else value
    heard = [_heard(one) for one in getattr(entry, "heard", ())]
    if heard:
        table["heard"] = heard
    return table


def _heard(heard: Heard) -> dict[str, Any]:
    pairs: dict[str, Any] = {"from": heard.source, "by": heard.by, "on": heard.on}
    with contextlib.suppress(ValueError):
        pairs["on"] = date.fromisoformat(heard.on)
    pairs["quote"] = heard.quote
    return {key: value for key, value in pairs.items() if value}


def _comparable(heard: Mapping[str, Any]) -> dict[str, str]:
    return {key: " ".join(str(value).split()) for key, value in heard.items()}


def _inline_value(value: object) -> Any:
    return _array(value) if isinstance(value, list) else tomlkit.item(value)


def _array(values: Sequence[object]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(_inline(value) if isinstance(value, Mapping) else value)
    return array


def _inline(table: Mapping[str, Any]) -> InlineTable:
    inline = tomlkit.inline_table()
    for key, value in table.items():
        inline[key] = _array(value) if isinstance(value, list) else value
    return inline


def _extend(table: Any, plain: dict[str, Any], key: str, more: Sequence[Any]) -> None:
    """Add items to a list of a table, in the file's text and in its plain values."""
    if not more:
        return
    if key not in table:
        table[key] = _array(more)
    else:
        there = table[key]
        for item in more:
            wrap = isinstance(item, Mapping) and not isinstance(there, AoT)
            there.append(_inline(item) if wrap else _as_table(item))
    plain[key] = [*plain.get(key, []), *more]


def _as_table(item: object) -> object:
    if not isinstance(item, Mapping):
        return item
    table: Table = tomlkit.table()
    for key, value in item.items():
        table[key] = value
    return table


def _is_headed(source: str, kind: str) -> bool:
    place = locate(source).get((kind,))
    return place is not None and source.startswith("[[", place.value)


def _behind_last(source: str, kind: str) -> int:
    """Return the offset behind the line on which the last entry of a kind ends."""
    places = locate(source)
    end = max(place.end for path, place in places.items() if path[:1] == (kind,))
    line_end = source.find("\n", end)
    return line_end + 1 if line_end >= 0 else len(source)


def _line_ends(text: str) -> int:
    """Return how many line ends stand at the end of ``text``, two at most."""
    return 2 if text.endswith("\n\n") else int(text.endswith("\n"))
