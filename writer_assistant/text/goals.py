"""How long a text may be where it is published, counted as that place counts.

Limits, as the places' own help pages gave them in 2026: LinkedIn 3,000 characters a post, X 280,
Instagram 2,200, Facebook 63,206. LinkedIn, Instagram and Facebook count UTF-16 units, as web
pages do: most emoji are two. X weighs (see ``weighted_length``). Lengths in words are no limits but
what such texts usually have; a person can set another.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from writer_assistant.text.inline import EMOJI


class Unit(StrEnum):
    """What is counted."""

    CHARACTERS = "characters"
    WORDS = "words"
    POSTS = "posts"


@dataclass(frozen=True, slots=True)
class Goal:
    """How long a text should be.

    Attributes:
        unit: what is counted.
        low: what it should have at least; 0 for no such wish.
        high: what it should have at most.
        is_limit: whether the place takes no more than that.
    """

    unit: Unit
    low: int
    high: int
    is_limit: bool = False


POST = 280
"""What one post on X may weigh."""
WORDS_A_MINUTE = 238
"""Silent reading of English: Brysbaert 2019, How many words do we read per minute?, a review of 190
studies (Journal of Memory and Language 109)."""

GOALS = {
    "linkedin": Goal(Unit.CHARACTERS, 0, 3_000, is_limit=True),
    "x": Goal(Unit.POSTS, 0, POST, is_limit=True),
    "facebook": Goal(Unit.CHARACTERS, 0, 63_206, is_limit=True),
    "instagram": Goal(Unit.CHARACTERS, 0, 2_200, is_limit=True),
    "email": Goal(Unit.WORDS, 50, 200),
    "newsletter": Goal(Unit.WORDS, 200, 600),
    "press": Goal(Unit.WORDS, 300, 500),
    "blog": Goal(Unit.WORDS, 600, 1_500),
    "website": Goal(Unit.WORDS, 150, 600),
}
"""By the names that settings give to channels."""

# X's own counting: config/v3.json of the library twitter-text.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_NOT_LIGHT = re.compile(
    ".[\u0300-\u036f]+|[^\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]", re.DOTALL
)
_HEAVY_WEIGHT = 2
_ADDRESS_WEIGHT = 23
_ADDRESS = re.compile(
    r"https?://[^\s<>\"“”]+|(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}"
    r"(?:com|org|net|edu|gov|io|co|app|dev|info|biz|eu|uk|de|fr|nl|es|ca|au|us|me|tv|ai)"
    r"(?![\w-])(?:/[^\s<>\"“”]*)?",
    re.IGNORECASE,
)
_TAIL = ".,;:!?'’)…"
_BREAK = re.compile(r"\s+")
_SENTENCE_ENDS = frozenset(".!?…”’\"')")
_DIVIDER = re.compile(r"^[ \t]*(?:-{3,}|—{3,}|\*{3,})[ \t]*$", re.MULTILINE)
_PARAGRAPH, _SENTENCE, _WORD = 2, 1, 0


def reading_seconds(words: int) -> int:
    """Return how long a reader needs for ``words`` words."""
    return round(60 * words / WORDS_A_MINUTE)


def utf16_length(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, as web pages count characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def weighted_length(text: str) -> int:
    """Return what ``text`` weighs on X.

    After X's developer documentation, "Counting characters", and ``twitter-text`` 3: letters of
    most alphabets weigh one, all others (Chinese, Japanese, Korean) two, an emoji two however it is
    put together, an address 23; the text is counted in its composed form (NFC).
    """
    return _Weights(text).between(0, len(text))


class _Weights:
    """What the parts of a text weigh."""

    def __init__(self, text: str) -> None:
        weights = [1] * len(text)
        for start, end, weight in _pieces(text):
            weights[end - 1] = weight
            weights[start : end - 1] = [0] * (end - 1 - start)
        self._sums = list(accumulate(weights, initial=0))

    def between(self, start: int, end: int) -> int:
        return self._sums[end] - self._sums[start]

    def reach(self, start: int, weight: int) -> int:
        """Return up to where from ``start`` on the text weighs no more than ``weight``."""
        return bisect_right(self._sums, self._sums[start] + weight) - 1


def _pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and weight of what is counted as one, if not a light character."""
    wholes = [(*_trimmed(match), _ADDRESS_WEIGHT) for match in _ADDRESS.finditer(text)]
    taken = [(start, end) for start, end, _ in wholes]
    for match in EMOJI.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            wholes += _each_emoji(match)
    at = 0
    for start, end, weight in sorted(wholes):
        yield from _characters(text, at, start)
        yield start, end, weight
        at = end
    yield from _characters(text, at, len(text))


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Return an address without the punctuation behind it."""
    text = match[0].rstrip(_TAIL)
    return match.start(), match.start() + max(1, len(text))


def _each_emoji(match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the emoji of a run of them: what joiners and modifiers hold together is one."""
    text, start = match[0], 0
    flag = False  # whether half a flag stands before
    for at in range(1, len(text) + 1):
        character = text[at : at + 1]
        is_regional = "\U0001f1e6" <= character <= "\U0001f1ff"
        was_regional = "\U0001f1e6" <= text[at - 1] <= "\U0001f1ff"
        flag = was_regional and not flag
        joined = (
            (is_regional and flag)
            or character in ("\u200d", "\ufe0e", "\ufe0f", "\u20e3")
            or "\U0001f3fb" <= character <= "\U0001f3ff"
            or "\U000e0020" <= character <= "\U000e007f"
            or text[at - 1] == "\u200d"
        )
        if not character or not joined:
            yield match.start() + start, match.start() + at, _HEAVY_WEIGHT
            start = at


