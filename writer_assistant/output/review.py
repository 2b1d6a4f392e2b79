"""The report of a review to send back, as a page of its own: figures, remarks, and the draft.

The page loads nothing and runs nothing. Marks are told apart by their lines as well as by colour,
each has a number, and what it says stands below its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from writer_assistant.analysis.finding import Finding, Kind
from writer_assistant.output.review_figures import KIND_NAMES, figures_table
from writer_assistant.output.review_marks import Remark, Tie, marked_draft, remark_list
from writer_assistant.output.review_style import STYLE
from writer_assistant.output.review_text import day_of, shown
from writer_assistant.review.model import Decision, Figures, Note
from writer_assistant.text.span import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A note or a decision, and where its words are (in code points); None if they are gone."""

    entry: Note | Decision
    span: Span | None


@dataclass(frozen=True, slots=True)
class ReviewReport:
    r"""What a report tells.

    Attributes:
        title: of the draft.
        text: of the draft as it stands now, lines ended by ``\n``.
        after: how it stands now.
        before: how it stood when the review began, if that is known.
        began: when that was, as ISO time.
        by: who reviewed it.
        on: when the report was made, as ISO time.
        persona: whom the draft is for.
        language: of the draft, as ``en-GB``.
        markup: whether the draft's Markdown means anything.
        findings: what is left, offsets from the draft's start.
        entries: notes and decisions.
    """

    title: str
    text: str
    after: Figures
    before: Figures | None = None
    began: str = ""
    by: str = ""
    on: str = ""
    persona: str = ""
    language: str = "en"
    markup: bool = True
    findings: Sequence[Finding] = field(default=())
    entries: Sequence[Placed] = field(default=())


def remarks(report: ReviewReport) -> tuple[Remark, ...]:
    """Return all that is said, in the order of the draft; what has no place there is last."""
    said: list[tuple[Finding | Note | Decision, Span | None]] = []
    said += [(finding, finding.span) for finding in report.findings]
    said += [(placed.entry, placed.span) for placed in report.entries]
    end = len(report.text)
    said.sort(key=lambda one: (one[1].start, -one[1].end) if one[1] else (end + 1, 0))
    return tuple(Remark(number, *one) for number, one in enumerate(said, start=1))


def report_page(report: ReviewReport, tie: Tie | None = None) -> str:
    """Return a report as an HTML page.

    Args:
        report: what it tells.
        tie: for a shell that draws the marks itself.
    """
    said = remarks(report)
    gone = [remark for remark in said if remark.span is None]
    title = f"Review of “{report.title}”"
    parts = [
        "<header>",
        f"<h1>{shown(title)}</h1>",
        f'<p class="about">{shown(_about(report))}</p>',
        "</header>",
        "<main>",
        _section("figures", "Figures", figures_table(report.before, report.after, report.began)),
        _section("remarks", "Remarks", _summary(said)),
        _section(
            "elsewhere",
            "On the whole draft, or on words that are gone",
            remark_list(gone, gone=True),
        ),
        _section("marks", "How it is marked", _legend(said, tie)),
        _section("draft", "The draft", _draft(report, said, tie)),
        "</main>",
    ]
    body = "\n".join(part for part in parts if part)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{shown(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _about(report: ReviewReport) -> str:
    parts = [
        f"By {report.by}" if report.by else "",
        day_of(report.on),
        f"For {report.persona}" if report.persona else "",
        "Made with Writer Assistant",
    ]
    return " · ".join(part for part in parts if part)


def _section(name: str, heading: str, inner: str) -> str:
    if not inner:
        return ""
    return (
        f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>\n{inner}\n</section>'
    )


def _summary(said: Sequence[Remark]) -> str:
    notes = [remark.about for remark in said if isinstance(remark.about, Note)]
    counts = (
        (len(notes), "note", ""),
        (sum(note.done for note in notes), "note", " ticked off"),
        (sum(remark.marks == "used" for remark in said), "suggestion", " used"),
        (sum(remark.marks == "ignored" for remark in said), "finding", " ignored"),
        (sum(isinstance(remark.about, Finding) for remark in said), "finding", " left"),
    )
    items = "".join(
        f"<li>{count:,} {name}{'s' * (count != 1)}{what}</li>\n"
        for count, name, what in counts
        if count
    )
    return f"<ul>\n{items}</ul>" if items else "<p>Nothing to remark.</p>"


def _legend(said: Sequence[Remark], tie: Tie | None) -> str:
    first: dict[str, int] = {}
    for remark in said:
        first.setdefault(remark.marks.split(" ", maxsplit=1)[0], remark.number)
    samples = [(kind.value, f"{kind.value} strong", KIND_NAMES[kind]) for kind in Kind]
    samples.append(("noted", "noted", "Words of a note"))
    items = [
        _sample(name, classes, first[key], tie) for key, classes, name in samples if key in first
    ]
    if "used" in first:
        now = _sample("and those that are now", "used", first["used"], tie)
        items.append(f"<del>Words that were there</del> {now}")
    if not items:
        return ""
    return (
        '<ul class="legend">\n' + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>\n"
        '<p class="small">The number behind marked words is that of the remark below their '
        "paragraph. Thin lines are mild.</p>"
    )


def _sample(text: str, classes: str, number: int, tie: Tie | None) -> str:
    if tie is not None:
        return f'<a href="{escape(tie((number,)))}">{text}</a>'
    return f"<ins>{text}</ins>" if classes == "used" else f'<span class="{classes}">{text}</span>'


def _draft(report: ReviewReport, said: Sequence[Remark], tie: Tie | None) -> str:
    placed = [remark for remark in said if remark.span is not None]
    inner = marked_draft(report.text, placed, tie, markup=report.markup)
    if not inner:
        return "<p>The draft is empty.</p>"
    return f'<div lang="{escape(report.language)}">\n{inner}\n</div>'
