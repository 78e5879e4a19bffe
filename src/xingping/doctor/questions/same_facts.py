"""The same record counted by two lines: one fact, two values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import z3

from xingping.doctor.finding import Finding, Witness
from xingping.doctor.scores.about import About
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.doctor.world.layout import late
from xingping.doctor.world.prototype import Prototype, Row
from xingping.doctor.world.proving import EFFORT
from xingping.doctor.world.smallest import Smallest
from xingping.doctor.world.telling import told
from xingping.doctor.world.terms import Space, of_row
from xingping.doctor.world.world import World
from xingping.doctor.world.writing import written_row
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion, Line
from xingping.policy.scheme.example import Example, Given
from xingping.policy.scheme.nodes import parts as under
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Num
from xingping.rating.examples.check import compare
from xingping.rating.examples.rows import ExampleFaultyError

TWICE = "same-fact-twice"
_MOST = 60  # pairs that are looked at


@dataclass(frozen=True, slots=True)
class _Counted:
    """A line, and a fold over records of a register that its points are made of."""

    criterion: Criterion
    line: Line
    fold: tree.Fold


def ask_same_facts(visit: Visit) -> Iterator[Finding]:
    """Registers of which one record moves the points of two lines; each register is told once."""
    pairs: dict[str, list[tuple[_Counted, _Counted]]] = {}
    for one, other in list(_pairs(visit.scheme))[:_MOST]:
        pairs.setdefault(one.fold.rows.name, []).append((one, other))
    for register, listed_pairs in pairs.items():
        found = [(pair, case) for pair in listed_pairs if (case := _both(visit, pair))]
        if found:
            yield _told(visit.scheme, register, found)


def _pairs(scheme: Scheme) -> Iterator[tuple[_Counted, _Counted]]:
    counted = [
        _Counted(criterion, line, fold)
        for criterion in scheme.criteria.values()
        for line in criterion.lines.values()
        for fold in _folds(line.rule.tree)
    ]
    seen: set[tuple[str, str, str]] = set()
    for one, other in combinations(counted, 2):
        key = (one.line.id, other.line.id, one.fold.rows.name)
        stated = set(one.line.assumes) & set(other.line.assumes)
        alike = (one.fold.rows.name, one.fold.rows.link, one.fold.rows.window) == (
            other.fold.rows.name,
            other.fold.rows.link,
            other.fold.rows.window,
        )
        if one.line.id != other.line.id and alike and not stated and key not in seen:
            seen.add(key)
            yield one, other


def _folds(node: tree.Node) -> Iterator[tree.Fold]:
    """Counts and sums of records that are points, not conditions."""
    waiting: list[object] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, tuple):
            waiting.extend(here)
        elif isinstance(here, tree.Fold) and here.rows.source == "register":
            if here.fold in {"count", "sum"}:
                yield here
        elif isinstance(here, tree.Fold):
            waiting.append(here.of)
        elif not isinstance(here, (tree.Compare, tree.Logic, tree.Not)):
            waiting.extend(under(here))


def _both(visit: Visit, pair: tuple[_Counted, _Counted]) -> Witness | None:
    """A single record that moves both lines: found by the solver, and rated by the engine."""
    world = World(visit.scheme)
    register = visit.scheme.catalogue.registers[pair[0].fold.rows.name]
    row = Row(Prototype(visit.scheme, register), "row")
    space = Space(of_row(row), world.gathering, world.space)
    one = z3.SimpleSolver()
    one.set("rlimit", EFFORT)
    for counted in pair:
        read = world.whole.reader.value(counted.fold, At(criterion=counted.criterion.id))
        if not isinstance(read, Num) or read.lo.op != "agg":
            return None
        _, _, where, value = read.lo.args
        one.add(space.term(where), space.term(value) != 0)
    one.add(*row.limits(), *world.facts)
    if one.check() != z3.sat:
        return None
    small = Smallest(one, one.model(), go_on=lambda: visit.left > 0)
    late(small, row, row.used)
    small.all_least(
        (row.number(name), row.prototype.ends[name][0])
        for name in row.used
        if name in row.prototype.ends and name != register.date
    )
    return _rated(visit.scheme, pair, {register.id: [written_row(row, row.used, small.model)]})


def _rated(scheme: Scheme, pair: tuple[_Counted, _Counted], given: Given) -> Witness | None:
    """The record as an example, where the engine gives both lines other points with it than without."""
    one, other = pair
    if one.criterion is other.criterion:
        criterion, asked = one.criterion.id, (one.line.id, other.line.id)
    else:
        criterion, asked = "", (one.criterion.id, other.criterion.id)
    with_it = _found(scheme, criterion, given, asked)
    without = _found(scheme, criterion, {}, asked)
    if with_it is None or without is None or any(with_it[n] == without[n] for n in asked):
        return None
    points = "、".join(with_it[name] for name in asked), " and ".join(with_it[n] for n in asked)
    title = Text(
        f"同一条记录两处都计：{points[0]}分", f"one record counts twice: {points[1]} points"
    )
    return Witness(
        title,
        Example(title, criterion, given, {}, with_it, Place("doctor")),
        told(scheme, given),
    )


def _found(
    scheme: Scheme, criterion: str, given: Given, asked: Sequence[str]
) -> dict[str, str] | None:
    example = Example(
        Text("", ""), criterion, given, {}, dict.fromkeys(asked, "0"), Place("doctor")
    )
    try:
        return {one.what: one.found for one in compare(scheme, example)}
    except (ExampleFaultyError, KeyError):
        return None


def _told(
    scheme: Scheme,
    register: str,
    found: Sequence[tuple[tuple[_Counted, _Counted], Witness]],
) -> Finding:
    title = scheme.catalogue.registers[register].title
    lines = list(dict.fromkeys(c.line.id for pair, _ in found for c in pair))
    counted = {c.line.id: c for pair, _ in found for c in pair}
    clauses = tuple(
        dict.fromkeys(
            clause
            for c in counted.values()
            for clause in (c.line.clause or c.criterion.clause).split()
        )
    )
    items = listed(Text(f"“{c.line.text.zh}”", f"'{c.line.text.en}'") for c in counted.values())
    where = cited(clauses)
    alike = any(one.fold.rows.where == other.fold.rows.where for (one, other), _ in found)
    about = About(TWICE, tuple(lines), clauses, found[0][0][1].line.at, "gap" if alike else "note")
    return about.made(
        Text(
            f"同一条{title.zh}可以同时按{items.zh}计分{where.zh}：一件事得两个分值，算一次还是两次没有写明。",
            f"one record of {title.en} can count for {items.en} at once{where.en}: one fact with two "
            "values, and whether it counts once or twice is not written.",
        ),
        (
            Text("只留一处，或写明就高计一次", "keep one of them, or let the higher one count"),
            Text("让两处的条件互相排除", "let the two conditions exclude each other"),
            Text(
                "写明各计各的（执行口径，由两个分项引用）",
                "state that both count: an assumption that both lines cite",
            ),
        ),
        found[0][1],
    )
