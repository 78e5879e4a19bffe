import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "registers.nt",
        "",
        (
            "registers:\n"
            "  talks:\n"
            "    title: 谈话 | talk\n"
            "    counted: 次 | talk\n"
            "    date: day\n"
            "    made by: nobody\n"
            "    due: soon\n"
            "    comes: late\n"
            "    unique: who\n"
            "    once: who in when\n"
            "    phrases:\n"
            "      few: 次 | talks\n"
            "    fields:\n"
            "      held: 日期 | held | day\n"
        ),
        [
            "registers.nt:5:11: no day field is called 'day'",
            "hint: known: held",
            "registers.nt:6:14: no value of 'made by' is called 'nobody'",
            "hint: known: branch, committee, department, member, reviewer, superior",
            "registers.nt:7:10: no due day is called 'soon'",
            "hint: known: quarter end by held, year end",
            "registers.nt:8:12: no value of 'comes' is called 'late'",
            "hint: known: declared, missing, never, shared",
            "registers.nt:9:13: no field is called 'who'",
            "hint: known: held",
            "registers.nt:10:11: 'FIELD = VALUE in FIELDS' is due here",
            "registers.nt:10:11: no field is called 'who in when'",
            "hint: known: held",
            "registers.nt:12:12: no phrase is called 'few'",
            "hint: known: held by, held is, held noun, many, one",
        ],
    ),
    (
        "registers.nt",
        "",
        "registers:\n  meetings:\n    fields:\n      place: 地点 | place | whole, to expcted\n",
        [
            "registers.nt:4:14: no number field is called 'expcted'",
            "hint: did you mean 'expected'?",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_the_keys_of_a_register_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
