"""What the editor's context menu offers for a finding."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from writer_assistant.gui.live_findings import LiveFinding, LiveSuggestion
from writer_assistant.gui.session import DraftSession

_OFFERED = 5  # suggestions
_SHORT = 70  # characters of a suggestion


def add_finding(menu: QMenu, session: DraftSession, finding: LiveFinding) -> None:
    """Put on top of ``menu`` what can be done about ``finding``; suggestions as they come."""
    menu.setToolTipsVisible(True)
    usual = menu.actions()[0] if menu.actions() else None
    actions = [QAction(finding.message, menu, enabled=False)]
    offers = QAction(menu)
    actions.append(offers)
    actions.append(QAction(menu))
    actions[-1].setSeparator(True)
    for scope, label in (
        ("here", menu.tr("Ignore this one")),
        ("phrase", menu.tr("Ignore these words in this draft")),
        ("kind", menu.tr("Ignore this kind in this draft")),
    ):
        action = QAction(label, menu)
        action.triggered.connect(lambda _checked=False, scope=scope: session.ignore(finding, scope))
        actions.append(action)
    actions.append(QAction(menu))
    actions[-1].setSeparator(True)
    menu.insertActions(usual, actions)  # type: ignore[arg-type]
    offered: list[QAction] = []

    def offer() -> None:
        suggestions = session.suggestions_for(finding)
        for action in offered:
            menu.removeAction(action)
        offered[:] = [_offer(menu, session, s) for s in (suggestions or ())[:_OFFERED]]
        menu.insertActions(offers, offered)
        offers.setEnabled(False)
        offers.setVisible(not offered)
        offers.setText(
            menu.tr("Looking for suggestions …")
            if suggestions is None
            else menu.tr("No suggestion")
        )

    session.suggestions_changed.connect(offer)
    menu.destroyed.connect(lambda: session.suggestions_changed.disconnect(offer))
    offer()


def _offer(menu: QMenu, session: DraftSession, suggestion: LiveSuggestion) -> QAction:
    text = " ".join(suggestion.text.split()) or menu.tr("Remove it")
    short = text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
    action = QAction(short.replace("&", "&&"), menu)
    action.setToolTip(text)
    font = action.font()
    font.setBold(True)
    action.setFont(font)
    action.triggered.connect(lambda: session.apply(suggestion))
    return action
