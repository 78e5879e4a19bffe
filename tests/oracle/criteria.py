"""Criteria: points made of lines, and the highest level met."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle import evaluate, references, values
from tests.oracle.values import OPEN, Cond, Num, exactly
from xingping.policy.language.tree import Asked


def part(here, name):
    """A value of the criterion at hand: number, worth, points, met, passed, or a helper."""
    world, criterion = here.world, here.criterion
    key = ("criterion", here.subject, criterion.id, name, here.period)
    if key not in world.memo:
        world.memo[key] = _part(here, criterion, name)
    return world.memo[key]


def _part(here, criterion, name):
    if name == "number":
        number = criterion.id
        return exactly(int(number)) if number.isdigit() else values.Words(frozenset([number]))
    if name == "worth":
        return exactly(criterion.worth) if criterion.worth is not None else Num()
    if name in ("points", ""):
        return points(here)
    if name == "met":
        return met(here)
    if name == "passed":
        return passed(here)
    helper = here.world.scheme.every.helpers[name]
    value = evaluate.evaluate(helper.rule.tree, here)
    if helper.high is None or not isinstance(value, Num):
        return value
    return values.clamp(value, 0, evaluate.evaluate(helper.high.tree, here).low)


def has_points(scheme, criterion):
    """Whether the criterion earns points at all."""
    if criterion.lines or criterion.points is not None:
        return True
    return scheme.every.points is not None and (
        criterion.worth is not None or not criterion.standards
    )


def points(here):
    scheme, criterion = here.world.scheme, here.criterion
    if not has_points(scheme, criterion):
        return exactly(0)
    if criterion.lines:
        return values.clamp(_of_lines(here), criterion.low, criterion.high)
    rule = criterion.points or scheme.every.points
    total = values.plus(exactly(criterion.base), evaluate.evaluate(rule.tree, here))
    return values.clamp(_unmarked(total), criterion.low, criterion.high)


def _of_lines(here):
    criterion = here.criterion
    if criterion.rescale is not None:
        return _rescaled(here)
    total = exactly(criterion.base)
    for each in criterion.lines.values():
        total = values.plus(total, line(here, each))
    return total


def line(here, each):
    """The points of one line, within its own min and max."""
    if here.criterion.rescale is not None and isinstance(each.rule.tree, Asked):
        shown = references.options(each.rule.tree, here)
        if shown == [None]:
            return exactly(0)
    return values.clamp(_unmarked(evaluate.evaluate(each.rule.tree, here)), each.low, each.high)


def _unmarked(value):
    """Points for which there is no record are points not known."""
    return Num(value.low, value.high)


def _rescaled(here):
    """What was earned over what applies, of the whole, rounded to the step; every way it may be."""
    criterion = here.criterion
    trees = [each.rule.tree for each in criterion.lines.values()]
    best = [max(worth for _, worth in tree.options if worth is not None) for tree in trees]
    ways = [(Fraction(0), Fraction(0))]
    for tree, most in zip(trees, best, strict=True):
        ways = [
            (got, out) if worth is None else (got + worth, out + most)
            for got, out in ways
            for worth in references.options(tree, here)
        ]
    totals = [
        values.half_up(got / out * sum(best), criterion.rescale) if out else Fraction(0)
        for got, out in ways
    ]
    return Num(min(totals), max(totals))


def verdict(here, level):
    """Whether the criterion holds at one level, the lower ones included where levels nest."""
    criterion, scheme = here.criterion, here.world.scheme
    result = values.TRUE
    for each in scheme.levels:
        standard = criterion.standards.get(each.id)
        if standard is not None and (each.id == level or scheme.nested):
            for rule in (*standard.require, *([standard.asked] if standard.asked else [])):
                result = evaluate.both(result, evaluate.condition(rule.tree, here))
        if each.id == level:
            break
    return result


def verdicts(here):
    """Level id -> verdict, for every level at which the criterion has a standard."""
    known = here.criterion.standards
    return {
        level.id: verdict(here, level.id) for level in here.world.scheme.levels if level.id in known
    }


def met(here):
    """The highest level met: certainly, and possibly (0 where none is)."""
    value = {level.id: level.value for level in here.world.scheme.levels}
    found = verdicts(here)
    low = max((value[i] for i, v in found.items() if v.certain), default=0)
    high = max((value[i] for i, v in found.items() if v.possible), default=0)
    return Num(Fraction(low), Fraction(high))


def passed(here):
    """The criterion's own pass rule, else whether any of its levels is met."""
    rule = here.criterion.passed
    if rule is not None:
        return evaluate.condition(rule.tree, here)
    found = list(verdicts(here).values())
    if not found:
        return OPEN
    return Cond(any(v.certain for v in found), any(v.possible for v in found))
