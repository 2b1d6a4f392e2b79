"""Suggestions as the window and the command get them."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import GAP, How, Kind, Severity, Suggestion
from writer_assistant.analysis.live import Found
from writer_assistant.persona.model import Answer, Gain, Pain, Persona
from writer_assistant.reframe.match import stems
from writer_assistant.reframe.suggest import MOST, Reframer
from writer_assistant.reframe.wording import load
from writer_assistant.text.span import apply_edits


@pytest.fixture(scope="module")
def reframer(engine: Engine, olga: Persona) -> Reframer:
    return Reframer(engine, olga)


def texts(made: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.text for suggestion in made]


def test_a_feature_is_led_by_the_answer_that_it_gives(reframer: Reframer, found_in) -> None:
    found = found_in("GlideCar's dampers reduce cross-axial vibration by 19 %.", Kind.FEATURE_FIRST)
    first = reframer.suggest(found)[0]
    assert first.text == (
        "Your goods arrive in one piece. GlideCar's dampers reduce cross-axial vibration by 19 %."
    )
    assert first.how is How.ANSWER
    assert first.complete
    assert first.source is not None
    assert (first.source.entry, first.source.pain) == ("answer:glidecar", "broken-goods")
    assert first.source.quote == "Half the yoghurt fell."
    assert (first.source.by, first.source.on) == ("customer service", "2026-03-04")


def test_three_suggestions_are_three_ideas(reframer: Reframer, found_in) -> None:
    found = found_in("A live map shows where each wagon is.", Kind.FEATURE_FIRST)
    made = reframer.suggest(found)
    assert len(made) <= MOST
    assert len({s.source.pain for s in made[:3] if s.source}) == 3
    assert len(set(texts(made))) == len(made)


def test_a_selfie_without_a_pain_goes(reframer: Reframer, found_in) -> None:
    draft = "Your train is late? Our team had a wonderful party. Ring us at any hour."
    found = found_in(draft, words="party")
    first, asked, *_ = reframer.suggest(found)
    assert apply_edits(draft, [first.edit]) == "Your train is late? Ring us at any hour."
    assert asked.text == f"So what does that mean for you? {GAP}"


def test_the_fact_behind_the_feeling_stays(reframer: Reframer, found_in) -> None:
    found = found_in("We are thrilled to announce that the pool opens at 6.30.")
    assert reframer.suggest(found)[0].text == "The pool opens at 6.30."


def test_a_sentence_that_another_leans_on_is_not_removed(reframer: Reframer, found_in) -> None:
    found = found_in("Our chef won a prize. She cooks for you from six.", words="prize")
    assert not any(s.how is How.REMOVE for s in reframer.suggest(found))


@pytest.mark.parametrize(
    ("draft", "words", "left"),
    [
        ("One. We are proud. Two.", "proud", "One. Two."),
        ("We are proud. Two.", "proud", "Two."),
        ("One. We are proud.", "proud", "One."),
        ("One.\n\nWe are proud.\n\nTwo.", "proud", ""),
        ("One. 🎉 We are proud. Two.", "proud", "One. 🎉 Two."),
    ],
)
def test_nothing_is_left_over_by_a_removal(
    reframer: Reframer, found_in, draft: str, words: str, left: str
) -> None:
    found = found_in(draft, words=words)
    removed = next(s for s in reframer.suggest(found) if s.how is How.REMOVE)
    assert apply_edits(found.seen.sentence.content.text, [removed.edit]) == left


def test_without_a_persona_the_sentence_itself_is_all_there_is(engine: Engine, found_in) -> None:
    alone = Reframer(engine, None)
    assert alone.openings("Text.") == ()
    found = found_in("We check your boiler every autumn.", severity=Severity.MILD)
    assert texts(alone.suggest(found)) == ["Your boiler is checked every autumn."]


def test_a_bullet_takes_no_full_stop(reframer: Reframer, found_in) -> None:
    found = found_in("- GlideCar damper suspension", Kind.FEATURE_FIRST)
    first = reframer.suggest(found)[0]
    assert first.text == "Your goods arrive in one piece: GlideCar damper suspension"


def test_the_number_of_a_post_and_its_hashtags_stay(reframer: Reframer, found_in) -> None:
    draft = "3/ GlideCar's dampers reduce vibration. #rail #freight"
    found = found_in(draft, Kind.FEATURE_FIRST)
    new = apply_edits(draft, [reframer.suggest(found)[0].edit])
    assert new.startswith("3/ Your goods arrive")
    assert new.endswith("#rail #freight")


def test_apostrophes_are_those_of_the_draft(engine: Engine, olga: Persona, found_in) -> None:
    answer = replace(olga.answers[0], benefit="you don't lose a pallet")
    persona = replace(olga, answers=(answer,))
    found = found_in("GlideCar’s dampers reduce vibration.", Kind.FEATURE_FIRST, persona=persona)
    assert Reframer(engine, persona).suggest(found)[0].text.startswith("You don’t lose")


def test_an_entry_is_not_offered_on_every_card(engine: Engine, olga: Persona, found_in) -> None:
    founds = [
        found_in(f"The damper of wagon {number} has a new suspension.", Kind.FEATURE_FIRST)
        for number in range(6)
    ]
    entries = [s[0].source.entry for s in Reframer(engine, olga).suggest_all(founds) if s[0].source]
    assert 1 < entries.count("answer:glidecar") < 6


def test_the_same_finding_gets_the_same_suggestions(
    engine: Engine, olga: Persona, found_in
) -> None:
    found = found_in("A live map shows where each wagon is.", Kind.FEATURE_FIRST)
    assert Reframer(engine, olga).suggest(found) == Reframer(engine, olga).suggest(found)


@pytest.mark.parametrize(
    ("ask", "first"),
    [
        ("Follow us on LinkedIn!", f"Follow us on LinkedIn, and you get {GAP}!"),
        ("Please vote for us", ""),
        ("Subscribe 🙏", f"Subscribe, and you get {GAP}"),
    ],
)
def test_an_ask_is_given_room_for_its_reason(
    reframer: Reframer, found_in, ask: str, first: str
) -> None:
    found = found_in(f"Hello there. {ask}", Kind.BARE_ASK, words=ask.split()[0])
    assert reframer.suggest(found)[0].text == first


def test_an_ask_with_room_for_its_reason_gets_no_more(reframer: Reframer, found_in) -> None:
    found = found_in(f"Follow us on LinkedIn, and you get {GAP}!", Kind.BARE_ASK)
    assert texts(reframer.suggest(found)) == [""]


def test_an_ask_that_is_no_order_is_taken_away(reframer: Reframer, found_in) -> None:
    found = found_in("It would mean the world to us.", Kind.BARE_ASK)
    assert texts(reframer.suggest(found)) == [""]


def first_of(engine: Engine, persona: Persona, found: Found) -> str:
    return Reframer(engine, persona).suggest(found)[0].text


def test_a_benefit_stands_only_before_what_it_is_the_benefit_of(
    engine: Engine, olga: Persona, found_in
) -> None:
    found = found_in("The frame is made from powder-coated steel.", Kind.FEATURE_FIRST)
    assert "one piece" not in first_of(engine, olga, found)


def test_the_figures_of_a_fact_do_not_go_for_a_benefit(engine: Engine, found_in) -> None:
    pain = Pain("carts", text="I buy a cart and it breaks", words=("cart", "return", "money"))
    benefit = "you return a cart without a risk"
    answer = Answer("return", "refund", ("return", "cart"), ("carts",), benefit)
    persona = Persona("Olga", pains=(pain,), answers=(answer,))
    draft = "If you return the cart within thirty days, we refund the money."
    found = found_in(draft, severity=Severity.MILD, persona=persona)
    assert "thirty days" in first_of(engine, persona, found)


@pytest.mark.parametrize(
    ("text", "short", "asked"),
    [
        ("nobody says what for", "where the levy goes", "Wondering where the levy goes?"),
        ("she is with people who do not know her", "", "“She is with people who do not know her.”"),
    ],
)
def test_a_pain_is_asked_or_quoted_as_a_sentence(
    engine: Engine, found_in, text: str, short: str, asked: str
) -> None:
    persona = Persona("Olga", pains=(Pain("other", "I wait"), Pain("this", text, short)))
    found = found_in("We are thrilled about our new office in Leeds.", persona=persona)
    assert any(asked in text for text in texts(Reframer(engine, persona).suggest(found)))


def test_so_you_can_does_not_follow_a_gain(engine: Engine, olga: Persona, found_in) -> None:
    draft = "The frame folds, so it fits under a seat."
    found = found_in(draft, Kind.FEATURE_FIRST)
    made = texts(Reframer(engine, olga).suggest(found))
    assert any(draft in text for text in made)
    assert not any("so you can" in text for text in made)


def test_a_new_answer_is_offered_for_the_next_draft(
    engine: Engine, olga: Persona, found_in
) -> None:
    sentence = "Our EDI interface takes over the numbers of your order."
    found = found_in(sentence, Kind.FEATURE_FIRST)
    before = Reframer(engine, olga).suggest(found)
    assert not any(s.how is How.ANSWER and s.source.pain == "paperwork" for s in before)
    taught = Answer("edi", "EDI interface", (), ("paperwork",), "you type each number once")
    after = Reframer(engine, replace(olga, answers=(*olga.answers, taught))).suggest(found)
    assert after[0].text.startswith("You type each number once.")


def test_common_ground(reframer: Reframer) -> None:
    opened = reframer.openings("We have new wagons.")
    assert [s.text.strip() for s in opened][:2] == [
        "You never know when your train comes in.",
        "Let’s talk about keeping the cold chain unbroken in a heat wave.",
    ] or opened[0].how is How.PAIN
    assert all(s.text.endswith("\n\n") and len(s.span) == 0 for s in opened)
    ended = reframer.endings("We have new wagons.", 19)
    assert {s.how for s in ended} == {How.GAIN, How.ANSWER, How.QUESTION}
    assert all(s.text.startswith("\n\n") and s.span.start == 19 for s in ended)


# Nothing is made up

_CONNECTING = stems(
    " ".join(text for section in ("benefit", "pain", "gain", "question", "nothing", "ask", "flip",
                            "opening")
             for text in load("templates")[section].values())
)  # fmt: skip
_THINGS = ["The GL-7 damper", "Our new depot", "A live map", "Norwick's EDI interface"]
_DOES = ["reduces vibration by 19 %", "was opened in 1998", "is not for export", "never sleeps",
         "lets you see each of your 40 wagons", "has two doors, so your driver need not wait",
         "is the result of 3 years of work"]  # fmt: skip
_PAINS = ["goods arrive broken and I pay for it", "no train on a Monday", "it never works",
          "we lose 40 pallets a month", "they say “we can't help” and hang up"]  # fmt: skip
_BENEFITS = ["your goods arrive in one piece", "see it on your phone", "never queue at the gate",
             "you don't pay for 12 pallets", "nobody rings at night", "less paper"]  # fmt: skip
_GAINS = ["a quiet Monday", "sleeping until 7", "be home by six", "every pallet counts", ""]
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|without|cannot)\b|n['’]t\b", re.IGNORECASE)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    thing=st.sampled_from(_THINGS),
    does=st.sampled_from(_DOES),
    kind=st.sampled_from([Kind.SELF_CENTERED, Kind.FEATURE_FIRST]),
    severity=st.sampled_from(list(Severity)),
    pains=st.lists(st.sampled_from(_PAINS), min_size=1, max_size=3, unique=True),
    benefit=st.sampled_from(_BENEFITS),
    gain=st.sampled_from(_GAINS),
    proof=st.sampled_from(["", "1 pallet in 400 damaged", "it went from 4 days to 1"]),
)
def test_every_word_comes_from_the_sentence_or_the_persona(
    engine: Engine, found_in, thing, does, kind, severity, pains, benefit, gain, proof
) -> None:
    ids = tuple(f"p{number}" for number in range(len(pains)))
    persona = Persona(
        "Olga, operations lead",
        pains=tuple(Pain(i, text, f"trouble {i}") for i, text in zip(ids, pains, strict=True)),
        gains=(Gain("g", gain, ids),) if gain else (),
        answers=(Answer("a", "GL-7 damper", ("vibration",), ids, benefit, proof),),
    )
    sentence = f"{thing} {does}."
    found = found_in(sentence, kind, severity, persona=persona)
    said = " ".join([sentence, *pains, *(f"trouble {i}" for i in ids), benefit, gain, proof])
    reframer = Reframer(engine, persona)
    taught = reframer.taught(found, Answer("new", "", (), ids[:1], benefit))
    ends = (
        *reframer.common_ground(sentence, last=False),
        *reframer.common_ground(sentence, last=True),
    )
    assert taught is not None
    for made in (*reframer.suggest(found), taught, *ends):
        assert 0 <= made.span.start <= made.span.end <= len(sentence)
        if not made.complete or not made.text:
            continue
        assert stems(made.text) <= stems(said) | _CONNECTING, made.text
        assert _figures(made.text) <= _figures(said)
        for claim in (sentence, benefit, proof, gain):
            assert _keeps_negation(claim, made.text), made.text


def _keeps_negation(claim: str, text: str) -> bool:
    """Whether what a claim denies is either denied by a text or left out of it."""
    for negation in _NEGATION.finditer(claim):
        denied = claim[negation.end() :].rstrip(".")
        at = text.find(denied) if denied else -1
        if at >= 0 and not text[:at].casefold().endswith(negation.group().casefold()):
            return False
    return True


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(min_size=1, max_size=60), entry=st.text(max_size=40))
def test_odd_drafts_and_odd_personas_do_no_harm(engine: Engine, found_in, text, entry) -> None:
    persona = Persona(
        entry or "x",
        pains=(Pain("p", entry, entry),),
        gains=(Gain("g", entry, ("p",)),),
        answers=(Answer("a", entry, (entry,), ("p",), entry, entry),),
    )
    try:
        found: Found = found_in(text, Kind.FEATURE_FIRST, persona=persona)
    except StopIteration:
        return  # nothing in it is prose
    whole = found.seen.sentence.content.text
    for made in Reframer(engine, persona).suggest(found):
        apply_edits(whole, [made.edit])


@pytest.mark.parametrize(
    "sentence",
    [
        "It's a single damper without a spring.",
        "HULL, 4 March: Norwick today presented a damper for cold wagons.",
    ],
)
def test_a_fact_that_cannot_move_stays_where_it_is(reframer: Reframer, found_in, sentence) -> None:
    first = reframer.suggest(found_in(sentence, Kind.FEATURE_FIRST))[0]
    assert first.text.startswith(sentence)


def test_it_means_one_thing(engine: Engine, olga: Persona, found_in) -> None:
    answer = Answer("a", "signing", ("report",), ("reports",), "sign it off before lunch")
    persona = replace(
        olga, pains=(Pain("reports", "incomplete reports"),), gains=(), answers=(answer,)
    )
    found = found_in("We now have a new report format.", persona=persona)
    assert not any(
        "reports?" in s.text for s in Reframer(engine, persona).suggest(found) if s.complete
    )


def test_the_question_of_a_finding_has_a_feature_and_wishes(reframer: Reframer, found_in) -> None:
    question = reframer.question(found_in("We are proud of our new EDI interface."))
    assert question is not None
    assert question.feature == "new EDI interface"
    assert set(question.pains) == {"broken-goods", "late-trains", "paperwork"}
    assert question.wishes["evening"] == "an evening without the phone"


def test_what_the_writer_says_is_used_as_she_says_it(reframer: Reframer, found_in) -> None:
    found = found_in("The EDI interface reads four formats.", Kind.FEATURE_FIRST)
    answer = Answer("new", "EDI", (), ("paperwork",), "you type each number once")
    made = reframer.taught(found, answer)
    assert made is not None
    assert made.text == "You type each number once. The EDI interface reads four formats."
    assert reframer.taught(found, replace(answer, relieves=("gone",))) is None
    assert reframer.taught(found, replace(answer, benefit=" ")) is None


def test_common_ground_keeps_titles_tags_and_front_matter_in_place(reframer: Reframer) -> None:
    draft = "---\ntitle: x\n---\n\n# News\n\nWe are glad. 🎉\n\n#rail #freight\n"
    first = reframer.common_ground(draft, last=False)[0]
    assert first.span.start == draft.index("We are")
    last = reframer.common_ground(draft, last=True)[0]
    assert draft[: last.span.start].endswith("🎉")
    used = draft.replace("We are", f"{first.text}We are")
    assert first.text not in [s.text for s in reframer.common_ground(used, last=False)]
    assert all(s.span.start == 0 for s in reframer.common_ground("", last=False))
