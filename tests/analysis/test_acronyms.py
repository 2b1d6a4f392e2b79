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
