"""How the page of a review looks, on the screen and on paper.

The colours are those of the marks in the window; each has a line of its own, so that the kinds
differ without colour.
"""

from __future__ import annotations

from collections.abc import Mapping

from writer_assistant.analysis.finding import Kind

COLOURS: Mapping[Kind, tuple[str, str]] = {
    Kind.SELF_CENTERED: ("#c2185b", "#ff6f91"),
    Kind.FEATURE_FIRST: ("#1565c0", "#6cb6ff"),
    Kind.JARGON: ("#9a6700", "#e3b341"),
    Kind.EMPTY_CLAIM: ("#7b1fa2", "#d2a8ff"),
    Kind.BARE_ASK: ("#00796b", "#4dd0b1"),
}
"""For each kind, the colour of its mark on a light ground and on a dark one."""

_LINES: Mapping[Kind, str] = {
    Kind.SELF_CENTERED: "wavy",
    Kind.FEATURE_FIRST: "dashed",
    Kind.JARGON: "dotted",
    Kind.EMPTY_CLAIM: "double",
    Kind.BARE_ASK: "solid",
}

_PAGE = """\
:root { color-scheme: light dark; --text: #23262b; --ground: #ffffff; --muted: #5d636d;
  --border: #8a8f98; --note: #fbf0d9; --good: #1d7440; --wrong: #b3261e; --link: #0b6a66; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 46rem; color: var(--text);
  background: var(--ground); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 .5em; }
h1 { margin-top: 0; }
a { color: var(--link); }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--border); padding: .3em 1em .3em 0; text-align: start;
  vertical-align: top; font-weight: normal; }
thead th { font-weight: 600; }
td { font-variant-numeric: tabular-nums; }
.about, .small { color: var(--muted); }
.small { font-size: .9em; }
.text, .code { white-space: pre-wrap; }
.code { font: .9em/1.5 ui-monospace, monospace; color: var(--muted); }
.said { list-style: none; margin: -.3em 0 1.2em; padding: .2em 0 .2em .9em; font-size: .92em;
  border-inline-start: 3px solid var(--border); }
.said li { margin: .25em 0; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5em 1.5em; }
sup { line-height: 0; font-size: .75em; }
sup a { text-decoration: none; padding: 0 .1em; font-weight: 600; }
ins { text-decoration: none; border: 1px solid var(--good); border-radius: .2em; padding: 0 .1em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { color: var(--muted); text-decoration: line-through; }
.text .noted, h3 .noted, h4 .noted, h5 .noted, h6 .noted, .legend .noted {
  background: var(--note); border: 1px dashed var(--border); border-radius: .2em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
"""
_DARK = """\
@media screen and (prefers-color-scheme: dark) {
:root { --text: #e7e6e2; --ground: #212427; --muted: #a3a9b1; --border: #757c86; --note: #3a2f19;
  --good: #74d097; --wrong: #ff938a; --link: #59c3b7; }
"""
_PRINT = """\
@media print {
  body { margin: 0; max-width: none; font-size: 10.5pt; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, .said li { break-inside: avoid; }
  .text .noted { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { margin: 18mm; }
}
"""


def _marks() -> str:
    lines = []
    for kind, form in _LINES.items():
        light, _ = COLOURS[kind]
        lines.append(
            f"span.{kind.value} {{ text-decoration: underline {form} {light} 2px; "
            "text-underline-offset: .25em; text-decoration-skip-ink: none; }\n"
        )
    lines.append("span.mild { text-decoration-thickness: 1px; }\n")
    lines.append("span span { text-underline-offset: .5em; }\n")
    return "".join(lines)


def _dark_marks() -> str:
    return "".join(
        f"span.{kind.value} {{ text-decoration-color: {dark}; }}\n"
        for kind, (_, dark) in COLOURS.items()
    )


STYLE = f"{_PAGE}{_marks()}{_DARK}{_dark_marks()}}}\n{_PRINT}"
"""The page's style sheet."""
