"""The files of lexicons: entries that decide by themselves, as data.

A lexicon is a TOML file of entries of one kind and subkind::

    format = 1
    kind = "jargon"              # or "empty-claim"
    subkind = "buzzword"         # for jargon: buzzword, wordy, acronym or insider
    title = "Marketing and management words with little meaning left"
    source = "who says so"

    [[entry]]
    phrase = "leverage"
    forms = ["leverages", "leveraged", "leveraging"]   # its inflected forms, spelled out
    pos = ["VERB"]               # only as this part of speech (of the phrase's head)
    plain = ["use"]              # plainer words for the same slot, uninflected
    unless.near = ["crowbar"]    # literal when one of these is within ten words,
    unless.before = ["saline"]   #   or stands directly before it,
    unless.after = ["ratio"]     #   or directly behind it
    case = true                  # only in this letter case
    severity = "mild"            # default: strong; of wordy phrases mild, they cost a word only
    flags = ["We leverage our network."]               # must be found
    passes = ["The leverage of a crowbar is simple."]  # must not be found
    source = "…"                 # where it differs from the file's
    off = true                   # in a user's file: this built-in phrase is no longer found

A user's own files, beside the built-in ones, have the same form; the same phrase in one of them
replaces the built-in entry. There ``kind``, ``flags`` and ``passes`` may be left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from writer_assistant.analysis.finding import WORD_KINDS, Kind, Severity
from writer_assistant.analysis.lexicon import SUBKINDS, Entry, Lexicons
from writer_assistant.analysis.phrases import fold
from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root

_TEXT, _TEXTS, _FLAG = "a text in quotation marks", "a list of texts", "true or false"
_FIELDS = {
    "phrase": _TEXT,
    "source": _TEXT,
    "severity": _TEXT,
    "forms": _TEXTS,
    "pos": _TEXTS,
    "plain": _TEXTS,
    "flags": _TEXTS,
    "passes": _TEXTS,
    "case": _FLAG,
    "off": _FLAG,
}
_UNLESS = ("near", "before", "after")


def read_lexicon(path: Path, *, own: bool = False) -> tuple[Entry, ...]:
    """Return the entries of one file.

    Args:
        path: the file.
        own: whether it is a user's own file, in which sentences to test with may be left out.

    Raises:
        UserError: if it cannot be read or says something that a lexicon cannot say.
    """
    source, data = load_table(path)
    where = _Places(path, source)
    kind = _kind_of(data, where, own=own)
    subkind = data.get("subkind", "insider" if own and kind is Kind.JARGON else None)
    if kind is Kind.JARGON and subkind not in SUBKINDS:
        raise where.error("subkind", f"subkind is {subkind!r}", f"Use one of {_or(SUBKINDS)}.")
    entries = data.get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise where.error("entry", "the entries are not tables", "Begin each with [[entry]].")
    return tuple(
        _entry(raw, where.entry(number), kind, subkind, str(data.get("source", "")), own=own)
        for number, raw in enumerate(entries)
    )


def load_lexicons(own: Iterable[Path] = ()) -> tuple[Lexicons, list[UserError]]:
    """Return the built-in lexicons with a user's own ones over them, and what was wrong with those.

    Args:
        own: files or folders of files; a later one wins. One that cannot be used is left out.

    Raises:
        UserError: if a built-in lexicon is damaged.
    """
    problems: list[UserError] = []
    entries = {(fold(e.phrase), e.kind, e.pos): e for e in built_in_lexicons().entries}
    for path in own:
        for file in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
            try:
                added = read_lexicon(file, own=True)
            except UserError as problem:
                problems.append(problem)
                continue
            for entry in added:
                phrase = fold(entry.phrase)
                for key in [key for key in entries if key[0] == phrase]:
                    if entry.off or key[1] is entry.kind:
                        del entries[key]
                if not entry.off:
                    entries[phrase, entry.kind, entry.pos] = entry
    return Lexicons(tuple(entries.values())), problems


@cache
def built_in_lexicons() -> Lexicons:
    """Return the lexicons that come with the program.

    Raises:
        UserError: if one is damaged.
    """
    files = sorted((resource_root() / "lexicons").glob("*.toml"))
    return Lexicons(tuple(entry for file in files for entry in read_lexicon(file)))


def load_table(path: Path) -> tuple[str, dict[str, Any]]:
    """Return a file's text and what it says.

    Raises:
        UserError: if it cannot be read, or is no TOML of this format.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("it is not UTF-8", str(path), "Save it as UTF-8.") from error
    except OSError as error:
        raise UserError(
            f"the lexicon cannot be read ({error.strerror})",
            str(path),
            "Check that the file is there and may be read.",
        ) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"it is not TOML: {error}", str(path), "Correct that line.") from error
    if data.get("format") != 1:
        raise UserError(
            f"its format is {data.get('format')!r}", str(path), "Put format = 1 at its top."
        )
    return text, data


