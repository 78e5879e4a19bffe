import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "criteria/2-work.nt",
        "    text: 选项 | a choice",
        "    text: 选项 | a choice\n    多选: yes",
        [
            "criteria/2-work.nt:22:5: several options cannot be chosen at once",
            (
                "hint: a line takes one option; where several may apply, write a line for each with "
                "the options yes and no, and cap their sum by the max of their criterion"
            ),
        ],
    ),
    (
        "criteria/2-work.nt",
        "    max: 40\n",
        "",
        [
            "criteria/2-work.nt:14:5: nothing says how this line earns points",
            "hint: write points, or choose, or a max for what a reviewer gives",
        ],
    ),
    (
        "criteria/2-work.nt",
        "    text: 选项 | a choice",
        "    text: 选项 | a choice\n    points: 1",
        [
            "criteria/2-work.nt:22:5: 'choose' and 'points' exclude each other",
        ],
    ),
    (
        "criteria/2-work.nt",
        "      差 | bad: 0",
        "      差 | bad: none",
        [
            "criteria/2-work.nt:24:16: a number is due here, not 'none'",
            "hint: numbers are written 12, 0.01, -5 or 70%",
        ],
    ),
    (
        "criteria/2-work.nt",
        "      好 | good: 10\n      差 | bad: 0\n",
        "",
        [
            "criteria/2-work.nt:21:5: nothing says how this line earns points",
            "hint: write points, or choose, or a max for what a reviewer gives",
            "criteria/2-work.nt:23:7: no option earns points",
        ],
    ),
    (
        "criteria/2-work.nt",
        "    min: -5",
        "    min: 5\n    max: 3",
        [
            "criteria/2-work.nt:18:10: the minimum is above the maximum",
        ],
    ),
    (
        "criteria/2-work.nt",
        "    points: 2 * count(meetings) - count(cases)",
        "    points: assessed",
        [
            "criteria/2-work.nt:17:5: nothing says how this line earns points",
            "hint: write points, or choose, or a max for what a reviewer gives",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_lines_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
