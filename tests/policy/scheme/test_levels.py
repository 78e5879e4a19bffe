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
            "hint: it stands in line 9; keep one of them",
        ],
    ),
    (
        "scheme.nt",
        "  1: 一星 | one star",
        "  good: 一星 | one star",
        [
            "scheme.nt:8:3: the level '0' should be a whole number, or all of them words",
            "scheme.nt:10:3: the level '2' should be a whole number, or all of them words",
        ],
    ),
    (
        "scheme.nt",
        "  0: 无星 | no star\n  1: 一星 | one star\n  2: 二星 | two stars\n",
        "  无星: 0\n  一星: 1\n",
        [
            "scheme.nt:8:3: the level '无星' should be a whole number, or all of them words",
            "hint: write: 0: 无星",
            "scheme.nt:9:3: the level '一星' should be a whole number, or all of them words",
            "hint: write: 1: 一星",
        ],
    ),
    (
        "scheme.nt",
        "levels:\n  0: 无星 | no star\n  1: 一星 | one star\n  2: 二星 | two stars\n",
        "levels: 无星 一星 二星\n",
        ["scheme.nt:7:9: 'key: value' lines is due here, not a text"],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_levels_and_cycle_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
