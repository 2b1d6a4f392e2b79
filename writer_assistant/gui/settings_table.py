"""What a person can set: one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from writer_assistant.analysis.finding import Kind
from writer_assistant.gui.language import tr, tr_later


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set.

    Attributes:
        name: its key in the file.
        default: its value when nothing is set; gives the type.
        group: heading under which the dialog shows it; empty for one that has its place elsewhere.
        label: its name for a person; an ampersand marks the mnemonic.
        description: what it does, as a sentence.
        choices: for one of several: value and label of each. For a list: of each member.
        limits: smallest and largest number.
        suffix: unit behind a number.
        special: what a number at its smallest means.
    """

    name: str
    default: bool | int | str | tuple[str, ...]
    group: str
    label: str
    description: str
    choices: tuple[tuple[str, str], ...] = ()
    limits: tuple[int, int] | None = None
    suffix: str = ""
    special: str = ""

    def accepts(self, value: Any) -> bool:
        """Whether ``value``, as read from the file, may be its value."""
        allowed = {choice for choice, _ in self.choices}
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, int):
            return (
                isinstance(value, int)
                and not isinstance(value, bool)
                and (self.limits is None or self.limits[0] <= value <= self.limits[1])
            )
        if isinstance(self.default, tuple):
            return isinstance(value, (list, tuple)) and all(
                isinstance(member, str) and (not allowed or member in allowed) for member in value
            )
        return isinstance(value, str) and (not allowed or value in allowed)

    @property
    def expected(self) -> str:
        """What may be its value, for a message."""
        members = ", ".join(f'"{choice}"' for choice, _ in self.choices)
        if isinstance(self.default, bool):
            return tr("true or false")
        if isinstance(self.default, tuple):
            return tr("a list of {members}").format(members=members or "texts")
        if isinstance(self.default, int):
            smallest, largest = self.limits or (0, 0)
            return (
                tr("a whole number from {smallest} to {largest}").format(
                    smallest=smallest, largest=largest
                )
                if self.limits
                else tr("a number")
            )
        return tr("one of {members}").format(members=members) if members else tr("a text")


_KIND_NAMES = (
    (Kind.SELF_CENTERED.value, tr_later("Self-centered")),
    (Kind.FEATURE_FIRST.value, tr_later("Feature first")),
    (Kind.JARGON.value, tr_later("Jargon")),
    (Kind.EMPTY_CLAIM.value, tr_later("Empty claim")),
    (Kind.BARE_ASK.value, tr_later("Bare ask")),
)

