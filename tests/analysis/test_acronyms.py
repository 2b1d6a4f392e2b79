import pytest

from writer_assistant.analysis.acronyms import spelled_out


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Our service level agreement (SLA) holds.", {"SLA": "service level agreement"}),
        ("SLA (service level agreement) holds.", {"SLA": "service level agreement"}),
        ("SLA stands for service level agreement.", {"SLA": "service level agreement"}),
        (
            "Mechanical ventilation with heat recovery (MVHR) hums.",
            {"MVHR": "Mechanical ventilation with heat recovery"},
        ),
        ("Marketing-qualified leads (MQLs) come in.", {"MQL": "Marketing-qualified leads"}),
        ("The agreement (SLA) holds.", {}),
        ("We met in Leeds (UK) and left.", {}),
        ("", {}),
    ],
)
def test_initials_must_agree(prose: str, expected: dict[str, str]) -> None:
    assert spelled_out(prose) == expected


@pytest.mark.parametrize("row", ["-" * 5_000, "a-" * 2_500, "abc " * 2_000, "A" * 5_000])
def test_long_rows_are_read_once(row: str) -> None:
    """A pattern that tries all ways to part them would not come to an end."""
    assert spelled_out(f"Our SLA (see below)\n{row}") == {}
    assert spelled_out(f"{row} service level agreement (SLA)")["SLA"] == "service level agreement"
