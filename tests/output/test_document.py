import io
import re
import textwrap
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree
from lxml.html import document_fromstring

from writer_assistant.output.document import document, html_page, picture
from writer_assistant.output.html import starts_right
from writer_assistant.output.plain import plain_text
from writer_assistant.output.word import word_document
from writer_assistant.text.docx import read_docx
from writer_assistant.text.markdown_writer import write_markdown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(markdown: str) -> etree._Element:
    data = word_document(document(markdown, "x"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.parametrize(
    ("text", "title", "author", "language"),
    [
        ("", "draft", "", "en"),
        ("Text", "draft", "", "en"),
        ("Text\n\n## A *head*", "A head", "", "en"),
        ("---\ntitle: T\nauthor: Olga\nlang: en-GB\n---\n\n# H", "T", "Olga", "en-GB"),
        ("---\nlanguage: de_CH\ncompany: Norwick\n---\n", "draft", "Norwick", "de-CH"),
        ('---\nlang: "><script>"\n---\n', "draft", "", "en"),
    ],
)
def test_title_author_and_language(text: str, title: str, author: str, language: str) -> None:
    made = document(text, "draft")
    assert (made.title, made.author, made.language) == (title, author, language)


SENTENCE = "Whoever pastes this into a post gets ragged lines that nobody wants. "


def wrapped(text: str, mark: str = "") -> str:
    return textwrap.fill(text, 72, initial_indent=mark, subsequent_indent=" " * len(mark))


@pytest.mark.parametrize("markup", [True, False])
def test_lines_that_an_editor_broke_are_whole_again(markup: bool) -> None:
    text = wrapped(SENTENCE * 6) + "\n\n" + wrapped(SENTENCE * 3)
    said = plain_text(document(text, "x", markup=markup).blocks).text
    assert said == f"{(SENTENCE * 6).strip()}\n\n{(SENTENCE * 3).strip()}"


def test_items_are_whole_again_and_a_forced_break_stays() -> None:
    text = f"{wrapped(SENTENCE * 8, '- ')}\n\nOne\\\ntwo"
    said = plain_text(document(text, "x").blocks).text
    assert said == f"• {(SENTENCE * 8).strip()}\n\nOne\ntwo"


def test_lines_that_a_writer_broke_stay() -> None:
    post = "One line.\nAnother, which is somewhat longer than the first.\nA third.\n" * 4
    assert plain_text(document(post, "x").blocks).text == post.strip()


# Pages


def test_a_page_names_its_language_and_title_and_its_headings_stay_in_order() -> None:
    page = html_page(document("---\nlang: en-GB\ntitle: A < B\n---\n\n# One\n\n### Three", "x"))
    root = document_fromstring(page)
    assert page.startswith("<!DOCTYPE html>")
    assert root.get("lang") == "en-GB"
    assert root.findtext("head/title") == "A < B"
    assert [heading.tag for heading in root.iter("h1", "h2", "h3")] == ["h1", "h3"]
    assert root.find("body/main") is not None


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page = html_page(
        document('<script>x</script> [a](javascript:b) "q" <img src=x onerror=y>', "x")
    )
    assert "<script" not in page
    assert "<img" not in page
    around = re.sub(r"<p>.*</p>", "", page)
    assert not re.search(r"javascript|<link|@import|url\(|src=", around)


def test_heads_of_tables_are_told_from_the_rest() -> None:
    page = html_page(document("| a | b |\n|---|--:|\n| 1 | 2 |", "x"))
    root = document_fromstring(page)
    assert [(cell.text, cell.get("scope")) for cell in root.iter("th")] == [
        ("a", "col"),
        ("b", "col"),
    ]
    assert [cell.get("style") for cell in root.iter("td")] == [None, "text-align: right"]


def test_what_runs_from_right_to_left_says_so() -> None:
    mixed = html_page(document("Hello\n\nשלום\n\n- مرحبا\n- hi", "x"))
    assert "<p>Hello</p>" in mixed
    assert '<p dir="rtl">שלום</p>' in mixed
    assert '<li dir="rtl">مرحبا</li>' in mixed
    assert '<html lang="he" dir="rtl">' in html_page(document("---\nlang: he\n---\nשלום", "x"))


@pytest.mark.parametrize(
    ("text", "starts"),
    [("שלום", True), ("“מה” x", True), ("abc שלום", False), ("123 🚀", False), ("", False)],
)
def test_the_first_letter_says_which_way_text_runs(text: str, starts: bool) -> None:
    assert starts_right(text) is starts


# Word documents


def test_a_word_document_says_who_wrote_it_when_and_in_what_language() -> None:
    now = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    text = "---\nauthor: Olga\ntitle: T\nlang: en-GB\n---\nx"
    data = word_document(document(text, "x"), now=now)
    about = docx.Document(io.BytesIO(data)).core_properties
    assert (about.title, about.author, about.language) == ("T", "Olga", "en-GB")
    assert about.created is not None
    assert about.created.replace(tzinfo=None) == now.replace(tzinfo=None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert 'w:lang w:val="en-GB"' in archive.read("word/styles.xml").decode()


def test_paper_is_a4_or_letter() -> None:
    for letter, width in ((False, 210), (True, 216)):
        data = word_document(document("x", "x"), letter=letter)
        assert round(docx.Document(io.BytesIO(data)).sections[0].page_width.mm) == width


def test_what_runs_from_right_to_left_does_so_in_word() -> None:
    paragraphs = list(body("Hello\n\nשלום **עולם**").iter(f"{W}p"))
    assert [p.find(f"{W}pPr/{W}bidi") is not None for p in paragraphs] == [False, True]
    assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in paragraphs[1].iter(f"{W}r"))


def test_properties_of_paragraphs_are_in_the_order_that_word_wants() -> None:
    order = ["pStyle", "keepNext", "keepLines", "numPr", "pBdr", "bidi", "spacing", "ind", "jc"]
    found = body("- שלום\n\n  ---\n\n  עולם\n\n  | א | ב |\n  |---|--:|\n\n> - א").iter(f"{W}pPr")
    for properties in found:
        names = [etree.QName(child).localname for child in properties]
        assert names == sorted(names, key=order.index)


def test_each_list_counts_for_itself() -> None:
    text = "1. a\n2. b\n\ntext\n\n1. c\n\n   5. d\n"
    assert write_markdown(read_docx(word_document(document(text, "x")), "x").blocks) == text


def test_links_lead_out_of_the_document_and_nothing_else_does() -> None:
    data = word_document(
        document("[a](https://x.example) ![b](https://y.example/c.png) [d](#e)", "x")
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert re.findall(r'Target="(http[^"]+)" TargetMode="External"', links) == [
        "https://x.example",
        "https://y.example/c.png",
    ]


# Pictures


def test_a_picture_is_found_below_the_draft_alone(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "in").mkdir(parents=True)
    inside = tmp_path / "drafts" / "in" / "a b.png"
    for file in (inside, tmp_path / "up.png", tmp_path / "drafts" / "text.txt"):
        file.write_bytes(b"x")
    folder = tmp_path / "drafts"
    assert picture("in/a%20b.png", folder) == inside
    assert picture("in/a b.png", folder) == inside
    for other in (
        "../up.png",
        str(inside),
        "text.txt",
        "no.png",
        "in",
        "",
        "http:a.png",
        "\\\\h\\a.png",
    ):
        expected = inside if other == str(inside) else None
        assert picture(other, folder) == expected
    assert picture("in/a%20b.png", None) is None


@pytest.mark.parametrize("title", ["A " * 300, "bell\x07 and \x0b", "half \ud83d"])
def test_any_title_can_be_that_of_a_word_document(title: str) -> None:
    made = replace(document("Text.", "x"), title=title, author=title)
    about = docx.Document(io.BytesIO(word_document(made))).core_properties
    assert about.title.split()[0] == title.split()[0].rstrip("\x07")
    assert len(about.title) <= 255
