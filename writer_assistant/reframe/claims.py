"""What may stand instead of praise that nobody can check: proof, a figure, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer_assistant.analysis.finding import GAP, How, Suggestion
from writer_assistant.reframe.compose import is_likely
from writer_assistant.reframe.entries import Entries
from writer_assistant.reframe.inflect import article, takes_article
from writer_assistant.reframe.match import Match
from writer_assistant.reframe.place import Place
from writer_assistant.reframe.plain import Words, without
from writer_assistant.text.span import Span

_THE = re.compile(r"the\s+", re.IGNORECASE)


def checkable(
    place: Place, entries: Entries | None, matches: tuple[Match, ...]
) -> Iterator[Suggestion]:
    """Yield what may stand instead of an empty claim, best first."""
    if entries is not None and matches and is_likely(matches[0]):
        yield from _proof(place, entries, matches[0])
    words = Words.of(place.found)
    if words is None:
        return
    removed = without(words) or _without_rank(words)
    if removed is not None:
        yield removed
    yield Suggestion(_gap(words), words.span, How.PLAIN)


def _proof(place: Place, entries: Entries, match: Match) -> Iterator[Suggestion]:
    """Yield the persona's proof in place of the sentence that only claims."""
    for answer in match.answers:
        text = entries.with_proof(answer)
        if text:
            source = entries.source(answer, match.pain)
            yield Suggestion(place.fitted(text), place.span, How.ANSWER, source)
            return


def _without_rank(words: Words) -> Suggestion | None:
    """Return "the leading maker" as "a maker", where the noun can stand without its rank."""
    the = _THE.match(words.span.of(words.paragraph))
    described = words.head.head
    last = words.tokens[-1]
    if (
        the is None
        or words.head.dep_ != "amod"
        or described.i != last.i + 1
        or any(child.dep_ in ("prep", "relcl", "acl") for child in described.children)
        or described.tag_ not in ("NN", "NNS")
        or described.dep_ not in ("appos", "attr")
    ):
        return None
    after = words.after
    gap = len(after) - len(after.lstrip())
    if not gap:
        return None
    span = Span(words.span.start, words.span.end + gap)
    noun = after.lstrip()
    text = f"{article(noun.split()[0])} " if takes_article(described.text) else ""
    return Suggestion(text, span, How.REMOVE)


def _gap(words: Words) -> str:
    """Return the gap in which the writer says how much."""
    said = words.span.of(words.paragraph)
    the = _THE.match(said)
    return the.group() + GAP if the and words.head.dep_ == "amod" else GAP
