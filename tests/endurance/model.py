"""What a draft must hold, and what undo and redo must lead to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Model:
    """What a draft must hold.

    Attributes:
        text: at present.
        first: what undo leads back to.
        undone: what each redo leads to, the next one last.
        seen: every text that it ever had since its first.
        saved: what its file holds; None while it has none.
    """

    text: str = ""
    first: str = ""
    undone: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set, repr=False)
    saved: str | None = None

    @classmethod
    def begun_with(cls, text: str, saved: str | None = None) -> Model:
        """Return the model of a draft that was just opened."""
        return cls(text, text, [], {text}, saved)

    def become(self, text: str) -> None:
        """Take a change that one undo takes back."""
        if text != self.text:
            self.undone = []
        self.text = text
        self.seen.add(text)
