"""Sentences whose point is their author, and those that only look like it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from writer_assistant.analysis.finding import Finding, Severity
from writer_assistant.analysis.rules.self_centered import rule
from writer_assistant.analysis.rules.self_centered_reason import reason

pytestmark = pytest.mark.model

STRONG = [
    # feelings, announcements
    "We are thrilled to announce that our Hull crew has moved into a new office.",
    "I'm so humbled and grateful for this journey.",
    "Over the moon!!",
    # honours
    "It's official: we won Carrier of the Year!",
    "Norwick has been shortlisted for two awards.",
    # history, size, people
    "Since 1987 Norwick Freight has been a name that stands for quality.",
    "The company was founded in 1921 by two brothers.",
    "Our team of forty engineers is the largest in the region.",
    "Tom Norwick has joined the board.",
    "Turnover rose by 12 per cent to £40m.",
    # values, plans, looks
    "Our mission is to empower people to move goods sustainably.",
    "We believe in people.",
    "We look forward to an exciting year.",
    "The new logo stands for movement.",
    # the passive that hides us
    "A new corporate identity has been rolled out.",
    # small talk and thanks
    "What a week!",
    "Thank you to everyone who came to our stand!",
    # asks that help only us
    "Help us reach 10,000 followers!",
    "Please like and share this post.",
    # the author's own side, quoted
    "“We are delighted with this milestone,” said Tom Hale, chief executive.",
    # both kinds at once
    "We are proud of our new 12-core engine.",
]
MILD = [
    "We ship every order the same day.",
    "At Norwick we hand every shipment a driver of its own.",
    "We open at six on market days.",
]
NONE = [
    "Your order leaves the warehouse the day you place it.",
    "We know how a late train ruins a week.",
    "We all check our phones too often.",
    '"We cut our queue by half," says the clinic\'s manager.',
    "“Since we switched, not one carton has come back,” says Ines Prado, who buys for Larder & Co.",
    "I met a man at a party who only talked about himself.",
    "We got the date wrong; the sale starts on Monday.",
    "We're sorry about Tuesday: forty of you waited an hour for a delivery that we had lost.",
    "Can we help you pick a size?",
    "If the box is wet, send it back and we pay.",
    "Tell us the size and we will cut it for you.",
    "You told us the app was slow, and you were right.",
    "Bring your drawing and one of our engineers will look it over while you wait.",
    "Last winter a baker in Hull lost forty loaves to a wet pallet.",
    "Tickets cost £12 and children go free.",
    "Follow us on LinkedIn!",
    "# About us",
    "By Anna Smith",
    "Best regards from all of us at Norwick",
    "Norwick Freight is a registered trademark of Norwick Holdings.",
    "> We are thrilled to be part of the Norwick family.",
    "```\nwe.are(proud)\n```",
]


def found(look, text: str) -> list[Finding]:
    return [finding for p in look(text) for finding in rule(p.sentence, p.context)]


@pytest.mark.parametrize("text", STRONG)
def test_selfies(look, text: str) -> None:
    assert [finding.severity for finding in found(look, text)] == [Severity.STRONG]


@pytest.mark.parametrize("text", MILD)
def test_led_by_us(look, text: str) -> None:
    assert [finding.severity for finding in found(look, text)] == [Severity.MILD]


@pytest.mark.parametrize("text", NONE)
def test_for_the_reader(look, text: str) -> None:
    assert not found(look, text)


def test_news_about_others_is_nobody_s_selfie(look) -> None:
    text = (
        "The band won two awards at the festival in Ghent. Its singer thanked the fans on stage. "
        "The label was founded in 1991 and employs forty people. Its chief executive joined in May."
    )
    assert not found(look, text)
    # The same in the author's own draft is one.
    assert len(found(look, "Norwick runs a record label. " + text)) >= 2


def test_a_sentence_without_us_goes_with_its_neighbours(look) -> None:
    alone = "The mayor cut the cake."
    around = "We celebrated our anniversary on Friday! {} What a party for Norwick!"
    assert not found(look, alone)
    assert len(found(look, around.format(alone))) == 3


def test_who_speaks_may_be_said_next_door(look) -> None:
    ours = "“We are proud of this team,” said Tom Hale, chief executive. “It is a dream come true.”"
    theirs = "“Our claims are down,” says Ana Ruiz of Ruiz Foods. “We are so proud of that.”"
    assert len(found(look, ours)) == 2
    assert not found(look, theirs)


@pytest.mark.parametrize("text", STRONG + MILD)
def test_the_reason_quotes_the_sentence(look, text: str) -> None:
    [finding] = found(look, text)
    said = finding.reason.split("“", 1)[1].split("”", 1)[0]
    assert said
    assert said in text
    assert finding.reason.endswith(".")


def test_reasons_differ_by_what_is_wrong_and_how_much(look) -> None:
    reasons = {text: found(look, text)[0].reason for text in STRONG + MILD}
    generic = {reason.split("”", 1)[1] for reason in reasons.values()}
    assert len(generic) >= 10
    assert "how we feel" in reasons[STRONG[0]]
    assert "honour" in reasons["Norwick has been shortlisted for two awards."]
    assert "could come first" in reasons[MILD[0]]


REASONS = [
    ("We could not have done it without our amazing team.", "small talk", False),
    ("Amazing, just amazing!", "small talk", True),
    ("We moved that button in May.", "how we feel", False),
    ("We are moved.", "how we feel", True),
    ("In February we moved into a new distribution center.", "how we feel", False),
    ("Norwick, the fast-growing freight brand, today unveiled its tenth depot.", "announces", True),
    ("Last financial year we were asked 1,904 times and missed 37.", "own business", False),
    ("The depot will be headed by Lucy Abbs.", "passive", False),
    ("The depot has been given a coat of paint.", "passive", True),
    ("Our brand-new five-color press is bolted to the floor.", "brand-new five-color press", True),
    ("It has been a busy few months at Norwick!", "“a busy few months at Norwick”", True),
    ("Norwick will be headquartered in Hull.", "“Norwick will be headquartered in Hull”", True),
    ("I am so proud of the crew in Leeds.", "“I am so proud” says how the writer feels", True),
    ("We are so proud of the crew in Leeds.", "“We are so proud” says how we feel", True),
    ("The motion, moved by our own chair, was carried.", "how we feel", False),
    ("We work with passionate chefs.", "how we feel", False),
    ("Bus 27 has been repainted.", "The passive “Bus 27 has been repainted” hides", True),
    ("The factory still casts grates.", "“The factory still casts grates”", True),
    ("“I am proud of them,” said Lucy Abbs, chief executive of Norwick.", "the writer", False),
    ("Don't forget to leave us a review on Tuesday.", "“leave us a review on Tuesday”", True),
    ("We'd be grateful if you left a review.", "“left a review” asks", True),
    ("“This is a new depot for us,” said Lucy Abbs.", "“This is a new depot", True),
]


@pytest.mark.parametrize(("text", "words", "is_said"), REASONS)
def test_the_reason_is_the_clue_that_means_it(look, text: str, words: str, is_said: bool) -> None:
    [placed] = look(text)
    said = reason(placed.sentence, placed.facts, Severity.STRONG)
    assert (words in said) is is_said


def test_the_finding_lies_where_the_sentence_stands(look) -> None:
    text = "Your goods arrive dry. **We are thrilled** with [our new office](https://n.example)! 🎉"
    [finding] = found(look, text)
    assert finding.span == finding.sentence
    assert finding.text == finding.span.of(text)
    assert finding.text.startswith("**We are") or finding.text.startswith("We are")


def test_where_there_is_a_learned_judge_it_decides(look) -> None:
    def judged(text: str, *yes: str, chance: float = 0.6) -> list[Finding]:
        [placed] = look(text)
        judgement = SimpleNamespace(says=lambda name: name in yes, self_any=chance)
        return list(rule(placed.sentence, replace(placed.context, judgement=judgement)))

    plain, selfie = "The mayor cut the cake.", "Norwick moves to a bigger office"
    assert judged(plain, "self_any")[0].severity is Severity.MILD
    [strong] = judged(plain, "self_any", "self_strong")
    assert strong.severity is Severity.STRONG
    assert "“The mayor cut the cake”" in strong.reason
    assert not judged(selfie)
    assert not judged(plain, "self_any", chance=0.35)
    assert judged(selfie, "self_any", chance=0.35)
    assert judged("The cake was cut by the mayor.", "self_any", chance=0.35)
    said = "“We are thrilled,” says Ana Ruiz of Ruiz Foods."
    assert not judged(said, "self_any", "self_strong")
    assert judged(said, "self_any", "self_strong", chance=0.9)
