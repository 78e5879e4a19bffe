import pytest

from tests.policy.scheme.tiny import told, write
from xingping.policy.scheme.load import load_scheme

CASES = [
    (
        "criteria/1-tidy.nt",
        "standards:\n  1:\n    judged: 整洁 | tidy\n",
        "standards:\n  0:\n    judged: 脏 | dirty\n  1:\n    judged: 整洁 | tidy\n",
        [
            "criteria/1-tidy.nt:6:3: '0' is the lowest level, which takes no standard: who meets no other has it",
            "hint: put a lower one, such as 0, first in levels",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "    judged: 整洁 | tidy",
        "    clause: T-3",
        [
            "criteria/1-tidy.nt:6:3: the standard for '1' asks for nothing",
            "hint: write require or judged",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "  1:\n    judged: 整洁 | tidy\n",
        "  1:\n    judged: 整洁 | tidy\n  7:\n    judged: 很 | very\n",
        [
            "criteria/1-tidy.nt:8:3: no level is called '7'",
            "hint: known: 0, 1, 2",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "    require: count(activities where recorded) >= 2",
        (
            "    require:\n"
            "      - count(activities where recorded) >= 2\n"
            "      - count(activity) >= 1\n"
            "      -\n"
            "        a: b"
        ),
        [
            "criteria/1-tidy.nt:12:15: there is no register 'activity'",
            "hint: did you mean 'activities'?",
            "criteria/1-tidy.nt:14:9: a rule is due here",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "    require: count(activities where recorded) >= 2",
        "    require: count(activities where record) >= 2",
        [
            "criteria/1-tidy.nt:10:37: nothing here is called 'record'",
            "hint: did you mean 'recorded'?",
        ],
    ),
    (
        "criteria/2-work.nt",
        "min: 0\nmax",
        "min: 80\nmax",
        [
            "criteria/2-work.nt:6:6: the minimum is above the maximum",
        ],
    ),
    (
        "scheme.nt",
        "    reason: needed",
        "    reason: no",
        [
            "scheme.nt:32:13: no value of 'reason' is called 'no'",
            "hint: known: needed, not needed",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_is_wrong_with_criteria_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected


def test_a_standard_without_a_clause_comes_from_that_of_its_criterion(tmp_path):
    tidy = load_scheme(write(tmp_path)).criteria["tidy"]

    assert tidy.clause
    assert {one.clause for one in tidy.standards.values()} == {tidy.clause}


def test_a_standard_keeps_the_readings_that_it_names_itself(tmp_path):
    folder = write(tmp_path)
    file = folder / "criteria" / "1-tidy.nt"
    text = file.read_text("utf-8")
    file.write_text(text.replace("    judged:", "    assumes: T-R1\n    judged:", 1), "utf-8")

    tidy = load_scheme(folder).criteria["tidy"]

    assert [one.assumes for one in tidy.standards.values()] == [("T-R1",), ()]
