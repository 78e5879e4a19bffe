from pathlib import Path

import pytest

from tests.doctor.asking import asked, clear, found, scheme
from xingping.doctor.questions.unread import ask_unread_fields, ask_unread_registers, ask_unrecorded
from xingping.policy.scheme.load import load_scheme

POLICIES = Path(__file__).parents[2] / "policies"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (ask_unread_fields, "unread-fields"),
        (ask_unread_registers, "unread-registers"),
        (ask_unrecorded, "unrecorded"),
    ],
)
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(question, kind):
    assert len(found(question, kind)) == 1
    assert clear(question, kind)


def test_fields_that_no_rule_reads_are_named_all_in_one_finding():
    (finding,) = found(ask_unread_fields, "unread-fields")

    assert finding.about == ("circulars.about", "circulars.form", "circulars.persons")
    assert finding.said.zh == (
        "要填的栏目中有3个没有规则读取：通报与问责（事由、形式、涉及人次）。"
    )


def test_a_private_register_of_which_not_all_is_read_is_told_apart():
    (finding,) = asked(ask_unread_fields, load_scheme("county-members"))

    assert "不公开" in finding.said.zh


def test_an_item_that_no_form_offers_is_a_contradiction():
    (finding,) = asked(ask_unrecorded, scheme("unrecorded", "no-such-item"))

    assert finding.weight == "contradiction"
    assert finding.about == ("score", "nobody")


@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_in_the_built_in_schemes_a_step_enters_whatever_reviewers_and_members_give(name):
    assert asked(ask_unrecorded, load_scheme(name)) == []


def test_a_register_that_a_field_in_use_points_at_is_no_idle_one():
    scheme = load_scheme(POLICIES / "39-red-plum-members")
    about = [name for finding in asked(ask_unread_registers, scheme) for name in finding.about]

    assert "households" not in about
