"""The ids of a persona's entries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_ID = re.compile(r"[a-z0-9-]+")
_SLUG_LENGTH = 40


def is_id(text: str) -> bool:
    """Whether ``text`` may be an id: made of a-z, 0-9 and hyphens."""
    return _ID.fullmatch(text) is not None


def make_id(text: str, taken: Container[str]) -> str:
    """Return an id made of ``text`` that is not in ``taken``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(slug) > _SLUG_LENGTH:
        slug = slug[: _SLUG_LENGTH + 1].rpartition("-")[0] or slug[:_SLUG_LENGTH]
    slug = slug or "entry"
    unique, number = slug, 1
    while unique in taken:
        number += 1
        unique = f"{slug}-{number}"
    return unique
