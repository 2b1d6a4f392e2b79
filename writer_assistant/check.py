"""Drafts checked in bulk: read, analysed and reframed, in one process or several."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
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

    Raises:
        UserError: if the language model or a resource is missing.
    """
    jobs = max(1, min(jobs, len(paths) // _WORTH_A_PROCESS))
    if jobs == 1:
        checker = Checker(brief)
        yield from (checker.check(path, stdin) for path in paths)
        return
    _settings(brief)  # what is wrong with them is said once, and here
    spawn = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(jobs, spawn, initializer=_start, initargs=(brief,)) as pool:
            given = (stdin if path == "-" else b"" for path in paths)
            yield from pool.map(_check_in_process, paths, given)
    except BrokenProcessPool as error:
        raise UserError(
            "a process that checked drafts came to an end", "", "Try again with --jobs 1."
        ) from error


def _settings(brief: Brief) -> Settings:
    """Return what drafts are judged by.

    Raises:
        UserError: if a resource or a lexicon cannot be used.
    """
    settings, problems = load_settings(brief.persona, brief.authors, lexicons=brief.lexicons)
    if problems:
        raise problems[0]
    return settings


class Checker:
    """Checks one draft after the other.

    Raises:
        UserError: if the language model, a resource or a lexicon cannot be used.
    """

    def __init__(self, brief: Brief) -> None:
        from writer_assistant.analysis.engine import Engine
        from writer_assistant.reframe.suggest import Reframer

        self._settings = _settings(brief)
        self._engine = Engine.load()
        self._reframer = Reframer(self._engine, brief.persona)

    def check(self, path: str, stdin: bytes = b"") -> Checked:
        """Return one draft checked; what keeps it from being checked is in its ``error``."""
        try:
            loaded = read_bytes(stdin, "standard input") if path == "-" else read_file(Path(path))
        except UserError as error:
            return Checked(path, error=error)
        try:
            report = self.report(loaded.text, markup=loaded.markup)
        except UserError:
            raise
        except Exception as error:
            traceback.print_exc()
            remedy = "Please report it with that text; the other drafts are checked."
            return Checked(path, error=UserError(f"cannot be analysed ({error!r})", path, remedy))
        return Checked(path, loaded.text, report, notices=loaded.notices)

    def report(self, text: str, *, markup: bool = True) -> Report:
        r"""Return the report of a draft, suggestions included; its lines end with ``\n``."""
        draft = LiveDraft(self._settings, self._engine, markup=markup)
        draft.set_lines(text.split("\n"))
        report = draft.report()
        starts, founds = zip(*draft.found(), strict=True) if report.findings else ((), ())
        findings = tuple(
            replace(found.finding, suggestions=suggestions).shifted(start)
            for start, found, suggestions in zip(
                starts, founds, self._reframer.suggest_all(founds), strict=True
            )
        )
        return replace(report, findings=findings)


_checker: Checker | None = None
"""That of a worker process."""


def _start(brief: Brief) -> None:
    global _checker  # a worker process has no other place to keep it
    _checker = Checker(brief)


def _check_in_process(path: str, stdin: bytes) -> Checked:
    assert _checker is not None  # noqa: S101  # _start came first
    return _checker.check(path, stdin)
