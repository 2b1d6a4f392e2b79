"""The drafts of a folder side by side, those first that need work most; as CSV and as a page."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.output.review_figures import KIND_NAMES
from writer_assistant.output.review_text import shown
from writer_assistant.review.model import Figures, counted

_MILD = 1 / 3
"""Weight of a mild finding beside a strong one."""
_END = 0.25
"""Weight of a first or last sentence that does not speak of the reader's world."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADS = (
    "Draft",
    "Needs work",
    "Words",
    "Focus",
    "First",
    "Last",
    *KIND_NAMES.values(),
    "Grade",
)
"""The columns; each kind has its strong and its mild findings."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One draft.

    Attributes:
        path: as the command named it.
        name: what it is called in the table.
        figures: how it stands; None with an ``error``.
        sentences: how many it has.
        error: why it could not be checked.
    """

    path: str
    name: str
    figures: Figures | None = None
    sentences: int = 0
    error: str = ""

    @property
    def need(self) -> float:
        """How much work it needs; 0 is none.

        The share of sentences that do not serve the reader, the strong findings a sentence (three
        mild ones are a strong one), and a quarter for each end that does not speak of the reader.
        """
        figures = self.figures
        if figures is None or not self.sentences:
            return 0.0
        strong, mild = (figures.count(severity=severity) for severity in Severity)
        ends = (figures.customer_first is False) + (figures.customer_last is False)
        lost = 0.0 if figures.focus is None else 1 - figures.focus
        return lost + (strong + _MILD * mild) / self.sentences + _END * ends

    def cells(self) -> tuple[str, ...]:
        """Return what stands in the columns, as people read it."""
        figures = self.figures
        if figures is None:
            return self.name, self.error, *[""] * (len(HEADS) - 2)
        return (
            self.name,
            f"{self.need:.1f}",
            "–" if figures.words is None else f"{figures.words:,}",
            "–" if figures.focus is None else f"{figures.focus:.0%}",
            *(
                "–" if end is None else "yes" if end else "no"
                for end in (figures.customer_first, figures.customer_last)
            ),
            *(
                " + ".join(str(figures.count(kind, severity)) for severity in Severity)
                for kind in Kind
            ),
            "–" if figures.reading_grade is None else f"{figures.reading_grade:.1f}",
        )


@dataclass(slots=True)
class Sheet:
    """The drafts of one folder."""

    rows: list[SheetRow] = field(default_factory=list)

    def by_need(self) -> list[SheetRow]:
        """Return the rows, those first that need work most; what could not be checked is last."""
        return sorted(
            self.rows, key=lambda row: (row.figures is None, -row.need, row.name.casefold())
        )


def row_of(draft: Mapping[str, Any], name: str) -> SheetRow:
    """Return the row of one draft of the command's JSON form.

    Raises:
        KeyError, TypeError, ValueError: if it is none.
    """
    if draft["error"] is not None:
        return SheetRow(draft["path"], name, error=str(draft["error"]))
    scores = draft["scores"]
    found = ((Kind(one["kind"]), Severity(one["severity"])) for one in draft["findings"])
    figures = Figures(
        draft["words"],
        scores["focus"],
        scores["customer_first"],
        scores["customer_last"],
        scores["reading_grade"],
        counted(found),
    )
    return SheetRow(draft["path"], name, figures, len(draft["sentences"]))


def as_csv(rows: Sequence[SheetRow]) -> str:
    """Return rows as CSV, a column for each kind and severity; figures as plain numbers."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    kinds = [f"{KIND_NAMES[kind]}, {severity.value}" for kind in Kind for severity in Severity]
    writer.writerow([*HEADS[:6], *kinds, HEADS[-1], "Problem"])
    for row in rows:
        figures = row.figures or Figures()
        name = f"'{row.name}" if row.name.startswith(_FORMULA) else row.name
        counts = [figures.count(kind, severity) for kind in Kind for severity in Severity]
        blank = row.figures is None
        writer.writerow(
            [
                name.encode("utf-8", "replace").decode("utf-8"),
                "" if blank else round(row.need, 2),
                figures.words,
                figures.focus,
                figures.customer_first,
                figures.customer_last,
                *("" if blank else count for count in counts),
                figures.reading_grade,
                row.error,
            ]
        )
    return made.getvalue()


def sheet_page(rows: Sequence[SheetRow], title: str) -> str:
    """Return rows as an HTML page of its own that loads and runs nothing."""
    head = "".join(f'<th scope="col">{shown(name)}</th>' for name in HEADS)
    body = "\n".join(
        f'<tr><th scope="row">{shown(name)}</th>'
        + "".join(f"<td>{shown(cell)}</td>" for cell in cells)
        + "</tr>"
        for name, *cells in (row.cells() for row in rows)
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{shown(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{shown(title)}</h1>\n<table>\n<caption>Those first that need work most; findings "
        f"are strong + mild.</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n"
        "</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


_STYLE = """\
:root { color-scheme: light dark; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 72rem; font: 1rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; }
caption { text-align: start; padding-bottom: .5em; }
th, td { border-bottom: 1px solid #8a8f98; padding: .3em .8em .3em 0; text-align: start; }
tbody th { font-weight: normal; overflow-wrap: anywhere; }
td { font-variant-numeric: tabular-nums; white-space: nowrap; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } @page { size: landscape; } }
"""
