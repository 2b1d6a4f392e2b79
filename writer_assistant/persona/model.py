"""A persona as values. Knows no files; ``file`` reads and writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heard:
    """Who said something, who heard it and when (ISO date); ``quote`` in her own words."""

    source: str = ""
    by: str = ""
    on: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Pain:
    """A problem, in her words; ``short`` is a noun phrase, ``words`` what it is recognised by."""

    id: str
    text: str
    short: str = ""
    cost: str = ""
    words: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Gain:
    """What she wants instead; ``relieves`` names pains."""

    id: str
    text: str
    relieves: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An obstacle, a question or an interest: an id and a text in her words."""

    id: str
    text: str
    words: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Gatekeeper:
    """Who else must say yes, and what that person cares about."""

    id: str
    role: str
    cares: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where our offer meets a pain.

    Attributes:
        id: given in the file, or made from ``feature``; unique among the answers.
        feature: what we call the thing.
        words: what it is recognised by in a draft.
        relieves: ids of pains, the first being the one it answers most.
        benefit: starts with you/your, or is a verb phrase for "you can …".
        proof: what makes it believable, or empty.
    """

    id: str
    feature: str
    words: tuple[str, ...] = ()
    relieves: tuple[str, ...] = ()
    benefit: str = ""
    proof: str = ""
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the names and products that stand for "we"."""

    names: tuple[str, ...] = ()
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Her words, our words, and which of hers stands for which of ours (``plain``)."""

    uses: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    plain: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Persona:
    """The one reader whom a draft is for. Only ``name`` is required."""

    name: str
    role: str = ""
    summary: str = ""
    industry: str = ""
    channels: tuple[str, ...] = ()
    reading_grade: float | None = None
    author: Author = field(default_factory=Author)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    pains: tuple[Pain, ...] = ()
    gains: tuple[Gain, ...] = ()
    obstacles: tuple[Entry, ...] = ()
    gatekeepers: tuple[Gatekeeper, ...] = ()
    questions: tuple[Entry, ...] = ()
    interests: tuple[Entry, ...] = ()
    answers: tuple[Answer, ...] = ()
