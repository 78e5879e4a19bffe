"""What a reviewer decides: findings of a level, points within a range, one option of several."""

from fractions import Fraction
from pathlib import Path

from tests.oracle.random_rules import small_scheme
from tests.rating.compile.small import number, small_records
from tests.rating.office import records
from xingping.policy.language import tree
from xingping.policy.scheme.load import load_scheme
from xingping.rating.compile.asking import fold_of, span
from xingping.rating.rate import rate

SHEET = Path(__file__).parents[2] / "policies" / "19-level-choice"
EVENT = {"held_on": "2026-03-01"}


def points(**lines):
    """Rows of points: a number given, or the title of an option chosen."""
    return [
        {"item": line, "choice": given}
        if isinstance(given, str)
        else {"item": line, "points": given}
        for line, given in lines.items()
    ]


def test_points_are_taken_within_the_range_they_may_be_given_in():
    assert number("talk", points=points(talk_given=1.5)) == (1.5, 1.5)
    assert number("talk", points=points(talk_given=9)) == (2, 2)
    assert number("talk") == (0, 2)


def test_the_option_chosen_is_worth_its_points():
    assert number("work", points=points(work_chosen="好")) == (8, 8)
    assert number("work", points=points(work_chosen="差")) == (0, 0)
    assert number("work") == (0, 8)


def test_a_finding_reaches_its_level_and_every_lower_one():
    assert judged([{"criterion": "3", "level": 2}]) == {"1": "met", "2": "met"}
    assert judged([{"criterion": "3", "level": 1}]) == {"1": "met", "2": "not_met"}
    assert judged([]) == {"1": "not_yet_known", "2": "not_yet_known"}


def judged(findings):
    given = small_records({"s": {"findings": findings, "events": [EVENT]}})
    return dict(rate(small_scheme(), given, year=2026).of("s").criteria["3"])


def test_a_line_that_does_not_apply_leaves_the_denominator():
    sheet = {
        "mech_committee": "偶尔",
        "mech_meeting": "每季大会且每月小组会",
        "mech_lecture": "每半年",
    }
    sheet |= {"mech_records": "完整", "mech_review": "每年", "mech_transfer": "及时"}

    # (0.5 + 5 + 10) of 17, of 19 in all: 17.3235...
    assert mechanism(**sheet, mech_unfit="无此情形") == (Fraction("17.32"), Fraction("17.32"))
    assert mechanism(**sheet, mech_unfit="未处置") == (Fraction("15.5"), Fraction("15.5"))


def mechanism(**lines):
    rated = rate(load_scheme(SHEET), records(SHEET, {"s": {"points": points(**lines)}}), year=2026)
    found = rated.of("s").items["mechanism"]
    return found.low, found.high


def test_the_range_of_an_option_is_that_of_those_that_apply():
    options = (("a", Fraction(3)), ("b", Fraction(1)), ("c", None))
    chosen = tree.Asked("chosen", "x", tree.NUMBER, options=options)
    assessed = tree.Asked("assessed", "x", tree.NUMBER, low=Fraction(1), high=Fraction(4))

    assert span(chosen) == (1, 3)
    assert span(assessed) == (1, 4)


def test_an_asked_node_stands_for_the_last_row_of_its_item():
    judged_node = tree.Asked("judged", "7", tree.YES, level="2")

    fold = fold_of(judged_node)

    assert (fold.fold, fold.rows.name) == ("last", "findings")
    assert fold.rows.where.rest == (("=", tree.Word("7", tree.TEXT)),)
