import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "cycle: year",
        "cycle: fortnight",
        [
            "scheme.nt:5:8: no cycle is called 'fortnight'",
            "hint: known: 2 years, 3 years, half, month, quarter, year",
        ],
    ),
    (
        "scheme.nt",
        "  2: 二星 | two stars\nparam",
        "  2: 二星 | two stars\n  1: 一星\nparam",
        [
            "scheme.nt:11:3: '1' is written twice",
            "hint: keep one of them",
        ],
    ),
    (
        "scheme.nt",
        "  1: 一星 | one star",
        "  good: 一星 | one star",
        [
            ("criteria/1-tidy.nt:1:1: the criterion 'tidy' has no standard for the level 'good'"),
            "hint: every level above the lowest needs one",
            "criteria/1-tidy.nt:6:3: no level is called '1'",
            "hint: known: 0, 2, good",
            "criteria/1-tidy.nt:16:8: no name is called '1'",
            "hint: known: 0, 2, good, passed, points",
            "scheme.nt:8:3: the level '0' should be a whole number, or all of them words",
            "scheme.nt:10:3: the level '2' should be a whole number, or all of them words",
            "scheme.nt:27:22: a level cannot be compared with a number",
            "hint: its values: 0, good, 2",
            "scheme.nt:27:37: a level cannot be compared with a number",
            "hint: its values: 0, good, 2",
            "scheme.nt:40:3: the level 'good' has no band",
            "scheme.nt:43:3: no key is called '1'",
            "hint: known: 0, 2, assumes, clause, good, printed",
            "scheme.nt:78:13: no level is called '1'",
            "hint: known: 0, 2, good, next",
            "scheme.nt:81:36: a level cannot be compared with a number",
            "hint: its values: 0, good, 2",
            "scheme.nt:86:38: a level cannot be compared with a number",
            "hint: its values: 0, good, 2",
            "scheme.nt:90:19: a level cannot be compared with a number",
            "hint: its values: 0, good, 2",
            "scheme.nt:104:10: no level is called '1'",
            "hint: known: 0, 2, good",
            "scheme.nt:106:7: no level is called '1'",
            "hint: known: 0, 2, good",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_levels_and_cycle_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
