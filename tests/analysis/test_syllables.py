import sys

import pytest

from writer_assistant.analysis.syllables import count_syllables, reading_grade
from writer_assistant.text.words import count_words


@pytest.mark.parametrize(
    ("words", "syllables"),
    [("cat", 1), ("about business", 4), ("created", 3), ("it’s", 1), ("5,000 mAh", 2), ("🙂 ", 0)],
)
def test_syllables(words: str, syllables: int) -> None:
    assert count_syllables(words) == syllables


@pytest.mark.parametrize(
    ("prose", "words"),
    [("", 0), ("One two – three", 3), ("5,000 mAh & more", 3), ("don’t re-use it", 3), ("🙂 …", 0)],
)
def test_words(prose: str, words: int) -> None:
    assert count_words(prose) == words


def test_grade_of_the_formula() -> None:
    assert reading_grade(0, 0, 0) is None
    assert reading_grade(100, 5, 150) == 9.9
    assert reading_grade(3, 3, 3) == 0.0


def test_no_nltk_is_left_behind() -> None:
    count_syllables("unforeseeable")
    assert "nltk" not in sys.modules
