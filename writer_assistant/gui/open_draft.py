"""One of the drafts that a window has open; asleep, and cheap, until it is first looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from writer_assistant.errors import UserError
from writer_assistant.gui.archive import VersionTaker
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.drafts import Copy, Snapshot
from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.language import tr
from writer_assistant.gui.lines import place_for_caret
from writer_assistant.gui.reader_offer import ReaderOffer
from writer_assistant.gui.recent import RecentDraft
from writer_assistant.gui.session import DraftSession

if TYPE_CHECKING:
    from writer_assistant.gui.workspace import Workspace

_LABEL_MS = 400
"""How long after a change the name of a draft without a file follows its first words."""
_LABEL = 28
_FIRST_LINE = 120
_HEAD = 40
"""Lines in which there is one that says something."""
_MARKS = re.compile(r"^\s*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+")


class OpenDraft(QObject):
    """A draft with its file, its versions, and the place where it was left.

    Signals:
        looks_changed: it is called something else, or has unsaved changes, or none any more.
        message(object): a ``Message`` about it.
        dismissed(str): messages of that topic do not hold any more.
    """

    looks_changed = Signal()
    message = Signal(object)
    dismissed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        parent: QObject | None = None,
        *,
        session: DraftSession | None = None,
        copy: Copy | None = None,
        snapshot: Snapshot | None = None,
    ) -> None:
        """Open a draft.

        Args:
            workspace: the program.
            parent: its owner.
            session: its text, if there is one already.
            copy: the recovery copy that it comes from, if it does.
            snapshot: what that holds; it is looked at when it is first shown.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._snapshot = snapshot
        self._copy = copy
        self._session: DraftSession | None = None
        self._file: DraftFile | None = None
        self._versions: VersionTaker | None = None
        self._view: tuple[int, int, int] | None = None
        self._where: Callable[[], tuple[str, int, bool]] = lambda: ("", 0, False)
        self._had_scores = False
        self._label_timer = QTimer(self)
        self._label_timer.setSingleShot(True)
        self._label_timer.setInterval(_LABEL_MS)
        self._label_timer.timeout.connect(self.looks_changed)
        if snapshot is None:
            self._wake(session or DraftSession(workspace.client))

    # Awake and asleep

    @property
    def is_awake(self) -> bool:
        """Whether it was looked at already."""
        return self._session is not None

    @property
    def session(self) -> DraftSession:
        """Its text and findings; it is woken for that."""
        if self._session is None:
            self._wake(DraftSession(self._workspace.client))
            self._bring_back()
        assert self._session is not None  # noqa: S101
        return self._session

    @property
    def file(self) -> DraftFile:
        """Its file; it is woken for that."""
        assert self.session is not None  # noqa: S101
        assert self._file is not None  # noqa: S101
        return self._file

    @property
    def versions(self) -> VersionTaker:
        """What takes its versions; it is woken for that."""
        assert self.session is not None  # noqa: S101
        assert self._versions is not None  # noqa: S101
        return self._versions

    def _wake(self, session: DraftSession) -> None:
        session.setParent(self)
        self._session = session
        self._file = file = DraftFile(session, self._copy, self)
        self._copy = None
        file.set_where(lambda: self._where())
        self._versions = VersionTaker(self._workspace.archive, session, file)
        file.message.connect(self.message)
        file.dismissed.connect(self.dismissed)
        session.title_changed.connect(self.looks_changed)
        session.document.modificationChanged.connect(lambda _: self.looks_changed.emit())
        session.document.contentsChanged.connect(self._on_change)
        file.opened.connect(self.looks_changed)
        offer = ReaderOffer(session, self._workspace, self)
        offer.message.connect(self.message)
        offer.dismissed.connect(self.dismissed)
        file.saved_as.connect(offer.stay)
        file.opened.connect(offer.make)
        file.saved.connect(self._remember)
        session.scores_changed.connect(self._on_scores)

    def _bring_back(self) -> None:
        snapshot, self._snapshot = self._snapshot, None
        if snapshot is not None and self._file is not None:
            self._file.bring_back(snapshot)
            self._view = (snapshot.caret, snapshot.caret, -1)

    # What it is

    @property
    def path(self) -> Path | None:
        """Its file's path, if it has one."""
        if self._session is not None:
            return self._session.path
        return self._snapshot.path if self._snapshot else None

    @property
    def untitled_id(self) -> str:
        """What it is known by while it has no file."""
        if self._session is not None:
            return self._session.untitled_id
        return self._snapshot.untitled_id if self._snapshot else ""

    @property
    def is_modified(self) -> bool:
        """Whether it has changes that its file does not hold."""
        if self.is_practice:
            return False
        if self._session is not None:
            return self._session.document.isModified()
        return self._snapshot is not None and self._snapshot.text is not None

    @property
    def is_untouched(self) -> bool:
        """Whether it is as good as no draft: no file, nothing typed."""
        return self._file is not None and self._file.is_untouched

    @property
    def is_practice(self) -> bool:
        """Whether nothing of it need be kept."""
        return self._file is not None and self._file.is_practice

    @property
    def is_empty(self) -> bool:
        """Whether it has no text."""
        if self._session is not None:
            return self._session.document.isEmpty()
        return self._snapshot is None or (not self._snapshot.text and self._snapshot.path is None)

    @property
    def name(self) -> str:
        """What it is called in titles and messages."""
        if self._file is not None:
            return self._file.name
        path = self.path
        return path.name if path else (self._snapshot and self._snapshot.name) or tr("Untitled")

    @property
    def label(self) -> str:
        """What its tab says: its file's name, or its first words."""
        if self.path is not None or self.name != tr("Untitled"):
            return self.name
        if self._session is not None:
            return label_of("\n".join(self._session.lines(0, _HEAD))) or tr("Untitled")
        return label_of((self._snapshot and self._snapshot.text) or "") or tr("Untitled")

    def about(self) -> RecentDraft:
        """Return what the list of recent drafts should know of it."""
        if self._session is None:
            kept = self._snapshot or Snapshot(None)
            text, caret, focus, words = kept.text or "", kept.caret, None, None
        else:
            lines, scores = self._session.lines(0, _HEAD), self._session.scores
            text, caret, words = "\n".join(lines), self._session.caret, scores.words
            focus = scores.focus if scores.analysed == 1 else None
        return RecentDraft(
            path=self.path,
            untitled_id="" if self.path else self.untitled_id,
            caret=caret,
            first_line=first_line(text)[:_FIRST_LINE],
            focus=focus,
            words=words,
        )

    def _on_change(self) -> None:
        if self.path is None and not self._label_timer.isActive():
            self._label_timer.start()

    def _on_scores(self) -> None:
        """Let the list of recent drafts have the focus of a draft also if it is never saved."""
        if not self._had_scores and self.path is not None and self.session.scores.analysed == 1:
            self._had_scores = True
            self._remember()

    def _remember(self) -> None:
        self._workspace.memory.learn(self.about())

    def set_where(self, where: Callable[[], tuple[str, int, bool]]) -> None:
        """Let its recovery copies say where it is: window, place in it, whether in front."""
        self._where = where

    # Shown and left

    def enter(self, editor: DraftEditor) -> None:
        """Show it in ``editor``, where it was left."""
        session = self.session
        caret = session.caret
        editor.set_session(session)
        anchor, position, line = self._view or (caret, caret, -1)
        cursor = QTextCursor(session.document)
        cursor.setPosition(place_for_caret(session.document, anchor))
        place = place_for_caret(session.document, position)
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        if line >= 0:
            editor.verticalScrollBar().setValue(line)
        else:
            editor.ensureCursorVisible()

    def leave(self, editor: DraftEditor) -> None:
        """Remember where it is left."""
        cursor = editor.textCursor()
        line = editor.firstVisibleBlock().firstLineNumber()
        self._view = (cursor.anchor(), cursor.position(), line)
        self._remember()

    def moved(self) -> None:
        """Tell that it is at another place in the window, or in front, or not any more."""
        if self._file is not None:
            self._file.moved()

    def close(self, *, keep: bool = False, orderly: bool = False) -> None:
        """Let it go; the arguments are those of ``DraftFile.close``."""
        self._label_timer.stop()
        if self._file is not None and self._session is not None:
            self._file.close(keep=keep, orderly=orderly)
            self._session.close()
        elif self._copy is not None and self._snapshot is not None:
            if keep:
                window, place, in_front = self._where()
                moved = replace(self._snapshot, window=window, place=place, in_front=in_front)
                with suppress(UserError):  # what it says of the place is not that important
                    self._copy.write(moved)
            else:
                self._copy.discard()
            self._copy.release()
            self._copy = None


def first_line(text: str) -> str:
    """Return the first line that says something, without the marks in front of it."""
    for line in text.split("\n", _HEAD):
        words, before = line, ""
        while words != before:
            words, before = _MARKS.sub("", words), words
        if any(letter.isalnum() for letter in words):
            return " ".join(words.split())
    return ""


def label_of(text: str) -> str:
    """Return the first words of a text, short enough for a tab."""
    line = first_line(text)
    if len(line) <= _LABEL:
        return line
    return f"{line[:_LABEL].rsplit(' ', 1)[0].rstrip(',;:.–-')}…"
