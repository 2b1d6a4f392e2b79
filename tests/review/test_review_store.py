"""A review is kept beside its draft, or where it can be, and never lost on the way."""

from pathlib import Path

import pytest

from writer_assistant.errors import UserError
from writer_assistant.review.file import beside, load_review
from writer_assistant.review.model import Note, Review
from writer_assistant.review.store import ReviewStore
from writer_assistant.text.anchor import Anchor

NOTE = Note("a", "First", Anchor("words"))
OTHER = Note("b", "Second", Anchor("other words"))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    return folder / "post.md"


def store(draft: Path | None, tmp_path: Path, name: str = "untitled-1") -> ReviewStore:
    return ReviewStore(draft, name, tmp_path / "data")


def files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.rglob("*.toml"))


def test_beside_the_draft(draft: Path, tmp_path: Path) -> None:
    one = store(draft, tmp_path)
    assert one.load() == (Review(), None)
    assert one.save(Review().with_note(NOTE)) == (Review().with_note(NOTE), None)
    assert files(tmp_path) == ["post.md.review.toml"]
    assert store(draft, tmp_path).load() == (Review().with_note(NOTE), None)


def test_two_windows_see_each_other_s_notes(draft: Path, tmp_path: Path) -> None:
    one, two = store(draft, tmp_path), store(draft, tmp_path)
    one.load(), two.load()
    one.save(Review().with_note(NOTE))
    both, _ = two.save(Review().with_note(OTHER))
    assert both.notes == (NOTE, OTHER)
    assert one.save(Review().with_note(NOTE))[0] == both


def test_without_a_file(tmp_path: Path) -> None:
    one = store(None, tmp_path)
    one.save(Review().with_note(NOTE))
    assert one.path.parent == tmp_path / "data"
    assert store(None, tmp_path).load()[0].notes == (NOTE,)
    assert store(None, tmp_path, "untitled-2").load()[0].notes == ()


def test_a_broken_file_stays_and_what_is_new_is_kept_elsewhere(draft: Path, tmp_path: Path) -> None:
    beside(draft).write_text("format = ")
    one = store(draft, tmp_path)
    review, problem = one.load()
    assert review == Review()
    assert problem is not None
    assert "post.md.review.toml:1:" in problem.where
    saved, problem = one.save(Review().with_note(NOTE))
    assert problem is not None
    assert saved.notes == (NOTE,)
    assert beside(draft).read_text() == "format = "

    again = store(draft, tmp_path)
    review, problem = again.load()
    assert review.notes == (NOTE,)
    assert problem is not None

    # As soon as it is put right, everything is in it.
    beside(draft).write_text('format = 1\n\n[[note]]\nid = "b"\ntext = "By hand"\n')
    review, problem = again.save(review.with_note(OTHER))
    assert problem is None
    assert len(load_review(beside(draft)).notes) == 2
    assert files(tmp_path) == ["post.md.review.toml"]


def test_a_folder_that_cannot_be_written(draft: Path, tmp_path: Path) -> None:
    gone = draft.parent / "gone" / "post.md"
    one = ReviewStore(gone, "", tmp_path / "data")
    (draft.parent / "gone").write_text("a file in its place")
    saved, problem = one.save(Review().with_note(NOTE))
    assert saved.notes == (NOTE,)
    assert problem is not None
    assert ReviewStore(gone, "", tmp_path / "data").load()[0].notes == (NOTE,)


def test_nowhere_to_keep_it(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in its place")
    with pytest.raises(UserError):
        store(None, tmp_path).save(Review().with_note(NOTE))


def test_saving_a_draft_takes_its_review_along(draft: Path, tmp_path: Path) -> None:
    one = store(None, tmp_path)
    review, _ = one.save(Review().with_note(NOTE))
    two = one.moved(draft, "untitled-1")
    assert two.save(review) == (review, None)
    assert files(tmp_path) == ["post.md.review.toml"]
    three = two.moved(draft.with_name("copy.md"), "untitled-1")
    three.save(review)
    assert files(tmp_path) == ["copy.md.review.toml", "post.md.review.toml"]


def test_a_name_that_has_a_review_already_keeps_it(draft: Path, tmp_path: Path) -> None:
    store(draft, tmp_path).save(Review().with_note(OTHER))
    one = store(None, tmp_path)
    review, _ = one.save(Review().with_note(NOTE))
    merged, _ = one.moved(draft, "untitled-1").save(review)
    assert {note.id for note in merged.notes} == {"a", "b"}
