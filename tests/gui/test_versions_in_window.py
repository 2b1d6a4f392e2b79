from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui import archive, compare_view
from writer_assistant.gui.compare_dialog import CompareDialog
from writer_assistant.gui.compare_view import CompareView, Texts
from writer_assistant.gui.theme import Theme
from writer_assistant.gui.versions import Why
from writer_assistant.gui.versions_dialog import VersionsDialog
from writer_assistant.paths import user_data


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "post.md"


def versions(room: Room, name: str) -> list[tuple[str, Why]]:
    room.workspace.archive.wait()
    return [(version.read(), version.why) for version in room.workspace.archive.store.of(name)]


def opened(room: Room, path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    room.workspace.open_file(path, room.window)
    room.answer()


def shown_dialog(room: Room) -> VersionsDialog:
    room.do("show_versions")
    return next(d for d in room.window.findChildren(VersionsDialog) if d.isVisible())


# When versions are taken


def test_opening_and_saving_take_a_version(room: Room, path: Path) -> None:
    opened(room, path, "One.")
    room.type("Two. ")
    room.press("Ctrl+S")
    assert versions(room, str(path)) == [("Two. One.", Why.SAVED), ("One.", Why.OPENED)]
    newest = room.workspace.archive.store.of(str(path))[0]
    assert (newest.words, newest.focus) == (2, 0.5)


def test_work_takes_a_version_now_and_then(
    room: Room, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(archive, "WORK_MS", 20)
    room.window.new_draft()
    room.type("x")
    room.do("close_draft")  # the first one is empty
    room.window.new_draft()
    room.type("Never saved")
    name = room.session.untitled_id
    qtbot.waitUntil(lambda: ("Never saved", Why.WORK) in versions(room, name))


def test_a_draft_that_gets_a_name_takes_its_versions_along(room: Room, path: Path) -> None:
    room.type("Written")
    room.window.drafts.current.versions.take(Why.WORK)
    name = room.session.untitled_id
    room.type(" and saved")
    assert room.window.file.save_as(path)
    assert versions(room, str(path)) == [
        ("Written and saved", Why.SAVED),
        ("Written", Why.WORK),
    ]
    assert versions(room, name) == []


def test_reloading_keeps_what_was_here(room: Room, path: Path) -> None:
    opened(room, path, "One.")
    room.type("Two. ")
    path.write_text("Theirs.", "utf-8")
    room.window.file.reload()
    assert versions(room, str(path))[:2] == [
        ("Theirs.", Why.OPENED),
        ("Two. One.", Why.REPLACED),
    ]


def test_versions_can_be_switched_off(room: Room, path: Path) -> None:
    room.workspace.settings.set("versions_days", 0)
    opened(room, path, "One.")
    assert versions(room, str(path)) == []
    room.do("close_draft")
    room.type("Kept all the same")
    room.do("close_draft")
    assert room.workspace.memory.drafts[0].first_line == "Kept all the same"
    room.do("reopen_draft")
    assert room.session.text() == "Kept all the same"


def test_versions_that_cannot_be_kept_are_told_once(room: Room, path: Path, qtbot: QtBot) -> None:
    user_data().mkdir(parents=True, exist_ok=True)
    (user_data() / "versions").write_text("in the way", "utf-8")
    opened(room, path, "One.")
    qtbot.waitUntil(
        lambda: any("earlier versions cannot be kept" in m.casefold() for m in room.messages)
    )
    told = len(room.messages)
    room.type("Two. ")
    room.press("Ctrl+S")
    room.workspace.archive.wait()
    assert path.read_text("utf-8") == "Two. One."
    assert len(room.messages) == told


# Looking and restoring


def test_a_version_is_compared_with_now_and_restored_as_one_step(
    room: Room, path: Path, qtbot: QtBot
) -> None:
    opened(room, path, "We use synergy.\nStays as it is.")
    room.editor.selectAll()
    room.editor.insertPlainText("You use one tool.\nStays as it is.")
    room.press("Ctrl+S")
    dialog = shown_dialog(room)
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(1)
    assert "2 places changed: 3 words came, 2 words went." in dialog.view.summary.text()
    assert "We You use synergy one tool." in dialog.view.page.toPlainText()
    with qtbot.waitSignal(dialog.restored):
        dialog.restore_button.click()
    assert room.session.text() == "We use synergy.\nStays as it is."
    assert room.session.document.isModified()
    assert "is back" in room.messages[0]
    room.press("Ctrl+Z")
    assert room.session.text() == "You use one tool.\nStays as it is."


def test_the_text_alone_and_its_own_changes_can_be_seen(room: Room, path: Path) -> None:
    opened(room, path, "One.")
    for text in ("Two. ", "Three. "):
        room.type(text)
        room.press("Ctrl+S")
    dialog = shown_dialog(room)
    dialog.list.setCurrentRow(1)
    dialog.how.setCurrentIndex(dialog.how.findData("alone"))
    assert dialog.text.toPlainText() == "Two. One."
    assert dialog.text.isVisible()
    dialog.how.setCurrentIndex(dialog.how.findData("before"))
    assert dialog.view.summary.text().startswith("1 place changed: 1 word came, 0 words went.")


def test_what_is_typed_meanwhile_is_compared_too(room: Room, path: Path, qtbot: QtBot) -> None:
    opened(room, path, "One.")
    dialog = shown_dialog(room)
    assert dialog.view.summary.text().startswith("Nothing changed.")
    room.editor.insertPlainText("Zero. ")
    qtbot.waitUntil(lambda: dialog.view.summary.text().startswith("1 place changed"))


def test_a_draft_without_versions_says_when_there_will_be_some(room: Room) -> None:
    dialog = shown_dialog(room)
    assert dialog.note.isVisible()
    assert not dialog.restore_button.isEnabled()


def test_the_dialog_goes_with_its_draft(room: Room, path: Path, qtbot: QtBot) -> None:
    opened(room, path, "One.")
    dialog = shown_dialog(room)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    room.do("close_draft")
    qtbot.waitUntil(lambda: bool(gone))


def test_here_and_on_disk_can_be_compared(room: Room, path: Path, qtbot: QtBot) -> None:
    opened(room, path, "One two three.")
    room.type("Zero ")
    path.write_text("One two four.", "utf-8")
    qtbot.waitUntil(lambda: bool(room.messages))
    room.choose("Compare…")
    dialog = room.window.findChild(CompareDialog)
    assert dialog.view.difference.places == 2
    dialog.reload_button.click()
    assert room.session.text() == "One two four."
    room.press("Ctrl+Z")
    assert room.session.text() == "Zero One two three."


# The view


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    made = CompareView(Theme("light"))
    qtbot.addWidget(made)
    return made


def test_lines_that_stayed_are_left_out_unless_wanted(view: CompareView) -> None:
    old = "\n".join(f"Line {number}" for number in range(30))
    view.compare(Texts(old, old.replace("Line 15", "Row 15"), "Then", "Now"))
    text = view.page.toPlainText()
    assert "15 lines stayed the same" not in text
    assert "14 lines stayed the same" in text
    assert "Line 14" in text and "Line 13" not in text
    view.only_changes.setChecked(False)
    assert "Line 3\n" in view.page.toPlainText()


def test_both_columns_show_their_own_words(view: CompareView) -> None:
    view.mode.setCurrentIndex(1)
    view.compare(Texts("One two <b>", "One three <b>", "Then", "Now"))
    text = view.page.toPlainText()
    assert "One two <b>" in text
    assert "One three <b>" in text
    assert "Then" in text


def test_changes_are_told_apart_without_colour(view: CompareView) -> None:
    view.compare(Texts("One two", "One three", "Then", "Now"))
    html = view.page.toHtml()
    assert "line-through" in html
    assert "underline" in html


def test_long_texts_are_compared_beside_the_window(
    view: CompareView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare_view, "_AT_ONCE", 10)
    view.compare(Texts("One two three", "One two", "Then", "Now"))
    view.compare(Texts("One two three", "One", "Then", "Now"))
    qtbot.waitUntil(lambda: view.difference.removed == 2)


def test_focus_is_told_when_both_are_known(view: CompareView) -> None:
    view.compare(Texts("One", "Two", "Then", "Now"))
    view.set_focus(0.4, None)
    assert "Focus" not in view.summary.text()
    view.set_focus(0.4, 0.62)
    assert view.summary.text().endswith("Focus 40% → 62%.")


def test_going_from_change_to_change(view: CompareView, qtbot: QtBot) -> None:
    old = "\n".join(f"Line {number}" for number in range(300))
    view.compare(Texts(old, old.replace("Line 2", "Row 2"), "Then", "Now"))
    view.resize(400, 200)
    view.show()
    bar = view.page.verticalScrollBar()
    seen = [bar.value()]
    for _ in range(3):
        view.next.click()
        seen.append(bar.value())
    assert seen == sorted(seen) and seen[-1] > 0
    view.go(-1)
    assert bar.value() <= seen[-1]
