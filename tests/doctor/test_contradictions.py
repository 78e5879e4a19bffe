"""The contradictions and open decisions of real policies, found in their folders without being told."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from xingping.doctor.examine import examine
from xingping.policy.scheme.load import load_scheme

POLICIES = Path(__file__).parents[1] / "policies"

# folder, kind, an id that the finding is about, what its sentence says
FOUND = [
    # the most on offer is not the total, or not the grade, that the text speaks of
    ("33-two-indices", "total-unreached", "literal", "写明满分100，但各项全部做到最多80分"),
    ("29-student-60-30-10", "level-needs-bonus", "pass", "最多70分，只能是基本合格"),
    # more on offer than the cap counts
    ("25-monthly-points", "cap-below-offer", "pledge_days", "最多可得24分，上限只计10分"),
    # more to lose than the block holds
    ("04-five-star-110", "floor-above-offer", "team", "15分，可扣30分"),
    ("04-five-star-110", "floor-above-offer", "backbone", "10分，可扣13分"),
    ("17-month-and-year", "floor-above-offer", "daily", "60分，可扣120分"),
    ("18-plus-minus-lines", "floor-above-offer", "basic", "10分，可扣17分"),
    # the same fact, two values
    ("18-plus-minus-lines", "same-fact-twice", "basic_reports_praised", "上报材料"),
    # places that do not fit the numbers
    ("17-month-and-year", "fixed-places", "prizes", "共12个名额"),
    ("03-college-index-cap", "quota-no-place", "general", "五星一个名额也没有"),
    ("21-ceilings", "quota-no-place", "best", "五星一个名额也没有"),
    ("29-student-60-30-10", "quota-no-place", "third", "优秀一个名额也没有"),
    ("32-vanguard-index", "quota-no-place", "vanguards", "先锋一个名额也没有"),
    # whether bonus lifts over a line
    ("32-vanguard-index", "bonus-over-line", "plus", "靠加分过线算不算"),
    # a block that comes to less than nothing, a floor that nothing states
    ("25-monthly-points", "points-below-nothing", "duty", "合计成负分"),
    ("36-app-windowed-caps", "points-below-nothing", "monthly", "合计成负分"),
    ("04-five-star-110", "unstated-floor", "team", "扣到底为止"),
    ("17-month-and-year", "unstated-floor", "daily", "扣到底为止"),
    # which of several results counts
    ("13-red-flags", "unstated-period", "stars", "以哪一个为准"),
]

# the same for what a folder has settled by a reading: folder, the reading taken away (*: all), kind, id
SETTLED = [
    ("11-village-star-by-star", "S11-R1", "unstated-floor", "team"),
    ("18-plus-minus-lines", "*", "unstated-floor", "basic"),
    ("27-double", "S27-R1", "unstated-floor", "contribution"),
    ("27-double", "S27-R1", "unstated-cap-order", "contribution_thanks"),
    ("32-vanguard-index", "S32-R1", "unstated-cap-order", "score"),
    ("19-level-choice", "*", "unstated-denominator", "mech_unfit"),
    ("10-money-hooks", "S10-R1", "unstated-period", "stars"),
    ("02-satisfaction-floor", "S02-R1", "unstated-rounding", "score"),
    ("11-village-star-by-star", "S11-R1", "unstated-rounding", "team_age"),
    ("23-four-reviews", "*", "shared-ends", "90"),
]


@cache
def _policy(folder):
    return load_scheme(str(POLICIES / folder))


@pytest.mark.parametrize(("folder", "kind", "about", "said"), FOUND)
def test_the_doctor_finds_what_contradicts_itself_or_is_left_open(folder, kind, about, said):
    findings = [f for f in _of(folder) if f.kind == kind and about in f.about]

    assert findings
    assert all(f.settled for f in findings)
    assert any(said in f.said.zh for f in findings)


@cache
def _of(folder):
    return [one.finding for one in examine(_policy(folder), raising=True).seen]


@pytest.mark.parametrize(("folder", "reading", "kind", "about"), SETTLED)
def test_a_decision_that_a_reading_settles_is_found_without_it(folder, reading, kind, about):
    def there(scheme):
        return any(
            one.finding.kind == kind and about in one.finding.about
            for one in examine(scheme, raising=True).seen
        )

    assert not there(_policy(folder))
    assert there(_without(_policy(folder), reading))


def _without(scheme, reading):
    """The scheme with nothing citing the reading."""

    def stripped(thing):
        kept = tuple(n for n in thing.assumes if reading not in {n, "*"})
        if hasattr(thing, "lines"):
            lines = {name: stripped(line) for name, line in thing.lines.items()}
            return replace(thing, assumes=kept, lines=lines)
        return replace(thing, assumes=kept)

    return replace(
        scheme,
        criteria={name: stripped(c) for name, c in scheme.criteria.items()},
        results={name: stripped(r) for name, r in scheme.results.items()},
        bands=scheme.bands and stripped(scheme.bands),
        stars=stripped(scheme.stars),
    )


def test_an_act_listed_twice_with_different_points_is_found(tmp_path):
    """The ledger of 35 lists the culture street twice; its folder has settled that by a reading."""
    folder = tmp_path / "35-credit-ledger"
    copytree(POLICIES / "35-credit-ledger", folder)
    page = folder / "criteria" / "1-plus.nt"
    again = (
        "lines:\n  plus_again:\n    text: 文化街 5 分 | culture street\n"
        "    points: 5 * count(good_deeds where kind = culture_street)\n"
    )
    page.write_text(page.read_text("utf-8").replace("lines:\n", again, 1), "utf-8")

    found = [
        one.finding
        for one in examine(load_scheme(str(folder)), raising=True).seen
        if one.finding.kind == "same-fact-twice"
    ]

    assert not [f for f in _of("35-credit-ledger") if f.kind == "same-fact-twice"]
    assert [set(f.about) for f in found] == [{"plus_again", "plus_works"}]
    assert found[0].witness.example.expect == {"plus_again": "5", "plus_works": "10"}


def test_of_fourteen_villages_two_go_without_a_prize():
    (finding,) = [
        one.finding
        for one in examine(_policy("17-month-and-year"), units=14, raising=True).seen
        if one.finding.kind == "fixed-places"
    ]

    assert "14个中有2个没有名额" in finding.said.zh
