"""The spelling of a draft that changes: each paragraph is looked at once, what is seen first."""

import pytest

from writer_assistant.analysis.live_spelling import LiveSpelling
from writer_assistant.analysis.mirror import Mirror
from writer_assistant.analysis.spelling import Speller, Variety

LINES = ["Teh first one.", "", "Right.", "", "Two lines", "that recieve marks.", "", "```", "teh"]


@pytest.fixture
def speller() -> Speller:
    return Speller(Variety.EITHER)


def told(spelling: LiveSpelling, seconds: float = 60) -> dict[int, list[str]]:
    """Return what one piece of work tells: misspelt words by their paragraph's line."""
    lines = spelling._mirror.lines
    found = {}
    for report in spelling.work(seconds):
        text = "\n".join(lines[report.line : report.line + report.line_count])
        assert len(text) == report.length
        found[report.line] = [word.of(text) for word in report.words]
    return found


def test_all_is_told_once_and_what_is_seen_first(speller: Speller) -> None:
    mirror = Mirror()
    mirror.edit(0, 0, LINES)
    spelling = LiveSpelling(mirror)
    assert not spelling.pending
    spelling.set_speller(speller)
    mirror.show(4, 5)
    assert told(spelling, 0) == {4: ["recieve"]}
    assert told(spelling) == {0: ["Teh"], 2: [], 7: []}
    assert not spelling.pending
    assert told(spelling) == {}


def test_only_what_changed_is_looked_at_again(speller: Speller) -> None:
    mirror = Mirror()
    mirror.edit(0, 0, LINES)
    spelling = LiveSpelling(mirror)
    spelling.set_speller(speller)
    told(spelling)
    mirror.edit(2, 1, ["Now wrogn.", "", "And anothr."])
    spelling.look_again()
    assert told(spelling) == {2: ["wrogn"], 4: ["anothr"]}


def test_another_speller_looks_at_all_and_none_at_nothing(speller: Speller) -> None:
    mirror = Mirror()
    mirror.edit(0, 0, ["Colour and kwikpak."])
    spelling = LiveSpelling(mirror)
    spelling.set_speller(speller)
    assert told(spelling) == {0: ["kwikpak"]}
    spelling.set_speller(Speller(Variety.AMERICAN, ["kwikpak"]))
    assert told(spelling) == {0: ["Colour"]}
    spelling.set_speller(None)
    assert not spelling.pending
