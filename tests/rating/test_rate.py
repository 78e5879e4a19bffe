"""As a library: one call, typed results, the same whatever the engine."""

import xingping
from tests.rating.office import (
    case,
    findings,
    five_star,
    meeting,
    records,
    scheme,
    told,
)


def made_of_criteria(**changes):
    return five_star(assessments=[], **changes)


def vetoed(**changes):
    return five_star(cases=[case(serious=True)], **changes)


def test_the_package_rates_by_a_name_of_its_own():
    found = xingping.rate(
        scheme(),
        records("office-branches", {"s": five_star()}),
        year=2026,
        parameters={"target_score": 85},
    )

    assert [r.stars for r in found] == [5]
    assert found.of("s").rank == 1


def test_both_engines_say_the_same():
    branches = {
        "u1": five_star(findings=findings(c2=None)),
        "u2": vetoed(),
        "u3": made_of_criteria(meetings=[meeting(15, None)]),
    }

    assert told(branches) == told(branches, engine="polars")
