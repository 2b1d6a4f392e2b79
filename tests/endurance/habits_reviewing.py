"""Findings, suggestions, spelling, review, and how things look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from tests.endurance.habit import LETTERS, Habit

if TYPE_CHECKING:
    from tests.endurance.monkey import Monkey

_IDLE_KEYS = (
    *("Return", "Shift+Return", "Tab", "Backspace", "Ctrl+Backspace", "Delete"),
    *("Ctrl+V", "Ctrl+X", "Ctrl+K"),
)
"""What changes nothing in a text that is protected."""


class Reviewing(Habit):
    """Follows findings or does not, and reviews a draft for a while."""

    def __init__(self, monkey: Monkey) -> None:
        super().__init__(monkey)
        self.actions = {
            self.use_suggestion: 25,
            self.use_menu: 8,
            self.go_to_finding: 25,
            self.ignore: 5,
            self.spell: 10,
            self.review: 8,
            self.change_looks: 25,
            self.resize: 4,
        }

    # Findings

    def go_to_finding(self) -> None:
        """Go to the next finding or the one before."""
        self.desk.press(self.chance.choice(("F8", "Shift+F8")))

    def use_suggestion(self) -> None:
        """Use a suggestion for the next finding."""
        self.session.next_finding()
        self._use({"Ctrl+Return": 0, "Alt+2": 1}, self.desk.press)

    def _use(self, keys: dict[str, int], press: object) -> None:
        """Press a key that uses a suggestion for the current finding, and see what it does."""
        session = self.session
        self.desk.settle()
        if session.current is not None:
            session.suggestions_for(session.current)
            self.desk.settle()
        offered = session.suggestions_for(session.current) if session.current else None
        if not offered:
            return
        key = self.chance.choice(list(keys))
        if keys[key] >= len(offered):
            return
        suggestion, before = offered[keys[key]], self.model.text
        start = suggestion.finding.start + suggestion.offset
        press(key)  # type: ignore[operator]
        self.expect_suggestion(suggestion, before, start)

    def use_menu(self) -> None:
        """Choose something from the context menu of the current finding."""
        session, editor = self.session, self.desk.editor
        self.desk.settle()
        finding = session.current
        if finding is None:
            return
        menu = editor.context_menu(finding, editor.cursorRect().center())
        self.desk.settle()
        offered = list(session.suggestions_for(finding) or ())
        own = [action for action in _choices(menu) if action.font().bold()]
        ignoring = [action for action in _choices(menu) if action.text().startswith("Ignore this")]
        before = self.model.text
        if own and finding.is_live and self.chance.random() < 0.7:
            number = self.chance.randrange(min(len(own), len(offered)))
            start = offered[number].finding.start + offered[number].offset
            own[number].trigger()
            if session.spelling is None or not session.spelling.word_at(finding.start):
                self.expect_suggestion(offered[number], before, start)
            else:
                self.model.become(self.text)
        elif ignoring:
            self.chance.choice(ignoring).trigger()
        menu.deleteLater()

    def ignore(self) -> None:
        """Ignore the current finding, one way or another."""
        if self.session.current is not None:
            self.desk.do(self.chance.choice(("ignore_here", "ignore_phrase", "ignore_kind")))

    # Spelling

    def spell(self) -> None:
        """Go to the next misspelt word and choose something from its menu."""
        dictionary = self.desk.workspace.dictionary
        if dictionary.words and self.chance.random() < 0.5:
            dictionary.set_words(())
        self.desk.press("F7")
        self.desk.settle()
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        action = self.chance.choice(_choices(menu))
        offers = {"teh": ("the", "ten"), "recieve": ("receive",)}
        start, end = self.selection()
        word = self.model.text[start:end]
        assert word in offers, f"{word!r} is not misspelt"
        menu.hide()
        after = self.with_selected(action.text()) if action.text() in offers[word] else None
        action.trigger()
        self.model.become(self.model.text if after is None else after)

    # Review

    def review(self) -> None:
        """Review the draft for a while: single keys, and none of them writes."""
        desk, review = self.desk, self.window.review_desk
        desk.do("protect_text" if review.review.is_on else "review_mode")
        assert review.review.is_locked and desk.editor.isReadOnly()
        for _ in range(self.chance.randint(3, 12)):
            self.chance.choice(
                (self._walk, self._walk, self._idle, self._use_by_key, self._note, self._undo)
            )()
            desk.settle()
            assert self.text == self.model.text, f"{self.text!r} is there in a review"
        if self.chance.random() < 0.5:
            desk.key("u")
            assert review.review.is_on
        else:
            desk.do("review_mode")
            assert not review.review.is_on
        assert not desk.editor.isReadOnly()

    def _walk(self) -> None:
        self.desk.key(self.chance.choice("jk "))

    def _idle(self) -> None:
        letter = self.chance.choice(LETTERS)
        if self.chance.random() < 0.5:
            self.desk.press(self.chance.choice(_IDLE_KEYS))
        elif letter.casefold() not in "jkainzu123 ":
            self.desk.key(letter)

    def _use_by_key(self) -> None:
        self._use({"a": 0, "1": 0, "2": 1}, self.desk.key)

    def _note(self) -> None:
        """Leave a note, or ignore a finding with a reason."""
        prompt = self.window.review_desk.prompt
        self.desk.key(self.chance.choice("ni"))
        if prompt.isVisible():
            prompt.field.setPlainText(self.chance.choice(("Is it so?", "", "Two\nlines 😀")))
            self.desk.press(self.chance.choice(("Return", "Return", "Escape")), prompt.field)
        if prompt.isVisible():  # an empty note is none
            self.desk.press("Escape", prompt.field)
        assert not prompt.isVisible()

    def _undo(self) -> None:
        """Take back what was done in this review, and no more."""
        document, model = self.session.document, self.model
        may, before = self.window.review_desk.may_undo(), model.text
        was_available = document.isUndoAvailable() and may
        self.desk.key("z")
        text = self.text
        assert was_available or text == before
        assert text in model.seen, f"undo led to {text!r}, which never was"
        if was_available:
            model.undone.append(before)
        model.text = text

    # Looks

    def change_looks(self) -> None:
        """Change how things look, and what typing does."""
        if self.chance.random() < 0.25:
            self.desk.do(
                self.chance.choice(
                    ("toggle_panel", "toggle_full_screen", "larger", "smaller", "usual_size")
                )
            )
            return
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
                ("smart_quotes", (True, False)),
                ("smart_dashes", (True, False)),
                ("spelling", ("en", "en_GB", "off")),
            )
        )
        settings.set(name, self.chance.choice(values))

    def resize(self) -> None:
        """Make the window another size."""
        self.window.resize(self.chance.randint(480, 1300), self.chance.randint(320, 900))


def _choices(menu: QMenu) -> list[QAction]:
    return [
        action
        for action in menu.actions()
        if action.isEnabled() and action.isVisible() and action.text() and not action.menu()
    ]
