"""Data for the clipboard that outlive the interpreter."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QStringListModel


def new_mime_data() -> QMimeData:
    """Return empty data that Qt made.

    What Python makes is of a class of the binding. Where the platform's clipboard is taken down
    after the interpreter, its end needs the interpreter, and the program crashes as it quits.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data
