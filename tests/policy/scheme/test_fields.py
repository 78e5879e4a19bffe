import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "registers.nt",
        "",
        "registers:\n  meetings:\n    fields:\n      place: 地点 | place | txt\n",
        [
            "registers.nt:4:27: no type is called 'txt'",
            "hint: did you mean 'text'?",
        ],
    ),
    (
        "registers.nt",
        "",
        "registers:\n  meetings:\n    fields:\n      place: 地点 | text\n",
        [
            "registers.nt:4:14: a field has three parts",
            "hint: a field is '中文 | English | type'",
        ],
    ),
    (
        "registers.nt",
        "",
        "registers:\n  meetings:\n    fields:\n      place: 地点 | place | whole, at least 1\n",
        [
            "registers.nt:4:34: no option of a field is called 'at least 1'",
            (
                "hint: known: empty means none, from 0, later, later by superior, step 0.01, "
                "to 100, yardstick likes"
            ),
        ],
    ),
    (
        "registers.nt",
        "",
        "registers:\n  meetings:\n    fields:\n      place: 地点 | place | whole, step 0\n",
        [
            "registers.nt:4:34: no option of a field is called 'step 0'",
            "hint: did you mean 'step 0.01'?",
        ],
    ),
    (
        "registers.nt",
        "",
        "registers:\n  meetings:\n    fields:\n      place: 地点 | place | text, to 5\n",
        [
            "registers.nt:4:33: no option of a field is called 'to 5'",
            "hint: did you mean 'to 100'?",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_the_line_of_a_field_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
