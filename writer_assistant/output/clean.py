"""A draft as it leaves the program: no invisible characters, no comments, no editor's marks.

What is kept on purpose:

- No-break spaces inside numbers (``1 000``), before a sign that counts (``5 %``, ``20 €``) and
  beside French punctuation: there they keep together what belongs together. Everywhere else they
  come from word processors and break searching and wrapping, and become ordinary spaces.
- Zero-width joiners inside emoji and in the scripts that spell with them, variation selectors
  behind the characters that have variants, tags in flag emoji, direction marks in lines with
  right-to-left letters, and the ideographic space.
- The end of every line as typed. Code keeps its comments.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from writer_assistant.analysis.finding import GAP
from writer_assistant.text.draft import Block, Draft
from writer_assistant.text.span import Edit, Span, apply_edits


class Cleaning(StrEnum):
    """What is cleaned, in words for a person."""

    FRONT_MATTER = "Front matter left out"
    COMMENT = "Comments left out"
    EDITOR_MARK = "Editor’s marks left out"
    INVISIBLE = "Invisible characters removed"
    CONTROL = "Control characters removed"
    SPACE = "Odd spaces made ordinary"
    LINE_BREAK = "Odd line breaks made ordinary"
    LETTER = "Odd letters and hyphens made ordinary"
    TRAILING = "Line ends freed of spaces"
    BLANK_LINES = "Gaps of more than two blank lines closed"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned draft.

    Attributes:
        text: what is left, without a line break at either end.
        counts: how often each cleaning was needed, in the order of ``Cleaning``.
        gaps: how many ``[…]`` the writer still has to fill in; they stay.
    """

    text: str
    counts: dict[Cleaning, int]
    gaps: int


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# CriticMarkup (criticmarkup.com): {>>a note<<} goes, {==what it is about==} stays without marks.
_NOTE = re.compile(r"\{>>.*?<<\}", re.DOTALL)
_MARKED = re.compile(r"\{==(.*?)==\}", re.DOTALL)
_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

