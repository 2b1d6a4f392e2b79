import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.analysis.pieces import WIDTH, Pieces, built_in_pieces
from writer_assistant.text.span import Span

LONG = 10_000


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return built_in_pieces()


def test_a_word_is_cut_into_the_longest_known_parts(pieces: Pieces) -> None:
    whole, parts = pieces.cut("pallet", LONG), pieces.cut("palletizers", LONG)
    assert len(whole.numbers) < len(parts.numbers)
    assert set(parts.starts[1:-1]) == {0}


def test_accents_and_capitals_make_no_difference(pieces: Pieces) -> None:
    assert pieces.cut("Café NAÏVE", LONG).numbers == pieces.cut("cafe naive", LONG).numbers


def test_offsets_are_those_of_the_words_as_they_stand(pieces: Pieces) -> None:
    text = "Zoë, 😀 ready?"
    cut = pieces.cut(text, LONG)
    begins = sorted(set(cut.starts[1:-1]))
    assert begins == [text.index(part) for part in ("Zoë", ",", "😀", "ready", "?")]


def test_a_name_is_one_piece_whatever_it_is_called(pieces: Pieces) -> None:
    one = pieces.cut("Norwick Freight moves.", LONG, {Span(0, 15): "[unused1]"})
    other = pieces.cut("Xy moves.", LONG, {Span(0, 2): "[unused1]"})
    assert one.numbers == other.numbers
    assert one.starts[:3] == [-1, 0, 16]


def test_of_names_that_overlap_the_first_counts(pieces: Pieces) -> None:
    named = {Span(0, 5): "[unused1]", Span(3, 9): "[unused2]"}
    cut = pieces.cut("Ab Cd Efg", LONG, named)
    assert cut.numbers[1] == pieces.cut("x", LONG, {Span(0, 1): "[unused1]"}).numbers[1]
    assert cut.starts[1:3] == [0, 6]


def test_a_name_in_brackets_is_no_piece_of_ours(pieces: Pieces) -> None:
    assert (
        pieces.cut("[MASK]", LONG).numbers != pieces.cut("x", LONG, {Span(0, 1): "[MASK]"}).numbers
    )


def test_what_is_too_long_is_cut_off(pieces: Pieces) -> None:
    cut = pieces.cut("word " * 500, 96)
    assert len(cut.numbers) == len(cut.starts) == 96
    assert cut.numbers[-1] == pieces.cut("", 96).numbers[-1]
    assert (
        pieces.cut("x" * 10_000, 96).numbers
        == pieces.cut("\ud800y" * 99, 96).numbers[:2] + (pieces.cut("", 96).numbers[1:])
    )


def test_each_piece_has_a_vector(pieces: Pieces) -> None:
    assert pieces.vectors(pieces.cut("pallets", LONG).numbers).shape[1] == WIDTH


@given(st.text(max_size=60))
def test_any_text_is_cut_in_reading_order(text: str) -> None:
    cut = built_in_pieces().cut(text, 96)
    assert len(cut.numbers) == len(cut.starts) <= 96
    inside = cut.starts[1:-1]
    assert inside == sorted(inside)
    assert all(0 <= start < len(text) for start in inside)
