import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "    year: 1",
        "    year: first",
        [
            "scheme.nt:82:11: a number is due here, not 'first'",
            "hint: numbers are written 12, 0.01, -5 or 70%",
        ],
    ),
    (
        "scheme.nt",
        "    each: month",
        "    each: moon",
        [
            "scheme.nt:97:11: no value of 'each' is called 'moon'",
            "hint: did you mean 'month'?",
        ],
    ),
    (
        "scheme.nt",
        "    then: 表扬 | praised\n",
        "",
        [
            "scheme.nt:90:5: 'then' is missing",
        ],
    ),
    (
        "scheme.nt",
        "    unit: 元 | yuan\n",
        "",
        [
            "scheme.nt:94:5: 'unit' is missing",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_targets_acts_and_pays_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
