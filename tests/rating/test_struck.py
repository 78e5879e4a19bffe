"""Reasons of vetoes: met where it certainly does not apply."""

from tests.rating.county import attested, member, scoring
from tests.rating.office import BM, B, case, reason


def veto(has, clause, name=B, **more):
    return reason(has, clause, "5", name, **more)


def test_a_veto_attested_no_is_met():
    why = veto(scoring(92), "B-5.1")

    assert (why["verdict"], why["reach"], why["clause"]) == ("met", None, "B-5.1")
    assert "不存在" in why["zh"]


def test_a_veto_attested_yes_is_not_met_and_settled_until_the_next_year():
    why = veto(scoring(92, attestations=attested(["B-5.3"])), "B-5.3")

    assert (why["verdict"], why["reach"], why["again"]) == ("not_met", "settled", 2027)
    assert any(row.startswith("attestations.csv:") for row in why["facts"][0]["rows"])


def test_a_veto_not_attested_is_open_by_the_department_without_a_last_day():
    why = veto(scoring(92, attestations=attested(open_=["B-5.3"])), "B-5.3")

    assert (why["verdict"], why["reach"]) == ("not_yet_known", "open")
    assert (why["until"], why["by"]) == (None, ["department"])


def test_a_members_case_is_not_met_and_settled():
    why = veto(member(cases=[{**case(), "unit": "u1"}]), "BM-5.1", BM)

    assert (why["verdict"], why["reach"]) == ("not_met", "settled")
    assert why["facts"][0]["rows"] == ["cases.csv:2"]


def test_cases_not_kept_for_the_unit_are_said():
    why = veto(member(), "BM-5.1", BM, unkept=[("cases", 2026)])

    assert (why["verdict"], why["reach"]) == ("not_yet_known", "open")
    assert (
        why["needs"]["zh"] == "须建齐2026年立案台账，并登记到“台账建立情况”"
    )  # no case is asked for


def test_the_sentence_names_the_reading_that_decided():
    assert veto(scoring(92), "B-5.1")["assumptions"] == ["B-R4"]
