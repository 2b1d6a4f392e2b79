"""A draft with what is said of it: marks in the text, remarks below its paragraphs."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from html import escape

from writer_assistant.analysis.finding import Finding, Severity
from writer_assistant.output.review_figures import KIND_NAMES
from writer_assistant.output.review_text import lines, shown
from writer_assistant.review.model import Decided, Decision, Note
from writer_assistant.text.draft import Block, Paragraph
from writer_assistant.text.markup import read_draft
from writer_assistant.text.span import Span

Tie = Callable[[tuple[int, ...]], str]
"""Makes the target of a link of the numbers of the remarks that a stretch of the draft belongs to.

For a shell that draws the marks itself and has to find them again."""

_AS_IT_STANDS = frozenset(
    {Block.CODE, Block.TABLE, Block.FRONT_MATTER, Block.COMMENT, Block.HTML, Block.DEFINITION}
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the report says of the draft.

    Attributes:
        number: by which words and remark refer to each other.
        about: the finding, note or decision.
        span: its words, in code points; None if they are gone, or it is about the whole draft.
    """

    number: int
    about: Finding | Note | Decision
    span: Span | None

    @property
    def marks(self) -> str:
        """How its words are marked, as a class of the page."""
        match self.about:
            case Finding(kind=kind, severity=severity):
                return f"{kind.value} {severity.value}"
            case Note():
                return "noted"
            case Decision(what=Decided.USED):
                return "used"
        return "ignored"

    @property
    def name(self) -> str:
        """What sort of remark it is, in a word or two."""
        match self.about:
            case Finding(kind=kind):
                return KIND_NAMES[kind]
            case Note():
                return "note"
        return self.marks


def marked_draft(
    text: str, said: Sequence[Remark], tie: Tie | None = None, *, markup: bool = True
) -> str:
    """Return a draft as HTML: its paragraphs, their marks, and below each what is said of it.

    Args:
        text: the draft, lines ended by a line feed.
        said: the remarks that have a place in it, in order.
        tie: for a shell that draws the marks itself.
        markup: whether its Markdown means anything.
    """
    draft = read_draft(text, markup=markup)
    parts: list[str] = []
    left = deque(remark for remark in said if remark.span is not None)
    reaching: list[Remark] = []
    for paragraph in draft.paragraphs:
        end = paragraph.span.end
        here: list[Remark] = []
        while left and _span(left[0]).start <= end:
            here.append(left.popleft())
        parts.append(_paragraph(paragraph, reaching, here, tie))
        if here:
            parts.append(remark_list(here))
        # A mark may go on in the next paragraph; what it says is told once.
        reaching = [remark for remark in (*reaching, *here) if _span(remark).end > end]
    parts.append(remark_list(left))
    return "\n".join(part for part in parts if part)


def _span(remark: Remark) -> Span:
    assert remark.span is not None  # noqa: S101
    return remark.span


def _paragraph(
    paragraph: Paragraph, reaching: Sequence[Remark], here: Sequence[Remark], tie: Tie | None
) -> str:
    """Return a paragraph with its marks; ``reaching`` are those that began before it."""
    content = paragraph.content
    shown_from, tag, kind = paragraph.start, "p", "text"
    if content.block is Block.HEADING:
        marks = len(content.text) - len(content.text.lstrip(" #"))
        level = content.text[:marks].count("#") or 1
        shown_from += marks
        tag = f"h{min(level + 2, 6)}"
    elif content.block in _AS_IT_STANDS:
        tag, kind = "pre", "code"
    area = Span(shown_from, paragraph.span.end)
    inner = _stretches(content.text[shown_from - paragraph.start :], area, reaching, here, tie)
    return f'<{tag} class="{kind}" dir="auto">{inner}</{tag}>'


def _stretches(
    text: str,
    area: Span,
    reaching: Sequence[Remark],
    here: Sequence[Remark],
    tie: Tie | None,
) -> str:
    """Return ``text``, which covers ``area`` of the draft, with its marks."""
    begins, ends = defaultdict[int, list[Remark]](list), defaultdict[int, list[Remark]](list)
    for remark in here:
        span = _clipped(_span(remark), area)
        begins[span.start].append(remark)
        ends[span.end].append(remark)
    edges = sorted({area.start, area.end, *begins, *ends, *(_end_in(r, area) for r in reaching)})
    around = list(reaching)
    parts: list[str] = []
    for number, edge in enumerate(edges):
        around = [remark for remark in around if _span(remark).end > edge]
        parts.append(_references([r for r in ends[edge] if r not in begins[edge]]))
        for remark in begins[edge]:
            parts.append(_was(remark))
            if remark not in ends[edge]:
                around.append(remark)
        parts.append(_references([r for r in begins[edge] if r in ends[edge]]))
        if number + 1 < len(edges):
            piece = text[edge - area.start : edges[number + 1] - area.start]
            parts.append(_stretch(piece, around, tie))
    return "".join(parts)


