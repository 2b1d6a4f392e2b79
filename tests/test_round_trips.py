"""From Markdown into every format and back: what the format can hold is there again."""

from pathlib import Path

import pytest
import rich_blocks
from hypothesis import example, given, settings

from writer_assistant.output.clipboard import Form, copied
from writer_assistant.output.document import Document, document, html_page
from writer_assistant.output.html import fragment, page
from writer_assistant.output.word import word_document
from writer_assistant.paths import resource_root
from writer_assistant.text.docx import read_docx
from writer_assistant.text.html import read_html
from writer_assistant.text.markdown_reader import read_markdown
from writer_assistant.text.markdown_writer import write_markdown
from writer_assistant.text.rich import Block, Paragraph, Run, Runs, plain, tidied

DRAFT = """\
# We ship *every* order 🚂

Say **bold**, *slanted*, ***both***, ~~wrong~~ and `code`.
A second line with 👩‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿, [words](https://x.example/a_(b)?q=1&r=2), https://y.example.

- one
  - inner, 2 * 3 = 6
  - snake_case_name

- two

  Its second paragraph.

3. three
4. four

> “We had one broken pallet,” says Mette.
>
> - and a list

> Another voice.

| Pallets | שלום |
| :-- | --: |
| `a\\|b` | 1 000 |
| **98 %** | |

---

שלום עולם, *נטוי* וגם **מודגש**.

```
if x:
    print("<b>&amp;")

# done
```

Write to olga@x.example.
"""


def made(blocks: tuple[Block, ...]) -> Document:
    return Document(document("", "x").cleaned, blocks, "A title")


def to_word_and_back(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return read_docx(word_document(made(blocks)), "x.docx").blocks


def to_page_and_back(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return read_html(page(blocks, "A title", "en")).blocks


def to_clipboard_and_back(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    content = copied(document(write_markdown(blocks), "x"), Form.RICH)
    assert content.html is not None
    return read_html(content.html).blocks


WAYS = [to_word_and_back, to_page_and_back, to_clipboard_and_back]
SAMPLES = sorted((resource_root() / "drafts").glob("*.md"))


@pytest.mark.parametrize("way", WAYS)
def test_a_draft_with_everything_comes_back(way) -> None:
    blocks = read_markdown(DRAFT)
    assert write_markdown(way(blocks)) == write_markdown(blocks)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_come_back(way, sample: Path) -> None:
    blocks = document(sample.read_text("utf-8"), "x").blocks
    assert way(blocks) == blocks


def test_a_draft_with_everything_stays_as_it_is_written() -> None:
    assert write_markdown(read_markdown(DRAFT)) == DRAFT.replace("**98 %** | |", "**98 %** |  |")


@settings(max_examples=35, deadline=None)
@given(rich_blocks.documents)
def test_markdown_says_every_block(blocks: tuple[Block, ...]) -> None:
    assert read_markdown(write_markdown(blocks)) == blocks


@settings(max_examples=35, deadline=None)
@given(rich_blocks.documents)
def test_a_page_holds_every_block(blocks: tuple[Block, ...]) -> None:
    assert to_page_and_back(blocks) == blocks


@settings(max_examples=25, deadline=None)
@given(rich_blocks.word_documents)
def test_a_word_document_holds_what_it_can(blocks: tuple[Block, ...]) -> None:
    assert to_word_and_back(blocks) == blocks


@settings(max_examples=80, deadline=None)
@given(rich_blocks.rude_runs)
def test_no_word_is_lost_or_added_where_markdown_has_no_marks(runs: Runs) -> None:
    (back,) = read_markdown(write_markdown([Paragraph(runs)]))
    assert isinstance(back, Paragraph)
    assert plain(back.runs) == plain(runs)
    assert _leading_somewhere(back.runs) == _leading_somewhere(runs)


def _leading_somewhere(runs: Runs) -> Runs:
    return tidied(Run(run.text, link=run.link, image=run.image) for run in runs)


@settings(max_examples=100, deadline=None)
@given(rich_blocks.rude_runs)
@example(tidied([Run("1. ", code=True), Run(" 1.", code=True)]))
def test_what_is_tidy_stays_as_it_is(runs: Runs) -> None:
    assert tidied(runs) == runs


@settings(max_examples=35, deadline=None)
@given(rich_blocks.rude_runs)
@example(tidied([Run("1. ", code=True), Run(" 1.", code=True)]))
def test_a_page_says_text_with_any_look(runs: Runs) -> None:
    assert read_html(fragment([Paragraph(runs)])).blocks == (Paragraph(runs),)


def test_what_is_not_for_the_reader_is_in_no_export() -> None:
    secret = document("---\ntitle: Hi\n---\n\nText <!-- secret --> {>>note<<}\u200b", "x")
    word = read_docx(word_document(secret), "x.docx").blocks
    for blocks in (word, read_html(html_page(secret)).blocks):
        assert write_markdown(blocks) == "Text\n"
