"""What grammar sees in a sentence."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import see
from writer_assistant.analysis.grammar.clauses import Tense, Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.grammar.shape import Shape
from writer_assistant.analysis.grammar.speech import Speaker
from writer_assistant.persona.model import Author
from writer_assistant.text.markup import read_draft

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("We pack every order by hand.", Who.AUTHOR),
        ("I have a question for the baker.", Who.AUTHOR),
        ("Norwick opened a depot in Hull.", Who.AUTHOR_NAMED),
        ("Our drivers wait at the gate.", Who.AUTHORS),
        ("Norwick's drivers wait at the gate.", Who.AUTHORS),
        ("The X200 weighs two kilos.", Who.PRODUCT),
        ("You save an hour a day.", Who.READER),
        ("Your pallets arrive dry.", Who.READERS),
        ("Customers lose a parcel a year.", Who.PEOPLE),
        ("We all forget our keys.", Who.TOGETHER),
        ("She drove to Leeds.", Who.PERSON),
        ("It rains in Bergen.", Who.IT),
        ("They came back.", Who.THEY),
        ("The gate was open.", Who.THING),
        ("Close the gate before you leave.", Who.ASK),
        ("A quiet afternoon.", Who.NONE),
        ("“We saved a fortune,” says Ana Ruiz of Ruiz Foods.", Who.AUTHOR),
    ],
)
def test_whom_the_subject_stands_for(look, text: str, who: Who) -> None:
    assert look(text)[0].facts.clause.who is who


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("We moved to Hull.", Tense.PAST),
        ("We have moved to Hull.", Tense.PAST),
        ("We'll move to Hull.", Tense.FUTURE),
        ("We live in Hull.", Tense.PRESENT),
        ("A house in Hull.", Tense.NONE),
    ],
)
def test_when_it_happens(look, text: str, tense: Tense) -> None:
    assert look(text)[0].facts.clause.tense is tense


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Wash the filter and let it dry.", ["Wash", "let"]),
        ("Please like and share this post.", ["like", "share"]),
        ("Don't open the box.", ["open"]),
        ("If it leaks, call us.", ["call"]),
        ("Test the brakes first.", ["Test"]),
        ("Film all day on one charge.", ["Film"]),
        ("Test rides are free.", []),
        ("The bakers who share our oven leave at six.", []),
        ("We help you pack.", []),
        ("They asked us to move.", []),
    ],
)
def test_who_is_told_to_do_something(look, text: str, verbs: list[str]) -> None:
    facts = look(text)[0].facts
    assert [place.of(text) for place in facts.clause.imperatives] == verbs


def test_a_passive_knows_whether_somebody_is_named(look) -> None:
    hidden = look("The road was closed on Monday.")[0].facts.clause
    named = look("The road was closed by the police.")[0].facts.clause
    assert (hidden.passive, hidden.agent) == (True, False)
    assert (named.passive, named.agent) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "The US office closes on Friday.",
        "It is rated Class I, Division 1.",
        "All of us forget things.",
        "The mine is a mile deep.",
    ],
)
def test_what_looks_like_the_author_and_is_not(look, text: str) -> None:
    assert not look(text)[0].facts.has(Mark.FIRST_PERSON)


@pytest.mark.parametrize("text", ["Come and see us.", "I left.", "This one is ours.", "Our van."])
def test_first_persons(look, text: str) -> None:
    assert look(text)[0].facts.has(Mark.FIRST_PERSON)


def test_what_somebody_else_says_of_himself_is_not_the_author(look) -> None:
    facts = look("“My boxes came back dry,” says Ana Ruiz, who runs Ruiz Foods.")[0].facts
    assert facts.has(Mark.FIRST_QUOTED)
    assert not facts.has(Mark.FIRST_PERSON)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It never broke,” says Ana Ruiz of Ruiz Foods.", Speaker.OTHER),
        ("“We cut our queue by half,” says the clinic's manager.", Speaker.OTHER),
        ("“It changed my week,” says Ines Prado, head of service at Larder & Co.", Speaker.OTHER),
        ("“This is a proud day,” said Tom Hale, chief executive.", Speaker.AUTHOR),
        ("“This is a proud day,” said Tom Hale of Norwick.", Speaker.AUTHOR),
        ("“This is a proud day,” said our founder.", Speaker.AUTHOR),
        ("“This is a proud day,” said its chief executive.", Speaker.OTHER),
        ("“This is a proud day,” she said.", Speaker.UNKNOWN),
        ("“This is a proud day.”", Speaker.UNKNOWN),
        ("He called it a “proud day” and left.", Speaker.NOBODY),
        ("Nobody said a word.", Speaker.NOBODY),
    ],
)
def test_who_speaks(look, text: str, speaker: Speaker) -> None:
    assert look(text)[0].facts.speaker is speaker


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("# About us", Shape.LABEL),
        ("# Your pallets arrive dry", Shape.HEADING),
        ("Hi everyone,", Shape.GREETING),
        ("Best regards, Tom", Shape.GREETING),
        ("With gratitude, Ada Moss, Treasurer", Shape.GREETING),
        ("Love from all of us", Shape.GREETING),
        ("I look forward to welcoming you back in June, Ada Moss, Treasurer", Shape.GREETING),
        ("See you at the drop-in on Saturday, Kev and Jo", Shape.GREETING),
        ("We look forward to a year of growth, and to Leeds", Shape.SENTENCE),
        ("See you at the drop-in on Saturday, and bring a torch", Shape.SENTENCE),
        ("Cheers!", Shape.GREETING),
        ("With love, we bake every loaf.", Shape.SENTENCE),
        ("Best regards, the Norwick team", Shape.GREETING),
        ("Cheers team!", Shape.GREETING),
        ("Love and respect are what we stand for.", Shape.SENTENCE),
        ("Best 24 hours of the year!", Shape.FRAGMENT),
        ("Best pumps in town!", Shape.FRAGMENT),
        ("Happy Easter from all of us at Norwick!", Shape.GREETING),
        ("By Anna Smith", Shape.BYLINE),
        ("Tom Hale, Norwick Freight", Shape.BYLINE),
        ("12 May 2026", Shape.BYLINE),
        ("#freight #proud", Shape.TAGS),
        ("All rights reserved.", Shape.LEGAL),
        ("Deposits are held at Fern Bank, Member FDIC.", Shape.LEGAL),
        ("Our company no longer prints a catalogue.", Shape.SENTENCE),
        ("X200 pallet shock absorber, set of four", Shape.LABEL),
        ("★★★", Shape.EMPTY),
        ("Two years of work.", Shape.FRAGMENT),
        ("Who is late today?", Shape.SENTENCE),
        ("Wet pallets cost you money", Shape.SENTENCE),
    ],
)
def test_what_a_line_is_for(look, text: str, shape: Shape) -> None:
    placed = look(text)
    assert placed[0].facts.shape is shape if placed else shape is Shape.EMPTY


@pytest.mark.parametrize(
    ("text", "mark", "words"),
    [
        ("It has a 5,000 mAh battery.", Mark.MEASURE, "5,000 mAh"),
        ("It costs £4.50 a week.", Mark.MONEY, "£4.50"),
        ("It was built in 1987.", Mark.YEAR, "1987"),
        ("Write to tom@norwick.example today.", Mark.CONTACT, "tom@norwick.example"),
        ("We are over the moon about it.", Mark.FEELING, "over the moon"),
        ("NORWICK MOVES TO HULL", Mark.AUTHOR_NAME, "NORWICK"),
        ("The industry-leading GlideCar.", Mark.PRODUCT, "GlideCar"),
        ("It lets you sleep.", Mark.BENEFIT, "lets you"),
        ("Do vote for us.", Mark.LIKE_ASK, "vote for us"),
    ],
)
def test_clues_have_their_words(look, text: str, mark: Mark, words: str) -> None:
    facts = look(text)[0].facts
    assert facts.first(mark) == words
    assert facts.features[f"has_{mark}"] == 1.0


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("It has been raining.", Mark.FEATURE_VERB),
        ("The launch was loud.", Mark.ANNOUNCEMENT),
        ("There were 900 in the hall.", Mark.MEASURE),
        ("1/ Three things about wet pallets.", Mark.FIGURE),
        ("The Norwickshire fair is in May.", Mark.AUTHOR_NAME),
        ("He says it rains.", Mark.ATTRIBUTION),
    ],
)
def test_what_looks_like_a_clue_and_is_none(look, text: str, mark: Mark) -> None:
    assert not look(text)[0].facts.has(mark)


def test_a_text_cut_short_of_its_gain_is_told_from_one_that_has_it(look) -> None:
    with_gain = look("The lid closes by itself, so you carry it with one hand.")[0].facts
    without = look("The lid closes by itself.")[0].facts
    assert with_gain.features["thing_then_gain"] == 1.0
    assert "thing_then_gain" not in without.features


def test_features_are_numbers_by_name_without_zeros(look) -> None:
    features = look("Our X200 has 4 GB, and you will love it!")[0].facts.features
    assert all(isinstance(name, str) for name in features)
    assert all(isinstance(value, float) and value for value in features.values())
    assert {"who_authors", "has_product", "exclamation", "has_second_person"} <= features.keys()


ODD = st.text(
    alphabet=st.sampled_from(list("We love you! “I”’s 5 mAh\ud800\0\u202e🚀#@.,?\r\n\u200d-")),
    max_size=60,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=ODD | st.text(max_size=40))
def test_any_text_can_be_seen(engine: Engine, text: str) -> None:
    contents = [p.content for p in read_draft(text).paragraphs if p.content.block.is_judged]
    for sentence in (s for found in engine.sentences(contents) for s in found):
        facts = see(sentence, Author(("W", "We"), ("",)), engine.lemma)
        for places in facts.marks.values():
            assert all(place.end <= len(facts.text) for place in places)
