"""Drafts from files and back: encodings, line ends, and saving that loses nothing."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from writer_assistant.errors import UserError

if TYPE_CHECKING:
    from writer_assistant.text.rich import RichText

PLAIN = frozenset({".txt"})
"""Suffixes of drafts without markup."""
READABLE = frozenset({".md", ".markdown", ".docx"}) | PLAIN
"""Suffixes of drafts, in lower case."""
PAGES = frozenset({".html", ".htm", ".xhtml"})
"""Suffixes of web pages, which are read when they are named."""
READ_ONLY = frozenset({".docx"}) | PAGES
"""Suffixes of what is read but not written as a draft; see ``output`` for exports."""

LARGEST = 50 * 1024 * 1024
"""Bytes of the largest file that is read."""

# Longest first: the mark of UTF-16 begins that of UTF-32.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_BINARY_SHARE = 0.02
"""A file with a larger share of control characters is no text, unless they are a handful."""
_HANDFUL = 4
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I)
_SAMPLE = 256 * 1024
"""Bytes from which an unknown encoding is guessed."""


@dataclass(frozen=True, slots=True)
class FileStyle:
    r"""How a text was written, so that it can be written so again.

    Attributes:
        encoding: Python's name of the encoding, without byte order mark.
        newline: ``\n``, ``\r\n`` or ``\r``.
        has_bom: whether a byte order mark stands in front.
        errors: Python's error handler: how half characters and stray bytes are kept.
    """

    encoding: str = "utf-8"
    newline: str = "\n"
    has_bom: bool = False
    errors: str = "surrogatepass"

    def encode(self, text: str) -> bytes:
        """Return ``text`` as bytes.

        Raises:
            UnicodeEncodeError: if the encoding has no such character.
        """
        if self.newline != "\n":
            text = text.replace("\n", self.newline)
        data = text.encode(self.encoding, self.errors)
        marks = {encoding: mark for mark, encoding in _BYTE_ORDER_MARKS}
        return marks[self.encoding] + data if self.has_bom else data


@dataclass(frozen=True, slots=True)
class LoadedText:
    r"""A draft as read.

    Attributes:
        text: its lines end with ``\n``.
        style: how it was written; None where it cannot be written back so (.docx).
        markup: whether its Markdown means anything.
        notices: what the person should know about the reading, as sentences.
    """

    text: str
    style: FileStyle | None = field(default_factory=FileStyle)
    markup: bool = True
    notices: tuple[str, ...] = ()


def read_file(path: Path) -> LoadedText:
    """Read a draft.

    Raises:
        UserError: if it is missing, no file, unreadable, too large, or no text.
    """
    return read_bytes(load_bytes(path), str(path))


def load_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return what is in a file.

    Raises:
        UserError: if it is missing, no file, unreadable, or of more than ``largest`` bytes.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise UserError("this is a folder", str(path), "Name a file in it.")
        if not stat.S_ISREG(kind):
            raise UserError("this is not an ordinary file", str(path), "Save it as a file first.")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError as error:
        raise UserError(
            "there is no such file", str(path), "Check the name and the folder."
        ) from error
    except PermissionError as error:
        raise UserError(
            "you may not read this file", str(path), "Change its permissions or read a copy."
        ) from error
    except (OSError, ValueError) as error:
        raise UserError(f"it cannot be read ({_said(error)})", str(path)) from error
    if len(data) > largest:
        size = f"{largest // (1024 * 1024)} MB"
        raise UserError(f"the file is larger than {size}", str(path), "Split it, and read a part.")
    return data


def read_bytes(data: bytes, name: str) -> LoadedText:
    """Read a draft from what its file holds; ``name`` is the file's, or ``-``.

    Raises:
        UserError: if it is no text.
    """
    suffix = Path(name).suffix.casefold()
    if suffix == ".docx":
        from writer_assistant.text.docx import read_docx  # not for every start

        return _loaded(read_docx(data, name))
    if suffix in PAGES:
        return _read_page(data, name)
    decoded, style, notices = _decode(data, name)
    text, newline, mixed = _unify_newlines(decoded)
    if mixed:
        ends = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}[newline]
        notices.append(f"The lines end in different ways; they will be saved with {ends}.")
    style = FileStyle(style.encoding, newline, style.has_bom, style.errors)
    return LoadedText(text, style, suffix not in PLAIN, tuple(notices))


def _loaded(rich: RichText, notices: Sequence[str] = ()) -> LoadedText:
    from writer_assistant.text.characters import readable
    from writer_assistant.text.markdown_writer import write_markdown

    text = readable(write_markdown(rich.blocks))
    return LoadedText(text, None, notices=(*notices, *rich.notices))


def _read_page(data: bytes, name: str) -> LoadedText:
    from writer_assistant.text.html import read_html

    named = _CHARSET.search(data[:4096])
    has_mark = any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
    if named and not has_mark:
        with contextlib.suppress(LookupError, UnicodeError):
            return _loaded(read_html(data.decode(named[1].decode("ascii")), name))
    text, _, notices = _decode(data, name)
    return _loaded(read_html(text, name), notices)


def _decode(data: bytes, name: str) -> tuple[str, FileStyle, list[str]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            with contextlib.suppress(UnicodeDecodeError):
                text = body.decode(encoding, "surrogatepass")
                return text, FileStyle(encoding, has_bom=True), _half_characters(text)
            if encoding == "utf-8":
                return _with_stray_bytes(body, has_bom=True)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(_HANDFUL, len(data) * _BINARY_SHARE):
        return _decode_wide(data, name)
    with contextlib.suppress(UnicodeDecodeError):
        text = data.decode("utf-8", "surrogatepass")
        return text, FileStyle(), _half_characters(text)
    stray = len(re.findall("[\udc80-\udcff]", data.decode("utf-8", "surrogateescape")))
    first_bytes = len(re.findall(rb"[\xc2-\xf4]", data))
    if first_bytes > 3 * stray:
        return _with_stray_bytes(data, has_bom=False)
    return _guess(data)


def _half_characters(text: str) -> list[str]:
    if text.isascii() or not re.search("[\ud800-\udfff]", text):
        return []
    return ["Some characters are halves of others (lone surrogates); they are kept as they are."]


def _with_stray_bytes(data: bytes, *, has_bom: bool) -> tuple[str, FileStyle, list[str]]:
    text = data.decode("utf-8", "surrogateescape")
    stray = re.search("[\udc80-\udcff]", text)
    line = 1 + text.count("\n", 0, stray.start() if stray else 0)
    notice = (
        f"Some bytes are not UTF-8, the first in line {line}; "
        "they are shown as a box and saved as they are."
    )
    return text, FileStyle("utf-8", has_bom=has_bom, errors="surrogateescape"), [notice]


def _decode_wide(data: bytes, name: str) -> tuple[str, FileStyle, list[str]]:
    """Read UTF-16 without a mark, which has a zero in nearly every second byte of Latin text."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) % 2 == 0 and zeros.count(0) * 2 > len(zeros):
            with contextlib.suppress(UnicodeDecodeError):
                text = data.decode(encoding)
                if len(text.encode().translate(None, _CONTROLS)) == len(text.encode()):
                    notice = f"The file does not name its encoding; it was read as {encoding}."
                    return text, FileStyle(encoding), [notice]
    raise UserError("this is not a text", name, "Drafts are .md, .txt, .docx and .html files.")


