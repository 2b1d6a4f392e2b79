"""Blocks made at random: what Markdown can say, among words that careless formats trip over."""

from dataclasses import replace

from hypothesis import strategies as st

from writer_assistant.text.rich import (
    Block,
    BlockList,
    Code,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    tidied,
    without_common_bold,
)

MARKS = [
    *("1.", "12)", "#tag", "#", "-", "+", "*", "**", "_", "__", "snake_case", "~~", "`", "``"),
    *("[x]", "[a](b)", "[a]: b", "![i](j)", "<b>", "<!--", "-->", "&amp;", "&", "\\", "\\*"),
    *("|", "a|b", "| -", "---", "===", "+++", "~~~", "```", ">", "!", "“Hi”", "(so)", "x:"),
    *("{>>n<<}", ":-:", "%20", "olga@x.example", "http://x.example/(a)", "https://x.example/b?c=d"),
]
SCRIPTS = [
    *(
        "word",
        "Olga’s",
        "café",
        "5",
        "👩‍👩‍👧",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ),
    *("1️⃣", "❤️", "שלום", "עולם!", "مرحبا", "中文。", "ไทย", "1\u00a0000"),
]
WORDS = MARKS + SCRIPTS

texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from([" ", " ", "\n", "a", "b.", ""])), max_size=6
).map("".join)
"""Anything."""
phrases = st.lists(
    st.sampled_from([word for word in WORDS if "`" not in word] + ["and", "so", "\n"]),
    min_size=1,
    max_size=4,
).map(" ".join)
"""Words with spaces between them."""
addresses = st.sampled_from(
    [
        "https://x.example/a",
        "https://x.example/a_(b)?q=1&r=2",
        "mailto:o@x.example",
        "#here",
        "a.md",
    ]
)
links = st.one_of(st.just(""), st.just(""), addresses)
pictures = st.builds(
    Run, st.sampled_from(["a chart", "[x] *y*"]), image=st.sampled_from(["a.png", "b/c.png"])
)
codes = st.builds(Run, texts.filter(str.strip), code=st.just(value=True), bold=st.booleans())


def _looking(text: st.SearchStrategy[str]) -> st.SearchStrategy[Run]:
    off = st.just(value=False)
    marks = {name: st.booleans() for name in ("bold", "italic", "struck")}
    return st.builds(Run, text, **marks, code=off, link=links)


def _said(runs: list[Run]) -> Runs:
    return tidied(runs) if tidied(runs) else (Run("x"),)


rude_runs = st.lists(
    st.one_of(_looking(texts), st.builds(Run, texts), codes, pictures), max_size=4
).map(_said)
"""Looks that begin and end anywhere, also where Markdown has no marks for it."""
polite_runs = st.lists(
    st.one_of(_looking(phrases), st.builds(Run, phrases), codes, pictures), max_size=4
).map(lambda runs: _said([part for run in runs for part in (run, Run(" "))]))
"""Looks that begin and end at spaces."""


def one_line(runs: Runs) -> Runs:
    return tidied(replace(run, text=run.text.replace("\n", " ")) for run in runs)


paragraphs = st.builds(Paragraph, polite_runs)
headings = st.builds(Heading, st.integers(1, 6), polite_runs.map(one_line).map(without_common_bold))
code_lines = st.lists(
    st.sampled_from(["x = 1", "", "  y", "```", "~~~~", "<b>&amp;", "\tz", "# a"]),
    min_size=1,
    max_size=4,
).map("\n".join)
code_blocks = st.builds(Code, code_lines.filter(str.strip), st.sampled_from(["", "python", "c++"]))
cells = st.one_of(st.just(()), polite_runs.map(one_line))


def _tables(width: int) -> st.SearchStrategy[Table]:
    rows = st.lists(
        st.lists(cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3
    )
    sides = st.lists(
        st.sampled_from(["", "left", "right", "center"]), min_size=width, max_size=width
    )
    filled = rows.filter(lambda rows: all(any(row) for row in rows))
    return st.builds(Table, filled.map(tuple), sides.map(tuple))


tables = st.integers(2, 3).flatmap(_tables)
leaves = st.one_of(paragraphs, paragraphs, headings, code_blocks, tables, st.just(Rule()))


def lists_of(item: st.SearchStrategy[tuple[Block, ...]]) -> st.SearchStrategy[BlockList]:
    return st.builds(
        BlockList,
        st.lists(item, min_size=1, max_size=3).map(tuple),
        st.sampled_from([None, None, 1, 1, 3]),
    )


def _several(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[Block, ...]]:
    return st.lists(blocks, min_size=1, max_size=3).map(tuple)


documents = _several(
    st.recursive(
        leaves,
        lambda inside: st.one_of(lists_of(_several(inside)), st.builds(Quote, _several(inside))),
        max_leaves=6,
    )
)
"""Whatever Markdown can hold."""

_in_items = st.one_of(paragraphs, st.builds(Code, code_lines.filter(str.strip)), tables)
_word_lists = st.recursive(
    lists_of(st.tuples(paragraphs)),
    lambda inside: lists_of(
        st.tuples(paragraphs, st.lists(st.one_of(inside, _in_items), max_size=2)).map(
            lambda item: (item[0], *item[1])
        )
    ),
    max_leaves=4,
)
_quoted = _several(st.one_of(paragraphs, lists_of(st.tuples(paragraphs))))
word_documents = _several(
    st.one_of(
        paragraphs,
        headings,
        st.builds(Code, code_lines.filter(str.strip)),
        tables,
        st.just(Rule()),
        _word_lists,
        st.builds(Quote, _quoted),
    )
)
"""What a Word document can hold of it: no quotes inside each other, no language of code."""
