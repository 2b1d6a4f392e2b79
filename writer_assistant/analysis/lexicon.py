"""Lexicons: entries that decide by themselves, looked up in a text. ``lexicon_file`` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import WORD_KINDS, Kind, Severity
from writer_assistant.analysis.phrases import Hit, PhraseTrie, is_glued, longest, words_of
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBKINDS = ("buzzword", "wordy", "acronym", "insider")
"""The subkinds of jargon."""

_NEAR_WORDS = 10
_AROUND = 120  # code points that surely hold them


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of a lexicon; the fields are those of the file (see the module).

    ``own`` says that it stands in a user's own file: then it is found without a second thought.
    """

    phrase: str
    kind: Kind = Kind.JARGON
    subkind: str | None = None
    forms: tuple[str, ...] = ()
    pos: frozenset[str] = frozenset()
    plain: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    case: bool = False
    severity: Severity = Severity.STRONG
    flags: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    source: str = ""
    off: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in prose; ``span`` is its place there, code points."""

    entry: Entry
    span: Span


@dataclass(frozen=True)
class Lexicons:
    """All entries together; immutable.

    Attributes:
        entries: what is looked for; none is switched off.
    """

    entries: tuple[Entry, ...] = ()
    _trie: PhraseTrie[Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        phrases = ((form, entry) for entry in self.entries for form in (entry.phrase, *entry.forms))
        object.__setattr__(self, "_trie", PhraseTrie(phrases))

    def read(self, prose: str, doc: Doc | None = None) -> tuple[list[Match], list[Span]]:
        """Return what is found in ``prose``, and what of its words has its everyday sense.

        What is found is in reading order. Of overlapping matches of one kind the longest is kept.
        Words in their literal sense are left out, as are parts of hyphenated words.

        Args:
            prose: a sentence or a paragraph.
            doc: its parse, if it is a sentence; without one, entries that ask for a part of speech
                are left out.
        """
        literal: list[Span] = []
        kept: list[Hit[Entry]] = []
        others: list[Hit[Entry]] = []
        for hit in self._trie.find(prose):
            if _is_literal(hit, prose):
                literal.append(hit.span)
            elif _is_phrase(hit, prose):
                (kept if _has_part_of_speech(hit, doc) else others).append(hit)
        if doc is not None:  # a spearhead of flint is another word than to spearhead
            meant = {hit.span for hit in kept}
            literal += [hit.span for hit in others if hit.span not in meant]
        found = [
            Match(hit.value, hit.span)
            for kind in WORD_KINDS
            for hit in longest(hit for hit in kept if hit.value.kind is kind)
        ]
        return sorted(found, key=lambda match: match.span), literal

    def listed(self, prose: str) -> list[tuple[Span, Kind]]:
        """Return what is found in ``prose`` as any part of speech, literal senses left out."""
        return [
            (hit.span, hit.value.kind)
            for hit in self._trie.find(prose)
            if _is_phrase(hit, prose) and not _is_literal(hit, prose)
        ]


def _is_phrase(hit: Hit[Entry], prose: str) -> bool:
    """Whether a hit stands by itself, in the letter case that its entry asks for."""
    entry, span = hit
    if is_glued(prose, span):
        return False
    return not entry.case or span.of(prose) in (entry.phrase, *entry.forms)


def _has_part_of_speech(hit: Hit[Entry], doc: Doc | None) -> bool:
    entry, span = hit
    return not entry.pos or (doc is not None and _head_pos(span, doc) in entry.pos)


def _is_literal(hit: Hit[Entry], prose: str) -> bool:
    """Whether words around a hit show that it is meant in its everyday sense."""
    entry, span = hit
    if not (entry.near or entry.before or entry.after):
        return False
    before = words_of(prose[max(0, span.start - _AROUND) : span.start])
    after = words_of(prose[span.end : span.end + _AROUND])
    around = {*before[-_NEAR_WORDS:], *after[:_NEAR_WORDS]}
    return (
        not entry.near.isdisjoint(around)
        or _ends_with(before, entry.before)
        or _starts_with(after, entry.after)
    )


def _ends_with(words: Sequence[str], phrases: Iterable[str]) -> bool:
    return any(words[-phrase.count(" ") - 1 :] == phrase.split(" ") for phrase in phrases)


def _starts_with(words: Sequence[str], phrases: Iterable[str]) -> bool:
    return any(words[: phrase.count(" ") + 1] == phrase.split(" ") for phrase in phrases)


def _head_pos(span: Span, doc: Doc) -> str:
    """Coarse part of speech of the token that governs the others of ``span``."""
    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
    if not inside:
        return ""
    head = inside.root
    if head.pos_ == "NOUN":
        # The tagger's slips: *our platform leverages rules*, *in order to leverage synergies*.
        takes_object = any(child.dep_ in ("dobj", "advcl") for child in head.children)
        leads_up = span.start and doc.text[: span.start].casefold().endswith("in order to ")
        if takes_object or (leads_up and len(inside) == 1):
            return "VERB"
    return head.pos_
