"""Comparisons of sums over one register, counted row by row: what a row adds to one side it may
add to the other, within the row's own limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tests.oracle import evaluate, folds, rows, values
from tests.oracle.fill import completions
from tests.oracle.values import OPEN, Num, exactly
from xingping.policy.language.tree import NUMBER, Arith, Fold, Logic, Number


@dataclass(frozen=True, slots=True)
class Term:
    """``times`` a fold, or a node of any other kind."""

    times: Fraction
    node: object

    @property
    def counts(self):
        """Whether it is a count or sum of records, which may be taken row by row."""
        node = self.node
        plain = isinstance(node, Fold) and node.fold in ("count", "sum")
        return plain and node.rows.source == "register" and node.rows.needing is None


def difference(left, right, here):
    """Bounds of ``left - right`` (cross-multiplied); OPEN; or None where nothing is shared."""
    top, bottom = _fraction(left)
    against, under = _fraction(right)
    if bottom is None and under is None:
        terms = [*terms_of(top), *_scaled(terms_of(against), Fraction(-1))]
        return _bounds(terms, here) if _shared(terms) else None
    if bottom is not None and under is not None:
        return None
    if bottom is None:
        flipped = difference(right, left, here)
        return values.negative(flipped) if isinstance(flipped, Num) else flipped
    return _over(top, bottom, against, here)


def _over(top, bottom, against, here):
    """``top / bottom - against`` as ``top - against * bottom``, if the bottom is over 0."""
    line = evaluate.evaluate(against, here)
    if not line.exact:
        return None
    below = evaluate.evaluate(bottom, here)
    terms = [*terms_of(top), *_scaled(terms_of(bottom), -line.low)]
    folded = [term for term in terms if term.counts]
    if not all(rows.listed(term.node.rows, here)[1] for term in folded):
        return OPEN  # a share in a year not kept
    if below.none:
        return None
    if below.low is None or below.low <= 0:
        return OPEN
    return _bounds(terms, here)


def _fraction(node):
    """The two sides of a division by something that is no constant; a mean or share is one too."""
    if isinstance(node, Fold) and node.rows.source == "register":
        return _folded(node)
    if isinstance(node, Arith) and node.left is not None:
        if node.op == "/" and not isinstance(node.right, Number):
            return node.left, node.right
        if node.op == "*":
            return _times(node)
    return node, None


def _folded(node):
    every = replace(node, fold="count", of=None, type=NUMBER)
    if node.fold == "mean":
        return replace(node, fold="sum", type=NUMBER), every
    if node.fold == "share":
        return replace(every, rows=_those(node.rows, node.of)), every
    return node, None


def _times(node):
    for one, other in ((node.left, node.right), (node.right, node.left)):
        top, bottom = _fraction(other)
        if bottom is not None and isinstance(one, Number):
            return Arith("*", one, top, one.type), bottom
    return node, None


def _those(over, of):
    """The rows that also meet ``of``."""
    return replace(over, where=of if over.where is None else Logic("and", (over.where, of)))


def terms_of(node):
    """A number as a sum of terms."""
    if not isinstance(node, Arith):
        return [Term(Fraction(1), node)]
    right = terms_of(node.right)
    if node.left is None:
        return _scaled(right, Fraction(-1))
    if node.op in "+-":
        return [*terms_of(node.left), *_scaled(right, Fraction(1 if node.op == "+" else -1))]
    if isinstance(node.right, Number) and (node.op == "*" or node.right.value > 0):
        by = node.right.value if node.op == "*" else 1 / node.right.value
        return _scaled(terms_of(node.left), by)
    if isinstance(node.left, Number) and node.op == "*":
        return _scaled(right, node.left.value)
    return [Term(Fraction(1), node)]


def _scaled(terms, by):
    return [replace(term, times=term.times * by) for term in terms]


def _groups(terms):
    found = {}
    for term in terms:
        if term.counts:
            found.setdefault((term.node.rows.name, term.node.rows.link), []).append(term)
    return found


def _shared(terms):
    return any(len(group) > 1 for group in _groups(terms).values())


def _bounds(terms, here):
    total = exactly(0)
    for group in _groups(terms).values():
        total = values.plus(total, _together(group, here))
    for term in terms:
        if not term.counts:
            value = evaluate.evaluate(term.node, here)
            if value.none:
                return OPEN
            total = values.plus(total, values.product(value, exactly(term.times)))
    return total


def _together(group, here):
    """Bounds of the terms over one register, each record counted once for all of them."""
    members, records, total, whole = [], {}, exactly(0), True
    for term in group:
        listed, complete = rows.listed(term.node.rows, here)
        members.append((term, {row.key for row in listed}))
        records.update({row.key: row for row in listed})
        whole = whole and complete
    for term in [] if whole else group:  # two counts, one in a year not kept, do not compare
        total = values.plus(total, _unseen(term, here))
    for row in records.values():
        mine = [term for term, keys in members if row.key in keys]
        total = values.plus(total, _row(mine, row, here))
    return total


def _row(terms, row, here):
    rules = [node for t in terms for node in (t.node.rows.where, t.node.of) if node is not None]
    outcomes = [
        _sum([_belonging(same, here.within(full)) for same in _alike(terms)])
        for full in completions(row, rules, here.world)
    ]
    low, high = values.span(outcomes)
    if not row.sure:
        return values.either(Num(low, high), exactly(0))
    return Num(low, high)


def _sum(parts):
    total = exactly(0)
    for part in parts:
        total = values.plus(total, part)
    return total


def _alike(terms):
    """The terms in lists that ask the same of a record."""
    found = {}
    for term in terms:
        found.setdefault(term.node.rows.where, []).append(term)
    return list(found.values())


def _belonging(terms, here):
    """What a record adds to terms that ask the same of it: to all of them or to none."""
    where = terms[0].node.rows.where
    belongs = values.TRUE if where is None else evaluate.condition(where, here)
    if not belongs.possible:
        return exactly(0)
    total = _sum([_contribution(term, here) for term in terms])
    return total if belongs.certain else values.either(total, exactly(0))


def _contribution(term, here):
    of = term.node.of
    value = exactly(1) if of is None else evaluate.evaluate(of, here)
    value = exactly(0) if value.none else Num(value.low, value.high)
    return values.product(value, exactly(term.times))


def _unseen(term, here):
    """Any number of records of which nothing is known."""
    low, high = values.ends(folds.free(term.node, here))
    one = values.product(values.bounded(min(low, 0), max(high, 0)), exactly(term.times))
    low, high = one.low, one.high
    return Num(Fraction(0) if low == 0 else None, Fraction(0) if high == 0 else None)
