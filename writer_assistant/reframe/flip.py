"""A sentence turned round by its grammar, so that it tells of the reader and not of its author.

Each pattern is guarded and stays silent when in doubt: a word that carries meaning and would be
lost, a second verb, a negation or an unclear reader keeps it from saying anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from writer_assistant.analysis.grammar.clauses import Who
from writer_assistant.analysis.grammar.wording import NOUNS
from writer_assistant.reframe.inflect import article, takes_article
from writer_assistant.reframe.inflect import verb as inflected
from writer_assistant.reframe.match import stems
from writer_assistant.reframe.place import inside
from writer_assistant.reframe.voice import capitalised
from writer_assistant.reframe.wording import fill, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from writer_assistant.analysis.engine import Engine
    from writer_assistant.analysis.pipeline import Seen

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUTHOR = frozenset({Who.AUTHOR, Who.AUTHORS, Who.AUTHOR_NAMED})
_FIRST = frozenset({"i", "we", "us", "me", "our", "my", "ours", "mine"})
_SO = re.compile(
    r",? so (?:that )?(?=\w)|, (?:which|and that|what|this) means (?:that )?(?=\w)"
    r"|, meaning (?:that )?(?=\w)"
)
_NO_SENTENCE = "→•|\n"
_MOST_WORDS = 45
_FOR_READER = re.compile(
    r"\s+(?:for|to) (?:you|our (?:customers|clients|readers))\b", re.IGNORECASE
)


def flips(text: str, seen: Seen, engine: Engine) -> Iterator[str]:
    """Yield a sentence turned round, without its last mark; most often nothing.

    Args:
        text: the sentence, without a number in front or hashtags behind.
        seen: what grammar sees in it.
        engine: parses what is taken apart.
    """
    facts = seen.facts
    if facts.is_question or facts.quoted or not facts.words or facts.words > _MOST_WORDS:
        return
    if any(character in text for character in _NO_SENTENCE):
        return
    doc = engine.parse(text)
    ours = facts.clause.who in _AUTHOR
    patterns: tuple[Callable[[], str], ...] = (
        lambda: _promise(doc),
        lambda: _outcome_first(text, doc, engine),
        lambda: _enabled(doc, engine),
        lambda: _given(doc, engine) if ours else "",
        lambda: _done_to_yours(doc, engine) if ours else "",
    )
    for pattern in patterns:
        turned = pattern()
        if turned:
            yield turned


def kept_fact(text: str, seen: Seen, names: Collection[str], engine: Engine) -> str:
    """Return what a sentence says behind "we are thrilled to announce that", without its last mark.

    Empty where there is no such thing, or where it is about the author, whom ``names`` name.
    """
    if seen.facts.quoted:
        return ""
    doc = engine.parse(text)
    for clause in (token for token in doc if token.dep_ == "ccomp"):
        first = clause.left_edge
        if first.lower_ == "that":
            first = first.nbor(1)
        subject = next((c for c in clause.children if c.dep_ in _SUBJECTS), None)
        if (
            clause.head.lower_ not in words("announcing")
            or clause.head.i > first.i
            or subject is None
            or first.i != subject.left_edge.i
            or _points(subject)
            or subject.tag_ in ("WP", "WDT", "PRP")
        ):
            continue
        rest = doc.text[first.idx : _end(doc)]
        if first.lower_ in ("its", "their") or _is_about_author(rest, subject, names):
            return ""
        return capitalised(rest)
    return ""


def _is_about_author(text: str, subject: Token, names: Collection[str]) -> bool:
    if any(word in _FIRST for word in re.findall(r"\w+", text.casefold())):
        return True
    phrase = " ".join(token.text for token in subject.subtree).casefold()
    return any(name.casefold() in phrase for name in names if name)


# We make sure that your order arrives on time -> Your order arrives on time


def _promise(doc: Doc) -> str:
    root = _root(doc)
    if root is None or not _is_ours_subject(root) or _is_negated(root):
        return ""
    said = doc.text[root.idx :].casefold()
    if not said.startswith(tuple(words("promising"))):
        return ""
    clauses = (t for t in doc if t.dep_ in ("ccomp", "advcl") and t.tag_[0] == "V")
    clause = next((t for t in clauses if t.i > root.i), None)
    if clause is None or not _is_about_reader(clause):
        return ""
    first = clause.left_edge
    if first.lower_ == "that":
        first = first.nbor(1)
    if first.dep_ == "advmod" or root.i + 3 < first.i:
        return ""
    return capitalised(doc.text[first.idx : _end(doc)])


def _is_about_reader(clause: Token) -> bool:
    subject = next((c for c in clause.children if c.dep_ in _SUBJECTS), None)
    return subject is not None and (
        subject.lower_ == "you" or any(c.lower_ == "your" for c in subject.children)
    )


# The low body fits under sofas, so you need not move them -> You need not move them, because …


def _outcome_first(text: str, doc: Doc, engine: Engine) -> str:
    found = list(_SO.finditer(text))
    if len(found) != 1:
        return ""
    cause, outcome = text[: found[0].start()], text[found[0].end() : _end(doc)]
    if not _can_part(cause, outcome) or not _can_lead(outcome, engine):
        return ""
    before = engine.parse(cause + ".")
    head = _root(before)
    if head is None or _opens_with_clause(before, head) or _leans_back(before[0]):
        return ""
    led = inside(cause, before[0])
    if any(child.dep_ in _SUBJECTS for child in head.children):
        return fill("flip.because", outcome=capitalised(outcome), cause=led)
    if head.tag_ not in NOUNS:
        return ""
    if head.tag_ == "NN" and takes_article(cause[: head.idx + len(head)]):
        led = f"{article(led)} {led}"
    return fill("flip.thanks", outcome=capitalised(outcome), cause=led)


def _can_part(cause: str, outcome: str) -> bool:
    """Whether the two halves of a sentence are plain enough to change places."""
    if set(cause + outcome) & set(":;("):
        return False
    enough = len(outcome.split()) > 2 and len(cause.split()) > 1
    return enough and outcome.count(", ") < 2 and not outcome.endswith(" to")


def _can_lead(outcome: str, engine: Engine) -> bool:
    """Whether an outcome is a clause that leans on nothing in front of it."""
    doc = engine.parse(capitalised(outcome) + ".")
    root = _root(doc)
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None) if root else None
    if subject is None or _is_ours(subject):
        return False
    return not _has_pointer(doc) and not _leans_back(doc[0])


def _leans_back(first: Token) -> bool:
    return first.lower_ in words("linking") | words("pointing")


def _opens_with_clause(doc: Doc, head: Token) -> bool:
    """Whether a subordinate clause or an order stands in front."""
    return any(t.dep_ in ("advcl", "mark") and t.i < head.i for t in doc) or (
        head.tag_ == "VB" and not any(child.dep_ in _SUBJECTS for child in head.children)
    )


def _has_pointer(doc: Doc) -> bool:
    """Whether a clause leans on the one in front of it by a pronoun."""
    return any(
        token.lower_ in words("pointing")
        and token.tag_ in ("PRP", "PRP$", "DT")
        and not (token.tag_ == "DT" and token.dep_ == "det")
        for token in doc
    )


# The battery lets you film all day -> You can film all day, thanks to the battery


def _enabled(doc: Doc, engine: Engine) -> str:
    root = _root(doc)
    if root is None or engine.lemma(root) not in words("enabling") or _is_negated(root):
        return ""
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    does = next((c for c in root.children if c.dep_ in ("ccomp", "xcomp")), None)
    if subject is None or does is None or does.tag_ != "VB" or _has_second(root):
        return ""
    who = next((c for c in does.children if c.dep_ == "nsubj"), None)
    if who is None or not (who.lower_ == "you" or any(c.lower_ == "your" for c in who.children)):
        return ""
    if root.tag_ not in ("VBZ", "VBP") or who.left_edge.i != root.i + 1:
        return ""
    verb = does if does.i == who.right_edge.i + 1 else None
    if verb is None:
        to = who.right_edge.nbor(1)
        if to.lower_ != "to" or to.i + 1 != does.i:
            return ""
    before = doc.text[: subject.left_edge.idx].strip(" ,")
    between = doc.text[subject.right_edge.idx + len(subject.right_edge) : root.idx].strip()
    if before or between or subject.lower_ in words("pointing"):
        return ""
    thing = doc.text[subject.left_edge.idx : subject.right_edge.idx + len(subject.right_edge)]
    if subject.lower_ in _FIRST:
        return ""
    reader = doc.text[who.left_edge.idx : who.idx + len(who)]
    rest = doc.text[does.idx : _end(doc)]
    template = "flip.with_help" if engine.lemma(root) == "help" else "flip.can"
    return fill(template, reader=capitalised(reader), does=rest, thing=inside(thing, doc[0]))


# We offer free delivery -> You get free delivery


def _given(doc: Doc, engine: Engine) -> str:
    root = _root(doc)
    if root is None or engine.lemma(root) not in words("giving") or root.tag_ not in ("VBZ", "VBP"):
        return ""
    if _is_negated(root) or _has_second(root) or not _is_bare_subject(root):
        return ""
    thing = next((c for c in root.children if c.dep_ == "dobj"), None)
    to_whom = next((c for c in root.children if c.dep_ == "dative"), None)
    if thing is None or (to_whom is not None and to_whom.lower_ not in ("you", "to", "for")):
        return ""
    between = doc[root.i + 1 : thing.left_edge.i]
    if any(t.lower_ != "you" for t in between):
        return ""
    rest = doc.text[thing.left_edge.idx : _end(doc)]
    if any(c.dep_ == "prep" and c.lower_ in ("with", "to", "for") for c in root.children):
        rest, count = _FOR_READER.subn("", rest, count=1)
        if not count:
            return ""
    else:
        rest = _FOR_READER.sub("", rest, count=1)
    if engine.lemma(root) in words("giving_with") and " with " in rest:
        return ""
    said = rest.casefold().split()
    if set(said) & (_FIRST | {"you", "your", "clients", "customers"}):
        return ""
    lead = doc.text[: next(c for c in root.children if c.dep_ == "nsubj").left_edge.idx].strip()
    if lead:
        return ""
    text = fill("flip.get", thing=rest)
    return text if _keeps(doc, root, text) else ""


# We check your boiler every autumn -> Your boiler is checked every autumn


def _done_to_yours(doc: Doc, engine: Engine) -> str:
    root = _root(doc)
    if root is None or not _is_plain_deed(doc, root) or engine.lemma(root) in words("felt"):
        return ""
    thing = next((c for c in root.children if c.dep_ == "dobj"), None)
    if thing is None or thing.left_edge.i != root.i + 1:
        return ""
    be = _be(root, many=thing.tag_ in ("NNS", "NNPS"))
    end = thing.right_edge.idx + len(thing.right_edge)
    what, rest = doc.text[thing.left_edge.idx : end], doc.text[end : _end(doc)]
    ours = set(re.findall(r"\w+", rest.casefold())) & _FIRST
    if not be or ours or " and " in what or not any(c.lower_ == "your" for c in thing.children):
        return ""
    text = capitalised(f"{what} {be} {inflected(engine.lemma(root), 'VBN')}{rest}")
    return text if _keeps(doc, root, text) else ""


_MORE_THAN_OBJECT = frozenset({"xcomp", "ccomp", "advcl", "prt", "oprd", "dative"})


def _is_plain_deed(doc: Doc, root: Token) -> bool:
    """Whether the sentence says no more than that the author does something to something."""
    if _is_negated(root) or _has_second(root) or not _is_bare_subject(root):
        return False
    if any(child.dep_ in _MORE_THAN_OBJECT for child in root.children):
        return False
    subject = next(c for c in root.children if c.dep_ == "nsubj")
    return not doc.text[: subject.left_edge.idx].strip()


def _be(root: Token, *, many: bool) -> str:
    """Return the form of "to be" for the passive of a verb, or nothing where it is unclear."""
    auxiliary = [child.lower_ for child in root.children if child.dep_ == "aux"]
    if auxiliary:
        return "will be" if auxiliary in (["will"], ["'ll"], ["’ll"]) else ""
    forms = {"VBD": ("was", "were"), "VBZ": ("is", "are"), "VBP": ("is", "are")}
    return forms.get(root.tag_, ("", ""))[many]


# What the patterns share


def _root(doc: Doc) -> Token | None:
    return next((token for token in doc if token.dep_ == "ROOT"), None)


def _end(doc: Doc) -> int:
    """Return the offset behind the last word, in front of the sentence's last mark."""
    end = len(doc.text.rstrip())
    while end and doc.text[end - 1] in ".!? ":
        end -= 1
    return end


