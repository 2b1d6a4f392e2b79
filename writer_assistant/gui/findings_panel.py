"""The findings in reading order, with their kinds to filter by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.gui.flow import FlowLayout
from writer_assistant.gui.kind_mark import SAMPLE, KindChip, paint_sample
from writer_assistant.gui.language import tr
from writer_assistant.gui.links import Links
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.settings_table import KIND_LABELS
from writer_assistant.gui.theme import Theme

REFRESH_MS = 40
"""How soon the list follows the draft: sooner than a person notices, after the key's own work."""

_MANY = 12
"""Findings from which a field to filter them is worth its room."""

FINDING = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractListModel):
    """The findings that are shown, as rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: list[LiveFinding] = []

    @property
    def findings(self) -> Sequence[LiveFinding]:
        """The rows."""
        return self._findings

    def set_findings(self, new: list[LiveFinding]) -> None:
        """Show ``new``; rows at both ends that stay the same are left alone."""
        old = self._findings
        start = 0
        shorter = min(len(old), len(new))
        while start < shorter and old[start] is new[start]:
            start += 1
        same = 0
        while same < shorter - start and old[-1 - same] is new[-1 - same]:
            same += 1
        old_end, new_end = len(old) - same, len(new) - same
        if start < old_end:
            self.beginRemoveRows(QModelIndex(), start, old_end - 1)
            self._findings = old[:start] + old[old_end:]
            self.endRemoveRows()
        if start < new_end:
            self.beginInsertRows(QModelIndex(), start, new_end - 1)
            self._findings = new
            self.endInsertRows()
        self._findings = new

    def row_of(self, finding: LiveFinding | None) -> int:
        """Return the row of ``finding``, -1 if it has none."""
        for row, other in enumerate(self._findings):
            if other is finding:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks for."""
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        finding = self._findings[index.row()]
        if role == FINDING:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return finding.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            what = f"{tr(KIND_LABELS[finding.kind])}, {tr(finding.severity.value)}"
            return f"{what}: {finding.text}. {tr(finding.message)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.reason
        return None


_MARKS = re.compile(
    r"\]\([^()\s]*\)?|(?<!…)\]|!?\[(?!…)|(?<!\s)[*~]{1,3}|[*~]{1,3}(?!\s)"
    r"|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+"
)


def bare_words(text: str) -> str:
    """Return the words of a finding as the list shows them: in a line, and without markup."""
    return " ".join(_MARKS.sub("", text).split())


class _Row(QStyledItemDelegate):
    """Paints a finding: its words, and below them what it is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, 2 * option.fontMetrics.height() + 17)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding: LiveFinding = index.data(FINDING)
        theme = self._theme
        area = QRectF(option.rect).adjusted(6, 1, -6, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(theme.colour("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        line = option.fontMetrics.height()
        left, width = area.left() + 10, area.width() - 18
        painter.setPen(theme.colour("text"))
        words = bare_words(finding.text)
        painter.drawText(
            QRectF(left, area.top() + 6, width, line),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading),
            option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, int(width)),
        )
        below = QRectF(left, area.top() + 8 + line, width, line)
        sample = QRectF(left, below.top(), SAMPLE.width(), line)
        paint_sample(painter, sample, theme.mark_styles[finding.kind], finding.severity)
        painter.setPen(theme.colour("muted"))
        what = tr(finding.message)
        if finding.severity is Severity.MILD:
            what = " · ".join((what, tr("mild")))
        below.setLeft(sample.right() + 8)
        painter.drawText(
            below,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            option.fontMetrics.elidedText(what, Qt.TextElideMode.ElideRight, int(below.width())),
        )
        painter.restore()


class _List(QListView):
    """The rows; Return goes to the words in the draft.

    Signals:
        left: the person wants to be in the draft.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
            return
        super().keyPressEvent(event)


