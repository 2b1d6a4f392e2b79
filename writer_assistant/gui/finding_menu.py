"""What the editor's context menu offers for a finding."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from writer_assistant.gui.language import tr
from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.session import DraftSession

_OFFERED = 5  # suggestions
_SHORT = 70  # characters of a suggestion


def add_finding(menu: QMenu, session: DraftSession, finding: LiveFinding) -> None:
    """Put on top of ``menu`` what can be done about ``finding``; suggestions as they come."""
    menu.setToolTipsVisible(True)
    usual = menu.actions()[0] if menu.actions() else None
    actions = [QAction(tr(finding.message), menu, enabled=False)]
    offers = QAction(menu)
    actions.append(offers)
    actions.append(QAction(menu))
    actions[-1].setSeparator(True)
    for scope, label in (
        ("here", tr("Ignore this one")),
        ("phrase", tr("Ignore these words in this draft")),
        ("kind", tr("Ignore this kind in this draft")),
    ):
        action = QAction(label, menu)
        action.triggered.connect(lambda _checked=False, scope=scope: session.ignore(finding, scope))
        actions.append(action)
    actions.append(QAction(menu))
    actions[-1].setSeparator(True)
    menu.insertActions(usual, actions)  # type: ignore[arg-type]
    made = _Offers(menu, offers, session, finding)
    session.suggestions_changed.connect(made.show)
    made.show()


class _Offers(QObject):
    """The suggestions in a menu; it goes with the menu, whatever goes first."""

    def __init__(
        self, menu: QMenu, place: QAction, session: DraftSession, finding: LiveFinding
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._place = place
        self._session = session
        self._finding = finding
        self._offered: list[QAction] = []

    def show(self) -> None:
        """Show what is known now before ``place``, which tells what is not."""
        menu, place = self._menu, self._place
        suggestions = self._session.suggestions_for(self._finding)
        for action in self._offered:
            menu.removeAction(action)
        self._offered = [_offer(menu, self._session, s) for s in (suggestions or ())[:_OFFERED]]
        menu.insertActions(place, self._offered)
        place.setEnabled(False)
        place.setVisible(not self._offered)
        place.setText(
            tr("Looking for suggestions …") if suggestions is None else tr("No suggestion")
        )


def _offer(menu: QMenu, session: DraftSession, suggestion: LiveSuggestion) -> QAction:
    text = " ".join(suggestion.text.split()) or tr("Remove it")
    short = text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
    action = QAction(short.replace("&", "&&"), menu)
    action.setToolTip(text)
    font = action.font()
    font.setBold(True)
    action.setFont(font)
    action.triggered.connect(lambda: session.apply(suggestion))
    return action
