"""Kills the program while somebody types: ``python -m tests.endurance.kill --kills 50 --seed 1``.

So many times the program is started on a screen of its own,
typed into through the window system, saved now and then, and ended by SIGKILL at a random moment.
The next start must bring back all that was typed up to two seconds before, with the caret where it
was, and the file on disk must hold a text that was saved, to the last letter. Then the same with a
file system that is full, and with one that may only be read (as root, with small file systems in
memory; left out with a note otherwise).
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.endurance.program import Program, Screen, missing, prepare, wait_for

MOST_LOST = 2.0
"""Seconds of typing that may be missing."""
_WORDS = (
    "you",
    "open",
    "at",
    "six",
    "and",
    "the",
    "driver",
    "signs",
    "40",
    "pallets",
    "before",
    "9",
)
_SAVES = 0.12
"""Share of words behind which the draft is saved."""
LONGEST = 5.0
"""Seconds of writing until a kill, at most."""
_LIVES = 6
"""Kills after which a new draft is begun."""


@dataclass(slots=True)
class Typed:
    """What was typed into one draft, and when.

    Attributes:
        text: all of it, and what was there before.
        log: at which times the text was how long.
        saves: at which times it was saved, and how long it was.
    """

    text: str
    log: list[tuple[float, int]] = field(default_factory=list)
    saves: list[tuple[float, int]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Note that ``text`` is being typed."""
        self.text += text

    def typed(self) -> None:
        """Note that all of it was."""
        self.log.append((time.monotonic(), len(self.text)))

    def least(self, moment: float) -> int:
        """Return how long the text must at least be that survives a kill at ``moment``."""
        return max((length for at, length in self.log if at <= moment - MOST_LOST), default=0)

    def lost(self, text: str, moment: float) -> float:
        """Return how many seconds before ``moment`` the first key was pressed that is missing."""
        return max((moment - at for at, length in self.log if length > len(text)), default=0.0)

    def check(self, text: str, moment: float) -> None:
        """See that ``text`` may be what is left after a kill at ``moment``."""
        assert self.text.startswith(text), f"{text!r} was never typed; {self.text!r} was"
        least = self.least(moment)
        assert len(text) >= least, f"{text!r} is left of {self.text[:least]!r}"

    def check_file(self, text: str, moment: float) -> None:
        """See that ``text`` was saved, and not before the last saving that was done surely."""
        assert self.text.startswith(text), f"the file is damaged: {text!r} of {self.text!r}"
        least = max((length for at, length in self.saves if at <= moment - MOST_LOST), default=0)
        assert len(text) >= least, f"the file holds {text!r}, saved was {self.text[:least]!r}"

    def go_on(self, text: str) -> None:
        """Begin anew with ``text``."""
        now = time.monotonic()
        self.text, self.log, self.saves = text, [(now, len(text))], []


