"""English endings: a base form in the form that a place asks for.

Regular endings by rule; what no rule says is in ``resources/reframe/inflection.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from writer_assistant.reframe.wording import load, words

_VOWELS = "aeiou"
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*(?:qu)?[aeiou][^aeiouwxy]")
_ALREADY_PLURAL = re.compile(r"(?:[^s]s|ics|people|children)$")
_BEHIND = re.compile(
    r" (?:of|that|who|which|what|with|without|in|on|at|for|from|to|by|under|above|between"
    r"|we|you|they|i|he|she)\b"
)
_TAG_FORMS = {"VBZ": 0, "VBG": 1, "VBD": 2, "VBN": 3}


def verb(base: str, tag: str) -> str:
    """Return a verb phrase whose first word is a base form, in the form of a Penn tag.

    ``VBZ`` uses, ``VBG`` using, ``VBD`` and ``VBN`` used; any other tag leaves it as it is.
    """
    first, space, rest = base.partition(" ")
    first = "be" if first in ("is", "are") else first
    if tag in _TAG_FORMS:
        first = _forms(first.casefold())[_TAG_FORMS[tag]]
    return first + space + rest


def is_past(word: str) -> bool:
    """Whether a word is a past form of an irregular verb and not its base form."""
    verbs = load("inflection")["verbs"]
    return word not in verbs and any(word in forms for forms in verbs.values())


def plural(noun: str) -> str:
    """Return the plural of a noun phrase; what hangs behind its noun stays as it is."""
    head, rest = _split(noun)
    before, space, last = head.rpartition(" ")
    if last.casefold() in words("mass_nouns") or last.casefold().endswith("ing"):
        return noun
    return before + space + _plural_word(last) + rest


def is_plural(noun: str) -> bool:
    """Whether the noun of a noun phrase is a plural already."""
    head = _split(noun)[0].casefold()
    return bool(_ALREADY_PLURAL.search(head)) and not head.endswith(("ss", "us", "is"))


def _split(noun: str) -> tuple[str, str]:
    """Return a noun phrase up to its noun, and what hangs behind."""
    behind = _BEHIND.search(noun)
    return (noun[: behind.start()], noun[behind.start() :]) if behind else (noun, "")


def takes_article(noun: str) -> bool:
    """Whether "a" or "an" can stand before a noun phrase."""
    first = noun.casefold().partition(" ")[0]
    last = _split(noun)[0].casefold().rpartition(" ")[2]
    return not (
        first in words("determiners")
        or last in words("mass_nouns")
        or is_plural(noun)
        or (last.endswith("ing") and len(last) > 5)
    )


def article(word: str) -> str:
    """Return "a" or "an", whichever belongs before ``word``."""
    first = re.split(r"[\s-]", word.lstrip("\"'“‘("), maxsplit=1)[0]
    if len(first) == 1 or (first.isupper() and len(first) < 5 and not _is_read_as_word(first)):
        return "an" if first[:1].upper() in load("words")["vowel_letters"] else "a"
    if first[:1].isdigit():
        return "an" if re.match(r"8|11(?!\d)|18(?!\d)", first) else "a"
    low = first.casefold()
    if low.startswith(tuple(words("sounds_vowel"))):
        return "an"
    if low.startswith(tuple(words("sounds_consonant"))):
        return "a"
    return "an" if low[:1] in _VOWELS else "a"


def _is_read_as_word(letters: str) -> bool:
    """Whether capitals are read as one word, which needs a vowel inside: LIDAR, but not SLA."""
    return len(letters) > 3 and bool(re.search("[AEIOU]", letters[1:-1]))


@cache
def _forms(base: str) -> tuple[str, str, str, str]:
    irregular = load("inflection")["verbs"].get(base)
    past, participle = irregular or (_past(base), _past(base))
    return _third(base), _ing(base), past, participle


def _third(base: str) -> str:
    if base in ("be", "have"):
        return {"be": "is", "have": "has"}[base]
    return _with_s(base) if not base.endswith("o") else base + "es"


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    doubles = base in load("inflection")["doubling"]["verbs"] or _ONE_SYLLABLE.fullmatch(base)
    return base + base[-1] if doubles else base


def _plural_word(noun: str) -> str:
    irregular: str | None = load("inflection")["plurals"].get(noun.casefold())
    if irregular is not None:
        return irregular
    return noun if is_plural(noun) else _with_s(noun)
