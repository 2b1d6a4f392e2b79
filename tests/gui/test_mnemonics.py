"""Alt with a letter means one thing, whatever the window shows, in every language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel
from rooms import Room

from writer_assistant.gui import language


@pytest.fixture(params=language.LANGUAGES)
def spoken(request: pytest.FixtureRequest, qapp: object) -> Iterator[None]:
    language.speak(request.param)
    yield
    language.forget()


def changed_elsewhere(room: Room, path: Path) -> None:
    path.write_text("theirs", "utf-8")
    room.window.file.look()


def refused(room: Room, path: Path) -> None:
    path.write_text("theirs", "utf-8")
    assert not room.window.file.save()


def gone(room: Room, path: Path) -> None:
    path.unlink()
    room.window.file.look()


def folder_gone(room: Room, path: Path) -> None:
    path.unlink()
    path.parent.rmdir()
    room.window.file.look()


def closed(room: Room, path: Path) -> None:
    room.do("new_draft")
    room.type("Kept.")
    room.do("close_draft")


def replacing(room: Room, path: Path) -> None:
    room.do("replace")


@pytest.mark.parametrize(
    "happens", [replacing, changed_elsewhere, refused, gone, folder_gone, closed]
)
def test_no_letter_means_two_things(
    spoken: None, room: Room, tmp_path: Path, happens: Callable[[Room, Path], None]
) -> None:
    path = tmp_path / "drafts" / "post.md"
    path.parent.mkdir()
    path.write_text("mine", "utf-8")
    room.workspace.open_file(path, room.window)
    room.type("x")
    happens(room, path)
    assert bool(room.messages) != (happens is replacing)
    window = room.window
    tabs = window.panel.tabs
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [tabs.tabText(index) for index in range(tabs.count())]
    texts += [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.buddy() is not None
    ]
    texts += [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not button.actions()
    ]
    named = [(QKeySequence.mnemonic(text).toString(), text) for text in texts]
    for action in window.actions():
        named += [(keys.toString(), action.text()) for keys in action.shortcuts()]
    meant: dict[str, set[str]] = {}
    for keys, text in named:
        if keys.startswith("Alt+"):
            meant.setdefault(keys, set()).add(text)
    assert {keys: texts for keys, texts in meant.items() if len(texts) > 1} == {}
