"""English endings."""

import pytest

from writer_assistant.reframe.inflect import article, is_plural, plural, takes_article, verb


@pytest.mark.parametrize(
    ("base", "tag", "form"),
    [
        ("use", "VBG", "using"), ("use", "VBD", "used"), ("use", "VBZ", "uses"),
        ("help", "VBG", "helping"), ("begin", "VBG", "beginning"), ("begin", "VBD", "began"),
        ("plan", "VBN", "planned"), ("open up", "VBZ", "opens up"), ("try", "VBZ", "tries"),
        ("try", "VBD", "tried"), ("play", "VBZ", "plays"), ("get", "VBN", "got"),
        ("set", "VBD", "set"), ("visit", "VBG", "visiting"), ("prefer", "VBD", "preferred"),
        ("develop", "VBD", "developed"), ("tie", "VBG", "tying"), ("see", "VBG", "seeing"),
        ("have", "VBZ", "has"), ("go", "VBZ", "goes"), ("show", "VBN", "shown"),
        ("quit", "VBG", "quitting"), ("fix", "VBZ", "fixes"), ("fix", "VBG", "fixing"),
        ("are made of", "VBG", "being made of"), ("cut", "VB", "cut"),
    ],
)  # fmt: skip
def test_verbs(base: str, tag: str, form: str) -> None:
    assert verb(base, tag) == form


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("supplier", "suppliers"), ("box", "boxes"), ("party", "parties"), ("person", "people"),
        ("way of working", "ways of working"), ("shelf", "shelves"), ("advice", "advice"),
        ("plans", "plans"), ("check of how you move", "checks of how you move"),
    ],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
    assert is_plural(many) or one == many


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("SLA", "an"), ("NASA", "a"), ("hour", "an"), ("user", "a"), ("umbrella", "an"),
        ("one-off", "a"), ("8-bit", "an"), ("11", "an"), ("110", "a"), ("FAQ", "an"), ("UK", "a"),
        ("honest", "an"), ("European", "a"), ("“easy”", "an"),
    ],
)  # fmt: skip
def test_articles(word: str, expected: str) -> None:
    assert article(word) == expected


def test_what_takes_no_article() -> None:
    assert takes_article("method")
    assert not takes_article("advice")
    assert not takes_article("methods")
    assert not takes_article("the method")
    assert not takes_article("lettering")
