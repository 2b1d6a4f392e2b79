"""Phrases looked up in plain prose: words, and a trie over them. Knows no grammar.

A word is a run of letters and digits; ``'s`` and each punctuation mark are words of their own.
Case, curly apostrophes and the difference between a hyphen and a space do not matter:
``Best of breed`` is found by ``best-of-breed``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from writer_assistant.text.span import Span

_APOSTROPHES = str.maketrans("’‘ʼ＇", "''''")
_HYPHENS = "-‐‑⁃"
_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*|'s\b|[^\w\s\-‐‑⁃]")
_GAP = re.compile(rf"[\s{re.escape(_HYPHENS)}]*")

_KEPT_LENGTH = 2_000
"""Code points up to which the words of a prose are kept for the next trie that asks for them."""

Value = TypeVar("Value")


def words_of(text: str) -> list[str]:
    """Return the words of ``text``, case-folded."""
    return [word.casefold() for word in _WORD.findall(text.translate(_APOSTROPHES))]


def fold(text: str) -> str:
    """Return ``text`` in the form in which phrases are compared: its words, joined by spaces."""
    return " ".join(words_of(text))


def is_glued(prose: str, span: Span) -> bool:
    """Whether ``span`` is a part: ``leading`` in ``industry-leading``, ``use`` in ``use_it()``."""
    start, end = span.start, span.end
    if "_" in (prose[start - 1 : start], prose[end : end + 1]):
        return True
    before = start > 1 and prose[start - 1] in _HYPHENS and prose[start - 2].isalnum()
    return before or (end + 1 < len(prose) and prose[end] in _HYPHENS and prose[end + 1].isalnum())


class Hit(NamedTuple, Generic[Value]):
    """A phrase that was found: what was stored with it, and its place in the prose."""

    value: Value
    span: Span


class _Node(Generic[Value]):
    """A place in the trie: what ends here, and what may follow."""

    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.values: list[Value] = []


class PhraseTrie(Generic[Value]):
    """Phrases, found in prose as whole words in one pass.

    Args:
        phrases: pairs of a phrase and what to return when it is found. A phrase may be given more
            than once; one without a word is left out.
        key: what of a folded word is compared, for example its stem.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, Value]], key: Callable[[str], str] | None = None
    ) -> None:
        self._key = key
        self._root: _Node[Value] = _Node()
        for phrase, value in phrases:
            words = words_of(phrase)
            if not words:
                continue
            node = self._root
            for word in words:
                node = node.next.setdefault(key(word) if key else word, _Node())
            node.values.append(value)

    def find(self, prose: str) -> Iterator[Hit[Value]]:
        """Yield every phrase at every place of ``prose``, by its start, shorter ones first."""
        starts = self._root.next
        if not starts:
            return
        found = located(prose)
        folded = found.folded if self._key is None else [*map(self._key, found.folded)]
        if starts.keys().isdisjoint(folded):
            return
        for first, word in enumerate(folded):
            if word in starts:
                for last, node in self._walk(found, folded, first):
                    span = Span(found.places[first][0], found.places[last][1])
                    for value in node.values:
                        yield Hit(value, span)

    def _walk(
        self, found: Words, folded: Sequence[str], first: int
    ) -> Iterator[tuple[int, _Node[Value]]]:
        """Yield each node with values that the words from ``first`` on lead to."""
        node = self._root.next[folded[first]]
        last = first
        while True:
            if node.values:
                yield last, node
            last += 1
            if not node.next or last == len(folded) or folded[last] not in node.next:
                return
            start = found.places[last][0]
            gap = _GAP.match(found.prose, found.places[last - 1][1])
            if gap is None or gap.end() != start:
                return
            node = node.next[folded[last]]


class Words(NamedTuple):
    """The words of a prose, case-folded, and where each starts and ends."""

    prose: str
    folded: Sequence[str]
    places: Sequence[tuple[int, int]]


def _locate(prose: str) -> Words:
    text = prose if prose.isascii() else prose.translate(_APOSTROPHES)
    found = list(_WORD.finditer(text))
    return Words(prose, [word.group().casefold() for word in found], [w.span() for w in found])


def located(prose: str) -> Words:
    """Return the words of ``prose`` and their places; of a sentence they are kept for a while."""
    return _kept(prose) if len(prose) <= _KEPT_LENGTH else _locate(prose)


@lru_cache(maxsize=1_000)
def _kept(prose: str) -> Words:
    return _locate(prose)


def longest(hits: Iterable[Hit[Value]]) -> list[Hit[Value]]:
    """Return, in reading order, the hits that no longer one overlaps; of equals the first."""
    kept: list[Hit[Value]] = []
    cluster: list[Hit[Value]] = []
    end = 0
    for hit in sorted(hits, key=lambda hit: hit.span):
        if cluster and hit.span.start >= end:
            kept += _longest_of_cluster(cluster)
            cluster = []
        cluster.append(hit)
        end = max(end, hit.span.end)
    return kept + _longest_of_cluster(cluster)


def _longest_of_cluster(cluster: list[Hit[Value]]) -> list[Hit[Value]]:
    kept: list[Hit[Value]] = []
    for hit in sorted(cluster, key=lambda hit: (-len(hit.span), hit.span.start)):
        if not any(hit.span.overlaps(other.span) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)
