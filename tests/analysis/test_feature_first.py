"""Sentences that lead with what a thing has or can do."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from writer_assistant.analysis.finding import Finding, Severity
from writer_assistant.analysis.rules.feature_first import rule
from writer_assistant.analysis.rules.feature_first_reason import reason
from writer_assistant.analysis.rules.feature_phrase import feature_place
from writer_assistant.persona.model import Persona

pytestmark = pytest.mark.model

STRONG = [
    # the sentence, and the words that are marked
    ("The X200 has a 5,000 mAh battery.", "5,000 mAh battery"),
    ("Our dashboard supports role-based access.", "role-based access"),
    ("It reduces cross-axial vibration by 19 %.", "19 %"),
    ("The frame is made from powder-coated steel.", "powder-coated steel"),
    ("GlideCar comes with a built-in sensor and a 40 V motor.", "built-in sensor"),
    ("- 14-bit converter, USB-C, IP67 housing", "14-bit converter, USB-C, IP67 housing"),
    ("Powered by a cloud-native engine, it syncs with 40 banks.", "cloud-native engine"),
]
MILD = [
    ("The X200's 5,000 mAh battery lets you film all day.", "X200's 5,000 mAh battery"),
    ("- Stepless hub, so you can change gear at a red light", "Stepless hub"),
    ("The lightweight 2.6 kg battery slides out, so you can charge it in your kitchen.", None),
]
NONE = [
    "Film all day on one charge.",
    "You get 19 % fewer broken pallets.",
    "Press the red button to start.",
    "The shop opens at nine and parking is free.",
    "The price is £40 a month and includes two users.",
    "Your order leaves the warehouse the day you place it.",
    "We are thrilled to announce that our Hull crew has moved into a new office.",
    "Last winter a baker in Hull lost forty loaves to a wet pallet.",
    "The government raised the duty by 4 per cent.",
    "Does your carrier tell you when it is late?",
    "“Our 40 V motor died in a week,” says Ana Ruiz of Ruiz Foods.",
    "# Technical data",
    "> The X200 has a 5,000 mAh battery.",
]


def found(look, text: str) -> list[Finding]:
    return [finding for p in look(text) for finding in rule(p.sentence, p.context)]


@pytest.mark.parametrize(("text", "words"), STRONG)
def test_features_without_a_benefit(look, text: str, words: str) -> None:
    [finding] = found(look, text)
    assert finding.severity is Severity.STRONG
    assert finding.text == words
    assert words in finding.reason


@pytest.mark.parametrize(("text", "words"), MILD)
def test_features_before_their_benefit(look, text: str, words: str | None) -> None:
    [finding] = found(look, text)
    assert finding.severity is Severity.MILD
    assert words is None or finding.text == words
    assert finding.text in finding.reason
    assert "comes before" in finding.reason


REASONS = [
    (
        "The desk stays open through lunch, so nobody queues on a break.",
        Severity.MILD,
        "lunch” comes before what the reader gets from it: “nobody queues on a break”.",
    ),
    (
        "Linked accounts are drawn as a picture, which spares you forty minutes of clicking.",
        Severity.MILD,
        "picture” comes before what the reader gets from it: “spares you forty minutes of",
    ),
    (
        "The desk shuts at ten.",
        Severity.MILD,
        "“The desk shuts at ten” leads; what the reader gets from it could come first.",
    ),
    ("Eight stations deepen the contents.", Severity.STRONG, "says what the thing does, not what"),
    ("Zero-touch provisioning is native.", Severity.STRONG, "says what the thing has or is, not"),
    ("Dual-motor lifting columns", Severity.STRONG, "tells of the offer, not of what"),
    ("The bag weighs 800 g.", Severity.STRONG, "“800 g” measures the thing, not what the reader"),
]


@pytest.mark.parametrize(("text", "severity", "words"), REASONS)
def test_the_reason_says_what_comes_first(look, text: str, severity: Severity, words: str) -> None:
    [placed] = look(text)
    place = feature_place(placed.sentence, placed.facts)
    assert words in reason(placed.sentence, placed.facts, place, severity)


@pytest.mark.parametrize("text", NONE)
def test_no_feature_leads(look, text: str) -> None:
    assert not found(look, text)


def test_a_plain_sentence_among_features_is_one(look) -> None:
    plain = "The lid is painted twice."
    around = "GlideCar has a 40 V motor. {} The housing is IP67-rated and weighs 2.6 kg."
    assert not found(look, plain)
    assert len(found(look, around.format(plain))) == 3


def test_the_span_is_right_behind_markup_and_emoji(look) -> None:
    text = "🚀 Look: **GlideCar** has a *5,000 mAh* battery."
    [finding] = [f for f in found(look, text) if "mAh" in f.text]
    assert finding.span.of(text) == finding.text


def test_where_there_is_a_learned_judge_it_decides(look) -> None:
    def judged(text: str, *yes: str) -> list[Finding]:
        [placed] = look(text)
        judgement = SimpleNamespace(says=lambda name: name in yes)
        return list(rule(placed.sentence, replace(placed.context, judgement=judgement)))

    [strong] = judged("The lid is painted twice.", "feature_any", "feature_strong")
    assert strong.severity is Severity.STRONG
    assert judged("The lid is painted twice.", "feature_any")[0].severity is Severity.MILD
    assert not judged("The X200 has a 5,000 mAh battery.")
    said = "“The lid is painted twice,” says Ana Ruiz of Ruiz Foods."
    assert not judged(said, "feature_any", "feature_strong")


def test_without_a_reader_or_an_author_a_feature_is_nobodys_offer(look) -> None:
    text = "The crust has two layers. It is 30 km thick. The core is liquid. The mantle is hot."
    judgement = SimpleNamespace(says=lambda _: True)
    for placed in look(text):
        context = replace(placed.context, judgement=judgement)
        assert not list(rule(placed.sentence, context))
        assert list(rule(placed.sentence, replace(context, persona=Persona("Olga"))))
