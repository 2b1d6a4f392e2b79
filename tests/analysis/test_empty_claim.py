"""Praise that anyone could write and nobody can check."""

from dataclasses import replace

import pytest

from writer_assistant.analysis.rules.empty_claim import rule
from writer_assistant.persona.model import Persona

pytestmark = pytest.mark.model

CLAIMS = {
    "Norwick offers a world-class service.": "world-class",
    "Our team is second to none.": "second to none",
    "We are the number one choice in rail.": "number one choice",
    "We only use materials of the highest quality.": "highest quality",
    "Norwick Freight is a leading provider of rail services.": "leading",
    "Our award-winning crew loads your boxes.": "award-winning",
    "Norwick's unrivalled network reaches every port.": "unrivalled",
}
PASS = [
    "It is our lightest shoe.",
    "The largest size is a 47.",
    "“Norwick is simply world-class,” says Ana Ruiz of Ruiz Foods.",
    "It was the best of the 12 pumps that the institute tested.",
    "The road leading to the depot is closed.",
    "Two of your bills are outstanding.",
    "",
    "😀",
]


def found(look, text: str) -> list:
    return [f for placed in look(text) for f in rule(placed.sentence, placed.context)]


@pytest.mark.parametrize(("text", "words"), CLAIMS.items())
def test_claims(look, text: str, words: str) -> None:
    findings = found(look, text)
    assert any(words in f.text for f in findings)
    for finding in findings:
        assert finding.span.of(text) == finding.text
        assert f"“{finding.text}”" in finding.reason


@pytest.mark.parametrize("text", PASS)
def test_what_passes(look, text: str) -> None:
    assert found(look, text) == []


def test_evidence_in_the_next_sentence(look) -> None:
    claim = "Our freight cars are second to none."
    assert found(look, claim)
    assert found(look, f"{claim} Of the 40 cars that TestRail measured, ours shook least.") == []


def test_the_reason_names_the_reader(look) -> None:
    [placed] = look("Our team is second to none.")
    context = replace(placed.context, persona=Persona("Olga, operations lead"))
    [finding] = rule(placed.sentence, context)
    assert "Olga" in finding.reason
    assert "“second to none”" in finding.reason
