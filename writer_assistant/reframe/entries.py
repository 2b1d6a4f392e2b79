"""A persona's entries as pieces of sentences that speak to her."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import Source
from writer_assistant.persona.model import Answer, Entry, Gain, Heard, Pain, Persona
from writer_assistant.reframe.match import stems
from writer_assistant.reframe.voice import Shape, Turned, as_said, turned
from writer_assistant.reframe.wording import fill

if TYPE_CHECKING:
    from writer_assistant.analysis.engine import Engine

_INDIRECT = re.compile(r"(?:how|if|what|when|where|whether|which|who|why) ", re.IGNORECASE)
_YOU = re.compile(r"you\b", re.IGNORECASE)
_LONGEST_OPENER = 16
"""Words of a pain that is still asked as a question in front of another sentence."""
_LONGEST_PROOF = 16
_SAME_THING = 2
"""Stems in common beyond which a proof only says its benefit again."""


class Entries:
    """One persona's entries, each read by grammar once, when it is first needed."""

    def __init__(self, persona: Persona, engine: Engine) -> None:
        self.persona = persona
        self._engine = engine
        self._turned: dict[str, Turned] = {}
        self._said: dict[str, Turned] = {}

    def turned(self, text: str) -> Turned:
        """Return what the customer says, said to her."""
        if text not in self._turned:
            self._turned[text] = turned(text, self._engine)
        return self._turned[text]

    def said(self, text: str) -> Turned:
        """Return what is said to her anyway, and what it is by grammar."""
        if text not in self._said:
            self._said[text] = as_said(text, self._engine)
        return self._said[text]

    def opener(self, pain: Pain) -> str:
        """Return a pain as the words of a short question, without its question mark.

        Empty if neither its text nor its short form can stand alone.
        """
        told = self.turned(pain.text)
        if pain.short and _INDIRECT.match(pain.short):
            return fill("pain.wondering", pain=self.turned(pain.short).text)
        if _is_direct(told) and len(told.text.split()) <= _LONGEST_OPENER:
            return told.opening
        if pain.short:
            short = self.turned(pain.short)
            return short.opening if short.stands_alone else ""
        return told.opening if told.stands_alone else ""

    def benefit(self, answer: Answer) -> Turned | None:
        """Return what an answer gives the reader, or None if it does not say."""
        return self.said(answer.benefit) if answer.benefit.strip() else None

    def belongs_behind(self, lead: str, text: str) -> bool:
        """Whether every pronoun of ``text`` may mean something that is named in ``lead``."""
        return self.said(f"{lead}: {text}").stands_alone

    def gains_for(self, pain: Pain) -> list[Gain]:
        """Return the gains that relieve a pain and can be wished for in a sentence."""
        return [
            gain
            for gain in self.persona.gains
            if pain.id in gain.relieves and self.turned(gain.text).stands_alone
        ]

    def wish(self, text: str) -> str:
        """Return a gain as a sentence that lets the reader picture it."""
        told = self.turned(text)
        if told.shape is Shape.ACTION:
            return fill("gain.wish", gain=told.text)
        if told.shape is Shape.PIECE or (told.shape is Shape.CLAUSE and not _YOU.match(told.text)):
            return fill("gain.piece", gain=told.text)
        return fill("gain.phrase", gain=told.text)

    def with_proof(self, answer: Answer) -> str:
        """Return an answer's benefit with its proof behind it, as a sentence.

        Empty if it has no proof, or one too long to read at a glance.
        """
        benefit = self.benefit(answer)
        proof = " ".join(answer.proof.split()).rstrip(" .;,")
        if benefit is None or not proof or len(proof.split()) > _LONGEST_PROOF:
            return ""
        if len(stems(proof) & stems(benefit.text)) > _SAME_THING:
            return ""
        note = "(" not in proof and self.said(proof).shape is not Shape.CLAUSE
        return fill(
            "benefit.proof_note" if note else "benefit.proof_clause",
            benefit=benefit.opening,
            proof=proof,
        )

    def source(self, entry: Pain | Gain | Answer | Entry, pain: Pain | None = None) -> Source:
        """Return what a suggestion draws on, with who heard it and when."""
        kinds = {Pain: "pain", Gain: "gain", Answer: "answer"}
        kind = kinds.get(type(entry)) or _kind_of(self.persona, entry)
        heard = _said_aloud(entry.heard) or (_said_aloud(pain.heard) if pain else None)
        return Source(
            self.persona.name,
            f"{kind}:{entry.id}",
            pain.id if pain else None,
            quote=(heard.quote or None) if heard else None,
            by=(heard.by or heard.source or None) if heard else None,
            on=(heard.on or None) if heard else None,
        )


def _is_direct(told: Turned) -> bool:
    """Whether a turned pain asks the reader herself when a question mark is put behind it."""
    if not told.stands_alone:
        return False
    if told.shape is Shape.CLAUSE:
        return bool(_YOU.match(told.text))
    return told.shape in (Shape.PHRASE, Shape.DOING)


def _kind_of(persona: Persona, entry: object) -> str:
    return "interest" if any(entry is interest for interest in persona.interests) else "question"


def _said_aloud(heard: tuple[Heard, ...]) -> Heard | None:
    return next((one for one in heard if one.quote), heard[0] if heard else None)
