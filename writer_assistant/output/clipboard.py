"""A document in the forms that a clipboard carries, and the form that each channel takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from writer_assistant.output.document import Document
from writer_assistant.output.html import fragment
from writer_assistant.output.plain import Restyling, plain_text


class Form(StrEnum):
    """What is copied, in words for a person."""

    PLAIN = "plain text"
    RICH = "rich text"
    MARKDOWN = "Markdown"


@dataclass(frozen=True, slots=True)
class Channel:
    """Where a text is pasted.

    Attributes:
        name: as settings, personas and front matter write it.
        label: its name for a person.
        form: what is copied for it.
    """

    name: str
    label: str
    form: Form


CHANNELS = (
    Channel("linkedin", "LinkedIn", Form.PLAIN),
    Channel("x", "X", Form.PLAIN),
    Channel("facebook", "Facebook", Form.PLAIN),
    Channel("instagram", "Instagram", Form.PLAIN),
    Channel("email", "E-mail", Form.RICH),
    Channel("newsletter", "Newsletter", Form.RICH),
    Channel("blog", "Blog", Form.RICH),
    Channel("website", "Website", Form.RICH),
    Channel("text", "Any text field", Form.PLAIN),
    Channel("markdown", "Markdown", Form.MARKDOWN),
)
"""Where texts are pasted."""

_BY_NAME = {channel.name: channel for channel in CHANNELS}
_OTHER_NAMES = {
    "twitter": "x",
    "mail": "email",
    "ig": "instagram",
    "web": "website",
    "md": "markdown",
}
_USUAL = _BY_NAME["email"]
"""Rich text with plain text beside it fits most places."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A text as it goes onto the clipboard.

    Attributes:
        plain: for every text field.
        html: for mail and word processors, beside the plain text; empty if there is none.
        changes: what the form shows otherwise than rich text would, and how often.
    """

    plain: str
    html: str = ""
    changes: Mapping[Restyling, int] = field(default_factory=dict)


def copied(made: Document, form: Form) -> Copied:
    """Return a document in one form."""
    if form is Form.MARKDOWN:
        return Copied(made.cleaned.text)
    plain = plain_text(made.blocks)
    if form is Form.PLAIN:
        return Copied(plain.text, changes=plain.counts)
    # Mail programs know no style sheet; without lines a table is hard to read.
    lined = '<table border="1" cellpadding="6" style="border-collapse: collapse">'
    return Copied(plain.text, fragment(made.blocks).replace("<table>", lined))


def channel_named(name: str) -> Channel | None:
    """Return the channel that a person calls ``name``, if it is one of ours."""
    key = "".join(filter(str.isalnum, name.casefold()))
    return _BY_NAME.get(_OTHER_NAMES.get(key, key))


def channel_for(
    own: str = "", readers: Iterable[str] = (), usual: str = "", chosen: str = ""
) -> Channel:
    """Return the channel that a draft is copied for unless a person says otherwise.

    Args:
        own: what its front matter says.
        readers: where its persona reads, most important first.
        usual: where this person's drafts are published.
        chosen: what was chosen the last time.
    """
    last = channel_named(chosen)
    named = channel_named(own)
    if named is not None:
        return named
    reads = [channel for channel in map(channel_named, readers) if channel is not None]
    if reads:
        return last if last in reads else reads[0]
    return channel_named(usual) or last or _USUAL