def _kind_of(data: Mapping[str, Any], where: _Places, *, own: bool) -> Kind:
    kind = data.get("kind", Kind.JARGON if own else None)
    if kind not in WORD_KINDS:
        raise where.error("kind", f"kind is {kind!r}", f"Use one of {_or(WORD_KINDS)}.")
    return Kind(kind)


def _usual_severity(subkind: str | None) -> Severity:
    return Severity.MILD if subkind == "wordy" else Severity.STRONG


def _entry(
    raw: Mapping[str, Any],
    where: _Places,
    kind: Kind,
    subkind: str | None,
    source: str,
    *,
    own: bool,
) -> Entry:
    """Return one entry of a file.

    Raises:
        UserError: with its line, if it says something that an entry cannot say.
    """
    for name, value in raw.items():
        if name == "unless":
            continue
        expected = _FIELDS.get(name)
        if expected is None:
            raise where.error(name, f"an entry has no {name!r}", f"It may have {_or(_FIELDS)}.")
        if not _is(value, expected):
            raise where.error(name, f"{name} is {value!r}", f"Write {expected}.")
    phrase = raw.get("phrase", "")
    if not fold(phrase):
        raise where.error("phrase", "an entry has no phrase", 'Add phrase = "…".')
    severity = raw.get("severity", _usual_severity(subkind))
    if severity not in tuple(Severity):
        raise where.error("severity", f"severity is {severity!r}", f"Use {_or(Severity)}.")
    if not own and not (raw.get("flags") and raw.get("passes")):
        raise where.error(
            "phrase",
            f"{phrase!r} has no sentence that must be found or none that must not",
            "Add flags = […] and passes = […].",
        )
    unless = _unless(raw.get("unless", {}), where)
    return Entry(
        phrase=phrase,
        kind=kind,
        subkind=subkind,
        forms=tuple(raw.get("forms", ())),
        pos=frozenset(raw.get("pos", ())),
        plain=tuple(raw.get("plain", ())),
        near=frozenset(unless["near"]),
        before=unless["before"],
        after=unless["after"],
        case=raw.get("case", False),
        severity=Severity(severity),
        flags=tuple(raw.get("flags", ())),
        passes=tuple(raw.get("passes", ())),
        source=raw.get("source", source),
        off=raw.get("off", False),
        own=own,
    )


def _unless(raw: object, where: _Places) -> dict[str, tuple[str, ...]]:
    """Return the words that make a phrase literal, folded."""
    if not isinstance(raw, dict):
        raise where.error("unless", f"unless is {raw!r}", "Write unless.near = […] or the like.")
    for name, value in raw.items():
        if name not in _UNLESS or not _is(value, _TEXTS):
            raise where.error("unless", f"unless.{name} is {value!r}", f"It has {_or(_UNLESS)}.")
    return {name: tuple(map(fold, raw.get(name, ()))) for name in _UNLESS}


def _is(value: object, expected: str) -> bool:
    if expected == _TEXTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, bool if expected == _FLAG else str)


def _or(names: Iterable[str]) -> str:
    return ", ".join(map(str, names))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in a file the keys stand, for messages."""

    path: Path
    text: str
    number: int | None = None

    def entry(self, number: int) -> _Places:
        return _Places(self.path, self.text, number)

    def error(self, key: str, what: str, remedy: str) -> UserError:
        return UserError(what, f"{self.path}, line {self._line(key)}", remedy)

    def _line(self, key: str) -> int:
        """Return the line of ``key``, or of the entry that lacks it, counted from 1."""
        heads = [found.start() for found in re.finditer(r"(?m)^\s*\[\[entry\]\]", self.text)]
        start, end = 0, heads[0] if heads else len(self.text)
        if self.number is not None and self.number < len(heads):
            start = heads[self.number]
            end = heads[self.number + 1] if self.number + 1 < len(heads) else len(self.text)
        found = re.compile(rf"(?m)^\s*{re.escape(key)}\b").search(self.text, start, end)
        return self.text.count("\n", 0, found.end() if found else start) + 1
