"""Marks: seen in light and dark, told apart without colour, drawn where their words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.gui.highlights import DARK, LIGHT, mark_pixmap, marks_of, styles_for, tooltip
from writer_assistant.gui.live_findings import LiveFinding


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    ("styles", "grounds"),
    [(LIGHT, ["#ffffff", "#f7f7f7", "#fdf6e3"]), (DARK, ["#000000", "#1e1e1e", "#2b2b2b"])],
)
def test_each_mark_stands_out_from_its_ground(styles, grounds, kind: Kind) -> None:  # type: ignore[no-untyped-def]
    for ground in grounds:
        assert contrast(styles[kind].colour, QColor(ground)) >= 3


def test_each_kind_has_a_line_of_its_own() -> None:
    for styles in (LIGHT, DARK):
        assert set(styles) == set(Kind)
        assert len({style.line for style in styles.values()}) == len(Kind)


def test_the_ground_decides() -> None:
    assert styles_for(QColor("#ffffff")) is LIGHT
    assert styles_for(QColor("#1e1e1e")) is DARK


@pytest.mark.parametrize("kind", list(Kind))
def test_lines_differ_in_form_and_weight_also_in_grey(qtbot: QtBot, kind: Kind) -> None:
    def ink(kind: Kind, severity: Severity) -> tuple[int, ...]:
        image = mark_pixmap(LIGHT[kind], severity, QSize(60, 8)).toImage()
        return tuple(
            image.pixelColor(x, y).alpha()
            for y in range(image.height())
            for x in range(image.width())
        )

    mine = ink(kind, Severity.STRONG)
    assert sum(mine) > sum(ink(kind, Severity.MILD))
    assert mine != ink(kind, Severity.MILD)
    others = [ink(other, Severity.STRONG) for other in Kind if other is not kind]
    assert mine not in others


def finding(start: int, end: int) -> LiveFinding:
    return LiveFinding(Kind.JARGON, Severity.STRONG, (start, end), (start, end), "")


def test_a_shorter_mark_breaks_a_longer_one() -> None:
    long, short = marks_of([finding(0, 20), finding(5, 9)])
    assert list(long.parts()) == [(0, 5), (9, 20)]
    assert list(short.parts()) == [(5, 9)]
    assert long.level == short.level == 0


def test_marks_of_the_same_words_stand_above_each_other() -> None:
    marks = marks_of([finding(0, 9), finding(0, 9)])
    assert [list(mark.parts()) for mark in marks] == [[(0, 9)], [(0, 9)]]
    assert [mark.level for mark in marks] == [0, 1]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8))
def test_no_two_marks_are_drawn_over_each_other(places: list[tuple[int, int]]) -> None:
    findings = sorted((finding(s, s + n) for s, n in set(places)), key=lambda f: (f.start, -f.end))
    drawn: set[int] = set()
    for mark in marks_of(findings):
        for start, end in mark.parts():
            units = set(range(start, end))
            assert not units & drawn
            drawn |= units
    assert drawn == {at for f in findings for at in range(f.start, f.end)}


def test_a_tooltip_shows_what_was_written_not_markup() -> None:
    one = LiveFinding(
        Kind.JARGON, Severity.STRONG, (0, 1), (0, 1), "x", "Jargon & co", "“<b>” is no word."
    )
    assert tooltip(one) == "<p><b>Jargon &amp; co</b><br>“&lt;b&gt;” is no word.</p>"
