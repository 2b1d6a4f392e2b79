"""Gathers the texts of the window for translators, and makes their files ready to be loaded.

    uv run python build_spec/translations.py

Both are done by Qt's own tools, which come with PySide6: ``lupdate`` puts every ``tr("…")`` of the
window into ``resources/translations/*.ts`` (what is new waits there as unfinished, for Qt Linguist
or any editor), ``lrelease`` makes the ``.qm`` files that the program loads.
"""

from __future__ import annotations

import subprocess
import sysconfig
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
SOURCES = ROOT / "writer_assistant" / "gui"


def gather(targets: Sequence[Path]) -> None:
    """Bring the ``.ts`` files up to date with the texts in the code."""
    _run(
        "pyside6-lupdate", *map(str, sorted(SOURCES.glob("*.py"))),
        "-tr-function-alias", "tr+=tr_later", "-locations", "none", "-no-obsolete", "-silent",
        "-source-language", "en", "-ts", *map(str, targets),
    )  # fmt: skip


def release(source: Path, target: Path) -> None:
    """Make ``target``, which the program loads, of the ``.ts`` file ``source``."""
    _run("pyside6-lrelease", str(source), "-silent", "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / tool
    subprocess.run([str(program), *arguments], check=True, cwd=ROOT)  # noqa: S603


if __name__ == "__main__":
    sources = sorted(TRANSLATIONS.glob("*.ts"))
    gather(sources)
    for source in sources:
        release(source, source.with_suffix(".qm"))
