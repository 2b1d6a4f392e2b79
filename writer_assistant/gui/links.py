"""Connections that are made together and taken away together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, SignalInstance


class Links:
    """Connects to one thing after another, such as the draft that is shown."""

    def __init__(self) -> None:
        self._made: list[QMetaObject.Connection] = []

    def add(self, signal: Any, slot: Callable[..., object] | SignalInstance) -> None:
        """Connect ``signal`` to ``slot`` until ``clear``."""
        self._made.append(signal.connect(slot))

    def clear(self) -> None:
        """Take away all connections; those whose sender is gone are gone already."""
        for connection in self._made:
            QObject.disconnect(connection)
        self._made = []
