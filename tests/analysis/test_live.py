"""A draft that was followed step by step is judged like one that was just read."""

import random

import pytest

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import Kind
from writer_assistant.analysis.lexicon_file import built_in_lexicons
from writer_assistant.analysis.live import LiveDraft, ParagraphReport
from writer_assistant.analysis.pipeline import Settings
from writer_assistant.persona.model import Author, Persona

pytestmark = pytest.mark.model

PIECES = [
    "We are thrilled to announce our new office in Leeds.",
    "You get your evening back. 🎉 Follow us on LinkedIn!",
    "The X200 has a 5,000 mAh battery, which means you film all day.",
    "Our QBR (quarterly business review) leverages synergies.",
    "The QBR is on Friday.",
    "“We cut our queue by half,” says Ana, the clinic's manager.",
    "# About Norwick Freight",
    "- A robust, scalable solution",
    "> We quote somebody.",
    "```",
    "",
    "",
    "<!-- we are a note -->",
    "---",
    "company: Norwick",
    "Norwick has been a name that stands for quality since 1987.",
    "שלום we are \ud83d a lone one \x00 here",
]


def settings(persona: Persona | None = None) -> Settings:
    return Settings(built_in_lexicons(), persona=persona)


def followed(draft: LiveDraft) -> list[ParagraphReport]:
    reports = []
    while draft.pending:
        reports += draft.work(2)
    return reports


@pytest.mark.parametrize("seed", range(12))
def test_followed_step_by_step_or_read_at_once_is_the_same(engine: Engine, seed: int) -> None:
    chance = random.Random(seed)
    lines = [chance.choice(PIECES) for _ in range(chance.randrange(12))]
    draft = LiveDraft(settings(), engine)
    draft.set_lines(lines)
    for _step in range(25):
        for _ in range(chance.randrange(3)):
            draft.work(1)
        first = chance.randrange(len(lines) + 1)
        removed = min(chance.randrange(3), len(lines) - first)
        new = [chance.choice(PIECES) for _ in range(chance.randrange(3))]
        lines[first : first + removed] = new
        draft.edit(first, removed, new)
        draft.show(chance.randrange(10), 20)
    followed(draft)
    fresh = LiveDraft(settings(), engine)
    fresh.set_lines(lines)
    assert draft.report() == fresh.report()
    assert draft.scores() == fresh.scores()
    assert draft.scores().analysed == 1


def test_every_place_is_that_of_its_words(engine: Engine) -> None:
    text = "\n".join(PIECES)
    draft = LiveDraft(settings(), engine)
    draft.set_lines(PIECES)
    report = draft.report()
    assert report.findings
    for finding in report.findings:
        assert finding.span.of(text) == finding.text
        assert finding.sentence.start <= finding.span.start
    for start, found in draft.found():
        assert found.finding.shifted(start).text == found.finding.span.shifted(start).of(text)


def test_only_what_an_edit_touches_is_said_again(engine: Engine) -> None:
    lines = [f"Paragraph {n} tells you how to mend pump {n}." for n in range(40)]
    lines = [part for line in lines for part in (line, "")]
    draft = LiveDraft(settings(), engine)
    draft.set_lines(lines)
    assert len(followed(draft)) == 40
    draft.edit(40, 1, ["We are so proud of our award."])
    reports = followed(draft)
    assert [report.line for report in reports] == [40]
    assert reports[0].findings[0].kind is Kind.SELF_CENTERED
    draft.edit(0, 0, ["", ""])
    assert followed(draft) == []


def test_a_draft_whose_text_is_all_deleted_has_no_scores(engine: Engine) -> None:
    draft = LiveDraft(settings(), engine)
    draft.set_lines(["We are proud.", "", "Your pump runs again by noon."])
    followed(draft)
    assert draft.scores().words
    draft.edit(0, 3, [""])
    assert draft.scores().words == 0
    assert not draft.scores().scores.customer_last


def test_a_name_that_appears_is_looked_for_everywhere(engine: Engine) -> None:
    draft = LiveDraft(settings(), engine)
    draft.set_lines(["Zorvex runs trains.", "", "Call."])
    followed(draft)
    draft.edit(2, 1, ["We at Zorvex say thanks."])
    assert draft.author.names == ("Zorvex",)
    assert draft.pending
    followed(draft)
    assert not draft.pending
    draft.edit(2, 1, ["Thanks."])
    assert draft.author.names == ()


def test_a_persona_brings_the_author_along(engine: Engine) -> None:
    draft = LiveDraft(settings(), engine)
    draft.set_lines(["Zorvex runs trains."])
    followed(draft)
    draft.set_settings(settings(Persona("Olga", author=Author(("Zorvex",)))))
    assert draft.author.names == ("Zorvex",)
    assert draft.pending


def test_edited_lines_go_first_then_those_in_view(engine: Engine) -> None:
    lines = [part for n in range(60) for part in (f"You mend pump {n}.", "")]
    draft = LiveDraft(settings(), engine)
    draft.set_lines(lines)
    draft.show(80, 84)
    draft.edit(100, 1, ["You mend it yourself."])
    assert [report.line for report in draft.work(1)] == [100]
    draft.work(6)  # its neighbours may look at it
    assert {report.line for report in draft.work(3)} == {80, 82, 84}


def test_lines_that_are_not_there_are_refused(engine: Engine) -> None:
    draft = LiveDraft(settings(), engine)
    draft.set_lines(["One."])
    with pytest.raises(ValueError, match="no lines"):
        draft.edit(1, 1, [])


def test_an_empty_draft_has_no_scores(engine: Engine) -> None:
    report = LiveDraft(settings(), engine).report()
    assert report.words == 0
    assert report.scores.focus is None
    assert report.scores.reading_grade is None
    assert not report.scores.customer_first
