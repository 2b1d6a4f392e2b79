"""What the writer does not want to hear about again in one draft.

An ignored finding is kept by what it says and which words stand around it, not by its place, so
that it survives edits, restarts and other editors. Each draft has one JSON file in the folder
``ignored`` of the user's data, named after the draft::

    {"format": 1,
     "draft": "/home/ana/posts/launch.md",
     "ignored": [
      {"scope": "here", "kind": "jargon", "text": "leverage",
       "before": ["how", "levers", "give"], "after": ["to", "a", "child"],
       "reason": "literal", "on": "2026-11-21"}]}

``scope`` is ``here`` (this one), ``phrase`` (these words, anywhere in this draft) or ``kind`` (the
whole kind, in this draft). Unknown keys are kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from writer_assistant.analysis.finding import Kind
from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.paths import user_data
from writer_assistant.text.anchor import fold

SCOPES = ("here", "phrase", "kind")
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Ignored:
    """One thing that is ignored.

    Attributes:
        scope: ``here`` (this one), ``phrase`` (these words in this draft) or ``kind``.
        kind: of which kind.
        text: the words that are marked; empty for a kind.
        before: up to three words in front of them, for ``here``; nearest last.
        after: up to three words behind them, for ``here``; nearest first.
        reason: why, if the writer said so.
        on: the day, as an ISO date.
        more: what a newer version of the program has written beside this.
    """

    scope: str
    kind: Kind
    text: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reason: str = ""
    on: str = ""
    more: tuple[tuple[str, Any], ...] = field(default=(), repr=False)

    def is_around(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether its place may be the one between these words.

        One side is enough, so that the other may be rewritten.
        """
        same_before, same_after = self.before == tuple(before), self.after == tuple(after)
        return (same_before and same_after) or bool(
            (same_before and before) or (same_after and after)
        )


