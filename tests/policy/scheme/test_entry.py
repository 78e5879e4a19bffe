import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "  half:\n",
        "  half: no\n  third:\n",
        [
            "scheme.nt:80:9: 'key: value' lines is due here, not a text",
        ],
    ),
    (
        "scheme.nt",
        "clauses: T",
        "clauses:\n  - T",
        [
            "scheme.nt:4:3: a text is due here, not a list",
        ],
    ),
    (
        "scheme.nt",
        "    unranked: yes",
        "    unranked: maybe",
        [
            "scheme.nt:64:15: yes or no is due here, not 'maybe'",
        ],
    ),
    (
        "criteria/2-work.nt",
        "max: 60",
        "max: sixty",
        [
            "criteria/2-work.nt:7:6: a number is due here, not 'sixty'",
            "hint: numbers are written 12, 0.01, -5 or 70%",
        ],
    ),
    (
        "criteria/2-work.nt",
        "title: 工作 | Work",
        "title: ",
        [
            "criteria/2-work.nt:2:7: 'title' is empty",
        ],
    ),
    (
        "scheme.nt",
        "campaign: 3",
        "campaign: 3.5",
        [
            "scheme.nt:6:11: a whole number is due here",
        ],
    ),
    (
        "scheme.nt",
        "    between: 50 to 70",
        "    between: 70 to 50",
        [
            "scheme.nt:16:14: 'low to high' is due here, not '70 to 50'",
            "hint: write: 50 to 70",
        ],
    ),
    (
        "scheme.nt",
        "title: 小方案 | Tiny",
        "title: 小方案 | Tiny\n名称: 小方案",
        [
            "scheme.nt:3:1: '名称' is written twice",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_key_or_value_that_does_not_fit_is_told_at_its_place(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