_JOINERS = "\u200c\u200d"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WITHOUT_USE = "\u00ad\u034f\u115f\u1160\u180e\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
_INVISIBLE = re.compile(f"[{_JOINERS}\u200b{_DIRECTION}{_WITHOUT_USE}{_SELECTORS}{_TAGS}]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffc]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LETTER = re.compile("[\u2010\u2011]|[\ufb00-\ufb06][\u0300-\u036f]*|[^\\W\\d_][\u0300-\u036f]+")
_TRAILING = re.compile("[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile("\n{4,}")

# First word of the Unicode names of letters that are spelled with joiners, and of those between
# which a zero-width space is the only sign of a word's end (Unicode Standard, 23.2).
_JOINING_SCRIPTS = frozenset(
    {
        "ARABIC",
        "SYRIAC",
        "MANDAIC",
        "MONGOLIAN",
        "NKO",
        "ADLAM",
        "PHAGS",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "TIBETAN",
        "BALINESE",
        "JAVANESE",
        "KHMER",
        "MYANMAR",
    }
)
_SPACELESS_SCRIPTS = frozenset(
    {"THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BALINESE", "JAVANESE", "CJK"}
)
_VARIANT_SCRIPTS = frozenset({"CJK", "MONGOLIAN", "MYANMAR", "PHAGS", "MANICHAEAN"})
_BLACK_FLAG = "\U0001f3f4"
_EMOJI_WITH_DIGITS = frozenset("#*0123456789\u203c\u2049\u3030\u303d\u00a9\u00ae")
_FRENCH = frozenset("!?;:»")
_SIGNS = frozenset("%‰°€$£¥")


def clean(draft: Draft) -> Cleaned:
    """Return ``draft`` as it may be pasted anywhere."""
    counts: dict[Cleaning, int] = {}
    text = apply_edits(draft.text, _left_out(draft, counts))
    for cleaning, pattern, replacement in _PASSES:
        text = _replaced(text, pattern, replacement, cleaning, counts)
    text = text.strip("\n")
    ordered = {cleaning: counts[cleaning] for cleaning in Cleaning if counts.get(cleaning)}
    return Cleaned(text, ordered, text.count(GAP))


def with_invisible_shown(text: str) -> str:
    """Return ``text`` with a visible stand-in for every character that ``clean`` may take away."""

    def shown(match: re.Match[str]) -> str:
        if _kept(match) if _INVISIBLE.match(match.group()) else _space(match) != " ":
            return match.group()
        return f"⟨{_short_name(match.group())}⟩"

    text = _CONTROL.sub(lambda match: f"⟨{_short_name(match.group())}⟩", text)
    text = _LINE_BREAK.sub(lambda match: "⟨line break⟩\n" if match.group() > "\x84" else "\n", text)
    return re.sub(f"{_INVISIBLE.pattern}|{_SPACE.pattern}", shown, text)


def _short_name(character: str) -> str:
    known = {"\u00a0": "no-break space", "\ufeff": "byte order mark", "\u00ad": "soft hyphen"}
    return known.get(character) or unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _left_out(draft: Draft, counts: dict[Cleaning, int]) -> Iterator[Edit]:
    """Yield what takes front matter, comments and editor's marks out of the text."""
    for paragraph in draft.paragraphs:
        block, text = paragraph.content.block, paragraph.content.text
        if block in (Block.FRONT_MATTER, Block.COMMENT):
            which = Cleaning.COMMENT if block is Block.COMMENT else Cleaning.FRONT_MATTER
            counts[which] = counts.get(which, 0) + 1
            yield Edit(_with_blank_line(draft.text, paragraph.span), "")
        elif block is not Block.CODE and ("<!--" in text or "{" in text):
            for edit in _marks(text, counts):
                yield Edit(edit.span.shifted(paragraph.start), edit.text)


def _with_blank_line(text: str, span: Span) -> Span:
    """Return ``span`` with the line breaks behind it, so that no double gap is left."""
    end = span.end
    while end < len(text) and text[end] == "\n":
        end += 1
    return Span(span.start, end)


def _marks(text: str, counts: dict[Cleaning, int]) -> Iterator[Edit]:
    code = [Span(*match.span()) for match in _INLINE_CODE.finditer(text)]
    taken: list[Span] = []
    for pattern, cleaning in (
        (_COMMENT, Cleaning.COMMENT),
        (_NOTE, Cleaning.EDITOR_MARK),
        (_MARKED, Cleaning.EDITOR_MARK),
    ):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in (*code, *taken)):
                continue
            taken.append(span)
            counts[cleaning] = counts.get(cleaning, 0) + 1
            yield (
                Edit(_with_spare_space(text, span), "")
                if pattern is not _MARKED
                else Edit(span, match.group(1))
            )


def _with_spare_space(text: str, span: Span) -> Span:
    """Return ``span`` with the space before it where another one follows, or nothing does."""
    if (
        span.start
        and text[span.start - 1] == " "
        and text[span.end : span.end + 1] in ("", " ", "\n")
    ):
        return Span(span.start - 1, span.end)
    return span


def _replaced(
    text: str,
    pattern: re.Pattern[str],
    replacement: Callable[[re.Match[str]], str],
    cleaning: Cleaning,
    counts: dict[Cleaning, int],
) -> str:
    changed = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal changed
        new = replacement(match)
        changed += new != match.group()
        return new

    text = pattern.sub(replace, text)
    if changed:
        counts[cleaning] = counts.get(cleaning, 0) + changed
    return text


def _script(character: str) -> str:
    """Return the first word of the name of a letter, mark or figure; empty for all else."""
    if character == "" or unicodedata.category(character).startswith("C"):
        return ""  # an invisible one may itself be taken away
    return unicodedata.name(character, "").split(" ")[0].split("-")[0]


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    """Return the characters on both sides of a match; empty at the text's ends."""
    text = match.string
    return text[match.start() - 1 : match.start()] if match.start() else "", text[
        match.end() : match.end() + 1
    ]


def _kept(match: re.Match[str]) -> bool:
    """Whether an invisible character has work to do where it stands."""
    character = match.group()
    before, after = _neighbours(match)
    if character in _JOINERS:
        return _script(before) in _JOINING_SCRIPTS or (
            character == "\u200d" and _ends_emoji(match) and _is_symbol(after)
        )
    if character == "\u180e":
        return _script(before) == "MONGOLIAN"
    if character == "\u200b":
        return _script(before) in _SPACELESS_SCRIPTS and _script(after) in _SPACELESS_SCRIPTS
    if re.match(f"[{_DIRECTION}]", character):
        return _has_right_to_left(match)
    if re.match(f"[{_SELECTORS}]", character):
        return _has_variants(before)
    if re.match(f"[{_TAGS}]", character):
        start = match.start()
        while start and re.match(f"[{_TAGS}]", match.string[start - 1]):
            start -= 1
        return start > 0 and match.string[start - 1] == _BLACK_FLAG
    return False


def _is_symbol(character: str) -> bool:
    return character != "" and unicodedata.category(character) in ("So", "Sm", "Sk")


def _has_variants(character: str) -> bool:
    return character != "" and (
        character in _EMOJI_WITH_DIGITS
        or _is_symbol(character)
        or _script(character) in _VARIANT_SCRIPTS
    )


def _ends_emoji(match: re.Match[str]) -> bool:
    """Whether what stands before a match is an emoji, with its variation selector or without."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return _is_symbol(before[-1:]) or (before[-1:] == "\ufe0f" and _is_symbol(before[:-1]))


def _has_right_to_left(match: re.Match[str]) -> bool:
    text = match.string
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    return any(unicodedata.bidirectional(c) in ("R", "AL") and c.isalpha() for c in line)


def _space(match: re.Match[str]) -> str:
    before, after = _neighbours(match)
    if match.group() not in "\u00a0\u202f\u2007\u2009":
        return " "
    counts = before.isdigit() and (after.isdigit() or after in _SIGNS)
    if before != "" and after != "" and (counts or before == "«" or after in _FRENCH):
        return match.group()
    return " "


def _letter(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\u2010\u2011":
        return "-"
    if "\ufb00" <= character[0] <= "\ufb06":
        return unicodedata.normalize("NFKC", character)
    return unicodedata.normalize("NFC", character)


def _nothing(_match: re.Match[str]) -> str:
    return ""


_PASSES: tuple[tuple[Cleaning, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        Cleaning.LINE_BREAK,
        _LINE_BREAK,
        lambda match: "\n\n" if match.group() == "\u2029" else "\n",
    ),
    (Cleaning.CONTROL, _CONTROL, _nothing),
    (Cleaning.INVISIBLE, _INVISIBLE, lambda match: match.group() if _kept(match) else ""),
    (Cleaning.SPACE, _SPACE, _space),
    (Cleaning.LETTER, _LETTER, _letter),
    (Cleaning.TRAILING, _TRAILING, _nothing),
    (Cleaning.BLANK_LINES, _BLANK_LINES, lambda _match: "\n\n\n"),
)
