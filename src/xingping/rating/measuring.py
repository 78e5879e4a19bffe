"""What was found for each part of a rule, for one subject: values, records, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.language.tree import Kind, Node
from xingping.policy.sentences.measured import Bounds, Measured, Missing, Value
from xingping.policy.sentences.walk import children, kind_of
from xingping.rating.compile import operators as x
from xingping.rating.compile.asking import fold_of
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.expressions import E
from xingping.rating.compile.outputs import Quotient, ends, output
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Sym
from xingping.rating.compile.values import Value as Compiled
from xingping.rating.lens import Lens
from xingping.rating.tracing import Traced, trace

Facts = dict[Node, Measured]


@dataclass(frozen=True, slots=True)
class Seen:
    """A node of a rule with its compiled value, before it is worked out."""

    node: Node
    value: Compiled
    fold: tree.Fold | None


def nodes_of(node: Node, at: At, lens: Lens) -> Iterator[Seen]:
    """The folds, names and conditions of a rule that its sentence tells, with their values."""
    reader = lens.compiled.whole.reader
    if isinstance(node, tree.Fold):
        register = node.rows.source == "register"
        yield Seen(node, reader.value(node, at), node if register else None)
        return
    if isinstance(node, tree.Asked):
        yield Seen(node, reader.value(node, at), fold_of(node))
        return
    if isinstance(node, tree.Ref | tree.Field):
        yield Seen(node, reader.value(node, at), None)
        return
    if kind_of(node) is Kind.YES and not isinstance(node, tree.Word):
        yield Seen(node, reader.value(node, at), None)
    for child in children(node):
        if not isinstance(child, tree.Number | tree.Word | tree.Rows):
            yield from nodes_of(child, at, lens)


def expressions(seen: list[Seen]) -> list[E]:
    """All that has to be worked out for these nodes."""
    return [e for one in seen if not isinstance(one.value, Sym) for e in ends(output(one.value))]


def measured(seen: list[Seen], at: At, lens: Lens) -> Facts:
    """The facts of a rule; `expressions` of all rules may be worked out together before."""
    lens.look(expressions(seen))
    facts: Facts = {}
    for one in seen:
        value = _value(one, lens)
        traced = _traced(one, at, lens)
        broken = value is False
        missing = _missing(one, traced) if not _known(value) else _ahead(one, traced)
        rows = traced.shown(one.fold, broken=broken) if traced and one.fold else ()
        facts[one.node] = Measured(one.node, value, rows, missing)
    return facts


def _ahead(one: Seen, traced: Traced | None) -> tuple[Missing, ...]:
    """What lies ahead and is not settled by what else is known of an *every*."""
    if traced is None or one.fold is None or one.fold.fold != "every" or not traced.ahead:
        return ()
    return (Missing("ahead", one.fold.rows.name, count=traced.ahead),)


def _known(value: Value) -> bool:
    return value is not None and not isinstance(value, Bounds)


def _value(one: Seen, lens: Lens) -> Value:
    found = one.value
    if isinstance(found, Sym):
        return found.word or None
    if isinstance(found, Cond):
        low, high = lens.cond(found)
        return True if low else None if high else False
    out = output(found)
    if isinstance(out, Quotient):
        known = lens.get(out.known)
        return Fraction(lens.get(out.top), lens.get(out.bottom)) if known else None
    if isinstance(out, Cond):
        return None
    if _certainly_none(one, lens):
        return None
    bounds = lens.range(out)
    if bounds.known is None:
        return Bounds(bounds.low, bounds.high)
    if kind_of(one.node) is Kind.DAY:
        return date.fromordinal(int(bounds.known))
    return bounds.known


def _certainly_none(one: Seen, lens: Lens) -> bool:
    """Whether the value is *none*: who has no rank."""
    none = getattr(one.value, "none", None)
    return isinstance(none, Cond) and none.lo is not x.FALSE and lens.cond(none)[0]


def _traced(one: Seen, at: At, lens: Lens) -> Traced | None:
    if one.fold is None or at.pieces is not None:
        return None
    return trace(one.fold, at, lens)


def _missing(one: Seen, traced: Traced | None) -> tuple[Missing, ...]:
    node = one.node
    if isinstance(node, tree.Ref):
        return (Missing("others"),) if node.what == "rank" else ()
    if traced is None or one.fold is None:
        return ()
    register = one.fold.rows.name
    found = [Missing("not_kept", register, year=year) for year in traced.years_not_kept]
    if isinstance(node, tree.Asked) and not traced.rows:
        judged = node.what == "judged"
        return (*found, Missing("no_finding" if judged else "no_points", register, item=node.item))
    found += [Missing("empty", register, field=f, count=n) for f, n in traced.empty.items()]
    if traced.ahead:
        found.append(Missing("ahead", register, count=traced.ahead))
    if not found and traced.short > 1:
        found.append(Missing("too_few", register, count=traced.short))
    if not found and not traced.rows:
        found.append(Missing("no_record", register))
    if not found and one.fold.fold in {"last", "first"}:
        found.append(Missing("differ", register))
    return tuple(found)
