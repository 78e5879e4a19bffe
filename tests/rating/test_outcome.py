"""What is printed for a branch has the shape that records.md gives it."""

from tests.rating.office import (
    case,
    findings,
    five_star,
    meeting,
    one,
    told,
)

KEYS = [
    "subject", "name", "group", "year", "score", "score_low", "score_high", "rank", "rank_best",
    "rank_worst", "band", "standards", "declared", "stars", "stars_possible", "state", "criteria",
    "items", "veto", "bonus", "open", "assumptions",
]  # fmt: skip


def test_an_object_has_the_keys_of_the_contract_in_their_order():
    assert list(one(five_star())) == KEYS


def test_a_branch_that_meets_everything_is_rated_five():
    found = one(five_star())

    assert (found["stars"], found["stars_possible"], found["state"]) == (5, 5, "rated")
    assert (found["band"], found["standards"], found["declared"]) == (5, 5, 5)
    assert (found["score"], found["score_low"], found["score_high"]) == ("96.00",) * 3
    assert (found["rank"], found["rank_best"], found["rank_worst"]) == (1, 1, 1)
    assert (found["veto"], found["open"], found["bonus"]) == ([], [], "0.00")


def test_criteria_and_levels_are_keyed_by_their_numbers():
    found = one(five_star())

    assert list(found["criteria"]) == [str(n) for n in range(1, 14)]
    assert all(list(levels) == ["3", "4", "5"] for levels in found["criteria"].values())


def test_items_are_criteria_one_to_twelve_whatever_the_score_comes_from():
    found = one(five_star(meetings=[meeting(present=16)]))

    assert list(found["items"]) == [str(n) for n in range(1, 13)]
    assert found["items"]["1"] == "9.60"
    assert found["items"]["2"] == "8.00"
    assert found["score"] == "96.00"


def test_an_item_that_is_not_yet_known_is_null():
    found = one(five_star(findings=findings(c2=None)))

    assert found["items"]["2"] is None


def test_results_stand_in_the_order_of_rank_then_id_and_those_without_rank_last():
    found = told(
        {
            "u3": five_star(assessments=[{"score": 90}]),
            "u1": five_star(assessments=[{"score": 80}]),
            "u2": five_star(assessments=[{"score": 90}]),
            "u0": five_star(cases=[case(serious=True)]),
        }
    )

    assert list(found) == ["u2", "u3", "u1", "u0"]


def test_ids_are_ordered_by_code_point():
    same = five_star()

    assert list(told({"b": same, "B": same, "支": same, "1": same})) == ["1", "B", "b", "支"]
