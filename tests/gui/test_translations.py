"""The translations: complete, fitting the code, and ready to be loaded."""

import ast
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from writer_assistant import gui
from writer_assistant.analysis.finding import Severity
from writer_assistant.analysis.lexicon import SUBKINDS
from writer_assistant.analysis.rules import self_centered
from writer_assistant.gui import language
from writer_assistant.gui.actions import COMMANDS, MENUS
from writer_assistant.gui.core_words import CORE_WORDS
from writer_assistant.gui.language import LANGUAGES, tr
from writer_assistant.gui.settings_table import SETTINGS
from writer_assistant.output.clean import Cleaning
from writer_assistant.output.clipboard import CHANNELS, Form
from writer_assistant.output.plain import Restyling
from writer_assistant.output.review_figures import KIND_NAMES
from writer_assistant.output.sheet import HEADS
from writer_assistant.paths import resource_root

FILES = sorted((resource_root() / "translations").glob("*.ts"))
NAMED = re.compile(r"\{\w*\}|%n")
PATTERNS = re.compile(r"\*\.\w+")


@dataclass(frozen=True)
class Entry:
    text: str
    comment: str
    counts: bool
    translations: tuple[str, ...]
    is_finished: bool


def entries(path: Path) -> list[Entry]:
    found = []
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        counts = message.get("numerus") == "yes"
        said = [form.text or "" for form in translation] if counts else [translation.text or ""]
        found.append(
            Entry(
                message.findtext("source") or "",
                message.findtext("comment") or "",
                counts,
                tuple(said),
                translation.get("type") is None,
            )
        )
    return found


def test_every_language_but_english_has_its_files() -> None:
    names = {f"writer_assistant_{code}" for code in LANGUAGES if code != "en"}
    assert {path.stem for path in FILES} == names
    assert {path.stem for path in FILES[0].parent.glob("*.qm")} == names
    (setting,) = (setting for setting in SETTINGS if setting.name == "language")
    assert [value for value, _ in setting.choices] == ["system", *LANGUAGES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_texts_are_those_of_the_code(
    path: Path, translations: ModuleType, tmp_path: Path
) -> None:
    """After a change: ``uv run python build_spec/translations.py``, then translate what is new."""
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    translations.gather([copy])
    unfinished = [entry.text for entry in entries(copy) if not entry.is_finished]
    assert unfinished == []
    assert entries(copy) == entries(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_loaded_is_what_was_translated(path: Path) -> None:
    loaded = QTranslator()
    assert loaded.load(str(path.with_suffix(".qm")))
    for entry in entries(path):
        numbers = (1, 2) if entry.counts else (-1,)
        said = [loaded.translate("", entry.text, entry.comment, number) for number in numbers]
        assert tuple(said) == entry.translations


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(Path(gui.__file__).parent.glob("*.py")):
        if path.stem == "language":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node, "func", None)
            if isinstance(node, ast.Call) and getattr(name, "id", "") in ("tr", "tr_later"):
                yield f"{path.name}:{node.lineno}", node


SHOWN = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton",
    "QToolBar", "UserError", "Message", "addAction", "addButton", "addItem", "addMenu", "addTab",
    "critical", "information", "insertTab", "question", "setAccessibleDescription",
    "setAccessibleName", "setInformativeText", "setPlaceholderText", "setStatusTip", "setSuffix",
    "setTabText", "setText", "setTitle", "setToolTip", "setWindowTitle", "setSpecialValueText",
}  # fmt: skip
"""What shows its texts to a person."""
NO_TEXTS = {"Writer Assistant", "Norwick Freight, Norwick"}
"""Names."""


def untranslated(node: ast.expr) -> Iterator[str]:
    """Yield the words of an argument that no translator sees."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield " ".join(str(v.value) for v in node.values if isinstance(v, ast.Constant))
    elif isinstance(node, ast.IfExp):
        yield from (*untranslated(node.body), *untranslated(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*untranslated(node.left), *untranslated(node.right))


def test_what_is_shown_is_translated() -> None:
    found = []
    for path in sorted(Path(gui.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name not in SHOWN:
                continue
            for argument in node.args:
                for text in untranslated(argument):
                    plain = re.sub("<[^>]*>", "", text)
                    for known in NO_TEXTS:
                        plain = plain.replace(known, "")
                    if re.search(r"[a-z]{2,} [a-z]", plain) or re.search(
                        r"\b[A-Z][a-z]{2,}", plain
                    ):
                        found.append(f"{path.name}:{node.lineno}: {text}")
    assert found == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_of_the_code_is_overlooked(path: Path) -> None:
    """Qt's tool does not look into formatted strings, and sees a number only in third place."""
    known = {(entry.text, entry.comment, entry.counts) for entry in entries(path)}
    missing = []
    for place, call in calls():
        assert not call.keywords, f"{place}: the tool knows no keywords"
        first, *more = call.args
        assert not isinstance(first, ast.JoinedStr), (
            f"{place}: a formatted string has no translation"
        )
        if not isinstance(first, ast.Constant):
            continue  # of a table, where its text is marked
        comment = more[0].value if more and isinstance(more[0], ast.Constant) else ""
        if (first.value, comment, len(more) > 1) not in known:
            missing.append(f"{place}: {first.value}")
    assert missing == []


