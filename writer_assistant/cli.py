"""The command line: arguments, messages and exit status. The window is imported only to open it."""

from __future__ import annotations

import argparse
import io
import os
import sys
import tomllib
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from writer_assistant import __version__
from writer_assistant.errors import UserError
from writer_assistant.paths import user_config, user_lexicons

if TYPE_CHECKING:
    from writer_assistant.output.report import Checked
    from writer_assistant.persona.model import Persona

NOTHING_FOUND, FOUND, FAILED = 0, 1, 2
_FORMATS = ("text", "json", "jsonl", "sarif")
_COMMANDS = ("check", "serve", "persona")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        arguments: without the program's name; those of the process if None.
    """
    _prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["--engine"]:
            from writer_assistant.engine_process import serve_window

            return serve_window()
        if given[:1] and given[0] in _COMMANDS:
            return _run(_parser().parse_args(given))
        return _open_window(given)
    except UserError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # Whoever read our output has enough of it; say nothing more, not even when closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if given[:1] == ["--engine"]:
            raise
        # 1 is said of drafts in which something was found.
        traceback.print_exc()
        return _fail(f"something went wrong ({error!r}). Please report it.")


def _prepare() -> None:
    """Set what must be set before numpy is imported or output is written."""
    import multiprocessing

    multiprocessing.freeze_support()
    for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="writer-assistant",
        description="Shows where a draft talks about its author. Without a command: the window.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check drafts; '-' is standard input")
    check.add_argument("paths", nargs="+", metavar="PATH")
    check.add_argument("--persona", metavar="FILE", help="default: the one picked in the window")
    check.add_argument("--author", action="append", default=[], metavar="NAME")
    check.add_argument("--format", choices=_FORMATS, default="text")
    check.add_argument("--fail-on", choices=("strong", "mild", "never"), default="strong")
    check.add_argument("--jobs", type=_at_least_one, default=None, metavar="N")
    commands.add_parser("serve", help="a language server on standard input and output")
    persona = commands.add_parser("persona", help="persona files")
    persona_check = persona.add_subparsers(dest="persona_command", required=True).add_parser(
        "check", help="validate persona files"
    )
    persona_check.add_argument("paths", nargs="+", metavar="FILE")
    return parser


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _run(options: argparse.Namespace) -> int:
    if options.command == "check":
        return _check(options)
    if options.command == "persona":
        return _check_personas(options.paths)
    raise UserError("the language server is not part of this version", remedy="Use check.")


def _open_window(given: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="writer-assistant",
        description="Opens the window. Commands: check, serve, persona; see 'COMMAND --help'.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path)
    parser.add_argument("--version", action="version", version=f"Writer Assistant {__version__}")
    options = parser.parse_args(given)
    try:
        from writer_assistant.gui.app import run
    except ImportError as error:
        raise UserError(
            f"the window cannot be opened ({error})",
            remedy="Install what the README lists for Linux; the check command works without.",
        ) from error
    return run(options.files)


def _check(options: argparse.Namespace) -> int:
    from writer_assistant.check import Brief, check_all, drafts_below

    own = tuple(path for path in (user_lexicons(),) if path.is_dir())
    brief = Brief(_persona_for(options.persona), tuple(options.author), own)
    paths = list(drafts_below(options.paths))
    if not paths:
        raise UserError(
            "no draft was found there",
            ", ".join(options.paths),
            "Drafts are files that end with .md, .markdown, .txt or .docx.",
        )
    stdin = sys.stdin.buffer.read() if "-" in paths else b""
    done = []
    for checked in check_all(paths, brief, stdin, options.jobs or os.cpu_count() or 1):
        for notice in checked.notices:
            _say(f"{checked.path}: {notice}")
        if checked.error:
            _say(str(checked.error))
        _print_one(checked, options.format)
        done.append(checked)
    _print_all(done, options.format)
    severities = {f.severity.value for c in done if c.report for f in c.report.findings}
    if any(checked.error for checked in done):
        return FAILED
    return FOUND if severities & _COUNTED[options.fail_on] else NOTHING_FOUND


def _persona_for(given: str | None) -> Persona | None:
    """Return the persona that is given, or the one that is picked in the window, or none."""
    from writer_assistant.persona.file import load_persona

    path = given or _picked_persona()
    if not path:
        return None
    try:
        return load_persona(Path(path)).persona
    except UserError as error:
        if given:
            raise
        _say(f"the persona that is picked in the window is left out: {error}")
        return None


def _print_one(checked: Checked, form: str) -> None:
    from writer_assistant.output.report import as_json_line, as_text

    if form == "jsonl":
        print(as_json_line(checked), flush=True)  # noqa: T201
    elif form == "text" and not checked.error:
        print(as_text(checked), flush=True)  # noqa: T201


def _print_all(done: Sequence[Checked], form: str) -> None:
    from writer_assistant.output.report import as_json, as_sarif

    if form == "json":
        print(as_json(done))  # noqa: T201
    elif form == "sarif":
        print(as_sarif(done))  # noqa: T201


_COUNTED: dict[str, set[str]] = {"strong": {"strong"}, "mild": {"strong", "mild"}, "never": set()}


def _check_personas(paths: Sequence[str]) -> int:
    from writer_assistant.persona.file import PersonaError, load_persona

    failed = False
    for path in paths:
        try:
            loaded = load_persona(Path(path))
        except PersonaError as error:
            failed = True
            for problem in error.problems:
                _say(str(problem))
        except UserError as error:
            failed = True
            _say(str(error))
        else:
            for problem in loaded.problems:
                _say(str(problem))
            print(f"{path}: {loaded.persona.name}")  # noqa: T201
    return FAILED if failed else NOTHING_FOUND


def _picked_persona() -> str:
    """Return the persona file that is picked in the window, or nothing."""
    try:
        text = (user_config() / "settings.toml").read_text(encoding="utf-8")
        picked = tomllib.loads(text).get("persona", "")
    except (OSError, ValueError):
        return ""
    return picked if isinstance(picked, str) else ""


def _say(message: str) -> None:
    print(f"writer-assistant: {message}", file=sys.stderr)  # noqa: T201


def _fail(message: str) -> int:
    _say(message)
    return FAILED
