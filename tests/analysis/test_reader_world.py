"""Whether a sentence speaks of the reader's world, and serves her."""

from types import SimpleNamespace

import pytest

from writer_assistant.analysis.reader_world import (
    says_something,
    serves_reader,
    speaks_to_reader,
)
from writer_assistant.analysis.rules import bare_ask, feature_first, self_centered
from writer_assistant.persona.model import Pain, Persona

pytestmark = pytest.mark.model

OLGA = Persona(
    "Olga",
    pains=(Pain("wet", "pallets arrive wet and mouldy", "wet pallets", words=("mould", "damp")),),
)


@pytest.mark.parametrize(
    "text",
    [
        "Your pallets arrive dry.",
        "Do you know which of your pallets were late?",
        "Late goods cost you more than the freight.",
        "Check the label before you sign, and you keep your claim.",
        "# Why your crates break in March",
    ],
)
def test_the_reader_s_world(look, text: str) -> None:
    [placed] = look(text)
    assert speaks_to_reader(placed.facts, placed.sentence, None)


@pytest.mark.parametrize(
    "text",
    [
        "We are thrilled to announce that our Hull crew has moved into a new office.",
        "Norwick Freight opens its tenth depot",
        "It was a record year for Norwick.",
        "Follow us on LinkedIn!",
        "Thank you to everyone who came!",
        "What a week!",
        "GlideCar has a 5,000 mAh battery.",
    ],
)
def test_not_the_reader_s_world(look, text: str) -> None:
    [placed] = look(text)
    assert not speaks_to_reader(placed.facts, placed.sentence, None)


def test_the_persona_s_own_words_are_the_reader_s_world(look) -> None:
    [placed] = look("Nobody signs for mouldy pallets.")
    plain = look("A firm in Hull measured 40 g.")[0]
    assert speaks_to_reader(placed.facts, placed.sentence, OLGA)
    assert not speaks_to_reader(plain.facts, plain.sentence, OLGA)


def test_the_learned_judge_decides_where_there_is_one(look) -> None:
    [placed] = look("Your pallets arrive dry.")
    for chance, speaks in ((0.9, True), (0.1, False)):
        judgement = SimpleNamespace(speaks=chance)
        assert speaks_to_reader(placed.facts, placed.sentence, OLGA, judgement) is speaks


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hi everyone,", False),
        ("#freight #proud", False),
        ("# About us", False),
        ("Tom Hale, Norwick Freight", False),
        ("12 May 2026", False),
        ("# Why your crates break in March", True),
        ("Two years of work.", True),
    ],
)
def test_what_says_something(look, text: str, *, says: bool) -> None:
    assert says_something(look(text)[0].facts) is says


@pytest.mark.parametrize(
    ("text", "serves"),
    [
        ("Your pallets arrive dry.", True),
        ("We ship every order the same day.", True),  # led by us, but it helps
        ("The X200's 5,000 mAh battery lets you film all day.", True),
        ("The X200 has a 5,000 mAh battery.", False),
        ("We are thrilled with our award!", False),
        ("Follow us on LinkedIn!", False),
        ("Hi everyone,", False),
    ],
)
def test_what_serves_the_reader(look, text: str, *, serves: bool) -> None:
    [placed] = look(text)
    rules = (self_centered.rule, feature_first.rule, bare_ask.rule)
    findings = [f for rule in rules for f in rule(placed.sentence, placed.context)]
    assert serves_reader(placed.facts, findings) is serves
