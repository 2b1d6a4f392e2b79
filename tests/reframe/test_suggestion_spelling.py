"""Words that a suggestion brings along are spelt as the draft is."""

from dataclasses import replace

import pytest

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import Kind
from writer_assistant.persona.model import Persona, Vocabulary
from writer_assistant.reframe.spelling import AMERICAN, BRITISH, spelt, variety_of
from writer_assistant.reframe.suggest import Reframer

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Organise it", "Organize it"),
        ("colourful centres", "colorful centers"),
        ("it was cancelled", "it was canceled"),
        ("analysed by travellers", "analyzed by travelers"),
        ("your favourite", "your favorite"),
    ],
)
def test_both_ways(british: str, american: str) -> None:
    assert spelt(british, AMERICAN, NOTHING) == american
    assert spelt(american, BRITISH, NOTHING) == british
    assert variety_of([british]) == BRITISH
    assert variety_of([american]) == AMERICAN


@pytest.mark.parametrize(
    "text",
    ["an analysis", "realistic", "an organism", "a label", "we cancel it", "a model", "promise",
     "optimism", "favouritism", "greyhound", "a 😀 size"],
)  # fmt: skip
def test_words_that_are_the_same_everywhere(text: str) -> None:
    for variety in (BRITISH, AMERICAN, None):
        assert spelt(text, variety, NOTHING) == text
    assert variety_of([text]) is None


@pytest.mark.parametrize(
    ("draft", "setting", "said"),
    [
        ("We systematize the colour.", None, "organise"),
        ("We systematize the color.", None, "organize"),
        ("We systematize it.", AMERICAN, "organize"),
        ("We systematize it.", None, "organise"),
        ("We systematize the color.", BRITISH, "organize"),
    ],
)
def test_the_draft_decides_then_the_setting(
    engine: Engine, found_in, draft: str, setting: str | None, said: str
) -> None:
    found = found_in(draft, Kind.JARGON, words="systematize", plain=("organise",))
    assert Reframer(engine, None, variety=setting).suggest(found)[0].text == said


def test_the_words_of_the_persona_stay_as_they_are(engine: Engine, olga: Persona, found_in) -> None:
    hers = replace(olga, vocabulary=Vocabulary(plain={"systematize": "organise"}))
    found = found_in("We systematize the color.", Kind.JARGON, words="systematize", persona=hers)
    assert Reframer(engine, hers).suggest(found)[0].text == "organise"
