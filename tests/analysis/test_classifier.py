"""The learned judge: what it is sure of, what it must not do, and damaged models."""

from collections.abc import Callable
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from writer_assistant.analysis.classifier import FORMAT, Judge, Judgement
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.facts import see
from writer_assistant.analysis.rule import Context
from writer_assistant.analysis.transformer import load_transformer
from writer_assistant.errors import UserError
from writer_assistant.paths import resource_root
from writer_assistant.persona.model import Author
from writer_assistant.text.markup import read_draft

Look = Callable[[str], list[Any]]
MODEL = resource_root() / "models" / "judge.npz"
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge.load(MODEL)


def judge_text(judge: Judge, text: str, look: Look) -> list[Judgement]:
    return [judge.judge(placed.context) for placed in look(text)]


SELFIES = [
    "We are thrilled to announce that our Leeds team has moved into a new office.",
    "Norwick Freight is proud to celebrate its thirtieth anniversary this week.",
    "Our founder was named Logistics Leader of the Year at a gala in Vienna.",
    "A new corporate identity has been rolled out across Norwick.",
]
FEATURES = [
    "The GlideCar has twin-tube dampers and a 5,000 mAh battery.",
    "GlideCar comes with a 12-core processor, 32 GB of memory and an aluminium frame.",
]
FOR_THE_READER = [
    "Your order leaves the warehouse the day you place it.",
    "If a pallet arrives broken, take a photo before you sign for it.",
    "You will know by seven whether the truck is late.",
    "Ask your driver how many stops come before yours.",
]


@pytest.mark.parametrize("text", SELFIES)
def test_a_selfie_is_one(text: str, judge: Judge, look: Look) -> None:
    (judgement,) = judge_text(judge, text, look)
    assert judgement.says("self_strong")
    assert judgement.says("self_any")
    assert judgement.serves < 0.5


@pytest.mark.parametrize("text", FEATURES)
def test_a_feature_is_one(text: str, judge: Judge, look: Look) -> None:
    (judgement,) = judge_text(judge, text, look)
    assert judgement.says("feature_any")


@pytest.mark.parametrize("text", FOR_THE_READER)
def test_what_serves_the_reader_passes(text: str, judge: Judge, look: Look) -> None:
    (judgement,) = judge_text(judge, text, look)
    assert not judgement.says("self_any")
    assert not judgement.says("bare_ask")
    assert judgement.serves > 0.5


def test_an_ask_is_bare_or_has_its_reason(judge: Judge, look: Look) -> None:
    bare = judge_text(judge, "We had a great fair.\n\nFollow us on LinkedIn!", look)[-1]
    given_reason = judge_text(judge, "Follow for one five-minute knee exercise each Monday.", look)[
        -1
    ]
    assert bare.bare_ask >= judge.thresholds["bare_ask"] > given_reason.bare_ask


def test_ends_speak_of_the_reader_or_not(judge: Judge, look: Look) -> None:
    hers = judge_text(judge, "Are your pallets late again?\n\nYou can change that.", look)
    ours = judge_text(judge, " ".join(SELFIES), look)
    assert hers[0].speaks >= judge.thresholds["speaks"] > ours[0].speaks


def test_neighbours_weigh(judge: Judge, look: Look) -> None:
    line = "The doors open at nine."
    among_selfies = judge_text(judge, f"{SELFIES[0]} {SELFIES[1]} {line} {SELFIES[2]}", look)[2]
    alone = judge_text(judge, line, look)[0]
    assert among_selfies.self_any > alone.self_any


def test_names_do_not_matter(judge: Judge, engine: Engine) -> None:
    one, other = (
        judge.judge(sole(f"{name} has won a prize.", engine, name))
        for name in ("Norwick", "Zyxovia")
    )
    np.testing.assert_allclose(astuple(one)[1:], astuple(other)[1:], atol=0.05)


def sole(text: str, engine: Engine, name: str) -> Context:
    (paragraph,) = read_draft(text).paragraphs
    ((sentence,),) = engine.sentences([paragraph.content])
    author = Author((name,))
    return Context(facts=see(sentence, author, engine.lemma), author=author)


def test_prepared_or_not(judge: Judge, look: Look) -> None:
    placed = look("\n\n".join([*SELFIES, *FEATURES, *FOR_THE_READER]))
    judge.prepare((one.facts for one in placed), placed[0].context.knowledge)
    fresh = Judge.load(MODEL, load_transformer(MODEL.with_name("transformer.onnx")))
    for one in placed:
        assert judge.judge(one.context) == fresh.judge(one.context)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.one_of(st.characters(), st.sampled_from("we our İß’“!?#0 .😀")), max_size=200))
def test_any_text_has_chances(judge: Judge, look: Look, text: str) -> None:
    for judgement in judge_text(judge, text, look):
        assert all(0 <= chance <= 1 for chance in astuple(judgement)[1:])


def test_a_very_long_sentence(judge: Judge, look: Look) -> None:
    (judgement,) = judge_text(judge, "we are proud and " * 2_000, look)
    assert all(0 <= chance <= 1 for chance in astuple(judgement)[1:])


def test_thresholds_are_those_of_judgements(judge: Judge) -> None:
    names = {field.name for field in fields(Judgement)}
    assert set(judge.thresholds) == names - {"thresholds"}
    assert all(0 < threshold < 1 for threshold in judge.thresholds.values())


def test_model_is_small() -> None:
    assert MODEL.stat().st_size < 1_000_000


def _broken(path: Path, how: str) -> Path:
    data = MODEL.read_bytes()
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "text":
        path.write_text("no model", encoding="utf-8")
    elif how == "array":
        with path.open("wb") as file:
            np.save(file, np.zeros(3))
    elif how == "folder":
        path.mkdir()
    elif how == "version":
        with np.load(MODEL) as file:
            np.savez(path, **{**dict(file), "format": np.array(FORMAT + 1)})
    elif how == "lacking":
        with np.load(MODEL) as file:
            np.savez(path, **{name: file[name] for name in file.files if name != "weights"})
    return path


@pytest.mark.parametrize(
    "how", ["cut", "empty", "text", "array", "folder", "version", "lacking", "missing"]
)
def test_a_damaged_model_is_named(how: str, tmp_path: Path) -> None:
    path = _broken(tmp_path / "judge.npz", how)
    with pytest.raises(UserError) as caught:
        Judge.load(path)
    assert caught.value.where == str(path)
    assert caught.value.remedy
