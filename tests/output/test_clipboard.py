import pytest

from writer_assistant.output.clipboard import CHANNELS, Copied, Form, channel_for, copied
from writer_assistant.output.document import document
from writer_assistant.output.plain import Restyling

DRAFT = """---
title: Hi
---

# Hello <!-- really? -->

**bold** and [words](https://x.example/a)

- one
"""


def of(text: str, form: Form, *, markup: bool = True) -> Copied:
    return copied(document(text, "x", markup=markup), form)


def test_rich_text_has_the_marks_meaning_and_plain_text_beside_it() -> None:
    result = of(DRAFT, Form.RICH)
    assert "<h1>Hello</h1>" in result.html
    assert '<strong>bold</strong> and <a href="https://x.example/a">words</a>' in result.html
    assert result.plain == "Hello\n\nbold and words (https://x.example/a)\n\n• one"
    assert result.changes == {}


def test_plain_text_has_no_marks_and_no_rich_text_that_would_win_over_it() -> None:
    result = of(DRAFT, Form.PLAIN)
    assert result.plain == of(DRAFT, Form.RICH).plain
    assert result.html == ""
    assert result.changes == {
        Restyling.HEADING: 1,
        Restyling.EMPHASIS: 1,
        Restyling.LINK: 1,
        Restyling.BULLET: 1,
    }


def test_markdown_is_copied_as_it_is_but_for_what_is_no_ones_business() -> None:
    result = of(DRAFT, Form.MARKDOWN)
    assert result.plain == "# Hello\n\n**bold** and [words](https://x.example/a)\n\n- one"
    assert result.html == ""


def test_a_typed_line_break_stays_one() -> None:
    assert of("one\ntwo", Form.RICH).html == "<p>one<br>\ntwo</p>\n"


def test_html_in_a_draft_is_shown_and_not_run() -> None:
    text = '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror="y">'
    result = of(text, Form.RICH)
    assert "<script" not in result.html
    assert "<img" not in result.html
    assert 'href="javascript' not in result.html


def test_a_table_has_lines_in_mail() -> None:
    assert '<table border="1"' in of("| a | b |\n|---|---|\n| 1 | 2 |", Form.RICH).html


@pytest.mark.parametrize("form", list(Form))
def test_without_markup_marks_mean_nothing(form: Form) -> None:
    result = of("2 * 3 < 7 & **so**\nnext\n\n# new", form, markup=False)
    assert result.plain == "2 * 3 < 7 & **so**\nnext\n\n# new"
    if form is Form.RICH:
        assert result.html == "<p>2 * 3 &lt; 7 &amp; **so**<br>\nnext</p>\n<p># new</p>\n"


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({}, "email"),
        ({"chosen": "x"}, "x"),
        ({"usual": "linkedin", "chosen": "x"}, "linkedin"),
        ({"readers": ["trade press", "newsletter", "x"]}, "newsletter"),
        ({"readers": ["linkedin", "email"], "chosen": "email"}, "email"),
        ({"readers": ["linkedin", "email"], "chosen": "blog"}, "linkedin"),
        ({"own": "LinkedIn", "readers": ["email"], "usual": "x", "chosen": "blog"}, "linkedin"),
        ({"own": "Twitter"}, "x"),
        ({"own": "E-mail"}, "email"),
        ({"own": "carrier pigeon", "usual": "blog"}, "blog"),
    ],
)
def test_the_channel_is_the_drafts_the_personas_the_usual_or_the_last(known, name: str) -> None:
    assert channel_for(**known).name == name


def test_posts_are_plain_and_mails_are_rich() -> None:
    forms = {channel.name: channel.form for channel in CHANNELS}
    assert {forms["linkedin"], forms["x"]} == {Form.PLAIN}
    assert {forms["email"], forms["newsletter"]} == {Form.RICH}
    assert forms["markdown"] is Form.MARKDOWN
