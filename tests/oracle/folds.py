"""Folds: one value from many rows, some of which may not be there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tests.oracle import days, evaluate, rows, values
from tests.oracle.values import MAYBE, NO, SURE, Cond, Num, exactly
from tests.oracle.world import Row
from xingping.policy.language.tree import Kind


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a fold: where it is read, whether it certainly belongs, and when it was."""

    here: object
    sure: bool
    day: float = 0
    dated: bool = True


def fold(node, here):
    """The value of a fold; with fewer rows than `needing` asks for it is not known."""
    items, whole = gather(node.rows, here)
    if node.rows.needing is not None:
        needed = evaluate.evaluate(node.rows.needing, here)
        enough = needed.high is not None and sum(i.sure for i in items) >= needed.high
        if not enough:
            return _unknown(node, here, items)
    return FOLDS[node.fold](node, here, items, whole)


def _unknown(node, here, items):
    """Not known, though one yes is enough for `any` and one no enough for not `every`."""
    if node.fold == "any":
        met = _any(node, here, items, whole=False)
        return replace(met, possible=True)
    if node.fold == "every":
        return Cond(certain=False, possible=_every(node, here, items, whole=False).possible)
    value = free(node, here)
    return Num() if isinstance(value, Num) else replace(value, absent=NO)


def gather(over, here):
    """The items a fold runs over, narrowed by `where`, and whether that is certainly all."""
    if over.source == "criteria":
        found = [Item(here.of(c), sure=True) for c in here.world.scheme.criteria.values()]
        return _narrowed(over, found), True
    if over.source == "subjects":
        found = [Item(here.world.at(s), sure=True) for s in here.world.subjects]
        return _narrowed(over, found), True
    if over.source == "each":
        spans = days.pieces(*here.period, over.name, here.world.on)
        found = [Item(here.during(span), sure=True, day=span[0]) for span in spans]
        return _narrowed(over, found), True
    listed, whole = rows.listed(over, here)
    return _narrowed(over, [item_of(row, here) for row in listed]), whole


def item_of(row, here):
    day = row.day
    if day is None and row.years is not None and not row.register.date:
        day = row.years[0]
    return Item(here.within(row), row.sure, day or 0, dated=row.sure)


def _narrowed(over, items):
    if over.where is None:
        return items
    found = []
    for item in items:
        met = evaluate.condition(over.where, item.here)
        if met.possible:
            found.append(replace(item, sure=item.sure and met.certain))
    return found


def free(node, here):
    """The value of the folded expression for a record of which nothing is known."""
    if node.of is None:
        return exactly(1)
    if node.rows.source != "register":
        return Cond(certain=False, possible=True) if node.type.kind is Kind.YES else Num()
    return evaluate.evaluate(node.of, unseen(node, here))


def unseen(node, here):
    """Where a record is read of which nothing is known."""
    register = here.world.scheme.catalogue.registers[node.rows.name]
    return here.within(Row(register, (register.id, "free"), {}, free=True))


def read(node, items):
    return [(item, evaluate.evaluate(node.of, item.here)) for item in items]


def _count(node, here, items, whole):
    if node.of is not None:  # count(each month, condition), count(subjects, condition)
        met = [(item, evaluate.settled(value)) for item, value in read(node, items)]
        low = sum(item.sure and value.certain for item, value in met)
        high = sum(value.possible for _, value in met)
    else:
        low, high = sum(item.sure for item in items), len(items)
    return Num(Fraction(low), Fraction(high) if whole else None)


def _sum(node, here, items, whole):
    low, high = Fraction(0), Fraction(0)
    for item, value in read(node, items):
        below, above = values.ends(value)
        if not item.sure or value.none:
            below, above = min(below, 0), max(above, 0)
        if value.none == SURE:
            below = above = 0
        low, high = low + below, high + above
    if not whole:
        below, above = values.ends(free(node, here))
        low, high = (low + _endless(below, min), high + _endless(above, max))
    return values.bounded(low, high)


def _endless(end, choose):
    return choose(0, end) * float("inf") if choose(0, end) else 0


