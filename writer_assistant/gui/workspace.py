"""What all windows share: settings, theme, personas, the engine, and who has which draft open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from writer_assistant.analysis.finding import Kind
from writer_assistant.errors import UserError
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.recent import Memory
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.settings import Settings
from writer_assistant.gui.theme import Theme
from writer_assistant.paths import resource_root, user_lexicons

if TYPE_CHECKING:
    from writer_assistant.gui.drafts import Copy, Snapshot
    from writer_assistant.gui.persona_shelf import PersonaShelf
    from writer_assistant.gui.user_dictionary import UserDictionary

FIRST_SAMPLE = "operations-lead"
"""Name of the sample draft and of its persona that the first start shows, if they are there."""


class Workspace(QObject):
    """The program as the windows know it.

    Signals:
        message(object): a ``Message`` that is not about one draft.
        dismissed(str): messages of that topic do not hold any more.
        emptied: the last window is closed.
    """

    message = Signal(object)
    dismissed = Signal(str)
    emptied = Signal()

    def __init__(self, client: EngineClient | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.client = client
        self.settings = Settings(parent=self)
        self.memory = Memory()
        self.is_first_start = self.memory.is_first_start
        self.theme = Theme(self.settings["theme"], self)
        self.windows: list[MainWindow] = []
        self.settings.changed.connect(self._on_setting)
        if client is not None:
            client.problem.connect(lambda *problem: self.tell(UserError(*problem)))

    @cached_property
    def dictionary(self) -> UserDictionary:
        """The user's own words; they can wait until the first window is painted."""
        from writer_assistant.gui.user_dictionary import UserDictionary

        dictionary = UserDictionary(parent=self)
        dictionary.changed.connect(self.send_spelling)
        dictionary.problem.connect(lambda error: self.tell(error, "dictionary", "caution"))
        return dictionary

    @cached_property
    def shelf(self) -> PersonaShelf:
        """The personas; they can wait until the first window is painted."""
        from writer_assistant.gui.persona_shelf import PersonaShelf

        shelf = PersonaShelf(self.memory, self)
        shelf.picked_changed.connect(self._on_persona)
        shelf.problem.connect(lambda error: self.tell(error, "persona", "caution"))
        return shelf

    def tell(self, error: UserError, topic: str = "", tone: str = "wrong") -> None:
        """Show an error in every window."""
        from writer_assistant.gui.message_bar import Message

        self.message.emit(Message.of(error, topic, tone))

    def open_window(self, copy: Copy | None = None, *, bare: bool = False) -> MainWindow:
        """Return a new window with an empty draft, not yet shown.

        Args:
            copy: the recovery copy that the draft will come from, if it will.
            bare: with the editor alone, to be painted as soon as can be.
        """
        session = DraftSession(self.client)
        window = MainWindow(self, session)
        session.setParent(window)
        self.windows.append(window)
        window.closed.connect(self._on_closed)
        if not bare:
            window.complete(copy)
        return window

    def window_of(self, path: Path) -> MainWindow | None:
        """Return the window that has ``path`` open."""
        path = path.absolute()
        for window in self.windows:
            theirs = window.session.path
            if theirs is not None and (theirs == path or _is_same(theirs, path)):
                return window
        return None

    def open_file(self, path: Path, beside: MainWindow | None = None) -> None:
        """Show ``path``: in the window that has it, in one that is untouched, or in a new one."""
        if path.name.endswith(".persona.toml"):
            self.pick_persona(path)
            return
        known = self.window_of(path)
        if known is not None:
            known.come_to_front()
            return
        fresh = beside is None or not beside.file.is_untouched
        window = self.open_window() if fresh or beside is None else beside
        if window.file.open(path):
            self.memory.add_recent(path.absolute(), self.memory.caret(path.absolute()))
            window.put_caret(self.memory.caret(path.absolute()))
            window.come_to_front()
        elif fresh:
            if beside is not None:
                # The message belongs where the person is; the new window was never shown.
                for text in window.messages:
                    beside.messages_bar.show_message(text)
                window.abandon()
            else:
                window.come_to_front()

    def pick_persona(self, path: Path | None) -> bool:
        """Write for the persona in ``path`` and remember it."""
        if not self.shelf.pick(path):
            return False
        self.remember("persona", str(path.absolute()) if path else "")
        return True

    def remember(self, name: str, value: object) -> None:
        """Set a setting; trouble with its file is told and nothing more."""
        try:
            self.settings.set(name, value)
        except UserError as error:
            self.tell(error, "settings", "caution")

    def bring_back(self) -> bool:
        """Open a window for every draft that an earlier run left behind; whether there was one."""
        from writer_assistant.gui.drafts import left_behind

        found = False
        for copy, snapshot in left_behind():
            if snapshot.path is not None and self.window_of(snapshot.path):
                copy.release()
                continue
            found = self._bring_back(copy, snapshot) or found
        return found

    def _bring_back(self, copy: Copy, snapshot: Snapshot) -> bool:
        window = self.open_window(copy)
        if not window.file.bring_back(snapshot):
            window.abandon()
            return False
        window.put_caret(snapshot.caret)
        window.show()
        return True

    def show_sample(self, window: MainWindow) -> None:
        """Show the sample draft with its persona in ``window``."""
        folder = resource_root() / "drafts"
        drafts = sorted(folder.glob("*.md"))
        if not drafts:
            return
        draft = next((path for path in drafts if path.stem == FIRST_SAMPLE), drafts[0])
        window.file.show(draft.read_text("utf-8"), "Sample draft")
        persona = resource_root() / "personas" / f"{draft.stem}.persona.toml"
        if persona.is_file():
            self.pick_persona(persona)

    def settle(self) -> None:
        """Do what can wait until the first window is painted."""
        for problem in self.settings.problems:
            self.tell(problem, "settings", "caution")
        if self.shelf.path is None and self.settings["persona"]:
            self.shelf.pick(Path(self.settings["persona"]))
        self.send_settings()
        self.send_spelling()

    def send_spelling(self) -> None:
        """Tell the engine which words are right."""
        if self.client is not None:
            variety = self.settings["spelling"]
            words = () if variety == "off" else self.dictionary.words
            self.client.set_spelling(None if variety == "off" else variety, words)

    def send_settings(self) -> None:
        """Tell the engine what drafts are judged by."""
        if self.client is None:
            return
        shelf = self.shelf
        lexicons = sorted(user_lexicons().glob("*.toml"))
        self.client.set_settings(
            persona=(str(shelf.path), shelf.text) if shelf.path else None,
            authors=list(self.settings["authors"]),
            lexicons=[str(path) for path in lexicons],
            channel=self.settings["channel"] or None,
        )

    def shown_kinds(self) -> list[Kind]:
        """Return the kinds that are shown."""
        return [Kind(value) for value in self.settings["shown_kinds"]]

    def _on_setting(self, name: str) -> None:
        if name == "theme":
            self.theme.set_choice(self.settings["theme"])
        elif name == "spelling":
            self.send_spelling()
        elif name in ("authors", "channel"):
            # Sent once for a dialog's worth of changes.
            QTimer.singleShot(0, self, self.send_settings)

    def _on_persona(self) -> None:
        path = self.shelf.path
        self.remember("persona", str(path) if path else "")
        self.dismissed.emit("persona")
        self.send_settings()

    def _on_closed(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
        window.deleteLater()
        if not self.windows:
            self.emptied.emit()


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
