import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from writer_assistant.output.clean import Cleaning, clean, with_invisible_shown
from writer_assistant.text.markup import read_draft


def cleaned(text: str) -> str:
    return clean(read_draft(text)).text


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("a\u200bb", "ab", Cleaning.INVISIBLE),
        ("\ufeffHello", "Hello", Cleaning.INVISIBLE),
        ("soft\u00adhyphen", "softhyphen", Cleaning.INVISIBLE),
        ("word\u2060joiner", "wordjoiner", Cleaning.INVISIBLE),
        ("a\u200db", "ab", Cleaning.INVISIBLE),
        ("a\ufe0fb", "ab", Cleaning.INVISIBLE),
        ("left\u200eright", "leftright", Cleaning.INVISIBLE),
        ("smuggled\U000e0041\U000e0042", "smuggled", Cleaning.INVISIBLE),
        ("🔥\u200b\u200d🔥", "🔥🔥", Cleaning.INVISIBLE),
        ("a\ufe0f\u200d🔥", "a🔥", Cleaning.INVISIBLE),
        ("no\u00a0break", "no break", Cleaning.SPACE),
        ("thin\u2009space", "thin space", Cleaning.SPACE),
        ("In 2025\u00a0we grew", "In 2025 we grew", Cleaning.SPACE),
        ("10\u00a0kg", "10 kg", Cleaning.SPACE),
        ("one\u2028two", "one\ntwo", Cleaning.LINE_BREAK),
        ("one\x0btwo", "one\ntwo", Cleaning.LINE_BREAK),
        ("bell\x07rings", "bellrings", Cleaning.CONTROL),
        ("nul\x00nul", "nulnul", Cleaning.CONTROL),
        ("half\ud83dhalf", "halfhalf", Cleaning.CONTROL),
        ("object\ufffc", "object", Cleaning.CONTROL),
        ("non\u2011breaking", "non-breaking", Cleaning.LETTER),
        ("o\ufb03ce", "office", Cleaning.LETTER),
        ("cafe\u0301", "café", Cleaning.LETTER),
        ("trailing \nnext\t", "trailing\nnext", Cleaning.TRAILING),
        ("end  \n\nnext  ", "end\n\nnext", Cleaning.TRAILING),
        ("12 Canal Street   \nLeeds", "12 Canal Street  \nLeeds", Cleaning.TRAILING),
        ("one\n\n\n\n\n\ntwo", "one\n\n\ntwo", Cleaning.BLANK_LINES),
        ("Read <!-- is it? --> this", "Read this", Cleaning.COMMENT),
        ("Read this<!-- end -->", "Read this", Cleaning.COMMENT),
        ("One\n\n<!-- a\nlong\nnote -->\n\nTwo", "One\n\nTwo", Cleaning.COMMENT),
        ("---\nauthor: Norwick\n---\n\nText", "Text", Cleaning.FRONT_MATTER),
        ("Say {==this==}{>>sure?<<} now", "Say this now", Cleaning.EDITOR_MARK),
    ],
)
def test_what_is_cleaned(before: str, after: str, what: Cleaning) -> None:
    result = clean(read_draft(before))
    assert result.text == after
    assert what in result.counts


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, “quotes”, an em dash — and an ellipsis…",
        "👩‍👩‍👧 ❤️‍🔥 👍🏽 🏳️‍🌈 🙂‍↔️ 1️⃣ ©️",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f flag of England",
        "می\u200cخواهم",  # Persian needs its zero-width non-joiner
        "क\u094d\u200dष",  # so does Hindi its joiner
        "ไทย\u200bไทย",  # Thai has no other sign of a word's end
        "שלום \u200fA",  # a direction mark in a line with Hebrew
        "1\u00a0000 and 5\u00a0% and 20\u00a0€",
        "« Bonjour\u00a0!\u00a0»",
        "中\u3000文",
        "葛\U000e0100",  # a variant of an ideograph
        "A tab\there",
        "One\n\n\nTwo",
        "12 Canal Street  \nLeeds",
        "* a list\n* of two\n\n> a quote",
        "`<!-- code -->` shows a comment",
        "```\n<!-- code -->\n```",
        "Fill in […] here",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    result = clean(read_draft(text))
    assert result.text == text
    assert result.counts == {}


def test_gaps_are_counted_and_stay() -> None:
    result = clean(read_draft("You get […] and […]."))
    assert (result.text, result.gaps) == ("You get […] and […].", 2)


def test_counts_are_in_the_order_of_the_table() -> None:
    result = clean(read_draft("a\u00a0b \u200bc\u200b\n\n<!-- x -->"))
    assert list(result.counts.items()) == [
        (Cleaning.COMMENT, 1),
        (Cleaning.INVISIBLE, 2),
        (Cleaning.SPACE, 1),
    ]


def test_a_draft_of_nothing_but_comments_is_empty() -> None:
    assert cleaned("<!-- one -->\n\n<!-- two -->") == ""


def test_invisible_characters_are_named_before() -> None:
    shown = with_invisible_shown("a\u00a0b\u200bc 1\u00a0000 👩‍👧")
    assert shown == "a⟨no-break space⟩b⟨zero width space⟩c 1\u00a0000 👩‍👧"


odd = st.sampled_from(
    list(
        "ab 1%!»«\n\t-<>{}=`\u00a0\u202f\u200b\u200c\u200d\ufe0f\u00ad\u2028\u2029\x00\x85"
        "\ufeff\u200e"
        "🔥👩©\u0301\u3000שקไ中\U000e0041🏴\ud83d\u180eᠠ\ufb01"
    )
)


@given(st.text(alphabet=odd, max_size=40))
@example("a\u2028\u2028\u2028\u2028b")
@example("«\u00a0 ")
@example("\n\u00a0!")
@example("\u180e\ufe0f")
@example("\u200b\u200c\u200d🔥\ufe0f\u200d🔥")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once or "<!--" in once or "{" in once


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x24F)))
def test_no_letter_or_figure_is_lost(text: str) -> None:
    text = text.replace("<", "").replace("{", "").replace("-", "").replace("+", "")

    def kept(words: str) -> str:
        return "".join(letter for letter in words if letter.isalnum())

    assert kept(cleaned(text)) == kept(text)


@given(st.text(max_size=60))
def test_what_is_cleaned_can_be_written_as_utf8(text: str) -> None:
    cleaned(text).encode("utf-8")
