"""Which pains of a persona a sentence could speak to: by meaning, and by words in common.

The score of a pain is a weighted sum of likenesses. The weights are learned from the labelled
training drafts by ``training/build_matcher.py``; ``matcher.toml`` holds them and says how good they
are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root
from writer_assistant.persona.model import Answer, Entry, Pain, Persona
from writer_assistant.reframe.wording import words as word_list

if TYPE_CHECKING:
    from writer_assistant.reframe.encoder import Encoder

FEATURES = (
    "text",  # likeness to the pain's text
    "short",  # ... to its short form
    "words",  # ... to all its words together
    "word",  # ... to the two of its words that are most like the sentence
    "answer_feature",  # ... to the feature of the likest answer that relieves it
    "answer_words",  # ... to that answer's words together
    "answer_word",  # ... to the likest of them
    "answer_benefit",  # ... to its benefit
    "gain",  # ... to the likest gain that relieves it
    "shared_words",  # stems that the sentence shares with its words
    "shared_text",  # ... with its text and short form
    "shared_answer",  # ... with the answers that relieve it
    "near_words",  # stems that the sentences around share with its words
    "near_answer",  # ... with the answers that relieve it
    "has_answer",  # whether an answer relieves it
    "has_gain",  # whether a gain relieves it
    "place",  # where among the pains it stands: 0 first, 1 last
)
"""Names of the numbers that a score is made of."""

_MANY = 3  # shared stems beyond which one more says little
_WORD = re.compile(r"[^\W_][\w'’-]*")
_ENDINGS = re.compile(
    r"(?:ations?|ings?|ments?|ness|ies|iest|ier|ers?|est|ied|ed|es|'s|s|ly|e|(?<![aeiou])ys?)$"
)
_SHORTEST_STEM = 3
_STEP = 4
"""Texts of a persona that are encoded in one step: some ten milliseconds."""


@dataclass(frozen=True, slots=True)
class Match:
    """A pain that a sentence could speak to.

    Attributes:
        pain: the pain.
        score: how well it fits, comparable between the pains of one persona.
        share: its share (0 to 1) of the belief that one of the pains fits.
        fit: how likely (0 to 1) it is that any pain fits this sentence; the same for all.
        answers: the answers that relieve it, the likest to the sentence first.
    """

    pain: Pain
    score: float
    share: float
    fit: float
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A sentence to be matched.

    Attributes:
        text: its words.
        near: the sentences around it.
        is_selfie: whether nothing in it serves the reader, so that less is to be expected of it.
    """

    text: str
    near: tuple[str, ...] = ()
    is_selfie: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one pain beforehand: places of its texts in the persona's matrix."""

    pain: Pain
    text: int
    short: int
    together: int
    words: tuple[int, ...]
    answers: tuple[tuple[Answer, int, int, int, tuple[int, ...]], ...]
    gains: tuple[int, ...]
    word_stems: frozenset[str]
    text_stems: frozenset[str]
    answer_stems: frozenset[str]


class Matcher:
    """Matches sentences with one persona's pains."""

    def __init__(self, persona: Persona, encoder: Encoder) -> None:
        self._encoder = encoder
        texts: dict[str, int] = {}

        def place(text: str) -> int:
            return texts.setdefault(text, len(texts))

        self._known = [_known(pain, persona, place) for pain in persona.pains]
        self._questions = [(entry, place(entry.text)) for entry in persona.questions]
        names = (*persona.author.names, *persona.author.products)
        self._names = _pattern(names)
        self._texts = tuple(texts)

    def prepare(self) -> Iterator[None]:
        """Do in small steps what the first sentence would have to wait for."""
        for start in range(0, len(self._texts), _STEP):
            self._encoder.encode(self._texts[start : start + _STEP])
            yield

    @cached_property
    def _matrix(self) -> Any:
        return self._encoder.encode(self._texts)

    def features(self, queries: Sequence[Query]) -> list[Any]:
        """Return for each query a matrix: a row a pain, a column a feature."""
        import numpy as np

        plain = [self._names.sub(" ", query.text).strip() or query.text for query in queries]
        likeness = self._encoder.encode(plain) @ self._matrix.T
        rows = []
        for query, like in zip(queries, likeness, strict=True):
            here = stems(query.text)
            near = stems(" ".join(query.near))
            rows.append(
                np.array(
                    [
                        _numbers(known, like, here, near, number / max(1, len(self._known) - 1))
                        for number, known in enumerate(self._known)
                    ],
                    dtype=np.float32,
                ).reshape(len(self._known), len(FEATURES))
            )
        return rows

    def question(self, text: str) -> Entry | None:
        """Return the question of the persona that is nearest to a text in meaning, if any."""
        if not self._questions:
            return None
        like = self._encoder.encode([text])[0] @ self._matrix.T
        return max(self._questions, key=lambda known: like[known[1]])[0]

    def rank(self, queries: Sequence[Query]) -> list[tuple[Match, ...]]:
        """Return for each query the pains, the best fitting first."""
        import numpy as np

        if not self._known or not queries:
            return [() for _ in queries]
        weights, fit = _weights()
        ranked = []
        for query, rows in zip(queries, self.features(queries), strict=True):
            scores = rows @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            chance = 1 / (1 + np.exp(-(fit @ fit_numbers(rows, scores, query))))
            like = self._encoder.encode([query.text]) @ self._matrix.T
            ranked.append(
                tuple(
                    Match(
                        self._known[number].pain,
                        float(scores[number]),
                        float(shares[number]),
                        float(chance),
                        _best_answers(self._known[number], like[0]),
                    )
                    for number in np.argsort(-scores, kind="stable")
                )
            )
        return ranked


