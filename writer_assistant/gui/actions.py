"""Everything that can be done in the window: one table, from which menus and help are made."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from writer_assistant.gui.language import tr, tr_later
from writer_assistant.gui.theme import Theme

Keys = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done.

    Attributes:
        name: of the window's method that does it, and of the action.
        menu: under which menu it stands.
        text: its name with the mnemonic.
        keys: what starts it; the first one is shown. A standard key is what the platform expects.
        fallback: what starts it where the platform has no such standard key.
        tip: what it does, where its name does not say all.
        icon: name of its picture.
        checkable: whether it is on or off.
        role: its place on macOS, if that is elsewhere.
        separated: whether a line stands above it.
    """

    name: str
    menu: str
    text: str
    keys: tuple[Keys, ...] = ()
    fallback: str = ""
    tip: str = ""
    icon: str = ""
    checkable: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    separated: bool = False


MENUS: Mapping[str, str] = {
    "file": tr_later("&File"),
    "edit": tr_later("&Edit"),
    "view": tr_later("&View"),
    "finding": tr_later("F&indings"),
    "review": tr_later("Revie&w"),
    "persona": tr_later("&Persona"),
    "help": tr_later("&Help"),
}

_Key = QKeySequence.StandardKey
_REPLACE = "Ctrl+Alt+F" if sys.platform == "darwin" else "Ctrl+H"  # there it hides the program
_CTRL = "Meta+" if sys.platform == "darwin" else "Ctrl+"  # there Ctrl is the command key
_ALT = "Meta+" if sys.platform == "darwin" else "Alt+"  # there Alt and a figure type a letter

