import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "    by: score, work\n    within: group",
        "    by: score, wrk\n    within: group",
        [
            "scheme.nt:48:16: nothing here is called 'wrk'",
            "hint: did you mean 'work'?",
        ],
    ),
    (
        "scheme.nt",
        "    by: score, work\n    within: group",
        "    by: score, work\n    within: groups",
        [
            "scheme.nt:49:13: no field of the subject is called 'groups'",
            "hint: did you mean 'group'?",
        ],
    ),
    (
        "scheme.nt",
        "    within: group\n    ties: share",
        "    within: group\n    ties: shared",
        [
            "scheme.nt:50:11: no value of 'ties' is called 'shared'",
            "hint: did you mean 'share'?",
        ],
    ),
    (
        "scheme.nt",
        "    rule: tidy + work",
        "    rule: tidy / work",
        [
            "scheme.nt:48:9: a number is needed here, not a ratio",
            "hint: round the ratio first: round(…, 0.01)",
            "scheme.nt:76:9: a number is needed here, not a ratio",
            "hint: round the ratio first: round(…, 0.01)",
            "scheme.nt:96:11: a number is needed here, not a ratio",
            "hint: round the ratio first: round(…, 0.01)",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_ranks_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
