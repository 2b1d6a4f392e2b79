"""Front matter: what stands about a draft at its head, as pairs of texts."""

from __future__ import annotations

import re
import tomllib

_PAIR = re.compile(r"([\w.-]+(?: [\w.-]+)*)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
_COMMENT = re.compile(r"(?:^|[ \t])#.*$")


def read_front_matter(text: str) -> dict[str, str]:
    """Return keys, in lower case, and values of a front matter, its fences included.

    Between ``+++`` it is TOML; between ``---`` the plain part of YAML: one value a key. Lists
    become their items joined by a comma; what is nested deeper is left out.
    """
    lines = text.split("\n")[1:-1]
    if text.startswith("+++"):
        return _read_toml("\n".join(lines))
    pairs: dict[str, str] = {}
    key = ""
    for line in lines:
        pair = _PAIR.match(line)
        if pair:
            key = pair[1].lower()
            pairs[key] = _value(pair[2] or "")
        elif key and (item := _ITEM.match(line)):
            pairs[key] = ", ".join(filter(None, [pairs[key], _value(item[1])]))
        elif key and line[:1].isspace() and ":" not in line:
            pairs[key] = f"{pairs[key].lstrip('|>-+')} {line.strip()}".strip()
    return pairs


def _read_toml(text: str) -> dict[str, str]:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}
    return {
        key.lower(): ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for key, value in values.items()
        if not isinstance(value, dict)
    }


def _value(source: str) -> str:
    """Return a YAML value as text: without quotation marks, brackets and comment."""
    source = source.strip()
    if source[:1] in {'"', "'"}:
        end = source.find(source[0], 1)
        return source[1:end] if end > 0 else source[1:]
    source = _COMMENT.sub("", source).strip()
    if source.startswith("[") and source.endswith("]"):
        return ", ".join(filter(None, map(_value, source[1:-1].split(","))))
    return source
