"""Build ``resources/models/word-bands.txt``: English words by how common they are.

    python training/build_word_bands.py

From the frequency dictionary in the PyPI package ``symspellpy`` (MIT; 82,765 words, the
intersection of Google's n-grams of books, CC BY 3.0, and the SCOWL word lists). A line holds the
words of one band, the commonest first; each band is about twice as long as the one before.
"""

from __future__ import annotations

import math
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "models" / "word-bands.txt"
_FIRST = 250
_LAST_BAND = 8


def main() -> None:
    """Write the file."""
    source = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    bands: list[list[str]] = [[] for _ in range(_LAST_BAND + 1)]
    for rank, line in enumerate(source.read_text(encoding="utf-8-sig").splitlines()):
        band = int(math.log2((rank + _FIRST) / _FIRST))
        bands[min(band, _LAST_BAND)].append(line.split()[0])
    TARGET.write_text(
        "".join(f"{' '.join(sorted(words))}\n" for words in bands), encoding="utf-8", newline="\n"
    )
    print(f"{TARGET.name}: {[len(words) for words in bands]}")


if __name__ == "__main__":
    main()