def fit_numbers(rows: Any, scores: Any, query: Query) -> Any:
    """Return the numbers by which it is told whether any pain fits at all; the last is 1."""
    import numpy as np

    best = rows[int(np.argmax(scores))]
    ordered = np.sort(scores)[::-1]
    lead = ordered[0] - ordered[1] if len(ordered) > 1 else 0.0
    liking = FEATURES.index("shared_words")
    return np.array(
        [
            ordered[0],
            lead,
            rows[:, :liking].max(),
            best[:4].mean(),
            best[liking : liking + 3].sum(),
            float(query.is_selfie),
            1.0,
        ],
        dtype=np.float32,
    )


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of ``text`` that carry meaning."""
    return _stems(text)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    stops = word_list("stop_words")
    return frozenset(
        stem(word)
        for word in (found.group().casefold().replace("’", "'") for found in _WORD.finditer(text))
        if word not in stops
    )


def stem(word: str) -> str:
    """Return a word in lower case without its ending; rough, and the same for all its forms."""
    ending = _ENDINGS.search(word, _SHORTEST_STEM)
    return word[: ending.start()] if ending else word


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not longest_first:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:['’]s)?(?!\w)")


def _known(pain: Pain, persona: Persona, place: Any) -> _Known:
    words = pain.words or (pain.short or pain.text,)
    answers = tuple(answer for answer in persona.answers if pain.id in answer.relieves)
    told = " ".join(word for answer in answers for word in (answer.feature, *answer.words))
    return _Known(
        pain,
        place(pain.text),
        place(pain.short or pain.text),
        place(", ".join(words)),
        tuple(place(word) for word in words),
        tuple(
            (
                answer,
                place(answer.feature),
                place(", ".join(answer.words or (answer.feature,))),
                place(answer.benefit or answer.feature),
                tuple(place(word) for word in answer.words or (answer.feature,)),
            )
            for answer in answers
        ),
        tuple(place(gain.text) for gain in persona.gains if pain.id in gain.relieves),
        stems(" ".join(words)),
        stems(f"{pain.text} {pain.short}"),
        stems(told),
    )


def _numbers(
    known: _Known, like: Any, here: frozenset[str], near: frozenset[str], place: float
) -> list[float]:
    """Return the features of one pain, in the order of ``FEATURES``."""
    best = sorted((like[word] for word in known.words), reverse=True)[:2]
    answers = known.answers
    return [
        like[known.text],
        like[known.short],
        like[known.together],
        sum(best) / len(best),
        max((like[feature] for _, feature, _, _, _ in answers), default=0.0),
        max((like[together] for _, _, together, _, _ in answers), default=0.0),
        max((like[word] for *_, words in answers for word in words), default=0.0),
        max((like[benefit] for _, _, _, benefit, _ in answers), default=0.0),
        max((like[gain] for gain in known.gains), default=0.0),
        min(_MANY, len(here & known.word_stems)),
        min(_MANY, len(here & known.text_stems)),
        min(_MANY, len(here & known.answer_stems)),
        min(_MANY, len(near & known.word_stems)),
        min(_MANY, len(near & known.answer_stems)),
        float(bool(answers)),
        float(bool(known.gains)),
        place,
    ]


def _best_answers(known: _Known, like: Any) -> tuple[Answer, ...]:
    """Return the answers that relieve a pain, the likest to the sentence first."""

    def likeness(told: tuple[Answer, int, int, int, tuple[int, ...]]) -> float:
        answer, feature, together, benefit, _ = told
        first = 0.1 if answer.relieves[0] == known.pain.id else 0.0
        return float(like[feature] + like[together] + like[benefit]) / 3 + first

    return tuple(told[0] for told in sorted(known.answers, key=likeness, reverse=True))


@lru_cache(maxsize=1)
def _weights() -> tuple[Any, Any]:
    """Return the learned weights of the features, and those of the fit.

    Raises:
        UserError: if their file is damaged.
    """
    import numpy as np

    path = resource_root() / "models" / "matcher.toml"
    try:
        data: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        weights = np.array([data["weights"][name] for name in FEATURES], dtype=np.float32)
        return weights, np.array(data["fit"]["weights"], dtype=np.float32)
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise UserError(
            "the weights of the matcher cannot be read", str(path), "Install the program again."
        ) from error
