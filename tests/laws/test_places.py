"""What is certain of places holds in every completion of random small groups; nothing else is open."""

import random
from fractions import Fraction
from itertools import product

import pytest

from tests.oracle import places
from tests.rating.share import NO_LINE, levels, people, quota, scheme

LEVELS = [1, 2, 3, 4]
MARKS = range(7)
BANDS = "bands:\n  4: mark >= 6\n  3: 4 <= mark < 6\n  2: 2 <= mark < 4\n  1: mark < 2\nstars:\n  rule: band\n"


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
    return written, given, NO_LINE if kind == "no line" else BANDS, (by, two, of)


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