KIND_LABELS: Mapping[Kind, str] = {Kind(value): label for value, label in _KIND_NAMES}
"""What the kinds are called on the screen."""

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        "system",
        tr_later("Appearance"),
        tr_later("&Theme"),
        tr_later("Light, dark, or as the system is set."),
        choices=(
            ("system", tr_later("As the system")),
            ("light", tr_later("Light")),
            ("dark", tr_later("Dark")),
        ),
    ),
    Setting(
        "language",
        "system",
        tr_later("Appearance"),
        tr_later("Lang&uage of the window"),
        tr_later("Taken at the next start. Drafts and what is said of their words stay English."),
        choices=(("system", tr_later("As the system")), ("en", "English"), ("de", "Deutsch")),
    ),
    Setting(
        "font_family",
        "",
        tr_later("Appearance"),
        tr_later("&Font of the draft"),
        tr_later("The letters in which the draft is shown. It is not changed by it."),
        special=tr_later("As the system"),
    ),
    Setting(
        "font_size",
        0,
        tr_later("Appearance"),
        tr_later("Font &size"),
        tr_later("Size of the draft’s letters."),
        limits=(0, 48),
        suffix=" pt",
        special=tr_later("As the system, a little larger"),
    ),
    Setting(
        "line_width",
        72,
        tr_later("Appearance"),
        tr_later("&Line width"),
        tr_later(
            "How many characters a line of the draft holds before it wraps, where there is room."
        ),
        limits=(40, 160),
        suffix=tr_later(" characters"),
    ),
    Setting(
        "markdown_look",
        True,
        tr_later("Appearance"),
        tr_later("Show &Markdown as it will look"),
        tr_later("Headings, bold, links and code stand out while you type; their marks stay."),
    ),
    Setting(
        "dimming",
        "off",
        tr_later("Appearance"),
        tr_later("&Dim all but"),
        tr_later("What you are not writing at fades."),
        choices=(
            ("off", tr_later("Nothing")),
            ("sentence", tr_later("The current sentence")),
            ("paragraph", tr_later("The current paragraph")),
        ),
    ),
    Setting(
        "highlights",
        True,
        tr_later("Highlights"),
        tr_later("Show &highlights in the draft"),
        tr_later("Findings stay in the list when they are hidden in the draft."),
    ),
    Setting(
        "mode",
        "drafting",
        tr_later("Highlights"),
        tr_later("&Mode"),
        tr_later("While drafting only what is clear-cut is marked; review marks everything."),
        choices=(
            ("drafting", tr_later("Drafting: strong findings")),
            ("review", tr_later("Review: all findings")),
        ),
    ),
    Setting(
        "shown_kinds",
        tuple(value for value, _ in _KIND_NAMES),
        tr_later("Highlights"),
        tr_later("&Kinds that are shown"),
        tr_later("The kinds of finding that are marked and listed."),
        choices=_KIND_NAMES,
    ),
    Setting(
        "authors",
        (),
        tr_later("Writing"),
        tr_later("&Names of the author"),
        tr_later(
            "What “we” is called in your drafts: company, team, products. Commas part several."
        ),
    ),
    Setting(
        "channel",
        "",
        tr_later("Writing"),
        tr_later("&Channel"),
        tr_later("Where your drafts are published. Suggestions and length are held against it."),
        choices=(
            ("", tr_later("Not said")),
            ("linkedin", tr_later("LinkedIn")),
            ("x", tr_later("X")),
            ("facebook", tr_later("Facebook")),
            ("instagram", tr_later("Instagram")),
            ("email", tr_later("E-mail")),
            ("newsletter", tr_later("Newsletter")),
            ("press", tr_later("Press release")),
            ("blog", tr_later("Blog")),
            ("website", tr_later("Website")),
        ),
    ),
    Setting(
        "length_goal",
        0,
        tr_later("Writing"),
        tr_later("Len&gth"),
        tr_later(
            "How many words a draft should have at most. "
            "Posts are held against their channel’s limit."
        ),
        limits=(0, 20_000),
        suffix=tr_later(" words"),
        special=tr_later("As usual for the channel"),
    ),
    Setting(
        "spelling",
        "en",
        tr_later("Writing"),
        tr_later("S&pelling"),
        tr_later(
            "Which English is right. Names are left alone; suggestions come when you ask (F7)."
        ),
        choices=(
            ("en", tr_later("British or American")),
            ("en_GB", tr_later("British")),
            ("en_US", tr_later("American")),
            ("off", tr_later("Off")),
        ),
    ),
    Setting(
        "smart_quotes",
        False,
        tr_later("Writing"),
        tr_later("Curl &quotation marks while typing"),
        tr_later("Undo, right after, gives the straight one back."),
    ),
    Setting(
        "smart_dashes",
        False,
        tr_later("Writing"),
        tr_later("Make dashes &and ellipses while typing"),
        tr_later(
            "-- becomes –, --- becomes —, ... becomes …; undo, right after, gives the keys back."
        ),
    ),
    Setting(
        "reopen_last",
        True,
        tr_later("Files"),
        tr_later("&Open the drafts of last time at start"),
        tr_later("What was not saved comes back in any case."),
    ),
    Setting(
        "autosave",
        False,
        tr_later("Files"),
        tr_later("&Save to the file when typing pauses"),
        tr_later(
            "Otherwise a file changes only when you save. A recovery copy is kept either way."
        ),
    ),
    Setting(
        "versions_days",
        90,
        tr_later("Files"),
        tr_later("Keep earlier &versions"),
        tr_later("Each saving and every ten minutes of work, fewer and fewer as they grow old."),
        limits=(0, 3650),
        suffix=tr_later(" days"),
        special=tr_later("Never"),
    ),
    Setting(
        "versions_megabytes",
        200,
        tr_later("Files"),
        tr_later("&Room for earlier versions"),
        tr_later("When they take more on the disk, the oldest go."),
        limits=(1, 100_000),
        suffix=tr_later(" MB"),
    ),
    Setting(
        "copy_preview",
        True,
        tr_later("Copying"),
        tr_later("Show what changes &before copying cleaned text"),
        tr_later("A preview lists what is left out or made ordinary."),
    ),
    Setting(
        "persona",
        "",
        "",
        tr_later("Persona"),
        tr_later("File of the persona that drafts are written for."),
    ),
)
"""Every setting. The dialog and the manual are made from it."""
