from writer_assistant.persona.file import parse_persona
from writer_assistant.persona.merge import merge

HEAD = 'format = 1\n[persona]\nname = "{}"\nrole = "{}"\n'
FIRST = (
    HEAD.format("Olga", "lead")
    + """
[vocabulary]
uses = ["pallet"]  # hers
[vocabulary.plain]
ours = "hers"

# what sales heard
[[pain]]
id = "late"
text = "trains are late"
words = ["delay"]
heard = [{ by = "sales", quote = "Again!" }]

[[obstacle]]
id = "contract"
text = "we are tied"

[[answer]]
feature = "Radar"
relieves = ["late"]
benefit = "you see it"
"""
)
SECOND = (
    HEAD.format("Olga B.", "boss")
    + """
[vocabulary]
uses = ["pallet", "bay"]
avoids = ["lading"]
plain = { ours = "x", theirs = "y" }

[[pain]]
id = "delays"
text = "Trains  are late"
words = ["delay", "slow"]
heard = [{ by = "sales", quote = "Again!" }, { by = "yard", quote = "Where?" }]

[[pain]]
id = "contract"
text = "contracts are long"

[[gain]]
id = "calm"
text = "calm"
relieves = ["delays", "contract"]

[[answer]]
feature = "Radar"
relieves = ["contract"]
benefit = "you see it"

[[answer]]
feature = "Short contract"
relieves = ["contract"]
benefit = "you can leave"
"""
)


def merged(first, second):
    return merge(parse_persona(first, "a"), parse_persona(second, "b"))


def test_what_two_people_know_is_pooled():
    result = merged(FIRST, SECOND)
    persona = parse_persona(result.text, "a").persona
    assert (persona.name, persona.role) == ("Olga", "lead")
    late, contract = persona.pains
    assert late.words == ("delay", "slow")
    assert [heard.quote for heard in late.heard] == ["Again!", "Where?"]
    assert (contract.id, contract.text) == ("contract-2", "contracts are long")
    assert persona.gains[0].relieves == ("late", "contract-2")
    assert [answer.id for answer in persona.answers] == ["radar", "short-contract"]
    assert persona.answers[1].relieves == ("contract-2",)
    assert persona.vocabulary.uses == ("pallet", "bay")
    assert persona.vocabulary.avoids == ("lading",)
    assert persona.vocabulary.plain == {"ours": "hers", "theirs": "y"}
    assert result.renamed == (("contract", "contract-2"),)
    assert result.added == (("pain", "contract-2"), ("gain", "calm"), ("answer", "short-contract"))


def test_the_first_ones_comments_and_order_stay():
    result = merged(FIRST, SECOND).text
    assert "# what sales heard" in result
    assert "# hers" in result
    assert result.index("[vocabulary]") < result.index("[[pain]]") < result.index("[[obstacle]]")


def test_pooling_a_file_with_itself_or_twice_changes_nothing():
    assert merged(FIRST, FIRST).text == FIRST
    once = merged(FIRST, SECOND).text
    assert merged(once, SECOND).text == once


def test_an_empty_persona_adds_nothing():
    assert merged(FIRST, HEAD.format("x", "y")).text == FIRST


def test_ids_stay_as_they_are_however_long() -> None:
    own = "late--goods-that-arrive-when-nobody-is-there-any-more"
    second = (
        HEAD.format("Ana", "lead")
        + f"""
[[pain]]
id = "{own}"
text = "nobody is there"

[[answer]]
feature = "Bell"
relieves = ["{own}"]
benefit = "you hear it"
"""
    )
    merged = merge(parse_persona(FIRST, "a"), parse_persona(second, "b"))
    persona = parse_persona(merged.text, "a").persona
    assert persona is not None
    assert persona.pains[-1].id == own
    assert persona.answers[-1].relieves == (own,)
    assert merged.renamed == ()


def test_an_id_that_an_entry_without_one_was_given_is_taken() -> None:
    unnamed = (
        HEAD.format("Ana", "lead")
        + """
[[pain]]
text = "late goods"
"""
    )
    second = (
        HEAD.format("Bo", "lead")
        + """
[[pain]]
id = "late-goods"
text = "goods come at night"
"""
    )
    first = parse_persona(unnamed, "a")
    assert first.persona is not None
    assert first.persona.pains[0].id == "late-goods"
    merged = merge(first, parse_persona(second, "b"))
    assert merged.renamed == (("late-goods", "late-goods-2"),)
