import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "  1: line <= score < 80\n",
        "",
        [
            "scheme.nt:40:3: the level '1' has no band",
            "hint: each level has one; where only a veto gives it, a score that nobody has: 1: score < 0",
        ],
    ),
    (
        "scheme.nt",
        "  1: line <= score < 80",
        "  3: line <= score < 80",
        [
            "scheme.nt:40:3: the level '1' has no band",
            "hint: each level has one; where only a veto gives it, a score that nobody has: 1: score < 0",
            "scheme.nt:43:3: no key is called '3'",
            "hint: known: 0, 1, 2, assumes, clause, printed",
        ],
    ),
    (
        "scheme.nt",
        "  0: score < line",
        "  0:\n    - score < line",
        [
            "scheme.nt:45:5: a text is due here, not a list",
        ],
    ),
    (
        "scheme.nt",
        "    rule: tidy + work",
        "    rule: tidy + wrk",
        [
            "scheme.nt:37:18: nothing here is called 'wrk'",
            "hint: did you mean 'work'?",
        ],
    ),
    (
        "scheme.nt",
        "    rule: tidy + work\n",
        "    rule: tidy + work\n    type: sum\n",
        [
            "scheme.nt:38:11: no value of 'type' is called 'sum'",
            "hint: known: day, level, number, points, ratio, text, yes",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_results_and_bands_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
