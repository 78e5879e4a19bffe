"""Selection within a yearly share, schemes B and BM: each case of records.md by hand."""

from tests.rating.county import attested, honour, member, scoring, village
from tests.rating.office import BM, B, rated, told


def states(found):
    return {s: (r["stars"], r["stars_possible"], r["state"]) for s, r in found.items()}


def villages(*totals, **more):
    """v0, v1, ... with these scores, all known."""
    return {f"v{n}": scoring(total, **more) for n, total in enumerate(totals)}


IN, OUT = (5, 5, "rated"), (0, 0, "rated")


# ------------------------------------------------------------------ the line and the places


def test_90_qualifies_and_89_99_does_not():
    found = told(villages(90, 89.99, 50, 50), B)

    assert (found["v0"]["score"], found["v1"]["score"]) == ("90.00", "89.99")
    assert states(found)["v0"] == IN
    assert states(found)["v1"] == OUT


def test_of_four_two_have_a_place_and_the_best_take_them():
    # ceil(30 % of 4) = 2
    found = states(told(villages(91, 93, 92, 94), B))

    assert found == {"v3": IN, "v1": IN, "v2": OUT, "v0": OUT}


def test_places_are_rounded_up_on_the_sum_so_far():
    # of 9: ceil(2.7) = 3, ceil(5.4) - 3 = 3, ceil(7.2) - 6 = 2
    nine = villages(*[91 + n / 10 for n in range(9)])
    seasons = {"2026": 3, "2025": 3, "2024": 2}

    found = {y: told(nine, B, season={"first_year": y}) for y in seasons}

    assert {y: sum(r["stars"] == 5 for r in f.values()) for y, f in found.items()} == seasons


def test_places_that_nobody_qualifies_for_stay_empty():
    found = states(told(villages(90, 80, 80, 80), B))

    assert [r[0] for r in found.values()] == [5, 0, 0, 0]


def test_the_share_counts_all_villages_those_exempt_and_disqualified_too():
    four = villages(93, 92, 91, 90)
    four["v0"]["titles"] = [{"stars": 5}]
    four["v1"]["attestations"] = attested(["B-5.3"])

    found = states(told(four, B))

    assert found == {"v0": (5, 5, "exempt"), "v1": (0, 0, "disqualified"), "v2": IN, "v3": IN}


# ------------------------------------------------------------------ exempt, disqualified


def test_an_exempt_village_has_five_stars_and_no_rank_and_takes_no_place():
    four = villages(93, 92, 91, 91.5)
    four["v0"]["titles"] = [{"stars": 5}]
    found = told(four, B)

    assert states(found)["v0"] == (5, 5, "exempt")
    assert [found["v0"][k] for k in ("rank", "rank_best", "rank_worst")] == [None] * 3
    assert found["v0"]["score"] == "93.00"
    assert (found["v1"]["rank"], found["v3"]["rank"], found["v2"]["rank"]) == (1, 2, 3)
    assert states(found)["v3"] == IN


def test_a_title_below_five_or_of_a_member_exempts_nobody():
    two = villages(93, 92)
    two["v0"]["titles"] = [{"stars": 3}]
    two["v1"]["titles"] = [{"stars": 5, "member": "m1"}]

    assert [r[2] for r in states(told(two, B)).values()] == ["rated", "rated"]


def test_exempt_goes_before_disqualified_and_the_clauses_are_listed():
    village_ = scoring(93, titles=[{"stars": 5}], attestations=attested(["B-5.7"]))

    found = told({"v": village_}, B)["v"]

    assert (found["stars"], found["state"], found["veto"]) == (5, "exempt", ["B-5.7"])


def test_one_disqualification_attested_yes_is_enough():
    village_ = scoring(93, attestations=[{"clause": "B-5.3", "holds": True}])

    found = told({"v": village_}, B)["v"]

    assert (found["stars"], found["stars_possible"], found["state"]) == (0, 0, "disqualified")
    assert found["veto"] == ["B-5.3"]
    assert (found["score"], found["band"], found["rank"]) == ("93.00", 5, None)


