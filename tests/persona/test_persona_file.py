import pickle
import re

import pytest

from writer_assistant.errors import UserError
from writer_assistant.persona.file import (
    LARGEST,
    PersonaError,
    load_persona,
    parse_persona,
    save_persona,
    validate,
)
from writer_assistant.persona.model import (
    Answer,
    Author,
    Entry,
    Gain,
    Gatekeeper,
    Heard,
    Pain,
    Persona,
    Vocabulary,
)

HEAD = 'format = 1\n[persona]\nname = "Olga"\n'
RICH = """\
format = 1                          # version of this format

[persona]
name = "Olga, operations lead"
role = "Head of operations"
summary = "Answers for every pallet."
industry = "grocery retail"
channels = ["linkedin", "email"]
reading_grade = 9

[author]
names = ["Norwick Freight", "Norwick"]
products = ["GlideCar"]

[vocabulary]
uses = ["pallet", "ETA"]
avoids = ["lading"]
[vocabulary.plain]
"cross-axial vibration" = "shaking"

[[pain]]
id = "broken-goods"
text = "goods arrive broken and I have to explain the write-offs"
short = "broken goods"
cost = "2 % of every shipment"
words = ["damage", "claims"]
heard = [{ from = "driver", by = "customer service", on = 2026-03-04,
           quote = "Half the yoghurt was on the floor again." }]

[[gain]]
id = "calm-receiving"
text = "every pallet can go straight to the shelf"
relieves = ["broken-goods"]

[[obstacle]]
id = "contract"
text = "we are tied to our carrier until June"

[[gatekeeper]]
id = "cfo"
role = "Finance director"
cares = "no new fixed costs"

[[question]]
id = "proof"
text = "Who else of our size ships with you?"

[[interest]]
id = "cold-chain"
text = "keeping the cold chain unbroken"

[[answer]]
feature = "GlideCar suspension"
words = ["damper"]
relieves = ["broken-goods"]
benefit = "your goods arrive in one piece"
proof = "1 pallet in 400"
"""
OLGA = Persona(
    name="Olga, operations lead",
    role="Head of operations",
    summary="Answers for every pallet.",
    industry="grocery retail",
    channels=("linkedin", "email"),
    reading_grade=9,
    author=Author(("Norwick Freight", "Norwick"), ("GlideCar",)),
    vocabulary=Vocabulary(("pallet", "ETA"), ("lading",), {"cross-axial vibration": "shaking"}),
    pains=(
        Pain(
            "broken-goods",
            "goods arrive broken and I have to explain the write-offs",
            "broken goods",
            "2 % of every shipment",
            ("damage", "claims"),
            (
                Heard(
                    "driver",
                    "customer service",
                    "2026-03-04",
                    "Half the yoghurt was on the floor again.",
                ),
            ),
        ),
    ),
    gains=(Gain("calm-receiving", "every pallet can go straight to the shelf", ("broken-goods",)),),
    obstacles=(Entry("contract", "we are tied to our carrier until June"),),
    gatekeepers=(Gatekeeper("cfo", "Finance director", "no new fixed costs"),),
    questions=(Entry("proof", "Who else of our size ships with you?"),),
    interests=(Entry("cold-chain", "keeping the cold chain unbroken"),),
    answers=(
        Answer(
            "glidecar-suspension",
            "GlideCar suspension",
            ("damper",),
            ("broken-goods",),
            "your goods arrive in one piece",
            "1 pallet in 400",
        ),
    ),
)


def said(text):
    return [str(problem) for problem in validate(text, "o")]


def test_all_that_the_format_has_is_read():
    loaded = parse_persona(RICH, "o")
    assert loaded.persona == OLGA
    assert loaded.problems == ()
    assert loaded.text == RICH


def test_only_format_and_name_are_needed():
    assert parse_persona(HEAD, "o").persona == Persona("Olga")


def test_one_inline_value_a_key_is_read():
    text = (
        '"format" = 1\n"persona" = {"name" = "Ana"}\n'
        '"pain" = [{"id" = "a", "text" = "b", "words" = ["c"]}]\n"vocabulary" = {"uses" = []}\n'
    )
    persona = parse_persona(text, "o").persona
    assert persona.pains == (Pain("a", "b", words=("c",)),)


