"""Who writes: every name that stands for "we" in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from writer_assistant.persona.model import Author
from writer_assistant.text.draft import Block, Content

_KEYS = ("author", "authors", "company", "organisation", "organization", "brand", "publisher")
_PRODUCT_KEYS = ("product", "products")
_NAME = r"((?:[A-Z][\w'’&-]*|[A-Z]{2,})(?:\s+(?:&\s+)?[A-Z][\w'’&-]*){0,3})"
_SAYS_SO = (
    re.compile(rf"\b[Ww]e at {_NAME}"),
    re.compile(rf"\b(?:[Hh]ere )?[Aa]t {_NAME}, (?:we|our)\b"),
    re.compile(rf"\b[Tt]he team (?:at|behind|of) {_NAME}"),
    re.compile(rf"©\s*(?:\d{{4}}\s*)?{_NAME}"),
    re.compile(rf"[–—-] {_NAME}(?:, [^.]{{3,90}},)? (?:today |has |is |announce)"),
)
_ABOUT = re.compile(rf"^About {_NAME}:?$")
_NOT_NAMES = frozenset(["us", "the", "our", "home", "here"])


def author_of(
    known: Sequence[Author], front_matter: Mapping[str, str], found: Iterable[str]
) -> Author:
    """Return the author, from what is known beforehand, from front matter and from the draft.

    A draft names its author itself where it says *we at Norwick*, *At Norwick, we …*, *About
    Norwick* or opens like a press release: ``found`` are these names (see ``names_in``).
    """
    names = [name for author in known for name in author.names]
    products = [product for author in known for product in author.products]
    names += [part for key in _KEYS for part in _listed(front_matter.get(key, ""))]
    products += [part for key in _PRODUCT_KEYS for part in _listed(front_matter.get(key, ""))]
    return Author(_distinct([*names, *found]), _distinct(products))


def names_in(content: Content) -> tuple[str, ...]:
    """Return the names by which one paragraph calls its author."""
    if content.block is Block.HEADING:
        about = _ABOUT.match(content.prose)
        return (about.group(1),) if about and about.group(1).casefold() not in _NOT_NAMES else ()
    if content.block is not Block.PROSE:
        return ()
    found = [match.group(1) for says_so in _SAYS_SO for match in says_so.finditer(content.prose)]
    return tuple(name for name in found if name.casefold() not in _NOT_NAMES and len(name) > 2)


def _listed(value: str) -> list[str]:
    return [part.strip(" \"'") for part in value.strip("[] ").split(",") if part.strip(" \"'")]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({name.casefold(): name for name in reversed(list(names))}.values())[::-1]
