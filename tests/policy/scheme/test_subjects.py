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
            "    subject: person\n"
            "    fields:\n"
            "      held: 日期 | held | day\n"
        ),
        [
            "registers.nt:5:14: no subject is called 'person'",
            "hint: known: group, member, name, rated, since, subject, unit",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_subject_that_nothing_names_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
