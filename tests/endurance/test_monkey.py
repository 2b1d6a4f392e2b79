"""A sample of ``monkey.py``: its text tells what is done."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.endurance import monkey

_STEPS = 400


@pytest.fixture
def nothing_open(qapp: QApplication) -> Iterator[None]:
    """Let no window of another test be the active one."""
    assert not [window for window in qapp.topLevelWidgets() if window.isVisible()]
    ends = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(ends)


@pytest.mark.skipif(sys.platform == "darwin", reason="its keys are those of other systems")
def test_nothing_that_comes_to_mind_loses_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing_open: None
) -> None:
    monkeypatch.setenv("WRITER_ASSISTANT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("WRITER_ASSISTANT_CONFIG", str(tmp_path / "config"))
    done = monkey.run(tmp_path, _STEPS, seed=7, tell=lambda _: None)
    assert sum(done.values()) == _STEPS
