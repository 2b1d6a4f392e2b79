"""The language of the window: its texts, and how it writes numbers and dates.

Texts stand in the code in English, as ``tr("…")``; Qt's tools gather them for translators
(CONTRIBUTING.md tells how). English needs no file and costs nothing at start: only another
language loads its translation. What is said of a draft's sentences stays English as the drafts are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from writer_assistant.paths import resource_root

if TYPE_CHECKING:
    import datetime

    from PySide6.QtCore import QLocale, QTranslator

ENGLISH = "en"
LANGUAGES = (ENGLISH, "de")
"""Languages that the window speaks, as ISO 639 names them."""

_NUMBERED = re.compile(r"\((\w*)\|(\w*)\)|\(s\)")

_PERCENT = re.compile(r"(\d+)%")


class _Spoken:
    """What is spoken at present: nothing is loaded for English."""

    code = ENGLISH
    translator: QTranslator | None = None
    of_qt: QTranslator | None = None
    locale: QLocale | None = None


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """Return ``text`` in the language of the window.

    Args:
        text: in English. ``%n`` stands for the number ``n``; ``(s)`` and ``(is|are)`` follow it.
        comment: tells translators which of two meanings is meant.
        n: the number, from 0, for texts that have one.
    """
    translator = _Spoken.translator
    said = translator.translate("", text, comment, n) if translator is not None else ""
    if n < 0:
        return said or text
    return (said or _NUMBERED.sub(_form(n), text)).replace("%n", number(n))


def tr_later(text: str) -> str:
    """Mark ``text`` for translators and return it as it is.

    For texts in tables, which are made before the language is known: ``tr`` translates them where
    they are shown.
    """
    return text


def number(value: int) -> str:
    """Return ``value`` with its thousands parted."""
    locale = _Spoken.locale
    return f"{value:,}" if locale is None else locale.toString(value)


def decimal(value: float, digits: int = 1) -> str:
    """Return ``value`` with so many digits behind the point; with at most one if ``digits`` < 0."""
    said = f"{value:g}" if digits < 0 else f"{value:.{digits}f}"
    return said if _Spoken.locale is None else said.replace(".", _Spoken.locale.decimalPoint())


def percent(share: float) -> str:
    """Return ``share`` (0 to 1) as a percentage."""
    return tr("{number}%", "percentage").format(number=f"{share:.0%}"[:-1])


def quoted(words: str) -> str:
    """Return ``words`` in quotation marks."""
    return tr("“{words}”").format(words=words)


def figure(written: str) -> str:
    """Return a figure that the core wrote, or its ``yes`` or ``no``, in the window's language."""
    locale = _Spoken.locale
    if written.isalpha():
        return tr(written)
    if locale is None:
        return written
    swapped = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    said = "".join(swapped.get(sign, sign) for sign in written)
    return _PERCENT.sub(lambda found: tr("{number}%", "percentage").format(number=found[1]), said)


def date(day: datetime.date, *, year: bool = True, precise: bool = True) -> str:
    """Return ``day`` in words.

    Args:
        day: the day.
        year: whether its year is said.
        precise: whether the day of the month is said.
    """
    from PySide6.QtCore import QDate, QLocale

    locale = _Spoken.locale or QLocale(QLocale.Language.English)
    if not precise:
        form = "MMMM yyyy"
    elif year:
        form = tr("d MMMM yyyy", "a date, in the letters of QLocale")
    else:
        form = tr("d MMMM", "a date, in the letters of QLocale")
    return locale.toString(QDate(day.year, day.month, day.day), form)


def speak(language: str) -> None:
    """Speak ``language`` from now on: one of ``LANGUAGES``, or ``system`` for what that is set to.

    Texts that are shown already do not change.
    """
    code = language if language in LANGUAGES else _of_system()
    if code == _Spoken.code:
        return
    forget()
    if code != ENGLISH:
        load(resource_root() / "translations" / f"writer_assistant_{code}.qm", code)


def load(path: Path, code: str) -> None:
    """Speak the translation in ``path``, with the numbers and dates of the language ``code``."""
    from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

    translator = QTranslator()
    if not translator.load(str(path)):
        return
    system = QLocale.system()
    locale = QLocale(code)
    if system.language() == locale.language():
        locale = system  # the numbers of Austria or Switzerland
    _Spoken.code, _Spoken.translator, _Spoken.locale = code, translator, locale
    QLocale.setDefault(locale)
    if QCoreApplication.instance() is None:
        return
    # The words of Qt's own dialogs and buttons.
    of_qt = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(locale, "qtbase", "_", folder) and QCoreApplication.installTranslator(of_qt):
        _Spoken.of_qt = of_qt


def forget() -> None:
    """Speak English again."""
    if _Spoken.code == ENGLISH:
        return
    from PySide6.QtCore import QCoreApplication, QLocale

    if _Spoken.of_qt is not None:
        QCoreApplication.removeTranslator(_Spoken.of_qt)
    QLocale.setDefault(QLocale.system())
    _Spoken.code = ENGLISH
    _Spoken.translator = _Spoken.of_qt = _Spoken.locale = None


def _of_system() -> str:
    from PySide6.QtCore import QLocale

    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return ENGLISH


def _form(n: int) -> Callable[[re.Match[str]], str]:
    """Return what puts the singular or the plural into an English text."""

    def put(found: re.Match[str]) -> str:
        if found[0] == "(s)":
            return "" if n == 1 else "s"
        return found[1] if n == 1 else found[2]

    return put
