"""What a reader reads of a paragraph, and what in it is a link, code or somebody else's."""

import pytest

from writer_assistant.text.draft import Block
from writer_assistant.text.markup import read_content
from writer_assistant.text.span import Span


def prose(text, block=Block.PROSE, *, markup=True):
    return read_content(text, block, markup=markup).prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We won.", "We won."),
        ("We **really** *won* __today__ _here_.", "We really won today here."),
        ("***We*** won", "We won"),
        ("~~We~~ lost", "We lost"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("*not closed and ** alone", "*not closed and ** alone"),
        ("**Label:** text", "Label: text"),
        (r"\*no\* \\ \a", r"*no* \ \a"),
        ("See [our *site*](https://x.example/a_(b) 'T').", "See our site."),
        ("See [our site][1], [it][] and [x].", "See our site, it and [x]."),
        ("An ![image](a.png) and [![badge](b.png)](c).", "An and ."),
        ("<https://x.example> <a.b@c.example>", "https://x.example a.b@c.example"),
        ("<b>We</b> won<br>twice, 3 < 4 <3", "We won twice, 3 < 4 <3"),
        ("We <!-- us? --> won.", "We won."),
        ("We <!-- never closed", "We <!-- never closed"),
        ("Run `a  *b*` or ``c ` d``.", "Run a *b* or c ` d."),
        ("` alone", "` alone"),
        ("R&amp;D&nbsp;team &copy;", "R&D team &copy;"),
        ("We won.[^1]", "We won."),
        ("one\ntwo  \nthree\\\nfour\tfive", "one two three four five"),
        ("We are 🚀 thrilled 🎉🎉!", "We are thrilled !"),
        ("We🚀won 👩\u200d💻 1\ufe0f\u20e3 GlideCar™", "We won GlideCar™"),
        ("lev\xader\u200bage \ufeff\u202ait\u202c\ud800\x00.", "leverage it ."),
        ("\xa0 a\u2003b\u3000\x85", "a b"),
        ("", ""),
        ("🚀", ""),
    ],
)
def test_prose(text, expected):
    assert prose(text) == expected


@pytest.mark.parametrize(
    ("text", "block", "expected"),
    [
        ("## We *won* ##", Block.HEADING, "We won"),
        ("# C#", Block.HEADING, "C#"),
        ("We\nwon\n---", Block.HEADING, "We won"),
        ("#", Block.HEADING, ""),
        ("  - [x] We\n    won", Block.BULLET, "We won"),
        ("12) We won", Block.BULLET, "We won"),
        ("- **We** won", Block.BULLET, "We won"),
        ("•We won", Block.BULLET, "We won"),
        ("✅ We won", Block.BULLET, "We won"),
        ("→ We won", Block.BULLET, "We won"),
        ("[^1]: A note", Block.PROSE, "A note"),
        ("> We\n> > won\nlazily", Block.BLOCK_QUOTE, "We won lazily"),
        ("| a | **b** |\n|---|--:|\n| 1 |  |", Block.TABLE, "a b 1"),
        ("x = 1", Block.CODE, ""),
        ("---\na: b\n---", Block.FRONT_MATTER, ""),
        ("<!-- x -->", Block.COMMENT, ""),
        ("---", Block.THEMATIC_BREAK, ""),
        ("[a]: https://x.example", Block.DEFINITION, ""),
    ],
)
def test_prose_of_blocks(text, block, expected):
    assert prose(text, block) == expected