def _is_ours(token: Token) -> bool:
    return token.lower_ in _FIRST or any(c.lower_ in _FIRST for c in token.children)


def _points(token: Token) -> bool:
    return token.lower_ in words("pointing")


def _is_ours_subject(root: Token) -> bool:
    return any(c.dep_ == "nsubj" and _is_ours(c) for c in root.children)


def _is_bare_subject(root: Token) -> bool:
    """Whether the subject is nobody but the author: "we", a name, but not "we and our partners"."""
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    return all(
        t.dep_ in ("poss", "det", "compound", "nsubj", "case", "amod") for t in subject.subtree
    )


def _is_negated(root: Token) -> bool:
    return any(t.dep_ == "neg" or t.lower_ in ("no", "never", "without") for t in root.subtree)


def _has_second(root: Token) -> bool:
    """Whether a second verb is joined to it."""
    return any(c.dep_ in ("conj", "cc") for c in root.children)


def _keeps(doc: Doc, root: Token, text: str) -> bool:
    """Whether every word with a meaning, but for author and verb, lives on in ``text``."""
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    dropped = {root.i, *(t.i for t in subject.subtree)} if subject is not None else {root.i}
    kept = " ".join(t.text for t in doc if t.i not in dropped and t.is_alpha)
    lost = stems(kept) - stems(text)
    return lost <= {"client", "custom", "reader"}
