"""Misspelt words in the editor: a thin line below them, and a menu with what may be meant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF
from PySide6.QtGui import QAction, QPainter, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from writer_assistant.gui.draft_spelling import DraftSpelling
from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.highlights import is_mixed, line_rect, stretches
from writer_assistant.gui.language import tr
from writer_assistant.gui.layers import Layer
from writer_assistant.gui.lines import text_between
from writer_assistant.gui.theme import Theme
from writer_assistant.gui.user_dictionary import UserDictionary

_WIDTH = 1.2  # pixels; no kind of finding is a single thin line
_OFFERED = 6


class SpellingMarks(QObject):
    """Marks, above the letters of one editor, and the menus for them."""

    def __init__(self, editor: DraftEditor, theme: Theme, dictionary: UserDictionary) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._dictionary = dictionary
        self._held: tuple[int, int] | None = None
        self._spelling: DraftSpelling | None = None
        editor.add_layer(Layer(self._paint, lambda: self._spelling is not None))
        editor.menu_requested.connect(self._on_menu)
        editor.cursorPositionChanged.connect(self._on_caret)
        editor.session_changed.connect(self._on_session)
        self._on_session()

    def _on_session(self) -> None:
        if self._spelling is not None:
            self._spelling.changed.disconnect(self._editor.repaint_between)
        self._spelling = self._editor.session.spelling
        if self._spelling is not None:
            self._spelling.changed.connect(self._editor.repaint_between)

    # Marks

    def _paint(self, painter: QPainter, block: QTextBlock, origin: QPointF, _area: QRectF) -> None:
        """Draw a thin line below each misspelt word but the one that is being typed."""
        if self._spelling is None or block.layout().preeditAreaText():
            return
        position = block.position()
        for first, last in self._spelling.words_in(block):
            if self._editor.session.is_typing_in(position + first, position + last):
                self._held = position + first, position + last
                continue
            painter.setPen(QPen(self._theme.colour("wrong"), _WIDTH))
            for line, left, right in stretches(block, first, last, mixed=is_mixed(block)):
                box = line_rect(line, left, right, origin)
                height = origin.y() + line.y() + line.ascent() + 2
                painter.drawLine(QLineF(box.left(), height, box.right(), height))

    def _on_caret(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self._editor.repaint_between(*held)

    # Menu

    def show_next(self) -> bool:
        """Select the next misspelt word and offer what may be meant; False if there is none."""
        spelling, cursor = self._spelling, self._editor.textCursor()
        place = spelling.word_behind(cursor.selectionEnd()) if spelling is not None else None
        if place is None:
            return False
        self._select(cursor, place)
        self._editor.ensureCursorVisible()
        menu = QMenu(self._editor)
        self.fill(menu, place)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._editor.cursorRect().bottomLeft()
        menu.popup(self._editor.viewport().mapToGlobal(corner))
        actions = [action for action in menu.actions() if action.isEnabled()]
        if actions:
            menu.setActiveAction(actions[0])
        return True

    def _on_menu(self, menu: QMenu, position: int) -> None:
        place = self._spelling.word_at(position) if self._spelling is not None else None
        if place is not None:
            self.fill(menu, place)

    def fill(self, menu: QMenu, place: tuple[int, int]) -> None:
        """Put on top of ``menu`` what can be done about a misspelt word."""
        spelling = self._spelling
        assert spelling is not None  # noqa: S101
        word = text_between(self._editor.document(), *place)
        first = menu.actions()[0] if menu.actions() else None
        looking = QAction(tr("Looking for words …"), menu)
        looking.setEnabled(False)
        add = QAction(tr("&Add “{word}” to the dictionary").format(word=word), menu)
        add.triggered.connect(lambda: self._dictionary.add(word))
        ignore = QAction(tr("&Ignore it in this draft"), menu)
        ignore.triggered.connect(lambda: spelling.ignore(word))
        line = QAction(menu)
        line.setSeparator(True)
        menu.insertActions(first, [looking, add, ignore, line])  # type: ignore[arg-type]

        offers = _Offers(menu, word, lambda words: self._put_in(menu, place, looking, words))
        known = spelling.suggestions(word)
        if known is None:
            spelling.suggested.connect(offers.take)
        else:
            offers.take(word, tuple(known))

    def _put_in(
        self, menu: QMenu, place: tuple[int, int], looking: QAction, words: tuple[str, ...]
    ) -> None:
        word = text_between(self._editor.document(), *place)
        looking.setText(tr("No word like it is known"))
        looking.setVisible(not words)
        offers = [self._offer(menu, place, word, other) for other in words[:_OFFERED]]
        menu.insertActions(looking, offers)
        if offers and menu.activeAction() is not None:
            menu.setActiveAction(offers[0])

    def _offer(self, menu: QMenu, place: tuple[int, int], word: str, other: str) -> QAction:
        action = QAction(other, menu)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(lambda: self._replace(place, word, other))
        return action

    def _replace(self, place: tuple[int, int], word: str, other: str) -> None:
        if self._editor.isReadOnly() or text_between(self._editor.document(), *place) != word:
            return
        cursor = self._editor.textCursor()
        self._select(cursor, place)
        cursor.insertText(other)

    def _select(self, cursor: QTextCursor, place: tuple[int, int]) -> None:
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)


class _Offers(QObject):
    """Waits for what may be meant by a word, as long as its menu is there."""

    def __init__(self, menu: QMenu, word: str, put_in: Callable[[tuple[str, ...]], object]) -> None:
        super().__init__(menu)
        self._word = word
        self._put_in = put_in

    def take(self, word: str, words: tuple[str, ...]) -> None:
        """Put in the words that may be meant, if they are meant for this menu."""
        if word == self._word:
            self._put_in(words)
