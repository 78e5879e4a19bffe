import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "      2: 10-31",
        "      2: 31 October",
        [
            "scheme.nt:107:10: a day is due here, not '31 October'",
            "hint: write month-day, as 10-31, or set by committee",
        ],
    ),
    (
        "scheme.nt",
        "      2: 10-31",
        "      4: 10-31",
        [
            "scheme.nt:107:7: no level is called '4'",
            "hint: known: 0, 1, 2",
        ],
    ),
    (
        "scheme.nt",
        "    for: 1 2",
        "    for: 1 5",
        [
            "scheme.nt:104:10: no level is called '5'",
            "hint: known: 0, 1, 2",
        ],
    ),
    (
        "scheme.nt",
        "    enters: findings",
        "    enters: finding",
        [
            "scheme.nt:110:13: no register is called 'finding'",
            "hint: did you mean 'findings'?",
        ],
    ),
    (
        "scheme.nt",
        "    who: branch\n",
        "",
        [
            "scheme.nt:102:5: 'who' is missing",
        ],
    ),
    (
        "scheme.nt",
        "    add: lines of work\n",
        "",
        [
            "scheme.nt:119:5: either 'set' or 'add' is due here",
        ],
    ),
    (
        "scheme.nt",
        "    working_days: 5",
        "    working_day: 5",
        [
            "scheme.nt:111:5: no key is called 'working_day'",
            "hint: did you mean 'working_days'?",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_the_steps_of_the_year_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
