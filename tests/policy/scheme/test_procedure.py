import pytest

from tests.policy.scheme.tiny import edit, told
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.steps import Deadline, MonthDay, TieDecision, TitleEffect

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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("    may: sing\n", "sing"),
        ("    restart: at will\n", "at will"),
        ("    says: what whom\n", "whom"),
        ("    ties: by lot\n", "by lot"),
        ("    at most: 7\n", "7"),
        ("    then: nothing\n", "nothing"),
        ("    working_days: 0\n", "between 1 and 366"),
        ("    every: eon\n", "eon"),
        ("    closed_by: nobody\n", "nobody"),
        ("    failed: gone\n", "gone"),
        ("    from: some day\n", "some day"),
        ("    beside: 3\n", ""),
        ("    on_site: half\n", "half"),
    ],
)
def test_a_value_that_no_step_can_have_is_told_in_its_line(tmp_path, line, said):
    found = told(tmp_path, "scheme.nt", "    working_days: 5\n", line)

    assert found[0].startswith("scheme.nt:111:")
    assert said in found[0]


def test_a_step_says_everything_in_types(tmp_path):
    more = (
        "    working_days: 5\n    from: 03-01\n    by: 11-30\n    each: yes\n    every: half\n"
        "    may: return\n    then: declare\n    says: what evidence\n    closed_by: another\n"
        "    answered_by: county\n    at most: 1\n    ties: decided by county, on record\n"
        "    failed: title - 1\n    beside: open_objections > 0\n    restart: content changes\n"
    )
    step = load_scheme(edit(tmp_path, "scheme.nt", "    working_days: 5\n", more)).procedure[
        "review"
    ]

    assert (step.begins, step.deadline("2")) == (MonthDay(3, 1), Deadline(MonthDay(11, 30)))
    assert (step.each, step.every, step.working_days) == (True, "half", 5)
    assert (step.may, step.then, step.at_most) == ("return", "declare", "1")
    assert (step.closed_by, step.answered_by) == ("another", "county")
    assert step.ties == TieDecision("county", on_record=True)
    assert step.failed == TitleEffect("-", down=1)
    assert step.beside.text == "open_objections > 0"


@pytest.mark.parametrize(
    ("said", "on_record"),
    [
        ("由县委组织部决定，记录在案", True),
        ("由县委组织部决定", False),
        ("decided by county", False),
    ],
)
def test_who_decides_equals_may_be_said_in_either_language(tmp_path, said, on_record):
    more = f"    working_days: 5\n    ties: {said}\n"

    step = load_scheme(edit(tmp_path, "scheme.nt", "    working_days: 5\n", more)).procedure[
        "review"
    ]

    assert step.ties == TieDecision("county", on_record=on_record)
