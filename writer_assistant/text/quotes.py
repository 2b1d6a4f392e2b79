"""Quoted speech: which words in a paragraph are somebody else's.

Spans are of the prose, quotation marks included. Names of things and words used with raised
eyebrows ("robust") stand in quotation marks too and are not speech.
"""

from __future__ import annotations

import re

from writer_assistant.text.span import Span

_MARKS = re.compile("[\"“”„‟«»‹›‘’‚']")
_CLOSERS = {
    '"': '"', "“": "”", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "'": "'’", "‘": "’'", "‚": "‘’",
}  # fmt: skip
_ALWAYS_OPEN = "“„‟«‹‘‚"
_SPACED = "«‹"
_SINGLE = "'‘‚"
_PAUSES = ".,!?…"
_BEFORE_SPEECH = ".!?…:,;—–-"
_BEFORE_MARK = "([{—–-/"
_FEW_WORDS = 3
"""Up to so many words may be a name or a scare quote; more are somebody's words."""
_FARTHEST = 200
"""How many marks ahead a closing one is looked for; keeps odd input linear."""


def find_quotes(prose: str) -> tuple[Span, ...]:
    """Return the spans of quoted speech in a paragraph, outermost ones only, in order.

    A quotation that the paragraph does not close runs to its end, where it begins like speech:
    the next paragraph carries it on.
    """
    marks = [match.start() for match in _MARKS.finditer(prose)]
    found: list[Span] = []
    index = 0
    while index < len(marks):
        start = marks[index]
        if not _opens(prose, start):
            index += 1
            continue
        close = _close(prose, marks, index)
        if close is None:
            if _runs_on(prose, start):
                found.append(Span(start, len(prose)))
                break
            index += 1
        elif _is_speech(prose, start, marks[close]):
            found.append(Span(start, marks[close] + 1))
            index = close + 1
        else:
            index += 1  # what is no speech as a whole may hold some
    return tuple(found)


def _opens(prose: str, at: int) -> bool:
    mark, before, after = prose[at], prose[at - 1 : at] if at else "", prose[at + 1 : at + 2]
    if not after or before.isalnum() or (after == " " and mark not in _SPACED):
        return False
    if mark in _SINGLE and after.isdigit():
        return False  # the '90s
    if mark in _ALWAYS_OPEN:
        return True
    return mark != "’" and (not before or before in _BEFORE_MARK or before in " \"“‘'")


def _closes(prose: str, at: int) -> bool:
    before, after = prose[at - 1], prose[at + 1 : at + 2]
    return not after.isalnum() and (before != " " or prose[at] in "»›")


def _close(prose: str, marks: list[int], index: int) -> int | None:
    """Return the index of the mark that closes the one at ``index``."""
    mark = prose[marks[index]]
    closers = _CLOSERS[mark]
    candidates: list[int] = []
    for other in range(index + 1, min(len(marks), index + _FARTHEST)):
        at = marks[other]
        if prose[at] in closers and _closes(prose, at):
            if mark in _SINGLE:
                candidates.append(other)
            elif not (mark == '"' and _is_inches(prose, marks, other)):
                return other
        elif prose[at] == mark and _opens(prose, at):
            break
    return _single_close(prose, marks, candidates)


def _is_inches(prose: str, marks: list[int], index: int) -> bool:
    """Whether a straight mark behind a figure means inches, because another one closes."""
    if not prose[marks[index] - 1].isdigit():
        return False
    later = (at for at in marks[index + 1 : index + _FARTHEST] if prose[at] == '"')
    return (at := next(later, None)) is not None and not _opens(prose, at)


def _single_close(prose: str, marks: list[int], candidates: list[int]) -> int | None:
    """Choose among single marks, most of which may be apostrophes."""
    for other in candidates:
        if prose[marks[other] - 1] in _PAUSES:
            return other
    for other in candidates:
        at = marks[other]
        if prose[at - 1] != "s" or prose[at + 1 : at + 2] != " ":
            return other
    return None


def _begins(prose: str, start: int) -> bool:
    """Whether a quotation at ``start`` stands where somebody begins to speak."""
    at = start - 1
    while at >= 0 and (prose[at] == " " or (prose[at] in '”"’»' and at < start - 1)):
        at -= 1
    return at < 0 or prose[at] in _BEFORE_SPEECH


def _is_speech(prose: str, start: int, end: int) -> bool:
    inner = prose[start + 1 : end].strip()
    if len(inner.split(maxsplit=_FEW_WORDS)) > _FEW_WORDS:
        return True
    return inner[:1].isupper() and inner[-1] in _PAUSES and _begins(prose, start)


def _runs_on(prose: str, start: int) -> bool:
    mark = prose[start]
    if mark not in '“„«"' or prose.find(mark, start + 1) >= 0 or not _begins(prose, start):
        return False
    return len(prose[start + 1 :].split(maxsplit=_FEW_WORDS)) > _FEW_WORDS
