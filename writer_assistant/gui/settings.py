"""The file that remembers what a person has set.

The file is ``settings.toml`` in the user's configuration folder. Keys that this version does not
know are kept, and so are comments. A file that cannot be understood is never written over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.gui.settings_table import SETTINGS
from writer_assistant.paths import user_config

FILE_NAME = "settings.toml"


_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings(QObject):
    """The values of all settings, read once and written when one changes.

    Signals:
        changed(str): the setting of that name has a new value.

    Attributes:
        problems: what was wrong with the file when it was read.
    """

    changed = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = (folder or user_config()) / FILE_NAME
        self._values: dict[str, Any] = {setting.name: setting.default for setting in SETTINGS}
        self.problems = list(self._read())

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def set(self, name: str, value: Any) -> None:
        """Set ``name`` to ``value`` and write the file.

        Raises:
            UserError: if the file cannot be written or understood; the value holds for this run.
            ValueError: if the value is not allowed.
        """
        setting = _BY_NAME[name]
        if not setting.accepts(value):
            raise ValueError(f"{name} must be {setting.expected}, not {value!r}")
        if isinstance(setting.default, tuple):
            value = tuple(value)
        if value == self._values[name]:
            return
        self._values[name] = value
        self.changed.emit(name)
        self._write(name)

    def _read(self) -> Iterator[UserError]:
        if not self._path.exists():
            return
        import tomllib  # spares a first start some milliseconds

        try:
            values = tomllib.loads(self._path.read_text("utf-8-sig"))
        except (OSError, ValueError) as error:
            yield self._not_understood(error)
            return
        for setting in SETTINGS:
            if setting.name not in values:
                continue
            value = values[setting.name]
            if setting.accepts(value):
                self._values[setting.name] = (
                    tuple(value) if isinstance(setting.default, tuple) else value
                )
            else:
                yield UserError(
                    tr("“{name}” must be {expected}; the default is used").format(
                        name=setting.name, expected=setting.expected
                    ),
                    str(self._path),
                    tr("Set it in Preferences, or put the file right."),
                )

    def _not_understood(self, error: Exception) -> UserError:
        return UserError(
            tr("the settings cannot be read ({error}); defaults are used").format(error=error),
            str(self._path),
            tr("Put the file right, or remove it; until then changes are not kept."),
        )

    def _write(self, name: str) -> None:
        # First needed when something is set, not for the first paint.
        import tomlkit

        from writer_assistant.text.readers import write_file

        try:
            text = self._path.read_text("utf-8-sig")
        except FileNotFoundError:
            text = ""
        except (OSError, ValueError) as error:
            raise self._not_understood(error) from error
        try:
            document = tomlkit.parse(text)
        except ValueError as error:
            raise self._not_understood(error) from error
        value = self._values[name]
        document[name] = list(value) if isinstance(value, tuple) else value
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                tr("the settings cannot be kept ({error})").format(error=error.strerror or error),
                str(self._path),
                tr("Make the folder writable."),
            ) from error
        write_file(self._path, tomlkit.dumps(document))