class Writer:
    """Somebody who types words, and the files that come of it."""

    def __init__(
        self, screen: Screen, folder: Path, chance: random.Random, longest: float = LONGEST
    ) -> None:
        """Write in drafts of ``folder``, at most ``longest`` seconds until a kill."""
        self._longest = longest
        self._environment = screen.environment(folder)
        self._folder = folder
        self._chance = chance
        self.worst = 0.0
        prepare(folder)

    def write(self, program: Program, typed: Typed, seconds: float, *, saves: bool) -> None:
        """Type words for some seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.write_word(program, typed)
            if saves and self._chance.random() < _SAVES:
                program.press("ctrl+s")
                typed.saves.append((time.monotonic(), len(typed.text)))
            if self._chance.random() < 0.1:
                time.sleep(self._chance.uniform(0.1, 1.2))

    def write_word(self, program: Program, typed: Typed) -> None:
        """Type one word with a space, or end the line."""
        if self._chance.random() < 0.08:
            typed.add("\n")
            program.press("Return")
        else:
            word = f"{self._chance.choice(_WORDS)} "
            typed.add(word)
            program.type(word)
        typed.typed()

    def kill_while(self, program: Program, typed: Typed, *, saves: bool) -> float:
        """Kill the program at a random moment while it is typed into; returns that moment."""
        after = self._chance.uniform(0.2, self._longest)
        moments: list[float] = []

        def kill() -> None:
            moments.append(time.monotonic())
            program.kill()

        timer = threading.Timer(after, kill)
        timer.start()
        self.write(program, typed, after, saves=saves)
        timer.join()
        program.close()
        return moments[0]

    def live(self, kills: int, *, named: bool) -> None:
        """Write one draft, killed now and then; with ``named`` it has a file."""
        path = self._folder / "post.md"
        typed = Typed("Begun before. " if named else "")
        if named:
            path.write_text(typed.text, "utf-8")
        program = Program(self._environment, *([path] if named else []))
        try:
            program.wait_until_ready()
            program.press("ctrl+End")
            for _ in range(kills):
                moment = self.kill_while(program, typed, saves=named)
                program = Program(self._environment)
                self.look(program, typed, moment, path if named else None)
        finally:
            program.close()
        if path.exists():
            path.unlink()
        self._forget()

    def look(self, program: Program, typed: Typed, moment: float, path: Path | None) -> None:
        """See what is left after a kill, and go on with that."""
        program.wait_until_ready()
        if path is not None:
            typed.check_file(path.read_text("utf-8"), moment)
        program.type("~")  # where the caret was
        left = program.text()
        assert left.endswith("~"), f"the caret was elsewhere: {left!r}"
        typed.check(left[:-1], moment)
        self.worst = max(self.worst, typed.lost(left[:-1], moment))
        typed.go_on(left)

    def _forget(self) -> None:
        """Let the next start begin with an empty draft."""
        for copy in (self._folder / "data" / "drafts").glob("*"):
            copy.unlink()

    def live_in_tabs(self, kills: int) -> None:
        """Write two drafts without a file in two tabs."""
        drafts = {"a": Typed("a "), "b": Typed("b ")}
        program = Program(self._environment)
        try:
            program.wait_until_ready()
            self._begin_tabs(program, drafts)
            for _ in range(kills):
                name = self._chance.choice("ab")
                self._go_to(program, name)
                moment = self.kill_while(program, drafts[name], saves=False)
                program = Program(self._environment)
                program.wait_until_ready()
                texts = {text[:1]: text for text in self._texts(program)}
                for name, typed in drafts.items():
                    left = texts.get(name, "")
                    typed.check(left, moment)
                    self.worst = max(self.worst, typed.lost(left, moment))
                    typed.go_on(left)
        finally:
            program.close()
        self._forget()

    def _begin_tabs(self, program: Program, drafts: dict[str, Typed]) -> None:
        program.type(drafts["a"].text)
        program.press("ctrl+t")
        program.type(drafts["b"].text)
        for typed in drafts.values():
            typed.typed()
        time.sleep(MOST_LOST)  # so that both are surely kept

    def _texts(self, program: Program) -> list[str]:
        texts = [program.text()]
        program.press("ctrl+Next")
        return [*texts, program.text()]

    def _go_to(self, program: Program, name: str) -> None:
        if not program.text().startswith(name):
            program.press("ctrl+Next")
        assert program.text().startswith(name)

    # Where nothing can be written

    def write_on_a_full_disk(self, place: Path) -> None:
        """Write while the file system that has drafts and data is full."""
        path, rest = place / "post.md", place / "rest"
        path.write_text("Begun before. ", "utf-8")
        typed = Typed("Begun before. ")
        program = Program(self._environment, path)
        try:
            program.wait_until_ready()
            program.press("ctrl+End")
            self.write(program, typed, 1.0, saves=False)
            time.sleep(MOST_LOST)
            kept = len(typed.text)
            _fill(rest)
            self.write(program, typed, self._longest / 2, saves=False)
            program.press("ctrl+s")
            time.sleep(1.0)
            assert path.read_text("utf-8") == "Begun before. "
            assert program.text() == typed.text, "the text in the window is another"
            moment = self.kill_while(program, typed, saves=True)
            assert path.read_text("utf-8") == "Begun before. "
            program = Program(self._environment)
            program.wait_until_ready()
            left = program.text()
            assert typed.text.startswith(left), f"{left!r} was never typed"
            assert len(left) >= kept, "the copy from before the disk was full is damaged"
            rest.unlink()
            typed.go_on(left)
            self.write(program, typed, self._longest / 2, saves=False)
            program.press("ctrl+s")
            wait_for("a saved file", lambda: path.read_text("utf-8") == typed.text)
            self.write(program, typed, 1.0, saves=False)
            time.sleep(MOST_LOST)
            moment = time.monotonic()
            program.kill()
            program.close()
            program = Program(self._environment)
            self.look(program, typed, moment, path)
        finally:
            program.close()

    def write_in_a_read_only_folder(self, place: Path, remount: str) -> None:
        """Write while the folder of the draft may only be read; ``remount`` is its device."""
        path = place / "post.md"
        path.write_text("Begun before. ", "utf-8")
        typed = Typed("Begun before. ")
        program = Program(self._environment, path)
        try:
            program.wait_until_ready()
            program.press("ctrl+End")
            _run("mount", "-o", f"remount,ro,{remount}", str(place))
            moment = self.kill_while(program, typed, saves=True)
            typed.saves = []
            program = Program(self._environment)
            self.look(program, typed, moment, path)
            assert path.read_text("utf-8") == "Begun before. "
            program.press("ctrl+s")
            time.sleep(1.0)
            assert program.text() == typed.text
            _run("mount", "-o", f"remount,rw,{remount}", str(place))
            program.press("ctrl+s")
            wait_for("a saved file", lambda: path.read_text("utf-8") == typed.text)
        finally:
            program.close()


def _fill(path: Path) -> None:
    """Leave no room on the file system of ``path``."""
    with path.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def no_mounts() -> str:
    """Return why file systems cannot be mounted here; empty if they can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "only root may mount file systems"
    with tempfile.TemporaryDirectory() as folder:
        try:
            with mounted(Path(folder)):
                return ""
        except (OSError, subprocess.CalledProcessError) as error:
            return f"file systems cannot be mounted here ({error})"