def test_the_clauses_that_disqualify_are_all_listed_in_their_order():
    village_ = scoring(93, attestations=attested(["B-5.7", "B-5.2"]))

    assert told({"v": village_}, B)["v"]["veto"] == ["B-5.2", "B-5.7"]


def test_a_yes_beside_a_no_for_one_clause_counts_as_yes():
    both = [*attested(), {"clause": "B-5.1", "holds": True}]

    assert told({"v": scoring(93, attestations=both)}, B)["v"]["veto"] == ["B-5.1"]


def test_until_every_clause_is_attested_no_a_village_is_provisional():
    found = told({"v": scoring(93, attestations=attested(open_=["B-5.5"]))}, B)["v"]

    assert (found["stars"], found["stars_possible"], found["state"]) == (0, 5, "provisional")
    assert found["rank"] == 1


def test_a_village_below_the_line_is_provisional_while_a_clause_is_open():
    found = told({"v": scoring(80, attestations=attested(open_=["B-5.5"]))}, B)["v"]

    assert (found["stars"], found["stars_possible"], found["state"]) == (0, 0, "provisional")


def test_an_attestation_that_names_a_member_is_ignored():
    named = [*attested(), {"clause": "B-5.1", "holds": True, "member": "m1"}]
    only = [*attested(open_=["B-5.1"]), {"clause": "B-5.1", "holds": False, "member": "m1"}]

    assert told({"v": scoring(93, attestations=named)}, B)["v"]["state"] == "rated"
    assert told({"v": scoring(93, attestations=only)}, B)["v"]["state"] == "provisional"


def test_an_attestation_of_another_year_says_nothing():
    last = [{"clause": "B-5.1", "holds": True, "year": 2025}]

    assert told({"v": scoring(93, attestations=attested() + last)}, B)["v"]["veto"] == []


# ------------------------------------------------------------------ what is not yet known


def test_an_item_not_scored_leaves_the_score_between_its_bounds():
    found = told({"v": village((None, 20, 20, 18, 9), (20, 20))}, B)["v"]

    assert (found["score_low"], found["score_high"]) == ("77.00", "97.00")
    assert (found["score"], found["items"]["B-2.1"], found["band"]) == (None, None, 0)
    assert (found["stars"], found["stars_possible"], found["state"]) == (0, 5, "provisional")


def test_who_may_still_be_better_makes_a_place_uncertain():
    # one place among three: v0 is at 92, v1 between 75 and 95
    three = villages(92, 70, 70)
    three["v1"] = village((None, 20, 20, 20, 9), (10, 6))
    found = states(told(three, B))

    assert found["v0"] == (0, 5, "provisional")
    assert found["v1"] == (0, 5, "provisional")
    assert found["v2"] == OUT


def test_who_cannot_reach_90_is_behind_even_with_a_higher_bound_than_mine():
    three = villages(90, 70, 70)
    three["v1"] = village((None, 20, 17, 15, 9), (10, 8))  # 69 to 89

    assert states(told(three, B))["v0"] == IN


def test_who_may_be_disqualified_is_neither_ahead_nor_behind():
    three = villages(95, 92, 70)
    three["v0"]["attestations"] = attested(open_=["B-5.1"])
    found = states(told(three, B))

    assert found["v0"] == (0, 5, "provisional")
    assert found["v1"] == (0, 5, "provisional")


def test_who_is_certainly_ahead_of_every_place_leaves_none():
    three = villages(95, 70, 70)
    three["v1"] = village((None, 20, 20, 18, 9), (10, 7))  # 74 to 94

    assert states(told(three, B)) == {"v0": IN, "v1": OUT, "v2": OUT}


# ------------------------------------------------------------------ ties at the cut line


def tied(a=None, b=None):
    """Two villages for one place of three, both at 92 unless told otherwise."""
    full = village((20, 20, 20, 14, 9))
    return {"a": a or full, "b": b or full, "c": scoring(70)}


