"""The figures of a draft before and after a review, as a table that people read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.output.review_text import shown
from writer_assistant.review.model import Figures

KIND_NAMES: Mapping[Kind, str] = {
    Kind.SELF_CENTERED: "Self-centered",
    Kind.FEATURE_FIRST: "Feature first",
    Kind.JARGON: "Jargon",
    Kind.EMPTY_CLAIM: "Empty claim",
    Kind.BARE_ASK: "Bare ask",
}
_SAME = "as before"


def figures_table(before: Figures | None, after: Figures, began: str = "") -> str:
    """Return a table of figures before and after as HTML; ``began`` is the ISO time of before."""
    rows = []
    for name, old, new, change in figure_rows(before, after):
        cells = [new] if before is None else [old, new, change]
        rows.append(
            f'<tr><th scope="row">{shown(name)}</th>'
            + "".join(f"<td>{shown(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    heads = ["Now"] if before is None else [f"Before ({_moment(began)})", "Now", "Change"]
    head = "".join(f'<th scope="col">{shown(name)}</th>' for name in heads)
    return (
        '<table cellspacing="0" cellpadding="4">\n'
        f'<thead><tr><th scope="col">What</th>{head}</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + '\n</tbody>\n</table>\n<p class="small">Focus is the share of sentences that serve the '
        "reader. The reading grade is the school year that the text needs.</p>\n"
    )


def _moment(iso: str) -> str:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return "when the review began"
    return f"{moment.day} {moment:%B, %H:%M}"


def figure_rows(before: Figures | None, after: Figures) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, value before, value now, and change of each figure, as people read them."""
    old = before or Figures()
    yield _row("Focus", _percent(old.focus), _percent(after.focus), "{}%".format, " points")
    yield _end("Customer first", old.customer_first, after.customer_first)
    yield _end("Customer last", old.customer_last, after.customer_last)
    yield _row("Reading grade", old.reading_grade, after.reading_grade, "{:.1f}".format)
    yield _row("Words", old.words, after.words, "{:,}".format)
    for kind in Kind:
        counts = old.count(kind), after.count(kind)
        if any(counts):
            _, _, _, change = _row("", *counts)
            yield KIND_NAMES[kind], _counts(old, kind), _counts(after, kind), change
    yield _row("Findings in all", old.count() if before else None, after.count())


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)


def _end(name: str, before: bool | None, after: bool | None) -> tuple[str, str, str, str]:  # noqa: FBT001
    if before is None or after is None:
        change = ""
    elif before == after:
        change = _SAME
    else:
        change = "better" if after else "worse"
    return name, _yes(before), _yes(after), change


def _row(
    name: str,
    before: float | None,
    after: float | None,
    form: Callable[[float], str] = str,
    unit: str = "",
) -> tuple[str, str, str, str]:
    first, second = ("–" if value is None else form(value) for value in (before, after))
    if before is None or after is None:
        return name, first, second, ""
    if first == second:
        return name, first, second, _SAME
    sign = "+" if after > before else "−"
    return name, first, second, f"{sign}{round(abs(after - before), 1):,g}{unit}"


def _yes(value: bool | None) -> str:  # noqa: FBT001
    return "–" if value is None else "yes" if value else "no"


def _counts(figures: Figures, kind: Kind) -> str:
    mild, total = figures.count(kind, Severity.MILD), figures.count(kind)
    return f"{total}, {mild} of them mild" if mild else str(total)
