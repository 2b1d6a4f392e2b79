"""Notes and decisions follow the edits, the undoing and the draft's file, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot
from rooms import Desk

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.places import Place
from writer_assistant.gui.review_notes import DraftReview
from writer_assistant.review.file import beside, load_review
from writer_assistant.review.model import Decided

TEXT = "You know 🚂 trains. We are thrilled.\n\nYou leverage synergy here. Call us."


class Reviewed:
    """A draft in a file, with its review."""

    def __init__(self, desk: Desk, path: Path | None) -> None:
        self.desk = desk
        self.file = DraftFile(desk.session)
        if path is not None:
            self.file.open(path)
        desk.answer()
        self.review = DraftReview(desk.session, self.file, lambda: "Ana", desk.session)
        self.told: list[object] = []
        self.review.problem.connect(self.told.append)

    def note(self, words: str, text: str = "Why?") -> str:
        # In UTF-16 units; one emoji stands in front of everything.
        at = self.desk.session.text().index(words)
        at += sum(letter > "\uffff" for letter in self.desk.session.text()[:at])
        return self.review.add_note(text, at, at + len(words))

    def place(self, id_: str) -> str | None:
        (live,) = (live for live in self.review.entries() if live.entry.id == id_)
        if live.span is None:
            return None
        assert live.place is not None
        return live.place.text

    def replace(self, words: str, new: str) -> None:
        document = self.desk.session.document
        cursor = document.find(words)
        assert not cursor.isNull()
        cursor.insertText(new)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    draft = tmp_path / "post.md"
    draft.write_text(TEXT, "utf-8")
    return draft


@pytest.fixture
def reviewed(desk: Desk, path: Path) -> Reviewed:
    return Reviewed(desk, path)


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[Reviewed], None]:
    """Waits until edits are looked at."""

    def wait(reviewed: Reviewed) -> None:
        qtbot.waitUntil(lambda: not reviewed.review._timer.isActive())

    return wait


def test_a_note_is_kept_beside_the_draft(reviewed: Reviewed, path: Path) -> None:
    reviewed.note("are thril", "What does she get?")
    (note,) = load_review(beside(path)).notes
    assert (note.text, note.by) == ("What does she get?", "Ana")
    assert note.anchor.text == "are thrilled"
    assert note.anchor.before == ("know", "trains", "we")


def test_a_note_on_nothing_is_about_the_whole(reviewed: Reviewed, path: Path) -> None:
    reviewed.note("synergy")
    line = reviewed.desk.session.document.findBlockByNumber(1)
    assert line.text() == ""
    id_ = reviewed.review.add_note("Too long.", line.position(), line.position())
    assert load_review(beside(path)).note(id_).anchor.text == ""
    assert reviewed.review.entries()[0].entry.id == id_


def test_answers_and_ticks(reviewed: Reviewed, path: Path) -> None:
    id_ = reviewed.note("synergy")
    reviewed.review.answer(id_, "Because.")
    reviewed.review.set_done(id_, True)
    reviewed.review.change_note(id_, "Why, please?")
    (note,) = load_review(beside(path)).notes
    assert (note.text, note.done) == ("Why, please?", True)
    assert [(answer.text, answer.by) for answer in note.answers] == [("Because.", "Ana")]
    reviewed.review.remove(id_)
    assert load_review(beside(path)).notes == ()


def test_it_follows_edits_around_and_inside(reviewed: Reviewed) -> None:
    id_ = reviewed.note("You leverage synergy")
    reviewed.replace("You know", "Nobody at all knows")
    assert reviewed.place(id_) == "You leverage synergy"
    reviewed.replace(" here", ", once more, here")
    assert reviewed.place(id_) == "You leverage synergy"
    reviewed.replace("leverage", "use")
    assert reviewed.place(id_) == "You use synergy"
    reviewed.desk.session.document.undo()
    assert reviewed.place(id_) == "You leverage synergy"


def test_what_is_written_in_its_place_belongs_to_it(
    reviewed: Reviewed, settled: Callable[[Reviewed], None]
) -> None:
    id_ = reviewed.note("We are thrilled.")
    cursor = reviewed.desk.session.document.find("We are thrilled.")
    cursor.removeSelectedText()
    assert reviewed.place(id_) is None
    cursor.insertText("It opens on Monday.")
    settled(reviewed)
    assert reviewed.place(id_) == "It opens on Monday."
    (live,) = reviewed.review.entries()
    assert live.is_rewritten


def test_words_moved_elsewhere_are_found_there(
    reviewed: Reviewed, settled: Callable[[Reviewed], None]
) -> None:
    id_ = reviewed.note("You leverage synergy here.")
    reviewed.replace("You leverage synergy here. ", "")
    QTextCursor(reviewed.desk.session.document).insertText("You leverage synergy here. ")
    settled(reviewed)
    (live,) = reviewed.review.entries()
    assert not live.is_rewritten
    assert live.span[0] == 0
    assert reviewed.place(id_) == "You leverage synergy here."


def test_the_next_one_finds_rewritten_words(
    reviewed: Reviewed, path: Path, desk: Desk, qtbot: QtBot
) -> None:
    id_ = reviewed.note("We are thrilled.")
    reviewed.replace("We are thrilled.", "It opens on Monday, at six.")
    assert reviewed.file.save()
    (note,) = load_review(beside(path)).notes
    assert note.anchor.text == "We are thrilled."
    again = DraftReview(desk.session, reviewed.file, lambda: "Ben", desk.session)
    (live,) = again.entries()
    assert live.entry.id == id_
    assert live.place.text == "It opens on Monday, at six."


def use_first(reviewed: Reviewed, words: str) -> None:
    session = reviewed.desk.session
    finding = reviewed.desk.finding(words)
    session.set_current(finding)
    session.suggestions_for(finding)
    reviewed.desk.answer()
    suggestions = session.suggestions_for(finding)
    assert suggestions
    assert session.apply(suggestions[0])


def test_a_suggestion_that_is_used_is_a_decision_and_undo_takes_it_back(
    reviewed: Reviewed, path: Path, qtbot: QtBot
) -> None:
    reviewed.review.begin()
    use_first(reviewed, "leverage")
    (made,) = load_review(beside(path)).decisions
    assert (made.what, made.kind, made.was, made.anchor.text) == (
        Decided.USED,
        Kind.JARGON,
        "leverage",
        "use",
    )
    document = reviewed.desk.session.document
    document.undo()
    qtbot.waitUntil(lambda: load_review(beside(path)).decisions == ())
    document.redo()
    qtbot.waitUntil(lambda: load_review(beside(path)).decisions == (made,))


def test_outside_a_review_nothing_is_recorded(reviewed: Reviewed, path: Path) -> None:
    use_first(reviewed, "leverage")
    reviewed.desk.session.ignore(reviewed.desk.finding("synergy"), "here", "Ours.")
    assert not beside(path).exists()


def test_an_ignored_finding_is_a_decision_until_it_is_shown_again(
    reviewed: Reviewed, path: Path
) -> None:
    reviewed.review.begin()
    session = reviewed.desk.session
    session.ignore(reviewed.desk.finding("synergy"), "here", "Her word.")
    (made,) = load_review(beside(path)).decisions
    assert (made.what, made.anchor.text, made.reason) == (Decided.IGNORED, "synergy", "Her word.")
    session.restore(session.ignored()[0])
    assert load_review(beside(path)).decisions == ()


def test_the_figures_of_the_beginning(reviewed: Reviewed, path: Path) -> None:
    reviewed.review.begin()
    assert reviewed.review.review.baseline is not None
    assert not beside(path).exists()  # looking leaves nothing behind
    use_first(reviewed, "leverage")
    reviewed.desk.answer()
    baseline = load_review(beside(path)).baseline
    assert baseline is not None
    assert (baseline.count(Kind.JARGON), baseline.focus, baseline.reading_grade) == (2, 0.5, 7.5)
    assert reviewed.review.figures().count(Kind.JARGON) == 1
    reviewed.review.end()
    reviewed.review.begin()
    assert reviewed.review.review.baseline == baseline
    reviewed.review.measure_anew()
    assert reviewed.review.review.baseline.count(Kind.JARGON) == 1


def test_figures_wait_until_the_draft_is_read(desk: Desk, path: Path) -> None:
    file = DraftFile(desk.session)
    file.open(path)
    review = DraftReview(desk.session, file, lambda: "Ana", desk.session)
    review.begin()
    assert review.review.baseline is None
    desk.answer()
    assert review.review.baseline is not None


def test_a_file_that_is_broken_is_told_and_left(desk: Desk, path: Path) -> None:
    beside(path).write_text("format = ")
    told: list[object] = []
    file = DraftFile(desk.session)
    file.open(path)
    review = DraftReview(desk.session, file, lambda: "Ana", desk.session)
    review.problem.connect(told.append)
    review.add_note("Kept", 0, 8)
    assert len(told) == 1
    assert beside(path).read_text() == "format = "
    again = DraftReview(desk.session, file, lambda: "Ana", desk.session)
    assert [live.entry.text for live in again.entries()] == ["Kept"]


def test_a_draft_that_is_saved_takes_its_review_along(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.write(TEXT)
    reviewed = Reviewed(desk, None)
    reviewed.review.begin()
    reviewed.note("synergy")
    path = tmp_path / "new.md"
    assert reviewed.file.save_as(path)
    qtbot.wait(1)
    assert [note.text for note in load_review(beside(path)).notes] == ["Why?"]
    assert reviewed.review.is_on
    other = tmp_path / "other.md"
    other.write_text("Other", "utf-8")
    with qtbot.waitSignal(reviewed.review.changed):
        reviewed.file.open(other)
    assert reviewed.review.entries() == []
    assert not reviewed.review.is_on
    assert not beside(other).exists()


def test_two_windows_at_one_review(reviewed: Reviewed, desk: Desk) -> None:
    other = DraftReview(desk.session, reviewed.file, lambda: "Ben", desk.session)
    first = reviewed.note("synergy")
    second = other.add_note("Mine", 0, 8)
    assert {live.entry.id for live in other.entries()} == {first, second}
    assert all(live.span is not None for live in other.entries())


def test_looking_at_a_draft_leaves_no_file(reviewed: Reviewed, path: Path) -> None:
    reviewed.review.begin()
    reviewed.review.end()
    reviewed.review.close()
    assert not beside(path).exists()


EDITS = st.lists(
    st.tuples(
        st.integers(0, 60), st.integers(0, 12), st.sampled_from(["", "x", "🚂 ", "\n", "שלום"])
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS, st.integers(0, 30), st.integers(0, 30))
def test_a_place_stays_inside_the_draft(
    qtbot: QtBot, edits: list[tuple[int, int, str]], start: int, length: int
) -> None:
    document = QTextDocument()
    document.setPlainText(TEXT)
    place = Place(document, start, start + length)
    for at, removed, added in edits:
        last = document.characterCount() - 1
        cursor = QTextCursor(document)
        cursor.setPosition(min(at, last))
        cursor.setPosition(min(at + removed, last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(added)
        low, high = place.span
        assert 0 <= low <= high <= document.characterCount() - 1
        assert isinstance(place.text, str)
    while document.isUndoAvailable():
        document.undo()
    assert place.span[0] <= place.span[1]
