"""Several drafts: tabs, windows, files, versions, and the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from tests.endurance.habit import PIECES, Habit
from tests.endurance.model import Model
from writer_assistant.gui.exact_text import exact_text
from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.open_draft import OpenDraft
from writer_assistant.gui.versions_dialog import VersionsDialog

if TYPE_CHECKING:
    from tests.endurance.monkey import Monkey

_MOST_DRAFTS = 6
_MOST_WINDOWS = 2


class Filing(Habit):
    """Opens, closes, saves drafts, and lets other programs write in their files."""

    def __init__(self, monkey: Monkey) -> None:
        super().__init__(monkey)
        self._closed: list[str] = []
        self._changes = 0
        self.actions = {
            self.new_draft: 8,
            self.show_other_draft: 25,
            self.move_tab: 5,
            self.close_draft: 6,
            self.reopen_draft: 4,
            self.save: 12,
            self.save_as: 3,
            self.open_file: 5,
            self.change_file: 4,
            self.lose_file: 2,
            self.restore_version: 4,
            self.new_window: 3,
            self.go_to_other_window: 8,
            self.close_window: 2,
            self.start_anew: 3,
        }

    @property
    def _has_room(self) -> bool:
        return len(self.monkey.models) < _MOST_DRAFTS

    # Tabs and windows

    def new_draft(self) -> None:
        """Begin a new draft."""
        if not self._has_room:
            return
        was_untouched = self.draft.is_untouched
        self.desk.press(self.chance.choice(("Ctrl+N", "Ctrl+T")))
        assert was_untouched or self.draft not in self.monkey.models
        self.monkey.models[self.draft] = Model.begun_with("")

    def show_other_draft(self) -> None:
        """Go to another draft."""
        self.desk.press(
            self.chance.choice(("Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+PgDown", "Ctrl+PgUp"))
        )

    def move_tab(self) -> None:
        """Drag a tab elsewhere."""
        order = list(self.window.drafts)
        if len(order) > 1:
            start, end = self.chance.randrange(len(order)), self.chance.randrange(len(order))
            self.window.drafts.bar.moveTab(start, end)
            order.insert(end, order.pop(start))
            assert list(self.window.drafts) == order

    def close_draft(self) -> None:
        """Close the draft, unless it is the last one and empty: that would close the window."""
        drafts, draft = self.window.drafts, self.draft
        if len(drafts) == 1 and draft.is_untouched:
            return
        self.desk.press("Ctrl+W")
        if not self._take_answers():
            return
        self._let_go(draft)
        if drafts.current not in self.monkey.models:
            self.monkey.models[drafts.current] = Model.begun_with("")

    def _take_answers(self) -> bool:
        """Take what was answered to questions about unsaved changes; whether none was Cancel."""
        asked, self.desk.asked[:] = list(self.desk.asked), []
        buttons = QMessageBox.StandardButton
        for draft, answer in asked:
            model = self.monkey.models[draft]
            assert draft.path is not None, "it was asked about what is kept anyway"
            if answer == buttons.Save:
                model.saved = model.text
                assert draft.path.read_text("utf-8") == model.text
        return all(answer != buttons.Cancel for _, answer in asked)

    def _let_go(self, draft: OpenDraft) -> None:
        model = self.monkey.models.pop(draft)
        if model.saved is not None:
            self._closed.append(model.saved)
        elif model.text:
            self._closed.append(model.text)

    def reopen_draft(self) -> None:
        """Open the draft again that was closed last."""
        if not self._closed or not self._has_room:
            return
        expected, before = self._closed.pop(), self.draft
        self.desk.press("Ctrl+Shift+T")
        shown = self.draft
        assert shown is not before or self.text == expected
        saved = expected if shown.path is not None else None
        self.monkey.models[shown] = Model.begun_with(expected, saved)

    def new_window(self) -> None:
        """Open another window."""
        windows = self.desk.workspace.windows
        if len(windows) < _MOST_WINDOWS and self._has_room:
            self.desk.press("Ctrl+Shift+N")
            self.desk.window = windows[-1]
            self.monkey.models[self.draft] = Model.begun_with("")

    def go_to_other_window(self) -> None:
        """Go to another window."""
        self.desk.window = self.chance.choice(self.desk.workspace.windows)

    def close_window(self) -> None:
        """Close a window that is not the last."""
        windows = self.desk.workspace.windows
        if len(windows) == 1:
            return
        drafts = list(self.window.drafts)
        self.desk.press("Ctrl+Shift+W")
        if self._take_answers():
            for draft in drafts:
                self._let_go(draft)
            (self.desk.window,) = windows

    # Files

    def save(self) -> None:
        """Save; a draft without a file gets one, and comes to be another kind of text perhaps."""
        if self.draft.path is None and self.draft.is_empty:
            return
        self.desk.press("Ctrl+S")
        assert self.draft.path is not None
        self.model.saved = self.model.text

    def save_as(self) -> None:
        """Save under another name."""
        before = self.draft.path
        self.desk.press("Ctrl+Shift+S")
        assert self.draft.path not in {None, before}
        self.model.saved = self.model.text

    def open_file(self) -> None:
        """Open a file that was saved once; it may be open already, here or in another window."""
        files = sorted(
            path
            for path in self.desk.folder.glob("draft-*")
            if path.suffix in {".md", ".txt"} and path.suffixes == [path.suffix]
        )
        if not files or not self._has_room:
            return
        path, workspace = self.chance.choice(files), self.desk.workspace
        known = workspace.draft_of(path)
        workspace.open_file(path, self.window)
        window = workspace.window_of(path)
        assert window is not None
        self.desk.window = window
        if known is None:
            text = path.read_text("utf-8")
            self.monkey.models[self.draft] = Model.begun_with(text, text)
        else:
            assert self.draft is known

    def lose_file(self) -> None:
        """Let the file vanish, undo something, and bring the file back."""
        draft = self.draft
        if draft.path is None:
            return
        draft.path.unlink()
        draft.file.look()
        for _ in range(self.chance.randrange(3)):
            self.monkey.undo()
            assert self.session.document.isModified(), "no file holds this, and it counts as saved"
        self.desk.press("Ctrl+S")
        self.model.saved = self.model.text

    def change_file(self) -> None:
        """Let another program change the file, then take that or stay with what is here."""
        draft, model = self.draft, self.model
        if draft.path is None:
            return
        self._changes += 1  # so that no file is what it was before
        theirs = f"{self.chance.choice(PIECES)}{self._changes}"
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
        draft, model = self.draft, self.model
        self.desk.do("show_versions")
        (dialog,) = [d for d in self.desk.dialogs() if isinstance(d, VersionsDialog)]
        if dialog.list.count():
            dialog.list.setCurrentRow(self.chance.randrange(dialog.list.count()))
            version = dialog.current
            assert version is not None
            dialog.restore_button.click()
            model.become(version.read())
        assert draft is self.draft

    # The next start

    def start_anew(self) -> None:
        """End the program, by its menu or with the system, and start it again."""
        desk = self.desk
        desk.look_around()
        if self.chance.random() < 0.5:
            desk.do("quit")
            discarded = [
                draft
                for draft, answer in desk.asked
                if answer == QMessageBox.StandardButton.Discard
            ]
            if not self._take_answers():
                return
            desk.workspace.archive.close()
        else:
            discarded = []
            desk.end()
        models = self.monkey.models
        for draft in discarded:
            models[draft].text = models[draft].saved or ""
        left = [self._kept(window) for window in desk.ended]
        self.monkey.models = {}
        self._closed = []
        desk.begin()
        self._compare_with([drafts for drafts in left if drafts])

    def _kept(self, window: MainWindow) -> list[Model]:
        """Return what must come back of a window: all but empty drafts that have no file."""
        models = [self.monkey.models[draft] for draft in self.desk.order[window]]
        return [model for model in models if model.text or model.saved is not None]

    def _compare_with(self, left: list[list[Model]]) -> None:
        """See that what was left is back, window by window, in its order."""
        windows = list(self.desk.workspace.windows)
        if not left:
            (window,) = windows
            assert window.drafts.current.is_untouched
            self.monkey.models[window.drafts.current] = Model.begun_with("")
            return
        assert len(windows) == len(left)
        texts = {
            window: [(exact_text(d.session.document), d.path is not None) for d in window.drafts]
            for window in windows
        }
        for window, drafts in texts.items():
            there = [
                models
                for models in left
                if [(model.text, model.saved is not None) for model in models] == drafts
            ]
            assert there, f"{drafts} is back, but not what was left: {left}"
            left.remove(there[0])
            for draft, model in zip(window.drafts, there[0], strict=True):
                self.monkey.models[draft] = Model.begun_with(model.text, model.saved)
