"""Lengths as channels count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.text.goals import (
    reading_seconds,
    split_thread,
    utf16_length,
    weighted_length,
)

TEXTS = st.text(
    st.sampled_from("ab .!?\n\n-’”日é\u0301😀👩\u200d🔧🇬🇧\ud800") | st.characters(), max_size=200
) | st.lists(
    st.sampled_from(["A sentence.", "word", "\n\n", "https://a.example/b?c", "🚀", "日本語です。"]),
    max_size=60,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("hello", 5),
        ("“Don’t” — 5 €", 14),  # the euro sign is none of the light ones
        ("日本語", 6),
        ("Привет", 6),
        ("é", 1),
        ("e\u0301", 1),
        ("👨‍👩‍👧‍👦", 2),
        ("👍🏽👍", 4),
        ("🇬🇧🇫🇷", 4),
        ("5️⃣", 2),
        ("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!", 3),
        ("see https://example.com/a/long/path?with=query.", 28),
        ("(example.co.uk/x)", 25),
        ("e.g. this, at 9.30", 18),
    ],
)
def test_what_a_text_weighs_on_x(text: str, weight: int) -> None:
    assert weighted_length(text) == weight


@given(TEXTS, st.integers(24, 280))
def test_a_thread_says_everything_and_no_post_is_too_heavy(text: str, limit: int) -> None:
    posts = split_thread(text, limit)
    assert all(weighted_length(post) <= limit for post in posts)
    assert all(post.strip() == post != "" for post in posts)
    left = "".join(text.split()).replace("-", "").replace("—", "").replace("*", "")
    said = "".join("".join(posts).split()).replace("-", "").replace("—", "").replace("*", "")
    assert said == left


def test_posts_end_with_paragraphs_and_sentences() -> None:
    paragraph = "One sentence of a thread, and it goes on for a while. " * 3
    posts = split_thread(f"{paragraph}\n\n{paragraph}\n\n{paragraph}")
    assert posts == [paragraph.strip()] * 3
    assert all(post.endswith(".") for post in split_thread("Short and to the point. " * 40))


def test_a_line_of_dashes_parts_posts() -> None:
    assert split_thread("one\n\n---\n\ntwo - three\n———\nfour") == ["one", "two - three", "four"]


def test_units_of_web_pages_and_minutes_of_readers() -> None:
    assert utf16_length("a😀é") == 4
    assert reading_seconds(0) == 0
    assert reading_seconds(238) == 60
