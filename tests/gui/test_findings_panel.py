import random

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.analysis.finding import How, Kind, Severity, Source
from writer_assistant.gui.findings_panel import FindingsModel, bare_words
from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.suggestion_row import breakable, day_of, source_line

DRAFT = "We are proud.\nWe leverage synergy.\nFollow us today!\nIt has a battery."


class Fake:
    """As much of a finding as a row needs."""

    def __init__(self, text: str) -> None:
        self.kind, self.severity = Kind.JARGON, Severity.STRONG
        self.text, self.message, self.reason = text, "Buzzword", "A reason."


def test_the_model_follows_any_change_row_by_row(qtmodeltester: ModelTester) -> None:
    model = FindingsModel()
    qtmodeltester.check(model)
    chance = random.Random(5)
    shown: list[object] = []
    follower: list[object] = []
    model.rowsAboutToBeRemoved.connect(lambda _, a, b: follower.__delitem__(slice(a, b + 1)))

    def inserted(_parent: QModelIndex, first: int, last: int) -> None:
        follower[first:first] = list(model.findings)[first : last + 1]

    model.rowsInserted.connect(inserted)
    for _ in range(200):
        at = chance.randint(0, len(shown))
        gone = chance.randint(0, 3)
        shown = [
            *shown[:at],
            *(Fake("x") for _ in range(chance.randint(0, 3))),
            *shown[at + gone :],
        ]
        model.set_findings(list(shown))  # type: ignore[arg-type]
        assert list(model.findings) == shown == follower


def test_what_stays_is_left_alone(qtbot: QtBot) -> None:
    model = FindingsModel()
    findings = [Fake(str(number)) for number in range(5000)]
    model.set_findings(findings)  # type: ignore[arg-type]
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    model.set_findings(findings[:2500] + findings[2501:])  # type: ignore[arg-type]
    assert removed == [(2500, 2500)]


def rows(model: QAbstractItemModel, role: int) -> list[str]:
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_findings_stand_in_reading_order_with_counts(room: Room) -> None:
    room.write(DRAFT)
    panel = room.window.panel.findings
    assert room.texts == [
        "We are proud.", "We leverage synergy.", "leverage", "synergy", "Follow us today!",
    ]  # fmt: skip
    assert {kind.value: chip.count for kind, chip in panel.chips.items()} == {
        "self-centered": 2, "feature-first": 0, "jargon": 2, "empty-claim": 0, "bare-ask": 1,
    }  # fmt: skip
    assert room.window.panel.tabs.tabText(0) == "Fin&dings (5)"


def test_a_screen_reader_hears_kind_severity_words_and_message(room: Room) -> None:
    room.write("We are proud.")
    model = room.window.panel.findings.model
    assert rows(model, Qt.ItemDataRole.AccessibleTextRole) == [
        "Self-centered, strong: We are proud.. Found self-centered"
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We have a **best-in-class** team.", "We have a best-in-class team."),
        ("Follow us](https://x.example) and\nshare!", "Follow us and share!"),
        ("[our office](https://x.example) _opens_", "our office opens"),
        ("snake_case, 2 * 3 and […]", "snake_case, 2 * 3 and […]"),
    ],
)
def test_the_list_shows_words_without_markup(text: str, shown: str) -> None:
    assert bare_words(text) == shown


def test_words_filter_the_list_and_not_the_draft(room: Room) -> None:
    room.write(DRAFT)
    panel = room.window.panel.findings
    panel.filter_field.setText("LEVER")
    assert room.texts == ["We leverage synergy.", "leverage"]
    assert len(room.session.findings()) == 5
    panel.filter_field.setText("nowhere")
    assert panel.empty.text() == "No finding has these words."
    panel.filter_field.clear()
    assert len(room.texts) == 5


def test_a_click_makes_a_finding_current_and_the_draft_another(room: Room, qtbot: QtBot) -> None:
    room.write(DRAFT)
    panel = room.window.panel.findings
    place = panel.list.visualRect(panel.model.index(2, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.session.current is not None
    assert room.session.current.text == "leverage"
    assert room.window.caret == DRAFT.index("leverage")
    room.window.put_caret(3)
    assert panel.list.currentIndex().row() == 0


def test_a_finding_that_goes_does_not_make_another_current(room: Room) -> None:
    room.write(DRAFT)
    room.session.set_waits_for_writer(False)
    room.press("F8")
    room.press("F8")
    assert room.session.current is not None
    cursor = room.editor.textCursor()
    cursor.select(cursor.SelectionType.LineUnderCursor)
    room.editor.setTextCursor(cursor)
    room.type("x")
    assert room.session.current is None
    assert room.window.panel.card.isHidden()


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "Write or paste a draft."), ("Your shop opens at six.", "Nothing to mark.")],
)
def test_an_empty_list_says_why(room: Room, text: str, words: str) -> None:
    room.client._set_state("ready")
    room.write(text)
    room.answer()
    assert room.window.panel.findings.empty.text().startswith(words)


