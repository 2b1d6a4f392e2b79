"""What is marked as misspelt, and above all what is not."""

import builtins
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_assistant.analysis import spelling
from writer_assistant.analysis.spelling import Speller, Variety
from writer_assistant.errors import UserError
from writer_assistant.text.draft import Block
from writer_assistant.text.markup import read_content, read_draft


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(Variety.EITHER, ["Norwick", "frobnicate", "GlideCar"])


def marked(speller: Speller, text: str) -> list[str]:
    """Return the words of a draft that are marked."""
    return [
        span.of(paragraph.content.text)
        for paragraph in read_draft(text).paragraphs
        for span in speller.misspelt(paragraph.content)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We recieve teh goods before nine.", ["recieve", "teh"]),
        ("Teh goods arrive.", ["Teh"]),
        ("Late again. Thier van broke down.", ["Thier"]),
        ("> You qoute me here", ["qoute"]),
        ("It is **definately** late.", ["definately"]),
        ("A wel-known pallet.", ["wel"]),
        ("| goods | qantity |\n|---|---|\n| a | b |", ["qantity"]),
        ("It arived — all “teh” goods 😀 we recieve", ["arived", "teh", "recieve"]),
        ("See [our adress](https://a.example/recieve) today.", ["adress"]),
        ("IMPORTNAT dates for you and me.", ["IMPORTNAT"]),
    ],
)
def test_what_a_reader_stumbles_over_is_marked(
    speller: Speller, text: str, words: list[str]
) -> None:
    assert marked(speller, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Your colour or color, organised or organized.",
        "It isn’t the customer's, nor the customers’ fault; the café's neither.",
        "Marek and Olga of Hollins & Dutton shipped it.",
        "Gemma ships it. Ledgerly reconciles receipts.",
        "Our SLA, the iPhone, JavaScript and the X200 on eBay.",
        "Write to #recieve, @teh or recieve@teh.example: https://teh.example/recieve, teh.com.",
        "Run `teh` now.",
        "```\nteh recieve\n```",
        "<!-- teh recieve -->",
        "80 gsm paper, 5 kbps, 2nd, 20th and 1st.",
        "Das ist ein ganz anderer Satz und kein englischer.",
        "Это совсем другой язык.",
        "We frobnicate with Norwick and the GlideCar.",
        "The onboarding of coworkers, a webinar, a hashtag and an emoji.",
        "A state-of-the-art, well-known co-op with e-mail.",
        "",
    ],
)
def test_what_is_right_or_a_name_is_not(speller: Speller, text: str) -> None:
    assert marked(speller, text) == []


@pytest.mark.parametrize(
    ("variety", "right", "wrong"),
    [
        (Variety.BRITISH, "the colour of jewellery is customisable", "color"),
        (Variety.AMERICAN, "the color of jewelry is customizable", "colour"),
    ],
)
def test_british_and_american(variety: Variety, right: str, wrong: str) -> None:
    chosen = Speller(variety)
    assert marked(chosen, right) == []
    assert marked(chosen, f"a nice {wrong} today") == [wrong]


def test_words_of_the_users_own_are_right_with_their_capitals() -> None:
    own = Speller(Variety.BRITISH, ["Kwikpak", "grommeting"])
    assert marked(own, "Grommeting the Kwikpak, grommeting a kwikpak.") == ["kwikpak"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("recieve", "receive"), ("teh", "the"), ("definately", "definitely"), ("Norwik", "Norwick")],
)
def test_suggestions(speller: Speller, word: str, meant: str) -> None:
    assert meant in speller.suggest(word)[:3]


def test_suggestions_speak_the_english_that_was_chosen() -> None:
    assert Speller(Variety.BRITISH).suggest("color")[0] == "colour"


@pytest.mark.parametrize("word", ["", "\x00", "\ud800", "😀", "x" * 100_000, "a.b", "слово"])
def test_nothing_is_suggested_for_what_is_no_word(speller: Speller, word: str) -> None:
    assert speller.suggest(word) == ()


@settings(deadline=None)
@given(
    st.text(st.characters(codec=None) | st.sampled_from("teh we 's-’.😀\ud800\x00"), max_size=60)
)
def test_marks_are_words_in_order(speller: Speller, text: str) -> None:
    content = read_content(text, Block.PROSE)
    spans = speller.misspelt(content)
    assert list(spans) == sorted(spans)
    assert all(span.of(content.text).strip() for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Modules that cannot be imported; dictionaries are loaded anew before and after."""
    missing: set[str] = set()
    real = builtins.__import__

    def load(name: str, *rest: object, **options: object) -> object:
        if name.partition(".")[0] in missing:
            raise ImportError(name)
        return real(name, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", load)
    for name in ("hunspell", "spylls"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    spelling.load_dictionary.cache_clear()
    yield missing
    spelling.load_dictionary.cache_clear()


# It leaves its files to be closed by chance.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_pure_python_reader_says_the_same(without: set[str]) -> None:
    without.add("hunspell")
    chosen = Speller(Variety.BRITISH)
    assert marked(chosen, "We recieve the colour and color.") == ["recieve", "color"]


def test_without_any_reader_the_remedy_is_told(without: set[str]) -> None:
    without |= {"hunspell", "spylls"}
    with pytest.raises(UserError, match="chunspell"):
        Speller(Variety.BRITISH)


def test_modern_words_are_needed_and_sorted_by_variety() -> None:
    dictionaries = {name: spelling.load_dictionary(name) for name in ("en_GB", "en_US")}
    for name, dictionary in dictionaries.items():
        other = next(key for key in dictionaries if key != name)
        mine = spelling.modern_words(name) - spelling.modern_words(other)
        assert mine
        assert not [word for word in mine if dictionary.spell(word)]
    both = spelling.modern_words("en_GB") & spelling.modern_words("en_US")
    known = [w for w in both if all(d.spell(w) for d in dictionaries.values())]
    assert sorted(known) == []
