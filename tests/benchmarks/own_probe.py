"""The engine of the program in one process, without a window: ``own_probe.py FILE``.

Prints one JSON object as ``peer_probe.py`` does, and ``other``: seconds for a draft of that length
that the warm engine has not seen; ``parser``: the same for spaCy's parser alone.
"""

import json
import sys
import time
from pathlib import Path

from corpus import draft

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.judging import load_settings
from writer_assistant.analysis.live import LiveDraft


def seconds(work) -> float:  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(text: str) -> dict[str, object]:
    start = time.perf_counter()
    engine = Engine.load()
    settings, _ = load_settings()
    load = time.perf_counter() - start
    live = LiveDraft(settings, engine)
    live.set_lines(text.split("\n"))
    first = seconds(live.report)
    words = live.scores().words
    unseen = draft(words, seed=11)
    other = LiveDraft(settings, engine)
    other.set_lines(unseen.split("\n"))
    again = []
    lines = text.split("\n")
    number = max(range(len(lines)), key=lambda n: (len(lines[n]) > 200, -abs(n - len(lines) // 2)))

    def press(letter: str) -> None:
        middle = lines[number].index(" ", len(lines[number]) // 2)
        lines[number] = lines[number][:middle] + letter + lines[number][middle:]
        live.edit(number, 1, [lines[number]])
        while live.pending:
            live.work(1)

    for letter in "abcdefghijklmnopqrst":
        again.append(seconds(lambda letter=letter: press(letter)))
    warm = seconds(other.report)
    alone = Engine.load()
    parser = seconds(lambda: list(alone._nlp.pipe(draft(words, seed=13).split("\n\n"))))
    return {
        "words": words,
        "load": load,
        "first": first,
        "again": again,
        "other": warm,
        "parser": parser,
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]).read_text("utf-8"))))
