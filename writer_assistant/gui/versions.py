"""Earlier versions of drafts: kept for a while, dense at first, sparse later.

Each draft has a folder in ``versions`` of the user's data, named after the draft; each version is a
file in it: a line of JSON that says when and why it was taken, then the text as it was (UTF-8; a
lone surrogate is kept as it is).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.paths import user_data

_SUFFIX = ".version"
_NAME = "%Y%m%dT%H%M%S%f"
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_STEPS: tuple[tuple[timedelta, timedelta], ...] = (
    (_HOUR, timedelta(0)),
    (_DAY, timedelta(minutes=10)),
    (7 * _DAY, _HOUR),
    (30 * _DAY, _DAY),
)
"""Up to which age how far apart versions stay at least; older ones stay a week apart."""
_WEEK = 7 * _DAY


class Why(StrEnum):
    """What a version was taken for."""

    OPENED = "opened"
    WORK = "work"
    SAVED = "saved"
    REPLACED = "replaced"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a draft.

    Attributes:
        file: where it is kept.
        on: when it was taken (UTC).
        why: what for.
        words: how many it has; None if that was not known.
        focus: its focus (0 to 1) as judged then; None if it was not known.
    """

    file: Path
    on: datetime
    why: Why
    words: int | None = None
    focus: float | None = None

    def read(self) -> str:
        """Return its text.

        Raises:
            UserError: if it cannot be read any more.
        """
        try:
            return self.file.read_bytes().decode("utf-8", "surrogatepass").partition("\n")[2]
        except (OSError, ValueError) as error:
            raise UserError(
                tr("this version cannot be read any more"),
                str(self.file),
                tr("Look at another one."),
            ) from error


class VersionStore:
    """The versions of all drafts.

    A draft is named by its path, or by what it is known by while it has none.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or user_data() / "versions"

    def of(self, draft: str) -> list[Version]:
        """Return the versions of a draft, newest first. Files that are none are left out."""
        files = sorted(self._home(draft).glob(f"*{_SUFFIX}"), reverse=True)
        return [version for file in files if (version := _read_head(file)) is not None]

    def add(
        self,
        draft: str,
        text: str,
        why: Why,
        *,
        words: int | None = None,
        focus: float | None = None,
        on: datetime | None = None,
    ) -> Version | None:
        """Keep a state of a draft; None if the newest version is the same anyway.

        Raises:
            UserError: if it cannot be written.
        """
        from writer_assistant.text.readers import write_file  # not for the first paint

        on = on or datetime.now(UTC)
        newest = next(iter(self.of(draft)), None)
        if newest is not None:
            with contextlib.suppress(UserError):
                if newest.read() == text:
                    if why is not Why.SAVED or newest.why is Why.SAVED:
                        return None
                    newest.file.unlink(missing_ok=True)  # the same again, as it was saved
            on = max(on, newest.on + timedelta(microseconds=1))
        home = self._home(draft)
        file = home / f"{on.astimezone(UTC).strftime(_NAME)}{_SUFFIX}"
        head = {
            "format": 1,
            "draft": draft,
            "on": on.isoformat(),
            "why": why.value,
            "words": words,
            "focus": focus,
        }
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                tr("earlier versions cannot be kept ({error})").format(
                    error=error.strerror or error
                ),
                str(home),
                tr("Make the folder writable."),
            ) from error
        write_file(file, f"{json.dumps(head)}\n{text}")
        return Version(file, on, why, words, focus)

    def move(self, draft: str, to: str) -> None:
        """Let the versions of a draft go along to another name."""
        if draft == to:
            return
        source, target = self._home(draft), self._home(to)
        with contextlib.suppress(OSError):
            target.mkdir(parents=True, exist_ok=True)
            for file in source.glob(f"*{_SUFFIX}"):
                file.replace(target / file.name)
            source.rmdir()

    def forget(self, draft: str) -> None:
        """Forget all versions of a draft."""
        _remove(self._home(draft).glob(f"*{_SUFFIX}"))
        self._clear_up()

    def thin(self, *, days: int, megabytes: int, now: datetime | None = None) -> None:
        """Let versions go that are too old, too close to another one, or too many.

        Args:
            days: how long any is kept.
            megabytes: how much all of them take at most. The oldest go first, but the newest of
                a draft goes after all that are not.
            now: the time that ages are counted from.
        """
        now = now or datetime.now(UTC)
        left: list[tuple[bool, datetime, Path]] = []
        for home in self._homes():
            taken = {on: file for file in home.glob(f"*{_SUFFIX}") if (on := _taken(file))}
            kept = worth_keeping(taken, now, timedelta(days=days))
            _remove(file for on, file in taken.items() if on not in kept)
            left += [(on == max(kept), on, taken[on]) for on in kept]
        room = megabytes * 1_000_000
        for _, _, file in sorted(left, reverse=True):
            room -= _size(file)
            if room < 0:
                _remove([file])
        self._clear_up()

    def _homes(self) -> list[Path]:
        try:
            return [home for home in self._folder.iterdir() if home.is_dir()]
        except OSError:
            return []

    def _home(self, draft: str) -> Path:
        stem = re.sub(r"[^\w-]+", "-", Path(draft).stem)[:40]
        digest = hashlib.sha256(draft.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._folder / f"{stem}-{digest}"

    def _clear_up(self) -> None:
        for home in self._homes():
            with contextlib.suppress(OSError):  # it is not empty
                home.rmdir()


def worth_keeping(
    taken: Iterable[datetime], now: datetime, longest: timedelta
) -> Sequence[datetime]:
    """Return which of the versions taken at these times are worth keeping, newest first.

    Of those in one stretch of time the last one stays; stretches are counted from the epoch, so
    that thinning again later takes no more than thinning later alone.
    """
    kept: list[datetime] = []
    slots: set[tuple[timedelta, int]] = set()
    for on in sorted(set(taken), reverse=True):
        age = now - on
        if age > longest:
            continue
        apart = next((apart for limit, apart in _STEPS if age <= limit), _WEEK)
        slot = (apart, int((on - datetime.fromtimestamp(0, UTC)) / apart)) if apart else None
        if slot is None or slot not in slots:
            kept.append(on)
        if slot is not None:
            slots.add(slot)
    return kept


def _taken(file: Path) -> datetime | None:
    try:
        return datetime.strptime(file.stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _read_head(file: Path) -> Version | None:
    try:
        with file.open("rb") as stream:
            head = json.loads(stream.readline(65_536))
        if not isinstance(head, dict) or head.get("format") != 1:
            return None
        on = datetime.fromisoformat(head["on"])
        focus, words = head.get("focus"), head.get("words")
        return Version(
            file,
            on if on.tzinfo else on.replace(tzinfo=UTC),
            Why(head["why"]),
            words if isinstance(words, int) else None,
            float(focus) if isinstance(focus, (int, float)) else None,
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _remove(files: Iterable[Path]) -> None:
    for file in list(files):
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
