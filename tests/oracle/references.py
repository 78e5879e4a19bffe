"""Names: parameters, results, criteria, ranks, the scheme's own words; and what a reviewer decides."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle import criteria, evaluate, outcome, ranking, values
from tests.oracle.values import NO, OPEN, Num, Words, exactly
from xingping.policy.language.tree import (
    TEXT,
    Compare,
    Field,
    Fold,
    Kind,
    Rows,
    Word,
)


def level_value(scheme, word):
    return next(level.value for level in scheme.levels if level.id == word)


def look_up(node, here):
    """The value that a Ref names."""
    return REFERENCES[node.what](node, here)


def _parameter(node, here):
    world = here.world
    spec = world.scheme.parameters[node.name]
    raw = world.parameters.get(node.name, spec.default)
    if spec.type.kind in (Kind.NUMBER, Kind.RATIO, Kind.LEVEL):
        return Num() if raw is None else exactly(Fraction(str(raw)))
    return Words(None if raw is None else frozenset([str(raw)]))


def _result(node, here):
    return outcome.result(here, node.name)


def _rank(node, here):
    if node.part == "ranked":
        return ranking.ranked(here, node.name)
    return ranking.rank(here, node.name)


def _criterion(node, here):
    return criteria.part(here.of(here.world.scheme.criteria[node.name]), node.part)


def _own(node, here):
    return criteria.part(here, node.name)


def _system(node, here):
    world = here.world
    if node.name == "year":
        return exactly(world.year)
    if node.name == "campaign_year":
        first = world.parameters.get("first_year")
        return Num() if first is None else exactly(world.year - int(str(first)) + 1)
    if node.name in ("all", "rated", "eligible"):
        return exactly(len(world.subjects) if world.count is None else world.count)
    return {"band": outcome.band, "standards": outcome.standards, "stars": outcome.stars}[
        node.name
    ](here)


REFERENCES = {
    "parameter": _parameter,
    "result": _result,
    "rank": _rank,
    "criterion": _criterion,
    "own": _own,
    "system": _system,
}


def _recorded(here, register, column, item, read):
    """The last cell ``read`` of the rows whose ``column`` is ``item``."""
    catalogue = here.world.scheme.catalogue.registers[register]
    column_type, read_type = catalogue.fields[column].type, catalogue.fields[read].type
    is_item = Compare(Field(register, column, column_type), (("=", Word(item, TEXT)),))
    rows = Rows("register", register, where=is_item)
    found = Fold("last", rows, Field(register, read, read_type), read_type)
    return evaluate.evaluate(found, here)


def asked(node, here):
    """A finding of at least a level; points given within a range; an option chosen."""
    if node.what == "judged":
        level = _recorded(here, "findings", "criterion", node.item, "level")
        needed = level_value(here.world.scheme, node.level)
        known = not level.absent and level.low is not None and level.low == level.high
        return (values.TRUE if level.low >= needed else values.FALSE) if known else OPEN
    if node.what == "assessed":
        given = _recorded(here, "points", "item", node.item, "points")
        return given if given.exact else Num(node.low, node.high)
    points = [worth for worth in options(node, here) if worth is not None] or [Fraction(0)]
    low = min(points)
    if any(worth is None for worth in options(node, here)):
        low = min(low, Fraction(0))
    return Num(low, max(points))


def options(node, here):
    """The points of every option that may be the chosen one; None does not apply."""
    chosen = _recorded(here, "points", "item", node.item, "choice")
    if isinstance(chosen, Words) and chosen.absent == NO and not chosen.none and chosen.may:
        titles = {title.split(" | ")[0]: worth for title, worth in node.options}
        return [titles[word] for word in sorted(chosen.may) if word in titles]
    return [worth for _, worth in node.options]