COMMANDS: tuple[Command, ...] = (
    Command(
        "new_draft", "file", tr_later("&New draft"), (_Key.New, _Key.AddTab, "Ctrl+T"), icon="new"
    ),
    Command("new_window", "file", tr_later("New &window"), ("Ctrl+Shift+N",)),
    Command("open_draft", "file", tr_later("&Open…"), (_Key.Open,), icon="open"),
    Command("show_recent", "file", tr_later("Recent dra&fts…"), ("Ctrl+Alt+O",)),
    Command("save_draft", "file", tr_later("&Save"), (_Key.Save,), icon="save", separated=True),
    Command("save_draft_as", "file", tr_later("Save &as…"), (_Key.SaveAs,), "Ctrl+Shift+S"),
    Command(
        "show_versions",
        "file",
        tr_later("Earlier &versions…"),
        ("Ctrl+Shift+H",),
        tip=tr_later("Look at what the draft was, compare, restore"),
    ),
    Command(
        "copy_cleaned",
        "file",
        tr_later("&Copy cleaned text"),
        ("Ctrl+Shift+C",),
        tip=tr_later(
            "Copy the whole draft for a channel, without comments and invisible characters"
        ),
        icon="copy",
        separated=True,
    ),
    Command(
        "export_draft",
        "file",
        tr_later("&Export…"),
        ("Ctrl+E",),
        tip=tr_later("Export as a Word document, a web page or PDF"),
    ),
    Command(
        "close_draft", "file", tr_later("C&lose draft"), ("Ctrl+W", _Key.Close), separated=True
    ),
    Command(
        "reopen_draft", "file", tr_later("Open the last closed draf&t again"), ("Ctrl+Shift+T",)
    ),
    Command("close_window", "file", tr_later("Close win&dow"), ("Ctrl+Shift+W",)),
    Command(
        "quit", "file", tr_later("&Quit"), (_Key.Quit,), "Ctrl+Q", role=QAction.MenuRole.QuitRole
    ),
    Command("undo", "edit", tr_later("&Undo"), (_Key.Undo,), icon="undo"),
    Command("redo", "edit", tr_later("&Redo"), (_Key.Redo,), icon="redo"),
    Command("cut", "edit", tr_later("Cu&t"), (_Key.Cut,), separated=True),
    Command("copy", "edit", tr_later("&Copy"), (_Key.Copy,)),
    Command(
        "paste",
        "edit",
        tr_later("&Paste"),
        (_Key.Paste,),
        tip=tr_later("Paste rich text as Markdown"),
    ),
    Command("paste_plain", "edit", tr_later("Paste as plain te&xt"), ("Ctrl+Shift+V",)),
    Command("select_all", "edit", tr_later("Select &all"), (_Key.SelectAll,)),
    Command("find", "edit", tr_later("&Find…"), (_Key.Find,), icon="search", separated=True),
    Command("find_next", "edit", tr_later("Find &next"), (_Key.FindNext,)),
    Command("find_previous", "edit", tr_later("Find pre&vious"), (_Key.FindPrevious,)),
    Command("replace", "edit", tr_later("Rep&lace…"), (_Key.Replace, _REPLACE)),
    Command(
        "next_misspelling",
        "edit",
        tr_later("Next &misspelt word"),
        ("F7",),
        tip=tr_later("Go to the next misspelt word, with what may be meant"),
        separated=True,
    ),
    Command("edit_dictionary", "edit", tr_later("My &dictionary…")),
    Command(
        "preferences",
        "edit",
        tr_later("Pr&eferences…"),
        (_Key.Preferences,),
        "Ctrl+,",
        icon="settings",
        role=QAction.MenuRole.PreferencesRole,
        separated=True,
    ),
    Command(
        "toggle_highlights",
        "view",
        tr_later("&Highlights"),
        ("F9",),
        tip=tr_later("Show or hide the marks in the draft"),
        icon="highlight",
        checkable=True,
    ),
    Command(
        "toggle_review",
        "view",
        tr_later("&Review: mark everything"),
        ("Shift+F9",),
        tip=tr_later("Off: only what is clear-cut is marked, for drafting"),
        checkable=True,
    ),
    Command(
        "toggle_panel",
        "view",
        tr_later("Side &panel"),
        ("Ctrl+Shift+L",),
        icon="panel",
        checkable=True,
        separated=True,
    ),
    Command(
        "next_draft",
        "view",
        tr_later("Ne&xt draft"),
        (f"{_CTRL}Tab", "Ctrl+PgDown"),
        separated=True,
    ),
    Command(
        "previous_draft", "view", tr_later("Pre&vious draft"), (f"{_CTRL}Shift+Tab", "Ctrl+PgUp")
    ),
    Command("focus_other", "view", tr_later("Go to &findings or back to the draft"), ("F6",)),
    Command(
        "toggle_full_screen",
        "view",
        tr_later("F&ull screen"),
        (_Key.FullScreen, "F11"),
        tip=tr_later("The draft and nothing else; Escape leaves"),
        checkable=True,
        separated=True,
    ),
    Command(
        "toggle_sentence_focus",
        "view",
        tr_later("Dim all but the s&entence"),
        ("Shift+F11",),
        checkable=True,
    ),
    Command(
        "toggle_paragraph_focus",
        "view",
        tr_later("Dim all but the p&aragraph"),
        ("Ctrl+F11",),
        checkable=True,
    ),
    Command("larger", "view", tr_later("&Larger letters"), (_Key.ZoomIn, "Ctrl+="), separated=True),
    Command("smaller", "view", tr_later("&Smaller letters"), (_Key.ZoomOut,)),
    Command("usual_size", "view", tr_later("Letters in their usual si&ze"), ("Ctrl+0",)),
    Command("next_finding", "finding", tr_later("&Next finding"), ("F8",), icon="next"),
    Command(
        "previous_finding", "finding", tr_later("&Previous finding"), ("Shift+F8",), icon="previous"
    ),
    Command(
        "use_first",
        "finding",
        tr_later("&Use the first suggestion"),
        ("Ctrl+Return", f"{_ALT}1", "Ctrl+Enter"),
        separated=True,
        icon="use",
    ),
    Command("use_second", "finding", tr_later("Use the &second suggestion"), (f"{_ALT}2",)),
    Command("use_third", "finding", tr_later("Use the &third suggestion"), (f"{_ALT}3",)),
    Command(
        "say_meaning",
        "finding",
        tr_later("Say what it &means for the reader…"),
        (f"{_ALT}M",),
        tip=tr_later("Answer it yourself, use the answer, and keep it in the persona"),
    ),
    Command(
        "begin_with_reader",
        "finding",
        tr_later("&Begin with the reader…"),
        tip=tr_later("First sentences that start where the reader is"),
        separated=True,
    ),
    Command(
        "end_with_reader",
        "finding",
        tr_later("&End with the reader…"),
        tip=tr_later("Last sentences about what the reader cares for"),
    ),
    Command(
        "ignore_here",
        "finding",
        tr_later("&Ignore this one"),
        ("Ctrl+Shift+I",),
        icon="ignore",
        separated=True,
    ),
    Command("ignore_phrase", "finding", tr_later("Ignore this p&hrase in this draft")),
    Command("ignore_kind", "finding", tr_later("Ignore this &kind in this draft")),
    Command("show_ignored", "finding", tr_later("What is i&gnored…"), separated=True),
    Command(
        "review_mode",
        "review",
        tr_later("&Review this draft"),
        ("Ctrl+Shift+R",),
        tip=tr_later("All findings, the text protected, single keys to walk through it"),
        checkable=True,
    ),
    Command(
        "protect_text", "review", tr_later("&Protect the text"), ("Ctrl+Shift+K",), checkable=True
    ),
    Command("leave_note", "review", tr_later("Leave a &note…"), ("Ctrl+Shift+M",), separated=True),
    Command("ignore_with_reason", "review", tr_later("&Ignore with a reason…")),
    Command("next_note", "review", tr_later("Ne&xt note"), ("Ctrl+F8",), separated=True),
    Command("previous_note", "review", tr_later("Previo&us note"), ("Ctrl+Shift+F8",)),
    Command("show_notes", "review", tr_later("Show the n&otes"), ("Ctrl+Shift+O",)),
    Command(
        "measure_anew",
        "review",
        tr_later("&Measure from now on"),
        tip=tr_later("Compare figures with those of this moment"),
        separated=True,
    ),
    Command("review_report", "review", tr_later("Report to &send back…")),
    Command("folder_sheet", "review", tr_later("Sheet of a &folder…"), separated=True),
    Command("open_persona", "persona", tr_later("&Open a persona file…"), icon="open"),
    Command("new_persona", "persona", tr_later("&New persona…"), icon="new"),
    Command(
        "edit_persona",
        "persona",
        tr_later("&Edit as text…"),
        ("Ctrl+Shift+E",),
        icon="edit",
        separated=True,
    ),
    Command(
        "show_persona", "persona", tr_later("Show her &details"), ("Ctrl+Shift+P",), icon="persona"
    ),
    Command("reload_persona", "persona", tr_later("&Read again from disk"), icon="reload"),
    Command("reveal_personas", "persona", tr_later("Show the &folder of your personas")),
    Command("show_marks_help", "help", tr_later("What the &marks mean"), (_Key.HelpContents, "F1")),
    Command("show_persona_help", "help", tr_later("The &persona file")),
    Command("show_shortcuts", "help", tr_later("&Keyboard shortcuts"), ("Ctrl+/",)),
    Command(
        "take_tour",
        "help",
        tr_later("Take the &tour"),
        tip=tr_later("Two minutes on a sample draft; yours are not touched"),
        separated=True,
    ),
    Command("open_sample", "help", tr_later("Open the &sample draft")),
    Command(
        "about",
        "help",
        tr_later("&About Writer Assistant"),
        role=QAction.MenuRole.AboutRole,
        separated=True,
    ),
)
"""Every command, in the order of the menus."""


