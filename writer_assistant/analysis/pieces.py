"""Texts as numbers of word pieces, and the pieces' vectors: what MiniLM's layers are given.

The pieces are those of BERT's uncased vocabulary (Devlin et al. 2019), cut from words by the
longest match (WordPiece, Schuster and Nakajima 2012); vocabulary and vectors are in
``pieces.npz``, made by ``training/build_encoder.py``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from writer_assistant.analysis.models import load
from writer_assistant.paths import resource_root

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from writer_assistant.text.span import Span

WIDTH = 384
"""Numbers of a piece's vector."""
_GROUP = 32
"""Numbers that share a scale."""
_LONGEST_WORD = 40
_WORDS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into pieces.

    Attributes:
        numbers: of the pieces, with those of the start and the end around them.
        starts: offset of each piece's word in the text, in code points; -1 for start and end.
    """

    numbers: list[int]
    starts: list[int]


class Pieces:
    """A vocabulary of word pieces.

    Args:
        vocabulary: a piece a line.
        numbers: a row of 4-bit numbers for each piece, two a byte.
        scales: what groups of 32 of them are multiplied by.

    Attributes:
        all: the pieces in the order of their numbers.
    """

    def __init__(
        self, vocabulary: str, numbers: NDArray[np.uint8], scales: NDArray[np.float16]
    ) -> None:
        self.all = tuple(vocabulary.split("\n"))
        self._known = {piece: number for number, piece in enumerate(self.all)}
        self._numbers, self._scales = numbers, scales
        self._start, self._end = self._known["[CLS]"], self._known["[SEP]"]
        self._unknown = self._known["[UNK]"]
        self._pieces_of = lru_cache(maxsize=_WORDS_KEPT)(self._cut_word)

    def vectors(self, numbers: Sequence[int] | NDArray[Any]) -> NDArray[np.float32]:
        """Return a row for each piece."""
        at = np.asarray(numbers)
        return _restored(self._numbers[at], self._scales[at])

    def cut(self, text: str, longest: int, named: Mapping[Span, str] | None = None) -> Cut:
        """Return the pieces of ``text``.

        Args:
            text: any.
            longest: the most pieces that are kept, start and end included.
            named: pieces that stand for names in the text, by the names' places.
        """
        numbers, starts = [self._start], [-1]
        for word, start in _with_names(text, named or {}):
            found = self._pieces_of(word)
            numbers += found
            starts += [start] * len(found)
            if len(numbers) >= longest:
                break
        return Cut([*numbers[: longest - 1], self._end], [*starts[: longest - 1], -1])

    def _cut_word(self, word: str) -> list[int]:
        if word.startswith("[") and word in self._known:
            return [self._known[word]]
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._known.get(("##" if start else "") + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self._unknown]
        return found


def _with_names(text: str, named: Mapping[Span, str]) -> Iterator[tuple[str, int]]:
    """Yield words with their offsets; names are single words. Of names that overlap the first."""
    done = 0
    for span in sorted(named):
        if span.start >= done:
            yield from _words(text, done, span.start)
            yield named[span], span.start
            done = span.end
    yield from _words(text, done, len(text))


def _words(text: str, first: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield words and marks in lower case without accents, as the model was taught."""
    plain = [_plain(char) for char in text[first:end]]
    places = [at for at, parts in enumerate(plain, first) for _ in parts]
    for word in _WORD.finditer("".join(plain)):
        yield word.group(), places[word.start()]


_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


@lru_cache(maxsize=4_000)
def _plain(char: str) -> str:
    """Return a character in lower case, without its accent; nothing for one that is not seen."""
    return "".join(
        part
        for part in unicodedata.normalize("NFD", char.lower())
        if part.isspace() or not ((kind := unicodedata.category(part)) == "Mn" or kind[0] == "C")
    )


def _restored(numbers: NDArray[np.uint8], scales: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return a matrix that was rounded to 4 bits, two numbers a byte, in groups with a scale."""
    rows = numbers.shape[0]
    both = np.empty((rows, numbers.shape[1] * 2), dtype=np.float32)
    both[:, 0::2] = numbers & 15
    both[:, 1::2] = numbers >> 4
    both -= 8
    groups = both.reshape(rows, -1, _GROUP) * scales.astype(np.float32)[:, :, None]
    return groups.reshape(rows, -1)


@cache
def built_in_pieces() -> Pieces:
    """Return the vocabulary that comes with the program; it is read once.

    Raises:
        UserError: if the file is missing or damaged.
    """
    return load_pieces(resource_root() / "models" / "pieces.npz")


def load_pieces(path: Path) -> Pieces:
    """Read a vocabulary.

    Raises:
        UserError: if the file is missing or damaged.
    """

    def made(arrays: Mapping[str, NDArray[Any]]) -> Pieces:
        vocabulary = arrays["vocabulary"].tobytes().decode("utf-8")
        return Pieces(vocabulary, arrays["numbers"], arrays["scales"])

    return load(path, "vocabulary of word pieces", made)
