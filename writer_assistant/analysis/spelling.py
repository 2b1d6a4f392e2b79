"""Spelling, quietly: marked is what a reader would stumble over, not every word that is new.

The dictionaries in ``resources/spelling`` are SCOWL's of 2020-12-07 for American and British
English (with -ise), in Hunspell's format; see the licences beside them. Hunspell reads them
(package ``chunspell``), or where that cannot be installed ``spylls``, a port of it to Python.

Not marked are addresses, hashtags, code, words with figures or a capital inside, short words all in
capitals, names (a capital within a sentence), and a paragraph of which most is unknown: that is
another language. A capital that the start of a sentence asks for excuses a word
only if no word is known that the fingers may have slipped from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol

from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root
from writer_assistant.text.draft import Block, Content
from writer_assistant.text.span import Span

_CHECKED = frozenset({Block.PROSE, Block.HEADING, Block.BULLET, Block.BLOCK_QUOTE, Block.TABLE})
_WORD = re.compile(r"\w+(?:['’.\-\u2011]\w+)*")
_PART = re.compile(r"[^\-\u2011]+")
_ADDRESS = re.compile(r"[#@]|\S*(?:://|\.\w)")
_NUMBER = re.compile(r"\d[ \u00a0\u202f]?\Z")
_UNIT = 4  # letters of what may be a unit behind a number
_LAST_LATIN = "\u024f"
_ENDS = ".!?…:\n"
_OPENING = " \t\"'“‘(["
_ACRONYM = 5  # letters of a word in capitals that may be one
_LONGEST = 60  # letters of what may be a word
_OTHER_LANGUAGE = 4  # words of a paragraph from which on it may be in another language
_OFFERED = 6
_SHORT_NAME = 6  # letters from which on a lost or doubled one is looked for
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Variety(StrEnum):
    """Which English is right."""

    BRITISH = "en_GB"
    AMERICAN = "en_US"
    EITHER = "en"


_DICTIONARIES = {
    Variety.BRITISH: ("en_GB",),
    Variety.AMERICAN: ("en_US",),
    Variety.EITHER: ("en_GB", "en_US"),
}


class Dictionary(Protocol):
    """What one dictionary is asked."""

    def spell(self, word: str) -> bool:
        """Whether ``word`` is in it."""

    def suggest(self, word: str) -> Iterable[str]:
        """Return words that may be meant, best first."""


class _Spylls:
    def __init__(self, folder: Path, name: str) -> None:
        from spylls.hunspell import Dictionary as Read

        self._read = Read.from_files(str(folder / name))

    def spell(self, word: str) -> bool:
        return bool(self._read.lookup(word))

    def suggest(self, word: str) -> Iterable[str]:
        return self._read.suggest(word)


@cache
def load_dictionary(name: str) -> Dictionary:
    """Return one of the dictionaries in ``resources/spelling``.

    Raises:
        UserError: if it is not there, or nothing that can read it.
    """
    folder = resource_root() / "spelling"
    if not (folder / f"{name}.dic").is_file():
        raise UserError(
            "the spelling dictionary is missing",
            str(folder / f"{name}.dic"),
            "Install the program again, or switch spelling off in Preferences.",
        )
    try:
        from hunspell import Hunspell
    except ImportError:
        pass
    else:
        read: Dictionary = Hunspell(name, hunspell_data_dir=str(folder))
        return read
    try:
        return _Spylls(folder, name)
    except ImportError as error:
        raise UserError(
            "nothing is installed that reads spelling dictionaries",
            "",
            "Install the package chunspell or spylls, or switch spelling off in Preferences.",
        ) from error


@cache
def modern_words(name: str) -> frozenset[str]:
    """Return the words that a dictionary is too old or too small for."""
    words: set[str] = set()
    for line in (resource_root() / "spelling" / "modern.txt").read_text("utf-8").splitlines():
        which, colon, rest = line.partition(":")
        if not line.startswith("#") and (not colon or which == name):
            words.update((rest if colon else line).split())
    return frozenset(words)


class Speller:
    """Knows which words are right.

    Args:
        variety: which English.
        words: other words that are right: the user's own, those of the persona. One in small
            letters is right however it is written; a capital in it has to be there.

    Raises:
        UserError: if a dictionary cannot be read.
    """

    def __init__(self, variety: Variety, words: Iterable[str] = ()) -> None:
        names = _DICTIONARIES[variety]
        self._dictionaries = [load_dictionary(name) for name in names]
        self._own = frozenset(_plain(word) for word in words)
        self._more = self._own.union(*map(modern_words, names))
        self._verdicts: dict[str, bool] = {}

    def misspelt(self, content: Content) -> tuple[Span, ...]:
        """Return the words of a paragraph that should be marked, as spans of its text."""
        if content.block not in _CHECKED:
            return ()
        wrong: list[Span] = []
        read = 0
        for span in _words_of(content):
            read += 1
            if not self._verdicts.get(span.of(content.prose)):
                is_first = _begins_sentence(content.prose, span.start)
                wrong += self._wrong_parts(content.prose, span, is_first=is_first)
        if read >= _OTHER_LANGUAGE and 2 * len(wrong) > read:
            return ()
        return tuple(content.in_text(span) for span in wrong)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may be meant by ``word``, best first; takes a tenth of a second."""
        word = _plain(word)
        if not _is_readable(word):
            return ()
        near = get_close_matches(word, self._own, n=2, cutoff=0.8)
        lists = [list(dictionary.suggest(word)) for dictionary in self._dictionaries]
        longest = max(map(len, lists), default=0)
        mixed = [words[n] for n in range(longest) for words in lists if n < len(words)]
        return tuple(dict.fromkeys([*near, *mixed]))[:_OFFERED]

    def knows(self, word: str) -> bool:
        """Whether ``word`` is right as it stands, as a possessive, without accents or in parts."""
        verdict = self._verdicts.get(word)
        if verdict is None:
            verdict = self._verdicts[word] = self._looks_up(_plain(word))
        return verdict

    def _looks_up(self, word: str) -> bool:
        if self._has(word):
            return True
        if word.endswith(("'s", "'")) and self._has(word.rstrip("s").rstrip("'")):
            return True
        bare = _without_accents(word)
        return bare != word and self._has(bare)

    def _has(self, word: str) -> bool:
        if word in self._more or word.lower() in self._more:
            return True
        return any(dictionary.spell(word) for dictionary in self._dictionaries)

    def _wrong_parts(self, prose: str, span: Span, *, is_first: bool) -> Iterator[Span]:
        word = span.of(prose)
        if not _is_readable(word) or self.knows(word):
            return
        parts = list(_PART.finditer(word))
        for part in parts:
            short = len(parts) > 1 and len(part[0]) <= 2
            if not short and not self._is_right(part[0], is_first=is_first and not part.start()):
                yield Span(span.start + part.start(), span.start + part.end())

    def _is_right(self, word: str, *, is_first: bool) -> bool:
        if self.knows(word):
            return True
        if word.isupper():
            return len(word) <= _ACRONYM or not self._is_near_a_word(word.lower())
        if any(letter.isupper() for letter in word[1:]):
            return True
        if word[0].isupper():
            return not is_first or not self._is_near_a_word(word.lower())
        return False

    def _is_near_a_word(self, word: str) -> bool:
        key = f"~{word}"
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = any(map(self._has, _slips(_plain(word))))
            self._verdicts[key] = verdict
        return verdict


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word.strip()).replace("’", "'").replace("\u2011", "-")


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _is_readable(word: str) -> bool:
    """Whether dictionaries of English have anything to say of ``word``."""
    return (
        1 < len(word) <= _LONGEST
        and not any(c.isdigit() or c in "_." for c in word)
        and max(c for c in word if c not in "’\u2011") <= _LAST_LATIN
    )


def _words_of(content: Content) -> Iterator[Span]:
    """Yield the words of a paragraph that are words, as spans of its prose."""
    skipped = [*content.code]
    skipped += [link for link in content.links if _ADDRESS.match(link.of(content.prose))]
    for match in _WORD.finditer(content.prose):
        span = Span(match.start(), match.end())
        short = len(match[0]) <= _UNIT
        if short and _NUMBER.search(content.prose[max(0, span.start - 2) : span.start]):
            continue  # 80 gsm
        if not skipped or not any(span.overlaps(other) for other in skipped):
            yield span


def _begins_sentence(prose: str, start: int) -> bool:
    before = prose[max(0, start - 8) : start].rstrip(_OPENING)
    return not before or before[-1] in _ENDS


def _slips(word: str) -> Iterator[str]:
    """Yield what may have been meant if the fingers slipped: letters swapped, lost or doubled.

    Another letter in the place of one is more often a name (*Gemma*, *Dutton*) than a slip, and so
    is a short word that lacks a letter.
    """
    for at in range(1, len(word)):
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    if len(word) < _SHORT_NAME:
        return
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
