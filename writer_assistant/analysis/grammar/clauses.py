"""Who is the subject of a sentence, what its verb is, and who is told to do something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.lexicon import word_class
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Who(StrEnum):
    """Whom or what the subject of a sentence stands for."""

    AUTHOR = "author"  # we, I
    AUTHOR_NAMED = "author_named"
    AUTHORS = "authors"  # our team, Norwick's depot
    PRODUCT = "product"
    READER = "reader"  # you
    READERS = "readers"  # your goods
    TOGETHER = "together"  # inclusive we
    PEOPLE = "people"  # customers, anyone, nobody
    PERSON = "person"  # a name, he, she
    IT = "it"  # it, this, there
    THEY = "they"
    THING = "thing"
    ASK = "ask"  # none: an imperative
    NONE = "none"  # none: a fragment


class Tense(StrEnum):
    """When the verb of a sentence happens."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a sentence.

    Attributes:
        who: whom its subject stands for.
        subject: place of the subject in the sentence, or None.
        verb: place of its verb, or None in a fragment.
        lemma: lemma of its verb, or empty.
        tense: of its verb.
        passive: whether the verb is passive, and nobody is named as doing it (``by``).
        agent: whether it is passive and somebody is named.
        imperatives: places of all verbs in the sentence that tell the reader to do something.
    """

    who: Who
    subject: Span | None
    verb: Span | None
    lemma: str
    tense: Tense
    passive: bool
    agent: bool
    imperatives: tuple[Span, ...]


_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_FIRST = frozenset({"i", "we"})
_FIRSTS = frozenset({"my", "our"})
_IT = frozenset({"it", "this", "that", "there", "these", "those", "which"})
_PERSONS = frozenset({"he", "she"})


def _place(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def main_clause(
    doc: Doc, marks: dict[Mark, list[Span]], lemma: Callable[[Token], str], inclusive: bool
) -> Clause:
    """Return the main clause of a parsed sentence."""
    imperatives = tuple(_place(token) for token in _imperatives(doc))
    verb = _main_verb(doc)
    if verb is None:
        return Clause(Who.NONE, None, None, "", Tense.NONE, False, False, imperatives)
    subject = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
    if subject is not None and subject.dep_ == "expl":
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "attr")), subject)
    finite = verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.children)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    agent = passive and any(c.dep_ == "agent" for c in verb.children)
    if subject is None:
        first = imperatives[0].start if imperatives else -1
        asks = first >= 0 and (first == verb.idx or first < verb.idx)
        who = Who.ASK if asks else Who.NONE
    else:
        who = _who(subject, marks, inclusive)
    if not finite and who is not Who.ASK and subject is None:
        return Clause(who, None, None, "", Tense.NONE, passive, agent, imperatives)
    return Clause(
        who,
        _phrase(subject) if subject is not None else None,
        _place(verb),
        lemma(verb),
        _tense(verb),
        passive and not agent,
        agent,
        imperatives,
    )


def _main_verb(doc: Doc) -> Token | None:
    """Return the head of the sentence; behind ``says X`` the head of what is said."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    if not roots:
        return None
    root = next((r for r in roots if any(c.dep_ in _SUBJECT for c in r.children)), roots[0])
    if root.lower_ in word_class("attribution_verb"):
        said = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
        if said is not None:
            return said
    return root


def _phrase(token: Token) -> Span:
    """Return the noun phrase that ``token`` governs, without what hangs behind it."""
    first = token.left_edge
    return Span(first.idx, token.idx + len(token))


