"""Drafts side by side: those first that need work most, as CSV and as a page."""

import csv
import io

import pytest
from lxml import html

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.output.sheet import HEADS, Sheet, SheetRow, as_csv, row_of, sheet_page
from writer_assistant.review.model import Figures

STRONG, MILD = Severity.STRONG, Severity.MILD
GOOD = SheetRow("good.md", "good.md", Figures(200, 0.9, True, True, 7.0), 10)
POOR = SheetRow(
    "poor.md",
    "poor.md",
    Figures(90, 0.2, False, False, 12.0, {(Kind.JARGON, STRONG): 6, (Kind.JARGON, MILD): 3}),
    10,
)
BROKEN = SheetRow("x.docx", "x.docx", error="this is not a text")


def test_what_needs_work_is_first_and_what_cannot_be_read_last() -> None:
    assert Sheet([BROKEN, GOOD, POOR]).by_need() == [POOR, GOOD, BROKEN]
    assert POOR.need == pytest.approx(0.8 + 0.7 + 0.5)
    assert GOOD.need == pytest.approx(0.1)


@pytest.mark.parametrize(
    "worse",
    [
        Figures(200, 0.8, True, True, 7.0),
        Figures(200, 0.9, False, True, 7.0),
        Figures(200, 0.9, True, True, 7.0, {(Kind.JARGON, MILD): 1}),
    ],
)
def test_each_figure_counts(worse: Figures) -> None:
    assert SheetRow("a", "a", worse, 10).need > GOOD.need


def test_a_strong_finding_weighs_more_than_two_mild_ones() -> None:
    strong = SheetRow("a", "a", Figures(findings={(Kind.JARGON, STRONG): 1}), 10)
    mild = SheetRow("a", "a", Figures(findings={(Kind.JARGON, MILD): 2}), 10)
    assert strong.need > mild.need > 0


def test_cells_as_people_read_them() -> None:
    cells = dict(zip(HEADS, POOR.cells(), strict=True))
    assert (cells["Focus"], cells["First"], cells["Jargon"], cells["Grade"]) == (
        "20%",
        "no",
        "6 + 3",
        "12.0",
    )
    assert BROKEN.cells()[1] == "this is not a text"


def test_a_row_of_the_command_s_answer() -> None:
    draft = {
        "path": "/a/post.md",
        "words": 9,
        "error": None,
        "scores": {
            "focus": None,
            "customer_first": True,
            "customer_last": False,
            "reading_grade": None,
        },
        "sentences": [{}, {}],
        "findings": [{"kind": "jargon", "severity": "mild"}],
    }
    row = row_of(draft, "post.md")
    assert (row.sentences, row.figures.count(Kind.JARGON, MILD)) == (2, 1)
    assert row_of({**draft, "error": "no text"}, "post.md").error == "no text"
    with pytest.raises(KeyError):
        row_of({}, "x")


def test_csv() -> None:
    danger = SheetRow("f", "=HYPERLINK(1).md", Figures(5), 1)
    rows = list(csv.reader(io.StringIO(as_csv([POOR, BROKEN, danger]))))
    assert len({len(row) for row in rows}) == 1
    by_head = dict(zip(rows[0], rows[1], strict=True))
    assert (by_head["Jargon, strong"], by_head["Jargon, mild"], by_head["Focus"]) == (
        "6",
        "3",
        "0.2",
    )
    assert rows[2][-1] == "this is not a text"
    assert rows[3][0] == "'=HYPERLINK(1).md"
    as_csv([SheetRow("s", "\ud800", Figures())]).encode("utf-8")


def test_the_page() -> None:
    text = sheet_page([POOR, SheetRow("b", "<script>x", Figures(5), 1)], "Drafts in a & b")
    tree = html.fromstring(text)
    assert tree.get("lang") == "en"
    assert not tree.xpath("//script")
    assert [cell.text for cell in tree.xpath("//tbody//th")] == ["poor.md", "<script>x"]
    assert all(cell.get("scope") for cell in tree.xpath("//th"))
    assert "http" not in text.replace("http-equiv", "")
