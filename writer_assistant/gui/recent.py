"""What the program remembers by itself: recent drafts, where the caret was, sizes of the window."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from writer_assistant.errors import UserError
from writer_assistant.paths import user_data

MOST = 15
"""How many recent drafts are remembered."""


@dataclass(frozen=True, slots=True)
class RecentDraft:
    """A draft that was open a while ago.

    Attributes:
        path: its file; None for a draft without one, which is kept among the earlier versions.
        untitled_id: what a draft without a file is known by.
        caret: where the caret was, in UTF-16 units.
        first_line: its first line that says something; empty if not known.
        focus: its focus (0 to 1) when it was last seen; None if not known.
        words: how many it had; None if not known.
        on: when it was last seen, as an ISO time; empty if not known.
    """

    path: Path | None
    untitled_id: str = ""
    caret: int = 0
    first_line: str = ""
    focus: float | None = None
    words: int | None = None
    on: str = ""

    def is_same(self, other: RecentDraft) -> bool:
        """Whether both are the same draft."""
        return (self.path, self.untitled_id) == (other.path, other.untitled_id)


class Memory:
    """A small JSON file in the user's data folder.

    Losing it costs comfort and nothing else, so that trouble with it is not reported.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or user_data()) / "state.json"
        self._values = _read(self._path)

    @property
    def is_first_start(self) -> bool:
        """Whether nothing was ever remembered."""
        return not self._values

    def get(self, name: str, default: Any = None) -> Any:
        """Return what is remembered as ``name``."""
        return self._values.get(name, default)

    def set(self, name: str, value: Any) -> None:
        """Remember ``value``, which JSON must be able to hold."""
        if self._values.get(name) != value:
            self._catch_up()
            self._values[name] = value
            self._write()

    def _catch_up(self) -> None:
        """Take what another run of the program has remembered meanwhile."""
        self._values = {**self._values, **_read(self._path)}

    def _write(self) -> None:
        from writer_assistant.text.readers import write_file  # not for the first paint

        with contextlib.suppress(OSError, UserError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self._path, json.dumps(self._values, indent=1))

    @property
    def drafts(self) -> list[RecentDraft]:
        """The drafts that were open last, newest first."""
        entries = self._values.get("recent")
        read = map(_draft, entries if isinstance(entries, list) else [])
        return [draft for draft in read if draft is not None]

    @property
    def recent(self) -> list[Path]:
        """The files that were opened or saved last, newest first."""
        return [draft.path for draft in self.drafts if draft.path is not None]

    def caret(self, path: Path) -> int:
        """Return where the caret was in ``path``, in UTF-16 units."""
        return next((draft.caret for draft in self.drafts if draft.path == path), 0)

    def add_draft(self, draft: RecentDraft) -> None:
        """Put ``draft`` first; what is not known of it stays as it was."""
        self._catch_up()
        from datetime import datetime

        now = datetime.now().astimezone().isoformat(timespec="seconds")
        before = next((other for other in self.drafts if other.is_same(draft)), draft)
        draft = replace(
            draft,
            first_line=draft.first_line or before.first_line,
            focus=before.focus if draft.focus is None else draft.focus,
            words=before.words if draft.words is None else draft.words,
            on=draft.on or now,
        )
        others = [other for other in self.drafts if not other.is_same(draft)]
        self.set("recent", [_entry(other) for other in [draft, *others][:MOST]])

    def learn(self, draft: RecentDraft) -> None:
        """Take what is known of ``draft`` now, if it is remembered; the order stays."""
        self._catch_up()
        drafts = self.drafts
        for at, before in enumerate(drafts):
            if before.is_same(draft):
                drafts[at] = replace(
                    before,
                    caret=draft.caret,
                    first_line=draft.first_line or before.first_line,
                    focus=before.focus if draft.focus is None else draft.focus,
                    words=before.words if draft.words is None else draft.words,
                )
                self.set("recent", [_entry(other) for other in drafts])
                return

    def forget_recent(self, path: Path | None = None) -> None:
        """Forget one recent file, or all recent drafts."""
        self._catch_up()
        drafts = self.drafts if path is not None else []
        self.set("recent", [_entry(draft) for draft in drafts if draft.path != path])

    def forget_draft(self, draft: RecentDraft) -> None:
        """Forget one recent draft."""
        self._catch_up()
        kept = [other for other in self.drafts if not other.is_same(draft)]
        self.set("recent", [_entry(other) for other in kept])


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _entry(draft: RecentDraft) -> dict[str, Any]:
    return {
        "path": str(draft.path) if draft.path else None,
        "untitled_id": draft.untitled_id,
        "caret": draft.caret,
        "first_line": draft.first_line,
        "focus": draft.focus,
        "words": draft.words,
        "on": draft.on,
    }


def _draft(entry: object) -> RecentDraft | None:
    if not isinstance(entry, dict):
        return None
    path, name = entry.get("path"), entry.get("untitled_id")
    path = Path(path) if isinstance(path, str) and path else None
    name = name if isinstance(name, str) else ""
    if path is None and not name:
        return None
    caret, focus, words = (entry.get(key) for key in ("caret", "focus", "words"))
    return RecentDraft(
        path,
        name,
        caret if isinstance(caret, int) else 0,
        str(entry.get("first_line", "")),
        float(focus) if isinstance(focus, (int, float)) else None,
        words if isinstance(words, int) else None,
        str(entry.get("on", "")),
    )
