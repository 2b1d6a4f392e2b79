"""What is ignored is found again by its words, and its file is never harmed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.analysis.finding import Kind
from writer_assistant.errors import UserError
from writer_assistant.gui.ignore import (
    Ignored,
    IgnoreList,
    ignored_everywhere,
    ignored_here,
)
from writer_assistant.text.anchor import words_after, words_before

TEXT = "Our pumps leverage gravity. You leverage our network to grow."


def around(text: str, word: str, number: int = 0) -> tuple[tuple[str, ...], tuple[str, ...]]:
    at = -1
    for _ in range(number + 1):
        at = text.index(word, at + 1)
    return words_before(text[:at]), words_after(text[at + len(word) :])


def here(text: str, word: str, number: int = 0, reason: str = "") -> Ignored:
    return ignored_here(Kind.JARGON, word, *around(text, word, number), reason)


def ignores(items: IgnoreList, text: str, word: str, number: int = 0) -> bool:
    return items.ignores(Kind.JARGON, word, lambda: around(text, word, number))


def test_this_one_and_no_other(tmp_path: Path) -> None:
    items = IgnoreList("a.md", tmp_path)
    items.add(here(TEXT, "leverage", 1))
    assert ignores(items, TEXT, "leverage", 1)
    assert not ignores(items, TEXT, "leverage", 0)
    assert not items.ignores(Kind.EMPTY_CLAIM, "leverage", lambda: around(TEXT, "leverage", 1))


def test_it_follows_edits_on_one_side_and_then_on_the_other(tmp_path: Path) -> None:
    items = IgnoreList("a.md", tmp_path)
    items.add(here(TEXT, "leverage", 1))
    for text in (
        "Our pumps leverage gravity. Now you leverage our network to grow.",
        "Our pumps leverage gravity. Now you leverage your own strength.",
        "All else is gone, and they leverage your own strength.",
    ):
        number = text.count("leverage") - 1
        assert ignores(items, text, "leverage", number), text
    items.save()
    again = IgnoreList("a.md", tmp_path)
    again.load()
    assert again.items()[0].after == ("your", "own", "strength")


def test_words_in_this_draft_and_a_kind(tmp_path: Path) -> None:
    items = IgnoreList("a.md", tmp_path)
    items.add(ignored_everywhere("phrase", Kind.JARGON, "Best of  breed"))
    assert ignores(items, "x best of breed y", "best of breed")
    assert not ignores(items, "x best of y", "best of")
    items.add(ignored_everywhere("kind", Kind.BARE_ASK, "Follow us!"))
    assert items.ignores(Kind.BARE_ASK, "Like us!", lambda: ((), ()))
    assert items.items()[1].text == ""


def test_a_restart_remembers_and_restoring_forgets(tmp_path: Path) -> None:
    items = IgnoreList("/drafts/ä.md", tmp_path)
    item = here(TEXT, "leverage", reason="literal 🚀")
    items.add(item)
    again = IgnoreList("/drafts/ä.md", tmp_path)
    again.load()
    assert again.items() == (item,)
    other = IgnoreList("/drafts/other.md", tmp_path)
    other.load()
    assert other.items() == ()
    again.remove(item)
    items.load()
    assert items.items() == ()


def test_the_file_can_be_read_by_people(tmp_path: Path) -> None:
    items = IgnoreList("/drafts/launch post.md", tmp_path)
    items.add(here(TEXT, "leverage"))
    assert items.path.name.startswith("launch-post-")
    data = json.loads(items.path.read_text("utf-8"))
    assert data["format"] == 1
    assert data["draft"] == "/drafts/launch post.md"
    assert data["ignored"][0]["before"] == ["our", "pumps"]
    assert data["ignored"][0]["kind"] == "jargon"


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    items = IgnoreList("a.md", tmp_path)
    items.path.parent.mkdir(parents=True, exist_ok=True)
    entry = {"scope": "phrase", "kind": "jargon", "text": "x", "colour": ["red"]}
    items.path.write_text(json.dumps({"format": 1, "ignored": [entry], "mood": "good"}))
    items.load()
    items.add(ignored_everywhere("phrase", Kind.JARGON, "y"))
    data = json.loads(items.path.read_text())
    assert data["mood"] == "good"
    assert data["ignored"][0] == entry


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"{}",
        b'{"format": 2, "ignored": []}',
        b'{"format": 1, "ignored": [{"scope": "everywhere", "kind": "jargon"}]}',
        b'{"format": 1, "ignored": [{"scope": "here", "kind": "typo"}]}',
        b'{"format": 1, "ignored": [{"scope": "here", "kind": "jargon", "text": 7}]}',
        b'{"format": 1, "ignored": [{"scope": "here", "kind": "jargon", "before": "abc"}]}',
        b'{"format": 1, "ignored": 5}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_told_and_kept_aside(tmp_path: Path, content: bytes) -> None:
    items = IgnoreList("a.md", tmp_path)
    items.path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        items.load()
    assert caught.value.where == str(items.path)
    assert caught.value.remedy
    assert items.path.read_bytes() == content
    items.save()
    assert items.path.read_bytes() == content
    items.add(ignored_everywhere("phrase", Kind.JARGON, "y"))
    aside = list(tmp_path.glob("*.damaged-*"))
    assert [path.read_bytes() for path in aside] == [content]
    again = IgnoreList("a.md", tmp_path)
    again.load()
    assert [item.text for item in again.items()] == ["y"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    items = IgnoreList("a.md", blocked / "ignored")
    with pytest.raises(UserError, match="cannot be remembered"):
        items.add(ignored_everywhere("phrase", Kind.JARGON, "y"))
    assert ignores(items, "y", "y")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    items = IgnoreList("a.md", tmp_path)
    items.path.mkdir()
    with pytest.raises(UserError, match="cannot be read"):
        items.load()


def test_saving_under_another_name_takes_it_along_and_keeps_what_was_there(tmp_path: Path) -> None:
    there = IgnoreList("b.md", tmp_path)
    there.add(ignored_everywhere("phrase", Kind.JARGON, "known there"))
    items = IgnoreList("untitled-1", tmp_path)
    items.add(ignored_everywhere("phrase", Kind.JARGON, "new"))
    items.move_to("b.md")
    there.load()
    assert [item.text for item in there.items()] == ["known there", "new"]


def test_opening_a_draft_does_not_touch_its_list(tmp_path: Path) -> None:
    there = IgnoreList("b.md", tmp_path)
    there.add(ignored_everywhere("phrase", Kind.JARGON, "known there"))
    before = there.path.read_bytes()
    items = IgnoreList("untitled-1", tmp_path)
    items.move_to("b.md")
    items.save()
    assert [item.text for item in items.items()] == ["known there"]
    assert there.path.read_bytes() == before


@given(st.text(), st.sampled_from(list(Kind)), st.text(), st.text(), st.text())
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    kind: Kind,
    before: str,
    after: str,
    why: str,
) -> None:
    folder = tmp_path_factory.mktemp("ignored")
    items = IgnoreList("a.md", folder)
    item = ignored_here(kind, text, words_before(before), words_after(after), why)
    items.add(item)
    again = IgnoreList("a.md", folder)
    again.load()
    assert again.items() == (item,)