def test_a_tie_is_broken_by_the_score_without_bonus():
    one_point = village((20, 20, 20, 13, 9), honours=[honour("honour", "county")])
    found = told(tied(b=one_point), B)

    assert (found["a"]["score"], found["b"]["score"]) == ("92.00", "92.00")
    assert (found["a"]["rank"], found["b"]["rank"]) == (1, 1)
    assert (states(found)["a"], states(found)["b"]) == (IN, OUT)


def test_a_tie_is_broken_by_the_exact_share_of_the_survey_next():
    # 9.00 both: 10 x 18 / 20, and 10 x 1799 / 2000 = 8.995 rounded half up
    found = states(told(tied(a=village((20, 20, 20, 14, 9), (2000, 1799))), B))

    assert (found["a"], found["b"]) == (OUT, IN)


def test_a_tie_that_nothing_breaks_is_undecided_and_nobody_is_in():
    found = states(told(tied(), B))

    assert found["a"] == found["b"] == (0, 5, "undecided")


def test_a_tie_is_undecided_only_where_there_are_fewer_places_than_it_takes():
    # two places of four: a and b have both
    four = {**tied(), "d": scoring(60)}

    assert states(told(four, B))["a"] == IN


def test_a_tie_behind_the_last_place_is_out():
    found = states(told({**tied(), "c": scoring(95)}, B))

    assert found == {"c": IN, "a": OUT, "b": OUT}


def test_one_place_left_for_two_who_tie_below_one_who_is_in():
    # two places of four
    four = {**tied(), "c": scoring(95), "d": scoring(60)}
    found = states(told(four, B))

    assert found == {"c": IN, "a": (0, 5, "undecided"), "b": (0, 5, "undecided"), "d": OUT}


def test_a_tie_with_one_who_may_be_disqualified_is_provisional():
    two = tied()
    two["b"]["attestations"] = attested(open_=["B-5.1"])
    found = states(told(two, B))

    assert found["a"] == (0, 5, "provisional")
    assert found["b"] == (0, 5, "provisional")


def test_equal_scores_below_90_are_no_tie():
    found = states(told(villages(89, 89, 60), B))

    assert found == {"v0": OUT, "v1": OUT, "v2": OUT}


# ------------------------------------------------------------------ members


def test_members_are_selected_likewise_and_their_group_is_the_unit():
    five = {f"m{n}": member(fellows=(18 + n / 10,) * 3, committee=(19,)) for n in range(5)}
    found = told(five, BM)

    # 10 % of 20, 30 % of 18.4, 60 % of 19: 18.92 in each of five dimensions; one place of five
    assert (found["m4"]["score"], found["m4"]["group"]) == ("94.60", "u1")
    assert [s for s, r in found.items() if r["stars"] == 5] == ["m4"]


def test_a_members_tie_is_broken_by_the_committee_then_by_the_fellows():
    # 30 % of 18 and 60 % of 18 are 16.2; 30 % of 16 and 60 % of 19 too
    five = {f"m{n}": member(fellows=(10,) * 3) for n in range(5)}
    five["m0"] = member(fellows=(18,) * 3, committee=(18,))
    five["m1"] = member(fellows=(16,) * 3, committee=(19,))
    found = told(five, BM)

    assert (found["m0"]["score"], found["m1"]["score"]) == ("91.00", "91.00")
    assert (states(found)["m0"], states(found)["m1"]) == (OUT, IN)


def test_members_whom_nothing_tells_apart_are_undecided():
    five = {f"m{n}": member(fellows=(10,) * 3) for n in range(5)}
    five["m0"] = five["m1"] = member()

    found = states(told(five, BM))

    assert found["m0"] == found["m1"] == (0, 5, "undecided")


def test_both_engines_select_the_same():
    three = {**tied(), "d": village((None, 20, 20, 18, 9)), "e": scoring(95, titles=[{"stars": 5}])}

    assert told(three, B) == told(three, B, engine="polars")


def test_the_order_of_results_is_that_of_rank_then_id():
    found = rated(villages(91, 95, 91, 80), B)

    assert [r.subject for r in found] == ["v1", "v0", "v2", "v3"]
