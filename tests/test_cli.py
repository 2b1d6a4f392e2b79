"""The command as scripts use it."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from writer_assistant.analysis.finding import Report
from writer_assistant.check import Checker
from writer_assistant.cli import main
from writer_assistant.paths import user_lexicons

pytestmark = pytest.mark.model

SELFIE = "We are thrilled to announce that our Leeds team has moved into a new office.\n"
PLAIN = "You take the stairs on the left. The door opens at nine.\n"
PERSONA = """format = 1
[persona]
name = "Olga"
[author]
names = ["Norwick"]
[vocabulary]
avoids = ["lading"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "selfie.md").write_text(SELFIE, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "notes.csv").write_text(SELFIE, encoding="utf-8")
    (tmp_path / "olga.persona.toml").write_text(PERSONA, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_folder_means_its_drafts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check", "--format", "json", folder)
    drafts = json.loads(out)["drafts"]
    assert [Path(draft["path"]).name for draft in drafts] == ["plain.txt", "selfie.md"]
    assert drafts[0]["findings"] == []
    assert drafts[1]["findings"][0]["kind"] == "self-centered"
    assert status == 1
    assert err == ""


@pytest.mark.parametrize(("fail_on", "status"), [("strong", 1), ("mild", 1), ("never", 0)])
def test_exit_status_follows_severity(
    folder: Path, capsys: pytest.CaptureFixture[str], fail_on: str, status: int
) -> None:
    assert run(capsys, "check", "--fail-on", fail_on, folder / "selfie.md")[0] == status
    assert run(capsys, "check", "--fail-on", fail_on, folder / "plain.txt")[0] == 0


def test_json_lines_come_one_a_draft(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", "--format", "jsonl", "--fail-on", "never", folder)
    assert [json.loads(line)["words"] for line in out.splitlines()] == [12, 15]


def test_a_persona_is_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = folder / "draft.md"
    draft.write_text("You sign the lading.\n\nNorwick was founded in 1987.", encoding="utf-8")
    _, out, _ = run(
        capsys, "check", "--format", "json", "--persona", folder / "olga.persona.toml", draft
    )
    kinds = [finding["kind"] for finding in json.loads(out)["drafts"][0]["findings"]]
    assert kinds == ["jargon", "self-centered"]


def test_standard_input_is_a_draft(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SELFIE.encode())))
    status, out, _ = run(capsys, "check", "--format", "json", "-")
    assert json.loads(out)["drafts"][0]["path"] == "-"
    assert status == 1


def test_what_could_be_checked_was_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(
        capsys, "check", "--format", "json", folder / "gone.md", folder / "selfie.md"
    )
    gone, selfie = json.loads(out)["drafts"]
    assert status == 2
    assert gone["error"] and not gone["findings"]
    assert selfie["findings"]
    assert "gone.md" in err


def test_a_broken_persona_is_refused_with_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = folder / "broken.persona.toml"
    broken.write_text("format = 1\n[persona]\nname = \n", encoding="utf-8")
    status, out, err = run(capsys, "check", "--persona", broken, folder / "selfie.md")
    assert (status, out) == (2, "")
    assert "broken.persona.toml:3" in err
    assert run(capsys, "persona", "check", broken, folder / "olga.persona.toml")[0] == 2
    assert run(capsys, "persona", "check", folder / "olga.persona.toml")[0] == 0


def test_an_empty_folder_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "check", tmp_path)
    assert status == 2
    assert "no draft" in err


def test_jobs_give_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafts = [folder / "selfie.md", folder / "plain.txt"] * 4
    one = run(capsys, "check", "--format", "json", "--jobs", 1, *drafts)
    two = run(capsys, "check", "--format", "json", "--jobs", 2, *drafts)
    assert one == two


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_lexicon_is_said_once_and_fails(
    folder: Path, capsys: pytest.CaptureFixture[str], jobs: int
) -> None:
    lexicon = user_lexicons() / "own.toml"
    lexicon.parent.mkdir(parents=True)
    lexicon.write_text("format = 1\n[[entry]]\n", encoding="utf-8")
    drafts = [folder / "selfie.md"] * 8
    status, out, err = run(capsys, "check", "--jobs", jobs, *drafts)
    assert (status, out) == (2, "")
    assert err.count("own.toml") == 1
    assert "Traceback" not in err


def test_one_draft_that_fails_leaves_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Checker.report

    def failing(self: Checker, text: str, *, markup: bool = True) -> Report:
        if text == PLAIN:
            raise RuntimeError("a bug")
        return report(self, text, markup=markup)

    monkeypatch.setattr(Checker, "report", failing)
    status, out, _ = run(capsys, "check", "--format", "json", folder)
    plain, selfie = json.loads(out)["drafts"]
    assert status == 2
    assert "a bug" in plain["error"]
    assert selfie["findings"]


@pytest.mark.process
def test_the_real_program_ends_quietly_when_nobody_reads(folder: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "writer_assistant", "check", "--format", "json", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None and program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == b""
    program.stderr.close()
    program.wait(60)


def test_the_language_server_comes_later(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "serve")
    assert status == 2
    assert "not part of this version" in err
