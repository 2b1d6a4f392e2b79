from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.errors import UserError
from writer_assistant.gui.versions import VersionStore, Why, worth_keeping

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LONG = timedelta(days=90)


@pytest.fixture
def store(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "versions")


def texts(store: VersionStore, draft: str) -> list[str]:
    return [version.read() for version in store.of(draft)]


def test_versions_come_newest_first_with_what_was_known(store: VersionStore) -> None:
    store.add("/a/post.md", "one 😀 \ud83d\r\u2028", Why.OPENED, on=NOW)
    store.add("/a/post.md", "", Why.WORK, words=3, focus=0.5, on=NOW + timedelta(minutes=1))
    first, second = store.of("/a/post.md")
    assert (first.read(), first.why, first.words, first.focus) == ("", Why.WORK, 3, 0.5)
    assert (second.read(), second.why) == ("one 😀 \ud83d\r\u2028", Why.OPENED)
    assert (second.on, second.words, second.focus) == (NOW, None, None)
    assert store.of("/b/post.md") == []


def test_the_same_text_is_kept_once_and_as_saved_if_it_was(store: VersionStore) -> None:
    assert store.add("d", "one", Why.WORK, on=NOW) is not None
    assert store.add("d", "one", Why.CLOSED) is None
    assert store.add("d", "one", Why.SAVED) is not None
    assert store.add("d", "one", Why.SAVED) is None
    assert [version.why for version in store.of("d")] == [Why.SAVED]
    assert store.add("d", "two", Why.SAVED) is not None
    assert store.add("d", "one", Why.SAVED) is not None
    assert texts(store, "d") == ["one", "two", "one"]


def test_a_clock_that_goes_back_does_not_change_the_order(store: VersionStore) -> None:
    store.add("d", "one", Why.WORK, on=NOW)
    store.add("d", "two", Why.WORK, on=NOW - timedelta(hours=3))
    assert texts(store, "d") == ["two", "one"]


def test_versions_go_along_to_another_name(store: VersionStore) -> None:
    store.add("untitled-1", "one", Why.WORK, on=NOW)
    store.add("/a/post.md", "old", Why.SAVED, on=NOW - timedelta(days=1))
    store.move("untitled-1", "/a/post.md")
    store.move("untitled-2", "/a/post.md")
    assert texts(store, "/a/post.md") == ["one", "old"]
    assert store.of("untitled-1") == []
    store.forget("/a/post.md")
    assert store.of("/a/post.md") == []


def test_what_is_no_version_is_left_out_and_left_alone(store: VersionStore, tmp_path: Path) -> None:
    version = store.add("d", "one", Why.WORK, on=NOW)
    assert version is not None
    strangers = [version.file.with_name(name) for name in ("x.version", "notes.txt")]
    strangers.append(version.file.with_name("20261121T110000000000.version"))
    for stranger in strangers:
        stranger.write_bytes(b"\xff not ours\n")
    assert texts(store, "d") == ["one"]
    version.file.unlink()
    with pytest.raises(UserError, match="cannot be read"):
        version.read()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "versions").write_text("in the way")
    with pytest.raises(UserError, match="earlier versions cannot be kept"):
        VersionStore(tmp_path / "versions").add("d", "one", Why.WORK)
    assert VersionStore(tmp_path / "versions").of("d") == []
    VersionStore(tmp_path / "versions").thin(days=1, megabytes=1)


def ages(kept: list[datetime]) -> list[timedelta]:
    return [NOW - on for on in kept]


def test_versions_are_dense_today_and_sparse_later() -> None:
    minutely = [NOW - timedelta(minutes=minute) for minute in range(120 * 24 * 60)]
    kept = ages(list(worth_keeping(minutely, NOW, LONG)))

    def count(low: timedelta, high: timedelta) -> int:
        return sum(low < age <= high for age in kept)

    hour, day = timedelta(hours=1), timedelta(days=1)
    assert count(-hour, hour) == 61
    assert count(hour, day) == pytest.approx(23 * 6, abs=2)
    assert count(day, 7 * day) == pytest.approx(6 * 24, abs=2)
    assert count(7 * day, 30 * day) == pytest.approx(23, abs=1)
    assert count(30 * day, LONG) == pytest.approx(60 / 7, abs=2)
    assert count(LONG, 1000 * day) == 0


@given(st.lists(st.integers(0, 90 * 24 * 60), min_size=1, max_size=60), st.integers(0, 24 * 60))
def test_thinning_twice_takes_no_more_than_thinning_late(minutes: list[int], later: int) -> None:
    taken = [NOW - timedelta(minutes=minute) for minute in minutes]
    then = NOW + timedelta(minutes=later)
    once = worth_keeping(taken, then, LONG)
    assert list(worth_keeping(worth_keeping(taken, NOW, LONG), then, LONG)) == list(once)
    assert max(taken) in worth_keeping(taken, NOW, LONG)


def test_thinning_keeps_the_newest_of_each_draft_longest(store: VersionStore) -> None:
    text = "x" * 400_000
    for draft, days in (("a", 1), ("b", 20)):
        for age in range(3):
            store.add(draft, f"{age}{text}", Why.WORK, on=NOW - timedelta(days=days + 3 - age))
    store.thin(days=90, megabytes=5, now=NOW)
    assert len(store.of("a") + store.of("b")) == 6
    store.thin(days=90, megabytes=1, now=NOW)
    assert [[v.read()[0] for v in store.of(draft)] for draft in "ab"] == [["2"], ["2"]]
    store.thin(days=10, megabytes=1, now=NOW)
    assert [len(store.of(draft)) for draft in "ab"] == [1, 0]
