"""The report of a review on paper: every page drawn, marks as in the window."""

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from writer_assistant.analysis.finding import Finding, Kind, Severity
from writer_assistant.gui import review_pdf
from writer_assistant.gui.highlights import LIGHT
from writer_assistant.output.review import Placed, ReviewReport
from writer_assistant.review.model import Decided, Decision, Figures, Note
from writer_assistant.text.anchor import Anchor
from writer_assistant.text.span import Span

pytestmark = pytest.mark.usefixtures("qtbot")

TEXT = "You know 🚂 trains. We are thrilled about synergy.\n\n" + "Nothing here.\n\n" * 120


def report(**changes: object) -> ReviewReport:
    def finding(kind: Kind, words: str) -> Finding:
        at = TEXT.index(words)
        span = Span(at, at + len(words))
        return Finding(kind, Severity.STRONG, span, span, words, "m", "r")

    given = {
        "title": "post.md",
        "text": TEXT,
        "after": Figures(9),
        "findings": [
            finding(Kind.SELF_CENTERED, "We are thrilled about synergy."),
            finding(Kind.JARGON, "synergy"),
        ],
        "entries": [
            Placed(Note("n", "Why?", Anchor("You know")), Span(0, 8)),
            Placed(
                Decision("d", Decided.USED, Kind.JARGON, Anchor("trains"), "rail"), Span(11, 17)
            ),
        ],
    }
    return ReviewReport(**(given | changes))


def colours(made: ReviewReport) -> set[str]:
    """Return the colours on all pages."""
    found = set()
    pages = review_pdf._Pages(made, QSizeF(600, 800))
    for number in range(pages.count):
        image = QImage(600, 830, QImage.Format.Format_RGB32)
        image.fill("white")
        with QPainter(image) as painter:
            pages.paint(painter, number)
            pages.paint_foot(painter, number, made.title)
        pixels = set(memoryview(image.constBits()).cast("B").cast("I"))
        found |= {f"#{pixel & 0xFFFFFF:06x}" for pixel in pixels}
    return found


def test_it_is_a_pdf_of_several_pages() -> None:
    data = review_pdf.review_pdf(report())
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") > 2
    assert review_pdf.review_pdf(report(), letter=True) != data


def test_marks_have_the_window_s_colours() -> None:
    with_marks = colours(report(text=TEXT[:60]))
    without = colours(report(text=TEXT[:60], findings=(), entries=()))
    for kind in (Kind.SELF_CENTERED, Kind.JARGON):
        assert LIGHT[kind].colour.name() in with_marks
        assert LIGHT[kind].colour.name() not in without
    assert review_pdf._NOTE_GROUND.name() in with_marks - without


def test_no_heading_stands_last_on_a_page(qtbot: QtBot) -> None:
    text = "".join(f"## Heading {n}\n\nOne line.\n\n" for n in range(80))
    pages = review_pdf._Pages(report(text=text, findings=(), entries=()), QSizeF(600, 500))
    layout = pages._document.documentLayout()
    block, headings = pages._document.begin(), 0
    while block.next().isValid():
        if block.blockFormat().headingLevel():
            headings += 1
            tops = [layout.blockBoundingRect(b).top() // 500 for b in (block, block.next())]
            assert tops[0] == tops[1], block.text()
        block = block.next()
    assert headings > 80


@pytest.mark.parametrize("text", ["", "\ud800\x00", "שלום " * 300, "x" * 20_000])
def test_odd_drafts(text: str) -> None:
    made = report(text=text, findings=(), entries=())
    assert review_pdf.review_pdf(made).startswith(b"%PDF-")
