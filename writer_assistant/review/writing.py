"""Changing the text of a review's file; see ``file``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.errors import UserError
from writer_assistant.persona.locate import KeyPath, Place, locate
from writer_assistant.persona.toml import read_toml
from writer_assistant.review.model import Answer, Decision, Figures, Note, Review
from writer_assistant.review.reading import FORMAT, read_review
from writer_assistant.text.span import Edit, Span, apply_edits

_HEAD = f"""\
# A review, kept beside its draft by Writer Assistant. Notes and decisions are found again by their
# words and the words around them.
format = {FORMAT}
"""
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?")
_ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r",
}  # fmt: skip


def changed(text: str, new: Review, where: str) -> str:
    """Return the text of a review's file so that it says ``new``; the rest stays as it stands.

    Args:
        text: the file's text, empty for a new one.
        new: what it is to say.
        where: what to call the file in messages.

    Raises:
        UserError: if ``text`` is no review, or is written in a way that cannot be changed.
    """
    old = read_review(text, where)
    source = text if text.strip() else _HEAD
    if source and not source.endswith("\n"):
        source += "\n"
    writer = _Writer(source)
    if (old.baseline, old.began) != (new.baseline, new.began):
        writer.baseline(new)
    writer.entries("note", old.notes, new.notes)
    writer.entries("decision", old.decisions, new.decisions)
    made = writer.done()
    if not _says(made, new):
        raise UserError(
            "the notes are written in a way that cannot be changed here",
            where,
            "Write each under a heading of its own: [[note]].",
        )
    return made


def _says(text: str, review: Review) -> bool:
    try:
        return read_review(text, "") == review
    except UserError:
        return False


class _Writer:
    """Collects changes to the text of a file."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._values = read_toml(source)
        self._places = locate(source)
        self._edits: list[Edit] = []
        self._tail: list[str] = []

    def done(self) -> str:
        """Return the text with all changes."""
        made = apply_edits(self._source, self._edits)
        for block in self._tail:
            made = f"{made.rstrip()}\n\n{block}"
        return made

    def baseline(self, review: Review) -> None:
        """Let the figures be those of ``review``."""
        block = _baseline(review)
        place = self._places.get(("baseline",))
        if place is None:
            # In front of all other headings.
            headings = [p.value for path, p in self._places.items() if path and _is_header(path)]
            at = min(headings, default=len(self._source))
            gap = "" if self._source[:at].endswith("\n\n") else "\n"
            self._edits.append(Edit(Span(at, at), f"{gap}{block}\n"))
        else:
            self._edits.append(Edit(self._whole(place), block))

    def entries(
        self, key: str, old: Sequence[Note | Decision], new: Sequence[Note | Decision]
    ) -> None:
        """Let the entries of ``key`` be ``new``."""
        left = {entry.id: entry for entry in new}
        for number, entry in enumerate(old):
            path = key, number
            if entry.id not in left:
                self._edits.append(Edit(self._whole(self._places[path]), ""))
            else:
                self._change(path, entry, left.pop(entry.id))
        self._tail += [_block(key, entry) for entry in left.values()]

    def _change(self, path: tuple[str, int], old: Note | Decision, new: Note | Decision) -> None:
        before, after = _values(old), _values(new)
        key, number = path
        if self._values[key][number].get("id") != new.id:  # it was written by hand
            after = {"id": _string(new.id), **after}
        for key, value in after.items():
            place = self._places.get((*path, key))
            if before.get(key) == value:
                continue
            if place is not None:
                self._edits.append(Edit(Span(place.value, place.end), value))
            else:
                at = self._behind_header(path)
                self._edits.append(Edit(Span(at, at), f"{key} = {value}\n"))
        for key in before.keys() - after.keys():
            place = self._places.get((*path, key))
            if place is not None:
                self._edits.append(Edit(self._whole(place, place.key), ""))
        if isinstance(old, Note) and isinstance(new, Note):
            more = new.answers[len(old.answers) :]
            if more:
                at = self._whole(self._places[path]).end
                blocks = "\n".join(_answer(answer) for answer in more)
                self._edits.append(Edit(Span(at, at), f"\n{blocks}"))

    def _behind_header(self, path: KeyPath) -> int:
        place = self._places[path]
        return self._source.index("\n", place.value) + 1

    def _whole(self, place: Place, start: int | None = None) -> Span:
        """Return a place with the rest of its last line."""
        end = self._source.find("\n", place.end)
        return Span(place.value if start is None else start, end + 1 or len(self._source))


def _is_header(path: KeyPath) -> bool:
    return path[0] in {"baseline", "note", "decision"} or isinstance(path[-1], int)


def _block(key: str, entry: Note | Decision) -> str:
    lines = [f"[[{key}]]", f"id = {_string(entry.id)}"]
    lines += (f"{name} = {value}" for name, value in _values(entry).items())
    block = "\n".join(lines) + "\n"
    if isinstance(entry, Note):
        block += "".join(f"\n{_answer(answer)}" for answer in entry.answers)
    return block


def _values(entry: Note | Decision) -> dict[str, str]:
    """Return the keys of an entry and their values as TOML; what is empty is left out."""
    anchor = entry.anchor
    if isinstance(entry, Note):
        values = {"words": _string(anchor.text), "text": _string(entry.text)}
    else:
        values = {
            "what": _string(entry.what.value),
            "kind": _string(entry.kind.value),
            "was": _string(entry.was),
            "words": _string(anchor.text),
            "reason": _string(entry.reason),
        }
    values |= {"by": _string(entry.by), "on": _time(entry.on)}
    if isinstance(entry, Note):
        values["done"] = "true" if entry.done else "false"
    values |= {"before": _list(anchor.before), "after": _list(anchor.after)}
    return {key: value for key, value in values.items() if value not in {'""', "[]"}}


def _answer(answer: Answer) -> str:
    values = {"text": _string(answer.text), "by": _string(answer.by), "on": _time(answer.on)}
    lines = (f"{key} = {value}\n" for key, value in values.items() if value != '""')
    return "[[note.answer]]\n" + "".join(lines)


def _baseline(review: Review) -> str:
    figures = review.baseline or Figures()
    values: dict[str, object] = {
        "words": figures.words,
        "focus": figures.focus,
        "customer_first": figures.customer_first,
        "customer_last": figures.customer_last,
        "reading_grade": figures.reading_grade,
    }
    lines = ["[baseline]", f"on = {_time(review.began)}"]
    for key, value in values.items():
        if isinstance(value, bool):
            lines.append(f"{key} = {'true' if value else 'false'}")
        elif value is not None:
            lines.append(f"{key} = {value!r}")
    for kind in Kind:
        counts = ", ".join(
            f"{severity.value} = {figures.count(kind, severity)}"
            for severity in Severity
            if figures.count(kind, severity)
        )
        if counts:
            lines.append(f"findings.{kind.value} = {{ {counts} }}")
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    if "\n" not in text:
        return f'"{"".join(map(_escaped, text))}"'
    # Over several lines, so that it reads as it was written.
    lines = "\n".join("".join(map(_escaped, line)) for line in text.split("\n"))
    return f'"""\n{lines}"""'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character < " " or character == "\x7f":
        return f"\\u{ord(character):04X}"
    return character


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_string, words))}]"


def _time(iso: str) -> str:
    if _TIME.fullmatch(iso):
        try:
            datetime.fromisoformat(iso)
        except ValueError:
            return _string(iso)
        return iso
    return _string(iso)
