"""Lexicon files: what is read, what is refused and how, what a user's own file changes."""

from pathlib import Path

import pytest

from writer_assistant.analysis.finding import Kind, Severity
from writer_assistant.analysis.lexicon import Entry, Lexicons
from writer_assistant.analysis.lexicon_file import built_in_lexicons, load_lexicons, read_lexicon
from writer_assistant.analysis.word_classes import word_class
from writer_assistant.errors import UserError

HEAD = 'format = 1\nkind = "jargon"\nsubkind = "buzzword"\nsource = "me"\n'
ENTRY = '[[entry]]\nphrase = "leverage"\nflags = ["We leverage it."]\npasses = ["A crowbar."]\n'


@pytest.fixture
def write(tmp_path: Path):
    def one(text: str, name: str = "own.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return one


def phrases(lexicons: Lexicons, prose: str) -> list[str]:
    return [match.entry.phrase for match in lexicons.read(prose)[0]]


def test_a_file_is_read(write) -> None:
    [entry] = read_lexicon(write(HEAD + ENTRY + 'plain = ["use"]\nseverity = "mild"\n'))
    assert entry.phrase == "leverage"
    assert (entry.kind, entry.subkind) == (Kind.JARGON, "buzzword")
    assert entry.plain == ("use",)
    assert entry.severity is Severity.MILD
    assert entry.source == "me"
    assert not entry.own


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (HEAD + ENTRY + "plian = []\n", 9, "no 'plian'"),
        (HEAD + ENTRY + 'plain = "use"\n', 9, "plain is 'use'"),
        (HEAD + ENTRY + "case = 1\n", 9, "case is 1"),
        (HEAD + ENTRY + 'severity = "loud"\n', 9, "severity is 'loud'"),
        (HEAD + ENTRY + 'unless.behind = ["x"]\n', 9, "unless.behind"),
        (HEAD + ENTRY + 'unless = "x"\n', 9, "unless is 'x'"),
        (HEAD + ENTRY + '[[entry]]\nforms = ["x"]\n', 9, "no phrase"),
        (HEAD + '[[entry]]\nphrase = "…"\n', 6, "no sentence"),
        (HEAD + '[[entry]]\nphrase = "a"\nflags = ["a"]\n', 6, "no sentence"),
        (HEAD.replace("jargon", "spelling") + ENTRY, 2, "kind is 'spelling'"),
        (HEAD.replace("buzzword", "slang") + ENTRY, 3, "subkind is 'slang'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(write, text: str, line: int, what: str) -> None:
    with pytest.raises(UserError) as error:
        read_lexicon(write(text))
    assert what in error.value.what
    assert error.value.where.endswith(f"own.toml, line {line}")
    assert error.value.remedy


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"format = 2\n", "format is 2"),
        (b"", "format is None"),
        (b"format = 1\nkind = \n", "not TOML"),
        ("format = 1 # naïve".encode("latin-1"), "not UTF-8"),
    ],
)
def test_a_file_that_is_no_lexicon(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    with pytest.raises(UserError, match=what):
        read_lexicon(path)


def test_a_folder_or_a_missing_file_is_no_lexicon(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.toml"):
        with pytest.raises(UserError, match="cannot be read"):
            read_lexicon(path)


def test_own_files_need_no_sentences_and_go_before_built_in_ones(write) -> None:
    path = write(
        'format = 1\n[[entry]]\nphrase = "pallet jack"\nplain = ["truck"]\n'
        '[[entry]]\nphrase = "Utilise"\nplain = ["take"]\n'
        '[[entry]]\nphrase = "synergy"\noff = true\n'
    )
    lexicons, problems = load_lexicons([path])
    assert problems == []
    assert phrases(lexicons, "Synergy is to utilise a pallet jack.") == ["Utilise", "pallet jack"]
    [entry] = [e for e in lexicons.entries if e.phrase == "pallet jack"]
    assert (entry.own, entry.subkind, entry.plain) == (True, "insider", ("truck",))
    assert "synergy" in phrases(built_in_lexicons(), "It is synergy.")


def test_a_folder_of_own_files_and_one_that_is_broken(write, tmp_path: Path) -> None:
    write("format = 3\n", "a.toml")
    write('format = 1\n[[entry]]\nphrase = "lading"\n', "b.toml")
    write("not a lexicon", "notes.md")
    lexicons, problems = load_lexicons([tmp_path])
    assert [Path(problem.where).name for problem in problems] == ["a.toml"]
    assert phrases(lexicons, "the lading") == ["lading"]


def test_literal_uses_pass() -> None:
    lexicons = Lexicons(
        (
            Entry("ecosystem", near=frozenset({"lake"})),
            Entry("solution", before=("saline",), after=("to the",)),
            Entry("ARR", case=True),
        )
    )
    assert phrases(lexicons, "Our ecosystem grows.") == ["ecosystem"]
    assert phrases(lexicons, "The ecosystem of the lake.") == []
    assert phrases(lexicons, "A saline solution; a solution to the riddle.") == []
    assert phrases(lexicons, "Our solution to you.") == ["solution"]
    assert phrases(lexicons, "ARR, arr, Arr") == ["ARR"]


def test_without_grammar_entries_with_a_part_of_speech_wait() -> None:
    assert phrases(Lexicons((Entry("champion", pos=frozenset({"VERB"})),)), "We champion it.") == []


@pytest.mark.model
def test_a_part_of_speech_is_that_of_the_head(engine) -> None:
    lexicons = Lexicons((Entry("champion", pos=frozenset({"VERB"})),))

    def found(text: str) -> int:
        return len(lexicons.read(text, engine.parse(text))[0])

    assert found("We champion fair pay.") == 1
    assert found("She is the champion of 1984.") == 0


def test_matches_of_both_kinds_may_overlap() -> None:
    lexicons = Lexicons((Entry("world-class"), Entry("world-class", kind=Kind.EMPTY_CLAIM)))
    assert [m.entry.kind for m in lexicons.read("world class")[0]] == [*Kind][2:4]


def test_word_classes_are_folded_and_an_unknown_one_is_an_error() -> None:
    assert "we're" in word_class("first_person")
    assert all(word == word.casefold() for word in word_class("known_acronym"))
    with pytest.raises(KeyError):
        word_class("nonsense")
