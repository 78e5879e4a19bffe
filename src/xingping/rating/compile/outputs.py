"""What a rating gives for each subject, as expressions to be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.scheme.filling import moves
from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import Cond, sure
from xingping.rating.compile.expressions import BIG, E
from xingping.rating.compile.matching import Population
from xingping.rating.compile.place import At
from xingping.rating.compile.ratios import cross
from xingping.rating.compile.values import Num, Ratio, Sym, Value, constant
from xingping.rating.compile.whole import SUBJECT, Whole


@dataclass(frozen=True, slots=True)
class Bound:
    """A number as two expressions over ``den``; -BIG and BIG where it has no bound."""

    lo: E
    hi: E
    den: int = 1


@dataclass(frozen=True, slots=True)
class Quotient:
    """A ratio as two whole numbers, where ``known``."""

    known: E
    top: E
    bottom: E


Key = Bound | Quotient
Output = Bound | Quotient | Cond


def bound(n: Num) -> Bound:
    """Both ends of a number, open ends at -BIG and BIG."""
    lo = x.when(n.lo_open, x.num(-BIG), n.lo)
    hi = lo if n.exact else x.when(n.hi_open, x.num(BIG), n.hi)
    return Bound(lo, hi, n.den)


def output(value: Value) -> Output:
    """A value as what is worked out of it."""
    match value:
        case Cond():
            return value
        case Num():
            return bound(value)
        case Ratio():
            return Quotient(value.known, *cross(value))
        case Sym():
            return sure(x.TRUE)


@dataclass(slots=True)
class Outputs:
    """All that is worked out for a subject, by what it is called in a result.

    ``criteria``: criterion -> level -> whether it holds; ``items``: key -> points; ``ranks`` and
    ``quotas``: id -> the keys to order by; ``group``: id -> a condition over all subjects.
    """

    score: Bound | None = None
    band: Bound | None = None
    standards: Bound | None = None
    declared: Bound | None = None
    stars: Bound = field(default_factory=lambda: Bound(x.ZERO, x.ZERO))
    best: Bound | None = None
    worst: Bound | None = None
    bonus: Bound | None = None
    criteria: dict[str, dict[str, Cond]] = field(default_factory=dict)
    items: dict[str, Bound] = field(default_factory=dict)
    results: dict[str, Output] = field(default_factory=dict)
    vetoes: dict[str, Cond] = field(default_factory=dict)
    exempt: Cond = field(default_factory=lambda: sure(x.FALSE))
    not_rated: Cond = field(default_factory=lambda: sure(x.FALSE))
    unranked: Cond = field(default_factory=lambda: sure(x.FALSE))
    stopped: Cond = field(default_factory=lambda: sure(x.FALSE))
    banded: Cond = field(default_factory=lambda: sure(x.TRUE))
    ranks: dict[str, list[Key]] = field(default_factory=dict)
    quotas: dict[str, list[Key]] = field(default_factory=dict)
    of_quota: dict[str, Cond] = field(default_factory=dict)
    pays: dict[str, Output] = field(default_factory=dict)
    acts: dict[str, Cond] = field(default_factory=dict)
    group: dict[str, Cond] = field(default_factory=dict)

    def roots(self) -> Iterator[E]:
        """Every expression of a subject that has to be worked out."""
        for output_ in self.all():
            yield from ends(output_)
        for condition in self.group.values():
            for agg in population_aggs(condition):
                yield from agg.args[2:]

    def all(self) -> Iterator[Output]:
        """Every output of a subject."""
        alone = [self.score, self.band, self.standards, self.declared, self.bonus, self.stars]
        alone += [self.best, self.worst]
        yield from (one for one in alone if one is not None)
        yield from (self.exempt, self.not_rated, self.unranked, self.stopped, self.banded)
        for named in (self.items, self.results, self.vetoes, self.pays, self.acts, self.of_quota):
            yield from named.values()
        for listed in self.criteria.values():
            yield from listed.values()
        for keys in (*self.ranks.values(), *self.quotas.values()):
            yield from keys


def ends(output_: Output) -> tuple[E, ...]:
    """The expressions of one output."""
    if isinstance(output_, Quotient):
        return output_.known, output_.top, output_.bottom
    return output_.lo, output_.hi


def population_aggs(condition: Cond) -> list[E]:
    """The aggregates over all subjects in a condition."""
    nodes = x.walk([condition.lo, condition.hi])
    return [e for e in nodes if e.op == "agg" and isinstance(e.args[1], Population)]


def outputs_of(whole: Whole) -> Outputs:
    """The outputs of a whole scheme."""
    scheme, criteria, out = whole.scheme, whole.criteria, Outputs()
    out.results = {name: output(whole.result(name)) for name in scheme.results}
    score = out.results.get("score")
    out.score = score if isinstance(score, Bound) else None
    if scheme.bands:
        out.band = bound(whole.band())
    out.stars = bound(whole.stars())
    if scheme.has_standards:
        out.standards = bound(criteria.standards(SUBJECT))
        out.declared = _declared(whole)
    for criterion in scheme.criteria.values():
        _criterion(whole, criterion.id, out)
    out.vetoes = {name: whole.vetoed(name) for name in scheme.vetoes}
    _states(whole, out)
    out.ranks = {r.id: [_key(v) for v in whole.rank_keys(r)] for r in scheme.ranks.values()}
    if any(moves(scheme, quota) for quota in scheme.quotas.values()):
        levels = [Fraction(level.value) for level in scheme.levels]
        out.worst, out.best = (
            bound(whole.overruled(constant(end))) for end in (levels[0], levels[-1])
        )
    for quota in scheme.quotas.values():
        out.quotas[quota.id] = [_key(v) for v in whole.keys(quota.by)]
        if quota.of is not None:
            out.of_quota[quota.id] = whole.reader.condition(quota.of.tree, SUBJECT)
    for pay in scheme.pays.values():
        out.pays[pay.id] = output(whole.reader.value(pay.rule.tree, SUBJECT))
    out.acts = {a.id: whole.reader.condition(a.when.tree, SUBJECT) for a in scheme.acts.values()}
    out.group = {t.id: whole.group_rule(t.rule) for t in scheme.targets.values()}
    out.group |= {r.id: whole.group_rule(r.when) for r in scheme.reports.values()}
    return out


def _states(whole: Whole, out: Outputs) -> None:
    out.exempt, out.not_rated = whole.exempt(), whole.not_rated()
    out.unranked, out.stopped = whole.unranked(), whole.stopped()
    if whole.scheme.bands:
        out.banded = whole.banded()


def _key(value: Value) -> Key:
    found = output(value)
    if isinstance(found, Cond):
        return Bound(x.as_num(found.lo), x.as_num(found.hi))
    return found


def _criterion(whole: Whole, name: str, out: Outputs) -> None:
    criterion, criteria = whole.scheme.criteria[name], whole.criteria
    if criterion.standards:
        out.criteria[name] = {
            level.id: criteria.holds(name, level.id, SUBJECT)
            for level in whole.scheme.levels
            if level.id in criterion.standards
        }
    if not criteria.has_points(criterion):
        return
    points = criteria.points(name, SUBJECT)
    if criterion.bonus and isinstance(points, Num):
        out.bonus = bound(points)
    if criterion.by_line:
        at = At(criterion=name)
        out.items |= {k: bound(criteria.line(v, at)) for k, v in criterion.lines.items()}
    elif isinstance(points, Num):
        out.items[criterion.item] = bound(points)


def _declared(whole: Whole) -> Bound | None:
    """The level declared, if the scheme's catalogue knows declarations."""
    register = whole.scheme.catalogue.registers.get("declarations")
    if register is None:
        return None
    node = tree.Fold(
        "last",
        tree.Rows("register", "declarations"),
        tree.Field("declarations", "stars", tree.NUMBER),
        tree.NUMBER,
    )
    value, there = whole.reader.folded(node, SUBJECT)
    if not isinstance(value, Num) or value.maybe is None:
        return None
    raw = bound(value.maybe.value)
    none = x.num(-BIG)
    return Bound(x.when(there.lo, raw.lo, none), x.when(there.hi, raw.hi, none))
