"""Word documents, built here part by part as ECMA-376 describes them."""

import io
import zipfile

import pytest

from writer_assistant.errors import UserError
from writer_assistant.text import docx
from writer_assistant.text.docx import read_docx as read_rich
from writer_assistant.text.markup import read_draft
from writer_assistant.text.markdown_writer import write_markdown
from writer_assistant.text.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

STYLES = """
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Own head"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="Liste"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Loop"><w:name w:val="loop"/><w:basedOn w:val="Loop"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
"""


def read_docx(data, name):
    return write_markdown(read_rich(data, name).blocks)


def part(name, inside):
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inside}</w:{name}>'


def relations(*rows):
    inside = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{to}"/>' for i, t, to in rows
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


def package(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def document(body, namespace=W):
    parts = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(
            ("s", "styles", "styles.xml"),
            ("n", "numbering", "/word/numbering.xml"),
            ("l", "hyperlink", "https://x.example/a_(b)"),
        ),
        "word/styles.xml": part("styles", STYLES),
        "word/numbering.xml": part("numbering", NUMBERING),
    }
    return package({name: text.replace(W, namespace) for name, text in parts.items()})


def p(inside, style="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{inside}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text, level=0):
    return p(
        r(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    )


BOLD, ITALIC, NOT_BOLD = "<w:b/>", "<w:i/>", '<w:b w:val="0"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ""),
        (p(r("One.")) + p("") + p(r("Two 🚀 &amp; three.")), "One.\n\nTwo 🚀 & three.\n"),
        (p(r("Head", BOLD), "berschrift1"), "# Head\n"),
        (p(r("Head"), "Own"), "# Head\n"),
        (p(r("Head"), "Titel"), "# Head\n"),
        (p(r("Head"), properties='<w:outlineLvl w:val="2"/>'), "### Head\n"),
        (p(r("Text"), "Loop"), "Text\n"),
        (p(r("a "), "") + p(r("b"), "Zitat"), "a\n\n> b\n"),
        (p(r("We ") + r("really", BOLD) + r(" won"), ""), "We **really** won\n"),
        (p(r("We", BOLD) + r(" all", BOLD) + r(" won", BOLD + ITALIC)), "**We all *won***\n"),
        (p(r("not", NOT_BOLD)), "not\n"),
        (item("a") + item("b", 1) + item("c") + p(r("d")), "- a\n  1. b\n- c\n\nd\n"),
        (p(r("a"), "Liste"), "- a\n"),
        (
            p(f'See <w:hyperlink r:id="l">{r("our site")}</w:hyperlink>'),
            "[our site](https://x.example/a_(b))\n",
        ),
        (p(r("a") + "<w:r><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"), "a\nb c\n"),
        (p(f"<w:ins>{r('new')}</w:ins><w:del>{r('old')}</w:del>"), "new\n"),
        (p(f"<w:sdt><w:sdtContent>{r('inside')}</w:sdtContent></w:sdt>"), "inside\n"),
        (p(r("2 * 3, a_b, _c, [d](e)")), "2 \\* 3, a_b, \\_c, \\[d](e)\n"),
        (p(r("&lt;f> &lt; g &amp;amp;")), "\\<f> < g \\&amp;\n"),
        (p(r("# no head")) + p(r("1. no item")), "\\# no head\n\n1\\. no item\n"),
        (
            "<w:tbl><w:tr><w:tc>" + p(r("a|b")) + "</w:tc><w:tc>" + p(r("c")) + p(r("d"))
            + "</w:tc></w:tr><w:tr><w:tc>" + p(r("1")) + "</w:tc></w:tr></w:tbl>",
            "| a\\|b | c d |\n| --- | --- |\n| 1 |  |\n",
        ),
    ],
)  # fmt: skip
def test_markdown(body, expected):
    assert read_docx(document(body), "a.docx") == expected


def test_the_strict_form_is_read_too():
    body = p(r("Head"), "berschrift1") + item("a")
    data = document(body, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_docx(data, "a.docx") == "# Head\n\n- a\n"


def test_what_was_escaped_reads_as_it_stood():
    text = r"*x* _y_ `z` \ [a](b) <b> &amp; # 1."
    body = p(r(text.replace("&", "&amp;").replace("<", "&lt;")))
    draft = read_draft(read_docx(document(body), "a.docx"))
    assert draft.paragraphs[0].content.prose == text


def test_a_document_without_styles_is_read():
    parts = {
        "_rels/.rels": relations(("r1", "officeDocument", "/d.xml")),
        "d.xml": part("document", f"<w:body>{p(r('x'), 'unknown')}</w:body>"),
    }
    assert read_docx(package(parts), "a.docx") == "x\n"


def test_a_word_document_cannot_be_written_back():
    loaded = read_bytes(document(p(r("x"))), "A.DOCX")
    assert loaded.style is None
    assert loaded.markup


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 torn",
        document(p(r("x")))[:-200],
        package({"a": "b"}),
        package({"_rels/.rels": relations(("r", "officeDocument", "gone.xml"))}),
        package({"_rels/.rels": relations(("r", "officeDocument", "d")), "d": "<a>"}),
        package({"_rels/.rels": relations(("r", "officeDocument", "d")), "d": BOMB + "<x>&b;</x>"}),
        package(
            {
                "_rels/.rels": relations(("r", "officeDocument", "d")),
                "d": part("document", "<w:body>" + "<w:x>" * 5000 + "</w:x>" * 5000 + "</w:body>"),
            }
        ),
    ],
)
def test_what_is_no_word_document_is_refused(data):
    with pytest.raises(UserError, match="not a Word document") as raised:
        read_docx(data, "a.docx")
    assert raised.value.remedy


def test_what_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(docx, "_LARGEST_PART", 5000)
    with pytest.raises(UserError, match="unpacks"):
        read_docx(document(p(r("x" * 10_000))), "a.docx")
