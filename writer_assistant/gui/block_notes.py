"""What the window knows of a line and does not write into it.

Notes hang on Qt's block: they travel with it and go with it, so that nothing has to be counted
anew when lines come and go elsewhere.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockUserData


class BlockNotes(QTextBlockUserData):
    """Notes on one line; places are UTF-16 units from its start.

    Attributes:
        look_key: what the look was made from (see ``markdown_look``).
        look: the stretches that are formatted.
        misspelt: words that no dictionary knows, ascending.
    """

    def __init__(self) -> None:
        super().__init__()
        self.look_key: tuple[object, ...] = ()
        self.look: tuple[tuple[int, int, int], ...] = ()
        self.misspelt: tuple[tuple[int, int], ...] = ()


def notes_of(block: QTextBlock) -> BlockNotes:
    """Return the notes on ``block``; new ones if there are none."""
    notes = block.userData()
    if not isinstance(notes, BlockNotes):
        notes = BlockNotes()
        block.setUserData(notes)
    return notes


def misspelt_in(block: QTextBlock) -> tuple[tuple[int, int], ...]:
    """Return the misspelt words of ``block``."""
    notes = block.userData()
    return notes.misspelt if isinstance(notes, BlockNotes) else ()
