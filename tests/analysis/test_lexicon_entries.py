"""Every built-in entry has a sentence that must be found and one that must not; both are tried."""

import pytest

from writer_assistant.analysis.finding import Kind
from writer_assistant.analysis.lexicon import Entry
from writer_assistant.analysis.lexicon_file import built_in_lexicons
from writer_assistant.analysis.phrases import PhraseTrie
from writer_assistant.analysis.rules import empty_claim, jargon

pytestmark = pytest.mark.model
RULES = {Kind.JARGON: jargon.rule, Kind.EMPTY_CLAIM: empty_claim.rule}
ENTRIES = built_in_lexicons().entries


def is_found(look, entry: Entry, text: str) -> bool:
    """Whether the rule marks the entry's words in ``text``."""
    trie = PhraseTrie((form, entry) for form in (entry.phrase, *entry.forms))
    for placed in look(text):
        sentence = placed.sentence
        places = [hit.span.shifted(sentence.prose.start) for hit in trie.find(sentence.text)]
        findings = list(RULES[entry.kind](sentence, placed.context))
        if any(f.span.overlaps(sentence.content.in_text(s)) for f in findings for s in places):
            return True
    return False


def test_each_entry_has_sentences_to_try() -> None:
    assert len(ENTRIES) > 800
    assert [entry.phrase for entry in ENTRIES if not (entry.flags and entry.passes)] == []


@pytest.mark.parametrize("part", range(8))
def test_what_must_be_found_is_found(look, part: int) -> None:
    entries = ENTRIES[part::8]
    missed = [
        (entry.phrase, text)
        for entry in entries
        for text in entry.flags
        if not is_found(look, entry, text)
    ]
    assert missed == []


@pytest.mark.parametrize("part", range(8))
def test_what_must_pass_passes(look, part: int) -> None:
    entries = ENTRIES[part::8]
    alarms = [
        (entry.phrase, text)
        for entry in entries
        for text in entry.passes
        if is_found(look, entry, text)
    ]
    assert alarms == []


def test_an_entry_says_a_plainer_word_that_is_not_itself() -> None:
    assert [e.phrase for e in ENTRIES if e.phrase in e.plain] == []


def test_each_entry_has_a_source() -> None:
    assert [e.phrase for e in ENTRIES if not e.source] == []
