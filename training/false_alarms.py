"""Count strong findings in prose that sells nothing.

    uv run python training/false_alarms.py FILE ...

Prints strong findings per 1,000 words for each file (Markdown or plain text) and for all together,
and with ``--show`` the findings themselves. A draft that sells nothing deserves none; two in 1,000
words are the most that we accept.
"""

import argparse
from collections import Counter
from pathlib import Path

from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import Finding, Severity
from writer_assistant.analysis.judging import load_settings
from writer_assistant.analysis.live import LiveDraft
from writer_assistant.text.readers import read_file


def main() -> None:
    """Check the files and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print the findings themselves")
    options = parser.parse_args()
    engine = Engine.load()
    settings, _ = load_settings()
    words = 0
    kinds: Counter[str] = Counter()
    for path in options.files:
        loaded = read_file(path)
        draft = LiveDraft(settings, engine, markup=loaded.markup)
        draft.set_lines(loaded.text.split("\n"))
        report = draft.report()
        strong = [f for f in report.findings if f.severity is Severity.STRONG]
        words += report.words
        kinds.update(finding.kind.value for finding in strong)
        print(f"{path.name}: {_rate(len(strong), report.words)} in {report.words} words")
        if options.show:
            print("\n".join(f"  {_shown(finding)}" for finding in strong))
    print(f"all: {_rate(kinds.total(), words)} in {words} words; {dict(kinds)}")


def _rate(count: int, words: int) -> str:
    return f"{1000 * count / max(words, 1):.2f} strong findings per 1,000 words"


def _shown(finding: Finding) -> str:
    return f"{finding.kind}: {' '.join(finding.text.split())[:100]} — {finding.reason}"


if __name__ == "__main__":
    main()
