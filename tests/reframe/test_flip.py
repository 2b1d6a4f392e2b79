"""Sentences turned round, and those that are better left alone."""

import pytest

from writer_assistant.analysis.engine import Engine
from writer_assistant.reframe.flip import flips, kept_fact


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The low body fits under sofas, so you need not move the furniture.",
            "You need not move the furniture, because the low body fits under sofas",
        ),
        (
            "Intercompany invoices post on both sides, so the two ledgers can't disagree.",
            "The two ledgers can't disagree, because intercompany invoices post on both sides",
        ),
        (
            "Free migration, so your shop keeps selling while we copy it",
            None,
        ),
        (
            "Three depth collars, so you can drill ninety holes in a row",
            "You can drill ninety holes in a row, thanks to three depth collars",
        ),
        (
            "The X200's 5,000 mAh battery lets you film all day.",
            "You can film all day, thanks to the X200's 5,000 mAh battery",
        ),
        (
            "Our app helps you find a free rack.",
            "You find a free rack, with the help of our app",
        ),
        ("We offer free delivery on every order.", "You get free delivery on every order"),
        ("We check your boiler every autumn.", "Your boiler is checked every autumn"),
        ("We will replace your pumps within a day.", "Your pumps will be replaced within a day"),
        (
            "We make sure that your order arrives on Monday.",
            "Your order arrives on Monday",
        ),
    ],
)
def test_turned(engine: Engine, found_in, sentence: str, expected: str | None) -> None:
    seen = found_in(sentence).seen
    assert next(flips(sentence, seen, engine), None) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We do not offer refunds.",  # a negation
        "We provide schools with laptops.",  # another party
        "We offer repairs and sell spare parts.",  # a second verb
        "We value your partnership.",  # a feeling
        "We founded the company in 1998.",
        "We offer our customers our best wishes.",
        "It folds flat, so the car sleeps inside again.",  # "it" would lose what it means
        "We obsess over every molecule so that you don't have to.",
        "Can we check your boiler?",
        "“We check your boiler every autumn,” says Ana.",
        "Who are we?",
    ],
)
def test_left_alone(engine: Engine, found_in, sentence: str) -> None:
    assert list(flips(sentence, found_in(sentence).seen, engine)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We are thrilled to announce that the pool opens at 6.30.",
            "The pool opens at 6.30",
        ),
        ("I'm excited to share that Hall C has entered service.", "Hall C has entered service"),
        ("We are thrilled to announce that we have moved.", ""),
        ("We are thrilled to announce that Norwick has moved.", ""),
        ("We are proud to announce that its doors are open.", ""),
        ("They announced what it costs.", ""),
        ("The pool opens at 6.30.", ""),
    ],
)
def test_the_fact_is_kept(engine: Engine, found_in, sentence: str, expected: str) -> None:
    found = found_in(sentence)
    assert kept_fact(sentence, found.seen, found.context.author.names, engine) == expected
