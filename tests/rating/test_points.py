"""Points of schemes B and BM: items, surveys, the bonus and its cap, means of ballots."""

from tests.rating.county import honour, member, village
from tests.rating.office import BM, B, case, told


def of(has, name=B, **more):
    return told({"s": has}, name, **more)["s"]


# ------------------------------------------------------------------ B: what is printed


def test_items_of_b_are_the_five_dimensions_and_the_four_bonus_clauses():
    found = of(village())

    expected = ["B-2.1", "B-2.2", "B-2.3", "B-2.4", "B-2.5", "B-4.1", "B-4.2", "B-4.3", "B-4.4"]
    assert list(found["items"]) == expected
    assert found["items"]["B-2.5"] == "18.00"
    assert found["items"]["B-4.1"] == "0.00"
    assert (found["score"], found["bonus"]) == ("90.00", "0.00")


def test_b_and_bm_have_no_criteria_standards_and_declaration():
    for has, name in [(village(), B), (member(), BM)]:
        assert not {"criteria", "standards", "declared"} & set(of(has, name))


# ------------------------------------------------------------------ B: the survey


def test_the_survey_half_is_rounded_half_up_to_a_hundredth():
    # 10 x 17 / 23 = 7.391...; 10 x 1 / 16 = 0.625
    assert of(village(survey=(23, 17)))["items"]["B-2.5"] == "16.39"
    assert of(village(survey=(16, 1)))["items"]["B-2.5"] == "9.63"


def test_fewer_than_ten_ballots_leave_the_survey_open():
    found = of(village(survey=(9, 9)))

    assert found["items"]["B-2.5"] is None
    assert (found["score_low"], found["score_high"]) == ("81.00", "91.00")


def test_without_a_survey_its_half_is_open():
    found = of(village(survey=None))

    assert (found["score_low"], found["score_high"]) == ("81.00", "91.00")


def test_the_judged_half_of_the_public_view_is_open_without_its_row():
    found = of(village((18, 18, 18, 18, None)))

    assert (found["score_low"], found["score_high"]) == ("81.00", "91.00")


# ------------------------------------------------------------------ B: the bonus


def test_a_clause_counts_once_by_its_highest_level():
    found = of(village(honours=[honour("innovation", "county"), honour("innovation", "province")]))

    assert (found["items"]["B-4.1"], found["bonus"], found["score"]) == ("4.00", "4.00", "94.00")


def test_every_level_has_its_points():
    levels = {
        ("B-4.1", "innovation"): ["2.00", "3.00", "4.00", "5.00"],
        ("B-4.2", "publicity"): ["1.00", "2.00", "3.00", "3.00"],
        ("B-4.4", "honour"): ["1.00", "2.00", "3.00", "4.00"],
    }
    for (item, about), points in levels.items():
        found = [
            of(village(honours=[honour(about, level)]))["items"][item]
            for level in ("county", "city", "province", "nation")
        ]
        assert found == points


def test_an_honour_of_the_office_earns_nothing():
    for item, about in {"B-4.1": "innovation", "B-4.2": "publicity", "B-4.4": "honour"}.items():
        assert of(village(honours=[honour(about, "office")]))["items"][item] == "0.00"


def test_an_assessment_counts_by_its_form_at_any_level_but_the_offices():
    forms = {"circular": "2.00", "model_speech": "1.00", "commendation": "0.00"}
    for level in ("county", "city", "province", "nation"):
        found = {
            form: of(village(honours=[honour("assessment", level, form)]))["items"]["B-4.3"]
            for form in forms
        }
        assert found == forms
    office = of(village(honours=[honour("assessment", "office", "circular")]))
    assert (office["items"]["B-4.3"], office["bonus"]) == ("0.00", "0.00")


def test_an_assessment_of_a_level_not_given_may_be_the_offices():
    found = of(village(honours=[honour("assessment", None, "circular")]))

    assert (found["score_low"], found["score_high"]) == ("90.00", "92.00")
    assert found["items"]["B-4.3"] is None


def test_an_empty_level_counts_from_nothing_to_the_clauses_highest():
    found = of(village(honours=[honour("innovation", None)]))

    assert (found["score_low"], found["score_high"]) == ("90.00", "95.00")
    assert (found["items"]["B-4.1"], found["bonus"]) == (None, None)


def test_an_empty_form_counts_from_nothing_to_the_clauses_highest():
    found = of(village(honours=[honour("assessment", "county", None)]))

    assert (found["score_low"], found["score_high"]) == ("90.00", "92.00")


def test_the_total_stays_at_most_ten_and_items_are_before_the_cap():
    found = of(
        village(
            honours=[
                honour("innovation", "nation"),
                honour("publicity", "nation"),
                honour("assessment", "county", "circular"),
                honour("honour", "nation"),
            ]
        )
    )

    given = [found["items"][f"B-4.{n}"] for n in range(1, 5)]
    assert given == ["5.00", "3.00", "2.00", "4.00"]
    assert (found["bonus"], found["score"]) == ("10.00", "100.00")


