"""Vetoes, declarations and states, as records.md gives them."""

from tests.rating.office import (
    case,
    findings,
    five_star,
    one,
    rated,
    told,
)

MET, NOT = "met", "not_met"


def with_scores(**scores):
    return {unit: five_star(assessments=[{"score": s}]) for unit, s in scores.items()}


def ranks(found):
    return {unit: (r["rank"], r["rank_best"], r["rank_worst"]) for unit, r in found.items()}


def vetoed(**changes):
    return five_star(cases=[case(serious=True)], **changes)


def test_a_vetoed_branch_has_no_stars_and_no_rank_but_its_score_and_criteria():
    found = told({"u1": vetoed(), **with_scores(u2=90)})

    assert (found["u1"]["stars"], found["u1"]["stars_possible"]) == (0, 0)
    assert (found["u1"]["state"], found["u1"]["veto"]) == ("vetoed", ["A-4.3b"])
    assert ranks(found)["u1"] == (None, None, None)
    assert (found["u1"]["score"], found["u1"]["band"]) == ("96.00", 5)
    assert found["u1"]["criteria"]["2"]["5"] == MET
    assert found["u1"]["criteria"]["4"]["3"] == NOT


def test_a_vetoed_branch_is_left_out_of_the_ranking_of_the_others():
    assert ranks(told({"u1": vetoed(), **with_scores(u2=90)}))["u2"] == (1, 1, 1)


def test_a_condition_on_rank_is_not_met_by_a_vetoed_branch():
    levels = one(vetoed())["criteria"]["13"]
    low = one(vetoed(assessments=[{"score": 80}]))["criteria"]["13"]

    assert levels == {"3": MET, "4": NOT, "5": NOT}
    assert low == {"3": NOT, "4": NOT, "5": NOT}


def test_only_a_serious_case_of_a_party_member_vetoes():
    for serious, party in [(True, False), (False, True)]:
        found = one(five_star(cases=[case(serious=serious, party_member=party)]))
        assert (found["state"], found["veto"], found["rank"]) == ("rated", [], 1)


def test_a_veto_goes_before_a_missing_declaration():
    assert one(vetoed(declarations=[]))["state"] == "vetoed"


def test_nothing_is_certain_while_the_register_of_the_veto_is_not_kept():
    found = told({"u1": five_star(), **with_scores(u2=90)}, unkept=[("cases", 2026, "u1")])

    assert (found["u1"]["stars"], found["u1"]["state"]) == (0, "provisional")
    assert found["u1"]["stars_possible"] == 5
    assert ranks(found) == {"u1": (1, 1, 1), "u2": (None, 1, 2)}


def test_a_possible_veto_lists_no_clause():
    assert one(five_star(), unkept=[("cases", 2026)])["veto"] == []


def test_a_possible_veto_is_provisional_even_where_no_star_is_possible():
    found = one(five_star(assessments=[{"score": 70}]), unkept=[("cases", 2026)])

    assert (found["stars"], found["stars_possible"], found["state"]) == (0, 0, "provisional")


def test_a_case_of_an_earlier_year_does_not_veto():
    assert one(five_star(cases=[case("2025-05-01", serious=True)]))["veto"] == []


def test_stars_are_the_lowest_of_band_standards_and_declaration():
    lower = five_star(findings=findings(c2=4))

    assert one(lower)["stars"] == 4
    assert one(five_star(assessments=[{"score": 80}]))["stars"] == 3
    assert one(five_star(declarations=[{"stars": 3}]))["stars"] == 3


def test_without_a_declaration_a_branch_is_not_rated():
    found = one(five_star(declarations=[]))

    assert (found["declared"], found["state"]) == (None, "not_rated")
    assert (found["stars"], found["stars_possible"], found["standards"]) == (0, 0, 5)


def test_a_branch_is_not_rated_though_its_veto_is_open():
    found = one(five_star(declarations=[]), unkept=[("cases", 2026)])

    assert (found["state"], found["stars"], found["stars_possible"]) == ("not_rated", 0, 0)


def test_stars_possible_counts_the_levels_without_a_standard_not_met():
    found = one(five_star(findings=findings(c2=None), honours=[]))

    assert (found["stars"], found["stars_possible"], found["state"]) == (0, 4, "provisional")
    assert (found["standards"], found["band"]) == (0, 5)


def test_open_says_each_criterion_and_level_not_yet_known():
    found = one(five_star(findings=findings(c2=None)))

    assert len(found["open"]) == 3
    assert all("第2条" in said and "待定" in said for said in found["open"])


def test_open_is_said_in_the_language_asked_for():
    found = rated({"s": five_star(findings=findings(c2=None))}).to_json("en")[0]

    assert found["open"][0] == "2. Branch leadership, three stars: not yet known"