def misfits(entry: Entry) -> Iterator[str]:
    """Yield what keeps a translation from standing where its text stands."""
    if not entry.is_finished:
        yield "not finished"
    if len(entry.translations) != (2 if entry.counts else 1):
        yield "other forms"
    for said in entry.translations:
        yield from (complaint for complaint, holds in _FITS.items() if not holds(entry.text, said))


def _mnemonics(text: str) -> int:
    return len(re.findall("&[^&]", text))


def _around(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


_FITS: dict[str, Callable[[str, str], bool]] = {
    "empty": lambda text, said: bool(said.strip()),
    "other placeholders": lambda text, said: (
        sorted(NAMED.findall(said)) == sorted(set(NAMED.findall(text)))
    ),
    "no mnemonic, or a new one": lambda text, said: _mnemonics(said) == _mnemonics(text),
    "other spaces around it": lambda text, said: _around(said) == _around(text),
    "other patterns of files": lambda text, said: PATTERNS.findall(said) == PATTERNS.findall(text),
    "an English plural": lambda text, said: "(s)" not in said,
    "another end": lambda text, said: text[-1] not in ".:?!…" or said[-1:] == text[-1],
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_translation_fits_its_text(path: Path) -> None:
    found = {entry.text: complaints for entry in entries(path) if (complaints := [*misfits(entry)])}
    assert found == {}


@pytest.mark.parametrize(
    ("text", "said", "complaint"),
    [
        ("{name} is {what}", "{name} ist", "other placeholders"),
        ("%n file(s)", "Dateien", "other placeholders"),
        ("&Open", "Offnen", "no mnemonic, or a new one"),
        (" words", "Wörter", "other spaces around it"),
        ("All (*.md)", "Alle (*.txt)", "other patterns of files"),
        ("Open…", "Öffnen", "another end"),
        ("Open", "", "empty"),
    ],
)
def test_what_does_not_fit_is_seen(text: str, said: str, complaint: str) -> None:
    assert complaint in misfits(Entry(text, "", "%n" in text, (said,), is_finished=True))


def mnemonic(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].casefold()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_entries_of_a_menu_have_the_same_mnemonic(code: str, qapp: object) -> None:
    language.speak(code)
    try:
        groups = {name: [tr(c.text) for c in COMMANDS if c.menu == name] for name in MENUS}
        groups["file"].append(tr("Open &recent"))
        groups["bar"] = [tr(title) for title in MENUS.values()]
        groups["settings"] = [tr(one.label) for one in SETTINGS if one.group]
    finally:
        language.forget()
    for name, texts in groups.items():
        letters = Counter(map(mnemonic, texts))
        twice = [letter for letter, count in letters.items() if count > 1]
        if code != "en" or name != "settings":
            assert twice == [], name
        assert "" not in letters


def messages_of_rules() -> set[str]:
    """Return the headings of findings, as the rules have them."""
    found = set(self_centered.MESSAGES.values())
    for path in Path(self_centered.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "message":
                found |= {n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant)}
            names = [getattr(target, "id", "") for target in getattr(node, "targets", ())]
            if isinstance(node, ast.Assign) and names == ["_MESSAGES"]:
                assert isinstance(node.value, ast.Dict)
                found |= {n.value for n in node.value.values if isinstance(n, ast.Constant)}
    return found


def test_what_the_core_says_is_marked_for_translators() -> None:
    said = {
        *Severity, *SUBKINDS, *(channel.label for channel in CHANNELS), *Form, *Cleaning,
        *Restyling, *HEADS, *KIND_NAMES.values(), "yes", "no", *messages_of_rules(),
    }  # fmt: skip
    assert {str(one) for one in said} - CORE_WORDS == set()
