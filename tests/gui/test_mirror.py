"""The engine's copy of a draft comes true, and its answers find their lines, whatever happens."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_assistant.gui import mirror as mirror_module
from writer_assistant.gui.mirror import Mirror


class Child:
    """Does what the protocol says, and nothing else."""

    def __init__(self) -> None:
        self.lines: list[str] | None = None
        self.revision = -1
        self.complete = False

    def take(self, message: dict[str, Any]) -> None:
        if message["do"] == "open":
            self.lines = list(message["lines"])
        elif message["do"] == "edit":
            assert self.lines is not None
            first, removed = message["first"], message["removed"]
            assert first >= 0
            assert first + removed <= len(self.lines)
            self.lines[first : first + removed] = message["lines"]
        assert message["revision"] > self.revision
        self.revision = message["revision"]
        self.complete = not message.get("more", False)

    def report(self) -> tuple[int, list[dict[str, Any]]]:
        assert self.lines is not None
        paragraphs = [
            {"line": number, "lines": 1, "text": text} for number, text in enumerate(self.lines)
        ]
        return self.revision, paragraphs


def mirror_of(lines: list[str]) -> Mirror:
    return Mirror(1, lambda: len(lines), lambda first, count: lines[first : first + count])


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 12), st.data())
def test_any_edits_at_any_time(count: int, data: st.DataObject) -> None:
    """Lines have names of their own, so that one which moved is told from one that changed."""
    lines = [f"line {number}" for number in range(count)]
    mirror = mirror_of(lines)
    child = Child()
    made = count
    reports: list[tuple[int, list[dict[str, Any]]]] = []
    piece = data.draw(st.sampled_from([8, 30, 1_000]))
    original, mirror_module.PIECE = mirror_module.PIECE, piece
    try:
        for _ in range(data.draw(st.integers(1, 12))):
            action = data.draw(st.sampled_from(["edit", "send", "answer", "restart"]))
            if action == "edit":
                first = data.draw(st.integers(0, len(lines) - 1))
                removed = data.draw(st.integers(1, min(4, len(lines) - first)))
                added = data.draw(st.integers(1, 4))
                lines[first : first + removed] = [f"line {made + n}" for n in range(added)]
                made += added
                mirror.splice(first, removed, added)
            elif action == "send":
                message = mirror.take_message()
                if message is not None:
                    child.take(message)
                    if child.complete:
                        reports.append(child.report())
            elif action == "answer" and reports:
                revision, paragraphs = reports.pop(0)
                for paragraph in mirror.rebased(revision, paragraphs):
                    assert lines[paragraph["line"]] == paragraph["text"]
            elif action == "restart" and data.draw(st.integers(0, 5)) == 0:
                mirror.start_anew()
                child = Child()
                child.revision = mirror._revision  # numbers go on, so that no old answer fits
                reports.clear()
        while (message := mirror.take_message()) is not None:
            child.take(message)
        assert child.lines == lines
        assert child.complete
        revision, paragraphs = child.report()
        assert [p["line"] for p in mirror.rebased(revision, paragraphs)] == list(range(len(lines)))
    finally:
        mirror_module.PIECE = original


def drained(mirror: Mirror) -> list[dict[str, Any]]:
    messages = []
    while (message := mirror.take_message()) is not None:
        messages.append(message)
    return messages


def test_a_long_draft_goes_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror_module, "PIECE", 1_000)
    lines = ["x" * 99] * 100
    messages = drained(mirror_of(lines))
    assert [m["do"] for m in messages] == ["open"] + ["edit"] * 9
    assert all(m["more"] for m in messages[:-1])
    assert "more" not in messages[-1]
    assert max(sum(map(len, m["lines"])) for m in messages) <= 1_000


def test_one_key_sends_one_line() -> None:
    lines = ["one", "two", "three"]
    mirror = mirror_of(lines)
    drained(mirror)
    lines[1] = "two!"
    mirror.splice(1, 1, 1)
    (message,) = drained(mirror)
    assert (message["first"], message["removed"], message["lines"]) == (1, 1, ["two!"])


def test_keys_that_wait_go_together() -> None:
    lines = ["one", "two"]
    mirror = mirror_of(lines)
    drained(mirror)
    for text in ("two1", "two12", "two123"):
        lines[1] = text
        mirror.splice(1, 1, 1)
    assert [m["lines"] for m in drained(mirror)] == [["two123"]]


def test_an_answer_about_a_line_that_changed_is_dropped() -> None:
    lines = ["one", "two", "three"]
    mirror = mirror_of(lines)
    revision = drained(mirror)[-1]["revision"]
    lines[1:2] = ["two", "and a half"]
    mirror.splice(1, 1, 2)
    paragraphs = [{"line": n, "lines": 1} for n in range(3)]
    assert [p["line"] for p in mirror.rebased(revision, paragraphs)] == [0, 3]


def test_a_question_waits_for_the_edits_before_it() -> None:
    lines = ["one"]
    mirror = mirror_of(lines)
    mirror.ask({"do": "suggest", "id": 5})
    messages = drained(mirror)
    assert [m["do"] for m in messages] == ["open", "suggest"]
    assert messages[1]["revision"] == messages[0]["revision"]
    assert messages[1]["draft"] == 1


def test_what_is_in_view_is_told_once() -> None:
    mirror = mirror_of(["one"])
    mirror.show(0, 0)
    mirror.show(0, 7)
    assert [m["do"] for m in drained(mirror)] == ["open", "visible"]
    mirror.show(0, 7)
    assert drained(mirror) == []
    mirror.start_anew()
    assert [m["do"] for m in drained(mirror)] == ["open", "visible"]


def test_plain_text_is_opened_as_such() -> None:
    mirror = mirror_of(["one"])
    assert drained(mirror)[0]["markup"] is True
    mirror.set_markup(False)
    assert drained(mirror)[0]["markup"] is False
