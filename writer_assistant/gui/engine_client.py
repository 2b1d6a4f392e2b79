"""The window's end of the engine: one child process for all drafts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal


class EngineClient(QObject):
    """Starts the engine, keeps its mirrors true, brings it back when it dies or hangs.

    ``state`` is one of ``starting`` (no answer yet), ``lexicon`` (word lists only), ``ready``,
    ``restarting`` and ``failed`` (three deaths within a minute; ``restart`` tries again).
    """

    state_changed = Signal()
    problem = Signal(str, str, str)
    """What, where, remedy."""

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        raise NotImplementedError

    @property
    def state(self) -> str:
        """How the engine is."""
        raise NotImplementedError

    def start(self) -> None:
        """Start the child; returns at once."""

    def restart(self) -> None:
        """Start again, also after giving up."""

    def stop(self) -> None:
        """End the child."""

    def set_settings(
        self,
        *,
        persona: tuple[str, str] | None,
        authors: Sequence[str] = (),
        lexicons: Sequence[str] = (),
        channel: str | None = None,
    ) -> None:
        """Say what all drafts are judged by; ``persona`` is the file's path and its content."""
