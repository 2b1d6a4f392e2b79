"""Drafts checked in bulk: read, analysed and reframed, in one process or several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import repeat
from pathlib import Path

from writer_assistant.analysis.finding import Report
from writer_assistant.analysis.judging import load_settings
from writer_assistant.analysis.live import LiveDraft
from writer_assistant.analysis.pipeline import Settings
from writer_assistant.errors import UserError
from writer_assistant.output.report import Checked
from writer_assistant.persona.model import Persona
from writer_assistant.text.readers import READABLE, read_bytes, read_file

_WORTH_A_PROCESS = 3
"""Drafts that outweigh the second that another process takes to load the model."""


@dataclass(frozen=True, slots=True)
class Brief:
    """By what the drafts are checked. Goes to the worker processes.

    Attributes:
        persona: whom they are for.
        authors: further names of the author.
        lexicons: the user's own lexicon files, or folders of them.
    """

    persona: Persona | None = None
    authors: tuple[str, ...] = ()
    lexicons: tuple[Path, ...] = ()


def drafts_below(paths: Iterable[str]) -> Iterator[str]:
    """Yield every draft that ``paths`` mean: a folder means the drafts below it, in order."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from sorted(
                str(file)
                for file in Path(path).rglob("*")
                if file.suffix.casefold() in READABLE and file.is_file()
            )
        else:
            yield path


def check_all(paths: Sequence[str], brief: Brief, stdin: bytes, jobs: int) -> Iterator[Checked]:
    """Yield each draft checked, in the order of ``paths``, as soon as it is done.

    Args:
        paths: files, or ``-`` for ``stdin``.
        brief: by what they are checked.
        stdin: what standard input said.
        jobs: processes at most; no more are started than are worth their start.
    """
    jobs = max(1, min(jobs, len(paths) // _WORTH_A_PROCESS))
    if jobs == 1:
        yield from (check_one(path, brief, stdin) for path in paths)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(check_one, paths, repeat(brief), repeat(stdin))


def check_one(path: str, brief: Brief, stdin: bytes = b"") -> Checked:
    """Return one draft checked; what keeps it from being checked is in its ``error``."""
    try:
        loaded = read_bytes(stdin, "standard input") if path == "-" else read_file(Path(path))
    except UserError as error:
        return Checked(path, error=error)
    report = check_text(loaded.text, brief, markup=loaded.markup)
    return Checked(path, loaded.text, report, notices=loaded.notices)


def check_text(text: str, brief: Brief, *, markup: bool = True) -> Report:
    r"""Return the report of a draft, suggestions included; its lines end with ``\n``.

    Raises:
        UserError: if the language model or a resource is missing.
    """
    from writer_assistant.reframe.suggest import Reframer

    settings = _settings(brief)
    draft = LiveDraft(settings, _engine(), markup=markup)
    draft.set_lines(text.split("\n"))
    report = draft.report()
    reframer = Reframer(_engine(), settings.persona)
    findings = tuple(
        replace(found.finding, suggestions=reframer.suggest(found)).shifted(start)
        for start, found in draft.found()
    )
    return replace(report, findings=findings)


@cache
def _settings(brief: Brief) -> Settings:
    settings, problems = load_settings(brief.persona, brief.authors, lexicons=brief.lexicons)
    if problems:
        raise problems[0]
    return settings


@cache
def _engine():  # type: ignore[no-untyped-def]  # the type is spaCy's to import
    from writer_assistant.analysis.engine import Engine

    return Engine.load()
