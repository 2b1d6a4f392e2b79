"""The file of a review: read by people, changed in place, shared by two, never harmed."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.errors import UserError
from writer_assistant.review.file import beside, in_folder, load_review, save_review
from writer_assistant.review.model import Answer, Decided, Decision, Figures, Note, Review
from writer_assistant.review.reading import read_review
from writer_assistant.review.writing import changed
from writer_assistant.text.anchor import Anchor

ON = "2026-11-21T14:05:00"
NOTE = Note(
    "3f9a2c41",
    "What does Olga get from this?",
    Anchor("We are thrilled.", ("ruins", "a", "week"), ("your", "goods", "leave")),
    "Ana",
    ON,
)
USED = Decision(
    "9b01d2aa",
    Decided.USED,
    Kind.JARGON,
    Anchor("use", ("our", "pumps"), ("gravity",)),
    "leverage",
    by="Ana",
    on=ON,
)
IGNORED = Decision(
    "77aa0101", Decided.IGNORED, Kind.BARE_ASK, Anchor("Follow us!"), reason="She asked for it"
)
BASELINE = Figures(
    212,
    0.61,
    True,
    False,
    8.4,
    {(Kind.SELF_CENTERED, Severity.STRONG): 3, (Kind.JARGON, Severity.MILD): 1},
)
REVIEW = Review(BASELINE, ON, (NOTE,), (USED, IGNORED))

BY_HAND = """\
# Olga's review
format = 1
mood = "good"      # ours

[[note]] # first
# about the opening
text = 'By hand'
words = "We are thrilled"
colour = "red"

