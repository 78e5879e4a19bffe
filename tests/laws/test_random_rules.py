"""Both compilers say what the plain evaluator says, of random rules over random records."""

import random
from collections import Counter
from datetime import date
from itertools import product

from tests.laws.effort import tries
from tests.laws.engine import ENGINES
from tests.laws.test_completions import rank_settled
from tests.oracle import outcome
from tests.oracle.completions import Completer
from tests.oracle.evaluate import settled
from tests.oracle.fields import emptiness
from tests.oracle.fill import nodes_in
from tests.oracle.random_records import Maker, days_of
from tests.oracle.random_rules import with_rules, write
from tests.oracle.values import NO, Cond
from tests.oracle.world import World
from xingping.policy.language import tree
from xingping.policy.language.tree import Asked, Ref, Rows
from xingping.rating.rate import rate

VERDICTS = {(True, True): "met", (False, False): "not_met", (False, True): "not_yet_known"}
NODES = (
    *(tree.Number, tree.Word, tree.Field, tree.Ref, tree.Rows, tree.Fold, tree.Arith),
    *(tree.Compare, tree.Logic, tree.Not, tree.OneOf, tree.If, tree.By, tree.Otherwise),
    *(tree.Call, tree.Asked),
)
SOURCES = ("empty cell", "year not kept", "still ahead", "no day", "not given")
RULES, SEEDS, YEAR = 8, 400, 2026


FEW = 200  # one value in so many may be bounded more or less closely, if every completion fits
WAYS = 5


def test_both_compilers_read_random_rules_as_the_plain_evaluator_does():
    met, compared, closer = Counter(), Counter(), Counter()

    for seed in range(SEEDS * (40 if tries(1).max_examples > 1 else 1)):
        chance = random.Random(seed)
        rules = write(chance, RULES)
        written, on = with_rules(rules), chance.choice(days_of(YEAR))
        records = Maker(written, chance, YEAR, on).records(chance.randint(1, 3))
        world = World(written, records, YEAR, on)
        for engine in ENGINES:
            found = rate(written, records, year=YEAR, on=date.fromordinal(on), engine=engine)
            for subject, (number, (text, _)) in product(world.subjects, enumerate(rules)):
                got = shown(found.of(subject).results[f"r{number}"])
                want = said(outcome.result(world.at(subject), f"r{number}"))
                compared[engine] += 1
                if got != want:
                    closer[engine] += 1
                    case = (written, (records, YEAR, on), subject, f"r{number}")
                    assert holds_in_completions(got, case), (engine, seed, subject, text, got, want)
        for number in range(RULES):
            met.update(meetings(world, f"r{number}"))

    assert all(closer[engine] * FEW <= compared[engine] for engine in ENGINES), closer
    missed = [(kind.__name__, s) for kind, s in product(NODES, SOURCES) if not met[kind, s]]
    assert missed == []


def holds_in_completions(got, case):
    """Whether what an engine says fits every way in which the unknown may turn out.

    The engine bounds a few values more closely than the plain evaluator (a record not there yet
    that no limit lets pass a filter), and a few less closely.
    """
    written, (records, year, on), subject, name = case
    if not rank_settled(World(written, records, year, on).at(subject)):
        return True
    for way in range(WAYS):
        full = Completer(written, records, year, on, random.Random(way)).complete()
        known = said(
            outcome.result(World(written, full, year, on, complete=True).at(subject), name)
        )
        if isinstance(got, str):
            fits = got in ("not_yet_known", known) or known == "not_yet_known"
        else:
            fits = known[0] != known[1] or within(known[0], got)
        if not fits:
            return False
    return True


def within(value, bounds):
    low, high = bounds
    return (low is None or low <= value) and (high is None or value <= high)


def said(value):
    """A value of the plain evaluator as the engine shows it."""
    if isinstance(value, Cond):
        value = settled(value)
        return VERDICTS[value.certain, value.possible]
    return (value.low, value.high)


def shown(value):
    return value if isinstance(value, str) else (value.low, value.high)


def meetings(world, name):
    """(node type, source of unknown) pairs that one result met."""
    nodes = list(closure(world.scheme, name))
    registers = {
        node.name for node in nodes if isinstance(node, Rows) and node.source == "register"
    }
    sources = {source for register in registers for source in unknowns(world, register)}
    if any(isinstance(node, Asked) for node in nodes) and not_given(world):
        sources.add("not given")
    return product({type(node) for node in nodes}, sources)


def closure(scheme, name, seen=()):
    """Every node of a result, and of what it names."""
    for node in nodes_in(scheme.results[name].rule.tree):
        yield node
        if not isinstance(node, Ref) or node.name in seen:
            continue
        more = (*seen, node.name)
        if node.what == "result":
            yield from closure(scheme, node.name, more)
        elif node.what != "parameter":  # criteria, or bands and ranks, which rest on them
            yield from nodes_in(
                [line.rule.tree for c in scheme.criteria.values() for line in c.lines.values()]
            )


def unknowns(world, name):
    """What is not known about a register."""
    rows = world.tables.get(name, [])
    register = world.scheme.catalogue.registers[name]
    if any(row.ahead for row in rows):
        yield "still ahead"
    if any(not row.sure for row in rows):
        yield "no day"
    for subject in world.subjects:
        if not world.is_kept(register, subject, *world.period):
            yield "year not kept"
    for row, spec in product(rows, register.fields.values()):
        if row.cells.get(spec.id) is None and emptiness(row, spec) == NO:
            yield "empty cell"


def not_given(world):
    given_ = {(r.cells["unit"], r.cells["item"]) for r in world.tables.get("points", [])}
    return any(
        (s, item) not in given_ for s in world.subjects for item in ("talk_given", "work_chosen")
    )
