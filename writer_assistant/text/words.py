"""Words, as word processors count them."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_](?:[\w'’.,-]*[^\W_])?")
"""A word: it begins and ends with a letter or a digit."""


def count_words(prose: str) -> int:
    """Return how many words ``prose`` has: parts between white space with a letter or digit."""
    return sum(1 for part in prose.split() if WORD.search(part))