def test_the_score_is_not_clamped_at_100():
    found = of(village((20, 20, 20, 20, 10), (10, 10), honours=[honour("innovation", "nation")]))

    assert found["score"] == "105.00"


def test_while_honours_are_not_kept_a_clause_is_at_least_what_is_there():
    found = of(village(honours=[honour("innovation", "city")]), unkept=[("honours", 2026)])

    assert (found["score_low"], found["score_high"]) == ("93.00", "100.00")
    assert (found["items"]["B-4.1"], found["items"]["B-4.2"], found["bonus"]) == (None, None, None)


def test_a_clause_at_its_highest_is_known_though_honours_are_not_kept():
    found = of(village(honours=[honour("innovation", "nation")]), unkept=[("honours", 2026)])

    assert found["items"]["B-4.1"] == "5.00"


def test_honours_after_the_day_or_of_another_year_do_not_count():
    given = [
        honour("innovation", "nation", awarded_on="2025-12-31"),
        honour("honour", "nation", awarded_on="2026-12-01"),
    ]

    found = of(village(honours=given), on="2026-11-30")

    assert found["bonus"] == "0.00"


def test_in_b_only_honours_depend_on_kept():
    found = of(village(), unkept=[("cases", 2026), ("meetings", 2026)])

    assert (found["stars"], found["state"]) == (5, "rated")


# ------------------------------------------------------------------ BM


def test_a_dimension_is_rounded_once_half_up():
    # 10 % of 20, 30 % of 53 / 3, 60 % of 19: 2 + 5.3 + 11.4
    found = of(member(20, (18, 17, 18), (19,)), BM)
    # 0.05 + 0.30 x 0 + 0.60 x 0.0083...: a half of a hundredth goes up: 0.055
    half = of(member(0.55, (0, 0, 0), (0,)), BM)

    assert found["items"] == {f"BM-2.{n}": "18.70" for n in range(1, 6)}
    assert found["score"] == "93.50"
    assert half["items"]["BM-2.1"] == "0.06"


def test_the_committees_ballots_are_averaged():
    # 2 + 5.4 + 60 % of 18.5
    assert of(member(20, (18, 18, 18), (18, 19)), BM)["items"]["BM-2.1"] == "18.50"


def test_a_dimension_without_its_quorum_lies_between_none_and_all():
    for has in (member(own=None), member(committee=()), member(fellows=(18, 18))):
        found = of(has, BM)
        assert set(found["items"].values()) == {None}
        assert (found["score_low"], found["score_high"]) == ("0.00", "100.00")


def test_ballots_of_another_year_do_not_count():
    last = member()
    last["ballots"] = [{**row, "year": 2025} for row in last["ballots"]]

    assert of(last, BM)["score"] is None


def test_a_case_that_names_the_member_and_stands_disqualifies():
    found = of(member(cases=[{**case(), "unit": "u1"}]), BM)

    assert (found["state"], found["veto"], found["stars"]) == ("disqualified", ["BM-5.1"], 0)


def test_a_withdrawn_case_does_not_disqualify():
    found = of(member(cases=[{**case(withdrawn_on="2026-06-01"), "unit": "u1"}]), BM)

    assert found["veto"] == []


def test_a_case_that_names_nobody_is_not_the_members():
    found = told({"m": member()}, BM, cases=[{**case(), "unit": "u1"}])["m"]

    assert found["veto"] == []


def test_dues_attested_unpaid_disqualify_and_dues_not_attested_leave_it_open():
    unpaid = member(attestations=[{"clause": "BM-5.2", "holds": True}])
    silent = member(attestations=[])

    assert of(unpaid, BM)["veto"] == ["BM-5.2"]
    assert of(silent, BM)["state"] == "provisional"


def test_an_attestation_of_the_unit_says_nothing_of_its_members():
    silent = member(attestations=[])
    unit = [{"unit": "u1", "clause": "BM-5.2", "holds": False, "year": 2026}]

    assert told({"m": silent}, BM, attestations=unit)["m"]["state"] == "provisional"


def test_cases_not_kept_for_the_unit_leave_the_disqualification_open():
    two = {"m1": member(), "m2": member(unit="u2")}
    found = told(two, BM, unkept=[("cases", 2026, "u1")])

    assert found["m1"]["state"] == "provisional"
    assert found["m2"]["veto"] == []


def test_a_title_that_names_the_member_exempts_and_the_units_does_not():
    held = member(titles=[{"stars": 5}])
    unit = [{"unit": "u1", "stars": 5, "year": 2026}]

    assert of(held, BM)["state"] == "exempt"
    assert told({"m": member()}, BM, titles=unit)["m"]["state"] == "rated"


def test_probationary_members_count():
    two = told({"m1": member(), "m2": member(status="probationary")}, BM)

    assert two["m1"]["score"] == two["m2"]["score"]
