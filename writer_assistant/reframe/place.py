"""The place of a finding: what stands there, and how a new text is fitted in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.analysis.grammar.clauses import Who
from writer_assistant.reframe.wording import words
from writer_assistant.text.draft import Block
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from writer_assistant.analysis.live import Found

_NUMBERED = re.compile(r"\d{1,2}(?:/\d{0,2}|[.)])\s+")
_TAIL = re.compile(r"(?:\s+#\w+)+\s*$")
_FIRST_WORD = re.compile(r"[^\W\d_][\w’']*")
_ENDED = re.compile(r"[.!?…:][\"'”’)\]*_]*$")
_MOST_WORDS = 32
"""Words of a sentence that is still kept beside a new one."""
_MOST_WORDS_SHORT = 18
_SHORT_CHANNELS = frozenset(
    {"x", "x-thread", "twitter", "sms", "facebook", "linkedin", "instagram"}
)
_DATELINE = re.compile(r"[^\W\d_a-z]{3,}[\w .,()’'-]{0,60}?(?:[–—:]|--| - )\s")
_ALWAYS_SMALL = frozenset({"DT", "IN", "CC", "PRP", "PRP$", "EX", "RB", "MD", "TO"})
_AUTHORS = frozenset({Who.AUTHOR, Who.AUTHORS})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a suggestion goes.

    Attributes:
        found: the finding and its sentence.
        span: what is replaced, as offsets of the paragraph's text: the sentence, without a number
            in front ("4/") or hashtags behind.
        raw: the words there, markup included.
        is_short: whether the channel wants it short.
    """

    found: Found
    span: Span
    raw: str
    is_short: bool

    @classmethod
    def of(cls, found: Found, channel: str | None) -> Place:
        """Return the place of a finding's sentence."""
        text = found.seen.sentence.content.text
        span = found.finding.sentence
        raw = span.of(text)
        number = _NUMBERED.match(raw)
        start = span.start + (number.end() if number else 0)
        tail = _TAIL.search(raw)
        end = span.start + tail.start() if tail else span.end
        if end <= start:
            start, end = span.start, span.end
        span = Span(start, end)
        channel = (channel or found.context.channel or "").casefold()
        return cls(found, span, span.of(text), channel in _SHORT_CHANNELS)

    @property
    def block(self) -> Block:
        """What the paragraph is."""
        return self.found.seen.sentence.content.block

    @property
    def is_mild(self) -> bool:
        """Whether the reader does get something already."""
        return self.found.finding.severity is Severity.MILD

    @property
    def is_title(self) -> bool:
        """Whether it is a headline: one line without a full stop that opens the draft."""
        return self.block is Block.HEADING or (
            self.block is Block.PROSE
            and self.found.context.is_first
            and not self.is_ended
            and self._is_only
        )

    @property
    def is_ended(self) -> bool:
        """Whether what stands there ends as a sentence does."""
        return bool(_ENDED.search(self.raw.rstrip()))

    @property
    def _is_only(self) -> bool:
        text = self.found.seen.sentence.content.text
        return not (text[: self.span.start].strip(" \t-*+•#>") or text[self.span.end :].strip())

    @property
    def is_balanced(self) -> bool:
        """Whether quotation marks and brackets that open in it also close in it."""
        raw = self.raw
        return (
            raw.count("“") == raw.count("”")
            and raw.count('"') % 2 == 0
            and raw.count("(") == raw.count(")")
        )

    @property
    def _is_leaned_on(self) -> bool:
        """Whether the next sentence of the paragraph begins with a word that points back here."""
        text = self.found.seen.sentence.content.text
        following = _FIRST_WORD.search(text, self.found.finding.sentence.end)
        first = following.group().casefold().replace("’", "'") if following else ""
        return first.partition("'")[0] in words("pointing") | words("leaning")

    @property
    def fact(self) -> str:
        """The sentence as it stands, if it can follow a new one; else nothing."""
        doc = self.found.seen.sentence.doc
        fact = self.fact_in_place
        if not fact or _DATELINE.match(self.raw):
            return ""
        first = next((token for token in doc if not token.is_punct), None)
        if first is None or first.lower_ in words("pointing") | words("linking"):
            return ""
        return fact

    @property
    def fact_in_place(self) -> str:
        """The sentence as it stands, if a new one can follow it; else nothing."""
        facts = self.found.seen.facts
        most = _MOST_WORDS_SHORT if self.is_short else _MOST_WORDS
        if (
            not self.is_ended
            or not self.is_balanced
            or facts.quoted
            or facts.words > most
            or (facts.clause.who in _AUTHORS and not self.is_mild)
            or facts.is_exclamation
        ):
            return ""
        return self.raw.strip()

    @property
    def fragment(self) -> str:
        """What stands there, to follow a colon, if it is a bare phrase; else nothing."""
        facts = self.found.seen.facts
        doc = self.found.seen.sentence.doc
        raw = self.raw.strip().rstrip(".")
        if self.found.finding.kind is not Kind.FEATURE_FIRST:
            return ""
        if facts.clause.verb is not None or not self.is_balanced or facts.words > _MOST_WORDS_SHORT:
            return ""
        if ":" in raw or "“" in raw or raw.endswith(("!", "?")) or not raw or self.is_ended:
            return ""
        return inside(raw, doc[0]) if len(doc) else ""

    def fitted(self, text: str) -> str:
        """Return ``text`` with the stop and the apostrophes that belong in this place."""
        whole = self.found.seen.sentence.content.text
        if "’" in whole and "'" not in whole:
            text = text.replace("'", "’")
        elif "'" in whole and "’" not in whole:
            text = text.replace("’", "'")
        if (self.is_title or not self.is_ended) and text.endswith(".") and ". " not in text:
            return text[:-1]
        return text

    def closed(self, text: str) -> str:
        """Return a sentence without its last mark, with the one that belongs in this place."""
        return self.fitted(f"{text}." if self.is_ended else text)

    def removal(self) -> Span | None:
        """Return what to take away so that the rest still stands, or None if nothing can go."""
        if self.block is Block.HEADING or self.is_title or not self.is_balanced:
            return None
        text = self.found.seen.sentence.content.text
        if self._is_only:
            return Span(0, len(text))
        if self._is_leaned_on:
            return None
        whole = self.found.finding.sentence
        end = whole.end
        while end < len(text) and text[end].isspace():
            end += 1
        start = whole.start
        if end == len(text):
            end = whole.end
            while start > 0 and text[start - 1].isspace():
                start -= 1
        return Span(start, end)


def inside(raw: str, first: Token) -> str:
    """Return words that began a sentence as they are written inside one."""
    if first.text[1:] != first.text[1:].lower() or not raw.startswith(first.text):
        return raw
    if first.tag_ in _ALWAYS_SMALL and first.text != "I":
        return raw[:1].lower() + raw[1:]
    if first.tag_ in ("NNP", "NNPS"):
        return raw
    following = first.doc[first.i + 1] if first.i + 1 < len(first.doc) else None
    if following is not None and following.text[:1].isupper() and len(following) > 1:
        return raw
    return raw[:1].lower() + raw[1:]
