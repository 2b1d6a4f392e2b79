"""No file is replaced without a question, whether or not its suffix was typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from writer_assistant.gui.save_name import ask_save_name

FORMATS = {".md": "Markdown (*.md)", ".txt": "Text (*.txt)"}


@pytest.fixture
def ask(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    parent = QWidget()
    qtbot.addWidget(parent)

    def asked(
        typed: str, kind: str = "", *, replace: bool = False, any_suffix: bool = False
    ) -> tuple[Path | None, list[str]]:
        questions: list[str] = []

        def question(_parent, _title, text, *_):
            questions.append(text)
            buttons = QMessageBox.StandardButton
            return buttons.Yes if replace else buttons.No

        chosen = (str(tmp_path / typed) if typed else "", kind)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: chosen))
        monkeypatch.setattr(QMessageBox, "question", staticmethod(question))
        target = ask_save_name(
            parent, "Save", tmp_path / "x.md", FORMATS, ".md", any_suffix=any_suffix
        )
        return target, questions

    return asked


def test_a_suffix_is_added_and_the_file_it_then_names_asked_about(ask, tmp_path: Path) -> None:
    assert ask("post") == (tmp_path / "post.md", [])
    (tmp_path / "post.md").write_text("kept", "utf-8")
    target, questions = ask("post")
    assert target is None
    assert "“post.md”" in questions[0]
    assert ask("post", replace=True)[0] == tmp_path / "post.md"


def test_a_name_with_its_suffix_was_asked_about_by_the_dialog(ask, tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("kept", "utf-8")
    assert ask("post.txt") == (tmp_path / "post.txt", [])
    assert ask("POST.MD") == (tmp_path / "POST.MD", [])


def test_the_kind_that_is_picked_gives_the_suffix(ask, tmp_path: Path) -> None:
    assert ask("post", "Text (*.txt)")[0] == tmp_path / "post.txt"
    assert ask("report v2.1")[0] == tmp_path / "report v2.1.md"
    assert ask("post.markdown", any_suffix=True)[0] == tmp_path / "post.markdown"


def test_turning_away_names_nothing(ask) -> None:
    assert ask("") == (None, [])


def test_the_question_itself_is_answered(qtbot: QtBot, monkeypatch, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "post.md").write_text("kept", "utf-8")
    chosen = (str(tmp_path / "post"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: chosen))

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.mouseClick(box.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    assert ask_save_name(parent, "Save", tmp_path / "x.md", FORMATS, ".md") == tmp_path / "post.md"