def _guess(data: bytes) -> tuple[str, FileStyle, list[str]]:
    """Read a text of unknown encoding, always so that the same bytes can be written back."""
    from charset_normalizer import from_bytes  # rarely needed, and slow to import

    best = from_bytes(data[:_SAMPLE]).best()
    alike = best.could_be_from_charset if best else []
    # In text that is nearly all ASCII, statistics cannot tell; the commonest one of Western files
    # is then the best guess, and wherever it gives the same text.
    mostly_ascii = sum(byte < 128 for byte in data[:_SAMPLE]) > 0.85 * len(data[:_SAMPLE])
    candidates = ["cp1252"] if mostly_ascii or "cp1252" in alike else []
    candidates += [best.encoding] if best else []
    for encoding in candidates:
        with contextlib.suppress(UnicodeError):
            text = data.decode(encoding)
            if text.encode(encoding) == data:
                break
    else:
        encoding, text, alike = "latin-1", data.decode("latin-1"), []
    sure = f"{100 - best.percent_chaos:.0f} % of it looks right" if best and alike else "a poor one"
    others = f", as it would in {len(alike) - 1} others" if len(alike) > 1 else ""
    notice = (
        f"The file is not UTF-8. It was read as {encoding}, which is a guess: {sure}{others}. "
        "Check the letters with accents."
    )
    return text, FileStyle(encoding, errors="strict"), [notice]


def _unify_newlines(text: str) -> tuple[str, str, bool]:
    r"""Return ``text`` with ``\n`` alone, its commonest line end, and whether it had several."""
    if "\r" not in text:
        return text, "\n", False
    both = text.count("\r\n")
    counts = {"\r\n": both, "\n": text.count("\n") - both, "\r": text.count("\r") - both}
    commonest = max(counts, key=lambda end: counts[end])
    mixed = sum(count > 0 for count in counts.values()) > 1
    return text.replace("\r\n", "\n").replace("\r", "\n"), commonest, mixed


def write_file(path: Path, text: str, style: FileStyle | None = None) -> None:
    r"""Write a text in one step: afterwards the file holds all of it, or what it held before.

    The text goes into a new file beside the old one, which then takes its place and its
    permissions. A symbolic link stays one.

    Args:
        path: the file; its folder must exist.
        text: lines end with ``\n``.
        style: how to write it; UTF-8 if None.

    Raises:
        UserError: if it could not be written; what was there is untouched.
    """
    style = style or FileStyle()
    try:
        data = style.encode(text)
    except UnicodeEncodeError as error:
        character = _named(str(error.object[error.start]))
        raise UserError(
            f"{style.encoding} has no {character}", str(path), "Save it as UTF-8."
        ) from error
    write_bytes(path, data)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file in one step, as ``write_file`` does.

    Raises:
        UserError: if it could not be written; what was there is untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_to_keep(target)
        _replace(target, data, mode)
    except (OSError, ValueError) as error:
        raise UserError(*_unwritable(error, path)) from error


def _named(character: str) -> str:
    """Return a character so that a person can find it, also if it cannot be shown."""
    number = f"U+{ord(character):04X}"
    return f"“{character}” ({number})" if character.isprintable() else number


def _mode_to_keep(target: Path) -> int | None:
    """Return the permission bits of a file that is there.

    Raises:
        OSError: if it must not be overwritten. (Replacing it would only need the folder.)
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not an ordinary file")
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    if sys.platform != "win32":
        # So that the new name survives a power cut; where that cannot be had, the text still does.
        with contextlib.suppress(OSError):
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _unwritable(error: OSError | ValueError, path: Path) -> tuple[str, str, str]:
    where = str(path)
    number = getattr(error, "errno", None)
    if number in {errno.ENOSPC, errno.EDQUOT}:
        return "the disk is full", where, "Make room, or save it elsewhere."
    if number in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "you may not write there", where, "Change the permissions, or save it elsewhere."
    if number == errno.EISDIR:
        return "this is a folder", where, "Give the file another name."
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return "its folder is not there", where, "Choose another folder."
    return f"it cannot be written ({_said(error)})", where, "Save it elsewhere."


def _said(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
