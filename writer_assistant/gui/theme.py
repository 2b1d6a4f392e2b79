"""Light and dark: colours by role, the widgets' style, icons in the theme's colours.

The roles in ``resources/themes/*.json`` (JSON, because it is read before the first paint):
``window`` is around the draft, ``surface`` the draft itself, ``raised`` a card; ``text`` and
``muted`` (second lines) are readable on all three; ``accent`` is the one accent, ``selection`` the
ground of marked text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui import highlights
from writer_assistant.gui.highlights import MarkStyle
from writer_assistant.paths import resource_root

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_MIDDLE = 128


class Theme(QObject):
    """The application's colours.

    Signals:
        changed: colours and icons are others now.
    """

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._colours: Mapping[str, QColor] = {}
        self._name = ""
        # The style's palette tells the same as styleHints(), and without the enums of Qt.
        ground = QGuiApplication.palette().window().color()
        self._system = "dark" if ground.lightness() < _MIDDLE else "light"
        if choice != "system":
            self._tell_system()
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def is_dark(self) -> bool:
        """Whether light letters stand on a dark ground."""
        return self._name == "dark"

    @property
    def mark_styles(self) -> Mapping[Kind, MarkStyle]:
        """How the kinds are marked in this theme."""
        return highlights.DARK if self.is_dark else highlights.LIGHT

    def colour(self, role: str) -> QColor:
        """Return the colour of a role named in the theme's file."""
        return self._colours[role]

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return the icon ``name`` in the colour of ``role``; drawn when it is first seen."""
        from writer_assistant.gui.drawn_icon import drawn_icon  # not for the first paint

        return drawn_icon(name, self.colour(role), self.colour("muted"))

    def set_choice(self, choice: str) -> None:
        """Take ``light``, ``dark`` or what the ``system`` says."""
        if choice != self._choice:
            self._choice = choice
            self._tell_system()
            self._apply()

    def _tell_system(self) -> None:
        """Let what the system draws (title bars, its own dialogs) be as light or dark as we are."""
        from PySide6.QtCore import Qt

        hints = QGuiApplication.styleHints()
        if not hasattr(hints, "setColorScheme"):
            return  # before Qt 6.8 the system alone decides
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints.setColorScheme(schemes.get(self._choice, Qt.ColorScheme.Unknown))

    def _follow_system(self) -> None:
        from PySide6.QtCore import Qt

        scheme = QGuiApplication.styleHints().colorScheme()
        self._system = "dark" if scheme is Qt.ColorScheme.Dark else "light"
        self._apply()

    def _apply(self) -> None:
        name = self._system if self._choice == "system" else self._choice
        if name == self._name:
            return
        self._name = name
        folder = resource_root() / "themes"
        values = json.loads((folder / f"{name}.json").read_text("utf-8"))
        self._colours = {role: QColor(value) for role, value in values.items()}
        QApplication.setPalette(self._palette())
        style = Template((folder / "window.qss").read_text("utf-8"))
        pictures = {
            picture: (folder / f"{picture}-{name}.svg").as_posix()
            for picture in ("chevron", "check")
        }
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyleSheet(style.substitute(values, **pictures))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for place, role in _PALETTE.items():
            palette.setColor(place, self._colours[role])
        for place in _DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, place, self._colours["muted"])
        return palette
