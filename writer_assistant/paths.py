"""Where the program's resources and the user's own folders are."""

from __future__ import annotations

import os
from pathlib import Path

import appdirs

_NAME = "writer-assistant"


def resource_root() -> Path:
    """Return the folder ``resources``, installed, frozen or in a checkout.

    Raises:
        FileNotFoundError: if the installation lacks it.
    """
    installed = Path(__file__).parent / "resources"
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[1] / "resources"
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError("resources")


def _user_folder(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or default)


def user_data() -> Path:
    """Return the folder of personas, lexicons, recovery copies and earlier versions.

    ``WRITER_ASSISTANT_DATA`` overrides it (portable use, tests). It may not exist yet.
    """
    return _user_folder("WRITER_ASSISTANT_DATA", appdirs.user_data_dir(_NAME, appauthor=False))


def user_config() -> Path:
    """Return the folder of the settings; ``WRITER_ASSISTANT_CONFIG`` overrides it."""
    return _user_folder("WRITER_ASSISTANT_CONFIG", appdirs.user_config_dir(_NAME, appauthor=False))


def user_personas() -> Path:
    """Return the folder of the user's own persona files. It may not exist yet."""
    return user_data() / "personas"


def user_lexicons() -> Path:
    """Return the folder of the user's or team's own lexicon files. It may not exist yet."""
    return user_data() / "lexicons"
