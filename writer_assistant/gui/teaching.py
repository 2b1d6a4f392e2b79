"""What the writer says of a sentence's meaning: used in the draft, kept in the persona's file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.gui.live_findings import LiveFinding
from writer_assistant.gui.message_bar import Message
from writer_assistant.gui.persona_shelf import SUFFIX
from writer_assistant.gui.suggestions import Meaning
from writer_assistant.paths import user_personas
from writer_assistant.persona.model import Answer

if TYPE_CHECKING:
    from writer_assistant.gui.main_window import MainWindow
    from writer_assistant.gui.teach_form import TeachForm
    from writer_assistant.gui.workspace import Workspace

_TOPIC = "taught"


class Teaching:
    """Does what the form asks for, in one window."""

    def __init__(self, window: MainWindow, workspace: Workspace, form: TeachForm) -> None:
        self._window = window
        self._workspace = workspace
        self._form = form
        form.answered.connect(self.use)

    def use(self, finding: LiveFinding, answer: Answer, keep: bool) -> None:  # noqa: FBT001
        """Put what ``answer`` makes of ``finding`` into the draft, and keep it if wanted.

        The file is written behind the draft: then suggestions are made anew.
        """
        session = self._window.session
        if session.engine_state == "failed":
            if keep and self.keep(answer):
                self._form.forget(finding)
            return

        def take(meaning: Meaning) -> None:
            if meaning.made is None or not session.apply(meaning.made):
                return
            if not keep or self.keep(answer):
                self._form.forget(finding)
            self._window.focus_editor()

        told = {
            "feature": answer.feature,
            "pain": answer.relieves[0],
            "benefit": answer.benefit,
            "proof": answer.proof,
        }
        session.ask_meaning(finding, told, take)

    def keep(self, answer: Answer) -> bool:
        """Add ``answer`` to the persona's file, a copy if she came with the program.

        Whether it is there now; if not, why is told and nothing is changed.
        """
        from writer_assistant.persona.edit import add_answer
        from writer_assistant.persona.file import load_persona, save_persona

        shelf = self._workspace.shelf
        path, sample = shelf.path, shelf.is_sample
        if path is None:
            return False
        try:
            read = load_persona(path)
            target = _free_place(path) if sample else path
            target.parent.mkdir(parents=True, exist_ok=True)
            text = add_answer(read.text, answer)
            saved = save_persona(target, text, None if sample else read)
        except UserError as error:
            self._window.show_message(Message.of(error, _TOPIC))
            return False
        except OSError as error:
            reason = error.strerror or str(error)
            self._tell(tr("The answer could not be kept: {reason}").format(reason=reason), "wrong")
            return False
        name = saved.persona.name.split(",")[0]
        if sample:
            self._workspace.pick_persona(target)
            said = tr("Kept in a copy of {name} of your own.").format(name=name)
            self._tell(said, undo=lambda: self._take_copy_back(target, text, path))
        else:
            shelf.reload()
            said = tr("Kept in the file of {name}.").format(name=name)
            self._tell(said, undo=lambda: self._take_back(target, read.text, text))
        return True

    def _take_back(self, path: Path, before: str, after: str) -> None:
        """Make the file what it was, unless somebody has changed it since."""
        from writer_assistant.persona.file import load_persona, save_persona

        try:
            read = load_persona(path)
            if read.text != after:
                self._tell(
                    tr("The persona’s file has been changed since; take the answer out by hand."),
                    "caution",
                )
                return
            save_persona(path, before, read)
        except UserError as error:
            self._window.show_message(Message.of(error, _TOPIC))
            return
        if self._workspace.shelf.path == path:
            self._workspace.shelf.reload()
        self._tell(tr("The answer is taken out again."), passing=True)

    def _take_copy_back(self, path: Path, text: str, sample: Path) -> None:
        """Pick the sample again and delete its copy, unless somebody has changed that."""
        from writer_assistant.persona.file import load_persona

        if self._workspace.shelf.path == path:
            self._workspace.pick_persona(sample)
        with contextlib.suppress(UserError, OSError):
            if load_persona(path).text == text:
                path.unlink()
        self._tell(tr("The answer is taken out again."), passing=True)

    def _tell(
        self,
        text: str,
        tone: str = "info",
        *,
        undo: Callable[[], None] | None = None,
        passing: bool = False,
    ) -> None:
        choices = ((tr("Take it back"), undo),) if undo is not None else ()
        self._window.show_message(Message(text, tone, _TOPIC, choices, passing))


def _free_place(sample: Path) -> Path:
    """Return where a copy of a sample can go without replacing anything."""
    stem = sample.name.removesuffix(SUFFIX)
    names = [stem, *(f"{stem}-{number}" for number in range(2, 1000))]
    places = (user_personas() / f"{name}{SUFFIX}" for name in names)
    return next(place for place in places if not place.exists())
