"""What the tests of facts and rules share: a text seen as the pipeline sees it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import Facts, see
from writer_assistant.analysis.rule import Context, Sentence
from writer_assistant.persona.model import Author
from writer_assistant.text.markup import read_draft

AUTHOR = Author(("Norwick Freight", "Norwick"), ("GlideCar", "X200"))


@dataclass(frozen=True)
class Placed:
    """A sentence and its context in the draft that was given."""

    sentence: Sentence
    context: Context

    @property
    def facts(self) -> Facts:
        return self.context.facts


Look = Callable[[str], list[Placed]]


@pytest.fixture(scope="session")
def look(engine: Engine) -> Look:
    """Return every sentence of a Markdown draft by Norwick Freight, with its neighbours."""

    def all_of(text: str) -> list[Placed]:
        contents = [p.content for p in read_draft(text).paragraphs if p.content.block.is_judged]
        sentences = [s for found in engine.sentences(contents) for s in found]
        facts = [see(sentence, AUTHOR, engine.lemma) for sentence in sentences]
        return [
            Placed(
                sentence,
                Context(
                    facts=facts[at],
                    author=AUTHOR,
                    before=tuple(facts[:at][::-1][:3]),
                    after=tuple(facts[at + 1 :][:3]),
                    is_first=at == 0,
                    is_last=at == len(facts) - 1,
                ),
            )
            for at, sentence in enumerate(sentences)
        ]

    return all_of
