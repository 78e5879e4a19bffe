"""The edges of both schemes, with what they give worked out by hand from the records contract."""

from datetime import date

import pytest

from tests.laws.engine import ENGINES, expected, rated, scheme
from tests.oracle.random_records import as_records

YEAR = 2026
ON = date(YEAR, 12, 31).toordinal()
MIDDLE = date(YEAR, 6, 30).toordinal()
READERS = (*ENGINES, "plain")


@pytest.fixture(params=READERS)
def reader(request):
    return request.param


def read(name, rows, parameters, reader):
    """Subject -> result, by one compiler or by the plain evaluator."""
    kept = [
        {"register": register.id, "year": year, "unit": "*"}
        for register in scheme(name).catalogue.registers.values()
        for year in range(YEAR - 3, YEAR + 1)
    ]
    season = (as_records({**rows, "kept": kept}), YEAR, ON)
    if reader == "plain":
        return expected(scheme(name), season, parameters)
    return rated(scheme(name), season, parameters, reader)


# ---------------------------------------------------------------- the office


def office(scores, *, present=20, expected_=20):
    """Branches with nothing against them but their score (u1, u2, ... in the order given)."""
    rows = {}
    for number, score in enumerate(scores, 1):
        for register, made in good_branch(present, expected_).items():
            rows.setdefault(register, []).extend({"unit": f"u{number}", **row} for row in made)
        rows.setdefault("units", []).append({"unit": f"u{number}", "name": "", "group": "g"})
        cents = round(score * 100)
        rows.setdefault("assessments", []).append(
            {"unit": f"u{number}", "year": YEAR, "score": cents}
        )
    return rows


def good_branch(present, expected_):
    quarters = (None, 1, 2, 3, 4)
    return {
        "declarations": [{"year": YEAR, "stars": 5}],
        "findings": [
            {"year": YEAR, "criterion": str(n), "level": 5} for n in (2, 3, 5, 7, 9, 10, 11, 12)
        ],
        "meetings": [
            {
                "held_on": MIDDLE,
                "expected": expected_,
                "present": present,
                "late": 0,
                "left_early": 0,
            }
        ],
        "honours": [{"awarded_on": MIDDLE, "about": "excellence", "level": "city"}],
        "activities": [
            {"held_on": MIDDLE, "kind": "cultural_sports", "group": True, "recorded": True}
        ]
        * 2,
        "appraisals": [
            {"year": YEAR, "held_on": MIDDLE, "members": 7, "took_part": 7, "passed": 7}
        ],
        "plans": [{"year": YEAR, "quarter": q, "items": 5, "items_done": 5} for q in quarters],
        "innovations": [
            {"made_on": MIDDLE, "area": "method", "summed_up": True, "recognised_by": "county"}
        ],
    }


def in_office(scores, reader, target="0", **more):
    return read("office-branches", office(scores, **more), {"target_score": target}, reader)


@pytest.mark.parametrize(
    ("score", "stars"),
    [
        (74.99, 0),
        (75, 3),
        (79.99, 3),
        (84.99, 3),
        (85, 4),
        (90, 4),
        (94.99, 4),
        (95, 5),
        (100, 5),
    ],
)
def test_a_band_includes_its_lower_end(score, stars, reader):
    one = in_office([score], reader)["u1"]

    assert (one["score"], one["band"], one["standards"]) == (f"{score:.2f}", stars, 5)
    assert (one["stars"], one["stars_possible"], one["state"]) == (stars, stars, "rated")


@pytest.mark.parametrize(
    ("present", "verdicts"),
    [
        (15, ("met", "met", "met")),
        (12, ("met", "not_met", "not_met")),
        (11, ("not_met", "not_met", "not_met")),
    ],
)
def test_eighty_per_cent_of_fifteen_is_twelve(present, verdicts, reader):
    one = in_office([96], reader, present=present, expected_=15)["u1"]

    assert tuple(one["criteria"]["1"].values()) == verdicts


@pytest.mark.parametrize(
    ("target", "level"), [("96", "5"), ("96.01", "3")], ids=["reached", "missed by 0.01"]
)
def test_a_target_is_reached_at_exactly_its_score(target, level, reader):
    one = in_office([96], reader, target=target)["u1"]

    assert [name for name, verdict in one["criteria"]["13"].items() if verdict == "met"][
        -1
    ] == level


