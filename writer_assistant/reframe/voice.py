"""A customer's own words, turned to speak to her: "I" becomes "you"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from writer_assistant.reframe.wording import load, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from writer_assistant.analysis.engine import Engine


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)['‘][^'’]*(?:\w['’]\w[^'’]*)*['’](?!\w)")


class Shape(StrEnum):
    """What a turned text is, by grammar."""

    CLAUSE = "clause"  # your goods arrive in one piece
    ACTION = "action"  # find any contract in seconds
    DOING = "doing"  # sleeping while the dog is in the yard
    PHRASE = "phrase"  # a payday on which nobody knocks at your door
    PIECE = "piece"  # home by six


@dataclass(frozen=True, slots=True)
class Turned:
    """Words that speak to the reader.

    Attributes:
        text: without a full stop, beginning as inside a sentence.
        shape: what it is.
        is_past: whether it tells of one event in the past.
        stands_alone: whether no pronoun in it points at something said before, and the reader is
            the only person in it.
    """

    text: str
    shape: Shape
    is_past: bool
    stands_alone: bool

    @property
    def opening(self) -> str:
        """The text with a capital, to begin a sentence."""
        return capitalised(self.text)


def capitalised(text: str) -> str:
    """Return ``text`` with its first letter in upper case; quotation marks may stand before it."""
    for at, character in enumerate(text):
        if character.isalpha():
            return text[:at] + character.upper() + text[at + 1 :]
        if character.isalnum():
            return text
    return text


def turned(text: str, engine: Engine) -> Turned:
    """Return ``text``, which the customer says of herself, in words that speak to her.

    Quoted speech in it stays as it is.
    """
    return _read(text, engine, turn=True)


def as_said(text: str, engine: Engine) -> Turned:
    """Return ``text``, which speaks to the customer already, and what it is by grammar."""
    return _read(text, engine, turn=False)


def _read(text: str, engine: Engine, *, turn: bool) -> Turned:
    text = " ".join(text.split()).rstrip(" .;,?!")
    text = text.removeprefix("to ") if turn else text
    doc = engine.parse(capitalised(text) + ".")
    said, mixed = _said(doc) if turn else (doc.text, False)
    return Turned(
        _as_inside(said.removesuffix("."), doc, text),
        _shape(doc, text, engine),
        is_past=_is_past(doc),
        stands_alone=not mixed and not _points_back(doc),
    )


def _said(doc: Doc) -> tuple[str, bool]:
    """Return a parsed text with "I" as "you", and whether it had both."""
    quoted = [match.span() for match in _QUOTED.finditer(doc.text)]
    tokens = list(doc)
    pieces: list[str] = []
    at = 0
    speaks_to = False
    for token in tokens:
        if any(start <= token.idx < end for start, end in quoted):
            continue
        speaks_to = speaks_to or token.lower_ in _READER or token.lower_ in _READER_TOO
        other = _other(token, tokens)
        if other is not None:
            pieces += [doc.text[at : token.idx], other]
            at = token.idx + len(token)
    return "".join([*pieces, doc.text[at:]]), speaks_to and bool(pieces)


_READER_TOO = frozenset({"yours", "yourself", "yourselves"})


def _as_inside(said: str, doc: Doc, text: str) -> str:
    """Return ``said`` begun as it was, unless its first word has become "you"."""
    first = doc[0] if len(doc) else None
    if first is None or not text:
        return ""
    if text[:1].isupper() and (first.lower_ not in _FIRST_WORDS or first.text == "US"):
        return said
    return said[:1].lower() + said[1:]


_FIRST_WORDS = frozenset({"i", "we", "my", "our", "us", "me", "mine", "ours"})
_SUBJECT_FORMS = {"am": "are", "'m": "'re", "’m": "’re", "was": "were"}


def _other(token: Token, tokens: Sequence[Token]) -> str | None:
    """Return what ``token`` becomes when said to its speaker, or None if it stays."""
    word = token.lower_.replace("’", "'")
    table = load("inflection")["to_reader"]
    if word in table:
        if token.text == "US" or (word == "i" and token.text != "I"):
            return None
        if word == "mine" and token.tag_ not in ("PRP", "PRP$"):
            return None
        if word == "i" and token.dep_ not in _I_ROLES and _is_numeral(token, tokens):
            return None
        other: str = table[word]
        return capitalised(other) if token.i == 0 else other
    if word in _SUBJECT_FORMS and _belongs_to_first(token, tokens):
        if word == "'m":
            return _SUBJECT_FORMS[token.lower_]
        return _SUBJECT_FORMS[word]
    return None


_I_ROLES = frozenset({"nsubj", "nsubjpass", "conj", "ROOT"})


def _is_numeral(token: Token, tokens: Sequence[Token]) -> bool:
    before = tokens[token.i - 1] if token.i else None
    return before is not None and before.tag_ in ("NNP", "NN", "CD")


def _belongs_to_first(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a form of "to be" has "I" for its subject, in front of it or, asked, behind it."""
    holders = {token, token.head} if token.dep_ in ("aux", "auxpass") else {token}
    for holder in holders:
        for child in holder.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child.lower_ == "i"
    near = [*tokens[max(0, token.i - 2) : token.i], *tokens[token.i + 1 : token.i + 2]]
    return any(other.text == "I" for other in near)


