"""What the program remembers by itself: recent files, where the caret was, sizes of the window."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from writer_assistant.errors import UserError
from writer_assistant.paths import user_data

MOST = 15
"""How many recent files are remembered."""


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
            # Another window of ours, in another process, may have remembered something meanwhile.
            self._values = {**self._values, **_read(self._path), name: value}
            self._write()

    def _write(self) -> None:
        from writer_assistant.text.readers import write_file  # not for the first paint

        with contextlib.suppress(OSError, UserError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self._path, json.dumps(self._values, indent=1))

    @property
    def recent(self) -> list[Path]:
        """The files that were opened or saved last, newest first."""
        return [Path(entry["path"]) for entry in self._entries]

    @property
    def _entries(self) -> list[dict[str, Any]]:
        entries = self._values.get("recent")
        if not isinstance(entries, list):
            return []
        return [entry for entry in entries if _is_entry(entry)]

    def caret(self, path: Path) -> int:
        """Return where the caret was in ``path``, in UTF-16 units."""
        for entry in self._entries:
            if Path(entry["path"]) == path:
                caret = entry.get("caret", 0)
                return caret if isinstance(caret, int) else 0
        return 0

    def add_recent(self, path: Path, caret: int = 0) -> None:
        """Put ``path`` first among the recent files."""
        others = [entry for entry in self._entries if Path(entry["path"]) != path]
        self.set("recent", [{"path": str(path), "caret": caret}, *others][:MOST])

    def forget_recent(self, path: Path | None = None) -> None:
        """Forget one recent file, or all of them."""
        kept = [other for other in self.recent if path is not None and other != path]
        self.set("recent", [{"path": str(other), "caret": self.caret(other)} for other in kept])


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("path"), str)
