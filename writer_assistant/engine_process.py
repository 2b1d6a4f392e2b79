"""The engine as a child process: JSON lines in, JSON lines out.

Started as ``writer-assistant --engine`` (``python -m writer_assistant --engine`` from source). One
request a line on standard input, one answer a line on standard output, UTF-8 with ``\\u`` escapes.
Stray prints go to standard error. The child leaves when its input ends.

The child mirrors the lines of every open draft. ``edit`` requests keep the mirror true; whatever is
unchanged is answered from caches. A *line* is what stands between two ``\\n``; lines are counted
from 0. ``revision`` numbers the states of a draft, ascending.

Requests
    ``{"do": "open", "draft": 1, "revision": 1, "lines": [...], "markup": true, "more": true}``
        a new mirror; ``markup`` is false for plain text. With ``more``, edits follow, and nothing
        is analysed before one without ``more``, so that a long draft can be sent in pieces.
    ``{"do": "edit", "draft": 1, "revision": 7, "first": 12, "removed": 1, "lines": ["..."],
    "more": false}``
        ``removed`` lines from line ``first`` on are replaced by ``lines``.
    ``{"do": "visible", "draft": 1, "first": 0, "last": 40}``
        what the person sees; it is analysed first.
    ``{"do": "settings", "persona": {"path": "...", "text": "..."} | null, "authors": ["..."],
    "lexicons": ["..."], "channel": "linkedin" | null}``
        what the drafts are judged by; everything is answered anew. ``text`` is the persona file's
        content, so that the window and the child read the same state of it.
    ``{"do": "suggest", "draft": 1, "revision": 7, "line": 12, "start": 4, "end": 31,
    "kind": "self-centered", "id": 99}``
        suggestions for the finding of that kind at that place (as it was reported).
    ``{"do": "teach", ... as for "suggest" ..., "answer": {"feature": "GlideCar suspension",
    "pain": "broken-goods", "benefit": "your goods arrive in one piece", "proof": ""} | null}``
        what the writer can start from to say what that sentence means for the reader, and what
        ``answer``, which the persona does not have, would make of it.
    ``{"do": "ground", "draft": 1, "revision": 7, "text": "...", "markup": true, "last": false,
    "id": 3}``
        first (or last) sentences for the whole draft, which is ``text``.
    ``{"do": "spelling", "variety": "en_GB" | "en_US" | "en" | null, "words": ["..."]}``
        by which English spelling is looked at (``en``: either is right; null: not at all), and
        the words of the user's own that are right. Those of the persona and the authors' names
        are so anyway. Everything is looked at anew.
    ``{"do": "spell", "draft": 1, "revision": 7, "word": "recieve", "id": 5}``
        what may be meant by a word.
    ``{"do": "close", "draft": 1}``
    ``{"do": "ping"}``
        answered by ``{"say": "pong"}`` when all before it was taken: whether the child is well.

Answers
    ``{"say": "started"}`` the child reads its input; lexicon findings may follow.
    ``{"say": "ready", "model": "en_core_web_sm 3.8.0"}`` the grammar is loaded.
    ``{"say": "findings", "draft": 1, "revision": 7, "grammar": true, "paragraphs": [
    {"line": 12, "lines": 1, "length": 58, "findings": [FINDING ...]} ...]}``
        all findings of these paragraphs; they replace what was reported for those lines.
        ``revision`` is the mirror's when they were made. ``grammar`` is false while only
        lexicons could be asked. A FINDING has ``kind``, ``subkind``, ``severity``, ``start``,
        ``end``, ``text``, ``sentence`` (start and end), ``message``, ``reason``; offsets are code
        points from the start of the paragraph's first line.
    ``{"say": "scores", "draft": 1, "revision": 7, "words": 212, "characters": 1280,
    "focus": 0.61, "customer_first": true, "customer_last": false, "reading_grade": 8.4,
    "analysed": 1.0}``
        of the whole draft; ``analysed`` is the share of its paragraphs that they rest on.
    ``{"say": "suggestions", "draft": 1, "id": 99, "suggestions": [SUGGESTION ...]}``
        as in the command's JSON, plus ``quote``, ``by`` and ``on`` in ``source``, and ``asks``:
        whether it only asks the writer what the sentence means; offsets as in a FINDING. Empty if
        the finding is no longer there.
    ``{"say": "question", "draft": 1, "id": 99, "feature": "...", "pains": ["broken-goods", ...],
    "wishes": {"calm-receiving": "..."}, "suggestions": [SUGGESTION ...]}``
        the phrase that names the thing, the persona's pains with the likeliest first, her gains
        as words that speak to her; what the answer makes, if there was one.
    ``{"say": "ground", "draft": 1, "id": 3, "suggestions": [SUGGESTION ...]}``
        each replaces nothing; offsets are code points from the start of ``text``.
    ``{"say": "spelling", "draft": 1, "revision": 7, "paragraphs": [
    {"line": 12, "lines": 1, "length": 58, "words": [[4, 11], ...]} ...]}``
        all misspelt words of these paragraphs, start and end as in a FINDING; they replace what
        was told of those lines. Nothing comes before spelling was asked for.
    ``{"say": "spellings", "draft": 1, "id": 5, "suggestions": ["receive", ...]}``
        best first; may be empty.
    ``{"say": "problem", "what": "...", "where": "...", "remedy": "..."}``
        something the person should know; the child goes on.
    ``{"say": "pong"}``
"""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from queue import SimpleQueue
from typing import BinaryIO, cast

from writer_assistant.engine_loop import Inbox, Loop, Message

_LAST_WORDS = 3.0
"""Seconds in which a child whose input ended has to be gone."""


def serve_window() -> int:
    """Serve the program at the other end of the standard streams until it closes them."""
    source, sink = _take_streams()
    _give_way()
    inbox: Inbox = SimpleQueue()
    threading.Thread(target=_read, args=(source, inbox), daemon=True).start()

    def say(answer: Message) -> None:
        sink.write(json.dumps(answer, separators=(",", ":")).encode("ascii") + b"\n")
        sink.flush()

    status = 1
    try:
        Loop(inbox, say).run()
        status = 0
    except BrokenPipeError:
        pass
    except Exception:
        traceback.print_exc()
    finally:
        # At once: other threads may be in the middle of reading or loading.
        sys.stderr.flush()
        os._exit(status)


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return the standard streams' bytes; whoever prints from now on prints to standard error."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    return source, cast(BinaryIO, sink)


def _give_way() -> None:
    """Let the window's process go first."""
    if hasattr(os, "nice"):
        os.nice(10)
    elif sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)


def _read(source: BinaryIO, inbox: Inbox) -> None:
    for line in source:
        try:
            inbox.put(json.loads(line))
        except ValueError:
            print(f"not a request: {line[:200]!r}", file=sys.stderr)  # noqa: T201
    inbox.put(None)
    # The loop may be in the middle of something that takes for ever.
    timer = threading.Timer(_LAST_WORDS, os._exit, (0,))
    timer.daemon = True
    timer.start()
