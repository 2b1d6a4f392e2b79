"""Why a sentence is about its author: which of its clues says most, in one plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from writer_assistant.analysis.evidence import IN_THE_PICTURE
from writer_assistant.analysis.facts import GAINS, Facts
from writer_assistant.analysis.finding import Severity
from writer_assistant.analysis.grammar.clauses import Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.quoting import head_of, quote, quoted, tokens_at
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Token

    from writer_assistant.analysis.rule import Sentence

_SAYS: dict[Mark, tuple[str, str]] = {
    Mark.LIKE_ASK: ("asks for something that helps only us", "asks for something that helps us"),
    Mark.POLITE_ASK: ("asks for something that helps only us", "asks for something that helps us"),
    Mark.SMALL_TALK: ("is small talk about our day, not the reader's", "is small talk of ours"),
    Mark.AWARD: (
        "is about an honour of ours; the reader has nothing of it",
        "puts an honour of ours first",
    ),
    Mark.FEELING: (
        "says how we feel, which gives the reader nothing",
        "says how we feel first",
    ),
    Mark.THANKS: (
        "thanks or praises people while the reader looks on",
        "thanks people first",
    ),
    Mark.HISTORY: (
        "tells our history; nothing in it helps the reader",
        "puts our history first",
    ),
    Mark.IDENTITY: (
        "is about our name and looks, which change nothing for the reader",
        "puts our name and looks first",
    ),
    Mark.VALUES: (
        "says what we think of ourselves or stand for, not what the reader gets",
        "puts what we stand for first",
    ),
    Mark.PARTY: (
        "is about an event of ours; the reader is not in it",
        "puts our event first",
    ),
    Mark.PEOPLE: (
        "is news about our own people, not about the reader",
        "puts our own people first",
    ),
    Mark.GROWTH: (
        "is about our size, figures or deals, not about the reader",
        "puts our size or deals first",
    ),
    Mark.FEAT: (
        "measures us against ourselves, and the reader gains nothing by it",
        "measures us first",
    ),
    Mark.PLAN: ("is about our plans, not the reader's", "puts our plans first"),
    Mark.ANNOUNCEMENT: (
        "announces something of ours without saying what the reader has of it",
        "announces something of ours first",
    ),
    Mark.PRAISE: ("is our opinion of ourselves", "puts our opinion of ourselves first"),
}
"""What a clue says of a strong and of a mild finding; of those equally near the first counts."""

_ASKS = frozenset({Mark.LIKE_ASK, Mark.POLITE_ASK})
"""What is the reason wherever it stands."""
_DEEPEST = {Severity.STRONG: 3, Severity.MILD: 1}
"""How far below the main verb a clue may be to be the reason."""
_AUTHORS = frozenset({Who.AUTHOR, Who.AUTHORS, Who.AUTHOR_NAMED})
PRESENCE = (*IN_THE_PICTURE, Mark.AUTHOR_NOUN)
"""What shows the author in a sentence."""
_SHORT = 6
"""Words of a sentence in which small talk is all that is said."""
_NEAR = 9
"""Words from the author to its verb or noun at most, if both are to be quoted."""


def reason(sentence: Sentence, facts: Facts, severity: Severity) -> str:
    """Return why, in one plain sentence that quotes the sentence's own words.

    The clue that is nearest to the main verb is the reason; where none is near, who acts is.
    """
    mild = severity is Severity.MILD
    clue = min(_clues(sentence, facts), key=lambda clue: clue.depth, default=None)
    if clue is not None and clue.depth <= _DEEPEST[severity]:
        said = f"{quote(sentence, clue.place)} {_SAYS[clue.mark][mild]}"
        return f"{said}; {_could(facts)}." if mild and clue.mark not in _ASKS else f"{said}."
    return _mild_by_grammar(sentence, facts) if mild else _strong_by_grammar(sentence, facts)


class _Clue(NamedTuple):
    """A clue, its place, and how far it stands below the main verb."""

    mark: Mark
    place: Span
    depth: int


def _clues(sentence: Sentence, facts: Facts) -> Iterator[_Clue]:
    """Yield the clues that mean here what they stand for, in the order of ``_SAYS``."""
    for mark in _SAYS:
        for place in facts.marks.get(mark, ()):
            tokens = tokens_at(sentence, place)
            if not tokens:
                continue
            head = head_of(tokens)
            if mark in _ASKS:
                yield _Clue(mark, place, -1)
            elif _means_it(mark, place, facts, head):
                yield _Clue(mark, place, _depth(head))


def _means_it(mark: Mark, place: Span, facts: Facts, head: Token) -> bool:
    if mark is Mark.SMALL_TALK:
        opens = not any(c.isalpha() for c in facts.text[: place.start])
        return opens or facts.words <= _SHORT
    if mark is Mark.FEELING:  # neither *have moved the button* nor *thanks to the flood*
        around = {child.dep_ for child in head.children}
        acts = "auxpass" not in around and (head.tag_ == "VBD" or "aux" in around)
        moves = head.lower_ == "moved" and (acts or "dobj" in around)
        return not moves and facts.text[place.start : place.end + 3].casefold() != "thanks to"
    if mark is Mark.HISTORY:  # *said the founder*
        return not any(place.overlaps(title) for title in facts.marks.get(Mark.STAFF_TITLE, ()))
    if mark is Mark.PRAISE and any(child.lower_ in _OTHERS for child in head.children):
        return False  # *the best moment of his career*
    if mark is Mark.GROWTH and head.dep_ == "pobj" and head.head.lower_ == "at":
        return False  # *the party at our head office*
    return head.dep_ != "npadvmod"


_OTHERS = frozenset({"his", "her", "their"})


def _depth(token: Token) -> int:
    """Return how many words govern ``token``, of those joined by *and* only the first."""
    depth = 0
    while token.head.i != token.i:
        depth += token.dep_ != "conj"
        token = token.head
    return depth


def _strong_by_grammar(sentence: Sentence, facts: Facts) -> str:
    clause = facts.clause
    reader = facts.marks.get(Mark.SECOND_PERSON, ())
    acts = reader and head_of(tokens_at(sentence, reader[0])).dep_ in _AHEAD
    looks_on = f"{quoted(reader[0].of(facts.text))} only looks on" if reader and not acts else ""
    rest = looks_on or "nothing in it is for the reader"
    hides = clause.passive and not clause.agent
    if hides and clause.verb and not facts.has(Mark.FIRST_PERSON, Mark.AUTHOR_NAME):
        said = quote(sentence, clause.verb)
        return f"The passive {said} hides that it is we who act, and {rest}."
    acting = _told(sentence, facts, _AUTHORS)
    if acting is not None:
        by_name = " by name" if clause.who is Who.AUTHOR_NAMED else ""
        return f"{quote(sentence, acting)} speaks of us{by_name}, and {rest}."
    present = _present(sentence, facts)
    if present is not None:
        return f"{quote(sentence, present)} keeps us in the picture, and {rest}."
    told = _told(sentence, facts, (Who.PERSON,))
    return f"{quote(sentence, told or Span(0, 0))} is news of ours, and {rest}."


def _mild_by_grammar(sentence: Sentence, facts: Facts) -> str:
    acting = _told(sentence, facts, _AUTHORS)
    if acting is not None:
        return f"{quote(sentence, acting)} leads; {_could(facts)}."
    clause = facts.clause
    hides = clause.passive and not clause.agent
    done = _told(sentence, facts, frozenset(Who)) if hides else None
    present = done or _present(sentence, facts)
    if done is not None or present is None:
        said = quote(sentence, done or Span(0, 0))
        return f"{said} goes on about us; {_could(facts)}."
    leads = 2 * present.start < len(facts.text)
    does = "puts us first" if leads else "brings us in"
    return f"{quote(sentence, present)} {does}; {_could(facts)}."


def _could(facts: Facts) -> str:
    """Return what is to be done about a sentence that is led by us."""
    gains = "what the reader has of it" if facts.has(*GAINS) else "the reader"
    return f"{gains} could come first"


def _told(sentence: Sentence, facts: Facts, whom: Collection[Who]) -> Span | None:
    """Return the subject of the main clause with its verb, if it is one of ``whom``."""
    subject, verb = facts.clause.subject, facts.clause.verb
    if subject is None or facts.clause.who not in whom:
        return None
    if verb is None or verb.start < subject.end:
        return subject
    is_near = len(tokens_at(sentence, Span(subject.end, verb.start))) <= _NEAR
    return Span(subject.start, verb.end) if is_near else subject


def _present(sentence: Sentence, facts: Facts) -> Span | None:
    """Return what shows the author: *our press*, *we hope*, *a year for Norwick*, *write us*."""
    for mark in PRESENCE:
        for place in facts.marks.get(mark, ())[:1]:
            token = head_of(tokens_at(sentence, place))
            governor = token.head
            if token.dep_ == "pobj":
                governor = governor.head
            end = governor.idx + len(governor)
            if token.dep_ in _AHEAD and 0 < governor.i - token.i <= _NEAR:
                return Span(place.start, end)
            if token.dep_ in _BEHIND and 0 < token.i - governor.i <= _NEAR:
                return Span((governor.nbor() if _links(governor) else governor).idx, place.end)
            return place
    return None


def _links(verb: Token) -> bool:
    """Whether a verb says of something what it is."""
    return verb.tag_[0] == "V" and any(child.dep_ in ("attr", "acomp") for child in verb.children)


_AHEAD = frozenset({"poss", "nsubj", "nsubjpass"})
_BEHIND = frozenset({"pobj", "dobj", "dative"})
