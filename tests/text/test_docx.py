"""Word documents, built here part by part as ECMA-376 describes them."""

import io
import zipfile

import pytest

from writer_assistant.errors import UserError
from writer_assistant.text import docx
from writer_assistant.text.docx import read_docx as read_rich
from writer_assistant.text.markdown_writer import write_markdown
from writer_assistant.text.markup import read_draft
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


# What Word writes beyond paragraphs


def notes(kind, text):
    return part(f"{kind}s", f'<w:{kind} w:id="2">{p(r(text))}</w:{kind}>')


def with_parts(body, styles="", numbering="", **parts):
    made = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(
            ("s", "styles", "styles.xml"),
            ("n", "numbering", "numbering.xml"),
            ("l", "hyperlink", "https://x.example"),
            *((name, name, f"{name}.xml") for name in parts),
        ),
        "word/styles.xml": part("styles", STYLES + styles),
        "word/numbering.xml": part("numbering", NUMBERING + numbering),
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    return package(made)


def field(instruction, text):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + r(text) + mark("end")


CODE = '<w:style w:styleId="C"><w:name w:val="HTML Preformatted"/></w:style>'
CHARACTERS = (
    '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="K"><w:name w:val="HTML Code"/></w:style>'
)
ORDERED = (
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
    '<w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def ordered(text, number):
    return p(
        r(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(field(' HYPERLINK "https://x.example" ', "a") + r(" b")), "[a](https://x.example) b\n"),
        (p(field(" PAGE ", "3")), "3\n"),
        (
            p(f'<w:fldSimple w:instr=\'HYPERLINK "https://x.example"\'>{r("there")}</w:fldSimple>'),
            "[there](https://x.example)\n",
        ),
        (p(f'<w:hyperlink w:anchor="_Toc1">{r("there")}</w:hyperlink>'), "there\n"),
        (p(field(' HYPERLINK "file:///C:/secret" ', "there")), "there\n"),
        (p(r("a", '<w:rStyle w:val="Fett"/>') + r(" b", '<w:rStyle w:val="K"/>')), "**a**` b`\n"),
        (p(r("a", '<w:rStyle w:val="Fett"/><w:b w:val="false"/>')), "a\n"),
        (p(r("49", "<w:strike/>") + r(" 39")), "~~49~~ 39\n"),
        (p(r("gone", "<w:vanish/>") + r("here")), "here\n"),
        (p(r("m") + r("2", '<w:vertAlign w:val="superscript"/>')), "m²\n"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + r(" so")), "→ so\n"),
        (p(r("Head", BOLD) + r(" it", BOLD + ITALIC), "berschrift1"), "# Head *it*\n"),
        (
            p(r("a  = 1"), "C") + p(r("b"), "C") + p("") + p(r("c"), "C"),
            "```\na  = 1\nb\n```\n\n```\nc\n```\n",
        ),
        (p("", "", "<w:pBdr><w:bottom/></w:pBdr>") + p(r("a")), "***\n\na\n"),
        (ordered("a", 2) + ordered("b", 2), "4. a\n5. b\n"),
        (ordered("a", 2) + p("") + ordered("b", 2), "4. a\n5. b\n"),
        (ordered("a", 2) + p(r("x")) + ordered("b", 2), "4. a\n\nx\n\n5. b\n"),
        (ordered("a", 2) + p(r("x")) + ordered("b", 3), "4. a\n\nx\n\n1. b\n"),
        (
            item("a") + p(r("more"), properties='<w:ind w:left="720"/>') + item("b"),
            "- a\n\n  more\n\n- b\n",
        ),
        (p(r("more"), properties='<w:ind w:left="720"/>'), "more\n"),
        (
            p(f"<w:r><w:pict><w:txbxContent>{p(r('b'))}</w:txbxContent></w:pict></w:r>" + r("a")),
            "a\n\nb\n",
        ),
        (p(r("one") + "<w:r><w:br/><w:br/></w:r>" + r("two")), "one\n\ntwo\n"),
    ],
)  # fmt: skip
def test_what_word_writes(body, expected):
    assert read_docx(with_parts(body, CODE + CHARACTERS, ORDERED), "a.docx") == expected


def test_notes_stand_at_the_end_in_the_order_of_their_marks():
    body = p(
        r("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(", two")
        + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )  # fmt: skip
    data = with_parts(
        body, footnotes=notes("footnote", "Below."), endnotes=notes("endnote", "At last.")
    )
    assert read_docx(data, "a.docx") == "One¹, two²\n\n---\n\n¹ Below.\n\n² At last.\n"


def test_what_is_left_out_is_told():
    body = p(
        r("a") + '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing/></w:r>'
        f"<w:del>{r('old')}</w:del><w:del>{r('older')}</w:del>"
    )
    assert read_bytes(document(body), "a.docx").notices == (
        "Left out of the Word document: 1 comment, 1 picture, 2 deletions of tracked changes.",
    )
    assert read_bytes(document(p(r("a"))), "a.docx").notices == ()


def test_a_table_keeps_merged_cells_and_heads():
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text))}</w:tc>"

    head = "<w:trPr><w:tblHeader/></w:trPr>"
    wide, tall = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = (
        f"<w:tr>{head}{cell('a')}{cell('b', wide)}</w:tr>"
        f"<w:tr>{cell('c', tall)}{cell('d')}{cell('e')}</w:tr>"
        f"<w:tr>{cell('x', '<w:vMerge/>')}{cell('f')}{cell('g')}</w:tr>"
    )
    assert read_docx(document(f"<w:tbl>{rows}</w:tbl>"), "a.docx") == (
        "| a | b |  |\n| --- | --- | --- |\n| c | d | e |\n|  | f | g |\n"
    )
