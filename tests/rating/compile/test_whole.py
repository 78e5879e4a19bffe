"""A whole scheme: what names stand for, the band, and what vetoes and gates make of the level."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.oracle.random_rules import small_scheme, with_rules
from tests.rating.compile.small import number, small_records, span
from xingping.policy.language import tree
from xingping.policy.language.tree import NUMBER, Ref
from xingping.rating.compile.conditions import YES
from xingping.rating.compile.expressions import col
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.whole import Whole
from xingping.rating.rate import rate

POINTS = {"talk_given": {"points": 2}, "work_chosen": {"choice": "好"}}
HERE = At()
HEAVY = {"made_on": "2026-03-01", "heavy": True, "word": "out", "amount": 1}


def whole(scheme=None, **parameters):
    day = date(2026, 12, 31).toordinal()
    return Whole(Setting.of(scheme or small_scheme(), 2026, day, parameters))


def named(what, name, part="", *, at=HERE, **parameters):
    return whole(**parameters).name(Ref(what, name, part, NUMBER), at)


def test_a_parameter_is_its_value_or_unknown():
    assert span(named("parameter", "line", line=Fraction(6))) == (6, 6)
    assert span(named("parameter", "line")) == (None, None)
    assert named("parameter", "line", line="x").equals("x") == YES


def test_a_name_of_the_season_is_a_constant():
    assert span(named("system", "year")) == (2026, 2026)
    assert span(named("system", "campaign_year", first_year=Fraction(2025))) == (2, 2)
    assert span(named("system", "campaign_year")) == (None, None)


def test_a_rank_and_the_stars_are_columns_that_come_later():
    assert named("rank", "rank").lo is col("rank best")
    assert named("rank", "rank", "ranked").hi is col("rank ranked high")
    stars = named("system", "stars")
    assert (stars.lo, stars.hi, stars.domain) == (col("stars low"), col("stars high"), (0, 1, 2))
    assert named("system", "all").lo is col("count all")


def test_a_criterion_at_hand_has_its_number_and_worth():
    at = At(criterion="work")

    assert named("own", "number", at=at).word == "work"
    assert span(named("own", "worth", at=at)) == (8, 8)
    assert whole().has(Ref("own", "points", "", NUMBER), at)
    assert not whole().has(Ref("own", "points", "", NUMBER), At(criterion="3"))


def test_a_result_is_compiled_once():
    one = whole()

    assert one.result("score") is one.result("score")


def rated(*, scheme=None, points=POINTS, **registers):
    """The rating of the unit s with these points and records."""
    rows = [{"item": item, **given} for item, given in points.items()]
    subjects = {"s": {"points": rows, **registers}}
    return rate(scheme or small_scheme(), small_records(subjects), year=2026).of("s")


@pytest.mark.parametrize(
    ("choice", "band"),
    [("好", 2), ("中", 2), ("差", 1)],  # 18, 15 and 10 points: 15 is just enough
)
def test_the_band_is_that_of_the_score(choice, band):
    points = {**POINTS, "work_chosen": {"choice": choice}}

    assert rated(points=points).band == band


def test_the_band_is_the_worst_that_the_score_allows():
    assert number("if(band >= 1, 1, 0)", points=[{"item": "talk_given", "points": 1}]) == (1, 1)
    assert number("if(band >= 2, 1, 0)", points=[{"item": "talk_given", "points": 1}]) == (0, 0)
    assert number("if(band >= 2, 1, 0)", points=[{"item": "talk_given", "points": 2}]) == (0, 1)


DEED = {
    "events": [{"held_on": "2026-03-01"}],
    "findings": [{"criterion": "3", "level": 2}],
}


def test_the_level_is_the_lower_of_band_and_standards():
    assert rated(**DEED).stars == 2
    assert rated(**{**DEED, "findings": [{"criterion": "3", "level": 1}]}).stars == 1


def test_a_veto_takes_the_level_and_the_rank():
    struck = rated(**DEED, notes=[HEAVY])

    assert (struck.stars, struck.state, struck.rank_best) == (0, "vetoed", None)


def test_an_open_veto_leaves_both_levels_possible():
    unsure = rated(**DEED, notes=[{**HEAVY, "heavy": None}])

    assert (unsure.stars, unsure.stars_possible) == (0, 2)
    assert (unsure.rank_best, unsure.rank_worst) == (1, 1)


def test_a_veto_may_set_or_cap_a_value():
    scheme = with_rules([("9", NUMBER)])
    veto = scheme.vetoes["out"]

    def found(op, value):
        effect = replace(veto.then, target="r0", op=op, value=value)
        changed = replace(scheme, vetoes={"out": replace(veto, then=effect)})
        result = rated(scheme=changed, notes=[HEAVY]).results["r0"]
        return result.low, result.high

    assert found("=", "4") == (4, 4)
    assert found("<=", "4") == (4, 4)
    assert found("<=", "12") == (9, 9)


def test_a_condition_of_all_subjects_is_read_at_the_group():
    one = whole()
    rule = replace(small_scheme().stars.rule, tree=tree.Word("yes", tree.YES))

    assert one.group_rule(rule) == YES
    assert one.condition(rule) == YES
