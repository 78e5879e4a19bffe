"""Places shared out: each kind by hand, then against every completion of random small groups."""

import random
from fractions import Fraction
from itertools import product

import pytest

from tests.oracle import places
from tests.rating.share import NO_LINE, levels, people, quota, scheme, settled

LEVELS = [1, 2, 3, 4]
MARKS = range(7)  # 4 from 6, 3 from 4, 2 from 2
SMALL = "bands:\n  4: mark >= 6\n  3: 4 <= mark < 6\n  2: 2 <= mark < 4\n  1: mark < 2\nstars:\n  rule: band\n"


# ------------------------------------------------------------------ ceilings on the best


def test_the_surplus_of_each_level_takes_the_places_of_the_next():
    policy = scheme(quota({4: 2, 3: 2}))

    assert settled(policy, people(20, 19, 18, 17, 12, 11, 3)) == [4, 4, 3, 3, 2, 2, 1]


def test_a_surplus_that_lapses_takes_no_places_of_the_next_level():
    policy = scheme(quota({4: 1, 3: 1}, beyond=2))

    assert settled(policy, people(20, 19, 12, 11)) == [4, 2, 3, 2]


def test_places_that_nobody_has_earned_stay_empty():
    assert settled(scheme(quota({4: 3, 3: 1})), people(20, 12, 11)) == [4, 3, 2]


def test_only_who_may_have_a_place_keeps_the_level():
    policy = scheme(quota({4: 2}, of="senior"))

    assert settled(policy, people(20, 19, 18, senior=[False, True, True])) == [3, 4, 4]


def test_places_are_counted_within_each_group():
    policy = scheme(quota({4: "floor(50% * all)"}, within="team"))

    assert settled(policy, people(20, 19, 18, 17, team=["a", "a", "b", "b"])) == [4, 3, 4, 3]


@pytest.mark.parametrize(("base", "got"), [("all", 4), ("rated", 3), ("eligible", 2)])
def test_the_base_of_a_share_is_counted_as_written(base, got):
    # eight people: two exempt, one barred, one not senior; a half of 8, of 6, of 4
    policy = scheme(quota({4: f"floor(50% * {base})"}, of="senior"))
    records = people(
        *[20] * 8,
        free=[True, True, *[False] * 6],
        barred=[False, False, True, *[False] * 5],
        senior=[*[True] * 7, False],
        second=range(8),
    )
    policy = scheme(quota({4: f"floor(50% * {base})"}, by="mark, second", of="senior"))

    found = [low for low, _, state in levels(policy, records) if state == "rated"]

    assert found.count(4) == got


def test_a_base_not_known_yet_leaves_the_last_place_open():
    policy = scheme(quota({4: "floor(50% * rated)"}))
    found = levels(policy, people(20, 19, 18, 3, absent=[False, False, False, None]))

    # three or four are rated: one place, or two
    assert [pair[:2] for pair in found[:3]] == [(4, 4), (3, 4), (3, 3)]


# ------------------------------------------------------------------ ties


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ("share", [(4, 4, "rated"), (4, 4, "rated"), (4, 4, "rated"), (3, 3, "rated")]),
        ("none", [(4, 4, "rated"), (3, 3, "rated"), (3, 3, "rated"), (3, 3, "rated")]),
        (
            "undecided",
            [(4, 4, "rated"), (3, 4, "undecided"), (3, 4, "undecided"), (3, 3, "rated")],
        ),
    ],
)
def test_who_ties_on_the_line_is_placed_as_the_scheme_says(ties, expected):
    policy = scheme(quota({4: 2}, ties=ties))

    assert levels(policy, people(20, 19, 19, 18)) == expected


def test_a_tie_that_does_not_cross_the_line_decides_nothing():
    for ties in ("share", "none", "undecided"):
        assert settled(scheme(quota({4: 2}, ties=ties)), people(19, 19, 18)) == [4, 4, 3]


def test_a_tie_at_the_line_leaves_the_next_level_as_certain_as_it_is():
    # one of the two falls to 3 and takes a place there, so 17 has the other and 12 has none
    policy = scheme(quota({4: 2, 3: 2}))

    assert levels(policy, people(20, 18, 18, 17, 12)) == [
        (4, 4, "rated"),
        (3, 4, "undecided"),
        (3, 4, "undecided"),
        (3, 3, "rated"),
        (2, 2, "rated"),
    ]


