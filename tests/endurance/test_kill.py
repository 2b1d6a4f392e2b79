"""A sample of ``kill.py``: its text tells what is done."""

from pathlib import Path

import pytest

from tests.endurance import kill
from tests.endurance.program import missing

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
]

_LONGEST = 1.5


@pytest.fixture
def mounts() -> None:
    cannot = kill.no_mounts()
    if cannot:
        pytest.skip(cannot)


def test_a_killed_program_lost_two_seconds_at_most(tmp_path: Path) -> None:
    assert kill.run_kills(tmp_path, kills=2, seed=2, longest=_LONGEST) <= kill.MOST_LOST


def test_a_full_disk_damages_nothing(tmp_path: Path, mounts: None) -> None:
    kill.run_full(tmp_path, seed=3, longest=_LONGEST)


def test_a_read_only_folder_damages_nothing(tmp_path: Path, mounts: None) -> None:
    kill.run_read_only(tmp_path, seed=3, longest=_LONGEST)
