"""Full screen without distraction: the draft, and nothing around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget


class FullScreen(QObject):
    """Puts a window into full screen and back.

    Signals:
        changed(bool): whether it is in full screen now.

    Args:
        window: the window.
        editor: where Escape leaves full screen.
        around: gives what is hidden in it.
    """

    changed = Signal(bool)

    def __init__(
        self, window: QMainWindow, editor: QWidget, around: Callable[[], Sequence[QWidget]]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._around = around
        self._hidden: list[QWidget] = []
        self._was_maximized = False
        self._is_on = False
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), editor)
        self._escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(lambda: self.set_on(False))
        window.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the window is in full screen."""
        return self._is_on

    def set_on(self, on: bool) -> None:  # noqa: FBT001
        """Go into full screen, or back to what was before."""
        if on == self._is_on:
            return
        self._is_on = on
        self._escape.setEnabled(on)
        if on:
            self._was_maximized = self._window.isMaximized()
            self._hidden = [widget for widget in self._around() if not widget.isHidden()]
            for widget in self._hidden:
                widget.hide()
            self._window.showFullScreen()
        else:
            for widget in self._hidden:
                widget.show()
            self._hidden = []
            if self._was_maximized:
                self._window.showMaximized()
            else:
                self._window.showNormal()
        self.changed.emit(on)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave when the window closes, so that it comes back as an ordinary one."""
        if event.type() is QEvent.Type.Close and self._is_on:
            self.set_on(False)
        return False