@pytest.mark.parametrize(
    ("state", "words"),
    [("starting", "Reading your draft…"), ("failed", "The analysis stopped.")],
)
def test_an_engine_that_does_not_answer_is_no_praise(room: Room, state: str, words: str) -> None:
    room.client._set_state(state)
    room.write("Your shop opens at six.")
    assert room.window.panel.findings.empty.text().startswith(words)


def test_a_double_click_shows_one_kind_alone(room: Room, qtbot: QtBot) -> None:
    room.write(DRAFT)
    chip = room.window.panel.findings.chips[Kind.BARE_ASK]
    qtbot.mouseDClick(chip, Qt.MouseButton.LeftButton)
    room.answer()
    assert room.texts == ["Follow us today!"]
    assert room.workspace.settings["shown_kinds"] == ("bare-ask",)


# The card


def test_the_card_says_what_why_and_what_instead(room: Room) -> None:
    room.write("We are proud.")
    room.press("F8")
    card = room.window.panel.card
    assert not card.isHidden()
    assert card.heading.text() == "Self-centered"
    assert card.words.text() == "“We are proud.”"
    assert card.reason.text() == "“We are proud.” is self-centered."
    assert [suggestion.text for suggestion in card.suggestions] == ["You get […] today.", ""]
    assert card.rows[0].source.text() == "Your sentence, turned round\nYou fill in […]"
    assert card.rows[1].text.text() == "We are proud."
    assert card.rows[1].text.font().strikeOut()
    assert card.rows[1].source.text() == "Leave it out"


def test_a_button_uses_its_suggestion_in_one_step_of_undo(room: Room) -> None:
    room.write("We are proud. It is six.")
    room.press("F8")
    room.window.panel.card.rows[0].button.click()
    assert room.session.text() == "You get […] today. It is six."
    room.do("undo")
    assert room.session.text() == "We are proud. It is six."


@pytest.mark.parametrize(
    ("command", "left"),
    [
        ("ignore_here", ["We are proud.", "best"]),
        ("ignore_phrase", ["best"]),
        ("ignore_kind", ["best"]),
    ],
)
def test_ignoring_is_for_here_a_phrase_or_a_kind(room: Room, command: str, left: list[str]) -> None:
    room.write("One. We are proud.\nTwo. We are proud. It is best.")
    room.press("F8")
    room.do(command)
    assert room.texts == left


def test_small_panels_show_the_card_in_the_list_s_place(room: Room, qtbot: QtBot) -> None:
    room.write(DRAFT)
    room.window.resize(700, 450)
    qtbot.waitUntil(lambda: room.window.panel.height() < 430)
    room.press("F8")
    assert room.window.panel.findings.isHidden()
    room.window.panel.card._back.click()
    assert not room.window.panel.findings.isHidden()
    assert room.session.current is None


def suggestion(how: How, source: Source | None = None, text: str = "New.") -> LiveSuggestion:
    return LiveSuggestion(LiveFinding.__new__(LiveFinding), text, how, source, "Old.")


@pytest.mark.parametrize(
    ("how", "source", "line"),
    [
        (How.FLIP, None, "Your sentence, turned round"),
        (
            How.PAIN,
            Source("Olga, lead", "pain:broken-goods", None, "On the floor!", "Kim", "2026-03-04"),
            "Problem · Olga · broken goods\n“On the floor!” – heard by Kim, 4 March 2026",
        ),
        (How.GAIN, Source("Olga", "gain:calm"), "Wish · Olga · calm"),
        (
            How.QUESTION,
            Source("Olga", "question:proof", None, None, None, "in spring"),
            "Question · Olga · proof\nin spring",
        ),
    ],
)
def test_every_suggestion_says_where_it_comes_from(
    how: How, source: Source | None, line: str
) -> None:
    assert source_line(suggestion(how, source)) == line


def test_long_words_get_places_to_break() -> None:
    assert breakable("short words stay") == "short words stay"
    broken = breakable("w" * 100)
    assert broken.replace("\u200b", "") == "w" * 100
    assert max(map(len, broken.split("\u200b"))) <= 22


@pytest.mark.parametrize(("iso", "day"), [("2026-12-01", "1 December 2026"), ("", ""), ("x", "x")])
def test_days_are_written_as_people_do(iso: str, day: str) -> None:
    assert day_of(iso) == day


@pytest.mark.parametrize("height", [520, 560, 620])
def test_the_chips_keep_all_their_rows_in_a_low_panel(
    room: Room, qtbot: QtBot, height: int
) -> None:
    room.window.resize(660, height)
    room.write("We are proud. " * 20)
    room.press("F8")
    chips = room.window.panel.findings.chips.values()
    (holder,) = {chip.parentWidget() for chip in chips}
    assert holder is not None
    qtbot.waitUntil(lambda: holder.height() >= max(chip.geometry().bottom() for chip in chips))
