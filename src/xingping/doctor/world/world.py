"""One subject of a scheme as constraints: every fact known, on the last day of the year, none fixed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import z3

from xingping.doctor.deadline import keep_time
from xingping.doctor.world.free import CAMPAIGN, PARAMETER, YEAR, FreeWhole, free
from xingping.doctor.world.gathering import Gathering
from xingping.doctor.world.prototype import Prototype, Row
from xingping.doctor.world.terms import Space, of_row
from xingping.policy.language import tree
from xingping.policy.scheme.outcome import FIRST_YEAR, Parameter
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.expressions import E
from xingping.rating.compile.outputs import Bound, Quotient, output
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Num, Ratio
from xingping.rating.compile.values import Value as Read

COUNT = "count all"


@dataclass(frozen=True, slots=True)
class Truth:
    """A condition: ``certain`` it holds for certain, ``possible`` it may."""

    certain: z3.BoolRef
    possible: z3.BoolRef


@dataclass(frozen=True, slots=True)
class Value:
    """A number: ``low`` and ``high`` (one term where it is known) in units of 1 / ``den``.

    Of a ratio: ``low`` / ``den`` with a ``den`` that is a term, over 0 where ``there``. ``there``:
    whether it is known; where it is not, only the bounds hold.
    """

    low: z3.ArithRef
    high: z3.ArithRef
    den: int | z3.ArithRef
    there: z3.BoolRef

    @property
    def term(self) -> z3.ArithRef:
        """The lower bound as a real number."""
        den = self.den if isinstance(self.den, z3.ExprRef) else z3.IntVal(self.den)
        return z3.ToReal(self.low) / z3.ToReal(den)

    def at_least(self, bound: Fraction) -> z3.BoolRef:
        """Whether the value is certainly at least ``bound`` (without a division)."""
        reached = self.low * bound.denominator >= self.den * bound.numerator
        return z3.And(self.there, reached) if isinstance(self.den, z3.ExprRef) else reached

    def at_most(self, bound: Fraction) -> z3.BoolRef:
        """Whether the value is certainly at most ``bound``."""
        reached = self.high * bound.denominator <= self.den * bound.numerator
        return z3.And(self.there, reached) if isinstance(self.den, z3.ExprRef) else reached


class World:
    """One subject of ``scheme``.

    All facts are known: every register was kept, no cell is empty but where that says *none*,
    reviewers have decided, nothing lies ahead; parameters are anything within their bounds and
    checks. What is 'impossible' here is impossible of every such record (counts and sums of kinds
    allow for more than records do); a model may need a look by the engine (`witness`).

    ``name``: tells the variables of several subjects apart. ``shared``: a world of the same scheme
    whose parameters, year and number of subjects this one shares.
    """

    def __init__(self, scheme: Scheme, name: str = "", shared: World | None = None) -> None:
        self.scheme = scheme
        self.name = name
        self.whole: FreeWhole = shared.whole if shared else free(scheme)
        self.season: dict[str, z3.ExprRef] = shared.season if shared else {}
        self.season_facts: list[z3.BoolRef] = shared.season_facts if shared else []
        self.own = Row(Prototype(scheme, scheme.catalogue.registers[scheme.subject]), f"{name}own")
        self.gathering = Gathering(scheme, name)
        self.space = Space(self._leaf, self.gathering)
        self.columns: dict[str, z3.ExprRef] = {}
        self.column_facts: list[z3.BoolRef] = self.own.limits()
        self._cells = of_row(self.own)
        if shared is None:
            self._checks()

    @property
    def opaque(self) -> list[str]:
        """Parts that are free values: too many kinds, or nothing that kinds can count."""
        return self.gathering.opaque

    @property
    def facts(self) -> list[z3.BoolRef]:
        """What holds of this subject and the season, for all that has been asked about so far."""
        return [*self.season_facts, *self.column_facts, *self.gathering.constraints()]

    def truth(self, node: tree.Node, criterion: str = "") -> Truth:
        """A condition of the subject, read with ``criterion`` at hand."""
        return self._truth(self.whole.reader.condition(node, At(criterion=criterion)))

    def holds(self, node: tree.Node, criterion: str = "") -> z3.BoolRef:
        """Whether a condition certainly holds. (`truth` also has whether it may.)"""
        return self.truth(node, criterion).certain

    def number(self, node: tree.Node, criterion: str = "") -> Value:
        """A number or ratio. Raises TypeError for a condition or a word."""
        return self.value(self.whole.reader.value(node, At(criterion=criterion)))

    def standard(self, criterion: str, level: str, *, alone: bool = False) -> Truth:
        """Whether a criterion holds at a level; ``alone``: by what is asked of this level only."""
        criteria = self.whole.criteria
        if alone:
            return self._truth(criteria.own(self.scheme.criteria[criterion], level, At()))
        return self._truth(criteria.holds(criterion, level, At()))

    def points(self, criterion: str) -> Value:
        """The points of a criterion."""
        return self.value(self.whole.criteria.points(criterion, At()))

    def result(self, name: str) -> Value | Truth:
        """A named result."""
        found = self.whole.result(name)
        return self._truth(found) if isinstance(found, Cond) else self.value(found)

    def band(self) -> Value:
        """The value of the level whose band the score falls in."""
        return self.value(self.whole.band())

    def standards(self) -> Value:
        """The value of the highest level at which every criterion holds."""
        return self.value(self.whole.criteria.standards(At()))

    def stars(self) -> Value:
        """The value of the level before places are shared out."""
        return self.value(self.whole.stars())

    def veto(self, name: str) -> Truth:
        """Whether a veto holds."""
        return self._truth(self.whole.vetoed(name))

    def unranked(self) -> Truth:
        """Whether the subject has no rank: exempt, or under a veto that takes it out."""
        return self._truth(self.whole.unranked())

    def not_rated(self) -> Truth:
        """Whether the subject takes no part."""
        return self._truth(self.whole.not_rated())

    def exempt(self) -> Truth:
        """Whether the subject is exempt."""
        return self._truth(self.whole.exempt())

    def rank(self, name: str) -> z3.ArithRef:
        """The subject's rank: any whole number up to `ranked`; who orders subjects binds it."""
        return self._column(f"{name} best")

    def ranked(self, name: str) -> z3.ArithRef:
        """How many are ranked."""
        return self._column(f"{name} ranked low")

    def rank_keys(self, name: str) -> list[Value]:
        """What a rank orders by, best first."""
        return [self.value(found) for found in self.whole.rank_keys(self.scheme.ranks[name])]

    def parameter(self, name: str) -> z3.ArithRef:
        """A parameter of the season, in its steps."""
        return self._column(PARAMETER + name)

    def value(self, read: Read) -> Value:
        """A compiled number or ratio."""
        if not isinstance(read, Num | Ratio):
            raise TypeError(read)
        found = output(read)
        if isinstance(found, Quotient):
            top, bottom = self.term(found.top), self.term(found.bottom)
            return Value(top, top, bottom, self.term(found.known))
        if not isinstance(found, Bound):
            raise TypeError(found)
        low, high = self.term(found.lo), self.term(found.hi)
        return Value(low, high, found.den, z3.BoolVal(True) if low is high else low == high)  # noqa: FBT003 -- a constant

    def term(self, e: E) -> z3.ExprRef:
        """A compiled expression of the subject. Raises OutOfTimeError."""
        keep_time()
        return self.space.term(e)

    def _truth(self, condition: Cond) -> Truth:
        return Truth(self.term(condition.lo), self.term(condition.hi))

    def _leaf(self, e: E) -> z3.ExprRef:
        if e.op == "flag":
            return z3.BoolVal(True)  # noqa: FBT003 -- every register was kept
        return self._column(str(e.args[0])) if e.op == "col" else self._cells(e)

    def _column(self, name: str) -> z3.ExprRef:
        if name.startswith((PARAMETER, "count ")) or name == CAMPAIGN:
            return self._of_season(name)
        if name.endswith((" ranked low", " ranked high")):
            return self._own_column(name.rpartition(" ")[0], 0, None)
        if name.endswith((" best", " worst")):
            rank = name.rpartition(" ")[0]
            return self._own_column(rank, 1, self._column(f"{rank} ranked low"))
        levels = [level.value for level in self.scheme.levels]
        return self._own_column("stars", min(levels), z3.IntVal(max(levels)))

    def _own_column(self, name: str, low: int, high: z3.ArithRef | None) -> z3.ExprRef:
        if name not in self.columns:
            term = self.columns[name] = z3.Int(f"{self.name}{name}")
            self.column_facts.append(term >= low)
            if high is not None:
                self.column_facts.append(term <= high)
        return self.columns[name]

    def _of_season(self, name: str) -> z3.ExprRef:
        name = name.removesuffix(" low").removesuffix(" high")
        if name in self.season:
            return self.season[name]
        term = self.season[name] = z3.Int(name)
        if name == CAMPAIGN:
            self.season_facts += [term >= 1, term <= (self.scheme.campaign or YEAR)]
            if FIRST_YEAR in self.scheme.parameters:
                self.season_facts.append(self.parameter(FIRST_YEAR) == YEAR + 1 - term)
        elif name.startswith(PARAMETER):
            self._within(self.scheme.parameters[name.removeprefix(PARAMETER)], term)
        elif name == COUNT:
            self.season_facts.append(term >= 1)
        else:
            self.season_facts += [term >= 0, term <= self._of_season(COUNT)]
        return term

    def _within(self, spec: Parameter, term: z3.ArithRef) -> None:
        """A parameter lies within its bounds."""
        den = spec.step.denominator
        if spec.low is not None:
            self.season_facts.append(term >= int(spec.low * den))
        if spec.high is not None:
            self.season_facts.append(term <= int(spec.high * den))
        if spec.id == FIRST_YEAR:
            self._of_season(CAMPAIGN)

    def _checks(self) -> None:
        """Conditions on parameters hold."""
        for check in self.scheme.checks.values():
            self.season_facts.append(self.holds(check.rule.tree))