# ------------------------------------------------------------------ a ceiling on the worst


def test_the_better_ones_rise_from_the_worst_level():
    policy = scheme(quota({1: 1}, by="-mark", beyond=2))

    assert settled(policy, people(20, 4, 1, 0)) == [4, 2, 2, 1]


def test_twelve_bad_cases_of_a_hundred_leave_five_at_the_worst_level():
    policy = scheme(quota({1: "floor(5% * rated)"}, by="-mark, -second", beyond=2, ties="share"))
    records = people(*[0] * 12, *[20] * 88, second=[*range(12), *[20] * 88])

    assert settled(policy, records) == [1] * 5 + [2] * 7 + [4] * 88


def test_who_ties_on_the_worst_line_shares_the_better_level():
    policy = scheme(quota({1: 1}, by="-mark", beyond=2, ties="share"))

    assert settled(policy, people(0, 0, 2)) == [2, 2, 2]
    assert settled(scheme(quota({1: 1}, by="-mark", beyond=2, ties="none")), people(0, 0, 2)) == [
        1,
        1,
        2,
    ]


def test_who_is_held_at_the_worst_level_takes_a_place_there():
    policy = scheme(quota({1: 2}, by="-mark", beyond=2))

    found = levels(policy, people(20, 0, 1, 2, barred=[True, False, False, False]))

    assert [low for low, _, _ in found] == [1, 1, 2, 2]
    assert found[0][2] == "disqualified"


# ------------------------------------------------------------------ forced distribution, fixed places


def test_a_forced_distribution_gives_every_level_by_place():
    shares = {4: "10% * all", 3: "30% * all", 2: "40% * all", 1: "20% * all"}
    policy = scheme(quota(shares, kind="exactly", rounding="largest remainder"))

    assert settled(policy, people(*range(20, 10, -1))) == [4, 3, 3, 3, 2, 2, 2, 2, 1, 1]


def test_largest_remainders_share_out_what_rounding_leaves():
    # of 7: 0.7, 2.1, 2.8, 1.4 -> 1, 2, 3, 1
    shares = {4: "10% * all", 3: "30% * all", 2: "40% * all", 1: "20% * all"}
    policy = scheme(quota(shares, kind="exactly", rounding="largest remainder"))

    assert settled(policy, people(*range(20, 13, -1))) == [4, 3, 3, 2, 2, 2, 1]


def test_a_forced_bottom_is_filled_from_the_last():
    policy = scheme(quota({4: 1, 1: 2}, kind="exactly", beyond=3))

    assert settled(policy, people(20, 19, 12, 7, 6, 18)) == [4, 3, 3, 1, 1, 3]


def test_a_forced_level_never_goes_against_a_veto():
    policy = scheme(quota({4: 1, 3: 1}, kind="exactly", beyond=2))

    found = levels(policy, people(20, 19, 18, barred=[True, False, False]))

    assert [(low, high) for low, high, _ in found] == [(1, 1), (4, 4), (3, 3)]


def test_fixed_places_with_a_line_go_to_the_best_above_it():
    policy = scheme(quota({4: 3}, of="mark >= 10"), NO_LINE)

    assert settled(policy, people(9, 12, 20, 11, 15)) == [1, 4, 4, 1, 4]
    assert settled(policy, people(9, 12, 3)) == [1, 4, 1]


def test_one_unknown_mark_opens_only_what_it_can_change():
    shares = {4: 1, 3: 1, 2: 1, 1: 1}
    policy = scheme(quota(shares, kind="exactly"))

    found = [(low, high) for low, high, _ in levels(policy, people(20, None, 10, 0))]

    assert found == [(3, 4), (1, 4), (2, 3), (1, 2)]


# ------------------------------------------------------------------ every completion


