import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.errors import UserError
from writer_assistant.persona.edit import (
    KINDS,
    add_answer,
    add_entry,
    add_to_entry,
    add_vocabulary,
)
from writer_assistant.persona.file import parse_persona
from writer_assistant.persona.model import Answer, Entry, Gain, Gatekeeper, Heard, Pain

HEAD = '# mine\nformat = 1  # one\n[persona]\nname = "Olga"\nown = 1 # kept\n'
HEADED = (
    HEAD
    + """
# about pains
[[pain]]
id = "late"
text = "late"   # in her words
words = [
    "delay",  # often
    "slow",
]

[[answer]]
feature = "Radar"  # ours
relieves = ["late"]
[answer.extra]
x = 1

# about questions
[[question]]
text = "Why?"
"""
)
INLINE = """\
# mine
format = 1  # one
pain = [{id = "late", text = "late"}]
answer = [
  # all
  {feature = "Radar"},
]
[persona]
name = "Olga"
[vocabulary]
uses = ["a"]
"""
HEARD = Heard("driver", "sales", "2026-03-04", 'He said "no" \\ 🚀')
SAID = 'from = "driver", by = "sales", on = 2026-03-04, quote = "He said \\"no\\" \\\\ 🚀"'
NEW = Answer("", "Yard radar", ("yard",), ("late",), "you see it", "9 of 10", (HEARD,))


def changes(old, new):
    """Lines that went and lines that came."""
    lines = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    return (
        [line[2:] for line in lines if line[0] == "-"],
        [line[2:] for line in lines if line[0] == "+" and line[2:].strip()],
    )


def read(text):
    return parse_persona(text, "o").persona


def test_an_answer_goes_behind_the_others_and_nothing_else_changes():
    text = add_answer(HEADED, NEW)
    gone, come = changes(HEADED, text)
    assert gone == []
    assert come == [
        "[[answer]]",
        'id = "yard-radar"',
        'feature = "Yard radar"',
        'words = ["yard"]',
        'relieves = ["late"]',
        'benefit = "you see it"',
        'proof = "9 of 10"',
        f"heard = [{{{SAID}}}]",
    ]
    assert text.index("x = 1") < text.index("[[answer]]\nid") < text.index("# about questions")
    assert read(text).answers[1] == Answer(
        "yard-radar", *[getattr(NEW, n) for n in NEW.__slots__[1:]]
    )


@pytest.mark.parametrize("source", [HEADED, INLINE, HEAD, HEAD.rstrip("\n"), HEADED.rstrip("\n")])
@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_of_any_kind_is_added_to_any_file(source, kind):
    entry = {
        "pain": Pain("", "text", "short", "cost", ("w",), (HEARD,)),
        "gain": Gain("", "text", ("late",), ("w",), (HEARD,)),
        "gatekeeper": Gatekeeper("", "role", "cares"),
        "answer": NEW,
    }.get(kind, Entry("", "text", ("w",), (HEARD,)))
    before, after = read(source), read(add_entry(source, kind, entry))
    for name in KINDS:
        old, new = getattr(before, name + "s"), getattr(after, name + "s")
        assert new[: len(old)] == old
        assert len(new) - len(old) == (name == kind)
    added = getattr(after, kind + "s")[-1]
    known = {pain.id for pain in after.pains}
    for field in entry.__slots__[1:]:
        expected = getattr(entry, field)
        if field == "relieves":
            expected = tuple(pain for pain in expected if pain in known)
        assert getattr(added, field) == expected
    for line in source.splitlines():
        if line.lstrip().startswith("#") or "#" in line:
            assert line in add_entry(source, kind, entry)


def test_an_id_that_is_taken_is_made_unique():
    assert read(add_entry(HEADED, "gain", Gain("late", "x"))).gains[0].id == "late-2"
    assert read(add_answer(HEADED, Answer("", "Late"))).answers[1].id == "late-2"


def test_words_and_hearsay_are_added_to_an_entry_once():
    text = add_to_entry(HEADED, "pain", "late", words=["slow", "wait", "wait"], heard=[HEARD])
    gone, come = changes(HEADED, text)
    assert gone == []
    assert any("wait" in line for line in come)
    pain = read(text).pains[0]
    assert pain.words == ("delay", "slow", "wait")
    assert pain.heard == (HEARD,)
    assert add_to_entry(text, "pain", "late", words=["wait"], heard=[HEARD]) == text


def test_an_entry_is_found_by_the_id_that_was_made_for_it():
    assert read(add_to_entry(HEADED, "answer", "radar", words=["x"])).answers[0].words == ("x",)
    assert read(add_to_entry(INLINE, "answer", "radar", words=["x"])).answers[0].words == ("x",)
    headed = HEADED + '[[question.heard]]\nby = "x"\n'
    assert read(add_to_entry(headed, "question", "why", heard=[HEARD])).questions[0].heard == (
        Heard(by="x"),
        HEARD,
    )


def test_there_must_be_such_an_entry():
    for kind, own in [("pain", "gone"), ("gain", "late")]:
        with pytest.raises(UserError, match="there is no"):
            add_to_entry(HEADED, kind, own, words=["x"])


@pytest.mark.parametrize(
    "source", [HEAD, HEADED, INLINE, HEAD + "[vocabulary]\n[vocabulary.plain]\na='b'\n"]
)
def test_vocabulary_is_added_once(source):
    text = add_vocabulary(source, uses=["a", "z"], avoids=["y"], plain={"our s": "her s", "a": "c"})
    vocabulary = read(text).vocabulary
    assert vocabulary.uses == ("a", "z")
    assert vocabulary.avoids == ("y",)
    assert vocabulary.plain["our s"] == "her s"
    assert vocabulary.plain["a"] in {"b", "c"}
    assert changes(source, text)[0] in ([], ['uses = ["a"]'])
    again = add_vocabulary(text, uses=["z"], avoids=["y"], plain={"our s": "x"})
    assert again == text


@pytest.mark.parametrize("source", ["a = ", "a = 1\na = 2", "["])
def test_a_broken_file_is_not_changed(source):
    with pytest.raises(UserError, match="broken"):
        add_answer(source, NEW)


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]), min_size=1
)


@given(texts, texts, st.lists(texts, max_size=3), st.sampled_from([HEAD, HEADED, INLINE]))
def test_whatever_is_added_is_read_again(feature, benefit, words, source):
    answer = read(add_answer(source, Answer("", feature, tuple(words), (), benefit))).answers[-1]
    assert (answer.feature, answer.benefit) == (feature, benefit)
    assert answer.words == tuple(dict.fromkeys(words))
