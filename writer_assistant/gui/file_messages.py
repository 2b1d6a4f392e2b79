"""What a person is told about the file behind a draft, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from writer_assistant.errors import UserError
from writer_assistant.gui.language import tr
from writer_assistant.gui.locks import Other
from writer_assistant.gui.message_bar import Message

CONFLICT = "conflict"
KEEPING = "keeping"
PRESENCE = "presence"
READING = "reading"
RECOVERY = "recovery"
SAVING = "saving"

_Choice = tuple[str, Callable[[], None]]


def changed_elsewhere(name: str, choices: tuple[_Choice, ...], *, modified: bool) -> Message:
    """Another program wrote the file."""
    text = tr("Another program changed “{name}”.").format(name=name)
    if modified:
        text += " " + tr("You have changes here, too.")
    return Message(
        text,
        "caution",
        CONFLICT,
        choices,
    )


def not_what_it_was(name: str, choices: tuple[_Choice, ...]) -> Message:
    """The file that is to be saved to is not what was read or last saved."""
    return Message(
        tr(
            "Another program changed “{name}” since you opened or saved it. It is not "
            "saved: that would undo what was done there."
        ).format(name=name),
        "caution",
        CONFLICT,
        choices,
    )


def gone(name: str, choice: _Choice) -> Message:
    """The file is not there any more."""
    return Message(
        tr("“{name}” is not there any more. Its text is here; saving brings it back.").format(
            name=name
        ),
        "caution",
        CONFLICT,
        (choice,),
    )


def folder_gone(name: str, choice: _Choice) -> Message:
    """The folder is not there any more, and perhaps the disk that it is on."""
    return Message(
        tr(
            "The folder of “{name}” is not there any more. Its text is here, and kept for "
            "recovery; save it in another folder, or bring the folder back."
        ).format(name=name),
        "caution",
        CONFLICT,
        (choice,),
    )


def brought_back(name: str) -> Message:
    """The program ended without being asked to, and nothing is lost; ``name`` is the file's."""
    if name:
        text = tr("“{name}” was not saved when the program ended. It is back as you left it.")
    else:
        text = tr("This draft has no file yet; it is back as you left it when the program ended.")
    return Message(text.format(name=name), "info", RECOVERY)


def rescued(aside: Path) -> Message:
    """A recovery copy could not be read whole."""
    return Message(
        tr(
            "A recovery copy was damaged. What could be read of it is here; the damaged copy is "
            "kept as {path}."
        ).format(path=aside),
        "caution",
        RECOVERY,
    )


def not_saved(error: UserError, choice: _Choice, *, is_kept: bool) -> Message:
    """Saving did not come about; ``is_kept`` tells whether there is a recovery copy."""
    said = Message.of(error).text
    form = tr("{problem} The text is here; leave it open until it is saved.")
    if is_kept:
        form = tr("{problem} The text is safe here and in a recovery copy.")
    return Message(
        form.format(problem=said),
        "wrong",
        SAVING,
        (choice,),
    )


def no_such_form(suffix: str) -> Message:
    """Drafts are not written in this format."""
    return Message(
        tr(
            "Drafts are not saved as {suffix}. Save it as .md or .txt, or copy the "
            "cleaned text into your word processor."
        ).format(suffix=suffix),
        "wrong",
        SAVING,
    )


def odd_characters() -> Message:
    """The text has characters that the editor takes for line ends."""
    return Message(
        tr(
            "The draft has characters (such as U+2029) that part paragraphs; they are line breaks "
            "here, and will be when you save."
        ),
        "caution",
        "characters",
    )


def not_kept(why: str) -> Message:
    """The recovery copy cannot be written."""
    return Message(
        tr(
            "What you type is not kept for recovery at present ({why}). Save your draft; keeping "
            "it is tried again and again."
        ).format(why=why),
        "wrong",
        KEEPING,
    )


def open_elsewhere(name: str, other: Other) -> Message:
    """Another run of the program has the file open."""
    if other.is_here:
        where = tr("“{name}” is also open in another Writer Assistant that runs here.")
    else:
        where = tr("“{name}” is also open in Writer Assistant on the computer “{host}”.")
    careful = tr(
        "You can write here; if it is saved there meanwhile, you are asked before anything is "
        "overwritten."
    )
    return Message(f"{where.format(name=name, host=other.host)} {careful}", "caution", PRESENCE)
