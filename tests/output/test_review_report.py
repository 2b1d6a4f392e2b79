"""The report of a review: all of the draft, every remark, and nothing that loads or runs."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.gui.highlights import DARK, LIGHT
from writer_assistant.output.review import Placed, ReviewReport, remarks, report_page
from writer_assistant.output.review_figures import figure_rows
from writer_assistant.output.review_style import COLOURS
from writer_assistant.review.model import Answer, Decided, Decision, Figures, Note
from writer_assistant.text.anchor import Anchor, anchor_at
from writer_assistant.text.span import Span

TEXT = """\
# We are thrilled 🚂

You know how a late train ruins a week. We use <b>pumps</b> & synergy.

- Follow us!
"""


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def finding(kind: Kind, words: str, severity: Severity = Severity.STRONG) -> Finding:
    place = span(words)
    return Finding(kind, severity, place, place, words, "Message", f"“{words}” is why.")


def page(**changes: object) -> ReviewReport:
    given = {"title": "post.md", "text": TEXT, "after": Figures()}
    return ReviewReport(**(given | changes))


def read(report: ReviewReport) -> html.HtmlElement:
    return html.fromstring(report_page(report))


def draft_of(tree: html.HtmlElement) -> str:
    """Return the text of the draft alone, its paragraphs joined by line ends."""
    (draft,) = tree.xpath("//h2[@id='draft']/..")
    for extra in draft.xpath(".//ul | .//sup | .//del"):
        extra.drop_tree()
    return "\n".join(part.text_content() for part in draft.find("div"))


NOTE = Note(
    "n1",
    "What does she get?\nSay <that>.",
    anchor_at(TEXT, span("We use")),
    "Ana",
    answers=(Answer("An hour.", "Ben"),),
)
USED = Decision("d1", Decided.USED, Kind.JARGON, Anchor("use"), "leverage")
GONE = Decision("d2", Decided.USED, Kind.BARE_ASK, Anchor(""), "Visit us.")
IGNORED = Decision(
    "d3", Decided.IGNORED, Kind.EMPTY_CLAIM, Anchor("thrilled"), reason="She says so."
)
REPORT = page(
    by="Ana",
    on="2026-11-22T09:00:00",
    persona="Olga",
    findings=[
        finding(Kind.SELF_CENTERED, "We use <b>pumps</b> & synergy."),
        finding(Kind.JARGON, "synergy", Severity.MILD),
    ],
    entries=[
        Placed(NOTE, span("We use")),
        Placed(USED, span("use")),
        Placed(GONE, Span(*(2 * [span("You know").start]))),
        Placed(IGNORED, span("thrilled")),
        Placed(Note("n2", "Too long.", Anchor(""), done=True), None),
    ],
)


def test_the_whole_draft_is_there() -> None:
    shown = draft_of(read(REPORT))
    assert shown == (
        "We are thrilled 🚂\n"
        "You know how a late train ruins a week. We use <b>pumps</b> & synergy.\n"
        "- Follow us!"
    )


def test_each_remark_stands_below_its_paragraph_and_refers_to_its_words() -> None:
    tree = read(REPORT)
    ids = [element.get("id") for element in tree.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    links = [link.get("href") for link in tree.xpath("//a")]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    for remark in remarks(REPORT):
        assert f"r{remark.number}" in ids
        assert (f"m{remark.number}" in ids) == (remark.span is not None)
    (about_heading,) = tree.xpath("//h3/following-sibling::*[1]")
    assert "Ignored, Empty claim: She says so." in about_heading.text_content()


def test_what_notes_and_decisions_say() -> None:
    tree = read(REPORT)
    text = re.sub(r"\s+", " ", tree.text_content())
    assert "Note by Ana: What does she get? Say <that>. Answer by Ben: An hour." in text
    assert "Note (ticked off): Too long." in text
    assert [gone.text.strip() for gone in tree.xpath("//div//p/del | //div//p//del")] == [
        "Visit us.",
        "leverage",
    ]
    assert [new.text_content() for new in tree.xpath("//div/p//ins")] == ["use"]
    assert "Taken out, Bare ask: Visit us." in text
    for counted in ("2 notes", "1 note ticked off", "2 suggestions used", "1 finding ignored"):
        assert counted in text


def test_marks_within_marks() -> None:
    tree = read(REPORT)
    (word,) = tree.xpath("//div/p//span[contains(@class, 'jargon')]")
    assert word.text_content() == "synergy"
    assert word.get("class") == "jargon mild"
    assert "self-centered strong" in word.getparent().get("class")


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page_ = report_page(REPORT)
    tree = html.fromstring(page_)
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //form")
    assert not [name for element in tree.iter() for name in element.attrib if name[:2] == "on"]
    assert "default-src 'none'" in page_
    assert not re.search(r"https?:|url\(|@import", page_)


def test_it_can_be_read_by_everybody() -> None:
    tree = read(page(language="de-CH", entries=REPORT.entries))
    assert tree.get("lang") == "en"
    assert tree.xpath("//div/@lang") == ["de-CH"]
    assert tree.findtext(".//title") == "Review of “post.md”"
    assert len(tree.xpath("//h1")) == 1
    levels = [int(element.tag[1]) for element in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(cell.get("scope") for cell in tree.xpath("//th"))
    assert all(link.get("aria-label") for link in tree.xpath("//sup/a"))
    lines = re.findall(r"underline (\w+) #", report_page(REPORT))
    assert len(set(lines)) == len(Kind)


def test_the_colours_are_those_of_the_window() -> None:
    for kind, (light, dark) in COLOURS.items():
        assert (LIGHT[kind].colour.name(), DARK[kind].colour.name()) == (light, dark)


def test_figures_before_and_after() -> None:
    before = Figures(230, 0.31, False, True, 10.24, {(Kind.JARGON, Severity.STRONG): 3})
    after = Figures(212, 0.5, True, True, 8.0, {(Kind.JARGON, s): 1 for s in Severity})
    assert list(figure_rows(before, after)) == [
        ("Focus", "31%", "50%", "+19 points"),
        ("Customer first", "no", "yes", "better"),
        ("Customer last", "yes", "yes", "as before"),
        ("Reading grade", "10.2", "8.0", "−2.2"),
        ("Words", "230", "212", "−18"),
        ("Jargon", "3", "2, 1 of them mild", "−1"),
        ("Findings in all", "3", "2", "−1"),
    ]
    tree = read(page(before=before, after=after, began="2026-11-21T14:03:00"))
    heads = [cell.text for cell in tree.xpath("//thead//th")]
    assert heads == ["What", "Before (21 November, 14:03)", "Now", "Change"]


def test_figures_without_a_beginning() -> None:
    tree = read(page(after=Figures(7)))
    assert [cell.text for cell in tree.xpath("//thead//th")] == ["What", "Now"]
    assert "–" in tree.text_content()


@pytest.mark.parametrize(
    "text", ["", "\n\n", "x", "---\ntitle: a\n---\n", "```\ncode\n\nmore\n```"]
)
def test_drafts_of_little_or_no_prose(text: str) -> None:
    tree = read(page(text=text))
    assert tree.xpath("//h2[@id='draft']")


PIECES = st.lists(st.sampled_from(["We", " ", "\n", "\n\n", "# ", "🚂", "שלום", "<i>", "&", "."]))


@settings(max_examples=200)
@given(PIECES.map("".join), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_marks_never_change_the_draft(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in places]
    entries = []
    findings = []
    for number, place in enumerate(spans):
        anchor = anchor_at(text, place)
        if number % 3 == 0 and len(place):
            findings.append(
                Finding(Kind.JARGON, Severity.MILD, place, place, place.of(text), "m", "r")
            )
        elif number % 3 == 1:
            entries.append(Placed(Note(str(number), "n", anchor), place))
        else:
            entries.append(
                Placed(Decision(str(number), Decided.USED, Kind.JARGON, anchor, "old"), place)
            )
    plain = page(text=text)
    marked = page(text=text, entries=entries, findings=findings)
    if "<div" in report_page(plain):
        assert draft_of(read(marked)) == draft_of(read(plain))
    tree = read(marked)
    ids = [element.get("id") for element in tree.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    assert sum(id_[0] == "r" and id_[1:].isdigit() for id_ in ids) == len(entries) + len(findings)


@given(st.text())
def test_any_text_makes_a_page(text: str) -> None:
    report_page(page(text=text.replace("\r", "\n"), title=text)).encode("utf-8")