@contextmanager
def mounted(place: Path, options: str = "size=2m") -> Iterator[Path]:
    """Have a small file system in memory at ``place``."""
    place.mkdir(exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place))
    try:
        yield place
    finally:
        _run("umount", "-l", str(place))


def run_kills(folder: Path, kills: int, seed: int, longest: float = LONGEST) -> float:
    """Kill the program so often; returns the longest time of typing that was missing."""
    chance = random.Random(seed)
    screen = Screen()
    try:
        worst, number = 0.0, 0
        while kills > 0:
            number += 1
            some = min(kills, chance.randint(1, _LIVES))
            kills -= some
            home = folder / f"life-{number}"
            home.mkdir()
            writer = Writer(screen, home, chance, longest)
            kind = ("named", "unnamed", "tabs")[(number + seed) % 3]
            if kind == "tabs":
                writer.live_in_tabs(some)
            else:
                writer.live(some, named=kind == "named")
            worst = max(worst, writer.worst)
            print(f"{kind}: killed {some} times, at most {writer.worst:.2f} s missing", flush=True)
    finally:
        screen.close()
    return worst


def run_full(folder: Path, seed: int, longest: float = LONGEST) -> None:
    """Write on a full disk."""
    screen = Screen()
    try:
        with mounted(folder / "small") as place:
            writer = Writer(screen, place, random.Random(seed), longest)
            writer.write_on_a_full_disk(place)
    finally:
        screen.close()


def run_read_only(folder: Path, seed: int, longest: float = LONGEST) -> None:
    """Write in a folder that may only be read."""
    screen = Screen()
    try:
        with mounted(folder / "still") as place:
            writer = Writer(screen, folder, random.Random(seed), longest)
            writer.write_in_a_read_only_folder(place, "size=2m")
    finally:
        screen.close()


def main() -> int:
    """Do all of it and print what came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("kills", "full", "read-only"))
    given = parser.parse_args()
    lacking = missing()
    if lacking:
        print(lacking)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        if given.only in {None, "kills"}:
            worst = run_kills(Path(folder), given.kills, given.seed)
            print(f"{given.kills} kills: at most {worst:.2f} s of typing missing, no file damaged")
        cannot = no_mounts()
        if cannot:
            print(f"full disk and read-only folder left out: {cannot}")
            return 0
        if given.only in {None, "full"}:
            run_full(Path(folder), given.seed)
            print("full disk: text and copy whole")
        if given.only in {None, "read-only"}:
            run_read_only(Path(folder), given.seed)
            print("read-only folder: text and copy whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
