"""Asking for the name of a file to write, so that none is replaced without a question."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from writer_assistant.gui.language import tr


def ask_save_name(
    parent: QWidget,
    title: str,
    proposal: Path,
    formats: Mapping[str, str],
    suffix: str,
    *,
    any_suffix: bool = False,
) -> Path | None:
    """Return the file that somebody names, with a suffix; None if they turn away.

    The dialog asks before an existing file is replaced, but knows only the name that was typed:
    where a suffix is added to that, it is asked here.

    Args:
        parent: window of the dialog.
        title: of the dialog.
        proposal: folder and name to begin with.
        formats: what the dialog calls each kind of file, by its suffix.
        suffix: the kind that is chosen at first, and is added where none is picked.
        any_suffix: whether a name may end in another suffix.
    """
    chosen, kind = QFileDialog.getSaveFileName(
        parent, title, str(proposal), ";;".join(formats.values()), formats[suffix]
    )
    if not chosen:
        return None
    target = Path(chosen)
    if target.name.casefold().endswith(tuple(formats)) or (any_suffix and target.suffix):
        return target
    picked = next((one for one, text in formats.items() if text == kind), suffix)
    target = target.with_name(f"{target.name}{picked}")
    return target if not target.exists() or _may_replace(parent, target) else None


def _may_replace(parent: QWidget, target: Path) -> bool:
    answer = QMessageBox.question(
        parent,
        "Writer Assistant",
        tr("“{name}” exists already. Replace it?").format(name=target.name),
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
        QMessageBox.StandardButton.No,
    )
    return answer == QMessageBox.StandardButton.Yes
