"""How common English words are, in bands that double in length: 0 the commonest, 8 rare, 9 unknown.

Source: the frequency dictionary of symspellpy (see ``training/build_word_bands.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from writer_assistant.paths import resource_root

UNKNOWN = 9
"""The band of a word that the list does not have."""


def band(word: str) -> int:
    """Return the band of a lower-case word; a plural counts as its singular."""
    bands = _bands()
    found = bands.get(word)
    if found is None and word.endswith("s"):
        found = bands.get(word.removesuffix("'s") if word.endswith("'s") else word[:-1])
    return UNKNOWN if found is None else found


@cache
def _bands() -> Mapping[str, int]:
    text = (resource_root() / "models" / "word-bands.txt").read_text(encoding="utf-8")
    return {word: number for number, line in enumerate(text.splitlines()) for word in line.split()}
