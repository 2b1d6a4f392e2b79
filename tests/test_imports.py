"""What is imported when, asked of a fresh interpreter."""

import subprocess
import sys

import pytest


def modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize("module", ["PySide6", "spacy", "numpy", "onnxruntime"])
def test_the_command_line_starts_light(module: str) -> None:
    assert module not in modules_after("import writer_assistant.cli")


def test_the_package_itself_does_nothing() -> None:
    ours = {m for m in modules_after("import writer_assistant") if m.startswith("writer_assistant")}
    assert ours == {"writer_assistant"}


def test_the_window_does_not_load_the_engine() -> None:
    loaded = modules_after("import writer_assistant.gui.app")
    assert "spacy" not in loaded
    assert "PySide6.QtWidgets" in loaded


def test_the_check_command_does_not_load_qt() -> None:
    assert "PySide6" not in modules_after("import writer_assistant.check")
