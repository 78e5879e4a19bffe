import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "    then: stars = 0",
        "    then: star = 0",
        [
            "scheme.nt:63:11: no effect is written 'star = 0'",
            "hint: known: stars = 0, stars <= 2, score = 0, honours = no",
        ],
    ),
    (
        "scheme.nt",
        "    then: stars = 0",
        "    then: stars = 7",
        [
            "scheme.nt:63:19: no level is called '7'",
            "hint: known: 0, 1, 2",
        ],
    ),
    (
        "scheme.nt",
        "    then: stars = 0",
        "    then: score = none",
        [
            "scheme.nt:63:11: no effect is called 'score = none'",
            "hint: did you mean 'score = 0'?",
        ],
    ),
    (
        "scheme.nt",
        "    else: not rated",
        "    else: not there",
        [
            "scheme.nt:68:11: no effect is written 'not there'",
            "hint: known: stars = 0, stars <= 2, score = 0, honours = no",
        ],
    ),
    (
        "scheme.nt",
        "  stars: 2\nnot",
        "  stars: 9\nnot",
        [
            "scheme.nt:56:10: no level is called '9'",
            "hint: known: 0, 1, 2",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_vetoes_gates_and_exemptions_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
