"""Running a compiled scheme over facts in plain Python: values of every subject, ranks, places."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.expressions import E
from xingping.rating.compile.outputs import Bound, Key, Quotient
from xingping.rating.compiled import Compiled, rank_columns
from xingping.rating.facts import Facts
from xingping.rating.outcome import Range
from xingping.rating.ranking import Place, Standing, places

OPEN = 1 << 61  # beyond this a bound is open


@dataclass(slots=True)
class Run:
    """Values by subject, in the order of ``facts.subjects``; ``ranks``: id -> places."""

    compiled: Compiled
    facts: Facts
    columns: dict[str, Sequence[Any]] = field(default_factory=dict)
    values: list[list[Any]] = field(default_factory=list)
    ranks: dict[str, list[Place]] = field(default_factory=dict)

    @property
    def scheme(self) -> Scheme:
        """The scheme rated by."""
        return self.compiled.setting.scheme

    def get(self, subject: int, e: E) -> Any:  # noqa: ANN401 -- a number or a truth
        """The value of one expression for one subject."""
        if e.op in {"int", "bool"}:
            return e.args[0]
        return self.values[subject][self.compiled.program.slots[e]]

    def cond(self, subject: int, condition: Cond) -> tuple[bool, bool]:
        """Whether a condition certainly, and possibly, holds."""
        return bool(self.get(subject, condition.lo)), bool(self.get(subject, condition.hi))

    def range(self, subject: int, bound: Bound) -> Range:
        """A number's bounds."""
        lo, hi = self.get(subject, bound.lo), self.get(subject, bound.hi)
        return Range(
            None if lo < -OPEN else Fraction(lo, bound.den),
            None if hi > OPEN else Fraction(hi, bound.den),
        )

    def tie(self, subject: int, key: Key) -> Fraction | None:
        """A tie-breaker's value, if known."""
        if isinstance(key, Quotient):
            if not self.get(subject, key.known):
                return None
            return Fraction(self.get(subject, key.top), self.get(subject, key.bottom))
        return self.range(subject, key).known

    def ends(self, subject: int, key: Key) -> tuple[int, int]:
        """Both ends of what a rank is by, a rounded number."""
        if isinstance(key, Quotient):
            msg = "a rank is by a rounded number"
            raise TypeError(msg)
        return self.get(subject, key.lo), self.get(subject, key.hi)

    @property
    def count(self) -> int:
        """How many subjects there are."""
        return len(self.facts.subjects)

    def groups(self, within: str) -> Sequence[Hashable]:
        """The group of each subject: what it has in the field, or one for all."""
        if within == "all":
            return [""] * len(self.facts.subjects)
        return ["" if v is None else v for v in self.facts.own(within)]

    def work(self) -> None:
        """Work out all that does not rest on the stars."""
        self.stage(0)
        for stage, names in enumerate(self.compiled.rank_order, start=1):
            for name in names:
                self.rank(name)
            self.stage(stage)

    def stage(self, number: int) -> None:
        """Work out a stage for all subjects."""
        program = self.compiled.program
        if not program.stages[number]:
            return
        work = self.compiled.function(number)
        empty: list[Any] = [None] * len(self.values)
        columns = list(
            zip(*(self.columns.get(name, empty) for name in program.columns), strict=True)
        )
        own = list(zip(*(self.facts.own(name) for name in program.own), strict=True))
        rows = list(zip(*(_rows(self, i) for i in range(len(program.fields))), strict=True))
        nothing: Sequence[Any] = ()
        for i, values in enumerate(self.values):
            values.extend(
                work(
                    columns[i] if columns else nothing,
                    own[i] if own else nothing,
                    rows[i] if rows else nothing,
                    values,
                )
            )

    def rank(self, name: str) -> None:
        """Work out a rank of all subjects."""
        keys = self.compiled.outputs.ranks[name]
        rank = self.scheme.ranks[name]
        groups = self.groups(rank.within)
        first, *breakers = keys
        standings = []
        for i in range(len(self.values)):
            out, perhaps = self.cond(i, self.compiled.outputs.unranked)
            lo, hi = self.ends(i, first)
            ties = tuple(self.tie(i, key) for key in breakers)
            standings.append(Standing(lo, hi, out, perhaps, groups[i], ties))
        found = places(standings, rank.ties)
        self.ranks[name] = found
        best, worst, low, high = rank_columns(name)
        self.columns[best] = [p.best or 0 for p in found]
        self.columns[worst] = [p.worst or 0 for p in found]
        self.columns[low] = [p.ranked_low for p in found]
        self.columns[high] = [p.ranked_high for p in found]


def run(compiled: Compiled, facts: Facts) -> Run:
    """Work out the stages one after another, with the ranks between them."""
    one = Run(compiled, facts)
    one.values = [[] for _ in range(one.count)]
    _base_columns(one)
    one.work()
    return one


def finish(one: Run, stars: Sequence[tuple[int, int]]) -> None:
    """The last stage, once the stars of all are settled."""
    one.columns["stars low"] = [low for low, _ in stars]
    one.columns["stars high"] = [high for _, high in stars]
    one.stage(len(one.compiled.program.stages) - 1)


def _base_columns(one: Run) -> None:
    late = {name for names in one.compiled.program.arrive for name in names}
    for name in one.compiled.program.columns:
        if name not in late:
            one.columns[name] = base_column(name, one.compiled, one.facts)


def base_column(name: str, compiled: Compiled, facts: Facts) -> Sequence[Any]:
    """A column that rests on the records alone: what was kept, what others have, how many there are."""
    what, _, rest = name.partition(" ")
    setting = compiled.setting
    if what == "kept":
        register, year, *link = rest.split(" ")
        return facts.kept_by(register, int(year), *link)
    if what == "shared":
        within = committee_field(setting.scheme)
        groups = [""] * len(facts.subjects) if within == "all" else facts.own(within)
        return facts.shared(rest, setting.year, groups)
    if what == "today":
        return [setting.on] * len(facts.subjects)
    return [len(facts.subjects)] * len(facts.subjects)


def committee_field(scheme: Scheme) -> str:
    """The field that parts the subjects into committees: that of the first rank."""
    return next((rank.within for rank in scheme.ranks.values()), "all")


def _rows(one: Run, index: int) -> Sequence[Any]:
    key = f"rows {index}"
    if key not in one.columns:
        row_set = list(one.compiled.program.fields)[index]
        one.columns[key] = one.facts.rows(row_set, one.compiled.program.fields[row_set])
    return one.columns[key]