def sequences(command: Command) -> list[QKeySequence]:
    """Return the key sequences of a command on this platform, each once."""
    found: list[QKeySequence] = []
    for keys in command.keys:
        candidates = (
            QKeySequence.keyBindings(keys)
            if isinstance(keys, QKeySequence.StandardKey)
            else [QKeySequence(keys)]
        )
        found += [keys for keys in candidates if keys not in found and not keys.isEmpty()]
    return found or ([QKeySequence(command.fallback)] if command.fallback else [])


def build(parent: QWidget, theme: Theme, targets: Sequence[object]) -> dict[str, QAction]:
    """Return an action for every command; it calls the method of that name of one of ``targets``.

    Raises:
        LookupError: if none of them has it.
    """
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(tr(command.text), parent)
        action.setObjectName(command.name)
        action.setShortcuts(sequences(command))
        action.setMenuRole(command.role)
        action.setCheckable(command.checkable)
        slot = _slot(targets, command.name)
        if command.checkable:
            action.toggled.connect(slot)
        else:
            # Without the "checked" that comes along.
            action.triggered.connect(lambda _=False, slot=slot: slot())
        parent.addAction(action)
        actions[command.name] = action
    dress(actions, theme)
    return actions


def _slot(targets: Sequence[object], name: str) -> Callable[..., object]:
    for target in targets:
        slot: Callable[..., object] | None = getattr(target, name, None)
        if slot is not None:
            return slot
    raise LookupError(name)


def dress(actions: Mapping[str, QAction], theme: Theme) -> None:
    """Give the actions their icons in the theme's colours, and their tips."""
    for command in COMMANDS:
        action = actions[command.name]
        if command.icon:
            action.setIcon(theme.icon(command.icon))
        tip = tr(command.tip) or tr(command.text).replace("&", "").rstrip("…")
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})" if shown else tip)
        action.setStatusTip("")


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into the menus of ``bar`` and return these by name."""
    menus = {name: bar.addMenu(tr(title)) for name, title in MENUS.items()}
    for command in COMMANDS:
        menu = menus[command.menu]
        if command.separated:
            menu.addSeparator()
        menu.addAction(actions[command.name])
    return menus


def shortcuts() -> Iterator[tuple[str, str, list[str]]]:
    """Yield menu, name and keys (as this platform writes them) of every command that has some."""
    for command in COMMANDS:
        # A standard key brings a dozen old ones along; the first is the one that people know.
        most = sum(isinstance(keys, str) for keys in command.keys) or 1
        keys = [
            keys.toString(QKeySequence.SequenceFormat.NativeText)
            for keys in sequences(command)[:most]
        ]
        if keys:
            menu, text = tr(MENUS[command.menu]), tr(command.text)
            yield menu.replace("&", ""), text.replace("&", ""), keys
