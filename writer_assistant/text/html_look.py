"""What a web page's tags and styles say of the look of text, and where its links lead.

Word's styles (``mso-…``) are described in its own "Office HTML and XML Reference".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.etree import _Element

from writer_assistant.text.characters import raised
from writer_assistant.text.integers import integer
from writer_assistant.text.rich import Run

_LEFT_OUT = re.compile(
    r"head|title|style|script|template|noscript|svg|iframe|object|embed|applet|audio|video|canvas"
    r"|map|xml|select|datalist|textarea|colgroup|frameset|link|meta|base|r[pt]|[vm]:.*"
)
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_STRUCK = frozenset({"s", "strike", "del"})
_CODE = frozenset({"code", "tt", "kbd", "samp"})
_LEADS_SOMEWHERE = frozenset({"http", "https", "mailto", "tel", "sms", "ftp", "ftps", ""})
_PER_CLICK = re.compile(
    r"(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id"
    r"|mc_cid|mc_eid|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id|mkt_tok|ref_src|trackingid|trk"
    r"|si_source|sfnsn|__tn__|__cft__.*|s_cid_click)$",
    re.IGNORECASE,
)
"""Parameters that name who clicked. A writer's own campaign (``utm_…``) is left alone."""
_REDIRECTS = {
    "google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "l.instagram.com": ("u",),
    "linkedin.com/redir/redirect": ("url",),
    "linkedin.com/safety/go": ("url",),
    "safelinks.protection.outlook.com": ("url",),
    "youtube.com/redirect": ("q",),
    "out.reddit.com": ("url",),
    "slack-redir.net/link": ("url",),
}
"""Stations on the way to an address, and the parameter that holds it."""
_PLAIN = Run("")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks that stands in an element.

    Attributes:
        run: its marks.
        keeps_lines: whether a line break in the source is one.
        height: ``sup``, ``sub`` or nothing.
    """

    run: Run = _PLAIN
    keeps_lines: bool = False
    height: str = ""

    def said(self, text: str) -> Run:
        """Return ``text`` so."""
        if self.height and not self.run.link:
            text = raised(text, low=self.height == "sub")
        return replace(self.run, text=text)


@lru_cache(maxsize=1024)
def _declarations(style: str) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in style.casefold().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def css(element: _Element) -> Mapping[str, str]:
    """Return what an element's own style declares, in lower case."""
    return _declarations(element.get("style") or "")


def is_left_out(element: _Element, tag: str, style: Mapping[str, str]) -> bool:
    """Whether a reader of the page does not see an element."""
    if _LEFT_OUT.fullmatch(tag) or element.get("hidden") is not None:
        return True
    if tag == "o:p":
        return not (element.text or "").strip("\xa0 \n\r\t")
    classes = (element.get("class") or "").casefold()
    if "msocomment" in classes or "msodel" in classes or "mso-comment-reference" in style:
        return True
    return bool(style) and (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or style.get("mso-element", "").startswith("comment")
        # What is there for screen readers alone is mostly there twice.
        or style.get("clip", "").startswith(("rect(0", "rect(1px"))
        or (style.get("width") == "1px" and style.get("height") == "1px")
    )


def look_of(
    element: _Element, tag: str, style: Mapping[str, str], around: Look, *, pasted: bool
) -> Look:
    """Return how the text of an element looks that stands in text that looks like ``around``."""
    run = around.run
    bold = _bold(tag, style, is_bold=run.bold)
    italic = run.italic or tag in _ITALIC
    if "font-style" in style:
        italic = style["font-style"].startswith(("italic", "oblique"))
    decoration = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    struck = run.struck or tag in _STRUCK or "line-through" in decoration
    link = run.link
    if tag == "a" and element.get("href"):
        link = address(element.get("href") or "", pasted=pasted)
    looks = (bold, italic, struck, run.code or tag in _CODE, link)
    if looks != (run.bold, run.italic, run.struck, run.code, run.link):
        run = Run("", bold, italic, struck, run.code or tag in _CODE, link)
    space = style.get("white-space", "")
    keeps_lines = space.startswith(("pre", "break-spaces")) if space else around.keeps_lines
    height = tag if tag in {"sup", "sub"} else around.height
    return Look(run, keeps_lines, height)


def _bold(tag: str, style: Mapping[str, str], *, is_bold: bool) -> bool:
    weight = style.get("font-weight", "")
    if weight.isdecimal():
        return integer(weight) >= 600
    if weight in {"bold", "bolder"}:
        return True
    if weight in {"normal", "lighter"}:
        return False
    return is_bold or tag in _BOLD


def address(href: str, *, pasted: bool) -> str:
    """Return where a link leads; nothing if that is no place for a reader.

    Args:
        href: as it stands in the page.
        pasted: whether it was copied from a page on the way: then what redirects it and who
            clicked is taken out, and places on that page lead nowhere.
    """
    href = re.sub(r"[\x00-\x20\x7f]+", lambda match: "%20" if " " in match[0] else "", href.strip())
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    if parts.scheme.casefold() not in _LEADS_SOMEWHERE:
        return ""
    if not pasted:
        return href
    if not (parts.netloc or parts.path or parts.query):
        return ""
    if not parts.query or not parts.scheme.startswith("http"):
        return href
    place = parts.netloc.removeprefix("www.") + parts.path
    for station, names in _REDIRECTS.items():
        if place.startswith(station) or parts.netloc.endswith(f".{station}"):
            values = parse_qs(parts.query)
            target = next((values[name][0] for name in names if name in values), "")
            if target.startswith(("http://", "https://")):
                return target
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _PER_CLICK.match(pair[0])]
    return href if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))
