"""The one exception that carries what a person can act on."""

from __future__ import annotations


class UserError(Exception):
    """Something a person can put right.

    Attributes:
        what: what is wrong, as a clause without a full stop.
        where: file, and line and column where they are known; may be empty.
        remedy: what to do about it, as a sentence; may be empty.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        message = f"{self.where}: {self.what}" if self.where else self.what
        return f"{message}. {self.remedy}" if self.remedy else f"{message}."
