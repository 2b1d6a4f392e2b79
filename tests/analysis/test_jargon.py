"""Words that this reader would not say."""

from dataclasses import replace

import pytest

from writer_assistant.analysis.finding import Kind
from writer_assistant.analysis.lexicon import Entry, Lexicons
from writer_assistant.analysis.lexicon_file import built_in_lexicons
from writer_assistant.analysis.marker import Marked, Marks, marked
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.analysis.rules import jargon
from writer_assistant.analysis.rules.jargon import at_sight, rule
from writer_assistant.persona.model import Author, Persona, Vocabulary
from writer_assistant.text.draft import Block, Content
from writer_assistant.text.span import Span

OLGA = Persona(
    "Olga, operations lead",
    vocabulary=Vocabulary(
        uses=("pallet", "QBR", "leverage"),
        avoids=("lading", "IT", "leverage"),
        plain={"cross-axial vibration": "shaking"},
    ),
)


def found(look, text: str, persona: Persona | None = OLGA, **more: object) -> list:
    return [
        finding
        for placed in look(text)
        for finding in rule(placed.sentence, replace(placed.context, persona=persona, **more))
    ]


pytestmark = pytest.mark.model


def test_words_that_she_avoids_in_any_form(look) -> None:
    [finding] = found(look, "The ladings arrive at noon.")
    assert finding.text == "ladings"
    assert finding.reason == "“ladings” is on the list of words that Olga avoids."


def test_her_own_word_is_the_first_plainer_one(look) -> None:
    [finding] = found(look, "It cuts cross-axial vibrations.")
    assert finding.text == "cross-axial vibrations"
    assert finding.plain[0] == "shaking"
    assert "Olga says “shaking”" in finding.reason


def test_what_she_uses_is_never_jargon(look) -> None:
    assert found(look, "At the QBR we leverage every pallet.") == []
    assert [f.text for f in found(look, "At the QBR we leverage it.", None)] == ["QBR", "leverage"]


def test_an_abbreviation_that_she_avoids_is_no_pronoun(look) -> None:
    assert found(look, "Put it on the shelf.") == []
    assert [f.text for f in found(look, "Ask the people from IT.")] == ["IT"]


def test_buzzwords_have_a_plainer_word_and_a_reason(look) -> None:
    [finding] = found(look, "We utilise three vans.", None)
    assert (finding.kind, finding.subkind) == (Kind.JARGON, "wordy")
    assert finding.plain == ("use",)
    assert "“utilise”" in finding.reason
    assert "“use”" in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "The ecosystem of the lake has recovered.",
        "A robust oak table seats eight.",
        "The leverage on a crowbar is simple.",
        "A landscape of hills and lakes lies before you.",
        "The PDF has a FAQ for readers in the UK.",
        "Your boxes leave the warehouse the day you order them.",
        "We are open 24/7 and on Sundays too.",
        "",
        "🎉🎉🎉",
        "`leverage_synergies()`",
        "> We leverage synergies.",
        "#synergy",
    ],
)
def test_literal_and_everyday_words_pass(look, text: str) -> None:
    assert found(look, text, None) == []


def test_her_word_names_the_longer_phrase_it_stands_in(look, monkeypatch) -> None:
    text = "It cuts cross-axial vibration at scale."
    mark_all_from("cross", monkeypatch)
    [finding] = found(look, text)
    assert finding.text == "cross-axial vibration at scale"
    assert finding.plain[0] == "shaking at scale"
    both = {"cross-axial vibration": "shaking", "at scale": "in bulk"}
    [finding] = found(look, text, replace(OLGA, vocabulary=Vocabulary(plain=both)))
    assert finding.plain[0] == "shaking in bulk"


def test_office_language_stays_apart_from_what_stands_beside_it(look, monkeypatch) -> None:
    mark_all_from("in order", monkeypatch)
    findings = found(look, "We moved in order to facilitate synergies.", None)
    assert [(f.text, f.plain[:1]) for f in findings] == [
        ("in order to", ("to",)),
        ("facilitate", ("help",)),
        ("synergies", ("saving",)),
    ]


@pytest.mark.parametrize(
    ("hers", "plain"), [("the rules", ()), ("rule", ("rule-compliant",))], ids=["words", "word"]
)
def test_an_abbreviation_is_found_with_what_a_hyphen_joins_to_it(
    look, hers: str, plain: tuple[str, ...]
) -> None:
    persona = replace(OLGA, vocabulary=Vocabulary(plain={"LOLER": hers}))
    [finding] = found(look, "Your crane is LOLER-compliant.", persona)
    assert (finding.text, finding.plain) == ("LOLER-compliant", plain)
    assert f"“{hers}”" in finding.reason


def mark_all_from(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the marker mark the sentence from ``word`` on as one buzzword."""

    def marks_it_all(sentence: Sentence, context: Context) -> Marks:
        whole = Marked(Span(sentence.text.index(word), len(sentence.text) - 1), "b", 0.9)
        return replace(marked(sentence, context), found=(whole,))

    monkeypatch.setattr(jargon, "marked", marks_it_all)


def test_a_verb_with_an_object_is_one_whatever_the_tagger_says(look) -> None:
    marked_words = " ".join(f.text for f in found(look, "Our platform leverages rules.", None))
    assert "leverages" in marked_words
    findings = found(look, "In order to leverage synergies, we act.", None)
    assert findings[1].plain[0] == "use"
    assert found(look, "The leverages of both crowbars differ.", None) == []


def test_an_abbreviation_that_the_draft_spells_out_passes(look) -> None:
    text = "Your SLA says four hours."
    assert [f.text for f in found(look, text, None)] == ["SLA"]
    assert found(look, text, None, spelled_out={"SLA": "service level agreement"}) == []


def test_a_line_of_capitals_is_read_once(look) -> None:
    """A pattern that tries all ways to part the words would not come to an end."""
    words = "GESELLSCHAFT FUER INTERNATIONALE ZUSAMMENARBEIT UND ENTWICKLUNG " * 8
    assert [f.text for f in found(look, f"{words}KFW hilft.", None)] == []


def test_names_of_the_author_are_no_jargon(look) -> None:
    assert found(look, "Your X200 from Norwick Freight leaves today.", None) == []


def test_the_users_own_word_is_found_without_a_second_thought(look) -> None:
    own = Lexicons((Entry("Tuesday", subkind="insider", plain=("the day",), own=True),))
    [finding] = found(look, "We open on Tuesday 🎉 at nine.", None, lexicons=own)
    assert finding.text == "Tuesday"


def test_offsets_are_those_of_the_paragraph(look) -> None:
    text = "👍 **First** things first. We [utilise](https://a.example/utilise) three vans."
    [finding] = found(look, text, None)
    assert finding.text == "utilise"
    assert finding.span.of(text) == "utilise"
    assert finding.sentence.contains(finding.span)


def test_words_alone_are_found_before_grammar_has_loaded() -> None:
    text = "We utilise QZX. The ladings are late."
    content = Content(text, Block.PROSE, text)
    findings = list(at_sight(content, built_in_lexicons(), OLGA, Author()))
    assert [(f.text, f.span.of(text)) for f in findings] == [
        ("utilise", "utilise"),
        ("ladings", "ladings"),
    ]
    assert [f.sentence.of(text) for f in findings] == ["We utilise QZX.", "The ladings are late."]
    code = Content(text, Block.CODE, text)
    assert list(at_sight(code, built_in_lexicons(), OLGA, Author())) == []
