"""The window's language: texts, numbers and dates, in English and in German."""

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from writer_assistant.gui import language
from writer_assistant.gui.language import date, decimal, figure, number, percent, speak, tr

pytestmark = pytest.mark.usefixtures("qapp")
DAY = datetime.date(2026, 3, 4)


@pytest.fixture
def german() -> Iterator[None]:
    speak("de")
    yield
    language.forget()


def test_english_is_what_stands_in_the_code() -> None:
    assert tr("&File") == "&File"
    assert tr("no such text") == "no such text"


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 lines are left"), (1, "1 line is left"), (1234, "1,234 lines are left")]
)
def test_english_texts_follow_their_number(n: int, said: str) -> None:
    assert tr("%n line(s) (is|are) left", "", n) == said


def test_a_number_in_brackets_is_only_for_texts_that_count() -> None:
    assert tr("file(s) (a|b)") == "file(s) (a|b)"


def test_figures_and_dates_in_english() -> None:
    assert number(12345) == "12,345"
    assert decimal(7.25) == "7.2"
    assert decimal(9.0, -1) == "9"
    assert percent(0.456) == "46%"
    assert date(DAY) == "4 March 2026"
    assert date(DAY, year=False) == "4 March"
    assert date(DAY, precise=False) == "March 2026"
    assert [figure(said) for said in ("1,234.5", "62%", "yes", "–")] == [
        "1,234.5",
        "62%",
        "yes",
        "–",
    ]


@pytest.mark.usefixtures("german")
def test_figures_and_dates_in_german() -> None:
    assert number(12345) == "12.345"
    assert decimal(7.25) == "7,2"
    assert percent(0.456) == "46\N{NO-BREAK SPACE}%"
    assert date(DAY) == "4. März 2026"
    assert date(DAY, year=False) == "4. März"
    assert date(DAY, precise=False) == "März 2026"
    assert [figure(said) for said in ("1,234.5", "62%", "yes", "2 + 1")] == [
        "1.234,5", "62\N{NO-BREAK SPACE}%", "ja", "2 + 1",
    ]  # fmt: skip


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 Wörter"), (1, "1 Wort"), (2, "2 Wörter"), (54321, "54.321 Wörter")]
)
def test_german_has_forms_of_its_own(n: int, said: str) -> None:
    assert tr("%n word(s)", "", n) == said


@pytest.mark.usefixtures("german")
def test_what_has_no_translation_is_said_in_english() -> None:
    assert tr("no such text") == "no such text"
    assert tr("%n cat(s)", "", 2) == "2 cats"


def test_german_is_spoken_and_forgotten() -> None:
    speak("de")
    assert tr("&File") == "&Datei"
    speak("en")
    assert tr("&File") == "&File"
    assert number(12345) == "12,345"


def test_a_language_that_nobody_translated_is_english() -> None:
    speak("tlh")  # an old setting, or one from a newer version
    assert tr("&File") in ("&File", "&Datei")  # as the system is set
    language.forget()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="elsewhere no variable tells it")
@pytest.mark.parametrize(
    ("system", "said"),
    [
        ("de_AT.UTF-8", "&Datei"),
        ("en_GB.UTF-8", "&File"),
        ("fr_FR.UTF-8", "&File"),
        ("C", "&File"),
    ],
)
def test_the_system_s_language_is_spoken(system: str, said: str) -> None:
    script = (
        "from writer_assistant.gui import language as l; l.speak('system'); print(l.tr('&File'))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "LANGUAGE"}
    environment |= {"LC_ALL": system, "LANG": system, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == said
