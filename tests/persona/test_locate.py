"""Every value of a TOML text is found where it stands."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.persona.locate import locate
from writer_assistant.persona.toml import read_toml

SOURCE = '''# a comment with [brackets] and "marks"
format = 1
a.b."c d" = 'x'   # dotted
[persona]
name = "Olga \\"O\\" [lead]"
"odd key" = """
two
lines"""
channels = [ "one", # first
  "two", ]
[[pain]]
id = "p0"
heard = [{ from = "x", on = 2026-03-04,
           quote = "} # no" }, {}]
[pain.more]
deep = true
[[pain]]
id = "p1"
[[pain.heard]]
by = "y"
[[pain.heard]]
by = 1_000.5
[vocabulary.plain]
"ours, theirs" = "hers"
'''


def at(path):
    line = SOURCE.count("\n", 0, locate(SOURCE)[path].value) + 1
    column = locate(SOURCE)[path].value - SOURCE.rfind("\n", 0, locate(SOURCE)[path].value)
    return line, column


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("format",), (2, 10)),
        (("a", "b", "c d"), (3, 13)),
        (("persona",), (4, 1)),
        (("persona", "name"), (5, 8)),
        (("persona", "odd key"), (6, 13)),
        (("persona", "channels", 1), (10, 3)),
        (("pain",), (11, 1)),
        (("pain", 0), (11, 1)),
        (("pain", 0, "heard", 0), (13, 10)),
        (("pain", 0, "heard", 0, "quote"), (14, 20)),
        (("pain", 0, "heard", 1), (14, 32)),
        (("pain", 0, "more", "deep"), (16, 8)),
        (("pain", 1), (17, 1)),
        (("pain", 1, "id"), (18, 6)),
        (("pain", 1, "heard", 1, "by"), (22, 6)),
        (("vocabulary", "plain", "ours, theirs"), (24, 18)),
    ],
)
def test_places(path, place):
    assert at(path) == place


@pytest.mark.parametrize(
    ("path", "ends"),
    [(("pain", 0), "true"), (("pain", 1), "1_000.5"), (("persona",), '"two", ]')],
)
def test_a_table_ends_with_the_last_thing_in_it(path, ends):
    assert SOURCE[: locate(SOURCE)[path].end].endswith(ends)


keys = st.one_of(
    st.from_regex(r"[a-z0-9_-]{1,4}", fullmatch=True), st.text("a.\"' #=é🚀", max_size=3)
)
scalars = st.one_of(st.text("ab\"'\\\n#[]{},=🚀", max_size=6), st.integers(), st.booleans())
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


def quoted(text):
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{out}"'


@st.composite
def rendered(draw, value):
    """``value`` written in one of the ways that TOML has."""
    gap = st.sampled_from(["", " ", "\n", " # [c\n\t"])
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        if "'" not in value and "\n" not in value and draw(st.booleans()):
            return f"'{value}'"
        plain = "'''" not in value and not value.startswith("\n") and not value.endswith("'")
        if plain and draw(st.booleans()):
            return f"'''{value}'''"
        return quoted(value)
    if isinstance(value, list):
        items = [draw(gap) + draw(rendered(item)) + draw(gap) for item in value]
        return "[" + ",".join(items) + draw(gap) + "]"
    pairs = [
        f"{draw(gap)}{quoted(key)} = {draw(rendered(item))}{draw(gap)}"
        for key, item in value.items()
    ]
    return "{" + ",".join(pairs) + ("," if pairs and draw(st.booleans()) else "") + draw(gap) + "}"


@st.composite
def documents(draw):
    """A text and the values that it holds."""
    expected = {}
    lines = []
    for key, value in draw(st.dictionaries(keys, values, max_size=3)).items():
        expected[key] = value
        lines.append(f"{quoted(key)} = {draw(rendered(value))}")
    for name in ("x-table", "y-table"):
        for _ in range(draw(st.integers(0, 2))):
            table = draw(st.dictionaries(keys, values, max_size=3))
            expected.setdefault(name, []).append(table)
            lines.append(f"[[ {name} ]] # {name}")
            lines += [f"{quoted(key)} = {draw(rendered(item))}" for key, item in table.items()]
    return "\n".join(lines) + "\n", expected


def leaves(value, path=()):
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from leaves(item, (*path, key))
    else:
        yield path, value


@given(documents())
def test_whatever_is_read_is_located(document):
    text, expected = document
    assert read_toml(text) == expected
    places = locate(text)
    for path, value in leaves(expected):
        place = places[path]
        assert tomllib.loads(f"k = {text[place.value : place.end]}") == {"k": value}
        assert place.key <= place.value < place.end


@pytest.mark.parametrize("comment", ["as in {this}", "}", "#" * 5_000, "a, b } # c"])
def test_a_comment_in_a_table_ends_nothing(comment: str) -> None:
    assert read_toml(f"x = {{ a = 1, # {comment}\n b = 2 }}") == {"x": {"a": 1, "b": 2}}
