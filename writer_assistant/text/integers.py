"""Numbers in files that anybody may have written."""

from __future__ import annotations

_MOST_DIGITS = 9


def integer(text: str, otherwise: int = 0) -> int:
    """Return a number of at most nine digits; ``otherwise`` for what is none."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else otherwise
