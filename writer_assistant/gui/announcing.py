"""What is said to people who listen to the screen: marks in a draft cannot be heard there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import Severity
from writer_assistant.gui.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from writer_assistant.gui.live_findings import LiveFinding

_LONGEST = 300


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say ``text``, without taking the keys anywhere.

    Nothing happens where no screen reader listens, or where Qt is older than 6.8.
    """
    from PySide6 import QtGui

    if text and QtGui.QAccessible.isActive() and hasattr(QtGui, "QAccessibleAnnouncementEvent"):
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, text))


def spoken(finding: LiveFinding, number: int, count: int) -> str:
    """Return what is said of a finding, the ``number``-th of ``count``."""
    from writer_assistant.gui.settings_table import KIND_LABELS

    words = " ".join(finding.text.split())
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}…"
    kind = tr(KIND_LABELS[finding.kind])
    if finding.severity is Severity.MILD:
        kind = ", ".join((kind, tr("mild")))
    place = tr("{number} of {count}").format(number=number, count=count)
    stop = "" if words.endswith((".", "!", "?", "…")) else "."
    return f"{kind}, {place}: {words}{stop} {finding.reason}"
