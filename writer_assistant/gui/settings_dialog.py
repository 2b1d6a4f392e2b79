"""The preferences: a page made from the table of settings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.errors import UserError
from writer_assistant.gui.flow import FlowLayout
from writer_assistant.gui.language import tr
from writer_assistant.gui.settings import Settings
from writer_assistant.gui.settings_table import SETTINGS, Setting

_LABELS = 140
"""Pixels that labels take, so that the fields of all groups stand below each other."""


class SettingsDialog(QDialog):
    """Shows every setting of the table that has a group; OK sets those that were changed."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self._settings = settings
        self.fields: dict[str, QWidget] = {}
        self._readers: dict[str, Callable[[], Any]] = {}
        self._writers: dict[str, Callable[[Any], None]] = {}
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(16, 8, 16, 16)
        shown = [setting for setting in SETTINGS if setting.group]
        for group, members in groupby(shown, key=lambda setting: setting.group):
            heading = QLabel(tr(group))
            heading.setProperty("role", "heading")
            heading.setContentsMargins(0, 12, 0, 2)
            page.addWidget(heading)
            form = QFormLayout()
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setHorizontalSpacing(14)
            form.setVerticalSpacing(6)
            form.setContentsMargins(0, 0, 0, 0)
            for setting in members:
                self._add(form, setting)
            page.addLayout(form)
        page.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(
            self.show_defaults
        )
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self.resize(580, 620)

    def show_defaults(self) -> None:
        """Put the defaults into the fields; nothing is set before OK."""
        for setting in SETTINGS:
            if setting.name in self._writers:
                self._writers[setting.name](setting.default)

    def accept(self) -> None:
        """Set what was changed, and close."""
        problem: UserError | None = None
        for name, read in self._readers.items():
            try:
                self._settings.set(name, read())
            except UserError as error:
                problem = error
        if problem is not None and self._problem.isHidden():
            # Everything holds for now; said once, OK closes the next time.
            self._problem.setText(str(problem))
            self._problem.show()
            return
        super().accept()

    def _add(self, form: QFormLayout, setting: Setting) -> None:
        field, read, write = _field(setting)
        self.fields[setting.name] = field
        self._readers[setting.name] = read
        self._writers[setting.name] = write
        write(self._settings[setting.name])
        plain = tr(setting.label).replace("&", "")
        field.setAccessibleName(plain)
        description = tr(setting.description)
        field.setAccessibleDescription(description)
        field.setToolTip(description)
        note = QLabel(description)
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        note.setAlignment(Qt.AlignmentFlag.AlignTop)
        note.setContentsMargins(0, 0, 0, 6)
        if isinstance(field, QCheckBox):
            form.addRow(field)
            note.setContentsMargins(24, 0, 0, 6)
            form.addRow(note)
        else:
            label = QLabel(tr(setting.label))
            label.setMinimumWidth(_LABELS)
            label.setBuddy(field)
            form.addRow(label, field)
            form.addRow("", note)


def _field(setting: Setting) -> tuple[QWidget, Callable[[], Any], Callable[[Any], None]]:
    """Return a field for ``setting``, what reads it and what fills it."""
    if isinstance(setting.default, bool):
        box = QCheckBox(tr(setting.label))
        return box, box.isChecked, box.setChecked
    if isinstance(setting.default, int):
        return _number(setting)
    if isinstance(setting.default, tuple):
        return _members(setting) if setting.choices else _names()
    if setting.choices:
        return _choice(setting.choices)
    return _family(setting)


def _number(setting: Setting) -> tuple[QWidget, Callable[[], Any], Callable[[Any], None]]:
    spin = QSpinBox()
    spin.setMinimumHeight(28)
    if setting.limits:
        spin.setRange(*setting.limits)
    spin.setSuffix(tr(setting.suffix))
    spin.setSpecialValueText(tr(setting.special))
    return spin, spin.value, spin.setValue


def _choice(
    choices: tuple[tuple[str, str], ...],
) -> tuple[QWidget, Callable[[], Any], Callable[[Any], None]]:
    combo = QComboBox()
    for value, label in choices:
        combo.addItem(tr(label), value)
    return combo, combo.currentData, lambda value: combo.setCurrentIndex(combo.findData(value))


def _family(setting: Setting) -> tuple[QWidget, Callable[[], Any], Callable[[Any], None]]:
    families = [family for family in QFontDatabase.families() if not family.startswith(".")]
    combo = QComboBox()
    combo.addItem(tr(setting.special), "")
    for family in families:
        combo.addItem(family, family)

    def write(value: str) -> None:
        if combo.findData(value) < 0:  # set on another computer; kept
            combo.addItem(value, value)
        combo.setCurrentIndex(combo.findData(value))

    return combo, combo.currentData, write


def _names() -> tuple[QWidget, Callable[[], Any], Callable[[Any], None]]:
    line = QLineEdit()
    line.setPlaceholderText("Norwick Freight, Norwick")

    def read() -> tuple[str, ...]:
        return tuple(name.strip() for name in line.text().split(",") if name.strip())

    return line, read, lambda names: line.setText(", ".join(names))


def _members(setting: Setting) -> tuple[QWidget, Callable[[], Any], Callable[[Any], None]]:
    holder = QWidget()
    flow = FlowLayout(holder, spacing=10)
    boxes = {value: QCheckBox(tr(label)) for value, label in setting.choices}
    for box in boxes.values():
        flow.addWidget(box)
    holder.setFocusProxy(next(iter(boxes.values())))

    def read() -> tuple[str, ...]:
        return tuple(value for value, box in boxes.items() if box.isChecked())

    def write(values: tuple[str, ...]) -> None:
        for value, box in boxes.items():
            box.setChecked(value in values)

    return holder, read, write
