from fractions import Fraction

import z3

from tests.doctor.population.loaded import COUNTY, OFFICE
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.terms import largest, possible


def test_a_share_is_met_by_as_many_as_it_says():
    target = OFFICE.targets["year2"].rule.tree
    counting = Counting(OFFICE, [target])
    best = counting.of_value(4) + counting.of_value(5)
    rules = [*counting.rules, counting.condition(target), counting.total == 5]

    assert possible(*rules, best == 4)
    assert possible(*rules, best == 3) is False


def test_places_are_rounded_as_the_rule_says_for_any_number():
    tree = COUNTY.quotas["yearly_share"].places["5"].tree
    counting = Counting(COUNTY, [], {"campaign_year": Fraction(1)})
    places = counting.number(tree)

    assert largest(counting.total, *counting.rules, places == z3.RealVal(1)) == 3
    assert largest(counting.total, *counting.rules, places == z3.RealVal(33)) == 110


def test_what_cannot_be_read_is_free():
    tree = OFFICE.stars.rule.tree
    counting = Counting(OFFICE, [])
    free = counting.number(tree)

    assert possible(*counting.rules, free == 3)
    assert possible(*counting.rules, free == 5)
    assert possible(*counting.rules, free == 3, counting.number(tree) == 5) is False
