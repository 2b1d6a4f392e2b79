"""What a person who types, takes suggestions and ignores findings expects of one draft."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from rooms import Desk

from writer_assistant.analysis.finding import GAP, How, Kind
from writer_assistant.gui.ignore import IgnoreList
from writer_assistant.gui.lines import text_between, units
from writer_assistant.gui.session import DraftSession

SELFIE = "We are thrilled about our office."


def text_of(desk: Desk, start: int, end: int) -> str:
    return text_between(desk.session.document, start, end)


def check_positions(desk: Desk) -> None:
    for finding in desk.session.findings():
        assert text_of(desk, finding.start, finding.end) == finding.text


# Positions


@pytest.mark.parametrize(
    "before",
    [
        "",
        "🚀🚀 ",
        "👩‍👩‍👧 שלום ",
        "\u00a0x\u2028y ",
        "\ud83d lone \ude00 ",
        "a\x00b ",
        "e\u0301\n\nz ",
    ],
)
def test_findings_stand_at_their_words(desk: Desk, before: str) -> None:
    desk.write(f"{before}You leverage 😀 synergy.")
    assert desk.texts == ["leverage", "synergy"]
    check_positions(desk)


def test_the_text_comes_back_as_it_was_put_in(desk: Desk) -> None:
    text = "a\u00a0b\u2028c\n\n😀\x00 שלום\ttab\n"
    desk.write(text)
    assert desk.session.text() == text


def test_a_lone_surrogate_reads_as_one_replacement_character(desk: Desk) -> None:
    desk.write("a\ud83db 😀 leverage")
    assert desk.session.text() == "a\ufffdb 😀 leverage"
    assert desk.fake.drafts[1]["lines"] == ["a\ufffdb 😀 leverage"]
    check_positions(desk)


pieces = st.sampled_from(
    [
        "leverage",
        " ",
        "synergy ",
        "We go. ",
        "\n",
        "\n\n",
        "😀",
        "שלום ",
        "best",
        ". ",
        "x",
        "\ud83d",
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(start=st.lists(pieces, max_size=12), data=st.data())
def test_any_edits_end_as_if_the_text_had_been_opened(
    desk: Desk, start: list[str], data: st.DataObject
) -> None:
    """Edits, undo and redo at random, the engine answering at random: the end is the same."""
    session = desk.session
    session.set_waits_for_writer(False)
    desk.write("".join(start))
    for _ in range(data.draw(st.integers(1, 6))):
        cursor = desk.editor.textCursor()
        length = session.document.characterCount() - 1
        action = data.draw(st.sampled_from(["replace", "replace", "undo", "redo", "two edits"]))
        if action == "undo":
            session.document.undo()
        elif action == "redo":
            session.document.redo()
        else:
            # Drawn before the edit begins: a test that is given up must not leave it open.
            edits = [
                (
                    data.draw(st.integers(0, length)),
                    data.draw(st.integers(0, 9)),
                    "".join(data.draw(st.lists(pieces, max_size=3))),
                )
                for _ in range(1 + (action == "two edits"))
            ]
            cursor.beginEditBlock()
            for at, removed, text in edits:
                last = session.document.characterCount() - 1
                cursor.setPosition(min(at, last))
                cursor.setPosition(min(at + removed, last), cursor.MoveMode.KeepAnchor)
                cursor.insertText(text)
            cursor.endEditBlock()
        if data.draw(st.booleans()):
            desk.answer()
        check_positions(desk)
    desk.answer()
    check_positions(desk)
    assert desk.fake.drafts[1]["lines"] == session.text().split("\n")
    here = [(f.kind, f.start, f.end, f.text) for f in session.findings()]
    desk.write(session.text())
    assert here == [(f.kind, f.start, f.end, f.text) for f in session.findings()]


def test_an_answer_that_comes_late_finds_its_line(desk: Desk) -> None:
    desk.write("one\n\nYou leverage it.")
    desk.session._store.clear()
    mirror = desk.session._mirror
    assert mirror is not None
    paragraphs = [{"line": 2, "lines": 1, "length": 16, "findings": []}]
    revision = mirror._revision
    desk.put_caret(0)
    desk.editor.insertPlainText("zero\n\n")
    assert [p["line"] for p in mirror.rebased(revision, paragraphs)] == [4]


# What is shown


def test_the_word_being_typed_is_left_alone(desk: Desk) -> None:
    desk.write("You ")
    desk.put_caret(4)
    desk.type("leverage")
    assert desk.texts == []
    desk.type(" ")
    assert desk.texts == ["leverage"]


def test_leaving_the_word_with_the_caret_shows_its_mark(desk: Desk) -> None:
    desk.write("You , it")
    desk.put_caret(4)
    desk.type("leverage")
    assert desk.texts == []
    desk.put_caret(0)
    assert desk.texts == ["leverage"]


def test_moving_within_the_word_shows_nothing(desk: Desk) -> None:
    desk.write("You leverag it")
    desk.put_caret(11)
    desk.type("e")
    desk.put_caret(6)
    assert desk.texts == []


def test_the_sentence_being_typed_is_left_alone_until_its_full_stop(desk: Desk) -> None:
    desk.write("")
    desk.type(SELFIE[:-1] + " ")
    assert desk.texts == []
    desk.type("now.")
    assert desk.texts == ["We are thrilled about our office now."]


def test_a_pause_shows_the_unfinished_sentence_but_not_the_unfinished_word(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.write("")
    desk.session._pause_timer.setInterval(1)
    desk.type("We leverage")
    qtbot.waitUntil(lambda: desk.texts == ["We leverage"])


def test_others_are_shown_while_one_is_typed(desk: Desk) -> None:
    desk.write(f"{SELFIE}\n\nYou ")
    desk.put_caret(len(SELFIE) + 6)
    desk.type("leverage")
    assert desk.texts == [SELFIE]


def test_what_is_pasted_is_marked_at_once(desk: Desk) -> None:
    desk.editor.insertPlainText("We are thrilled about our new synergy")
    desk.answer()
    assert len(desk.texts) == 2


def test_without_waiting_everything_is_shown(desk: Desk) -> None:
    desk.session.set_waits_for_writer(False)
    desk.write("")
    desk.type("You leverage")
    assert desk.texts == ["leverage"]


def test_drafting_shows_strong_findings_only(desk: Desk) -> None:
    desk.write("The X200 has a battery. You leverage it.")
    assert len(desk.texts) == 2
    desk.session.set_mode("drafting")
    assert desk.texts == ["leverage"]
    desk.session.set_mode("review")
    assert len(desk.texts) == 2
    with pytest.raises(ValueError, match="other"):
        desk.session.set_mode("other")


def test_kinds_can_be_switched_off(desk: Desk) -> None:
    desk.write(f"{SELFIE} You leverage it.")
    desk.session.set_shown_kinds({Kind.JARGON})
    assert desk.texts == ["leverage"]


def test_findings_are_in_reading_order(desk: Desk) -> None:
    desk.write("You leverage it.\n\nWe are the best at synergy.\n\nFollow us!")
    assert desk.texts == [
        "leverage",
        "We are the best at synergy.",
        "best",
        "synergy",
        "Follow us!",
    ]


# Signals


def test_a_key_elsewhere_changes_no_finding(desk: Desk, qtbot: QtBot) -> None:
    desk.write("You leverage it.\n\nNothing here")
    qtbot.waitUntil(lambda: not desk.session._findings_timer.isActive())
    told: list[bool] = []
    desk.session.findings_changed.connect(lambda: told.append(True))
    desk.put_caret(desk.session.document.characterCount() - 1)
    before = desk.session.findings()
    desk.type(" at all")
    desk.put_caret(0)
    desk.editor.insertPlainText("\n")
    desk.answer()
    qtbot.wait(0)
    assert not told
    assert desk.session.findings() == before
    check_positions(desk)


def test_a_new_finding_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.write("You ")
    with qtbot.waitSignal(desk.session.findings_changed):
        desk.put_caret(4)
        desk.type("leverage it")


def test_scores_are_told(desk: Desk) -> None:
    desk.write("One two three.")
    assert desk.session.scores.words == 3
    assert desk.session.scores.customer_first is True
    assert desk.session.scores.analysed == 1.0


# The current finding


def test_next_and_previous_walk_from_the_caret_and_round(desk: Desk) -> None:
    desk.write("You leverage it. The best. No synergy.")
    desk.put_caret(14)
    walked = [desk.session.next_finding() for _ in range(4)]
    assert [f and f.text for f in walked] == ["best", "synergy", "leverage", "best"]
    assert desk.editor.textCursor().position() == walked[-1].start  # type: ignore[union-attr]
    back = [desk.session.previous_finding() for _ in range(2)]
    assert [f and f.text for f in back] == ["leverage", "synergy"]


def test_walking_visits_findings_that_begin_at_the_same_place(desk: Desk) -> None:
    desk.write("Our leverage. Follow us to leverage it.")
    texts = [desk.session.next_finding().text for _ in range(4)]  # type: ignore[union-attr]
    assert texts == ["Our leverage.", "leverage", "Follow us to leverage it.", "leverage"]


def test_nothing_to_walk_to(desk: Desk) -> None:
    desk.write("Fine.")
    assert desk.session.next_finding() is None
    assert desk.session.previous_finding() is None


def test_the_caret_makes_a_finding_current_and_lets_it_go(desk: Desk, qtbot: QtBot) -> None:
    desk.write("You leverage it.")
    with qtbot.waitSignal(desk.session.current_changed):
        desk.put_caret(6)
    assert desk.session.current is desk.finding("leverage")
    with qtbot.waitSignal(desk.session.current_changed):
        desk.put_caret(0)
    assert desk.session.current is None


def test_a_current_finding_that_is_edited_is_current_no_more(desk: Desk) -> None:
    desk.write("You leverage it.")
    desk.put_caret(6)
    desk.type("x")
    assert desk.session.current is None


# Suggestions


def suggestion(desk: Desk, text: str, how: How):  # type: ignore[no-untyped-def]
    finding = desk.finding(text)
    if desk.session.suggestions_for(finding) is None:
        desk.answer()
    return next(s for s in desk.session.suggestions_for(finding) or () if s.how is how)


def test_suggestions_are_asked_for_once_and_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.write("😀\n\nYou leverage it.")
    finding = desk.finding("leverage")
    assert desk.session.suggestions_for(finding) is None
    assert desk.session.suggestions_for(finding) is None
    with qtbot.waitSignal(desk.session.suggestions_changed):
        desk.answer()
    found = desk.session.suggestions_for(finding)
    assert found is not None
    assert [s.text for s in found] == ["use", ""]
    assert found[0].original == "leverage"
    mirror = desk.session._mirror
    assert mirror is not None
    assert mirror.take_message() is None


def test_using_a_suggestion_is_one_undo(desk: Desk) -> None:
    desk.write("😀 You leverage it.")
    assert desk.session.apply(suggestion(desk, "leverage", How.PLAIN))
    assert desk.session.text() == "😀 You use it."
    assert desk.editor.textCursor().position() == units("😀 You use")
    desk.editor.undo()
    assert desk.session.text() == "😀 You leverage it."
    assert not desk.session.document.isModified()
    desk.editor.redo()
    assert desk.session.text() == "😀 You use it."


def test_the_caret_goes_to_the_gap_and_selects_it(desk: Desk) -> None:
    desk.write(f"😀. {SELFIE} More.")
    assert desk.session.apply(suggestion(desk, SELFIE, How.FLIP))
    assert desk.session.text() == f"😀. You get {GAP} today. More."
    assert desk.editor.textCursor().selectedText() == GAP


@pytest.mark.parametrize(
    ("text", "finding", "left"),
    [
        ("You leverage it.", "leverage", "You it."),
        ("leverage it.", "leverage", "it."),
        ("You use leverage", "leverage", "You use"),
        ("It is the best.", "best", "It is the."),
        ("It is best, they say.", "best", "It is, they say."),
        (f"{SELFIE} More.", SELFIE, "More."),
        (f"Before. {SELFIE}", SELFIE, "Before."),
        (f"Before. {SELFIE} More.", SELFIE, "Before. More."),
        (f"One.\n\n{SELFIE}\n\nTwo.", SELFIE, "One.\n\nTwo."),
        (f"{SELFIE}\n\nTwo.", SELFIE, "Two."),
        (f"One.\n\n{SELFIE}", SELFIE, "One."),
        ("- one\n- leverage\n- three", "leverage", "- one\n- three"),
        ("leverage", "leverage", ""),
    ],
)
def test_a_removal_leaves_nothing_over(desk: Desk, text: str, finding: str, left: str) -> None:
    desk.write(text)
    assert desk.session.apply(suggestion(desk, finding, How.REMOVE))
    assert desk.session.text() == left
    desk.editor.undo()
    assert desk.session.text() == text


def test_a_suggestion_is_not_used_where_its_text_is_gone(desk: Desk) -> None:
    desk.write(f"{SELFIE}")
    old = suggestion(desk, SELFIE, How.FLIP)
    desk.put_caret(5)
    desk.type("x")
    text = desk.session.text()
    assert not desk.session.apply(old)
    assert desk.session.text() == text


def test_a_suggestion_follows_edits_before_it(desk: Desk) -> None:
    desk.write("One.\n\nYou leverage it.")
    old = suggestion(desk, "leverage", How.PLAIN)
    desk.put_caret(0)
    desk.editor.insertPlainText("😀 zero\n\n")
    assert desk.session.apply(old)
    assert desk.session.text() == "😀 zero\n\nOne.\n\nYou use it."


def test_an_answer_about_an_older_text_is_not_kept(desk: Desk) -> None:
    desk.write("You leverage it.")
    finding = desk.finding("leverage")
    assert desk.session.suggestions_for(finding) is None
    desk.put_caret(0)
    desk.type("N")
    assert desk.session.suggestions_for(finding) is None


def test_other_settings_make_other_suggestions(desk: Desk, qtbot: QtBot) -> None:
    desk.write("You leverage it.")
    suggestion(desk, "leverage", How.PLAIN)
    with qtbot.waitSignal(desk.session.suggestions_changed):
        desk.client.set_settings(persona=None, authors=["Norwick"])
    assert desk.session.suggestions_for(desk.finding("leverage")) is None


def test_without_an_engine_there_are_none(qtbot: QtBot) -> None:
    session = DraftSession()
    session.set_text("You leverage it.")
    assert session.findings() == []
    assert session.engine_state == "failed"
    session.close()


# Ignoring


def test_ignoring_this_one(desk: Desk) -> None:
    desk.write("You leverage one thing. They leverage another thing.")
    desk.session.ignore(desk.session.findings()[1], "here", "it is literal")
    assert [f.start for f in desk.session.findings()] == [4]
    (item,) = desk.session.ignored()
    assert (item.scope, item.text, item.reason) == ("here", "leverage", "it is literal")
    desk.session.restore(item)
    assert len(desk.session.findings()) == 2
    assert not desk.session.ignored()


def test_ignoring_survives_edits_around_it(desk: Desk) -> None:
    desk.write("You leverage one thing. They leverage another thing.")
    desk.session.ignore(desk.session.findings()[1], "here")
    desk.put_caret(24)
    desk.type("And ")
    desk.put_caret(desk.session.document.characterCount() - 2)
    desk.type(" or so")
    assert [f.start for f in desk.session.findings()] == [4]


def test_ignoring_these_words_and_a_kind(desk: Desk) -> None:
    desk.write("You leverage it. They leverage it. No synergy. The best.")
    desk.session.ignore(desk.finding("leverage"), "phrase")
    assert desk.texts == ["synergy", "best"]
    desk.session.ignore(desk.finding("synergy"), "kind")
    assert desk.texts == ["best"]


def test_ignoring_survives_a_restart_and_a_new_name(desk: Desk, tmp_path: Path) -> None:
    desk.write("You leverage it.")
    desk.session.ignore(desk.finding("leverage"), "here")
    desk.session.set_path(tmp_path / "post.md")
    desk.session.close()
    again = DraftSession()
    again.set_path(tmp_path / "post.md")
    assert [item.text for item in again.ignored()] == ["leverage"]
    assert again.title == "post.md"


def test_a_broken_list_is_told(desk: Desk, tmp_path: Path) -> None:
    path = IgnoreList(str(tmp_path / "post.md")).path
    path.parent.mkdir(parents=True)
    path.write_text("{")
    desk.session.set_path(tmp_path / "post.md")
    ((what, where, remedy),) = desk.problems
    assert "cannot be understood" in what
    assert where.endswith(".json")
    assert remedy


# The draft itself


def test_opening_a_text_can_not_be_undone_and_is_no_change(desk: Desk) -> None:
    desk.write("one")
    desk.type("x")
    assert desk.session.document.isModified()
    desk.write("two")
    assert not desk.session.document.isModified()
    assert not desk.session.document.isUndoAvailable()
    assert desk.session.text() == "two"


def test_each_change_raises_the_revision(desk: Desk) -> None:
    before = desk.session.revision
    desk.type("a")
    assert desk.session.revision == before + 1
    desk.editor.undo()
    assert desk.session.revision == before + 2


def test_plain_text_is_told_to_the_engine(desk: Desk, tmp_path: Path) -> None:
    mirror = desk.session._mirror
    assert mirror is not None
    desk.session.set_path(tmp_path / "notes.TXT")
    message = mirror.take_message()
    assert message is not None
    assert message["markup"] is False


def test_after_the_engine_forgot_everything_it_is_told_again(desk: Desk) -> None:
    desk.write("You leverage it.")
    mirror = desk.session._mirror
    assert mirror is not None
    mirror.start_anew()
    desk.fake.drafts.clear()
    desk.answer()
    assert desk.fake.drafts[1]["lines"] == ["You leverage it."]
    assert desk.texts == ["leverage"]


def test_a_very_long_line(desk: Desk) -> None:
    text = "leverage " * 20_000
    desk.write(text)
    assert len(desk.session.findings()) == 20_000
    desk.put_caret(0)
    desk.editor.insertPlainText("x ")
    desk.answer()
    check = desk.session.findings()[-1]
    assert text_of(desk, check.start, check.end) == "leverage"


def test_word_lists_of_a_new_engine_do_not_replace_grammar(desk: Desk) -> None:
    desk.write(f"{SELFIE}\n\nFine.")
    mirror = desk.session._mirror
    assert mirror is not None
    mirror.start_anew()
    desk.fake.drafts.clear()
    while mirror.take_message() is not None:
        pass
    length = len(SELFIE)
    mirror.receive(
        {
            "say": "findings",
            "revision": mirror._revision,
            "grammar": False,
            "paragraphs": [{"line": 0, "lines": 1, "length": length, "findings": []}],
        }
    )
    assert desk.texts == [SELFIE]
