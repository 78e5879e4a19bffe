"""The reading: every node type once, by what it gives for records at hand."""

from fractions import Fraction

import pytest

from tests.oracle.random_rules import small_scheme
from tests.rating.compile.small import number, verdict
from xingping.policy.language import tree
from xingping.rating.compile.conditions import NO, OPEN, YES
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.values import Sym
from xingping.rating.compile.whole import Whole

EVENTS = [
    {"held_on": "2026-02-01", "people": 9, "came": 6, "kind": "round", "open": True},
    {"held_on": "2026-05-01", "people": 4, "came": 4, "kind": "flat", "open": False},
]
OWN = {"shape": "square", "owner": "s", "size": 3}


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("7", 7),
        ("30%", "0.3"),
        ("size", 3),  # a field of the unit
        ("line", 6),  # a parameter
        ("fixed", 7),  # a result
        ("rank", 1),
        ("campaign_year", None),  # not known without a first year
        ("sum(events, people)", 13),
        ("sum(events of owner, came)", 10),
        ("-size", -3),
        ("2 * size - 1", 5),
        ("size / 4", "0.75"),
        ("if(size > 2, 10, 20)", 10),
        ("by(shape, round -> 1, square -> 2, otherwise -> 3)", 2),
        ("by(size, >= 5 -> 1, >= 3 -> 2, otherwise -> 3)", 2),
        ("highest(notes, amount) otherwise 5", 5),
        ("highest(events, came) otherwise 5", 6),
        ("lower(size, 2, 9)", 2),
        ("round(10 * (sum(events, came) / sum(events, people)), 0.01)", "7.69"),
        ("round(mean(jobs, effort) otherwise 4, 1)", 4),
        ("count(events where people >= size + 2)", 1),  # the unit's field, read at its records
    ],
)
def test_a_rule_of_points(rule, value):
    expected = (None, None) if value is None else (Fraction(value), Fraction(value))

    assert number(rule, events=EVENTS, own=OWN) == expected


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("1 < size <= 3", "met"),
        ("1 < size < 3", "not_met"),
        ("size in (2, 3)", "met"),
        ("shape in (round, flat)", "not_met"),
        ("shape = square and size = 3", "met"),
        ("shape = round or size = 4", "not_met"),
        ("not (size = 4)", "met"),
        ("if(shape = square, size = 3, size = 4)", "met"),
        ("band >= 1", "not_yet_known"),  # score: 5 * talk + work, neither given yet
        ("standards = 0", "not_yet_known"),  # an event is there, a finding is not
        ("talk.passed", "not_yet_known"),
        ("last(events, kind) = flat", "met"),
        ("any(events, noted_on = none)", "met"),
        ("any(events, noted_on != none)", "not_met"),
        ("every(events, came / people >= 60%)", "met"),
    ],
)
def test_a_condition(rule, said):
    assert verdict(rule, events=EVENTS, own=OWN) == said


def reader():
    return Whole(Setting.of(small_scheme(), 2026, 739981, {})).reader


def test_words_are_yes_no_levels_or_themselves():
    read = reader()

    assert read.condition(tree.Word("yes", tree.YES), At()) == YES
    assert read.condition(tree.Word("no", tree.YES), At()) == NO
    assert read.condition(tree.Word("unknown", tree.ANY), At()) == OPEN
    assert read.number(tree.Word("2", tree.LEVEL), At()).low == 2
    word = read.value(tree.Word("round", tree.TEXT), At())
    assert isinstance(word, Sym)
    assert (word.equals("round"), word.equals("flat")) == (YES, NO)


def test_what_is_compared_with_unknown_is_open():
    test = tree.Compare(tree.Number(Fraction(3)), (("=", tree.Word("unknown", tree.ANY)),))

    assert reader().condition(test, At()) == OPEN


def test_records_stand_only_inside_a_fold():
    with pytest.raises(TypeError):
        reader().value(tree.Rows("register", "events"), At())
    with pytest.raises(TypeError):
        reader().condition(tree.Number(Fraction(1)), At())


def test_a_fold_is_compiled_once_for_each_place():
    read = reader()
    fold = tree.Fold("count", tree.Rows("register", "events"), None, tree.NUMBER)

    assert read.value(fold, At()) is read.value(fold, At())
    assert len(read.folds) == 1
