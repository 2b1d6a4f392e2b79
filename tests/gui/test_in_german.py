"""The window in another language: German, and one that shows what nobody could translate."""

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rooms import Room

from writer_assistant.gui import language
from writer_assistant.gui.clipboard_dialog import CopyDialog
from writer_assistant.gui.dictionary_dialog import DictionaryDialog
from writer_assistant.gui.file_messages import brought_back, changed_elsewhere, gone
from writer_assistant.gui.finding_menu import add_finding
from writer_assistant.gui.folder_sheet import FolderSheet
from writer_assistant.gui.help import MEANINGS
from writer_assistant.gui.persona_help import PARTS, sample
from writer_assistant.gui.persona_text_dialog import PersonaTextDialog
from writer_assistant.gui.recent_list import RecentDialog
from writer_assistant.gui.settings_dialog import SettingsDialog
from writer_assistant.gui.tour import STEPS, TYPED, Tour
from writer_assistant.output.clipboard import CHANNELS
from writer_assistant.output.document import document
from writer_assistant.paths import resource_root
from writer_assistant.persona.file import validate

TEXT = "You know trains. Our battery is big.\n\nYou leverage synergy here. Follow us!"
"""What the fake engine finds something in."""
FAMILIES = "font families"
NAMES = (
    "Writer Assistant", "English", "Deutsch", "Norwick Freight, Norwick", "post.md", "post",
    "Aa", "“ab”", "[*]", " pt",
)  # fmt: skip
"""What has one name in every language."""


