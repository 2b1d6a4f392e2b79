"""What the engine says, in the window's terms: code points of a paragraph become positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QTextDocument

from writer_assistant.analysis.finding import How, Kind, Severity, Source
from writer_assistant.gui.insertion import Insertion
from writer_assistant.gui.lines import lines_text, text_between, units
from writer_assistant.gui.live_findings import DraftScores, LiveFinding, LiveSuggestion
from writer_assistant.text.offsets import LineIndex, Utf16Map


def read_paragraph(
    document: QTextDocument, paragraph: Mapping[str, Any]
) -> tuple[int, int, list[LiveFinding]] | None:
    """Return a reported paragraph's first and last position and its findings.

    None if the document does not hold that paragraph: better no marks than wrong ones.
    """
    lines = lines_text(document, paragraph["line"], paragraph["lines"])
    text = "\n".join(lines)
    if len(lines) != paragraph["lines"] or len(text) != paragraph["length"]:
        return None
    start = document.findBlockByNumber(paragraph["line"]).position()
    to_units, line_index = Utf16Map(text), LineIndex(text)

    def place(first: int, last: int) -> tuple[int, int]:
        return start + to_units.to_utf16(first), start + to_units.to_utf16(last)

    findings = [
        LiveFinding(
            Kind(raw["kind"]),
            Severity(raw["severity"]),
            place(raw["start"], raw["end"]),
            place(*raw["sentence"]),
            raw["text"],
            raw["message"],
            raw["reason"],
            raw["subkind"],
            line_index.line_column(raw["start"])[0] - 1,
        )
        for raw in paragraph["findings"]
    ]
    return start, start + to_units.length, findings


def suggestion_request(document: QTextDocument, finding: LiveFinding) -> dict[str, Any]:
    """Return what asks the engine for suggestions for ``finding``."""
    line, start = _paragraph(document, finding)
    offset = len(text_between(document, start, finding.start))
    length = len(text_between(document, finding.start, finding.end))
    return {
        "do": "suggest",
        "line": line,
        "start": offset,
        "end": offset + length,
        "kind": finding.kind.value,
    }


def read_suggestions(
    document: QTextDocument, finding: LiveFinding, raw: Sequence[Mapping[str, Any]]
) -> tuple[LiveSuggestion, ...]:
    """Return the suggestions of an answer; those that do not fit the document are left out."""
    _, start = _paragraph(document, finding)
    longest = max((suggestion["end"] for suggestion in raw), default=0)
    # Code points are at most two units each.
    text = text_between(document, start, start + 2 * longest)
    to_units = Utf16Map(text)
    return tuple(
        LiveSuggestion(
            finding,
            one["text"],
            How(one["how"]),
            _source(one.get("source")),
            text[one["start"] : one["end"]],
            start + to_units.to_utf16(one["start"]) - finding.start,
        )
        for one in raw
        if 0 <= one["start"] < one["end"] <= len(text)
    )


def read_insertions(
    document: QTextDocument, text: str, raw: Sequence[Mapping[str, Any]]
) -> tuple[Insertion, ...]:
    """Return what a ``ground`` answer offers for the document, whose text is ``text``."""
    to_units = Utf16Map(text)
    return tuple(
        Insertion(
            document,
            to_units.to_utf16(one["start"]),
            one["text"],
            How(one["how"]),
            _source(one.get("source")),
        )
        for one in raw
        if 0 <= one["start"] <= len(text)
    )


def _paragraph(document: QTextDocument, finding: LiveFinding) -> tuple[int, int]:
    """Return the first line of the finding's paragraph and its position."""
    line = max(0, document.findBlock(finding.start).blockNumber() - finding.lines_before)
    return line, document.findBlockByNumber(line).position()


def _source(raw: Mapping[str, Any] | None) -> Source | None:
    if not raw:
        return None
    return Source(
        persona=raw["persona"],
        entry=raw["entry"],
        pain=raw.get("pain"),
        quote=raw.get("quote"),
        by=raw.get("by"),
        on=raw.get("on"),
    )


def read_scores(raw: Mapping[str, Any]) -> DraftScores:
    """Return the figures of a ``scores`` answer."""
    return DraftScores(
        words=raw["words"],
        characters=raw["characters"],
        focus=raw["focus"],
        customer_first=raw["customer_first"],
        customer_last=raw["customer_last"],
        reading_grade=raw["reading_grade"],
        analysed=raw["analysed"],
    )


def holds_text(document: QTextDocument, suggestion: LiveSuggestion) -> tuple[int, int] | None:
    """Return the positions that ``suggestion`` replaces, if its text still stands there."""
    if not suggestion.finding.is_live:
        return None
    start = suggestion.finding.start + suggestion.offset
    end = start + units(suggestion.original)
    return (start, end) if text_between(document, start, end) == suggestion.original else None
