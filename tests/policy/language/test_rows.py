import pytest

from tests.policy.language.world import CATALOGUE, problems, read, text
from xingping.policy.catalogue import Catalogue, Register
from xingping.policy.language.names import Names
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import Rows

FIELDS = "known: filed_on, grade, kind, serious, withdrawn_on"
SPACES = "words need spaces: 立案 其中 严重"
FIRST = "first a register, or criteria, subjects, each month"
EACH = "each day, week, month, quarter, half, year, period"


def test_rows_carry_all_that_narrows_them():
    rows = read("count(cases of unit where serious over 3 years needing 2)").rows

    assert (rows.source, rows.name, rows.link) == ("register", "cases", "unit")
    assert (rows.window.count, rows.needing, rows.where.name) == (3, read("2"), "serious")


def test_what_narrows_may_stand_in_any_order():
    assert read("count(cases over 3 years where serious)") == read(
        "count(cases where serious over 3 years)"
    )


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("sum(each month, 1)", Rows("each", "month")),
        ("合计(每月, 1)", Rows("each", "month")),
        ("sum(criteria, points)", Rows("criteria", "criteria")),
        ("合计(各条, 得分)", Rows("criteria", "criteria")),
        ("any(subjects, held)", Rows("subjects", "subjects")),
        ("any(firm_events of links, grave)", Rows("register", "firm_events", "links")),
    ],
)
def test_a_fold_runs_over_registers_criteria_subjects_or_time(rule, rows):
    assert read(rule).rows == rows


@pytest.mark.parametrize(
    ("rule", "column", "what", "hint"),
    [
        ("count(case)", 7, "there is no register 'case'", "did you mean 'cases'?"),
        ("次数(立案其中严重)", 4, "there is no register '立案其中严重'", SPACES),
        ("count(1)", 7, "a register is expected here", FIRST),
        ("count(team.met)", 7, "a register is expected here", FIRST),
        ("sum(each moon, 1)", 5, "there is no 'each moon'", EACH),
        ("count(cases where serious where serious)", 27, "'where' stands twice", "join conditions by and"),
        ("count(cases of nosuch)", 16, "'nosuch' is no field of the subject", "known: firm, sort, unit"),
        ("count(criteria over 3 years)", 7, "criteria and subjects may only be narrowed by where", ""),
        ("any(subjects, any(subjects, held))", 19, "these are being gone through already", ""),
        ("any(firm_events, grave)", 5, "'企业记录' is not kept for whom is rated", "write firm_events of firm"),
        ("count(cases where seriuos)", 19, "nothing here is called 'seriuos'", "did you mean 'serious'?"),
        ("count(cases where expected)", 19, "nothing here is called 'expected'", FIELDS),
        ("count(cases needing held)", 21, "a number is needed here, not yes or no", ""),
    ],
)  # fmt: skip
def test_rows_that_are_not_there_are_a_problem(rule, column, what, hint):
    assert problems(rule) == [(column, what, hint)]


def test_rows_of_whom_the_subject_does_not_name_need_a_link_of_their_own():
    pairs = Register("pairs", text("对"), text("条"), {}, subject="household")
    registers = {**CATALOGUE.registers, "pairs": pairs}
    scope = Scope(Names(Catalogue({}, registers), "units"))

    assert [hint for *_, hint in problems("count(pairs)", scope)] == ["say whose they are by of"]


def test_rows_of_nobody_the_scheme_knows_need_a_link():
    households = Scope(Names(CATALOGUE, "links"))

    assert problems("count(cases)", households) == []
    assert problems("count(cases)", Scope(Names(CATALOGUE, "nosuch"))) == []
