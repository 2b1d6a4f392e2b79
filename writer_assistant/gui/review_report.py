"""The report of a review: put together from the window, and written for somebody to read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from writer_assistant.analysis.finding import Finding
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.review_notes import DraftReview
from writer_assistant.gui.session import DraftSession
from writer_assistant.output.review import Placed, ReviewReport, report_page
from writer_assistant.text.markup import read_draft
from writer_assistant.text.offsets import Utf16Map
from writer_assistant.text.span import Span


def report_of(
    session: DraftSession, file: DraftFile, review: DraftReview, *, by: str, persona: str
) -> ReviewReport:
    """Return the report of a draft as it stands.

    Args:
        session: the draft.
        file: its file.
        review: its review.
        by: who reviewed it.
        persona: whom it is for; may be empty.
    """
    text = session.text()
    units = Utf16Map(text)

    def span(start: int, end: int) -> Span:
        return Span(units.from_utf16(start), units.from_utf16(end))

    def finding(live: LiveFinding) -> Finding:
        return Finding(
            live.kind,
            live.severity,
            span(live.start, live.end),
            span(live.sentence_start, live.sentence_end),
            live.text,
            live.message,
            live.reason,
            live.subkind,
        )

    facts = read_draft(text, markup=file.markup).front_matter
    kept = review.review
    return ReviewReport(
        title=file.name,
        text=text,
        after=review.figures(),
        before=kept.baseline,
        began=kept.began,
        by=by,
        on=datetime.now().isoformat(timespec="seconds"),
        persona=persona,
        language=facts.get("lang") or facts.get("language") or "en",
        markup=file.markup,
        findings=[finding(live) for live in session.judged()],
        entries=[
            Placed(live.entry, span(*live.span) if live.span else None) for live in review.entries()
        ],
    )


def report_bytes(report: ReviewReport, target: Path) -> bytes:
    """Return what is to be written to ``target``: PDF if it ends so, else a web page."""
    if target.suffix.casefold() == ".pdf":
        from writer_assistant.gui.review_pdf import review_pdf

        imperial = QLocale.MeasurementSystem.ImperialUSSystem
        return review_pdf(report, letter=QLocale.system().measurementSystem() is imperial)
    return report_page(report).encode("utf-8")
