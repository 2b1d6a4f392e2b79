"""A sentence as a row of words, each described by features, for the learned marker.

A feature is a name. Many names follow from the same thing, a word's form or its tag, so a word is
described by *keys*: a key is a name, or a tuple that ``names_of`` spells out. A model keeps what it
knows of a key, and the same keys are made in training and at work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from writer_assistant.analysis.finding import Kind
from writer_assistant.analysis.lexicon import word_class
from writer_assistant.analysis.vocabulary import stem, words_of_reader
from writer_assistant.analysis.word_bands import band
from writer_assistant.analysis.word_reading import Reading, read_sentence
from writer_assistant.text.draft import Block
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from writer_assistant.analysis.rule import Context, Sentence

Key = str | tuple[str, ...]
"""A feature's name, or what several names follow from; its first part says which."""

_JOINERS = "-‐‑/"
_ACRONYM = re.compile(r"[A-Z]{2,}[A-Z0-9&/.-]*s?|[A-Z]+[&/-][A-Z]+|[A-Z][a-z]?[A-Z]+s?")
_ORDINARY = 5
_RARE = 6
_CLASSES = (
    "author_event",
    "author_noun",
    "buzz_hint",
    "feature_participle",
    "feature_verb",
    "measurable",
    "outcome_noun",
    "praise",
    "reader_noun",
    "spec_noun",
    "value_noun",
)
_NEAR_CLASSES = ("buzz_hint", "measurable", "praise", "spec_noun")
_BLOCKS = {Block.HEADING: "h", Block.BULLET: "b"}
_WE = frozenset({"we", "our", "us", "i", "my", "we're", "we've"})
_YOU = frozenset({"you", "your", "yours", "you're", "you'll"})
_OPEN_CLASSES = frozenset({"NOUN", "ADJ", "VERB", "PROPN"})
_CLOSED_CLASSES = frozenset(
    {"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE", "SYM"}
)
_SIDES = (("p", -1), ("n", 1))


@dataclass(frozen=True, slots=True)
class WordView:
    """The words of a sentence.

    Attributes:
        spans: the place of each word in the sentence; parts joined by a hyphen are one word.
        tokens: for each word the numbers of its first and its last token.
        keys: for each word the keys of its features.
        shared: the keys of all words.
        shared_by_rare: further keys of the rare ones.
        rare: for each word whether it is one.
    """

    spans: tuple[Span, ...]
    tokens: tuple[tuple[int, int], ...]
    keys: tuple[list[Key], ...]
    shared: list[Key]
    shared_by_rare: list[Key]
    rare: tuple[bool, ...]

    def names(self, at: int) -> set[str]:
        """Return the names of all features of word ``at``."""
        keys = [*self.keys[at], *self.shared, *(self.shared_by_rare if self.rare[at] else ())]
        return {name for key in keys for name in names_of(key)}


class _Token(NamedTuple):
    """What is needed of a token; ``head`` is its governor's number."""

    start: int
    end: int
    pos: str
    tag: str
    dep: str
    head: int


def view(sentence: Sentence, context: Context) -> WordView:
    """Return the words of ``sentence`` with the keys of their features."""
    text = sentence.text
    tokens = _tokens(sentence.doc)
    words = _words(text, tokens)
    spans = tuple(Span(tokens[first].start, tokens[last].end) for first, last in words)
    texts = [span.of(text) for span in spans]
    reading = read_sentence(sentence, context)
    marks = _marks(reading, spans)
    keys = _keys_of_words(tokens, words, texts, marks)
    reader = words_of_reader(context.persona)
    for at, form in enumerate(texts):
        stemmed = _stem_of(form)
        if stemmed in reader.texts:
            keys[at].append("hers")
        elif tokens[words[at][1]].pos in _OPEN_CLASSES:
            keys[at].append(("not-hers", form))
        if stemmed in reader.our_words:
            keys[at].append("ours")
        if form in context.spelled_out:
            keys[at].append("spelled")
    shared = _about_sentence(sentence, context, texts, marks)
    return WordView(
        spans,
        words,
        tuple(keys),
        list(shared),
        [f"{name}R" for name in shared],
        tuple(_band_of(form) >= _RARE for form in texts),
    )


def _tokens(doc: Doc) -> list[_Token]:
    """Return the tokens of a parse, read in one go: a spaCy token is dear to make."""
    from spacy.attrs import DEP, HEAD, IDX, LENGTH, POS, TAG

    strings = doc.vocab.strings
    table = doc.to_array([IDX, LENGTH, POS, TAG, DEP, HEAD]).astype("int64").tolist()
    unsigned = 1 << 64
    return [
        _Token(
            start,
            start + length,
            strings[pos % unsigned],
            strings[tag % unsigned],
            strings[dep % unsigned],
            number + head,
        )
        for number, (start, length, pos, tag, dep, head) in enumerate(table)
    ]


