"""Why a sentence is about its author: which of its clues says most, in one plain sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from writer_assistant.analysis.evidence import IN_THE_PICTURE
from writer_assistant.analysis.facts import GAINS, Facts
from writer_assistant.analysis.finding import Severity
from writer_assistant.analysis.grammar.clauses import Who
from writer_assistant.analysis.grammar.marks import Mark
from writer_assistant.analysis.quoting import head_of, phrase, quote, quoted, tokens_at
from writer_assistant.analysis.rules.asked import quote_ask
from writer_assistant.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Token

    from writer_assistant.analysis.rule import Sentence

_A_FAVOUR = "asks for something that helps us"
_SAYS: dict[Mark, tuple[str, str]] = {
    Mark.LIKE_ASK: ("asks for something that helps us, not the reader", _A_FAVOUR),
    Mark.POLITE_ASK: ("asks for something that helps us, not the reader", _A_FAVOUR),
    Mark.SMALL_TALK: ("is small talk about our day, not the reader's", "is small talk of ours"),
    Mark.AWARD: (
        "is about an honour or credential of ours, not about the reader",
        "puts an honour or credential of ours first",
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
        "is what we stand for or think of ourselves, not what the reader gets",
        "puts what we stand for first",
    ),
    Mark.PARTY: (
        "is about an event or milestone of ours; the reader is not in it",
        "puts an event or milestone of ours first",
    ),
    Mark.PEOPLE: (
        "is about our own people, not about the reader",
        "puts our own people first",
    ),
    Mark.GROWTH: (
        "is about our own business, not about the reader's",
        "puts our own business first",
    ),
    Mark.FEAT: (
        "measures us against ourselves, and the reader gains nothing by it",
        "measures us first",
    ),
    Mark.PLAN: ("is about our plans, not the reader's", "puts our plans first"),
    Mark.ANNOUNCEMENT: (
        "announces something of ours without saying what the reader gets from it",
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
        why = _SAYS[clue.mark][mild]
        if mild and clue.mark not in _ASKS:
            why += f"; {_could(facts)}"
        said = _quoted_clue(sentence, facts, clue)
    else:
        said, why = (_mild_by_grammar if mild else _strong_by_grammar)(sentence, facts)
    if _is_one_person(facts):
        why = _OURSELVES.sub(lambda word: _OF_ONE[word.group()], why)
    return f"{said} {why}."


_OF_ONE = {
    "us the ones who act": "the writer the one who acts",
    "we feel": "the writer feels",
    "we stand for": "the writer stands for",
    "or think of ourselves": "or thinks",
    "we who act": "the writer who acts",
    "of ourselves": "of the writer",
    "ourselves": "the writer",
    "of ours": "of the writer's",
    "ours": "the writer's",
    "our": "the writer's",
    "us": "the writer",
}
"""How a reason speaks of an author who says *I*."""
_OURSELVES = re.compile(rf"\b(?:{'|'.join(_OF_ONE)})\b")
_I = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})


def _is_one_person(facts: Facts) -> bool:
    """Whether the author says *I*, and nowhere *we*; who is quoted speaks for all."""
    if facts.quoted or facts.has(Mark.FIRST_QUOTED):
        return False
    said = {place.of(facts.text).casefold() for place in facts.marks.get(Mark.FIRST_PERSON, ())}
    return bool(said) and said <= _I


def _quoted_clue(sentence: Sentence, facts: Facts, clue: _Clue) -> str:
    """Return a clue in quotation marks, with the subject of its verb if that is near."""
    if clue.mark in _ASKS:
        return quote_ask(sentence, facts)
    head = head_of(tokens_at(sentence, clue.place))
    verb = head.head if head.dep_ in ("acomp", "attr") else head
    said = phrase(sentence, clue.place)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    is_near = subject is not None and verb.i - subject.i <= _NEAR
    if subject is None or not is_near or verb.tag_[0] != "V" or subject.tag_ in ("WDT", "WP"):
        return quoted(said.of(facts.text))
    start = subject.left_edge.idx
    between = facts.text[start : max(start, said.start)]
    if (
        between
        and subject.i - subject.left_edge.i < _SHORT_SUBJECT
        and not set(";:") & set(between)
    ):
        # A feeling is said by its word; what it is about may be long.
        end = clue.place.end if clue.mark is Mark.FEELING else said.end
        said = Span(start, max(end, verb.idx + len(verb)))
    return quoted(said.of(facts.text))


_SHORT_SUBJECT = 4
"""Words of a subject that is quoted with what is said of it, at most."""


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
        moves = head.lower_ == "moved" and not around & {"auxpass", "nsubjpass"}
        thanks_to = facts.text[place.start : place.end + 3].casefold() == "thanks to"
        of_others = head.dep_ == "amod" and head.lower_ == "passionate"  # *passionate chefs*
        return not (moves or of_others or thanks_to)
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


def _strong_by_grammar(sentence: Sentence, facts: Facts) -> tuple[str, str]:
    """Return what to quote, and why it is a selfie."""
    clause = facts.clause
    reader = facts.marks.get(Mark.SECOND_PERSON, ())
    acts = reader and head_of(tokens_at(sentence, reader[0])).dep_ in _AHEAD
    looks_on = f"{quoted(reader[0].of(facts.text))} only looks on" if reader and not acts else ""
    rest = looks_on or "nothing in it is for the reader"
    hides = clause.passive and not clause.agent
    if hides and clause.verb and not facts.has(Mark.FIRST_PERSON, Mark.AUTHOR_NAME):
        said = quote(sentence, _told(sentence, facts, frozenset(Who)) or clause.verb)
        return f"The passive {said}", f"hides that it is we who act, and {rest}"
    acting = _told(sentence, facts, _AUTHORS)
    if acting is not None:
        by_name = " by name" if clause.who is Who.AUTHOR_NAMED else ""
        return quote(sentence, acting), f"speaks of us{by_name}, and {rest}"
    present = _present(sentence, facts) or _told(sentence, facts, (Who.PERSON,)) or Span(0, 0)
    return quote(sentence, _enough(present, facts)), f"is about us, and {rest}"


def _enough(place: Span, facts: Facts) -> Span:
    """Return the beginning instead of a name, or of who says it, which say little."""
    is_name = any(place == name for name in facts.marks.get(Mark.AUTHOR_NAME, ()))
    is_said_by = _SAID.match(facts.text, 0, place.start) is not None
    return Span(0, 0) if is_name or is_said_by else place


_SAID = re.compile(r"[“\"][^”\"]+[”\"]")
"""Direct speech in front of who says it."""


def _mild_by_grammar(sentence: Sentence, facts: Facts) -> tuple[str, str]:
    """Return what to quote, and what of it could be turned round."""
    could = _could(facts)
    acting = _told(sentence, facts, _AUTHORS)
    if acting is not None:
        said = phrase(sentence, acting)
        is_all = len(said) > _MOST_OF_IT * len(facts.text)
        is_ahead = len(facts.text[: acting.start].split()) <= _FEW_BEFORE
        does = "leads" if is_ahead and not is_all else "makes us the ones who act"
        return quoted(said.of(facts.text)), f"{does}; {could}"
    clause = facts.clause
    hides = clause.passive and not clause.agent
    done = _told(sentence, facts, frozenset(Who)) if hides else None
    present = done or _present(sentence, facts)
    if done is not None or present is None:
        return quote(sentence, done or Span(0, 0)), f"goes on about us; {could}"
    is_ahead = len(facts.text[: present.start].split()) <= _FEW_BEFORE
    return quote(sentence, present), f"{'puts us first' if is_ahead else 'brings us in'}; {could}"


_MOST_OF_IT = 0.8
"""Share of a sentence from which a quotation is as good as all of it."""
_FEW_BEFORE = 2
"""Words in front of what still leads a sentence."""


def _could(facts: Facts) -> str:
    """Return what is to be done about a sentence that is led by us."""
    gains = "what the reader gets from it" if facts.has(*GAINS) else "the reader"
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
                is_short = token.i - token.left_edge.i < _SHORT_SUBJECT
                return Span(token.left_edge.idx if is_short else place.start, end)
            if token.dep_ in _BEHIND and 0 < token.i - governor.i <= _NEAR:
                return Span((governor.nbor() if _links(governor) else governor).idx, place.end)
            return place
    return None


def _links(verb: Token) -> bool:
    """Whether a verb says of something what it is."""
    return verb.tag_[0] == "V" and any(child.dep_ in ("attr", "acomp") for child in verb.children)


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AHEAD = _SUBJECTS | {"poss"}
_BEHIND = frozenset({"pobj", "dobj", "dative"})