def _characters(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the heavy characters between two places, and letters with the accents they take."""
    for match in _NOT_LIGHT.finditer(text, start, end):
        composed = unicodedata.normalize("NFC", match[0])
        yield match.start(), match.end(), sum(map(_weight, composed))


def _weight(character: str) -> int:
    code = ord(character)
    light = any(first <= code <= last for first, last in _LIGHT)
    return 1 if light else _HEAVY_WEIGHT


def split_thread(text: str, limit: int = POST) -> list[str]:
    """Return the posts of a thread, none heavier than ``limit``.

    A line of dashes parts two posts. Elsewhere as much as fits goes into a post, and it ends with
    a paragraph if that leaves it more than half full, else with a sentence, else with a word.
    """
    posts: list[str] = []
    for part in _DIVIDER.split(text):
        stripped = part.strip()
        if stripped:
            posts += _filled(stripped, limit)
    return posts


@dataclass(frozen=True, slots=True)
class _Break:
    """White space at which a post may end, and how good an end it is."""

    start: int
    end: int
    rank: int


def _filled(text: str, limit: int) -> Iterator[str]:
    weights = _Weights(text)
    breaks = [_break_at(match, text) for match in _BREAK.finditer(text)]
    start = 0
    while weights.between(start, len(text)) > limit:
        end = weights.reach(start, limit)
        able = [one for one in breaks if start < one.start <= end]
        late = [one for one in able if 2 * weights.between(start, one.start) > limit]
        if late:
            best = max(one.rank for one in late)
            able = [one for one in late if one.rank == best]
        # A word that is heavier than a post is cut, a character that is goes into one alone.
        cut = able[-1] if able else _Break(max(end, start + 1), max(end, start + 1), _WORD)
        yield text[start : cut.start].rstrip()
        start = cut.end
        breaks = [one for one in breaks if one.start > start]
    rest = text[start:].strip()
    if rest:
        yield rest


def _break_at(match: re.Match[str], text: str) -> _Break:
    ends_sentence = match.start() > 0 and text[match.start() - 1] in _SENTENCE_ENDS
    rank = _PARAGRAPH if match[0].count("\n") > 1 else _SENTENCE if ends_sentence else _WORD
    return _Break(match.start(), match.end(), rank)