class IgnoreList:
    """What is ignored in one draft, and the file that remembers it.

    Args:
        draft: the draft's path, or the name that an untitled draft is known by.
        folder: where the files are kept; by default in the user's data.
    """

    def __init__(self, draft: str, folder: Path | None = None) -> None:
        self._folder = folder or user_data() / "ignored"
        self._draft = draft
        self._more: dict[str, Any] = {}
        self._damaged = False
        self._followed = False
        self._items: list[Ignored] = []
        self._here: dict[tuple[Kind, str], list[Ignored]] = {}
        self._phrases: set[tuple[Kind, str]] = set()
        self._kinds: set[Kind] = set()

    @property
    def path(self) -> Path:
        """The file."""
        import hashlib  # here, since it loads a library that the first paint needs not wait for

        stem = re.sub(r"[^\w-]+", "-", Path(self._draft).stem)[:40]
        digest = hashlib.sha256(self._draft.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._folder / f"{stem}-{digest}.json"

    def items(self) -> tuple[Ignored, ...]:
        """Return what is ignored, in the order in which it was ignored."""
        return tuple(self._items)

    def load(self) -> None:
        """Read the file, if there is one.

        Raises:
            UserError: if it cannot be read or understood. A file that cannot be understood is put
                aside by the next save, never written over.
        """
        self._damaged = False
        self._more = {}
        self._set([])
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            self._damaged = True
            raise UserError(
                tr("what is ignored in this draft cannot be read ({strerror})").format(
                    strerror=error.strerror
                ),
                str(self.path),
                tr("See whether the file may be read, or remove it."),
            ) from error
        try:
            data = json.loads(raw)
            if data["format"] != _FORMAT:
                raise ValueError(f"format {data['format']!r}")
            items = [_item(entry) for entry in data["ignored"]]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            self._damaged = True
            raise UserError(
                tr("what is ignored in this draft cannot be understood ({error})").format(
                    error=error
                ),
                str(self.path),
                tr(
                    "Everything is shown for now. The file is kept, under another name, as soon as "
                    "something new is ignored."
                ),
            ) from error
        self._more = {k: v for k, v in data.items() if k not in {"format", "draft", "ignored"}}
        self._set(items)

    def add(self, item: Ignored) -> None:
        """Ignore one more thing.

        Raises:
            UserError: if the file cannot be written; it is ignored until the program ends.
        """
        if item not in self._items:
            self._set([*self._items, item])
            self._save()

    def remove(self, item: Ignored) -> None:
        """Do not ignore ``item`` any more.

        Raises:
            UserError: if the file cannot be written.
        """
        if item in self._items:
            self._set([other for other in self._items if other != item])
            self._save()

    def move_to(self, draft: str) -> None:
        """Keep the list under another name from now on, as when a draft is saved as a new file.

        What is known under that name already stays ignored too.

        Raises:
            UserError: if a file cannot be read or written.
        """
        if draft == self._draft:
            return
        own = self._items
        self._draft = draft
        try:
            self.load()
        finally:
            if own:
                self._set([*self._items, *(item for item in own if item not in self._items)])
                self._save()

    def ignores(
        self, kind: Kind, text: str, neighbours: Callable[[], tuple[Sequence[str], Sequence[str]]]
    ) -> bool:
        """Whether a finding is ignored. ``neighbours`` gives the words before and behind it.

        They are asked for only if these words are ignored at some place. If that is the place, but
        one of its sides was rewritten, the list follows.
        """
        if kind in self._kinds:
            return True
        key = kind, fold(text)
        if key in self._phrases:
            return True
        if key not in self._here:
            return False
        before, after = neighbours()
        for item in self._here[key]:
            if item.is_around(before, after):
                self._follow(item, tuple(before), tuple(after))
                return True
        return False

    def _follow(self, item: Ignored, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        new = replace(item, before=before, after=after)
        if new != item and new not in self._items:
            self._followed = True
            self._set([new if other == item else other for other in self._items])

    def _set(self, items: Iterable[Ignored]) -> None:
        self._items = list(items)
        self._here = {}
        for item in self._items:
            if item.scope == "here":
                self._here.setdefault((item.kind, fold(item.text)), []).append(item)
        self._phrases = {(i.kind, fold(i.text)) for i in self._items if i.scope == "phrase"}
        self._kinds = {i.kind for i in self._items if i.scope == "kind"}

    def save(self) -> None:
        """Write the file, if a place was followed since it was last written.

        Raises:
            UserError: if it cannot be written.
        """
        if self._followed:
            self._save()

    def _save(self) -> None:
        # Reading encodings takes a while to import; a draft that ignores nothing needs none of it.
        from writer_assistant.text.readers import write_file

        path = self.path
        entries = [_entry(item) for item in self._items]
        data = {"format": _FORMAT, "draft": self._draft, "ignored": entries, **self._more}
        try:
            if self._damaged:
                _put_aside(path)
                self._damaged = False
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, json.dumps(data, indent=1) + "\n")
        except (OSError, UserError) as error:
            why = error.what if isinstance(error, UserError) else error.strerror
            raise UserError(
                tr("what you ignore cannot be remembered ({why})").format(why=why),
                str(path),
                tr(
                    "It is ignored until you close the draft. Make room on the disk, or see "
                    "whether the folder may be written."
                ),
            ) from error
        self._followed = False


def ignored_here(
    kind: Kind, text: str, before: tuple[str, ...], after: tuple[str, ...], reason: str = ""
) -> Ignored:
    """Return what ignores one finding, by the words before and behind it."""
    return Ignored("here", kind, text, before, after, reason, _today())


def ignored_everywhere(scope: str, kind: Kind, text: str, reason: str = "") -> Ignored:
    """Return what ignores a ``phrase`` or a ``kind``."""
    return Ignored(scope, kind, text if scope == "phrase" else "", reason=reason, on=_today())


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def _put_aside(path: Path) -> None:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.rename(aside)


_KEYS = ("scope", "kind", "text", "before", "after", "reason", "on")


def _item(entry: dict[str, Any]) -> Ignored:
    scope = entry["scope"]
    if scope not in SCOPES:
        raise ValueError(f"scope {scope!r}")
    text, reason, on = (entry.get(key, "") for key in ("text", "reason", "on"))
    before, after = (entry.get(key, []) for key in ("before", "after"))
    if not (isinstance(before, list) and isinstance(after, list)):
        raise TypeError("neighbours are no list")
    for value in (text, reason, on, *before, *after):
        if not isinstance(value, str):
            raise TypeError(f"{value!r} is no text")
    more = tuple((key, value) for key, value in entry.items() if key not in _KEYS)
    return Ignored(scope, Kind(entry["kind"]), text, tuple(before), tuple(after), reason, on, more)


def _entry(item: Ignored) -> dict[str, Any]:
    entry: dict[str, Any] = {"scope": item.scope, "kind": item.kind.value}
    for key in ("text", "before", "after", "reason", "on"):
        value = getattr(item, key)
        if value:
            entry[key] = list(value) if isinstance(value, tuple) else value
    return {**entry, **dict(item.more)}
