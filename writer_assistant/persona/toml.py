"""TOML as persona files use it, and what is wrong with it in words for people.

Python's reader knows TOML 1.0. Persona files may also break inline tables over several lines, as
TOML 1.1 allows (https://toml.io/en/v1.1.0#inline-table).
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from writer_assistant.text.offsets import LineIndex

_TOKEN = re.compile(
    r"""
      \"{3} (?: [^"\\] | \\. | "{1,2}(?!") )* "{3,5}
    | \'{3} (?: [^'] | '{1,2}(?!') )* '{3,5}
    | " (?: [^"\\\n] | \\. )* "
    | ' [^'\n]* '
    | \#[^\n]*
    | ,(?=(?:\s|\#[^\n]*+)*+\})
    | [\[\]{}\n]
    """,
    re.DOTALL | re.VERBOSE,
)
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_AT_END = re.compile(r" \(at end of document\)$")
_VALUE = "a text in quotation marks, a number, a date, true, false, a [list] or a {table}"
_PLAIN = {
    "Cannot overwrite a value": ("a key of this line is there already", "each key once"),
    "Cannot declare": ("this heading is there already", "each [heading] once"),
    "Cannot mutate": ("this was closed before", "all of it in one place"),
    "Cannot redefine": ("this was written in another way before", "all of it in one way"),
    "Duplicate inline table key": ("a key stands twice in this table", "each key once"),
    "Expected '='": ("a key has no value", "key = value"),
    "Expected newline or end of document": ("something follows the value", "a new line"),
    "Expected ']": ("a heading is not closed", "] or ]] at its end"),
    "Illegal character '\\n'": ("a text is not closed", "a quotation mark at its end"),
    "Invalid statement": ("this is neither a key nor a heading", "key = value, or [heading]"),
    "Invalid value": ("there is no value here that TOML knows", _VALUE),
    "Invalid initial character": ("this is no key", "letters, or a text in quotation marks"),
    "Unclosed array": ("a list is not closed", "a comma or ]"),
    "Unclosed inline table": ("a table is not closed", "a comma or }"),
    "Unescaped '\\'": ("a backslash does not stand for itself here", r"\\, or 'single' marks"),
    "Unterminated string": ("a text is not closed", "a quotation mark at its end"),
}
"""What Python's reader says, by its first words, and what was expected."""


class TomlError(Exception):
    """A text that is not TOML.

    Attributes:
        offset: where, in code points.
        what: what is wrong, as a clause.
        expected: what was expected, as a phrase.
    """

    def __init__(self, offset: int, what: str, expected: str) -> None:
        super().__init__(offset, what, expected)
        self.offset = offset
        self.what = what
        self.expected = expected


def read_toml(text: str) -> dict[str, Any]:
    """Return the values of a TOML text.

    Raises:
        TomlError: if it is not TOML.
    """
    flat = _flatten(text)
    try:
        return tomllib.loads(flat)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
    except RecursionError as error:
        raise TomlError(0, "values are nested too deeply", "lists of a few levels") from error
    place = _PLACE.search(said)
    offset = LineIndex(flat).offset(int(place[1]), int(place[2])) if place else len(flat.rstrip())
    said = _AT_END.sub("", _PLACE.sub("", said))
    what, expected = next(
        (plain for begin, plain in _PLAIN.items() if said.startswith(begin)),
        (said[:1].lower() + said[1:], "what TOML allows there"),
    )
    raise TomlError(offset, what, expected)


def _flatten(text: str) -> str:
    """Return ``text`` with every inline table on one line, all else at its old offset."""
    if "{" not in text:
        return text
    parts: list[str] = []
    at = 0
    open_brackets: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in {"[", "{"}:
            open_brackets.append(token)
        elif token in {"]", "}"}:
            if open_brackets:
                open_brackets.pop()
        elif "{" in open_brackets and token[0] in "\n#,":
            # In a list inside a table line ends are allowed anyway, and so are these blanks.
            parts += text[at : match.start()], " " * len(token)
            at = match.end()
    return "".join([*parts, text[at:]])
