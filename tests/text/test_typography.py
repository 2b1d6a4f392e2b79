"""What becomes of straight quotes and hyphens, key by key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text.typography import typeset


def typed(keys: str) -> str:
    """Return what stands there after typing ``keys``."""
    text = ""
    for key in keys:
        text += key
        made = typeset(text, quotes=True, dashes=True)
        if made is not None:
            text = text[: len(text) - made.length] + made.text
    return text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ('"So," she said.', "“So,” she said."),
        ("'So,' she said.", "‘So,’ she said."),
        ("It isn't the drivers' fault.", "It isn’t the drivers’ fault."),
        ('("yes")', "(“yes”)"),
        ("\"'tis 'so'\"", "“‘tis ‘so’”"),
        ("back in the '90s", "back in the ’90s"),
        ('**"bold"** and *"so"*', "**“bold”** and *“so”*"),
        ('"Wait--" he said', "“Wait–” he said"),
        ('said--"so"', "said–“so”"),
        ("one -- two", "one – two"),
        ("one---two", "one—two"),
        ("pages 10--12", "pages 10–12"),
        ("and so on...", "and so on…"),
        ("....", "…."),
        ("---", "---"),
        ("- item", "- item"),
        ("> -- x", "> -- x"),
        ("| a |--|", "| a |--|"),
        ("x <!-- note", "x <!-- note"),
        ("well-known", "well-known"),
        ('`it\'s "so"--`', '`it\'s "so"--`'),
        ('<a href="x"', '<a href="x"'),
        ("https://a.example/it's--so", "https://a.example/it's--so"),
        ("[so](it's--)", "[so](it's--)"),
        ('5 < 6 "so"', "5 < 6 “so”"),
        ('😀"so"', "😀”so”"),
    ],
)
def test_keys(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("quotes", "dashes", "text"), [(True, False, "it’s--"), (False, True, "it's–")]
)
def test_each_by_choice(quotes: bool, dashes: bool, text: str) -> None:
    line = ""
    for key in "it's--":
        line += key
        made = typeset(line, quotes=quotes, dashes=dashes)
        line = line[: len(line) - made.length] + made.text if made else line
    assert line == text


@given(st.text())
def test_only_what_was_typed_is_touched(line: str) -> None:
    made = typeset(line, quotes=True, dashes=True)
    assert made is None or (0 < made.length <= 3 and made.length <= len(line))