@pytest.fixture(scope="module")
def pseudo(translations: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A translation into English in brackets."""
    tree = ElementTree.parse(resource_root() / "translations" / "writer_assistant_de.ts")
    for message in tree.iter("message"):
        text = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        for said in list(translation) or [translation]:
            said.text = f"⟦{text}⟧"
    folder = tmp_path_factory.mktemp("pseudo")
    tree.write(folder / "pseudo.ts", encoding="utf-8", xml_declaration=True)
    translations.release(folder / "pseudo.ts", folder / "pseudo.qm")
    return folder / "pseudo.qm"


@pytest.fixture
def brackets(pseudo: Path, qapp: object) -> Iterator[None]:
    language.load(pseudo, "de")
    yield
    language.forget()


@pytest.fixture
def german(qapp: object) -> Iterator[None]:
    language.speak("de")
    yield
    language.forget()


@pytest.fixture
def foreign(brackets: None, room: Room) -> Room:
    """A window in brackets."""
    return room


@pytest.fixture
def deutsch(german: None, room: Room) -> Room:
    """A German window."""
    return room


# What is on the screen


def of_list(box: QListWidget) -> Iterator[str]:
    for row in range(box.count()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(box.item(row).data(role) or "")


def of_table(table: QTableWidget) -> Iterator[str]:
    for column in range(table.columnCount()):
        head = table.horizontalHeaderItem(column)
        if head is not None:
            yield from (head.text(), head.toolTip())


def of_tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        yield from (bar.tabText(tab), bar.tabToolTip(tab), bar.accessibleTabName(tab))


SAYS: dict[type[QObject], Callable[[Any], Iterable[str]]] = {
    QAction: lambda action: (action.text(), action.toolTip(), action.statusTip()),
    QWidget: lambda widget: (
        widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(),
        widget.windowTitle() if widget.isWindow() else "",
    ),
    QAbstractButton: lambda button: (button.text(),),
    QLabel: lambda label: (label.text(),),
    QMenu: lambda menu: (menu.title(),),
    QLineEdit: lambda field: (field.placeholderText(),),
    QPlainTextEdit: lambda field: (field.placeholderText(),),
    QComboBox: lambda box: map(box.itemText, range(box.count())),
    QSpinBox: lambda box: (box.suffix(), box.specialValueText()),
    QTabBar: of_tabs,
    QListWidget: of_list,
    QTableWidget: of_table,
    QTextBrowser: lambda page: (page.toPlainText(),),
}  # fmt: skip


def said_by(thing: QObject) -> Iterator[str]:
    """Yield everything that a widget or an action tells a person."""
    for kind, says in SAYS.items():
        if isinstance(thing, kind) and thing.objectName() != FAMILIES:
            yield from says(thing)


def is_qt_s(thing: QObject) -> bool:
    """Whether its text is one of Qt's own, which Qt translates."""
    if isinstance(thing, QWidget) and thing.objectName().startswith("qt_"):
        return True
    parent = thing.parent()
    if isinstance(thing, QAbstractButton) and isinstance(parent, QDialogButtonBox):
        return parent.standardButton(thing) is not QDialogButtonBox.StandardButton.NoButton
    return isinstance(parent, QLineEdit | QTabBar) and not thing.objectName().startswith("tab_")


def is_left_over(thing: QObject) -> bool:
    """Whether it belongs to a suggestion that is not shown any more."""
    names = ("suggestion", "card")
    while thing is not None:
        if isinstance(thing, QWidget) and thing.objectName() in names and thing.isHidden():
            return True
        thing = thing.parent()
    return False


def bare(widget: QWidget, *known: str) -> list[str]:
    """Return what ``widget`` says outside of brackets, apart from names, keys and ``known``."""
    actions = widget.findChildren(QAction)
    keyed = (
        [*actions, *widget.window().parent().findChildren(QAction)] if widget.parent() else actions
    )
    keys = {
        keys.toString(form)
        for action in keyed
        for keys in action.shortcuts()
        for form in QKeySequence.SequenceFormat
    }
    native = QKeySequence.SequenceFormat.NativeText
    keys |= {QKeySequence(name).toString(native) for name in ("F8", "Shift+F8")}
    allowed = sorted({*NAMES, *keys, *known} - {""}, key=len, reverse=True)
    found = []
    for thing in [widget, *widget.findChildren(QWidget), *actions]:
        if is_qt_s(thing) or is_left_over(thing):
            continue
        for text in said_by(thing):
            rest = text
            while "⟦" in rest:
                inner = re.sub(r"⟦[^⟦⟧]*⟧", "", rest)
                if inner == rest:
                    break
                rest = inner
            for name in allowed:
                rest = rest.replace(name, "")
            rest = re.sub(r"<[^>]+>|[\w.-]*/[\w/.-]+", "", rest)  # markup, and places on the disk
            if re.search(r"[^\W\d_]{2,}", rest):
                found.append(f"{type(thing).__name__} {thing.objectName()}: {text}")
    return found


def about(room: Room) -> list[str]:
    """Return what is English because it is of the draft: its words, and what is found in them."""
    known = [TEXT, *TEXT.split("\n\n")]
    for finding in room.session.judged():
        known += [finding.text, finding.message, finding.reason]
    current = room.session.current
    if current is not None:
        known += [s.text for s in room.session.suggestions_for(current) or () if s.text]
        known += [s.original for s in room.session.suggestions_for(current) or ()]
    drafts = room.window.drafts
    known += [drafts.bar.tabText(tab).removeprefix("● ") for tab in range(drafts.bar.count())]
    known += [draft.label for draft in drafts]
    known += [offered.name for offered in room.workspace.shelf.offered()]
    return known


def test_what_nobody_translated_would_be_seen(foreign: Room, qtbot: QtBot) -> None:
    label = QLabel("A text of its own")
    qtbot.addWidget(label)
    assert bare(label) == ["QLabel : A text of its own"]
    label.setText(language.tr("Nothing changed.") + " 12")
    assert bare(label) == []


def test_the_empty_window(foreign: Room) -> None:
    foreign.window.complete()
    foreign.answer()
    assert foreign.window.panel.findings.empty.text().startswith("⟦")
    assert bare(foreign.window, *about(foreign)) == []


def test_a_draft_with_findings(foreign: Room) -> None:
    room = foreign
    room.workspace.settings.set("mode", "review")
    room.workspace.settings.set("channel", "linkedin")
    room.write(TEXT)
    for _ in range(4):
        room.press("F8")
        assert room.session.current is not None
        assert bare(room.window, *about(room)) == []
    room.do("find")
    room.type("trains")
    assert bare(room.window, *about(room)) == []


@pytest.mark.parametrize("state", ["starting", "lexicon", "restarting", "failed", "ready"])
def test_the_states_of_the_engine(foreign: Room, state: str) -> None:
    foreign.write(TEXT)
    foreign.window.strip.set_engine_state(state)
    foreign.window.strip.set_selected(2, 7)
    foreign.window.strip.set_persona("", 5.0)
    assert bare(foreign.window, *about(foreign)) == []


def test_messages(foreign: Room) -> None:
    for message in (
        brought_back("post.md"),
        gone("post.md", (language.tr("&Save"), lambda: None)),
        changed_elsewhere("post.md", (), modified=True),
    ):
        foreign.window.show_message(message)
        assert bare(foreign.window, *about(foreign)) == []
    foreign.do("copy_cleaned")  # there is nothing
    assert foreign.messages[0] == "⟦There is nothing to copy yet.⟧"


def test_a_review(foreign: Room, tmp_path: Path) -> None:
    room = foreign
    path = tmp_path / "post.md"
    path.write_text(TEXT, "utf-8")
    room.workspace.open_file(path, room.window)
    room.answer()
    room.do("review_mode")
    room.press("F8")
    room.do("leave_note")
    room.type("Why?")
    assert bare(room.window, "Why?", *about(room)) == []
    room.press("Return")
    room.do("show_notes")
    room.do("ignore_with_reason")
    room.press("Return")
    entry = room.window.review_desk.review.review.notes[0]
    assert bare(room.window, "Why?", entry.by, *about(room)) == []


DIALOGS = (
    "preferences", "show_marks_help", "show_persona_help", "show_shortcuts", "about",
    "show_recent", "show_versions", "show_ignored", "edit_dictionary",
)  # fmt: skip


@pytest.mark.parametrize("command", DIALOGS)
def test_dialogs(foreign: Room, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialog.show())
    room = foreign
    room.write(TEXT)
    room.press("F8")
    room.do("ignore_here")
    room.do(command)
    dialogs = [dialog for dialog in room.window.findChildren(QDialog) if dialog.isVisible()]
    assert dialogs
    examples = [example for _, *both in MEANINGS.values() for example in both]
    families = [
        dialog.fields["font_family"] for dialog in dialogs if isinstance(dialog, SettingsDialog)
    ]
    for family in families:
        family.setObjectName(FAMILIES)
    parts = [part for part, _ in PARTS]
    for dialog in dialogs:
        assert bare(dialog, *examples, *sample().splitlines(), *parts, *about(room)) == []
        dialog.reject()


def test_dialogs_about_texts(foreign: Room, qtbot: QtBot, tmp_path: Path) -> None:
    text = "<!-- x -->\n\n# **Bold**\n\n[…] a\u200bb\n\n\n\n\n- item\n\n| a | b |\n|---|---|\n| c |"
    dialogs = [
        *(CopyDialog(text, document(text, "post", markup=True), one) for one in CHANNELS),
        DictionaryDialog(foreign.workspace.dictionary),
        PersonaTextDialog("no toml", "post"),
        FolderSheet(tmp_path, foreign.workspace, None, ["/no/such/program"]),
    ]
    (problem,) = validate("no toml", "")
    known = (
        "Bold",
        "item",
        "ab",
        "zero width space",
        tmp_path.name,
        problem.what,
        problem.expected,
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert bare(dialog, *known) == []


def test_the_menu_of_a_finding(foreign: Room, qtbot: QtBot) -> None:
    foreign.write(TEXT)
    menu = QMenu()
    qtbot.addWidget(menu)
    add_finding(menu, foreign.session, foreign.session.findings()[0])
    foreign.answer()
    foreign.session.set_current(foreign.session.findings()[0])
    assert bare(menu, *about(foreign)) == []


def test_the_tour(foreign: Room) -> None:
    foreign.do("take_tour")
    tour = foreign.window.findChild(Tour)
    assert tour is not None
    for _ in STEPS:
        written = foreign.session.text().splitlines()
        assert bare(foreign.window, *written, TYPED, "Olga", *about(foreign)) == []
        tour.bar.next_button.click()
    tour.bar.leave_button.click()


PERSONA = """format = 1
[persona]
name = "Olga, operations lead"
[[pain]]
id = "late"
text = "trains come late"
[[interest]]
id = "choir"
text = "her choir"
"""


def test_what_it_means_for_the_reader(foreign: Room, tmp_path: Path) -> None:
    path = tmp_path / "olga.persona.toml"
    path.write_text(PERSONA, "utf-8")
    assert foreign.workspace.pick_persona(path)
    foreign.fake.asks = True
    foreign.write(TEXT)
    known = (
        "Olga",
        "trains come late",
        "her choir",
        "operations lead",
        "Nothing",
        "olga.persona.toml",
    )
    foreign.press("F8")
    for command in ("say_meaning", "begin_with_reader", "end_with_reader"):
        foreign.do(command)
        offered = foreign.window.panel.ground.insertions
        heard = [
            part
            for source in (one.source for one in offered)
            if source is not None
            for part in (source.quote, source.by, source.entry.partition(":")[2])
            if part
        ]
        texts = [one.text.strip() for one in offered]
        assert bare(foreign.window, *texts, *heard, *known, *about(foreign)) == []


def test_versions_and_what_is_on_disk(foreign: Room, tmp_path: Path) -> None:
    room = foreign
    path = tmp_path / "post.md"
    path.write_text(TEXT, "utf-8")
    room.workspace.open_file(path, room.window)
    room.type("Now")
    room.press("Ctrl+S")
    room.workspace.archive.wait()
    room.do("show_versions")
    path.write_text("Theirs", "utf-8")
    room.window.file.look()
    room.window.file.compare_requested.emit()
    dialogs = [dialog for dialog in room.window.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 2
    for dialog in [room.window, *dialogs]:
        assert bare(dialog, "Now", "Theirs", *TEXT.split(), *about(room)) == []
    room.window.new_draft()
    room.do("show_recent")
    (recent,) = room.window.findChildren(RecentDialog)
    assert bare(recent, *about(room)) == []


def test_what_is_asked_before_text_is_lost(
    foreign: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "post.md"
    path.write_text("one", "utf-8")
    foreign.workspace.open_file(path, foreign.window)
    foreign.type("two ")
    asked: list[str] = []

    def ask(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.extend((box.text(), *bare(box)))
        return QMessageBox.StandardButton.Discard

    monkeypatch.setattr(QMessageBox, "exec", ask)
    foreign.window.close()
    assert asked == ["⟦Save the changes in “post.md”?⟧"]


def test_the_menu_of_a_misspelt_word(foreign: Room, qtbot: QtBot) -> None:
    foreign.workspace.send_spelling()
    foreign.fake.do_spelling({"variety": "en", "words": []})
    foreign.write("so teh word")
    menu = QMenu()
    qtbot.addWidget(menu)
    foreign.editor.menu_requested.emit(menu, 4)
    assert len(menu.actions()) > 2
    assert bare(menu, "teh") == []
    foreign.answer()
    assert bare(menu, "teh", "the", "ten") == []


# German


def words(widget: QWidget) -> str:
    found = [said for thing in [widget, *widget.findChildren(QWidget)] for said in said_by(thing)]
    return "\n".join(found)


def test_a_day_in_german(deutsch: Room, tmp_path: Path) -> None:
    room = deutsch
    titles = [action.text().replace("&", "") for action in room.window.menuBar().actions()]
    assert titles == [
        "Datei", "Bearbeiten", "Ansicht", "Hinweise", "Durchsicht", "Persona", "Hilfe",
    ]  # fmt: skip
    assert room.window.windowTitle() == "Unbenannt[*] – Writer Assistant"
    assert "Schreiben Sie einen Entwurf" in room.window.panel.findings.empty.text()
    room.write(TEXT)
    panel = room.window.panel
    tabs = [panel.tabs.tabText(tab).replace("&", "") for tab in range(panel.tabs.count())]
    assert tabs == ["Hinweise (4)", "Notizen", "Leser"]
    room.press("F8")
    card = panel.card
    assert card.heading.text() == "Selbstbezug"
    assert card.rows[0].button.text() == "Einsetzen"
    while card.heading.text() != "Jargon: Modewort":
        room.press("F8")
    assert room.window.strip.focus_item.text == "Fokus 50\N{NO-BREAK SPACE}%"
    assert room.window.strip.grade_item.text == "Lesestufe 7,5"
    assert room.window.strip.words_item.text.startswith("13 Wörter")
    room.do("find")
    room.type("e")
    assert re.fullmatch(r"\d+ von \d+", room.window.find_bar.result.text())
    room.window.file.save_as(tmp_path / "post.md")
    assert room.window.windowTitle() == "post.md[*] – Writer Assistant"
    room.do("new_draft")
    room.write("Soon")
    room.do("close_draft")
    assert room.messages[0] == ("„Soon“ ist geschlossen und bleibt unter Ihren letzten Entwürfen.")
    room.choose("Wieder öffnen")
    assert room.session.text() == "Soon"


def test_qt_speaks_german_too(deutsch: Room, qtbot: QtBot) -> None:
    dialog = SettingsDialog(deutsch.workspace.settings)
    qtbot.addWidget(dialog)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    shown = deutsch.window.actions_by_name["save_draft"].shortcut()
    assert shown.toString(QKeySequence.SequenceFormat.NativeText) == "Strg+S"
    assert shown == QKeySequence("Ctrl+S")  # what is pressed stays


def test_no_letter_is_for_two_things_in_a_dialog(deutsch: Room, qtbot: QtBot) -> None:
    made = document("[…] x", "post", markup=True)
    dialogs: list[QWidget] = [
        CopyDialog("[…] x", made, CHANNELS[0]),
        SettingsDialog(deutsch.workspace.settings),
        PersonaTextDialog("no toml", "post"),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
        texts += [button.text() for button in dialog.findChildren(QAbstractButton)]
        for bar in dialog.findChildren(QTabBar):
            texts += [bar.tabText(tab) for tab in range(bar.count())]
        letters = Counter(
            text.partition("&")[2][:1].casefold() for text in texts if re.search("&[^&]", text)
        )
        assert [letter for letter, count in letters.items() if count > 1] == []


@pytest.mark.parametrize("width", [520, 700, 1180])
def test_longer_words_are_not_cut(deutsch: Room, width: int, qtbot: QtBot) -> None:
    room = deutsch
    room.window.resize(width, 700)
    room.write(TEXT)
    room.press("F8")
    qtbot.waitUntil(lambda: room.window.width() == width)
    qtbot.waitUntil(lambda: cut_short(room.window) == [])


def cut_short(window: QWidget) -> list[str]:
    """Return the buttons and labels of one line for whose words there is no room."""
    return [
        shown.text()
        for kind in (QAbstractButton, QLabel)
        for shown in window.findChildren(kind)
        if shown.isVisible()
        and shown.text()
        and not (isinstance(shown, QLabel) and shown.wordWrap())
        and shown.width() < shown.sizeHint().width()
    ]
