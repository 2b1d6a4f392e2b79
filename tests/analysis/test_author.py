import pytest

from writer_assistant.analysis.author import author_of, names_in
from writer_assistant.persona.model import Author
from writer_assistant.text.draft import Block, Content


def content(prose: str, block: Block = Block.PROSE) -> Content:
    return Content(prose, block, prose)


@pytest.mark.parametrize(
    ("prose", "block", "names"),
    [
        ("At Norwick Freight, we care.", Block.PROSE, ("Norwick Freight",)),
        ("We at Norwick care.", Block.PROSE, ("Norwick",)),
        ("HULL – Norwick Freight today announced a line.", Block.PROSE, ("Norwick Freight",)),
        ("About Norwick Freight", Block.HEADING, ("Norwick Freight",)),
        ("About us", Block.HEADING, ()),
        ("About Us", Block.HEADING, ()),
        ("We met Anna at the fair.", Block.PROSE, ()),
        ("At noon, we eat.", Block.PROSE, ()),
        ("She said: At Norwick, they care.", Block.PROSE, ()),
    ],
)
def test_a_draft_names_its_author(prose: str, block: Block, names: tuple[str, ...]) -> None:
    assert names_in(content(prose, block)) == names


def test_names_from_everywhere_come_once() -> None:
    author = author_of(
        [Author(("Norwick",), ("GlideCar",)), Author(("norwick", "NF"))],
        {"company": "Norwick Freight, NF", "products": "[GlideCar, 'Track']"},
        names_in(content("We at Norwick Freight care.")),
    )
    assert author == Author(("Norwick", "NF", "Norwick Freight"), ("GlideCar", "Track"))
