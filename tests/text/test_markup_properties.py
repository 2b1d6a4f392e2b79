"""Whatever is typed: paragraphs tile the draft, and prose stands where its origin says."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text.draft import Block
from writer_assistant.text.markup import read_content, read_draft, split_paragraphs
from writer_assistant.text.span import Span

PIECES = [
    "We", "Olga's", " ", "  ", "\n", "\n\n", "\t", "**", "*", "_", "__", "~~", "`", "``", "[", "](",
    "]", "(", ")", "![", "https://norwick.example/a_b(c)", "www.x.example.", "a.b@c.example", "# ",
    "- ", "1. ", "2) ", "> ", "```\n", "---\n", "===\n", "+++\n", "| a | b |\n", "|---|---|\n",
    "<!--", "-->", "<br>", "<b>", "</b>", "<div>\n", "&amp;", "&nbsp;", "\\", "\\*", "“", "”", "‘",
    "’", '"', "'", "«", "»", "🚀", "👩\u200d💻", "1\ufe0f\u20e3", "🇬🇧", "\u200b", "\ufeff", "\xa0",
    "\x00", "\ud800", "\u202e", "שלום", "é", "e\u0301", "27", ".", "! ", ", ", ":", "    code",
    "[ref]: x", "[^1]", "[^1]: ", "• ", "→ ", "@olga", "#ship", "…", "™",
]  # fmt: skip
drafts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(st.characters(codec=None), max_size=120),
)


@given(drafts, st.booleans())
def test_paragraphs_lie_in_order_and_leave_out_only_blank_lines(text, markup):
    lines = text.split("\n")
    taken = set()
    end = 0
    for block, first, count in split_paragraphs(lines, markup=markup):
        assert isinstance(block, Block)
        assert first >= end
        assert count > 0
        end = first + count
        taken |= set(range(first, end))
    assert end <= len(lines)
    assert all(lines[n].strip() == "" for n in range(len(lines)) if n not in taken)


@given(drafts, st.booleans())
def test_prose_is_what_stands_at_its_origin(text, markup):
    draft = read_draft(text, markup=markup)
    for paragraph in draft.paragraphs:
        content = paragraph.content
        assert paragraph.span.of(text) == content.text
        assert content.origin[0][0] == 0
        assert list(content.origin) == sorted(set(content.origin))
        for at, character in enumerate(content.prose):
            place = content.in_text(Span(at, at + 1))
            assert len(place) == 1
            original = place.of(content.text)
            # A space may stand for any white space, a mark, or an emoji such as a keycap.
            assert original == character or (character == " " and not original.isalpha())
        places = [content.in_text(Span(at, at + 1)).start for at in range(len(content.prose))]
        assert places == sorted(set(places))


@given(drafts, st.booleans())
def test_prose_is_one_tidy_line_that_any_parser_can_read(text, markup):
    for paragraph in read_draft(text, markup=markup).paragraphs:
        prose = paragraph.content.prose
        assert prose == " ".join(prose.split())
        prose.encode()
        assert "\x00" not in prose


@given(drafts, st.booleans())
def test_spans_lie_in_the_prose_and_in_order(text, markup):
    for paragraph in read_draft(text, markup=markup).paragraphs:
        content = paragraph.content
        for spans in (content.quotes, content.links, content.code):
            assert list(spans) == sorted(spans)
            assert all(span.of(content.prose).strip() for span in spans)
            assert all(span.end <= len(content.prose) for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(0 < at < len(content.prose) for at in content.breaks)
        assert all(content.prose[at] != " " for at in content.breaks)


@given(drafts)
def test_a_paragraph_reads_alike_wherever_it_stands(text):
    for paragraph in read_draft(text).paragraphs:
        content = paragraph.content
        assert read_content(content.text, content.block) == content


@pytest.mark.parametrize(
    "piece", ["[", "![", "*", "_a ", "`", "“", '"', "'a ", "<!--", "<a ", "(", "a@", "w."]
)
def test_five_hundred_kilobytes_of_one_mark_are_read_at_once(piece):
    text = piece * (500_000 // len(piece))
    assert read_content(text, Block.PROSE).text == text
