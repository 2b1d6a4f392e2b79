"""Plainer words in the form of the place, and claims that can be checked."""

import pytest

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import GAP, How, Kind, Suggestion
from writer_assistant.analysis.live import Found
from writer_assistant.persona.model import Persona, Vocabulary
from writer_assistant.reframe.claims import checkable
from writer_assistant.reframe.place import Place
from writer_assistant.reframe.plain import plainer
from writer_assistant.text.span import apply_edits


def with_edit(found: Found, suggestion: Suggestion) -> str:
    return apply_edits(found.seen.sentence.content.text, [suggestion.edit])


@pytest.mark.parametrize(
    ("sentence", "words", "plain", "expected"),
    [
        ("By leveraging data we win.", "leveraging", "use", "By using data we win."),
        ("The ride utilizes a single rail.", "utilizes", "use", "The ride uses a single rail."),
        ("It was utilized by the team.", "utilized", "use", "It was used by the team."),
        ("We saw an improvement.", "improvement", "change", "We saw a change."),
        ("It is a robust product.", "robust", "easy", "It is an easy product."),
        ("Methodologies differ.", "Methodologies", "method", "Methods differ."),
        ("Utilization of the app grew.", "Utilization", "use", "Use of the app grew."),
        ("We need a solution.", "solution", "advice", "We need advice."),
        ("A holistic plan helps.", "holistic", "whole", "A whole plan helps."),
        ("In order to win, ask.", "In order to", "to", "To win, ask."),
        (
            "Prior to the start of work we will call you.",
            "Prior to the start of work",
            "before the start of work",
            "Before the start of work we will call you.",
        ),
    ],
)
def test_a_plainer_word_fits(
    engine: Engine, found_in, sentence: str, words: str, plain: str, expected: str
) -> None:
    found = found_in(sentence, Kind.JARGON, words=words, plain=(plain,), subkind="wordy")
    first = next(plainer(found, None, engine))
    assert with_edit(found, first) == expected
    assert first.how is How.PLAIN


def test_the_persona_s_own_word_comes_first(engine: Engine, found_in, olga: Persona) -> None:
    sentence = "GlideCar reduces cross-axial vibration."
    found = found_in(sentence, Kind.JARGON, words="cross-axial vibration", plain=("jolts",))
    first = next(plainer(found, olga, engine))
    assert with_edit(found, first) == "GlideCar reduces shaking."
    assert first.source is not None
    assert first.source.entry == "plain:cross-axial vibration"


def test_her_words_that_do_not_fit_leave_a_gap(engine: Engine, found_in) -> None:
    persona = Persona("x", vocabulary=Vocabulary(plain={"immutable": "nobody can change it"}))
    found = found_in("It has immutable storage.", Kind.JARGON, words="immutable", persona=persona)
    first = next(plainer(found, persona, engine))
    assert not first.complete
    assert "nobody can change it" in first.text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We are thrilled to announce GlideCar.", "We announce GlideCar."),
        ("We're so thrilled to announce it.", "We announce it."),
        ("Norwick is thrilled to announce a change.", "Norwick announces a change."),
    ],
)
def test_a_deed_stands_without_the_feeling_in_front_of_it(
    engine: Engine, found_in, sentence: str, expected: str
) -> None:
    words, plain = "thrilled to announce", ("announce",)
    found = found_in(sentence, Kind.JARGON, words=words, subkind="buzzword", plain=plain)
    first = next(plainer(found, None, engine))
    assert with_edit(found, first) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "subkind", "expected"),
    [
        ("Our SLA covers nights.", "SLA", "acronym", f"Our SLA ({GAP}) covers nights."),
        ("The torque is high.", "torque", "insider", f"The torque ({GAP}) is high."),
        ("It is a cutting-edge oven.", "cutting-edge", "buzzword", f"It is a {GAP} oven."),
    ],
)
def test_without_a_plainer_word(
    engine: Engine, found_in, sentence: str, words: str, subkind: str, expected: str
) -> None:
    found = found_in(sentence, Kind.JARGON, words=words, subkind=subkind)
    made = list(plainer(found, None, engine))
    assert expected in [with_edit(found, s) for s in made]


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Our world-class team fixes it.", "world-class", "Our team fixes it."),
        ("Norwick, a leading operator, moved.", "leading", "Norwick, an operator, moved."),
        ("World-class service awaits you.", "World-class", "Service awaits you."),
    ],
)
def test_praise_goes_and_the_sentence_stays(
    found_in, sentence: str, words: str, expected: str
) -> None:
    found = found_in(sentence, Kind.EMPTY_CLAIM, words=words)
    made = list(checkable(Place.of(found, None), None, ()))
    assert expected in [with_edit(found, suggestion) for suggestion in made]
    assert made[-1].text.endswith(GAP)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("We are second to none.", "second to none"),
        ("It is the best pump in its class.", "best"),
        ("We are a young, dynamic team.", "dynamic"),
        ("Unrivaled performance", "Unrivaled"),
    ],
)
def test_praise_that_carries_the_sentence_is_asked_about(
    found_in, sentence: str, words: str
) -> None:
    found = found_in(sentence, Kind.EMPTY_CLAIM, words=words)
    assert all(not s.complete for s in checkable(Place.of(found, None), None, ()))


@pytest.mark.parametrize(
    "draft",
    ["The process was streamlined last year.", "It is an app re-engineered from the ground up."],
)
def test_an_adjective_is_not_inflected_as_a_verb(engine: Engine, found_in, draft: str) -> None:
    words = "streamlined" if "streamlined" in draft else "re-engineered from the ground up"
    found = found_in(draft, Kind.JARGON, words=words, plain=("simple", "new"))
    texts = [made.text for made in plainer(found, None, engine)]
    assert not {"simpled", "newed"} & set(texts)


def test_one_doing_is_not_the_object_of_another(engine: Engine, found_in) -> None:
    draft = "Medley is committed to improving adherence outcomes."
    found = found_in(
        draft, Kind.JARGON, words="adherence outcomes", plain=("taking pills on time",)
    )
    assert not [made for made in plainer(found, None, engine) if made.complete and made.text]
