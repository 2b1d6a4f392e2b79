"""A customer's words said to her."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_assistant.analysis.engine import Engine
from writer_assistant.reframe.voice import Shape, as_said, capitalised, turned


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I have to explain the write-offs", "you have to explain the write-offs"),
        ("goods arrive broken and I explain it", "goods arrive broken and you explain it"),
        ("I'm the one who gets called out", "you're the one who gets called out"),
        ("I’m always late", "you’re always late"),
        ("nobody tells me how I am doing", "nobody tells you how you are doing"),
        ("I've no idea what I was paying for", "you've no idea what you were paying for"),
        ("we know our lorries, not ours alone", "you know your lorries, not yours alone"),
        ("there are two of us for 4,000 laptops", "there are two of you for 4,000 laptops"),
        ("what if I am the only one", "what if you are the only one"),
        ("am I too late", "are you too late"),
        ("my boss was angry with me", "your boss was angry with you"),
        ("they say “we can't help” and I hang up", "they say “we can't help” and you hang up"),
        ("US customs holds my parcel", "US customs holds your parcel"),
        ("Marketing's revenue is never ours", "Marketing's revenue is never yours"),
        ("I did it by myself.", "you did it by yourself"),
    ],
)
def test_i_becomes_you(engine: Engine, said: str, expected: str) -> None:
    assert turned(said, engine).text == expected


@pytest.mark.parametrize(
    ("said", "shape"),
    [
        ("your goods arrive in one piece", Shape.CLAUSE),
        ("nobody copies numbers from paper", Shape.CLAUSE),
        ("find any signed contract in seconds", Shape.ACTION),
        ("never be the one who nags", Shape.ACTION),
        ("be paid without asking twice", Shape.ACTION),
        ("sleeping while the dog is in the yard", Shape.DOING),
        ("a payday on which nobody knocks at your door", Shape.PHRASE),
        ("no surprise on the bill", Shape.PHRASE),
        ("home by six", Shape.PIECE),
    ],
)
def test_shape(engine: Engine, said: str, shape: Shape) -> None:
    assert as_said(said, engine).shape is shape


@pytest.mark.parametrize(
    "said",
    ["it comes after half-term", "they gave me somebody else's ham", "he goes over the fence",
     "you never answer when I call"],
)  # fmt: skip
def test_what_leans_on_something_unsaid_does_not_stand_alone(engine: Engine, said: str) -> None:
    assert not turned(said, engine).stands_alone


@pytest.mark.parametrize(
    "said", ["it takes six weeks", "goods arrive broken and nobody knows who did it",
             "drivers ring when they are lost"],
)  # fmt: skip
def test_what_names_what_it_means_stands_alone(engine: Engine, said: str) -> None:
    assert turned(said, engine).stands_alone


def test_capitals_keep_quotation_marks_and_figures() -> None:
    assert capitalised("“half” of it") == "“Half” of it"
    assert capitalised("300 alerts") == "300 alerts"
    assert capitalised("") == ""


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_can_be_turned(engine: Engine, text: str) -> None:
    told = turned(text, engine)
    assert isinstance(told.opening, str)
    assert as_said(text, engine).text is not None


@settings(max_examples=40, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(["I wait", "nobody calls me", "my train is late", "we pay for it",
                         "the bill is ours", "I am tired", "300 pallets wait"]),
        min_size=1,
        max_size=3,
    )
)  # fmt: skip
def test_no_first_person_is_left_and_no_figure_lost(engine: Engine, parts: list[str]) -> None:
    words = turned(" and ".join(parts), engine).text.casefold().split()
    assert not {"i", "me", "my", "we", "us", "our", "ours", "am"} & set(words)
    assert words.count("300") == sum("300" in part for part in parts)
