import pytest

from tests.policy.scheme.tiny import edit, faults, told

CASES = [
    (
        "scheme.nt",
        "    type: points",
        "    type: point",
        [
            "scheme.nt:14:11: no value of 'type' is called 'point'",
            "hint: did you mean 'points'?",
        ],
    ),
    (
        "scheme.nt",
        "    default: 60",
        "    default: 80",
        [
            "scheme.nt:15:14: the default is out of bounds",
        ],
    ),
    (
        "scheme.nt",
        "    default: 60",
        "    default: sixty",
        [
            "scheme.nt:15:14: a number is due here, not 'sixty'",
            "hint: numbers are written 12, 0.01, -5 or 70%",
        ],
    ),
    (
        "scheme.nt",
        "    rule: line <= 65",
        "    rule: line + 65",
        [
            "scheme.nt:24:11: yes or no is needed here, not a number",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_parameters_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected


@pytest.mark.parametrize("kind", ["day", "yes"])
def test_a_season_sets_neither_days_nor_yes(tmp_path, kind):
    found = faults(edit(tmp_path, "scheme.nt", "    type: year\n", f"    type: {kind}\n"))

    assert found[0] == f"scheme.nt:21:11: no value of 'type' is called '{kind}'"
