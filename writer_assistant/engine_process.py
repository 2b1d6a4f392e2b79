"""The engine as a child process: JSON lines in, JSON lines out.

Started as ``writer-assistant --engine`` (``python -m writer_assistant --engine`` from source). One
request a line on standard input, one answer a line on standard output, UTF-8 with ``\\u`` escapes.
Stray prints go to standard error. The child leaves when its input ends.

The child mirrors the lines of every open draft. ``edit`` requests keep the mirror true; whatever is
unchanged is answered from caches. A *line* is what stands between two ``\\n``; lines are counted
from 0. ``revision`` numbers the states of a draft, ascending.

Requests
    ``{"do": "open", "draft": 1, "revision": 0, "lines": [...], "more": true}``
        a new mirror. With ``more``, ``append`` requests follow, and nothing is analysed before
        one without ``more``, so that a long draft can be sent in pieces.
    ``{"do": "append", "draft": 1, "lines": [...], "more": false}``
    ``{"do": "edit", "draft": 1, "revision": 7, "first": 12, "removed": 1, "lines": ["..."]}``
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
    ``{"do": "close", "draft": 1}``

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
    ``{"say": "suggestions", "id": 99, "suggestions": [SUGGESTION ...]}``
        as in the command's JSON, plus ``quote``, ``by`` and ``on`` in ``source``; offsets as in a
        FINDING. Empty if the finding is no longer there.
    ``{"say": "problem", "what": "...", "where": "...", "remedy": "..."}``
        something the person should know; the child goes on.
"""
