from fractions import Fraction
from pathlib import Path

import pytest

from tests.policy.scheme.tiny import write
from xingping.policy.forms import PointItem, items, judged, linked, needed
from xingping.policy.scheme.load import load_scheme

POLICIES = Path(__file__).parents[1] / "policies"
OFFICE = {
    "units": {"unit", "group"},
    "kept": {"register", "year", "unit"},
    "meetings": {"unit", "held_on", "expected", "present", "late", "left_early"},
    "tasks": {"unit", "due_on", "key", "done_on", "grade"},
    "cases": {"unit", "filed_on", "serious", "party_member", "withdrawn_on"},
    "circulars": {"unit", "issued_on", "about", "persons"},
    "honours": {"unit", "awarded_on", "about"},
    "activities": {"unit", "held_on", "kind", "group", "recorded"},
    "plans": {"unit", "year", "quarter", "items", "items_done"},
    "innovations": {"unit", "made_on", "summed_up", "recognised_by"},
    "appraisals": {"unit", "year", "held_on", "members", "took_part", "passed"},
    "assessments": {"unit", "year", "score"},
    "findings": {"unit", "year", "criterion", "level"},
    "points": {"unit", "year", "item", "points"},
    "declarations": {"unit", "year", "stars"},
}
BRANCHES = {
    "units": {"unit"},
    "kept": {"register", "year", "unit"},
    "honours": {"unit", "awarded_on", "about", "level", "form"},
    "points": {"unit", "year", "item", "points"},
    "attestations": {"unit", "year", "clause", "holds"},
    "surveys": {"unit", "year", "ballots", "satisfied"},
    "titles": {"unit", "year", "stars"},
}
MEMBERS = {
    "kept": {"register", "year", "unit"},
    "members": {"member", "unit"},
    "cases": {"member", "filed_on", "withdrawn_on"},
    "attestations": {"member", "year", "clause", "holds"},
    "titles": {"member", "year", "stars"},
    "ballots": {"member", "year", "by", "dimension", "points"},
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("office-branches", OFFICE), ("county-branches", BRANCHES), ("county-members", MEMBERS)],
)
def test_a_scheme_needs_what_its_rules_read_and_what_places_a_record(name, expected):
    assert needed(load_scheme(name)) == expected


def test_credit_may_be_granted_up_to_a_share_of_the_worth_and_with_a_reason():
    granted = items(load_scheme("office-branches"))

    assert list(granted) == [str(number) for number in range(1, 13)]
    assert granted["1"] == PointItem("1", "1", Fraction(0), Fraction(42, 5), reason=True)


def test_assessed_lines_go_from_their_least_to_their_most():
    given = items(load_scheme("county-branches"))

    assert {name: (item.low, item.high) for name, item in given.items()} == {
        "B-2.1": (0, 20),
        "B-2.2": (0, 20),
        "B-2.3": (0, 20),
        "B-2.4": (0, 20),
        "B-2.5": (0, 10),
    }


def test_a_rubric_is_chosen_from_by_title(tmp_path):
    choice = items(load_scheme(write(tmp_path)))["choice"]

    assert (choice.low, choice.high, choice.choices) == (0, 10, ("好", "差", "不适用"))


def test_what_a_reviewer_has_to_find_is_listed_by_criterion_and_level():
    three = ("3", "4", "5")

    assert judged(load_scheme("office-branches")) == {
        **dict.fromkeys(("2", "3", "5", "7", "10", "12"), three),
        **dict.fromkeys(("9", "11"), ("4", "5")),
    }


def test_whom_the_registers_that_are_read_point_at_is_listed_too():
    plums = POLICIES / "39-red-plum-members"

    assert linked(load_scheme("office-branches")) == linked(load_scheme("county-branches")) == ()
    assert linked(load_scheme("county-members")) == ("units",)
    assert linked(load_scheme(plums)) == ("units", "households")
    assert not {*linked(load_scheme(plums))} & {*needed(load_scheme(plums))}
