import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text.offsets import LineIndex, Utf16Map

texts = st.one_of(
    st.text(st.characters(codec=None), max_size=60),
    st.text("a🚀é\n👩\u200d💻\U0010ffff\ufffd", max_size=60),
)


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
def test_positions_are_those_of_utf16(text):
    there = Utf16Map(text)
    assert there.length == units(text)
    for offset in range(len(text) + 1):
        assert there.to_utf16(offset) == units(text[:offset])
        assert there.from_utf16(there.to_utf16(offset)) == offset


@given(texts)
def test_a_position_inside_a_pair_belongs_to_the_pair(text):
    there = Utf16Map(text)
    for position in range(there.length + 1):
        offset = there.from_utf16(position)
        assert there.to_utf16(offset) <= position
        assert position - there.to_utf16(offset) <= 1
        if position > there.to_utf16(offset):
            assert text[offset] > "\uffff"


@given(texts)
def test_line_and_column_lead_there_and_back(text):
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        line, column = index.line_column(offset)
        assert index.offset(line, column) == offset
        before = text[:offset].split("\n")
        assert (line, column) == (len(before), len(before[-1]) + 1)


@pytest.mark.parametrize("line", [0, -1, 3])
def test_there_is_no_line_before_the_first_or_behind_the_last(line):
    with pytest.raises(IndexError):
        LineIndex("one\ntwo").offset(line)
