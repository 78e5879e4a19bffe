from fractions import Fraction

import pytest

from tests.policy.scheme.tiny import write
from xingping.policy.catalogue import NUMBER_LIMIT, WHOLE_LIMIT
from xingping.policy.language.tree import DAY, NUMBER, TEXT, YES, Kind, Type
from xingping.policy.scheme.load import load_scheme
from xingping.policy.words import Text


@pytest.fixture(scope="module")
def registers():
    return load_scheme("office-branches").catalogue.registers


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (("meetings", "held_on"), (DAY, 1, None, None)),
        (("meetings", "expected"), (NUMBER, 1, 0, WHOLE_LIMIT)),
        (("plans", "quarter"), (NUMBER, 1, 1, 4)),
        (("assessments", "score"), (NUMBER, Fraction(1, 100), 0, 100)),
        (("points", "points"), (NUMBER, Fraction(1, 100), -10000, 10000)),
        (("tasks", "key"), (YES, 1, None, None)),
        (("tasks", "title"), (TEXT, 1, None, None)),
        (("honours", "level"), (Type(Kind.CHOICE, "body"), 1, None, None)),
    ],
)
def test_a_field_has_a_type_a_step_and_limits(registers, field, expected):
    register, name = field
    spec = registers[register].fields[name]

    assert (spec.type, spec.step, spec.low, spec.high) == expected


def test_a_field_may_go_up_to_another_and_be_filled_in_later(registers):
    done = registers["plans"].fields["items_done"]
    grade = registers["tasks"].fields["grade"]

    assert (done.to, done.later, done.later_by) == ("items", True, "")
    assert (grade.later, grade.later_by) == (True, "superior")


def test_every_register_of_units_has_their_id_first(registers):
    assert next(iter(registers["meetings"].fields.values())).refers == "units"
    assert registers["units"].fields["unit"].is_id


def test_in_a_scheme_that_rates_members_findings_are_of_members():
    registers = load_scheme("county-members").catalogue.registers

    assert list(registers["findings"].fields)[:2] == ["unit", "member"]
    assert registers["findings"].fields["member"].refers == "members"
    assert registers["cases"].fields["member"].refers == "members"


def test_when_rows_are_due_is_said(registers):
    assert registers["innovations"].due == "year"
    assert registers["plans"].due == "quarter:quarter"
    assert registers["meetings"].due == ""


def test_a_scheme_may_add_fields_registers_and_lists(tmp_path):
    write(
        tmp_path,
        registers="choices:\n  sort:\n    a: 甲 | first\nregisters:\n  meetings:\n    fields:\n"
        "      sort: 会议类别 | sort | sort\n  talks:\n    title: 谈话 | talk\n    counted: 次 | talk\n"
        "    date: held\n    fields:\n      held: 谈话日期 | held | day\n      cost: 花费 | cost | money\n",
    )

    catalogue = load_scheme(tmp_path).catalogue

    assert catalogue.choices["sort"] == {"a": Text("甲", "first")}
    assert catalogue.registers["meetings"].fields["sort"].type == Type(Kind.CHOICE, "sort")
    assert catalogue.registers["talks"].date == "held"
    assert catalogue.registers["talks"].fields["cost"].high == NUMBER_LIMIT


def test_the_built_in_catalogue_has_a_plural_for_every_register(registers):
    assert [name for name, register in registers.items() if "many" not in register.phrases] == []


def test_a_register_or_a_field_may_say_that_it_measures_what_is_barred_as_a_yardstick(tmp_path):
    write(
        tmp_path,
        registers="""\
registers:
  sessions:
    title: 线上学习 | online session
    counted: 次 | session
    yardstick: app use
    fields:
      year: 年度 | year | year
      minutes: 分钟 | minutes | whole, yardstick minutes
""",
    )

    sessions = load_scheme(tmp_path).catalogue.registers["sessions"]

    assert sessions.yardstick == "app use"
    assert [spec.yardstick for spec in sessions.fields.values()] == ["", "", "minutes"]
