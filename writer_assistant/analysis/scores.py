"""What is said of a whole draft, from what is known of its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from operator import add, sub

from writer_assistant.analysis.finding import Scores


@dataclass(frozen=True, slots=True)
class Counts:
    """What one paragraph adds to the draft's figures.

    Attributes:
        syllables: of the words in judged sentences.
        graded_words: words in judged sentences.
        graded: judged sentences.
        sentences: judged sentences that say something.
        serving: those among them that serve the reader.
    """

    syllables: int = 0
    graded_words: int = 0
    graded: int = 0
    sentences: int = 0
    serving: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*map(add, self._values(), other._values()))

    def __sub__(self, other: Counts) -> Counts:
        return Counts(*map(sub, self._values(), other._values()))

    def _values(self) -> tuple[int, ...]:
        return self.syllables, self.graded_words, self.graded, self.sentences, self.serving


@dataclass(frozen=True, slots=True)
class LiveScores:
    """The scores of a draft that is being written.

    Attributes:
        scores: as in a report.
        words: of the whole draft.
        characters: of the whole draft, without markup.
        analysed: share (0 to 1) of the paragraphs that the scores rest on.
    """

    scores: Scores
    words: int
    characters: int
    analysed: float
