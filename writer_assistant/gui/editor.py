"""The editor: a draft's text with its findings marked, painted and never written into it.

Marks are drawn in the paint event, for the paragraphs that are being painted: undo, the modified
flag and the clipboard know nothing of them, and a key repaints one paragraph only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolTip, QWidget

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.finding_menu import add_finding
from writer_assistant.gui.highlights import (
    MarkStyle,
    draw_mark,
    is_mixed,
    line_rect,
    marks_of,
    stretches,
    styles_for,
    text_in,
    tooltip,
)
from writer_assistant.gui.language import tr
from writer_assistant.gui.layers import Layer, PaintBlock
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.session import DraftSession
from writer_assistant.gui.undo_steps import begins_step, is_mnemonic, typed_text


class DraftEditor(QPlainTextEdit):
    """Shows one session at a time. Colours follow the palette unless styles are set."""

    files_dropped = Signal(list)
    """Paths of files that were dropped here."""
    session_changed = Signal()
    """Another draft is shown."""
    view_changed = Signal()
    """Other lines are in view."""
    typed = Signal(str)
    """A key or an input method put this in, at the caret."""
    menu_requested = Signal(object, int)
    """A context menu opens at this position of the document: whoever has something adds it."""

    def __init__(self, session: DraftSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: DraftSession | None = None
        self._shown = True
        self._styles: Mapping[Kind, MarkStyle] | None = None
        self._lines_in_view = (-1, -1)
        self._layers: list[Layer] = []
        self._step_due = False
        self.setAccessibleName(tr("Draft"))
        self.cursorPositionChanged.connect(self._on_caret)
        self.blockCountChanged.connect(self._tell_view)
        self.verticalScrollBar().valueChanged.connect(self._tell_view)
        self.set_session(session)

    @property
    def session(self) -> DraftSession:
        """The draft that is shown."""
        assert self._session is not None  # noqa: S101
        return self._session

    def set_session(self, session: DraftSession) -> None:
        """Show another draft."""
        if self._session is not None:
            self._session.marks_changed.disconnect(self.repaint_between)
            self._session.caret_requested.disconnect(self._put_caret)
        self._session = session
        self.setDocument(session.document)
        session.marks_changed.connect(self.repaint_between)
        session.caret_requested.connect(self._put_caret)
        self._lines_in_view = (-1, -1)
        self.session_changed.emit()
        self._tell_view()
        self._on_caret()

    @property
    def highlights_shown(self) -> bool:
        """Whether findings are marked."""
        return self._shown

    def set_highlights_shown(self, shown: bool) -> None:  # noqa: FBT001
        """Mark findings or do not."""
        self._shown = shown
        self.viewport().update()

    def set_mark_styles(self, styles: Mapping[Kind, MarkStyle] | None) -> None:
        """Take other colours (``highlights.LIGHT``, ``DARK``); None for what fits the palette."""
        self._styles = styles
        self.viewport().update()

    @property
    def mark_styles(self) -> Mapping[Kind, MarkStyle]:
        """The colours and lines in use."""
        return self._styles or styles_for(self.palette().base().color())

    # Caret and view

    def _on_caret(self) -> None:
        self.session.set_caret(self.textCursor().position())

    def _put_caret(self, anchor: int, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._tell_view()

    def _tell_view(self) -> None:
        shown = self._blocks_in(QRectF(self.viewport().rect()))
        view = (shown[0][0].blockNumber(), shown[-1][0].blockNumber()) if shown else (0, 0)
        if view != self._lines_in_view:
            self._lines_in_view = view
            self.session.set_visible(*view)
            self.view_changed.emit()

    def blocks_in_view(self) -> Iterator[QTextBlock]:
        """Yield the lines in view; what is done to one is seen before the next is looked for."""
        bottom, offset = self.viewport().rect().bottom(), self.contentOffset()
        block = self.firstVisibleBlock()
        while block.isValid():
            if self.blockBoundingGeometry(block).translated(offset).top() > bottom:
                return
            yield block
            block = block.next()

    # Typing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key; each word is a step of undo of its own."""
        if is_mnemonic(event):
            event.ignore()
            return
        text, cursor = typed_text(event), self.textCursor()
        is_new = self._step_due and text != ""
        if not self.isReadOnly() and (is_new or begins_step(cursor, text)):
            # Not by Qt's own handler: it looks for the caret before the block ends, in a layout of
            # the text as it was, and crashes if that is out of view.
            self._step_due = False
            cursor.beginEditBlock()
            cursor.insertText(text)
            cursor.endEditBlock()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            event.accept()
        else:
            super().keyPressEvent(event)
        if text and not self.isReadOnly():
            self.typed.emit(text)

    def begin_step(self) -> None:
        """Let what is typed next be a step of undo of its own."""
        self._step_due = True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method has to say."""
        super().inputMethodEvent(event)
        if event.commitString() and not self.isReadOnly():
            self.typed.emit(event.commitString())

    # Marks

    def add_layer(self, layer: Layer) -> None:
        """Let ``layer`` paint something of its own below and above the text."""
        self._layers.append(layer)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the marks of the paragraphs that are painted."""
        area, current = QRectF(event.rect()), self.session.current
        if self._shown and current is not None:
            with self._painter(event) as painter:
                self._paint_ground(painter, current, area)
        layers = [layer for layer in self._layers if layer.is_shown()]
        below = [layer.paint for layer in layers if layer.is_below]
        if below:
            with self._painter(event) as painter:
                self._paint_layers(painter, below, area)
        super().paintEvent(event)
        above = [layer.paint for layer in layers if not layer.is_below]
        if self._shown:
            above.insert(0, self._paint_marks)
        if above:
            with self._painter(event) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_layers(painter, above, area)

    def _paint_layers(self, painter: QPainter, paints: Sequence[PaintBlock], area: QRectF) -> None:
        for block, origin in self._blocks_in(area):
            for paint in paints:
                paint(painter, block, origin, area)

    @contextmanager
    def _painter(self, event: QPaintEvent) -> Iterator[QPainter]:
        painter = QPainter(self.viewport())
        try:
            painter.setClipRect(event.rect())
            yield painter
        finally:
            # Qt crashes if one is still at work when the event is over.
            painter.end()

    def _blocks_in(self, area: QRectF) -> list[tuple[QTextBlock, QPointF]]:
        """Return the paragraphs that ``area`` of the viewport shows, and where they are painted."""
        block = self.firstVisibleBlock()
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        left, top, first, last = place.left(), place.top(), area.top(), area.bottom()
        found = []
        while block.isValid() and top <= last:
            height = self.blockBoundingRect(block).height()
            if top + height >= first and block.isVisible():
                found.append((block, QPointF(left, top)))
            top += height
            block = block.next()
        return found

    def _paint_marks(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, area: QRectF
    ) -> None:
        if block.layout().preeditAreaText():
            # The letters of a composition stand in the layout but not in the text.
            return
        start = block.position()
        first, last = text_in(block, area.top() - origin.y(), area.bottom() - origin.y())
        findings = self.session.findings_between(start + first, start + last)
        if not findings:
            return
        styles, mixed = self.mark_styles, is_mixed(block)
        for mark in marks_of(findings):
            style, severity = styles[mark.finding.kind], mark.finding.severity
            for part_start, part_end in mark.parts():
                low, high = max(first, part_start - start), min(last, part_end - start)
                for line, left, right in stretches(block, low, high, mixed=mixed):
                    box = line_rect(line, left, right, origin)
                    y = box.bottom() - 1.6 - 2.8 * mark.level
                    draw_mark(painter, style, severity, box.left(), box.right(), y)

    def _paint_ground(self, painter: QPainter, finding: LiveFinding, area: QRectF) -> None:
        """Tint the ground of the current finding: of its sentence, or of its words."""
        tint = self.mark_styles[finding.kind].tint
        start, end = finding.start, finding.end
        if not finding.of_words:
            start, end = min(start, finding.sentence_start), max(end, finding.sentence_end)
        for block, origin in self._blocks_in(area):
            position, length = block.position(), block.length() - 1
            first, last = max(0, start - position), min(length, end - position)
            if first < last:
                for line, left, right in stretches(block, first, last, mixed=is_mixed(block)):
                    painter.fillRect(line_rect(line, left, right, origin), tint)

    def repaint_between(self, start: int, end: int) -> None:
        """Repaint the paragraphs from one position to another, as far as they are in view."""
        document, view = self.document(), self.viewport().rect()
        last = document.findBlock(min(end, document.characterCount() - 1)).blockNumber()
        block = document.findBlock(max(0, min(start, document.characterCount() - 1)))
        if block.blockNumber() < self.firstVisibleBlock().blockNumber():
            block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid() and block.blockNumber() <= last:
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > view.bottom():
                break
            self.viewport().update(box.toAlignedRect())
            block = block.next()

    # What a finding says

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what a finding says where the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            findings = self.findings_under(event.pos()) if self._shown else []
            if findings:
                text = "".join(tooltip(finding) for finding in findings)
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def findings_under(self, point: QPoint) -> Sequence[LiveFinding]:
        """Return the findings whose words are at a point of the viewport, shortest first."""
        if self.textCursor().block().layout().preeditAreaText():
            return []
        at = self.cursorForPosition(point).position()
        block = self.document().findBlock(at)
        start, length = block.position(), block.length() - 1
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        found = []
        for finding in self.session.findings_between(at, at):
            first, last = max(0, finding.start - start), min(length, finding.end - start)
            for line, left, right in stretches(block, first, last, mixed=is_mixed(block)):
                if line_rect(line, left, right, origin).contains(QPointF(point)):
                    found.append(finding)
                    break
        return sorted(found, key=lambda finding: finding.end - finding.start)

    # Menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what may stand instead of the finding under the pointer, then the usual."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            finding = self.session.current
        else:
            under = self.findings_under(event.pos()) if self._shown else []
            finding = under[0] if under else None
        menu = self.context_menu(finding, event.pos())
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else None
        menu.exec(place or event.globalPos())
        menu.deleteLater()

    def context_menu(self, finding: LiveFinding | None, point: QPoint) -> QMenu:
        """Return the menu for a place; with a finding, what can be done about it is on top."""
        menu = self.createStandardContextMenu(point)
        self.menu_requested.emit(menu, self.cursorForPosition(point).position())
        if finding is not None:
            self.session.set_current(finding)
            add_finding(menu, self.session, finding)
        return menu

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as mere text: its look here is not a part of it."""
        from writer_assistant.gui.mime import new_mime_data  # not for the first paint

        data = new_mime_data()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take rich text too."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what is pasted or dropped, rich text as Markdown where that means anything."""
        from writer_assistant.gui.paste import is_in_code

        path, at = self.session.path, self.textCursor().selectionStart()
        is_plain = path is not None and path.suffix.casefold() == ".txt"
        self._insert(source, plain=is_plain or is_in_code(self.document(), at))

    def paste_plain(self) -> None:
        """Paste the mere text."""
        self._insert(QGuiApplication.clipboard().mimeData(), plain=True)

    def _insert(self, source: QMimeData, *, plain: bool) -> None:
        from writer_assistant.gui.paste import insert, pasted  # not for the first paint

        if self.isReadOnly():
            return
        what = pasted(source, plain=plain)
        insert(self.textCursor(), what)
        self.ensureCursorVisible()
        if what.problem is not None:
            problem = what.problem
            self.session.problem.emit(
                tr("it was pasted as plain text: {what}").format(what=problem.what),
                "",
                problem.remedy,
            )

    # Files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files as well as text."""
        if _files(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Accept files anywhere."""
        if _files(event):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass files on; text goes into the draft."""
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
        else:
            super().dropEvent(event)


def _files(event: QDropEvent) -> list[str]:
    data = event.mimeData()
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data else []
