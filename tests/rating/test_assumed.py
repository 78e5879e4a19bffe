"""The readings that had a part in a result, in the scheme's order."""

from tests.rating.county import attested, scoring
from tests.rating.office import B, case, five_star, one, told


def test_ids_stand_in_the_schemes_order_without_repetition():
    found = one(five_star())["assumptions"]

    assert found == sorted(set(found), key=lambda name: int(name.removeprefix("A-R")))


def test_score_band_stars_and_rank_rest_on_their_readings():
    found = one(five_star())["assumptions"]

    assert {"A-R1", "A-R2", "A-R3", "A-R4", "A-R5", "A-R6", "A-R8", "A-R13", "A-R19"} <= set(found)


def test_what_only_the_procedure_rests_on_is_not_named():
    assert not {"A-R12", "A-R16", "A-R17", "A-R18", "A-R20"} & set(one(five_star())["assumptions"])


def test_a_vetoed_branch_rests_on_no_reading_of_ranks():
    found = one(five_star(cases=[case(serious=True)]))["assumptions"]

    assert "A-R11" in found


def test_a_village_names_the_reading_of_disqualification_where_it_may_apply():
    open_ = attested(open_=["B-5.1"])
    found = told({"a": scoring(92), "b": scoring(92, attestations=open_)}, B)

    assert "B-R4" in found["b"]["assumptions"]
    assert {"B-R1", "B-R2", "B-R3", "B-R5", "B-R6"} <= set(found["a"]["assumptions"])
