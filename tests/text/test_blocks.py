"""Which lines make which paragraph."""

import pytest

from writer_assistant.text.markup import read_draft, split_paragraphs


def blocks(text, *, markup=True):
    return [
        (b.value, first, n) for b, first, n in split_paragraphs(text.split("\n"), markup=markup)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\n\xa0\n", []),
        ("one\ntwo\n\n\nthree", [("prose", 0, 2), ("prose", 4, 1)]),
        ("# Head\ntext", [("heading", 0, 1), ("prose", 1, 1)]),
        ("text\n## Head ##", [("prose", 0, 1), ("heading", 1, 1)]),
        ("#hashtag\n####### no", [("prose", 0, 2)]),
        ("Head\n====", [("heading", 0, 2)]),
        ("two lines\nof head\n---\ntext", [("heading", 0, 3), ("prose", 3, 1)]),
        ("\n---\n", [("thematic-break", 1, 1)]),
        ("text\n\n* * *\ntext", [("prose", 0, 1), ("thematic-break", 2, 1), ("prose", 3, 1)]),
        ("- a\n  b\n* c\n+ d", [("bullet", 0, 2), ("bullet", 2, 1), ("bullet", 3, 1)]),
        ("- a\nlazy", [("bullet", 0, 2)]),
        ("- a\n---", [("bullet", 0, 1), ("thematic-break", 1, 1)]),
        ("1. a\n2) b\n   3. c", [("bullet", 0, 1), ("bullet", 1, 1), ("bullet", 2, 1)]),
        ("We opened in\n1987. It rained.", [("prose", 0, 2)]),
        ("Buy:\n1. milk\n2. eggs", [("prose", 0, 1), ("bullet", 1, 1), ("bullet", 2, 1)]),
        ("- a\n    - b", [("bullet", 0, 1), ("bullet", 1, 1)]),
        ("- a\n\n  more of a\n\nout", [("bullet", 0, 1), ("prose", 2, 1), ("prose", 4, 1)]),
        ("- a\n\n      code", [("bullet", 0, 1), ("code", 2, 1)]),
        ("- a\n\nout\n\n    code", [("bullet", 0, 1), ("prose", 2, 1), ("code", 4, 1)]),
        ("-5 degrees\n-- dash", [("prose", 0, 2)]),
        ("> a\n> b\nlazy\n\ntext", [("block-quote", 0, 3), ("prose", 4, 1)]),
        ("    code\n\n    code\ntext", [("code", 0, 3), ("prose", 3, 1)]),
        ("text\n    no code", [("prose", 0, 2)]),
        ("```\n# no\n\n- no\n```\ntext", [("code", 0, 5), ("prose", 5, 1)]),
        ("text\n~~~ py\nx\n```\n~~~~", [("prose", 0, 1), ("code", 1, 4)]),
        ("```\nnever closed\n\ntext", [("code", 0, 4)]),
        ("``` a`b", [("prose", 0, 1)]),
        ("- ```\n  x\n  ```\ntext", [("code", 0, 3), ("prose", 3, 1)]),
        ("1. a\n\n    ```\n    x\n    ```\nb", [("bullet", 0, 1), ("code", 2, 3), ("prose", 5, 1)]),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |\n\nx", [("table", 0, 3), ("prose", 4, 1)]),
        ("a | b\n--- | ---\n1 | 2", [("table", 0, 3)]),
        ("text\na | b\n-|-\n1 | 2", [("prose", 0, 1), ("table", 1, 3)]),
        ("a | b\nc | d", [("prose", 0, 2)]),
        ("<!-- a\n\nb -->\ntext", [("comment", 0, 3), ("prose", 3, 1)]),
        ("<!-- a -->\n\ntext", [("comment", 0, 1), ("prose", 2, 1)]),
        ("<!-- a --> We won.", [("prose", 0, 1)]),
        ("<!-- a\n\nb --> We won.\nAnd so on.", [("prose", 0, 4)]),
        ("text\n<!-- a -->\ntext", [("prose", 0, 3)]),
        ("<div>\nx\n</div>\n\ntext", [("html", 0, 3), ("prose", 4, 1)]),
        ("<style>\na\n\nb\n</style>\ntext", [("html", 0, 5), ("prose", 5, 1)]),
        ("<b>We</b> won.", [("prose", 0, 1)]),
        ("<FirstName>, we won.", [("prose", 0, 1)]),
        ("[a]: https://x.example 'T'\n[b]: <y>", [("definition", 0, 1), ("definition", 1, 1)]),
        ("text\n[a]: x", [("prose", 0, 2)]),
        ("[a]: we say more than a target", [("prose", 0, 1)]),
        ("[^1]: A note.\n[^2]: Another.", [("prose", 0, 1), ("prose", 1, 1)]),
        ("✅ a\n✅ b", [("bullet", 0, 1), ("bullet", 1, 1)]),
        ("Why:\n👉 a\nwraps\n👉 b", [("prose", 0, 1), ("bullet", 1, 2), ("bullet", 3, 1)]),
        ("Why:\n→ a\n→ b", [("prose", 0, 1), ("bullet", 1, 1), ("bullet", 2, 1)]),
        ("• a\n•b", [("bullet", 0, 1), ("bullet", 1, 1)]),
        ("1️⃣ a\n2️⃣ b", [("bullet", 0, 1), ("bullet", 1, 1)]),
        ("We\n🚀 love rockets", [("prose", 0, 2)]),
        ("🚀 We won.\nHurrah.", [("prose", 0, 2)]),
        ("---\na: b\n---\ntext", [("front-matter", 0, 3), ("prose", 3, 1)]),
        ("+++\na = 1\n+++", [("front-matter", 0, 3)]),
        ("---\na: b\n...\ntext", [("front-matter", 0, 3), ("prose", 3, 1)]),
        ("---\n\nWe won.", [("thematic-break", 0, 1), ("prose", 2, 1)]),
        ("---\na: never closed", [("thematic-break", 0, 1), ("prose", 1, 1)]),
        ("text\n---\na: b\n---", [("heading", 0, 2), ("heading", 2, 2)]),
    ],
)  # fmt: skip
def test_blocks(text, expected):
    assert blocks(text) == expected


@pytest.mark.parametrize("text", ["# a\n- b\n> c\n```\n---\n<div>", "---\na: b\n---"])
def test_in_plain_text_nothing_is_markup(text):
    assert blocks(text, markup=False) == [("prose", 0, text.count("\n") + 1)]


def test_in_plain_text_empty_lines_separate():
    assert blocks("a\nb\n \n\nc\n", markup=False) == [("prose", 0, 2), ("prose", 4, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nTitle: A: b\nempty:\n---", {"title": "A: b", "empty": ""}),
        ('---\na: "x # y"  # z\nb: it\'s # c\n---', {"a": "x # y", "b": "it's"}),
        ("---\nnames: [Norwick Freight, 'Norwick']\n---", {"names": "Norwick Freight, Norwick"}),
        ("---\nnames:\n  - A\n  - B # c\n---", {"names": "A, B"}),
        ("---\na: >\n  one\n  two\nb: 1\n---", {"a": "one two", "b": "1"}),
        ('+++\na = "x"\nb = ["y", 2]\n[d]\ne = 1\n+++', {"a": "x", "b": "y, 2"}),
        ("+++\na = \n+++", {}),
        ("---\na: url: https://x.example\n---", {"a": "url: https://x.example"}),
    ],
)  # fmt: skip
def test_front_matter(text, expected):
    assert read_draft(text).front_matter == expected