def _words(text: str, tokens: Sequence[_Token]) -> tuple[tuple[int, int], ...]:
    """Return the words as numbers of their first and last token; white space is none."""
    words: list[tuple[int, int]] = []
    for number, token in enumerate(tokens):
        if text[token.start : token.end].isspace():
            continue
        if words and words[-1][1] == number - 1 and _joins(text, tokens[number - 1].end, token):
            words[-1] = (words[-1][0], number)
        else:
            words.append((number, number))
    return tuple(words)


def _joins(text: str, end: int, token: _Token) -> bool:
    """Whether a hyphen or stroke between letters binds ``token`` to what ends before it."""
    if end != token.start:
        return False
    here, before = text[token.start], text[end - 1]
    if here in _JOINERS:
        return before.isalnum() and text[token.start + 1 : token.start + 2].isalnum()
    return here.isalnum() and before in _JOINERS and end > 1


def _marks(reading: Reading, spans: Sequence[Span]) -> list[list[str]]:
    """Return what lexicons, persona and names say of each word, as ``B-`` or ``I-`` and a name."""
    marks: list[list[str]] = [[] for _ in spans]

    def add(places: Iterable[Span], name: str) -> None:
        for place in places:
            at = "B-"
            for number, span in enumerate(spans):
                if span.overlaps(place):
                    if at + name not in marks[number]:
                        marks[number].append(at + name)
                    at = "I-"

    add((span for span, _ in reading.ours), "key")
    add((span for span, term in reading.ours if term.hers), "plain")
    add(reading.hers, "use")
    for match in reading.matches:
        kind = match.entry.subkind if match.entry.kind is Kind.JARGON else "praise"
        add((match.span,), f"lex-{kind}")
        add((match.span,), "lex")
    add(reading.names, "name")
    return marks


def _keys_of_words(
    tokens: Sequence[_Token],
    words: Sequence[tuple[int, int]],
    texts: Sequence[str],
    marks: Sequence[Sequence[str]],
) -> list[list[Key]]:
    """Return the keys of each word's form, place, neighbours and relatives in the grammar."""
    heads = [tokens[last] for _, last in words]
    keys: list[list[Key]] = []
    for at, (form, token) in enumerate(zip(texts, heads, strict=True)):
        own: list[Key] = [
            ("own", form),
            ("place", token.pos, token.tag, token.dep, form),
        ]
        own += [f"m:{mark}" for mark in marks[at]]
        keys.append(own)
        if token.pos in _CLOSED_CLASSES and not marks[at]:
            _add_neighbours_marks(own, at, marks)
            continue
        own.append(f"bi={_lower(texts[at - 1]) if at else '^'}|{_lower(form)}")
        if not at:
            own.append("first")
        elif form[:1].isupper():
            own.append("cap")
        _add_neighbours(own, at, heads, texts, marks)
    _add_relatives(keys, tokens, words, texts, marks)
    return keys


def _add_neighbours_marks(own: list[Key], at: int, marks: Sequence[Sequence[str]]) -> None:
    """Add what little is asked of the words of closed classes, which are half of all words."""
    for side, step in _SIDES:
        if 0 <= at + step < len(marks):
            own += [f"{side}m:{mark}" for mark in marks[at + step]]


def _add_neighbours(
    own: list[Key],
    at: int,
    heads: Sequence[_Token],
    texts: Sequence[str],
    marks: Sequence[Sequence[str]],
) -> None:
    for side, step in _SIDES:
        near, far = at + step, at + 2 * step
        if not 0 <= near < len(texts):
            own += [f"{side}none", f"{side}{side}none"]
            continue
        own.append((side, texts[near]))
        own.append((f"{side}tag", heads[at].tag, heads[near].tag))
        own += [f"{side}m:{mark}" for mark in marks[near]]
        if 0 <= far < len(texts):
            own.append(f"{side}{side}tag={heads[far].tag}")
            own += [f"{side}{side}m:{mark}" for mark in marks[far]]
        else:
            own.append(f"{side}{side}none")


def _add_relatives(
    keys: Sequence[list[Key]],
    tokens: Sequence[_Token],
    words: Sequence[tuple[int, int]],
    texts: Sequence[str],
    marks: Sequence[Sequence[str]],
) -> None:
    """Add what governs each word, and what is said of the words that it governs."""
    word_of = {t: at for at, (first, last) in enumerate(words) for t in range(first, last + 1)}
    for at, (_, last) in enumerate(words):
        governor = tokens[last].head
        number = word_of.get(governor, at)
        if number != at and (marks[at] or tokens[last].pos not in _CLOSED_CLASSES):
            keys[at].append(("head", texts[number], tokens[governor].pos))
            keys[at] += [f"hm:{mark}" for mark in marks[number]]
    for child, token in enumerate(tokens):
        of_child, of_head = word_of.get(child), word_of.get(token.head)
        if of_child is None or of_head is None or not marks[of_child] or of_child == of_head:
            continue
        if words[of_head][1] == token.head:
            side = "lm:" if child < token.head else "rm:"
            names = (side + mark for mark in marks[of_child])
            keys[of_head] += [name for name in names if name not in keys[of_head]]


