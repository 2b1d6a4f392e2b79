"""The file of a review: TOML beside the draft, for people to read, compare and correct.

For the draft ``post.md`` it is ``post.md.review.toml``::

    format = 1

    [baseline]                       # how the draft stood when the review began
    on = 2026-11-21T14:03:00
    words = 212
    focus = 0.61
    customer_first = true
    customer_last = false
    reading_grade = 8.4
    findings.self-centered = { strong = 3, mild = 1 }

    [[note]]
    id = "3f9a2c41"
    words = "We are thrilled to announce our new office."
    text = "What does Olga get from this?"
    by = "Ana"
    on = 2026-11-21T14:05:00
    done = false
    before = ["ruins", "a", "week"]
    after = ["your", "goods", "leave"]

    [[note.answer]]
    text = "An hour. I'll say so."
    by = "Ben"
    on = 2026-11-22T09:10:00

    [[decision]]
    id = "9b01d2aa"
    what = "used"                    # or "ignored", then with a reason
    kind = "jargon"
    was = "leverage"
    words = "use"
    ...

Only ``format``, and the ``text`` of a note, must be there: a note may be added by hand. One without
``words`` is about the whole draft. Changes are made in the text, so that comments, order and
unknown keys stay.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from writer_assistant.errors import UserError
from writer_assistant.review.merge import merge
from writer_assistant.review.model import Review
from writer_assistant.review.reading import read_review
from writer_assistant.review.writing import changed
from writer_assistant.text.readers import FileStyle, load_bytes, write_file

SUFFIX = ".review.toml"


def beside(draft: Path) -> Path:
    """Return the file of the review of ``draft``."""
    return draft.with_name(draft.name + SUFFIX)


def in_folder(draft: str, folder: Path) -> Path:
    """Return the file in ``folder`` for a draft beside which none can lie.

    Args:
        draft: its path, or what it is known by while it has none.
        folder: for the reviews of all such drafts.
    """
    stem = re.sub(r"[^\w-]+", "-", Path(draft).stem)[:40]
    digest = hashlib.sha256(draft.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return folder / f"{stem}-{digest}{SUFFIX}"


def load_review(path: Path) -> Review:
    """Return the review that ``path`` keeps; an empty one if there is no such file.

    Raises:
        UserError: if it cannot be read or understood.
    """
    return read_review(_read(path)[0], str(path))


def save_review(path: Path, base: Review, mine: Review) -> Review:
    """Write into ``path`` what ``mine`` changed since ``base``; return what it says then.

    What others wrote there meanwhile stays. The file is written in one step, or not at all.

    Raises:
        UserError: if it cannot be read, understood or written; then it is as it was.
    """
    text, style = _read(path)
    theirs = read_review(text, str(path))
    merged = merge(base, mine, theirs)
    if merged != theirs:
        made = changed(text, merged, str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                f"its folder cannot be made ({error.strerror})", str(path), "Make it by hand."
            ) from error
        write_file(path, made, style)
    return merged


def _read(path: Path) -> tuple[str, FileStyle]:
    if not path.exists():
        return "", FileStyle()
    data = load_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            "the notes cannot be read: the file is not UTF-8",
            f"{path}:{line}",
            "Save it as UTF-8, or move it away. It is left as it is until then.",
        ) from error
    newline = "\r\n" if "\r\n" in text else "\n"
    has_bom = data.startswith(b"\xef\xbb\xbf")
    return text.replace("\r\n", "\n"), FileStyle("utf-8", newline, has_bom)