def _share(node, here, items, whole):
    """Known if every record is, and whether it passes: a ratio has no bounds."""
    met = [evaluate.settled(value) for _, value in read(node, items)]
    sure = whole and bool(items) and all(item.sure for item in items)
    if not sure or any(value.certain != value.possible for value in met):
        return Num(Fraction(0), Fraction(1), absent=_missing(items, whole) if whole else MAYBE)
    return exactly(Fraction(sum(value.certain for value in met), len(met)))


def _missing(items, whole):
    """Whether there is no record at all."""
    if any(item.sure for item in items):
        return NO
    return MAYBE if items or not whole else SURE


def _present(node, here, items, whole):
    """The values that are there, with their items; and whether there may be none of them."""
    found = [(item, value) for item, value in read(node, items) if value.none != SURE]
    firm = [replace(item, sure=item.sure and not v.none) for item, v in found]
    return found, firm, _missing(firm, whole)


def _mean(node, here, items, whole):
    """Known if every record and value is: a ratio has no bounds."""
    found, firm, missing = _present(node, here, items, whole)
    sure = whole and missing == NO and all(item.sure for item in firm)
    if not sure or not all(value.exact for _, value in found):
        return Num(absent=missing)
    return exactly(sum(value.low for _, value in found) / len(found))


def _every(node, here, items, whole):
    met = [(item, evaluate.settled(value)) for item, value in read(node, items)]
    return Cond(
        whole and all(value.certain for _, value in met),
        not any(item.sure and not value.possible for item, value in met),
    )


def _any(node, here, items, whole):
    met = [(item, evaluate.settled(value)) for item, value in read(node, items)]
    return Cond(
        any(item.sure and value.certain for item, value in met),
        not whole or any(value.possible for _, value in met),
    )


def _highest(node, here, items, whole):
    return _extreme(node, here, items, whole, max)


def _lowest(node, here, items, whole):
    return _extreme(node, here, items, whole, min)


def _extreme(node, here, items, whole, choose):
    found, firm, missing = _present(node, here, items, whole)
    widest = replace(free(node, here), absent=NO, none=NO)
    if missing == SURE:
        return values.perhaps(widest, widest, SURE)
    given = [values.ends(v) for _, v in found] + ([] if whole else [values.ends(widest)])
    lows, highs = zip(*given, strict=True)
    sure = [values.ends(v) for item, (_, v) in zip(firm, found, strict=True) if item.sure]
    if choose is max:
        low = max((end for end, _ in sure), default=min(lows))
        return values.perhaps(values.bounded(low, max(highs)), widest, missing)
    high = min((end for _, end in sure), default=max(highs))
    return values.perhaps(values.bounded(min(lows), high), widest, missing)


def _last(node, here, items, whole):
    return _at_end(node, here, items, whole, 1)


def _first(node, here, items, whole):
    return _at_end(node, here, items, whole, -1)


def _at_end(node, here, items, whole, way):
    """The value of the row at one end in time; of several that may be it, what they agree on."""
    missing = _missing(items, whole)
    widest = free(node, here)
    end = max((way * item.day for item in items if item.sure), default=float("-inf"))
    near = [item for item in items if not item.dated or way * item.day >= end]
    given = [evaluate.evaluate(node.of, item.here) for item in near]
    value = widest if missing == SURE or not whole else given[0]
    for other in given:
        value = values.either(value, other)
    if node.type.kind is Kind.RATIO and not value.exact:
        return Num(absent=missing, none=value.none)
    if isinstance(value, Num):
        return values.perhaps(value, widest, missing)
    return replace(value, absent=max(missing, value.absent))


def _longest(node, here, items, whole):
    low = high = run = may = 0
    for item, value in sorted(read(node, items), key=lambda each: each[0].day):
        met = evaluate.settled(value)
        run = run + 1 if item.sure and met.certain else 0
        may = may + 1 if met.possible else 0
        low, high = max(low, run), max(high, may)
    return Num(Fraction(low), Fraction(high) if whole else None)


FOLDS = {
    "count": _count,
    "sum": _sum,
    "mean": _mean,
    "share": _share,
    "every": _every,
    "any": _any,
    "highest": _highest,
    "lowest": _lowest,
    "first": _first,
    "last": _last,
    "longest": _longest,
}
