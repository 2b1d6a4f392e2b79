"""How findings are marked: a colour and a line for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor

from writer_assistant.analysis.finding import Kind


class Line(StrEnum):
    """The form of a line, so that kinds differ without colour."""

    WAVE = "wave"
    DASH = "dash"
    DOT = "dot"
    DOUBLE = "double"
    DASH_DOT = "dash-dot"


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How one kind is marked."""

    colour: QColor
    line: Line


def _styles(**colours: str) -> Mapping[Kind, MarkStyle]:
    lines = {
        Kind.SELF_CENTERED: Line.WAVE,
        Kind.FEATURE_FIRST: Line.DASH,
        Kind.JARGON: Line.DOT,
        Kind.EMPTY_CLAIM: Line.DOUBLE,
        Kind.BARE_ASK: Line.DASH_DOT,
    }
    return {
        kind: MarkStyle(QColor(colours[kind.name.lower()]), line) for kind, line in lines.items()
    }


LIGHT = _styles(
    self_centered="#c2185b",
    feature_first="#1565c0",
    jargon="#9a6700",
    empty_claim="#7b1fa2",
    bare_ask="#00796b",
)
"""For dark text on a light ground."""

DARK = _styles(
    self_centered="#ff6f91",
    feature_first="#6cb6ff",
    jargon="#e3b341",
    empty_claim="#d2a8ff",
    bare_ask="#4dd0b1",
)
"""For light text on a dark ground."""
