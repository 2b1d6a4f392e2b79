"""Complete by keyboard, with names for screen readers, in letters of every size."""

from collections.abc import Iterator
from pathlib import Path

import places
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QImage,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rooms import Desk, Room

from writer_assistant.gui import announcing, highlights
from writer_assistant.gui.screens import fit_to_screen

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
PASSIVE = (QMenu, QMenuBar, QScrollArea)
MOST = 120
"""Presses of Tab after which there must be an end."""


def is_inner(widget: QWidget) -> bool:
    """Whether it is a part of a control, made by Qt."""
    parent = widget.parentWidget()
    return (
        (widget.objectName().startswith("qt_") and not isinstance(widget, QTabBar))
        or isinstance(parent, QLineEdit | QAbstractSpinBox | QComboBox)
        or isinstance(widget, QHeaderView)
        or widget.objectName() in ("ScrollLeftButton", "ScrollRightButton")
        or (isinstance(parent, QTabBar) and not widget.accessibleName())
        or (parent is not None and parent.inherits("QComboBoxPrivateContainer"))
        or widget.inherits("QComboBoxPrivateContainer")
    )


def nameless(root: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    found = []
    for widget in root.findChildren(QWidget):
        is_reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        is_control = isinstance(widget, CONTROLS) or (
            is_reached and not isinstance(widget, PASSIVE)
        )
        if not is_control or not widget.isVisible() or is_inner(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("place", places.WINDOWS)
def test_every_control_of_the_window_is_named(room: Room, place: str) -> None:
    assert nameless(places.WINDOWS[place](room)) == []


def test_every_control_of_every_dialog_is_named(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for dialog in places.dialogs(room, tmp_path, monkeypatch):
        assert dialog.windowTitle()
        assert nameless(dialog) == [], dialog.windowTitle()


def test_what_has_no_name_would_be_seen(room: Room) -> None:
    QToolButton(room.window).show()
    QLineEdit(room.window).show()
    assert len(nameless(room.window)) == 2


# The way of the Tab key


def stops(root: QWidget) -> set[QWidget]:
    """Return what the Tab key should come to."""
    return {
        widget
        for widget in root.findChildren(QWidget)
        if widget.window() is root
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_inner(widget)
        and not widget.visibleRegion().isEmpty()
        and not is_grouped(widget)
    }


def is_grouped(widget: QWidget) -> bool:
    """Whether arrow keys go there from its neighbour."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()


def activate(dialog: QWidget) -> None:
    """Bring the keys to ``dialog``."""
    dialog.activateWindow()
    for _ in range(MOST):
        if QApplication.activeWindow() is dialog:
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)  # this is no mouse
            return
        QApplication.processEvents()
    raise AssertionError("the dialog does not get the keys")


def walk(root: QWidget, first: QWidget, key: Qt.Key) -> list[QWidget]:
    """Press a key again and again; return where it went until a place came twice."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(MOST):
        here = QApplication.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
        QTest.keyClick(here, key)
    else:
        raise AssertionError("there is no end to it")
    return found


def told(widgets: set[QWidget]) -> list[str]:
    return sorted(
        f"{type(widget).__name__} {widget.objectName()} “{widget.accessibleName()}”"
        for widget in widgets
    )


def takes_tabs(widget: QWidget) -> bool:
    """Whether Tab writes one there: then F6 leaves."""
    is_text = isinstance(widget, QPlainTextEdit | QTextEdit)
    return is_text and not widget.tabChangesFocus() and not widget.isReadOnly()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("place", places.WINDOWS)
def test_everything_in_the_window_is_reached(room: Room, place: str, key: Qt.Key) -> None:
    root = places.WINDOWS[place](room)
    everything = stops(root)
    reached: set[QWidget] = set()
    # The draft takes Tab for itself (F6 leaves it): it parts the way in two at most.
    room.window.panel.show_findings()
    seen = walk(root, QApplication.focusWidget() or room.editor, key)
    reached |= set(seen)
    if room.editor in reached:
        other = Qt.Key.Key_Tab if key == Qt.Key.Key_Backtab else Qt.Key.Key_Backtab
        room.window.panel.show_findings()
        reached |= set(walk(root, QApplication.focusWidget() or room.editor, other))
    room.window.panel.tabs.setFocus()
    assert told(stops(root) & everything - reached) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_everything_in_every_dialog_is_reached(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    for dialog in places.dialogs(room, tmp_path, monkeypatch):
        activate(dialog)
        everything = stops(dialog)
        first = next(iter(everything))
        reached = set(walk(dialog, first, key))
        title = dialog.windowTitle()
        assert not [widget for widget in reached if takes_tabs(widget)], title
        assert told(everything - reached) == [], title


def test_f6_leaves_the_draft_and_comes_back(room: Room) -> None:
    places.WINDOWS["drafting"](room)
    room.window.focus_editor()
    room.press("F6")
    assert room.window.panel.findings.list.hasFocus()
    room.press("F6")
    assert room.editor.hasFocus()


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def looks(widget: QWidget) -> QImage:
    """Return what is painted of the widget and a little around it."""
    window = widget.window()
    corner = widget.mapTo(window, widget.rect().topLeft())
    around = widget.rect().translated(corner).adjusted(-3, -3, 3, 3)
    return window.grab(around).toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(one: QImage, other: QImage) -> int:
    """Return how many pixels differ."""
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(min(one.width(), other.width()))
        for y in range(min(one.height(), other.height()))
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("place", ["drafting", "find bar", "review", "tour"])
def test_where_the_keys_go_is_seen(room: Room, place: str, theme: str) -> None:
    room.workspace.remember("theme", theme)
    root = places.WINDOWS[place](room)
    unseen = []
    for widget in stops(root) - {room.editor}:
        room.window.focus_editor()
        before = looks(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is widget and changed(before, looks(widget)) < 12:
            unseen.append(widget)
    assert told(set(unseen)) == []


def test_where_the_keys_go_is_seen_in_dialogs(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for dialog in places.dialogs(room, tmp_path, monkeypatch):
        activate(dialog)
        # What is half out of view comes into it with the Tab key.
        widgets = [widget for widget in stops(dialog) if is_whole(widget)]
        unseen = []
        for widget in widgets:
            widget.clearFocus()
            before = looks(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if QApplication.focusWidget() is widget and changed(before, looks(widget)) < 12:
                unseen.append(widget)
        assert told(set(unseen)) == [], dialog.windowTitle()


# What is heard


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader would say by itself."""
    said: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return said


def test_findings_are_heard_while_walking_through_them(room: Room, heard: list[str]) -> None:
    room.write(places.TEXT)
    room.press("F8")
    words = "We are proud of synergy."
    assert heard == [f"Self-centered, 1 of 4: {words} “{words}” is self-centered."]
    room.press("F8")
    assert heard[-1].startswith("Jargon, 2 of 4: synergy.")
    room.press("Shift+F8")
    assert heard[-1].startswith("Self-centered, 1 of 4")


def test_findings_are_heard_in_review_too(room: Room, heard: list[str]) -> None:
    room.write(places.TEXT)
    room.do("review_mode")
    room.press("F8")
    room.press("J")
    assert any(said.startswith("Jargon, 2 of") for said in heard)


def test_messages_are_heard(room: Room, heard: list[str]) -> None:
    room.do("copy_cleaned")
    assert heard == ["There is nothing to copy yet."]


def test_steps_of_the_tour_are_heard(room: Room, heard: list[str]) -> None:
    room.do("take_tour")
    assert heard[-1].startswith("Step 1 of 5")


def test_nothing_is_said_where_nobody_listens(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    announcing.announce(room.editor, "Hello")
    assert said == []


# Letters of other sizes


@pytest.fixture(params=[9, 16])
def lettered(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    before = QApplication.font()
    font = QFont(before)
    font.setPointSize(request.param)
    QApplication.setFont(font)
    yield request.param
    QApplication.setFont(before)


def cut(root: QWidget) -> list[str]:
    """Return what has less room than its letters need."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty() or is_inner(widget):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.sizeHint()
            if widget.wordWrap():
                needed.setWidth(0)
                needed.setHeight(widget.heightForWidth(widget.width()))
        elif isinstance(widget, QPushButton | QToolButton | QLineEdit | QComboBox):
            needed = widget.sizeHint()
            if isinstance(widget, QLineEdit | QComboBox):
                needed.setWidth(0)  # what it holds can be scrolled
        else:
            continue
        if widget.width() < needed.width() - 1 or widget.height() < needed.height() - 1:
            found.append(
                f"{type(widget).__name__} {widget.objectName()} “{getattr(widget, 'text', str)()}”"
                f" {widget.size().toTuple()} < {needed.toTuple()}"
            )
    return found


def settled(root: QWidget) -> list[str]:
    """Return what is cut once layouts within layouts are done."""
    for _ in range(6):
        QApplication.processEvents()
    return cut(root)


@pytest.mark.parametrize("place", places.WINDOWS)
def test_nothing_is_cut_in_the_window(lettered: int, room: Room, place: str) -> None:
    root = places.WINDOWS[place](room)
    assert settled(root) == []


def test_nothing_is_cut_in_dialogs(
    lettered: int, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for dialog in places.dialogs(room, tmp_path, monkeypatch):
        assert settled(dialog) == [], dialog.windowTitle()


def test_the_draft_s_letters_follow_the_system(lettered: int, room: Room) -> None:
    assert room.editor.font().pointSizeF() > lettered


# Other scripts


def marked(editor: QWidget, desk: Desk) -> int:
    """Return how many pixels of the view have the colour of a mark."""
    image = editor.grab().toImage()
    colours = {style.colour.rgb() for style in highlights.LIGHT.values()}
    return sum(
        image.pixel(x, y) in colours for x in range(image.width()) for y in range(image.height())
    )


def compose(desk: Desk, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(desk.editor, event)


def test_a_composition_is_no_part_of_the_draft_until_it_is_done(desk: Desk) -> None:
    desk.editor.show()
    desk.write("We leverage it.\nWe leverage that.")
    before = desk.session.text()
    desk.put_caret(3)
    compose(desk, "にほ")
    compose(desk, "にほん")
    assert desk.session.text() == before
    assert len(desk.session.findings()) == 4
    for finding in desk.session.findings():
        assert before[finding.start : finding.end] == finding.text
    compose(desk, "", "日本")
    desk.answer()
    assert desk.session.text() == "We 日本leverage it.\nWe leverage that."
    for finding in desk.session.findings():
        text = desk.session.text()
        assert text[finding.start : finding.end] == finding.text


def test_during_a_composition_only_its_paragraph_goes_without_marks(
    desk: Desk,
) -> None:
    desk.editor.set_mark_styles(highlights.LIGHT)
    desk.editor.show()
    desk.write("We leverage it.\n\nWe leverage that.")
    both = marked(desk.editor, desk)
    desk.put_caret(3)
    compose(desk, "にほん")
    one = marked(desk.editor, desk)
    assert 0 < one < both
    compose(desk, "")
    assert marked(desk.editor, desk) == both


def test_an_input_method_is_told_where_the_caret_is(desk: Desk) -> None:
    desk.editor.show()
    desk.write("We leverage it.")
    desk.put_caret(4)
    query = Qt.InputMethodQuery
    assert desk.editor.inputMethodQuery(query.ImEnabled)
    assert desk.editor.inputMethodQuery(query.ImCursorPosition) == 4
    assert desk.editor.inputMethodQuery(query.ImSurroundingText) == "We leverage it."
    assert desk.editor.inputMethodQuery(query.ImCursorRectangle).left() > 0


def test_typing_from_right_to_left(desk: Desk) -> None:
    desk.editor.show()
    desk.write("שלום leverage עולם.\n\nשלום.")
    (finding,) = desk.session.findings()
    assert finding.text == "leverage"
    desk.put_caret(0)
    event = QInputMethodEvent("", [])
    event.setCommitString("אב ")
    QApplication.sendEvent(desk.editor, event)
    desk.answer()
    (finding,) = desk.session.findings()
    assert desk.session.text()[finding.start : finding.end] == "leverage"
    block = desk.session.document.firstBlock()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    boxes = [
        (left, right)
        for _, left, right in highlights.stretches(
            block, finding.start, finding.end, mixed=highlights.is_mixed(block)
        )
    ]
    (box,) = boxes
    metrics = desk.editor.fontMetrics()
    assert abs((box[1] - box[0]) - metrics.horizontalAdvance("leverage")) < 4


def test_marks_differ_in_more_than_colour() -> None:
    for styles in (highlights.LIGHT, highlights.DARK):
        assert len({style.line for style in styles.values()}) == len(styles)


def test_a_dialog_goes_with_escape(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for dialog in places.dialogs(room, tmp_path, monkeypatch):
        activate(dialog)
        target = dialog.focusWidget() or dialog
        QTest.keyClick(target, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), dialog.windowTitle()


def test_no_dialog_is_larger_than_its_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(5000, 5000)
    fit_to_screen(dialog)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() < room.height()
    dialog.resize(200, 100)
    fit_to_screen(dialog)
    assert dialog.size() == QSize(200, 100)
