"""Takes versions of the drafts that are open, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from writer_assistant.errors import UserError
from writer_assistant.gui.draft_file import DraftFile
from writer_assistant.gui.exact_text import exact_text
from writer_assistant.gui.language import tr
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.settings import Settings
from writer_assistant.gui.versions import VersionStore, Why

WORK_MS = 10 * 60_000
"""How much work passes between two versions that nobody asked for."""
_THIN_MS = 15_000
"""How long after the start old versions are let go."""


class Archive(QObject):
    """The versions of all drafts, written one after another in a thread.

    Signals:
        failed(object): a ``UserError``: versions cannot be kept; once until they can be again.
    """

    failed = Signal(object)
    _done = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = VersionStore()
        self._settings = settings
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="versions")
        self._has_failed = False
        self._done.connect(self._look)
        self._thin_timer = QTimer(self)
        self._thin_timer.setSingleShot(True)
        self._thin_timer.timeout.connect(self._thin)
        self._thin_timer.start(_THIN_MS)

    @property
    def is_on(self) -> bool:
        """Whether versions are kept."""
        return bool(self._settings["versions_days"])

    def keep(self, draft: str, text: str, why: Why, about: dict[str, Any]) -> None:
        """Keep a state of a draft soon; ``about`` is what is known of it, as ``add`` takes it."""
        if self.is_on:
            self._submit(lambda: self.store.add(draft, text, why, **about))

    def keep_now(self, draft: str, text: str, why: Why, about: dict[str, Any]) -> None:
        """Keep a state of a draft at once, also if versions are switched off.

        Raises:
            UserError: if it cannot be written.
        """
        self._worker.submit(lambda: self.store.add(draft, text, why, **about)).result()

    def move(self, draft: str, to: str) -> None:
        """Let the versions of a draft go along to another name."""
        self._submit(lambda: self.store.move(draft, to))

    def forget(self, draft: str) -> None:
        """Forget the versions of a draft."""
        self._submit(lambda: self.store.forget(draft))

    def wait(self) -> None:
        """Wait until all that was asked for is done."""
        self._worker.submit(lambda: None).result()

    def close(self) -> None:
        """Do what was asked for, and nothing more."""
        self._thin_timer.stop()
        self._done.disconnect(self._look)
        self._worker.shutdown(wait=True)

    def _thin(self) -> None:
        days, megabytes = self._settings["versions_days"], self._settings["versions_megabytes"]
        if days:
            self._submit(lambda: self.store.thin(days=days, megabytes=megabytes))

    def _submit(self, work: Callable[[], object]) -> None:
        self._worker.submit(work).add_done_callback(self._done.emit)

    def _look(self, done: Future[object]) -> None:
        error = done.exception()
        if error is None:
            self._has_failed = False
        elif not self._has_failed:
            self._has_failed = True
            if not isinstance(error, UserError):
                error = UserError(
                    tr("earlier versions cannot be kept ({error})").format(error=error)
                )
            self.failed.emit(error)


class VersionTaker(QObject):
    """Takes the versions of one draft: when it is opened, saved, replaced, and as it is written."""

    def __init__(self, archive: Archive, session: DraftSession, file: DraftFile) -> None:
        super().__init__(file)
        self._archive = archive
        self._session = session
        self._has_path = session.path is not None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WORK_MS)
        self._timer.timeout.connect(lambda: self.take(Why.WORK))
        file.version_due.connect(self.take)
        session.title_changed.connect(self._on_name)
        session.document.contentsChanged.connect(self._on_change)

    @property
    def name(self) -> str:
        """What the draft's versions are kept under."""
        return str(self._session.path or self._session.untitled_id)

    def take(self, why: Why) -> None:
        """Keep the text of this moment soon."""
        self._timer.stop()
        self._archive.keep(self.name, exact_text(self._session.document), why, self._about())

    def take_now(self, why: Why) -> None:
        """Keep the text of this moment at once.

        Raises:
            UserError: if it cannot be written.
        """
        text = exact_text(self._session.document)
        self._archive.keep_now(self.name, text, why, self._about())

    def _about(self) -> dict[str, Any]:
        scores = self._session.scores
        return {"words": scores.words, "focus": scores.focus if scores.analysed == 1 else None}

    def _on_change(self) -> None:
        if self._session.document.isModified() and not self._timer.isActive():
            self._timer.start()

    def _on_name(self) -> None:
        # A draft that gets a name takes its versions along; another file has its own.
        had_path, self._has_path = self._has_path, self._session.path is not None
        if self._has_path and not had_path:
            self._archive.move(self._session.untitled_id, self.name)
