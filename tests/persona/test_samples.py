"""The samples that a newcomer sees first."""

import pytest

from writer_assistant.paths import resource_root
from writer_assistant.persona.file import SUFFIX, load_persona
from writer_assistant.text.draft import Block
from writer_assistant.text.inline import EMOJI
from writer_assistant.text.markup import read_draft

NAMES = sorted(path.name.removesuffix(SUFFIX) for path in (resource_root() / "personas").iterdir())


def sample(name):
    return load_persona(resource_root() / "personas" / f"{name}{SUFFIX}")


def draft(name):
    return read_draft((resource_root() / "drafts" / f"{name}.md").read_text("utf-8"))


def test_every_sample_has_its_draft():
    drafts = sorted(path.stem for path in (resource_root() / "drafts").iterdir())
    assert drafts == NAMES
    assert len(NAMES) >= 3
    assert len({sample(name).persona.industry for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_rich_and_without_a_problem(name):
    loaded = sample(name)
    persona = loaded.persona
    assert loaded.problems == ()
    assert len(persona.pains) >= 6
    assert all(pain.heard and pain.short and pain.words for pain in persona.pains)
    answered = {pain for answer in persona.answers for pain in answer.relieves}
    assert answered == {pain.id for pain in persona.pains}
    assert all(answer.benefit for answer in persona.answers)
    assert sum(bool(answer.proof) for answer in persona.answers) >= 3
    for entries in (persona.gains, persona.obstacles, persona.gatekeepers, persona.questions):
        assert len(entries) >= 2
    assert persona.interests
    assert persona.vocabulary.uses
    assert persona.vocabulary.avoids
    assert persona.vocabulary.plain
    assert persona.author.names


@pytest.mark.parametrize("name", NAMES)
def test_sample_drafts_show_what_a_draft_may_hold(name):
    text = draft(name)
    contents = [paragraph.content for paragraph in text.paragraphs]
    assert text.front_matter["persona"] == name
    assert text.front_matter["company"] in sample(name).persona.author.names
    assert text.front_matter["channel"]
    assert {content.block for content in contents} >= {Block.HEADING, Block.BULLET, Block.PROSE}
    assert any(content.quotes for content in contents)
    assert any(content.links for content in contents)
    assert EMOJI.search(text.text)
    assert 200 <= sum(len(content.prose.split()) for content in contents) <= 300
