"""Whole drafts with all their findings as text, so that a changed rule is read as a difference.

``pytest tests/test_golden.py --accept`` takes what is found now for what is right.
"""

from pathlib import Path

import pytest

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import Report
from writer_assistant.analysis.judging import load_settings
from writer_assistant.analysis.live import LiveDraft
from writer_assistant.paths import resource_root
from writer_assistant.persona.file import load_persona
from writer_assistant.text.offsets import LineIndex

pytestmark = pytest.mark.model

GOLDEN = Path(__file__).parent / "golden"
DRAFTS = sorted([*GOLDEN.glob("*.md"), *(resource_root() / "drafts").glob("*.md")])


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_findings_are_those_that_were_accepted(
    path: Path, engine: Engine, request: pytest.FixtureRequest
) -> None:
    text = path.read_text(encoding="utf-8")
    found = _as_text(text, _analysed(text, path, engine))
    accepted = GOLDEN / f"{path.stem}.findings.txt"
    if request.config.getoption("--accept"):
        accepted.write_text(found, encoding="utf-8", newline="\n")
    assert found == accepted.read_text(encoding="utf-8")


def _analysed(text: str, path: Path, engine: Engine) -> Report:
    own = path.with_suffix(".persona.toml")
    sample = resource_root() / "personas" / f"{path.stem}.persona.toml"
    persona = next((load_persona(p).persona for p in (own, sample) if p.is_file()), None)
    settings, problems = load_settings(persona)
    assert not problems
    draft = LiveDraft(settings, engine)
    draft.set_lines(text.split("\n"))
    return draft.report()


def _as_text(text: str, report: Report) -> str:
    lines = LineIndex(text)
    scores = report.scores
    said = [
        (
            f"focus {scores.focus}, customer first {scores.customer_first}, "
            f"last {scores.customer_last}, reading grade {scores.reading_grade}"
        ),
    ]
    for finding in report.findings:
        line, column = lines.line_column(finding.span.start)
        kind = f"{finding.kind}/{finding.subkind}" if finding.subkind else finding.kind
        said.append(f"{line}:{column} {kind} {finding.severity}: {' '.join(finding.text.split())}")
        said.append(f"    {finding.reason}")
    return "\n".join(said) + "\n"
