import pytest

from writer_assistant.output.clipboard import copied


def test_rich_text_has_the_markdown_s_meaning_and_plain_text_its_marks() -> None:
    result = copied("# Hello\n\n**bold** and [words](https://example.org)")
    assert result.plain == "# Hello\n\n**bold** and [words](https://example.org)"
    assert "<h1>Hello</h1>" in result.html
    assert '<strong>bold</strong> and <a href="https://example.org">words</a>' in result.html


def test_a_typed_line_break_stays_one() -> None:
    assert "<br" in copied("one\ntwo").html


def test_html_in_a_draft_is_shown_and_not_run() -> None:
    result = copied('<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror="y">')
    assert "<script" not in result.html
    assert "<img" not in result.html
    assert 'href="javascript' not in result.html


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**bold** _it_ `code` ~~gone~~", "bold it code gone"),
        ("# Title\n\nText", "Title\n\nText"),
        ("- one\n- two", "• one\n• two"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("- one\n  - inner\n- two", "• one\n  • inner\n• two"),
        ("- one\n\n- two\n\nafter", "• one\n• two\n\nafter"),
        ("> quoted\n> twice", "> quoted\n> twice"),
        ("[words](https://example.org)", "words (https://example.org)"),
        ("<https://example.org>", "https://example.org"),
        ("![a picture](x.png)", "a picture"),
        ("```\ncode  here\n```", "code  here"),
        ("one\ntwo\\\nthree", "one\ntwo\nthree"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\tb\n1\t2"),
        ("above\n\n---\n\nbelow", "above\n\n———\n\nbelow"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
        ("", ""),
    ],
)
def test_marks_can_be_left_out_of_the_plain_text(markdown: str, plain: str) -> None:
    assert copied(markdown, marks=False).plain == plain


def test_plain_text_is_taken_literally() -> None:
    result = copied("2 * 3 < 7 & **so**\nnext\n\nnew", markdown=False, marks=False)
    assert result.plain == "2 * 3 < 7 & **so**\nnext\n\nnew"
    assert result.html == "<p>2 * 3 &lt; 7 &amp; **so**<br>\nnext</p>\n<p>new</p>\n"