def _end_in(remark: Remark, area: Span) -> int:
    return _clipped(_span(remark), area).end


def _clipped(span: Span, area: Span) -> Span:
    start, end = (min(max(edge, area.start), area.end) for edge in (span.start, span.end))
    return Span(start, end)


def _was(remark: Remark) -> str:
    decision = remark.about
    if isinstance(decision, Decision) and decision.was:
        return f"<del>{shown(decision.was)} </del>"
    return ""


def _stretch(text: str, around: Sequence[Remark], tie: Tie | None) -> str:
    inner = shown(text)
    drawn = [remark for remark in around if remark.marks != "ignored"]
    if not drawn:
        return inner
    if tie is not None:
        return f'<a href="{escape(tie(tuple(remark.number for remark in drawn)))}">{inner}</a>'
    for remark in reversed(drawn):  # the longest is the first, and goes around the others
        is_new = remark.marks == "used"
        inner = f"<ins>{inner}</ins>" if is_new else f'<span class="{remark.marks}">{inner}</span>'
    return inner


def _references(said: Sequence[Remark]) -> str:
    links = ",".join(
        f'<a href="#r{remark.number}" id="m{remark.number}" '
        f'aria-label="Remark {remark.number}: {remark.name}">{remark.number}</a>'
        for remark in said
    )
    return f"<sup>{links}</sup>" if links else ""


def remark_list(said: Collection[Remark], *, gone: bool = False) -> str:
    """Return remarks as a list; with ``gone``, each tells itself what it is about."""
    if not said:
        return ""
    items = "".join(f"{_item(remark, gone=gone)}\n" for remark in said)
    return f'<ul class="said">\n{items}</ul>\n'


def _item(remark: Remark, *, gone: bool) -> str:
    number = str(remark.number)
    if not gone:
        number = (
            f'<a href="#m{remark.number}" aria-label="Remark {remark.number}, back to its words">'
            f"{remark.number}</a>"
        )
    match remark.about:
        case Finding():
            said = _finding(remark.about)
        case Note():
            said = _note(remark.about, gone=gone)
        case Decision():
            said = _decision(remark.about, gone=gone)
    return f'<li id="r{remark.number}" class="{remark.marks}">{number} {said}</li>'


def _finding(finding: Finding) -> str:
    subkind = f", {finding.subkind}" if finding.subkind else ""
    mild = ", mild" if finding.severity is Severity.MILD else ""
    heading = f"{KIND_NAMES[finding.kind]}{subkind}{mild}"
    return f"<strong>{shown(heading)}.</strong> {shown(finding.reason)}"


def _note(note: Note, *, gone: bool) -> str:
    done = " (ticked off)" if note.done else ""
    words = f"<q>{shown(note.anchor.text)}</q> " if gone and note.anchor.text.strip() else ""
    text = f"<strong>Note{shown(_who(note.by))}{done}:</strong> {words}{lines(note.text)}"
    for answer in note.answers:
        text += f"<br>\n<strong>Answer{shown(_who(answer.by))}:</strong> {lines(answer.text)}"
    return text


def _decision(decision: Decision, *, gone: bool) -> str:
    kind = shown(KIND_NAMES[decision.kind])
    if decision.what is Decided.IGNORED:
        words = f" <q>{shown(decision.anchor.text)}</q>" if gone else ""
        reason = f": {lines(decision.reason)}" if decision.reason else "."
        return f"<strong>Ignored, {kind}</strong>{words}{reason}"
    was = f" instead of <del>{lines(decision.was)}</del>" if decision.was else ""
    words = decision.anchor.text
    now = f"<ins>{lines(words)}</ins>{was}" if words else f"<del>{lines(decision.was)}</del>"
    what = "Changed" if words else "Taken out"
    return f"<strong>{what}, {kind}:</strong> {now}"


def _who(name: str) -> str:
    return f" by {name}" if name else ""
