"""The editor: what is painted, hovered, clicked and dropped, and what is left alone."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QPalette,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot
from rooms import Desk
from shiboken6 import isValid

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.finding_menu import add_finding
from writer_assistant.gui.highlights import DARK, LIGHT, MarkStyle, is_mixed, line_rect, stretches
from writer_assistant.gui.session import DraftSession

TEST_STYLES = {
    kind: MarkStyle(QColor.fromHsv(hue, 255, 200), LIGHT[kind].line)
    for kind, hue in zip(Kind, (300, 180, 240, 120, 210), strict=True)
}
"""Colours that no emoji has."""


def colours(desk: Desk, start: int, end: int) -> set[Kind]:
    """Return the kinds whose colours are painted below the units of the first paragraph."""
    editor = desk.editor
    image = editor.viewport().grab().toImage()
    block = desk.session.document.firstBlock()
    origin = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).topLeft()
    found = set()
    for line, left, right in stretches(block, start, end, mixed=is_mixed(block)):
        box = line_rect(line, left, right, origin)
        for x in range(int(box.left()) + 1, int(box.right())):
            for y in range(int(box.top() + line.ascent()), int(box.bottom()) + 1):
                pixel = image.pixelColor(x, y)
                # Blended with the white ground a colour keeps its hue.
                if pixel.saturation() > 60:
                    found |= {
                        kind
                        for kind, style in TEST_STYLES.items()
                        if abs(pixel.hue() - style.colour.hue()) < 8
                    }
    return found


@pytest.fixture
def painted(desk: Desk, qtbot: QtBot) -> Desk:
    desk.editor.setCursorWidth(0)
    desk.editor.set_mark_styles(TEST_STYLES)
    font = desk.editor.font()
    font.setPixelSize(20)
    desk.editor.setFont(font)
    desk.editor.show()
    qtbot.waitExposed(desk.editor)
    return desk


@pytest.mark.parametrize("before", ["", "😀 👩‍👩‍👧 ", "שלום "])
def test_a_mark_is_below_its_words_and_nowhere_else(painted: Desk, before: str) -> None:
    painted.write(f"{before}You leverage it.")
    (finding,) = painted.session.findings()
    assert colours(painted, finding.start, finding.end) == {Kind.JARGON}
    assert colours(painted, 0, finding.start - 1) == set()


def test_a_mark_in_text_from_right_to_left(painted: Desk) -> None:
    painted.write("שלום עולם leverage של עולם")
    (finding,) = painted.session.findings()
    assert colours(painted, finding.start, finding.end) == {Kind.JARGON}
    assert colours(painted, 0, 9) == set()
    assert colours(painted, 19, 25) == set()


def test_words_stand_out_of_their_sentence(painted: Desk) -> None:
    painted.write("We leverage the best.")
    assert colours(painted, 3, 11) == {Kind.JARGON}
    assert colours(painted, 16, 20) == {Kind.EMPTY_CLAIM}
    assert colours(painted, 0, 2) == {Kind.SELF_CENTERED}


def test_highlights_can_be_switched_off(painted: Desk) -> None:
    painted.write("You leverage it.")
    painted.editor.set_highlights_shown(False)
    assert not painted.editor.highlights_shown
    assert colours(painted, 4, 12) == set()
    painted.editor.set_highlights_shown(True)
    assert colours(painted, 4, 12) == {Kind.JARGON}


def test_nothing_is_marked_while_composing(painted: Desk) -> None:
    painted.write("You leverage it.")
    revision = painted.session.revision
    QApplication.sendEvent(painted.editor, QInputMethodEvent("にほ", []))
    assert colours(painted, 0, 16) == set()
    assert painted.session.revision == revision
    QApplication.sendEvent(painted.editor, QInputMethodEvent())
    assert colours(painted, 4, 12) == {Kind.JARGON}


def test_what_was_composed_is_text_like_any_other(desk: Desk) -> None:
    desk.write("You leverage it.")
    desk.put_caret(4)
    revision = desk.session.revision
    composed = QInputMethodEvent("", [])
    composed.setCommitString("日本 ")
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほ", []))
    QApplication.sendEvent(desk.editor, composed)
    desk.answer()
    assert desk.session.text() == "You 日本 leverage it."
    assert desk.session.revision > revision
    (finding,) = desk.session.findings()
    assert finding.start == 7


def test_marks_follow_a_dark_palette(painted: Desk) -> None:
    painted.editor.set_mark_styles(None)
    assert painted.editor.mark_styles is LIGHT
    palette = QPalette(painted.editor.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    painted.editor.setPalette(palette)
    assert painted.editor.mark_styles is DARK
    painted.editor.set_mark_styles(LIGHT)
    assert painted.editor.mark_styles is LIGHT


def test_the_document_knows_nothing_of_marks(painted: Desk) -> None:
    painted.write("We leverage the best.")
    painted.put_caret(5)
    painted.editor.grab()
    document = painted.session.document
    assert not document.isModified()
    assert not document.isUndoAvailable()
    assert document.firstBlock().layout().formats() == []
    painted.editor.selectAll()
    painted.editor.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "We leverage the best."


def test_a_mark_goes_at_the_key_that_touches_it(painted: Desk, qtbot: QtBot) -> None:
    painted.write("You leverage it.")
    painted.put_caret(8)
    qtbot.keyClicks(painted.editor, "x")
    assert colours(painted, 4, 13) == set()


def test_twenty_thousand_slots_and_paint_events(painted: Desk) -> None:
    """A binding that loses a reference at each of them ends the process before Python 3.12."""
    painted.write("You leverage it.")
    editor = painted.editor
    viewport = editor.viewport()
    before = sys.getrefcount(None)
    for number in range(10_000):
        painted.session.marks_changed.emit(0, 5)
        if number % 10 == 0:
            viewport.repaint()
        editor.cursorPositionChanged.emit()
    if sys.version_info < (3, 12):
        assert abs(sys.getrefcount(None) - before) < 2_000


def test_the_caret_entering_a_finding_makes_it_current(desk: Desk) -> None:
    desk.write("You leverage it.")
    desk.put_caret(7)
    assert desk.session.current is desk.session.findings()[0]


def test_the_current_finding_is_brought_into_view(painted: Desk) -> None:
    painted.write("Nothing.\n" * 500 + "You leverage it.")
    painted.session.set_current(painted.session.findings()[0])
    last = painted.session.document.lastBlock()
    box = painted.editor.blockBoundingGeometry(last).translated(painted.editor.contentOffset())
    assert painted.editor.viewport().rect().contains(box.center().toPoint())
    assert painted.editor.textCursor().position() == painted.session.findings()[0].start


def test_what_is_in_view_is_told(painted: Desk) -> None:
    painted.write("Line.\n" * 500)
    views: list[tuple[int, int]] = []
    mirror = painted.session._mirror
    assert mirror is not None
    while (message := mirror.take_message()) is not None:
        views.append((message["first"], message["last"]))
    bar = painted.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    message = mirror.take_message()
    assert message is not None
    assert message["do"] == "visible"
    assert message["first"] > 400
    assert message["last"] == 500


def test_hovering_says_what_and_why(painted: Desk) -> None:
    painted.write("You leverage <b> it.")
    cursor = painted.editor.textCursor()
    cursor.setPosition(7)
    point = painted.editor.cursorRect(cursor).center()
    viewport = painted.editor.viewport()

    def hover(at: QPoint) -> str:
        QApplication.sendEvent(
            viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
        )
        return QToolTip.text()

    assert "Found jargon" in hover(point)
    assert "“leverage” is jargon." in hover(point)
    assert painted.editor.findings_under(QPoint(point.x(), point.y() + 200)) == []


def test_the_menu_offers_suggestions_and_ignoring(desk: Desk) -> None:
    desk.write("You leverage it.")
    finding = desk.session.findings()[0]
    menu = desk.editor.context_menu(finding, QPoint(0, 0))
    assert desk.session.current is finding
    labels = [action.text() for action in menu.actions() if action.isVisible()]
    assert labels[:2] == ["Found jargon", "Looking for suggestions …"]
    desk.answer()
    actions = [action for action in menu.actions() if action.isVisible()]
    labels = [action.text() for action in actions]
    assert labels[:7] == [
        "Found jargon",
        "use",
        "Remove it",
        "",
        "Ignore this one",
        "Ignore these words in this draft",
        "Ignore this kind in this draft",
    ]
    actions[1].trigger()
    assert desk.session.text() == "You use it."
    menu.deleteLater()


def test_ignoring_from_the_menu(desk: Desk) -> None:
    desk.write("You leverage it.")
    menu = desk.editor.context_menu(desk.session.findings()[0], QPoint(0, 0))
    next(a for a in menu.actions() if a.text() == "Ignore this one").trigger()
    assert desk.texts == []
    menu.deleteLater()


def test_a_menu_that_is_gone_hears_no_suggestions(desk: Desk) -> None:
    desk.write("You leverage it.")
    menu = desk.editor.context_menu(desk.session.findings()[0], QPoint(0, 0))
    menu.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(menu)
    desk.answer()


def test_files_are_passed_on_and_text_is_not(desk: Desk, qtbot: QtBot) -> None:
    def drop(mime: QMimeData) -> None:
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        desk.editor.dropEvent(event)

    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a b.md"), QUrl("https://example.org/")])
    with qtbot.waitSignal(desk.editor.files_dropped) as caught:
        drop(files)
    assert caught.args == [["/tmp/a b.md"]]
    assert desk.session.text() == ""


def test_another_session_in_the_same_editor(painted: Desk, qtbot: QtBot) -> None:
    painted.write("You leverage it.")
    other = DraftSession()
    other.set_text("Something else.")
    painted.editor.set_session(other)
    assert painted.editor.toPlainText() == "Something else."
    painted.session.marks_changed.emit(0, 5)
    painted.editor.set_session(painted.session)
    assert colours(painted, 4, 12) == {Kind.JARGON}


def test_a_shortcut_that_nobody_takes_begins_no_step_of_undo(desk: Desk, qtbot: QtBot) -> None:
    desk.type("one two")
    desk.editor.insertPlainText("\n")
    desk.type("three ")
    typed: list[str] = []
    desk.editor.typed.connect(typed.append)
    for _ in range(4):  # the letter comes along, as on some platforms
        QTest.keyClick(desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.text() == ""
    assert typed == []


def test_a_word_can_be_begun_in_a_paragraph_that_begins_above_the_view(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.write("word " * 100 + "!")
    desk.editor.resize(300, 60)
    desk.editor.show()
    desk.put_caret(500)
    desk.editor.ensureCursorVisible()
    desk.type("x y z")
    assert desk.session.text().endswith("word x y z!")
    assert desk.editor.viewport().rect().contains(desk.editor.cursorRect())


def test_a_menu_may_outlive_its_draft(qtbot: QtBot, desk: Desk) -> None:
    desk.write("Our best synergy.")
    session, menu = DraftSession(EngineClient(["never started"])), QMenu()
    add_finding(menu, session, desk.session.findings()[0])
    with qtbot.waitSignal(session.destroyed):
        session.deleteLater()
    with qtbot.waitSignal(menu.destroyed):
        menu.deleteLater()