def test_white_space_in_texts_does_not_matter():
    text = 'format = 1\n[persona]\nname = """\n  Olga\n  B.  """\nchannels = [" x ", "", "x"]\n'
    persona = parse_persona(text, "o").persona
    assert persona.name == "Olga B."
    assert persona.channels == ("x",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "o:1:1: the file is empty; expected a persona."),
        (" \n\n", "o:1:1: the file is empty; expected a persona."),
        ("format = 1\n", 'o:1:1: there is no [persona]; expected one with name = "…".'),
        (HEAD[11:], "o:1:1: the version of the format is missing; expected format = 1 in"),
        ("format = 1\n[persona]\n", 'o:2:1: the persona has no name; expected name = "…".'),
        ('format = 1\npersona = "x"\n', "o:2:11: “persona” is a text; expected a table"),
        (HEAD.replace("Olga", " "), "o:3:8: the persona's name is empty; expected a name."),
        (HEAD.replace('"Olga"', "3"), "o:3:8: “name” is a number; expected a text in"),
        (HEAD.replace("= 1", "= 2"), "o:1:10: format 2 is newer than this program"),
        (HEAD.replace("= 1", "= 0"), "o:1:10: there is no format 0; expected format = 1."),
        (HEAD.replace("= 1", "= true"), "o:1:10: format is true or false; expected format = 1."),
        (HEAD + "reading_grade = 99\n", "o:4:17: “reading_grade” is 99; expected a school grade"),
        (HEAD + 'reading_grade = "9"\n', "o:4:17: “reading_grade” is a text; expected a school"),
        (HEAD + 'channels = "linkedin"\n', "o:4:12: “channels” is a text; expected a list of"),
        (HEAD + 'channels = ["a",\n 1]\n', "o:5:2: “channels” has a number in it; expected a text"),
        (HEAD + "[pain]\n", "o:4:1: “pain” is a table; expected entries, each headed [[pain]]."),
        (HEAD + '[[pain]]\nid = "A b"\ntext = "x"', "o:5:6: the id “A b” is not allowed; expected"),
        (HEAD + "[[pain]]\nid = 1\n", "o:5:6: “id” is a number; expected a text in"),
        (HEAD + '[[pain]]\nid = ""\n', "o:5:6: the id “” is not allowed"),
        (
            HEAD + '[[pain]]\nid = "a"\ntext = "x"\n[[gain]]\nid = "a"\ntext = "y"\n',
            "o:8:6: the id “a” is there already, for another pain; expected a new id.",
        ),
        (HEAD + '[[pain]]\ntext = "x"\nheard = ["y"]\n', "o:6:10: “heard” has a text in it"),
        (HEAD + '[[pain]]\ntext = "x"\n[[pain.heard]]\non = 1\n', "o:7:6: “on” is a number"),
        (HEAD + "[vocabulary.plain]\na = 1\n", "o:5:5: “a” is a number; expected a text"),
        ("a = \n", "o:1:5: there is no value here that TOML knows; expected a text"),
        ("a = 1\na = 2\n", "o:2:6: a key of this line is there already; expected each key once."),
        ('a = "x\nb = 1\n', "o:1:7: a text is not closed; expected a quotation mark at its end."),
        ("a = [1,\n\n", "o:1:8: there is no value here that TOML knows"),
        ("[[pain]\n", "o:1:7: a heading is not closed; expected ] or ]] at its end."),
        ("name: Olga\n", "o:1:5: a key has no value; expected key = value."),
        ("a = {b = 1,\n c = 2\n\n[d]\n", "o:4:1: a table is not closed; expected a comma or }."),
        ("a = " + "[" * 5000, "o:1:1: values are nested too deeply; expected lists of a few"),
        ("a = 1 # \x00\n", "o:1:9: "),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place(text, expected):
    with pytest.raises(PersonaError) as raised:
        parse_persona(text, "o")
    errors = [str(problem) for problem in raised.value.problems if problem.is_error]
    assert any(error.startswith(expected) for error in errors), errors
    assert raised.value.problems == validate(text, "o")
    assert re.match(r"o:\d+:\d+$", raised.value.where)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1\n" + HEAD, "o:1:1: note: “x” is not known here; it is kept."),
        (HEAD + "nick = 1\n", "o:4:1: note: “nick” is not known here; it is kept."),
        (HEAD + "[extra]\n", "o:4:2: note: “extra” is not known here; it is kept."),
        (HEAD + '[[pain]]\ntext = "x"\ncosts = "y"\n', "o:6:1: note: “costs” is not known here"),
        (HEAD + '[[pain]]\nid = "a"\n', "o:4:1: note: this pain has no “text”; it is left out"),
        (
            HEAD + '[[pain]]\nid = "late-goods"\ntext = "x"\n'
            '[[answer]]\nfeature = "y"\nrelieves = ["late-good"]\n',
            "o:9:13: note: no pain has the id “late-good”; expected a pain's id, perhaps “late-g",
        ),
        (
            HEAD + '[[gain]]\nid = "g"\ntext = "x"\nrelieves = ["g"]\n',
            "o:7:13: note: “g” is the id of another gain; expected a pain's id; there is no pain",
        ),
        (
            HEAD + '[[pain]]\ntext = "x"\nheard = [{ on = "March" }]\n',
            "o:6:17: note: “March” is not a date; expected a date such as 2026-03-04.",
        ),
    ],
)
def test_what_is_odd_is_noted_and_the_rest_used(text, expected):
    assert any(line.startswith(expected) for line in said(text)), said(text)
    assert parse_persona(text, "o").persona.name == "Olga"


