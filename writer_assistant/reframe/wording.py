"""The words and sentence patterns of reframing, read from ``resources/reframe``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from writer_assistant.analysis.finding import GAP
from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root


def words(name: str) -> frozenset[str]:
    """Return a list of ``words.toml``.

    Raises:
        KeyError: if there is none of that name.
        UserError: if the file is damaged.
    """
    return _words()[name]


def fill(template: str, **parts: str) -> str:
    """Return a sentence of ``templates.toml``, by its ``section.name``, with its parts in place.

    Raises:
        KeyError: if there is no such template, or a part is missing.
        UserError: if the file is damaged.
    """
    section, name = template.split(".")
    text: str = load("templates")[section][name]
    return text.replace("{…}", GAP).format_map(parts)


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return what a file of ``resources/reframe`` says.

    Raises:
        UserError: if it is missing or damaged.
    """
    path = resource_root() / "reframe" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(
            "the words for reframing cannot be read", str(path), "Install the program again."
        ) from error


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(value) for name, value in load("words").items() if name != "format"}
