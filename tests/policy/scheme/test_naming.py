import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "  line:\n",
        "  work:\n    title: 重名 | twice\n    type: points\n  line:\n",
        [
            "criteria/2-work.nt:1:1: the id 'work' is taken",
        ],
    ),
]


CASES += [
    (
        "scheme.nt",
        "    title: 分数线 | line",
        "    title: 分数段 | line",
        [
            "scheme.nt:13:12: '分数段' means 'band' in rules and cannot be a title",
            "hint: choose another title",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_an_id_that_is_taken_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
