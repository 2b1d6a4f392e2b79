"""Web pages and what is pasted, as blocks."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_assistant.errors import UserError
from writer_assistant.text import html
from writer_assistant.text.characters import ordinary
from writer_assistant.text.html import read_html
from writer_assistant.text.html_look import address
from writer_assistant.text.markdown_writer import write_markdown
from writer_assistant.text.readers import read_bytes

CLIPBOARDS = Path(__file__).parents[1] / "clipboards"


def pasted(source: str) -> str:
    return ordinary(write_markdown(read_html(source, pasted=True).blocks))


def opened(source: str) -> str:
    return write_markdown(read_html(source).blocks)


@pytest.mark.parametrize("program", ["word", "word_online", "google_docs", "browser"])
def test_what_programs_put_on_the_clipboard(program: str) -> None:
    source = (CLIPBOARDS / f"{program}.html").read_text("utf-8")
    assert pasted(source) == (CLIPBOARDS / f"{program}.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("", ""),
        ("   \n ", ""),
        ("just text", "just text\n"),
        ("<p>a<p>b", "a\n\nb\n"),
        ("<div>a</div>b<div>c</div>", "a\n\nb\n\nc\n"),
        ("<p>a\n   b\t c</p>", "a b c\n"),
        ("<p><b>a </b>b<i> c</i></p>", "**a** b *c*\n"),
        ("<p><b><i>a</i></b></p>", "***a***\n"),
        ("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**\n"),
        ("<span style='font-weight: 600'>a</span>", "**a**\n"),
        ("<b>a<span style='font-weight:normal'> b</span></b>", "**a** b\n"),
        ("<span style='TEXT-DECORATION: underline line-through'>a</span>", "~~a~~\n"),
        ("<h3><strong>a</strong></h3>", "### a\n"),
        ("<h3>a <strong>b</strong></h3>", "### a **b**\n"),
        ("<h1></h1><h2> </h2>x", "x\n"),
        ("<p>a<br>b<br/>c</p>", "a\nb\nc\n"),
        ("<p>a<br> <br>b</p>", "a\n\nb\n"),
        ("<div style='white-space: pre-wrap'>a\nb\n\nc</div>", "a\nb\n\nc\n"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c\n"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b\n"),
        ("<ul><li></li><li>a</li></ul>", "- a\n"),
        ("<li>a<li>b", "- a\n- b\n"),
        ("<ol start='x'><li>a</ol>", "1. a\n"),
        ("<ul><li><p>a</p><p>b</p></ul>", "- a\n\n  b\n"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b\n"),
        ("<dl><dt>T<dd>D</dl>", "T\n\nD\n"),
        ("<a href='https://x.example/a b'>c</a>", "[c](https://x.example/a%20b)\n"),
        ("<a href='/a'>c</a> <a href='#d'>e</a>", "[c](/a) [e](#d)\n"),
        ("<a href='file:///etc/passwd'>c</a> <a href='data:x'>d</a> <a>e</a>", "c d e\n"),
        ("<a href=' java\nscript:x'>c</a>", "c\n"),
        ("<a href='http://[x'>c</a>", "c\n"),
        ("<a href='mailto:o@x.example'>o@x.example</a>", "o@x.example\n"),
        ("<a href='https://x.example'><b>c</b> d</a>", "[**c** d](https://x.example)\n"),
        (
            "<a href='https://x.example'><img src=b.png alt=c></a>",
            "[![c](b.png)](https://x.example)\n",
        ),
        ("<img src='data:image/png;base64,QUJD' alt=''>x", "x\n"),
        ("<pre>\na\n  b\n</pre>", "```\na\n  b\n```\n"),
        ("<pre><div>a</div><div>b</div></pre>", "```\na\nb\n```\n"),
        ("<pre>a<br>b</pre>", "```\na\nb\n```\n"),
        ("<pre>```</pre>", "````\n```\n````\n"),
        ("<div class='highlight highlight-source-js'><pre>x</pre></div>", "```js\nx\n```\n"),
        ("<p>a <code>b`c</code></p>", "a ``b`c``\n"),
        ("<q>a</q>", "“a”\n"),
        ("<p>*a* _b_ [c](d) # e</p>", "\\*a\\* \\_b\\_ \\[c](d) # e\n"),
        ("<p># a</p><p>1. b</p><p>- c</p><p>&gt; d</p>", "\\# a\n\n1\\. b\n\n\\- c\n\n\\> d\n"),
        ("<p>&lt;b&gt; &amp;amp; &euro;</p>", "\\<b> \\&amp; €\n"),
        ("<p hidden>a</p><p style='display:none'>b</p><template>c</template>d", "d\n"),
        ("<p>a<!-- b -->c<?php d ?></p>", "ac\n"),
        ("<hr><p>a</p><hr>", "***\n\na\n\n---\n"),
        ("<p dir=rtl>שלום <b>עולם</b></p>", "שלום **עולם**\n"),
        ("<p>👩‍👩‍👧 \U000e0041 a\ud83d</p>", "👩‍👩‍👧 \U000e0041 a?\n"),
        ("<p>a\x00b</p>", "ab\n"),
    ],
)
def test_pages(source: str, markdown: str) -> None:
    assert opened(source) == markdown


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        (
            "<table><tr><th>a<th align=right>b<tr><td>1<td>2</table>",
            "| a | b |\n| --- | --: |\n| 1 | 2 |\n",
        ),
        (
            "<table><thead><tr><td><b>a</b><td><b>b</b></thead><tr><td colspan=2>1</table>",
            "| a | b |\n| --- | --- |\n| 1 |  |\n",
        ),
        (
            "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>",
            "| a | b |\n| --- | --- |\n|  | c |\n",
        ),
        (
            "<table><caption>T</caption><tr><td>a<ul><li>x<li>y</ul><td>b<br>c</table>",
            "T\n\n| a • x • y | b c |\n| --- | --- |\n",
        ),
        ("<table><tr><td>a<tr><td>b</table>", "a\n\nb\n"),
        ("<table role=presentation><tr><td>a<td>b</table>", "a\n\nb\n"),
        ("<table><tr><td><h2>a</h2><td>b</table>", "## a\n\nb\n"),
        (
            "<table><tr><td><table><tr><td>a<td>b</table><td>c</table>",
            "| a | b |\n| --- | --- |\n\nc\n",
        ),
        ("<table><tr><td> <td></table>", ""),
        ("<td>a", "a\n"),
    ],
)
def test_tables_hold_data_or_only_put_side_by_side(source: str, markdown: str) -> None:
    assert opened(source) == markdown


@pytest.mark.parametrize(
    ("href", "clean"),
    [
        ("https://x.example/?a=1&fbclid=2", "https://x.example/?a=1"),
        ("https://x.example/?gclid=2", "https://x.example/"),
        ("https://x.example/?utm_source=mail", "https://x.example/?utm_source=mail"),
        ("https://x.example/?q=a%20b&r=%C3%BC", "https://x.example/?q=a%20b&r=%C3%BC"),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fx.example%2F", "https://x.example/"),
        ("https://www.google.com/url?q=javascript:x", "https://www.google.com/url?q=javascript:x"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example&data=1",
            "https://x.example",
        ),
        ("#part", ""),
        ("mailto:o@x.example?subject=Hi", "mailto:o@x.example?subject=Hi"),
    ],
)
def test_what_follows_people_around_is_taken_out_of_pasted_links_alone(href, clean) -> None:
    assert address(href, pasted=True) == clean
    assert address(href, pasted=False) == href


def test_a_page_is_opened_in_the_encoding_that_it_names() -> None:
    page = "<meta charset=iso-8859-2><p>Łódź</p>".encode("iso-8859-2")
    loaded = read_bytes(page, "a.html")
    assert (loaded.text, loaded.style, loaded.markup) == ("Łódź\n", None, True)
    assert read_bytes("<p>Łódź".encode(), "A.HTM").text == "Łódź\n"
    assert read_bytes("<meta charset=klingon><p>Łódź".encode(), "a.html").text == "Łódź\n"
    assert read_bytes("<p>Łódź".encode("utf-16"), "a.html").text == "Łódź\n"


# Bombs


def test_what_is_too_deep_is_refused() -> None:
    with pytest.raises(UserError, match="too deep") as raised:
        read_html("<div>" * 100_000 + "x", "a.html")
    assert raised.value.remedy


@pytest.mark.parametrize("tag", ["blockquote", "ul><li", "table><tr><td", "b", "span", "h1", "pre"])
def test_what_is_nested_without_need_is_read(tag: str) -> None:
    opening = f"<{tag}>"
    markdown = opened(opening * 300 + "the words")
    assert "the words" in markdown.replace("\n", " ")
    assert len(markdown) < 300


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "LARGEST", 1000)
    assert opened(f"<img src='data:image/png;base64,{'A' * 5000}'>x") == "x\n"
    with pytest.raises(UserError, match="more than"):
        read_html("x" * 1001)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;&b;</p>'
    assert "aaaa" not in opened(bomb)


@pytest.mark.parametrize("width", ["1000000000", "999", "-1", "x", "²"])
def test_a_cell_is_not_as_wide_as_it_says(width: str) -> None:
    row = f"<tr><td colspan={width} rowspan={width}>a<td>b"
    assert len(opened(f"<table>{row * 5}</table>")) < 10_000


def test_a_list_of_nothing_is_no_list() -> None:
    assert read_html("<ol><h1>").blocks == ()
    assert read_html("<ul><h2></h2><p></p></ul>").blocks == ()


def test_many_unclosed_tags_take_no_longer_than_they_are_many() -> None:
    def calls(count: int) -> int:
        counted = 0

        def count_one(_frame: object, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count_one)
        try:
            read_html("<p><b>x<li>y</b>" * count)
        finally:
            sys.setprofile(None)
        return counted

    calls(10)
    assert calls(800) < 12 * calls(80)


TAGS = [
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol>",
        "<table>",
        "<tr>",
        "<td>",
    ),
    *(
        "</table>",
        "<h1>",
        "</h1>",
        "<pre>",
        "</pre>",
        "<a href='x'>",
        "</a>",
        "<br>",
        "<hr>",
        "<!--",
    ),
    *("-->", "<![if x]>", "<o:p>", "<q>", "<blockquote>", "&amp;", "<", "<li data-listid=1 >"),
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(TAGS),
            st.text(max_size=5),
        ),
        max_size=20,
    ).map("".join)
)
def test_anything_is_read_and_what_it_says_can_be_written(source: str) -> None:
    blocks = read_html(source).blocks
    markdown = write_markdown(blocks)
    assert markdown == "" or markdown.endswith("\n")


@pytest.mark.parametrize(
    "source",
    [
        "<div role=heading aria-level={n}>Title</div>",
        "<ul><li data-listid=1 data-aria-level={n} data-aria-posinset={n}>One</li></ul>",
        "<p style='mso-list:l0 level{n} lfo1'>One</p>",
        "<p style='font-weight:{n}'>One</p>",
        "<table><tr><td colspan={n}>One</td></tr></table>",
        "<ol start={n}><li>One</li></ol>",
    ],
)
def test_numbers_of_any_length_are_read(source: str) -> None:
    assert "One" in pasted(source.format(n="9" * 5_000)) or "Title" in pasted(
        source.format(n="9" * 5_000)
    )


def test_a_page_in_no_encoding_is_read() -> None:
    page = b"<meta charset=undefined><p>One"
    assert "One" in read_bytes(page, "page.html").text
