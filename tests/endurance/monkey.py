"""Does what comes to mind: ``python -m tests.endurance.monkey --steps 20000 --seed 1``.

Random actions of a user against the real window, with a fake engine: typing, deleting, moving,
selecting, the clipboard, undo and redo, find and replace, suggestions, spelling, review, several
drafts and windows, saving, files changed by others, earlier versions, the next start, looks. A
model knows what the text must be after each step. In the end every draft is undone all the way to
its first text, and redone to its last.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox
from shiboken6 import isValid

from tests.endurance.desk import Desk
from tests.endurance.habits_filing import Filing
from tests.endurance.habits_reviewing import Reviewing
from tests.endurance.habits_writing import Writing
from tests.endurance.model import Model
from writer_assistant.gui.exact_text import exact_text
from writer_assistant.gui.lines import text_between
from writer_assistant.gui.open_draft import OpenDraft

_TELL = 1_000
"""Steps between two lines about how far it is."""
_REMEMBERED = 200
"""Steps that are looked at for what was done to a draft when something goes wrong."""
_TOLD = 25


class Monkey:
    """Acts at random, and knows what must come of it."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk = desk
        self.chance = chance
        self._names = 0
        self.last = ""
        self._history: deque[tuple[int, str]] = deque(maxlen=_REMEMBERED)
        self.models: dict[OpenDraft, Model] = {desk.window.drafts.current: Model.begun_with("")}
        desk.answer_with = self._answer
        desk.save_as = self._new_path
        self._writing = Writing(self)
        self.actions: dict[Callable[[], None], int] = {}
        for habit in (self._writing, Reviewing(self), Filing(self)):
            self.actions |= habit.actions

    # Steps

    def step(self) -> str:
        """Do something and compare; returns what was done."""
        desk = self.desk
        desk.take_keys()
        (action,) = self.chance.choices(list(self.actions), list(self.actions.values()))
        self.last = action.__name__
        draft = desk.window.drafts.current
        action()
        desk.settle()
        self._note(draft)
        for dialog in desk.dialogs():
            dialog.close()
        self.compare()
        return action.__name__

    def _note(self, draft: OpenDraft) -> None:
        """Remember what was done to a draft."""
        for touched in {draft, self.desk.window.drafts.current}:
            if isValid(touched):
                document = touched.session.document
                steps = f"{document.availableUndoSteps()}-{document.availableRedoSteps()}"
                state = "modified" if document.isModified() else "saved"
                text = exact_text(document)
                line = f"{self.last}: {state} {steps} {len(text)} {text[-40:]!r}"
                self._history.append((id(touched), line))

    def history(self) -> str:
        """Return what was done last to the draft that is shown."""
        draft = id(self.desk.window.drafts.current)
        return "\n".join([line for number, line in self._history if number == draft][-_TOLD:])

    def compare(self) -> None:
        """See that the window holds what the model says, and is in working order."""
        desk, window = self.desk, self.desk.window
        assert not desk.problems, "\n".join(desk.problems)
        assert QApplication.activeModalWidget() is None
        assert window.isVisible() and window.isEnabled() and not desk.editor.isReadOnly()
        drafts = {draft for window in desk.workspace.windows for draft in window.drafts}
        assert drafts == set(self.models)
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
        for window in self.desk.workspace.windows:
            self.desk.window = window
            for draft in window.drafts:
                window.drafts.show(draft)
                self.desk.take_keys()
                self._there_and_back(draft)

    def _there_and_back(self, draft: OpenDraft) -> None:
        document, model = draft.session.document, self.models[draft]
        while document.isRedoAvailable():
            self._writing.redo()
            self.compare()
        last = model.text
        for available, go, goal in (
            (document.isUndoAvailable, self._writing.undo, model.first),
            (document.isRedoAvailable, self._writing.redo, last),
        ):
            count = 0
            while available():
                go()
                count += 1
                if count % 50 == 0:
                    self.desk.settle()
            self.desk.settle()
            text = exact_text(document)
            assert text == goal, f"{text!r} came of it, {goal!r} should have"
        self.compare()

    def undo(self) -> None:
        """Undo in the draft that is shown."""
        self._writing.undo()

    # What is asked

    def _answer(self) -> QMessageBox.StandardButton:
        buttons = QMessageBox.StandardButton
        return self.chance.choice((buttons.Save, buttons.Discard, buttons.Cancel))

    def _new_path(self) -> Path:
        self._names += 1
        return self.desk.folder / f"draft-{self._names}.{self.chance.choice(('md', 'txt'))}"


def run(folder: Path, steps: int, seed: int, tell: Callable[[str], None]) -> dict[str, int]:
    """Take so many steps; returns how often what was done.

    Raises:
        AssertionError: if anything is not as it should be; it says after which step.
    """
    chance = random.Random(seed)
    desk = Desk(folder)
    done: dict[str, int] = {}
    try:
        monkey = Monkey(desk, chance)
        for number in range(steps):
            try:
                name = monkey.step()
            except Exception as error:
                where = f"step {number} of seed {seed}, {monkey.last}"
                raise AssertionError(f"{where}: {error}\n{monkey.history()}") from error
            done[name] = done.get(name, 0) + 1
            if number % _TELL == 0:
                tell(f"{number} steps")
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
        done = run(Path(folder), given.steps, given.seed, lambda told: print(told, flush=True))
    for name, count in sorted(done.items(), key=lambda pair: -pair[1]):
        print(f"{count:6} {name}")
    print(f"{given.steps} steps in {time.monotonic() - start:.0f} s: all as it should be")
    return 0


if __name__ == "__main__":
    sys.exit(main())
