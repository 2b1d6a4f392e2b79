import json
from dataclasses import replace

from writer_assistant.analysis.finding import (
    Finding,
    How,
    JudgedSentence,
    Kind,
    Report,
    Scores,
    Severity,
    Source,
    Suggestion,
)
from writer_assistant.errors import UserError
from writer_assistant.output import report as output
from writer_assistant.text.span import Span

TEXT = "🙂 Hello.\nWe leverage it."
FINDING = Finding(
    Kind.JARGON,
    Severity.STRONG,
    Span(12, 20),
    Span(9, 24),
    "leverage",
    "Jargon",
    "“leverage” is office language.",
    subkind="buzzword",
    suggestions=(
        Suggestion("use", Span(12, 20), How.PLAIN, Source("Ana", "pain:x", "x", by="driver")),
        Suggestion("[…]", Span(12, 20), How.PLAIN),
    ),
)
CHECKED = output.Checked(
    "a b/post.md",
    TEXT,
    Report(
        4,
        Scores(0.5, customer_first=True, customer_last=False, reading_grade=2.1),
        (JudgedSentence(Span(0, 8), True), JudgedSentence(Span(9, 24), False)),
        (FINDING,),
    ),
)
FAILED = output.Checked("gone.md", error=UserError("it is gone", "gone.md", "Look elsewhere."))


def test_json_is_the_contract() -> None:
    said = json.loads(output.as_json([CHECKED, FAILED]))
    assert said["version"] == 1
    draft, failed = said["drafts"]
    assert draft["path"] == "a b/post.md"
    assert draft["words"] == 4
    assert draft["error"] is None
    assert draft["scores"] == {
        "focus": 0.5,
        "customer_first": True,
        "customer_last": False,
        "reading_grade": 2.1,
    }
    assert draft["sentences"][1] == {"start": 9, "end": 24, "serves_reader": False}
    (finding,) = draft["findings"]
    assert TEXT[finding["start"] : finding["end"]] == finding["text"] == "leverage"
    assert (finding["line"], finding["column"]) == (2, 4)
    assert finding["sentence"] == [9, 24]
    first, gap = finding["suggestions"]
    assert first["complete"] and not gap["complete"]
    assert first["how"] == "plain"
    assert first["source"]["persona"] == "Ana"
    assert gap["source"] is None
    assert failed["error"] == "gone.md: it is gone. Look elsewhere."
    assert failed["findings"] == []


def test_a_json_line_is_one_line_whatever_is_in_the_text() -> None:
    line = output.as_json_line(output.Checked("a\nb\u2028.md", "\ud800", CHECKED.report))
    assert "\n" not in line
    line.encode("utf-8")
    assert json.loads(line)["path"] == "a\nb\u2028.md"


def test_lone_surrogates_can_still_be_written() -> None:
    said = output.as_json([output.Checked("\ud800.md", "", CHECKED.report)])
    said.encode("utf-8")


def test_sarif_marks_the_place_and_offers_complete_fixes_only() -> None:
    (run,) = json.loads(output.as_sarif([CHECKED, FAILED]))["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/post.md"
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 12,
        "snippet": {"text": "leverage"},
    }
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert len(result["fixes"]) == 1
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["columnKind"] == "unicodeCodePoints"


def test_text_says_where_what_why_and_what_instead() -> None:
    said = output.as_text(CHECKED)
    assert "post.md: 4 words, focus 50%" in said
    assert "2:4  jargon (buzzword): leverage" in said
    assert "office language" in said
    assert "→ use" in said
    assert output.as_text(FAILED) == "gone.md: gone.md: it is gone. Look elsewhere."


def test_sarif_can_name_any_file() -> None:
    name = "caf\udce9.md"
    said = json.loads(output.as_sarif([replace(CHECKED, path=name)]))
    [run] = said["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "caf%E9.md"