class _Chips(QWidget):
    """Holds the chips, and keeps room for all their rows where the panel is narrow and low."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(self.heightForWidth(self.width()))
        return done


class FindingsPanel(QWidget):
    """Chips, a field to filter by words, and the list.

    Signals:
        kinds_chosen(tuple): show these kinds only.
        left: back to the draft.
        refreshed(int): the list follows the draft again; so many findings are shown.
    """

    kinds_chosen = Signal(tuple)
    left = Signal()
    refreshed = Signal(int)

    def __init__(
        self, session: DraftSession, theme: Theme, next_keys: str, parent: QWidget | None = None
    ) -> None:
        """Show the findings of ``session``; ``next_keys`` is what goes to the next one."""
        super().__init__(parent)
        self._session = session
        self._has_persona = False
        self._is_following = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)

        chips = _Chips()
        flow = FlowLayout(chips)
        flow.setContentsMargins(12, 0, 12, 0)
        self.chips = {kind: KindChip(kind, theme) for kind in Kind}
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.clicked.connect(self._choose_kinds)
            chip.only_requested.connect(self._choose_only)
        layout.addWidget(chips)

        field = QWidget()
        field_layout = QVBoxLayout(field)
        field_layout.setContentsMargins(12, 0, 12, 0)
        self.filter_field = QLineEdit()
        self.filter_field.setPlaceholderText(tr("Filter by words"))
        self.filter_field.setAccessibleName(tr("Filter the findings by words"))
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.textChanged.connect(self.refresh)
        field_layout.addWidget(self.filter_field)
        layout.addWidget(field)
        self._field_row = field

        self.model = FindingsModel(self)
        self.list = _List()
        self.list.setObjectName("findings_list")
        self.list.setAccessibleName(tr("Findings in reading order"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Row(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.left.connect(self.left)
        self.list.clicked.connect(self._take)
        self.list.selectionModel().currentChanged.connect(self._take)

        self.empty = QLabel()
        self.empty.setProperty("role", "empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(24, 28, 24, 12)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        layout.addWidget(self._pages, 1)
        self._hint = QLabel(
            tr(
                "Click a mark, or press {next_keys}, to see why it is there and what could "
                "stand instead."
            ).format(next_keys=next_keys)
        )
        self._hint.setProperty("role", "empty")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint.setContentsMargins(20, 8, 20, 14)
        layout.addWidget(self._hint)

        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._links = Links()
        self.set_session(session)

    def set_session(self, session: DraftSession) -> None:
        """Show the findings of another draft."""
        self._session = session
        self._links.clear()
        self._links.add(session.findings_changed, self._refresh_soon)
        self._links.add(session.scores_changed, self._refresh_empty)
        self._links.add(session.analysis_state_changed, self._refresh_soon)
        self._links.add(session.current_changed, self._follow)
        self.refresh()

    def set_persona(self, *, picked: bool) -> None:
        """Tell whether there is somebody to write for."""
        self._has_persona = picked
        self.refresh()

    def set_kinds(self, kinds: Sequence[Kind]) -> None:
        """Show the chips of ``kinds`` as switched on."""
        for kind, chip in self.chips.items():
            chip.setChecked(kind in kinds)

    def refresh(self) -> None:
        """Show what the session has now."""
        self._timer.stop()
        findings = list(self._session.findings())
        total = len(findings)
        counts = Counter(finding.kind for finding in findings)
        for kind, chip in self.chips.items():
            chip.set_count(counts[kind])
        words = self.filter_field.text().casefold().strip()
        if words:
            findings = [
                finding
                for finding in findings
                if words in finding.text.casefold() or words in tr(finding.message).casefold()
            ]
        self._is_following = True  # rows that go must not make their neighbour the current finding
        self.model.set_findings(findings)
        self._is_following = False
        self._pages.setCurrentIndex(0 if findings else 1)
        if not findings:
            self.empty.setText(self._why_empty(filtered=bool(words)))
        self._follow()
        self._field_row.setVisible(total >= _MANY or bool(words))
        self.refreshed.emit(total)

    def _refresh_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _refresh_empty(self) -> None:
        # With every keystroke come other scores; findings tell of themselves.
        if not self.model.findings:
            self._refresh_soon()

    def _why_empty(self, *, filtered: bool) -> str:
        session = self._session
        if filtered and session.findings():
            return tr("No finding has these words.")
        if not session.document.characterCount() > 1:
            return tr(
                "Write or paste a draft.\n\nWhat talks about you instead of your reader is marked "
                "while you type, and listed here."
            )
        if session.engine_state in ("starting", "restarting"):
            return tr("Reading your draft…")
        if session.engine_state == "failed":
            return tr(
                "The analysis stopped. Your text is safe.\n\n“Try again” is in the strip below."
            )
        if not any(chip.isChecked() for chip in self.chips.values()):
            return tr("All kinds are switched off. Click one above to see its findings.")
        if not all(chip.isChecked() for chip in self.chips.values()):
            return tr("Nothing to mark among the kinds that are switched on.")
        scores = session.scores
        if False in (scores.customer_first, scores.customer_last):
            kindly = tr("Nothing to mark. Only its ends do not speak of the reader yet.")
        else:
            kindly = tr("Nothing to mark. This draft looks after its reader.")
        if not self._has_persona:
            kindly += "\n\n" + tr(
                "Pick the reader you write for above: then words are judged by that reader’s "
                "own, and suggestions come from what customers said."
            )
        return kindly

    def _follow(self) -> None:
        """Show the session's current finding as chosen."""
        row = self.model.row_of(self._session.current)
        index = self.model.index(row) if row >= 0 else QModelIndex()
        selection = self.list.selectionModel()
        self._hint.setVisible(self._session.current is None and bool(self.model.findings))
        self._is_following = True
        if row < 0:
            if selection.currentIndex().isValid():
                selection.clear()
        elif index != selection.currentIndex() or not selection.isSelected(index):
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._is_following = False

    def _take(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if self._is_following or not index.isValid():
            return
        finding = index.data(FINDING)
        if finding is not None:
            self._session.set_current(finding)

    def _choose_kinds(self) -> None:
        self.kinds_chosen.emit(tuple(kind for kind, chip in self.chips.items() if chip.isChecked()))

    def _choose_only(self, only: Kind) -> None:
        self.set_kinds([only])
        self._choose_kinds()