@pytest.mark.parametrize(
    ("scores", "ranks", "levels"),
    [
        ([99, 99, 98], [1, 1, 3], [5, 5, 4]),
        ([99, 98, 97, 97, 96], [1, 2, 3, 3, 5], [5, 4, 4, 4, 3]),
        ([99, 98, 97, 96, 95, 95, 94], [1, 2, 3, 4, 5, 5, 7], [5, 4, 4, 3, 3, 3, 0]),
    ],
    ids=["at 1", "at 3", "at 5"],
)
def test_equal_scores_share_the_better_rank(scores, ranks, levels, reader):
    found = in_office(scores, reader, target="96.5")
    found = [found[f"u{number}"] for number in range(1, len(scores) + 1)]

    assert [one["rank"] for one in found] == ranks
    # under the target only a rank of 5 or better helps, and only to three stars
    held = [[int(n) for n, v in one["criteria"]["13"].items() if v == "met"] for one in found]
    assert [max(levels, default=0) for levels in held] == levels


# ---------------------------------------------------------------- the county


ATTESTED = tuple(f"B-5.{number}" for number in range(1, 8))


def village(unit, points, *, judged=800, satisfied=(20, 20), honours=()):
    """A branch with ``points`` (hundredths) for each of four dimensions, and its survey."""
    items = {f"B-2.{number}": points[number - 1] for number in range(1, 5)}
    ballots, content = satisfied
    at = {"unit": unit, "year": YEAR}
    return {
        "units": [{"unit": unit, "name": "", "group": "g"}],
        "points": [{**at, "item": i, "points": p} for i, p in {**items, "B-2.5": judged}.items()],
        "surveys": [{**at, "ballots": ballots, "satisfied": content}],
        "attestations": [{**at, "clause": clause, "holds": False} for clause in ATTESTED],
        "honours": [
            {"unit": unit, "awarded_on": MIDDLE, "about": about, "level": level}
            for about, level in honours
        ],
    }


def in_county(villages, reader):
    rows = {}
    for made in villages:
        for register, found in made.items():
            rows.setdefault(register, []).extend(found)
    return read("county-branches", rows, {"first_year": str(YEAR)}, reader)


def outcome_of(one):
    return (one["stars"], one["stars_possible"], one["state"])


IN, OUT, TIED = (5, 5, "rated"), (0, 0, "rated"), (0, 5, "undecided")
LOW = (1000, 1000, 1000, 1000)
NINETY, NINETY_TWO = (1800, 1800, 1800, 1800), (1850, 1850, 1850, 1850)


@pytest.mark.parametrize(("last", "score", "outcome"), [(1800, "90.00", IN), (1799, "89.99", OUT)])
def test_ninety_qualifies_and_a_hundredth_less_does_not(last, score, outcome, reader):
    one = in_county([village("u1", (1800, 1800, 1800, last))], reader)["u1"]

    assert one["score"] == score
    assert outcome_of(one) == outcome


def four(second, third, reader):
    """u1 in front, u4 far behind: of four branches two have a place (30 %, rounded up)."""
    first, last = village("u1", (2000, 2000, 2000, 2000)), village("u4", LOW)
    found = in_county([first, second, third, last], reader)
    assert outcome_of(found["u1"]) == IN
    assert outcome_of(found["u4"]) == OUT
    return found["u2"], found["u3"]


def test_a_tie_on_the_cut_line_is_broken_by_the_score_without_bonus(reader):
    second, third = four(
        village("u2", NINETY_TWO),
        village("u3", (1850, 1850, 1850, 1750), honours=[("honour", "county")]),
        reader,
    )

    assert second["score"] == third["score"] == "92.00"
    assert (second["rank"], third["rank"]) == (2, 2)
    assert (outcome_of(second), outcome_of(third)) == (IN, OUT)


def test_then_it_is_broken_by_the_exact_share_of_the_satisfied(reader):
    """20 of 30 and 667 of 1,000 both make 6.67 points."""
    second, third = four(
        village("u2", (2000, 2000, 2000, 1950), satisfied=(30, 20)),
        village("u3", (2000, 2000, 2000, 1950), satisfied=(1000, 667)),
        reader,
    )

    assert second["score"] == third["score"] == "94.17"
    assert (outcome_of(second), outcome_of(third)) == (OUT, IN)


def test_a_tie_that_nothing_breaks_waits_for_the_committee(reader):
    second, third = four(village("u2", NINETY_TWO), village("u3", NINETY_TWO), reader)

    assert (outcome_of(second), outcome_of(third)) == (TIED, TIED)


def test_a_tie_above_the_cut_line_decides_nothing(reader):
    made = [village("u1", NINETY), village("u2", NINETY), village("u3", LOW), village("u4", LOW)]
    found = in_county(made, reader)

    assert [outcome_of(found[unit]) for unit in ("u1", "u2", "u3", "u4")] == [IN, IN, OUT, OUT]


def test_who_may_be_disqualified_holds_up_who_comes_next(reader):
    unsure = village("u2", NINETY_TWO)
    unsure["attestations"] = unsure["attestations"][:-1]
    second, third = four(unsure, village("u3", NINETY), reader)

    assert outcome_of(second) == (0, 5, "provisional")
    assert outcome_of(third) == (0, 5, "provisional")
