import errno
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_assistant.errors import UserError
from writer_assistant.text import readers
from writer_assistant.text.readers import FileStyle, read_bytes, read_file, write_file

GERMAN = "Grüße aus der naïven Größe: “our café” is open. We did it, and that is all."


@pytest.mark.parametrize(
    ("data", "text", "style"),
    [
        (b"", "", FileStyle()),
        ("a\né🚀\n".encode(), "a\né🚀\n", FileStyle()),
        (b"\xef\xbb\xbfa\r\nb\r\n", "a\nb\n", FileStyle(newline="\r\n", has_bom=True)),
        (b"a\rb\r", "a\nb\n", FileStyle(newline="\r")),
        (b"\xff\xfea\0", "a", FileStyle("utf-16-le", has_bom=True)),
        (b"\xfe\xff\0a", "a", FileStyle("utf-16-be", has_bom=True)),
        (b"\xff\xfe\0\0a\0\0\0", "a", FileStyle("utf-32-le", has_bom=True)),
        (b"a\0b", "a\0b", FileStyle()),
    ],
)
def test_text_is_read_without_a_word_and_written_back_the_same(data, text, style):
    loaded = read_bytes(data, "x.md")
    assert (loaded.text, loaded.style, loaded.notices) == (text, style, ())
    assert loaded.style.encode(loaded.text) == data


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (GERMAN.encode("cp1252"), "cp1252", "guess"),
        ("Это письмо для вас, друзья. Мы выиграли приз.".encode("cp1251"), "cp1251", "guess"),
        ("日本語のテキストです。これは長い文章です。".encode("shift_jis"), "cp932", "guess"),
        ("No mark, but two bytes a letter".encode("utf-16-le"), "utf-16-le", "does not name"),
        (b"\x81\x8d\x9d \x81\x8f", None, "guess"),
        (b"half \xed\xa0\x80", "utf-8", "surrogates"),
        ("é é é é\n".encode() + b"\xff", "utf-8", "line 2"),
        (b"\xef\xbb\xbfx\xff", "utf-8", "line 1"),
    ],
)
def test_what_is_not_utf8_is_said_and_written_back_the_same(data, encoding, said):
    loaded = read_bytes(data, "x.md")
    assert any(said in notice for notice in loaded.notices)
    assert encoding is None or loaded.style.encoding == encoding
    assert loaded.style.encode(loaded.text) == data


def test_a_guess_reads_the_words():
    assert read_bytes(GERMAN.encode("cp1252"), "x.md").text == GERMAN


def test_mixed_line_ends_are_said():
    loaded = read_bytes(b"a\r\nb\nc\r\n", "x.md")
    assert loaded.text == "a\nb\nc\n"
    assert loaded.style.newline == "\r\n"
    assert "CRLF" in loaded.notices[0]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_and_written_back_or_refused(data):
    try:
        loaded = read_bytes(data, "x.md")
    except UserError as error:
        assert error.what == "this is not a text"
        return
    if "different ways" not in str(loaded.notices):
        assert loaded.style.encode(loaded.text) == data


@given(st.text(st.characters(codec=None, exclude_categories=["Cc"], include_characters="\n\t")))
def test_any_text_comes_back_as_it_was_saved(text):
    loaded = read_bytes(FileStyle(newline="\r\n").encode(text), "x.txt")
    assert loaded.text == text.removeprefix("\ufeff")


def test_only_txt_has_no_markup(tmp_path):
    for name, markup in [("a.md", True), ("a.markdown", True), ("a.TXT", False), ("-", True)]:
        assert read_bytes(b"", name).markup is markup


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1"]
)
def test_binary_files_are_refused(tmp_path, data):
    (tmp_path / "a.md").write_bytes(data)
    with pytest.raises(UserError, match="not a text"):
        read_file(tmp_path / "a.md")


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(UserError, match="folder"):
        read_file(tmp_path)
    with pytest.raises(UserError, match="no such file"):
        read_file(tmp_path / "missing.md")
    with pytest.raises(UserError, match="cannot be read"):
        read_file(Path("a\0b.md"))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX has pipes in the file system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(UserError, match="not an ordinary file"):
        read_file(tmp_path / "a.md")


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_text("x")

    def refuse(*_):
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UserError, match="may not read"):
        read_file(path)


def test_a_file_that_is_too_large_is_refused(tmp_path):
    path = tmp_path / "a.md"
    path.touch()
    os.truncate(path, readers.LARGEST + 1)
    with pytest.raises(UserError, match="larger than 50 MB"):
        read_file(path)


@given(
    text=st.text(st.characters(codec="utf-8", exclude_characters="\r")),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_saved_is_what_is_read(tmp_path_factory, text, newline):
    path = tmp_path_factory.getbasetemp() / "a.md"
    style = FileStyle(newline=newline)
    write_file(path, text, style)
    assert path.read_bytes() == text.replace("\n", newline).encode()


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_permissions_and_links_survive(tmp_path):
    real = tmp_path / "real.md"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(real)
    write_file(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert files(tmp_path) == ["link.md", "real.md"]


def test_a_new_file_gets_the_usual_permissions(tmp_path):
    write_file(tmp_path / "new.md", "x")
    (tmp_path / "usual.md").write_text("x")
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "usual.md").stat().st_mode


def test_a_read_only_file_is_left_alone(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(UserError, match="may not write"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert files(tmp_path) == ["a.md"]


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "may not"), (errno.EIO, "cannot be written")],
)
@pytest.mark.parametrize("call", ["fsync", "open", "write"])
def test_a_disk_that_fails_leaves_the_old_text_and_nothing_else(
    tmp_path, monkeypatch, number, said, call
):
    path = tmp_path / "a.md"
    path.write_text("old")
    fail = OSError(number, os.strerror(number))

    class Full:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

        def write(self, data):
            self.file.write(data[:2])
            raise fail

    def failing(*_):
        raise fail

    real = os.fdopen
    with monkeypatch.context() as patch:
        if call == "write":
            patch.setattr(os, "fdopen", lambda *a: Full(real(*a)))
        else:
            patch.setattr(os, call, failing)
        with pytest.raises(UserError, match=said):
            write_file(path, "new and longer")
    assert path.read_text() == "old"
    assert files(tmp_path) == ["a.md"]


def test_a_folder_that_is_gone_or_a_file_is_said(tmp_path):
    with pytest.raises(UserError, match="folder is not there"):
        write_file(tmp_path / "gone" / "a.md", "x")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="folder is not there"):
        write_file(tmp_path / "file" / "a.md", "x")
    with pytest.raises(UserError, match="this is a folder"):
        write_file(tmp_path, "x")


def test_a_character_that_the_encoding_lacks_is_named(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with pytest.raises(UserError, match="cp1252 has no “🚀”") as raised:
        write_file(path, "new 🚀", FileStyle("cp1252", errors="strict"))
    assert "UTF-8" in raised.value.remedy
    assert path.read_bytes() == b"old"