def random_case(rng):
    """A quota as written and as the oracle takes it, the bands, and a group with holes."""
    kind = rng.choice(["at most", "at most", "exactly", "no line"])
    base = rng.choice(["all", "rated", "eligible"])
    listed, beyond, by = rng.choice(
        {
            "exactly": [([4, 3], 2, 1), ([4, 1], 2, 1), ([4, 3, 2, 1], "next", 1), ([1], 2, 1)],
            "no line": [([4], 1, 1), ([4, 3], 1, 1)],
        }.get(
            kind, [([4], 3, 1), ([4, 3], "next", 1), ([4, 3], 1, 1), ([1], 2, -1), ([1, 2], 3, -1)]
        )
    )
    whole = rng.random() < 0.5
    places = {
        level: (rng.choice([1, 2]), "one") if whole else (Fraction(rng.randint(1, 3), 6), base)
        for level in listed
    }
    more = {"rounding": "largest remainder"} if not whole and rng.random() < 0.4 else {}
    ties = rng.choice(["undecided", "share", "none"])
    of = rng.random() < 0.3
    two = rng.random() < 0.3
    written = quota(
        {
            level: number
            if base_ == "one"
            else f"{number.numerator} * {base_} / {number.denominator}"
            for level, (number, base_) in places.items()
        },
        by=("-mark" if by < 0 else "mark") + (", second" if two else ""),
        kind="exactly" if kind == "exactly" else "at most",
        beyond=beyond,
        ties=ties,
        of="senior" if of else None,
        **more,
    )
    given = {
        "places": places,
        "kind": "at most" if kind == "at most" else "exactly",
        "beyond": beyond,
        "ties": ties,
        **more,
    }
    return written, given, NO_LINE if kind == "no line" else SMALL, (by, two, of)


def group(rng, holes):
    size = rng.randint(1, 5)
    columns = {
        "mark": [rng.choice(MARKS) for _ in range(size)],
        "second": [rng.choice((0, 1)) for _ in range(size)],
        **{
            name: [rng.random() < often for _ in range(size)]
            for name, often in (("barred", 0.1), ("absent", 0.1), ("free", 0.1), ("senior", 0.7))
        },
    }
    for _ in range(holes):
        name = rng.choice(["mark", "mark", "mark", "second", "barred", "absent", "free", "senior"])
        columns[name][rng.randrange(size)] = None
    return columns


def completions(columns):
    free = [
        (name, i) for name, cells in columns.items() for i, cell in enumerate(cells) if cell is None
    ]
    domains = [
        MARKS if n == "mark" else (0, 1) if n == "second" else (False, True) for n, _ in free
    ]
    for values in product(*domains):
        full = {name: list(cells) for name, cells in columns.items()}
        for (name, i), value in zip(free, values, strict=True):
            full[name][i] = value
        yield full


def as_people(full, by, two, of, banded):
    found = []
    for i, mark in enumerate(full["mark"]):
        barred, absent, free = (full[name][i] for name in ("barred", "absent", "free"))
        earned = 1 + (mark >= 2) + (mark >= 4) + (mark >= 6) if banded else 1
        held = barred or absent
        found.append(
            {
                "level": 1 if held else earned,
                "key": (by * mark, full["second"][i]) if two else (by * mark,),
                "stands": not (barred or absent or free),
                "rated": not (absent or free),
                "may": full["senior"][i] or not of,
                "least": 1,
                "most": 1 if held else 4,
            }
        )
    return found


def compare(seed, holes):
    """(engine, brute force) bounds of each person; None for a case too large to enumerate."""
    rng = random.Random(seed)
    written, given, bands, how = random_case(rng)
    policy, columns = scheme(written, bands), group(rng, holes)
    seen = [set() for _ in columns["mark"]]
    for full in completions(columns):
        crowd = as_people(full, *how, bands != NO_LINE)
        now = {**given, "places": {k: given["places"][k] for k in given["places"]}}
        for outcome in places.outcomes(crowd, LEVELS, now):
            for level, one in zip(outcome, seen, strict=True):
                one.add(level)
    marks = columns.pop("mark")
    records = people(*marks, **columns)
    found = levels(policy, records)
    assert levels(policy, records, "polars") == found
    return found, [(min(one), max(one)) for one in seen], (written, marks, columns)


@pytest.mark.parametrize("seed", range(60))
def test_what_is_certain_holds_in_every_completion(seed):
    found, truth, case = compare(seed, holes=seed % 3)

    for (low, high, _), (least, most) in zip(found, truth, strict=True):
        assert low <= least <= most <= high, case


@pytest.mark.parametrize("seed", range(1000, 1060))
def test_where_all_is_known_only_a_tie_leaves_anything_open(seed):
    found, truth, case = compare(seed, holes=0)

    assert [pair[:2] for pair in found] == truth, case
