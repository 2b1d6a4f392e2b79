"""Writing: keys, input methods, the clipboard, undo, find and replace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.endurance.habit import LETTERS, LONGEST, PIECES, Habit
from writer_assistant.text.typography import typeset

if TYPE_CHECKING:
    from tests.endurance.monkey import Monkey

_COMPOSED = (("ni", "你"), ("´", "é"), ("かn", "かん"), ("x", ""))
"""What is seen while it is composed, and what is committed; nothing if it is given up."""
_SOUGHT = ("e", "We", "zzz", "😀", "synergy", "\\w+", "(\\w+) (\\w+)", "^", "(")
_NEW = ("", "x", "😀😀", "you and I")


class Writing(Habit):
    """Puts text in, takes it out, and takes that back."""

    def __init__(self, monkey: Monkey) -> None:
        super().__init__(monkey)
        self.actions = {
            self.type_letter: 300,
            self.type_words: 60,
            self.press_return: 25,
            self.backspace: 70,
            self.delete: 40,
            self.compose: 15,
            self.shorten: 3,
            self.move: 90,
            self.select: 60,
            self.click: 30,
            self.copy: 15,
            self.cut: 10,
            self.paste: 20,
            self.undo: 60,
            self.redo: 40,
            self.search: 8,
            self.replace: 10,
        }

    # Keys

    def type_letter(self) -> None:
        """Press the key of a letter."""
        self._type(self.chance.choice(LETTERS))

    def type_words(self) -> None:
        """Type a few words quickly."""
        for letter in self.chance.choice(PIECES).split("\n")[0]:
            self._type(letter)

    def _type(self, letter: str) -> None:
        """Press a key; quotes and dashes may become what they should be, if that is wanted."""
        settings = self.desk.workspace.settings
        quotes, dashes = settings["smart_quotes"], settings["smart_dashes"]
        caret = self.selection()[0] + 1
        plain = self.with_selected(letter)
        self.desk.key(letter)
        self.model.become(plain)
        line = plain[:caret].rpartition("\n")[2]
        made = typeset(line, quotes=quotes, dashes=dashes) if quotes or dashes else None
        if made is not None and self.text != plain:  # in code it stays as it is
            self.model.become(plain[: caret - made.length] + made.text + plain[caret:])

    def press_return(self) -> None:
        """Begin a new line."""
        self.model.become(self.with_selected("\n"))
        self.desk.press("Return")

    def backspace(self) -> None:
        """Delete what is selected, or the letter before the caret."""
        start, end = self.selection()
        start = max(0, start - 1) if start == end else start
        self.model.become(self.model.text[:start] + self.model.text[end:])
        self.desk.press("Backspace")

    def delete(self) -> None:
        """Delete what is selected, or the letter behind the caret."""
        start, end = self.selection()
        end = min(len(self.model.text), end + 1) if start == end else end
        self.model.become(self.model.text[:start] + self.model.text[end:])
        self.desk.press("Delete")

    def compose(self) -> None:
        """Compose a letter with an input method, and take it or give it up."""
        composing, committed = self.chance.choice(_COMPOSED)
        rest = self.with_selected("")
        caret = self.selection()[0]
        for number in range(1, len(composing) + 1):
            QApplication.sendEvent(self.desk.editor, QInputMethodEvent(composing[:number], []))
            if self.chance.random() < 0.5:
                self.desk.settle()
        event = QInputMethodEvent("", [])
        event.setCommitString(committed)
        QApplication.sendEvent(self.desk.editor, event)
        self.model.become(rest)
        self.model.become(rest[:caret] + committed + rest[caret:])

    def shorten(self) -> None:
        """Delete a large part of a long draft."""
        text = self.model.text
        if len(text) > LONGEST:
            self.select_points(len(text) // 3, len(text))
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
        length = len(self.model.text)
        start = self.chance.randint(0, length)
        ends = [start, min(length, start + int(self.chance.expovariate(0.1)))]
        self.chance.shuffle(ends)
        self.select_points(*ends)

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
        self.model.become(self.with_selected(""))
        self.desk.press("Ctrl+X")

    def paste(self) -> None:
        """Paste what was copied, or something from elsewhere."""
        clipboard = QApplication.clipboard()
        if self.chance.random() < 0.5 or not clipboard.text():
            clipboard.setText(self.chance.choice(PIECES))
        if len(clipboard.text()) < LONGEST:
            self.model.become(self.with_selected(clipboard.text()))
            self.desk.press("Ctrl+V")

    # Undo

    def undo(self) -> None:
        """Undo; it must lead to a text that was there before."""
        document, model = self.session.document, self.model
        was_available, before = document.isUndoAvailable(), model.text
        self.desk.press("Ctrl+Z")
        text = self.text
        assert text in model.seen, f"undo led to {text!r}, which never was"
        assert was_available or text == before
        if was_available:
            model.undone.append(before)
        model.text = text

    def redo(self) -> None:
        """Redo; it must lead to what the last undo took back."""
        document, model = self.session.document, self.model
        was_available = document.isRedoAvailable()
        self.desk.press("Ctrl+Shift+Z")
        if was_available:
            assert model.undone, "there was something to redo although nothing was undone"
            model.text = model.undone.pop()

    # Find and replace

    def search(self) -> None:
        """Look for something and leave that again."""
        self.desk.do("find")
        bar = self.window.find_bar
        bar.field.setText(self.chance.choice(_SOUGHT))
        self.desk.settle()
        if self.chance.random() < 0.5:
            self.desk.do("find_next")
        self.desk.press("Escape", bar.field)
        assert not bar.isVisible()

    def replace(self) -> None:
        """Replace words or a pattern, one or all."""
        words = self.chance.choice(_SOUGHT)
        is_pattern = not words.isalnum() and words != "😀"
        new = "\\2 \\1" if "(" in words else self.chance.choice(_NEW)
        before = self.model.text
        bar = self.window.find_bar
        self.desk.do("replace")
        bar._pattern.setChecked(is_pattern)
        bar.field.setText(words)
        bar.replacement.setText(new)
        self._wait_for_hits()
        one_by_one = self._one_by_one(words, new, before, is_pattern=is_pattern)
        if self.chance.random() < 0.5:
            bar.all_button.click()
            self._wait_for_hits()
            expected = {one_by_one[-1]} if one_by_one else {before}
        else:
            bar.replace_button.click()
            self._wait_for_hits()
            expected = {before, *self._each(words, new, before, is_pattern=is_pattern)}
        after = self.text
        assert after in expected, f"{words!r} by {new!r} made {before!r} into {after!r}"
        self.model.become(after)
        bar._pattern.setChecked(False)
        self.desk.press("Escape", bar.field)

    def _wait_for_hits(self) -> None:
        """Wait for a search that goes on in a thread."""
        bar = self.window.find_bar

        def are_there() -> bool:
            wanted = replace(bar._hits.query, replacement=bar.query.replacement)
            found = wanted, bar._hits.revision
            is_done = bar._then is None and bar._searcher._stop is None
            return is_done and found == (bar.query, self.session.revision)

        self.desk.wait_for("hits", are_there)

    def _matches(self, words: str, text: str, *, is_pattern: bool) -> list[regex.Match[str]]:
        cased = not is_pattern and words != words.lower()
        flags = regex.MULTILINE | (0 if cased else regex.IGNORECASE)
        try:
            return list(regex.finditer(words if is_pattern else regex.escape(words), text, flags))
        except regex.error:
            return []

    def _each(self, words: str, new: str, text: str, *, is_pattern: bool) -> list[str]:
        """Return what may come of replacing one place."""
        return [
            text[: match.start()] + _put_for(match, new, is_pattern) + text[match.end() :]
            for match in self._matches(words, text, is_pattern=is_pattern)
        ]

    def _one_by_one(self, words: str, new: str, text: str, *, is_pattern: bool) -> list[str]:
        """Return what comes of replacing the last place, the last two, and so on."""
        made = []
        for match in reversed(self._matches(words, text, is_pattern=is_pattern)):
            text = text[: match.start()] + _put_for(match, new, is_pattern) + text[match.end() :]
            made.append(text)
        return made


def _put_for(match: regex.Match[str], new: str, is_pattern: bool) -> str:
    return match.expand(new) if is_pattern else new


def _is_shown(child: object) -> bool:
    return bool(getattr(child, "isVisible", lambda: False)())
