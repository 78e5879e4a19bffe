import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "    rule: tidy + work",
        "    rule:\n      > tidy\n      # why\n      > + wrk",
        [
            "scheme.nt:40:11: nothing here is called 'wrk'",
            "hint: did you mean 'work'?",
        ],
    ),
    (
        "scheme.nt",
        "    rule: 100 * score",
        "    rule: ",
        [
            "scheme.nt:96:10: the rule is empty",
        ],
    ),
    (
        "scheme.nt",
        "    rule: 100 * score",
        "    rule: 100 * score)",
        [
            "scheme.nt:96:22: there is one bracket ')' too many",
            "hint: write: 100 * score",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_a_rule_is_told_at_its_line_and_column(
    tmp_path, file, old, new, expected
):
    assert told(tmp_path, file, old, new) == expected
