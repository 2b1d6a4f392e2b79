"""What a query finds, and that nothing it is given makes it fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.gui.search import Query, search


def found(query: Query, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in search(query, text, 1).hits]


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        (Query("a.c"), "abc a.c", ["a.c"]),
        (Query("STRASSE"), "Strasse", ["Strasse"]),
        (Query("can't"), "can’t can't", ["can’t", "can't"]),
        (Query("10 kg"), "10\u00a0kg", ["10\u00a0kg"]),
        (Query("\\w", is_pattern=False), "a \\w", ["\\w"]),
        (Query("^- ", is_pattern=True), "- a\n- b", ["- ", "- "]),
        (Query("é"), "É", ["É"]),
        (Query(""), "abc", []),
    ],
)
def test_hits(query: Query, text: str, hits: list[str]) -> None:
    assert found(query, text) == hits


@given(st.text(), st.text(), st.booleans(), st.booleans(), st.booleans())
def test_any_query_on_any_text(
    words: str, text: str, is_pattern: bool, cased: bool, whole: bool
) -> None:
    hits = search(Query(words, is_pattern, cased, whole), text, 1)
    places = [(hit.start, hit.end) for hit in hits.hits]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert not (hits.problem and places)
    if words and not is_pattern and not whole:
        assert bool(places) >= (words in text)
