"""Which pains a sentence could speak to."""

from dataclasses import replace

import pytest

from writer_assistant.persona.model import Pain, Persona
from writer_assistant.reframe.encoder import Encoder
from writer_assistant.reframe.match import FEATURES, Matcher, Query, stem, stems


@pytest.fixture(scope="module")
def matcher(olga: Persona) -> Matcher:
    return Matcher(olga, Encoder.built_in())


@pytest.mark.parametrize(
    ("sentence", "pain"),
    [
        ("GlideCar's dampers reduce cross-axial vibration by 19 %.", "broken-goods"),
        ("A live map shows every wagon's position.", "late-trains"),
        ("Our EDI interface fills in the forms from your order.", "paperwork"),
    ],
)
def test_the_pain_that_fits_comes_first(matcher: Matcher, sentence: str, pain: str) -> None:
    ranked = matcher.rank([Query(sentence)])[0]
    assert ranked[0].pain.id == pain
    assert [match.score for match in ranked] == sorted((m.score for m in ranked), reverse=True)
    assert sum(match.share for match in ranked) == pytest.approx(1, abs=1e-4)


def test_a_selfie_fits_less_than_a_feature(matcher: Matcher) -> None:
    feature, selfie = matcher.rank(
        [
            Query("GlideCar's dampers reduce vibration."),
            Query("Huge thanks to our team for a wonderful party!", is_selfie=True),
        ]
    )
    assert feature[0].fit > 0.8 > 0.3 > selfie[0].fit


def test_one_by_one_and_together_are_the_same(matcher: Matcher) -> None:
    queries = [Query("We have new wagons."), Query("Trains run at night.", ("Before.",))]
    together = matcher.rank(queries)
    alone = [matcher.rank([query])[0] for query in queries]
    for some, others in zip(together, alone, strict=True):
        assert [m.pain.id for m in some] == [m.pain.id for m in others]
        assert some[0].score == pytest.approx(others[0].score, abs=1e-3)


def test_the_author_s_name_tells_nothing(matcher: Matcher) -> None:
    with_name, without = matcher.features([Query("Norwick runs."), Query("runs.")])
    likenesses = [FEATURES.index(name) for name in ("text", "short", "words")]
    assert with_name[:, likenesses] == pytest.approx(without[:, likenesses], abs=1e-4)


def test_words_around_count(matcher: Matcher) -> None:
    column = FEATURES.index("near_words")
    rows = matcher.features([Query("It is new.", ("The tracking shows delays.",))])[0]
    assert rows[1, column] == 2
    assert rows[0, column] == 0


def test_a_persona_without_pains_has_no_match(olga: Persona) -> None:
    matcher = Matcher(replace(olga, pains=()), Encoder.built_in())
    assert matcher.rank([Query("Anything.")]) == [()]


def test_one_pain_without_anything_but_text() -> None:
    matcher = Matcher(Persona("x", pains=(Pain("a", "goods break"),)), Encoder.built_in())
    (only,) = matcher.rank([Query("Broken goods.")])[0]
    assert only.share == pytest.approx(1)
    assert only.answers == ()


def test_stems_agree_over_forms() -> None:
    assert {stem("delays"), stem("delayed"), stem("delaying")} == {"delay"}
    assert stems("The trains were delayed") == {"train", "delay"}
