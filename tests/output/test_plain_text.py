import pytest
import rich_blocks
from hypothesis import given, settings

from writer_assistant.output.plain import Restyling, plain_text
from writer_assistant.text.markdown_reader import read_markdown
from writer_assistant.text.rich import Block


def plain(markdown: str) -> str:
    return plain_text(read_markdown(markdown)).text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bold** _it_ `code` ~~gone~~", "bold it code gone"),
        ("# Title\nText", "Title\n\nText"),
        ("- one\n- two", "• one\n• two"),
        ("* one\n\n  more\n\n* two", "• one\n  more\n• two"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("- one\n  - inner\n- two", "• one\n  • inner\n• two"),
        ("- one\n\n- two\n\nafter", "• one\n• two\n\nafter"),
        ("> said\n> twice", "“said\ntwice”"),
        ("> one\n>\n> two", "“one\n\n“two”"),
        ("> “Said.”\n>\n> — Mette", "“Said.”\n\n— Mette"),
        ("> Said.\n>\n> — Mette, baker", "“Said.”\n\n— Mette, baker"),
        ("> - one\n> - two", "• one\n• two"),
        ("[words](https://x.example)", "words (https://x.example)"),
        ("[**so** much](https://x.example) more", "so much (https://x.example) more"),
        ("[x.example/a](https://x.example/a)", "x.example/a (https://x.example/a)"),
        ("<https://x.example>, https://y.example.", "https://x.example, https://y.example."),
        ("[write](mailto:o@x.example) o@x.example", "write (o@x.example) o@x.example"),
        ("[here](#below) [there](other.md)", "here there"),
        ("![a picture](x.png)", "a picture"),
        ("```\ncode  **here**\n```", "code  **here**"),
        ("one\ntwo\\\nthree", "one\ntwo\nthree"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a · b\n1 · 2"),
        ("above\n\n---\n\nbelow", "above\n\n———\n\nbelow"),
        ("2 \\* 3 * 4 and a_b_c &amp; \\#1", "2 * 3 * 4 and a_b_c & #1"),
        ("", ""),
    ],
)
def test_no_mark_is_left(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_it_says_what_plain_text_cannot_show() -> None:
    text = "*a* ~~49~~ 39 ![p](q.png) [h](#i)\n\n| a | b |\n|---|---|\n\n> q"
    assert plain_text(read_markdown(text)).counts == {
        Restyling.EMPHASIS: 1,
        Restyling.STRUCK: 1,
        Restyling.ANCHOR: 1,
        Restyling.QUOTE: 1,
        Restyling.TABLE: 1,
        Restyling.PICTURE: 1,
    }


@settings(max_examples=60, deadline=None)
@given(rich_blocks.documents)
def test_it_reads_the_same_whatever_the_words_are(blocks: tuple[Block, ...]) -> None:
    text = plain_text(blocks).text
    for word in ("café", "שלום", "👧"):
        assert repr(blocks).count(word) == text.count(word)