[[note]]
id = "b2"
text = "Second"
words = "Your goods"
# the end of it
"""


def test_a_review_as_people_read_it() -> None:
    text = changed("", REVIEW, "post.md.review.toml")
    assert text == (Path(__file__).parent / "post.md.review.toml").read_text("utf-8")
    assert read_review(text, "") == REVIEW


def test_where_it_lies(tmp_path: Path) -> None:
    assert beside(Path("a/post.md")) == Path("a/post.md.review.toml")
    names = {in_folder(name, tmp_path) for name in ("untitled-1", "untitled-2", "/x/a b.md")}
    assert len(names) == 3
    assert all(path.parent == tmp_path for path in names)


def test_what_was_written_by_hand_stays() -> None:
    review = read_review(BY_HAND, "f")
    first, second = review.notes
    assert (first.text, first.anchor.text, first.done) == ("By hand", "We are thrilled", False)
    new = replace(
        review.with_note(replace(first, done=True)).with_note(
            replace(second, text="Longer\nthan before", answers=(Answer("Yes", "Ben", ON),))
        ),
        baseline=BASELINE,
        began=ON,
    ).with_note(NOTE)
    text = changed(BY_HAND, new, "f")
    assert read_review(text, "f") == new
    for kept in ("# Olga's review", "# ours", "# first", "# about the opening", "# the end of it"):
        assert kept in text
    assert tomllib.loads(text)["note"][0]["colour"] == "red"
    assert text.index("[baseline]") < text.index("By hand") < text.index("Longer\nthan before")
    fewer = new.without_note(NOTE.id)
    assert read_review(changed(text, fewer, "f"), "f") == fewer


def test_a_tick_changes_one_line() -> None:
    text = changed("", REVIEW, "f")
    ticked = changed(text, REVIEW.with_note(replace(NOTE, done=True)), "f")
    pairs = list(zip(text.splitlines(), ticked.splitlines(), strict=True))
    assert [pair for pair in pairs if pair[0] != pair[1]] == [("done = false", "done = true")]


def test_entries_of_one_id_are_told_apart() -> None:
    twice = 'format = 1\n[[note]]\nid = "a"\ntext = "x"\n[[note]]\nid = "a"\ntext = "x"\n'
    review = read_review(twice, "f")
    assert len({note.id for note in review.notes}) == 2
    text = changed(twice, review.without_note(review.notes[0].id), "f")
    assert [note.text for note in read_review(text, "f").notes] == ["x"]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("format = 1\n[[note]]\ntext = \n", 3, "no value"),
        ("format = 2\n", 1, "“format” must be 1"),
        ("# nothing else\n", 1, "“format” must be 1"),
        ("format = 1\n[[note]]\nwords = 'x'\n", 2, "a note needs a “text”"),
        ("format = 1\n[[note]]\ntext = 7\n", 3, "“text” must be a text"),
        ("format = 1\n[[note]]\ntext = 'x'\ndone = 1\n", 4, "“done” must be true or false"),
        ("format = 1\n[[note]]\ntext = 'x'\nbefore = [1]\n", 4, "“before” must be a list"),
        ("format = 1\n[note]\ntext = 'x'\n", 2, "“note” must be a list"),
        ("format = 1\nnote = [1]\n", 2, "each note must be a table"),
        ("format = 1\n[[decision]]\nwhat = 'liked'\n", 3, "none of “used”, “ignored”"),
        ("format = 1\n[[decision]]\nwhat = 'used'\nkind = 'typo'\n", 4, "none of “self-centered”"),
        ("format = 1\n[baseline]\nfocus = true\n", 3, "“focus” must be a number"),
        ("format = 1\n[baseline]\nfindings.typo.mild = 1\n", 3, "“typo” is none of"),
        ("format = 1\n[baseline]\nfindings.jargon = 1\n", 3, "must be a table"),
        ("format = 1\nbaseline = 1\n", 2, "“baseline” must be a table"),
        ("format = 1\n[[note]]\ntext = 'x'\n[[note.answer]]\non = 5\n", 5, "“on” must be"),
    ],
)
def test_what_is_wrong_is_told_by_line(text: str, line: int, told: str) -> None:
    with pytest.raises(UserError) as caught:
        read_review(text, "post.md.review.toml")
    assert caught.value.where.startswith(f"post.md.review.toml:{line}:")
    assert told in caught.value.what
    assert "left as it is" in caught.value.remedy


def test_a_form_that_cannot_be_changed_is_left_alone() -> None:
    text = 'format = 1\nnote = [{ text = "inline" }]\n'
    review = read_review(text, "f")
    with pytest.raises(UserError, match="cannot be changed here"):
        changed(text, review.with_note(NOTE), "f")


@pytest.mark.parametrize(
    "content", [b"format = ", b"\xff\xfe\x00x", b"format = 1\ntext = '\xe4'", b"[" * 100_000]
)
def test_a_broken_file_is_never_written_over(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "post.md.review.toml"
    path.write_bytes(content)
    with pytest.raises(UserError):
        load_review(path)
    with pytest.raises(UserError):
        save_review(path, Review(), REVIEW)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_two_people_at_one_file(tmp_path: Path) -> None:
    path = tmp_path / "post.md.review.toml"
    base = save_review(path, Review(), REVIEW)
    ben = replace(NOTE, id="bb", text="Ben's")
    mine = base.with_note(replace(NOTE, answers=(Answer("From Ana"),)))
    theirs = base.with_note(replace(NOTE, done=True, answers=(Answer("From Ben"),))).with_note(ben)
    save_review(path, base, theirs.without_decision(USED.id))
    merged = save_review(path, base, mine)
    assert merged == load_review(path)
    note = merged.note(NOTE.id)
    assert note is not None
    assert note.done
    assert [answer.text for answer in note.answers] == ["From Ben", "From Ana"]
    assert merged.note("bb") == ben
    assert merged.decisions == (IGNORED,)


def test_what_the_other_removed_stays_if_i_changed_it(tmp_path: Path) -> None:
    path = tmp_path / "post.md.review.toml"
    base = save_review(path, Review(), REVIEW)
    save_review(path, base, base.without_note(NOTE.id))
    assert save_review(path, base, base).notes == ()
    changed_note = replace(NOTE, text="Changed")
    assert save_review(path, base, base.with_note(changed_note)).notes == (changed_note,)


def test_nothing_new_does_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "post.md.review.toml"
    assert save_review(path, Review(), Review()) == Review()
    assert not path.exists()


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "post.md.review.toml"
    path.write_bytes(b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode())
    base = load_review(path)
    save_review(path, base, base.with_note(NOTE))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError):
        save_review(tmp_path / "file" / "x.review.toml", Review(), REVIEW)


TEXTS = st.text()
ANCHORS = st.builds(
    Anchor, TEXTS, st.lists(TEXTS, max_size=3).map(tuple), st.lists(TEXTS, max_size=3).map(tuple)
)
TIMES = st.sampled_from(["", ON, "2026-11-21", "yesterday", "2026-99-99"])
ANSWERS = st.builds(Answer, TEXTS, TEXTS, TIMES)
NOTES = st.builds(
    Note,
    st.sampled_from(["a", "b", "c", "d"]),
    TEXTS.filter(str.strip),
    ANCHORS,
    TEXTS,
    TIMES,
    st.booleans(),
    st.lists(ANSWERS, max_size=2, unique=True).map(tuple),
)
DECISIONS = st.builds(
    Decision,
    st.sampled_from(["e", "f", "g"]),
    st.sampled_from(Decided),
    st.sampled_from(Kind),
    ANCHORS,
    TEXTS,
    TEXTS,
    TEXTS,
    TIMES,
)
FIGURES = st.builds(
    Figures,
    st.none() | st.integers(0, 10**6),
    st.none() | st.floats(0, 1),
    st.none() | st.booleans(),
    st.none() | st.booleans(),
    st.none() | st.floats(-5, 40),
    st.dictionaries(
        st.tuples(st.sampled_from(Kind), st.sampled_from(Severity)), st.integers(1, 99)
    ),
)
REVIEWS = st.builds(
    Review,
    st.none() | FIGURES,
    st.just(""),
    st.lists(NOTES, max_size=3, unique_by=lambda note: note.id).map(tuple),
    st.lists(DECISIONS, max_size=3, unique_by=lambda decision: decision.id).map(tuple),
)


@given(REVIEWS)
def test_any_review_comes_back(review: Review) -> None:
    assert read_review(changed("", review, "f"), "f") == review


@given(st.lists(REVIEWS, min_size=2, max_size=4))
def test_any_review_becomes_any_other(tmp_path_factory: object, reviews: list[Review]) -> None:
    text, before = "", Review()
    for review in reviews:
        if review.baseline is None:
            review = replace(review, baseline=before.baseline)
        # Answers are only ever added.
        kept = [
            replace(note, answers=(*old.answers, *note.answers))
            if (old := before.note(note.id))
            else note
            for note in review.notes
        ]
        order = [note.id for note in before.notes]
        kept.sort(key=lambda note: order.index(note.id) if note.id in order else len(order))
        order = [made.id for made in before.decisions]
        made = sorted(
            review.decisions, key=lambda d: order.index(d.id) if d.id in order else len(order)
        )
        review = replace(review, notes=tuple(kept), decisions=tuple(made))
        text = changed(text, review, "f")
        assert read_review(text, "f") == review
        before = review
