"""Smart quotes and dashes while typing, by choice; undo gives back what the key put in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.lines import text_between, units
from writer_assistant.gui.markdown_look import state_behind
from writer_assistant.text.look import PROSE
from writer_assistant.text.typography import typeset

_FAR = 1_000  # units of a line that are looked back


class Typography(QObject):
    """Watches what is typed into an editor."""

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._quotes = self._dashes = False
        editor.typed.connect(self._on_typed)

    def set_quotes(self, wanted: bool) -> None:  # noqa: FBT001
        """Curl quotation marks and apostrophes, or do not."""
        self._quotes = wanted

    def set_dashes(self, wanted: bool) -> None:  # noqa: FBT001
        """Make dashes of hyphens and ellipses of dots, or do not."""
        self._dashes = wanted

    def _on_typed(self, text: str) -> None:
        if not (self._quotes or self._dashes) or len(text) != 1 or text.isalpha():
            return
        cursor = self._editor.textCursor()
        block, position = cursor.block(), cursor.position()
        if state_behind(block.previous()) != PROSE:
            return
        before = text_between(
            self._editor.document(), max(block.position(), position - _FAR), position
        )
        made = typeset(before, quotes=self._quotes, dashes=self._dashes)
        if made is None:
            return
        # A step of its own: one undo takes back this and nothing else.
        cursor.beginEditBlock()
        cursor.setPosition(
            position - units(before[len(before) - made.length :]), QTextCursor.MoveMode.KeepAnchor
        )
        cursor.insertText(made.text)
        cursor.endEditBlock()
        self._editor.begin_step()
