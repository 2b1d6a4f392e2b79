"""What is put into a draft when something is pasted or dropped: rich text becomes Markdown.

Rich text that says no more than the plain text beside it is not converted: what was copied from a
text field, a terminal or a code editor goes in as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from writer_assistant.errors import UserError
from writer_assistant.gui.lines import lines_text
from writer_assistant.text.characters import ordinary, readable
from writer_assistant.text.draft import Block as Kind
from writer_assistant.text.html import read_html
from writer_assistant.text.markdown_writer import write_markdown
from writer_assistant.text.markup import split_paragraphs
from writer_assistant.text.rich import Block, Paragraph

_CODE_EDITORS = ("vscode-editor-data", "application/vnd.code.copymetadata", "qrichtext")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What is to be put in.

    Attributes:
        text: without line breaks at its ends.
        is_block: whether it has to stand on lines of its own.
        problem: why its formatting could not be read, if it could not.
    """

    text: str
    is_block: bool = False
    problem: UserError | None = None


def pasted(data: QMimeData, *, plain: bool = False) -> Pasted:
    """Return what ``data`` says, as Markdown unless only ``plain`` text is wanted."""
    text = _lines_ended(data.text())
    if plain or not data.hasHtml() or any(data.hasFormat(name) for name in _CODE_EDITORS):
        return Pasted(readable(text))
    html = data.html()
    if '<meta name="qrichtext"' in html[:400] and not data.hasFormat("application/x-qrichtext"):
        # A text field of Qt: its formatting is the field's own.
        return Pasted(readable(text)) if text else _rich(html, text)
    return _rich(html, text)


def _rich(html: str, text: str) -> Pasted:
    try:
        blocks = read_html(html, pasted=True).blocks
    except UserError as problem:
        return Pasted(readable(text), problem=problem)
    if not blocks or (text.strip() and not any(map(_says_more, blocks))):
        return Pasted(readable(text))
    markdown = ordinary(write_markdown(blocks)).strip("\n")
    return Pasted(markdown, is_block=len(blocks) > 1 or not isinstance(blocks[0], Paragraph))


def _says_more(block: Block) -> bool:
    """Whether a block has a form that plain text has not."""
    if not isinstance(block, Paragraph):
        return True
    # An address leads there by itself.
    return any(
        run.bold
        or run.italic
        or run.struck
        or run.code
        or run.image
        or (run.link and run.link.removeprefix("mailto:") != run.text)
        for run in block.runs
    )


def _lines_ended(text: str) -> str:
    for odd in ("\r\n", "\r", "\u2029", "\u2028"):
        text = text.replace(odd, "\n")
    return text


def insert(cursor: QTextCursor, what: Pasted) -> None:
    """Put it in at ``cursor``, instead of what is selected, as one step of undo.

    What stands on lines of its own is parted from its neighbours by empty lines.
    """
    text = what.text
    if what.is_block:
        document = cursor.document()
        before = _text_before(document, cursor.selectionStart())
        after = document.findBlock(cursor.selectionEnd())
        behind = after.text()[cursor.selectionEnd() - after.position() :]
        text = before + text + ("\n\n" if behind.strip() else "")
    cursor.insertText(text)


def _text_before(document: QTextDocument, position: int) -> str:
    """Return the line breaks that part a block at ``position`` from what stands before."""
    block = document.findBlock(position)
    if block.text()[: position - block.position()].strip():
        return "\n\n"
    previous = block.previous()
    return "\n" if previous.isValid() and previous.text().strip() else ""


def is_in_code(document: QTextDocument, position: int) -> bool:
    """Whether ``position`` is in a block of code or in front matter, where marks mean nothing."""
    block = document.findBlock(position)
    number = block.blockNumber()
    lines = lines_text(document, 0, document.blockCount())
    if not lines[number].strip():
        lines[number] += "x"  # what is put into an empty line is in the block that it goes on
    for kind, first, count in split_paragraphs(lines):
        if first <= number < first + count:
            return kind in {Kind.CODE, Kind.FRONT_MATTER}
    return False
