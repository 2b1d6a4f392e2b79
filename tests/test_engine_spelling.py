"""The engine's desk for spelling: what is asked and what is answered."""

from queue import SimpleQueue
from typing import Any

import pytest

from writer_assistant import paths
from writer_assistant.analysis import spelling
from writer_assistant.analysis.live import LiveDraft
from writer_assistant.analysis.pipeline import Settings
from writer_assistant.engine_spelling import Loaded, SpellingDesk


class Desk:
    """A desk whose answers are kept, and one draft."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.queue: SimpleQueue[Loaded] = SimpleQueue()
        self.desk = SpellingDesk(self.said.append, self.queue.put)
        self.draft = LiveDraft(Settings(()))

    def ask(self, **request: Any) -> None:
        self.desk.answer({"do": "spelling", **request})

    def load(self) -> Loaded:
        """Take what is loaded next."""
        loaded = self.queue.get(timeout=60)
        if self.desk.take(loaded):
            self.draft.spelling.set_speller(loaded.speller)
        return loaded

    def look(self) -> list[tuple[int, list[str]]]:
        """Return what is told of the draft."""
        self.said.clear()
        self.desk.look(1, 7, self.draft.spelling)
        return [
            (paragraph["line"], [tuple(word) for word in paragraph["words"]])
            for answer in self.said
            for paragraph in answer["paragraphs"]
        ]


def test_nothing_is_told_before_it_is_asked_for() -> None:
    desk = Desk()
    desk.draft.edit(0, 0, ["Teh goods."])
    assert desk.look() == []


def test_misspelt_words_are_told_until_spelling_is_switched_off() -> None:
    desk = Desk()
    desk.ask(variety="en", words=["kwikpak"])
    desk.load()
    desk.draft.edit(0, 0, ["Teh kwikpak 😀 recieve.", "", "Right."])
    assert desk.look() == [(0, [(0, 3), (14, 21)]), (2, [])]
    assert desk.said[0]["say"] == "spelling"
    assert (desk.said[0]["draft"], desk.said[0]["revision"]) == (1, 7)
    desk.ask(variety=None, words=[])
    desk.load()
    desk.draft.edit(0, 1, ["Teh goods."])
    assert desk.look() == []


def test_only_the_newest_wish_counts() -> None:
    desk = Desk()
    desk.ask(variety="en_US", words=[])
    desk.ask(variety="en_GB", words=[])
    desk.load()
    desk.load()
    desk.draft.edit(0, 0, ["The colour and the color."])
    assert desk.look() == [(0, [(19, 24)])]


def test_names_of_persona_and_author_are_right() -> None:
    desk = Desk()
    desk.ask(variety="en", words=[])
    desk.desk.set_names(['name = "Olga of norwik"', "kwikpak"])
    desk.load()
    desk.load()
    desk.draft.edit(0, 0, ["Sold to norwik by kwikpak."])
    assert desk.look() == [(0, [])]


@pytest.mark.parametrize(("variety", "words"), [("en", ["receive"]), (None, [])])
def test_what_may_be_meant(variety: str | None, words: list[str]) -> None:
    desk = Desk()
    desk.ask(variety=variety, words=[])
    desk.load()
    desk.desk.answer({"do": "spell", "draft": 1, "id": 5, "word": "recieve"})
    assert desk.said[-1]["say"] == "spellings"
    assert desk.said[-1]["id"] == 5
    assert desk.said[-1]["suggestions"][:1] == words


def test_a_missing_dictionary_is_a_problem_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    spelling.load_dictionary.cache_clear()
    monkeypatch.setattr(spelling, "resource_root", lambda: tmp_path)
    desk = Desk()
    desk.ask(variety="en_GB", words=[])
    loaded = desk.load()
    assert loaded.speller is None
    assert loaded.problem is not None
    assert "Preferences" in loaded.problem.remedy
    assert paths.resource_root() != tmp_path


def test_a_word_is_answered_when_the_speller_is_there() -> None:
    desk = Desk()
    desk.ask(variety="en", words=[])
    desk.desk.answer({"do": "spell", "draft": 1, "id": 3, "word": "recieve"})
    assert desk.said == []
    desk.load()
    [answer] = desk.said
    assert (answer["say"], answer["id"]) == ("spellings", 3)
    assert "receive" in answer["suggestions"]