def test_all_problems_are_told_in_the_order_of_the_file():
    text = 'format = 1\n[persona]\nrole = 1\n[[pain]]\nid = "A"\ntext = 2\nx = 3\n'
    with pytest.raises(PersonaError) as raised:
        parse_persona(text, "o")
    places = [(p.line, p.column, p.is_error) for p in raised.value.problems]
    assert places == [(2, 1, True), (3, 8, True), (5, 6, True), (6, 8, True), (7, 1, False)]
    assert str(raised.value) == (
        'o:2:1: the persona has no name; expected name = "…". There are 3 more problems.'
    )


def test_the_error_survives_the_way_to_another_process():
    with pytest.raises(PersonaError) as raised:
        parse_persona("", "o")
    copy = pickle.loads(pickle.dumps(raised.value))
    assert (str(copy), copy.problems) == (str(raised.value), raised.value.problems)


def test_ids_are_made_where_there_is_none():
    text = HEAD + (
        '[[pain]]\nid = "radar"\ntext = "x"\n[[answer]]\nfeature = "Radar!"\n'
        '[[answer]]\nfeature = "Ünlü — Radar 3000 for everybody who stands in the yard at night"\n'
        '[[answer]]\nbenefit = "🚀"\n[[pain]]\ntext = "a b"\nshort = "late"\n'
    )
    persona = parse_persona(text, "o").persona
    assert [answer.id for answer in persona.answers] == [
        "radar-2",
        "unlu-radar-3000-for-everybody-who-stands",
        "entry",
    ]
    assert [pain.id for pain in persona.pains] == ["radar", "late"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_written_as_it_was(tmp_path, newline, mark):
    path = tmp_path / "o.persona.toml"
    data = mark + RICH.replace("\n", newline).encode()
    path.write_bytes(data)
    read = load_persona(path)
    assert read.persona == OLGA
    save_persona(path, read.text + "# é\n", read)
    assert path.read_bytes() == data + f"# é{newline}".encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (HEAD.encode() + b"# \xff", ":4:3: the file is not UTF-8"),
        (bytes(range(256)), "not a text"),
        (b"#" * (LARGEST + 1), "larger than 2 MB"),
    ],
)
def test_what_is_no_persona_file_is_refused_and_not_written_over(tmp_path, data, expected):
    path = tmp_path / "o.persona.toml"
    path.write_bytes(data)
    with pytest.raises(UserError) as raised:
        load_persona(path)
    assert expected in str(raised.value)
    assert str(path) in str(raised.value)
    with pytest.raises(UserError):
        save_persona(path, RICH, parse_persona(HEAD, "o"))
    assert path.read_bytes() == data


def test_a_folder_and_a_missing_file_are_said(tmp_path):
    with pytest.raises(UserError, match="folder"):
        load_persona(tmp_path)
    with pytest.raises(UserError, match="no such file"):
        load_persona(tmp_path / "gone")


def test_what_was_changed_meanwhile_is_not_written_over(tmp_path):
    path = tmp_path / "o.persona.toml"
    path.write_text(HEAD)
    read = load_persona(path)
    path.write_text(HEAD + "# mine\n")
    with pytest.raises(UserError, match="another program has changed"):
        save_persona(path, RICH, read)
    assert path.read_text() == HEAD + "# mine\n"


def test_a_new_file_does_not_replace_one(tmp_path):
    path = tmp_path / "o.persona.toml"
    assert save_persona(path, RICH, None).persona == OLGA
    with pytest.raises(UserError, match="already"):
        save_persona(path, HEAD, None)
    assert path.read_text() == RICH


def test_what_is_no_persona_is_not_saved(tmp_path):
    path = tmp_path / "o.persona.toml"
    with pytest.raises(PersonaError):
        save_persona(path, "format = 1\n", None)
    assert not path.exists()


def test_it_can_be_saved_again_and_again(tmp_path):
    path = tmp_path / "o.persona.toml"
    read = save_persona(path, HEAD, None)
    for number in range(3):
        read = save_persona(path, f"{read.text}# {number}\n", read)
    assert path.read_text() == HEAD + "# 0\n# 1\n# 2\n"
