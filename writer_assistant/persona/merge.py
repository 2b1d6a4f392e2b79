"""What several people know about the same customer, pooled in one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from writer_assistant.persona.edit import AnyEntry, add_entry, add_to_entry, add_vocabulary
from writer_assistant.persona.file import PersonaFile, parse_persona
from writer_assistant.persona.ids import make_id
from writer_assistant.persona.model import Answer, Gain, Gatekeeper, Persona


@dataclass(frozen=True, slots=True)
class Merged:
    """Two persona files in one.

    Attributes:
        text: the first file's text with what only the second has; comments kept.
        renamed: for every entry of the second that had an id of the first but said something
            else, its id and the one that it was given.
        added: kind and id of every entry that is new.
    """

    text: str
    renamed: tuple[tuple[str, str], ...] = ()
    added: tuple[tuple[str, str], ...] = ()


def merge(first: PersonaFile, second: PersonaFile) -> Merged:
    """Return ``first`` with the entries and words of ``second`` added.

    Entries that say the same become one, with the ``heard`` and ``words`` of both. Role, summary,
    reading grade and what else there is once are the first's.

    Raises:
        UserError: if the first file is written in a way that cannot be added to.
    """
    text = first.text
    ids = _ids(first.persona)
    taken = set(ids) | set(_ids(second.persona))
    now_called: dict[str, str] = {}
    renamed: list[tuple[str, str]] = []
    added: list[tuple[str, str]] = []
    for kind, entry in _entries(second.persona):
        twin = _twin(first.persona, kind, entry)
        if twin is not None:
            now_called[entry.id] = twin.id
            if not isinstance(entry, Gatekeeper):
                text = add_to_entry(text, kind, twin.id, words=entry.words, heard=entry.heard)
            continue
        own = entry.id
        if own in ids:
            own = make_id(own, taken)
            taken.add(own)
            renamed.append((entry.id, own))
        now_called[entry.id] = own
        # Pains come first, so that every pain's new id is known by now.
        if isinstance(entry, Gain | Answer):
            relieves = tuple(now_called.get(pain, pain) for pain in entry.relieves)
            entry = replace(entry, relieves=relieves)
        text = add_entry(text, kind, replace(entry, id=own))
        added.append((kind, own))
    theirs = second.persona.vocabulary
    text = add_vocabulary(text, uses=theirs.uses, avoids=theirs.avoids, plain=theirs.plain)
    return Merged(parse_persona(text, first.where).text, tuple(renamed), tuple(added))


def _entries(persona: Persona) -> Iterable[tuple[str, AnyEntry]]:
    for kind, entries in _lists(persona).items():
        for entry in entries:
            yield kind, entry


def _lists(persona: Persona) -> dict[str, tuple[AnyEntry, ...]]:
    return {
        "pain": persona.pains,
        "gain": persona.gains,
        "obstacle": persona.obstacles,
        "gatekeeper": persona.gatekeepers,
        "question": persona.questions,
        "interest": persona.interests,
        "answer": persona.answers,
    }


def _ids(persona: Persona) -> list[str]:
    return [entry.id for _, entry in _entries(persona)]


def _twin(persona: Persona, kind: str, entry: AnyEntry) -> AnyEntry | None:
    """Return the entry of ``persona`` that says what ``entry`` says."""
    same = (other for other in _lists(persona)[kind] if _said(other) == _said(entry))
    return next(same, None)


def _said(entry: AnyEntry) -> tuple[str, ...]:
    if isinstance(entry, Answer):
        texts: tuple[str, ...] = (entry.feature, entry.benefit, entry.proof)
    elif isinstance(entry, Gatekeeper):
        texts = (entry.role, entry.cares)
    else:
        texts = (entry.text,)
    return tuple(" ".join(text.casefold().split()) for text in texts)
