"""A scheme compiled with nothing settled but the day: parameters are columns, a last record is picked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xingping.policy.language import tree
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import NO, YES, Cond
from xingping.rating.compile.expressions import E
from xingping.rating.compile.folding import source_of
from xingping.rating.compile.gather import _maybe, here
from xingping.rating.compile.matching import Source
from xingping.rating.compile.place import At
from xingping.rating.compile.reading import Reader
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.values import Num, Ratio, Sym, Value
from xingping.rating.compile.whole import Whole

YEAR = 2026
ON = date(YEAR, 12, 31).toordinal()
PARAMETER, CAMPAIGN = "parameter ", "campaign_year"
PICKED, ASKED = "picked", "asked"
"""Aggregates that the engine has not: the value of one record, of those that match, which is the
first or last one; ``asked``: a record that a reviewer is taken to have made."""


class FreeReader(Reader):
    """The reading of the engine, but that ``first`` and ``last`` pick some record that matches."""

    asking = False

    def value(self, node: tree.Node, at: At) -> Value:
        """As the engine reads it; what a reviewer decides is taken as decided."""
        if not isinstance(node, tree.Asked):
            return super().value(node, at)
        before, self.asking = self.asking, True
        try:
            return super().value(node, at)
        finally:
            self.asking = before

    def folded(self, node: tree.Fold, at: At) -> tuple[Value, Cond]:
        """A fold's value, and whether there is any record."""
        if node.fold not in {"first", "last"} or node.rows.source != "register" or at.pieces:
            return super().folded(node, at)
        key = (node, at)
        if key not in self.folds:
            source = source_of(self, node.rows, at)
            kind = ASKED if self.asking else PICKED
            there = YES if self.asking else here(source)
            self.folds[key] = self._picked(node, at, source, kind, there), there
        return self.folds[key]

    def _picked(self, node: tree.Fold, at: At, source: Source, kind: str, there: Cond) -> Value:
        where = source.match(source.real).hi

        def one(e: E) -> E:
            if e.op in {"int", "bool"}:
                return e
            found = x.make(
                "agg", kind, source.rows, where, x.as_num(e) if e.truth else e, node.fold
            )
            return x.eq(found, x.ONE) if e.truth else found

        def truth(c: Cond) -> Cond:
            return Cond(x.both(there.lo, one(c.lo)), x.either(x.no(there.lo), one(c.hi)))

        def amount(n: Num) -> Num:
            lo = one(n.lo)
            hi = lo if n.lo is n.hi else one(n.hi)
            return Num(
                lo, hi, n.den, one(n.lo_open), one(n.hi_open), n.low, n.high,
                NO if n.none == NO else truth(n.none),
            )  # fmt: skip

        own = self.value(node.of, replace(at, view=source.real)) if node.of else YES
        match own:
            case Num():
                found = _maybe(there, amount(own))
                if source.quorum is not x.TRUE:
                    short = x.no(source.quorum)
                    found = replace(found, lo_open=short, hi_open=short)
                return found
            case Cond():
                return truth(own)
            case Ratio():
                parts = tuple((k, amount(n), amount(d)) for k, n, d in own.parts)
                known = x.both(there.lo, one(own.known), source.quorum)
                return replace(own, parts=parts, known=known, maybe=there, quorum=source.quorum)
            case Sym():
                return Sym(lambda word: truth(own.equals(word)), own.domain, truth(own.none))


class FreeWhole(Whole):
    """The whole scheme at the end of a year, whatever the season sets."""

    def __init__(self, scheme_setting: Setting) -> None:
        super().__init__(scheme_setting)
        self.reader = FreeReader(scheme_setting, self.name, self.has)
        self.criteria.reader = self.reader

    def name(self, ref: tree.Ref, at: At) -> Value:
        """What a name stands for; what the season sets is a column."""
        if ref.what == "parameter":
            return self._at_whole(self._free_parameter(ref.name), at)
        if ref.what == "system" and ref.name == CAMPAIGN:
            column = x.col(CAMPAIGN)
            return self._at_whole(Num(column, column, low=1, high=self.scheme.campaign), at)
        if ref.what == "system" and ref.name == "stars" and not self.scheme.quotas:
            return self._at_whole(self.stars(), at)
        return super().name(ref, at)

    def _free_parameter(self, name: str) -> Value:
        spec = self.scheme.parameters[name]
        if spec.type.kind not in {tree.Kind.NUMBER, tree.Kind.RATIO}:
            return super()._parameter(name)
        column, den = x.col(PARAMETER + name), spec.step.denominator
        low = None if spec.low is None else int(spec.low * den)
        high = None if spec.high is None else int(spec.high * den)
        return Num(column, column, den, low=low, high=high)


def free(scheme: Scheme) -> FreeWhole:
    """The scheme on the last day of a year, with no parameter set and every register kept."""
    registers = {
        name: replace(register, kept_yearly=False)
        for name, register in scheme.catalogue.registers.items()
    }
    kept = replace(scheme, catalogue=replace(scheme.catalogue, registers=registers))
    return FreeWhole(replace(Setting.of(kept, YEAR, ON, {}), complete=True))
