"""The editor in a comfortable measure: lines no longer than set, margins on both sides."""

from __future__ import annotations

import re

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from writer_assistant.gui.editor import DraftEditor

_LEAST_MARGIN = 24
_NARROW = 420
"""Pixels below which the margins shrink with the window."""
_TOP = 20
_LARGER = 2.0
"""Points by which a draft's letters exceed the system's when nothing is set."""
_LONG = 2000
"""Letters of a word that no line can hold."""
_LONG_WORD = re.compile(rf"\S{{{_LONG}}}")
SIZES = (7, 48)
"""Smallest and largest size of the letters, in points."""


class EditorColumn(QWidget):
    """Holds the editor, with a find bar or the like below it."""

    def __init__(self, editor: DraftEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._line_width = 72
        self._letters = ("", 0)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(editor, 1)
        editor.installEventFilter(self)
        self._document = editor.document()
        self._document.contentsChange.connect(self._wrap_long_words)
        editor.session_changed.connect(self._on_session)

    def add_below(self, widget: QWidget) -> None:
        """Put ``widget`` below the editor."""
        self._layout.addWidget(widget)

    def set_line_width(self, characters: int) -> None:
        """Wrap lines after about so many characters, where there is room for them."""
        self._line_width = characters
        self._fit()

    def set_font(self, family: str, size: int) -> None:
        """Show the draft in letters of ``family`` and ``size``; empty and 0 follow the system."""
        self._letters = (family, size)
        font = QFont(QGuiApplication.font())
        if family:
            font = QFont(family)
        font.setPointSizeF(size or _system_size() + _LARGER)
        if font != self._editor.font():
            self._editor.setFont(font)
        self._fit()

    @property
    def font_size(self) -> int:
        """Size of the letters in points."""
        return round(self._editor.font().pointSizeF())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's letters when these are changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.set_font(*self._letters)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the margins to the editor's new size."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _on_session(self) -> None:
        self._document.contentsChange.disconnect(self._wrap_long_words)
        self._document = self._editor.document()
        if self._document.defaultFont() != self._editor.font():
            # Letters are those of the document that was there when they were chosen.
            self._document.setDefaultFont(self._editor.font())
        self._document.contentsChange.connect(self._wrap_long_words)
        self._editor.setWordWrapMode(QtGui.QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._wrap_long_words(0, 0, self._document.characterCount())

    def _wrap_long_words(self, position: int, _removed: int, added: int) -> None:
        """Wrap anywhere once there is a word of thousands of letters.

        Looking for a place between words takes Qt time that grows with the square of the word's
        length: 1.5 s a key at 100,000 letters. This comes before the text is laid out.
        """
        if added < _LONG:
            return
        anywhere = QtGui.QTextOption.WrapMode.WrapAnywhere
        block = self._editor.document().findBlock(position)
        while block.isValid() and block.position() <= position + added:
            if block.length() > _LONG and _LONG_WORD.search(block.text()):
                self._editor.setWordWrapMode(anywhere)
                return
            block = block.next()

    def _fit(self) -> None:
        editor = self._editor
        room = editor.width() - editor.verticalScrollBar().sizeHint().width()
        measure = editor.fontMetrics().averageCharWidth() * self._line_width
        least = _LEAST_MARGIN if room > _NARROW else _LEAST_MARGIN // 2
        side = max(least, (room - measure) // 2)
        margins = editor.viewportMargins()
        if (margins.left(), margins.top()) != (side, _TOP):
            editor.setViewportMargins(side, _TOP, side, 0)


def _system_size() -> float:
    size = QGuiApplication.font().pointSizeF()
    return size if size > 0 else 10.0
