"""Criteria: nested levels, points within limits, what is passed, and shares of what applies."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.oracle.random_rules import small_scheme
from tests.rating.compile.small import span, truth
from xingping.policy.scheme.load import load_scheme
from xingping.rating.compile.conditions import NO, OPEN, YES
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.whole import Whole

HERE = At()


def criteria(scheme=None):
    day = date(2026, 12, 31).toordinal()
    return Whole(Setting.of(scheme or small_scheme(), 2026, day, {})).criteria


def test_a_level_takes_in_all_lower_ones_where_levels_nest():
    assert criteria().levels_up_to("2") == ["0", "1", "2"]
    assert criteria(replace(small_scheme(), nested="")).levels_up_to("2") == ["2"]


def test_a_level_without_a_standard_of_its_own_asks_nothing():
    reader = criteria()
    deed = small_scheme().criteria["3"]

    assert reader.own(deed, "0", HERE) == YES
    assert reader.own(deed, "1", HERE) != YES
    assert reader.standard_levels() == ["1", "2"]


def test_the_higher_level_holds_only_with_the_lower():
    reader = criteria()
    deed = small_scheme().criteria["3"]
    one, two = (reader.own(deed, level, HERE) for level in "12")

    held = reader.holds("3", "2", HERE)

    assert set(held.lo.args) == {*one.lo.args, *two.lo.args}


@pytest.mark.parametrize(
    ("one", "two", "met"),
    [
        (YES, YES, (2, 2)),
        (YES, NO, (1, 1)),
        (YES, OPEN, (1, 2)),
        (OPEN, NO, (0, 1)),
        (NO, NO, (0, 0)),
    ],
)
def test_the_highest_level_that_holds_is_met(one, two, met):
    number = criteria().highest([(1, one), (2, two)])

    assert span(number) == met
    assert number.domain == (0, 1, 2)


def test_points_come_from_lines_from_a_rule_or_from_one_for_all():
    small, office = criteria(), criteria(load_scheme("office-branches"))

    assert small.has_points(small.scheme.criteria["talk"])
    assert not small.has_points(small.scheme.criteria["3"])  # standards only, no points for all
    assert office.has_points(office.scheme.criteria["2"])


def test_points_stay_within_the_limits_of_the_criterion():
    reader = criteria()

    points = reader.points("talk", HERE)

    assert (points.low, points.high) == (0, 2 * points.den)
    assert reader.points("talk", HERE) is points


def test_a_criterion_is_passed_by_its_own_condition_or_its_lowest_standard():
    reader = criteria()

    assert reader.passed("3", HERE) == reader.holds("3", "1", HERE)
    assert reader.passed("talk", HERE) != reader.passed("work", HERE)


def test_a_line_is_kept_within_its_own_limits():
    reader = criteria()
    line = replace(small_scheme().criteria["work"].lines["work_chosen"], high=Fraction(6))

    assert reader.line(line, HERE).high == 6


def test_what_a_reviewer_grants_stays_within_its_most():
    scheme = load_scheme("office-branches")
    reader = criteria(scheme)
    most = scheme.criteria["2"].worth * Fraction(7, 10)

    granted = reader.helper("granted", "2", HERE)

    assert granted.low == 0
    assert Fraction(granted.high, granted.den) == most


def test_without_a_standard_or_a_condition_nothing_is_passed():
    bare = replace(small_scheme().criteria["talk"], passed=None)
    scheme = replace(small_scheme(), criteria={"talk": bare})

    assert truth(criteria(scheme).passed("talk", HERE)) == (False, False)
