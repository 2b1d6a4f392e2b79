"""Text as an HTML page may hold it."""

from __future__ import annotations

from datetime import date
from html import escape


def shown(text: str) -> str:
    """Return ``text`` for a page; what no page may hold becomes U+FFFD."""
    kept = "".join(
        "\ufffd" if (c < " " and c not in "\t\n") or "\ud800" <= c <= "\udfff" else c for c in text
    )
    return escape(kept, quote=False)


def lines(text: str) -> str:
    """Return ``text`` for a page, with its line ends."""
    return shown(text).replace("\n", "<br>\n")


def day_of(iso: str) -> str:
    """Return the day of an ISO date or time as people write it; anything else as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"
