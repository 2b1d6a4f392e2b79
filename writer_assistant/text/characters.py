"""Characters that nobody sees or meant: which have work to do where they stand, and which go.

What is kept on purpose:

- No-break spaces inside numbers (``1 000``), before a sign that counts (``5 %``, ``20 €``) and
  beside French punctuation: there they keep together what belongs together. Everywhere else they
  come from word processors and break searching and wrapping, and become ordinary spaces.
- Zero-width joiners inside emoji and in the scripts that spell with them, variation selectors
  behind the characters that have variants, tags in flag emoji, direction marks in lines with
  right-to-left letters, and the ideographic space.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_JOINERS = "\u200c\u200d"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WITHOUT_USE = "\u00ad\u034f\u115f\u1160\u180e\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
INVISIBLE = re.compile(f"[{_JOINERS}\u200b{_DIRECTION}{_WITHOUT_USE}{_SELECTORS}{_TAGS}]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffc]")
SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
LETTER = re.compile("[\u2010\u2011]|[\ufb00-\ufb06][\u0300-\u036f]*|[^\\W\\d_][\u0300-\u036f]+")

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


def is_kept(match: re.Match[str]) -> bool:
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
    return _is_right_to_left(text[start : end if end >= 0 else len(text)])


@lru_cache(maxsize=4)
def _is_right_to_left(line: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") and c.isalpha() for c in line)


def ordinary_space(match: re.Match[str]) -> str:
    """Return a match of ``SPACE`` where it keeps together what belongs together, else a space."""
    before, after = _neighbours(match)
    if match.group() not in "\u00a0\u202f\u2007\u2009":
        return " "
    counts = before.isdigit() and (after.isdigit() or after in _SIGNS)
    if before.strip() and after.strip() and (counts or before == "«" or after in _FRENCH):
        return match.group()
    return " "


def ordinary_letter(match: re.Match[str]) -> str:
    """Return a match of ``LETTER`` as keyboards type it."""
    character = match.group()
    if character in "\u2010\u2011":
        return "-"
    if "\ufb00" <= character[0] <= "\ufb06":
        return unicodedata.normalize("NFKC", character)
    return unicodedata.normalize("NFC", character)


def readable(text: str) -> str:
    """Return ``text`` without control characters and invisible ones that have no work to do."""
    return INVISIBLE.sub(if_kept, CONTROL.sub("", text))


def ordinary(text: str) -> str:
    """Return ``text`` readable, with ordinary spaces, line breaks, letters and hyphens."""
    text = LINE_BREAK.sub(line_break, text)
    return LETTER.sub(ordinary_letter, SPACE.sub(ordinary_space, readable(text)))


def if_kept(match: re.Match[str]) -> str:
    """Return a match of ``INVISIBLE`` if it has work to do, else nothing."""
    return match.group() if is_kept(match) else ""


def line_break(match: re.Match[str]) -> str:
    """Return the line breaks that an odd one stands for."""
    return "\n\n" if match.group() == "\u2029" else "\n"


_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def raised(text: str, *, low: bool = False) -> str:
    """Return figures as they stand above the line, or below it; other text as it is."""
    if not re.fullmatch(r"[0-9+-]+" if low else r"[0-9+n-]+", text):
        return text
    return text.translate(_LOWERED if low else _RAISED)
