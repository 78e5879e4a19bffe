"""The world says of fixed facts what the engine says of them."""

import random
from datetime import date
from pathlib import Path

import pytest
import z3

from tests.doctor.world.fixing import Complete, disputed, fixed
from tests.oracle.random_rules import small_scheme, with_rules, write
from xingping.doctor.world.free import ON, YEAR
from xingping.doctor.world.proving import Case, Impossible, prove
from xingping.doctor.world.world import Truth, World
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.rating.outcome import Range
from xingping.rating.rate import rate

POLICIES = Path(__file__).parents[2] / "policies"
FOLDERS = [*list_builtin(), *sorted(str(path.parent) for path in POLICIES.glob("*/scheme.nt"))]
RULES, SEEDS = 6, 20
LINKED, GROUP = " of owner", "rank"


def drawn(seed):
    """A scheme with random rules, complete records of two subjects, and their ratings."""
    chance = random.Random(seed)
    rules = [rule for rule in write(chance, RULES) if LINKED not in rule[0]]
    scheme = with_rules(rules)
    records = Complete(scheme, chance, YEAR, ON).records(2)
    rated = rate(scheme, records, year=YEAR, on=date.fromordinal(ON), engine="python")
    return scheme, [text for text, _ in rules], records, rated


def said(world, name, found):
    """That the world gives a result as the engine does."""
    value = world.result(name)
    if isinstance(value, Truth):
        certain, possible = {
            "met": (True, True),
            "not_met": (False, False),
            "not_yet_known": (False, True),
        }[found]
        return z3.And(value.certain == certain, value.possible == possible)
    assert isinstance(found, Range)
    if isinstance(value.den, z3.ExprRef):
        if found.low is None:
            return z3.Not(value.there)
        exact = value.low * found.low.denominator == value.den * found.low.numerator
        return z3.And(value.there, exact)
    ends = [(value.low, found.low), (value.high, found.high)]
    return z3.And(*(term == int(end * value.den) for term, end in ends if end is not None))


def test_what_the_engine_says_of_records_holds_in_the_world_of_their_counts():
    asked = opaque = exact = 0

    for seed in range(SEEDS):
        scheme, texts, records, rated = drawn(seed)
        for rating in rated:
            for number, text in enumerate(texts):
                world = World(scheme)
                claim = said(world, f"r{number}", rating.results[f"r{number}"])
                if disputed(world, records, rating.subject):
                    continue
                facts = fixed(world, records, rating.subject)
                if "rank" in world.columns and rating.rank is not None:
                    facts += [world.rank("rank") == rating.rank, world.ranked("rank") >= 1]
                asked += 1
                opaque += bool(world.opaque)
                answer = prove(world, [*facts, claim])
                assert not isinstance(answer, Impossible), (seed, rating.subject, text)
                exact += isinstance(prove(world, [*facts, z3.Not(claim)]), Impossible)

    assert asked > 150
    assert opaque < asked // 10
    assert exact > asked * 2 // 3


def everything(scheme):
    """Every rule of one subject, read into a world."""
    world = World(scheme)
    for criterion in scheme.criteria.values():
        world.points(criterion.id)
        for level in criterion.standards:
            world.standard(criterion.id, level)
            world.standard(criterion.id, level, alone=True)
    for name in scheme.results:
        world.result(name)
    for name in scheme.ranks:
        world.rank_keys(name)
    for name in scheme.vetoes:
        world.veto(name)
    for act in scheme.acts.values():
        world.holds(act.when.tree)
    for pay in scheme.pays.values():
        world.number(pay.rule.tree)
    world.band(), world.standards(), world.stars(), world.exempt(), world.not_rated()
    return world


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: Path(folder).name)
def test_every_rule_of_every_folder_has_a_world_in_which_records_can_be(folder):
    world = everything(load_scheme(folder))

    assert isinstance(prove(world, []), Case)


def test_only_days_and_weeks_of_a_year_are_too_many_to_tell_apart():
    opaque = {Path(folder).name: everything(load_scheme(folder)).opaque for folder in FOLDERS}

    assert {why for found in opaque.values() for why in found} == {"sum over day", "sum over week"}


def test_worlds_of_one_season_share_parameters_and_nothing_else():
    scheme = load_scheme("office-branches")
    one = World(scheme, name="a ")
    other = World(scheme, name="b ", shared=one)
    scores = [world.result("score") for world in (one, other)]

    apart = prove([one, other], [scores[0].low == 90, scores[1].low == 80])

    assert one.parameter("target_score") is other.parameter("target_score")
    assert isinstance(apart, Case)


def test_the_bounds_and_checks_of_parameters_hold():
    scheme = small_scheme()
    world = World(load_scheme("office-branches"))

    assert isinstance(prove(world, [world.parameter("target_score") > 10_000]), Impossible)
    assert isinstance(prove(World(scheme), []), Case)
