"""Sentences that ask for something and give no reason."""

import pytest

from writer_assistant.analysis.finding import Finding
from writer_assistant.analysis.rules.bare_ask import rule

pytestmark = pytest.mark.model

BARE = [
    "Follow us on LinkedIn!",
    "Please like and share this post.",
    "Vote for us in the Carrier Awards.",
    "Sign up now!",
    "Visit our stand in hall 4.",
    "Don't forget to leave us a review.",
    "Have you followed us on Instagram yet?",
    "Readers are encouraged to share the video.",
    "Would you take a minute to leave us a five-star review?",
    "Register for our webinar today!",
]
NOT_BARE = [
    "Follow for one five-minute knee exercise each Monday.",
    "Sign up and you get the checklist that we use ourselves.",
    "Tell us what you need and we'll call you back within the hour.",
    "Take the old filter out, rinse it and let it dry overnight.",
    "Ring 01482 555 010 before noon and your box leaves the same day.",
    "The bakers who share our oven leave at six.",
    "We are thrilled to announce that our Hull crew has moved into a new office.",
    "“Do follow us,” says Ana Ruiz of Ruiz Foods.",
    "> Like and share!",
    "What a week!",
    "Thank you all!",
]


def found(look, text: str) -> list[Finding]:
    return [finding for p in look(text) for finding in rule(p.sentence, p.context)]


@pytest.mark.parametrize("text", BARE)
def test_bare_asks(look, text: str) -> None:
    [finding] = found(look, text)
    said = finding.reason.split("“", 1)[1].split("”", 1)[0]
    assert said
    assert said in text


@pytest.mark.parametrize("text", NOT_BARE)
def test_asks_with_a_reason_and_no_asks(look, text: str) -> None:
    assert not found(look, text)


def test_the_reason_may_stand_next_door(look) -> None:
    ask, reason = "Subscribe to the list.", "You get one tip every Monday, free of charge."
    assert len(found(look, ask)) == 1
    assert not found(look, f"{ask} {reason}")
    assert not found(look, f"{reason} {ask}")


def test_a_next_step_after_help_is_not_bare(look) -> None:
    help_first = "Wash the filter weekly, so you can skip the repair. It takes a minute. {}"
    assert len(found(look, "Book a fitting for Tuesday.")) == 1
    assert not found(look, help_first.format("Book a fitting for Tuesday."))
    # A favour stays one, however much was given before.
    assert len(found(look, help_first.format("Please like and share this post."))) == 1