def test_in_plain_text_marks_are_characters():
    text = "# *We* [won](x) `now` <b> &amp; 🚀 yes"
    assert prose(text, markup=False) == "# *We* [won](x) `now` <b> &amp; yes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [our site](x), [that][1].", ["our site", "that"]),
        ("Go to https://x.example/a_b?c=d_e#f.", ["https://x.example/a_b?c=d_e#f"]),
        ("(https://x.example/a_(b))", ["https://x.example/a_(b)"]),
        ("**https://x.example**", ["https://x.example"]),
        ("[https://x.example](https://x.example/long)", ["https://x.example"]),
        ("www.x.example, x.example/y and x.com.", ["www.x.example", "x.example/y", "x.com"]),
        ("Ask first_name.x@mail.x.example!", ["first_name.x@mail.x.example"]),
        ("#RailFreight and @olga_b. #1 C# a#b", ["#RailFreight", "@olga_b"]),
        ("e.g. this and/or that, v1.2, 3.5/5, Node.js, U.S.", []),
        ("![alt https://x.example](https://y.example)", []),
        ("`https://x.example`", []),
    ],
)
def test_links(text, expected):
    content = read_content(text, Block.PROSE)
    assert [span.of(content.prose) for span in content.links] == expected


def test_code_is_kept_and_named():
    content = read_content("Run `pip` and `` `x` `` now", Block.PROSE)
    assert content.prose == "Run pip and `x` now"
    assert [span.of(content.prose) for span in content.code] == ["pip", "`x`"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Big news 🎉 We move.", ["We move."]),
        ("One  \ntwo\\\nthree<br>four", ["two three four", "three four", "four"]),
        ("🎉 We move 🎉", []),
        ("One\ntwo", []),
    ],
)
def test_breaks(text, expected):
    content = read_content(text, Block.PROSE)
    assert [content.prose[at:] for at in content.breaks] == expected


def test_a_span_of_prose_leads_back_to_the_words_with_their_marks_inside():
    text = "- We **really\n  leverage** 🚀 [synergies](x)."
    content = read_content(text, Block.BULLET)
    start = content.prose.index("really leverage synergies")
    span = content.in_text(Span(start, start + len("really leverage synergies")))
    assert span.of(text) == "really\n  leverage** 🚀 [synergies"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # speech
        ('"We cut our queue by half," says Ana.', ['"We cut our queue by half,"']),
        ("“We won.” He left. “Then we lost.”", ["“We won.”", "“Then we lost.”"]),
        ("“We won. We lost. We left.”", ["“We won. We lost. We left.”"]),
        ("He said: 'We don't know the drivers' names.'", ["'We don't know the drivers' names.'"]),
        ("‘It’s ours,’ she said.", ["‘It’s ours,’"]),
        ("«We won it all», he said.", ["«We won it all»"]),
        ("« We won it all », he said.", ["« We won it all »"]),
        ("„We won it all“, he said.", ["„We won it all“"]),
        ("»We won it all«, he said.", ["»We won it all«"]),
        ("”We won it all”, he said.", ["”We won it all”"]),
        ("“He said ‘we won’ and left,” she said.", ["“He said ‘we won’ and left,”"]),
        ('"Never again!" she said.', ['"Never again!"']),
        ('"Wow." That was all.', ['"Wow."']),
        ('The 27" is in. "The 27" monitor is great," she said.', ['"The 27" monitor is great,"']),
        ("**“We won it all,”** he said", ["“We won it all,”"]),
        ('He called it "a dream that came true at last".', ['"a dream that came true at last"']),
        # carried on in the next paragraph
        ("“We won. And then", ["“We won. And then"]),
        ('He said: "We won. And then', ['"We won. And then']),
        # no speech
        ('Our "robust" and "best in class" pumps.', []),
        ("Our 'robust' pumps", []),
        ("A 27\" screen, 5'10\" tall, 6' deep", []),
        ("The drivers' lounge and the cooks' kitchen aren't ours", []),
        ("Rock 'n' roll of the '90s, 'tis ours", []),
        ("’Twas the night; the boys’ own", []),
        ('The "Golden Skep" award', []),
        ('We say "', []),
        ('A stray " in the middle of it all', []),
        ("", []),
    ],
)
def test_quotes(text, expected):
    content = read_content(text, Block.PROSE)
    assert [span.of(content.prose) for span in content.quotes] == expected
