"""Syllables, counted by textstat without its network call, and the grade that follows.

textstat asks nltk for a pronouncing dictionary and downloads it where it is missing. A stand-in for
nltk is put in its place, whose table holds the words that textstat's second way (hyphenation) gets
wrong; see ``resources/models/syllables.txt`` for where that table comes from.
"""

from __future__ import annotations

import sys
import types
from functools import cache, lru_cache
from typing import Any

from writer_assistant.paths import resource_root
from writer_assistant.text.words import WORD

_LONGEST_WORD = 50  # letters; what is longer is no word, and would take for ever to hyphenate


def count_syllables(prose: str) -> int:
    """Return how many syllables the words of ``prose`` have."""
    return sum(_syllables(word.casefold().replace("’", "'")) for word in WORD.findall(prose))


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    if any(c.isdigit() for c in word):
        return 1
    if len(word) > _LONGEST_WORD:
        return len(word) // 3
    return max(1, int(_textstat().syllable_count(word)))


def reading_grade(words: int, sentences: int, syllables: int) -> float | None:
    """Return the Flesch-Kincaid school grade, or None without a sentence.

    Formula: Kincaid, Fishburne, Rogers and Chissom 1975, as textstat has it.
    """
    if not words or not sentences:
        return None
    return round(max(0.0, 0.39 * words / sentences + 11.8 * syllables / words - 15.59), 1)


@cache
def _textstat() -> Any:
    present = {name: sys.modules.get(name) for name in ("nltk", "nltk.corpus")}
    package, corpus = types.ModuleType("nltk"), types.ModuleType("nltk.corpus")
    package.data = types.SimpleNamespace(find=lambda *_: True)  # type: ignore[attr-defined]
    package.download = lambda *_args, **_options: False  # type: ignore[attr-defined]
    package.corpus = corpus  # type: ignore[attr-defined]
    corpus.cmudict = types.SimpleNamespace(dict=_pronunciations)  # type: ignore[attr-defined]
    sys.modules["nltk"], sys.modules["nltk.corpus"] = package, corpus
    try:
        import textstat

        textstat.textstat.syllable_count("about")
        return textstat.textstat
    finally:
        for name, module in present.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


def _pronunciations() -> dict[str, list[list[str]]]:
    """Return the table in nltk's shape; textstat only counts phones that end with a digit."""
    table = {}
    path = resource_root() / "models" / "syllables.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, count = line.split()
            table[word] = [["A1"] * int(count)]
    return table
