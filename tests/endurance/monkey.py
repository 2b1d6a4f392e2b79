"""Does what comes to mind: ``python -m tests.endurance.monkey --steps 20000 --seed 1``.

Random actions of a user against the real window, with a fake engine: typing, deleting, moving,
selecting, the clipboard, undo and redo, suggestions, several drafts, saving, files changed by
others, earlier versions, looks. A model knows what the text must be after each step. In the end
every draft is undone all the way to its first text, and redone to its last.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.endurance.desk import Desk
from writer_assistant.gui.exact_text import exact_text
from writer_assistant.gui.lines import text_between, units
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.versions_dialog import VersionsDialog
from writer_assistant.text.offsets import Utf16Map

_LETTERS = "etaoinshr   ,.!?We“”’é€字𝄞😀👍\u00a0"
_PIECES = (
    "We are proud of our synergy. ",
    "You open at six.\n",
    "It has a battery. Follow us today!\n\n",
    "# A heading\n- one\n- two 😀\n",
    "leverage the best ",
    "```\ncode\n```\n",
)
_LONGEST = 3_000
"""Units of a draft above which a part of it is deleted."""
_MOST_DRAFTS = 5


@dataclass(slots=True)
class Model:
    """What a draft must hold.

    Attributes:
        text: at present.
        first: what undo leads back to.
        undone: what each redo leads to, the next one last.
        seen: every text that it ever had since its first.
        saved: what its file holds; None while it has none.
    """

    text: str = ""
    first: str = ""
    undone: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    saved: str | None = None

    @classmethod
    def begun_with(cls, text: str, saved: str | None = None) -> Model:
        """Return the model of a draft that was just opened."""
        return cls(text, text, [], {text}, saved)

    def become(self, text: str) -> None:
        """Take a change that one undo takes back."""
        if text != self.text:
            self.undone = []
        self.text = text
        self.seen.add(text)


class Monkey:
    """Acts at random, and knows what must come of it."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk = desk
        self.chance = chance
        self._names = 0
        self._closed: list[str] = []
        self.last = ""
        self.models: dict[OpenDraft, Model] = {desk.window.drafts.current: Model.begun_with("")}
        desk.answer_with = self._answer
        desk.save_as = self._new_path
        self.actions: dict[Callable[[], None], int] = {
            self.type_letter: 300,
            self.type_words: 60,
            self.press_return: 25,
            self.backspace: 70,
            self.delete: 40,
            self.move: 90,
            self.select: 60,
            self.click: 30,
            self.copy: 15,
            self.cut: 10,
            self.paste: 20,
            self.undo: 60,
            self.redo: 40,
            self.use_suggestion: 25,
            self.go_to_finding: 25,
            self.ignore: 5,
            self.new_draft: 8,
            self.show_other_draft: 25,
            self.move_tab: 5,
            self.close_draft: 6,
            self.reopen_draft: 4,
            self.save: 12,
            self.change_file: 4,
            self.restore_version: 4,
            self.change_looks: 20,
            self.resize: 4,
            self.search: 8,
            self.shorten: 3,
        }

    # Steps

    def step(self) -> str:
        """Do something and compare; returns what was done."""
        desk = self.desk
        desk.take_keys()
        (action,) = self.chance.choices(list(self.actions), list(self.actions.values()))
        self.last = action.__name__
        action()
        desk.settle()
        for dialog in desk.dialogs():
            dialog.close()
        self.compare()
        return action.__name__

    def compare(self) -> None:
        """See that the window holds what the model says, and is in working order."""
        desk, window = self.desk, self.desk.window
        assert not desk.problems, "\n".join(desk.problems)
        assert QApplication.activeModalWidget() is None
        assert window.isVisible() and window.isEnabled() and not desk.editor.isReadOnly()
        drafts = list(window.drafts)
        assert set(drafts) == set(self.models)
        model = self.models[window.drafts.current]
        assert desk.session is window.drafts.current.session
        text = exact_text(desk.session.document)
        assert text == model.text, f"{text!r} is there, {model.text!r} should be"
        for finding in desk.session.findings():
            there = text_between(desk.session.document, finding.start, finding.end)
            assert there == finding.text, f"{finding} is at {there!r}"
        path = window.drafts.current.path
        assert (path is None) == (model.saved is None)
        if path is not None:
            assert path.read_text("utf-8") == model.saved
        modified = desk.session.document.isModified()
        if model.saved is not None and not modified:
            assert text == model.saved

    def finish(self) -> None:
        """Undo every draft to its first text, and redo it to its last."""
        for draft, model in self.models.items():
            self.desk.window.drafts.show(draft)
            document = draft.session.document
            while document.isRedoAvailable():
                self.redo()
                self.compare()
            last = model.text
            for available, back, goal in (
                (document.isUndoAvailable, self.undo, model.first),
                (document.isRedoAvailable, self.redo, last),
            ):
                count = 0
                while available():
                    back()
                    count += 1
                    if count % 50 == 0:
                        self.desk.settle()
                self.desk.settle()
                text = exact_text(document)
                assert text == goal, f"{text!r} came of it, {goal!r} should have"
            self.compare()

    # What is known

    @property
    def model(self) -> Model:
        return self.models[self.desk.window.drafts.current]

    def _selection(self) -> tuple[int, int]:
        """Return what is selected, in code points."""
        cursor, to_points = self.desk.editor.textCursor(), Utf16Map(self.model.text).from_utf16
        return to_points(cursor.selectionStart()), to_points(cursor.selectionEnd())

    def _put(self, text: str) -> None:
        """Expect ``text`` in place of what is selected."""
        start, end = self._selection()
        self.model.become(self.model.text[:start] + text + self.model.text[end:])

    def _answer(self) -> QMessageBox.StandardButton:
        buttons = QMessageBox.StandardButton
        self._answered = self.chance.choice((buttons.Save, buttons.Discard, buttons.Cancel))
        return self._answered

    def _new_path(self) -> Path:
        self._names += 1
        return self.desk.folder / f"draft-{self._names}.{self.chance.choice(('md', 'txt'))}"

    # Writing

    def type_letter(self) -> None:
        """Press the key of a letter."""
        letter = self.chance.choice(_LETTERS)
        self._put(letter)
        self.desk.key(letter)

    def type_words(self) -> None:
        """Type a few words quickly."""
        for letter in self.chance.choice(_PIECES).split("\n")[0]:
            self._put(letter)
            self.desk.key(letter)

    def press_return(self) -> None:
        """Begin a new line."""
        self._put("\n")
        self.desk.press("Return")

    def backspace(self) -> None:
        """Delete what is selected, or the letter before the caret."""
        start, end = self._selection()
        start = max(0, start - 1) if start == end else start
        self.model.become(self.model.text[:start] + self.model.text[end:])
        self.desk.press("Backspace")

    def delete(self) -> None:
        """Delete what is selected, or the letter behind the caret."""
        start, end = self._selection()
        end = min(len(self.model.text), end + 1) if start == end else end
        self.model.become(self.model.text[:start] + self.model.text[end:])
        self.desk.press("Delete")

    def shorten(self) -> None:
        """Delete a large part of a long draft."""
        document = self.desk.session.document
        if document.characterCount() > _LONGEST:
            cursor = QTextCursor(document)
            cursor.setPosition(units(self.model.text[: len(self.model.text) // 3]))
            cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
            self.desk.editor.setTextCursor(cursor)
            self.backspace()

    # Going about

    def move(self) -> None:
        """Move the caret, with Shift now and then."""
        keys = self.chance.choice(
            ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown",
             "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End")
        )  # fmt: skip
        if self.chance.random() < 0.3:
            keys = f"Shift+{keys}"
        self.desk.press(keys)

    def select(self) -> None:
        """Select something, or put the caret somewhere."""
        if self.chance.random() < 0.08:
            self.desk.press("Ctrl+A")
            return
        text, cursor = self.model.text, self.desk.editor.textCursor()
        start = self.chance.randint(0, len(text))
        end = min(len(text), start + int(self.chance.expovariate(0.1)))
        ends = [units(text[:start]), units(text[:end])]
        self.chance.shuffle(ends)
        cursor.setPosition(ends[0])
        cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        self.desk.editor.setTextCursor(cursor)

    def click(self) -> None:
        """Click somewhere into the draft."""
        view = self.desk.editor.viewport()
        place = QPoint(self.chance.randrange(view.width()), self.chance.randrange(view.height()))
        if not any(
            child.geometry().contains(place) for child in view.children() if _is_shown(child)
        ):
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)

    # The clipboard

    def copy(self) -> None:
        """Copy."""
        self.desk.press("Ctrl+C")

    def cut(self) -> None:
        """Cut."""
        start, end = self._selection()
        self.model.become(self.model.text[:start] + self.model.text[end:])
        self.desk.press("Ctrl+X")

    def paste(self) -> None:
        """Paste what was copied, or something from elsewhere."""
        clipboard = QApplication.clipboard()
        if self.chance.random() < 0.5 or not clipboard.text():
            clipboard.setText(self.chance.choice(_PIECES))
        if len(clipboard.text()) < _LONGEST:
            self._put(clipboard.text())
            self.desk.press("Ctrl+V")

    # Undo

    def undo(self) -> None:
        """Undo; it must lead to a text that was there before."""
        document, model = self.desk.session.document, self.model
        was_available, before = document.isUndoAvailable(), model.text
        self.desk.press("Ctrl+Z")
        text = exact_text(document)
        assert text in model.seen, f"undo led to {text!r}, which never was"
        assert was_available or text == before
        if was_available:
            model.undone.append(before)
        model.text = text

    def redo(self) -> None:
        """Redo; it must lead to what the last undo took back."""
        document, model = self.desk.session.document, self.model
        was_available = document.isRedoAvailable()
        self.desk.press("Ctrl+Shift+Z")
        if was_available:
            assert model.undone, "there was something to redo although nothing was undone"
            model.text = model.undone.pop()

    # Findings

    def go_to_finding(self) -> None:
        """Go to the next finding or the one before."""
        self.desk.press(self.chance.choice(("F8", "Shift+F8")))

    def use_suggestion(self) -> None:
        """Use a suggestion for the current finding."""
        session = self.desk.session
        session.next_finding()
        self.desk.settle()
        offered = session.suggestions_for(session.current) if session.current else None
        if not offered:
            return
        self.desk.settle()
        number = self.chance.randrange(min(2, len(offered)))
        suggestion, before = offered[number], self.model.text
        start = suggestion.finding.start + suggestion.offset
        self.desk.press(("Ctrl+Return", "Alt+2")[number])
        after = exact_text(session.document)
        if suggestion.text:
            at = Utf16Map(before).from_utf16(start)
            expected = before[:at] + suggestion.text + before[at + len(suggestion.original) :]
            assert after == expected, f"{after!r} came of a suggestion, {expected!r} should have"
        else:  # spaces around it go too
            shorter = len(before) - len(suggestion.original)
            assert len(after) <= shorter, f"{suggestion} made {before!r} into {after!r}"
        self.model.become(after)

    def ignore(self) -> None:
        """Ignore the current finding, one way or another."""
        if self.desk.session.current is not None:
            self.desk.do(self.chance.choice(("ignore_here", "ignore_phrase", "ignore_kind")))

    # Several drafts

    def new_draft(self) -> None:
        """Begin a new draft."""
        drafts = self.desk.window.drafts
        if len(drafts) >= _MOST_DRAFTS:
            return
        was_untouched = drafts.current.is_untouched
        self.desk.press(self.chance.choice(("Ctrl+N", "Ctrl+T")))
        if was_untouched:
            self.models[drafts.current] = Model.begun_with("")
        else:
            assert drafts.current not in self.models
            self.models[drafts.current] = Model.begun_with("")

    def show_other_draft(self) -> None:
        """Go to another draft."""
        self.desk.press(
            self.chance.choice(("Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+PgDown", "Ctrl+PgUp"))
        )

    def move_tab(self) -> None:
        """Drag a tab elsewhere."""
        count = len(self.desk.window.drafts)
        if count > 1:
            order = list(self.desk.window.drafts)
            start, end = self.chance.randrange(count), self.chance.randrange(count)
            self.desk.window.drafts.bar.moveTab(start, end)
            order.insert(end, order.pop(start))
            assert list(self.desk.window.drafts) == order

    def close_draft(self) -> None:
        """Close the draft, unless it is the last one and empty: that would close the window."""
        drafts = self.desk.window.drafts
        draft, model = drafts.current, self.model
        if len(drafts) == 1 and draft.is_untouched:
            return
        path, is_asked = draft.path, draft.path is not None and draft.is_modified
        self._answered = QMessageBox.StandardButton.Discard
        self.desk.press("Ctrl+W")
        if is_asked and self._answered == QMessageBox.StandardButton.Cancel:
            return
        if is_asked and self._answered == QMessageBox.StandardButton.Save:
            assert path is not None
            assert path.read_text("utf-8") == model.text
        if path is None and model.text:
            self._closed.append(model.text)
        elif path is not None:
            self._closed.append(path.read_text("utf-8"))
        del self.models[draft]
        if drafts.current not in self.models:
            self.models[drafts.current] = Model.begun_with("")

    def reopen_draft(self) -> None:
        """Open the draft again that was closed last."""
        drafts = self.desk.window.drafts
        if not self._closed or len(drafts) >= _MOST_DRAFTS:
            return
        expected, before = self._closed.pop(), drafts.current
        self.desk.press("Ctrl+Shift+T")
        shown = drafts.current
        assert shown is not before or before.session.text() == expected
        saved = expected if shown.path is not None else None
        self.models[shown] = Model.begun_with(expected, saved)

    # Files

    def save(self) -> None:
        """Save; a draft without a file gets one, and comes to be another kind of text perhaps."""
        draft, model = self.desk.window.drafts.current, self.model
        if draft.path is None and draft.is_empty:
            return
        self.desk.press("Ctrl+S")
        assert draft.path is not None
        model.saved = model.text

    def change_file(self) -> None:
        """Let another program change the file, then take that or stay with what is here."""
        draft, model = self.desk.window.drafts.current, self.model
        if draft.path is None:
            return
        theirs = f"{self.chance.choice(_PIECES)}{len(model.seen)}"
        draft.path.write_text(theirs, "utf-8")
        model.saved = theirs
        draft.file.look()
        if self.chance.random() < 0.5:
            draft.file.reload()
            model.become(theirs)
        else:
            assert not draft.file.save(), "it was overwritten without a question"
            draft.file.keep_mine()

    def restore_version(self) -> None:
        """Let the draft be what it was."""
        draft, model = self.desk.window.drafts.current, self.model
        self.desk.do("show_versions")
        (dialog,) = [d for d in self.desk.dialogs() if isinstance(d, VersionsDialog)]
        if dialog.list.count():
            dialog.list.setCurrentRow(self.chance.randrange(dialog.list.count()))
            version = dialog.current
            assert version is not None
            dialog.restore_button.click()
            model.become(version.read())
        assert draft is self.desk.window.drafts.current

    # Looks

    def change_looks(self) -> None:
        """Change how things look."""
        settings = self.desk.workspace.settings
        name, values = self.chance.choice(
            (
                ("theme", ("light", "dark")),
                ("font_size", (0, 9, 14, 22)),
                ("line_width", (40, 72, 120)),
                ("highlights", (True, False)),
                ("mode", ("drafting", "review")),
                ("dimming", ("off", "sentence", "paragraph")),
                ("markdown_look", (True, False)),
            )
        )
        settings.set(name, self.chance.choice(values))

    def resize(self) -> None:
        """Make the window another size."""
        self.desk.window.resize(self.chance.randint(480, 1300), self.chance.randint(320, 900))

    def search(self) -> None:
        """Look for something and leave that again."""
        self.desk.do("find")
        self.desk.window.find_bar.field.setText(self.chance.choice(("e", "We", "zzz", "😀")))
        self.desk.settle()
        if self.chance.random() < 0.5:
            self.desk.do("find_next")
        self.desk.press("Escape", self.desk.window.find_bar.field)


def _is_shown(child: object) -> bool:
    return bool(getattr(child, "isVisible", lambda: False)())


def run(folder: Path, steps: int, seed: int) -> dict[str, int]:
    """Take so many steps; returns how often what was done.

    Raises:
        AssertionError: if anything is not as it should be; it says after which step.
    """
    chance = random.Random(seed)
    desk = Desk(folder, chance)
    done: dict[str, int] = {}
    try:
        monkey = Monkey(desk, chance)
        for number in range(steps):
            try:
                name = monkey.step()
            except Exception as error:
                where = f"step {number} of seed {seed}, {monkey.last}"
                raise AssertionError(f"{where}: {error}") from error
            done[name] = done.get(name, 0) + 1
        monkey.finish()
        assert not desk.problems, "\n".join(desk.problems)
    finally:
        desk.close()
    return done


def main() -> int:
    """Take all steps and print what was done."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        done = run(Path(folder), given.steps, given.seed)
    for name, count in sorted(done.items(), key=lambda pair: -pair[1]):
        print(f"{count:6} {name}")
    print(f"{given.steps} steps in {time.monotonic() - start:.0f} s: all as it should be")
    return 0


if __name__ == "__main__":
    sys.exit(main())
