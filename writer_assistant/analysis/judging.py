"""The settings that drafts are judged by, put together from persona, lexicons and the judge."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from writer_assistant.analysis.classifier import Judge
from writer_assistant.analysis.lexicon import load_lexicons
from writer_assistant.analysis.pipeline import Settings
from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root
from writer_assistant.persona.model import Persona


def load_settings(
    persona: Persona | None = None,
    authors: Iterable[str] = (),
    *,
    lexicons: Iterable[Path] = (),
    channel: str | None = None,
) -> tuple[Settings, list[UserError]]:
    """Return the settings, and what was wrong with the user's own lexicons.

    Raises:
        UserError: if a resource of the program is damaged.
    """
    loaded, problems = load_lexicons(lexicons)
    return Settings(loaded, judge(), persona, tuple(authors), channel), problems


@cache
def judge() -> Judge:
    """Return the learned judge that comes with the program."""
    return Judge.load(resource_root() / "models" / "judge.npz")