def _is_past(doc: Doc) -> bool:
    root = _root(doc)
    if root is None:
        return False
    forms = {root.tag_, *(child.tag_ for child in root.children if child.dep_.startswith("aux"))}
    return "VBD" in forms and not forms & {"VBZ", "VBP", "MD"}


def _root(doc: Doc) -> Token | None:
    return next((token for token in doc if token.dep_ == "ROOT"), None)


def _points_back(doc: Doc) -> bool:
    """Whether a pronoun stands where nothing that it could mean has been named."""
    singular = plural = False
    for token in doc:
        if token.tag_ in ("NN", "NNP"):
            singular = True
        elif token.tag_ in ("NNS", "NNPS") or token.lower_ in words("some_people"):
            plural = True
        elif token.lower_ in words("pointing") and not _is_meant(
            token, singular=singular, plural=plural
        ):
            return True
    return False


def _is_meant(token: Token, *, singular: bool, plural: bool) -> bool:
    """Whether what a pronoun points at may have been named, or need not be."""
    word = token.lower_
    if word in words("pointing_at_one"):
        return False
    if word in words("pointing_at_many"):
        return plural
    if word in ("it", "its"):
        return singular or _is_expletive(token)
    if token.tag_ == "DT":
        return singular or plural or token.dep_ not in _ALONE
    return token.tag_ not in ("PRP", "PRP$")


_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})


def _is_expletive(token: Token) -> bool:
    """Whether "it" means nothing: it takes a week, it is hard to choose."""
    verb = token.head
    return verb.lower_ in ("takes", "took", "rains", "snows") or (
        verb.lower_ in ("is", "was", "'s")
        and any(child.dep_ in ("acomp", "ccomp", "advcl", "xcomp") for child in verb.children)
        and any(child.tag_ in ("TO", "VB") or child.dep_ == "mark" for child in verb.subtree)
    )


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_READER = frozenset({"you", "your", "you're", "you'll", "you've", "you'd"})


def _shape(doc: Doc, text: str, engine: Engine) -> Shape:
    first = doc[0].lower_ if len(doc) else ""
    if first in _READER and first != "your":
        return Shape.CLAUSE
    root = _root(doc)
    if root is not None and _has_subject(root) and (root.tag_ in _FINITE or _has_finite(root)):
        return Shape.CLAUSE
    if doc[0].tag_ == "VBG" and doc[0].dep_ in ("ROOT", "csubj", "nsubj", "advcl"):
        return Shape.DOING
    if _is_action(doc, text, engine):
        return Shape.ACTION
    return Shape.PHRASE if _is_noun_phrase(doc, root) else Shape.PIECE


def _is_noun_phrase(doc: Doc, root: Token | None) -> bool:
    starts = doc[0].tag_ in _PHRASE_STARTS and doc[0].lower_ not in _NOT_PHRASE_STARTS
    return starts and root is not None and root.tag_ in ("NN", "NNS", "NNP", "NNPS", "CD")


_PHRASE_STARTS = frozenset({"DT", "PDT", "CD", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "PRP$"})
_NOT_PHRASE_STARTS = frozenset({"home", "done", "out"})


_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "VB"})


def _has_subject(root: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in root.children)


def _has_finite(root: Token) -> bool:
    return any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in _FINITE - {"VB"}
        for child in root.children
    )


def _is_action(doc: Doc, text: str, engine: Engine) -> bool:
    """Whether ``text``, parsed as ``doc``, is an order that also goes on from "you can"."""
    if not any(token.tag_ in ("VB", "VBP") and _leads(token, doc) for token in doc):
        return False
    together = engine.parse(f"You can {text}.")
    return any(
        token.tag_ == "VB"
        and token.dep_ in ("ROOT", "aux", "auxpass")
        and _leads(token, together[2:])
        for token in together[2:]
    )


def _leads(token: Token, tokens: Iterable[Token]) -> bool:
    """Whether nothing but adverbs and negations stands before ``token``."""
    before = [other for other in tokens if other.i < token.i]
    return all(other.dep_ in ("neg", "advmod", "aux") for other in before)
