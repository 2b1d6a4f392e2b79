"""Reports as text, JSON, JSON lines and SARIF 2.1.0 (OASIS standard)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from writer_assistant import __version__
from writer_assistant.analysis.finding import Finding, Kind, Report, Scores, Severity, Suggestion
from writer_assistant.errors import UserError
from writer_assistant.text.offsets import LineIndex

VERSION = 1
"""Of the JSON form."""

_DESCRIPTIONS = {
    Kind.SELF_CENTERED: "The sentence talks about its author; nothing in it serves the reader.",
    Kind.FEATURE_FIRST: "The sentence leads with what the thing has, not with the reader's gain.",
    Kind.JARGON: "A word or phrase that this reader would not say.",
    Kind.EMPTY_CLAIM: "Praise of one's own offer that nobody can check.",
    Kind.BARE_ASK: "The reader is asked to do something, and not told what for.",
}
_LEVELS = {Severity.STRONG: "warning", Severity.MILD: "note"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that was checked, or why it could not be.

    Attributes:
        path: as it was given.
        text: what the report's offsets refer to.
        report: all that was said, or None with an ``error``.
        error: why there is no report.
        notices: what was assumed in reading the file, as sentences.
    """

    path: str
    text: str = ""
    report: Report | None = None
    error: UserError | None = None
    notices: tuple[str, ...] = ()


def draft_as_json(checked: Checked) -> dict[str, Any]:
    """Return one draft of the JSON form; positions in code points from the draft's start."""
    report = checked.report
    if report is None:
        empty = Scores(None, customer_first=False, customer_last=False, reading_grade=None)
        report = Report(0, empty, (), ())
    lines = LineIndex(checked.text)
    scores = report.scores
    return {
        "path": checked.path,
        "words": report.words,
        "error": str(checked.error) if checked.error else None,
        "scores": {
            "focus": scores.focus,
            "customer_first": scores.customer_first,
            "customer_last": scores.customer_last,
            "reading_grade": scores.reading_grade,
        },
        "sentences": [
            {"start": s.span.start, "end": s.span.end, "serves_reader": s.serves_reader}
            for s in report.sentences
        ],
        "findings": [finding_as_json(finding, lines) for finding in report.findings],
    }


def finding_as_json(finding: Finding, lines: LineIndex | None = None) -> dict[str, Any]:
    """Return a finding of the JSON form; with ``lines``, also its line and column from 1."""
    place = {}
    if lines is not None:
        line, column = lines.line_column(finding.span.start)
        place = {"line": line, "column": column}
    return {
        "kind": finding.kind.value,
        "subkind": finding.subkind,
        "severity": finding.severity.value,
        "start": finding.span.start,
        "end": finding.span.end,
        **place,
        "text": finding.text,
        "sentence": [finding.sentence.start, finding.sentence.end],
        "message": finding.message,
        "reason": finding.reason,
        "suggestions": [suggestion_as_json(s) for s in finding.suggestions],
    }


def suggestion_as_json(suggestion: Suggestion) -> dict[str, Any]:
    """Return a suggestion of the JSON form, with what its source heard from whom and when."""
    source = suggestion.source
    return {
        "text": suggestion.text,
        "start": suggestion.span.start,
        "end": suggestion.span.end,
        "how": suggestion.how.value,
        "complete": suggestion.complete,
        "source": source
        and {
            "persona": source.persona,
            "entry": source.entry,
            "pain": source.pain,
            "quote": source.quote,
            "by": source.by,
            "on": source.on,
        },
    }


def as_json(drafts: Sequence[Checked]) -> str:
    """Return all drafts as one JSON object."""
    return _dumped({"version": VERSION, "drafts": [draft_as_json(checked) for checked in drafts]})


def as_json_line(checked: Checked) -> str:
    """Return one draft as one line of JSON."""
    return _dumped(draft_as_json(checked))


def as_text(checked: Checked) -> str:
    """Return one draft's findings for people, a line each with its reason and first suggestion."""
    if checked.report is None:
        return f"{checked.path}: {checked.error}"
    report = checked.report
    lines = LineIndex(checked.text)
    said = [f"{checked.path}: {_summary(report)}"]
    for finding in report.findings:
        line, column = lines.line_column(finding.span.start)
        kind = f"{finding.kind.value}{_qualified(finding)}"
        said.append(f"  {line}:{column}  {kind}: {_shortened(finding.text)}")
        said.append(f"      {finding.reason}")
        if finding.suggestions:
            first = finding.suggestions[0]
            said.append(f"      → {first.text or '(leave it out)'}")
    return "\n".join(said)


def as_sarif(drafts: Iterable[Checked]) -> str:
    """Return all drafts as a SARIF log; columns are counted in code points."""
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for checked in drafts:
        if checked.error:
            notifications.append({"level": "error", "message": {"text": str(checked.error)}})
        if checked.report:
            lines = LineIndex(checked.text)
            results += (_result(checked.path, f, lines) for f in checked.report.findings)
    return _dumped(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "Writer Assistant",
                            "version": __version__,
                            "rules": [
                                {"id": kind.value, "shortDescription": {"text": description}}
                                for kind, description in _DESCRIPTIONS.items()
                            ],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "results": results,
                    "invocations": [
                        {
                            "executionSuccessful": not notifications,
                            "toolExecutionNotifications": notifications,
                        }
                    ],
                }
            ],
        }
    )


def _result(path: str, finding: Finding, lines: LineIndex) -> dict[str, Any]:
    uri = quote(PurePath(path).as_posix(), errors="surrogateescape")
    result: dict[str, Any] = {
        "ruleId": finding.kind.value,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.reason}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {
                        **_region(finding.span.start, finding.span.end, lines),
                        "snippet": {"text": finding.text},
                    },
                }
            }
        ],
    }
    fixes = [
        {
            "description": {"text": suggestion.text or "Leave it out"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": uri},
                    "replacements": [
                        {
                            "deletedRegion": _region(
                                suggestion.span.start, suggestion.span.end, lines
                            ),
                            "insertedContent": {"text": suggestion.text},
                        }
                    ],
                }
            ],
        }
        for suggestion in finding.suggestions
        if suggestion.complete
    ]
    return {**result, "fixes": fixes} if fixes else result


def _region(start: int, end: int, lines: LineIndex) -> dict[str, int]:
    (line, column), (end_line, end_column) = lines.line_column(start), lines.line_column(end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _summary(report: Report) -> str:
    scores = report.scores
    focus = "–" if scores.focus is None else f"{scores.focus:.0%}"
    grade = "–" if scores.reading_grade is None else f"{scores.reading_grade:g}"
    first = "customer first" if scores.customer_first else "customer not first"
    last = "customer last" if scores.customer_last else "customer not last"
    return f"{report.words} words, focus {focus}, {first}, {last}, reading grade {grade}"


def _qualified(finding: Finding) -> str:
    parts = [finding.subkind] if finding.subkind else []
    if finding.severity is Severity.MILD:
        parts.append("mild")
    return f" ({', '.join(parts)})" if parts else ""


def _shortened(text: str, most: int = 70) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _dumped(value: object) -> str:
    # Lone surrogates cannot be written as UTF-8; as escapes they can.
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return text
