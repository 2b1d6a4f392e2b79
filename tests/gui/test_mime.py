import os
import subprocess
import sys

import pytest

COPY_AND_QUIT = """
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from writer_assistant.gui.clipboard_dialog import put_on_clipboard
from writer_assistant.gui.editor import DraftEditor
from writer_assistant.gui.session import DraftSession
from writer_assistant.output.clipboard import Copied, Form

app = QApplication([])
if {by_key}:
    session = DraftSession()
    editor = DraftEditor(session)
    session.set_text("words")
    editor.selectAll()
    editor.copy()
else:
    put_on_clipboard(Copied("words", "<p>words</p>"), Form.RICH)
assert app.clipboard().text() == "words"
assert app.clipboard().mimeData().hasHtml() is not {by_key}
"""


@pytest.mark.parametrize("by_key", [True, False])
def test_the_program_ends_well_with_its_text_on_the_clipboard(by_key: bool) -> None:
    code = COPY_AND_QUIT.format(by_key=by_key)
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", code], env=quiet, capture_output=True, timeout=120)
    assert (run.returncode, run.stderr.decode()) == (0, "")