def _who(subject: Token, marks: dict[Mark, list[Span]], inclusive: bool) -> Who:
    word = subject.lower_
    if word in _FIRST:
        return Who.TOGETHER if inclusive else Who.AUTHOR
    if word == "you" or word == "ya" or word == "y'all":
        return Who.READER
    if word in _PERSONS:
        return Who.PERSON
    if word in _IT:
        return Who.IT
    if word == "they":
        return Who.THEY
    owner = next((c.lower_ for c in subject.children if c.dep_ == "poss"), "")
    if owner in _FIRSTS:
        return Who.TOGETHER if inclusive else Who.AUTHORS
    if owner == "your":
        return Who.READERS
    if word in ("ours", "mine") and subject.tag_ == "PRP":
        return Who.AUTHORS
    if word == "yours":
        return Who.READERS
    phrase = _phrase(subject)
    for place in marks.get(Mark.AUTHOR_NAME, ()):
        if phrase.overlaps(place):
            return Who.AUTHOR_NAMED if place.end >= phrase.end else Who.AUTHORS
    if any(phrase.overlaps(place) for place in marks.get(Mark.PRODUCT, ())):
        return Who.PRODUCT
    if any(phrase.overlaps(place) for place in marks.get(Mark.READER_NOUN, ())):
        return Who.PEOPLE
    if any(phrase.overlaps(place) for place in marks.get(Mark.READER_CUE, ())):
        return Who.PEOPLE
    if subject.tag_ in ("NNP", "NNPS"):
        return Who.PERSON
    return Who.THING


def _tense(verb: Token) -> Tense:
    tags = {verb.tag_}
    words = set()
    for child in verb.children:
        if child.dep_ in _AUXILIARY:
            tags.add(child.tag_)
            words.add(child.lower_)
    if words & {"will", "'ll", "’ll", "shall", "wo"}:
        return Tense.FUTURE
    if "VBD" in tags or words & {"has", "have", "'ve", "’ve"}:
        return Tense.PAST
    if tags & {"VBZ", "VBP", "MD"}:
        return Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" else Tense.NONE


@cache
def _leads() -> frozenset[str]:
    return word_class("imperative_lead")


@cache
def _orders() -> frozenset[str]:
    ask = {word for word in word_class("ask_verb") if " " not in word}
    return word_class("instruction_verb") | ask


_LINKED = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl", "dep", "relcl"})
_BEFORE_INFINITIVE = frozenset({"TO", "MD"})


def _imperatives(doc: Doc) -> list[Token]:
    """Return the verbs that tell the reader to do something, in reading order."""
    found: list[Token] = []
    at_start = True
    tokens: Sequence[Token] = list(doc)
    for number, token in enumerate(tokens):
        word = token.lower_
        if token.is_punct or word in _leads() or word == "n't" or not word[0].isalpha():
            if token.is_punct and word in (":", ";", ".", "!", "?", "–", "—", ","):
                at_start = at_start or word != ","
            continue
        tag = token.tag_
        if tag in ("VB", "VBP") and _is_order(token):
            found.append(token)
        elif at_start and word in _orders() and _opens_order(tokens, number):
            found.append(token)
        at_start = False
    return found


def _is_order(token: Token) -> bool:
    if token.dep_ not in _LINKED:
        return False
    for child in token.children:
        if child.dep_ in _SUBJECT or child.tag_ in _BEFORE_INFINITIVE:
            return False
        if child.dep_ in _AUXILIARY and child.lower_ not in ("do", "don’t", "don't"):
            return False
    if token.dep_ == "conj":
        head = token.head
        return head.tag_ in ("VB", "VBP") and _is_order(head) or head.lower_ == "go"
    return token.tag_ == "VB" or token.i == 0


_AFTER_ORDER = frozenset(
    {"DT", "PRP", "PRP$", "IN", "TO", "RP", "RB", "CD", "JJ", "NN", "NNS", "NNP", "WP", "WRB", "VB"}
)


def _opens_order(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word that may be a verb, with nothing in front, is followed as an order is."""
    token = tokens[number]
    if token.tag_ in ("VBZ", "VBD", "VBG", "NNS"):
        return False
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    if following is None:
        return False
    if token.tag_ in ("NN", "NNP", "JJ") and following.tag_ in ("NN", "NNS", "NNP", "CD", "JJ"):
        return following.tag_ in ("CD", "JJ") and token.tag_ == "NN"
    return following.tag_ in _AFTER_ORDER
