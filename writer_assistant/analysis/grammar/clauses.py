"""Who is the subject of a sentence, what its verb is, and who is told to do something."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.grammar.wording import NAMES
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


class Who(StrEnum):
    """Whom or what a subject stands for. The values are parts of feature names, and stay."""

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
    """When the verb of a sentence happens. The values are parts of feature names, and stay."""

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
        passive: whether the verb is passive.
        agent: whether it is passive and ``by`` says who did it.
        imperatives: places of all verbs in the sentence that tell the reader to do something.
        lead: whom the first subject of the sentence stands for, in whichever clause; an
            imperative in front of it leads.
        lead_end: where that first subject ends, or 0.
    """

    who: Who = Who.NONE
    subject: Span | None = None
    verb: Span | None = None
    lemma: str = ""
    tense: Tense = Tense.NONE
    passive: bool = False
    agent: bool = False
    imperatives: tuple[Span, ...] = ()
    lead: Who = Who.NONE
    lead_end: int = 0


_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_LEADS = frozenset({"nsubj", "nsubjpass"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def main_clause(
    tokens: Sequence[Token],
    marks: Mapping[Mark, Sequence[Span]],
    lemma: Callable[[Token], str],
) -> Clause:
    """Return the main clause of a parsed sentence."""
    imperatives = tuple(_place(token) for token in _imperatives(tokens))
    asked_at = imperatives[0].start if imperatives else sys.maxsize
    first = next((token for token in tokens if token.dep_ in _LEADS), None)
    if first is not None and first.idx < asked_at:
        lead = _who(first, marks)
    else:
        lead = Who.ASK if imperatives else Who.NONE
    lead_end = first.idx + len(first) if first is not None else 0
    verb = _main_verb(tokens)
    subject = _subject(verb) if verb is not None else None
    if subject is not None:
        who = _who(subject, marks)
    else:
        who = Who.ASK if verb is not None and asked_at <= verb.idx else Who.NONE
    if verb is None or (subject is None and who is Who.NONE and not _is_finite(verb)):
        return Clause(who=who, imperatives=imperatives, lead=lead, lead_end=lead_end)
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    return Clause(
        who=who,
        subject=_phrase(subject) if subject is not None else None,
        verb=_place(verb),
        lemma=lemma(verb),
        tense=_tense(verb),
        passive=passive,
        agent=passive and any(child.dep_ == "agent" for child in verb.children),
        imperatives=imperatives,
        lead=lead,
        lead_end=lead_end,
    )


def _place(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _phrase(token: Token) -> Span:
    """Return the noun phrase that ``token`` governs, without what hangs behind it."""
    return Span(token.left_edge.idx, token.idx + len(token))


def _main_verb(tokens: Sequence[Token]) -> Token | None:
    """Return the head of the sentence; in ``…, says X`` the head of what is said."""
    roots = [token for token in tokens if token.dep_ == "ROOT"]
    if not roots:
        return None
    root = next((r for r in roots if any(c.dep_ in _SUBJECT for c in r.children)), roots[0])
    if root.lower_ in word_class("attribution_verb"):
        said = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
        return said if said is not None else root
    return root


def _subject(verb: Token) -> Token | None:
    subject = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
    if subject is not None and subject.dep_ == "expl":
        # There is a lamp: the lamp is what it is about.
        return next((c for c in verb.children if c.dep_ in ("nsubj", "attr")), subject)
    return subject


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(child.tag_ in _FINITE for child in verb.children)


_PRONOUNS: Mapping[str, Who] = {
    "i": Who.AUTHOR,
    "we": Who.AUTHOR,
    "ours": Who.AUTHORS,
    "you": Who.READER,
    "ya": Who.READER,
    "y'all": Who.READER,
    "yours": Who.READERS,
    "he": Who.PERSON,
    "she": Who.PERSON,
    "they": Who.THEY,
    "it": Who.IT,
    "this": Who.IT,
    "that": Who.IT,
    "there": Who.IT,
    "these": Who.IT,
    "those": Who.IT,
    "which": Who.IT,
}
_OWNERS: Mapping[str, Who] = {"my": Who.AUTHORS, "our": Who.AUTHORS, "your": Who.READERS}


def _who(subject: Token, marks: Mapping[Mark, Sequence[Span]]) -> Who:
    """Return whom or what a subject stands for."""
    who = _PRONOUNS.get(subject.lower_)
    if who is None:
        owner = next((c.lower_ for c in subject.children if c.dep_ == "poss"), "")
        who = _OWNERS.get(owner)
    if who in (Who.AUTHOR, Who.AUTHORS) and Mark.INCLUSIVE in marks:
        return Who.TOGETHER
    return who if who is not None else _named(subject, marks)


def _named(subject: Token, marks: Mapping[Mark, Sequence[Span]]) -> Who:
    """Return whom a subject that is no pronoun stands for."""
    phrase = _phrase(subject)
    author = next((p for p in marks.get(Mark.AUTHOR_NAME, ()) if phrase.overlaps(p)), None)
    if author is not None:
        return Who.AUTHOR_NAMED if author.end >= phrase.end else Who.AUTHORS
    for mark, who in (
        (Mark.PRODUCT, Who.PRODUCT),
        (Mark.READER_NOUN, Who.PEOPLE),
        (Mark.READER_CUE, Who.PEOPLE),
    ):
        if any(phrase.overlaps(place) for place in marks.get(mark, ())):
            return who
    return Who.PERSON if subject.tag_ in NAMES else Who.THING


_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_HAVE = frozenset({"has", "have", "'ve", "’ve"})


def _tense(verb: Token) -> Tense:
    tags = {verb.tag_}
    words = set()
    for child in verb.children:
        if child.dep_ in _AUXILIARY:
            tags.add(child.tag_)
            words.add(child.lower_)
    if not words.isdisjoint(_WILL):
        return Tense.FUTURE
    if "VBD" in tags or not words.isdisjoint(_HAVE):
        return Tense.PAST
    if not tags.isdisjoint(_FINITE):
        return Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" else Tense.NONE


@cache
def _orders() -> frozenset[str]:
    single = {word for word in word_class("ask_verb") if " " not in word}
    return word_class("instruction_verb") | single


_LINKED = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl", "dep"})
_BEFORE_INFINITIVE = frozenset({"TO", "MD"})
_BASE_TAGS = frozenset({"VB", "VBP"})
_DO = frozenset({"do", "don't", "don’t"})


def _imperatives(tokens: Sequence[Token]) -> list[Token]:
    """Return the verbs that tell the reader to do something, in reading order."""
    found: list[Token] = []
    leads = word_class("imperative_lead")
    at_start = True
    for number, token in enumerate(tokens):
        word = token.lower_
        if token.is_punct:
            at_start = at_start or word != ","
        elif word not in leads and word != "n't" and word[0].isalpha():
            opens = at_start and word in _orders() and _opens_order(tokens, number)
            if opens or (token.tag_ in _BASE_TAGS and _is_order(token)):
                found.append(token)
            at_start = False
    return found


def _is_order(token: Token) -> bool:
    """Whether a verb in its base form stands without subject, *to* or modal."""
    if token.dep_ not in _LINKED:
        return False
    for child in token.children:
        if child.dep_ in _SUBJECT or child.tag_ in _BEFORE_INFINITIVE:
            return False
        if child.dep_ in _AUXILIARY and child.lower_ not in _DO:
            return False
    if token.dep_ == "conj":
        head = token.head
        return head.lower_ == "go" or (head.tag_ in _BASE_TAGS and _is_order(head))
    return token.tag_ == "VB" or token.i == 0


_NO_ORDER = frozenset({"VBZ", "VBD", "VBG", "NNS"})
_MAYBE_NOUN = frozenset({"NN", "NNP", "JJ"})
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_AFTER_ORDER = frozenset(
    {"DT", "PRP", "PRP$", "IN", "TO", "RP", "RB", "CD", "JJ", "WP", "WRB", "VB", *_NOUNS}
)


def _opens_order(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word that may be a verb is followed as an order is.

    Needed because the tagger takes many an opening order (*Test …*, *Plan …*) for a noun.
    """
    tag = tokens[number].tag_
    following = tokens[number + 1].tag_ if number + 1 < len(tokens) else ""
    if tag in _NO_ORDER:
        return False
    if tag in _MAYBE_NOUN and following in _NOUNS:
        return False
    if tag in ("NNP", "JJ") and following in ("CD", "JJ"):
        return False
    return following in _AFTER_ORDER
