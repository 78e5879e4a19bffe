from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.burden import ask_burden, asked_of_branches
from xingping.policy.scheme.load import load_scheme


def test_a_burden_is_found_where_branches_fill_in_and_not_where_a_superior_does():
    assert len(found(ask_burden, "burden")) == 1
    assert clear(ask_burden, "burden")


def test_rows_that_a_rule_demands_are_counted_with_the_fields_that_rules_read():
    (finding,) = found(ask_burden, "burden")

    assert finding.facts[0] == ("fields a year", "4")  # four plans; the year of each places it


def test_a_branch_of_the_office_fills_in_so_many_fields():
    office = load_scheme("office-branches")

    told = {one.register.id: (len(one.fields), one.rows) for one in asked_of_branches(office)}

    assert told == {
        "meetings": (5, 0),
        "tasks": (3, 0),
        "activities": (4, 2),
        "plans": (4, 4),
        "innovations": (2, 1),
        "appraisals": (5, 1),
        "declarations": (2, 1),
    }


def test_grades_of_tasks_are_the_superiors_to_fill_in():
    (tasks,) = [
        one
        for one in asked_of_branches(load_scheme("office-branches"))
        if one.register.id == "tasks"
    ]

    assert "grade" not in tasks.fields


def test_what_another_scheme_asks_already_is_said():
    office = load_scheme("office-branches")
    eighteen = load_scheme("tests/policies/18-plus-minus-lines")

    (finding,) = asked(ask_burden, eighteen, office)

    assert "“机关星级党支部创建”也要其中3种栏目" in finding.said.zh
