"""The engine's loop: what it answers to what, in which order, and how it leaves."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from writer_assistant.analysis import judging
from writer_assistant.analysis.engine import Engine
from writer_assistant.analysis.finding import Finding, How, Suggestion
from writer_assistant.engine_loop import Loop
from writer_assistant.errors import UserError

SELFIE = "We are thrilled to announce that our Leeds team has moved into a new office."
SETTINGS = {"do": "settings", "persona": None, "authors": [], "lexicons": [], "channel": None}
Message = dict[str, Any]
WORDS = "You frobnicate it with gizmology."


class Child:
    """A loop in a thread of the test; ``release`` lets it load the grammar."""

    def __init__(self, engine: Engine | UserError | Exception) -> None:
        self.inbox: SimpleQueue[Any] = SimpleQueue()
        self.answers: SimpleQueue[Message] = SimpleQueue()
        self.heard: list[Message] = []
        self.release = threading.Event()
        self._engine = engine
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        Loop(self.inbox, self.answers.put, self._load).run()

    def _load(self) -> Engine:
        self.release.wait(60)
        if isinstance(self._engine, Exception):
            raise self._engine
        return self._engine

    def ask(self, **request: Any) -> None:
        self.inbox.put(json.loads(json.dumps(request)))

    def open(self, text: str, number: int = 1, **more: Any) -> None:
        self.ask(do="open", draft=number, revision=1, lines=text.split("\n"), **more)

    def hear(self, wanted: Callable[[Message], bool]) -> Message:
        """Wait for an answer; what comes before it is kept in ``heard``."""
        while True:
            answer = self.answers.get(timeout=20)
            self.heard.append(answer)
            if wanted(answer):
                return answer

    def hear_findings(self, *, grammar: bool = True, revision: int = 1) -> Message:
        return self.hear(
            lambda a: (
                a["say"] == "findings" and a["grammar"] is grammar and a["revision"] == revision
            )
        )

    def end(self) -> None:
        self.release.set()
        self.inbox.put(None)
        self._thread.join(60)
        assert not self._thread.is_alive()


@pytest.fixture
def settings(tmp_path: Path) -> Message:
    """Settings with a lexicon of its own, so that built-in ones may change."""
    lexicon = tmp_path / "own.toml"
    entries = "".join(f'[[entry]]\nphrase = "{word}"\n' for word in ("frobnicate", "gizmology"))
    lexicon.write_text(f'format = 1\nkind = "jargon"\nsubkind = "insider"\n{entries}')
    return {**SETTINGS, "lexicons": [str(lexicon)]}


@pytest.fixture
def start() -> Iterator[Callable[[Any], Child]]:
    children: list[Child] = []

    def make(engine: Any) -> Child:
        children.append(Child(engine))
        return children[-1]

    yield make
    for child in children:
        child.end()


Start = Callable[[Any], Child]


def kinds(answer: Message) -> set[str]:
    return {f["kind"] for p in answer["paragraphs"] for f in p["findings"]}


@pytest.mark.model
def test_word_lists_first_then_grammar(start: Start, engine: Engine, settings: Message) -> None:
    child = start(engine)
    child.ask(**settings)
    child.open(f"{SELFIE} {WORDS}")
    first = child.hear_findings(grammar=False)
    assert kinds(first) == {"jargon"}
    assert child.heard[0] == {"say": "started"}
    child.release.set()
    second = child.hear_findings()
    assert "self-centered" in kinds(second)
    ready = next(a for a in child.heard if a["say"] == "ready")
    assert ready["model"] == engine.model
    scores = child.hear(lambda a: a["say"] == "scores" and a["analysed"] == 1.0)
    assert scores["words"] == len(f"{SELFIE} {WORDS}".split())
    assert scores["customer_first"] is False


@pytest.mark.model
def test_offsets_are_code_points_of_the_paragraph(start: Start, engine: Engine) -> None:
    child = start(engine)
    child.release.set()
    text = f"😀 {SELFIE}\nand more of it."
    child.open(f"Fine.\n\n{text}\n")
    answer = child.hear(
        lambda a: a["say"] == "findings" and a["grammar"] and bool(kinds(a) & {"self-centered"})
    )
    paragraph = next(p for p in answer["paragraphs"] if p["findings"])
    assert (paragraph["line"], paragraph["lines"], paragraph["length"]) == (2, 2, len(text))
    for finding in paragraph["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]


@pytest.mark.model
def test_an_edit_is_answered_with_its_revision(start: Start, engine: Engine) -> None:
    child = start(engine)
    child.release.set()
    child.open("Fine.\n\nFine.\n\nFine.")
    child.hear_findings()
    child.ask(do="edit", draft=1, revision=2, first=2, removed=1, lines=[SELFIE])
    answer = child.hear_findings(revision=2)
    assert [p["line"] for p in answer["paragraphs"] if p["findings"]] == [2]


@pytest.mark.model
def test_what_becomes_code_has_no_findings_any_more(start: Start, engine: Engine) -> None:
    child = start(engine)
    child.release.set()
    child.open(f"Fine.\n\n{SELFIE}\n\nFine.")
    child.hear(lambda a: a["say"] == "scores" and a["analysed"] == 1.0)
    child.ask(do="edit", draft=1, revision=2, first=1, removed=1, lines=["```"])
    child.hear(lambda a: a["say"] == "scores" and a["revision"] == 2 and a["analysed"] == 1.0)
    last: dict[int, list[Message]] = {}
    for answer in child.heard:
        for paragraph in answer["paragraphs"] if answer["say"] == "findings" else ():
            for line in range(paragraph["line"], paragraph["line"] + paragraph["lines"]):
                last[line] = paragraph["findings"]
    assert last[2] == []


@pytest.mark.model
def test_edits_go_before_the_rest_of_a_long_draft(start: Start, engine: Engine) -> None:
    """The edit of the last line is answered while the draft is being worked through."""
    child = start(engine)
    child.release.set()
    lines = [f"The {n}. pallet leaves the port on day {n}.\n" for n in range(3_000)]
    child.open("\n".join(lines))
    child.hear_findings()
    child.ask(do="edit", draft=1, revision=2, first=5_999, removed=1, lines=["", SELFIE])
    child.hear(lambda a: a["say"] == "findings" and bool(kinds(a)))
    done = {p["line"] for a in child.heard if a["say"] == "findings" for p in a["paragraphs"]}
    assert len(done) < 1_500


@pytest.mark.model
def test_what_is_in_view_goes_before_the_rest(start: Start, engine: Engine) -> None:
    child = start(engine)
    lines = [f"The {n}. pallet leaves the port on day {n}." for n in range(2_000)]
    child.open("\n\n".join(lines))
    child.ask(do="visible", draft=1, first=3_000, last=3_020)
    child.hear_findings(grammar=False)
    child.release.set()
    answer = child.hear_findings()
    assert 3_000 <= answer["paragraphs"][0]["line"] <= 3_020


@pytest.mark.model
def test_a_draft_in_pieces_is_analysed_when_it_is_whole(start: Start, engine: Engine) -> None:
    child = start(engine)
    child.release.set()
    child.open("One.\n", more=True)
    child.ask(do="edit", draft=1, revision=2, first=2, removed=0, lines=[SELFIE], more=True)
    child.ask(do="ping")
    child.hear(lambda a: a["say"] == "pong")
    assert not any(a["say"] == "findings" for a in child.heard)
    child.ask(do="edit", draft=1, revision=3, first=3, removed=0, lines=["", "Three."])
    child.hear(lambda a: a["say"] == "scores" and a["analysed"] == 1.0)
    found = [a for a in child.heard if a["say"] == "findings"]
    assert {p["line"] for a in found for p in a["paragraphs"]} == {0, 2, 4}
    assert {a["revision"] for a in found} == {3}


@pytest.mark.model
def test_settings_judge_everything_anew(start: Start, engine: Engine, settings: Message) -> None:
    child = start(engine)
    child.release.set()
    child.ask(**settings)
    child.open(WORDS)
    assert kinds(child.hear_findings()) == {"jargon"}
    persona = 'format = 1\n[persona]\nname = "Olga"\n[vocabulary]\nuses = ["frobnicate"]\n'
    child.ask(**{**settings, "persona": {"path": "olga.persona.toml", "text": persona}})
    (paragraph,) = child.hear_findings()["paragraphs"]
    assert [f["text"] for f in paragraph["findings"]] == ["gizmology"]


def test_a_broken_persona_is_a_problem_and_no_end(start: Start, settings: Message) -> None:
    child = start(UserError("no model", remedy="Install it."))
    child.ask(**{**settings, "persona": {"path": "olga.persona.toml", "text": "format = ["}})
    problem = child.hear(lambda a: a["say"] == "problem")
    assert problem["where"].startswith("olga.persona.toml")
    child.open(WORDS)
    assert kinds(child.hear_findings(grammar=False)) == {"jargon"}


@pytest.mark.parametrize("error", [UserError("no model", remedy="Install it."), OSError("disk")])
def test_without_a_model_word_lists_go_on(start: Start, error: Exception) -> None:
    child = start(error)
    child.open("\n\n".join([WORDS] * 200))
    child.release.set()
    problem = child.hear(lambda a: a["say"] == "problem")
    assert problem["what"]
    assert problem["remedy"]
    child.hear(lambda a: a["say"] == "findings" and a["paragraphs"][-1]["line"] == 398)


def test_without_the_judge_word_lists_go_on(
    start: Start, settings: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise UserError("the judge's model cannot be read", "judge.npz", "Install it again.")

    monkeypatch.setattr(judging, "judge", damaged)
    child = start(OSError("never asked for"))
    child.ask(**settings)
    child.open(WORDS)
    child.release.set()
    problem = child.hear(lambda a: a["say"] == "problem")
    assert problem["where"] == "judge.npz"
    assert problem["remedy"] == "Install it again. Until then only word lists are looked up."
    child.ask(do="edit", draft=1, revision=2, first=0, removed=1, lines=[f"Now {WORDS}"])
    child.hear(lambda a: a["say"] == "findings" and a["revision"] == 2 and "jargon" in kinds(a))


@pytest.mark.model
def test_suggestions(
    start: Start, engine: Engine, settings: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Reframer:
        def __init__(
            self, _engine: Engine, persona: object, channel: object, variety: object
        ) -> None:
            assert persona is channel is variety is None

        def warm(self) -> Iterator[None]:
            raise RuntimeError("another bug")

        def suggest(self, found: SimpleNamespace) -> list[Suggestion]:
            finding: Finding = found.finding
            if finding.text == "gizmology":
                raise RuntimeError("a bug")
            return [Suggestion("use", finding.span, How.PLAIN)]

    module = ModuleType("writer_assistant.reframe.suggest")
    module.Reframer = Reframer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    child = start(engine)
    child.release.set()
    child.ask(**settings)
    child.open(WORDS)
    paragraph = child.hear_findings()["paragraphs"][0]

    def suggested(**place: Any) -> list[Message]:
        place = {"draft": 1, "revision": 1, "line": 0, "kind": "jargon", **place}
        child.ask(do="suggest", id=7, **place)
        answer = child.hear(lambda a: a["say"] == "suggestions")
        assert (answer["draft"], answer["id"]) == (1, 7)
        return answer["suggestions"]

    places = {f["text"]: (f["start"], f["end"]) for f in paragraph["findings"]}
    start_, end = places["frobnicate"]
    (suggestion,) = suggested(start=start_, end=end)
    assert (suggestion["text"], suggestion["how"]) == ("use", "plain")
    assert suggested(start=start_, end=end + 1) == []
    start_, end = places["gizmology"]
    assert suggested(start=start_, end=end) == []
    assert len(suggested(start=places["frobnicate"][0], end=places["frobnicate"][1])) == 1


@pytest.mark.model
def test_rules_that_fail_do_not_end_it(
    start: Start, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from writer_assistant.analysis.live import LiveDraft

    work = LiveDraft.work

    def failing(self: LiveDraft, limit: int = 1) -> Any:
        if any("boom" in line for line in self._mirror.lines):
            raise RuntimeError("a bug")
        return work(self, limit)

    monkeypatch.setattr(LiveDraft, "work", failing)
    child = start(engine)
    child.release.set()
    child.open("boom")
    problem = child.hear(lambda a: a["say"] == "problem")
    assert "a bug" in problem["what"]
    child.ask(do="ping")
    child.hear(lambda a: a["say"] == "pong")
    child.ask(do="edit", draft=1, revision=2, first=0, removed=1, lines=[SELFIE])
    assert kinds(child.hear_findings(revision=2))


@pytest.mark.model
def test_scores_that_fail_do_not_end_it(
    start: Start, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from writer_assistant.analysis.live import LiveDraft

    def failing(self: LiveDraft) -> Any:
        raise RuntimeError("a bug")

    monkeypatch.setattr(LiveDraft, "scores", failing)
    child = start(engine)
    child.release.set()
    child.open(SELFIE)
    assert "a bug" in child.hear(lambda a: a["say"] == "problem")["what"]
    child.ask(do="ping")
    child.hear(lambda a: a["say"] == "pong")


@pytest.mark.model
def test_a_draft_that_is_closed_is_forgotten(start: Start, engine: Engine) -> None:
    child = start(engine)
    child.release.set()
    child.open(SELFIE)
    child.hear_findings()
    child.ask(do="close", draft=1)
    child.ask(do="close", draft=1)
    child.open(SELFIE, number=2)
    child.hear(lambda a: a["say"] == "findings" and a["draft"] == 2)


# As a process


@pytest.mark.process
@pytest.mark.model
def test_the_program_itself_as_a_child() -> None:
    """Bytes in, bytes out; a print goes to standard error; it leaves when its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-m", "writer_assistant", "--engine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    open_ = {"do": "open", "draft": 1, "revision": 1, "lines": [f"😀 {SELFIE}"]}
    child.stdin.write(b"no request\n")
    for request in (SETTINGS, open_):
        child.stdin.write(json.dumps(request).encode() + b"\n")
    child.stdin.flush()
    for line in child.stdout:
        assert line.isascii()
        answer = json.loads(line)
        if answer["say"] == "findings" and answer["grammar"]:
            break
    finding = answer["paragraphs"][0]["findings"][0]
    assert finding["text"] == SELFIE
    child.stdin.close()
    assert child.wait(10) == 0
    assert b"not a request" in child.stderr.read()
    child.stdout.close()
    child.stderr.close()


@pytest.mark.process
def test_it_leaves_at_once_while_it_loads() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "writer_assistant", "--engine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert json.loads(child.stdout.readline()) == {"say": "started"}
    child.stdin.close()
    assert child.wait(10) == 0
    child.stdout.close()
