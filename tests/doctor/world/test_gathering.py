import z3

from tests.oracle.random_rules import with_rules
from xingping.doctor.world.proving import Case, Impossible, prove
from xingping.doctor.world.world import World
from xingping.policy.language.tree import NUMBER, YES


def world(*rules):
    return World(with_rules([(rule, YES if "=" in rule else NUMBER) for rule in rules]))


def together(*rules):
    """Whether conditions can hold together."""
    one = world(*rules)
    return prove(one, [one.result(f"r{n}").certain for n in range(len(rules))])


def test_counts_sums_and_truths_of_one_register_know_of_each_other():
    assert isinstance(together("count(events) = 2", "sum(events, people) >= 41"), Impossible)
    assert isinstance(together("count(events) = 2", "sum(events, people) >= 40"), Case)
    assert isinstance(together("count(events where open) >= 1", "count(events) = 0"), Impossible)


def test_a_month_counts_its_own_records():
    months = "count(each month, count(events) >= 1) >= 3"

    assert isinstance(together(months, "count(events) = 2"), Impossible)
    assert isinstance(together(months, "count(events) = 3"), Case)


def test_the_highest_is_that_of_some_record():
    most = "highest(events where people <= 7, people) >= 8"

    assert isinstance(together(most), Impossible)
    assert isinstance(together("highest(events where people <= 7, people) >= 7"), Case)


def test_the_last_is_one_of_the_records():
    none = "count(events where people >= 9) = 0"

    assert isinstance(together("last(events, people) >= 9", none), Impossible)
    assert isinstance(together("last(events, people) >= 8", none), Case)


def test_the_same_fold_is_the_same_value():
    one = world("last(events, people)", "last(events, people)")

    assert z3.eq(one.result("r0").low, one.result("r1").low)


def test_a_product_of_fields_is_opaque():
    assert world("sum(events, people * came)").result("r0") is not None
