"""The settings that drafts are judged by, put together from persona, lexicons and the judge."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from writer_assistant.analysis.classifier import Judge
from writer_assistant.analysis.lexicon_file import load_lexicons
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
    judged: bool = True,
) -> tuple[Settings, list[UserError]]:
    """Return the settings, and what was wrong with the user's own lexicons.

    Args:
        persona: whom the draft is for, if one is picked.
        authors: further names of the author.
        lexicons: files of the user's own.
        channel: where the draft will be published, if known.
        judged: whether the judge is needed, which takes a while to load.

    Raises:
        UserError: if a resource of the program is damaged.
    """
    loaded, problems = load_lexicons(lexicons)
    return Settings(loaded, judge() if judged else None, persona, tuple(authors), channel), problems


@cache
def judge() -> Judge:
    """Return the learned judge that comes with the program."""
    return Judge.load(resource_root() / "models" / "judge.npz")