def _about_sentence(
    sentence: Sentence, context: Context, texts: Sequence[str], marks: Sequence[Sequence[str]]
) -> list[str]:
    """Return the features that all words of a sentence share."""
    lower = {_lower(form) for form in texts}
    keys = sum("B-key" in mark for mark in marks)
    rare = sum(form.isalpha() and band(form.lower()) >= _RARE for form in texts)
    capitals = sum(form[:1].isupper() for form in texts)
    is_title = len(texts) > 3 and capitals > 0.7 * sum(form[:1].isalpha() for form in texts)
    names = [
        f"s:{_BLOCKS.get(sentence.content.block, 'p')}",
        "s:nowe" if lower.isdisjoint(_WE) else "s:we",
        f"s:nkey{min(3, keys)}",
        f"s:rare{min(4, rare)}",
        "s:title" if is_title else "s:nt",
    ]
    if not lower.isdisjoint(_YOU):
        names.append("s:you")
    if any("B-name" in mark for mark in marks):
        names.append("s:name")
    if context.facts.quoted:
        names.append("quote")
    return names


def names_of(key: Key) -> tuple[str, ...]:
    """Return the names of the features that follow from a key."""
    if isinstance(key, str):
        return (key,)
    kind, *of = key
    if kind == "own":
        return _own(of[0])
    if kind in ("p", "n"):
        return tuple(kind + name for name in _as_neighbour(of[0]))
    if kind == "place":
        pos, tag, dep, form = of
        return f"pos={pos}", f"tag={tag}", f"dep={dep}", f"pb={pos}{_band_of(form)}"
    if kind == "head":
        word = _lower(of[0])
        classes = (f"hc:{name}" for name in _CLASSES if word in word_class(name))
        return f"hd={word}", f"hdb={band(word)}", f"hpos={of[1]}", *classes
    if kind == "not-hers":
        return (f"not-hers{_band_of(of[0])}",)
    return f"{kind}={of[1]}", f"{kind}s={of[0]}|{of[1]}"


def _own(form: str) -> tuple[str, ...]:
    """Return the features of a word's form."""
    word = _lower(form)
    shape, rarity = _shape(form), _band_of(form)
    names = [
        f"w={word}",
        f"st={stem(word)}",
        f"sh={shape}",
        f"b={rarity}",
        f"shb={shape}{rarity}",
        f"suf3={word[-3:]}",
        f"suf4={word[-4:]}",
        f"pre3={word[:3]}",
    ]
    parts = word.split("-")
    if len(parts) > 1:
        names += [f"hp0={parts[0]}", f"hp1={parts[-1]}"]
    if shape in ("ACR", "mix"):
        known = word_class("known_acronym")
        is_known = word in known or word.removesuffix("s") in known
        names += ["known" if is_known else "unkacr", f"len{len(word)}"]
    if word in word_class("unit"):
        names.append("unit")
    names += [f"c:{name}" for name in _CLASSES if word in word_class(name)]
    return tuple(names)


def _as_neighbour(form: str) -> tuple[str, ...]:
    """Return what of a word's form its neighbours are told, without the side."""
    word, shape = _lower(form), _shape(form)
    return (
        f"w={word}",
        f"st={stem(word)}",
        f"shb={shape}{_band_of(form)}",
        f"suf3={word[-3:]}",
        *(f"c:{name}" for name in _NEAR_CLASSES if word in word_class(name)),
        *(("figure",) if shape in ("d", "mix") else ()),
    )


def _lower(form: str) -> str:
    return form.lower().replace("’", "'")


@lru_cache(maxsize=20_000)
def _stem_of(form: str) -> str:
    return stem(_lower(form))


def _shape(form: str) -> str:
    if form.isdigit():
        return "d"
    if _ACRONYM.fullmatch(form):
        shouted = form.isalpha() and form.isupper() and len(form) > 2
        return "SHOUT" if shouted and band(form.lower()) <= _ORDINARY else "ACR"
    if any(c.isdigit() for c in form):
        return "mix"
    if "-" in form:
        return "hyph"
    if form[:1].isupper():
        return "Xx"
    return "x" if form.isalpha() else "p"


@lru_cache(maxsize=20_000)
def _band_of(form: str) -> int:
    """Return how rare the rarest part of a word is; figures and abbreviations count as common."""
    if _shape(form) not in ("x", "Xx", "hyph"):
        return 0
    return max((band(part) for part in re.split(r"[-/]", _lower(form)) if part), default=0)
