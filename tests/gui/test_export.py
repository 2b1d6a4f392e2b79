import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog
from rooms import Room

from writer_assistant.gui.export import exported
from writer_assistant.gui.pdf import pdf
from writer_assistant.output.document import document
from writer_assistant.text.readers import read_file

DRAFT = """---
title: On time
lang: en-GB
---

# Your goods arrive 🚂

You **see** every [pallet](https://x.example). <!-- secret -->

- one
- two

| a | b |
|---|---|
| 1 | שלום |

> quoted

---

![The chart](chart.png)

```
code  here
```
"""


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None, kind: str = "") -> list[str]:
    proposed: list[str] = []

    def ask(_window, _title, proposal, _filters, _kind):
        proposed.append(proposal)
        return (str(path) if path else "", kind)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    return proposed


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_what_is_exported_says_what_the_draft_says(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    room.write(DRAFT)
    target = tmp_path / f"out{suffix}"
    choose(monkeypatch, target)
    room.do("export_draft")
    assert room.messages == [f"Exported to “out{suffix}”."]
    again = read_file(target).text
    assert again.startswith(
        "# Your goods arrive 🚂\n\nYou **see** every [pallet](https://x.example)."
    )
    assert "secret" not in again
    assert "| 1 | שלום |" in again
    assert room.session.text() == DRAFT
    assert room.session.path is None


def test_a_suffix_is_added_by_the_format_and_remembered(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room.write("Hello you.")
    choose(monkeypatch, tmp_path / "v1.2", "Web page (*.html)")
    room.do("export_draft")
    assert (tmp_path / "v1.2.html").exists()
    proposed = choose(monkeypatch, None)
    room.do("export_draft")
    assert proposed[0].endswith(".html")


def test_an_empty_draft_is_not_exported(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed = choose(monkeypatch, None)
    room.do("export_draft")
    assert proposed == []
    assert room.messages == ["There is nothing to export yet."]


def test_a_folder_that_is_gone_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room.write("Hello you.")
    choose(monkeypatch, tmp_path / "gone" / "out.docx")
    room.do("export_draft")
    assert "its folder is not there" in room.messages[0]


def test_an_export_never_takes_the_place_of_a_draft_that_is_open(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Hello <b>you</b>", "utf-8")
    room.workspace.open_file(page, room.window)
    assert room.session.text() == "Hello **you**\n"
    choose(monkeypatch, page)
    room.do("export_draft")
    assert page.read_text("utf-8") == "<p>Hello <b>you</b>"
    assert "is open" in room.messages[0]


def test_a_page_that_was_opened_is_saved_under_another_name(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Hello <b>you</b>", "utf-8")
    room.workspace.open_file(page, room.window)
    room.type("x")
    asked = []

    def ask(_window, _title, proposal, *_):
        asked.append(proposal)
        return (str(tmp_path / "page.md"), "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    room.do("save_draft")
    assert asked == [str(tmp_path / "page.md")]
    assert (tmp_path / "page.md").read_text("utf-8") == "xHello **you**\n"
    assert page.read_text("utf-8") == "<p>Hello <b>you</b>"


def picture(path: Path, width: int = 40) -> None:
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(path))


def has_picture(word: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return any(name.startswith("word/media/") for name in archive.namelist())


def test_pictures_below_the_drafts_folder_are_shown(qapp, tmp_path: Path) -> None:
    picture(tmp_path / "chart.png", 3000)
    (tmp_path / "pages").mkdir()
    made = document(DRAFT, "x")
    assert exported(made, tmp_path / "out.pdf", tmp_path).count(b"/Subtype /Image") > (
        exported(made, tmp_path / "out.pdf", None).count(b"/Subtype /Image")
    )
    assert has_picture(exported(made, tmp_path / "out.docx", tmp_path))
    assert not has_picture(exported(made, tmp_path / "out.docx", None))
    page = exported(made, tmp_path / "pages" / "out.html", tmp_path).decode()
    assert '<img src="../chart.png" alt="The chart">' in page


@pytest.mark.parametrize(
    "source",
    ["../up.png", "/etc/hostname.png", "//host/a.png", "https://x.example/a.png", "%00.png"],
)
def test_no_other_picture_is_looked_at(qapp, tmp_path: Path, source: str) -> None:
    picture(tmp_path / "up.png")
    folder = tmp_path / "drafts"
    folder.mkdir()
    made = document(f"![A chart]({source})", "x")
    assert not has_picture(exported(made, tmp_path / "a.docx", folder))
    assert b"/Subtype /Image" not in pdf(made, folder)


def test_a_picture_that_is_none_does_no_harm(qapp, tmp_path: Path) -> None:
    (tmp_path / "chart.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    for suffix in (".docx", ".pdf", ".html"):
        assert exported(document(DRAFT, "x"), tmp_path / f"a{suffix}", tmp_path)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_a_pdf_says_what_the_draft_says(qapp, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(document(DRAFT, "x")))
    run = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True, timeout=60
    )
    text = run.stdout.decode("utf-8")
    for words in ("Your goods arrive", "You see every pallet", "one", "quoted", "code here", "1"):
        assert words in " ".join(text.split())
    assert "secret" not in text
    facts = subprocess.run(["pdfinfo", file], capture_output=True, check=True, timeout=60)
    assert b"On time" in facts.stdout
    assert b"A4" in facts.stdout


def test_a_pdf_of_a_long_draft_has_pages(qapp) -> None:
    data = pdf(document("Hello you. " * 200 + "\n\n" + "\n\n".join(["word " * 60] * 60), "x"))
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") > 3
