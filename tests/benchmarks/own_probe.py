"""The engine of the program in one process, without a window: ``own_probe.py FILE``.

Prints one JSON object as ``peer_probe.py`` does, and seconds of the warm engine for drafts of that
length that it has not seen: ``other``, made from the same patterns, and ``unseen``, real ones in
which no sentence recurs; ``parser`` and ``parser_unseen``: the same for spaCy's parser alone, set
up as ours; ``stock`` and ``stock_unseen``: for one as spaCy loads it.
"""

import importlib
import json
import sys
import time
from pathlib import Path

from corpus import draft, unlike

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
    other = LiveDraft(settings, engine)
    other.set_lines(draft(words, seed=11).split("\n"))
    unseen = LiveDraft(settings, engine)
    unseen.set_lines(unlike(words).split("\n"))
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
    new = seconds(unseen.report)
    again_seen, again_unseen = draft(words, seed=13).split("\n\n"), unlike(words).split("\n\n")
    alone = Engine.load()._nlp
    stock = importlib.import_module(engine.model.split()[0]).load(
        disable=set(alone.component_names) - set(alone.pipe_names), exclude=["ner", "senter"]
    )
    return {
        "words": words,
        "load": load,
        "first": first,
        "again": again,
        "other": warm,
        "unseen": new,
        "unseen_words": unseen.scores().words,
        "parser": seconds(lambda: list(alone.pipe(again_seen))),
        "parser_unseen": seconds(lambda: list(alone.pipe(again_unseen))),
        "stock": seconds(lambda: list(stock.pipe(again_seen))),
        "stock_unseen": seconds(lambda: list(stock.pipe(again_unseen))),
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]).read_text("utf-8"))))
