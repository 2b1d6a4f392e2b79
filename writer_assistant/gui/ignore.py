"""What the writer does not want to hear about again in one draft.

An ignored finding is kept by what it says, not by where it stands, so that it survives edits,
restarts and other editors.
"""

from __future__ import annotations

from dataclasses import dataclass

from writer_assistant.analysis.finding import Kind


@dataclass(frozen=True, slots=True)
class Ignored:
    """One thing that is ignored.

    Attributes:
        scope: ``here`` (this one), ``phrase`` (these words in this draft) or ``kind``.
        kind: of which kind.
        text: the words that are marked; empty for a kind.
        before: up to three words in front of them, for ``here``.
        after: up to three words behind them, for ``here``.
        reason: why, if the writer said so.
        on: the day, as an ISO date.
    """

    scope: str
    kind: Kind
    text: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reason: str = ""
    on: str = ""
