"""What all windows share: settings, theme, personas, the engine, and who has which draft open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from writer_assistant.analysis.finding import Kind
from writer_assistant.errors import UserError
from writer_assistant.gui.engine_client import EngineClient
from writer_assistant.gui.language import tr
from writer_assistant.gui.main_window import MainWindow
from writer_assistant.gui.recent import Memory, RecentDraft
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.settings import Settings
from writer_assistant.gui.theme import Theme
from writer_assistant.paths import resource_root, user_lexicons

if TYPE_CHECKING:
    from writer_assistant.gui.archive import Archive
    from writer_assistant.gui.drafts import Copy, Snapshot
    from writer_assistant.gui.open_draft import OpenDraft
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
        self.closed: list[RecentDraft] = []
        """What was closed in this run, latest last."""
        self.is_ending = False
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

    @cached_property
    def archive(self) -> Archive:
        """The earlier versions of drafts; they too can wait."""
        from writer_assistant.gui.archive import Archive

        archive = Archive(self.settings, self)
        archive.failed.connect(lambda error: self.tell(error, "versions", "caution"))
        return archive

    def tell(self, error: UserError, topic: str = "", tone: str = "wrong") -> None:
        """Show an error in every window."""
        from writer_assistant.gui.message_bar import Message

        self.message.emit(Message.of(error, topic, tone))

    def open_window(self, *, bare: bool = False) -> MainWindow:
        """Return a new window with an empty draft, not yet shown.

        With ``bare`` it has the editor alone, to be painted as soon as can be.
        """
        session = DraftSession(self.client)
        window = MainWindow(self, session)
        session.setParent(window)
        self.windows.append(window)
        window.closed.connect(self._on_closed)
        if not bare:
            window.complete()
        return window

    def find_draft(self, is_it: Callable[[OpenDraft], bool]) -> OpenDraft | None:
        """Return the first open draft for which ``is_it`` holds."""
        complete = [window for window in self.windows if window.furnishing is not None]
        return next(filter(None, (window.drafts.find(is_it) for window in complete)), None)

    def is_open(self, draft: RecentDraft) -> bool:
        """Whether a recent draft is open already."""
        return self._opened(draft) is not None

    def about(self, draft: RecentDraft) -> RecentDraft:
        """Return what is known of a recent draft at this moment."""
        opened = self._opened(draft)
        if opened is None or not opened.is_awake:
            return draft
        now = opened.about()
        return replace(now, focus=draft.focus if now.focus is None else now.focus, on=draft.on)

    def _opened(self, draft: RecentDraft) -> OpenDraft | None:
        if draft.path is not None:
            return self.draft_of(draft.path)
        return self.find_draft(lambda other: other.untitled_id == draft.untitled_id)

    def draft_of(self, path: Path) -> OpenDraft | None:
        """Return the open draft whose file is ``path``."""
        path = path.absolute()
        return self.find_draft(
            lambda draft: (
                draft.path is not None and (draft.path == path or _is_same(draft.path, path))
            )
        )

    def window_of(self, path: Path) -> MainWindow | None:
        """Return the window that has ``path`` open."""
        draft = self.draft_of(path)
        return self._window_with(draft) if draft is not None else None

    def _window_with(self, draft: OpenDraft) -> MainWindow | None:
        return next((window for window in self.windows if draft in window.drafts), None)

    def show_draft(self, draft: OpenDraft) -> None:
        """Show an open draft, its window before all others."""
        window = self._window_with(draft)
        if window is not None:
            window.drafts.show(draft)
            window.come_to_front()

    def open_file(self, path: Path, beside: MainWindow | None = None) -> None:
        """Show ``path``: where it is open, in place of an empty draft, or in a tab of its own."""
        from writer_assistant.gui.open_draft import OpenDraft

        if path.name.endswith(".persona.toml"):
            self.pick_persona(path)
            return
        known = self.draft_of(path)
        if known is not None:
            self.show_draft(known)
            return
        window = beside or next(iter(self.windows), None) or self.open_window()
        caret = self.memory.caret(path.absolute())
        shown = window.drafts.current
        if not shown.is_untouched:
            window.drafts.add(OpenDraft(self))
        if window.file.open(path):
            window.put_caret(caret)
            self.memory.add_draft(window.drafts.current.about())
        elif window.drafts.current is not shown:
            # The message belongs where the person is.
            messages, empty = window.messages, window.drafts.current
            window.drafts.show(shown)
            window.closing.close_draft(empty)
            for message in messages:
                window.messages_bar.show_message(message, shown)
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

    def bring_back(self, window: MainWindow | None = None) -> bool:
        """Open what the last run left behind; whether there was anything.

        The drafts that were in one window come into one again, the first ones into ``window``.
        Unless the drafts of last time are wanted, only those with unsaved changes come.
        """
        from writer_assistant.gui.drafts import left_behind

        groups: dict[str, list[tuple[Copy, Snapshot]]] = {}
        for copy, snapshot in left_behind(tell=lambda error: self.tell(error, tone="caution")):
            if self._is_wanted(snapshot):
                name = snapshot.window or next(iter(groups), "")
                groups.setdefault(name, []).append((copy, snapshot))
            else:
                copy.discard()
                copy.release()
        for name, drafts in groups.items():
            target, window = window or self.open_window(), None
            self._bring_back(target, name, sorted(drafts, key=lambda draft: draft[1].place))
            target.show()
        return bool(groups)

    def _is_wanted(self, snapshot: Snapshot) -> bool:
        if snapshot.text is not None:
            return True
        path = snapshot.path
        if path is None or not path.is_file() or self.draft_of(path) is not None:
            return False
        return self.settings["reopen_last"] or not snapshot.orderly

    def _bring_back(
        self, window: MainWindow, name: str, drafts: Sequence[tuple[Copy, Snapshot]]
    ) -> None:
        from writer_assistant.gui.open_draft import OpenDraft

        empty = window.drafts.current if window.file.is_untouched else None
        if empty is not None:
            window.drafts.id = name or window.drafts.id
        opened = [OpenDraft(self, copy=copy, snapshot=snapshot) for copy, snapshot in drafts]
        for draft in opened:
            window.drafts.add(draft, show=False)
        in_front = [snapshot.in_front for _, snapshot in drafts]
        if empty is not None:
            window.drafts.show(opened[in_front.index(True) if any(in_front) else -1])
            window.closing.close_draft(empty)

    def ends_with(self, window: MainWindow) -> bool:
        """Whether the program ends when ``window`` is closed."""
        return self.is_ending or self.windows == [window]

    def end(self) -> None:
        """Close all windows, unless the person wants one to stay."""
        self.is_ending = True
        if all(window.may_close() for window in self.windows):
            for window in list(self.windows):
                window.close()
        self.is_ending = False

    def show_sample(self, window: MainWindow) -> None:
        """Show the sample draft with its persona in ``window``."""
        folder = resource_root() / "drafts"
        drafts = sorted(folder.glob("*.md"))
        if not drafts:
            return
        draft = next((path for path in drafts if path.stem == FIRST_SAMPLE), drafts[0])
        persona = resource_root() / "personas" / f"{draft.stem}.persona.toml"
        if persona.is_file():
            self.pick_persona(persona)
        window.file.show(draft.read_text("utf-8"), tr("Sample draft"))

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
