"""Classes of words that rules look up by name: ``resources/lexicons/classes/*.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from writer_assistant.analysis.lexicon_file import load_table
from writer_assistant.paths import resource_root


def word_class(name: str) -> frozenset[str]:
    """Return the words of a class, case-folded with straight apostrophes, as ``praise``.

    Raises:
        KeyError: if there is no such class.
        UserError: if a file of classes is damaged.
    """
    return _word_classes()[name]


@cache
def _word_classes() -> Mapping[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for path in sorted((resource_root() / "lexicons" / "classes").glob("*.toml")):
        for entry in load_table(path)[1].get("list", []):
            classes[entry["name"]] = frozenset(
                word.casefold().replace("’", "'") for word in entry["words"]
            )
    return classes
