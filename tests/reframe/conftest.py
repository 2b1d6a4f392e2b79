"""Findings of any kind in any sentence, without asking the rules, and a persona to suggest for."""

from collections.abc import Callable

import pytest

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import see
from writer_assistant.analysis.finding import WORD_KINDS, Finding, Kind, Severity
from writer_assistant.analysis.live import Found
from writer_assistant.analysis.pipeline import Seen
from writer_assistant.analysis.rule import Context
from writer_assistant.persona.model import (
    Answer,
    Author,
    Entry,
    Gain,
    Heard,
    Pain,
    Persona,
    Vocabulary,
)
from writer_assistant.text.markup import read_draft
from writer_assistant.text.span import Span

OLGA = Persona(
    name="Olga, operations lead",
    author=Author(("Norwick Freight", "Norwick"), ("GlideCar",)),
    vocabulary=Vocabulary(plain={"cross-axial vibration": "shaking", "consignment": "load"}),
    pains=(
        Pain(
            "broken-goods",
            "goods arrive broken and I have to explain the write-offs",
            "broken goods",
            words=("damage", "breakage", "claims", "vibration"),
            heard=(Heard("driver", "customer service", "2026-03-04", "Half the yoghurt fell."),),
        ),
        Pain(
            "late-trains",
            "I never know when my train comes in",
            "late trains",
            words=("delay", "punctual", "tracking", "arrival"),
        ),
        Pain("paperwork", "I type the same numbers twice", "double typing", words=("forms", "EDI")),
    ),
    gains=(
        Gain("calm", "every pallet can go straight to the shelf", ("broken-goods",)),
        Gain("evening", "an evening without the phone", ("late-trains",)),
    ),
    questions=(Entry("proof", "Who else of our size ships with you?"),),
    interests=(Entry("cold", "keeping the cold chain unbroken in a heat wave"),),
    answers=(
        Answer(
            "glidecar",
            "GlideCar suspension",
            ("damper", "suspension", "vibration"),
            ("broken-goods",),
            "your goods arrive in one piece",
            "1 pallet in 400 damaged",
        ),
        Answer(
            "track",
            "Norwick Track",
            ("tracking", "arrival", "live map"),
            ("late-trains",),
            "see on your phone when the train comes in",
        ),
    ),
)
"""A persona with every kind of entry that suggestions draw on."""


@pytest.fixture(scope="session")
def olga() -> Persona:
    """Return a persona with every kind of entry."""
    return OLGA


FoundIn = Callable[..., Found]


@pytest.fixture(scope="session")
def found_in(engine: Engine) -> FoundIn:
    """Return a finding of ``kind`` in the sentence of ``draft`` that holds ``words``."""

    def make(
        draft: str,
        kind: Kind = Kind.SELF_CENTERED,
        severity: Severity = Severity.STRONG,
        *,
        words: str = "",
        subkind: str | None = None,
        plain: tuple[str, ...] = (),
        persona: Persona = OLGA,
    ) -> Found:
        contents = [p.content for p in read_draft(draft).paragraphs if p.content.block.is_judged]
        seen = [
            Seen(sentence, see(sentence, persona.author, engine.lemma))
            for sentences in engine.sentences(contents)
            for sentence in sentences
        ]
        at = next(n for n, s in enumerate(seen) if words in s.sentence.span.of(_text(s)))
        here = seen[at]
        sentence = here.sentence.span
        span = sentence
        if kind in WORD_KINDS:
            start = _text(here).index(words, sentence.start)
            span = Span(start, start + len(words))
        finding = Finding(
            kind, severity, span, sentence, span.of(_text(here)), "", "", subkind, plain=plain
        )
        context = Context(
            facts=here.facts,
            author=persona.author,
            before=tuple(s.facts for s in seen[:at][::-1]),
            after=tuple(s.facts for s in seen[at + 1 :]),
            is_first=at == 0,
            persona=persona,
        )
        return Found(finding, here, context)

    return make


def _text(seen: Seen) -> str:
    return seen.sentence.content.text
