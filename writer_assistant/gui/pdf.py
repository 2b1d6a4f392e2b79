"""A document as PDF, laid out and drawn by Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImageReader,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
)

from writer_assistant.output.document import Document, picture
from writer_assistant.output.html import fragment

_INCH = 96
"""Pixels."""
_WIDEST = 600
"""Pixels of a picture's width: what fits between the margins."""
_STYLE = """
h1 { font-size: 20pt; } h2 { font-size: 15pt; } h3 { font-size: 12.5pt; }
h4, h5, h6 { font-size: 11pt; }
p, li { line-height: 130%; }
pre, code { font-family: monospace; font-size: 9.5pt; }
pre { background-color: #f2f2f4; }
blockquote { color: #444a55; }
th { background-color: #f2f2f4; }
a { color: #0b57a4; }
"""
_LINED = '<table border="1" cellspacing="0" cellpadding="5" style="border-collapse: collapse">'


def pdf(made: Document, folder: Path | None = None, *, letter: bool = False) -> bytes:
    """Return a document as the bytes of a PDF file, with page numbers.

    Args:
        made: the document.
        folder: where the draft is, for its pictures; no other is looked at.
        letter: whether the paper is US Letter; else it is A4.
    """
    text = QTextDocument()
    text.setDefaultFont(QFont("", 11))
    text.setDefaultStyleSheet(_STYLE)

    def place(source: str) -> str:
        path = picture(source, folder)
        if path is None or not _add_picture(text, source, path):
            return ""
        return source

    body = fragment(made.blocks, place).replace("<table>", _LINED)
    # Qt draws a rule into the table above it.
    body = body.replace("</table>\n<hr>", "</table>\n<p>&nbsp;</p><hr>")
    text.setHtml(f"<html><body>{body}</body></html>")
    text.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, made.title)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(made.title)
    writer.setCreator("Writer Assistant")
    size = QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)
    # Qt leaves margins of its own inside these.
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(5, 5, 5, 5)))
    _scale_margins(text, writer.resolution() / _INCH)
    text.print_(writer)
    buffer.close()
    return bytes(data.data())


def _scale_margins(text: QTextDocument, factor: float) -> None:
    """Let margins at the sides of paragraphs be pixels; Qt takes them for dots of the printer."""
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    block = text.begin()
    while block.isValid():
        form = block.blockFormat()
        if form.leftMargin() or form.rightMargin():
            form.setLeftMargin(form.leftMargin() * factor)
            form.setRightMargin(form.rightMargin() * factor)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
        block = block.next()
    cursor.endEditBlock()


def _add_picture(text: QTextDocument, source: str, path: Path) -> bool:
    """Make a picture known by its name in the draft; False if it is none."""
    reader = QImageReader(str(path))
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > 100_000_000:
        return False
    if size.width() > 4 * _WIDEST:
        keep = Qt.AspectRatioMode.KeepAspectRatio
        reader.setScaledSize(size.scaled(4 * _WIDEST, size.height(), keep))
    image = reader.read()
    if image.isNull():
        return False
    image.setDevicePixelRatio(max(1.0, image.width() / _WIDEST))
    text.addResource(QTextDocument.ResourceType.ImageResource, QUrl(source), image)
    return True
