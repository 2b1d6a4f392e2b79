"""The words of one reader: what of a sentence is hers, what is ours, and what she has heard."""

from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.analysis.phrases import located
from writer_assistant.analysis.vocabulary import (
    Familiarity,
    ReaderWords,
    stem,
    words_of_reader,
)
from writer_assistant.persona.model import Persona
from writer_assistant.persona.reading import read_persona
from writer_assistant.text.span import Span


def olga() -> Persona:
    persona = read_persona(
        {
            "format": 1,
            "persona": {"name": "Olga", "summary": "Runs a warehouse full of pallets."},
            "vocabulary": {
                "uses": ["waybill", "last mile", "IT"],
                "avoids": ["synergy"],
                "plain": {"mile solution": "van"},
            },
        }
    ).persona
    assert persona is not None
    return persona


def said_of(words: ReaderWords, text: str) -> dict[str, Familiarity]:
    found = located(text)
    places = [Span(*place) for place in found.places]
    return dict(
        zip(
            found.folded,
            words.familiarity(text, zip(found.folded, places, strict=True)),
            strict=True,
        )
    )


def test_each_word_is_hers_ours_heard_or_new() -> None:
    said = said_of(words_of_reader(olga()), "Synergies of the waybills and a pallet on a gantry")
    assert said["synergies"] is Familiarity.OURS
    assert said["waybills"] is Familiarity.HERS
    assert said["pallet"] is Familiarity.HEARD
    assert said["gantry"] is Familiarity.NEW


def test_without_a_persona_nobody_is_asked() -> None:
    assert set(said_of(words_of_reader(None), "Synergies of the waybills").values()) == {
        Familiarity.UNASKED
    }


def test_what_is_ours_within_hers_is_hers() -> None:
    words = words_of_reader(olga())
    assert [span for span, _ in words.read("the last mile").ours] == []
    [(span, ours)] = words.read("a mile solution").ours
    assert (span, ours.hers) == (Span(2, 15), "van")


def test_an_abbreviation_of_hers_is_no_word_in_small_letters() -> None:
    words = words_of_reader(olga())
    assert words.read("ask IT").hers
    assert not words.read("read it").hers


def test_the_same_persona_has_the_same_words() -> None:
    persona = olga()
    assert words_of_reader(persona) is words_of_reader(persona)


@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("waybill mile it synergy IT-'")), max_size=80
    )
)
def test_any_text_has_as_many_answers_as_words(text: str) -> None:
    words = words_of_reader(olga())
    for span in [*words.read(text).hers, *(span for span, _ in words.read(text).ours)]:
        assert 0 <= span.start < span.end <= len(text)
    found = located(text)
    places = [Span(*place) for place in found.places]
    asked = zip(found.folded, places, strict=True)
    assert len(words.familiarity(text, asked)) == len(places)


def test_stems_agree_over_forms_and_spellings() -> None:
    assert stem("leveraging") == stem("leverages") == stem("leverage")
    assert stem("optimised") == stem("optimizing")
    assert stem("trimmed") == stem("trim")
    assert stem("is") == "is"
